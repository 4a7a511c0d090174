"""What the directories know of the parts of a registration number (paragraph 16): whose index stands for whom."""

import datetime as dt
import re
from dataclasses import dataclass

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.folding import fold
from dspdesk.law import numbering
from dspdesk.law.kinds import JournalKind
from dspdesk.law.registration import Entry
from dspdesk.law.roles import Action
from dspdesk.queries import item as items
from dspdesk.queries import settings
from dspdesk.queries.journals import journal


@dataclass(frozen=True, slots=True)
class Numbering:
    """How numbers of a journal are made: its pattern, and what it has given so far."""

    pattern: str
    language: str
    next: int
    last: str  # as written, '' in an empty journal
    parts: dict[str, str]  # of the entry registered last


def known(connection: Connection, kind: JournalKind, year: int, pattern: str, entry: Entry) -> dict[str, str]:
    """The parts that a pattern asks for, as far as they are known of an entry."""
    wanted = set(numbering.parts_of(pattern))
    parts = numbering.dated_parts(entry.date, year) | {"case": entry.case_index}
    if "correspondent" in wanted:
        of = _unit if kind is JournalKind.INTERNAL else _correspondent
        parts["correspondent"] = of(connection, fold(entry.correspondent))
    if wanted & {"executor", "unit"}:
        person, index = _employee(connection, fold(re.split(r"[,;]", entry.executor)[0]))
        parts["executor"] = index
        parts["unit"] = _unit_of(connection, person, entry.date) if person else ""
    return parts


def pattern_of(connection: Connection, kind: JournalKind, year: int) -> str:
    """The pattern of a journal, or that which it will be opened with."""
    row = connection.exec_driver_sql(
        "SELECT pattern FROM journal WHERE kind = ? AND year = ?", (kind.value, year)
    ).fetchone()
    return row[0] if row else settings.pattern_of_new_journal(connection, kind)


def pattern(desk: Desk, kind: JournalKind, year: int) -> str:
    """The pattern that the next number of a journal is made by."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return pattern_of(connection, kind, year)


def numbering_of(desk: Desk, kind: JournalKind, year: int) -> Numbering | None:
    """How a journal makes its numbers, `None` when there is no such journal."""
    desk.authorize(Action.READ_JOURNALS)
    opened = journal(desk, kind, year)
    if opened is None:
        return None
    with desk.reading() as connection:
        highest = connection.exec_driver_sql(
            "SELECT coalesce(max(sequence), 0) FROM number WHERE journal_id = ?", (opened.id,)
        ).scalar_one()
        last = connection.exec_driver_sql(
            "SELECT number.id FROM number JOIN item ON item.id = number.id "
            "WHERE number.journal_id = ? ORDER BY number.id DESC LIMIT 1",
            (opened.id,),
        ).scalar()
    details = items.item(desk, last) if last else None
    if details is None:
        return Numbering(opened.pattern, opened.language, highest + 1, "", {})
    with desk.reading() as connection:
        parts = known(
            connection, kind, year, "".join(f"{{{part}}}" for part in numbering.PARTS), details.entry
        )
    number = {numbering.NUMBER: details.number.plain}
    return Numbering(opened.pattern, opened.language, highest + 1, str(details.number), parts | number)


def _correspondent(connection: Connection, folded: str) -> str:
    """The index of a correspondent by its folded name; of a duplicate, that of the one it was joined to."""
    row = connection.exec_driver_sql(
        "SELECT coalesce(kept.number_index, met.number_index) FROM correspondent AS met "
        "LEFT JOIN correspondent AS kept ON kept.id = met.merged_into_id WHERE met.folded_kk = ? OR met.folded_ru = ?",
        (folded, folded),
    ).fetchone()
    return row[0] if row and folded else ""


def _unit(connection: Connection, folded: str) -> str:
    rows = connection.exec_driver_sql(
        "SELECT number_index, name_kk, name_ru FROM unit WHERE closed_on IS NULL ORDER BY id"
    )
    return next((index for index, *names in rows if folded and folded in map(fold, names)), "")


def _employee(connection: Connection, folded: str) -> tuple[int, str]:
    """Key and index of a person of the body by the name as written, 0 and '' for anybody else."""
    rows = connection.exec_driver_sql(
        "SELECT id, number_index, name_kk, name_ru FROM employee WHERE left_on IS NULL ORDER BY id"
    )
    found = ((key, index) for key, index, *names in rows if folded and folded in map(fold, names))
    return next(found, (0, ""))


def _unit_of(connection: Connection, person: int, day: dt.date | None) -> str:
    on = (day or dt.date.max).isoformat()
    row = connection.exec_driver_sql(
        "SELECT unit.number_index FROM appointment JOIN unit ON unit.id = appointment.unit_id "
        "WHERE employee_id = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) "
        "ORDER BY acting, valid_from DESC LIMIT 1",
        (person, on, on),
    ).fetchone()
    return row[0] if row else ""
