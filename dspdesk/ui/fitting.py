"""How large windows begin, and what of a long one is in view."""

from typing import cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from dspdesk.ui import theme


def fit(window: QWidget, width: float, height: float) -> None:
    """Make a window as large as is comfortable, in ems, but never larger than the screen."""
    screen = window.screen().availableGeometry()
    widest, highest = round(screen.width() * 0.95), round(screen.height() * 0.92)
    window.resize(min(theme.em(window, width), widest), min(theme.em(window, height), highest))


class KeysInView(QObject):
    """Keeps the field that has the keys in view, whichever way they came there: Qt itself does so for Tab only."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._went)

    def _went(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._area.isAncestorOf(now):
            QTimer.singleShot(0, self, lambda: self._show(now))  # a field just made has its place by then

    def _show(self, field: QWidget) -> None:
        if shiboken6.isValid(field) and self._area.isAncestorOf(field):
            self._area.ensureWidgetVisible(field, 0, theme.em(self._area, 1.5))


class SnugDialog(QDialog):
    """A small dialog that is always as high as its words need, also when some are added."""

    def __init__(self, parent: QWidget | None, width: float) -> None:
        super().__init__(parent)
        self._ems = width
        self.setMinimumWidth(theme.em(self, width))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if (
            event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show)
            and (layout := self.layout()) is not None
        ):
            width = max(theme.em(self, self._ems), layout.totalMinimumSize().width())
            self.resize(width, layout.totalHeightForWidth(width))
        return done
