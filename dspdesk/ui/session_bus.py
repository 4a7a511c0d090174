"""What the desktop says of the session: locked, left for another person's, or the machine about to sleep.

D-Bus is a bus inside this machine; this module alone may use it (`tests/test_architecture.py`). Without a bus, or
without logind on it, nothing is heard and nothing breaks: the clock of `lock` still counts, sleep included.

Windows tells the same by WM_WTSSESSION_CHANGE (WTS_SESSION_LOCK, WTS_CONSOLE_DISCONNECT, after
WTSRegisterSessionNotification) and WM_POWERBROADCAST (PBT_APMSUSPEND), through a native event filter. That is not
built here, where it could not be tried; there the clock of `lock` alone watches.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

_LOGIND = "org.freedesktop.login1"
_MANAGER = f"{_LOGIND}.Manager"
_SESSION = f"{_LOGIND}.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
_PATIENCE = 2000  # milliseconds for an answer; nobody waits for it

#: The stubs ask for bytes where the bus takes what `SLOT` gives, and that is a text.
_BEGINS: Any = SLOT("begins(bool)")
_LOCKED: Any = SLOT("locked()")
_CHANGED: Any = SLOT("changed(QDBusMessage)")

Answered = Callable[[list[object]], None]


class SessionBus(QObject):
    """Listens to the two buses; `left` comes when the person is not in front of this session any more."""

    left = Signal()

    def __init__(self, system: QDBusConnection | None = None, session: QDBusConnection | None = None) -> None:
        super().__init__()
        self._system = system or QDBusConnection.systemBus()
        session = session or QDBusConnection.sessionBus()
        self._path = ""
        self._questions: set[QDBusPendingCallWatcher] = set()
        for screen_saver in _SCREEN_SAVERS if session.isConnected() else ():
            session.connect("", "", screen_saver, "ActiveChanged", self, _BEGINS)
        if self._system.isConnected():
            self._system.connect(_LOGIND, "", _MANAGER, "PrepareForSleep", self, _BEGINS)
            self._ask("/org/freedesktop/login1", _MANAGER, "GetSession", ["auto"], self._listen)

    @Slot(bool)
    def begins(self, begins: bool) -> None:
        """The screen saver or the sleep begins, or ends."""
        if begins:
            self.left.emit()

    @Slot()
    def locked(self) -> None:
        """The session is asked to lock."""
        self.left.emit()

    @Slot(QDBusMessage)
    def changed(self, message: QDBusMessage) -> None:
        """Something of the session changed: ask whether it still has the screen."""
        if message.arguments()[:1] == [_SESSION]:
            self._ask(self._path, _PROPERTIES, "Get", [_SESSION, "Active"], self._active)

    def _listen(self, answer: list[object]) -> None:
        self._path = str(answer[0].path() if hasattr(answer[0], "path") else answer[0])
        self._system.connect(_LOGIND, self._path, _SESSION, "Lock", self, _LOCKED)
        self._system.connect(_LOGIND, self._path, _PROPERTIES, "PropertiesChanged", self, _CHANGED)

    def _active(self, answer: list[object]) -> None:
        value = answer[0].variant() if isinstance(answer[0], QDBusVariant) else answer[0]
        if value is False:
            self.left.emit()

    def _ask(
        self, path: str, interface: str, method: str, arguments: list[object], answered: Answered
    ) -> None:
        question = QDBusMessage.createMethodCall(_LOGIND, path, interface, method)
        question.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(question, _PATIENCE))
        self._questions.add(watcher)

        def finished() -> None:
            self._questions.discard(watcher)
            reply = watcher.reply()
            if reply.type() == QDBusMessage.MessageType.ReplyMessage and reply.arguments():
                answered(reply.arguments())

        watcher.finished.connect(finished)
