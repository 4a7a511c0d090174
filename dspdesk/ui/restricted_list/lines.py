"""What one order does to a list, line by line: entries it adds, changes, ends."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.law.restricted_list import Criterion, EntryWords
from dspdesk.ui import theme
from dspdesk.ui.cards.fields import TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.restricted_list import wording
from dspdesk.ui.restricted_list.entry_form import EntryForm, words_of
from dspdesk.ui.widgets.basics import PlainButton
from dspdesk.ui.widgets.rows import CalmRows

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.restricted_list import EntryRow

_ROWS = 6  # further ones scroll


class Deed(StrEnum):
    """What a line does."""

    ADD = "add"
    CHANGE = "change"
    END = "end"


_SAYS = {Deed.ADD: N_("Add: {entry}"), Deed.CHANGE: N_("Change: {entry}"), Deed.END: N_("End: {entry}")}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an order; `entry_id` is the entry that it changes or ends."""

    deed: Deed
    words: EntryWords
    entry_id: int = 0

    def kept(self) -> dict[str, Any]:
        """The line as a draft keeps it."""
        said = self.words
        criterion = said.criterion.value if said.criterion else None
        return {
            "deed": self.deed.value,
            "entry": self.entry_id,
            "words": [said.point, said.text_kk, said.text_ru, criterion],
        }


def line_of(kept: Any) -> Line:
    """A line out of a draft."""
    point, kk, ru, criterion = kept["words"]
    words = EntryWords(point, kk, ru, Criterion(criterion) if criterion else None)
    return Line(Deed(kept["deed"]), words, kept["entry"])


class Lines(QWidget):
    """The lines of an order: Ins adds an entry, Enter changes a line, Del takes a line back.

    `standing` gives the entries that can be changed or ended; without it the order only adds.
    """

    textEdited = Signal(str)

    def __init__(self, desk: "Desk", standing: "Callable[[], Iterable[EntryRow]] | None" = None) -> None:
        super().__init__()
        self._desk, self._standing = desk, standing
        self._lines: list[Line] = []
        self.list = _List()
        self.add_button = PlainButton(_("Add an entry…"), "Ins")
        self.change_button = PlainButton(_("Change an entry…"))
        self.end_button = PlainButton(_("End an entry…"))
        self.drop_button = PlainButton(_("Take the line back"), "Del")
        self._lay_out()

    # --- a field ---

    def value(self) -> tuple[Line, ...]:
        """The lines in their order."""
        return tuple(self._lines)

    def show_value(self, value: Iterable[Line]) -> None:
        """Show these lines and no others."""
        self._lines = list(value)
        self.list.clear()
        for line in self._lines:
            self.list.addItem(_said(line))
        if self._lines:
            self.list.setCurrentRow(len(self._lines) - 1)
        self.drop_button.setEnabled(bool(self._lines))

    def problem(self) -> str:
        """Whether the lines will do the order says when it is saved."""
        return ""

    # --- steps ---

    def add(self) -> None:
        """A new entry."""
        form = EntryForm(self._desk, self.window(), _("New entry of the list"))
        form.saved.connect(lambda words: self._taken(Line(Deed.ADD, words)))
        self._open(form)

    def change(self) -> None:
        """Other words for an entry that stands."""
        self._choose(_("Which entry does the order change?"), self._change)

    def end(self) -> None:
        """An entry that stands no more."""
        self._choose(
            _("Which entry does the order end?"),
            lambda row: self._taken(Line(Deed.END, words_of(row), row.id)),
        )

    def edit(self) -> None:
        """The words of the line that the keys are on."""
        at = self.list.currentRow()
        if at < 0 or self._lines[at].deed is Deed.END:
            return
        line = self._lines[at]
        form = EntryForm(self._desk, self.window(), _said(line), line.words)
        form.saved.connect(lambda words: self._replace(at, Line(line.deed, words, line.entry_id)))
        self._open(form)

    def take_back(self) -> None:
        """Leave out the line that the keys are on; nothing has been written yet."""
        at = self.list.currentRow()
        if at >= 0:
            self.show_value([*self._lines[:at], *self._lines[at + 1 :]])
            self.textEdited.emit("")

    def _change(self, row: "EntryRow") -> None:
        form = EntryForm(
            self._desk,
            self.window(),
            _("The entry {point} from this order on").format(point=row.point),
            words_of(row),
        )
        form.saved.connect(lambda words: self._taken(Line(Deed.CHANGE, words, row.id)))
        self._open(form)

    def _choose(self, title: str, does: "Callable[[EntryRow], None]") -> None:
        named = {line.entry_id for line in self._lines}
        rows = [row for row in (self._standing() if self._standing else ()) if row.id not in named]
        form = _EntryChoice(self._desk, self.window(), title, rows)
        form.saved.connect(does)
        self._open(form)

    def _open(self, form: FormDialog) -> None:
        form.finished.connect(lambda _how: self.list.setFocus())
        form.open()

    def _taken(self, line: Line) -> None:
        self.show_value([*self._lines, line])
        self.textEdited.emit("")

    def _replace(self, at: int, line: Line) -> None:
        self.show_value([*self._lines[:at], line, *self._lines[at + 1 :]])
        self.list.setCurrentRow(at)
        self.textEdited.emit("")

    def _lay_out(self) -> None:
        self.setFocusProxy(self.list)
        buttons = QHBoxLayout()
        does = (
            (self.add_button, self.add),
            (self.change_button, self.change),
            (self.end_button, self.end),
            (self.drop_button, self.take_back),
        )
        for button, step in does:
            button.setAutoDefault(False)
            button.clicked.connect(step)
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.change_button, self.end_button):
            button.setVisible(self._standing is not None)
        self.drop_button.setEnabled(False)
        self.list.added.connect(self.add)
        self.list.opened.connect(self.edit)
        self.list.dropped.connect(self.take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addLayout(buttons)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)


