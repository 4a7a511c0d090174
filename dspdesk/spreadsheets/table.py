"""The rows of one table: which are entries, which are passed over, and which cell is which column."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind
from dspdesk.law.registration_journal import COLUMNS
from dspdesk.spreadsheets.captions import caption
from dspdesk.spreadsheets.headings import LAST_BEFORE_CUT, Head, head_at, numbers_of
from dspdesk.spreadsheets.numbers import OwnNumber, own_number, parts
from dspdesk.spreadsheets.records import UnreadableSheet
from dspdesk.spreadsheets.text import PERIOD, date_cell, line, serial
from dspdesk.spreadsheets.workbook import Cell, Row, Sheet

_TOTAL = re.compile(r"(?:итого|всего|жиыны|жиынтығы|жиынында|барлығы)\b", re.IGNORECASE)
_PAPER = r"(?:лист|стр\.?|страница|парақ|бет)"
_SHEET_OF_PAPER = re.compile(rf"{_PAPER}\s*№?\s*\d+(?:\s*из\s*\d+)?|\d+\s*-?\s*{_PAPER}", re.IGNORECASE)
_CONTINUED = re.compile(r"\W*(?:продолжение|жалғасы)\b", re.IGNORECASE)
_MOST_NOTE_CELLS = 3  # cells filled in a note or a signature under the table; an entry has more
_SAMPLE = 200  # entries by which the column with our own number is found


@dataclass(slots=True)
class Line:
    """An entry as it stands in the sheet: `cells[1]` to `cells[14]` are the columns of appendix 2, '' if blank.

    `theirs` is the column, 1 or 2, that is left for the sender's date and number. `prepared` is a line with a number
    and nothing else; `extended` the number with its extension, where it has one.
    """

    sheet: str
    row: int
    cells: Sequence[Cell]
    own: OwnNumber
    theirs: int
    prepared: bool = False
    extended: str = ""


@dataclass(slots=True)
class Table:
    """What one sheet holds: its entries and the numbers of the rows passed over."""

    lines: list[Line] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)


Pick = Callable[[Row], Sequence[Cell]]


def number_columns(kind: JournalKind) -> tuple[int, ...]:
    """The columns that may hold our number, the first before the second: FORMS, "What stands in the columns"."""
    return (2, 1) if kind in OWN_DOCUMENTS else (1,)


def read_table(sheet: Sheet, head: Head, kind: JournalKind) -> Table:
    """Every row under the heading as an entry or as passed over.

    Raises `UnreadableSheet` where the table is split after column 7 or has no column for our number.
    """
    return _Reader(sheet, head, kind).read()


class _Reader:
    """Goes down one sheet; a heading met again may change which column is which."""

    def __init__(self, sheet: Sheet, head: Head, kind: JournalKind) -> None:
        self._sheet, self._table, self._doubtful = sheet, Table(), list[Line]()
        self._may = number_columns(kind)
        self._use(head, head.last + 1)

    def _use(self, head: Head, start: int) -> None:
        if head.is_second_half:
            raise UnreadableSheet("split_table", sheet=self._sheet.name, row=head.first + 1)
        self._head = head
        self._pick = picker(head)
        self._own = self._own_column(self._sheet.rows[start : start + _SAMPLE])
        self._next = start

    def _own_column(self, rows: Sequence[Row]) -> int:
        """The column with our number: the one that has more of them.

        A number in front (0) stands in where a whole journal keeps only dates in these columns: there is no other.
        """
        columns = [column for column in self._may if column in self._head.columns]
        if not columns:
            raise UnreadableSheet("no_number_column", sheet=self._sheet.name)
        sample = {column: [own_number(self._pick(row)[column]) for row in rows] for column in columns}
        if self._head.line_number is not None and not any(
            own.rest for read in sample.values() for own in read
        ):
            return 0
        return max(columns, key=lambda column: sum(1 for own in sample[column] if own.number))

    def read(self) -> Table:
        rows = self._sheet.rows
        while self._next < len(rows):
            row = self._next
            self._next += 1
            entry = self._line(row, self._pick(rows[row]))
            if entry.own.number and not self._nothing_else(entry):
                self._accept(entry)
            else:
                self._judge(entry, rows[row])
        self._settle(at_the_end=True)
        return self._table

    def _line(self, row: int, cells: Sequence[Cell]) -> Line:
        own, found = self._own, own_number(cells[self._own])
        if not own:
            found = _numbered_in_front(found, own_number(cells[self._may[0]]))
            own = self._may[0]
        elif len(self._may) > 1 and not found.rest and not found.day:
            other = own_number(cells[3 - own])
            own, found = (3 - own, other) if other.number else (own, found)
        return Line(self._sheet.name, row + 1, cells, found, 3 - own)

    def _accept(self, entry: Line) -> None:
        if self._doubtful:
            self._settle()
        self._table.lines.append(entry)

    def _nothing_else(self, entry: Line) -> bool:
        """Whether nothing but the number stands in the row: a line prepared and left, or the column numbers."""
        if entry.own.day or entry.own.impossible:
            return False
        filled = sum(1 for cell in entry.cells[1:] if cell != "" and line(cell))
        entry.prepared = filled <= (1 if self._own else 0)
        return entry.prepared or (filled > 4 and bool(numbers_of(self._sheet.rows[entry.row - 1])))

    def _judge(self, entry: Line, whole: Row) -> None:
        """A row without a readable number, or with nothing else."""
        texts = [text for cell in whole if (text := line(cell))]
        if not texts or self._passes_over(entry, whole, texts):
            self._table.skipped.append(entry.row)
        elif self._looks_like_entry(entry, texts):
            self._accept(entry)
        else:
            self._doubtful.append(entry)

    def _passes_over(self, entry: Line, whole: Row, texts: list[str]) -> bool:
        if numbers := numbers_of(whole):
            self._refuse_second_half(
                entry.row, there=set(numbers.values()) == set(range(LAST_BEFORE_CUT + 1, COLUMNS + 1))
            )
            return True
        if len(texts) == 1 and not entry.own.number:
            continued = bool(_CONTINUED.match(texts[0])) and max(self._head.columns) <= LAST_BEFORE_CUT
            self._refuse_second_half(entry.row, there=continued)
        if not entry.own.number and passed_over(texts):
            return True
        if tuple(map(line, whole)) in self._head.rows or self._is_heading(entry.row, texts):
            return True
        return 2 * sum(1 for text in texts if text in self._head.texts) > len(texts)

    def _refuse_second_half(self, row: int, *, there: bool) -> None:
        if there:
            raise UnreadableSheet("split_table", sheet=self._sheet.name, row=row)

    def _is_heading(self, row: int, texts: list[str]) -> bool:
        if len(texts) < 2 or not all(caption(text, exactly=True) for text in texts[:2]):
            return False
        if head := head_at(self._sheet, row - 1):
            self._settle()
            self._table.skipped += range(row + 1, head.last + 2)
            if self._head.by_hand:
                self._next = head.last + 1
            else:
                self._use(head, head.last + 1)
        return bool(head) or all(caption(text, exactly=True) for text in texts)

    def _looks_like_entry(self, entry: Line, texts: list[str]) -> bool:
        if len(texts) == 1 or entry.prepared:
            return False
        own = entry.own
        named = bool(own.day or own.impossible) or any(parts(own.rest))
        return named or len(texts) > _MOST_NOTE_CELLS or any(entry.cells[n] != "" for n in (5, 7))

    def _settle(self, *, at_the_end: bool = False) -> None:
        """What is short and has no number is a note when no entry follows, and a doubtful entry when one does."""
        if at_the_end:
            self._table.skipped += [doubtful.row for doubtful in self._doubtful]
        else:
            self._table.lines += self._doubtful
        self._doubtful = []


def _numbered_in_front(number: OwnNumber, beside: OwnNumber) -> OwnNumber:
    """The number in front with the date of the column that should hold both; two numbers are none."""
    rest = beside.rest or number.rest
    return OwnNumber(beside.day, None if beside.rest else number.number, rest, beside.impossible)


def passed_over(texts: Sequence[str]) -> bool:
    """Whether a row without number is a total, a month or a page: such rows are no entries, nor part of one."""
    if len(texts) == 1 and (PERIOD.fullmatch(texts[0]) or _SHEET_OF_PAPER.fullmatch(texts[0])):
        return True
    return any(_TOTAL.match(text) for text in texts)


def picker(head: Head) -> Pick:
    """What takes the cells of columns 0 (the number in front) to 14 out of a row of the sheet."""
    columns = dict(head.columns)
    if head.line_number is not None:
        columns[0] = (head.line_number,)
    one = itemgetter(*(columns.get(column, (-1,))[0] for column in range(COLUMNS + 1)))
    several = {column: indexes for column, indexes in columns.items() if len(indexes) > 1}
    width = max(index for indexes in columns.values() for index in indexes) + 1

    def pick(row: Row) -> Sequence[Cell]:
        cells: Sequence[Cell] = one([*row, *[""] * (width - len(row)), ""])
        if not several:
            return cells
        joined = list(cells)
        for column, indexes in several.items():
            joined[column] = _joined(column, [row[index] for index in indexes if index < len(row)])
        return joined

    return pick


def _joined(column: int, cells: list[Cell]) -> Cell:
    """One column of appendix 2 that a sheet keeps in several: a date and a number, a count and numbers."""
    filled = [cell for cell in cells if line(cell)]
    if len(filled) < 2:
        return filled[0] if filled else ""
    if column in {1, 2}:  # where a date may stand, a number of its size is a day
        return " ".join(line(date_cell(cell) or serial(cell) or cell) for cell in filled)
    if column == 7 and line(filled[0]).isdecimal():
        return f"{line(filled[0])} экз. № {line(filled[1]).lstrip('№ ')}"
    return " ".join(map(line, filled))
