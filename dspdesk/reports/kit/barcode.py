"""Barcodes of our own labels: Code 128, no finer than a plain scanner reads, with the code in plain type below."""

from typing import Any

from dspdesk.law.barcode import Code
from dspdesk.reports.kit import fonts
from dspdesk.reports.kit.frame import MM

#: The narrowest bar: office printers hold 0.25 mm, and plain scanners read it.
NARROWEST = 0.25 * MM
#: A wider one than this reads no better.
WIDEST = 0.5 * MM
#: Clear paper on either side, in narrowest bars.
QUIET = 10
#: The plain type below the bars, and how much of the label it takes.
TYPE = 8.0
BELOW = 3.6 * MM


class TooNarrow(ValueError):
    """A barcode that does not fit into its room; a finer one could not be read."""


def width(code: Code, module: float = NARROWEST) -> float:
    """How wide a barcode is with its clear paper, in points."""
    return _modules(_symbol(code, module)) * module


def draw(
    canvas: Any,  # noqa: ANN401 - ReportLab's classes have no types
    x: float,
    y: float,
    code: Code,
    height: float,
    widest: float | None = None,
) -> float:
    """Draw a barcode from its lower left corner, the type below the bars; returns its width.

    `height` is of bars and type together; `widest` is the room there is, and without it the bars are as narrow as may
    be. Raises `TooNarrow` when the room is less than that.
    """
    module = NARROWEST
    if widest is not None:
        module = min(WIDEST, widest / _modules(_symbol(code, NARROWEST)))
        if module < NARROWEST - 1e-6:
            raise TooNarrow(str(code))
    symbol = _symbol(code, module, height - BELOW)
    symbol.drawOn(canvas, x, y + BELOW)
    whole = _modules(symbol) * module
    fonts.face(fonts.REGULAR)
    canvas.setFont(fonts.REGULAR, TYPE)
    canvas.drawCentredString(x + whole / 2, y + BELOW - TYPE, str(code))
    return whole


def _symbol(code: Code, module: float, height: float = 10 * MM) -> Any:  # noqa: ANN401 - the same
    from reportlab.graphics.barcode.code128 import Code128

    quiet = QUIET * module
    symbol = Code128(str(code), barWidth=module, barHeight=height, lquiet=quiet, rquiet=quiet)
    symbol.validate()
    if not symbol.valid:  # what Code 128 cannot hold it drops without a word
        raise ValueError(str(code))
    return symbol


def _modules(symbol: Any) -> int:  # noqa: ANN401 - the same
    """Narrowest bars from edge to edge, clear paper included."""
    symbol.validate()
    symbol.encode()
    drawn = symbol.decompose()
    return sum(ord(one.lower()) - ord("a") + 1 for one in drawn) + 2 * QUIET
