"""The new recovery sheet: looked at and printed, then typed back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.ui import ask, keys, theme
from dspdesk.ui.fitting import fit
from dspdesk.ui.recovery import RecoverySheet, TypeBack
from dspdesk.ui.steps import Steps
from dspdesk.ui.widgets.basics import PlainButton, PrimaryButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class NewSheetDialog(QDialog):
    """Two steps; the second may be put off, and Today reminds of it then."""

    def __init__(self, desk: "Desk", pdf: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("A new recovery sheet")
        self.setWindowTitle(title)
        warning = _("The sheet made before opens nothing any more. Destroy it.")
        self.sheet, self.type_back = RecoverySheet(pdf, warning), TypeBack(desk)
        self.steps = Steps(title, [_("Recovery sheet"), _("The key typed back")])
        self.back = PlainButton(_("Back"), "Alt+←")
        self.leave = PlainButton(_("Leave"), "Esc")
        self.next = PrimaryButton(_("Next"), "Ctrl+Enter")
        self._pages = QStackedWidget()
        self._lay_out()
        self._go(0)

    def go_on(self) -> None:
        """From the sheet to its key, from the right key to the end."""
        if self._pages.currentIndex() == 0:
            self._go(1)
        elif self.type_back.confirmed():
            self.accept()

    def reject(self) -> None:
        """Leave before the key was typed back."""
        title, text = (
            _("Type the key back later?"),
            _("Until then Today reminds you, and nobody knows that the sheet is right."),
        )
        ask.confirm(self, title, text, _("At the next sign-in"), super().reject)

    def _go(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        self.steps.show_step(step)
        self.back.setVisible(step == 1)
        self.next.set_text(_("Check and finish") if step else _("Next"), "Ctrl+Enter")
        (self.sheet, self.type_back)[step].begin()

    def _lay_out(self) -> None:
        self.steps.setFixedWidth(theme.em(self, 16))
        for page in (self.sheet, self.type_back):
            self._pages.addWidget(page)
        middle, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        middle.setSpacing(theme.em(self, 1))
        middle.addWidget(self.steps)
        middle.addWidget(self._pages, 1)
        foot.addWidget(self.back)
        foot.addStretch(1)
        for button in (self.leave, self.next):
            foot.addWidget(button)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.9))
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(lambda: self._go(0))
        self.leave.clicked.connect(self.reject)
        self.type_back.line.entered.connect(self.go_on)
        self.type_back.postpone.clicked.connect(self.reject)
        keys.bind(self, keys.Key("Ctrl+Enter", ""), self.go_on)
        keys.bind(self, keys.Key("Alt+Left", ""), lambda: self._go(0))
        fit(self, 78, 58)


def show(parent: QWidget, desk: "Desk", pdf: bytes, on_done: Callable[[], None]) -> None:
    """Show the sheet over a window; `on_done` is called whether its key was typed back or not."""
    dialog = NewSheetDialog(desk, pdf, parent)
    dialog.finished.connect(lambda _result: on_done())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
