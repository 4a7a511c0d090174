"""Fields of acts: the lines of their table, and people one below the other."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, pgettext
from dspdesk.law.shortage_act import ActLineWords
from dspdesk.ui import theme
from dspdesk.ui.cards.fields import EnterGoesOn, LongField
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.widgets.basics import Caption

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_SHARES = (4, 3, 3, 3)


class LinesField(QWidget):
    """Lines of a table: an empty one is always there below, and one emptied by a person is a line no more."""

    textEdited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._goes_on = EnterGoesOn(self)
        self._rows: list[tuple[LongField, ...]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.em(self, 0.4))
        heads = [_("What was checked"), _("Stated"), pgettext("act", "Found"), _("Note")]
        for column, (head, share) in enumerate(zip(heads, _SHARES, strict=True)):
            self._grid.addWidget(Caption(head), 0, column)
            self._grid.setColumnStretch(column, share)
        self._heads = heads
        self._fixed = False
        self._add_row()

    def value(self) -> tuple[ActLineWords, ...]:
        """The lines in which something stands."""
        lines = [ActLineWords(*(field.value() for field in row)) for row in self._rows]
        return tuple(line for line in lines if line != ActLineWords(""))

    def show_value(self, value: Sequence[ActLineWords]) -> None:
        """Show lines."""
        while len(self._rows) < len(value) + 1:
            self._add_row()
        shown = [*value, *[ActLineWords("")] * (len(self._rows) - len(value))]
        for row, line in zip(self._rows, shown, strict=True):
            for field, text in zip(row, (line.subject, line.stated, line.found, line.note), strict=True):
                field.show_value(text)

    def problem(self) -> str:
        """Any words will do, but a line says what it is about."""
        if all(line.subject for line in self.value()):
            return ""
        return _("Each line says first what was checked.")

    def fix(self, *, fixed: bool) -> None:
        """Let nothing be changed; the empty line goes."""
        self._fixed = fixed
        for row in self._rows:
            empty = not any(field.value() for field in row)
            for field in row:
                field.setReadOnly(fixed)
                field.setVisible(not (fixed and empty))

    def fields(self) -> list[LongField]:
        """The fields in the order in which Enter goes through them."""
        return [field for row in self._rows for field in row]

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The first field of the lines."""
        self._rows[0][0].setFocus(reason)

    def _add_row(self) -> None:
        fields, number = tuple(LongField() for _column in _SHARES), len(self._rows) + 1
        for column, field in enumerate(fields):
            name = _("{column}, line {number}").format(column=self._heads[column], number=number)
            field.setAccessibleName(name)
            field.installEventFilter(self._goes_on)
            field.textEdited.connect(self._edited)
            self._grid.addWidget(field, number, column, Qt.AlignmentFlag.AlignTop)
        if self._rows:
            QWidget.setTabOrder(self._rows[-1][-1], fields[0])
        self._rows.append(fields)

    def _edited(self, text: str) -> None:
        if any(field.value() for field in self._rows[-1]):
            self._add_row()
        self.textEdited.emit(text)


class PeopleField(QWidget):
    """People one below the other, each completed while the name is typed; an empty line is always there below."""

    textEdited = Signal(str)

    def __init__(self, desk: "Desk", name: Callable[[int], str], least: int) -> None:
        super().__init__()
        self._desk, self._name = desk, name
        self._day = desk.today()
        self._goes_on = EnterGoesOn(self)
        self._rows: list[PersonField] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.em(self, 0.4))
        for _place in range(least):
            self._add_row()

    def value(self) -> tuple[int, ...]:
        """The keys of the people named, in their order."""
        return tuple(key for field in self._rows if (key := field.value()) is not None)

    def show_day(self, day: dt.date) -> None:
        """Offer the people in office on a day."""
        self._day = day
        for field in self._rows:
            field.show_day(day)

    def show_value(self, value: Sequence[int]) -> None:
        """Show people."""
        while len(self._rows) < len(value) + 1:
            self._add_row()
        for place, field in enumerate(self._rows):
            field.show_value(value[place] if place < len(value) else None)

    def problem(self) -> str:
        """What is wrong with the first name that is."""
        return next((field.problem() for field in self._rows if field.problem()), "")

    def fix(self, *, fixed: bool) -> None:
        """Let nobody be changed; the empty line goes."""
        for field in self._rows:
            field.setReadOnly(fixed)
            field.setVisible(not (fixed and not field.text()))

    def texts(self) -> list[str]:
        """What was typed, as a draft keeps it."""
        return [field.text() for field in self._rows]

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show what a draft kept."""
        while len(self._rows) < len(texts):
            self._add_row()
        for field, text in zip(self._rows, texts, strict=False):
            field.setText(text)

    def fields(self) -> list[PersonField]:
        """The fields in their order."""
        return list(self._rows)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The first line that is empty, else the first."""
        empty = next(
            (field for field in self._rows if not field.text() and field.isVisibleTo(self)), self._rows[0]
        )
        empty.setFocus(reason)

    def _add_row(self) -> None:
        field = PersonField(self._desk, self._day)
        field.setAccessibleName(self._name(len(self._rows) + 1))
        field.installEventFilter(self._goes_on)
        field.textEdited.connect(self._edited)
        self._column.addWidget(field)
        if self._rows:
            QWidget.setTabOrder(self._rows[-1], field)
        self._rows.append(field)

    def _edited(self, text: str) -> None:
        if self._rows[-1].text().strip():
            self._add_row()
        self.textEdited.emit(text)
