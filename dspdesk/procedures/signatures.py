"""What becomes of a printout that waits for signatures (W3): signed, spoiled in part, set aside.

A signature on paper is a fact of the world: it is recorded here, and changes nothing of the thing that the paper is
of but where the paper's own procedure says so (`store_papers`).
"""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.language.sentences import Told
from dspdesk.law import signatures as law
from dspdesk.law.findings import Finding, settle
from dspdesk.law.growing import Grow
from dspdesk.law.roles import Action
from dspdesk.law.signatures import Awaiting
from dspdesk.models import Printout, PrintoutSignature
from dspdesk.procedures import printing, store_papers
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries import signatures as queries
from dspdesk.queries.signatures import PrintoutRow
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A printout was signed on a day by those named by their places in its list (`persons`)."""

    printout_id: int
    on: dt.date | None
    persons: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountSpoiled:
    """So many sheets of a printout were spoiled and thrown away."""

    printout_id: int
    count: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A printout is not signed any more: it is not needed, it is lost."""

    printout_id: int
    reason: str


def sign(desk: Desk, command: Sign) -> bool:
    """Record signatures; returns whether all have signed now, on which the paper's own procedure is told."""
    desk.authorize(Action.KEEP_SIGNATURES)
    row = _found(desk, command.printout_id)
    with desk.transaction("printout:paper:signed") as step:
        printout = step.session.get_one(Printout, row.id)
        signatures = step.session.scalars(
            select(PrintoutSignature).where(PrintoutSignature.printout_id == row.id)
        ).all()
        new = [one for one in signatures if one.signed_on is None and one.ordinal in command.persons]
        day = law.day_of_signing(command.on, row.printed_on, desk.today())
        settle([_waits(row, printout), law.somebody(len(new)), day], "")
        for one in new:
            one.signed_on = command.on
        asked = {one.ordinal for one in row.signers}
        everybody = all(one.signed_on for one in signatures if one.ordinal in asked)
        if everybody:
            printout.signed_on = max(one.signed_on for one in signatures if one.signed_on)
            _tell_its_procedure(desk, step, printout)
        step.subject = f"printout:{row.id}"
    return everybody


def count_spoiled(desk: Desk, command: CountSpoiled) -> None:
    """Record sheets that were spoiled."""
    desk.authorize(Action.KEEP_SIGNATURES)
    row = _found(desk, command.printout_id)
    settle([law.spoiled(command.count)], "")
    with desk.transaction("printout:sheets:spoiled") as step:
        printout = step.session.get_one(Printout, row.id)
        settle([_waits(row, printout)], "")
        printout.spoiled_sheets += command.count or 0
        step.subject = f"printout:{row.id}"


def set_aside(desk: Desk, command: SetAside) -> None:
    """Set a printout aside with a reason."""
    desk.authorize(Action.KEEP_SIGNATURES)
    row = _found(desk, command.printout_id)
    with desk.transaction("printout:paper:set_aside") as step:
        printout = step.session.get_one(Printout, row.id)
        settle([_waits(row, printout), law.with_reason(command.reason)], "")
        printout.set_aside_on, printout.set_aside_reason = desk.today(), command.reason.strip()
        step.subject, step.reason = f"printout:{row.id}", command.reason.strip()


def once_more(desk: Desk, printout_id: int) -> PaperRequest:
    """The request by which a printout is printed once more; what comes of it stands in the place of the old one."""
    row = _found(desk, printout_id)
    settle([_waits(row, None)], "")
    request = PaperRequest(paper=row.paper, language=row.language, copies=row.copies, about=row.subject)
    if row.paper in printing.OF_A_JOURNAL:
        request = _of_journal(replace(request, about=""), row.subject)
    if row.sheet:
        return replace(request, grow=Grow.SHEET, sheet=row.sheet)
    return replace(request, replaces=row.id)


def _of_journal(request: PaperRequest, subject: str) -> PaperRequest:
    kind, _colon, keys = subject.partition(":")
    if kind == "year":
        return replace(request, year=int(keys))
    if kind == "common_journal":
        return replace(request, common_id=int(keys))
    if kind == "journal":
        return replace(request, journal_id=int(keys))
    return replace(request, item_ids=tuple(map(int, keys.split(","))))


def _found(desk: Desk, printout_id: int) -> PrintoutRow:
    row = queries.printout(desk, printout_id)
    if row is None:
        raise Told("no_printout")
    return row


def _waits(row: PrintoutRow, now: Printout | None) -> Finding | None:
    """Whether it still waits, as it stands in this transaction."""
    held = now or row
    return law.still_waits(Awaiting(row.printed_on, held.signed_on, held.set_aside_on))


def _tell_its_procedure(desk: Desk, step: Step, printout: Printout) -> None:
    if printout.paper in store_papers.STORE_PAPERS and printout.signed_on is not None:
        store_papers.signed(desk, step, printout.paper, printout.subject, printout.signed_on)
