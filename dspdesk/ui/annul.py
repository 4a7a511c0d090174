"""Annulling a number: what it was given to, and why it is annulled. The number is never given again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.law.findings import Refused
from dspdesk.ui import keys, theme, told
from dspdesk.ui.cards.fields import ReasonField
from dspdesk.ui.cards.findings import Findings, Repair
from dspdesk.ui.cards.registration_frame import number_of
from dspdesk.ui.fitting import SnugDialog
from dspdesk.ui.widgets.basics import Caption, Panel, PlainButton, PlainLabel, PrimaryButton, Title, labelled

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails

_WIDTH = 40  # in ems


class AnnulDialog(SnugDialog):
    """One entry to be annulled."""

    def __init__(self, desk: "Desk", item: "ItemDetails", parent: QWidget | None = None) -> None:
        super().__init__(parent, _WIDTH)
        self._desk, self._item = desk, item
        self.reason = ReasonField()
        self.reason.entered.connect(self.annul)
        self._reason_box = labelled(_("Reason, kept in the ledger"), self.reason)
        self.findings = Findings()
        self.leave = PlainButton(_("Leave it"), keys.LEAVE.keys)
        self.annul_button = PrimaryButton(_("Annul the number"), keys.SAVE_AND_NEXT.keys)
        self._lay_out()

    def annul(self) -> None:
        """Annul the number, if there is a reason and the law lets it."""
        from dspdesk.procedures import registration

        self._reason_box.complain("")
        if not self.reason.value():
            self._reason_box.complain(_("Write the reason: the ledger keeps it."))
            self.reason.setFocus()
            return
        try:
            registration.annul(
                self._desk, registration.Annul(item_id=self._item.id, reason=self.reason.value())
            )
        except Refused as refused:
            self.findings.show_findings(refused.findings, self._repairs())
            self.setAccessibleDescription(told.in_words(refused))
        except Told as error:
            self._reason_box.complain(str(error))
        else:
            self.accept()

    def _repairs(self) -> dict[str, Repair]:
        """What lies in a case is taken out of it first."""
        from dspdesk.ui.cases import taking_out

        return taking_out.repair(self, self._desk, self._item, lambda: self.findings.show_findings([], {}))

    def _lay_out(self) -> None:
        number = number_of(self._item.number.with_mark(self._item.journal.language))
        entry = self._item.entry
        self.setWindowTitle(_("Annul {number}?").format(number=number))
        what = Panel()
        for text in (entry.correspondent, " ".join(part for part in (entry.kind, entry.summary) if part)):
            what.body.addWidget(PlainLabel(text, wrap=True))
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(Title(_("Annul {number}?").format(number=number), wrap=True))
        words = _("The entry stays in the journal and is shown as annulled. The number is never given again.")
        column.addWidget(Caption(words, wrap=True))
        for part in (what, self._reason_box, self.findings):
            column.addWidget(part)
        column.addLayout(self._foot())
        self.reason.setFocus()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for button, does in ((self.leave, self.reject), (self.annul_button, self.annul)):
            button.setAutoDefault(True)
            button.clicked.connect(does)
            row.addWidget(button)
        keys.bind(self, keys.SAVE_AND_NEXT, self.annul)
        return row


def show(parent: QWidget, desk: "Desk", item_id: int, on_done: Callable[[], None]) -> None:
    """Ask about an entry over a window; `on_done` is called when it was annulled."""
    from dspdesk.queries.item import item

    details = item(desk, item_id)
    if details is None:
        return
    dialog = AnnulDialog(desk, details, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(on_done)
    dialog.open()
