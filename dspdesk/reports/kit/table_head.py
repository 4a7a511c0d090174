"""Column heads of a long table: captions in two rows, as the appendices have them, and the row of numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dspdesk.reports.kit.frame import MM
from dspdesk.reports.kit.measure import Measure
from dspdesk.reports.kit.script import Script

LEADING = 10.2
#: Clear space between a caption and the rules around it.
SIDE = 0.8 * MM
ABOVE = 0.9 * MM
#: The same at both ends of a caption that is turned upwards.
ENDS = 1.4 * MM


@dataclass(frozen=True, slots=True)
class Column:
    """One column, `width` in points.

    `group` is the caption it shares with its neighbours, `upright` turns its own caption upwards. `signing` is
    the height kept free under a text that a person signs for.
    """

    caption: str
    width: float
    group: str = ""
    centred: bool = False
    upright: bool = False
    signing: float = 0.0


class Head:
    """The heads of these columns, whose edges are known; captions stand in the middle of their fields."""

    def __init__(
        self, columns: Sequence[Column], edges: Sequence[float], script: Script, measure: Measure
    ) -> None:
        self._columns, self._edges = columns, edges
        self._script, self._measure = script, measure
        self.groups = list(_groups(columns))
        self.upper = max((self._tall(c, *span) for c, *span in self.groups), default=0.0)
        self.lower = self._lower()
        self.height = self.upper + self.lower + LEADING + ABOVE
        self._drawn: dict[float, list[str]] = {}

    def texts(self, top: float) -> list[str]:
        """Operators that set all captions of heads that begin at `top`; the same ones for each sheet."""
        if top not in self._drawn:
            self._drawn[top] = [*self._captions(top), *self._numbers(top - self.upper - self.lower)]
        return self._drawn[top]

    def inside(self, edge: int) -> bool:
        """Whether this edge parts two columns under one shared caption."""
        return any(first < edge < after for _, first, after in self.groups)

    def _room(self, first: int, after: int) -> float:
        return self._edges[after] - self._edges[first] - 2 * SIDE

    def _tall(self, caption: str, first: int, after: int) -> float:
        return len(self._measure.lines(caption, self._room(first, after))) * LEADING + 2 * ABOVE

    def _lower(self) -> float:
        """Height under the shared captions: a column of its own also has the height of those."""
        return max(
            self._own_height(column, n) - (0.0 if column.group else self.upper)
            for n, column in enumerate(self._columns)
        )

    def _own_height(self, column: Column, n: int) -> float:
        if column.upright:
            return max(self._measure[word] for word in column.caption.split(" ")) + 2 * ENDS
        return self._tall(column.caption, n, n + 1)

    def _captions(self, top: float) -> Iterator[str]:
        for n, column in enumerate(self._columns):
            for caption, first, after in self.groups:
                if first == n:
                    yield from self._level(caption, first, after, top, self.upper)
            y, height = (top - self.upper, self.lower) if column.group else (top, self.upper + self.lower)
            setting = self._turned if column.upright else self._level
            yield from setting(column.caption, n, n + 1, y, height)

    def _numbers(self, top: float) -> Iterator[str]:
        for n in range(len(self._columns)):
            yield from self._level(str(n + 1), n, n + 1, top, LEADING + ABOVE)

    def _level(self, caption: str, first: int, after: int, top: float, height: float) -> Iterator[str]:
        lines = self._measure.lines(caption, self._room(first, after))
        middle = (self._edges[first] + self._edges[after]) / 2
        y = top - (height - len(lines) * LEADING) / 2 - LEADING * 0.74
        for n, line in enumerate(lines):
            x = middle - self._measure[line] / 2
            yield f"1 0 0 1 {x:.2f} {y - n * LEADING:.2f} Tm {self._script.shown(line)}"

    def _turned(self, caption: str, first: int, after: int, top: float, height: float) -> Iterator[str]:
        lines = self._measure.lines(caption, height - 2 * ENDS)
        middle = top - height / 2
        x = (self._edges[first] + self._edges[after] - len(lines) * LEADING) / 2 + LEADING * 0.74
        for n, line in enumerate(lines):
            y = middle - self._measure[line] / 2
            yield f"0 1 -1 0 {x + n * LEADING:.2f} {y:.2f} Tm {self._script.shown(line)}"


def _groups(columns: Sequence[Column]) -> Iterator[tuple[str, int, int]]:
    """Shared captions, each with its first column and the one after its last."""
    for caption, members in groupby(range(len(columns)), key=lambda n: columns[n].group):
        numbers = list(members)
        if caption:
            yield caption, numbers[0], numbers[-1] + 1
