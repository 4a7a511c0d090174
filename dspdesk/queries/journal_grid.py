"""What the journal grid shows: ids in order first, rows by pages after."""

import datetime as dt
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.kinds import Carrier, ItemState, MovementKind, NumberState
from dspdesk.law.registration import item_state
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.queries import filters
from dspdesk.queries.item import day
from dspdesk.queries.on_control import OFF_CONTROL
from dspdesk.queries.whereabouts import among, held_by


@dataclass(frozen=True, slots=True)
class View:
    """Which entries of a journal, in which order.

    `filters` are pairs of column key and what a person typed under it: words match the beginnings of words;
    "!" before them excludes; "=" alone finds empty, "!=" not empty; dates take "18.11.2026", "11.2026", "2026"
    and "01.11-18.11"; numbers and counts "12", "12а", "100-200", ">10". Column keys: number, date, correspondent,
    their_number, their_date, summary, sheets, copies, control, executor, due_on, signatory, signed_on, state, notes.
    `order` is one of number, date, correspondent, due_on.
    """

    journal_id: int
    filters: tuple[tuple[str, str], ...] = ()
    order: str = "number"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class GridRow:
    """One entry as the grid and the details pane's head show it."""

    id: int
    number: RegistrationNumber
    state: ItemState
    date: dt.date | None = None
    correspondent: str = ""
    their_number: str = ""
    their_date: dt.date | None = None
    kind: str = ""
    summary: str = ""
    sheets: SheetCount = SheetCount()
    copies: tuple[int, ...] = ()
    carrier: Carrier = Carrier.PAPER
    control: str = ""
    resolution: str = ""
    executor: str = ""
    due_on: dt.date | None = None
    signatory: str = ""
    signed_on: dt.date | None = None
    holder: str = ""  # words of the last receipt not followed by a return
    person: str = ""  # who has copies, in the case of having: "Ахметова Б.К.", "Ахметова Б.К. +1"
    filing: str = ""  # words of column 12, those of copies in several volumes after each other
    destruction: str = ""  # words of column 13
    notes: str = ""
    incomplete: bool = False
    off_control: bool = False  # it was on control, and is off it again


_ORDERS = {
    "number": "number.sequence {way}, number.letter {way}",
    "date": "item.registered_on {way}, number.sequence {way}, number.letter {way}",
    "correspondent": "item.sort_correspondent {way}, number.sequence {way}, number.letter {way}",
    "due_on": "item.due_on IS NULL, item.due_on {way}, number.sequence {way}, number.letter {way}",
}
_ROWS = f"""
    SELECT number.id, number.sequence, number.letter, number.written, number.state, item.registered_on,
           item.correspondent, item.their_number, item.their_date, item.kind, item.summary, item.sheets,
           item.enclosure_sheets, item.carrier, item.control, item.resolution, item.executor, item.due_on,
           item.signatory, item.signed_on, item.notes, item.incomplete,
           {OFF_CONTROL}
    FROM number JOIN item ON item.id = number.id WHERE number.id IN ({{marks}})
"""
_COPIES = """
    SELECT copy.item_id, copy.number, movement.kind, movement.as_written, movement.employee_id
    FROM copy LEFT JOIN movement ON movement.id = copy.whereabouts_id
    WHERE copy.item_id IN ({marks}) AND copy.struck_on IS NULL ORDER BY copy.item_id, copy.number
"""
#: Numbers passed over have no item: they are no entries. The index of what is not issued knows them at once.
_NO_ENTRY = "(SELECT id FROM number WHERE journal_id = ? AND state <> 'issued' AND state = 'skipped')"
_CHUNK = 20_000


def ids(desk: Desk, view: View) -> "array[int]":
    """Ids of the entries of a view, in its order (type code 'q'). Runs one statement; safe in a worker thread."""
    desk.authorize(Action.READ_JOURNALS)
    found = array("q")
    with desk.reading() as connection:
        sql, values = _statement(filters.Where(connection, view.journal_id, desk.today()), view)
        cursor = connection.exec_driver_sql(sql, values).cursor
        while chunk := cursor.fetchmany(_CHUNK):
            found.extend(key for (key,) in chunk)
    return found


