"""The place of a register held in memory: a filter line, the grid, the details. A kind of it says what its rows are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language.catalogue import _
from dspdesk.ui import theme, wording
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.place import Place, has_keys
from dspdesk.ui.registers.columns import R, RegisterColumn
from dspdesk.ui.registers.details import Actions, Facts, RegisterDetails
from dspdesk.ui.registers.grid import RegisterGrid
from dspdesk.ui.registers.model import RegisterModel
from dspdesk.ui.widgets.basics import EmptyState

if TYPE_CHECKING:
    from dspdesk.desk import Desk

__all__ = ["RegisterColumn", "RegisterPlace"]

_DETAILS = 24  # ems


class RegisterPlace(Place, Generic[R]):
    """A register of up to some tens of thousands of rows.

    A kind of it says how the rows are asked for, what is known of one, and what can be done with it.
    """

    def __init__(self, desk: "Desk", columns: Sequence[RegisterColumn[R]], name: str) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = 0
        self._newest = Newest(self)
        self.model = RegisterModel(columns, self.key_of, self)
        self.grid = RegisterGrid(self.model, name)
        self.details = RegisterDetails()
        self.filter = QLineEdit()
        self.tools = QHBoxLayout()
        self._pages = QStackedWidget()
        self._empty: EmptyState | None = None
        self._build(name)

    # --- what a kind of register says ---

    def ask_rows(self) -> Sequence[R]:
        """All rows; called in a thread."""
        raise NotImplementedError

    def key_of(self, row: R) -> int:
        """What tells a row from the others."""
        raise NotImplementedError

    def facts(self, row: R) -> Facts:
        """What the details show."""
        raise NotImplementedError

    def steps(self, row: R) -> Actions:
        """The steps that can be taken with a row."""
        return ()

    def open_row(self, row: R) -> None:
        """Enter on a row."""

    def beginning(self) -> EmptyState:
        """What is said while there are no rows at all."""
        raise NotImplementedError

    # --- what a kind of register uses ---

    def current(self) -> R | None:
        """The row that the keys are on."""
        index = self.grid.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def add_tool(self, button: QPushButton | QWidget) -> None:
        """Put a button to the right of the filter."""
        self.tools.addWidget(button)

    def saved(self, key: int = 0) -> None:
        """Something was entered: show it, and tell the other places."""
        self._load(key or self._current_key())
        self.written.emit()

    # --- a place ---

    def status(self) -> str:
        shown, total = len(self.model.rows), self.model.total
        if not total:
            return ""
        if shown == total:
            return wording.rows(total)
        return _("{shown} of {total} · hidden by the filter {filters}").format(
            shown=wording.grouped(shown),
            total=wording.grouped(total),
            filters=_("“{filter}”").format(filter=self.filter.text()),
        )

    def panes(self) -> list[QWidget]:
        if self._pages.currentWidget() is not self._board:
            return self._first_steps()
        return [self.grid, self.details.area] if self.details.isVisibleTo(self) else [self.grid]

    def refresh(self) -> None:
        self._load(self._current_key())

    def show_row(self, row: int) -> None:
        self.filter.clear()
        self._load(row)

    def loaded(self) -> bool:
        return self._newest.idle()

    def filter_column(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def clear_filters(self) -> None:
        self.filter.clear()
        self.grid.setFocus()

    def toggle_details(self) -> None:
        had_keys = has_keys(self.details)
        self.details.setVisible(not self.details.isVisibleTo(self))
        if had_keys:
            self.grid.setFocus()

    # --- the rows ---

    def _load(self, keep: int) -> None:
        self._wanted = keep
        self._newest.ask(self.ask_rows, self._arrived, PATIENCE)

    def _arrived(self, rows: Sequence[R]) -> None:
        self.model.fill(rows)
        self._land()
        self._show_page()
        self.status_changed.emit()

    def _narrow(self, typed: str) -> None:
        self._wanted = self._current_key()
        self.model.narrow(typed)
        self._land()
        self.status_changed.emit()

    def _land(self) -> None:
        self.grid.go_to_row(max(self.model.row_of(self._wanted), 0))
        self._show_details()
        self._nothing.setVisible(bool(self.model.total) and not self.model.rows)
        self._nothing.setGeometry(self.grid.viewport().rect())

    def _current_key(self) -> int:
        row = self.current()
        return self.key_of(row) if row is not None else self._wanted

    def _show_details(self) -> None:
        row = self.current()
        if row is None:
            self.details.show_nothing()
        else:
            self.details.show_row(self.facts(row), self.steps(row))

    def _show_page(self) -> None:
        had_keys = has_keys(self._pages)
        before, page = self._empty, self._board if self.model.total else self._begin_anew()
        if page is not self._pages.currentWidget():
            self._pages.setCurrentWidget(page)
            self.details.setVisible(page is self._board)
            self.filter.setVisible(page is self._board)
            if had_keys:
                self.take_focus()
        if before is not None and before is not self._empty:
            self._pages.removeWidget(before)
            before.deleteLater()

    def _begin_anew(self) -> EmptyState:
        """What is said while there are no rows now: a choice above the grid may ask for other ones each time."""
        self._empty = self.beginning()
        self._pages.addWidget(self._empty)
        return self._empty

    def _first_steps(self) -> list[QWidget]:
        buttons = self._empty.findChildren(QPushButton) if self._empty else []
        first = next((button for button in buttons if button.isVisibleTo(self)), None)
        return [first or self._pages]

    def _open(self) -> None:
        if (row := self.current()) is not None:
            self.open_row(row)

    # --- building ---

    def _build(self, name: str) -> None:
        self.filter.setPlaceholderText(_("Filter: any words of a row"))
        self.filter.setAccessibleName(_("Filter: {name}").format(name=name))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(theme.em(self, 11))
        self.filter.setMaximumWidth(theme.em(self, 26))
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self.grid.setFocus)
        self.grid.opened.connect(self._open)
        self.grid.chosen.connect(self._show_details)
        line = QHBoxLayout()
        line.addWidget(self.filter, 1)
        line.addStretch(0)  # what the filter does not take
        line.addLayout(self.tools)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.7))
        column.addLayout(line)
        column.addWidget(self._middle(), 1)
        self._split(left)

    def _middle(self) -> QWidget:
        self._board = QFrame()
        self._board.setObjectName("board")
        inside = QVBoxLayout(self._board)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.grid)
        self._nothing = EmptyState(_("Nothing found"), _("No row has these words."))
        self._nothing.setParent(self.grid.viewport())
        self._nothing.hide()
        self._pages.addWidget(self._board)
        return self._pages

    def _split(self, left: QWidget) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.em(self, 0.8))
        splitter.addWidget(left)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setSizes([theme.em(self, 60), theme.em(self, _DETAILS)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
