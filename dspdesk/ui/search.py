"""One search over everything: a field at the top, what is found below it as one types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from dspdesk.language.catalogue import _
from dspdesk.queries.search import Hit, search
from dspdesk.ui.newest import Newest
from dspdesk.ui.search_popup import HIT, MOST, SearchPopup

if TYPE_CHECKING:
    from dspdesk.desk import Desk

DEBOUNCE = 120  # milliseconds from the last letter to the question
_WALK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class SearchField(QLineEdit):
    """Typing asks, Up and Down walk through what was found, Enter goes there, Esc clears and goes back."""

    landed = Signal(object)  # the Hit chosen
    left = Signal()  # Esc: the keys go back to where they were

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._newest = Newest(self)
        self._popup: SearchPopup | None = None
        self._enter_waits = False
        self._debounce = QTimer(self, interval=DEBOUNCE, singleShot=True)
        self._debounce.timeout.connect(self._ask)
        self.setAccessibleName(_("Search everywhere"))
        self.setPlaceholderText(_("Search everywhere   {keys}").format(keys="Ctrl+K"))
        self.setClearButtonEnabled(False)
        self.textEdited.connect(self._edited)

    def popup(self) -> "SearchPopup":
        """What was found, below the field."""
        if self._popup is None:
            self._popup = SearchPopup(self.window(), self)
            self._popup.view.clicked.connect(self._land)
        return self._popup

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() in {Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_P, Qt.Key.Key_I}:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif event.key() in _WALK and self.popup().isVisible():
            self.popup().walk(event)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.popup().hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.text().strip():
            self._ask()

    def _edited(self) -> None:
        self._enter_waits = False
        self._debounce.start()

    def _ask(self) -> None:
        self._debounce.stop()
        text = self.text().strip()
        if not text:
            self._newest.forget()
            self.popup().hide()
            return
        self._newest.ask(lambda: search(self._desk, text, MOST), self._found)

    def _found(self, hits: list[Hit]) -> None:
        if not self.hasFocus():
            return
        self.popup().show_hits(hits)
        if self._enter_waits:
            self._enter_waits = False
            self._land(self.popup().view.currentIndex())

    def _enter(self) -> None:
        """Go to the chosen one; when the last letters have not been asked for yet, after the answer."""
        if self._debounce.isActive() or not self._newest.idle():
            self._enter_waits = True
            if self._debounce.isActive():
                self._ask()
        else:
            self._land(self.popup().view.currentIndex())

    def _land(self, index: QModelIndex) -> None:
        if index.isValid():
            self.popup().hide()
            self.landed.emit(index.data(HIT))

    def _leave(self) -> None:
        self._debounce.stop()
        self._newest.forget()
        self._enter_waits = False
        self.popup().hide()
        self.clear()
        self.left.emit()