def total(desk: Desk, journal_id: int) -> int:
    """How many entries the journal holds, whatever the filter."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        counted = connection.exec_driver_sql(
            "SELECT (SELECT count(*) FROM number WHERE journal_id = ?) - (SELECT count(*) FROM "
            + _NO_ENTRY
            + ")",
            (journal_id, journal_id),
        )
        return int(counted.scalar_one())


def rows(desk: Desk, wanted: Sequence[int]) -> list[GridRow]:
    """The rows of these ids, in their order."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return rows_of(connection, wanted)


def rows_of(connection: Connection, wanted: Sequence[int]) -> list[GridRow]:
    """The rows of these ids as a transaction sees them, in their order."""
    keys = tuple(wanted)
    marks = ", ".join("?" * len(keys))
    copies: dict[int, list[Any]] = {}
    for row in connection.exec_driver_sql(_COPIES.format(marks=marks), keys).cursor.fetchall():
        copies.setdefault(row[0], []).append(row)
    people = held_by(connection, {row[4] for of in copies.values() for row in of if row[4] is not None})
    found = {
        row[0]: _row(row, copies.get(row[0], []), people)
        for row in connection.exec_driver_sql(_ROWS.format(marks=marks), keys).cursor.fetchall()
    }
    return [found[key] for key in keys if key in found]


def position(desk: Desk, item_id: int) -> tuple[int, int] | None:
    """Journal id of an entry and its place among the journal's ids in the default view, to land on it."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        row = connection.exec_driver_sql(
            "SELECT journal_id, (SELECT count(*) FROM number AS later WHERE later.journal_id = number.journal_id "
            "AND NOT (later.state <> 'issued' AND later.state = 'skipped') "
            "AND (later.sequence, later.letter) > (number.sequence, number.letter)) FROM number WHERE id = ?",
            (item_id,),
        ).fetchone()
    return (row[0], row[1]) if row else None


def _statement(where: filters.Where, view: View) -> tuple[str, tuple[object, ...]]:
    conditions = [filters.condition(where, key, typed) for key, typed in view.filters]
    wanted = [found for found in conditions if found is not None]
    order = _ORDERS[view.order].format(way="DESC" if view.descending else "ASC")
    # without filter and in the order of numbers the index of the numbers alone answers
    join = "JOIN item ON item.id = number.id" if wanted or view.order != "number" else ""
    entries = f"number.journal_id = ? AND number.id NOT IN {_NO_ENTRY}"
    holds = " AND ".join([entries, *(f"({found.sql})" for found in wanted)])
    values = (view.journal_id, view.journal_id, *(value for found in wanted for value in found.values))
    return f"SELECT number.id FROM number {join} WHERE {holds} ORDER BY {order}", values


def _row(row: Sequence[Any], copies: Sequence[Any], people: Mapping[int, str]) -> GridRow:
    last = {kind: words for _, _, kind, words, _ in copies if kind}
    kinds = [MovementKind(kind) if kind else None for _, _, kind, _, _ in copies]
    filed = dict.fromkeys(words for _, _, kind, words, _ in copies if kind == MovementKind.FILING and words)
    having = dict.fromkeys(people[key] for *_, key in copies if key is not None)
    return GridRow(
        id=row[0], number=RegistrationNumber(*row[1:4]), state=item_state(NumberState(row[4]), kinds),
        date=day(row[5]), correspondent=row[6], their_number=row[7], their_date=day(row[8]), kind=row[9],
        summary=row[10], sheets=SheetCount(row[11], row[12]), carrier=Carrier(row[13]), control=row[14],
        resolution=row[15], executor=row[16], due_on=day(row[17]), signatory=row[18], signed_on=day(row[19]),
        notes=row[20], incomplete=bool(row[21]), off_control=bool(row[22]), copies=tuple(copy[1] for copy in copies),
        holder=last.get("receipt", ""), person=among(list(having)),
        filing="; ".join(filed), destruction=last.get("destruction", ""),
    )  # fmt: skip
