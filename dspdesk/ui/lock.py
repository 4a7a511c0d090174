"""The lock: after a while without a key, after a long day, when the system locks or sleeps, and when asked for.

Locking is in this order: drafts are kept in the store, dialogs and previews go with what they show, our own text
goes from the clipboard, the store is closed, and another process begins at the sign-in (`app.restart`): closing a
store leaves its key in memory, ending the process does not. Work under way is waited for: half a backup is none.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog

from dspdesk.language.catalogue import _, ngettext
from dspdesk.language.sentences import Told
from dspdesk.ui import job, keys, work

if TYPE_CHECKING:
    from dspdesk.desk import Desk

Now = Callable[[], float]
WARNING = 30  # seconds before the lock in which the status line says so
_PULSE = 1000  # milliseconds between two looks at the clock
_SOON = 50  # and while work is waited for
_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Cause(StrEnum):
    """Why the program locks."""

    ASKED = "asked"
    IDLE = "idle"
    HOURS = "hours"
    SYSTEM = "system"  # the session was locked or left, or the machine was put to sleep


@dataclass(frozen=True, slots=True)
class Limits:
    """After how many minutes without a key the program locks, and after how many hours in any case."""

    minutes: int = 5
    hours: int = 12


def now() -> float:
    """Seconds that only grow, and grow while the machine sleeps, too."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


def busy() -> bool:
    """Whether work is under way that the lock waits for."""
    return not (work.idle() and job.idle())


def limits_of(desk: "Desk") -> Limits:
    """The limits that the body has set."""
    from dspdesk.queries.settings import setting

    return Limits(int(setting(desk, "lock_minutes")), int(setting(desk, "lock_hours")))


class Watch(QObject):
    """Watches over an open desk, from the sign-in to the lock.

    Keys and the mouse are seen where they come in, at the windows and at what has the focus: a filter on the whole
    application would be asked for every event there is.
    """

    due = Signal(object)  # Cause
    warned = Signal(object)  # the seconds left; 0: work under way is waited for; None: all is calm

    def __init__(self, limits: Callable[[], Limits], now: Now = now, busy: Callable[[], bool] = busy) -> None:
        super().__init__()
        self._ask_limits, self._now, self._busy = limits, now, busy
        self._application = cast("QGuiApplication", QGuiApplication.instance())
        self.limits = limits()
        self._began = self._touched = now()
        self._asked: Cause | None = None
        self._left: int | None = None
        self._paused = False  # whether the limits were asked in this pause already
        self._timer = QTimer(self, interval=_PULSE)
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        for timer in (self._timer, self._soon):
            timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Begin to watch."""
        self._application.focusWindowChanged.connect(self._follow_window)
        self._application.focusObjectChanged.connect(self._follow)
        self._follow(QGuiApplication.focusWindow())
        self._follow(QGuiApplication.focusObject())
        self._timer.start()

    def end(self) -> None:
        """Watch no more."""
        if self._timer.isActive():
            self._timer.stop()
            self._application.focusWindowChanged.disconnect(self._follow_window)
            self._application.focusObjectChanged.disconnect(self._follow)

    def ask(self, cause: Cause) -> None:
        """Lock, at once or when the work under way has ended."""
        self._asked = self._asked or cause
        self.look()

    def touch(self) -> None:
        """Somebody is there; once a lock is due, that comes too late: whoever it is signs in."""
        if self._timer.isActive() and (self._asked or self._seconds_left() <= 0):
            self.look()
            return
        self._touched = self._now()
        self._paused = False
        self._tell(None)

    def look(self) -> None:
        """Look at the clock: lock, warn, or leave it."""
        if not self._timer.isActive():
            return
        left = self._seconds_left()
        cause = self._asked or (None if left > 0 else self._overdue())
        if cause is not None and not self._busy():
            self.end()
            self.due.emit(cause)
        elif cause is not None:
            self._asked = cause
            self._tell(0)
            self._soon.start()
        else:
            self._tell(math.ceil(left) if left <= WARNING else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of keys and the mouse, and let them go on."""
        if event.type() in _LIFE:
            self.touch()
        return False

    def _seconds_left(self) -> float:
        moment = self._now()
        if not self._paused and moment - self._touched > WARNING:
            self._paused, self.limits = True, self._limits_now()
        idle = self._touched + self.limits.minutes * 60
        return min(idle, self._began + self.limits.hours * 3600) - moment

    def _limits_now(self) -> Limits:
        """The limits, which may have been changed meanwhile; a store that cannot be read is locked all the same."""
        try:
            return self._ask_limits()
        except Told:
            return self.limits

    def _overdue(self) -> Cause:
        return Cause.HOURS if self._now() >= self._began + self.limits.hours * 3600 else Cause.IDLE

    def _tell(self, left: int | None) -> None:
        if left != self._left:
            self._left = left
            self.warned.emit(left)

    def _follow(self, thing: QObject | None) -> None:
        if thing is not None:
            thing.installEventFilter(self)

    def _follow_window(self, window: QWindow | None) -> None:
        self._follow(window)
        QTimer.singleShot(0, self, self._bind_dialog)

    def _bind_dialog(self) -> None:
        """Ctrl+L locks in dialogs, too: they keep the main window's keys from it."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and not dialog.property("locks"):
            dialog.setProperty("locks", True)
            keys.bind(dialog, keys.NEXT_PERSON, lambda: self.ask(Cause.ASKED))


def warning(left: int | None) -> str:
    """What the status line says of a lock that is near."""
    if left is None:
        return ""
    if not left:
        return _("Locks when the work under way has ended.")
    return ngettext(
        "Locks in {n} second. Any key puts it off.", "Locks in {n} seconds. Any key puts it off.", left
    ).format(n=left)


def explanation(cause: str, limits: Limits) -> str:
    """What the sign-in window says after a lock; '' after one that was asked for."""
    if cause == Cause.IDLE:
        words = ngettext(
            "Locked after {n} minute without a key.",
            "Locked after {n} minutes without a key.",
            limits.minutes,
        )
        return words.format(n=limits.minutes)
    if cause == Cause.HOURS:
        words = ngettext(
            "Locked: {n} hour has passed since the sign-in.",
            "Locked: {n} hours have passed since the sign-in.",
            limits.hours,
        )
        return words.format(n=limits.hours)
    return _("Locked together with this computer.") if cause == Cause.SYSTEM else ""


def put_away() -> None:
    """Keep the drafts, then take what is shown and copied away: dialogs, previews, our text in the clipboard."""
    from dspdesk.ui.cards import draft_keeper

    draft_keeper.flush_all()
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog):
            window.hide()
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _clear_clipboard()


def _clear_clipboard() -> None:
    clipboard = QGuiApplication.clipboard()
    for mode, ours in (
        (QClipboard.Mode.Clipboard, clipboard.ownsClipboard),
        (QClipboard.Mode.Selection, clipboard.ownsSelection),
    ):
        if ours():
            clipboard.clear(mode)
