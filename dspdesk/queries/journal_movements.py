"""What the movements of copies say in the columns of a journal: columns 10 to 13, and the notes of column 14."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.kinds import MOVEMENT_COLUMN, MovementKind
from dspdesk.law.movement_correction import ChainLine, standing
from dspdesk.law.registration_journal import Correction, of_copies

_COPIES = """
    SELECT copy.item_id, copy.number, movement.kind, movement.as_written, movement.id
    FROM number JOIN copy ON copy.item_id = number.id LEFT JOIN movement ON movement.copy_id = copy.id
    WHERE {which} AND copy.struck_on IS NULL ORDER BY copy.item_id, copy.number, movement.id
"""
_CORRECTED = """
    SELECT copy_id, id, corrects_id, kind, happened_on, as_written FROM movement
    WHERE copy_id IN (SELECT copy_id FROM movement WHERE corrects_id IS NOT NULL) ORDER BY copy_id, id
"""
#: Few movements are corrected: those first.
_CORRECTIONS = """
    SELECT copy.item_id, copy.number, wrong.kind, wrong.as_written, movement.kind, movement.as_written,
           wrong.recorded_at, movement.recorded_at, number.journal_id
    FROM movement INDEXED BY ix_movement_corrects_id CROSS JOIN movement AS wrong ON wrong.id = movement.corrects_id
    CROSS JOIN copy ON copy.id = movement.copy_id CROSS JOIN number ON number.id = copy.item_id
    WHERE movement.corrects_id IS NOT NULL AND {which} AND copy.struck_on IS NULL
    ORDER BY movement.id, copy.number
"""
_PRINTED = """
    SELECT 1 FROM printed_line JOIN printout ON printout.id = printed_line.printout_id
    WHERE printed_line.paper = 'registration_journal' AND printed_line.subject = ? AND printed_line.key = ?
    AND printout.made_at >= ? AND printout.made_at < ?
"""
#: Column 14 notes what columns 10 to 13 have said wrongly.
_IN_COLUMNS = frozenset(kind.value for kind in MOVEMENT_COLUMN)


@dataclass(slots=True)
class Said:
    """What the copies of one entry say: the words of each column with their copies, the last movement of each copy."""

    columns: dict[int, dict[str, list[int]]] = field(default_factory=dict)
    last: dict[int, MovementKind | None] = field(default_factory=dict)

    def words(self, column: int, language: str) -> tuple[str, ...]:
        """The words of a column; those that are not of all copies say of which they are."""
        found = self.columns.get(column)
        if not found:
            return ()
        return tuple(
            words if len(numbers) == len(self.last) else of_copies(words, numbers, language)
            for words, numbers in found.items()
        )


@dataclass(frozen=True, slots=True)
class _Mistake:
    """What was wrong and what is right, when each was entered (UTC, as stored), the journal it stands in."""

    wrong: str
    right: str
    entered: str
    at: str
    journal: int


_COLUMN = {kind.value: column for kind, column in MOVEMENT_COLUMN.items()}
_KIND = {kind.value: kind for kind in MovementKind}


def said(connection: Connection, which: str, values: tuple[Any, ...]) -> dict[int, Said]:
    """What the copies of all entries say for which a condition on `number` holds."""
    wrong = _not_standing(connection)
    found: dict[int, Said] = {}
    rows: Any = connection.exec_driver_sql(_COPIES.format(which=which), values).cursor
    for item, number, kind, words, key in rows:
        of_item = found.get(item) or found.setdefault(item, Said())
        of_item.last[number] = _KIND[kind] if kind else None
        column = _COLUMN.get(kind)
        if column is None or not words or key in wrong:
            continue
        numbers = of_item.columns.setdefault(column, {}).setdefault(words, [])
        if number not in numbers:
            numbers.append(number)
    return found


def _not_standing(connection: Connection) -> set[int]:
    """Movements that fill no column: those corrected, and what only says again what stood before."""
    rows = [(row[0], ChainLine(*row[1:])) for row in connection.exec_driver_sql(_CORRECTED)]
    left: set[int] = set()
    for _copy, of_copy in groupby(rows, key=lambda row: row[0]):
        chain = [line for _key, line in of_copy]
        left |= {line.id for line in chain} - {line.id for line in standing(chain)}
    return left


def corrections(
    connection: Connection, desk: Desk, which: str, values: tuple[Any, ...], copies: dict[int, Said]
) -> dict[int, tuple[Correction, ...]]:
    """The movements entered by mistake of the same entries, those that went alike told of once."""
    rows = connection.exec_driver_sql(_CORRECTIONS.format(which=which), values).fetchall()
    told: dict[int, dict[_Mistake, list[int]]] = {}
    for item, number, wrong_kind, wrong, kind, words, entered, at, journal in rows:
        if wrong_kind not in _IN_COLUMNS or not wrong:
            continue
        right = words if wrong_kind == kind == MovementKind.RECEIPT else ""
        of_item = told.setdefault(item, {})
        of_item.setdefault(_Mistake(wrong, right, entered, at, journal), []).append(number)
    return {
        item: tuple(
            Correction(
                on=_local_day(desk, mistake.at),
                wrong=mistake.wrong,
                right=mistake.right,
                copies=() if len(of) == len(copies[item].last) else tuple(of),
                printed=_printed(connection, item, mistake),
            )
            for mistake, of in found.items()
        )
        for item, found in told.items()
    }


def _local_day(desk: Desk, at: str) -> dt.date:
    """The day of a moment at this desk; moments are kept in UTC."""
    return dt.datetime.fromisoformat(at).replace(tzinfo=dt.UTC).astimezone(desk.clock().tzinfo).date()


def _printed(connection: Connection, item_id: int, mistake: _Mistake) -> bool:
    """Whether the journal was printed while the wrong words stood in it."""
    asked = (f"journal:{mistake.journal}", f"item:{item_id}", mistake.entered, mistake.at)
    return connection.exec_driver_sql(_PRINTED, asked).fetchone() is not None


def further_copies(connection: Connection, keys: Collection[int]) -> dict[int, list[str]]:
    """What is noted of copies and extracts made; few entries have any, so only those are asked for."""
    from dspdesk.queries.copying import notes_of

    some = connection.exec_driver_sql(
        "SELECT item_id FROM reproduction UNION SELECT item_id FROM abstract_extraction"
    )
    return notes_of(connection, sorted({key for (key,) in some}.intersection(keys)))


def acts(connection: Connection, keys: Iterable[int] | None) -> dict[int, tuple[str, ...]]:
    """What is noted of acts; `None` asks for all entries."""
    from dspdesk.queries.acts import notes_of

    return notes_of(connection, None if keys is None else list(keys))


def cases(connection: Connection, keys: Collection[int]) -> dict[int, tuple[str, ...]]:
    """What is noted of what was filed: enclosures that are a volume of their own, what left its case again."""
    from dspdesk.queries import withdrawal
    from dspdesk.queries.filing import notes_of

    found = notes_of(connection, keys)
    for key, notes in withdrawal.noted(connection, keys).items():
        found[key] = (*found.get(key, ()), *notes)
    return found
