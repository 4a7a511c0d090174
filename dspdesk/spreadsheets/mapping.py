"""Which sheet column is which column of appendix 2 when a person says so: the rules of it, and the heads it makes.

A mapping is plain data on its way to the child that reads: the sheets with the row in which the entries begin, and
for each sheet column from A the field it is. Recognition (`headings`) proposes, the person decides.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from dspdesk.law.kinds import JournalKind
from dspdesk.law.registration import NEEDED
from dspdesk.law.registration_journal import COLUMNS
from dspdesk.spreadsheets.captions import LINE_NUMBER
from dspdesk.spreadsheets.headings import Head
from dspdesk.spreadsheets.numbers import own_number
from dspdesk.spreadsheets.records import Fact, UnreadableSheet
from dspdesk.spreadsheets.table import number_columns, passed_over, picker
from dspdesk.spreadsheets.text import line
from dspdesk.spreadsheets.workbook import Cell, Row, Sheet, Workbook

LEAVE_OUT: Final = 0
#: What a sheet column can be, in the order in which it is offered.
FIELDS: Final = (*range(1, COLUMNS + 1), LINE_NUMBER)
MOST_COLUMNS: Final = 200

#: How many sheet columns one column of appendix 2 may be kept in: a date and a number, a kind and a summary. Notes
#: may be in any number of them.
_SEVERAL: Final = dict.fromkeys((1, 2, 3, 7, 8, 10, 11, 12, 13), 2) | {4: 3, 14: MOST_COLUMNS}
_COLUMN_OF: Final = {"correspondent": 3, "kind": 4, "summary": 4, "sheets": 5, "copies": 7}
_FEWEST_FOLLOWERS: Final = 2
_FOLLOWED: Final = (
    0.2  # share of entries with rows of their own below by which a sheet is known to be of that kind
)
_HEADING_ROWS, _TITLE_ROWS = 4, 10  # above the first entry
_SAMPLE: Final = 300


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """What a person has said of the columns; `starts` are names of sheets and the row, from 1, of the first entry."""

    fields: tuple[int, ...]
    starts: tuple[tuple[str, int], ...]
    language: str = "ru"

    def plain(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "fields": list(self.fields),
            "starts": list(map(list, self.starts)),
            "language": self.language,
        }

    @classmethod
    def from_plain(cls, said: Mapping[str, Any]) -> "SheetMapping":
        """Out of plain data. Raises `ValueError` for what is no mapping."""
        try:
            fields = tuple(int(one) for one in said["fields"])
            starts = tuple((str(name), int(row)) for name, row in said["starts"])
            language = said["language"]
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("no mapping") from error
        known = all(one == LEAVE_OUT or one in FIELDS for one in fields)
        placed = bool(starts) and all(row >= 1 for _, row in starts)
        if not (known and placed and len(fields) <= MOST_COLUMNS and language in {"kk", "ru"}):
            raise ValueError("no mapping")
        return cls(fields, starts, language)


@dataclass(frozen=True, slots=True)
class Objection:
    """What stands against a mapping: of a sheet column from 0, or of all; one that is `binding` lets nobody go on."""

    code: str
    column: int | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)
    binding: bool = False


def columns_of(fields: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The sheet columns of each field, those left out not among them."""
    found: dict[int, list[int]] = {}
    for index, said in enumerate(fields):
        if said != LEAVE_OUT:
            found.setdefault(said, []).append(index)
    return {said: tuple(indexes) for said, indexes in found.items()}


def fields_of(head: Head, width: int) -> tuple[int, ...]:
    """What recognition proposes for the columns of a sheet."""
    fields = [LEAVE_OUT] * width
    for column, indexes in head.columns.items():
        for index in indexes:
            fields[index] = column
    if head.line_number is not None:
        fields[head.line_number] = LINE_NUMBER
    return tuple(fields)


