"""Telling a scanner from a person: both type, but only a scanner types a whole code within a blink.

Keys that may begin a code are held back for a blink. When what follows is no code, or nothing follows, they go on to
where they were going, in their order; when it is one, the window never sees it. So a field keeps its text, a list its
row and a choice its value, wherever the keys are.
"""

import time
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from dspdesk.law.barcode import Code, may_become
from dspdesk.law.values import Impossible

#: The longest pause between two keys of a scanner, in milliseconds; the fastest hands need twice as long.
BLINK = 50
_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
#: What a scanner presses between the letters of a code.
_BETWEEN = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_CapsLock})


class Listener(QObject):
    """Listens at whichever window has the keys, from `begin` to `end`.

    No window is remembered: those of the window system come and go without a word.
    """

    scanned = Signal(object)  # Code

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = cast("QGuiApplication", QGuiApplication.instance())
        self._listening = False
        self._held: list[QKeyEvent] = []
        self._held_at = 0.0
        self._giving_back = False
        self._blink = QTimer(self, interval=BLINK, singleShot=True)
        self._blink.timeout.connect(self._nothing_followed)

    def begin(self) -> None:
        """Begin to listen."""
        self._listening = True
        self._application.focusWindowChanged.connect(self._follow)
        self._follow(QGuiApplication.focusWindow())

    def end(self) -> None:
        """Listen no more."""
        if self._listening:
            self._listening = False
            self._application.focusWindowChanged.disconnect(self._follow)
            self._give_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what may be a code, take one out that is, let all else pass."""
        if event.type() != QEvent.Type.KeyPress or self._giving_back or not self._listening:
            return False
        return isinstance(event, QKeyEvent) and isinstance(watched, QWindow) and self._struck(event)

    # --- keys ---

    def _struck(self, key: QKeyEvent) -> bool:
        if key.key() in _BETWEEN:
            return False
        if not self._fast(key):
            self._give_back()
        if key.key() in _ENDS:
            return self._ended()
        if not self._may_be_of_a_code(key):
            self._give_back()
        return self._may_be_of_a_code(key) and self._hold(key)

    def _may_be_of_a_code(self, key: QKeyEvent) -> bool:
        plain = not (key.modifiers() & ~_PLAIN) and not key.isAutoRepeat()
        return plain and len(key.text()) == 1 and may_become(self._text() + key.text())

    def _fast(self, key: QKeyEvent) -> bool:
        """Whether a key came within a blink of the one before it, by the clock of the keyboard where it has one."""
        if not self._held:
            return True
        last = self._held[-1].timestamp()
        if key.timestamp() and last:
            return int(key.timestamp()) - int(last) <= BLINK
        return (time.monotonic() - self._held_at) * 1000 <= BLINK

    def _hold(self, key: QKeyEvent) -> bool:
        kept = QKeyEvent(key.type(), key.key(), key.modifiers(), key.text(), key.isAutoRepeat(), key.count())
        kept.setTimestamp(key.timestamp())
        self._held.append(kept)
        self._held_at = time.monotonic()
        self._blink.start()
        return True

    def _ended(self) -> bool:
        try:
            code = Code.parse(self._text())
        except Impossible:
            self._give_back()
            return False
        self._held.clear()
        self._blink.stop()
        self._say_somebody_is_there()
        QTimer.singleShot(0, self, lambda: self.scanned.emit(code))
        return True

    def _nothing_followed(self) -> None:
        """A blink has passed. If the program itself was busy so long, what has come meanwhile is looked at first."""
        if (time.monotonic() - self._held_at) * 1000 > 3 * BLINK:
            self._held_at = time.monotonic()
            self._blink.start()
        else:
            self._give_back()

    def _give_back(self) -> None:
        """Let the keys held back go on to where they were going."""
        held, self._held = self._held, []
        self._blink.stop()
        window = QGuiApplication.focusWindow()
        if not held or window is None:
            return
        self._giving_back = True
        try:
            for key in held:
                QCoreApplication.sendEvent(window, key)
        finally:
            self._giving_back = False

    def _text(self) -> str:
        return "".join(key.text() for key in self._held)

    def _say_somebody_is_there(self) -> None:
        """The lock counts keys: a key that means nothing goes on in the place of those taken out."""
        if (window := QGuiApplication.focusWindow()) is not None:
            nothing = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(window, nothing)

    # --- windows ---

    def _follow(self, window: QWindow | None) -> None:
        self._give_back()
        if window is not None:
            window.installEventFilter(self)
