"""Making a computer known to a store: the sheet from the safe is typed once, then everybody signs in as before."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.ui import theme, work
from dspdesk.ui.fitting import SnugDialog
from dspdesk.ui.recovery_key import KeyEntry
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Note, PlainButton, PlainLabel, PrimaryButton, Title, set_tone


class EnrolmentDialog(SnugDialog):
    """The key of the sheet; it opens nothing here and changes no password."""

    enrolled = Signal()

    def __init__(self, store: Path, parent: QWidget | None = None) -> None:
        from dspdesk import desk

        super().__init__(parent, 46)
        self._store = store
        title = _("A computer new to the store")
        self.setWindowTitle(title)
        text = _(
            "This computer does not know the store yet. Open the envelope from the safe and type the key of the "
            "sheet once: then everybody signs in here with their own password."
        )
        after = _("The ledger keeps that the sheet was used; the security officer then makes a new one.")
        self.key = KeyEntry(partial(desk.recovery_opens, store))
        self.status = Note(after, Tone.WARNING)
        self.leave = PlainButton(_("Leave"), "Esc")
        self.button = PrimaryButton(_("Make known"), "Enter")
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        for part in (Title(title, factor=1.3, wrap=True), PlainLabel(text, wrap=True), self.key, self.status):
            column.addWidget(part)
        column.addLayout(self._foot())
        self.key.setFocus()

    def enrol(self) -> None:
        """Make this computer known, if the key is right."""
        if not self.button.isEnabled() or not self.key.taken():
            return
        from dspdesk import desk

        typed = self.key.text()
        self._busy(True)
        work.run(lambda: desk.enrol(self._store, typed), self._done, self._failed)

    def reject(self) -> None:
        """Leave, but not while the store is being asked: what comes of it must be seen."""
        if self.leave.isEnabled():
            super().reject()

    def _done(self, _nothing: object) -> None:
        self.key.line.clear()
        self.accept()
        self.enrolled.emit()

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        if not isinstance(error, Told):
            raise error
        self.status.setText(str(error))
        set_tone(self.status, Tone.BAD)
        self.key.setFocus()

    def _busy(self, busy: bool) -> None:
        for part in (self.key, self.leave, self.button):
            part.setEnabled(not busy)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.leave, self.button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        self.leave.clicked.connect(self.reject)
        self.button.clicked.connect(self.enrol)
        self.key.line.entered.connect(self.enrol)
        return foot
