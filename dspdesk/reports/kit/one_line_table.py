"""A small table whose every row takes one line: what does not fit into a cell is cut with "…"."""

from collections.abc import Sequence
from dataclasses import dataclass

from dspdesk.reports.kit.drawing import Drawing, Side
from dspdesk.reports.kit.frame import MM

#: Clear space inside a cell, beside its words.
SIDE = 1.2 * MM
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its share of the width, whether it holds figures, which stand at its right side."""

    title: str
    share: float
    figures: bool = False


@dataclass(frozen=True, slots=True)
class OneLineTable:
    """Rows of one line each under their headings; `after` is a line over the whole width below them, '' for none."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    after: str = ""
    size: float = 10.0
    head: float = 8.5

    def height(self, drawing: Drawing, width: float) -> float:
        """Of the headings, of the rows, of the line below them."""
        return self.head_height(drawing, width) + (len(self.rows) + bool(self.after)) * self.row_height

    @property
    def row_height(self) -> float:
        """Of one row."""
        return self.size * 1.45

    def head_height(self, drawing: Drawing, width: float) -> float:
        """Of the headings, which may take some lines."""
        lines = max(len(self._titles(drawing, column, width)) for column in self.columns)
        return lines * self.head * 1.15 + 1.2 * MM

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """Headings, a rule, the rows, each ruled off."""
        head = self.head_height(drawing, width)
        at = x
        for column in self.columns:
            for n, line in enumerate(self._titles(drawing, column, width)):
                self._cell(drawing, column, (at, top - self.head * (n * 1.15 + 0.95), width), line, self.head)
            at += column.share * width
        y = top - head
        drawing.rule(x, y, width)
        for row in self.rows:
            at = x
            for column, words in zip(self.columns, row, strict=True):
                shown = clipped(drawing, words, column.share * width - 2 * SIDE, self.size)
                self._cell(drawing, column, (at, y - self.size * 1.05, width), shown, self.size)
                at += column.share * width
            y -= self.row_height
            drawing.rule(x, y, width)
        if self.after:
            drawing.text(x + SIDE, y - self.size * 1.05, self.after, self.size)

    def _titles(self, drawing: Drawing, column: Column, width: float) -> list[str]:
        return drawing.measure(self.head).lines(column.title, column.share * width - 2 * SIDE)

    def _cell(
        self, drawing: Drawing, column: Column, place: tuple[float, float, float], words: str, size: float
    ) -> None:
        x, y, width = place
        if column.figures:
            drawing.text(x + column.share * width - SIDE, y, words, size, Side.RIGHT)
        else:
            drawing.text(x + SIDE, y, words, size)


def clipped(drawing: Drawing, words: str, room: float, size: float) -> str:
    """The words as far as they fit on one line; "…" says that there is more."""
    line = " ".join(words.split())
    measure = drawing.measure(size)
    if measure[line] <= room:
        return line
    first = measure.lines(line, room - measure[ELLIPSIS])[0]
    return first.rstrip(" ,;:.-—") + ELLIPSIS
