"""Documents are put into volumes (paragraphs 28-34): copies of registered ones, and lines of unclassified ones."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law import case_file as law
from dspdesk.law.case_file import Document, VolumeFacts, VolumeHolds
from dspdesk.law.findings import Finding, settle
from dspdesk.law.guard import CopyFacts, Intent
from dspdesk.law.kinds import MovementKind
from dspdesk.law.roles import Action
from dspdesk.law.volume_days import put_in_after_opening
from dspdesk.law.whereabouts import OUT, Destination
from dspdesk.models import CaseFile, Filing, Volume
from dspdesk.procedures import case_file, guard, movements
from dspdesk.procedures.movements import Move
from dspdesk.queries import filed
from dspdesk.queries.filed import Filed
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class ToFile:
    """A copy and the volume it goes into.

    `sheets` are those counted on the table, `None` as its entry says; `for_year` the year that a plan, a report or an
    estimate is for; `permanent` whether such documents are kept for ever, `None` as the case. `enclosure_apart` puts
    enclosures of more than 180 sheets, `apart` a document of more than 180 sheets into a volume of their own.
    `printout` is said of an electronic carrier that needs special legal confirmation: whether its printout is there.
    """

    copy_id: int
    volume_id: int
    sheets: int | None = None
    for_year: int | None = None
    permanent: bool | None = None
    enclosure_apart: bool = False
    apart: bool = False
    printout: bool | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCopies:
    """File copies, one or a day's worth, in the order in which they are put into their volumes; all of them or none."""

    documents: tuple[ToFile, ...]
    on: dt.date
    form_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileUnregistered:
    """File an unclassified document of the case, which no journal has (paragraph 34)."""

    volume_id: int
    number: str
    dated: dt.date | None
    heading: str
    sheets: int | None
    on: dt.date
    form_id: str
    for_year: int | None = None
    permanent: bool | None = None
    notes: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class InVolume:
    """Where something was filed: the line, the volume, its sheets."""

    filing_id: int
    volume_id: int
    first_sheet: int
    last_sheet: int


@dataclass(frozen=True, slots=True)
class _Line:
    """A copy about to be written: what was asked, what the registers say of it and of the volume."""

    asked: ToFile
    volume: VolumeFacts
    copy: CopyFacts
    document: Document
    words: Filed


def file_copies(desk: Desk, command: FileCopies) -> list[InVolume]:
    """File them; a form saved twice files once. Raises `Refused`, and then nothing was filed."""
    desk.authorize(Action.KEEP_CASES)
    with desk.transaction("case:copies:filed") as step:
        if earlier := _filed_before(step, command.form_id):
            return earlier
        facts, findings = guard.ask(
            desk, step.connection, Intent.FILE, [one.copy_id for one in command.documents], on=command.on
        )
        lines = _lines(step.connection, command, facts)
        settle([*findings, *_against(desk, lines, command.on)], command.reason)
        step.reason = command.reason.strip()
        taken_back(desk, step, [copy for copy in facts if copy.where in OUT], command.on)
        made = _write_all(desk, step, lines, command)

        def move(copy: CopyFacts) -> Move:
            filing = made[copy.copy_id]
            words = column_12(step, filing, copy.language)
            return Move(
                kind=MovementKind.FILING,
                on=command.on,
                words=words,
                to=Destination(volume_id=filing.volume_id),
            )

        movements.write_each(desk, step, facts, move)
        return [_in_volume(filing) for filing in made.values()]


def consider(desk: Desk, command: FileCopies) -> list[Finding]:
    """What stands against filing these copies; writes nothing."""
    desk.authorize(Action.KEEP_CASES)
    with desk.reading() as connection:
        facts, findings = guard.ask(
            desk, connection, Intent.FILE, [one.copy_id for one in command.documents], on=command.on
        )
        return [*findings, *_against(desk, _lines(connection, command, facts), command.on)]


def consider_each(desk: Desk, command: FileCopies) -> dict[int, list[Finding]]:
    """What stands against filing each of these copies, as if it were the only one; by the keys of the copies."""
    desk.authorize(Action.KEEP_CASES)
    with desk.reading() as connection:
        facts = guard.facts_of(connection, [one.copy_id for one in command.documents], command.on)
        wanted = guard.wanted_on(desk, connection, command.on)
        lines = _lines(connection, command, facts)
        return {
            line.copy.copy_id: [
                *guard.against(Intent.FILE, [line.copy], wanted),
                *_against(desk, [line], command.on),
            ]
            for line in lines
        }


def file_unregistered(desk: Desk, command: FileUnregistered) -> InVolume:
    """File a line without entry in a journal. Raises `Refused`."""
    desk.authorize(Action.KEEP_CASES)
    with desk.transaction("case:line:filed") as step:
        if earlier := _filed_before(step, command.form_id):
            return earlier[0]
        volume = filed.volume_facts(step.connection, command.volume_id)
        document = _unregistered(command, volume)
        settle(_against_line(desk, command, document, volume), command.reason)
        step.reason, step.subject = command.reason.strip(), f"case_file:{volume.case_id}"
        words = Filed(command.number.strip(), command.dated, command.heading.strip(), 0)
        new = NewLine(
            words=words, document=document, on=command.on, form_id=command.form_id, notes=command.notes
        )
        line = add_line(desk, step, volume.volume_id, new)
        return _in_volume(line)


