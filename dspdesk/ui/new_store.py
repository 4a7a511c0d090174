"""Creating a store: who, where and with what password; then the recovery sheet, printed and typed back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.ui import ask, theme, work
from dspdesk.ui.entrance import secrets_line
from dspdesk.ui.fitting import fit
from dspdesk.ui.new_store_pages import StorePage, WhoPage
from dspdesk.ui.steps import Steps
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Note, PlainButton, PrimaryButton, set_tone

if TYPE_CHECKING:
    from dspdesk.desk import Created, Desk, NewStore
    from dspdesk.ui.recovery import RecoverySheet, TypeBack

Create = Callable[[Path, "NewStore"], "Created"]
_WIDTH, _HEIGHT = 78, 58  # in ems


class NewStoreDialog(QDialog):
    """Four steps. The store exists after the second; the last may be put off, and Today reminds of it then."""

    created = Signal(object)  # Desk, when the dialog is through

    def __init__(self, create: Create | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._create = create or _create
        self._desk: Desk | None = None
        self.who, self.store = WhoPage(), StorePage(self._known_words)
        self.sheet: RecoverySheet | None = None
        self.type_back: TypeBack | None = None
        names = [_("The body and you"), _("Password and place"), _("Recovery sheet"), _("The key typed back")]
        self.steps = Steps(_("A new store"), names)
        self.status = Note()
        self.back = PlainButton(_("Back"), "Alt+←")
        self.leave = PlainButton(_("Leave"), "Esc")
        self.next = PrimaryButton(_("Next"), "Ctrl+Enter")
        self._lay_out()
        self._go(0)

    # --- going on and back ---

    def go_on(self) -> None:
        """Go on to the next step, if this one is complete."""
        if not self.next.isEnabled():
            return
        self._say("")
        (self._from_who, self._from_store, self._from_sheet, self._from_type_back)[self._step()]()

    def go_back(self) -> None:
        """Go back to the first step; what exists already stays."""
        if self._step() in (1, 3):
            self._go(self._step() - 1)

    def _from_who(self) -> None:
        if self.who.complete():
            self.store.suggest_path(self.who.organisation.text())
            self._go(1)

    def _from_store(self) -> None:
        if not self.store.complete():
            return
        new, path = self._new_store(), self.store.path()
        self._busy(True)
        work.run(lambda: self._create(path, new), self._made, self._failed)

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

    # --- making the store ---

    def _new_store(self) -> "NewStore":
        from dspdesk.desk import NewStore

        said = self.who.values()
        return NewStore(
            organisation=said["organisation"],
            locality=said["locality"],
            person=said["person"],
            position=said["position"],
            login=said["login"],
            password=self.store.password.password(),
            key_file=self.store.key_file(),
        )

    def _made(self, made: "Created") -> None:
        from dspdesk.ui.recovery import RecoverySheet, TypeBack

        self._busy(False)
        self.store.password.clear()
        self._desk = made.desk
        self.sheet, self.type_back = RecoverySheet(made), TypeBack(made.desk)
        self.type_back.postpone.clicked.connect(self._postpone)
        self.type_back.line.entered.connect(self.go_on)
        self._pages.addWidget(_scrolled(self.sheet))
        self._pages.addWidget(_scrolled(self.type_back))
        self._go(2)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        if not isinstance(error, Told):
            raise error
        if not self.store.complain(error):
            self._say(str(error), wrong=True)

    def _busy(self, busy: bool) -> None:
        self._pages.setEnabled(not busy)
        for button in (self.back, self.leave, self.next):
            button.setEnabled(not busy)
        self._say(_("The store is being made…") if busy else "")

    # --- leaving ---

    def accept(self) -> None:
        """The store is ready: hand its desk over."""
        super().accept()
        self.created.emit(self._desk)

    def reject(self) -> None:
        """Leave; a store that exists already is not lost, but its sheet would be."""
        if not self.leave.isEnabled():
            return
        if self._desk is None and not self.who.touched():
            super().reject()
        elif self._desk is None:
            ask.confirm(self, _("Leave?"), _("No store has been made yet."), _("Leave"), super().reject)
        else:
            self._postpone()

    # --- how it stands ---

    def _step(self) -> int:
        return self._pages.currentIndex()

    def _go(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        self.steps.show_step(step)
        self.back.setVisible(step in (1, 3))
        words = (_("Next"), _("Create the store"), _("Next"), _("Check and finish"))[step]
        self.next.set_text(words, "Ctrl+Enter")
        page = (self.who, self.store, self.sheet, self.type_back)[step]
        if page is not None:
            page.begin()

    def _known_words(self) -> tuple[str, str]:
        return self.who.login.text(), self.who.organisation.text()

    def _say(self, text: str, *, wrong: bool = False) -> None:
        set_tone(self.status, Tone.BAD if wrong else Tone.PLAIN)
        self.status.setText(text)

    def _lay_out(self) -> None:
        from dspdesk.ui.keys import Key, bind

        self.setWindowTitle(_("A new store"))
        self._pages = QStackedWidget()
        for page in (self.who, self.store):
            self._pages.addWidget(_scrolled(page))
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
        bind(self, Key("Ctrl+Enter", ""), self.go_on)
        bind(self, Key("Alt+Left", ""), self.go_back)
        fit(self, _WIDTH, _HEIGHT)


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area


def _create(path: Path, new: "NewStore") -> "Created":
    from dspdesk import desk

    return desk.create(path, new)
