"""The rows of a register: all of them in memory, some of them shown."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, Generic

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from dspdesk.language.catalogue import _
from dspdesk.language.folding import words as words_of
from dspdesk.language.sorting import sort_key
from dspdesk.ui.registers.columns import R, RegisterColumn

_AT_ONCE = 200  # rows folded at a time: a few milliseconds
_SAYING = frozenset(  # a title may be cut
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
)
Index = QModelIndex | QPersistentModelIndex


class RegisterModel(QAbstractTableModel, Generic[R]):
    """Rows in the order of one column, narrowed to those in which every typed word begins a word."""

    filled = Signal()  # with other rows; not when some of them are hidden

    def __init__(
        self, columns: Sequence[RegisterColumn[R]], key_of: Callable[[R], int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[R] = []
        self.order, self.descending = 0, False
        self._key_of = key_of
        self._all: list[R] = []  # in the order shown
        self._folded: dict[int, str] = {}
        self._typed = ""
        self._only: Callable[[R], bool] | None = None
        self._cut: frozenset[int] = frozenset()
        self._to_fold: Iterator[R] = iter(())
        self._ahead = QTimer(self, interval=0)
        self._ahead.timeout.connect(self._fold_some)

    @property
    def total(self) -> int:
        """How many rows there are, whatever was typed."""
        return len(self._all)

    def fill(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self._all = list(rows)
        self._folded = {}
        self._sort()
        self._show()
        self._to_fold = iter(rows)
        self._ahead.start()
        self.filled.emit()

    def narrow(self, typed: str) -> None:
        """Show only the rows in which these words are."""
        self._typed = typed
        self._show()

    def choose(self, only: Callable[[R], bool] | None) -> None:
        """Show only the rows for which this holds, besides what was typed."""
        self._only = only
        self._show()

    def sort_by(self, position: int, *, descending: bool) -> None:
        """Order the rows by a column."""
        self.order, self.descending = position, descending
        self._sort()
        self._show()

    def shorten(self, positions: frozenset[int]) -> None:
        """Name these columns by their short titles: there is no room for the whole ones."""
        if positions != self._cut:
            self._cut = positions
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def row_of(self, key: int) -> int:
        """The place of a row by its key, -1 when it is not shown."""
        return next((at for at, row in enumerate(self.rows) if self._key_of(row) == key), -1)

    def cell(self, row: int, position: int) -> str:
        """What a cell shows."""
        return self.columns[position].text(self.rows[row])

    def _show(self) -> None:
        self.beginResetModel()
        words = [f" {word}" for word in words_of(self._typed)]
        only = self._only
        self.rows = [
            row
            for row in self._all
            if (only is None or only(row)) and all(word in self._words(row) for word in words)
        ]
        self.endResetModel()

    def _sort(self) -> None:
        self._all.sort(key=self._sorted_by(), reverse=self.descending)

    def _fold_some(self) -> None:
        """Fold the words of further rows while nobody types, so that the first letter typed need not wait for all."""
        some = list(islice(self._to_fold, _AT_ONCE))
        for row in some:
            self._words(row)
        if not some:
            self._ahead.stop()

    def _words(self, row: R) -> str:
        key = self._key_of(row)
        if key not in self._folded:
            text = " ".join(column.text(row) for column in self.columns)
            self._folded[key] = f" {' '.join(words_of(text))}"
        return self._folded[key]

    def _sorted_by(self) -> Callable[[R], Any]:
        column = self.columns[self.order]
        if column.sort is not None:
            return column.sort
        text = column.text
        return lambda row: sort_key(text(row))

    # --- what Qt asks ---

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} and index.isValid():
            return self.cell(index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role in _SAYING:
            column = self.columns[section]
            short = role == Qt.ItemDataRole.DisplayRole and section in self._cut
            return _(column.short) if short and column.short else _(column.title)
        over_numbers = self.columns[section].right and section != self.order  # the arrow takes that side
        if role == Qt.ItemDataRole.TextAlignmentRole and over_numbers:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None
