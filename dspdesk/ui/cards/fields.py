"""Fields of cards: each shows a value, reads it back, and says what is wrong with what was typed."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language import dates
from dspdesk.language.catalogue import _
from dspdesk.law.values import MOST_SHEETS, CopyNumbers, Impossible
from dspdesk.ui import theme
from dspdesk.ui.cards.hints import Hints, Offers
from dspdesk.ui.widgets.basics import Choice


class TextField(QLineEdit):
    """A line of text, with hints from earlier entries where `offers` are given."""

    left = Signal()  # the focus went on to another field

    def __init__(self, offers: Offers | None = None) -> None:
        super().__init__()
        self.hints = Hints(self, offers) if offers else None
        if self.hints:
            self.textEdited.connect(self.hints.offer)

    def value(self) -> Any:
        """What was typed, as the entry keeps it; `None` or '' while it is empty or not to be read."""
        return " ".join(self.text().split())

    def show_value(self, value: Any) -> None:
        """Show a value of the entry."""
        self.setText(value or "")
        self.setCursorPosition(0)

    def problem(self) -> str:
        """What is wrong with what was typed, '' when nothing is."""
        return ""

    def show_list(self) -> None:
        """Show what can be chosen here."""
        if self.hints:
            self.hints.show_all()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._leave()

    def _leave(self) -> None:
        if self.hints:
            self.hints.hide()
        self.left.emit()


class LongField(QPlainTextEdit):
    """Text of a few lines; Enter goes on, because an entry has no paragraphs."""

    left = Signal()
    textEdited = Signal(str)
    MOST_LINES = 4
    _MARGIN = 1
    _LEAST = 6  # ems: several stand side by side in a table

    def __init__(self, offers: Offers | None = None) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(self._MARGIN)
        self._lines = 1
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()
        self.hints = Hints(self, offers) if offers else None
        if self.hints:
            self.textEdited.connect(self.hints.offer)

    def text(self) -> str:
        """What was typed."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Replace the text; the cursor goes to its end."""
        self.selectAll()
        self.insertPlainText(text)

    def value(self) -> Any:
        """What was typed, in one line."""
        return " ".join(self.text().split())

    def show_value(self, value: Any) -> None:
        """Show a value of the entry."""
        self.setPlainText(value or "")

    def problem(self) -> str:
        """Any text will do."""
        return ""

    def show_list(self) -> None:
        """Show what can be chosen here."""
        if self.hints:
            self.hints.show_all()

    def sizeHint(self) -> QSize:
        """As high as a field of one line, and a line higher for each line more."""
        text, padding = self.fontMetrics().height(), round(self.fontMetrics().height() * 0.28)
        more = (self._lines - 1) * self.fontMetrics().lineSpacing()
        return QSize(super().sizeHint().width(), text + more + 2 * (padding + self._MARGIN + 1))

    def minimumSizeHint(self) -> QSize:
        least = min(super().minimumSizeHint().width(), theme.em(self, self._LEAST))
        return QSize(least, self.sizeHint().height())

    def _grow(self) -> None:
        self._lines = max(1, min(round(self.document().size().height()), self.MOST_LINES))
        fits = self._lines < self.MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()  # words that wrap otherwise are more or fewer lines, and the document does not say so
        if self._lines < self.MOST_LINES:
            self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.text()
        super().keyPressEvent(event)
        if self.text() != before:
            self.textEdited.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            if self.hints:
                self.hints.hide()
            self.left.emit()


class LinesField(LongField):
    """Text in lines, as a letterhead is: Enter begins a new one, Tab goes on."""

    MOST_LINES = 6
    breaks_lines = True

    def value(self) -> str:
        """What was typed, with its lines."""
        return self.text().strip()


class ReasonField(LongField):
    """A reason, or whatever else Enter ends."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class DateField(TextField):
    """A date as clerks type it ("5.3", "0503"), shown in full when the field is left; `needed` lets none be empty."""

    def __init__(self, today: Callable[[], dt.date], *, needed: bool = False) -> None:
        super().__init__()
        self._today, self._needed = today, needed
        self.setPlaceholderText(_("dd.mm.yyyy"))

    def value(self) -> dt.date | None:
        """The day, `None` while there is none or it cannot be read."""
        return dates.parse(self.text(), self._today())

    def show_value(self, value: dt.date | None) -> None:
        """Show a day."""
        self.setText(dates.short(value) if value else "")

    def problem(self) -> str:
        if not self.text().strip():
            return _("Write the day.") if self._needed else ""
        if self.value():
            return ""
        return _("There is no such date. Type the day and the month: {example}.").format(
            example=dates.short(self._today())
        )

    def put_today(self) -> None:
        """Put today's date."""
        self.show_value(self._today())
        self.textEdited.emit(self.text())

    def show_list(self) -> None:
        """Choose from a calendar."""
        calendar = Calendar(self.value() or self._today(), self)
        calendar.chosen.connect(self._chosen)
        calendar.open_below(self)

    def _chosen(self, day: dt.date) -> None:
        self.show_value(day)
        self.textEdited.emit(self.text())

    def _leave(self) -> None:
        if day := self.value():
            self.show_value(day)
        super()._leave()


