"""The word of a second security officer, who proves their password beside the first."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.law.kinds import Role
from dspdesk.law.roles import Action
from dspdesk.ui import ask as questions
from dspdesk.ui import theme, work
from dspdesk.ui.countdown import Countdown
from dspdesk.ui.fitting import SnugDialog
from dspdesk.ui.path_field import PathField
from dspdesk.ui.sign_in import BESIDE_KEY_FILE, PasswordField
from dspdesk.ui.widgets.basics import Choice, PlainButton, PlainLabel, PrimaryButton, Title, labelled

if TYPE_CHECKING:
    from dspdesk.desk import Approval, Desk

NEEDED = "second_officer_needed"  # the finding of a step that was tried without a second officer
_BESIDE_LOGIN = {"second_is_first", "second_not_officer", "unknown_login"}
_WIDTH = 40  # ems


class SecondPerson(SnugDialog):
    """The second officer chooses their login and types their password; `agreed` gives their word."""

    agreed = Signal(object)  # Approval

    def __init__(self, desk: "Desk", what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, _WIDTH)
        self._desk = desk
        self.login = Choice(_("Login of the second officer"))
        self.login.addItems(other_officers(desk))
        self.password = PasswordField()
        self.key_file = PathField(_("Key file"), self._choose_key_file)
        self.button = PrimaryButton(_("Agree"), "Enter")
        self.leave = PlainButton(_("Leave"), "Esc")
        self.countdown = Countdown(self)
        self._lay_out(what)
        self._connect()
        self._show_key_file()
        (self.password if self.login.count() == 1 else self.login).setFocus()

    def agree(self) -> None:
        """Prove the password; the answer comes from a thread."""
        if not self.button.isEnabled() or self.countdown.running():
            return
        self._complain("", "")
        if not self.password.text():
            self._complain("", _("Type the password."))
            return
        login, password = self.login.currentText(), self.password.text()
        key_file = None if self._key_box.isHidden() else self.key_file.path()
        self._busy(True)
        work.run(lambda: self._desk.second_person(login, password, key_file), self._done, self._failed)

    def reject(self) -> None:
        """Leave, unless the password is being proved."""
        if self.leave.isEnabled():
            super().reject()

    def _done(self, approval: "Approval") -> None:
        self.password.clear()
        self.accept()
        self.agreed.emit(approval)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        if not isinstance(error, Told):
            raise error
        self._complain(error.code, str(error))
        if error.code == "too_many_tries":
            self.countdown.begin(float(str(error.facts["seconds"])))

    def _complain(self, code: str, text: str) -> None:
        boxes = (self._login_box, self._password_box, self._key_box)
        guilty = (
            self._key_box
            if code in BESIDE_KEY_FILE
            else self._login_box
            if code in _BESIDE_LOGIN
            else self._password_box
        )
        for box in boxes:
            box.complain(text if box is guilty else "")
        if text:
            guilty.widget.setFocus()
            self.password.selectAll()

    def _wait(self, words: str) -> None:
        self._password_box.complain(words)
        self.button.setEnabled(False)

    def _free(self) -> None:
        self._password_box.complain("")
        self.button.setEnabled(True)

    def _other_login(self) -> None:
        if self.countdown.running():
            self.countdown.stop()
            self._free()
        self._show_key_file()

    def _show_key_file(self) -> None:
        from dspdesk import desk

        login = self.login.currentText()
        self._key_box.setVisible(bool(login) and desk.wants_key_file(self._desk.path, login))

    def _choose_key_file(self, found: Callable[[Path], None]) -> None:
        questions.open_path(self, _("Key file"), "", found)

    def _busy(self, busy: bool) -> None:
        for part in (self.login, self.password, self.key_file, self.button, self.leave):
            part.setEnabled(not busy)

    def _lay_out(self, what: str) -> None:
        title = _("A second security officer")
        self.setWindowTitle(title)
        text = _("{what} This is done by two. The second officer agrees here, in person.").format(what=what)
        self._login_box = labelled(_("Login of the second officer"), self.login)
        self._password_box = labelled(_("Password"), self.password)
        self._key_box = labelled(_("Key file"), self.key_file)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        for part in (Title(title, factor=1.3, wrap=True), PlainLabel(text, wrap=True)):
            column.addWidget(part)
        for box in (self._login_box, self._password_box, self._key_box):
            column.addWidget(box)
        foot.addStretch(1)
        self.key_file.button.setAutoDefault(False)  # or Enter in the password would press it
        for button in (self.leave, self.button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.login.activated.connect(lambda _index: self._other_login())
        self.password.returnPressed.connect(self.agree)
        self.password.caps_lock.connect(self._caps_lock)
        self.key_file.line.returnPressed.connect(self.agree)
        self.countdown.said.connect(self._wait)
        self.countdown.over.connect(self._free)
        self.leave.clicked.connect(self.reject)
        self.button.clicked.connect(self.agree)

    def _caps_lock(self, on: bool) -> None:
        if not self.countdown.running():
            self._password_box.complain(_("Caps Lock is on.") if on else "")


def other_officers(desk: "Desk") -> list[str]:
    """The logins of the security officers other than the one at the desk."""
    from dspdesk.queries.accounts import accounts

    return [
        row.login
        for row in accounts(desk)
        if row.closed_on is None and Role.SECURITY_OFFICER in row.roles and row.login != desk.person.login
    ]


def ask(parent: QWidget, desk: "Desk", what: str, on_word: "Callable[[Approval], None]") -> None:
    """Ask a second officer over a window; `what` is a sentence that says what they agree to."""
    dialog = SecondPerson(desk, what, parent)
    dialog.agreed.connect(on_word)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_if_needed(
    parent: QWidget, desk: "Desk", action: Action, what: str, on_word: "Callable[[Approval | None], None]"
) -> None:
    """Ask a second officer where an action needs one, else go on without."""
    if desk.two_needed(action):
        ask(parent, desk, what, on_word)
    else:
        on_word(None)
