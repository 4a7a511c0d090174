"""The journals there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind
from dspdesk.law.numbering import PLAIN
from dspdesk.law.roles import Action


@dataclass(frozen=True, slots=True)
class JournalInfo:
    """One year of one flow; `language` decides the mark and the wording of notes in it.

    `pattern` is of what its numbers are made; `section_of` is the common journal that it is a section of.
    """

    id: int
    kind: JournalKind
    year: int
    language: str
    closed: bool
    pattern: str = PLAIN
    section_of: int | None = None


SELECT = "SELECT id, kind, year, language, closed_on, pattern, section_of_id FROM journal"


def journals(desk: Desk) -> list[JournalInfo]:
    """All journals, the newest year first."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(f"{SELECT} ORDER BY year DESC, kind").fetchall()
    return [info(row) for row in rows]


def journal(desk: Desk, kind: JournalKind, year: int) -> JournalInfo | None:
    """The journal of a kind and year, `None` when none has been opened."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        row = connection.exec_driver_sql(
            f"{SELECT} WHERE kind = ? AND year = ?", (kind.value, year)
        ).fetchone()
    return info(row) if row else None


def journal_by_id(desk: Desk, journal_id: int) -> JournalInfo:
    """The journal with this id."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return info(connection.exec_driver_sql(f"{SELECT} WHERE id = ?", (journal_id,)).one())


def sections(desk: Desk, common_id: int) -> list[JournalInfo]:
    """The sections of a common journal, in the order of the flows."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(f"{SELECT} WHERE section_of_id = ?", (common_id,)).fetchall()
    return sorted(map(info, rows), key=lambda section: list(JournalKind).index(section.kind))


def info(row: Sequence[Any]) -> JournalInfo:
    """A row of id, kind, year, language, day of closing, pattern and common journal."""
    return JournalInfo(row[0], JournalKind(row[1]), row[2], row[3], row[4] is not None, *row[5:])
