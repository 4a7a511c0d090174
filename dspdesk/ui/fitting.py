"""How large windows begin."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QWidget

from dspdesk.ui import theme


def fit(window: QWidget, width: float, height: float) -> None:
    """Make a window as large as is comfortable, in ems, but never larger than the screen."""
    screen = window.screen().availableGeometry()
    widest, highest = round(screen.width() * 0.95), round(screen.height() * 0.92)
    window.resize(min(theme.em(window, width), widest), min(theme.em(window, height), highest))


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
