"""A form beside which the law's findings stand while it is being filled in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.findings import Finding, Weight
from dspdesk.ui import told
from dspdesk.ui.cards.form import FormDialog

if TYPE_CHECKING:
    from dspdesk.desk import Desk

QUIET = 250  # milliseconds without typing until the law is asked
#: What a form still being filled in has not come to yet is not held against it.
NOT_YET = frozenset(
    {
        "resolution_empty",
        "deadline_without_executor",
        "reason_needed",
        "extension_reason",
        "extension_not_later",
    }
)


class ConsideredForm(FormDialog):
    """A form of execution control; a kind of it says what the law finds in it so far."""

    def __init__(self, desk: "Desk", parent: QWidget | None, title: str, width: float) -> None:
        super().__init__(desk, parent, title, width)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self.consider)

    def found(self) -> Sequence[Finding]:
        """What the law says of what was typed so far; nothing while it cannot be read."""
        return ()

    def consider(self) -> None:
        """Show what the law says now; a warning has its reason asked for at once."""
        if any(box.widget.problem() for box in self._boxes.values() if hasattr(box.widget, "problem")):
            return
        findings = [finding for finding in self.found() if finding.code not in NOT_YET]
        self.findings.show_findings(findings, {})
        self.setAccessibleDescription("\n".join(told.says(finding) for finding in findings))
        self._ask_why(warned=any(finding.weight is Weight.WARN for finding in findings))

    def touched(self, name: str = "") -> None:
        """The law is asked when the person pauses."""
        super().touched(name)
        self._quiet.start()

    def _ask_why(self, *, warned: bool) -> None:
        self.reason.ask(_("Why is it recorded all the same?") if warned else "")
