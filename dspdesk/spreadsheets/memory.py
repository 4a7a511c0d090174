"""The mapping of a sheet, remembered for the person by the headings it was made under: next year's maps itself."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dspdesk.desk import Desk
from dspdesk.language.folding import fold
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures import views as keeping
from dspdesk.procedures.views import ViewToKeep
from dspdesk.queries.views import views
from dspdesk.spreadsheets.mapping import FIELDS, LEAVE_OUT
from dspdesk.spreadsheets.outline import SheetOutline

_FEWEST_TEXTS: Final = 2  # cells with words by which a row may be a heading


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the columns were said to be, and the row of the first entry in this sheet."""

    fields: tuple[int, ...]
    start: int


def remember(desk: Desk, kind: JournalKind, sheet: SheetOutline, start: int, fields: Sequence[int]) -> bool:
    """Keep a mapping under the headings of its sheet; False where there are none to know it by."""
    found = _heading(sheet, start)
    if found is None:
        return False
    top, rows = found
    body = {"fields": list(fields), "below": start - top}
    keeping.keep(desk, ViewToKeep(_register(kind), signature(rows), body))
    return True


def forget(desk: Desk, kind: JournalKind, sheet: SheetOutline, start: int) -> None:
    """Let recognition have its way again with sheets of these headings."""
    if (found := _heading(sheet, start)) is not None:
        keeping.drop(desk, _register(kind), signature(found[1]))


def recall(desk: Desk, kind: JournalKind, sheet: SheetOutline) -> Remembered | None:
    """The mapping of a sheet with these headings, None where none was kept."""
    kept = views(desk, _register(kind))
    if not kept:
        return None
    for top, rows in _candidates(sheet):
        if (body := kept.get(signature(rows))) is not None:
            return _remembered(body, top, sheet)
    return None


def signature(rows: Sequence[Sequence[str]]) -> str:
    """By what headings are known again: their words, whatever their case, spaces and numbers."""
    words = [[("" if text.isdecimal() else fold(text)) for text in row] for row in rows]
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()[:40]


def _register(kind: JournalKind) -> str:
    return f"import:{kind.value}"


def _heading(sheet: SheetOutline, start: int) -> tuple[int, Sequence[Sequence[str]]] | None:
    """The first row of a sheet's heading and its rows: as recognised, else the nearest row with words above."""
    if sheet.heading:
        return next(_candidates(sheet))
    above = [found for found in _candidates(sheet) if found[0] < start]
    return above[-1] if above else None


def _candidates(sheet: SheetOutline) -> Iterator[tuple[int, Sequence[Sequence[str]]]]:
    if sheet.heading:
        first = max(sheet.heading - sheet.first, 0)
        yield sheet.heading, sheet.rows[first : sheet.start - sheet.first]
        return
    for place, row in enumerate(sheet.rows):
        if sum(1 for text in row if text and not text.isdecimal()) >= _FEWEST_TEXTS:
            yield sheet.first + place, (row,)


def _remembered(body: Mapping[str, Any], top: int, sheet: SheetOutline) -> Remembered | None:
    """What was kept, where it fits the sheet."""
    try:
        fields = tuple(int(one) for one in body["fields"])
        start = top + int(body["below"])
    except (KeyError, TypeError, ValueError):
        return None
    known = all(one == LEAVE_OUT or one in FIELDS for one in fields)
    fits = len(fields) == sheet.width and start - top > 0 and start <= sheet.count
    return Remembered(fields, start) if known and fits else None
