"""Seizure of documents (paragraph 42, part 2): the record is drawn up, copies are certified, the originals leave."""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, current_language
from dspdesk.law import seizure_record as law
from dspdesk.law import withdrawal
from dspdesk.law.case_file import Document
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.guard import CopyFacts, Intent
from dspdesk.law.kinds import MovementKind
from dspdesk.law.listed_volume import noted_on_inventory
from dspdesk.law.roles import Action
from dspdesk.law.seizure_record import Executing, Original, Seizing
from dspdesk.law.volume_days import put_in_after_opening
from dspdesk.law.withdrawal import OutKind
from dspdesk.models import Filing, SeizureLine, SeizureRecord
from dspdesk.procedures import filing, leaving, movements
from dspdesk.procedures.filing import NewLine
from dspdesk.procedures.leaving import Stock
from dspdesk.procedures.movements import Move
from dspdesk.procedures.store_papers import Awaited, ids
from dspdesk.queries import filed
from dspdesk.queries import seizure_record as queries
from dspdesk.queries.filed import Filed
from dspdesk.queries.listed import listed
from dspdesk.queries.seizure_record import RecordDetails, RecordLine
from dspdesk.queries.withdrawal import enclosures
from dspdesk.reports import seizure_record as paper
from dspdesk.store.unit_of_work import Step, part

STEM = "seizure_record"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawUp:
    """Draw up the record of a seizure of these lines of a volume; nothing leaves yet."""

    volume_id: int
    lines: tuple[int, ...]
    seizing: Seizing
    form_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certify:
    """Certified copies were made of lines of a record; `sheets` are theirs, `None` as many as each original has."""

    record_id: int
    lines: tuple[int, ...]
    certified_by_id: int | None
    certified_on: dt.date | None
    sheets: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Execute:
    """The originals were handed over; the record, on so many sheets, was put into the case."""

    record_id: int
    on: dt.date
    record_sheets: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawRecord:
    """The seizure did not take place, or the record was drawn up wrongly."""

    record_id: int
    reason: str


def consider_drawing_up(desk: Desk, command: DrawUp) -> list[Finding]:
    """What stands against drawing up a record, and what is to be known of it; writes nothing."""
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.reading() as connection:
        return _against_draft(desk, connection, command)


def draw_up(desk: Desk, command: DrawUp) -> int:
    """Draw up a record; a form saved twice draws up one. Returns its id. Raises `Refused`, `NeedsReason`."""
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.transaction("case:seizure_record:drawn_up") as step:
        earlier = step.session.scalar(
            select(SeizureRecord.id).where(SeizureRecord.form_id == command.form_id)
        )
        if earlier is not None:
            return earlier
        settle(_against_draft(desk, step.connection, command), command.reason)
        record = _record(desk, step, command)
        step.session.add_all(
            SeizureLine(
                record_id=record.id, ordinal=ordinal, filing_id=line, copy_sheets=0, certified_by_id=None,
                certified_on=None,
            )
            for ordinal, line in enumerate(_in_order(step, command.lines), 1)
        )  # fmt: skip
        step.subject, step.reason = f"{STEM}:{record.id}", command.reason.strip()
    return record.id


def certify(desk: Desk, command: Certify) -> None:
    """Record certified copies. Raises `Refused`."""
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.transaction("case:seizure_record:copies_certified") as step:
        details = queries.record_within(step.connection, command.record_id)
        settle(_against_copies(desk, details, command), "")
        for line in _chosen(details, command):
            row = step.session.get_one(SeizureLine, line.id)
            row.copy_sheets = command.sheets or line.sheets
            row.certified_by_id, row.certified_on = command.certified_by_id, command.certified_on
        step.subject = f"{STEM}:{command.record_id}"


def consider_executing(desk: Desk, command: Execute) -> list[Finding]:
    """What stands against handing the originals over, and what is to be known of it; writes nothing."""
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.reading() as connection:
        details = queries.record_within(connection, command.record_id)
        stock = _stock(desk, connection, details, command.on)
        return _against_execution(desk, connection, details, command, stock)


