"""Painting of the cells: elided once, laid out once, then only put on the screen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from dspdesk.law.kinds import ItemState
from dspdesk.ui import theme
from dspdesk.ui.journals.columns import STATE
from dspdesk.ui.journals.model import JournalModel
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.cut_words import show_whole

CELLS_KEPT = 12_000
PAD = 0.6  # on either side of a cell's text, in ems

GONE = frozenset(
    {ItemState.ANNULLED, ItemState.DESTROYED, ItemState.CARRIED_OVER, ItemState.SENT_BACK, ItemState.SEIZED}
)

Cell = tuple[QStaticText, QPen]


class CellDelegate(QStyledItemDelegate):
    """Paints a cell from its row. Laid-out texts are kept by entry and column until the column's width changes."""

    def __init__(self, view: QAbstractItemView, model: JournalModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._cells: dict[tuple[int, int], Cell] = {}
        self._laid: dict[tuple[int, str], QStaticText] = {}
        self._texts = [column.text for column in model.columns]
        self._state_column = model.columns.index(STATE)
        self.current = (-1, -1)
        self.measure()

    def measure(self) -> None:
        """Take the font and the colours of the view anew."""
        self._font = self._view.font()
        self._metrics = QFontMetrics(self._font)
        self.pad = theme.em(self._view, PAD)
        self.row_height = round(self._metrics.height() * 1.55)
        self._down = (self.row_height - self._metrics.height()) // 2
        colours = theme.tokens()
        self._pens = {tone: QPen(colours.tone(tone)) for tone in Tone}
        self._gone = QPen(colours.faded)
        self._chosen = colours.selection
        self._ring = QPen(colours.accent, 1)
        self.forget()

    def forget(self) -> None:
        """Drop the laid-out texts: widths or rows have changed."""
        self._cells.clear()
        self._laid.clear()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row, column = index.row(), index.column()
        rect = option.rect
        key = (self._model.ids[row], column)
        cell = self._cells.get(key) or self._lay_out(key, row, column, rect.width())
        text, pen = cell
        if row == self.current[0]:
            painter.fillRect(rect, self._chosen)
            if column == self.current[1] and self._view.hasFocus():
                painter.setPen(self._ring)
                painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setPen(pen)
        painter.drawStaticText(rect.x() + self.pad, rect.y() + self._down, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.em(self._view, self._model.columns[index.column()].width), self.row_height)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the whole text of a cell that had to be cut."""
        text = self._model.cell(index.row(), index.column()) if index.isValid() else ""
        show_whole(view, event.globalPos(), text, option.rect.width() - 2 * self.pad)
        return True

    def _lay_out(self, key: tuple[int, int], row: int, column: int, width: int) -> Cell:
        if len(self._cells) > CELLS_KEPT:
            self.forget()
        entry = self._model.entry(row)
        gone = entry.state in GONE
        if column == self._state_column:
            state = self._model.state(entry)
            words, pen = state.text, self._pens[state.tone]
        else:
            words, pen = self._texts[column](entry), self._pens[Tone.PLAIN]
        cell = self._cells[key] = (self._laid_out(column, words, width), self._gone if gone else pen)
        return cell

    def _laid_out(self, column: int, words: str, width: int) -> QStaticText:
        """A text cut to its column; the same words in a column are laid out once."""
        text = self._laid.get((column, words))
        if text is None:
            room = width - 2 * self.pad
            text = QStaticText(self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
            text.setTextFormat(Qt.TextFormat.PlainText)
            self._laid[column, words] = text
        return text
