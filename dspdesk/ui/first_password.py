"""The person's own password in the place of the one that was issued once; before it nothing else is done."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dspdesk.language.catalogue import _
from dspdesk.ui import work
from dspdesk.ui.entrance import Entrance
from dspdesk.ui.password_advice import NewPassword
from dspdesk.ui.told import in_words
from dspdesk.ui.widgets.basics import FieldError, PrimaryButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class FirstPassword(Entrance):
    """Asks for the new password; the issued one was typed at the sign-in just now."""

    chosen = Signal()

    def __init__(self, desk: "Desk", issued: str, key_file: Path | None) -> None:
        from dspdesk.queries.accounts import guessable

        text = _(
            "The password you have signed in with was issued once. From now on you sign in with your own, "
            "which nobody else knows."
        )
        super().__init__(_("Choose your own password"), text)
        self._desk, self._issued, self._key_file = desk, issued, key_file
        words = guessable(desk)
        self.password = NewPassword(lambda: words)
        self.problem = FieldError()
        self.button = PrimaryButton(_("Set the password"), "Enter")
        self.button.setAutoDefault(True)
        for part in (self.password, self.problem, self.button):
            self.body.addWidget(part)
        self.password.first.returnPressed.connect(self.password.second.setFocus)
        self.password.second.returnPressed.connect(self.set_password)
        self.button.clicked.connect(self.set_password)
        self.password.first.setFocus()

    def set_password(self) -> None:
        """Set the password, if it will do."""
        if not self.button.isEnabled() or self.password.complain():
            return
        from dspdesk.procedures.accounts import ChangePassword, change_password

        command = ChangePassword(old=self._issued, new=self.password.password(), key_file=self._key_file)
        self._busy(True)
        work.run(lambda: change_password(self._desk, command), self._done, self._failed)

    def _done(self, _nothing: object) -> None:
        self.password.clear()
        self._issued = ""
        self.chosen.emit()

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        self.problem.setText(in_words(error))
        self.password.first.setFocus()

    def _busy(self, busy: bool) -> None:
        for widget in (self.password, self.button, self.languages):
            widget.setEnabled(not busy)
        self.problem.setText("")
        self.button.set_text(_("Changing…") if busy else _("Set the password"), "" if busy else "Enter")
