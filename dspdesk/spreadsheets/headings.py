"""Where the table of a journal begins and which sheet column is which column of appendix 2.

Clerks merge heads over two rows or write them in one, put a line number in front, change the order, leave columns
out, repeat the heads on each page. What the heads name decides; the row of column numbers 1 to 14 only helps out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dspdesk.law.registration_journal import COLUMNS
from dspdesk.spreadsheets.captions import (
    LINE_NUMBER,
    OVER_RECEIPTS,
    OVER_SHEETS,
    PART_DATE,
    PART_INDEX,
    Caption,
    caption,
    is_of_the_law,
)
from dspdesk.spreadsheets.text import line
from dspdesk.spreadsheets.workbook import Row, Sheet

_SEARCHED = 300  # rows from the top in which the table must begin
_ENOUGH = 3  # captions by which a row is known for a heading
_FEWEST_PARTS = 2  # captions in a further row of a heading: parts come in pairs
_FEWEST_NUMBERS = 5  # column numbers by which their row is known
_MOST_ROWS = 4  # rows of one heading
_ALL = frozenset(range(1, COLUMNS + 1))
#: The Russian print of appendix 2 is cut after this column.
LAST_BEFORE_CUT = 7
_SECOND_HALF = frozenset(range(LAST_BEFORE_CUT + 1, COLUMNS + 1))
_UNDER = {OVER_SHEETS: (5, 6), OVER_RECEIPTS: (10, 11)}
_ONE_CELL = frozenset({1, 2, 5, 6, 7})  # of several columns so named, only the law's own caption counts
#: Sheet columns and the captions over each from the top, as recognised and as written.
_Named = dict[int, list[tuple[Caption, str]]]
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a table: rows `first` to `last`, counted from 0, the row of column numbers among them.

    `columns` gives the sheet columns of each column of appendix 2, `line_number` that of a number in front.
    `rows` are its rows as written, `texts` what stands in them and in the titles over them; `unread` are the headings
    that name no column. A head `by_hand` holds for the whole sheet, whatever headings come further down.
    """

    first: int
    last: int
    columns: dict[int, tuple[int, ...]]
    language: str
    line_number: int | None = None
    rows: frozenset[tuple[str, ...]] = frozenset()
    texts: frozenset[str] = frozenset()
    unread: tuple[str, ...] = ()
    by_hand: bool = False

    @property
    def is_second_half(self) -> bool:
        """Whether this heads only columns 8 to 14: the table is split as the law's own print is."""
        return bool(self.columns) and self.columns.keys() <= _SECOND_HALF


def find_head(sheet: Sheet) -> Head | None:
    """The first heading of a sheet, None if it has none."""
    top = range(min(len(sheet.rows), _SEARCHED))
    for row in top:
        if len({about.column for about in _captions(sheet.rows[row]).values()}) >= _ENOUGH:
            return _head(sheet, row)
    return next((head for row in top if (head := _numbered_head(sheet, row))), None)


def head_at(sheet: Sheet, row: int) -> Head | None:
    """The heading that begins in this row below another one, None if the row is no heading; lets no slips through."""
    named = {about.column for text in _texts(sheet.rows[row]) if (about := caption(text, exactly=True))}
    return _head(sheet, row) if len(named) >= _ENOUGH else None


def numbers_of(row: Row) -> dict[int, int]:
    """Sheet columns and the column numbers in them if this is the row of column numbers, nothing otherwise."""
    found: dict[int, int] = {}
    for index, cell in enumerate(row):
        if cell == "":
            continue
        text = line(cell).rstrip(".")
        if not (text.isdecimal() and len(text) < 3):
            return {}
        found[index] = int(text)
    values = list(found.values())
    rising = all(a + 1 == b for a, b in pairwise(values))
    in_order = rising or (set(values) >= _ALL and len(set(values)) == len(values))
    return found if len(values) >= _FEWEST_NUMBERS and in_order else {}


def _texts(row: Row) -> Iterator[str]:
    return (text for cell in row if isinstance(cell, str) and not (text := line(cell)).isdecimal() and text)


def _captions(row: Row) -> dict[int, Caption]:
    named = ((index, caption(cell)) for index, cell in enumerate(row) if isinstance(cell, str) and cell)
    return {index: about for index, about in named if about}


def _head(sheet: Sheet, start: int) -> Head:
    first, last = _block(sheet.rows, start)
    named = _named(sheet, first, last)
    columns = _columns(named)
    numbers, last = _numbers_below(sheet.rows, last)
    if all(numbers.get(index, column) == column for column, indexes in columns.items() for index in indexes):
        taken = {index for indexes in columns.values() for index in indexes} | named.keys()
        for index, column in numbers.items():
            if column in _ALL and column not in columns and index not in taken:
                columns[column] = (index,)
    rows = sheet.rows[first : last + 1]
    return Head(
        first,
        last,
        columns,
        _language(named),
        line_number=_line_number(named, columns),
        rows=frozenset(tuple(map(line, row)) for row in rows),
        texts=frozenset(text for row in sheet.rows[: last + 1][-_SEARCHED:] for text in _texts(row)),
        unread=tuple(_unread(rows, named, columns)),
    )


