"""Restoring from a backup: choose it, have it prove itself, compare, give the reason; then the store is another one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.law.findings import Refused
from dspdesk.law.roles import Action
from dspdesk.ui import ask, keys, second_person, theme, told, work, working
from dspdesk.ui.cards.fields import ReasonField
from dspdesk.ui.fitting import fit
from dspdesk.ui.job import Job
from dspdesk.ui.path_field import PathField
from dspdesk.ui.security import copy_words
from dspdesk.ui.security.copy_opener import CopyOpener
from dspdesk.ui.steps import Steps
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import (
    Caption,
    Heading,
    Note,
    Panel,
    PlainButton,
    PrimaryButton,
    Title,
    hide_unless,
    labelled,
    set_tone,
)

if TYPE_CHECKING:
    from dspdesk.desk import Approval, Desk
    from dspdesk.procedures.restore import Prepared

_WIDTH, _HEIGHT = 76, 50  # ems
_CHOOSE, _COMPARE, _DONE = range(3)


class RestoreDialog(QDialog):
    """Three steps; nothing is replaced before the second is confirmed. `restored` gives the store at the end."""

    restored = Signal(object)  # Path

    def __init__(self, desk: "Desk | None", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._prepared: Prepared | None = None
        self._over = False
        names = [_("The backup"), _("What changes"), _("Done")]
        self.steps, self.status = Steps(_("Restore"), names), Note()
        self.leave, self.next = PlainButton(_("Leave"), "Esc"), PrimaryButton(_("Next"), "Ctrl+Enter")
        self.choose, self.compare, self.done_page = ChoosePage(desk), ComparePage(), DonePage()
        self._pages = QStackedWidget()
        for page in (self.choose, self.compare, self.done_page):
            self._pages.addWidget(page)
        self._lay_out()
        self._go(_CHOOSE)

    def go_on(self) -> None:
        """Go on to the next step, if this one is complete."""
        if self.next.isEnabled():
            self._say("")
            (self._prove, self._confirm, self.accept)[self._pages.currentIndex()]()

    def reject(self) -> None:
        """Leave; once the store is another one there is only going on."""
        if self._over:
            self.accept()
        elif self.next.isEnabled():
            self._give_up()
            super().reject()

    def accept(self) -> None:
        """The store is restored: the program begins anew with it."""
        super().accept()
        if self._prepared is not None:
            self.restored.emit(self._prepared.store)

    # --- the copy proves itself ---

    def _prove(self) -> None:
        from dspdesk.procedures.restore import PrepareRestore

        opener, copy, store = self.choose.opener.opener(), self.choose.opener.copy(), self.choose.store()
        if opener is None or copy is None or store is None:
            return
        command = PrepareRestore(copy=copy, store=store, opener=opener)
        job = Job(self._desk.ticket() if self._desk else b"", "prepare_restore", command, self)
        words = (
            _("The backup proves itself"),
            _("It is read whole twice: where it lies, and beside the store."),
        )
        working.run(self, words, job, self._proved, self._not_proved, self._give_up)

    def _proved(self, prepared: "Prepared") -> None:
        self._prepared = prepared
        self.choose.opener.forget()
        self.compare.show_prepared(prepared, self._desk)
        self._go(_COMPARE)

    def _not_proved(self, error: Exception) -> None:
        first = error.findings[0] if isinstance(error, Refused) else None
        problem = Told(first.code, **first.facts) if first else error
        if not isinstance(problem, Told) or not self.choose.complain(problem):
            self._say(told.in_words(error), wrong=True)

    def _give_up(self) -> None:
        from dspdesk.procedures.restore import give_up

        if (store := self.choose.store()) is not None:
            give_up(store)

    # --- the copy takes the place ---

    def _confirm(self) -> None:
        if not self.compare.complete():
            return
        if self._desk is None:
            self._restore(None)
            return
        what = _("The store is replaced by a backup.")
        second_person.ask_if_needed(self, self._desk, Action.RESTORE, what, self._restore)

    def _restore(self, approval: "Approval | None") -> None:
        from dspdesk.procedures.restore import Restore, restore

        if self._prepared is None:
            return
        command = Restore(prepared=self._prepared, reason=self.compare.reason.value(), approval=approval)
        self.next.setEnabled(False)
        self._say(_("Replacing…"))
        work.run(lambda: restore(self._desk, command), self._replaced, self._not_replaced)

    def _replaced(self, aside: Path | None) -> None:
        self._over = True
        self.next.setEnabled(True)
        self._say("")
        if self._prepared is not None:
            self.done_page.show_done(self._prepared, aside)
        self._go(_DONE)

    def _not_replaced(self, error: Exception) -> None:
        self.next.setEnabled(True)
        self._say(told.in_words(error), wrong=True)
        if isinstance(error, Told) and error.code == "restore_meanwhile":
            self._give_up()
            self._go(_CHOOSE)

    # --- how it stands ---

    def _go(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        self.steps.show_step(step)
        self.leave.setVisible(step != _DONE)
        self.next.set_text((_("Check it"), _("Restore"), _("Sign in again"))[step], "Ctrl+Enter")
        (self.choose.opener.file, self.compare.reason, self.next)[step].setFocus()

    def _say(self, text: str, *, wrong: bool = False) -> None:
        set_tone(self.status, Tone.BAD if wrong else Tone.PLAIN)
        self.status.setText(text)

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Restore from a backup"))
        self.steps.setFixedWidth(theme.em(self, 15))
        middle, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        middle.setSpacing(theme.em(self, 1))
        middle.addWidget(self.steps)
        middle.addWidget(self._pages, 1)
        foot.addWidget(self.status, 1)
        for button in (self.leave, self.next):
            button.setAutoDefault(False)
            foot.addWidget(button)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.9))
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.next.clicked.connect(self.go_on)
        self.leave.clicked.connect(self.reject)
        self.choose.opener.entered.connect(self.go_on)
        self.compare.reason.entered.connect(self.go_on)
        keys.bind(self, keys.SAVE_AND_NEXT, self.go_on)
        fit(self, _WIDTH, _HEIGHT)


class ChoosePage(QWidget):
    """The copy, and on a machine without a store the place of the store."""

    def __init__(self, desk: "Desk | None") -> None:
        super().__init__()
        self._desk = desk
        self.opener = CopyOpener(desk.key_file if desk else None)
        self.place = PathField(
            _("Place of the store"),
            lambda found: ask.save_path(self.window(), _("Place of the store"), "office.dspdesk", found),
        )
        self.place.button.setAutoDefault(False)  # or Enter in the password would press it
        self._place_box = labelled(_("Where the store will be"), self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.8))
        text = _("The backup is opened with its own keys. Nothing is replaced before it has been read whole.")
        for part in (
            Title(_("Which backup?"), factor=1.3),
            Caption(text, wrap=True),
            self.opener,
            self._place_box,
        ):
            column.addWidget(part)
        column.addStretch(1)
        hide_unless(self._place_box, allowed=desk is None)

    def store(self) -> Path | None:
        """The store that is to be; `None` when no place was named, which is then said."""
        if self._desk is not None:
            return self._desk.path
        self._place_box.complain("" if self.place.path() else _("Name the place of the store."))
        return self.place.path()

    def complain(self, error: Told) -> bool:
        """Show a problem beside what it is about."""
        if error.code in {"restore_sign_in", "disk_full", "read_only"} and self._desk is None:
            self._place_box.complain(str(error))
            self.place.setFocus()
            return True
        return self.opener.complain(error)


class ComparePage(QWidget):
    """What the copy has proved, what is lost by it, and the reason."""

    def __init__(self) -> None:
        super().__init__()
        self._proved, self._compared = Panel(Tone.GOOD), Panel(Tone.WARNING)
        self._proof_words, self._words = Note("", Tone.GOOD), Note("", Tone.WARNING)
        self.reason = ReasonField()
        self._reason_box = labelled(_("Reason, kept in the ledger"), self.reason)
        self._proved.body.addWidget(Heading(_("The backup has proved itself")))
        self._proved.body.addWidget(self._proof_words)
        self._compared.body.addWidget(Heading(_("Against the present store")))
        self._compared.body.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.9))
        after = _("The present store is put aside under another name. It is not deleted.")
        for part in (self._proved, self._compared, Caption(after, wrap=True), self._reason_box):
            column.addWidget(part)
        column.addStretch(1)

    def show_prepared(self, prepared: "Prepared", desk: "Desk | None") -> None:
        """Show a copy that lies ready."""
        self._proof_words.setText("\n".join(copy_words.proved(prepared.proof, desk)))
        self._words.setText("\n".join(copy_words.compared(prepared)))

    def complete(self) -> bool:
        """Whether the reason is there."""
        missing = "" if self.reason.value() else _("Write the reason: the ledger keeps it.")
        self._reason_box.complain(missing)
        if missing:
            self.reason.setFocus()
        return not missing


class DonePage(QWidget):
    """The store is another one now; what to look at first."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(Title(_("The store is restored"), factor=1.3))
        column.addWidget(self._words)
        column.addStretch(1)

    def show_done(self, prepared: "Prepared", aside: Path | None) -> None:
        """Say where the old store is, and which numbers to compare with paper."""
        lines = [_("What was there before is here: {path}").format(path=aside)] if aside else []
        if prepared.proof.highest:
            lines.append(
                _("The highest numbers now: {numbers}.").format(numbers=copy_words.numbers(prepared.proof))
            )
            lines.append(
                _(
                    "If higher numbers stand on paper already, skip them: Today leads there until that is done."
                )
            )
        lines.append(_("Passwords are those of the day of the backup."))
        self._words.setText("\n\n".join(lines))


def show(parent: QWidget, desk: "Desk | None", on_restored: "object") -> RestoreDialog:
    """Open the dialog over a window; `on_restored(store)` is called when the program is to begin anew."""
    dialog = RestoreDialog(desk, parent)
    dialog.restored.connect(on_restored)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
