"""The fields of the registration card in their groups: filled from an entry, read back into one."""

import datetime as dt
from collections.abc import Collection
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import JournalKind
from dspdesk.law.registration import Entry
from dspdesk.law.restricted_list import Designation, Ground, basis_day
from dspdesk.ui import theme
from dspdesk.ui.cards import registration_fields as layout
from dspdesk.ui.cards.fields import DateField, EnterGoesOn, Field, show_typed, typed
from dspdesk.ui.restricted_list.basis_field import BasisField
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Chip, Heading, Labelled, Panel

if TYPE_CHECKING:
    from dspdesk.desk import Desk

COLUMNS = 12


class Form(QWidget):
    """All fields of one kind of journal. A field that is not touched keeps the very value it was opened with."""

    changed = Signal()  # the person changed something
    left = Signal(str)  # the person left the field of this key

    def __init__(self, desk: "Desk", kind: JournalKind, journal_language: str) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self.fields: dict[str, Field] = {}
        self.boxes: dict[str, Labelled] = {}
        self._opened_with: dict[str, Any] = {}
        self._texts: dict[str, str] = {}
        self._enter = EnterGoesOn(self)
        self.entered = self._enter.entered
        self._new = Chip(_("new"), Tone.ACCENT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.9))
        for group in layout.groups(kind):
            column.addWidget(self._group(group, journal_language))
        column.addStretch(1)
        self._mark_new_ones()
        self._bind_basis()
        self._chain()

    def show_entry(self, entry: Entry, designation: Designation | None = None) -> None:
        """Fill the fields; from here on it counts what the person changes."""
        self._opened_with = layout.values(entry, designation)
        for key, field in self.fields.items():
            field.show_value(self._opened_with[key])
            self.boxes[key].complain("")
        self._texts = {key: field.text() for key, field in self.fields.items()}
        self._look_up("correspondent")
        self._show_ground()

    def entry(self) -> Entry:
        """What the fields say now."""
        return layout.entry(self._opened_with | {key: self.value(key) for key in self.fields})

    def designation(self) -> Designation | None:
        """What the mark of an own document rests on; `None` while nothing is named, and on other cards."""
        chosen = self.value(layout.DESIGNATION) if layout.DESIGNATION in self.fields else None
        if chosen is not None and chosen.ground is Ground.OUTSIDE:
            return Designation.outside(self.value(layout.GROUND))
        return cast("Designation | None", chosen)

    def value(self, key: str) -> Any:
        """The value of one field."""
        field = self.fields[key]
        return self._opened_with[key] if field.text() == self._texts.get(key) else field.value()

    def touched(self) -> bool:
        """Whether anything differs from what the fields were filled with."""
        return any(field.text() != self._texts.get(key) for key, field in self.fields.items())

    def typed(self, *, changed_only: bool) -> dict[str, str]:
        """What the fields hold, for a draft; of a correction only what was changed."""
        return {
            key: typed(field)
            for key, field in self.fields.items()
            if not changed_only or field.text() != self._texts.get(key)
        }

    def put_typed(self, kept: object) -> None:
        """Show what a draft kept; what is no text or no field of this card is passed over."""
        for key, text in kept.items() if isinstance(kept, dict) else ():
            if key in self.fields and isinstance(text, str):
                show_typed(self.fields[key], text)
        self._look_up("correspondent")
        self._show_ground()
        self.changed.emit()

    def problems(self) -> list[str]:
        """The keys of the fields that cannot be read, each with its complaint beside it."""
        found = []
        for key, field in self.fields.items():
            problem = field.problem() if field.text() != self._texts.get(key) else ""
            self.boxes[key].complain(problem)
            if problem:
                found.append(key)
        return found

    def complain(self, complaints: dict[str, str]) -> None:
        """Show these complaints beside their fields and take away the others, but for what cannot be read."""
        for key, box in self.boxes.items():
            field = self.fields[key]
            unreadable = "" if field.hasFocus() or field.text() == self._texts.get(key) else field.problem()
            box.complain(complaints.get(key) or unreadable)

    def focused(self) -> str:
        """The key of the field that has the keys, '' when none has."""
        focus = QApplication.focusWidget()
        return next((key for key, field in self.fields.items() if field is focus), "")

    def focus(self, key: str = "") -> None:
        """Go to a field, or to the first; what stands in it is selected, to be typed over."""
        field = self.fields.get(key) or next(iter(self.fields.values()))
        field.setFocus()
        if select := getattr(field, "selectAll", None):
            select()

    def rest(self) -> None:
        """Select nothing, so that a letter typed by chance replaces nothing."""
        for field in self.fields.values():
            if deselect := getattr(field, "deselect", None):
                deselect()

    def put(self, key: str, value: Any) -> None:
        """Put a value into a field as if the person had typed it."""
        self.fields[key].show_value(value)
        if key == layout.DESIGNATION:
            self.fields[layout.GROUND].show_value(value.words if value else "")
        self._look_up(key)
        self.changed.emit()

    def put_today(self) -> None:
        """Put today's date into the field that has the keys, if it holds a date."""
        field = self.fields.get(self.focused())
        if isinstance(field, DateField):
            field.put_today()

    def fix(self, fixed: bool) -> None:
        """Let nothing be changed, or let it again."""
        for field in self.fields.values():
            field.setReadOnly(fixed)

    def hold(self, keys: Collection[str], why: str) -> None:
        """Let nobody change these fields: something else says what stands in them, and `why` says what."""
        for key in keys:
            if key in self.fields:
                self.fields[key].setReadOnly(True)
                self.fields[key].setToolTip(why)
                self.fields[key].setAccessibleDescription(why)

    def put_lists_away(self) -> None:
        """Close the list of hints, if one is open."""
        for field in self.fields.values():
            if field.hints:
                field.hints.hide()

    def last(self) -> Field:
        """The last field, to go on from."""
        return list(self.fields.values())[-1]

    def _group(self, group: layout.Group, journal_language: str) -> Panel:
        panel, grid = Panel(), QGridLayout()
        grid.setHorizontalSpacing(theme.em(self, 0.8))
        grid.setVerticalSpacing(theme.em(self, 0.6))
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        panel.body.addWidget(Heading(_(group.title)))
        for row, places in enumerate(group.rows):
            at = 0
            for place in places:
                grid.addWidget(self._box(place, journal_language), row, at, 1, place.span)
                at += place.span
        panel.body.addLayout(grid)
        return panel

    def _box(self, place: layout.Place, journal_language: str) -> QWidget:
        field = layout.make(place.key, self._desk, journal_language)
        field.installEventFilter(self._enter)
        field.textEdited.connect(lambda _typed: self.changed.emit())
        field.left.connect(lambda key=place.key: self._left(key))
        box = Labelled(_(place.caption), field)
        _column(box).addStretch(1)
        self.fields[place.key], self.boxes[place.key] = field, box
        return box

    def _left(self, key: str) -> None:
        field = self.fields[key]
        if field.text() != self._texts.get(key):
            self.boxes[key].complain(field.problem())
        self._look_up(key)
        self.left.emit(key)

    def _bind_basis(self) -> None:
        """The list is that of the day of signing; the ground has a field only where it is outside the lists."""
        field = self.fields.get(layout.DESIGNATION)
        if isinstance(field, BasisField):
            field.day = self._basis_day
            self.changed.connect(self._show_ground)
            self._show_ground()

    def _basis_day(self) -> dt.date:
        return basis_day(self.value("signed_on"), self.value("date"), self._desk.today())

    def _show_ground(self) -> None:
        if layout.DESIGNATION in self.fields:
            chosen = self.value(layout.DESIGNATION)
            outside = chosen is not None and chosen.ground is Ground.OUTSIDE
            self.boxes[layout.GROUND].setVisible(outside)

    def _mark_new_ones(self) -> None:
        """The mark of a correspondent met for the first time stands in the line of the label."""
        box = self.boxes["correspondent"]
        line = QHBoxLayout()
        _column(box).removeWidget(box.label)
        line.addWidget(box.label)
        line.addWidget(self._new)
        line.addStretch(1)
        _column(box).insertLayout(0, line)
        self._new.setToolTip(_("Not in the directory yet: it is added when the card is saved."))
        self._new.hide()

    def _look_up(self, key: str) -> None:
        if key != "correspondent":
            return
        from dspdesk.queries.completion import is_known

        name = self.fields[key].text().strip()
        new = bool(name) and not is_known(self._desk, name)
        self._new.setVisible(new)
        self.fields[key].setAccessibleDescription(self._new.toolTip() if new else "")

    def _chain(self) -> None:
        fields = list(self.fields.values())
        for one, other in pairwise(fields):
            QWidget.setTabOrder(one, other)


def _column(box: Labelled) -> QVBoxLayout:
    return cast("QVBoxLayout", box.layout())
