"""Linked documents: what is linked to an entry, what it answers by its own words, and what lies in another case."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind, NumberState
from dspdesk.law.relations import RelationKind, Side, number_meant, side
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries.filed import volume_words


@dataclass(frozen=True, slots=True)
class Other:
    """Another entry: its number with the mark, its journal, what it is, and where it is filed ('' nowhere)."""

    id: int
    number: str
    kind: JournalKind
    year: int
    on: dt.date | None
    correspondent: str
    words: str
    annulled: bool = False
    filed_in: str = ""


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """A link as one of its entries sees it; `id` is that of the relation."""

    id: int
    side: Side
    other: Other


@dataclass(frozen=True, slots=True)
class Proposed:
    """A link that the entries themselves speak of: one names the number of the other as that which it answers."""

    side: Side
    other: Other


_NOW = "filing.out_on IS NULL AND filing.struck_on IS NULL"
#: Where the first filed copy of an entry lies.
_FILED = f"""
    (SELECT plan_entry.case_index || char(10) || volume.number FROM copy AS lying
     JOIN filing ON filing.copy_id = lying.id JOIN volume ON volume.id = filing.volume_id
     JOIN case_file ON case_file.id = volume.case_file_id
     JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id
     WHERE lying.item_id = other.id AND {_NOW} ORDER BY lying.number LIMIT 1)
"""
_OTHER = f"""
    other.id, other.sequence, other.letter, other.written, other.state, journal.kind, journal.year, journal.language,
    item.registered_on, item.correspondent, item.kind, item.summary, {_FILED}
"""
_JOINED = "JOIN item ON item.id = other.id JOIN journal ON journal.id = other.journal_id"
_RELATED = f"""
    SELECT relation.id, relation.kind, relation.item_id <> ?, {_OTHER}
    FROM relation
    JOIN number AS other
        ON other.id = CASE WHEN relation.item_id = ? THEN relation.other_id ELSE relation.item_id END
    {_JOINED}
    WHERE (relation.item_id = ? OR relation.other_id = ?) AND relation.struck_on IS NULL ORDER BY relation.id
"""


def related(desk: Desk, item_id: int) -> tuple[RelatedRow, ...]:
    """What is linked to an entry, in the order in which it was linked."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return related_within(connection, item_id)


def related_within(connection: Connection, item_id: int) -> tuple[RelatedRow, ...]:
    """The same as a transaction sees it."""
    rows = connection.exec_driver_sql(_RELATED, (item_id,) * 4).fetchall()
    return tuple(
        RelatedRow(row[0], side(RelationKind(row[1]), turned=bool(row[2])), other_of(row[3:])) for row in rows
    )


def other_of(row: Sequence[Any]) -> Other:
    """An entry as the columns of this module have it."""
    filed = row[12].split("\n") if row[12] else None
    return Other(
        id=row[0],
        number=RegistrationNumber(*row[1:4]).with_mark(row[7]),
        kind=JournalKind(row[5]),
        year=row[6],
        on=dt.date.fromisoformat(row[8]) if row[8] else None,
        correspondent=row[9],
        words=" ".join(part for part in (row[10], row[11]) if part),
        annulled=row[4] == NumberState.ANNULLED.value,
        filed_in=volume_words(filed[0], int(filed[1])) if filed else "",
    )


# --- what the entries say themselves ---

_OF = """
    SELECT journal.kind, journal.year, item.their_number, item.registered_on,
           other.sequence || other.letter, other.written
    FROM number AS other JOIN item ON item.id = other.id JOIN journal ON journal.id = other.journal_id
    WHERE other.id = ?
"""
_MEANT = f"""
    SELECT {_OTHER} FROM number AS other {_JOINED}
    WHERE journal.kind = 'incoming' AND journal.year BETWEEN ? AND ? AND other.state <> 'annulled'
    AND (other.sequence || other.letter = ? OR other.written = ?) AND other.id <> ?
    ORDER BY journal.year DESC, item.registered_on DESC LIMIT ?
"""
#: Those that may name a number of ours; whether they do is read from their words.
_NAMING = f"""
    SELECT {_OTHER}, item.their_number FROM number AS other {_JOINED}
    WHERE journal.kind IN ('outgoing', 'internal') AND journal.year BETWEEN ? AND ? AND other.state <> 'annulled'
    AND item.their_key <> '' AND (instr(item.their_number, ?) OR (? <> '' AND instr(item.their_number, ?)))
    AND other.id <> ? ORDER BY item.registered_on
"""
_MOST = 5
_YEARS = 1  # a reply is of the year of what it answers, or of the next one


