"""The year in twelve bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.language.dates import month_names, month_short
from dspdesk.ui import theme, wording

MONTHS = 12


class YearChart(QWidget):
    """How many entries each month brought; the present month stands out. The numbers stand above the bars."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[int, ...] = (0,) * MONTHS
        self._present = 0
        self.setAccessibleName(_("Registered by month"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_year(self, counts: Sequence[int], present: int) -> None:
        """Show these twelve counts; `present` is the month of today, 1 for January."""
        self._counts, self._present = tuple(counts), present
        names = month_names(current_language())
        told = [f"{name} {count}" for name, count in zip(names, counts, strict=True) if count]
        self.setAccessibleDescription(", ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.em(self, 40), theme.em(self, 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(self, 26), theme.em(self, 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        room = self.height() - 2.4 * line
        step = self.width() / MONTHS
        most = max(self._counts) or 1
        for place, name in enumerate(month_short(current_language())):
            count = self._counts[place]
            high = max(room * count / most, 2.0) if count else 0.0
            bar = QRectF(place * step + step * 0.1, line * 1.2 + room - high, step * 0.8, high)
            self._draw_bar(painter, bar, present=place + 1 == self._present)
            self._draw_words(painter, bar, name, count)

    def _draw_bar(self, painter: QPainter, bar: QRectF, *, present: bool) -> None:
        colours = theme.tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent if present else colours.selection)
        painter.drawRoundedRect(bar, 3, 3)

    def _draw_words(self, painter: QPainter, bar: QRectF, name: str, count: int) -> None:
        line = self.fontMetrics().height()
        painter.setPen(theme.tokens().muted)
        wide = QRectF(bar.x() - bar.width(), 0, bar.width() * 3, line)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(wide.translated(0, self.height() - line), centre, name)
        if count:
            painter.drawText(wide.translated(0, bar.top() - line * 1.1), centre, wording.grouped(count))
