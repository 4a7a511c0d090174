"""The block of approval at the right of a paper: «Утверждаю» / «Бекітемін»."""

from collections.abc import Sequence
from dataclasses import dataclass

from dspdesk.reports.kit.blocks import LEADING, OVER, UNDER
from dspdesk.reports.kit.drawing import CAPTION, TEXT, Drawing, Side
from dspdesk.reports.kit.frame import MM, WRITING
from dspdesk.reports.wording import shared

#: Its part of the width, at the right.
SHARE = 0.48
_APART = 3 * MM


@dataclass(frozen=True, slots=True)
class Approval:
    """The word, the position, a line to sign on with the name beside it, a line for the date.

    What is not known leaves a line to write on; a name is never parted from the line it signs on.
    """

    position: str = ""
    name: str = ""
    date: str = ""

    def height(self, drawing: Drawing, width: float) -> float:
        """Of all its lines."""
        return (
            TEXT * LEADING * (1 + len(self._positions(drawing, width)) + self._further(drawing, width))
            + (0 if self.position else WRITING + UNDER)
            + 2 * (WRITING + UNDER)
        )

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """Downwards, its left edge straight."""
        left, room = x + width * (1 - SHARE), width * SHARE
        words = shared(drawing.about.language)
        y = top - TEXT * 0.9
        drawing.text(left, y, words["approval.word"], bold=True)
        for line in self._positions(drawing, width):
            y -= TEXT * LEADING
            drawing.text(left, y, line)
        if not self.position:
            y = _line(drawing, (left, y, room), words["signature.position"])
        y -= TEXT * LEADING * self._further(drawing, width)
        half = _half(width)
        below = _line(drawing, (left, y, half), words["signature.signature"])
        _line(drawing, (left + half + _APART, y, half), words["signature.name"], self._names(drawing, width))
        _line(drawing, (left, below, room), words["approval.date"], [self.date])

    def _positions(self, drawing: Drawing, width: float) -> list[str]:
        position = self.position[:1].upper() + self.position[1:]
        return drawing.measure(TEXT).lines(position, width * SHARE)

    def _names(self, drawing: Drawing, width: float) -> list[str]:
        """The name in the half beside the line to sign on."""
        return drawing.measure(TEXT).lines(self.name, _half(width))

    def _further(self, drawing: Drawing, width: float) -> int:
        """Lines of the name above its last one."""
        return max(0, len(self._names(drawing, width)) - 1)


def _half(width: float) -> float:
    return (width * SHARE - _APART) / 2


def _line(
    drawing: Drawing, place: tuple[float, float, float], caption: str, values: Sequence[str] = ()
) -> float:
    """A line to write on, or with what is known ending on it, its caption under it; returns where it ends."""
    x, top, width = place
    y = top - WRITING
    for n, value in enumerate(reversed(values)):
        drawing.text(x, y + OVER + n * TEXT * LEADING, value)
    drawing.rule(x, y, width)
    drawing.text(x + width / 2, y - UNDER + 2, caption, CAPTION, Side.MIDDLE)
    return y - UNDER
