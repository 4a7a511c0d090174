"""The rows of a journal: all ids in order, the rows themselves by pages as they are looked at."""

import struct
from array import array
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from dspdesk.language.catalogue import _
from dspdesk.queries import journal_grid
from dspdesk.queries.journal_grid import GridRow
from dspdesk.ui import wording
from dspdesk.ui.journals.columns import STATE, Column

if TYPE_CHECKING:
    from dspdesk.desk import Desk

PAGE = 128
PAGES_KEPT = 48
_INDEX = QModelIndex()
_SHOWN = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
)
_NO_IDS: "array[int]" = array("q")


class JournalModel(QAbstractTableModel):
    """Ids are given by `show`; a page of rows is read when one of them is looked at, its neighbours when idle."""

    def __init__(self, desk: "Desk", columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.ids = _NO_IDS
        self._bytes = b""  # the same, in which an id is found 30 times faster
        self.today = desk.today()
        self._desk = desk
        self._pages: OrderedDict[int, list[GridRow]] = OrderedDict()
        self._page: list[GridRow] = []
        self._looked_at = -1
        self._ahead: list[int] = []
        self._idle = QTimer(self, interval=0, singleShot=True)
        self._idle.timeout.connect(self._read_ahead)

    def show(self, ids: "array[int]") -> None:
        """Show these entries, in their order."""
        self.beginResetModel()
        self.ids = ids
        self._bytes = ids.tobytes()
        self.today = self._desk.today()
        self._pages.clear()
        self._looked_at = -1
        self._ahead.clear()
        self._idle.stop()
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _INDEX) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in _SHOWN or not index.isValid():
            return None
        return self.cell(index.row(), index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in _SHOWN or not 0 <= section < len(self.columns):
            return None
        return _(self.columns[section].title) if orientation == Qt.Orientation.Horizontal else None

    def row_of(self, item_id: int) -> int:
        """The row of an entry, -1 when it is not among those shown."""
        wanted, width = struct.pack("=q", item_id), self.ids.itemsize
        at = self._bytes.find(wanted)
        while at >= 0 and at % width:
            at = self._bytes.find(wanted, at + 1)
        return at // width if at >= 0 else -1

    def entry(self, row: int) -> GridRow:
        """What stands in a row; reads its page when it has not been read yet."""
        number = row // PAGE
        if number != self._looked_at:
            self._turn_to(number)
        return self._page[row % PAGE]

    def state(self, row: GridRow) -> wording.State:
        """The state of an entry on the desk's present day."""
        return wording.state(row, self.today)

    def cell(self, row: int, column: int) -> str:
        """The text of a cell."""
        entry, of = self.entry(row), self.columns[column]
        return self.state(entry).text if of.key == STATE.key else of.text(entry)

    def _turn_to(self, number: int) -> None:
        page = self._pages.get(number)
        self._page = self._read(number) if page is None else page
        self._pages.move_to_end(number)
        self._looked_at = number
        self._ahead = [
            n for n in (number + 1, number - 1) if n not in self._pages and 0 <= n * PAGE < len(self.ids)
        ]
        if self._ahead:
            self._idle.start()

    def _read(self, number: int) -> list[GridRow]:
        page = journal_grid.rows(self._desk, self.ids[number * PAGE : (number + 1) * PAGE])
        self._pages[number] = page
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return page

    def _read_ahead(self) -> None:
        if self._ahead:
            self._read(self._ahead.pop(0))
            self._idle.start()
