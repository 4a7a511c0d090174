"""A one-time password, shown this once: read aloud or printed as a slip, never through the clipboard."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.ui import ask, theme
from dspdesk.ui.fitting import SnugDialog
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import (
    Caption,
    Note,
    Panel,
    PlainButton,
    PlainLabel,
    PrimaryButton,
    Title,
    set_tone,
)

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from dspdesk.procedures.accounts import OneTime

_WIDTH = 40  # ems
_SLIP_POINTS = 14


class OneTimeDialog(SnugDialog):
    """Login and password in large letters."""

    def __init__(self, issued: "OneTime", parent: QWidget | None = None) -> None:
        super().__init__(parent, _WIDTH)
        self._issued = issued
        title = _("One-time password")
        self.setWindowTitle(title)
        text = _(
            "Read it aloud or hand over the printed slip. It is shown this once and opens the store until the person "
            "has chosen a password of their own at the first sign-in."
        )
        self.print_button = PlainButton(_("Print the slip…"))
        self.close_button = PrimaryButton(_("Handed over"), "Enter")
        self.status = Note()
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        for part in (Title(title, factor=1.3), PlainLabel(text, wrap=True), self._secret(), self.status):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.print_button, self.close_button):
            button.setAutoDefault(True)
            foot.addWidget(button)
        column.addLayout(foot)
        self.print_button.clicked.connect(self.print_slip)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()

    def reject(self) -> None:
        """Esc alone does not lose a password that is shown once."""
        text = _("The password is not shown again. If it was not handed over, a new one must be issued.")
        ask.confirm(self, _("Handed over?"), text, _("Handed over"), self.accept)

    def print_slip(self) -> None:
        """Print the slip."""
        from dspdesk.ui import printing

        if printing.printers():
            ask.printer(self, lambda name: self.send(printing.printer(name)))
        else:
            self._say(
                _("This workstation has no printer that answers. Read the password aloud."), Tone.WARNING
            )

    def send(self, printer: "QPrinter") -> None:
        """Send the slip to a printer."""
        slip = QTextDocument()
        font = slip.defaultFont()
        font.setPointSizeF(_SLIP_POINTS)
        slip.setDefaultFont(font)
        slip.setPlainText(self.slip_text())
        slip.print_(printer)
        self._say(_("The slip was sent to the printer. Look whether it came out."), Tone.GOOD)

    def slip_text(self) -> str:
        """What stands on the slip."""
        login = _("Login: {login}").format(login=self._issued.login)
        password = _("One-time password: {password}").format(password=self._issued.password)
        after = _("Sign in and choose your own password. Then destroy this slip.")
        return f"{login}\n{password}\n\n{after}"

    def _secret(self) -> Panel:
        panel = Panel(Tone.ACCENT)
        password = PlainLabel(self._issued.password, wrap=True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.6)
        password.setFont(font)
        password.setAccessibleName(_("One-time password"))
        for part in (
            Caption(_("Login")),
            Title(self._issued.login, factor=1.2),
            Caption(_("Password")),
            password,
        ):
            panel.body.addWidget(part)
        return panel

    def _say(self, text: str, tone: Tone) -> None:
        set_tone(self.status, tone)
        self.status.setText(text)


def show(parent: QWidget, issued: "OneTime") -> None:
    """Show a one-time password over a window."""
    dialog = OneTimeDialog(issued, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
