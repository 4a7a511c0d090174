"""Signing in: the login, the password, and the key file where the store wants one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from dspdesk.language.catalogue import _, pgettext
from dspdesk.language.sentences import Told
from dspdesk.ui import work
from dspdesk.ui.entrance import Entrance
from dspdesk.ui.path_field import PathField
from dspdesk.ui.widgets.basics import Caption, Choice, PlainButton, PrimaryButton, labelled

if TYPE_CHECKING:
    from dspdesk.desk import Desk

Open = Callable[[Path, str, str, Path | None], "Desk"]
#: Which field a problem stands beside; all others stand beside the password.
_BESIDE_KEY_FILE = {"key_file_needed", "key_file_short", "key_file_unreadable"}
_BESIDE_LOGIN = {"unknown_login", "login_needed"}


class PasswordField(QLineEdit):
    """A password; says when Caps Lock seems to be on."""

    caps_lock = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        letter = event.text()
        if letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() != shifted)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock.emit(False)


class SignIn(Entrance):
    """The sign-in window of one store."""

    opened = Signal(object)  # Desk
    elsewhere = Signal()  # to another store
    recovering = Signal(str)  # by the recovery sheet; the login shown

    def __init__(self, path: Path, open_desk: Open | None = None) -> None:
        super().__init__(_("Sign in"))
        self._path = path
        self._open = open_desk or _open_desk
        self.login = Choice(_("Login"))
        self.password = PasswordField()
        self.key_file = PathField(_("Key file"), self._choose_key_file)
        self.button = PrimaryButton(pgettext("button", "Sign in"), "Enter")
        self.recovery = PlainButton(_("Open with the recovery sheet…"))
        self.other = PlainButton(_("Another store…"))
        self._lay_out()
        self._looked = False

    def sign_in(self) -> None:
        """Open the store in a thread; the window stays alive meanwhile."""
        if not self.button.isEnabled():
            return
        self._complain("", "")
        if not self.password.text():
            self._complain("", _("Type the password."))
            return
        self._busy(True)
        what = (self._path, self.login.currentText(), self.password.text(), self._chosen_key_file())
        work.run(lambda: self._open(*what), self._done, self._failed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the window can be seen, look at the store: that loads what seeing it does not need."""
        super().paintEvent(event)
        if not self._looked:
            self._looked = True
            QTimer.singleShot(0, self, self._look_at_store)

    def refuse(self, problem: str) -> None:
        """Say why nobody can sign in here."""
        self._complain("", problem)
        for widget in (self.button, self.password, self.recovery):
            widget.setEnabled(False)
        self.other.setFocus()

    # --- what came of it ---

    def _done(self, desk: object) -> None:
        self.password.clear()
        self.opened.emit(desk)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        if not isinstance(error, Told):
            raise error
        self._complain(error.code, str(error))

    def _complain(self, code: str, text: str) -> None:
        boxes = {"key": self._key_box, "login": self._login_box, "password": self._password_box}
        guilty = "key" if code in _BESIDE_KEY_FILE else "login" if code in _BESIDE_LOGIN else "password"
        for name, box in boxes.items():
            box.complain(text if name == guilty else "")
        if text:
            boxes[guilty].widget.setFocus()
            self.password.selectAll()

    def _busy(self, busy: bool) -> None:
        fields = self.login, self.password, self.key_file
        for widget in (*fields, self.recovery, self.other, self.languages):
            widget.setEnabled(not busy)
        self.button.setEnabled(not busy)
        self.button.set_text(
            _("Opening…") if busy else pgettext("button", "Sign in"), "" if busy else "Enter"
        )

    def _caps_lock(self, on: bool) -> None:
        self._password_box.complain(_("Caps Lock is on.") if on else "")

    def _choose_key_file(self, found: Callable[[Path], None]) -> None:
        from dspdesk.ui import ask

        ask.open_path(self, _("Key file"), "", found)

    def _chosen_key_file(self) -> Path | None:
        return None if self._key_box.isHidden() else self.key_file.path()

    # --- what it looks like ---

    def _lay_out(self) -> None:
        where = Caption(str(self._path), wrap=True)
        where.setAccessibleName(_("Store"))
        self._login_box = labelled(_("Login"), self.login)
        self._password_box = labelled(_("Password"), self.password)
        self._key_box = labelled(_("Key file"), self.key_file)
        fields = self._login_box, self._password_box, self._key_box
        for widget in (where, *fields, self.button, self.recovery, self.other):
            self.body.addWidget(widget)
        self.login.textActivated.connect(self._show_key_file)
        self.password.returnPressed.connect(self.sign_in)
        self.password.caps_lock.connect(self._caps_lock)
        self.key_file.line.returnPressed.connect(self.sign_in)
        self.button.clicked.connect(self.sign_in)
        self.recovery.clicked.connect(lambda: self.recovering.emit(self.login.currentText()))
        self.other.clicked.connect(self.elsewhere)
        _enter_presses(self.button, self.recovery, self.other)
        self._key_box.hide()
        self.password.setFocus()

    def _show_key_file(self, login: str) -> None:
        from dspdesk import desk

        self._key_box.setVisible(desk.wants_key_file(self._path, login))

    def _look_at_store(self) -> None:
        """Offer the logins of the store; what is wrong with it is said at once."""
        from dspdesk import desk

        try:
            self.login.addItems(desk.logins(self._path))
            self._show_key_file(self.login.currentText())
        except Told as problem:
            self._complain(problem.code, str(problem))
            self.button.setEnabled(False)
            self.recovery.setEnabled(False)


def _open_desk(path: Path, login: str, password: str, key_file: Path | None) -> "Desk":
    from dspdesk import desk

    return desk.open_desk(path, login, password, key_file)


def _enter_presses(*buttons: QPushButton) -> None:
    for button in buttons:
        button.setAutoDefault(True)