def execute(desk: Desk, command: Execute) -> None:
    """The originals leave; certified copies and the record stay. Raises `Refused`, `NeedsReason`."""
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.transaction("case:lines:seized") as step:
        details = queries.record_within(step.connection, command.record_id)
        stock = _stock(desk, step.connection, details, command.on)
        settle(_against_execution(desk, step.connection, details, command, stock), command.reason)
        record = step.session.get_one(SeizureRecord, details.id)
        record.executed_on, record.record_sheets = command.on, command.record_sheets
        step.reason = command.reason.strip()
        copies = {line.filing_id: line.copy_sheets for line in details.lines}
        for line in stock.lines:
            words = law.record_words(details.number, details.dated, line.language)
            said = law.on_line(command.on, words, copies[line.row.id], line.language)
            leaving.leave(step, line, command.on, OutKind.SEIZED, said)
        _file_record(desk, step, details, command, stock)
        part(step, f"volume:{details.volume_id}")

        def move(copy: CopyFacts) -> Move:
            words = law.record_words(details.number, details.dated, copy.language)
            return Move(
                kind=MovementKind.SEIZURE,
                on=command.on,
                words=f"{details.authority}, {words}",
                paper=f"{STEM}:{details.id}",
            )

        movements.write_each(desk, step, stock.copies, move)
        step.subject = f"{STEM}:{details.id}"


def withdraw(desk: Desk, command: WithdrawRecord) -> None:
    """Withdraw a record before it is executed; it stays with its number and the reason. Raises `Refused`."""
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.transaction("case:seizure_record:record_withdrawn") as step:
        details = queries.record_within(step.connection, command.record_id)
        reason = command.reason.strip()
        told = None if reason else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "mistake")
        settle([law.still_draft(details.state, str(details.number)), told], "")
        record = step.session.get_one(SeizureRecord, details.id)
        record.withdrawn_on, record.withdrawn_reason = desk.today(), reason
        step.subject, step.reason = f"{STEM}:{details.id}", reason


def draw_paper(desk: Desk, about: str, language: str, code: str) -> bytes:
    """The record as PDF."""
    (key,) = ids(about)
    return paper.draw(queries.content(desk, key, language), language, code)


def awaited(desk: Desk, about: str) -> tuple[Awaited, ...]:
    """Whoever hands the originals over, the official who takes them, and those present."""
    (key,) = ids(about)
    details = queries.record(desk, key)
    present = [line for line in details.present.splitlines() if line.strip()]
    return (
        Awaited(details.handed_over_by_id, N_("handed the originals over")),
        Awaited(None, N_("official of the body that seizes")),
        *(Awaited(None, N_("was present")) for _one in present),
    )


# --- what is asked ---


def _against_draft(desk: Desk, connection: Connection, command: DrawUp) -> list[Finding]:
    dated = command.seizing.dated or desk.today()
    stock = leaving.stock(desk, connection, command.volume_id, command.lines, Intent.SEIZE, dated)
    on_record = queries.listed(connection, command.volume_id)
    originals = [
        Original(
            words=line.words,
            filed_on=line.row.filed_on,
            there=line.row.there,
            on_record=on_record.get(line.row.id, ""),
        )
        for line in stock.lines
    ]
    apart = enclosures(connection, command.volume_id)
    beside = [
        told
        for line in stock.lines
        if line.row.id in apart
        and (told := law.enclosure_beside(line.words, str(apart[line.row.id][1]))) is not None
    ]
    found = law.check(command.seizing, originals, stock.volume, desk.today())
    return _once([*stock.findings, *found, *beside])


def _against_copies(desk: Desk, details: RecordDetails, command: Certify) -> list[Finding]:
    found = [law.still_draft(details.state, str(details.number))]
    chosen = _chosen(details, command)
    if not chosen:
        found.append(Finding("OWN", Weight.REFUSE, "no_lines_chosen", {"volume": details.volume}, "lines"))
    for original in _certified(details, chosen, command):
        found += law.copy_made(original, desk.today())
    return _once([finding for finding in found if finding is not None])


