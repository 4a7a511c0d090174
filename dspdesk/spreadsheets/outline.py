"""What a workbook looks like before it is read: its sheets, their first rows, what recognition makes of them.

It is what a person sees when they say which column is which; nothing in it is trusted or entered.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets.headings import find_head
from dspdesk.spreadsheets.journal import headed_sheets
from dspdesk.spreadsheets.mapping import MOST_COLUMNS, fields_of
from dspdesk.spreadsheets.records import UnreadableSheet
from dspdesk.spreadsheets.text import dates_in, line
from dspdesk.spreadsheets.workbook import Row, Sheet, Workbook, read_workbook

ROWS: Final = 60  # of each sheet
MOST_SHEETS: Final = 40
LONGEST_TEXT: Final = 160
_BEFORE_HEAD: Final = 3
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_KAZAKH_SHARE: Final = 0.3
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_KINDS: Final = {
    JournalKind.PUBLICATIONS: re.compile(
        r"учёта изданий|учета изданий|басылымдарды есепке|publications", re.IGNORECASE
    ),
    JournalKind.OUTGOING: re.compile(r"исходящ|отправляем|шығыс|outgoing", re.IGNORECASE),
    JournalKind.INTERNAL: re.compile(r"внутренн|ішкі|internal", re.IGNORECASE),
    JournalKind.INCOMING: re.compile(r"входящ|поступающ|кіріс|incoming", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class SheetOutline:
    """One sheet: `rows` are its rows from number `first` (counted from 1) on as texts, `count` how many it has.

    `start` is the row in which the entries seem to begin, `heading` the first row of the heading, 0 where none was
    recognised; `fields` is what the columns seem to be.
    """

    name: str
    count: int
    first: int
    rows: tuple[tuple[str, ...], ...]
    heading: int
    start: int
    fields: tuple[int, ...]
    language: str

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.fields)


@dataclass(frozen=True, slots=True)
class Outline:
    """A workbook. `recognised` names, by kind of journal, the sheets that recognition would read.

    `kind` and `year` are what the file itself says of the journal, None where it says nothing.
    """

    name: str
    sheets: tuple[SheetOutline, ...]
    recognised: dict[JournalKind, tuple[str, ...]]
    kind: JournalKind | None
    year: int | None


def read_outline(path: Path) -> Outline:
    """The outline of a file; raises `UnreadableSheet`, also where no sheet holds anything."""
    return outline(read_workbook(path))


def outline(book: Workbook) -> Outline:
    """The outline of a workbook."""
    sheets = tuple(_sheet(sheet) for sheet in book.sheets[:MOST_SHEETS] if any(map(any, sheet.rows)))
    if not sheets:
        raise UnreadableSheet("empty")
    recognised = {kind: _recognised(book, kind) for kind in JournalKind}
    proposed = _first(sheets, recognised[JournalKind.INCOMING])
    titles = [line(cell) for cell in chain.from_iterable(_titles(book, proposed)) if line(cell)]
    return Outline(
        book.name, sheets, recognised, _kind([*titles, book.name]), _year(proposed, titles, book.name)
    )


def rows_at(book: Workbook, wanted: Iterable[tuple[str, int]]) -> list[tuple[str, ...]]:
    """Rows by the name of their sheet and their number, as texts; empty where there is no such row."""
    sheets = {sheet.name: sheet.rows for sheet in book.sheets}
    found = []
    for name, number in wanted:
        rows = sheets.get(name, [])
        found.append(_texts(rows[number - 1]) if 0 < number <= len(rows) else ())
    return found


def _sheet(sheet: Sheet) -> SheetOutline:
    head = find_head(sheet)
    width = min(max(map(len, sheet.rows)), MOST_COLUMNS)
    first = max(head.first - _BEFORE_HEAD, 0) if head and head.last > ROWS // 2 else 0
    rows = sheet.rows[first : first + ROWS]
    start = head.last + 1 if head else next(i for i, row in enumerate(sheet.rows) if any(row))
    return SheetOutline(
        name=sheet.name,
        count=len(sheet.rows),
        first=first + 1,
        rows=tuple((*_texts(row), *[""] * (width - len(row))) for row in rows),
        heading=head.first + 1 if head else 0,
        start=start + 1,
        fields=fields_of(head, width) if head else (0,) * width,
        language=head.language if head else _language(rows),
    )


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(line(cell)[:LONGEST_TEXT] for cell in row[:MOST_COLUMNS])


def _language(rows: Sequence[Row]) -> str:
    texts = [cell for row in rows for cell in row if isinstance(cell, str) and cell]
    kazakh = sum(1 for text in texts if _KAZAKH.search(text))
    return "kk" if kazakh > _KAZAKH_SHARE * len(texts) else "ru"


def _recognised(book: Workbook, kind: JournalKind) -> tuple[str, ...]:
    try:
        return tuple(sheet.name for sheet, _ in headed_sheets(book, kind))
    except UnreadableSheet:
        return ()


def _first(sheets: Sequence[SheetOutline], recognised: Sequence[str]) -> SheetOutline:
    return next((sheet for sheet in sheets if sheet.name in recognised), sheets[0])


def _titles(book: Workbook, proposed: SheetOutline) -> Sequence[Row]:
    rows = next(sheet.rows for sheet in book.sheets if sheet.name == proposed.name)
    return [[proposed.name], *rows[: max(proposed.heading - 1, 0)]]


def _kind(texts: Sequence[str]) -> JournalKind | None:
    """The kind that a title names, where it names one only."""
    named = {kind for kind, pattern in _KINDS.items() if any(map(pattern.search, texts))}
    return named.pop() if len(named) == 1 else None


def _year(sheet: SheetOutline, titles: Sequence[str], file: str) -> int | None:
    """The year of most dates beside our numbers, else the one that a title or the name of the file names."""
    columns = [index for index, said in enumerate(sheet.fields) if said == 1]
    below = sheet.rows[max(sheet.start - sheet.first, 0) :]
    days = Counter(
        date.day.year for row in below for index in columns for date in dates_in(row[index]) if date.day
    )
    if days:
        return days.most_common(1)[0][0]
    named = [found[1] for text in (*titles, file) if (found := _YEAR.search(text))]
    return int(named[0]) if named else None
