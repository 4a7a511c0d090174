"""Records of seizure (paragraph 42, part 2): those of a volume, one in full, what came back, the paper."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law.roles import Action
from dspdesk.law.seizure_record import (
    BackOnPaper,
    Original,
    RecordState,
    SeizedLine,
    SeizureRecordContent,
    record_state,
)
from dspdesk.queries import cases
from dspdesk.queries.filed import volume_words
from dspdesk.queries.item import day
from dspdesk.queries.names import name_in
from dspdesk.queries.people import position_within
from dspdesk.store.errors import NotThere


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One original of a record, by its line in the volume; `copy_sheets` are 0 while no copy of it is certified.

    `back_on` is when it came back, with the paper `back_paper`; those that came together share `return_id`.
    """

    id: int
    filing_id: int
    number: str
    dated: dt.date | None
    heading: str
    filed_on: dt.date
    sheets: int
    first_sheet: int
    last_sheet: int
    copy_id: int | None
    copy: int | None
    there: bool
    copy_sheets: int
    certified_by_id: int | None
    certified_on: dt.date | None
    back_on: dt.date | None = None
    back_paper: str = ""
    brought_by: str = ""
    return_id: int | None = None

    @property
    def certified(self) -> bool:
        """Whether a certified copy of it is there."""
        return self.certified_on is not None

    @property
    def words(self) -> str:
        """What it is called in a finding."""
        return f"№ {self.number}" if self.number else self.heading


@dataclass(frozen=True, slots=True)
class RecordDetails:
    """A record in full; `volume` names where the originals lie or lay."""

    id: int
    form_id: str
    volume_id: int
    volume: str
    year: int
    number: int
    dated: dt.date
    authority: str
    official: str
    basis: str
    handed_over_by_id: int
    present: str
    record_sheets: int | None
    executed_on: dt.date | None
    withdrawn_on: dt.date | None
    withdrawn_reason: str
    handed_over_kk: str
    handed_over_ru: str
    lines: tuple[RecordLine, ...]

    @property
    def state(self) -> RecordState:
        """Where it stands."""
        return record_state(self.executed_on, self.withdrawn_on, away=bool(self.away))

    @property
    def away(self) -> tuple[RecordLine, ...]:
        """The originals that have not come back."""
        return tuple(line for line in self.lines if line.back_on is None)

    @property
    def returns(self) -> tuple[BackOnPaper, ...]:
        """What came back together, the earliest first."""
        together: dict[tuple[int, dt.date, str, str], list[int]] = {}
        for place, line in enumerate(self.lines, 1):
            if line.return_id is not None and line.back_on is not None:
                one = (line.return_id, line.back_on, line.back_paper, line.brought_by)
                together.setdefault(one, []).append(place)
        return tuple(BackOnPaper(*one[1:], tuple(places)) for one, places in sorted(together.items()))

    @property
    def handed_over_by(self) -> str:
        """Who handed over, in the person's language."""
        return self.handed_over_kk if current_language() == "kk" else self.handed_over_ru


_RECORDS = """
    SELECT seizure_record.id, seizure_record.form_id, seizure_record.volume_id, plan_entry.case_index, volume.number,
           seizure_record.year, seizure_record.number, seizure_record.dated, authority, official, basis,
           handed_over_by_id, present, record_sheets, executed_on, withdrawn_on, withdrawn_reason,
           employee.name_kk, employee.name_ru
    FROM seizure_record JOIN volume ON volume.id = seizure_record.volume_id
    JOIN case_file ON case_file.id = volume.case_file_id JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id
    JOIN employee ON employee.id = handed_over_by_id WHERE {which} ORDER BY seizure_record.id DESC
"""
_LINES = """
    SELECT seizure_line.id, filing.id, filing.number, filing.dated, filing.heading, filing.filed_on, filing.sheets,
           filing.first_sheet, filing.last_sheet, filing.copy_id, copy.number,
           filing.out_on IS NULL AND filing.struck_on IS NULL, copy_sheets, certified_by_id, certified_on,
           returned_on, coalesce(paper, ''), coalesce(brought_by, ''), return_id
    FROM seizure_line JOIN filing ON filing.id = seizure_line.filing_id LEFT JOIN copy ON copy.id = filing.copy_id
    LEFT JOIN seizure_return_line ON seizure_return_line.line_id = seizure_line.id
         AND seizure_return_line.struck_on IS NULL
    LEFT JOIN seizure_return ON seizure_return.id = return_id
    WHERE seizure_line.record_id = ? ORDER BY seizure_line.ordinal
"""
_LISTED = """
    SELECT seizure_line.filing_id, seizure_record.number FROM seizure_line
    JOIN seizure_record ON seizure_record.id = seizure_line.record_id
    WHERE seizure_record.volume_id = ? AND executed_on IS NULL AND withdrawn_on IS NULL
"""


