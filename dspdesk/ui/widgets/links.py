"""Lines that open what they speak of."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from dspdesk.ui import theme
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.cut_words import plain

PAD = 0.6  # on either side of the words, in ems


class LinkButton(QPushButton):
    """A quiet line that can be pressed: words at the left, muted words or keys at the right.

    Up and Down go on to the line before and after. Words too long are cut; the tooltip has them whole.
    """

    def __init__(self, text: str, right: str = "", tone: Tone | None = None) -> None:
        super().__init__(text)
        self._right = right
        self._tone = tone
        self.setFlat(True)
        self.setAccessibleName(f"{text}, {right}" if right else text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def right(self) -> str:
        """The words at the right."""
        return self._right

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = (
            metrics.horizontalAdvance(self.text()) + metrics.horizontalAdvance(self._right) + 4 * self._pad()
        )
        return QSize(width, round(metrics.height() * 1.45))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(self, 6), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        if self.isChecked():
            painter.setFont(_bold(self.font()))
        metrics, pad = painter.fontMetrics(), self._pad()
        right = metrics.horizontalAdvance(self._right)
        space = QRect(pad, 0, self.width() - 2 * pad - (right + pad if right else 0), self.height())
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, space.width())
        self.setToolTip(plain(self.text()) if words != self.text() else "")
        painter.setPen(theme.tokens().text)
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        colours = theme.tokens()
        painter.setPen(colours.muted if self._tone is None else colours.tone(self._tone))
        edge = self.rect().adjusted(0, 0, -pad, 0)
        painter.drawText(edge, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._right)

    def _draw_ground(self, painter: QPainter) -> None:
        colours = theme.tokens()
        over = self.underMouse() or self.isDown()
        if not (over or self.hasFocus() or self.isChecked()):
            return
        painter.setPen(colours.accent if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colours.selection if self.isChecked() or self.isDown() else colours.hover)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _pad(self) -> int:
        return theme.em(self, PAD)


def _bold(font: QFont) -> QFont:
    copy = QFont(font)
    copy.setBold(True)
    return copy


def indented(label: QLabel) -> QLabel:
    """A label that begins where the words of the lines that can be pressed begin."""
    label.setContentsMargins(theme.em(label, PAD), 0, 0, 0)
    return label
