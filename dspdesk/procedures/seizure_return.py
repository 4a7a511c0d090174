"""Seized originals come back (paragraph 42, part 2): each into its place, its certified copy onto the next sheets."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law import seizure_return as law
from dspdesk.law import withdrawal
from dspdesk.law.case_file import Document, VolumeFacts
from dspdesk.law.findings import Finding, settle
from dspdesk.law.guard import CopyFacts, Intent
from dspdesk.law.kinds import MovementKind
from dspdesk.law.listed_volume import noted_on_inventory
from dspdesk.law.roles import Action
from dspdesk.law.seizure_return import Handed, Returning, Taken
from dspdesk.law.whereabouts import Destination, as_written
from dspdesk.models import Filing, SeizureReturn, SeizureReturnLine
from dspdesk.procedures import filing, guard, movements
from dspdesk.procedures.filing import NewLine
from dspdesk.procedures.movements import Move
from dspdesk.queries import filed
from dspdesk.queries import seizure_record as queries
from dspdesk.queries.filed import Filed
from dspdesk.queries.listed import listed
from dspdesk.queries.seizure_record import RecordDetails, RecordLine
from dspdesk.store.errors import NotThere
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class ComeBack:
    """Originals of a record, some or all, came back: with what covering paper, and who brought them."""

    record_id: int
    lines: tuple[int, ...]
    on: dt.date | None
    paper: str
    brought_by: str
    form_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Original:
    """A line of the record that came back, and its copy in the journals, `None` where no journal has it."""

    line: RecordLine
    copy: CopyFacts | None

    @property
    def language(self) -> str:
        """That of its journal, in which it is noted; without a journal that of the person at the desk."""
        return self.copy.language if self.copy else str(current_language())


@dataclass(frozen=True, slots=True)
class _Stock:
    """What came back: the record, its volume, the originals, and what the guard says of their copies."""

    record: RecordDetails
    volume: VolumeFacts
    originals: tuple[_Original, ...]
    findings: tuple[Finding, ...]

    @property
    def copies(self) -> list[CopyFacts]:
        """The copies among them."""
        return [one.copy for one in self.originals if one.copy is not None]

    def of(self, copy: CopyFacts) -> RecordLine:
        """The line of a copy."""
        return next(one.line for one in self.originals if one.copy is copy)


def consider(desk: Desk, command: ComeBack) -> list[Finding]:
    """What stands against recording it, and what is to be known of it; writes nothing."""
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.reading() as connection:
        return _against(desk, connection, command, _stock(desk, connection, command))


def come_back(desk: Desk, command: ComeBack) -> int:
    """Put the originals into their places; a form saved twice does so once. Raises `Refused`, `NeedsReason`."""
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.transaction("case:originals:given_back") as step:
        earlier = select(SeizureReturn.id).where(SeizureReturn.form_id == command.form_id)
        if (key := step.session.scalar(earlier)) is not None:
            return key
        stock = _stock(desk, step.connection, command)
        settle(_against(desk, step.connection, command, stock), command.reason)
        command = replace(command, paper=command.paper.strip(), brought_by=command.brought_by.strip())
        on = command.on or desk.today()
        made = _begin(desk, step, command, on)
        for one in stock.originals:
            _put_in(desk, step, stock, made, one)
        part(step, f"volume:{stock.record.volume_id}")
        _move(desk, step, stock, made)
        step.subject, step.reason = f"seizure_record:{command.record_id}", command.reason.strip()
        return made.id


# --- what is asked ---


def _stock(desk: Desk, connection: Connection, command: ComeBack) -> _Stock:
    """The originals as the registers have them. Raises `NotThere`."""
    record = queries.record_within(connection, command.record_id)
    lines = [line for line in record.lines if line.id in command.lines]
    if len(lines) != len(set(command.lines)):
        raise NotThere
    copies = [line.copy_id for line in lines if line.copy_id is not None and line.back_on is None]
    facts: Sequence[CopyFacts] = []
    findings: Sequence[Finding] = []
    if copies and record.executed_on is not None:
        facts, findings = guard.ask(desk, connection, Intent.GIVEN_BACK, copies, on=command.on)
    known = {copy.copy_id: copy for copy in facts}
    originals = tuple(_Original(line, known.get(line.copy_id or 0)) for line in lines)
    return _Stock(record, filed.volume_facts(connection, record.volume_id), originals, tuple(findings))


def _against(desk: Desk, connection: Connection, command: ComeBack, stock: _Stock) -> list[Finding]:
    record, volume = stock.record, stock.volume
    wanted = Returning(on=command.on, paper=command.paper, brought_by=command.brought_by, today=desk.today())
    handed = Handed(number=str(record.number), state=record.state, on=record.executed_on)
    originals = [
        Taken(words=one.line.words, sheets=one.line.sheets, back_on=one.line.back_on)
        for one in stock.originals
    ]
    found = law.check(wanted, handed, originals, volume)
    if any(one.code == "originals_not_handed_over" for one in found):
        return found
    others = [
        law.volume_too_large(originals, volume, desk.edition),
        withdrawal.certified_anew(volume),
        noted_on_inventory(listed(connection, volume.volume_id)),
    ]
    early = any(
        one.code == "returned_before_seizure" for one in found
    )  # said of the record, not of each copy again
    guarded = [one for one in stock.findings if not early or one.code != "moved_before_last"]
    said = [*guarded, *found, *(one for one in others if one is not None)]
    return list({(one.code, one.field, str(one.facts)): one for one in said}.values())


# --- what is written ---


def _begin(desk: Desk, step: Step, command: ComeBack, on: dt.date) -> SeizureReturn:
    made = SeizureReturn(
        form_id=command.form_id,
        edition=desk.edition.id,
        record_id=command.record_id,
        returned_on=on,
        paper=command.paper,
        brought_by=command.brought_by,
        recorded_at=step.at,
        recorded_by=desk.person.account_id,
    )
    step.session.add(made)
    step.session.flush()
    return made


def _put_in(desk: Desk, step: Step, stock: _Stock, made: SeizureReturn, one: _Original) -> None:
    """An original on its own sheets again, its certified copy on the next ones of the volume; both are noted."""
    line, language = one.line, one.language
    original = step.session.get_one(Filing, line.filing_id)
    original.out_on, original.out_kind = None, ""
    heading = law.copy_heading(line.heading, language)
    new = NewLine(
        words=Filed(line.number, line.dated, heading, 0),
        document=Document(words=heading, year=original.for_year, sheets=line.copy_sheets),
        on=made.returned_on,
        form_id=f"seizure_return:{made.id}:{line.id}",
        notes=law.on_copy((line.first_sheet, line.last_sheet), language),
    )
    copy = filing.add_line(desk, step, stock.record.volume_id, new)
    said = law.on_line(made.returned_on, made.paper, (copy.first_sheet, copy.last_sheet), language)
    original.notes = "; ".join(part for part in (original.notes, said) if part)
    step.session.add(SeizureReturnLine(return_id=made.id, line_id=line.id, copy_filing_id=copy.id))
    step.session.flush()


def _move(desk: Desk, step: Step, stock: _Stock, made: SeizureReturn) -> None:
    """Back to the documentation service (column 11), and into the volume (column 12)."""
    paper, on = f"seizure_record:{made.record_id}", made.returned_on
    words = as_written(stock.record.authority, on, made.paper)
    back = Move(kind=MovementKind.RETURN, on=on, words=words, paper=paper)
    movements.write_each(desk, step, stock.copies, lambda _copy: back)

    def filed_again(copy: CopyFacts) -> Move:
        line = step.session.get_one(Filing, stock.of(copy).filing_id)
        return Move(
            kind=MovementKind.FILING,
            on=on,
            words=filing.column_12(step, line, copy.language),
            to=Destination(volume_id=line.volume_id),
            paper=paper,
        )

    movements.write_each(desk, step, stock.copies, filed_again)
