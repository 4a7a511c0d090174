"""A directory of the body out of a clerk's sheet: for each row what its cells say, nothing guessed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dspdesk.law.kinds import DirectoryKind
from dspdesk.spreadsheets import wire
from dspdesk.spreadsheets.directory_captions import NAMING, field_of, language_of
from dspdesk.spreadsheets.records import UnreadableSheet
from dspdesk.spreadsheets.text import DASHES, line
from dspdesk.spreadsheets.workbook import Row, Sheet, Workbook, read_workbook

_SEARCHED = 60  # rows from the top in which the heading must stand
_LONGEST_ABOVE = 300  # characters of a row over the captions


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """One row: its number in the spreadsheet program, its sheet, and what stands under each known caption."""

    row: int
    sheet: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DirectorySheet:
    """A directory as it was read; `unread_columns` are captions that say nothing to the program.

    `above` is what stands over the captions, a text for each row: the title of a filing plan names its year.
    """

    name: str
    rows: Sequence[DirectoryRow]
    unread_columns: tuple[str, ...] = ()
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    first: int
    last: int
    columns: Mapping[int, str]
    unread: tuple[str, ...]


def read_directory(path: Path, kind: DirectoryKind) -> DirectorySheet:
    """Read a directory from a .xlsx, .xls or .ods file; raises `UnreadableSheet`."""
    return parse(read_workbook(path), kind)


def parse(book: Workbook, kind: DirectoryKind) -> DirectorySheet:
    """The directory in all sheets of a workbook that have its captions; hidden ones only when no other has."""
    headed = [(sheet, head) for sheet in book.sheets if (head := _head(sheet, kind))]
    headed = [(sheet, head) for sheet, head in headed if sheet.visible] or headed
    if not headed:
        raise UnreadableSheet("no_directory_headings")
    rows = [row for sheet, head in headed for row in _rows(sheet, head, kind)]
    unread = tuple(dict.fromkeys(text for _, head in headed for text in head.unread))
    return DirectorySheet(book.name, rows, unread, _above(*headed[0]))


def _above(sheet: Sheet, head: _Head) -> tuple[str, ...]:
    """The rows over the captions that say something, each as one text."""
    said = (" ".join(filter(None, map(line, row))) for row in sheet.rows[: head.first])
    return tuple(text[:_LONGEST_ABOVE] for text in said if text)


def _head(sheet: Sheet, kind: DirectoryKind) -> _Head | None:
    """The row with most captions, among them one that names; of equals the first."""
    best: tuple[int, int] | None = None
    for index, row in enumerate(sheet.rows[:_SEARCHED]):
        filled = sum(1 for cell in row if line(cell))
        found = _captions(row, kind, exactly=filled == 1)
        if NAMING[kind] & set(found.values()) and (best is None or len(found) > best[0]):
            best = len(found), index
    return _whole(sheet, best[1], kind) if best else None


def _captions(row: Row, kind: DirectoryKind, *, exactly: bool) -> dict[int, str]:
    found: dict[int, str] = {}
    for index, cell in enumerate(row):
        field = field_of(kind, line(cell), exactly=exactly) if isinstance(cell, str) else ""
        if field and field not in found.values():
            found[index] = field
    return found


def _whole(sheet: Sheet, at: int, kind: DirectoryKind) -> _Head:
    columns = _captions(sheet.rows[at], kind, exactly=False)
    unread = [
        text for index, cell in enumerate(sheet.rows[at]) if index not in columns and (text := line(cell))
    ]
    below = sheet.rows[at + 1] if at + 1 < len(sheet.rows) else []
    languages = {index: said for index, cell in enumerate(below) if (said := language_of(line(cell)))}
    if not languages:
        return _Head(at, at, columns, tuple(unread))
    return _Head(at, at + 1, _in_languages(columns, languages), tuple(unread))


def _in_languages(columns: Mapping[int, str], languages: Mapping[int, str]) -> dict[int, str]:
    """Captions over two columns, each column in its language."""
    found = dict(columns)
    for index, language in languages.items():
        over = max((column for column in columns if column <= index), default=None)
        if over is not None and columns[over].endswith(("_kk", "_ru")):
            found[index] = f"{columns[over][:-3]}_{language}"
    return found


def _rows(sheet: Sheet, head: _Head, kind: DirectoryKind) -> Iterator[DirectoryRow]:
    for index in range(head.last + 1, len(sheet.rows)):
        row = sheet.rows[index]
        fields = {field: _cell(row, column) for column, field in head.columns.items()}
        said = {field: text for field, text in fields.items() if text}
        if said and not _repeats(said, kind) and not (index == head.last + 1 and _numbers_columns(row)):
            yield DirectoryRow(index + 1, sheet.name, said)


def _cell(row: Row, column: int) -> str:
    text = line(row[column]) if column < len(row) else ""
    return "" if text in DASHES else text


def _repeats(said: Mapping[str, str], kind: DirectoryKind) -> bool:
    """Whether a row says the captions again, as where a table is printed over several pages."""
    return len(said) > 1 and all(field_of(kind, text, exactly=True) == field for field, text in said.items())


def _numbers_columns(row: Row) -> bool:
    """Whether a row under the captions numbers them: 1, 2, 3."""
    filled = [text for cell in row if (text := line(cell))]
    return len(filled) > 1 and filled == [str(number) for number in range(1, len(filled) + 1)]


def encoded(sheet: DirectorySheet) -> bytes:
    """The directory in one line, for the parent of the child that parses foreign files."""
    said = {
        "name": sheet.name,
        "rows": [(row.row, row.sheet, row.fields) for row in sheet.rows],
        "unread": sheet.unread_columns,
        "above": sheet.above,
    }
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def decoded(lines: Iterable[bytes]) -> DirectorySheet:
    """The directory out of what the child answers; raises `UnreadableSheet` if it sent that, else `ValueError`."""
    try:
        message: Any = json.loads(b"".join(lines).decode("utf-8", "surrogatepass"))
        wire.raise_unreadable(message)
        return DirectorySheet(
            str(message["name"]),
            [_row_of(*row) for row in message["rows"]],
            tuple(map(str, message["unread"])),
            tuple(map(str, message["above"])),
        )
    except (KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError("no message of the child") from error


def _row_of(row: int, sheet: str, fields: Mapping[str, str]) -> DirectoryRow:
    return DirectoryRow(int(row), str(sheet), {str(name): str(text) for name, text in fields.items()})
