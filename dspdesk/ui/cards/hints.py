"""What earlier entries offer while a field is being typed.

Tab takes the first hint (or the chosen one) and moves on, Enter takes only a chosen one and moves on, Esc keeps
what was typed. Alt+Down shows the list unasked.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

Offers = Callable[[str], list[str]]  # earlier values for what was typed so far
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Written(Protocol):
    """A field whose text can be read and replaced."""

    def text(self) -> str: ...
    def setText(self, text: str, /) -> None: ...


class Hints(QObject):
    """The list under one field."""

    def __init__(self, field: QWidget, offers: Offers) -> None:
        super().__init__(field)
        self._field = field
        self._offers = offers
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(field)
        self._completer.activated[str].connect(self._take)
        self._completer.popup().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._completer.popup().setAccessibleName(field.accessibleName())
        self._completer.popup().installEventFilter(self)

    def offer(self, typed: str) -> None:
        """Show what goes with the text typed so far; nothing while nothing is typed."""
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
        self._completer.popup().hide()

    def shown(self) -> list[str]:
        """What the list shows now."""
        return self._model.stringList() if self._completer.popup().isVisible() else []

    def _show(self, found: list[str], typed: str) -> None:
        if not found or found == [typed]:
            self.hide()
            return
        self._model.setStringList(found)
        self._completer.complete()
        popup = self._completer.popup()
        popup.setCurrentIndex(popup.model().index(-1, 0))

    def _take(self, text: str) -> None:
        self._written().setText(text)

    def _written(self) -> Written:
        return self._field  # type: ignore[return-value]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        if key not in (Qt.Key.Key_Tab, Qt.Key.Key_Escape, *_ENTER):
            return False
        chosen = self._completer.popup().currentIndex()
        self.hide()
        if key == Qt.Key.Key_Tab and not chosen.isValid():
            chosen = self._completer.popup().model().index(0, 0)
        if key != Qt.Key.Key_Escape:
            if chosen.isValid():
                self._take(str(chosen.data()))
            self._field.window().focusNextChild()
        return True
