"""Signing in: the login, the password, and the key file where the store wants one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from dspdesk.language.catalogue import _, pgettext
from dspdesk.language.sentences import Told
from dspdesk.ui import work
from dspdesk.ui.countdown import Countdown
from dspdesk.ui.entrance import Entrance
from dspdesk.ui.path_field import PathField
from dspdesk.ui.widgets.basics import Caption, Choice, PlainButton, PrimaryButton, labelled

if TYPE_CHECKING:
    from dspdesk.desk import Desk

Open = Callable[[Path, str, str, Path | None], "Desk"]
#: Which field a problem stands beside; all others stand beside the password.
BESIDE_KEY_FILE = {"key_file_needed", "key_file_short", "key_file_unreadable", "key_file_other"}
_UNKNOWN_HERE = {"keyring_empty", "keyring_other"}
LAST_LOGIN = "login"  # the setting that keeps who signed in last
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
    one_time = Signal(object, str, object)  # Desk, opened by an issued password; that one; the key file
    elsewhere = Signal()  # to another store
    recovering = Signal(str)  # by the recovery sheet; the login shown
    enrolling = Signal()  # this computer is to be made known to the store

    def __init__(self, path: Path, open_desk: Open | None = None, said: str = "") -> None:
        super().__init__(_("Sign in"), said)
        self._path = path
        self._open = open_desk or _open_desk
        self.login = Choice(_("Login"))
        self.password = PasswordField()
        self.key_file = PathField(_("Key file"), self._choose_key_file)
        self.button = PrimaryButton(pgettext("button", "Sign in"), "Enter")
        self.enrol = PlainButton(_("Make this computer known to the store…"))
        self.recovery = PlainButton(_("Open with the recovery sheet…"))
        self.other = PlainButton(_("Another store…"))
        self.countdown = Countdown(self)
        self._lay_out()
        self._looked = False

    def sign_in(self) -> None:
        """Open the store in a thread; the window stays alive meanwhile."""
        if not self.button.isEnabled() or self.countdown.running():
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

    def _done(self, desk: "Desk") -> None:
        password = self.password.text()
        self.password.clear()
        if desk.person.one_time:
            self.one_time.emit(desk, password, self._chosen_key_file())
        else:
            self.opened.emit(desk)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        if not isinstance(error, Told):
            raise error
        self._complain(error.code, str(error))
        self.enrol.setVisible(error.code in _UNKNOWN_HERE)
        if error.code == "too_many_tries":
            self.countdown.begin(float(str(error.facts["seconds"])))

    def known_now(self) -> None:
        """This computer has been made known to the store: the password is all that is needed."""
        self._complain("", "")
        self.enrol.hide()
        self.text.setText(_("This computer is known to the store now. Sign in with your own password."))
        self.text.show()
        self.password.setFocus()

    def _wait(self, words: str) -> None:
        """The next try is not free yet: what is typed stays."""
        self._password_box.complain(words)
        self.button.setEnabled(False)

    def _free(self) -> None:
        self._password_box.complain("")
        self.button.setEnabled(True)

    def _other_login(self, login: str) -> None:
        if self.countdown.running():
            self.countdown.stop()
            self._free()
        self.enrol.hide()
        self._show_key_file(login)

    def _complain(self, code: str, text: str) -> None:
        boxes = {"key": self._key_box, "login": self._login_box, "password": self._password_box}
        guilty = "key" if code in BESIDE_KEY_FILE else "login" if code in _BESIDE_LOGIN else "password"
        for name, box in boxes.items():
            box.complain(text if name == guilty else "")
        if text:
            boxes[guilty].widget.setFocus()
            self.password.selectAll()

    def _busy(self, busy: bool) -> None:
        fields = self.login, self.password, self.key_file
        for widget in (*fields, self.recovery, self.other, self.languages):
            widget.setEnabled(not busy)
        self.button.setEnabled(not busy and not self.countdown.running())
        self.button.set_text(
            _("Opening…") if busy else pgettext("button", "Sign in"), "" if busy else "Enter"
        )

    def _caps_lock(self, on: bool) -> None:
        if self.countdown.running():
            return
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
        for widget in (where, *fields, self.button, self.enrol, self.recovery, self.other):
            self.body.addWidget(widget)
        self.login.textActivated.connect(self._other_login)
        self.countdown.said.connect(self._wait)
        self.countdown.over.connect(self._free)
        self.password.returnPressed.connect(self.sign_in)
        self.password.caps_lock.connect(self._caps_lock)
        self.key_file.line.returnPressed.connect(self.sign_in)
        self.button.clicked.connect(self.sign_in)
        self.recovery.clicked.connect(lambda: self.recovering.emit(self.login.currentText()))
        self.enrol.clicked.connect(self.enrolling)
        self.other.clicked.connect(self.elsewhere)
        _enter_presses(self.button, self.enrol, self.recovery, self.other)
        self._key_box.hide()
        self.enrol.hide()
        self.password.setFocus()

    def _show_key_file(self, login: str) -> None:
        from dspdesk import desk

        self._key_box.setVisible(desk.wants_key_file(self._path, login))

    def _look_at_store(self) -> None:
        """Offer the logins of the store; what is wrong with it is said at once."""
        from dspdesk import desk

        try:
            self.login.addItems(desk.logins(self._path))
            self.login.setCurrentText(str(QSettings().value(LAST_LOGIN, "")))
            self._show_key_file(self.login.currentText())
        except Told as problem:
            self._complain(problem.code, str(problem))
            self.button.setEnabled(False)
            self.recovery.setEnabled(False)


def _open_desk(path: Path, login: str, password: str, key_file: Path | None) -> "Desk":
    from dspdesk import desk

    return desk.open_desk(path, login, password, key_file, announce=True)


def _enter_presses(*buttons: QPushButton) -> None:
    for button in buttons:
        button.setAutoDefault(True)
