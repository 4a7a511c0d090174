"""A form over which the law speaks while it is filled in: findings appear as they arise, with their way out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dspdesk.law.findings import Finding
from dspdesk.ui.cards.form import FormDialog

if TYPE_CHECKING:
    from dspdesk.desk import Desk

REST = 200  # milliseconds without a key before the law is asked

#: What is only not filled in yet: said when the form is saved, not while it is being filled in.
NOT_YET = frozenset(
    {
        "permit_of_what", "permit_unwritten", "permit_undated", "permit_count_needed", "permit_for_whom",
        "permit_for_which_body", "request_needed", "permit_not_of_maker", "consent_needed", "copies_to_make",
        "copied_from_which", "day_needed", "made_by_whom", "extract_sheets", "which_cards", "how_many_cards",
        "holds_none_found", "two_workers_sign",
    }
)  # fmt: skip


class LiveForm(FormDialog):
    """A form that is asked about while it is filled in; a kind of it says what the law is asked, and the ways out."""

    def __init__(self, desk: "Desk", parent: QWidget | None, title: str, width: float) -> None:
        super().__init__(desk, parent, title, width)
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self.ask_law)

    # --- what a kind of form says ---

    def consider(self) -> Iterable[Finding]:
        """What the law says of the form as it stands."""
        raise NotImplementedError

    # --- asking ---

    def touched(self, name: str = "") -> None:
        super().touched(name)
        self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.ask_law()

    def ask_law(self) -> None:
        """Show what the law says now, but for what is only not filled in yet."""
        self._rest.stop()
        said = [
            finding
            for finding in self.consider()
            if finding.code not in NOT_YET and not self._complained(finding.field)
        ]
        self.findings.show_findings(once(said), self.repairs())

    def _complained(self, name: str) -> bool:
        """Whether something is said beside the field already."""
        return name in self._boxes and bool(self._boxes[name].error.text())


def once(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once."""
    return list({(finding.code, finding.field): finding for finding in findings}.values())
