"""Blocks that stand one below the other: text, a value on its line, lines side by side, signatures.

A block knows its height before it is drawn and is never divided between two sheets.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from dspdesk.reports.kit.drawing import CAPTION, TEXT, Drawing, Side
from dspdesk.reports.kit.frame import MM, WRITING
from dspdesk.reports.wording import shared

#: From a line of text to the next, in parts of its size.
LEADING = 1.2
#: From a rule up to the words on it: what hangs below a line of text keeps clear of the rule.
OVER = 0.22 * TEXT
#: Under a rule, its caption.
UNDER = 3.6 * MM
#: A line to write on is no shorter.
SHORTEST_LINE = 30 * MM
INDENT = 2 * MM


class Block(Protocol):
    """Something of full width that stands on a sheet."""

    def height(self, drawing: Drawing, width: float) -> float:
        """How much of the sheet it takes."""

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """Draw it downwards from `top`."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Nothing, of that height."""

    size: float

    def height(self, drawing: Drawing, width: float) -> float:  # noqa: ARG002 - of every block
        """Its own."""
        return self.size

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    size: float = TEXT
    side: Side = Side.LEFT
    bold: bool = False

    def height(self, drawing: Drawing, width: float) -> float:
        """Of all its lines."""
        return len(self._lines(drawing, width)) * self.size * LEADING

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """Line by line."""
        at = {Side.LEFT: x, Side.MIDDLE: x + width / 2, Side.RIGHT: x + width}[self.side]
        y = top - self.size * 0.9
        for n, line in enumerate(self._lines(drawing, width)):
            drawing.text(at, y - n * self.size * LEADING, line, self.size, self.side, bold=self.bold)

    def _lines(self, drawing: Drawing, width: float) -> list[str]:
        return drawing.measure(self.size, bold=self.bold).lines(self.text, width)


