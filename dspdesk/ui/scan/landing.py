"""Where a scanned label leads: to its row, or, while a dialog is open, to where that dialog lets it.

A dialog that can use codes has `take_scan(code) -> bool`. Any other keeps all that was typed in it: what was scanned is
named there, and opens when the dialog is left or saved.
"""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.barcode import Code
from dspdesk.queries import scanned
from dspdesk.queries.scanned import Scanned
from dspdesk.ui.place import Place
from dspdesk.ui.scan.listening import Listener
from dspdesk.ui.scan.notice import say
from dspdesk.ui.theme import Tone

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class Goes(Protocol):
    """What is asked of the main window."""

    def place(self) -> Place:
        """The place shown."""

    def go_to_row(self, key: str, row: int) -> None:
        """Show a row of a place."""

    def has_place(self, key: str) -> bool:
        """Whether the person sees a place."""


class Landing(QObject):
    """Listens for the main window and all that opens over it."""

    def __init__(self, desk: "Desk", window: QWidget, goes: Goes) -> None:
        super().__init__(window)
        self._desk, self._window, self._goes = desk, window, goes
        self._put_off: tuple[QWidget, Code] | None = None
        self.listener = Listener(self)
        self.listener.scanned.connect(self.scanned)

    def scanned(self, code: Code) -> None:
        """A label was scanned, in whichever window."""
        _close_popups()
        front = self._front()
        takes = getattr(self._goes.place() if front is None else front, "take_scan", None)
        if takes is not None and takes(code):
            return
        self._go_on(code)

    def _go_on(self, code: Code) -> None:
        found, front = scanned.found(self._desk, code), self._front()
        if found is None or not (found.place == "item" or self._goes.has_place(found.place)):
            self._unknown(front or self._window, code)
        elif front is None:
            self._land(found)
        else:
            self._wait(front, code, found)

    def _land(self, found: Scanned) -> None:
        self._goes.go_to_row(found.place, found.row)
        say(self._window, _("Scanned: {what}").format(what=found.words), Tone.GOOD)
        self._goes.place().landed_by_scan(found.row)

    def _wait(self, front: QWidget, code: Code, found: Scanned) -> None:
        """Name it in the dialog; the last of several is the one that opens."""
        words = _("Scanned: {what}. It opens when this window is left or saved.").format(what=found.words)
        say(front, words, Tone.ACCENT, stays=True)
        waiting, self._put_off = self._put_off, (front, code)
        if isinstance(front, QDialog) and (waiting is None or waiting[0] is not front):
            front.finished.connect(lambda _result: QTimer.singleShot(0, self, lambda: self._left(front)))

    def _left(self, front: QWidget) -> None:
        if self._put_off is not None and self._put_off[0] is front:
            (_front, code), self._put_off = self._put_off, None
            self._go_on(code)

    def _unknown(self, window: QWidget, code: Code) -> None:
        QApplication.beep()
        say(window, _("Unknown label: {code}. Nothing in this store has it.").format(code=code), Tone.BAD)

    def _front(self) -> QWidget | None:
        """The dialog that has the keys, `None` when the main window has."""
        front = QApplication.activeModalWidget() or QApplication.activeWindow()
        return None if front is None or front is self._window or not front.isVisible() else front


def _close_popups() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
