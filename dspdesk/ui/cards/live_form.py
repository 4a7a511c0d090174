"""A form over which the law speaks while it is filled in: findings appear as they arise, with their way out."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.findings import Finding, Weight
from dspdesk.ui import told
from dspdesk.ui.cards.form import WIDTH, FormDialog

if TYPE_CHECKING:
    from dspdesk.desk import Desk

QUIET = 250  # milliseconds without typing until the law is asked


class LiveForm(FormDialog):
    """A form that is asked about while it is filled in; a kind of it says what the law is asked, and the ways out."""

    def __init__(self, desk: "Desk", parent: QWidget | None, title: str, width: float = WIDTH) -> None:
        super().__init__(desk, parent, title, width)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self.ask_law)

    # --- what a kind of form says ---

    def consider(self) -> Iterable[Finding]:
        """What the law says of the form as it stands; nothing while too little of it is known."""
        raise NotImplementedError

    def not_yet(self) -> Collection[str]:
        """What a form still being filled in has not come to yet: it is held against it only when it is saved."""
        return ()

    def ask_why(self, *, warned: bool) -> None:
        """A warning has its reason asked for at once."""
        self.reason.ask(_("Why is it recorded all the same?") if warned else "")

    # --- asking ---

    def touched(self, name: str = "") -> None:
        """The law is asked when the person pauses."""
        super().touched(name)
        self._quiet.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.ask_law()

    def ask_law(self) -> None:
        """Show what the law says now; a warning there asks why, too."""
        self._quiet.stop()
        self.hear(self.consider())

    def hear(self, findings: Iterable[Finding]) -> None:
        """Show what the law said, but for what is said beside a field already."""
        early = self.not_yet()
        found = [finding for finding in once(findings) if finding.code not in early]
        said = [finding for finding in found if not self._complained(finding.field)]
        self.findings.show_findings(said, self.repairs())
        self.setAccessibleDescription("\n".join(told.says(finding) for finding in said))
        self.ask_why(warned=any(finding.weight is Weight.WARN for finding in found))

    def _complained(self, name: str) -> bool:
        return name in self._boxes and bool(self._boxes[name].error.text())


def once(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once."""
    return list({(finding.code, finding.field): finding for finding in findings}.values())
