"""The dissemination marking and the copy number at the top right of the first sheet (paragraph 18)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from dspdesk.reports.kit.blocks import LEADING
from dspdesk.reports.kit.drawing import TEXT, Drawing
from dspdesk.reports.wording import shared


@dataclass(slots=True)
class CopyOf:
    """Which of several copies of a paper is drawn; `marked` once its number has been set on a sheet."""

    copy: int
    printed: int
    marked: bool = False


_DRAWN: ContextVar[CopyOf | None] = ContextVar("copy_drawn", default=None)


@contextmanager
def copy_of(copy: int, printed: int) -> Iterator[CopyOf]:
    """Whatever is drawn within is this copy of so many: paragraph 18 gives each its own number."""
    drawn = CopyOf(copy, printed)
    token = _DRAWN.set(drawn)
    try:
        yield drawn
    finally:
        _DRAWN.reset(token)


def draw_mark(drawing: Drawing, copy: int | None, printed: int | None = 1, size: float = TEXT) -> float:
    """Set the mark into the upper right corner; returns where it ends.

    `copy` is the number of this copy and `printed` how many there are, which the Kazakh text of paragraph 18
    asks for; `None` leaves a line to write on. Within `copy_of` both are those of the copy that is drawn.
    """
    if copy is not None and (drawn := _DRAWN.get()) is not None:
        copy, printed, drawn.marked = drawn.copy, drawn.printed, True
    numbers = {"copy": "_" if copy is None else copy, "printed": "_" if printed is None else printed}
    y = drawing.frame.upper
    for line in shared(drawing.about.language).many("mark.lines"):
        drawing.to_write_on(drawing.frame.right, y - size * 0.9, line.format_map(numbers), size)
        y -= size * LEADING
    return y


def mark_height(drawing: Drawing, size: float = TEXT) -> float:
    """How much of the sheet the mark takes."""
    return len(shared(drawing.about.language).many("mark.lines")) * size * LEADING
