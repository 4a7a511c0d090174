"""The line at the foot of the window: what is shown of how much, the ledger's last entry, the last backup."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from dspdesk.language.catalogue import _
from dspdesk.law.backups import Lateness
from dspdesk.queries.today import Status
from dspdesk.ui import theme, wording
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Chip, set_tone

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class StatusLine(QFrame):
    """Three quiet facts, and for a moment what is near."""

    def __init__(self) -> None:
        super().__init__()
        self.shown, self.ledger, self.backup = Caption(), Caption(), Caption()
        self.near = Chip("", Tone.WARNING)
        self.late = Chip("", Tone.WARNING)
        self.near.hide()
        self.late.hide()
        self.shown.setSizePolicy(self.shown.sizePolicy().Policy.Ignored, self.shown.sizePolicy().Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            theme.em(self, 1.1), theme.em(self, 0.25), theme.em(self, 1.1), theme.em(self, 0.25)
        )
        row.setSpacing(theme.em(self, 2.4))
        row.addWidget(self.shown, 1)
        row.addWidget(self.near)
        row.addWidget(self.ledger)
        row.addWidget(self.backup)
        row.addWidget(self.late)

    def show_place(self, text: str) -> None:
        """Show what the place says of itself."""
        self.shown.setText(text)
        self.shown.setToolTip(text)

    def show_near(self, text: str) -> None:
        """Show what is about to happen, '' when nothing is."""
        self.near.setText(text)
        self.near.setVisible(bool(text))

    def show_status(self, status: Status, desk: "Desk") -> None:
        """Show the ledger's last entry and the last backup."""
        self.ledger.setText(
            _("Ledger: {number} · {code}").format(
                number=wording.grouped(status.ledger_sequence), code=status.ledger_code
            )
        )
        made = wording.ago(status.last_backup, desk) if status.last_backup else _("not made yet")
        self.backup.setText(_("Backup: {when}").format(when=made))
        late = status.backups.lateness if status.backups else Lateness.FRESH
        self.late.setText("" if late is Lateness.FRESH else _("a new one is due"))
        self.late.setVisible(late is not Lateness.FRESH)
        set_tone(self.late, Tone.BAD if late is Lateness.RED else Tone.WARNING)