class Calendar(QFrame):
    """A month to choose a day from: arrows move, Enter takes, Esc leaves."""

    chosen = Signal(object)

    def __init__(self, day: dt.date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._month = QCalendarWidget()
        self._month.setAccessibleName(_("Calendar"))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self._month.activated.connect(self._take)
        self._month.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._month)

    def open_below(self, field: QWidget) -> None:
        """Show it under a field."""
        self.move(field.mapToGlobal(QPoint(0, field.height())))
        self.show()
        self._month.setFocus()

    def _take(self, day: QDate) -> None:
        self.chosen.emit(dt.date(day.year(), day.month(), day.day()))
        self.close()


class CountField(TextField):
    """A whole number, or nothing."""

    def value(self) -> int | None:
        """The number, `None` while there is none or it cannot be read."""
        text = self.text().strip()
        return int(text) if text.isascii() and text.isdecimal() and int(text) <= MOST_SHEETS else None

    def show_value(self, value: int | None) -> None:
        """Show a number."""
        self.setText("" if value is None else str(value))

    def problem(self) -> str:
        if not self.text().strip() or self.value() is not None:
            return ""
        return _("Only a whole number can stand here.")


class CopiesField(TextField):
    """The numbers of copies: "1, 2", "5-7"."""

    def value(self) -> tuple[int, ...]:
        """The numbers, empty while there are none or they cannot be read."""
        try:
            return CopyNumbers.parse(self.text()).numbers
        except Impossible:
            return ()

    def show_value(self, value: tuple[int, ...]) -> None:
        """Show the numbers, runs as ranges."""
        self.setText(str(CopyNumbers(value)))

    def problem(self) -> str:
        if not self.text().strip() or self.value():
            return ""
        return _("Write the numbers of the copies: 1, 2 or 5–7.")

    def _leave(self) -> None:
        if numbers := self.value():
            self.show_value(numbers)
        super()._leave()


class ChoiceField(Choice):
    """One of a few values, each with its words."""

    left = Signal()
    textEdited = Signal(str)
    hints = None

    def __init__(self, name: str, words: Mapping[Any, str]) -> None:
        super().__init__(name)
        self._values = list(words)  # kept here: Qt would turn an enumeration into its text
        self.addItems(list(words.values()))
        self.activated.connect(lambda _: self.textEdited.emit(self.currentText()))

    def set_words(self, words: Mapping[Any, str]) -> None:
        """Offer other values; what was chosen stays chosen where it is still among them."""
        chosen = self.value() if self._values else None
        self._values = list(words)
        self.clear()
        self.addItems(list(words.values()))
        if chosen in self._values:
            self.show_value(chosen)

    def text(self) -> str:
        """The words of what is chosen."""
        return self.currentText()

    def values(self) -> list[Any]:
        """What can be chosen."""
        return list(self._values)

    def value(self) -> Any:
        """What is chosen."""
        return self._values[self.currentIndex()]

    def show_value(self, value: Any) -> None:
        """Choose a value."""
        self.setCurrentIndex(self._values.index(value))

    def problem(self) -> str:
        """Nothing else can be chosen."""
        return ""

    def setReadOnly(self, fixed: bool) -> None:
        """Let nothing be chosen."""
        self.setEnabled(not fixed)

    def show_list(self) -> None:
        """Open the list."""
        self.showPopup()


Field = TextField | LongField | ChoiceField


def typed(field: Field) -> str:
    """What a field holds, as a draft keeps it: also what cannot be read, and the same in every language."""
    return str(field.value()) if isinstance(field, ChoiceField) else field.text()


def show_typed(field: Field, text: str) -> None:
    """Show what a draft kept; a choice that is none any more is left as it is."""
    if not isinstance(field, ChoiceField):
        field.setText(text)
    elif (value := next((one for one in field.values() if str(one) == text), None)) is not None:
        field.show_value(value)


class EnterGoesOn(QObject):
    """Enter in a field goes on to the next, Alt+Down shows its list; tells when a field is entered."""

    entered = Signal(QWidget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.entered.emit(watched)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not getattr(
            watched, "breaks_lines", False
        ):
            return self._enter(watched, modifiers)
        if event.key() == Qt.Key.Key_Down and modifiers == Qt.KeyboardModifier.AltModifier:
            show_list = getattr(watched, "show_list", None)
            if show_list:
                show_list()
            return bool(show_list)
        return False

    def _enter(self, watched: QObject, modifiers: Qt.KeyboardModifier) -> bool:
        window = watched.window()  # type: ignore[attr-defined]
        if modifiers == Qt.KeyboardModifier.NoModifier:
            window.focusNextChild()
        elif modifiers == Qt.KeyboardModifier.ShiftModifier:
            window.focusPreviousChild()
        return True
