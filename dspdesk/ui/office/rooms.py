"""Where things are kept: rooms, the safes in them, the shelves; entered, renamed, moved and closed in their tree."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.language.dates import short
from dspdesk.law.kinds import DirectoryKind, PlaceKind
from dspdesk.law.office import WITHIN
from dspdesk.law.roles import Action
from dspdesk.law.storage import Purpose
from dspdesk.queries.office import PlaceRow, places
from dspdesk.ui import history, theme
from dspdesk.ui.cards.fields import ChoiceField, LongField, TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.office import directory_import
from dspdesk.ui.office.board import framed
from dspdesk.ui.place import Place
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import EmptyState, PlainButton, PrimaryButton, hide_unless

if TYPE_CHECKING:
    from dspdesk.desk import Desk

KINDS = {PlaceKind.ROOM: N_("Room"), PlaceKind.SAFE: N_("Safe"), PlaceKind.SHELF: N_("Shelf")}
PURPOSES = {
    Purpose.UNITS: N_("Rooms of the units"),
    Purpose.ARCHIVE: N_("Departmental archive"),
    Purpose.LIBRARY: N_("Departmental library"),
    Purpose.AUXILIARY: N_("Auxiliary collection"),
}
_NEW = {
    PlaceKind.ROOM: N_("Enter a room"),
    PlaceKind.SAFE: N_("Enter a safe"),
    PlaceKind.SHELF: N_("Enter a shelf"),
}


class RoomsPlace(Place):
    """The tree of places with its steps above it."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._may = desk.may(Action.KEEP_OFFICE)
        self._newest = Newest(self)
        self.rows: dict[int, PlaceRow] = {}
        self.tree = PlaceTree()
        self.closed = QCheckBox(_("Also closed ones"))
        self.steps = {
            "inside": PlainButton(""),
            "shelf": PlainButton(_("Enter a shelf")),
            "change": PlainButton(_("Change…"), "Enter"),
            "close": PlainButton(_("Close the place…")),
            "history": PlainButton(_("History…")),
        }
        self._lay_out()
        self._connect()

    # --- a place ---

    def title(self) -> str:
        return _("Rooms and safes")

    def primary_text(self) -> str:
        return _("Enter a room") if self._may else ""

    def primary(self) -> None:
        """A new room; with the keys on a place, F2 offers what can stand in it."""
        self._enter(PlaceKind.ROOM, None)

    def status(self) -> str:
        return (
            ngettext("{n} place", "{n} places", len(self.rows)).format(n=len(self.rows)) if self.rows else ""
        )

    def panes(self) -> list[QWidget]:
        return [self._first if self._stack.currentWidget() is self._empty and self._may else self.tree]

    def refresh(self) -> None:
        self._load(self.tree.key())

    def show_row(self, row: int) -> None:
        """Show a place, one that is closed, too."""
        self._load(row)

    def loaded(self) -> bool:
        return self._newest.idle()

    # --- steps ---

    def current(self) -> PlaceRow | None:
        """The place that the keys are on."""
        return self.rows.get(self.tree.key())

    def _enter(self, kind: PlaceKind, within: PlaceRow | None) -> None:
        self._open(PlaceForm(self._desk, self.window(), kind, within))

    def _enter_inside(self) -> None:
        row = self.current()
        if row is not None:
            self._enter(PlaceKind.SAFE if row.kind is PlaceKind.ROOM else PlaceKind.SHELF, row)

    def _enter_shelf(self) -> None:
        if (row := self.current()) is not None:
            self._enter(PlaceKind.SHELF, row)

    def _change(self) -> None:
        row = self.current()
        if row is not None and self._may and row.closed_on is None:
            self._open(PlaceForm(self._desk, self.window(), row.kind, None, row))

    def _close(self) -> None:
        if (row := self.current()) is not None:
            self._open(CloseForm(self._desk, self.window(), row))

    def _history(self) -> None:
        if (row := self.current()) is not None:
            history.show(self.window(), self._desk, f"place:{row.id}", " › ".join(row.path))

    def _open(self, form: FormDialog) -> None:
        form.saved.connect(self.saved)
        form.open()

    def saved(self, key: int = 0) -> None:
        """Something was entered: show it, and tell the other places."""
        self._load(key or self.tree.key())
        self.written.emit()

    # --- the tree ---

    def _load(self, keep: int) -> None:
        closed = self.closed.isChecked()
        self._newest.ask(
            lambda: places(self._desk, closed=closed), lambda rows: self._show(rows, keep), patience=PATIENCE
        )

    def _show(self, rows: list[PlaceRow], keep: int) -> None:
        self.rows = {row.id: row for row in rows}
        with QSignalBlocker(
            self.tree
        ):  # the steps are offered once: a button hidden meanwhile would lose the keys
            self.tree.fill(rows, keep)
        self._stack.setCurrentWidget(self.tree if rows else self._empty)
        self._offer()
        self.status_changed.emit()

    def _offer(self) -> None:
        """Only the steps that the place under the keys allows."""
        row = self.current()
        standing = self._may and row is not None and row.closed_on is None
        kind = row.kind if row is not None else None
        inside = {PlaceKind.ROOM: _("Enter a safe"), PlaceKind.SAFE: _("Enter a shelf")}
        seen = {
            "inside": standing and kind in inside,
            "shelf": standing and kind is PlaceKind.ROOM,
            "change": standing,
            "close": standing,
            "history": row is not None,
        }
        self.steps["inside"].setText(inside.get(kind, "") if kind else "")
        for name, button in self.steps.items():
            button.setVisible(seen[name])

    # --- building ---

    def _connect(self) -> None:
        does = {
            "inside": self._enter_inside,
            "shelf": self._enter_shelf,
            "change": self._change,
            "close": self._close,
            "history": self._history,
        }
        for name, button in self.steps.items():
            button.clicked.connect(does[name])
        self.tree.opened.connect(self._change)
        self.tree.currentItemChanged.connect(lambda *_items: self._offer())
        self.closed.toggled.connect(lambda _on: self.refresh())

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for button in self.steps.values():
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.closed)
        line.addWidget(directory_import.tool(self, self._desk, DirectoryKind.PLACES, self.saved))
        self._first = PrimaryButton(_("Enter a room"), "Ins")
        self._first.clicked.connect(self.primary)
        self._empty = EmptyState(
            _("No places yet"),
            _("Enter the rooms, the safes in them and their shelves: papers are kept somewhere."),
            self._first,
        )
        hide_unless(self._first, allowed=self._may)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.7))
        column.addLayout(line)
        column.addWidget(framed(self._stack), 1)


