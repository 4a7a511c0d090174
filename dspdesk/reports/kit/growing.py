"""Growing papers (W2): new rows are drawn at their place on the sheet in use, nothing that stands there once more.

A row begins exactly where the one before it ended. Places are counted in hundredths of a millimetre from the lower
edge of the sheet, so that what is printed in ten goes stands where it would stand had it been printed in one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import floor

from dspdesk.law.growing import CLOSING, HEADING, Growth, PlacedLine, Series, is_drawn
from dspdesk.reports.kit.drawing import CAPTION, FOOT, PROGRAM, Drawing
from dspdesk.reports.kit.frame import MM
from dspdesk.reports.kit.long_table import WORTH_BEGINNING, LongTable, Row, divided
from dspdesk.reports.wording import shared

#: Hundredths of a millimetre in a point.
_POINT = 100 / MM
#: The codes of the printings of one sheet stand side by side, then in a line above.
_CODE_ROOM, _CODE_LINE, _CODE_LINES = 34 * MM, 3.2 * MM, 3
#: Room at the right for the number of the sheet.
_NUMBER_ROOM = 22 * MM

Lines = Iterable[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends a growing paper: its height, what is kept of it for a sheet of so many, and how that is drawn."""

    height: float
    cells: Callable[[int], tuple[str, ...]]
    draw: Callable[[tuple[str, ...], float], object]


