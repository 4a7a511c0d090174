"""Work that would hold up the window for a moment: it waits in a thread.

Python looks for garbage in whichever thread has just made enough objects. A window that was closed is such garbage,
and one deleted in another thread takes the whole program with it: nothing is looked for while work is under way.

A thread is for what lets other threads run (key derivation, one SQL statement, copying a file); Python work of
more than a moment (import, long papers) goes into a child process (`job`), or the window would stutter.
"""

import gc
from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot

T = TypeVar("T")
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

_under_way: set["Work"] = set()


class Work(QObject):
    """One function on its way through a thread; it lives, and is deleted, in the thread that asked for it."""

    _arrived = Signal()

    def __init__(self, done: Done, failed: Failed | None) -> None:
        super().__init__(QCoreApplication.instance())  # the other thread may be the last to let go
        self._done: Done | None = done
        self._failed = failed
        self._result: object = None
        self._error: Exception | None = None
        self._arrived.connect(self._deliver)

    def forget(self) -> None:
        """Drop what comes: the work is run to its end, but nobody is told."""
        self._done = self._failed = None

    def carry_out(self, function: Callable[[], object]) -> None:
        """Run the function; called in the thread."""
        try:
            self._result = function()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told to who asked
            self._error = error
        self._arrived.emit()

    @Slot()
    def _deliver(self) -> None:
        _under_way.discard(self)
        self.deleteLater()
        collect_here()
        if self._error is None:
            _tell(self._done, self._result)
        elif self._failed is not None:
            _tell(self._failed, self._error)
        elif self._done is not None:
            raise self._error


def run(function: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None) -> Work:
    """Run a function in a thread; `done(result)` or `failed(error)` is called later in the calling thread.

    A method of a window that has been closed and deleted meanwhile is not called.
    """
    work = Work(done, failed)
    _under_way.add(work)
    gc.disable()
    QThreadPool.globalInstance().start(QRunnable.create(lambda: work.carry_out(function)))
    return work


def collect_here() -> None:
    """Let garbage be looked for again, unless work in another thread might do it."""
    if not _under_way:
        gc.enable()


def idle() -> bool:
    """Whether no work is under way in threads; tests wait for it."""
    return not _under_way


def _tell(callback: Callable[..., None] | None, *what: object) -> None:
    owner = getattr(callback, "__self__", None)
    if callback is None or (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
        return
    callback(*what)
