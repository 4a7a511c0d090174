"""What an import found or did: the counts, and the rows held back with their reasons."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language.catalogue import _, ngettext
from dspdesk.ui import ask, printing, theme, wording
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Heading, Note, Panel, PlainButton, PlainLabel, Title, set_tone
from dspdesk.ui.wizards.column_heads import letter

if TYPE_CHECKING:
    from dspdesk.procedures.importing import HeldBackRow, Imported


class ImportResult(QWidget):
    """Counts above, rows held back below; the list of these can be copied and printed, to be put right in the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.headline = Note()
        self.counts: dict[str, Title] = {}
        self.table = _table()
        self.copy = PlainButton(_("Copy the list"), "Ctrl+C")
        self.print = PlainButton(_("Print the list…"))
        self._held = Panel()
        self._file = ""
        self._rows: tuple[HeldBackRow, ...] = ()
        self._stand: dict[tuple[str, int], tuple[str, ...]] = {}
        self._headings: list[str] = []
        self.row = RowPanel()
        self._lay_out()

    def show_found(self, file: str, found: "Imported", *, done: bool) -> None:
        """Show what was found, or what was done."""
        self._file, self._rows, self._stand = file, found.held_back, {}
        self._say(file, found, done=done)
        first, last = (str(number) if number else "–" for number in (found.first, found.last))
        values = {
            "rows": wording.grouped(found.imported),
            "numbers": f"{first} – {last}",
            "lettered": wording.grouped(found.lettered),
            "skipped": wording.grouped(found.skipped),
            "held": wording.grouped(len(found.held_back)),
        }
        for name, value in values.items():
            self.counts[name].setText(value)
        self._fill(found.held_back)

    def say(self, words: str) -> None:
        """Say something else at the top."""
        self.headline.setText(words)

    def show_rows(self, stand: "dict[tuple[str, int], tuple[str, ...]]", headings: list[str]) -> None:
        """The rows held back as they stand in the sheet, by sheet and number: the one chosen is shown below."""
        self._stand, self._headings = stand, headings
        self._show_row()

    def _show_row(self) -> None:
        """The row that the keys are on, as it stands in the sheet."""
        at = self.table.currentRow()
        held = self._rows[at] if 0 <= at < len(self._rows) else None
        texts = self._stand.get((held.sheet, held.row), ()) if held else ()
        self.row.show_row(held.row if held else 0, texts, self._headings)

    def copy_list(self) -> None:
        """Put the rows held back on the clipboard, as two columns."""
        QGuiApplication.clipboard().setText("\n".join(f"{row.row}\t{row.reason}" for row in self._rows))

    def print_list(self) -> None:
        """Print the rows held back."""
        if printing.printers():
            ask.printer(self.window(), self._send)
        else:
            text = _("This workstation has no printer that answers. Switch it on, or copy the list.")
            ask.tell(self.window(), _("No printer"), text)

    def _send(self, name: str) -> None:
        document = QTextDocument()
        lines = "\n".join(f"{row.row}. {row.reason}" for row in self._rows)
        document.setPlainText(f"{_('Rows held back')}: {self._file}\n\n{lines}")
        document.print_(printing.printer(name))

    def _say(self, file: str, found: "Imported", *, done: bool) -> None:
        set_tone(self.headline, Tone.GOOD if done else Tone.PLAIN)
        if done:
            words = ngettext(
                "{n} row of {file} is in the journal.",
                "{n} rows of {file} are in the journal.",
                found.imported,
            )
        elif found.imported:
            words = ngettext(
                "{n} row of {file} can be imported. Nothing is written yet.",
                "{n} rows of {file} can be imported. Nothing is written yet.",
                found.imported,
            )
        else:
            words = _("No row of {file} can be imported.")
        self.headline.setText(words.format(n=wording.grouped(found.imported), file=file))

    def _fill(self, rows: "tuple[HeldBackRow, ...]") -> None:
        self.table.setRowCount(len(rows))
        self.table.setCurrentCell(-1, -1)
        self.row.show_row(0, (), [])
        several = len({row.sheet for row in rows}) > 1
        for place, row in enumerate(rows):
            number = QTableWidgetItem(f"{row.sheet} · {row.row}" if several else str(row.row))
            self.table.setItem(place, 0, number)
            self.table.setItem(place, 1, QTableWidgetItem(row.reason))
        self._held.setVisible(bool(rows))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.em(self, 1.5))
        named = {
            "rows": _("good rows"),
            "numbers": _("first and last number"),
            "lettered": _("lettered"),
            "skipped": _("numbers skipped"),
            "held": _("held back"),
        }
        for place, (key, words) in enumerate(named.items()):
            self.counts[key] = Title("", factor=1.3)
            self.counts[key].setAccessibleDescription(words)
            grid.addWidget(self.counts[key], 0, place)
            grid.addWidget(Caption(words, wrap=True), 1, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        numbers = Panel()
        numbers.body.addWidget(self.headline)
        numbers.body.addLayout(grid)
        self._lay_out_held()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.9))
        column.addWidget(numbers)
        column.addWidget(self._held, 1)
        column.addStretch(0)

    def _lay_out_held(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Heading(_("Rows held back")), 1)
        for button, does in ((self.copy, self.copy_list), (self.print, self.print_list)):
            button.setAutoDefault(True)
            button.clicked.connect(does)
            head.addWidget(button)
        self._held.body.addLayout(head)
        words = _(
            "These rows stay out. Correct them in the sheet and bring them in by hand, or correct the sheet first. "
            "Choose one to see it."
        )
        self._held.body.addWidget(PlainLabel(words, wrap=True))
        self._held.body.addWidget(self.table, 3)
        self._held.body.addWidget(self.row, 4)
        self.table.currentCellChanged.connect(lambda *_where: self._show_row())
        self.table.copy_wanted = self.copy_list


