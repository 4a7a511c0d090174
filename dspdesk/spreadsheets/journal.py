"""A journal of appendix 2 from a spreadsheet file: rows to register and rows held back, nothing guessed."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from dspdesk.law.kinds import MOVEMENT_COLUMN, OWN_DOCUMENTS, JournalKind, MovementKind
from dspdesk.law.registration import Entry, date_within_year
from dspdesk.law.values import RegistrationNumber
from dspdesk.spreadsheets import cells
from dspdesk.spreadsheets.collector import collector_at_rest
from dspdesk.spreadsheets.headings import LAST_BEFORE_CUT, Head, find_head
from dspdesk.spreadsheets.mapping import SheetMapping, heads
from dspdesk.spreadsheets.numbers import parts, their_number
from dspdesk.spreadsheets.records import (
    HeldBack,
    JournalSheet,
    Reason,
    SheetMovement,
    SheetRow,
    Unclear,
    UnreadableSheet,
    reason,
)
from dspdesk.spreadsheets.table import Line, number_columns, read_table
from dspdesk.spreadsheets.text import block
from dspdesk.spreadsheets.workbook import Cell, Sheet, Workbook, read_workbook

__all__ = [
    "HeldBack",
    "JournalSheet",
    "SheetMovement",
    "SheetRow",
    "UnreadableSheet",
    "parse",
    "read_journal",
]

#: What reads the column of each movement.
_SAID = {
    MovementKind.RECEIPT: cells.receipt,
    MovementKind.RETURN: cells.receipt,
    MovementKind.FILING: cells.case,
    MovementKind.DESTRUCTION: cells.destruction,
}
_MOVEMENTS = tuple((kind, MOVEMENT_COLUMN[kind]) for kind in _SAID)
_FEWEST_IN_A_RUN = 3  # numbers by which it shows which part of an extended number runs
_RISING = 0.9  # share of them that must rise from one to the next: late entries and slips do not


def read_journal(
    path: Path, kind: JournalKind, year: int, mapping: SheetMapping | None = None
) -> JournalSheet:
    """Read a journal of one year from a .xlsx, .xls or .ods file; raises `UnreadableSheet`.

    Parses in this process: `reading.read_in_child` is the way for files that nobody vouches for.
    """
    return parse(read_workbook(path), kind, year, mapping)


def parse(book: Workbook, kind: JournalKind, year: int, mapping: SheetMapping | None = None) -> JournalSheet:
    """The journal that a workbook holds in all its sheets with headings, in their order, or in those of a mapping.

    Hidden sheets are looked at only when no other has headings. Raises `UnreadableSheet` where none has.
    """
    headed = heads(book, mapping, kind) if mapping else headed_sheets(book, kind)
    tables = {sheet.name: read_table(sheet, head, kind) for sheet, head in headed}
    lines = [entry for table in tables.values() for entry in table.lines]
    _settle_extended(lines)
    with collector_at_rest():
        rows, held_back = _rows(lines, kind, year)
    unread = tuple(sheet.name for sheet in book.sheets if sheet.name not in tables and _holds_text(sheet))
    return JournalSheet(
        name=book.name,
        digest=book.digest,
        language=headed[0][1].language,
        rows=rows,
        held_back=held_back,
        skipped=[(name, row) for name, table in tables.items() for row in sorted(table.skipped)],
        unread_sheets=unread,
        unread_columns=tuple(dict.fromkeys(text for _, head in headed for text in head.unread)),
        part=tuple(sorted(tables)) if mapping and unread else (),
    )


def headed_sheets(book: Workbook, kind: JournalKind) -> list[tuple[Sheet, Head]]:
    """The sheets that recognition reads, each with its first heading. Raises `UnreadableSheet` where there are none."""
    headed = [(sheet, head) for sheet in book.sheets if (head := find_head(sheet))]
    headed = [(sheet, head) for sheet, head in headed if sheet.visible] or headed
    if not headed:
        raise UnreadableSheet("no_headings")
    # lists of other kinds share a heading or two with the journal; alone, they are told what they lack
    numbered = [(sheet, head) for sheet, head in headed if head.columns.keys() & set(number_columns(kind))]
    cut = all(max(head.columns) <= LAST_BEFORE_CUT for _, head in numbered)
    return headed if cut and any(head.is_second_half for _, head in headed) else numbered or headed


def _holds_text(sheet: Sheet) -> bool:
    return any(cell != "" for row in sheet.rows for cell in row)


def _settle_extended(lines: Sequence[Line]) -> None:
    """Give lines with an extended number ("01-05/12"; paragraph 16) the part that runs, where the sheet shows which."""
    extended = [(entry, parts(entry.own.rest)) for entry in lines if not entry.own.number and entry.own.rest]
    extended = [(entry, both) for entry, both in extended if any(both)]
    running = [side for side in (0, 1) if _runs([both[side] for _, both in extended])]
    if len(running) != 1:
        return
    for entry, both in extended:
        entry.own.number, entry.extended = both[running[0]], entry.own.rest


def _runs(numbers: Sequence[RegistrationNumber | None]) -> bool:
    known = [number for number in numbers if number]
    if (
        len(known) < _FEWEST_IN_A_RUN
        or len(known) < _RISING * len(numbers)
        or len(set(known)) < _RISING * len(known)
    ):
        return False
    rising = sum(1 for a, b in pairwise(known) if a < b)
    return rising >= _RISING * (len(known) - 1)


def _rows(lines: Sequence[Line], kind: JournalKind, year: int) -> tuple[list[SheetRow], list[HeldBack]]:
    rows: list[SheetRow] = []
    held_back: list[HeldBack] = []
    taken: dict[RegistrationNumber, Line] = {}
    for line in lines:
        row = _row(line, kind, year, taken)
        if isinstance(row, SheetRow):
            taken[row.number] = line
            rows.append(row)
        else:
            held_back.append(row)
    return rows, held_back


def _row(
    line: Line, kind: JournalKind, year: int, taken: dict[RegistrationNumber, Line]
) -> SheetRow | HeldBack:
    number = line.own.number
    if number and number not in taken and not line.prepared and not line.own.impossible:
        try:
            entry, movements = _entry(line, kind), _movements(line.cells)
        except Unclear:
            entry = None  # told below, with all else that is against the row
        if entry and not date_within_year(entry.date, year):
            return SheetRow(line.row, number, entry, movements, line.sheet, line.extended)
    return HeldBack(line.row, tuple(_reasons(line, kind, year, taken)), line.sheet)


def _entry(line: Line, kind: JournalKind) -> Entry:
    cell = line.cells
    day, signed, theirs, their_day = _dates(line, kind)
    type_, summary = cells.kind_and_summary(cell[4])
    resolution, executor, due = cells.resolution(cell[8])
    return Entry(
        date=day,
        correspondent=cells.correspondent(cell[3]),
        their_number=theirs,
        their_date=their_day,
        kind=type_,
        summary=summary,
        sheets=cells.sheets(cell[5], cell[6]),
        copies=cells.copies(cell[7], kind is JournalKind.PUBLICATIONS),
        resolution=resolution,
        executor=executor if kind is JournalKind.INCOMING else "",
        due_on=due,
        control=cells.control(cell[9]),
        signed_on=signed,
        notes=block(cell[14]),
    )


def _dates(line: Line, kind: JournalKind) -> tuple[dt.date | None, dt.date | None, str, dt.date | None]:
    """Days of registration and of signing, the sender's number and date.

    Beside the number of an own document stands the day of its signing; a date alone in the other column is the day
    it was registered on, which is else taken for the same.
    """
    theirs, their_day = their_number(line.cells[line.theirs])
    if kind not in OWN_DOCUMENTS:
        return line.own.day, None, theirs, their_day
    if theirs:
        return line.own.day, line.own.day, theirs, their_day
    return their_day or line.own.day, line.own.day, "", None


def _movements(cell: Sequence[Cell]) -> tuple[SheetMovement, ...]:
    found: list[SheetMovement] = []
    for kind, column in _MOVEMENTS:
        if cell[column] != "" and (movement := _movement(kind, cell[column])):
            found.append(movement)
    return tuple(found)


@lru_cache(maxsize=1 << 14, typed=True)
def _movement(kind: MovementKind, cell: Cell) -> SheetMovement | None:
    said = _SAID[kind](cell)
    return SheetMovement(kind, *said) if said else None


def _reasons(
    line: Line, kind: JournalKind, year: int, taken: dict[RegistrationNumber, Line]
) -> Iterator[Reason]:
    """All that is against a row: its number and date first, then cell by cell."""
    own, number = line.own, line.own.number
    if line.prepared:
        yield reason("only_number", number=str(number))
        return
    if own.impossible:
        yield reason("date_impossible", text=own.impossible)
    if not number:
        yield _no_number(line)
    elif first := taken.get(number):
        yield reason("number_twice", number=str(number), first_row=first.row, first_sheet=first.sheet)
    try:
        day = _dates(line, kind)[0]
    except Unclear:
        day = own.day
    if day and date_within_year(day, year):
        yield reason("date_outside_year", date=day, year=year)
    yield from _unclear(line, kind)


def _no_number(line: Line) -> Reason:
    rest = line.own.rest
    if not rest:
        return reason("number_missing")
    return reason("number_extended" if any(parts(rest)) else "number_unreadable", text=rest)


def _unclear(line: Line, kind: JournalKind) -> Iterator[Reason]:
    cell = line.cells
    counted = kind is JournalKind.PUBLICATIONS
    readings: tuple[tuple[Callable[..., object], tuple[object, ...]], ...] = (
        (their_number, (cell[line.theirs],)),
        (cells.sheets, (cell[5], cell[6])),
        (cells.copies, (cell[7], counted)),
        (cells.resolution, (cell[8],)),
        (cells.receipt, (cell[10],)),
        (cells.receipt, (cell[11],)),
        (cells.destruction, (cell[13],)),
    )
    for read, arguments in readings:
        try:
            read(*arguments)
        except Unclear as unclear:
            yield unclear.reason
