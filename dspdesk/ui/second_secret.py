"""Where the machine's secret lies, without which a password opens nothing: the keyring, or a key file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.ui import ask
from dspdesk.ui.path_field import PathField
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Heading, Note, Panel, labelled

_KEYRING_PROBLEMS = {"keyring_absent", "keyring_locked"}
_KEY_FILE_PROBLEMS = {"key_file_short", "key_file_unreadable"}


class SecondSecret(Panel):
    """The choice; `store` says where the store lies: a key file on the same disk is hardly a second secret."""

    def __init__(self, store: Callable[[], Path]) -> None:
        super().__init__()
        self._store = store
        self.carrier = PathField(_("Key file"), self._choose_carrier)
        self.keyring = QRadioButton(_("In the keyring of this account: nothing to carry"))
        self.file = QRadioButton(_("In a key file on a removable carrier"))
        self.carrier_box = labelled(_("Key file; it is made when there is none"), self.carrier)
        self.note, self.disk_note = Note("", Tone.WARNING), Note("", Tone.WARNING)
        self._lay_out()
        self.file.toggled.connect(lambda _on: self._show_file())
        self.carrier.changed.connect(self.show_disk)
        self.note.hide()
        self._show_file()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What Enter goes through."""
        return self.carrier.line, self.keyring, self.file

    def key_file(self) -> Path | None:
        """The key file, `None` for the keyring."""
        return self.carrier.path() if self.file.isChecked() else None

    def missing(self) -> QWidget | None:
        """The field that is still to be filled in, marked; `None` when there is none."""
        no_key = self.file.isChecked() and self.carrier.path() is None
        self.carrier_box.complain(_("Name the file.") if no_key else "")
        return self.carrier if no_key else None

    def complain(self, error: Told) -> bool:
        """Show a problem beside what it is about; `False` when it is about neither keyring nor key file."""
        if error.code in _KEYRING_PROBLEMS:
            self.file.setChecked(True)
            self.note.setText(str(error))
            self.note.show()
        elif error.code in _KEY_FILE_PROBLEMS:
            self.carrier_box.complain(str(error))
        else:
            return False
        self.carrier.setFocus()
        return True

    def show_disk(self) -> None:
        """Warn of a key file on the disk of the store."""
        file = self.key_file()
        same = file is not None and _disk(file) == _disk(self._store())
        words = _("The key file would lie on the same disk as the store: whoever takes the disk has both.")
        self.disk_note.setText(words if same else "")
        self.disk_note.setVisible(same)

    def _show_file(self) -> None:
        for button in (self.keyring, self.file):  # the keys come to the one that is chosen
            chosen = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.carrier_box.setVisible(self.file.isChecked())
        self.show_disk()

    def _lay_out(self) -> None:
        self.keyring.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.keyring)
        group.addButton(self.file)
        why = _("A password alone does not open the store. The other half is kept apart from it.")
        for part in (
            Heading(_("The second secret")),
            Caption(why, wrap=True),
            self.note,
            self.keyring,
            self.file,
            self.carrier_box,
            self.disk_note,
        ):
            self.body.addWidget(part)

    def _choose_carrier(self, found: Callable[[Path], None]) -> None:
        ask.save_path(self.window(), _("Key file"), "dspdesk.key", found)


def _disk(path: Path) -> int | None:
    """The disk a path is on, or would be on."""
    for folder in (path, *path.parents):
        try:
            return folder.stat().st_dev
        except OSError:
            continue
    return None