@dataclass(frozen=True, slots=True)
class GrowingTable:
    """A table that grows from sheet to sheet; `heading` draws what stands above it on the first sheet, so high.

    `kept` is what is kept of that heading, () for a paper whose heading never changes.
    """

    drawing: Drawing
    table: LongTable
    heading: Callable[[], object]
    heading_height: float
    ending: Ending | None = None
    kept: tuple[str, ...] = ()

    # --- where lines stand ---

    def placed(self, growth: Growth) -> list[PlacedLine]:
        """Where the new lines of a printing stand, the ending last."""
        sheet, edge = self._where(growth.series)
        new = list(self._lines(growth.lines, sheet, edge))
        if growth.closes and self.ending is not None:
            new = self._ended(new, growth.series, self.ending)
        if self.kept and not growth.series.lines:
            new.insert(0, PlacedLine(HEADING, 1, self._start(1), self._start(1), self.kept))
        return new

    def _where(self, series: Series) -> tuple[int, int]:
        """The sheet in use and the edge from which on it is free; a sheet that takes no more lines has no room."""
        last = series.last
        if last is None:
            return 1, self._start(1)
        full = len(series.codes.get(last.sheet, ())) >= self.most_codes
        return last.sheet, self._lower if full or series.closing is not None else last.below

    def _lines(self, lines: Lines, sheet: int, edge: int) -> Iterator[PlacedLine]:
        for key, cells in lines:
            (row,) = self.table.rows([cells])
            texts, part = self.table.broken(cells), 1
            while (height := _up(row.height)) > edge - self._lower:
                fresh, room = edge == self._start(sheet), (edge - self._lower) / _POINT
                if fresh or (height > self._start(0) - self._lower and room >= WORTH_BEGINNING):
                    piece, row = divided(row, room)
                    counts = [len(cell.lines) for cell in piece.cells]
                    taken = [text[:count] for text, count in zip(texts, counts, strict=True)]
                    texts = [text[count:] for text, count in zip(texts, counts, strict=True)]
                    yield _line(key, part, sheet, edge, _up(piece.height), taken)
                    part += 1
                sheet, edge = sheet + 1, self._start(sheet + 1)
            yield _line(key, part, sheet, edge, height, texts)
            edge -= height

    def _ended(self, new: list[PlacedLine], series: Series, ending: Ending) -> list[PlacedLine]:
        """The ending below the last line; signatures take a line with them that is not yet on paper to a new sheet."""
        height = _up(ending.height)
        last = new[-1] if new else series.last
        sheet, edge = (last.sheet, last.below) if last else (1, self._start(1))
        if edge - height < self._lower:
            sheet, edge = sheet + 1, self._upper
            if new and self._goes_over(new, series, height):
                moved = self._moved(new.pop(), sheet)
                new.append(moved)
                edge = moved.below
        return [*new, PlacedLine(CLOSING, sheet, edge, edge - height, ending.cells(sheet))]

    def _goes_over(self, new: Sequence[PlacedLine], series: Series, ending: int) -> bool:
        """Whether the last new line is not alone on its sheet, whole, and has room beside the ending on the next."""
        last = new[-1]
        fellows = (line for line in (*series.lines, *new[:-1]) if is_drawn(line.key))
        height = last.above - last.below
        fits = self._start(0) - height - ending >= self._lower
        return fits and "/" not in last.key and any(line.sheet == last.sheet for line in fellows)

    def _moved(self, line: PlacedLine, sheet: int) -> PlacedLine:
        start = self._start(sheet)
        return replace(line, sheet=sheet, above=start, below=start - (line.above - line.below))

    def _start(self, sheet: int) -> int:
        """Where the first row of a sheet begins."""
        above = self.heading_height if sheet == 1 else 0.0
        return _down(self.drawing.frame.upper - above - self.table.head.height)

    @property
    def _upper(self) -> int:
        return _down(self.drawing.frame.upper)

    @property
    def _lower(self) -> int:
        return _up(self.drawing.frame.lower)

    # --- drawing ---

    def draw(self, growth: Growth, new: Sequence[PlacedLine], code: str) -> None:
        """Draw the new lines, sheet by sheet, or a sheet that is printed once more with all that stood on it."""
        lines = (
            growth.series.on_sheet(growth.again)
            if growth.again
            else [one for one in new if is_drawn(one.key)]
        )
        for sheet, group in groupby(lines, key=lambda line: line.sheet):
            codes = growth.series.codes.get(sheet, ())
            fresh = bool(growth.again) or not codes
            self._sheet(sheet, list(group), fresh=fresh)
            if fresh:
                number = shared(self.drawing.about.language)["sheet.growing"].format(number=sheet)
                self.drawing.to_write_on(self.drawing.frame.right, FOOT, number, CAPTION)
            self._codes([*codes, code] if growth.again else [code], 0 if growth.again else len(codes))
            self.drawing.canvas.showPage()

    @property
    def most_codes(self) -> int:
        """How many codes there is room for on a sheet."""
        return self._codes_in_line * _CODE_LINES

    @property
    def _codes_in_line(self) -> int:
        return int((self.drawing.frame.room - _NUMBER_ROOM) / _CODE_ROOM)

    def _sheet(self, sheet: int, lines: Sequence[PlacedLine], *, fresh: bool) -> None:
        rows = [line for line in lines if line.key != CLOSING]
        if fresh and sheet == 1:
            self.heading()
        if rows:
            top = rows[0].above / _POINT
            drawn = self._rows(rows)
            if fresh:
                self.table.draw(drawn, top + self.table.head.height)
            else:
                self.table.draw_below(drawn, top)
        if self.ending is not None:
            for line in lines[len(rows) :]:
                self.ending.draw(line.cells, line.above / _POINT)

    def _rows(self, lines: Sequence[PlacedLine]) -> list[Row]:
        measured = self.table.rows(line.cells for line in lines)
        return [
            row._replace(height=(line.above - line.below) / _POINT)
            for row, line in zip(measured, lines, strict=True)
        ]

    def _codes(self, codes: Sequence[str], place: int) -> None:
        """The codes in the bottom margin; where there is no room for all of them, those of the last printings."""
        shown = [code for code in codes if code][-self.most_codes :]
        for n, code in enumerate(shown, place):
            above, aside = divmod(n, self._codes_in_line)
            x = self.drawing.frame.left + aside * _CODE_ROOM
            self.drawing.text(x, FOOT + above * _CODE_LINE, f"{PROGRAM} {code}", CAPTION)


def _line(key: str, part: int, sheet: int, edge: int, height: int, texts: Iterable[list[str]]) -> PlacedLine:
    cells = tuple("\n".join(lines) for lines in texts)
    return PlacedLine(key if part == 1 else f"{key}/{part}", sheet, edge, edge - height, cells)


def _down(points: float) -> int:
    return floor(points * _POINT + 1e-6)


def _up(points: float) -> int:
    return -floor(-points * _POINT + 1e-6)