class RowPanel(QWidget):
    """One row of a sheet: what stands in each of its columns, those with nothing in them left out."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading()
        self.cells = QTableWidget(0, 2)
        self.cells.horizontalHeader().hide()
        self.cells.verticalHeader().hide()
        self.cells.setShowGrid(False)
        self.cells.setWordWrap(True)
        self.cells.setTabKeyNavigation(False)
        self.cells.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.cells.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.cells.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.cells.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.cells.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.cells.setColumnWidth(0, theme.em(self, 20))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.cells, 1)
        self.hide()

    def show_row(self, number: int, texts: "tuple[str, ...]", headings: list[str]) -> None:
        """Show a row, or with no texts nothing."""
        title = _("Row {row} as it stands in the sheet").format(row=number)
        self.heading.setText(title)
        self.cells.setAccessibleName(title)
        filled = [(index, text) for index, text in enumerate(texts) if text]
        self.cells.setRowCount(len(filled))
        for place, (index, text) in enumerate(filled):
            name = headings[index] if index < len(headings) else ""
            label = QTableWidgetItem(f"{letter(index)}  {name}".strip())
            label.setForeground(theme.tokens().muted)
            self.cells.setItem(place, 0, label)
            self.cells.setItem(place, 1, QTableWidgetItem(text))
        self.setVisible(bool(filled))


class _HeldBack(QTableWidget):
    """The table of rows held back; Ctrl+C copies all of it."""

    copy_wanted = staticmethod(lambda: None)

    def keyPressEvent(self, event) -> None:  # noqa: ANN001
        from PySide6.QtGui import QKeySequence

        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted()
        else:
            super().keyPressEvent(event)


def _table() -> _HeldBack:
    table = _HeldBack(0, 2)
    table.setHorizontalHeaderLabels([_("Row"), _("Why")])
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(True)
    table.setAccessibleName(_("Rows held back"))
    return table