@dataclass(frozen=True, slots=True)
class Filled:
    """Words, then a line with the value on it if it is known, else to write on; a caption under the line.

    "Количество пронумерованных листов  __12 (двенадцать)__". The line is 8 mm or more below what is above it. `after`
    are words behind it: "Итого  __60 (шестьдесят)__  документов".
    """

    label: str
    value: str = ""
    caption: str = ""
    aside: float = 0.0  # before the line, where there is no label
    after: str = ""

    def lines(self, drawing: Drawing, width: float) -> "tuple[Filled, ...]":
        """The same line by line, each a block of its own: a long value goes on on the next sheet."""
        values = self._values(drawing, width)
        if len(values) < 2:
            return (self,)
        aside = self._start(drawing, self._labels(drawing, width))
        first, *others = (Filled("", line, aside=aside) for line in values)
        last = replace(others[-1], caption=self.caption, after=self.after)
        return (replace(first, label=self.label), *others[:-1], last)

    def height(self, drawing: Drawing, width: float) -> float:
        """Of the label down to its line, of further lines of the value, of the caption."""
        further = max(0, len(self._values(drawing, width)) - 1) * WRITING
        return self._first_rule(drawing, width) + further + (UNDER if self.caption else 0)

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """The label before its line, the value on it, the caption under the middle of the last line."""
        labels, values = self._labels(drawing, width), self._values(drawing, width) or [""]
        y = top - self._first_rule(drawing, width)
        for n, line in enumerate(reversed(labels)):
            drawing.text(x, y + n * TEXT * LEADING + OVER, line)
        start, end = self._start(drawing, labels), width - self._behind(drawing)
        if self.after:
            last = y - (len(values) - 1) * WRITING
            drawing.text(x + width, last + OVER, self.after, side=Side.RIGHT)
        for line in values:
            drawing.text(x + start + INDENT, y + OVER, line)
            drawing.rule(x + start, y, end - start)
            y -= WRITING
        if self.caption:
            middle = x + (start + end) / 2
            drawing.text(middle, y + WRITING - UNDER + 2, self.caption, CAPTION, Side.MIDDLE)

    def _labels(self, drawing: Drawing, width: float) -> list[str]:
        return drawing.measure(TEXT).lines(self.label, width - SHORTEST_LINE)

    def _first_rule(self, drawing: Drawing, width: float) -> float:
        return WRITING + max(0, len(self._labels(drawing, width)) - 1) * TEXT * LEADING

    def _start(self, drawing: Drawing, labels: Sequence[str]) -> float:
        return drawing.measure(TEXT)[labels[-1]] + INDENT if labels else self.aside

    def _values(self, drawing: Drawing, width: float) -> list[str]:
        start = self._start(drawing, self._labels(drawing, width))
        return drawing.measure(TEXT).lines(self.value, width - start - INDENT - self._behind(drawing))

    def _behind(self, drawing: Drawing) -> float:
        """The words behind the line with the room between them and it."""
        return drawing.measure(TEXT)[self.after] + INDENT if self.after else 0.0


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks side by side, of one width each."""

    blocks: Sequence[Block]
    gap: float = 8 * MM

    def height(self, drawing: Drawing, width: float) -> float:
        """Of the highest."""
        return max(block.height(drawing, self._each(width)) for block in self.blocks)

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """From left to right."""
        each = self._each(width)
        for n, block in enumerate(self.blocks):
            block.draw(drawing, x + n * (each + self.gap), top, each)

    def _each(self, width: float) -> float:
        return (width - self.gap * (len(self.blocks) - 1)) / len(self.blocks)


@dataclass(frozen=True, slots=True)
class Signature:
    """Position, line to sign on, name in full; what is not known leaves a line to write on.

    `captions` names the table of `kit.toml` with the words under the lines: appendices differ in them.
    """

    position: str
    name: str
    captions: str = "signature"

    def height(self, drawing: Drawing, width: float) -> float:
        """Room to sign by hand over the line, and the captions under it."""
        return max(WRITING + 2 * MM, self._above(drawing, width) + 3 * MM) + UNDER

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """All three on one line; a long position ends on it, as signatures stand by its last line."""
        y = top - self.height(drawing, width) + UNDER
        position, sign, name = self._rooms(width)
        words = shared(drawing.about.language)
        _known_or_line(drawing, (x, y, position), self.position, words[f"{self.captions}.position"])
        _known_or_line(drawing, (x + position + 4 * MM, y, sign), "", words[f"{self.captions}.signature"])
        _known_or_line(drawing, (x + width - name, y, name), self.name, words[f"{self.captions}.name"])

    def _rooms(self, width: float) -> tuple[float, float, float]:
        """Widths of position, line and name."""
        rest = width - 8 * MM
        return rest * 0.38, rest * 0.24, rest * 0.38

    def _above(self, drawing: Drawing, width: float) -> float:
        position, _, name = self._rooms(width)
        lines = drawing.measure(TEXT).lines
        return max(len(lines(self.position, position)), len(lines(self.name, name))) * TEXT * LEADING


def _known_or_line(drawing: Drawing, place: tuple[float, float, float], known: str, caption: str) -> None:
    """What is known, its last line at the foot of the place; what is not leaves a line with its caption."""
    x, y, width = place
    lines = drawing.measure(TEXT).lines(known, width)
    for n, line in enumerate(reversed(lines)):
        drawing.text(x, y + OVER + n * TEXT * LEADING, line)
    if not lines:
        drawing.rule(x, y, width)
        drawing.text(x + width / 2, y - UNDER + 2, caption, CAPTION, Side.MIDDLE)


def height_of(blocks: Sequence[Block], drawing: Drawing, width: float) -> float:
    """Of blocks one below the other."""
    return sum(block.height(drawing, width) for block in blocks)


def draw_all(blocks: Sequence[Block], drawing: Drawing, top: float, width: float | None = None) -> float:
    """Draw blocks one below the other from the left margin; returns where they end."""
    x, width = drawing.frame.left, width or drawing.frame.room
    for block in blocks:
        block.draw(drawing, x, top, width)
        top -= block.height(drawing, width)
    return top
