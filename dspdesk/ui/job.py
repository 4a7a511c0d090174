"""Long work in a child process of `dspdesk.jobs`, with progress and a way to end it."""

import pickle
import struct
import sys
from pathlib import Path
from types import SimpleNamespace
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, QProcess, Signal

from dspdesk.language.catalogue import current_language
from dspdesk.language.sentences import Told

_HEAD = struct.Struct(">Q")  # each message: its length in 8 bytes, then the pickle

#: What the interpreter runs as the child.
COMMAND: tuple[str, ...] = ("-m", "dspdesk.jobs")

_started: WeakSet["Job"] = WeakSet()


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
        _started.add(self)
        self._process.start(sys.executable, list(COMMAND))
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


def idle() -> bool:
    """Whether no child process is at work; the lock waits for it."""
    return all(job.over for job in _started if shiboken6.isValid(job))
