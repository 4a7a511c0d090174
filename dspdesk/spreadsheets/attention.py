"""What in a sheet speaks against a mapping: columns in which much cannot be read as what they are said to be."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind
from dspdesk.spreadsheets import cells
from dspdesk.spreadsheets.captions import LINE_NUMBER
from dspdesk.spreadsheets.mapping import (
    LEAVE_OUT,
    Objection,
    columns_of,
    followed_entry,
    objections,
    preview_head,
)
from dspdesk.spreadsheets.numbers import own_number, parts, their_number
from dspdesk.spreadsheets.records import Fact, Unclear
from dspdesk.spreadsheets.table import number_columns, passed_over, picker
from dspdesk.spreadsheets.text import line
from dspdesk.spreadsheets.workbook import Cell

_TOO_MANY: Final = 0.34  # share of cells that cannot be read
_QUOTED: Final = 40


def judged(
    rows: Sequence[Sequence[str]],
    start: int,
    fields: Sequence[int],
    kind: JournalKind,
    titles: Sequence[str] = (),
) -> list[Objection]:
    """All that stands against a mapping over the rows of a preview, what is binding first; `start` is the first entry.

    `titles` are the headings of the sheet's columns: a column with a heading that is left out is named.
    """
    found = objections(fields, kind)
    body = [list(row) for row in rows[start:] if any(row)]
    head = preview_head(rows, start, fields)
    if head.columns and not any(one.binding for one in found):
        if row := followed_entry([list(row) for row in rows[start:]], head, kind):
            found.append(Objection("several_rows_here", facts={"row": start + row}, binding=True))
        elif not body:
            found.append(Objection("nothing_below", facts={"row": start + 1}, binding=True))
    found += _unreadable(body, fields, kind)
    found += [
        Objection("left_out", index, {"text": title[:_QUOTED]})
        for index, title in enumerate(titles)
        if title and index < len(fields) and fields[index] == LEAVE_OUT
    ]
    return sorted(found, key=lambda one: not one.binding)


def _unreadable(body: Sequence[Sequence[str]], fields: Sequence[int], kind: JournalKind) -> list[Objection]:
    """The columns of which more than a third of the filled cells cannot be read."""
    head = preview_head(body, 0, fields)
    if not head.columns:
        return []
    pick, found = picker(head), []
    entries = [pick(list(row)) for row in body if not passed_over([text for text in row if text])]
    for column, indexes in columns_of(fields).items():
        read = _readings(kind).get(column)
        filled = [cell for entry in entries if column != LINE_NUMBER and (cell := entry[column]) != ""]
        bad = [cell for cell in filled if read and not _can(read, cell)]
        if bad and len(bad) > _TOO_MANY * len(filled):
            facts: dict[str, Fact] = {
                "column": column,
                "count": len(bad),
                "of": len(filled),
                "text": line(bad[0])[:_QUOTED],
            }
            found.append(Objection("mapping_unreadable", indexes[0], facts))
    return found


def _can(read: Callable[[Cell], object], cell: Cell) -> bool:
    try:
        return bool(read(cell))
    except Unclear:
        return False


def _readings(kind: JournalKind) -> Mapping[int, Callable[[Cell], object]]:
    """What reads the cells of a column; a column that takes any words is not among them."""
    theirs = 2 if kind not in OWN_DOCUMENTS else None
    readings: dict[int, Callable[[Cell], object]] = {
        5: lambda cell: _read(cells.sheets, cell, ""),
        6: lambda cell: _read(cells.sheets, "", cell),
        7: lambda cell: _read(cells.copies, cell, kind is JournalKind.PUBLICATIONS),
        10: lambda cell: _read(cells.receipt, cell),
        11: lambda cell: _read(cells.receipt, cell),
        13: lambda cell: _read(cells.destruction, cell),
    }
    if theirs:
        readings[theirs] = lambda cell: _read(their_number, cell)
    readings[number_columns(kind)[0]] = _number
    return readings


def _read(reader: Callable[..., object], *given: object) -> bool:
    reader(*given)
    return True


def _number(cell: Cell) -> bool:
    """Whether a cell says our number, or the day of it where the number stands beside."""
    own = own_number(cell)
    return bool(own.number or any(parts(own.rest)) or (own.day and not own.rest))
