"""Copies with a tick each, under the person they are for: Space ticks a copy or all of a person, Ctrl+A all."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from dspdesk.language.catalogue import _, ngettext
from dspdesk.ui import theme
from dspdesk.ui.widgets.basics import Note
from dspdesk.ui.widgets.rows import CalmRows

_LEAST_ROWS, _MOST_ROWS = 3, 12  # further ones scroll
_MOST_REASONS = 3  # further ones are said on their rows
_KEY, _WHY = Qt.ItemDataRole.UserRole, int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class TickRow:
    """One row: its key, its words, whether it is ticked at first, and why it cannot be ('' when it can)."""

    key: int
    words: str
    ticked: bool = True
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class TickGroup:
    """Rows under a heading, which ticks them all unless one cannot be; without a heading they stand by themselves."""

    words: str
    rows: Sequence[TickRow] = field(default_factory=tuple)
    key: int = 0


class TickTree(QTreeWidget):
    """A field of a form: its value are the keys of the rows ticked, in their order."""

    textEdited = Signal(str)
    why_not = Signal(str)  # why the row under the keys cannot be ticked, '' where it can

    def __init__(self, name: str, groups: Sequence[TickGroup] = (), most_rows: int = _MOST_ROWS) -> None:
        super().__init__()
        self._most_rows = most_rows
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setItemDelegate(CalmRows(self))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setExpandsOnDoubleClick(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(lambda *_item: self.textEdited.emit(""))
        self.currentItemChanged.connect(lambda *_items: self.why_not.emit(self.why()))
        self.show_groups(groups)

    def show_groups(self, groups: Sequence[TickGroup]) -> None:
        """Show these rows and no others."""
        self.blockSignals(True)
        self.clear()
        for group in groups:
            self._add(group)
        self.expandAll()
        self.blockSignals(False)
        self.setRootIsDecorated(any(group.words for group in groups))
        if (first := self.topLevelItem(0)) is not None:
            self.setCurrentItem(first)
        self.setFixedHeight(self.sizeHint().height())

    def value(self) -> tuple[int, ...]:
        """The keys of the rows that are ticked."""
        return tuple(int(row.data(0, _KEY)) for row in self._rows() if _ticked(row))

    def by_group(self) -> list[tuple[int, tuple[int, ...]]]:
        """The keys that are ticked under each heading, those without any left aside."""
        found = []
        for head in self._tops():
            keys = tuple(int(row.data(0, _KEY)) for row in _children(head) if _ticked(row))
            if keys:
                found.append((int(head.data(0, _KEY)), keys))
        return found

    def show_value(self, value: Collection[int]) -> None:
        """Tick these rows and no others; however many they are, it is told once."""
        before, wanted = self.value(), frozenset(value)
        self.blockSignals(True)
        for row in self._rows():
            if not row.data(0, _WHY):
                row.setCheckState(0, _state(ticked=int(row.data(0, _KEY)) in wanted))
        self.blockSignals(False)
        if self.value() != before:
            self.textEdited.emit("")

    def kept_text(self) -> str:
        """The keys of the rows that are ticked, for a draft."""
        return " ".join(map(str, self.value()))

    def show_kept_text(self, text: str) -> None:
        """Tick what a draft says, of the rows that are still there."""
        self.show_value([int(key) for key in text.split() if key.isdecimal()])

    def problem(self) -> str:
        """Without a tick there is nothing to do."""
        return "" if self.value() else _("Tick at least one line.")

    def tick(self, key: int) -> bool:
        """Tick one row and go to it; says whether there is such a row that can be ticked."""
        row = next((one for one in self._rows() if int(one.data(0, _KEY)) == key), None)
        if row is None:
            return False
        self.setCurrentItem(row)
        if row.data(0, _WHY):
            return False
        row.setCheckState(0, Qt.CheckState.Checked)
        return True

    def count(self) -> int:
        """How many rows there are."""
        return len(list(self._rows()))

    def why(self) -> str:
        """Why the row under the keys cannot be ticked, '' where it can."""
        item = self.currentItem()
        return str(item.data(0, _WHY) or "") if item is not None else ""

    def reasons(self) -> list[str]:
        """Why rows cannot be ticked, each reason once."""
        return list(dict.fromkeys(str(why) for row in self._rows() if (why := row.data(0, _WHY))))

    def sizeHint(self) -> QSize:
        row = max(self.sizeHintForRow(0), self.fontMetrics().height() + 4)
        wanted = self.count() + sum(bool(head.childCount()) for head in self._tops())
        shown = min(max(wanted, _LEAST_ROWS), self._most_rows)
        return QSize(super().sizeHint().width(), shown * row + 2 * self.frameWidth() + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            free = [int(row.data(0, _KEY)) for row in self._rows() if not row.data(0, _WHY)]
            self.show_value(() if set(free) == set(self.value()) else free)
        else:
            super().keyPressEvent(event)

    def _add(self, group: TickGroup) -> None:
        if not group.words:
            self.addTopLevelItems([_row(row) for row in group.rows])
            return
        head = QTreeWidgetItem([group.words])
        head.setData(0, _KEY, group.key)
        if not any(row.why_not for row in group.rows):
            head.setFlags(_PLAIN | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        else:
            head.setFlags(_PLAIN)
        head.setToolTip(0, group.words)
        bold = self.font()
        bold.setBold(True)
        head.setFont(0, bold)
        head.addChildren([_row(row) for row in group.rows])
        self.addTopLevelItem(head)

    def _rows(self) -> Iterator[QTreeWidgetItem]:
        for head in self._tops():
            yield from _children(head) if head.childCount() else [head]

    def _tops(self) -> list[QTreeWidgetItem]:
        return _children(self.invisibleRootItem())


class WhyNot(Note):
    """Why rows of a tree cannot be ticked: the one under the keys, else the first few; `nothing` without rows."""

    def __init__(self, tree: TickTree, nothing: str) -> None:
        super().__init__()
        self._tree, self._nothing = tree, nothing
        tree.why_not.connect(self._tell)
        self._tell(tree.why())

    def tell_again(self) -> None:
        """The rows have changed."""
        self._tell(self._tree.why())

    def _tell(self, why: str) -> None:
        reasons = self._tree.reasons()
        if left := reasons[_MOST_REASONS:]:
            more = ngettext(
                "{n} more reason is said when the keys are on its row.",
                "{n} more reasons are said when the keys are on their rows.",
                len(left),
            )
            reasons = [*reasons[:_MOST_REASONS], more.format(n=len(left))]
        self.setText(why or "\n".join(reasons) or ("" if self._tree.count() else self._nothing))


_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _row(row: TickRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.words])
    item.setData(0, _KEY, row.key)
    item.setData(0, _WHY, row.why_not)
    item.setToolTip(0, "\n".join(part for part in (row.words, row.why_not) if part))
    if row.why_not:
        item.setFlags(_PLAIN)
        item.setForeground(0, theme.tokens().muted)
    else:
        item.setFlags(_PLAIN | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, _state(ticked=row.ticked))
    return item


def _children(head: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [row for at in range(head.childCount()) if (row := head.child(at)) is not None]


def _ticked(row: QTreeWidgetItem) -> bool:
    return not row.data(0, _WHY) and row.checkState(0) is Qt.CheckState.Checked


def _state(*, ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