def records_of(desk: Desk, volume_id: int) -> list[RecordDetails]:
    """The records of seizures from a volume, the latest first."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return _records(connection, "seizure_record.volume_id = ?", volume_id)


def record(desk: Desk, record_id: int) -> RecordDetails:
    """One record in full. Raises `NotThere`."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return record_within(connection, record_id)


def record_within(connection: Connection, record_id: int) -> RecordDetails:
    """The same as a transaction sees it. Raises `NotThere`."""
    for found in _records(connection, "seizure_record.id = ?", record_id):
        return found
    raise NotThere


def listed(connection: Connection, volume_id: int) -> dict[int, str]:
    """The lines of a volume that stand on a record not executed yet, with its number."""
    return {key: str(number) for key, number in connection.exec_driver_sql(_LISTED, (volume_id,))}


def originals(details: RecordDetails) -> list[Original]:
    """The lines of a record as the rules see them."""
    return [
        Original(
            words=line.words,
            filed_on=line.filed_on,
            there=line.there,
            sheets=line.sheets,
            copy_sheets=line.copy_sheets,
            certified_by_id=line.certified_by_id,
            certified_on=line.certified_on,
        )
        for line in details.lines
    ]


def content(desk: Desk, record_id: int, language: str) -> SeizureRecordContent:
    """The record as it is printed, with the names of its day. Raises `NotThere`."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        details = record_within(connection, record_id)
        volume = cases.details_of(connection, details.volume_id).row
        locality = connection.exec_driver_sql(
            f"SELECT locality_{language} FROM organisation WHERE id = 1"
        ).scalar()
        body = name_in(connection, "organisation:1", details.dated, language)
        giver = position_within(connection, details.handed_over_by_id, details.dated)
    return SeizureRecordContent(
        organisation=body,
        number=details.number,
        dated=details.dated,
        locality=locality or "",
        authority=details.authority,
        official=details.official,
        basis=details.basis,
        case=volume_words(volume.case_index, volume.number, language),
        heading=volume.heading(language),
        lines=tuple(map(_on_paper, details.lines)),
        position=giver.position(language),
        name=giver.name(language),
        present=tuple(part for line in details.present.splitlines() if (part := line.strip())),
        restricted=volume.restricted,
        returns=details.returns,
    )


def _on_paper(line: RecordLine) -> SeizedLine:
    return SeizedLine(
        number=line.number,
        dated=line.dated,
        heading=line.heading,
        sheets=line.sheets,
        first_sheet=line.first_sheet,
        last_sheet=line.last_sheet,
        copy=line.copy,
        copy_sheets=line.copy_sheets or None,
    )


def _records(connection: Connection, which: str, value: int) -> list[RecordDetails]:
    rows = connection.exec_driver_sql(_RECORDS.format(which=which), (value,)).fetchall()
    return [_details(row, connection.exec_driver_sql(_LINES, (row[0],)).fetchall()) for row in rows]


def _details(row: Sequence[Any], lines: Sequence[Any]) -> RecordDetails:
    values: list[Any] = [
        *row[:3],
        volume_words(row[3], row[4]),
        *row[5:7],
        dt.date.fromisoformat(row[7]),
        *row[8:14],
        day(row[14]),
        day(row[15]),
        *row[16:19],
        tuple(map(_line, lines)),
    ]
    return RecordDetails(*values)


def _line(row: Sequence[Any]) -> RecordLine:
    values: list[Any] = [
        *row[:3],
        day(row[3]),
        row[4],
        dt.date.fromisoformat(row[5]),
        *row[6:11],
        bool(row[11]),
        row[12],
        row[13],
        day(row[14]),
        day(row[15]),
        *row[16:19],
    ]
    return RecordLine(*values)
