"""What earlier entries offer while a field is being typed.

Tab takes the first hint (or the chosen one) and moves on, Enter takes only a chosen one and moves on, Esc keeps
what was typed. Alt+Down shows the list unasked.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

Offers = Callable[[str], list[str]]  # earlier values for what was typed so far
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Written(Protocol):
    """A field whose text can be read and replaced; `textEdited` tells that a person changed it."""

    textEdited: SignalInstance

    def text(self) -> str: ...
    def setText(self, text: str, /) -> None: ...


class Hints(QObject):
    """The list under one field."""

    def __init__(self, field: QWidget, offers: Offers) -> None:
        super().__init__(field)
        self._field = field
        self._offers = offers
        self._taking = False
        self._completer: QCompleter | None = None  # made when it is first needed: a card has many fields
        self._popup: QListView | None = None

    def offer(self, typed: str) -> None:
        """Show what goes with the text typed so far; nothing while nothing is typed."""
        if self._taking:
            return
        if typed.strip():
            self._show(self._offers(typed), typed)
        else:
            self.hide()

    def show_all(self) -> None:
        """Show the list unasked: what goes with the text, or else the latest values."""
        typed = self._written().text()
        self._show(self._offers(typed) or self._offers(""), "")

    def hide(self) -> None:
        """Put the list away."""
        if self._popup is not None:
            self._popup.hide()

    def shown(self) -> list[str]:
        """What the list shows now."""
        if self._popup is None or not self._popup.isVisible():
            return []
        model = self._popup.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def _show(self, found: list[str], typed: str) -> None:
        if not found or found == [typed]:
            self.hide()
            return
        completer, popup = self._made()
        completer.setModel(QStringListModel(found, completer))
        completer.complete()
        popup.setCurrentIndex(QModelIndex())

    def _made(self) -> tuple[QCompleter, QListView]:
        if self._completer is None or self._popup is None:
            self._completer, self._popup = QCompleter(self), QListView()
            self._completer.setPopup(self._popup)
            self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            self._completer.setWidget(self._field)
            self._completer.activated.connect(lambda chosen: self._take(str(chosen)))
            self._popup.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
            self._popup.setTextElideMode(Qt.TextElideMode.ElideMiddle)
            self._popup.setAccessibleName(self._field.accessibleName())
            self._popup.installEventFilter(self)
        return self._completer, self._popup

    def _take(self, text: str) -> None:
        """Put a hint into the field, as if it had been typed, but offer nothing to it."""
        self._taking = True
        self._written().setText(text)
        self._written().textEdited.emit(text)
        self._taking = False

    def _written(self) -> Written:
        return self._field  # type: ignore[return-value]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            return self._popup is not None and self._key(Qt.Key(event.key()), self._popup)
        return False

    def _key(self, key: Qt.Key, popup: QListView) -> bool:
        if key not in (Qt.Key.Key_Tab, Qt.Key.Key_Escape, *_ENTER):
            return False
        chosen = popup.currentIndex()
        self.hide()
        if key == Qt.Key.Key_Tab and not chosen.isValid():
            chosen = popup.model().index(0, 0)
        if key != Qt.Key.Key_Escape:
            if chosen.isValid():
                self._take(str(chosen.data()))
            self._field.window().focusNextChild()
        return True
