"""The one writer of long tables: column heads on every sheet, rows kept whole, thousands of rows in a second.

ReportLab's own tables take ten times as long as drawing the same strings by hand. This one breaks each cell into
lines once, divides the rows among the sheets, and then writes the operators of the pages itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from dspdesk.reports.kit import fonts
from dspdesk.reports.kit.frame import MM, RULE
from dspdesk.reports.kit.measure import Measure
from dspdesk.reports.kit.script import Script
from dspdesk.reports.kit.table_head import Column, Head

__all__ = ["Cell", "Column", "LongTable", "Row"]

SIZE = 9.0
LEADING = 10.6
#: Clear space between a rule and the text beside it, and the text above and below it.
SIDE = 0.8 * MM
ABOVE = 1.0 * MM
#: From the rule above a row down to the line its first text stands on.
FIRST_LINE = ABOVE + LEADING * 0.75
#: A row that is signed by hand is no lower than this.
LEAST_ROW = 9 * MM
#: A row higher than a whole sheet begins on the sheet in use if so much is left of it.
WORTH_BEGINNING = 30 * MM


class Cell(NamedTuple):
    """A text broken into lines, each as the operators that set it and move on to the next, and its height."""

    lines: tuple[str, ...]
    operators: str
    height: float


class Row(NamedTuple):
    """One row, measured; without cells it is empty to write on. One that `spans` is a single cell over all columns."""

    height: float
    cells: Sequence[Cell] = ()
    spans: bool = False


class _Broken(dict[str, Cell]):
    """The cells of one column by their texts: what stands there a hundred times is broken into lines once."""

    def __init__(self, make: Callable[[str], Cell]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> Cell:
        self[text] = cell = self._make(text)
        return cell


class LongTable:
    """A table with its left edge at `left`: measure the `rows`, divide them into `sheets`, `draw` each sheet."""

    def __init__(
        self,
        canvas: Any,  # noqa: ANN401 - ReportLab's classes have no types
        left: float,
        columns: Sequence[Column],
    ) -> None:
        self._canvas = canvas
        self._edges = [left + sum(column.width for column in columns[:n]) for n in range(len(columns) + 1)]
        self._script = Script(canvas, fonts.REGULAR, SIZE)
        self._measure = Measure(fonts.REGULAR, SIZE)
        self._broken = [_Broken(self._breaker(column)) for column in columns]
        self.head = Head(columns, self._edges, self._script, self._measure)

    def rows(self, lines: Iterable[Sequence[str]]) -> list[Row]:
        """The rows with their texts broken into lines."""
        rows = []
        for line in lines:
            cells = [broken[text] for broken, text in zip(self._broken, line, strict=True)]
            rows.append(Row(max(LEAST_ROW, *[cell[2] for cell in cells]), cells))
        return rows

    def spanning(self, text: str) -> Row:
        """A row with one text over all columns: the heading of those below it, from which it is never parted."""
        room = self._edges[-1] - self._edges[0] - 2 * SIDE
        cell = _cell(tuple(f"{self._script.shown(line)} T*" for line in self._measure.lines(text, room)))
        return Row(cell.height, (cell,), spans=True)

    def broken(self, line: Sequence[str]) -> list[list[str]]:
        """The texts of one row in the lines they are broken into, column by column."""
        rooms = (after - edge - 2 * SIDE for edge, after in zip(self._edges, self._edges[1:], strict=False))
        return [self._measure.lines(text, room) for text, room in zip(line, rooms, strict=True)]

    def blank_rows(self, height: float) -> list[Row]:
        """As many empty rows to write on as fill that height together with the heads."""
        count = max(1, int((height - self.head.height) / LEAST_ROW))
        return [Row((height - self.head.height) / count)] * count

    def sheets(self, rows: Iterable[Row], first: float, further: float, tail: float = 0.0) -> list[list[Row]]:
        """The rows of each sheet; `first` and `further` are the heights for the table on the sheets.

        A row goes to the next sheet whole; only one that is higher than a sheet is divided. `tail` is the height of
        what stands below the last row: totals and signatures never stand on a sheet alone, the last row goes over with
        them, unless it is alone or too high; then the last sheet has no rows.
        """
        sheets = self._divided(rows, first, further)
        last = sheets[-1]
        if tail and self.height(last) + tail > (further if len(sheets) > 1 else first):
            moves = len(last) > 1 and self.height(last[-1:]) + tail <= further
            sheets.append([*_headings(last[:-1]), last[-1]] if moves else [])
            del last[len(last) - len(sheets[-1]) :]
        return sheets

    def _divided(self, rows: Iterable[Row], first: float, further: float) -> list[list[Row]]:
        room, further = first - self.head.height, further - self.head.height
        sheets: list[list[Row]] = [[]]
        for whole in rows:
            row = whole
            while row.height > room:
                if not sheets[-1] or (row.height > further and room >= WORTH_BEGINNING):
                    part, row = divided(row, room)
                    sheets[-1].append(part)
                headings = _headings(sheets[-1])
                del sheets[-1][len(sheets[-1]) - len(headings) :]
                sheets.append(headings)
                room = further - sum(heading.height for heading in headings)
            sheets[-1].append(row)
            room -= row.height
        return sheets

    def height(self, rows: Iterable[Row]) -> float:
        """Of these rows with the heads above them."""
        return self.head.height + sum(row.height for row in rows)

    def draw(self, rows: Sequence[Row], top: float) -> float:
        """Draw the heads and these rows downwards from `top`; returns where the table ends."""
        y = top - self.head.height
        texts, ends = self._set(rows, y)
        self._write([*self.head.texts(top), *texts], self._rules(rows, top, ends))
        return ends[-1] if ends else y

    def draw_below(self, rows: Sequence[Row], top: float) -> float:
        """Draw rows alone, from `top` on, where a row that stands on the sheet already has ended."""
        texts, ends = self._set(rows, top)
        left, right = f"{self._edges[0]:.2f}", f"{self._edges[-1]:.2f}"
        across = [f"{left} {y:.2f} m {right} {y:.2f} l" for y in ends]
        self._write(texts, [*across, *(f"{x:.2f} {top:.2f} m {x:.2f} {ends[-1]:.2f} l" for x in self._edges)])
        return ends[-1]

    def _set(self, rows: Sequence[Row], top: float) -> tuple[list[str], list[float]]:
        """The operators that set these rows downwards from `top`, and where each of them ends."""
        y, texts, ends = top, [], []
        places = [f"1 0 0 1 {edge + SIDE:.2f}" for edge in self._edges]
        for height, cells, _spans in rows:
            at = f"{y - FIRST_LINE:.2f} Tm"
            texts += [f"{x} {at} {cell[1]}" for x, cell in zip(places, cells, strict=False) if cell[1]]
            y -= height
            ends.append(y)
        return texts, ends

    def _write(self, texts: Iterable[str], rules: Iterable[str]) -> None:
        self._canvas.addLiteral(f"BT {self._script.font} {LEADING} TL {' '.join(texts)} ET")
        self._canvas.addLiteral(f"{RULE:.3f} w {' '.join(rules)} S")

    def _rules(self, rows: Sequence[Row], top: float, ends: Sequence[float]) -> Iterator[str]:
        left, right = f"{self._edges[0]:.2f}", f"{self._edges[-1]:.2f}"
        under_shared = top - self.head.upper
        bottom = ends[-1] if ends else top - self.head.height
        for y in (top, under_shared - self.head.lower, top - self.head.height, *ends):
            yield f"{left} {y:.2f} m {right} {y:.2f} l"
        for _, first, after in self.head.groups:
            yield f"{self._edges[first]:.2f} {under_shared:.2f} m {self._edges[after]:.2f} {under_shared:.2f} l"
        for n, x in enumerate(self._edges):
            start = under_shared if self.head.inside(n) else top
            inside = 0 < n < len(self._edges) - 1
            under = top - self.head.height
            for upper, lower in _runs(rows, (start, under), ends) if inside else [(start, bottom)]:
                yield f"{x:.2f} {upper:.2f} m {x:.2f} {lower:.2f} l"

    def _breaker(self, column: Column) -> Callable[[str], Cell]:
        room = column.width - 2 * SIDE

        def centred(line: str) -> str:
            aside = (room - self._measure[line]) / 2
            return f"{aside:.2f} 0 Td {self._script.shown(line)} {-aside:.2f} {-LEADING} Td"

        def flush(line: str) -> str:
            return f"{self._script.shown(line)} T*"

        def break_text(text: str) -> Cell:
            lines = self._measure.lines(text, room)
            return _cell(tuple(map(centred if column.centred else flush, lines)), column.signing)

        return break_text


def _cell(lines: tuple[str, ...], signing: float = 0.0) -> Cell:
    height = len(lines) * LEADING + 2 * ABOVE + signing if lines else 0.0
    return Cell(lines, " ".join(lines), height)


def _headings(rows: Sequence[Row]) -> list[Row]:
    """The spanning rows at the end of these, unless there are no others: they go over with what stands below them."""
    count = next((n for n, row in enumerate(reversed(rows)) if not row.spans), 0)
    return list(rows[len(rows) - count :])


def _runs(
    rows: Sequence[Row], head: tuple[float, float], ends: Sequence[float]
) -> Iterator[tuple[float, float]]:
    """Where a rule between two columns runs: from the heads down, but for rows over all columns."""
    upper, lower = head
    for row, end in zip(rows, ends, strict=True):
        if row.spans:
            if upper != lower:
                yield upper, lower
            upper = end
        lower = end
    if upper != lower:
        yield upper, lower


def divided(row: Row, room: float) -> tuple[Row, Row]:
    """A row cut after so many lines as the room holds, one at least: what stands above the cut, and the rest."""
    count = max(1, int((room - 2 * ABOVE) / LEADING))
    above = [_cell(cell.lines[:count]) for cell in row.cells]
    below = [_cell(cell.lines[count:]) for cell in row.cells]
    # an empty row higher than its sheet is cut like any other
    height = max((cell.height for cell in above), default=room)
    return Row(height, above), Row(max([LEAST_ROW, *(cell.height for cell in below)]), below)
