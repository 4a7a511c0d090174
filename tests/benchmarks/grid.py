"""Opening a journal year of 50,000 entries, and one frame of scrolling, against the same view of constant text."""

import statistics
from array import array
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QTableView

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind
from dspdesk.queries import journal_grid, journals
from dspdesk.queries.journal_grid import View
from dspdesk.ui import theme
from dspdesk.ui.journals.columns import COLUMNS
from dspdesk.ui.journals.grid import JournalGrid
from tests.benchmarks.measure import Result, paired, ratio, seconds

_SIZE = (1500, 900)
_FRAMES = 60
_STEP = 7  # rows a wheel turn


class _Constant(QAbstractTableModel):
    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._shape = rows, columns

    def rowCount(self, _parent: Any = QModelIndex()) -> int:  # noqa: B008, N802
        return self._shape[0]

    def columnCount(self, _parent: Any = QModelIndex()) -> int:  # noqa: B008, N802
        return self._shape[1]

    def data(self, _index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return "Министерство финансов" if role == Qt.ItemDataRole.DisplayRole else None


def measured(desk: Desk) -> Iterator[Result]:
    """Results for the store's largest journal of incoming documents."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app)
    journal = max(
        (j for j in journals.journals(desk) if j.kind is JournalKind.INCOMING),
        key=lambda j: journal_grid.total(desk, j.id),
    )
    rows = journal_grid.total(desk, journal.id)
    constant = _view(rows)
    ours, base = paired(
        lambda: _open(desk, journal.id), lambda: (_raw_ids(desk, journal.id), _frame(constant)), times=9
    )
    yield ratio(f"journal of {rows}: opened to first paint", 2, ours, base)
    yield Result(f"journal of {rows}: opened to first paint", ours * 1000, 150, "ms")
    grid = _open(desk, journal.id)
    yield ratio(f"journal of {rows}: one frame of scrolling", 2.5, *_scrolled(grid, constant))


def _open(desk: Desk, journal_id: int) -> JournalGrid:
    grid = JournalGrid(desk, COLUMNS[JournalKind.INCOMING], "")
    grid.resize(*_SIZE)
    grid.entries.show(journal_grid.ids(desk, View(journal_id)))
    _frame(grid)
    return grid


def _raw_ids(desk: Desk, journal_id: int) -> "array[int]":
    with desk.reading() as connection:
        cursor = connection.exec_driver_sql(
            "SELECT id FROM number WHERE journal_id = ? ORDER BY sequence DESC, letter DESC", (journal_id,)
        ).cursor
        return array("q", [key for (key,) in cursor.fetchall()])


def _view(rows: int) -> QTableView:
    view = QTableView()
    view.setItemDelegate(QStyledItemDelegate(view))
    model = _Constant(rows, len(COLUMNS[JournalKind.INCOMING]))
    model.setParent(view)
    view.setModel(model)
    view.resize(*_SIZE)
    _frame(view)
    return view


def _frame(view: QTableView) -> None:
    """Paint the view once, as the screen would have it."""
    image = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    view.render(painter, QPoint())
    painter.end()


def _scrolled(ours: QTableView, base: QTableView) -> tuple[float, float]:
    times: tuple[list[float], list[float]] = [], []
    for frame in range(_FRAMES):
        for view, taken in zip((ours, base), times, strict=True):
            taken.append(seconds(lambda view=view, frame=frame: _scroll(view, frame)))  # type: ignore[misc]
    return statistics.median(times[0]), statistics.median(times[1])


def _scroll(view: QTableView, frame: int) -> None:
    view.verticalScrollBar().setValue(frame * _STEP)
    _frame(view)
