"""What a case is opened under and corrected by: the headings of the filing plans, and the card of a case."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law.retention import Retention
from dspdesk.law.roles import Action
from dspdesk.queries.filed import VOID, retention_of
from dspdesk.queries.item import day
from dspdesk.store.errors import NotThere


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading that stands in the plan of a year; `cases` is how many open cases it has.

    `register` is the register of this program that it is the heading of, '' of documents.
    """

    id: int
    year: int
    case_index: str
    heading_kk: str
    heading_ru: str
    unit_id: int
    unit_kk: str
    unit_ru: str
    retention: Retention
    restricted: bool
    carry_over: bool
    register: str
    cases: int

    def heading(self) -> str:
        """The heading in the language of the person; where the body has only one, that."""
        kk = str(current_language()) == "kk"
        return (self.heading_kk or self.heading_ru) if kk else (self.heading_ru or self.heading_kk)

    def unit(self) -> str:
        """The unit in the language of the person."""
        return self.unit_kk if str(current_language()) == "kk" else self.unit_ru


@dataclass(frozen=True, slots=True)
class CaseCard:
    """What is known of a case beside its volumes. `heading_*` are its own, '' where those of the plan are its.

    `of_other_years` is how many of its documents only a carry-over case may hold; `transferred` whether all of it was
    handed to the archive.
    """

    case_id: int
    plan: HeadingRow
    ordinal: int
    heading_kk: str
    heading_ru: str
    carry_over: bool
    responsible_id: int | None
    restricted_on: dt.date | None
    opened_on: dt.date
    closed_on: dt.date | None
    notes: str
    of_other_years: int
    transferred: bool


_HEADING = """
    plan_entry.id, plan_entry.year, plan_entry.case_index, plan_entry.heading_kk, plan_entry.heading_ru, unit.id,
    unit.name_kk, unit.name_ru, plan_entry.retention, plan_entry.years, plan_entry.expert, plan_entry.article,
    plan_entry.restricted, plan_entry.carry_over, plan_entry.register,
    (SELECT count(*) FROM case_file AS one WHERE one.plan_entry_id = plan_entry.id AND one.closed_on IS NULL)
"""
_HEADINGS = f"""
    SELECT {_HEADING} FROM plan_entry JOIN unit ON unit.id = plan_entry.unit_id
    WHERE plan_entry.struck_on IS NULL ORDER BY plan_entry.year DESC, plan_entry.case_index
"""
_CARD = f"""
    SELECT {_HEADING}, case_file.id, case_file.ordinal, case_file.heading_kk, case_file.heading_ru,
           case_file.carry_over, case_file.responsible_id, case_file.restricted_on, case_file.opened_on,
           case_file.closed_on, case_file.notes,
           (SELECT count(*) FROM filing JOIN volume ON volume.id = filing.volume_id
            WHERE volume.case_file_id = case_file.id AND filing.for_year <> plan_entry.year
            AND filing.out_on IS NULL AND filing.struck_on IS NULL),
           NOT EXISTS (SELECT 1 FROM volume WHERE volume.case_file_id = case_file.id AND transferred_on IS NULL
                       AND NOT {VOID})
    FROM case_file JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id
    JOIN unit ON unit.id = plan_entry.unit_id WHERE case_file.id = ?
"""


def headings(desk: Desk) -> list[HeadingRow]:
    """The headings that stand in the plans, those of the latest year first."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return [_heading(row) for row in connection.exec_driver_sql(_HEADINGS)]


def card(desk: Desk, case_id: int) -> CaseCard:
    """What is known of a case. Raises `NotThere`."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return card_of(connection, case_id)


def card_of(connection: Connection, case_id: int) -> CaseCard:
    """A case as a transaction sees it. Raises `NotThere`."""
    row = connection.exec_driver_sql(_CARD, (case_id,)).fetchone()
    if row is None:
        raise NotThere
    values: list[Any] = [
        row[16],
        _heading(row[:16]),
        *row[17:20],
        bool(row[20]),
        row[21],
        day(row[22]),
        dt.date.fromisoformat(row[23]),
        day(row[24]),
        *row[25:27],
        bool(row[27]),
    ]
    return CaseCard(*values)


def unnamed(connection: Connection, plan_entry_id: int) -> tuple[str, int, int] | None:
    """The index and the last volume, number and id, of the open case that bears its heading; `None` without one."""
    row = connection.exec_driver_sql(
        "SELECT plan_entry.case_index, volume.number, volume.id FROM case_file "
        "JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id "
        "JOIN volume ON volume.case_file_id = case_file.id "
        f"WHERE case_file.plan_entry_id = ? AND case_file.closed_on IS NULL AND NOT {VOID} "
        "AND case_file.heading_kk || case_file.heading_ru = '' ORDER BY volume.number DESC LIMIT 1",
        (plan_entry_id,),
    ).fetchone()
    return (row[0], row[1], row[2]) if row is not None else None


def last_volume(desk: Desk, plan_entry_id: int) -> int | None:
    """The last volume of the open case that bears the heading of the plan, `None` without such a case."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        if (found := unnamed(connection, plan_entry_id)) is None:
            return None
        return found[2]


def _heading(row: Sequence[Any]) -> HeadingRow:
    values: list[Any] = [*row[:8], retention_of(*row[8:12]), bool(row[12]), bool(row[13]), *row[14:16]]
    return HeadingRow(*values)
