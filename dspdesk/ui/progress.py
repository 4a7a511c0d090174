"""A thin bar that says how far something has come."""

from PySide6.QtWidgets import QProgressBar

from dspdesk.ui import theme


class Bar(QProgressBar):
    """Moves to and fro until `show_progress` is told of how much."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setFixedHeight(theme.em(self, 0.5))
        self.begin()

    def begin(self) -> None:
        """Nothing is known yet."""
        self.setRange(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """So much of so much."""
        self.setRange(0, total)
        self.setValue(done)
