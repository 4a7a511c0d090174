"""Documents carried over (paragraph 14, part 2): which of a year wait for it, and how entries are linked.

Linked are also an entry made in the wrong journal and the right one (W6).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.carry_over import Ground
from dspdesk.law.kinds import JournalKind
from dspdesk.law.registration_journal import Linked
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries.journals import JournalInfo, info
from dspdesk.queries.on_control import ON_CONTROL


@dataclass(frozen=True, slots=True)
class LinkedEntry:
    """The entry of another year, or of another journal, for the same document."""

    id: int
    journal: JournalInfo
    number: RegistrationNumber
    on: dt.date | None

    def as_written(self) -> Linked:
        """What the register states of it."""
        return Linked(self.number.with_mark(self.journal.language), self.on)


@dataclass(frozen=True, slots=True)
class Links:
    """The entries of a document in the years after and before this one, `None` where there is none.

    `moved_to` is the right entry of one that was made in the wrong journal, `moved_from` the wrong one (W6).
    """

    carried_to: LinkedEntry | None = None
    carried_from: LinkedEntry | None = None
    moved_to: LinkedEntry | None = None
    moved_from: LinkedEntry | None = None

    @property
    def carried(self) -> bool:
        """Whether the document has a number in another year."""
        return self.carried_to is not None or self.carried_from is not None


UNLINKED = Links()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that waits to be carried over, or to be finished before the year is closed."""

    id: int
    kind: JournalKind
    number: str  # with its mark
    date: dt.date | None
    correspondent: str
    summary: str
    executor: str
    due_on: dt.date | None
    ground: Ground


_OTHER = """
    SELECT number.id, other.id, other.sequence, other.letter, other.written, item.registered_on,
           journal.id, journal.kind, journal.year, journal.language, journal.closed_on, journal.pattern,
           journal.section_of_id
    FROM number JOIN {table} ON {table}.{here} = number.id
    JOIN number AS other ON other.id = {table}.{there} JOIN item ON item.id = other.id
    JOIN journal ON journal.id = other.journal_id WHERE {which}
"""
_WAYS = {
    "carried_to": ("carry_over", "from_item_id", "to_item_id"),
    "carried_from": ("carry_over", "to_item_id", "from_item_id"),
    "moved_to": ("misplacement", "from_item_id", "to_item_id"),
    "moved_from": ("misplacement", "to_item_id", "from_item_id"),
}


def links(connection: Connection, which: str, values: tuple[Any, ...]) -> dict[int, Links]:
    """The links of all entries for which a condition on `number` holds; entries without any are left out."""
    found: dict[int, dict[str, LinkedEntry]] = {}
    for way, (table, here, there) in _WAYS.items():
        sql = _OTHER.format(table=table, here=here, there=there, which=which)
        for row in connection.exec_driver_sql(sql, values).fetchall():
            number = RegistrationNumber(row[2], row[3], row[4])
            found.setdefault(row[0], {})[way] = LinkedEntry(row[1], info(row[6:]), number, _day(row[5]))
    return {key: Links(**ways) for key, ways in found.items()}


def links_of(connection: Connection, item_id: int) -> Links:
    """The links of one entry."""
    return links(connection, "number.id = ?", (item_id,)).get(item_id, UNLINKED)


_COPY = """
    SELECT 1 FROM copy LEFT JOIN movement ON movement.id = copy.whereabouts_id
    WHERE copy.item_id = item.id AND copy.struck_on IS NULL AND
"""
#: What is registered, lies in no case, has a copy left, and has not been carried over: not finished.
UNFINISHED = f"""
    number.state = 'issued' AND NOT EXISTS ({_COPY} movement.kind IN ('filing', 'carried_over', 'seizure'))
    AND EXISTS ({_COPY} coalesce(movement.kind, '') NOT IN ('destruction', 'sending_back'))
"""
_CANDIDATES = f"""
    SELECT number.id, journal.kind, number.sequence, number.letter, number.written, journal.language,
           item.registered_on, item.correspondent, item.kind, item.summary, item.executor, item.due_on,
           CASE WHEN {ON_CONTROL} THEN item.control ELSE '' END
    FROM journal CROSS JOIN number ON number.journal_id = journal.id CROSS JOIN item ON item.id = number.id
    WHERE journal.year = ? AND journal.kind <> 'publications' AND {UNFINISHED}
    ORDER BY NOT {ON_CONTROL}, journal.id, number.sequence, number.letter LIMIT ?
"""
MOST = 5_000  # more are not chosen one by one: first those on control, then the oldest


def candidates(desk: Desk, year: int, most: int = MOST) -> list[Candidate]:
    """The documents of a year that are not finished: on control first, then those that lie in no case.

    Publications are not among them: they keep their number for as long as the library has them.
    """
    desk.authorize(Action.CARRY_OVER)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(_CANDIDATES, (year, most)).cursor.fetchall()
    return list(map(_candidate, rows))


def carried(desk: Desk, year: int) -> int:
    """How many documents of a year have been carried over."""
    desk.authorize(Action.CARRY_OVER)
    with desk.reading() as connection:
        return int(
            connection.exec_driver_sql(
                "SELECT count(*) FROM carry_over JOIN number ON number.id = carry_over.from_item_id "
                "JOIN journal ON journal.id = number.journal_id WHERE journal.year = ?",
                (year,),
            ).scalar_one()
        )


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _candidate(row: Sequence[Any]) -> Candidate:
    return Candidate(
        id=row[0],
        kind=JournalKind(row[1]),
        number=RegistrationNumber(row[2], row[3], row[4]).with_mark(row[5]),
        date=_day(row[6]),
        correspondent=row[7],
        summary=" ".join(part for part in (row[8], row[9]) if part),
        executor=row[10],
        due_on=_day(row[11]),
        ground=Ground.ON_CONTROL if row[12] else Ground.UNFILED,
    )
