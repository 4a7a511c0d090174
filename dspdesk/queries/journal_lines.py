"""A whole journal in the order of its numbers, as appendix 2, the cards and the command line state it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.kinds import MovementKind, NumberState
from dspdesk.law.registration import item_state
from dspdesk.law.registration_journal import JournalItem, PassedOver
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.queries import carry_over
from dspdesk.queries.carry_over import Links
from dspdesk.queries.item import day, entered_later
from dspdesk.queries.journals import JournalInfo, info

_ITEMS = """
    SELECT number.id, number.sequence, number.letter, number.written, number.state, item.registered_on,
           item.correspondent, item.their_number, item.their_date, item.kind, item.summary, item.sheets,
           item.enclosure_sheets, item.resolution, item.executor, item.due_on, item.control, item.signed_on,
           item.notes, item.entered_at, item.form_id
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
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return _items(desk, connection, "number.journal_id = ?", (journal_id,))


def items_of(desk: Desk, wanted: Sequence[int]) -> list[tuple[JournalInfo, JournalItem]]:
    """These entries with their journals, the lowest number first."""
    desk.authorize(Action.READ_JOURNALS)
    marks = ", ".join("?" * len(wanted))
    with desk.reading() as connection:
        found = _items(desk, connection, f"number.id IN ({marks})", tuple(wanted))
        journals = connection.exec_driver_sql(
            f"SELECT number.id, journal.id, kind, year, language, closed_on, pattern, section_of_id FROM number "
            f"JOIN journal ON journal.id = number.journal_id WHERE number.id IN ({marks})",
            tuple(wanted),
        )
        journal_of = {row[0]: info(row[1:]) for row in journals}
    return [(journal_of[key], item) for key, item in found]


def passed_over(desk: Desk, journal_id: int) -> list[PassedOver]:
    """The numbers of a journal that were skipped with a reason, those next to each other as one."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT sequence, annulled_reason FROM number "
            "WHERE journal_id = ? AND state <> 'issued' AND state = 'skipped' ORDER BY sequence",
            (journal_id,),
        ).fetchall()
    runs: list[PassedOver] = []
    for sequence, reason in rows:
        if runs and (runs[-1].last, runs[-1].reason) == (sequence - 1, reason):
            runs[-1] = PassedOver(runs[-1].first, sequence, reason)
        else:
            runs.append(PassedOver(sequence, sequence, reason))
    return runs


def _items(
    desk: Desk, connection: Connection, which: str, values: tuple[Any, ...]
) -> list[tuple[int, JournalItem]]:
    said = _said(connection.exec_driver_sql(_COPIES.format(which=which), values).cursor)
    rows: Any = connection.exec_driver_sql(
        _ITEMS.format(which=which), values
    ).cursor  # iterable in this library
    linked = carry_over.links(connection, which, values)
    found = ((row[0], _item(desk, row, *said.get(row[0], ([], {}, {})))) for row in rows)
    return [(key, _linked(item, linked[key]) if key in linked else item) for key, item in found]


def _linked(item: JournalItem, links: Links) -> JournalItem:
    return replace(
        item,
        carried_to=links.carried_to.as_written() if links.carried_to else None,
        carried_from=links.carried_from.as_written() if links.carried_from else None,
    )


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
    desk: Desk,
    row: Sequence[Any],
    numbers: list[int],
    by_kind: dict[str, list[str]],
    last: dict[int, str | None],
) -> JournalItem:
    def words(kind: MovementKind) -> tuple[str, ...]:
        return tuple(by_kind.get(kind.value, ()))

    kinds = [MovementKind(kind) if kind else None for kind in last.values()]
    return JournalItem(
        number=RegistrationNumber(*row[1:4]),
        state=item_state(NumberState(row[4]), kinds),
        date=day(row[5]),
        correspondent=row[6],
        their_number=row[7],
        their_date=day(row[8]),
        kind=row[9],
        summary=row[10],
        sheets=SheetCount(row[11], row[12]),
        copies=tuple(numbers),
        resolution=row[13],
        executor=row[14],
        due_on=day(row[15]),
        control=row[16],
        signed_on=day(row[17]),
        notes=row[18],
        entered_on=entered_later(desk, row[19], day(row[5]), row[20]),
        receipts=words(MovementKind.RECEIPT),
        returns=words(MovementKind.RETURN),
        filings=words(MovementKind.FILING),
        destructions=words(MovementKind.DESTRUCTION),
    )
