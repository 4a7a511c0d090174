"""Rows in a window of their own, each of which leads to its entry in a journal."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.ui import keys, theme
from dspdesk.ui.fitting import fit
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.office.board import framed
from dspdesk.ui.registers.columns import RegisterColumn
from dspdesk.ui.registers.grid import RegisterGrid
from dspdesk.ui.registers.model import RegisterModel
from dspdesk.ui.widgets.basics import Caption, PlainButton, PrimaryButton, Title

_WIDTH, _HEIGHT = 76, 44  # in ems
R = TypeVar("R")


class Listing(QDialog, Generic[R]):
    """The rows with how many there are below them; Enter lands in the journal."""

    def __init__(
        self,
        parent: QWidget | None,
        name: str,
        columns: Sequence[RegisterColumn[R]],
        key_of: Callable[[R], int],
    ) -> None:
        super().__init__(parent)
        self._newest = Newest(self)
        self.model: RegisterModel[R] = RegisterModel(columns, key_of, self)
        self.grid = RegisterGrid(self.model, name)
        self.grid.opened.connect(self.land)
        self.count = Caption()

    def loaded(self) -> bool:
        """Whether the rows have come."""
        return self._newest.idle()

    def land(self) -> None:
        """Show the entry of the row that the keys are on."""
        raise NotImplementedError

    def current(self) -> R | None:
        """The row that the keys are on."""
        index = self.grid.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def ask(self, question: Callable[[], Any]) -> None:
        """Ask for the rows in a thread; what comes is handed to `show_found`."""
        self._newest.ask(question, self.show_found, patience=PATIENCE)

    def show_found(self, found: Any) -> None:
        """Show what was asked for."""
        raise NotImplementedError

    def fill(self, rows: Sequence[R], words: str) -> None:
        """Show the rows, and say below them how many there are."""
        self.model.fill(rows)
        self.grid.go_to_row(0)
        self.count.setText(words)
        self.grid.setFocus()

    def lay_out(self, title: str, caption: str = "") -> None:
        """Put the parts into the window."""
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        leave = PlainButton(_("Close"), keys.LEAVE.keys)
        show = PrimaryButton(_("Show in the journal"), "Enter")
        for button, does in ((leave, self.reject), (show, self.land)):
            button.setAutoDefault(False)
            button.clicked.connect(does)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(Title(title, factor=1.3, wrap=True))
        if caption:
            column.addWidget(Caption(caption, wrap=True))
        column.addWidget(framed(self.grid), 1)
        column.addLayout(foot)
        fit(self, _WIDTH, _HEIGHT)