class _List(QListWidget):
    """The lines; Tab goes on to the buttons."""

    added, opened, dropped = Signal(), Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rows")  # for its style
        self.setItemDelegate(CalmRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(self.fontMetrics().height() * 1.65) * _ROWS)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(self, 10), round(self.fontMetrics().height() * 1.65) * 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_Insert: self.added,
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Delete: self.dropped,
        }
        if (does := keys.get(Qt.Key(event.key()))) is not None and not event.modifiers():
            does.emit()
        else:
            super().keyPressEvent(event)


class _EntryChoice(FormDialog):
    """Which of the entries in force; `saved` gives its row."""

    def __init__(self, desk: "Desk", parent: QWidget | None, title: str, rows: "list[EntryRow]") -> None:
        super().__init__(desk, parent, title, 56)
        self._rows = {wording.entry(row): row for row in rows}
        self.field = _EntryField(list(self._rows))
        self.add("entry", _("Entry of the list"), self.field)
        self.save_button.set_text(_("Take over"), "Ctrl+S")
        self.field.setFocus()

    def save(self, _reason: str) -> object:
        """Hand the entry over."""
        return self._rows[self.field.value()]


class _EntryField(TextField):
    """Completes an entry by its point and words."""

    def __init__(self, labels: list[str]) -> None:
        super().__init__(self._fitting)
        self._all = labels

    def value(self) -> str:
        """The line of the entry, '' while the words name none or several."""
        typed = self.text().strip()
        if typed in self._all:
            return typed
        by_point = [label for label in self._all if label.partition(" · ")[0] == typed]
        found = by_point or (self._fitting(typed) if typed else [])
        return found[0] if len(found) == 1 else ""

    def problem(self) -> str:
        if self.value():
            return ""
        return _("The list in force has no such entry. Choose one from the list (Alt+Down).")

    def _fitting(self, typed: str) -> list[str]:
        from dspdesk.language.folding import are_begun, words

        wanted = words(typed)
        return [label for label in self._all if are_begun(wanted, words(label))]


def _said(line: Line) -> str:
    words = line.words
    text = (
        (words.text_kk or words.text_ru) if current_language() == "kk" else (words.text_ru or words.text_kk)
    )
    return _(_SAYS[line.deed]).format(entry=f"{words.point} · {text}")
