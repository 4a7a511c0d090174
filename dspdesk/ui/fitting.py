"""How large windows begin."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dspdesk.ui import theme


def fit(window: QWidget, width: float, height: float) -> None:
    """Make a window as large as is comfortable, in ems, but never larger than the screen."""
    screen = (window.screen() or QGuiApplication.primaryScreen()).availableGeometry()
    widest, highest = round(screen.width() * 0.95), round(screen.height() * 0.92)
    window.resize(min(theme.em(window, width), widest), min(theme.em(window, height), highest))
