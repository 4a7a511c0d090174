"""Work that would hold up the window for a moment: it waits in a thread.

Python looks for garbage in whichever thread has just made enough objects. A window that was closed is such garbage,
and one deleted in another thread takes the whole program with it: nothing is looked for while work is under way.

A thread is for what lets other threads run (key derivation, one SQL statement, copying a file); Python work of
more than a moment (import, long papers) goes into a child process (`job`), or the window would stutter.
"""

import gc
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot

T = TypeVar("T")
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

_under_way: set["Work"] = set()


class Work:
    """One function on its way through a thread.

    What it holds may belong to a window, so it is let go in the thread that asked, whoever lets go of the work last.
    """

    def __init__(self, function: Callable[[], object], done: Done, failed: Failed | None) -> None:
        self._function = function
        self._done: Done | None = done
        self._failed = failed
        self._result: object = None
        self._error: Exception | None = None

    def forget(self) -> None:
        """Drop what comes: the work is run to its end, but nobody is told."""
        self._done = self._failed = None

    def carry_out(self) -> None:
        """Run the function; called in the thread."""
        try:
            self._result = self._function()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told to who asked
            self._error = error

    def deliver(self) -> None:
        """Tell who asked; called in the thread that asked."""
        done, failed, result, error = self._done, self._failed, self._result, self._error
        self._done = self._failed = self._result = self._error = None
        self._function = _nothing
        if error is None:
            _tell(done, result)
        elif failed is not None:
            _tell(failed, error)
        elif done is not None:
            raise error


class _Post(QObject):
    """Brings what was carried out back to the thread of the windows.

    There is one, and it is never deleted: a thread may still be inside `emit` while what it brought is delivered.
    """

    _arrived = Signal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._works: deque[Work] = deque()
        self._arrived.connect(self._deliver)

    def bring(self, work: Work) -> None:
        """Have a work delivered; called in its thread."""
        self._works.append(work)
        self._arrived.emit()

    @Slot()
    def _deliver(self) -> None:
        work = self._works.popleft()
        _under_way.discard(work)
        collect_here()
        work.deliver()


_posts: list[_Post] = []


def run(function: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None) -> Work:
    """Run a function in a thread; `done(result)` or `failed(error)` is called later in the calling thread.

    A method of a window that has been closed and deleted meanwhile is not called.
    """
    work, post = Work(function, done, failed), _post()
    _under_way.add(work)
    gc.disable()

    def carried_out() -> None:
        work.carry_out()
        post.bring(work)

    QThreadPool.globalInstance().start(QRunnable.create(carried_out))
    return work


def _nothing() -> None:
    """What a work is left with that was carried out."""


def _post() -> _Post:
    """The one of this application."""
    if not _posts or not shiboken6.isValid(_posts[0]):
        _posts[:] = [_Post()]
    return _posts[0]


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
