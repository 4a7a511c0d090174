"""Words that had to be cut: the whole of them is a tooltip."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget


def show_whole(view: QWidget, at: QPoint, words: str, room: int) -> None:
    """Show the words of a cell over it when they need more than there is room for."""
    fits = view.fontMetrics().horizontalAdvance(words) <= room
    QToolTip.showText(at, "" if fits else plain(words), view)


def plain(words: str) -> str:
    """A tooltip that Qt does not take for markup, whatever people typed."""
    return f"\N{ZERO WIDTH SPACE}{words}" if "<" in words else words
