"""A form whose saving takes a moment (key derivation, renewal of the key), and may need a second officer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.findings import Refused
from dspdesk.ui import second_person, work
from dspdesk.ui.cards.form import WIDTH, FormDialog
from dspdesk.ui.progress import Bar

if TYPE_CHECKING:
    from dspdesk.desk import Approval, Desk


class SlowForm(FormDialog):
    """Saves in a thread. What the procedure refuses for want of a second officer is asked of one, then repeated."""

    #: What the second officer agrees to, in words; '' where one never is needed.
    agreed = ""

    def __init__(self, desk: "Desk", parent: QWidget | None, title: str, width: float = WIDTH) -> None:
        super().__init__(desk, parent, title, width)
        self.approval: Approval | None = None
        self.bar = Bar(_("Work under way"))
        self.bar.hide()
        self.layout().addWidget(self.bar)  # type: ignore[union-attr]  # `FormDialog` has laid itself out

    def work(self, reason: str) -> Callable[[], object]:
        """What saves: run in a thread, it must not ask the fields any more."""
        raise NotImplementedError

    def busy_words(self) -> str:
        """What is said meanwhile."""
        return _("Saving…")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.body.addStretch(1)
            for box in list(self._boxes.values())[:1]:
                box.widget.setFocus()

    def go_on(self) -> None:
        if not self.save_button.isEnabled() or not self._readable():
            return
        function = self.work(self.reason.text())
        self._busy(True)
        work.run(function, self._kept, self._not_kept)

    def reject(self) -> None:
        if self.save_button.isEnabled():
            super().reject()

    def _kept(self, done: object) -> None:
        self._busy(False)
        self._done(done)

    def _not_kept(self, error: Exception) -> None:
        self._busy(False)
        if self.agreed and _wants_second(error):  # for the first time, or because their word has expired
            second_person.ask(self, self._desk, self.agreed, self._agreed)
        else:
            self._objected(error)

    def _agreed(self, approval: "Approval") -> None:
        self.approval = approval
        self.go_on()

    def _busy(self, busy: bool) -> None:
        for box in self._boxes.values():
            box.setEnabled(not busy)
        self.leave_button.setEnabled(not busy)
        self.save_button.setEnabled(not busy)
        self.bar.setVisible(busy)
        self._say(self.busy_words() if busy else "")


def _wants_second(error: Exception) -> bool:
    return isinstance(error, Refused) and any(
        finding.code == second_person.NEEDED for finding in error.findings
    )
