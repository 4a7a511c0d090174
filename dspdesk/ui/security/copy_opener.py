"""Which copy, and what opens it: a login with its password, or the key of the recovery sheet."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.ui import ask, theme
from dspdesk.ui.path_field import PathField
from dspdesk.ui.recovery_key import KeyField
from dspdesk.ui.sign_in import BESIDE_KEY_FILE, PasswordField
from dspdesk.ui.widgets.basics import Choice, Panel, labelled

if TYPE_CHECKING:
    from dspdesk.procedures.restore import Opener

_BESIDE_FILE = {
    "no_store",
    "not_a_store",
    "keys_missing",
    "keys_damaged",
    "copy_damaged",
    "copy_not_whole",
    "restore_other_store",
    "restore_from_itself",
    "store_newer",
    "not_reachable",
}


class CopyOpener(QWidget):
    """The file of a copy and its key. `entered` tells that Enter was pressed in the last field."""

    entered = Signal()

    def __init__(self, key_file: Path | None = None) -> None:
        super().__init__()
        self.file = PathField(_("Backup"), self._choose)
        self.login = Choice(_("Login"))
        self.by_password = QRadioButton(_("With a password of that day"))
        self.by_sheet = QRadioButton(_("With the recovery sheet of that day"))
        self.password, self.sheet = PasswordField(), KeyField()
        self.key_file = PathField(
            _("Key file"), lambda found: ask.open_path(self.window(), _("Key file"), "", found)
        )
        if key_file is not None:
            self.key_file.show_path(key_file)
        self._lay_out()
        self._look()

    def copy(self) -> Path | None:
        """The file chosen."""
        return self.file.path()

    def opener(self) -> "Opener | None":
        """What opens it; `None` when something is missing, which is then said beside its field."""
        from dspdesk.procedures.restore import Opener

        sheet = self.by_sheet.isChecked()
        self._file_box.complain("" if self.copy() else _("Name the file."))
        self._sheet_box.complain(
            "" if not sheet or self.sheet.value() else _("Type the key from the printed sheet.")
        )
        self._password_box.complain("" if sheet or self.password.text() else _("Type the password."))
        for box in (self._file_box, self._sheet_box, self._password_box):
            if box.error.text():
                box.widget.setFocus()
                return None
        login, key_file = self.login.currentText(), self.key_file.path()
        if sheet:
            return Opener(login=login, recovery=self.sheet.value())
        by_file = not self._key_box.isHidden()
        return Opener(login=login, password=self.password.text(), key_file=key_file if by_file else None)

    def complain(self, error: Told) -> bool:
        """Show a problem beside what it is about; `False` when it is about none of the fields."""
        if error.code in _BESIDE_FILE:
            box = self._file_box
        elif error.code in BESIDE_KEY_FILE:
            box = self._key_box
        elif error.code.startswith("recovery"):
            box = self._sheet_box
        elif error.code in {"wrong_password", "unknown_login"} or error.code.startswith("keyring"):
            box = self._password_box
        else:
            return False
        box.complain(str(error))
        box.widget.setFocus()
        return True

    def forget(self) -> None:
        """Forget the secrets typed."""
        self.password.clear()
        self.sheet.clear()

    def _look(self) -> None:
        """Offer the logins of the copy, and ask for a key file where its people sign in with one."""
        from dspdesk import desk

        copy, chosen = self.copy(), self.login.currentText()
        try:
            logins = desk.logins(copy) if copy is not None and copy.is_file() else []
        except Told as problem:
            self._file_box.complain(str(problem))
            logins = []
        else:
            self._file_box.complain("")
        if logins != [self.login.itemText(at) for at in range(self.login.count())]:
            self.login.clear()
            self.login.addItems(logins)
            self.login.setCurrentText(chosen)
        self._show_fields()

    def _show_fields(self) -> None:
        from dspdesk import desk

        sheet, copy, login = self.by_sheet.isChecked(), self.copy(), self.login.currentText()
        try:
            by_file = copy is not None and bool(login) and desk.wants_key_file(copy, login)
        except Told as problem:  # the carrier was taken out meanwhile
            self._file_box.complain(str(problem))
            by_file = False
        self._password_box.setVisible(not sheet)
        self._key_box.setVisible(not sheet and by_file)
        self._sheet_box.setVisible(sheet)

    def _choose(self, found: Callable[[Path], None]) -> None:
        backups = _("Backups ({pattern})").format(pattern="*.dspdesk*")
        ask.open_path(self.window(), _("Backup"), ";;".join((backups, _("All files") + " (*)")), found)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.7))
        self._file_box = labelled(_("File of the backup"), self.file)
        self._password_box = labelled(_("Password"), self.password)
        self._key_box = labelled(_("Key file"), self.key_file)
        self._sheet_box = labelled(_("Recovery key"), self.sheet)
        panel, group = Panel(), QButtonGroup(self)
        for button in (self.by_password, self.by_sheet):
            group.addButton(button)
        self.by_password.setChecked(True)
        column.addWidget(self._file_box)
        for part in (
            labelled(_("Login"), self.login),
            self.by_password,
            self.by_sheet,
            self._password_box,
            self._key_box,
            self._sheet_box,
        ):
            panel.body.addWidget(part)
        column.addWidget(panel)
        self.file.changed.connect(self._look)
        self.login.activated.connect(lambda _at: self._show_fields())
        self.by_sheet.toggled.connect(lambda _on: self._show_fields())
        self.password.returnPressed.connect(self.entered)
        self.key_file.line.returnPressed.connect(self.entered)
        self.sheet.entered.connect(self.entered)
        for field in (self.file, self.key_file):
            field.button.setAutoDefault(False)
