"""The filing plan of a year: its headings with how many cases stand under each, and as a paper has them."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, text

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law import filing_plan as law
from dspdesk.law.case_file import DocumentsKind
from dspdesk.law.filing_plan import FilingPlanContent, Heading, PlanLine, PlanUnit, RegisterForm
from dspdesk.law.kinds import Headship, JournalKind
from dspdesk.law.retention import Retention
from dspdesk.law.roles import Action
from dspdesk.law.settings import COMMON_JOURNAL
from dspdesk.queries import settings
from dspdesk.queries.filed import SHEETS, VOID, retention_of
from dspdesk.queries.item import day
from dspdesk.queries.names import name_in, of_day
from dspdesk.queries.people import signatory_within


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One heading. `cases` are those opened under it, `restricted_cases` those of them with the mark.

    `first_volume` is the first volume of the first case, `None` while there is none.
    """

    id: int
    year: int
    unit_id: int
    unit_kk: str
    unit_ru: str
    case_index: str
    heading_kk: str
    heading_ru: str
    retention: Retention
    restricted: bool
    carry_over: bool
    documents: DocumentsKind
    register: RegisterForm | None
    expected: int | None
    notes: str
    struck_on: dt.date | None
    copied_from_id: int | None
    cases: int
    restricted_cases: int
    first_volume: int | None

    def heading(self, language: str = "") -> str:
        """The heading in a language, else that of the person; where the body has only one, that."""
        kk = (language or str(current_language())) == "kk"
        return (self.heading_kk or self.heading_ru) if kk else (self.heading_ru or self.heading_kk)

    def unit(self, language: str = "") -> str:
        """The unit in a language, else that of the person."""
        return self.unit_kk if (language or str(current_language())) == "kk" else self.unit_ru

    @property
    def marked(self) -> bool:
        """Whether the plan shows the mark: the heading is restricted, or one of its cases has become so (34)."""
        return self.restricted or self.restricted_cases > 0

    def said(self, language: str) -> Heading:
        """The heading as a person would write it."""
        return Heading(
            case_index=self.case_index,
            heading_kk=self.heading_kk,
            heading_ru=self.heading_ru,
            retention=self.retention.words(language),
            restricted=self.restricted,
            carry_over=self.carry_over,
            documents=self.documents,
            register=self.register,
            expected=self.expected,
            notes=self.notes,
        )


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case under a heading: its first volume, how many volumes it has, what lies in them."""

    id: int
    ordinal: int
    volume_id: int
    volumes: int
    sheets: int
    restricted: bool
    closed_on: dt.date | None


_CASES = "SELECT count(*) FROM case_file WHERE case_file.plan_entry_id = plan_entry.id"
_PLAN = text(
    f"""
    SELECT plan_entry.id, plan_entry.year, plan_entry.unit_id, {of_day("unit", "kk")}, {of_day("unit", "ru")},
           plan_entry.case_index, plan_entry.heading_kk, plan_entry.heading_ru, plan_entry.retention, plan_entry.years,
           plan_entry.expert, plan_entry.article, plan_entry.restricted, plan_entry.carry_over, plan_entry.documents,
           plan_entry.register, plan_entry.expected, plan_entry.notes, plan_entry.struck_on, plan_entry.copied_from_id,
           ({_CASES}), ({_CASES} AND case_file.restricted_on IS NOT NULL),
           (SELECT volume.id FROM volume JOIN case_file ON case_file.id = volume.case_file_id
            WHERE case_file.plan_entry_id = plan_entry.id ORDER BY case_file.ordinal, volume.number LIMIT 1)
    FROM plan_entry JOIN unit ON unit.id = plan_entry.unit_id WHERE plan_entry.year = :year
    """
)
_CASE_LINES = f"""
    SELECT case_file.id, case_file.ordinal, min(volume.id), count(*),
           sum({SHEETS}),
           case_file.restricted_on IS NOT NULL, case_file.closed_on
    FROM case_file JOIN volume ON volume.case_file_id = case_file.id
    WHERE case_file.plan_entry_id = ? AND NOT {VOID} GROUP BY case_file.id ORDER BY case_file.ordinal
"""


def plan(desk: Desk, year: int) -> list[PlanRow]:
    """The headings of a year in the order of their indexes, those struck out at the end."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return rows_of(connection, year, desk.today())


def years(desk: Desk) -> list[int]:
    """The years that have a plan, the latest first."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return [year for (year,) in connection.exec_driver_sql(_YEARS)]


def entry_year(desk: Desk, plan_entry_id: int) -> int | None:
    """The year of a heading; `None` for one that is not there."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        found: int | None = connection.exec_driver_sql(
            "SELECT year FROM plan_entry WHERE id = ?", (plan_entry_id,)
        ).scalar()
        return found


