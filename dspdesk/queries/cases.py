"""Cases and their volumes as registers: each volume with what it is, how full it is, and its lines in full."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law import case_file as law
from dspdesk.law.case_file import Container, DocumentsKind, VolumeHolds
from dspdesk.law.findings import Finding
from dspdesk.law.retention import Retention
from dspdesk.law.roles import Action
from dspdesk.law.values import ABBREVIATION
from dspdesk.queries.filed import CERTIFIED, LIES_THERE, SHEETS, VOID, retention_of, void
from dspdesk.queries.item import day
from dspdesk.store.errors import NotThere


@dataclass(frozen=True, slots=True)
class VolumeRow:
    """One volume of a case; `year` is that of its filing plan.

    `sheets` and `documents` are what lies in it now, certified copies in the place of seized originals among them.
    `responsible_*` is who keeps it in the unit, `place` the whole way to where it stands, '' when not known;
    `ordinal` tells the cases of one heading apart, `seizures` is how many records of seizures there are of it.
    `void` says that it never was (`queries.filed.void`); `volumes` counts those of its case that are, `last` is the
    number of the last of them.
    """

    id: int
    case_id: int
    number: int
    plan_entry_id: int
    year: int
    case_index: str
    heading_kk: str
    heading_ru: str
    unit_id: int
    unit_kk: str
    unit_ru: str
    retention: Retention
    kind: DocumentsKind
    carry_over: bool
    holds: VolumeHolds
    container: Container
    place_id: int | None
    place: str
    responsible_id: int | None
    responsible_kk: str
    responsible_ru: str
    restricted_on: dt.date | None
    opened_on: dt.date
    closed_on: dt.date | None
    case_closed_on: dt.date | None
    transferred_on: dt.date | None
    volumes: int
    documents: int
    sheets: int
    first_day: dt.date | None
    last_day: dt.date | None
    ordinal: int = 1
    seizures: int = 0
    void: bool = False
    last: int = 1

    def heading(self, language: str = "") -> str:
        """The heading in a language, else that of the person; where the body has only one, that."""
        kk = (language or str(current_language())) == "kk"
        return (self.heading_kk or self.heading_ru) if kk else (self.heading_ru or self.heading_kk)

    def unit(self, language: str = "") -> str:
        """The unit in a language, else that of the person."""
        return self.unit_kk if (language or str(current_language())) == "kk" else self.unit_ru

    def responsible(self, language: str = "") -> str:
        """Who keeps it, in a language, else that of the person."""
        return self.responsible_kk if (language or str(current_language())) == "kk" else self.responsible_ru

    @property
    def restricted(self) -> bool:
        """Whether it belongs to a case with the mark (paragraph 34)."""
        return self.restricted_on is not None

    def mark(self, language: str = "") -> str:
        """The mark of a restricted case in a language, else in that of the person; '' of any other case."""
        return ABBREVIATION[language or str(current_language())] if self.restricted else ""


@dataclass(frozen=True, slots=True)
class FiledLine:
    """One line of a volume as its inner inventory has it; `copy` is the number of the copy, `item_id` its entry.

    `certified_sheets` are those of the certified copy in the place of an original that was seized.
    """

    id: int
    volume_id: int
    ordinal: int
    copy_id: int | None
    item_id: int | None
    copy: int | None
    number: str
    dated: dt.date | None
    heading: str
    sheets: int
    first_sheet: int
    last_sheet: int
    for_year: int
    printout: bool | None
    notes: str
    filed_on: dt.date
    out_on: dt.date | None
    out_kind: str
    struck_on: dt.date | None
    certified_sheets: int | None = None

    @property
    def there(self) -> bool:
        """Whether it lies in the volume now."""
        return self.out_on is None and self.struck_on is None

    @property
    def lying(self) -> int:
        """How many sheets lie in its place: its own, those of the certified copy of what was seized, none."""
        return self.sheets if self.there else self.certified_sheets or 0


@dataclass(frozen=True, slots=True)
class VolumeDetails:
    """A volume in full: its lines in their order, those that left and those struck out among them.

    `hints` are what is worth knowing of the heading that it stands under.
    """

    row: VolumeRow
    lines: tuple[FiledLine, ...]
    hints: tuple[Finding, ...] = ()


_THERE = f"filing.volume_id = volume.id AND {LIES_THERE}"
_PLACE = "coalesce(room.name || ', ', '') || coalesce(safe.name || ', ', '') || place.name"
_VOLUMES = f"""
    SELECT volume.id, case_file.id, volume.number, plan_entry.id, plan_entry.year, plan_entry.case_index,
           CASE WHEN case_file.heading_kk || case_file.heading_ru <> '' THEN case_file.heading_kk
                ELSE plan_entry.heading_kk END,
           CASE WHEN case_file.heading_kk || case_file.heading_ru <> '' THEN case_file.heading_ru
                ELSE plan_entry.heading_ru END,
           unit.id, unit.name_kk, unit.name_ru,
           plan_entry.retention, plan_entry.years, plan_entry.expert, plan_entry.article, plan_entry.documents,
           case_file.carry_over, volume.holds, volume.container, volume.place_id, {_PLACE},
           case_file.responsible_id, employee.name_kk, employee.name_ru, case_file.restricted_on,
           volume.opened_on, volume.closed_on, case_file.closed_on, volume.transferred_on,
           (SELECT count(*) FROM volume AS other
            WHERE other.case_file_id = case_file.id AND NOT {void("other")}),
           (SELECT count(*) FROM filing WHERE {_THERE}),
           {SHEETS},
           (SELECT min(filing.dated) FROM filing WHERE {_THERE}),
           (SELECT max(filing.dated) FROM filing WHERE {_THERE}), case_file.ordinal,
           (SELECT count(*) FROM seizure_record WHERE seizure_record.volume_id = volume.id), {VOID},
           (SELECT max(other.number) FROM volume AS other
            WHERE other.case_file_id = case_file.id AND NOT {void("other")})
    FROM volume JOIN case_file ON case_file.id = volume.case_file_id
    JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id JOIN unit ON unit.id = plan_entry.unit_id
    LEFT JOIN employee ON employee.id = case_file.responsible_id
    LEFT JOIN place ON place.id = volume.place_id
    LEFT JOIN place AS safe ON safe.id = place.within_id LEFT JOIN place AS room ON room.id = safe.within_id
    WHERE {{which}} ORDER BY plan_entry.year DESC, plan_entry.case_index, case_file.ordinal, volume.number
