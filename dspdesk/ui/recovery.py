"""The recovery sheet: looked at, printed or saved, and typed back so that it is known to be right."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.ui import ask, printing, theme, work
from dspdesk.ui.new_store_pages import Page
from dspdesk.ui.paper_view import PaperView
from dspdesk.ui.recovery_key import KeyEntry
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Note, PlainButton, PrimaryButton, set_tone

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class RecoverySheet(Page):
    """The sheet of a store just made or reopened: the key is shown this once; `warning` is what else is to be known."""

    def __init__(self, pdf: bytes, warning: str = "") -> None:
        super().__init__(_("Recovery sheet"))
        text = _(
            "Print the sheet, seal it and put it into the safe. "
            "It is the only way in when the password is forgotten or this machine is lost, and it is never shown again."
        )
        self.column.addWidget(Caption(text, wrap=True))
        if warning:
            self.column.addWidget(Note(warning, Tone.WARNING))
        self.paper = PaperView()
        self.paper.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.print_button = PrimaryButton(_("Print…"))
        self.save_button = PlainButton(_("Save as PDF…"))
        self.status = Note()
        self.column.addWidget(self.paper, 1)
        row = QHBoxLayout()
        row.addWidget(self.status, 1)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)
        self.column.addLayout(row)
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self.save_sheet)
        self._pdf = pdf
        self.paper.show_pdf(pdf)
        self.paper.show_whole()

    def begin(self) -> None:
        self.print_button.setFocus()

    def print_sheet(self) -> None:
        """Print the sheet."""
        if printing.printers():
            ask.printer(self.window(), self._send)
        else:
            text = _(
                "This workstation has no printer that answers. Switch it on, or save the sheet to a removable carrier."
            )
            ask.tell(self.window(), _("No printer"), text)

    def save_sheet(self) -> None:
        """Save the sheet, to be printed elsewhere."""
        ask.save_path(self.window(), _("Save as PDF"), "recovery-sheet.pdf", self._write)

    def _send(self, name: str) -> None:
        pdf = self._pdf
        work.run(lambda: printing.send(pdf, lambda: printing.printer(name)), self._sent, self._not_sent)

    def _sent(self, _sheets: object) -> None:
        self._say(_("The sheet was sent to the printer. Look whether it came out."), Tone.GOOD)

    def _not_sent(self, error: Exception) -> None:
        if not isinstance(error, printing.NotTaken):
            raise error
        self._say(_("{printer} did not take the sheet. Try again.").format(printer=error.printer), Tone.BAD)

    def _write(self, path: Path) -> None:
        try:
            path.write_bytes(self._pdf)
        except OSError:
            self._say(_("{path} cannot be written. Choose another place.").format(path=path), Tone.BAD)
        else:
            self._say(
                _("Saved to {path}. Whoever has this file can open the store.").format(path=path),
                Tone.WARNING,
            )

    def _say(self, text: str, tone: Tone) -> None:
        set_tone(self.status, tone)
        self.status.setText(text)


class TypeBack(Page):
    """The key typed from the sheet, group by group; each group carries a check of its own."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(_("The key typed back"))
        self._desk = desk
        text = _("Type the key from the printed sheet. Letters may be large or small, spaces do not matter.")
        self.column.addWidget(Caption(text, wrap=True))
        self.key = KeyEntry(desk.recovery_matches)
        self.line, self.box = self.key.line, self.key.box
        self.postpone = PlainButton(_("At the next sign-in…"))
        self.column.addWidget(self.key)
        self.column.addWidget(self.postpone, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def begin(self) -> None:
        self.line.setFocus()

    def confirmed(self) -> bool:
        """Whether the key is right; then the store knows that its sheet was checked."""
        return self.key.taken(self._desk.confirm_recovery)


class TypeBackDialog(QDialog):
    """The key typed back at a later sign-in."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("The key typed back"))
        self.page = TypeBack(desk)
        self.page.postpone.clicked.connect(self.reject)
        self.page.line.entered.connect(self._check)
        check = PrimaryButton(_("Check and finish"), "Enter")
        check.clicked.connect(self._check)
        column = QVBoxLayout(self)
        column.addWidget(self.page, 1)
        column.addWidget(check, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(theme.em(self, 46), theme.em(self, 24))
        self.page.begin()

    def _check(self) -> None:
        if self.page.confirmed():
            self.accept()


def show(parent: QWidget, desk: "Desk", on_done: Callable[[], None]) -> None:
    """Have the key typed back over a window; `on_done` is called when it was right."""
    dialog = TypeBackDialog(desk, parent)
    dialog.accepted.connect(on_done)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
