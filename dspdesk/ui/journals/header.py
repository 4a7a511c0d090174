"""Heads of the columns, and under each the field that filters by it."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QCompleter, QHeaderView, QLineEdit, QMenu, QWidget

from dspdesk.language.catalogue import N_, _
from dspdesk.queries.filters import STATE_NAMES
from dspdesk.ui import theme
from dspdesk.ui.journals.columns import STATE, Column
from dspdesk.ui.widgets.basics import repolish

DEBOUNCE = 250  # milliseconds from the last letter to the question
_KINDS = {
    **dict.fromkeys(("date", "their_date", "due_on", "signed_on"), "dates"),
    **dict.fromkeys(("number", "sheets", "copies"), "counts"),
    "state": "states",
}
_HELP = {
    "dates": N_("Dates: 18.11.2026, 11.2026, 2026, 01.11-18.11. “=” empty, “!=” not empty."),
    "counts": N_("Numbers: 12, 100-200, >10. “=” empty, “!=” not empty."),
    "states": N_("A state; Alt+Down lists them. “!” leaves such entries out."),
    "words": N_("Words or their beginnings. “!” leaves such entries out, “=” empty, “!=” not empty."),
}


class FilterField(QLineEdit):
    """The filter of one column. Enter and Down go to the rows, Esc empties it and then goes there too."""

    leave = Signal()

    def __init__(self, column: Column, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = column.key
        kind = _KINDS.get(column.key, "words")
        self.setPlaceholderText(
            {"words": _("contains…"), "dates": _("filter"), "states": "Alt+↓"}.get(kind, "")
        )
        self.setAccessibleName(_("Filter: {column}").format(column=_(column.title)))
        self.setAccessibleDescription(_(_HELP[kind]))
        self.setToolTip(_(_HELP[kind]))
        self.textChanged.connect(self._mark)
        if column.key == STATE.key:
            self._complete_states()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.key == STATE.key:
                self._list_states()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.leave.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if not self.text():
                self.leave.emit()
            self.clear()
        else:
            super().keyPressEvent(event)

    def state_menu(self) -> QMenu:
        """The states there are: few enough to choose from a list."""
        menu = QMenu(self)
        for name in STATE_NAMES.values():
            menu.addAction(_(name), partial(self.setText, _(name)))
        return menu

    def _list_states(self) -> None:
        self.state_menu().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _complete_states(self) -> None:
        """The rest of a state's name comes up as one types."""
        completer = QCompleter([_(name) for name in STATE_NAMES.values()], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.setCompleter(completer)

    def _mark(self, text: str) -> None:
        if bool(text.strip()) != bool(self.property("on")):
            self.setProperty("on", bool(text.strip()))
            repolish(self)


def _is_ours(event: QKeyEvent) -> bool:
    """Keys that a field would take for editing on some systems."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() in {Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_P, Qt.Key.Key_I}


class FilterHeader(QHeaderView):
    """Column heads; `filtered` comes a moment after the last letter, or at once on Enter and from chips."""

    filtered = Signal()
    left = Signal()

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = tuple(columns)
        self.current = -1
        self._fields = [FilterField(column, self) for column in columns]
        self._debounce = QTimer(self, interval=DEBOUNCE, singleShot=True)
        self._debounce.timeout.connect(self.filtered)
        for field in self._fields:
            field.textChanged.connect(self._debounce.start)
            field.leave.connect(self._leave)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.sectionResized.connect(self.place_fields)
        self.sectionMoved.connect(self.place_fields)

    def filters(self) -> tuple[tuple[str, str], ...]:
        """What is asked for: column keys and what was typed."""
        return tuple((field.key, field.text().strip()) for field in self._fields if field.text().strip())

    def set_filters(self, filters: Iterable[tuple[str, str]]) -> None:
        """Ask for exactly this, at once; keys without a field here are passed over."""
        self._write(filters)
        self.flush()

    def put_filters(self, filters: Iterable[tuple[str, str]]) -> None:
        """Write these into the fields; who does so asks for the rows."""
        self._write(filters)
        self._debounce.stop()

    def flush(self) -> None:
        """Ask now if the last letters have not been asked for yet."""
        if self._debounce.isActive():
            self._debounce.stop()
            self.filtered.emit()

    def _write(self, filters: Iterable[tuple[str, str]]) -> None:
        wanted = dict(filters)
        for field in self._fields:
            field.setText(wanted.get(field.key, ""))

    def go_to(self, column: int) -> None:
        """Put the keys into the filter of a column."""
        field = self._fields[column]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def title_width(self, column: int) -> int:
        """The width that the name of a column needs, with its arrow."""
        font = self.font()
        font.setBold(True)
        return QFontMetrics(font).horizontalAdvance(_(self._columns[column].title)) + theme.em(self, 2.2)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(0, self._filter_height())

    def updateGeometries(self) -> None:
        self.setViewportMargins(0, 0, 0, self._filter_height())
        super().updateGeometries()
        self.place_fields()

    def place_fields(self) -> None:
        """Keep each field under its head."""
        gap = theme.em(self, 0.2)
        height = self._fields[0].sizeHint().height()
        top = self.height() - height - gap
        for position, field in enumerate(self._fields):
            field.setHidden(self.isSectionHidden(position))
            x = self.sectionViewportPosition(position)
            field.setGeometry(x + gap, top, self.sectionSize(position) - 2 * gap, height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        colours = theme.tokens()
        painter.save()
        painter.fillRect(rect, colours.side)
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colours.accent if logicalIndex == self.current else colours.text)
        pad = theme.em(self, 0.6)
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        space = rect.adjusted(pad, 0, -pad - (theme.em(self, 0.9) if sorted_by else 0), 0)
        words = painter.fontMetrics().elidedText(
            _(self._columns[logicalIndex].title), Qt.TextElideMode.ElideRight, space.width()
        )
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if sorted_by:
            self._draw_arrow(painter, space.x() + painter.fontMetrics().horizontalAdvance(words) + pad, rect)
        painter.setPen(colours.line)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()

    def _draw_arrow(self, painter: QPainter, x: int, rect: QRect) -> None:
        half = theme.em(self, 0.28)
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip = -half / 2 if up else half / 2
        y = rect.center().y() + 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.tokens().accent, 1.6))
        painter.drawPolyline(
            QPolygonF([QPointF(x - half, y - tip), QPointF(x, y + tip), QPointF(x + half, y - tip)])
        )

    def _filter_height(self) -> int:
        return self._fields[0].sizeHint().height() + 2 * theme.em(self, 0.2)

    def _leave(self) -> None:
        self.flush()
        self.left.emit()
