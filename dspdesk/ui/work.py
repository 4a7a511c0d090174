"""Work that would hold up the window: short waits in a thread, long work in a child process.

A thread is for what lets other threads run (key derivation, one SQL statement, copying a file); Python work of
more than a moment (import, long papers) goes into a child, or the window would stutter.
"""

import pickle
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import shiboken6
from PySide6.QtCore import QObject, QProcess, QRunnable, QThreadPool, Signal, Slot

from dspdesk.language.catalogue import current_language
from dspdesk.language.sentences import Told

Done = Callable[[object], None]
Failed = Callable[[Exception], None]

_HEAD = struct.Struct(">Q")  # each message: its length in 8 bytes, then the pickle
_under_way: set["Work"] = set()


class Work(QObject):
    """One function on its way through a thread; it lives in the thread that asked for it."""

    _arrived = Signal()

    def __init__(self, done: Done, failed: Failed | None) -> None:
        super().__init__()
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
        if self._error is None:
            _tell(self._done, self._result)
        elif self._failed is not None:
            _tell(self._failed, self._error)
        elif self._done is not None:
            raise self._error


def run(function: Callable[[], object], done: Done, failed: Failed | None = None) -> Work:
    """Run a function in a thread; `done(result)` or `failed(error)` is called later in the calling thread.

    A method of a window that has been closed and deleted meanwhile is not called.
    """
    work = Work(done, failed)
    _under_way.add(work)
    QThreadPool.globalInstance().start(QRunnable.create(lambda: work.carry_out(function)))
    return work


def idle() -> bool:
    """Whether no work is under way in threads; tests wait for it."""
    return not _under_way


def _tell(callback: Callable[..., None] | None, *what: object) -> None:
    owner = getattr(callback, "__self__", None)
    if callback is None or (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
        return
    callback(*what)


class Job(QObject):
    """Long work in a child process; exactly one of `done`, `failed` and `cancelled` ends it."""

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, ticket: bytes, name: str, command: object, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        asked = SimpleNamespace(ticket=ticket, name=name, command=command, language=current_language())
        self._request = pickle.dumps(asked)
        self._received = bytearray()
        self._over = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.started.connect(self._hand_over)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._did_not_start)

    def start(self) -> "Job":
        """Begin; the ticket goes through the pipe, never as an argument or in the environment."""
        if not getattr(sys, "frozen", False):
            self._process.setWorkingDirectory(str(Path(__file__).parents[2]))
        self._process.start(sys.executable, ["-m", "dspdesk.jobs"])
        return self

    def cancel(self) -> None:
        """End the child; what it had begun to write is rolled back."""
        if self._over:
            return
        self._over = True
        self._process.kill()
        self._process.waitForFinished(2000)
        self.cancelled.emit()

    @property
    def over(self) -> bool:
        """Whether it has ended, one way or another."""
        return self._over

    def _hand_over(self) -> None:
        self._process.write(_HEAD.pack(len(self._request)) + self._request)
        self._process.closeWriteChannel()
        self._request = b""

    def _read(self) -> None:
        self._received += self._process.readAllStandardOutput().data()
        while not self._over and len(self._received) >= _HEAD.size:
            (length,) = _HEAD.unpack_from(self._received)
            if len(self._received) < _HEAD.size + length:
                return
            message = bytes(self._received[_HEAD.size : _HEAD.size + length])
            del self._received[: _HEAD.size + length]
            self._hear(*pickle.loads(message))  # noqa: S301 - our own child, through our own pipe

    def _hear(self, what: str, *said: object) -> None:
        if what == "progress":
            self.progress.emit(*said)
            return
        self._over = True
        (self.done if what == "done" else self.failed).emit(said[0])

    def _ended(self) -> None:
        self._read()
        self._break_off()

    def _did_not_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._break_off()

    def _break_off(self) -> None:
        if not self._over:
            self._over = True
            self.failed.emit(Told("job_failed", step=self._name))