def cases_under(desk: Desk, plan_entry_id: int) -> list[CaseLine]:
    """The cases under a heading in their order."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        found = connection.exec_driver_sql(_CASE_LINES, (plan_entry_id,))
        return [_case(row) for row in found]


def missing_registers(desk: Desk, year: int) -> tuple[RegisterForm, ...]:
    """The program's own registers that are no heading of a year yet (paragraph 28, part 2)."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return registers_missing(connection, year)


def retentions(desk: Desk) -> list[str]:
    """The periods that headings have, as they are written in the language of the person, the most used first."""
    desk.authorize(Action.READ_CASES)
    language = str(current_language())
    with desk.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT retention, years, expert, article FROM plan_entry WHERE struck_on IS NULL "
            "GROUP BY 1, 2, 3, 4 ORDER BY count(*) DESC, 1, 2, 4"
        )
        return [retention_of(*row).words(language) for row in found]


def content(desk: Desk, year: int, language: str) -> FilingPlanContent:
    """The plan of a year as its paper and its spreadsheet have it: names of its days, and who signs it today."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        rows = [row for row in rows_of(connection, year, desk.today()) if row.struck_on is None]
        signs = signatory_within(connection, Headship.SERVICE, desk.today())
        approves = signatory_within(connection, Headship.BODY, desk.today())
        body = name_in(connection, "organisation:1", _day_of(year, desk.today()), language)
    return FilingPlanContent(
        organisation=body,
        year=year,
        units=_by_units(rows, language),
        periods=Counter(row.retention.period for row in rows),
        signs_position=signs.position(language) if signs else "",
        signs_name=signs.name(language) if signs else "",
        approves_position=approves.position(language) if approves else "",
        approves_name=approves.name(language) if approves else "",
    )


def rows_of(connection: Connection, year: int, today: dt.date) -> list[PlanRow]:
    """The headings of a year as a transaction sees them."""
    found = connection.execute(_PLAN, {"day": _day_of(year, today).isoformat(), "year": year})
    rows = [_row(row) for row in found]
    return sorted(rows, key=lambda row: (row.struck_on is not None, law.index_key(row.case_index), row.id))


def registers_missing(connection: Connection, year: int) -> tuple[RegisterForm, ...]:
    """The same as `missing_registers` as a transaction sees it."""
    standing = {
        form
        for (form,) in connection.exec_driver_sql(
            "SELECT register FROM plan_entry WHERE year = ? AND struck_on IS NULL AND register <> ''", (year,)
        )
    }
    common = [JournalKind(kind) for kind in settings.value(connection, COMMON_JOURNAL)]
    return tuple(form for form in law.own_registers(common) if form.value not in standing)


def _by_units(rows: Sequence[PlanRow], language: str) -> tuple[PlanUnit, ...]:
    """The units in the order of their first index."""
    first: dict[int, int] = {}
    for at, row in enumerate(rows):
        first.setdefault(row.unit_id, at)
    ordered = sorted(rows, key=lambda row: first[row.unit_id])
    units = []
    for _key, found in groupby(ordered, key=lambda row: row.unit_id):
        of_unit = list(found)
        name = law.unit_words(of_unit[0].unit(language), [row.case_index for row in of_unit])
        units.append(PlanUnit(name, tuple(_line(row, language) for row in of_unit)))
    return tuple(units)


def _line(row: PlanRow, language: str) -> PlanLine:
    return law.line_of(
        row.case_index,
        row.heading(language),
        row.retention,
        language,
        restricted=row.marked,
        carry_over=row.carry_over,
        expected=row.expected,
        notes=row.notes,
    )


def _case(row: Sequence[Any]) -> CaseLine:
    values: list[Any] = [*row[:5], bool(row[5]), day(row[6])]
    return CaseLine(*values)


def _day_of(year: int, today: dt.date) -> dt.date:
    """The day whose names a plan of a year has: the last of a year that is over, else today."""
    return dt.date(year, 12, 31) if year < today.year else today


def _row(row: Sequence[Any]) -> PlanRow:
    values: list[Any] = [
        *row[:8],
        retention_of(*row[8:12]),
        bool(row[12]),
        bool(row[13]),
        DocumentsKind(row[14]),
        RegisterForm(row[15]) if row[15] else None,
        *row[16:18],
        day(row[18]),
        *row[19:23],
    ]
    return PlanRow(*values)


_YEARS = "SELECT DISTINCT year FROM plan_entry WHERE struck_on IS NULL ORDER BY year DESC"
