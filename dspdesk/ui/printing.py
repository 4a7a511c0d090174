"""Sending a finished PDF to a printer: 300 dpi, full page, one job for each size of sheet.

Pages are drawn one by one in grey on white: an unpainted page is transparent, and some drivers print that black.
"""

from collections.abc import Callable, Iterator
from itertools import groupby

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

DPI = 300
_POINTS = 72
_INCH = 25.4  # millimetres


class NotTaken(Exception):
    """The printer did not take the paper; `printer` is its name."""

    def __init__(self, printer: str) -> None:
        super().__init__(printer)
        self.printer = printer


def printers() -> list[str]:
    """The printers of this workstation, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name.casefold()))


def printer(name: str) -> QPrinter:
    """A printer by its name."""
    made = QPrinter()
    made.setPrinterName(name)
    return made


def send(
    pdf: bytes, make: Callable[[], QPrinter], shift: tuple[float, float] = (0.0, 0.0), copies: int = 1
) -> int:
    """Print every page; `make` gives a printer for each job. Runs well in a thread. Raises `NotTaken`.

    `shift` puts the paper straight: millimetres to the right and down. Copies come one whole paper after the other:
    not every driver counts them. Returns the number of sheets sent.
    """
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    sent = 0
    for size, pages in list(_jobs(document)) * copies:
        sent += _job(document, make(), size, pages, shift)
    document.close()
    return sent


def _jobs(document: QPdfDocument) -> Iterator[tuple[QSizeF, list[int]]]:
    """Pages of one size that follow each other: a printer given two sizes shrinks one of them."""
    numbered = range(document.pageCount())
    for size, pages in groupby(numbered, key=lambda page: document.pagePointSize(page).toTuple()):
        yield QSizeF(*size), list(pages)


def _job(
    document: QPdfDocument, device: QPrinter, size: QSizeF, pages: list[int], shift: tuple[float, float]
) -> int:
    device.setResolution(DPI)
    device.setDocName("dspdesk")  # a spooler's list is open to everybody: it tells nothing of the paper
    device.setColorMode(QPrinter.ColorMode.GrayScale)
    device.setFullPage(True)
    device.setPageLayout(_layout(size))
    painter = QPainter()
    if not painter.begin(device):
        raise NotTaken(device.printerName())
    moved = [millimetres * DPI / _INCH for millimetres in shift]
    try:
        for place, page in enumerate(pages):
            if place and not device.newPage():
                raise NotTaken(device.printerName())
            painter.drawImage(QRectF(painter.viewport()).translated(*moved), _page(document, page))
    finally:
        painter.end()
    return len(pages)


def _layout(size: QSizeF) -> QPageLayout:
    wide = size.width() > size.height()
    sheet = QPageSize(size.transposed() if wide else size, QPageSize.Unit.Point)
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    layout = QPageLayout(sheet, turned, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _page(document: QPdfDocument, page: int) -> QImage:
    size = document.pagePointSize(page)
    pixels = QSize(round(size.width() * DPI / _POINTS), round(size.height() * DPI / _POINTS))
    drawn = document.render(page, pixels)
    white = QImage(pixels, QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return white.convertToFormat(QImage.Format.Format_Grayscale8)