class PlaceTree(QTreeWidget):
    """Rooms with what stands in them."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Rooms and safes"))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.itemDoubleClicked.connect(lambda *_item: self.opened.emit())

    def fill(self, rows: list[PlaceRow], keep: int) -> None:
        """Show other places, the keys on one of them."""
        self.clear()
        items: dict[int, QTreeWidgetItem] = {}
        for row in rows:
            item = items[row.id] = QTreeWidgetItem([_words(row)])
            item.setData(0, Qt.ItemDataRole.UserRole, row.id)
            if row.closed_on is not None:
                item.setForeground(0, theme.tokens().muted)
            over = items.get(row.within_id or 0)
            over.addChild(item) if over else self.addTopLevelItem(item)
        self.expandAll()
        chosen = items.get(keep) or self.topLevelItem(0)
        if chosen is not None:
            self.setCurrentItem(chosen)

    def key(self) -> int:
        """The id of the place that the keys are on, 0 for none."""
        item = self.currentItem()
        return int(item.data(0, Qt.ItemDataRole.UserRole)) if item else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class PlaceForm(FormDialog):
    """Enter a place, or rename and move one."""

    def __init__(
        self,
        desk: "Desk",
        parent: QWidget | None,
        kind: PlaceKind,
        within: PlaceRow | None,
        row: PlaceRow | None = None,
    ) -> None:
        super().__init__(desk, parent, _(KINDS[kind]) if row else _(_NEW[kind]))
        self._kind, self._row = kind, row
        self.draft_form = f"place:{kind.value}"
        self.name = TextField()
        self.within: ChoiceField | None = None
        self.purpose = ChoiceField(
            _("Purpose of the place"), {one: _(words) for one, words in PURPOSES.items()}
        )
        said = {None: _("not said yet"), True: _("yes"), False: _("no")}
        self.lockable = ChoiceField(_("Is locked"), said)
        self.sealable = ChoiceField(_("Is sealed"), said)
        self.add("name", _("Number or name"), self.name)
        if None not in WITHIN[kind]:
            self.within = self._chooser(row.within_id if row else within.id if within else None)
            self.add("within", _("Stands in"), self.within)
        self.add("purpose", _("Purpose of the place"), self.purpose)
        if kind is PlaceKind.SAFE:
            self.add_pair(
                ("lockable", _("Is locked"), self.lockable), ("sealable", _("Is sealed"), self.sealable)
            )
        if row is not None:
            self.name.show_value(row.name)
            self.purpose.show_value(row.purpose)
            self.lockable.show_value(row.lockable)
            self.sealable.show_value(row.sealable)
        self.name.setFocus()

    def save(self, reason: str) -> object:
        """Enter the place or the change; returns its id."""
        from dspdesk.procedures import office

        if self._row is None:
            return office.enter_place(self._desk, office.EnterPlace(kind=self._kind, **self._said()))
        change = office.ChangePlace(place_id=self._row.id, reason=reason, **self._said())
        office.change_place(self._desk, change)
        return self._row.id

    def draft_about(self) -> str:
        return f"place:{self._row.id}" if self._row else ""

    def _said(self) -> dict[str, Any]:
        return {
            "name": self.name.value(),
            "within_id": self.within.value() if self.within else None,
            "lockable": self.lockable.value(),
            "sealable": self.sealable.value(),
            "purpose": self.purpose.value(),
        }

    def _chooser(self, chosen: int | None) -> ChoiceField:
        may = [row for row in places(self._desk) if row.kind in WITHIN[self._kind]]
        field = ChoiceField(_("Stands in"), {row.id: _path(row) for row in may})
        if chosen is not None:
            field.show_value(chosen)
        return field


class CloseForm(FormDialog):
    """Nothing is kept in a place any more."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: PlaceRow) -> None:
        super().__init__(desk, parent, _("Close “{name}”").format(name=_path(row)))
        self._row = row
        self.basis = LongField()
        self.add_note(_("The place stays known for what was kept there; nothing more is put into it."))
        self.add("reason", _("Reason, kept in the ledger"), self.basis)
        self.save_button.set_text(_("Close the place"), "Ctrl+S")
        self.basis.setFocus()

    def save(self, reason: str) -> object:
        """Close it; returns its id."""
        from dspdesk.procedures import office

        office.close_place(
            self._desk, office.ClosePlace(place_id=self._row.id, reason=self.basis.value() or reason)
        )
        return self._row.id


def make(desk: "Desk", _services: Services) -> RoomsPlace:
    """The tab of rooms and safes."""
    return RoomsPlace(desk)


def _path(row: PlaceRow) -> str:
    return " › ".join(row.path)


def _words(row: PlaceRow) -> str:
    words = _("{kind} {name}").format(kind=_(KINDS[row.kind]), name=row.name)
    if row.closed_on is None:
        return words
    return _("{place} · closed {day}").format(place=words, day=short(row.closed_on))
