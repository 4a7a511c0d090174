"""A check list of the copies of an entry, for forms: Space ticks one, Ctrl+A all of them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from dspdesk.language.catalogue import _
from dspdesk.ui.movement import words
from dspdesk.ui.widgets.rows import CalmRows

if TYPE_CHECKING:
    from dspdesk.queries.whereabouts import CopyRow

_MOST_ROWS = 6  # further ones scroll


class CopiesField(QListWidget):
    """Copies to choose from, each with where it is; `chosen` says which are ticked at first (a single one always is).

    The value is a tuple of the keys of the copies (`CopyRow.id`), in the order of their numbers.
    """

    textEdited = Signal(str)

    def __init__(
        self, rows: "Sequence[CopyRow]" = (), chosen: "Callable[[CopyRow], bool] | None" = None
    ) -> None:
        super().__init__()
        self.setObjectName("rows")  # for its style: a field of the card has the same name as this class
        self.setItemDelegate(CalmRows(self))
        self._rows: tuple[CopyRow, ...] = ()
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda _item: self.textEdited.emit(""))
        self.show_copies(rows, chosen)

    def show_copies(
        self, rows: "Sequence[CopyRow]", chosen: "Callable[[CopyRow], bool] | None" = None
    ) -> None:
        """Offer these copies and no others."""
        self._rows = tuple(rows)
        self.blockSignals(True)
        self.clear()
        for row in self._rows:
            ticked = len(self._rows) == 1 or (chosen is not None and chosen(row))
            item = QListWidgetItem(words.copy(row), self)
            item.setToolTip(item.text())
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(_state(ticked=ticked))
        self.blockSignals(False)
        if self._rows:
            self.setCurrentRow(0)
        self.updateGeometry()

    def rows(self) -> "tuple[CopyRow, ...]":
        """What can be chosen."""
        return self._rows

    def value(self) -> tuple[int, ...]:
        """The keys of the copies ticked."""
        return tuple(row.id for row in self.chosen())

    def chosen(self) -> "tuple[CopyRow, ...]":
        """The copies ticked."""
        return tuple(row for at, row in enumerate(self._rows) if self._ticked(at))

    def show_value(self, value: Sequence[int]) -> None:
        """Tick these copies and no others."""
        for at, row in enumerate(self._rows):
            self.item(at).setCheckState(_state(ticked=row.id in value))

    def tick(self, copy_id: int) -> bool:
        """Tick one copy more, if it is among those offered."""
        at = next((at for at, row in enumerate(self._rows) if row.id == copy_id), -1)
        if at >= 0:
            self.setCurrentRow(at)
            self.item(at).setCheckState(_state(ticked=True))
        return at >= 0

    def kept_text(self) -> str:
        """The keys of the copies ticked, for a draft."""
        return " ".join(map(str, self.value()))

    def show_kept_text(self, text: str) -> None:
        """Tick what a draft says, of the copies that are still there."""
        self.show_value([int(key) for key in text.split() if key.isdecimal()])

    def problem(self) -> str:
        """Without a copy there is nothing to do."""
        return "" if self.value() else _("Tick at least one copy.")

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        row = max(self.sizeHintForRow(0), round(self.fontMetrics().height() * 1.65))
        shown = min(max(len(self._rows), 1), _MOST_ROWS)
        return QSize(super().sizeHint().width(), shown * row + 2 * self.frameWidth() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.show_value([] if len(self.value()) == len(self._rows) else [row.id for row in self._rows])
        else:
            super().keyPressEvent(event)

    def _ticked(self, at: int) -> bool:
        return self.item(at).checkState() is Qt.CheckState.Checked


def _state(*, ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
