"""Printed hand-over sheets among the papers that wait for signatures (W3): signed line by line, they are signed.

A person all of whose lines were struck out has nothing to sign; a printing of such lines only waits for nobody.
"""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _
from dspdesk.models import HandoverLine, HandoverSheet, Printout, PrintoutSignature
from dspdesk.procedures.store_papers import ids
from dspdesk.queries.handover import nothing_to_sign
from dspdesk.store.unit_of_work import Step

_PAPER = "handover_sheet"


def signed(desk: Desk, step: Step, sheet: HandoverSheet) -> None:
    """A person who has signed all their sheets of a printing has signed it; with the last of them the giver has.

    The latest printing of a sheet is the one that was signed; those before it with no other sheet are set aside.
    """
    step.session.flush()
    waiting = [printout for printout in _printed(step, sheet.id) if _still_asked(desk, step, printout)]
    if not waiting:
        return
    latest, *others = waiting
    _sign(step, latest)
    for other in others:
        if set(ids(other.subject)) <= set(ids(latest.subject)) and latest.signed_on is not None:
            other.set_aside_on, other.replaced_by_id = desk.today(), latest.id
            other.set_aside_reason = _("A later printing was signed")


def _printed(step: Step, sheet_id: int) -> list[Printout]:
    """The printings of a sheet that wait for signatures, the latest first."""
    waiting = step.session.scalars(
        select(Printout)
        .where(
            Printout.paper == _PAPER,
            Printout.awaits,
            Printout.signed_on.is_(None),
            Printout.set_aside_on.is_(None),
        )
        .order_by(Printout.id.desc())
    )
    return [printout for printout in waiting if sheet_id in ids(printout.subject)]


def _still_asked(desk: Desk, step: Step, printout: Printout) -> bool:
    """Whether somebody has lines to sign for on a printing; otherwise it is set aside."""
    receivers = {sheet.employee_id for sheet in _sheets(step, printout)}
    if receivers - nothing_to_sign(step.connection, printout.subject):
        return True
    printout.set_aside_on = desk.today()
    printout.set_aside_reason = _("All its lines were struck out")
    return False


def _sign(step: Step, printout: Printout) -> None:
    days = _days(step, printout)
    nothing = nothing_to_sign(step.connection, printout.subject)
    signatures = step.session.scalars(
        select(PrintoutSignature)
        .where(PrintoutSignature.printout_id == printout.id)
        .order_by(PrintoutSignature.ordinal)
    ).all()
    *listed, giver = signatures
    receivers = [one for one in listed if one.employee_id not in nothing]
    for one in receivers:
        one.signed_on = one.signed_on or days.get(one.employee_id or 0)
    signed_on = [one.signed_on for one in receivers if one.signed_on is not None]
    if receivers and len(signed_on) == len(receivers):
        giver.signed_on = giver.signed_on or max(signed_on)
        printout.signed_on = max(*signed_on, giver.signed_on)


def _sheets(step: Step, printout: Printout) -> Sequence[HandoverSheet]:
    return step.session.scalars(
        select(HandoverSheet).where(HandoverSheet.id.in_(ids(printout.subject)))
    ).all()


def _days(step: Step, printout: Printout) -> dict[int, dt.date]:
    """Persons all of whose lines on a printing are settled, each with the day of the last signature."""
    owner = {sheet.id: sheet.employee_id for sheet in _sheets(step, printout)}
    lines = step.session.scalars(select(HandoverLine).where(HandoverLine.sheet_id.in_(owner))).all()
    by_person: dict[int, list[HandoverLine]] = {}
    for line in lines:
        by_person.setdefault(owner[line.sheet_id], []).append(line)
    return {person: max(days) for person, own in by_person.items() if (days := _settled(own))}


def _settled(lines: Sequence[HandoverLine]) -> list[dt.date]:
    """The days of the signatures, nothing while a line waits for one."""
    if any(line.received_on is None and line.struck_on is None for line in lines):
        return []
    return [line.received_on for line in lines if line.received_on is not None]
