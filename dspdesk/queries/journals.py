"""The journals there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind


@dataclass(frozen=True, slots=True)
class JournalInfo:
    """One year of one flow; `language` decides the mark and the wording of notes in it."""

    id: int
    kind: JournalKind
    year: int
    language: str
    closed: bool


SELECT = "SELECT id, kind, year, language, closed_on FROM journal"


def journals(desk: Desk) -> list[JournalInfo]:
    """All journals, the newest year first."""
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(f"{SELECT} ORDER BY year DESC, kind").fetchall()
    return [info(row) for row in rows]


def journal(desk: Desk, kind: JournalKind, year: int) -> JournalInfo | None:
    """The journal of a kind and year, `None` when none has been opened."""
    with desk.reading() as connection:
        row = connection.exec_driver_sql(
            f"{SELECT} WHERE kind = ? AND year = ?", (kind.value, year)
        ).fetchone()
    return info(row) if row else None


def journal_by_id(desk: Desk, journal_id: int) -> JournalInfo:
    """The journal with this id."""
    with desk.reading() as connection:
        return info(connection.exec_driver_sql(f"{SELECT} WHERE id = ?", (journal_id,)).one())


def info(row: Sequence[Any]) -> JournalInfo:
    """A row of id, kind, year, language and day of closing."""
    return JournalInfo(row[0], JournalKind(row[1]), row[2], row[3], row[4] is not None)
