"""The numbers of a journal that go their own way: reserved, lettered, skipped, without a word, annulled."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.law.kinds import OWN_DOCUMENTS
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries.numbers import NumberKind, Numbers, SpecialNumber
from dspdesk.ui import keys, number_forms, theme, wording
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.fitting import fit
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.registers.columns import RegisterColumn
from dspdesk.ui.registers.grid import RegisterGrid
from dspdesk.ui.registers.model import RegisterModel
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import (
    Caption,
    Choice,
    Note,
    PlainButton,
    PlainLabel,
    PrimaryButton,
    Title,
    hide_unless,
    set_tone,
)

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.journals import JournalInfo
    from dspdesk.ui.services import Services

KINDS = {
    NumberKind.RESERVED: N_("Reserved"),
    NumberKind.LETTERED: N_("Lettered"),
    NumberKind.SKIPPED: N_("Skipped"),
    NumberKind.GAP: N_("Gap without a reason"),
    NumberKind.ANNULLED: N_("Annulled"),
}
_WIDTH, _HEIGHT = 76, 44  # ems


class NumbersDialog(QDialog):
    """One list, narrowed to a kind by the choice above it; below it what can be done with the row."""

    written = Signal()

    def __init__(
        self, desk: "Desk", services: "Services", journal: "JournalInfo", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._services, self._journal = desk, services, journal
        self._newest = Newest(self)
        self._found = Numbers((), 1)
        self._next, self.whole, self.status = Caption(), PlainLabel(wrap=True), Note()
        self.kinds = Choice(_("Which numbers"))
        self._rows = RegisterModel(columns(journal.language), _key, self)
        self.list = RegisterGrid(self._rows, _("Numbers"))
        self.reserve = PrimaryButton(_("Reserve…"), "Ins")
        self.skip = PlainButton(_("Skip numbers…"))
        self.open_button = PlainButton(_("Open card"), "Enter")
        self.explain_button = PlainButton(_("Give the reason…"), "Enter")
        self.annul_button = PlainButton(_("Annul…"))
        self.close_button = PlainButton(_("Close"), "Esc")
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Ask for the numbers anew, keeping the kind that is shown."""
        from dspdesk.queries.numbers import numbers

        desk, journal = self._desk, self._journal.id
        self._newest.ask(lambda: numbers(desk, journal), self._arrived, PATIENCE)

    def loaded(self) -> bool:
        """Whether the numbers have come."""
        return self._newest.idle()

    def _arrived(self, found: Numbers) -> None:
        chosen, self._found = self.kinds.currentData(), found
        self._next.setText(_("The next number is {number}.").format(number=self._found.next))
        self.kinds.clear()
        self.kinds.addItem(_("All: {n}").format(n=len(self._found.special)), "")
        for kind, words in KINDS.items():
            if of_kind := self._found.of(kind):
                self.kinds.addItem(f"{_(words)}: {len(of_kind)}", kind.value)
        self.kinds.setCurrentIndex(max(self.kinds.findData(chosen), 0))
        self._show()

    def _show(self) -> None:
        kind = self.kinds.currentData()
        row = self.list.currentIndex().row()
        self._rows.fill([number for number in self._found.special if not kind or number.kind.value == kind])
        self.list.go_to_row(min(max(row, 0), self._rows.rowCount() - 1))
        self._offer()

    def current(self) -> SpecialNumber | None:
        """The number the keys are on."""
        row = self.list.currentIndex().row()
        return self._rows.rows[row] if 0 <= row < self._rows.rowCount() else None

    def _offer(self) -> None:
        """Only what can be done with the row is offered."""
        number = self.current()
        kind = number.kind if number else None
        self.whole.setText(in_full(number, self._journal.language) if number else "")
        keeps = self._desk.may(Action.KEEP_NUMBERS) and not self._journal.closed
        reserved = kind is NumberKind.RESERVED
        self.open_button.set_text(_("Confirm…") if reserved else _("Open card"), "Enter")
        self.open_button.setVisible(bool(number and number.item_id))
        self.explain_button.setVisible(kind is NumberKind.GAP and keeps)
        annuls = kind in {NumberKind.RESERVED, NumberKind.LETTERED} and self._desk.may(Action.ANNUL)
        self.annul_button.setVisible(annuls and not self._journal.closed)

    # --- what a person does ---

    def open_row(self) -> None:
        """Open the card of the entry, or give a gap its reason."""
        number = self.current()
        if number is None:
            return
        if number.item_id:
            journal = self._journal
            self._services.open_card(
                self, self._desk, journal.kind, journal.year, number.item_id, lambda _id: self._done("")
            )
        elif self.explain_button.isVisible():
            form = number_forms.ExplainForm(self._desk, self._journal, number, self)
            self._open(form, _("The reason is written down."))

    def reserve_numbers(self) -> None:
        """Reserve the next numbers for documents to be signed."""
        if self.reserve.isVisible():
            form = number_forms.ReserveForm(self._desk, self._journal, self)
            form.saved.connect(lambda done: self._done(reserved_words(done, self._journal.language)))
            form.open()

    def skip_numbers(self) -> None:
        """Pass over the next numbers."""
        form = number_forms.SkipForm(self._desk, self._journal, self._found.next, self)
        self._open(form, _("The numbers are skipped."))

    def annul(self) -> None:
        """Annul the number of the row."""
        if number := self.current():
            self._services.annul(
                self, self._desk, number.item_id, partial(self._done, _("The number is annulled."))
            )

    def _open(self, form: FormDialog, words: str) -> None:
        form.saved.connect(lambda _what: self._done(words))
        form.open()

    def _done(self, words: str) -> None:
        self.status.setText(words)
        self.setAccessibleDescription(words)
        self.refresh()
        self.list.setFocus()
        self.written.emit()

    # --- how it stands ---

    def _lay_out(self) -> None:
        name = wording.journal_name(self._journal.kind, self._journal.year)
        self.setWindowTitle(_("Numbers: {journal}").format(journal=name))
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(Title(_("Numbers: {journal}").format(journal=name), factor=1.3))
        head = QHBoxLayout()
        for part in (self.kinds, self._next):
            head.addWidget(part)
        head.addStretch(1)
        for button in (self.skip, self.reserve):
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.whole)
        foot = QHBoxLayout()
        set_tone(self.status, Tone.GOOD)
        foot.addWidget(self.status, 1)
        for button in (self.annul_button, self.explain_button, self.open_button, self.close_button):
            foot.addWidget(button)
        column.addLayout(foot)
        for button in self.findChildren(PlainButton) + self.findChildren(PrimaryButton):
            button.setAutoDefault(False)
        running = not self._journal.closed
        own = self._journal.kind in OWN_DOCUMENTS
        hide_unless(self.reserve, allowed=own and running and self._desk.may(Action.REGISTER))
        hide_unless(self.skip, allowed=running and self._desk.may(Action.KEEP_NUMBERS))
        fit(self, _WIDTH, _HEIGHT)
        self.list.setFocus()

    def _connect(self) -> None:
        self.kinds.activated.connect(lambda _at: self._show())
        self.list.chosen.connect(self._offer)
        self.list.opened.connect(self.open_row)
        for button, does in (
            (self.reserve, self.reserve_numbers),
            (self.skip, self.skip_numbers),
            (self.open_button, self.open_row),
            (self.explain_button, self.open_row),
            (self.annul_button, self.annul),
            (self.close_button, self.reject),
        ):
            button.clicked.connect(does)
        keys.bind(self, keys.NEW, self.reserve_numbers)
        keys.bind(self, keys.HELP, lambda: keys.show(self))