def proposed(desk: Desk, item_id: int) -> tuple[Proposed, ...]:
    """The replies that "In reply to No." of own documents speaks of and that are not linked yet."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        row = connection.exec_driver_sql(_OF, (item_id,)).fetchone()
        if row is None:
            return ()
        known = {(one.side, one.other.id) for one in related_within(connection, item_id)}
        own = JournalKind(row[0]) in OWN_DOCUMENTS
        found = _meant(connection, item_id, row) if own else _naming(connection, item_id, row)
    return tuple(one for one in found if (one.side, one.other.id) not in known)[:_MOST]


def _meant(connection: Connection, item_id: int, row: Sequence[Any]) -> list[Proposed]:
    """What an own document answers."""
    meant = number_meant(row[2])
    if not meant:
        return []
    asked = (row[1] - _YEARS, row[1], meant, meant, item_id, _MOST)
    rows = connection.exec_driver_sql(_MEANT, asked).fetchall()
    return [Proposed(Side.REPLY_TO, other_of(one)) for one in rows]


def _naming(connection: Connection, item_id: int, row: Sequence[Any]) -> list[Proposed]:
    """The own documents that answer what came in."""
    if JournalKind(row[0]) is not JournalKind.INCOMING:
        return []
    plain, written = row[4], row[5]
    asked = (row[1], row[1] + _YEARS, plain, written, written, item_id)
    rows = connection.exec_driver_sql(_NAMING, asked).fetchall()
    return [
        Proposed(Side.ANSWERED_BY, other_of(one))
        for one in rows
        if number_meant(one[13]) in {plain, written} - {""}
    ]


# --- what lies apart ---


@dataclass(frozen=True, slots=True)
class Apart:
    """A link of a document of a case to one that does not lie in it: `number` is that of the document filed here.

    `item_id` is the entry that was linked: that of an earlier year where the document was carried over since.
    """

    item_id: int
    number: str
    side: Side
    other: Other


#: A document carried over to a later year has a number in each: it lies in the case under whichever of them, and what
#: is linked to one is linked to it. `here` are the documents of the case with all their numbers up to now.
_APART = f"""
    WITH RECURSIVE here (item_id, source_id) AS (
        SELECT DISTINCT copy.item_id, copy.item_id FROM volume
        CROSS JOIN filing ON filing.volume_id = volume.id CROSS JOIN copy ON copy.id = filing.copy_id
        WHERE volume.case_file_id = ? AND {_NOW}
        UNION SELECT here.item_id, carry_over.from_item_id FROM here
        JOIN carry_over ON carry_over.to_item_id = here.source_id
    ), later (from_id, item_id) AS (
        SELECT DISTINCT other.id, other.id FROM here
        CROSS JOIN relation ON relation.item_id = here.source_id OR relation.other_id = here.source_id
        JOIN number AS other ON other.id IN (relation.item_id, relation.other_id)
        UNION SELECT later.from_id, carry_over.to_item_id FROM later
        JOIN carry_over ON carry_over.from_item_id = later.item_id
    ), ends (from_id, item_id) AS (
        SELECT from_id, max(item_id) FROM later GROUP BY from_id
    )
    SELECT here.source_id, relation.kind, relation.item_id <> here.source_id,
           ours.sequence, ours.letter, ours.written, home.language, {_OTHER}
    FROM here
    CROSS JOIN relation ON (relation.item_id = here.source_id OR relation.other_id = here.source_id)
         AND relation.struck_on IS NULL
    JOIN ends ON ends.from_id
         = CASE WHEN relation.item_id = here.source_id THEN relation.other_id ELSE relation.item_id END
    JOIN number AS ours ON ours.id = here.item_id JOIN journal AS home ON home.id = ours.journal_id
    JOIN number AS other ON other.id = ends.item_id
    {_JOINED}
    WHERE other.state <> 'annulled' AND NOT EXISTS (
        SELECT 1 FROM here AS inside JOIN later ON later.item_id = inside.source_id
        WHERE later.from_id = ends.from_id)
    ORDER BY here.item_id, relation.id
"""


def apart(connection: Connection, case_id: int) -> list[Apart]:
    """What is linked to the documents of a case and lies elsewhere or nowhere (paragraph 30, 2), by its last number."""
    rows = connection.exec_driver_sql(_APART, (case_id,)).fetchall()
    return [
        Apart(
            item_id=row[0],
            number=RegistrationNumber(*row[3:6]).with_mark(row[6]),
            side=side(RelationKind(row[1]), turned=bool(row[2])),
            other=other_of(row[7:]),
        )
        for row in rows
    ]
