"""The one door for questions: yes or no, a reason, a file to open or to save to.

Nothing here blocks; each answer comes by a callback, and a refusal to answer calls nothing. Tests put a door of
planned answers in its place.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.ui import theme
from dspdesk.ui.cards.fields import ReasonField, TextField
from dspdesk.ui.fitting import SnugDialog
from dspdesk.ui.widgets import basics

WIDTH = 36  # of a question, in ems


class Door:
    """Asks the person at the desk."""

    def confirm(
        self, parent: QWidget, title: str, text: str, yes_text: str, on_yes: Callable[[], None]
    ) -> None:
        """Ask whether to go on; Esc and Enter alike leave everything as it is until "yes" is chosen."""
        question = _Question(parent, title, text)
        question.offer(yes_text, question.accept)
        question.back_out(_("Cancel")).setFocus()
        question.accepted.connect(on_yes)
        question.open()

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        """Say something that must be read before going on."""
        question = _Question(parent, title, text)
        question.back_out(_("Close")).setFocus()
        question.open()

    def reason(self, parent: QWidget, title: str, text: str, on_reason: Callable[[str], None]) -> None:
        """Ask for a typed reason; without one there is no going on."""
        question = _Reason(parent, title, text)
        question.accepted.connect(lambda: on_reason(question.written()))
        question.open()

    def name(
        self, parent: QWidget, title: str, label: str, proposed: str, on_name: Callable[[str], None]
    ) -> None:
        """Ask for a short name or code; the title is what is done with it."""
        question = _Name(parent, title, label, proposed)
        question.accepted.connect(lambda: on_name(question.written()))
        question.open()

    def open_path(self, parent: QWidget, title: str, filter_: str, on_path: Callable[[Path], None]) -> None:
        """Ask for an existing file."""
        dialog = QFileDialog(parent, title, "", filter_)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        _open_file_dialog(dialog, on_path)

    def save_path(self, parent: QWidget, title: str, suggested: str, on_path: Callable[[Path], None]) -> None:
        """Ask where to save; `suggested` is a file name, its ending is added when the person leaves it out."""
        dialog = QFileDialog(parent, title, "")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
        dialog.selectFile(suggested)
        _open_file_dialog(dialog, on_path)

    def folder(self, parent: QWidget, title: str, on_path: Callable[[Path], None]) -> None:
        """Ask for an existing folder."""
        dialog = QFileDialog(parent, title, "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        _open_file_dialog(dialog, on_path)

    def printer(self, parent: QWidget, on_printer: Callable[[str], None]) -> None:
        """Ask which printer takes the paper."""
        question = _WhichPrinter(parent)
        question.accepted.connect(lambda: on_printer(question.chosen()))
        question.open()


class _Current:
    door: Door = Door()


def use(door: Door | None) -> Door:
    """Put another door in place, `None` for the real one; answers with the one that was there."""
    before, _Current.door = _Current.door, door or Door()
    return before


def confirm(parent: QWidget, title: str, text: str, yes_text: str, on_yes: Callable[[], None]) -> None:
    """Ask whether to go on."""
    _Current.door.confirm(parent, title, text, yes_text, on_yes)


def tell(parent: QWidget, title: str, text: str) -> None:
    """Say something that must be read before going on."""
    _Current.door.tell(parent, title, text)


def reason(parent: QWidget, title: str, text: str, on_reason: Callable[[str], None]) -> None:
    """Ask for a typed reason."""
    _Current.door.reason(parent, title, text, on_reason)


def name(parent: QWidget, title: str, label: str, proposed: str, on_name: Callable[[str], None]) -> None:
    """Ask for a short name or code; the title is what is done with it."""
    _Current.door.name(parent, title, label, proposed, on_name)


def open_path(parent: QWidget, title: str, filter_: str, on_path: Callable[[Path], None]) -> None:
    """Ask for an existing file."""
    _Current.door.open_path(parent, title, filter_, on_path)


def save_path(parent: QWidget, title: str, suggested: str, on_path: Callable[[Path], None]) -> None:
    """Ask where to save."""
    _Current.door.save_path(parent, title, suggested, on_path)


def folder(parent: QWidget, title: str, on_path: Callable[[Path], None]) -> None:
    """Ask for an existing folder."""
    _Current.door.folder(parent, title, on_path)


def printer(parent: QWidget, on_printer: Callable[[str], None]) -> None:
    """Ask which printer takes the paper."""
    _Current.door.printer(parent, on_printer)


def _open_file_dialog(dialog: QFileDialog, on_path: Callable[[Path], None]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: on_path(Path(chosen)))
    dialog.open()


class _Question(SnugDialog):
    """Title, text and buttons; what people typed is never taken for markup."""

    def __init__(self, parent: QWidget, title: str, text: str) -> None:
        super().__init__(parent, WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self.body = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(theme.em(self, 0.8))
        self.body.addWidget(basics.Title(title, factor=1.3, wrap=True))
        self.text = basics.PlainLabel(text, wrap=True)
        self.text.setVisible(bool(text))
        self.body.addWidget(self.text)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self.body.addLayout(self._buttons)

    def offer(self, text: str, chosen: Callable[[], object]) -> QWidget:
        """The button that goes on."""
        button = basics.PrimaryButton(text)
        button.setAutoDefault(True)
        button.clicked.connect(chosen)
        self._buttons.addWidget(button)
        return button

    def back_out(self, text: str) -> QWidget:
        """The button that leaves everything as it is."""
        button = basics.PlainButton(text, "Esc")
        button.setAutoDefault(True)
        button.clicked.connect(self.reject)
        self._buttons.insertWidget(1, button)
        return button


class _Reason(_Question):
    """A question that is answered in words."""

    def __init__(self, parent: QWidget, title: str, text: str) -> None:
        super().__init__(parent, title, text)
        self._line = ReasonField()
        self._line.entered.connect(self._go_on)
        self._box = basics.labelled(_("Reason"), self._line)
        self.body.insertWidget(2, self._box)
        self.back_out(_("Cancel"))
        self.offer(_("Go on"), self._go_on)
        self._line.setFocus()

    def written(self) -> str:
        """The reason, trimmed."""
        return self._line.value()

    def _go_on(self) -> None:
        if self.written():
            self.accept()
        else:
            self._box.complain(_("Write the reason: the ledger keeps it."))
            self._line.setFocus()


class _Name(_Question):
    """A question that is answered by a name or a code; its title says what is done with it."""

    def __init__(self, parent: QWidget, title: str, label: str, proposed: str) -> None:
        super().__init__(parent, title, "")
        self._line = TextField()
        self._line.setText(proposed)
        self._line.selectAll()
        self._box = basics.labelled(label, self._line)
        self.body.insertWidget(2, self._box)
        self.back_out(_("Cancel"))
        self.offer(title, self._go_on)
        self._line.returnPressed.connect(self._go_on)
        self._line.setFocus()

    def written(self) -> str:
        """The name, trimmed."""
        return self._line.text().strip()

    def _go_on(self) -> None:
        if self.written():
            self.accept()
        else:
            self._box.complain(_("Nothing stands here yet."))
            self._line.setFocus()


class _WhichPrinter(_Question):
    """The printers of this workstation."""

    def __init__(self, parent: QWidget) -> None:
        from dspdesk.ui.printing import printers

        super().__init__(parent, _("Print"), _("Each printing is entered in the ledger."))
        self._list = basics.Choice(_("Printer"))
        self._list.addItems(printers())
        self.body.insertWidget(2, basics.labelled(_("Printer"), self._list))
        self.back_out(_("Cancel"))
        self.offer(_("Print"), self.accept).setFocus()

    def chosen(self) -> str:
        """The name of the printer."""
        return self._list.currentText()
