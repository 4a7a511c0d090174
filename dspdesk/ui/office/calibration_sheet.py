"""The sheet that shows how far a printer puts its paper askew: a cross with a scale, at a known distance."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from dspdesk.language.catalogue import _
from dspdesk.ui import theme

#: Millimetres from the left and from the upper edge to the lines of the cross.
CROSS = 50
_DPI = 300
_INCH = 25.4
_ARM = 35  # millimetres of a line on each side of where they meet
_TICK, _LONG_TICK = 2, 4


def drawn(printer: str, right: float, down: float) -> bytes:
    """The sheet as PDF; it names the printer and the offsets it was printed with."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    margins = QMarginsF(0, 0, 0, 0)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins)
    )
    painter = QPainter(writer)
    painter.scale(_DPI / _INCH, _DPI / _INCH)  # from here on one is a millimetre
    painter.setPen(QPen(Qt.GlobalColor.black, 0.2))
    _cross(painter)
    _words(painter, printer, right, down)
    painter.end()
    buffer.close()
    return bytes(data.data())


def _cross(painter: QPainter) -> None:
    painter.drawLine(QPointF(CROSS, CROSS - _ARM), QPointF(CROSS, CROSS + _ARM))
    painter.drawLine(QPointF(CROSS - _ARM, CROSS), QPointF(CROSS + _ARM, CROSS))
    for at in range(-_ARM, _ARM + 1):
        half = (_LONG_TICK if at % 5 == 0 else _TICK) / 2
        painter.drawLine(QPointF(CROSS + at, CROSS - half), QPointF(CROSS + at, CROSS + half))
        painter.drawLine(QPointF(CROSS - half, CROSS + at), QPointF(CROSS + half, CROSS + at))


def _words(painter: QPainter, printer: str, right: float, down: float) -> None:
    font = QFont(theme.FAMILY)
    font.setPixelSize(5)  # millimetres
    painter.setFont(font)
    offsets = _("Offsets in force: {right} mm to the right, {down} mm down").format(
        right=f"{right:.1f}".replace(".", ","), down=f"{down:.1f}".replace(".", ",")
    )
    measure = _("From each edge of the paper to its line there should be {cross} mm.").format(cross=CROSS)
    text = "\n".join((_("Test sheet: {printer}").format(printer=printer), offsets, measure))
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    painter.drawText(QRectF(CROSS - _ARM, CROSS + _ARM + 15, 160, 80), int(flags), text)
