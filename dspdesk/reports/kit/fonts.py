"""Liberation Serif, the face of all papers: registered with ReportLab once, when the first paper is drawn."""

from functools import cache
from typing import Any

from dspdesk.language.resources import resources

REGULAR = "LiberationSerif-Regular"
BOLD = "LiberationSerif-Bold"

#: Characters that the face lacks and another one stands for without loss.
STAND_INS = {0x2011: "-", 0xAD: None, 0x200B: None, 0xFEFF: None, 0x09: " ", 0x0B: " ", 0x0C: " ", 0x0D: None}


@cache
def face(name: str) -> Any:  # noqa: ANN401 - ReportLab's classes have no types
    """The font of that name, ready for a canvas."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, str(resources() / "fonts" / f"{name}.ttf"))
    registerFont(font)
    return font
