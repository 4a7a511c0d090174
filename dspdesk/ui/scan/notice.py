"""A word about a scan, at the foot of the window that has the keys; it goes by itself and takes no key."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dspdesk.ui import theme
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Panel, PlainLabel

_STAYS = 8_000  # milliseconds
_WIDEST = 0.8  # of the window


class ScanNotice(Panel):
    """What was scanned: below the contents of a dialog, over those of the main window."""

    def __init__(self, window: QWidget, text: str, tone: Tone, *, stays: bool = False) -> None:
        super().__init__(tone)
        self._window = window
        self._over = not isinstance(window.layout(), QVBoxLayout)
        self.setParent(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.label = PlainLabel(text, wrap=True)
        self.body.addWidget(self.label)
        self.setAccessibleName(text)
        if isinstance(layout := window.layout(), QVBoxLayout):
            layout.addWidget(self)
        window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if not stays:
            QTimer.singleShot(_STAYS, self, self.deleteLater)

    def text(self) -> str:
        """What it says."""
        return self.label.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if not self._over:
            return
        window, gap = self._window, theme.em(self, 1.2)
        widest = round(window.width() * _WIDEST)
        margins = self.body.contentsMargins()
        wanted = (
            self.label.fontMetrics().horizontalAdvance(self.label.text())
            + margins.left()
            + margins.right()
            + gap
        )
        self.setFixedWidth(min(widest, wanted))
        self.adjustSize()
        height = self.heightForWidth(self.width()) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setFixedHeight(height)
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - 2 * gap)


def say(window: QWidget, text: str, tone: Tone, *, stays: bool = False) -> ScanNotice:
    """Say it in the place of what was said before."""
    for before in window.findChildren(ScanNotice):
        before.hide()
        before.deleteLater()
    return ScanNotice(window, text, tone, stays=stays)


def said(window: QWidget) -> str:
    """What a window says of the last scan, '' when nothing."""
    shown = [notice.text() for notice in window.findChildren(ScanNotice) if not notice.isHidden()]
    return shown[-1] if shown else ""
