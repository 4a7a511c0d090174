"""The documents of a year that are not finished, each with a tick when it passes to the next one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language.catalogue import N_, _
from dspdesk.language.dates import short
from dspdesk.law.carry_over import Ground
from dspdesk.queries.carry_over import Candidate
from dspdesk.ui import theme, wording
from dspdesk.ui.registers.columns import RegisterColumn
from dspdesk.ui.registers.grid import RegisterGrid
from dspdesk.ui.registers.model import RegisterModel
from dspdesk.ui.widgets.basics import Caption, Heading, PlainButton

GROUNDS = {Ground.ON_CONTROL: N_("On control"), Ground.UNFILED: N_("In no case")}
_TICK = 0  # the column of the ticks
_CHECK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))  # the mark inside its box


class CarryList(QWidget):
    """The list with its filter. Space ticks a row; what is on control is ticked when it comes."""

    ticked = Signal()  # the number of ticks has changed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: set[int] = set()
        self._total = 0
        self._known: set[int] = set()
        self.filter = QLineEdit()
        self.model: RegisterModel[Candidate] = RegisterModel(self._columns(), lambda row: row.id, self)
        self.grid = _Grid(self.model, _("Documents to carry over"))
        self.grid.setItemDelegateForColumn(_TICK, _Tick(self.grid, self.chosen))
        self.count = Caption()
        self.all_button = PlainButton(_("Tick all shown"))
        self.none_button = PlainButton(_("Untick all shown"))
        self._lay_out()
        self._connect()

    def show_candidates(self, rows: Sequence[Candidate], total: int) -> None:
        """Show the first of so many; new ones on control come with their tick, what a person has ticked stays so."""
        self._total = total
        present = {row.id for row in rows}
        fresh = {row.id for row in rows if row.ground is Ground.ON_CONTROL} - self._known
        self.chosen &= present
        self.chosen |= fresh
        self._known |= present
        at = self._key()
        self.model.fill(rows)
        self.grid.go_to_row(max(self.model.row_of(at), 0))
        self._say()

    def forget(self) -> None:
        """Another year is asked for."""
        self.chosen.clear()
        self._known.clear()
        self.filter.clear()

    def narrow_to(self, ground: Ground) -> None:
        """Show the documents of one kind only."""
        self.filter.setText(_(GROUNDS[ground]))
        self.grid.setFocus()

    def ids(self) -> tuple[int, ...]:
        """The documents that are ticked, whether the filter shows them or not."""
        return tuple(sorted(self.chosen))

    def _columns(self) -> list[RegisterColumn[Candidate]]:
        return [
            RegisterColumn(
                key="tick", title=N_("Tick"), width=3.5, text=self._tick, sort=lambda row: row.id not in self.chosen
            ),
            RegisterColumn(key="kind", title=N_("Journal"), width=6.5, text=lambda row: wording.kind_name(row.kind)),
            RegisterColumn(key="number", title=N_("Number"), width=6, text=lambda row: row.number, sort=lambda r: r.id),
            RegisterColumn(
                key="summary", title=N_("Document"), width=18, stretch=True,
                text=lambda row: " — ".join(part for part in (row.summary, row.correspondent) if part),
            ),
            RegisterColumn(key="executor", title=N_("Executor"), width=8.5, text=lambda row: row.executor),
            RegisterColumn(
                key="due_on", title=N_("Due"), width=6.5, text=lambda row: short(row.due_on) if row.due_on else "",
                sort=lambda row: str(row.due_on or "9"),
            ),
            RegisterColumn(key="ground", title=N_("Why"), width=8, text=lambda row: _(GROUNDS[row.ground])),
        ]  # fmt: skip

    def _tick(self, row: Candidate) -> str:
        return "✓" if row.id in self.chosen else ""

    def _key(self) -> int:
        index = self.grid.currentIndex()
        return (
            self.model.rows[index.row()].id if index.isValid() and index.row() < len(self.model.rows) else 0
        )

    def _toggle(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self.chosen ^= {self.model.rows[row].id}
            self._changed()

    def _set_all(self, *, wanted: bool) -> None:
        shown = {row.id for row in self.model.rows}
        if wanted:
            self.chosen |= shown
        else:
            self.chosen -= shown
        self._changed()

    def _narrow(self, typed: str) -> None:
        at = self._key()
        self.model.narrow(typed)
        self.grid.go_to_row(max(self.model.row_of(at), 0))
        self._say()

    def _changed(self) -> None:
        self.grid.viewport().update()
        self._say()
        self.ticked.emit()

    def _say(self) -> None:
        numbers = {"shown": len(self.model.rows), "total": self._total, "ticked": len(self.chosen)}
        words = _("{shown} of {total} shown · ticked: {ticked}").format(
            **{name: wording.grouped(number) for name, number in numbers.items()}
        )
        if self._total > (listed := self.model.total):
            more = _("Only the first {n} are listed: those on control, then the oldest.")
            words += f"\n{more.format(n=wording.grouped(listed))}"
        self.count.setText(words)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self.grid.setFocus)
        self.grid.toggled.connect(self._toggle)
        self.grid.opened.connect(lambda: self._toggle(self.grid.currentIndex().row()))
        self.all_button.clicked.connect(lambda: self._set_all(wanted=True))
        self.none_button.clicked.connect(lambda: self._set_all(wanted=False))

    def _lay_out(self) -> None:
        self.heading = Heading()
        self.filter.setPlaceholderText(_("Filter: any words of a row"))
        self.filter.setAccessibleName(_("Filter: {name}").format(name=_("Documents to carry over")))
        self.filter.setClearButtonEnabled(True)
        board = QFrame()
        board.setObjectName("board")
        inside = QVBoxLayout(board)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.grid)
        line = QHBoxLayout()
        for part in (self.filter, self.all_button, self.none_button):
            line.addWidget(part, 1 if part is self.filter else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.6))
        column.addWidget(self.heading)
        column.addLayout(line)
        column.addWidget(board, 1)
        column.addWidget(self.count)


class _Grid(RegisterGrid):
    """Space, or a click on its box, ticks the row."""

    toggled = Signal(int)

    def __init__(self, model: RegisterModel[Any], name: str) -> None:
        super().__init__(model, name)
        self.clicked.connect(self._pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A box clicked twice is ticked and unticked, as anywhere; nothing else is opened from here."""
        self.mousePressEvent(event)

    def _pressed(self, index: QModelIndex) -> None:
        if index.column() == _TICK:
            self.toggled.emit(index.row())


class _Tick(QStyledItemDelegate):
    """The box of a row."""

    def __init__(self, view: _Grid, chosen: set[int]) -> None:
        super().__init__(view)
        self._view, self._chosen = view, chosen

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = theme.tokens()
        rect = QRectF(option.rect)
        if index.row() == self._view.currentIndex().row():
            painter.fillRect(rect, colours.selection)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = round(option.fontMetrics.height() * 0.8)
        box = QRectF(rect.x() + theme.em(self._view, 0.9), rect.center().y() - size / 2, size, size)
        ticked = bool(index.data())
        painter.setPen(QPen(colours.accent if ticked else colours.field_line, 1.2))
        painter.setBrush(colours.accent if ticked else colours.panel)
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            painter.setPen(QPen(colours.accent_text, max(size / 8, 1.5)))
            painter.drawPolyline([box.topLeft() + QPointF(x, y) * size for x, y in _CHECK])
        painter.restore()
