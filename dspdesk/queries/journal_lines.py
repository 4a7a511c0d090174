"""A whole journal in the order of its numbers, as appendix 2, the cards and the command line state it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.kinds import MovementKind, NumberState
from dspdesk.law.registration import item_state
from dspdesk.law.registration_journal import ClosingCount, JournalItem, count
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.queries.item import day
from dspdesk.queries.journals import JournalInfo, info

_ITEMS = """
    SELECT number.id, number.sequence, number.letter, number.state, item.registered_on, item.correspondent,
           item.their_number, item.their_date, item.kind, item.summary, item.sheets, item.enclosure_sheets,
           item.resolution, item.executor, item.due_on, item.control, item.signed_on, item.notes
    FROM number JOIN item ON item.id = number.id WHERE {which} ORDER BY number.sequence, number.letter
"""
_COPIES = """
    SELECT copy.item_id, copy.number, movement.kind, movement.as_written
    FROM number JOIN copy ON copy.item_id = number.id LEFT JOIN movement ON movement.copy_id = copy.id
    WHERE {which} AND copy.struck_on IS NULL ORDER BY copy.item_id, copy.number, movement.id
"""

#: What the copies of one item say: their numbers, the words of each kind of movement, the last movement of each.
_Said = tuple[list[int], dict[str, list[str]], dict[int, str | None]]


def items(desk: Desk, journal_id: int) -> list[tuple[int, JournalItem]]:
    """All entries of a journal with their ids, the lowest number first."""
    with desk.reading() as connection:
        return _items(connection, "number.journal_id = ?", (journal_id,))


def items_of(desk: Desk, wanted: Sequence[int]) -> list[tuple[JournalInfo, JournalItem]]:
    """These entries with their journals, the lowest number first."""
    marks = ", ".join("?" * len(wanted))
    with desk.reading() as connection:
        found = _items(connection, f"number.id IN ({marks})", tuple(wanted))
        journals = connection.exec_driver_sql(
            f"SELECT number.id, journal.id, kind, year, language, closed_on FROM number "
            f"JOIN journal ON journal.id = number.journal_id WHERE number.id IN ({marks})",
            tuple(wanted),
        )
        journal_of = {row[0]: info(row[1:]) for row in journals}
    return [(journal_of[key], item) for key, item in found]


def closing_count(desk: Desk, journal_id: int) -> ClosingCount:
    """What the closing inscription of a journal states, counted from its numbers."""
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT sequence, letter, state FROM number WHERE journal_id = ?", (journal_id,)
        ).fetchall()
    return count((RegistrationNumber(row[0], row[1]), row[2] == NumberState.ANNULLED.value) for row in rows)


def _items(connection: Connection, which: str, values: tuple[Any, ...]) -> list[tuple[int, JournalItem]]:
    said = _said(connection.exec_driver_sql(_COPIES.format(which=which), values).cursor)
    rows: Any = connection.exec_driver_sql(
        _ITEMS.format(which=which), values
    ).cursor  # iterable in this library
    return [(row[0], _item(row, *said.get(row[0], ([], {}, {})))) for row in rows]


def _said(rows: Any) -> dict[int, _Said]:
    said: dict[int, _Said] = {}
    for item, number, kind, words in rows:
        numbers, by_kind, last = said.setdefault(item, ([], {}, {}))
        if number not in last:
            numbers.append(number)
        last[number] = kind
        if kind is not None and words not in (there := by_kind.setdefault(kind, [])):
            there.append(words)
    return said


def _item(
    row: Sequence[Any], numbers: list[int], by_kind: dict[str, list[str]], last: dict[int, str | None]
) -> JournalItem:
    def words(kind: MovementKind) -> tuple[str, ...]:
        return tuple(by_kind.get(kind.value, ()))

    kinds = [MovementKind(kind) if kind else None for kind in last.values()]
    return JournalItem(
        number=RegistrationNumber(row[1], row[2]),
        state=item_state(NumberState(row[3]), kinds),
        date=day(row[4]),
        correspondent=row[5],
        their_number=row[6],
        their_date=day(row[7]),
        kind=row[8],
        summary=row[9],
        sheets=SheetCount(row[10], row[11]),
        copies=tuple(numbers),
        resolution=row[12],
        executor=row[13],
        due_on=day(row[14]),
        control=row[15],
        signed_on=day(row[16]),
        notes=row[17],
        receipts=words(MovementKind.RECEIPT),
        returns=words(MovementKind.RETURN),
        filings=words(MovementKind.FILING),
        destructions=words(MovementKind.DESTRUCTION),
    )
