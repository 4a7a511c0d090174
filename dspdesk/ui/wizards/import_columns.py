"""The second page of an import: the first rows as they stand in the sheet, and above each column what it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language.catalogue import _
from dspdesk.spreadsheets.mapping import LEAVE_OUT, Objection
from dspdesk.spreadsheets.reasons import objection_text
from dspdesk.ui import keys, theme
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Choice, Note, PlainButton, labelled
from dspdesk.ui.wizards.column_heads import ColumnHeads, letter

if TYPE_CHECKING:
    from dspdesk.spreadsheets.choice import ImportChoice

_WIDTH = 13  # ems of a column
_MOST_NOTES = 3


class ColumnsPage(QWidget):
    """Grid, choosers, the row of the first entry, and what stands against it as it is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice: ImportChoice | None = None
        self.start = Choice(_("The entries begin in row"))
        self.again = PlainButton(_("As recognised"))
        self.table = _Preview()
        self.heads = ColumnHeads(self.table)
        self.table.setHorizontalHeader(self.heads)
        self.binding, self.attention = Note(tone=Tone.BAD), Note(tone=Tone.WARNING)
        self._about = Caption(wrap=True)
        self._lay_out()

    def show_choice(self, choice: "ImportChoice") -> None:
        """Show a sheet with what its columns are said to be."""
        self._choice = choice
        fixed = not choice.alike()
        self._about.setText(
            _("The sheets have different columns. To change them, go back and choose one sheet.")
            if fixed
            else _("Say what each column is. Rows above the first entry are headings and are not brought in.")
        )
        self._fill()
        self.heads.show_columns(choice.fields, fixed=fixed)
        self._list_starts()
        self.start.setEnabled(not fixed)
        self._judge()

    def take_focus(self) -> None:
        """Put the keys on the first column that needs attention, else on the first."""
        if not self.heads.choosers:
            return
        found = self._choice.objections() if self._choice else []
        at = next((one.column for one in found if one.column is not None and one.binding), 0)
        self.heads.choosers[at or 0].setFocus()

    def passable(self) -> bool:
        """Whether nothing binding stands against going on."""
        return self._choice is not None and not any(one.binding for one in self._choice.objections())

    def _say(self, column: int, field: int) -> None:
        if self._choice is not None:
            self._choice.fields[column] = field
            self._judge()
            self._show_rows()

    def _begin_at(self, row: int) -> None:
        """The first entry stands in this row of the sheet."""
        if self._choice is None or not self.start.isEnabled() or row == self._choice.start:
            return
        self._choice.start = row
        self.start.setCurrentIndex(self.start.findData(row))
        self._judge()
        self._show_rows()

    def _as_recognised(self) -> None:
        if self._choice is not None:
            self._choice.proposed()
            self.show_choice(self._choice)
            self.take_focus()

    def _judge(self) -> None:
        """Say what stands against the mapping, at its column and below."""
        found = self._choice.objections() if self._choice else []
        notes: dict[int, tuple[Tone, str]] = {}
        for one in reversed(found):
            if one.column is not None:
                notes[one.column] = (_tone(one), objection_text(one))
        self.heads.show_notes(notes)
        self.binding.setText("\n".join(_words(one) for one in found if one.binding))
        others = [_words(one) for one in found if not one.binding]
        self.attention.setText("\n".join(_shortened(others)))
        self.attention.setToolTip("\n".join(others))
        for label in (self.binding, self.attention):
            label.setVisible(bool(label.text()))
        self.again.setEnabled(bool(self._choice and self._choice.by_hand()))
        self.changed.emit()

    # --- the rows ---

    def _fill(self) -> None:
        choice = self._choice
        if choice is None:
            return
        sheet = choice.sheet
        self.table.clear()
        self.table.setRowCount(len(sheet.rows))
        self.table.setColumnCount(sheet.width)
        for row, texts in enumerate(sheet.rows):
            self.table.setVerticalHeaderItem(row, QTableWidgetItem(str(sheet.first + row)))
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
        for column in range(sheet.width):
            self.table.setColumnWidth(column, theme.em(self, _WIDTH))
        self._show_rows()
        self.table.setCurrentCell(min(max(choice.start - sheet.first, 0), len(sheet.rows) - 1), 0)

    def _show_rows(self) -> None:
        """Headings and what is left out look as what they are."""
        choice = self._choice
        if choice is None:
            return
        colours = theme.tokens()
        plain, bold = self.table.font(), theme.scaled(self.table.font(), 1.0, bold=True)
        for row in range(self.table.rowCount()):
            above = choice.sheet.first + row < choice.start
            heading = above and choice.sheet.first + row >= (choice.sheet.heading or choice.start - 1)
            for column, field in enumerate(choice.fields):
                item = self.table.item(row, column) or QTableWidgetItem()
                item.setFont(bold if heading else plain)
                item.setBackground(colours.side if above else colours.panel)
                item.setForeground(colours.muted if above or field == LEAVE_OUT else colours.text)
                said = _("heading: {text}") if above else _("left out: {text}") if field == LEAVE_OUT else ""
                item.setData(
                    Qt.ItemDataRole.AccessibleTextRole, said.format(text=item.text()) if said else item.text()
                )

    def _list_starts(self) -> None:
        choice = self._choice
        if choice is None:
            return
        self.start.blockSignals(True)
        self.start.clear()
        last = choice.sheet.first + len(choice.sheet.rows)
        for row in sorted({*range(choice.sheet.first, last), choice.start}):
            self.start.addItem(str(row), row)
        self.start.setCurrentIndex(self.start.findData(choice.start))
        self.start.blockSignals(False)

    def _bring_into_view(self, column: int) -> None:
        row = max(self.table.currentRow(), 0)
        self.table.scrollTo(self.table.model().index(row, column), QAbstractItemView.ScrollHint.EnsureVisible)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.em(self, 1))
        head.addWidget(self._about, 1)
        head.addWidget(self.again, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(labelled(_("The entries begin in row"), self.start))
        board = QFrame()
        board.setObjectName("board")
        inside = QVBoxLayout(board)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.7))
        column.addLayout(head)
        column.addWidget(board, 1)
        column.addWidget(self.binding)
        column.addWidget(self.attention)
        self.heads.said.connect(self._say)
        self.heads.entered.connect(self._bring_into_view)
        self.table.horizontalScrollBar().valueChanged.connect(self.heads.place)
        self.table.begin_wanted.connect(lambda row: self._begin_at(row + self._first()))
        self.start.currentIndexChanged.connect(lambda _at: self._begin_at(self.start.currentData()))
        self.again.clicked.connect(self._as_recognised)

    def _first(self) -> int:
        return self._choice.sheet.first if self._choice else 1


class _Preview(QTableWidget):
    """The rows of a sheet, to look at; Space says that the entries begin here."""

    begin_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("The first rows of the sheet"))
        self.setAccessibleDescription(_(keys.BEGIN_HERE.does))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            self.begin_wanted.emit(self.currentRow())
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # steps of the wizard
        else:
            super().keyPressEvent(event)


def _tone(one: Objection) -> Tone:
    return Tone.BAD if one.binding else Tone.WARNING


def _words(one: Objection) -> str:
    text = objection_text(one)
    if one.column is None:
        return text
    return _("Column {letter}: {text}").format(letter=letter(one.column), text=text)


def _shortened(lines: list[str]) -> list[str]:
    if len(lines) <= _MOST_NOTES:
        return lines
    more = len(lines) - _MOST_NOTES + 1
    return [*lines[: _MOST_NOTES - 1], _("and {n} more").format(n=more)]
