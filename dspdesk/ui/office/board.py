"""The white board that a grid or a tree stands on."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


def framed(contents: QWidget) -> QFrame:
    """Contents on a board."""
    board = QFrame()
    board.setObjectName("board")
    inside = QVBoxLayout(board)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addWidget(contents)
    return board