def _key(number: SpecialNumber) -> int:
    return number.item_id or -number.number.sequence


def columns(language: str) -> tuple[RegisterColumn[SpecialNumber], ...]:
    """The columns of the list; its order is that of the kinds, and in each that of the numbers."""
    kinds = list(NumberKind)

    def order(number: SpecialNumber) -> tuple[int, RegistrationNumber]:
        return kinds.index(number.kind), number.number

    return (
        RegisterColumn(key="kind", title=N_("What it is"), width=15, text=state, sort=order),
        RegisterColumn(
            key="number",
            title=N_("№"),
            width=10,
            text=lambda number: written(number, language),
            sort=lambda number: number.number,
        ),
        RegisterColumn(key="document", title=N_("Document"), width=18, text=document),
        RegisterColumn(
            key="reason", title=N_("Reason"), width=18, text=lambda number: number.reason, stretch=True
        ),
    )


def document(number: SpecialNumber) -> str:
    """Whose document it is, and of what."""
    return " · ".join(part for part in (number.correspondent, number.summary) if part)


def written(number: SpecialNumber, language: str) -> str:
    """The number with its mark where it stands on a document; a run of numbers that stand on none without it."""
    if number.item_id:
        return number.number.with_mark(language)
    return str(number.number) if number.last == number.number.sequence else f"{number.number}–{number.last}"


def in_full(number: SpecialNumber, language: str) -> str:
    """All that the row says, where its cells are cut."""
    parts = (f"№\N{NO-BREAK SPACE}{written(number, language)}", document(number), number.reason)
    return " — ".join(part for part in parts if part)


def state(number: SpecialNumber) -> str:
    """What is special about a number, and since when."""
    words = _(KINDS[number.kind])
    if number.kind is NumberKind.RESERVED and number.days:
        return _("{state}, {days}").format(state=words, days=wording.days(number.days))
    return words


def reserved_words(done: object, language: str) -> str:
    """Which numbers were reserved."""
    given = [one.number.with_mark(language) for one in done] if isinstance(done, list) else []
    text = ngettext("{numbers} is reserved", "{numbers} are reserved", len(given))
    return text.format(numbers=", ".join(given))


def show(
    parent: QWidget, desk: "Desk", services: "Services", journal: "JournalInfo", on_done: Callable[[], None]
) -> None:
    """Show the numbers of a journal over a window; `on_done` is called when something was written."""
    dialog = NumbersDialog(desk, services, journal, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.written.connect(on_done)
    dialog.open()
