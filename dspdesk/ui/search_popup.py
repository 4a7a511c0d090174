"""What a search has found, below its field."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language.catalogue import _, ngettext
from dspdesk.language.dates import short
from dspdesk.queries.search import Hit
from dspdesk.ui import theme, wording
from dspdesk.ui.widgets.basics import Caption

MOST = 200
STATE_WIDTH = 10  # ems
HIT = Qt.ItemDataRole.UserRole  # the whole Hit, for painting and for going there
_INDEX = QModelIndex()


class SearchPopup(QFrame):
    """Up to 200 entries; it lies over the window and never takes the keys."""

    def __init__(self, window: QWidget, field: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._field = field
        self.setObjectName("popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits = HitModel(self)
        self.view = QListView()
        self.view.setAccessibleName(_("Found"))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setModel(self.hits)
        self.view.setItemDelegate(HitDelegate(self.view))
        self.count = Caption()
        column = QVBoxLayout(self)
        pad = theme.em(self, 0.5)
        column.setContentsMargins(pad, pad, pad, pad)
        column.addWidget(self.count)
        column.addWidget(self.view, 1)
        window.installEventFilter(self)
        self.hide()

    def show_hits(self, hits: list[Hit]) -> None:
        """Show these, the first one chosen."""
        self.hits.show(hits)
        self.view.setVisible(bool(hits))
        if hits:
            self.view.setCurrentIndex(self.hits.index(0))
        self.count.setText(_count(len(hits)))
        self.place()
        self.show()
        self.raise_()

    def walk(self, event: QKeyEvent) -> None:
        """Let the keys of the field move the choice."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        row = self.view.currentIndex().row() + by[Qt.Key(event.key())]
        row = min(max(row, 0), self.hits.rowCount() - 1)
        self.view.setCurrentIndex(self.hits.index(row))

    def place(self) -> None:
        """Lie below the field, as wide as a line needs, as high as there is room."""
        window = self._window
        at = self._field.mapTo(
            window, QPoint(self._field.width(), self._field.height() + theme.em(self, 0.3))
        )
        width = min(theme.em(self, 58), window.width() - theme.em(self, 2))
        left = max(at.x() - width, theme.em(self, 1))
        rows = self.hits.rowCount() * self.view.sizeHintForRow(0) if self.hits.rowCount() else 0
        height = min(rows + theme.em(self, 3.4), window.height() - at.y() - theme.em(self, 3))
        self.setGeometry(left, at.y(), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)


class HitModel(QAbstractListModel):
    """What was found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []

    def show(self, hits: list[Hit]) -> None:
        """Show these."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _INDEX) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        if role == HIT:
            return self._hits[index.row()]
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return ", ".join(part for part in _words(self._hits[index.row()]) if part)


class HitDelegate(QStyledItemDelegate):
    """A hit in two lines: number, sender and date; below, its journal, its matter and its state."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * 2.7))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        number, journal, sender, matter, day, state = _words(index.data(HIT))
        colours, rect = theme.tokens(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.selection)
            painter.drawRoundedRect(rect.toRectF().adjusted(0, 1, 0, -1), 5, 5)
        pad, line = round(option.fontMetrics.height() * 0.5), option.fontMetrics.height()
        first = QRect(rect.x() + pad, rect.y() + line // 4, rect.width() - 2 * pad, line)
        second = first.translated(0, round(line * 1.1))
        wide = theme.em(option.widget, 11)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colours.text)
        _draw(painter, first, number, 0, wide)
        font.setBold(False)
        painter.setFont(font)
        _draw(painter, first, sender, wide, first.width() - wide - theme.em(option.widget, 7))
        painter.setPen(colours.muted)
        _draw(
            painter,
            first,
            day,
            first.width() - theme.em(option.widget, 6.5),
            theme.em(option.widget, 6.5),
            right=True,
        )
        _draw(painter, second, journal, 0, wide)
        _draw(painter, second, matter, wide, second.width() - wide - theme.em(option.widget, STATE_WIDTH))
        _draw(
            painter,
            second,
            state,
            second.width() - theme.em(option.widget, STATE_WIDTH),
            theme.em(option.widget, STATE_WIDTH),
            right=True,
        )
        painter.restore()


def _draw(painter: QPainter, line: QRect, text: str, left: int, width: int, *, right: bool = False) -> None:
    gap = painter.fontMetrics().averageCharWidth()
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width - gap)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    space = QRect(line.x() + left, line.y(), width, line.height())
    painter.drawText(space, side | Qt.AlignmentFlag.AlignVCenter, words)


def _words(hit: Hit) -> tuple[str, str, str, str, str, str]:
    sender = f"{hit.correspondent} · {hit.their_number}" if hit.their_number else hit.correspondent
    return (
        _("№ {number}").format(number=hit.number.with_mark(hit.language)),
        wording.journal_name(hit.kind, hit.year),
        sender,
        hit.summary,
        short(hit.date) if hit.date else "",
        wording.item_state(hit.state),
    )


def _count(number: int) -> str:
    if not number:
        return _("Nothing found. Fewer or shorter words find more.")
    if number >= MOST:
        return _("The first {n} found. Another word finds fewer.").format(n=MOST)
    return ngettext("{n} entry found", "{n} entries found", number).format(n=number)
