"""The frame of making and of reopening a store: what is asked, then the new recovery sheet, printed and typed back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.language.sentences import Told
from dspdesk.ui import ask, keys, theme, work
from dspdesk.ui.entrance import secrets_line
from dspdesk.ui.fitting import fit
from dspdesk.ui.new_store_pages import Page
from dspdesk.ui.steps import Steps
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Note, PlainButton, PrimaryButton, set_tone

if TYPE_CHECKING:
    from dspdesk.desk import Created, Desk
    from dspdesk.ui.recovery import RecoverySheet, TypeBack

_WIDTH, _HEIGHT = 78, 58  # in ems


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What differs between making and reopening: the name of it, its first two steps, and what is said on the way."""

    title: str
    first: str
    second: str
    make: str  # on the button that does it
    busy: str
    leave: str  # what leaving before it means
    warning: str = ""  # beside the new sheet


class StoreDialog(QDialog):
    """Four steps. The store is open after the second; the last may be put off, and Today reminds of it then.

    A window of this kind calls `begin` with its two pages and says what `touched`, `first_complete`,
    `second_complete`, `work` and `complain` are.
    """

    created = Signal(object)  # Desk, when the dialog is through

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._desk: Desk | None = None
        self.sheet: RecoverySheet | None = None
        self.type_back: TypeBack | None = None
        names = [words.first, words.second, _("Recovery sheet"), _("The key typed back")]
        self.steps = Steps(words.title, names)
        self.status = Note()
        self.back = PlainButton(_("Back"), "Alt+←")
        self.leave = PlainButton(_("Leave"), "Esc")
        self.next = PrimaryButton(_("Next"), "Ctrl+Enter")
        self._pages = QStackedWidget()

    def begin(self, first: Page, second: Page) -> None:
        """Show the first of the two pages that are filled in before the store is open."""
        self._shown: list[Page] = []
        for page in (first, second):
            self._add(page)
        self._lay_out()
        self._go(0)

    # --- what a window of this kind says ---

    def touched(self) -> bool:
        """Whether anything was filled in."""
        raise NotImplementedError

    def first_complete(self) -> bool:
        """Whether the first page is; what is missing is marked."""
        raise NotImplementedError

    def second_complete(self) -> bool:
        """Whether the second page is."""
        raise NotImplementedError

    def work(self) -> "Callable[[], Created]":
        """What makes or opens the store: run in a thread, it must not ask the fields any more."""
        raise NotImplementedError

    def complain(self, error: Told) -> bool:
        """Show a problem beside what it is about; `False` when it is about none of the fields."""
        raise NotImplementedError

    def forget(self) -> None:
        """Forget the secrets typed."""
        raise NotImplementedError

    # --- going on and back ---

    def go_on(self) -> None:
        """Go on to the next step, if this one is complete."""
        if not self.next.isEnabled():
            return
        self._say("")
        (self._from_first, self._from_second, self._from_sheet, self._from_type_back)[self._step()]()

    def go_back(self) -> None:
        """Go back a step; what exists already stays."""
        if self.back.isEnabled() and self._step() in (1, 3):
            self._go(self._step() - 1)

    def _from_first(self) -> None:
        if self.first_complete():
            self._go(1)

    def _from_second(self) -> None:
        if not self.second_complete():
            return
        made, language = self.work(), current_language().value
        self._busy(True)
        work.run(lambda: _with_sheet(made(), language), self._made, self._failed)

    def _from_sheet(self) -> None:
        self._go(3)

    def _from_type_back(self) -> None:
        if self.type_back is not None and self.type_back.confirmed():
            self.accept()

    def _postpone(self) -> None:
        title, text = (
            _("Type the key back later?"),
            _("Until then Today reminds you, and nobody knows that the sheet is right."),
        )
        ask.confirm(self, title, text, _("At the next sign-in"), self.accept)

    # --- what came of it ---

    def _made(self, made: "tuple[Desk, bytes]") -> None:
        from dspdesk.ui.recovery import RecoverySheet, TypeBack

        self._busy(False)
        self.forget()
        self._desk, pdf = made
        self.sheet, self.type_back = RecoverySheet(pdf, self._words.warning), TypeBack(self._desk)
        self.type_back.postpone.clicked.connect(self._postpone)
        self.type_back.line.entered.connect(self.go_on)
        self._add(self.sheet)
        self._add(self.type_back)
        self._go(2)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        if not isinstance(error, Told):
            raise error
        if not self.complain(error):
            self._say(str(error), wrong=True)

    def _busy(self, busy: bool) -> None:
        self._pages.setEnabled(not busy)
        for button in (self.back, self.leave, self.next):
            button.setEnabled(not busy)
        self._say(self._words.busy if busy else "")

    # --- leaving ---

    def accept(self) -> None:
        """The store is ready: hand its desk over."""
        super().accept()
        self.created.emit(self._desk)

    def reject(self) -> None:
        """Leave; a store that is open already is not lost, but its sheet would be."""
        if not self.leave.isEnabled():
            return
        if self._desk is not None:
            self._postpone()
        elif self.touched():
            ask.confirm(self, _("Leave?"), self._words.leave, _("Leave"), super().reject)
        else:
            super().reject()

    # --- how it stands ---

    def _step(self) -> int:
        return self._pages.currentIndex()

    def _go(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        self.steps.show_step(step)
        self.back.setVisible(step in (1, 3))
        words = (_("Next"), self._words.make, _("Next"), _("Check and finish"))[step]
        self.next.set_text(words, "Ctrl+Enter")
        self._shown[step].begin()

    def _say(self, text: str, *, wrong: bool = False) -> None:
        set_tone(self.status, Tone.BAD if wrong else Tone.PLAIN)
        self.status.setText(text)

    def _add(self, page: Page) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        self._pages.addWidget(area)
        self._shown.append(page)

    def _lay_out(self) -> None:
        self.setWindowTitle(self._words.title)
        self.steps.setFixedWidth(theme.em(self, 16))
        middle, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        middle.setSpacing(theme.em(self, 1))
        middle.addWidget(self.steps)
        middle.addWidget(self._pages, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.status, 1)
        for button in (self.leave, self.next):
            foot.addWidget(button)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.9))
        column.addLayout(middle, 1)
        column.addLayout(foot)
        column.addWidget(secrets_line())
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.leave.clicked.connect(self.reject)
        keys.bind(self, keys.Key("Ctrl+Enter", ""), self.go_on)
        keys.bind(self, keys.Key("Alt+Left", ""), self.go_back)
        keys.bind(self, keys.HELP, lambda: keys.show(self))
        fit(self, _WIDTH, _HEIGHT)


def _with_sheet(made: "Created", language: str) -> "tuple[Desk, bytes]":
    """The desk and its sheet; in a thread, because drawing loads ReportLab, which no earlier window needs."""
    from dspdesk.procedures import printing

    return made.desk, printing.recovery_sheet(made.desk, made.recovery, language)