def objections(fields: Sequence[int], kind: JournalKind) -> list[Objection]:
    """What the rules say of a mapping, whatever stands in the sheet: first what lets nobody go on."""
    found: list[Objection] = []
    columns = columns_of(fields)
    if not columns.keys() & set(number_columns(kind)):
        found.append(Objection("mapping_no_number", facts={"column": number_columns(kind)[0]}, binding=True))
    for said, indexes in columns.items():
        most = _SEVERAL.get(said, 1)
        found += [
            Objection("mapping_twice", index, {"column": said, "most": most}, binding=True)
            for index in indexes[most:]
        ]
    found += [Objection("mapping_missing", facts={"column": column}) for column in _missing(columns, kind)]
    return found


def _missing(columns: Mapping[int, object], kind: JournalKind) -> list[int]:
    """Columns without which every entry comes in as one to be completed."""
    needed = {_COLUMN_OF[name] for name in NEEDED[kind] if name in _COLUMN_OF}
    if kind is JournalKind.INCOMING:
        needed.add(2)
    return sorted(needed - columns.keys())


def heads(book: Workbook, mapping: SheetMapping, kind: JournalKind) -> list[tuple[Sheet, Head]]:
    """The sheets that a person has named, each with a head as said. Raises `UnreadableSheet` where that cannot be."""
    if binding := [found for found in objections(mapping.fields, kind) if found.binding]:
        raise UnreadableSheet(binding[0].code, **binding[0].facts)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    found = []
    for name, start in mapping.starts:
        if name not in sheets:
            raise UnreadableSheet("sheet_gone", sheet=name)
        head = _head(sheets[name].rows, start, mapping)
        if row := followed_entry(sheets[name].rows[start - 1 :], head, kind):
            raise UnreadableSheet("several_rows", sheet=name, row=row + start - 1)
        found.append((sheets[name], head))
    return found


def _head(rows: Sequence[Row], start: int, mapping: SheetMapping) -> Head:
    """A head whose last row is the one above the first entry; row -1 where the sheet begins with it."""
    columns = columns_of(mapping.fields)
    line_number = columns.pop(LINE_NUMBER, None)
    above = rows[: start - 1]
    return Head(
        max(start - 2, -1),
        start - 2,
        columns,
        mapping.language,
        line_number=line_number[0] if line_number else None,
        rows=frozenset(tuple(map(line, row)) for row in above[-_HEADING_ROWS:]),
        texts=frozenset(
            text
            for row in above[-_TITLE_ROWS:]
            for cell in row
            if isinstance(cell, str) and (text := line(cell))
        ),
        by_hand=True,
    )


def followed_entry(rows: Sequence[Row], head: Head, kind: JournalKind) -> int:
    """The row, from 1, of the first entry with rows of its own below it where a sheet is kept so; 0 where it is not."""
    pick, own = picker(head), _number_column(rows, head, kind)
    entries = followers = first = 0
    within = False  # the row above is an entry or belongs to one
    for place, row in enumerate(rows, 1):
        said = own_number(pick(row)[own])
        if said.number:
            entries, within = entries + 1, True
        elif within and not (said.rest or said.day or said.impossible) and _goes_on(row, head):
            followers += 1
            first = first or place - 1
        else:
            within = False
    return first if followers >= max(_FEWEST_FOLLOWERS, _FOLLOWED * entries) else 0


def _number_column(rows: Sequence[Row], head: Head, kind: JournalKind) -> int:
    pick = picker(head)
    columns = [column for column in number_columns(kind) if column in head.columns]
    counted: Counter[int] = Counter()
    for row in rows[:_SAMPLE]:
        cells = pick(row)
        counted.update(column for column in columns if own_number(cells[column]).number)
    return counted.most_common(1)[0][0] if counted else 0


def _goes_on(row: Row, head: Head) -> bool:
    """Whether a row without number says more of the entry above: something stands in a column that counts."""
    taken = {index for column, indexes in head.columns.items() if column != COLUMNS for index in indexes}
    filled = [text for index, cell in enumerate(row) if index in taken and (text := line(cell))]
    return bool(filled) and not passed_over(filled) and tuple(map(line, row)) not in head.rows


def preview_head(rows: Sequence[Sequence[Cell]], start: int, fields: Sequence[int]) -> Head:
    """The head of a mapping over the rows of a preview, `start` counted from 0 among them."""
    return _head([list(row) for row in rows], start + 1, SheetMapping(tuple(fields), (("", 1),)))
