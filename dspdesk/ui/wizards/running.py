"""How far a run has come, and the way out of it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.ui import keys, theme, wording
from dspdesk.ui.progress import Bar
from dspdesk.ui.widgets.basics import Caption, Note, PlainButton


class Running(QWidget):
    """What is being done, a bar, a count and Cancel."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._count = Note(), Caption()
        self._bar = Bar(_("Progress"))
        self.cancel = PlainButton(_("Cancel"), keys.LEAVE.keys)
        self.cancel.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setSpacing(theme.em(self, 0.6))
        column.addStretch(1)
        for part in (self._words, self._bar, self._count):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        column.addStretch(2)

    def begin(self, words: str) -> None:
        """Nothing done yet."""
        self._words.setText(words)
        self._count.setText("")
        self._bar.begin()

    def show_progress(self, done: int, total: int) -> None:
        """So many rows of so many."""
        self._bar.show_progress(done, total)
        text = _("{done} of {total} rows")
        self._count.setText(text.format(done=wording.grouped(done), total=wording.grouped(total)))
