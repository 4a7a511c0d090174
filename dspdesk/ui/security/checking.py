"""Checking a backup: it is opened with its own keys and read whole; nothing is written."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.ui import ask, keys, theme, told, working
from dspdesk.ui.fitting import SnugDialog
from dspdesk.ui.job import Job
from dspdesk.ui.security import copy_words
from dspdesk.ui.security.copy_opener import CopyOpener
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Note, PlainButton, PrimaryButton, Title

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.restore import Proof

_WIDTH = 46  # ems


class CheckDialog(SnugDialog):
    """Which backup, and what opens it; what it has proved is told over it."""

    def __init__(self, desk: "Desk", copy: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent, _WIDTH)
        self._desk = desk
        self.opener = CopyOpener(desk.key_file)
        self.status = Note("", Tone.BAD)
        self.leave, self.button = PlainButton(_("Leave"), "Esc"), PrimaryButton(_("Check it"), "Ctrl+Enter")
        if copy is not None:
            self.opener.file.show_path(copy)
        self._lay_out()
        (self.opener.password if copy else self.opener.file).setFocus()

    def check(self) -> None:
        """Have the backup prove itself in a child process."""
        from dspdesk.procedures.restore import CheckCopy

        self.status.setText("")
        opener, copy = self.opener.opener(), self.opener.copy()
        if opener is None or copy is None:
            return
        job = Job(self._desk.ticket(), "check_copy", CheckCopy(copy=copy, opener=opener), self)
        working.run(
            self,
            (_("Checking the backup"), _("It is read whole; nothing is written.")),
            job,
            self._proved,
            self._failed,
        )

    def _proved(self, proof: "Proof") -> None:
        self.opener.forget()
        title = _("The backup does not agree") if proof.wrong else _("The backup is whole")
        ask.tell(self, title, "\n".join(copy_words.proved(proof, self._desk)))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Told) or not self.opener.complain(error):
            self.status.setText(told.in_words(error))

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Check a backup"))
        column, foot = QVBoxLayout(self), QHBoxLayout()
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        for part in (Title(_("Check a backup"), factor=1.3), self.opener, self.status):
            column.addWidget(part)
        foot.addStretch(1)
        for button in (self.leave, self.button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)
        self.leave.clicked.connect(self.reject)
        self.button.clicked.connect(self.check)
        self.opener.entered.connect(self.check)
        keys.bind(self, keys.SAVE_AND_NEXT, self.check)


def show(parent: QWidget, desk: "Desk", copy: Path | None = None) -> CheckDialog:
    """Open the dialog over a window."""
    dialog = CheckDialog(desk, copy, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
