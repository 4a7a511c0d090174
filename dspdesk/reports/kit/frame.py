"""Sheets of paper: their sizes and margins. ReportLab counts in points, the forms in millimetres."""

from dataclasses import dataclass

#: Points in a millimetre.
MM = 72 / 25.4
#: The thinnest rule of a paper that is copied and sewn: 0.3 mm, a hair more to survive rounding.
RULE = 0.302 * MM
#: Room above a line that a person writes on: 8 mm at least.
WRITING = 8 * MM


@dataclass(frozen=True, slots=True)
class Frame:
    """One sheet, in points from its lower left corner; `left` is the sewn edge, on lying sheets too."""

    width: float
    height: float
    left: float
    right: float
    upper: float
    lower: float

    @classmethod
    def of(cls, width: float, height: float, *, top: float = 20, bottom: float = 20) -> "Frame":
        """A sheet of so many millimetres; margins 30 mm at the sewn edge and 10 mm at the right."""
        return cls(width * MM, height * MM, 30 * MM, (width - 10) * MM, (height - top) * MM, bottom * MM)

    @property
    def room(self) -> float:
        """Width between the margins."""
        return self.right - self.left


A4 = Frame.of(210, 297)
A4_LANDSCAPE = Frame.of(297, 210)
#: Cards stand in a box and are not sewn: narrower margins above and below leave room for all fields.
A5_LANDSCAPE = Frame.of(210, 148, top=12, bottom=14)
