"""Questions to the store of which only the newest matters: what a person typed last is what is shown."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from dspdesk.ui import work

Done = Callable[[Any], None]
Question = tuple[Callable[[], object], Done]

#: Seconds an answer is waited for, so that what was opened comes up filled; nobody feels so short a wait.
PATIENCE = 0.08


class Newest(QObject):
    """Runs one function at a time in a thread; what was asked before the newest is never shown.

    While one runs, only the last that was asked waits, so that fast typing does not pile up work.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._done: Done | None = None  # whom to tell of the one that runs
        self._waiting: Question | None = None

    def ask(self, function: Callable[[], object], done: Done, patience: float = 0.0) -> None:
        """Run a function in a thread and hand its result to `done`, unless something newer is asked.

        An answer that comes within `patience` seconds is waited for: a window that fills at once does not flicker.
        """
        self._waiting = (function, done)
        if self._done is None:
            self._next(patience)

    def forget(self) -> None:
        """Show nothing of what has been asked so far."""
        self._waiting = None
        if self._done is not None:
            self._done = _nobody

    def idle(self) -> bool:
        """Whether nothing is under way."""
        return self._done is None

    def _next(self, patience: float = 0.0) -> None:
        if self._waiting is None:
            return
        (function, self._done), self._waiting = self._waiting, None
        if not patience:
            work.run(function, self._arrived, self._broke)
            return
        answer = _Answer(function)
        under_way = work.run(answer.find, self._arrived, self._broke)
        if answer.found.wait(patience):
            under_way.forget()
            self._arrived(answer.result)

    def _arrived(self, result: object) -> None:
        done, self._done = self._done, None
        if self._waiting is not None:
            self._next()
        elif done is not None:
            done(result)

    def _broke(self, error: Exception) -> None:
        forgotten, self._done = self._done is _nobody, None
        self._next()
        if not forgotten:
            raise error


class _Answer:
    """The result of a function that may be waited for."""

    def __init__(self, function: Callable[[], object]) -> None:
        self._function = function
        self.found = threading.Event()
        self.result: object = None

    def find(self) -> object:
        self.result = self._function()
        self.found.set()
        return self.result


def _nobody(result: object) -> None:
    """Take a result that nobody waits for."""