def consider_unregistered(desk: Desk, command: FileUnregistered) -> list[Finding]:
    """What stands against filing a line without entry in a journal; writes nothing."""
    desk.authorize(Action.KEEP_CASES)
    with desk.reading() as connection:
        volume = filed.volume_facts(connection, command.volume_id)
        found = _against_line(desk, command, _unregistered(command, volume), volume)
        return [finding for finding in found if finding is not None]


def _unregistered(command: FileUnregistered, volume: VolumeFacts) -> Document:
    heading = command.heading.strip()
    return Document(
        words=" ".join(filter(None, (command.number.strip(), heading))),
        year=command.dated.year if command.dated else volume.year,
        sheets=command.sheets,
        for_year=command.for_year or law.year_said(heading, heading),
        permanent=command.permanent,
    )


def _against_line(
    desk: Desk, command: FileUnregistered, document: Document, volume: VolumeFacts
) -> list[Finding | None]:
    return [
        law.line_named(command.number, command.heading),
        law.filed_not_ahead(command.on, desk.today()),
        law.dated_not_ahead(command.dated, desk.today()),
        put_in_after_opening(command.on, volume),
        *law.check(document, volume, desk.edition),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """A line about to be written: its words on the inventory, the document, when and by which form it was filed."""

    words: Filed
    document: Document
    on: dt.date
    form_id: str
    copy_id: int | None = None
    printout: bool | None = None
    notes: str = ""
    came_from_id: int | None = None


def add_line(desk: Desk, step: Step, volume_id: int, new: NewLine) -> Filing:
    """The next line of a volume, on its next sheets, within a step."""
    first, ordinal = filed.next_place(step.connection, volume_id)
    sheets = new.document.sheets or 0
    line = Filing(
        form_id=new.form_id,
        volume_id=volume_id,
        ordinal=ordinal,
        copy_id=new.copy_id,
        number=new.words.number,
        dated=new.words.dated,
        heading=new.words.heading,
        sheets=sheets,
        first_sheet=first,
        last_sheet=first + sheets - 1,
        for_year=new.document.counts_for,
        printout=new.printout,
        notes=new.notes.strip(),
        filed_on=new.on,
        recorded_at=step.at,
        recorded_by=desk.person.account_id,
        came_from_id=new.came_from_id,
        out_on=None,
        out_kind="",
        struck_on=None,
    )
    step.session.add(line)
    step.session.flush()
    if new.copy_id is not None:
        restrict(desk, step, volume_id)
    return line


def restrict(desk: Desk, step: Step, volume_id: int) -> None:
    """Paragraph 34: one restricted document makes the whole case restricted, at once."""
    volume = step.session.get_one(Volume, volume_id)
    case = step.session.get_one(CaseFile, volume.case_file_id)
    if case.restricted_on is None:
        case.restricted_on = desk.today()


def taken_back(desk: Desk, step: Step, out: Sequence[CopyFacts], on: dt.date) -> None:
    """What an executor brings to be filed comes back from them first: column 11 says so."""
    movements.write_each(
        desk,
        step,
        out,
        lambda copy: Move(
            kind=MovementKind.RETURN, on=on, words=movements.returned_words(step.connection, copy, on, "")
        ),
    )


def column_12(step: Step, filing: Filing, language: str) -> str:
    """Where a copy lies, as column 12 of appendix 2 has it: "01-03, т. 2, л. 15–17"."""
    index, number = step.connection.exec_driver_sql(
        "SELECT plan_entry.case_index, volume.number FROM volume JOIN case_file ON case_file.id = volume.case_file_id "
        "JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id WHERE volume.id = ?",
        (filing.volume_id,),
    ).one()
    return law.column_12(index, number, filing.first_sheet, filing.last_sheet, language)


def _lines(connection: Connection, command: FileCopies, facts: Sequence[CopyFacts]) -> list[_Line]:
    of = {copy.copy_id: copy for copy in facts}
    wanted = dict.fromkeys(asked.volume_id for asked in command.documents)
    volumes = {key: filed.volume_facts(connection, key) for key in wanted}
    lines = []
    for asked in command.documents:
        volume = volumes[asked.volume_id]
        document, words = filed.document_facts(connection, of[asked.copy_id], volume)
        sheets = asked.sheets if asked.sheets is not None else document.sheets
        if asked.enclosure_apart and sheets is not None:
            sheets -= words.enclosure_sheets
        for_year = asked.for_year or document.for_year
        document = replace(document, sheets=sheets, for_year=for_year, permanent=asked.permanent)
        lines.append(_Line(asked, volume, of[asked.copy_id], document, words))
    return lines


def _against(desk: Desk, lines: Sequence[_Line], on: dt.date) -> list[Finding]:
    """What the rules say of each copy, those before it in the same volume counted."""
    added: dict[int, int] = {}
    there: dict[tuple[int, int], str] = {}  # what lies in a case once those before it are filed
    found: list[Finding | None] = []
    named: set[int] = set()
    for given in lines:
        volume = given.volume
        found.append(law.named_once(given.document.words, again=given.copy.copy_id in named))
        named.add(given.copy.copy_id)
        volume = replace(volume, sheets=volume.sheets + added.get(volume.volume_id, 0))
        found.append(put_in_after_opening(on, volume, apart=given.asked.apart))
        found.append(law.printout_of_carrier(given.document, given.asked.printout))
        same = (volume.case_id, given.copy.item_id)
        beside = given.document.beside or there.get(same, "")
        line = replace(given, document=replace(given.document, beside=beside))
        there.setdefault(same, volume.words)
        found += _of_line(desk, line, volume)
        if not line.asked.apart:
            added[volume.volume_id] = added.get(volume.volume_id, 0) + (line.document.sheets or 0)
    told = [finding for finding in found if finding is not None]
    return [one for at, one in enumerate(told) if one not in told[:at]]


def _of_line(desk: Desk, line: _Line, volume: VolumeFacts) -> list[Finding | None]:
    apart = (
        law.enclosure_apart(line.document.words, line.words.enclosure_sheets, desk.edition)
        if line.asked.enclosure_apart
        else None
    )
    if line.asked.enclosure_apart and apart is None:
        apart = law.enclosure_counted(line.document.words, line.asked.sheets, line.words.enclosure_sheets)
        if apart is not None:  # nothing else can be said of its sheets
            return [apart]
    if not line.asked.apart:
        return [apart, *law.check(line.document, volume, desk.edition)]
    alone = replace(volume, sheets=0)
    others = [one for one in law.check(line.document, alone, desk.edition) if one.code != "document_oversize"]
    own = (law.document_apart(line.document, desk.edition), law.oversize(line.document, desk.edition))
    return [apart, *others, *own]


def _write_all(desk: Desk, step: Step, lines: Sequence[_Line], command: FileCopies) -> dict[int, Filing]:
    """The lines of all copies, so that the step stands in the history of each volume, also of those it opened."""
    made: dict[int, Filing] = {}
    for volume_id, of_volume in groupby(lines, key=lambda line: line.asked.volume_id):
        opened: list[int] = []
        for line in of_volume:
            made[line.copy.copy_id], own = _write(desk, step, line, command)
            opened += own
        for key in (volume_id, *opened):
            part(step, f"volume:{key}")
    return made


def _write(desk: Desk, step: Step, line: _Line, command: FileCopies) -> tuple[Filing, list[int]]:
    """The line of a copy, and the volumes of its own that it needs."""
    opened: list[int] = []
    volume_id = line.asked.volume_id
    case_id = step.session.get_one(Volume, volume_id).case_file_id
    if line.asked.apart:
        volume_id = case_file.add_volume(
            desk, step, case_id, holds=VolumeHolds.ONE_DOCUMENT, on=command.on
        ).id
        opened.append(volume_id)
    new = NewLine(
        words=line.words,
        document=line.document,
        on=command.on,
        form_id=command.form_id,
        copy_id=line.copy.copy_id,
        printout=line.asked.printout,
        notes=line.asked.notes,
    )
    filing = add_line(desk, step, volume_id, new)
    if line.asked.enclosure_apart:
        opened.append(_file_enclosure(desk, step, case_id, filing, line, command))
    return filing, opened


def _file_enclosure(
    desk: Desk, step: Step, case_id: int, filing: Filing, line: _Line, command: FileCopies
) -> int:
    """An enclosure of more than 180 sheets as a volume of its own, noted on the document (paragraph 30, 9); its id."""
    volume = case_file.add_volume(desk, step, case_id, holds=VolumeHolds.ENCLOSURE, on=command.on)
    volume.of_filing_id = filing.id
    language = line.copy.language
    words = Filed(line.words.number, line.words.dated, law.enclosure_heading(line.copy.number, language), 0)
    whole = replace(line.document, sheets=line.words.enclosure_sheets)
    form_id = f"{command.form_id}:enclosure"
    add_line(desk, step, volume.id, NewLine(words=words, document=whole, on=command.on, form_id=form_id))
    note = law.enclosure_note(volume.number, language)
    filing.notes = "; ".join(part for part in (filing.notes, note) if part)
    return volume.id


def _filed_before(step: Step, form_id: str) -> list[InVolume]:
    found = step.session.scalars(select(Filing).where(Filing.form_id == form_id).order_by(Filing.id))
    return [_in_volume(line) for line in found]


def _in_volume(filing: Filing) -> InVolume:
    return InVolume(filing.id, filing.volume_id, filing.first_sheet, filing.last_sheet)
