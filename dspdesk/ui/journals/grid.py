"""The grid of a journal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QMenu, QTableView

from dspdesk.language.catalogue import _
from dspdesk.ui import keys, theme
from dspdesk.ui.journals.columns import Column
from dspdesk.ui.journals.delegate import CellDelegate
from dspdesk.ui.journals.header import FilterHeader
from dspdesk.ui.journals.look import Arrangement
from dspdesk.ui.journals.model import JournalModel

if TYPE_CHECKING:
    from dspdesk.desk import Desk

WIDEST_TITLE = 10  # ems of a column that its name may ask for
PLENTY, MOST_GROWTH = 26, 12  # ems: the summary beyond which another column grows, and by how much at most
LEAST_SUMMARY = 12  # ems that are left to the summary in the narrowest window
LEAST_POINTS, MOST_POINTS = 7.0, 26.0


class JournalGrid(QTableView):
    """Rows of one journal; it knows how to show them, the place knows which."""

    opened = Signal(int)  # an entry, by Enter or a double click
    chosen = Signal(int)  # the entry the keys are on, 0 for none
    sort_asked = Signal(str)
    resized_text = Signal(float)
    arranged = Signal()  # a person has moved, shown, hidden or resized a column
    columns_asked = Signal()  # the list of columns is asked for

    def __init__(self, desk: "Desk", columns: Sequence[Column], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.entries = JournalModel(desk, columns, self)
        self.head = FilterHeader(columns, self)
        self.setHorizontalHeader(self.head)
        self._painter = CellDelegate(self, self.entries)
        self.setModel(self.entries)
        self.setItemDelegate(self._painter)
        self.entries.modelReset.connect(self._painter.forget)
        self._stretched = next(i for i, column in enumerate(columns) if column.stretch)
        self._growing = next(i for i, column in enumerate(columns) if column.grows)
        self._dragged: set[int] = set()  # columns whose width a person has set
        self._fitting = self._arranging = False
        self._asked: set[int] = set()  # columns that a person asked for: they do not step back
        self._shown = {place for place, column in enumerate(columns) if column.shown}
        self._natural = [self._first_width(position) for position in range(len(columns))]
        self._widths = list(self._natural)
        self._set_up()
        self._set_widths()

    def current_id(self) -> int:
        """The entry the keys are on, 0 for none."""
        index = self.currentIndex()
        return self.entries.ids[index.row()] if index.isValid() else 0

    def go_to(self, item_id: int) -> bool:
        """Put the keys on an entry and bring it into view; False when it is not among those shown."""
        row = self.entries.row_of(item_id)
        if row < 0:
            return False
        index = self.entries.index(row, self._column())
        self.setCurrentIndex(index)
        seen = self.viewport().rect().contains(self.visualRect(index))
        if not seen:
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def first_row(self) -> None:
        """Put the keys on the first row."""
        if self.entries.rowCount():
            self.setCurrentIndex(self.entries.index(0, self._column()))

    def zoom(self, points: float) -> None:
        """Show the rows in another size; columns grow with their text."""
        before = self.font().pointSizeF()
        points = min(max(points, LEAST_POINTS), MOST_POINTS)
        font = self.font()
        font.setPointSizeF(points)
        self.setFont(font)
        self.head.setFont(font)
        self._widths = [round(width * points / before) for width in self._widths]
        self._natural = [round(width * points / before) for width in self._natural]
        self._remeasure()
        self._set_widths()
        self.resized_text.emit(points)

    def widen(self, column: Column, width: float) -> None:
        """Give a column so many ems, unless a person has given it another width."""
        position = self.entries.columns.index(column)
        wanted = self._natural[position] = max(theme.em(self, width), self._first_width(position))
        if position not in self._dragged and self._widths[position] != wanted:
            self._widths[position] = wanted
            self._set_widths()

    def arrangement(self) -> Arrangement:
        """The columns as they stand now."""
        columns, em = self.entries.columns, theme.em(self, 1)
        return Arrangement(
            order=tuple(columns[self.head.logicalIndex(visual)].key for visual in range(len(columns))),
            hidden=frozenset(column.key for at, column in enumerate(columns) if at not in self._shown),
            widths={columns[at].key: round(self._widths[at] / em, 1) for at in sorted(self._dragged)},
        )

    def arrange(self, wanted: Arrangement) -> None:
        """Show these columns in this order; the rows stay as they are. What is not named follows in the first order."""
        columns, em = self.entries.columns, theme.em(self, 1)
        self._arranging = True
        hidden = wanted.hidden if wanted.order else {column.key for column in columns if not column.shown}
        self._shown = {at for at, column in enumerate(columns) if column.stretch or column.key not in hidden}
        self._asked = {at for at in self._shown if not columns[at].shown}
        places = {column.key: at for at, column in enumerate(columns)}
        for visual, key in enumerate(dict.fromkeys((*wanted.order, *places))):
            self.head.moveSection(self.head.visualIndex(places[key]), visual)
        self._dragged = {places[key] for key in wanted.widths} - {self._stretched}
        self._widths = [
            round(wanted.widths[column.key] * em) if at in self._dragged else self._natural[at]
            for at, column in enumerate(columns)
        ]
        self._set_widths()
        self._arranging = False

    def column_menu(self) -> QMenu:
        """Which columns are shown, and the way to their list."""
        menu = QMenu(_("Columns"), self)
        for position, column in enumerate(self.entries.columns):
            action = menu.addAction(_(column.title))
            action.setCheckable(True)
            action.setChecked(position in self._shown)
            action.setEnabled(not column.stretch)
            action.toggled.connect(lambda shown, at=position: self._show_column(at, shown=shown))
        menu.addSeparator()
        menu.addAction(f"{_('Columns…')}\t{keys.COLUMNS.keys}", self.columns_asked.emit)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            event.accept()  # nothing is ever deleted
        elif key == Qt.Key.Key_F4:
            self._sort(self.currentIndex().column())
        elif (
            key in {Qt.Key.Key_Home, Qt.Key.Key_End}
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self._to_end(last=key == Qt.Key.Key_End)
        elif control and key in _ZOOM:
            by = _ZOOM[Qt.Key(key)]
            self.zoom(self.font().pointSizeF() + by if by else QApplication.font().pointSizeF())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: Qt would walk through all the rows. Ctrl+F filters."""

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self._painter.current = (current.row(), current.column())
        if current.isValid() and self.head.current != current.column():
            self.head.current = current.column()
            self.head.viewport().update()
        if current.row() != previous.row() or not current.isValid():
            self.chosen.emit(self.current_id())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and hasattr(self, "_painter"):
            self._remeasure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _column(self) -> int:
        """The column the keys are on; it outlives the rows."""
        known = self.head.current
        return known if known >= 0 and not self.isColumnHidden(known) else self.head.logicalIndex(0)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._painter.row_height)
        self.head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.head.customContextMenuRequested.connect(
            lambda at: self.column_menu().popup(self.head.mapToGlobal(at))
        )
        self.head.sectionClicked.connect(self._sort)
        self.head.sectionResized.connect(self._width_changed)
        self.head.sectionMoved.connect(lambda *_moved: None if self._arranging else self.arranged.emit())
        self.head.left.connect(self.setFocus)
        self.horizontalScrollBar().valueChanged.connect(self.head.place_fields)
        self.doubleClicked.connect(self._open)

    def _first_width(self, position: int) -> int:
        """As wide as its cells need, and as its name does in this language within reason."""
        title = min(self.head.title_width(position), theme.em(self, WIDEST_TITLE))
        return max(theme.em(self, self.entries.columns[position].width), title)

    def _set_widths(self) -> None:
        self._fitting = True
        for position, width in enumerate(self._widths):
            self.setColumnWidth(position, width)
        self._fitting = False
        self._fit()

    def _show_column(self, position: int, *, shown: bool) -> None:
        (self._shown.add if shown else self._shown.discard)(position)
        (self._asked.add if shown else self._asked.discard)(position)
        self._fit()
        self.arranged.emit()

    def _width_changed(self, position: int, before: int, after: int) -> None:
        self._painter.forget()
        if after and position != self._stretched and not self._fitting:
            self._widths[position] = after
            self._dragged.add(position)
            self._fit()
            self.arranged.emit()

    def _fit(self) -> None:
        """Give the summary all the width that the others leave; when it is too little, spare columns step back."""
        if self._fitting:
            return
        self._fitting = True
        shown = self._that_fit(self.viewport().width() - self._widths[self._stretched])
        for position in range(self.entries.columnCount()):
            if self.isColumnHidden(position) is (position in shown):
                self.setColumnHidden(position, position not in shown)
        others = sum(self._widths[i] for i in shown if i != self._stretched)
        left = self._grow(self.viewport().width() - others)
        self.setColumnWidth(self._stretched, max(left, theme.em(self, LEAST_SUMMARY)))
        self._fitting = False
        self.head.place_fields()

    def _grow(self, left: int) -> int:
        """Let another column have some of what the summary can spare; answers with what it keeps."""
        spare = min(max(left - theme.em(self, PLENTY), 0) // 2, theme.em(self, MOST_GROWTH))
        if self._growing in self._dragged:
            spare = 0
        self.setColumnWidth(self._growing, self._widths[self._growing] + spare)
        return left - spare

    def _that_fit(self, room: int) -> set[int]:
        columns, shown = self.entries.columns, set(self._shown)
        filtered = {key for key, _text in self.head.filters()}
        spare = (i for i in shown - self._asked if columns[i].spare and columns[i].key not in filtered)
        for position in sorted(spare, key=lambda i: columns[i].spare):
            if sum(self._widths[i] for i in shown if i != self._stretched) <= room:
                break
            shown.discard(position)
        return shown

    def _remeasure(self) -> None:
        self._painter.measure()
        self.verticalHeader().setDefaultSectionSize(self._painter.row_height)
        self.head.updateGeometries()
        self._fit()
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.entries.ids[index.row()])

    def _sort(self, position: int) -> None:
        if position >= 0 and (order := self.entries.columns[position].sort):
            self.sort_asked.emit(order)

    def _to_end(self, *, last: bool) -> None:
        if rows := self.entries.rowCount():
            self.setCurrentIndex(self.entries.index(rows - 1 if last else 0, self._column()))


_ZOOM = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0, Qt.Key.Key_0: 0.0}