def _certified(details: RecordDetails, chosen: list[RecordLine], command: Certify) -> list[Original]:
    """The chosen originals with the copies as they are to be recorded."""
    pairs = zip(details.lines, queries.originals(details), strict=True)
    return [
        replace(
            one,
            copy_sheets=one.sheets if command.sheets is None else command.sheets,
            certified_by_id=command.certified_by_id,
            certified_on=command.certified_on,
        )
        for line, one in pairs
        if line in chosen
    ]


def _stock(desk: Desk, connection: Connection, details: RecordDetails, on: dt.date) -> Stock:
    lines = [line.filing_id for line in details.lines]
    return leaving.stock(desk, connection, details.volume_id, lines, Intent.SEIZE, on)


def _against_execution(
    desk: Desk, connection: Connection, details: RecordDetails, command: Execute, stock: Stock
) -> list[Finding]:
    if (closed := law.still_draft(details.state, str(details.number))) is not None:
        return [closed]
    originals = queries.originals(details)
    wanted = Executing(
        on=command.on, dated=details.dated, record_sheets=command.record_sheets, today=desk.today()
    )
    found = [
        *stock.findings,
        *law.check_execution(originals, stock.volume, wanted),
        law.volume_too_large(originals, stock.volume, command.record_sheets or 0, desk.edition),
        withdrawal.certified_anew(stock.volume),
        put_in_after_opening(command.on, stock.volume),
        noted_on_inventory(listed(connection, stock.volume.volume_id)),
    ]
    return _once([finding for finding in found if finding is not None])


def _once(found: list[Finding]) -> list[Finding]:
    return list({(one.code, one.field, str(one.facts)): one for one in found}.values())


def _chosen(details: RecordDetails, command: Certify) -> list[RecordLine]:
    chosen = [line for line in details.lines if line.id in command.lines]
    if len(chosen) != len(set(command.lines)):
        raise Refused(
            [Finding("D42a", Weight.REFUSE, "line_not_on_record", {"record": details.number}, "lines")]
        )
    return chosen


# --- what is written ---


def _record(desk: Desk, step: Step, command: DrawUp) -> SeizureRecord:
    said, dated = command.seizing, command.seizing.dated or desk.today()
    highest = step.session.scalar(
        select(func.max(SeizureRecord.number)).where(SeizureRecord.year == dated.year)
    )
    record = SeizureRecord(
        form_id=command.form_id, edition=desk.edition.id, volume_id=command.volume_id, year=dated.year,
        number=(highest or 0) + 1, dated=dated, authority=said.authority.strip(), official=said.official.strip(),
        basis=said.basis.strip(), handed_over_by_id=said.handed_over_by_id, present=said.present.strip(),
        record_sheets=None, executed_on=None, withdrawn_on=None, withdrawn_reason="", recorded_at=step.at,
        recorded_by=desk.person.account_id,
    )  # fmt: skip
    step.session.add(record)
    step.session.flush()
    return record


def _in_order(step: Step, lines: tuple[int, ...]) -> list[int]:
    """The lines in the order of the volume."""
    wanted = select(Filing.id).where(Filing.id.in_(lines)).order_by(Filing.ordinal, Filing.id)
    return list(step.session.scalars(wanted))


def _file_record(desk: Desk, step: Step, details: RecordDetails, command: Execute, stock: Stock) -> None:
    """The record as a line of the volume, on its next sheets: it always stays in the case."""
    language = stock.lines[0].language if stock.lines else str(current_language())
    volume = filed.volume_facts(step.connection, details.volume_id)
    heading = law.record_heading(details.authority, language)
    new = NewLine(
        words=Filed(str(details.number), details.dated, heading, 0),
        document=Document(words=heading, year=volume.year, sheets=command.record_sheets),
        on=command.on,
        form_id=f"{STEM}:{details.id}",
    )
    filing.add_line(desk, step, details.volume_id, new)
