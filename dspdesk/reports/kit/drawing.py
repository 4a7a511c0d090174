"""A paper in the making: sheets with their foot, words and rules on them, the PDF at the end."""

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import Any

from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import sheet_of
from dspdesk.reports.kit import fonts
from dspdesk.reports.kit.frame import MM, RULE, Frame
from dspdesk.reports.kit.measure import Measure

PROGRAM = "dspdesk"
TEXT = 12.0
CAPTION = 8.0
#: The line of the foot, below the lower margin.
FOOT = 10 * MM
#: A number written in by hand.
BLANK = 12 * MM


class Side(StrEnum):
    """Where a text stands in its room."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself: the title of the paper, whose it is, its language, its code if printed."""

    title: str
    organisation: str
    language: Language
    code: str = ""


class Drawing:
    """One paper being drawn. Measures are in points from the lower left corner, as ReportLab has them."""

    def __init__(self, frame: Frame, about: About) -> None:
        from reportlab.pdfgen.canvas import Canvas

        fonts.face(fonts.REGULAR)
        fonts.face(fonts.BOLD)
        self.frame = frame
        self.about = about
        self._measures: dict[tuple[str, float], Measure] = {}
        self._bytes = BytesIO()
        self.canvas: Any = Canvas(
            self._bytes,
            pagesize=(frame.width, frame.height),
            invariant=1,  # the same content gives the same bytes
            lang=f"{about.language}-KZ",
            initialFontName=fonts.REGULAR,
        )
        self._describe()

    def _describe(self) -> None:
        """Say who made the file: a paper of a state body is not by "anonymous"."""
        self.canvas.setTitle(self.about.title)
        self.canvas.setAuthor(self.about.organisation or PROGRAM)
        self.canvas.setSubject(self.about.title)
        self.canvas.setCreator(PROGRAM)
        self.canvas.setProducer(PROGRAM)

    def measure(self, size: float, *, bold: bool = False) -> Measure:
        """Widths of words in that size."""
        name = fonts.BOLD if bold else fonts.REGULAR
        if (name, size) not in self._measures:
            self._measures[name, size] = Measure(name, size)
        return self._measures[name, size]

    def text(
        self,
        x: float,
        y: float,
        line: str,
        size: float = TEXT,
        side: Side = Side.LEFT,
        *,
        bold: bool = False,
        apart: float = 0.0,
    ) -> None:
        """One line of text that begins, has its middle or ends at `x`; `apart` sets letters so far apart."""
        width = self.measure(size, bold=bold)[line]
        x -= {Side.LEFT: 0.0, Side.MIDDLE: width / 2, Side.RIGHT: width}[side]
        self.canvas.setFont(fonts.BOLD if bold else fonts.REGULAR, size)
        self.canvas.drawString(x, y, line, charSpace=apart)

    def rule(self, x: float, y: float, width: float) -> None:
        """A level rule to the right of `x`."""
        self.canvas.setLineWidth(RULE)
        self.canvas.line(x, y, x + width, y)

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """A ruled box from its lower left corner."""
        self.canvas.setLineWidth(RULE)
        self.canvas.rect(x, y, width, height)

    def to_write_on(self, right: float, y: float, line: str, size: float = TEXT) -> None:
        """One line of text that ends at `right`; each "_" in it leaves a short rule to write on."""
        parts = line.split("_")
        widths = [self.measure(size)[part] for part in parts]
        x = right - sum(widths) - BLANK * (len(parts) - 1)
        for n, (part, width) in enumerate(zip(parts, widths, strict=True)):
            self.text(x, y, part, size)
            x += width
            if n < len(parts) - 1:
                self.rule(x, y - 1, BLANK)
                x += BLANK

    def end_sheet(self, foot: str) -> None:
        """End this sheet with its foot, the number at the right and the printout's code at the left."""
        self.to_write_on(self.frame.right, FOOT, foot, CAPTION)
        if self.about.code:
            self.text(self.frame.left, FOOT, f"{PROGRAM} {self.about.code}", CAPTION)
        self.canvas.showPage()

    def numbered(self, number: int, total: int) -> str:
        """The number of a sheet in the words of the paper's language."""
        return sheet_of(self.about.language, number, total)

    def finish(self) -> bytes:
        """The PDF."""
        self.canvas.save()
        return self._bytes.getvalue()
