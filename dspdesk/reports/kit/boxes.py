"""Fields of a card in ruled boxes: a small caption and under it the value, or room to write it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dspdesk.reports.kit.drawing import CAPTION, Drawing
from dspdesk.reports.kit.frame import MM, WRITING

SIZE = 10.0
LEADING = 12.0
CAPTION_LEADING = 9.2
#: Clear space inside a box, beside its words and above and below them.
SIDE = 1.2 * MM
ABOVE = 0.8 * MM


@dataclass(frozen=True, slots=True)
class Box:
    """One field, `share` of the width of its band; not known, it leaves `lines` to write on."""

    caption: str
    value: str = ""
    share: float = 1.0
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Band:
    """Boxes side by side, as high as the highest: a block, and one that can be cut if it is higher than a sheet."""

    boxes: Sequence[Box]

    def height(self, drawing: Drawing, width: float) -> float:
        """Of the box that needs most."""
        return max(self._needs(drawing, box, width) for box in self.boxes)

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """Boxes from left to right."""
        height = self.height(drawing, width)
        for box in self.boxes:
            self._draw_box(drawing, box, (x, top, box.share * width, height))
            x += box.share * width

    def cut(self, drawing: Drawing, width: float, room: float) -> tuple["Band", "Band"]:
        """What of the values fits into that height, one line of each at least; and the rest."""
        above, below = [], []
        for box in self.boxes:
            captions, values = self._lines(drawing, box, width)
            fits = max(1, int((room - 2 * ABOVE - len(captions) * CAPTION_LEADING) / LEADING))
            above.append(replace(box, value="\n".join(values[:fits])))
            below.append(replace(box, value="\n".join(values[fits:])))
        return Band(above), Band(below)

    def _lines(self, drawing: Drawing, box: Box, width: float) -> tuple[list[str], list[str]]:
        room = box.share * width - 2 * SIDE
        return drawing.measure(CAPTION).lines(box.caption, room), drawing.measure(SIZE).lines(box.value, room)

    def _needs(self, drawing: Drawing, box: Box, width: float) -> float:
        captions, values = self._lines(drawing, box, width)
        below = len(values) * LEADING + 2 * ABOVE if values else box.lines * WRITING
        return len(captions) * CAPTION_LEADING + max(below, WRITING)

    def _draw_box(self, drawing: Drawing, box: Box, place: tuple[float, float, float, float]) -> None:
        x, top, width, height = place
        drawing.box(x, top - height, width, height)
        captions, values = self._lines(drawing, replace(box, share=1.0), width)
        y = top - CAPTION_LEADING
        for line in captions:
            drawing.text(x + SIDE, y, line, CAPTION)
            y -= CAPTION_LEADING
        y -= LEADING - CAPTION_LEADING + ABOVE
        for line in values:
            drawing.text(x + SIDE, y, line, SIZE)
            y -= LEADING
        for n in range(1, box.lines if not values else 0):
            drawing.rule(x + SIDE, top - height + n * WRITING, width - 2 * SIDE)


def sheets_of(bands: Sequence[Band], drawing: Drawing, first: float) -> list[list[Band]]:
    """The bands of each sheet, when a heading takes `first` of the first one.

    A band goes to the next sheet whole; only one that is higher than a sheet is cut.
    """
    frame = drawing.frame
    whole = frame.upper - frame.lower
    room = whole - first
    sheets: list[list[Band]] = [[]]
    for one in bands:
        band = one
        while band.height(drawing, frame.room) > room:
            if band.height(drawing, frame.room) > whole:
                part, band = band.cut(drawing, frame.room, room)
                sheets[-1].append(part)
            sheets.append([])
            room = whole
        sheets[-1].append(band)
        room -= band.height(drawing, frame.room)
    return sheets
