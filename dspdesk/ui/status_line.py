"""The line at the foot of the window: what is shown of how much, the ledger's last entry, the last backup."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from dspdesk.language.catalogue import _
from dspdesk.queries.today import Status
from dspdesk.ui import theme, wording
from dspdesk.ui.widgets.basics import Caption

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class StatusLine(QFrame):
    """Three quiet facts."""

    def __init__(self) -> None:
        super().__init__()
        self.shown, self.ledger, self.backup = Caption(), Caption(), Caption()
        self.shown.setSizePolicy(self.shown.sizePolicy().Policy.Ignored, self.shown.sizePolicy().Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            theme.em(self, 1.1), theme.em(self, 0.25), theme.em(self, 1.1), theme.em(self, 0.25)
        )
        row.setSpacing(theme.em(self, 2.4))
        row.addWidget(self.shown, 1)
        row.addWidget(self.ledger)
        row.addWidget(self.backup)

    def show_place(self, text: str) -> None:
        """Show what the place says of itself."""
        self.shown.setText(text)
        self.shown.setToolTip(text)

    def show_status(self, status: Status, desk: "Desk") -> None:
        """Show the ledger's last entry and the last backup."""
        self.ledger.setText(
            _("Ledger: {number} · {code}").format(
                number=wording.grouped(status.ledger_sequence), code=status.ledger_code
            )
        )
        made = wording.ago(status.last_backup, desk) if status.last_backup else _("not made yet")
        self.backup.setText(_("Backup: {when}").format(when=made))
