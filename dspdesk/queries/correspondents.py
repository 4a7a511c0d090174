"""The directory of correspondents: who they are, how much was written to and fro, what may be one body twice."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.likeness import Likeness, alike
from dspdesk.law.kinds import JournalKind
from dspdesk.law.roles import Action
from dspdesk.queries.journal_grid import GridRow, rows_of
from dspdesk.queries.journals import SELECT, JournalInfo, info

_MOST_PROPOSED = 500


@dataclass(frozen=True, slots=True)
class CorrespondentRow:
    """A correspondent with its letters; `also` are the names of the duplicates that were joined to it."""

    id: int
    name_kk: str
    name_ru: str
    conditional_name: str
    address_kk: str
    address_ru: str
    number_index: str
    foreign: bool
    incoming: int
    outgoing: int
    last: dt.date | None
    also: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        """The name in a language, or in the other where there is none in it."""
        first, second = (self.name_kk, self.name_ru) if language == "kk" else (self.name_ru, self.name_kk)
        return first or second


@dataclass(frozen=True, slots=True)
class Letter:
    """An entry from or to a correspondent, in the words it was written with."""

    row: GridRow
    journal: JournalInfo


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two correspondents that may be one; `keep` has more letters."""

    keep: CorrespondentRow
    duplicate: CorrespondentRow
    why: Likeness


_COUNTED = """
    SELECT item.correspondent_id, sum(journal.kind IN (?, ?)), sum(journal.kind = ?), max(item.registered_on)
    FROM item JOIN number ON number.id = item.id JOIN journal ON journal.id = number.journal_id
    WHERE item.correspondent_id IS NOT NULL AND number.state <> 'annulled' GROUP BY 1
"""
_IN = (JournalKind.INCOMING.value, JournalKind.PUBLICATIONS.value)
_COLUMNS = 'id, name_kk, name_ru, conditional_name, address_kk, address_ru, number_index, "foreign"'


def correspondents(desk: Desk) -> list[CorrespondentRow]:
    """All correspondents that were not joined to another, those met last first."""
    desk.authorize(Action.READ_CORRESPONDENTS)
    with desk.reading() as connection:
        return _rows(connection)


def proposals(desk: Desk) -> list[Proposal]:
    """Pairs that may be one body, the surest first; nothing is joined unless a person does it."""
    found = correspondents(desk)
    rows = {row.id: row for row in found}
    names = [(row.id, name) for row in found for name in (row.name_ru, row.name_kk) if name]
    pairs = sorted(alike(names), key=lambda pair: list(Likeness).index(pair[2]))
    return [_proposal(rows[one], rows[other], why) for one, other, why in pairs[:_MOST_PROPOSED]]


def letters(desk: Desk, correspondent_id: int, limit: int = 200) -> tuple[list[Letter], int]:
    """The latest entries from or to a correspondent, however it was written in them, and how many there are."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT item.id, number.journal_id FROM item JOIN number ON number.id = item.id "
            "WHERE item.correspondent_id = ? ORDER BY item.registered_on DESC, item.id DESC LIMIT ?",
            (correspondent_id, limit),
        ).fetchall()
        total = connection.exec_driver_sql(
            "SELECT count(*) FROM item WHERE correspondent_id = ?", (correspondent_id,)
        ).scalar_one()
        journals = {row[0]: info(row) for row in connection.exec_driver_sql(SELECT)}
        journal_of = {key: journals[journal] for key, journal in found}
        return [Letter(row, journal_of[row.id]) for row in rows_of(connection, list(journal_of))], total


def _rows(connection: Connection) -> list[CorrespondentRow]:
    counted = {
        key: (came, went, dt.date.fromisoformat(last) if last else None)
        for key, came, went, last in connection.exec_driver_sql(_COUNTED, (*_IN, JournalKind.OUTGOING.value))
    }
    also: dict[int, list[str]] = {}
    joined = connection.exec_driver_sql(
        "SELECT merged_into_id, name_ru, name_kk FROM correspondent WHERE merged_into_id IS NOT NULL ORDER BY id"
    )
    for into, *names in joined:
        also.setdefault(into, []).extend(name for name in names if name)
    rows = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM correspondent WHERE merged_into_id IS NULL ORDER BY id DESC"
    )
    return [_row(row, counted, also) for row in rows]


def _row(
    row: Any, counted: Mapping[int, tuple[int, int, dt.date | None]], also: Mapping[int, list[str]]
) -> CorrespondentRow:
    came, went, last = counted.get(row[0], (0, 0, None))
    return CorrespondentRow(
        id=row[0], name_kk=row[1], name_ru=row[2], conditional_name=row[3], address_kk=row[4], address_ru=row[5],
        number_index=row[6], foreign=bool(row[7]), incoming=came, outgoing=went, last=last,
        also=tuple(dict.fromkeys(also.get(row[0], ()))),
    )  # fmt: skip


def _proposal(one: CorrespondentRow, other: CorrespondentRow, why: Likeness) -> Proposal:
    """The one with more letters is kept, of equals the one met first."""
    keep, duplicate = sorted((one, other), key=lambda row: (-row.incoming - row.outgoing, row.id))
    return Proposal(keep, duplicate, why)
