"""The list of a journal's columns: which are shown, and in what order."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language.catalogue import _
from dspdesk.ui import keys, theme
from dspdesk.ui.fitting import SnugDialog
from dspdesk.ui.journals.columns import Column
from dspdesk.ui.journals.look import Arrangement
from dspdesk.ui.widgets.basics import Caption, PlainButton, PrimaryButton, Title

_WIDTH, _HEIGHT = 34, 24  # ems: of the dialog, and of the list
_KEY = Qt.ItemDataRole.UserRole


class ColumnListDialog(SnugDialog):
    """Space shows and hides, Alt+Up and Alt+Down move, or the mouse does; nothing changes before it is taken over."""

    def __init__(self, parent: QWidget, columns: Sequence[Column], now: Arrangement) -> None:
        super().__init__(parent, _WIDTH)
        self._columns = {column.key: column for column in columns}
        self._widths = dict(now.widths)
        self.list = _Columns()
        self.law = PlainButton(_("In the law’s order"))
        self.first = PlainButton(_("As at first"))
        self.take = PrimaryButton(_("Show so"), keys.SAVE_AND_NEXT.keys)
        self.leave = PlainButton(_("Cancel"), keys.LEAVE.keys)
        self._lay_out()
        self._fill(now.order, now.hidden)

    def arrangement(self) -> Arrangement:
        """What was chosen."""
        items = [self.list.item(row) for row in range(self.list.count())]
        hidden = (item for item in items if item.checkState() == Qt.CheckState.Unchecked)
        return Arrangement(
            tuple(item.data(_KEY) for item in items),
            frozenset(item.data(_KEY) for item in hidden),
            self._widths,
        )

    def in_the_laws_order(self) -> None:
        """The order of appendix 2; what the appendix does not have comes last. What is shown stays so."""
        placed = sorted(
            self._columns.values(), key=lambda column: (not column.appendix_column, column.appendix_column)
        )
        self._fill([column.key for column in placed], self.arrangement().hidden)

    def as_at_first(self) -> None:
        """As the journal came: its columns, their order and their widths."""
        self._widths = {}
        hidden = frozenset(key for key, column in self._columns.items() if not column.shown)
        self._fill(list(self._columns), hidden)

    def _fill(self, order: Sequence[str], hidden: frozenset[str]) -> None:
        self.list.clear()
        for key in dict.fromkeys((*order, *self._columns)):
            column = self._columns[key]
            item = QListWidgetItem(_name(column))
            item.setData(_KEY, key)
            item.setCheckState(Qt.CheckState.Unchecked if key in hidden else Qt.CheckState.Checked)
            if column.stretch:  # it takes what the others leave, so it is always there
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Columns"))
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.7))
        column.addWidget(Title(_("Columns"), factor=1.3))
        hint = _(
            "{show} shows a column or hides it, {up} and {down} move it. The number is that of appendix 2."
        )
        column.addWidget(
            Caption(
                hint.format(show=_("Space"), up=keys.COLUMN_UP.shown, down=keys.COLUMN_DOWN.shown),
                wrap=True,
            )
        )
        self.list.setMinimumHeight(theme.em(self, _HEIGHT))
        column.addWidget(self.list, 1)
        resets, foot = QHBoxLayout(), QHBoxLayout()
        for button in (self.law, self.first):
            resets.addWidget(button)
        resets.addStretch(1)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        column.addLayout(resets)
        column.addLayout(foot)
        self._bind()

    def _bind(self) -> None:
        steps = (
            (self.law, self.in_the_laws_order), (self.first, self.as_at_first),
            (self.take, self.accept), (self.leave, self.reject),
        )  # fmt: skip
        for button, does in steps:
            button.setAutoDefault(False)
            button.clicked.connect(does)
        keys.bind(self, keys.SAVE_AND_NEXT, self.accept)
        keys.bind(self, keys.HELP, lambda: keys.show(self))


class _Columns(QListWidget):
    """Rows that are moved by dragging and by keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Columns"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        row = self.currentRow()
        if 0 <= row + by < self.count():
            item = self.takeItem(row)
            self.insertItem(row + by, item)
            self.setCurrentRow(row + by)


def _name(column: Column) -> str:
    title = _(column.title)
    return f"{column.appendix_column} · {title}" if column.appendix_column else title


def show(
    parent: QWidget, columns: Sequence[Column], now: Arrangement, on_taken: Callable[[Arrangement], None]
) -> None:
    """Open the list over a window."""
    dialog = ColumnListDialog(parent, columns, now)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: on_taken(dialog.arrangement()))
    dialog.open()
    dialog.list.setFocus()
