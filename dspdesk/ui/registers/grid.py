"""The grid of a register that is held in memory; it looks like the grid of a journal."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from dspdesk.language.catalogue import _
from dspdesk.ui import theme
from dspdesk.ui.registers.model import RegisterModel
from dspdesk.ui.registers.widths import Wanted, shared
from dspdesk.ui.widgets.cut_words import show_whole

_LEAST = 10  # ems that the column which takes the rest never falls below
_FAIR = 18  # ems of its words for which titles of others are cut
_SHORT = 5.5  # ems of a title that is cut
_BESIDE, _ARROW = 1.8, 0.6  # ems of a head beside its title, and of the arrow where rows are ordered by it
_PAD = 0.6  # on either side of a cell's text, in ems
_MEASURED = 200  # rows whose words are measured: a few milliseconds


class RegisterGrid(QTableView):
    """Rows of a register; the place knows which."""

    opened = Signal()  # Enter or a double click on a row
    chosen = Signal()  # the keys are on another row

    def __init__(self, model: RegisterModel[Any], name: str) -> None:
        super().__init__()
        self._rows = model
        self._stretched = next(at for at, column in enumerate(model.columns) if column.stretch)
        self._needs = [0] * len(model.columns)
        self._sharing = self._by_hand = False  # somebody has drawn a column wider: theirs stay as they are
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_Cell(self))
        self._set_up()

    def go_to_row(self, row: int) -> None:
        """Put the keys on a row and bring it into view."""
        if 0 <= row < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(row, 0))

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
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 1.65))
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setSortIndicatorShown(True)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._sort)
        self._show_order()
        head.sectionResized.connect(self._drawn)
        self._rows.filled.connect(self._measure)
        self._share()
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def _measure(self) -> None:
        """How wide the words of each column are."""
        wide, pads = self.fontMetrics().horizontalAdvance, theme.em(self, 2 * _PAD) + 2
        rows = self._rows.rows[:_MEASURED]
        self._needs = [
            max((wide(column.text(row)) for row in rows), default=0) + pads for column in self._rows.columns
        ]
        self._share()

    def _share(self) -> None:
        """Give each column its part of the width there is."""
        self._sharing = True
        if self._by_hand:
            others = sum(self.columnWidth(at) for at in range(len(self._needs)) if at != self._stretched)
            left = max(self.viewport().width() - others, theme.em(self, _LEAST))
            self.setColumnWidth(self._stretched, left)
        else:
            wanted = [self._wanted(at) for at in range(len(self._needs))]
            fair, least = theme.em(self, _FAIR), theme.em(self, _LEAST)
            widths = shared(self.viewport().width(), wanted, self._stretched, fair, least)
            for at, width in enumerate(widths):
                self.setColumnWidth(at, width)
        self._shorten()
        self._sharing = False

    def _shorten(self) -> None:
        """Where a title does not fit, its short form stands."""
        columns = enumerate(self._rows.columns)
        self._rows.shorten(
            frozenset(at for at, one in columns if self._head(one.title, at) > self.columnWidth(at))
        )

    def _head(self, title: str, position: int) -> int:
        """How wide a title is with what stands beside it."""
        arrow = _ARROW if position == self._rows.order else 0.0
        return self.fontMetrics().horizontalAdvance(_(title)) + theme.em(self, _BESIDE + arrow)

    def _wanted(self, position: int) -> Wanted:
        column = self._rows.columns[position]
        title = self.fontMetrics().horizontalAdvance(_(column.title)) + theme.em(self, _BESIDE + _ARROW)
        short = self._head(column.short, position) if column.short else theme.em(self, _SHORT)
        return Wanted(title, self._needs[position], theme.em(self, column.width), short)

    def _drawn(self, _position: int, _before: int, _now: int) -> None:
        self._by_hand = self._by_hand or not self._sharing
        if not self._sharing:
            self._shorten()

    def _sort(self, position: int) -> None:
        again = position == self._rows.order
        self._keeping_row(
            lambda: self._rows.sort_by(position, descending=again and not self._rows.descending)
        )
        self._show_order()
        self._share()

    def _keeping_row(self, does: Any) -> None:
        index = self.currentIndex()
        kept = self._rows.rows[index.row()] if index.isValid() else None
        does()
        self.go_to_row(self._rows.rows.index(kept) if kept is not None else 0)

    def _show_order(self) -> None:
        way = Qt.SortOrder.DescendingOrder if self._rows.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(self._rows.order, way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().isValid():
                self.opened.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            event.accept()  # nothing is ever deleted
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._rows.rowCount():
            last = self._rows.rowCount() - 1  # as in a journal: the first and the last row
            at = last if event.key() == Qt.Key.Key_End else 0
            self.setCurrentIndex(self._rows.index(at, max(self.currentIndex().column(), 0)))
        elif event.key() == Qt.Key.Key_F4:
            self._sort(max(self.currentIndex().column(), 0))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here, as in a journal: Ctrl+F filters."""

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


class _Cell(QStyledItemDelegate):
    def __init__(self, view: RegisterGrid) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * 1.65))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, current = theme.tokens(), self._view.currentIndex()
        rect: QRect = option.rect
        if index.row() == current.row():
            painter.fillRect(rect, colours.selection)
            if index.column() == current.column() and self._view.hasFocus():
                painter.setPen(QPen(colours.accent, 1))
                painter.drawRect(rect.adjusted(0, 0, -1, -1))
        pad = self._pad()
        space = rect.adjusted(pad, 0, -pad, 0)
        words = option.fontMetrics.elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, space.width()
        )
        right = self._view.model().columns[index.column()].right  # type: ignore[attr-defined]
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setPen(colours.text)
        painter.drawText(space, side | Qt.AlignmentFlag.AlignVCenter, words)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the whole text of a cell that had to be cut."""
        show_whole(view, event.globalPos(), str(index.data() or ""), option.rect.width() - 2 * self._pad())
        return True

    def _pad(self) -> int:
        return theme.em(self._view, _PAD)