def _block(rows: Sequence[Row], start: int) -> tuple[int, int]:
    """First and last row of the heading: heads over two columns may stand above, their parts below."""
    above = _captions(rows[start - 1]).values() if start else ()
    first = start - 1 if any(about.column in _UNDER for about in above) else start
    last = start
    while last + 1 < len(rows) and last - first + 1 < _MOST_ROWS and _continues(rows[last + 1]):
        last += 1
    return first, last


def _continues(row: Row) -> bool:
    filled = sum(1 for cell in row if cell != "")
    return _FEWEST_PARTS <= filled <= 2 * len(_captions(row))


def _numbers_below(rows: Sequence[Row], last: int) -> tuple[dict[int, int], int]:
    for row in range(last + 1, min(last + 3, len(rows))):
        if numbers := numbers_of(rows[row]):
            return numbers, row
        if any(cell != "" for cell in rows[row]):
            break
    return {}, last


def _named(sheet: Sheet, first: int, last: int) -> _Named:
    """The captions over each sheet column; a merged one stands over each of its columns."""
    wide = {start: right for start, (_, right) in sheet.merged or ()}
    named: _Named = {}
    for row in range(first, last + 1):
        cells = sheet.rows[row]
        for index, about in _captions(cells).items():
            end = min(wide.get((row, index), index), len(cells) - 1)
            if sheet.merged is None and about.column in _UNDER and cells[end + 1 : end + 2] == [""]:
                end += 1  # .ods does not tell what is merged, but these heads are made for two columns
            for over in range(index, end + 1):
                named.setdefault(over, []).append((about, line(cells[index])))
    return named


def _columns(named: _Named) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for index in sorted(named):
        for column in _meant(index, named):
            found.setdefault(column, []).append(index)
    return {column: _one(column, tuple(indexes), named) for column, indexes in found.items()}


def _meant(index: int, named: _Named) -> list[int]:
    """The column of appendix 2 that a sheet column is, in a list of one or none."""
    keys = [about.column for about, _ in named[index]]
    if plain := [key for key in keys if key in _ALL]:
        return plain[-1:]
    if over := [key for key in keys if key in _UNDER]:
        return [_UNDER[over[0]][_has(named, index - 1, over[0])]]
    if PART_DATE in keys or PART_INDEX in keys:
        return _whole(index, named, to_the_right=PART_DATE in keys)
    return []


def _has(named: _Named, index: int, key: int) -> bool:
    return any(about.column == key for about, _ in named.get(index, ()))


def _whole(index: int, named: _Named, *, to_the_right: bool) -> list[int]:
    """Of which of columns 1 and 2 a part ("дата", "индекс") is: the nearest to its left, a date also to its right."""
    left = [i for i in range(index - 1, -1, -1) if i in named]
    right = [i for i in sorted(named) if i > index] if to_the_right else []
    for i in left + right:
        if columns := [about.column for about, _ in named[i] if about.column in {1, 2}]:
            return columns[-1:]
    return []


def _one(column: int, indexes: tuple[int, ...], named: _Named) -> tuple[int, ...]:
    """Of several sheet columns of one name, the one with the law's caption where a second can only confuse."""
    if len(indexes) == 1 or column not in _ONE_CELL:
        return indexes
    return tuple(i for i in indexes if is_of_the_law(named[i][-1][1], column)) or indexes


def _line_number(named: _Named, columns: dict[int, tuple[int, ...]]) -> int | None:
    taken = {index for indexes in columns.values() for index in indexes}
    keys = {LINE_NUMBER, PART_INDEX}
    return next((i for i in sorted(named) if i not in taken and named[i][0][0].column in keys), None)


def _language(named: _Named) -> str:
    votes = [
        about.language for captions in named.values() for about, _ in captions if about.column < LINE_NUMBER
    ]
    return max(("ru", "kk"), key=votes.count)


def _unread(rows: Sequence[Row], named: _Named, columns: dict[int, tuple[int, ...]]) -> Iterator[str]:
    taken = {index for indexes in columns.values() for index in indexes}
    for index in range(max(map(len, rows))):
        texts = [line(row[index]) for row in rows if index < len(row) and isinstance(row[index], str)]
        text = " ".join(filter(None, texts))
        known = any(about.column in {*_UNDER, LINE_NUMBER} for about, _ in named.get(index, ()))
        if text and not known and index not in taken:
            yield text


def _numbered_head(sheet: Sheet, row: int) -> Head | None:
    """A heading known only by the row of column numbers: its captions say nothing to us."""
    numbers = numbers_of(sheet.rows[row])
    columns: dict[int, tuple[int, ...]] = {
        column: (index,) for index, column in numbers.items() if column in _ALL
    }
    whole = len(columns) == len(numbers) and columns.keys() in (_ALL, _ALL - _SECOND_HALF, _SECOND_HALF)
    if not whole:
        return None
    texts = [text for above in sheet.rows[: row + 1] for text in _texts(above)]
    kazakh = any(_KAZAKH.search(text) for text in texts)
    return Head(0, row, columns, "kk" if kazakh else "ru", texts=frozenset(texts))