"""
_LINES = f"""
    SELECT filing.id, filing.volume_id, filing.ordinal, filing.copy_id, copy.item_id, copy.number, filing.number,
           filing.dated, filing.heading, filing.sheets, filing.first_sheet, filing.last_sheet, filing.for_year,
           filing.printout, filing.notes, filing.filed_on, filing.out_on, filing.out_kind, filing.struck_on,
           CASE filing.out_kind WHEN 'seized' THEN {CERTIFIED} END
    FROM filing LEFT JOIN copy ON copy.id = filing.copy_id
    WHERE filing.volume_id = ? ORDER BY filing.ordinal, filing.id
"""
#: Every copy that is filed is of a restricted document, a line without one is of an unclassified document; the papers
#: of a seizure are neither.
_KINDS = """
    SELECT count(filing.copy_id), count(*) - count(filing.copy_id)
    FROM filing JOIN volume ON volume.id = filing.volume_id JOIN case_file ON case_file.id = volume.case_file_id
    WHERE case_file.plan_entry_id = ? AND filing.out_on IS NULL AND filing.struck_on IS NULL
    AND volume.holds <> 'enclosure' AND filing.form_id NOT LIKE 'seizure_record:%'
    AND filing.form_id NOT LIKE 'seizure_return:%'
"""


def volumes(desk: Desk) -> list[VolumeRow]:
    """All volumes, those of the latest year first."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return rows_of(connection)


def of_unit(desk: Desk, year: int, unit_id: int) -> list[VolumeRow]:
    """The volumes of a unit under its headings of a year, without those that never were."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        which = f"plan_entry.year = ? AND plan_entry.unit_id = ? AND NOT {VOID}"
        return rows_of(connection, which, (year, unit_id))


def volume(desk: Desk, volume_id: int) -> VolumeDetails:
    """One volume in full. Raises `NotThere`."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return details_of(connection, volume_id)


def rows_of(connection: Connection, which: str = "1", values: tuple[Any, ...] = ()) -> list[VolumeRow]:
    """Volumes as a transaction sees them; `which` is a condition on `volume`, `case_file` and `plan_entry`."""
    found = connection.exec_driver_sql(_VOLUMES.format(which=which), values)
    return [_row(row) for row in found]


def rows_by_id(connection: Connection, volume_ids: Iterable[int]) -> list[VolumeRow]:
    """These volumes in this order, each once, without what lies in them. Raises `NotThere`."""
    wanted = tuple(dict.fromkeys(volume_ids))
    rows = rows_of(connection, f"volume.id IN ({', '.join('?' * len(wanted))})", wanted)
    found = {row.id: row for row in rows}
    if len(found) != len(wanted):
        raise NotThere
    return [found[key] for key in wanted]


def details_of(connection: Connection, volume_id: int) -> VolumeDetails:
    """One volume as a transaction sees it. Raises `NotThere`."""
    for row in rows_of(connection, "volume.id = ?", (volume_id,)):
        lines = connection.exec_driver_sql(_LINES, (volume_id,))
        kinds = law.both_kinds(*kinds_under(connection, row.plan_entry_id))
        return VolumeDetails(row, tuple(_line(line) for line in lines), (kinds,) if kinds else ())
    raise NotThere


def standing_of(connection: Connection, volume_id: int) -> VolumeDetails:
    """The same of a volume that is: raises `NotThere` also for one that never was."""
    details = details_of(connection, volume_id)
    if details.row.void:
        raise NotThere
    return details


def kinds_under(connection: Connection, plan_entry_id: int) -> tuple[int, int]:
    """How many restricted and how many unclassified documents lie in the cases of a heading (paragraph 34)."""
    restricted, unclassified = connection.exec_driver_sql(_KINDS, (plan_entry_id,)).one()
    return restricted, unclassified


def _row(row: Sequence[Any]) -> VolumeRow:
    values: list[Any] = [
        *row[:11],
        retention_of(*row[11:15]),
        DocumentsKind(row[15]),
        bool(row[16]),
        VolumeHolds(row[17]),
        Container(row[18]),
        row[19],
        row[20] or "",
        row[21],
        row[22] or "",
        row[23] or "",
        day(row[24]),
        dt.date.fromisoformat(row[25]),
        *(day(written) for written in row[26:29]),
        *row[29:32],
        *(day(written) for written in row[32:34]),
        *row[34:36],
        bool(row[36]),
        row[37],
    ]
    return VolumeRow(*values)


def _line(row: Sequence[Any]) -> FiledLine:
    values: list[Any] = [
        *row[:7],
        day(row[7]),
        *row[8:13],
        None if row[13] is None else bool(row[13]),
        row[14],
        dt.date.fromisoformat(row[15]),
        day(row[16]),
        row[17],
        day(row[18]),
        row[19],
    ]
    return FiledLine(*values)
