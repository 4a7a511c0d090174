"""Carrying documents over while the window stays alive: a few in a thread, many in a child process."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from dspdesk.ui import work
from dspdesk.ui.job import Job

if TYPE_CHECKING:
    from dspdesk.desk import Desk

MOST_AT_ONCE = 100  # documents that take no longer than a child process takes to start


class Carrying(QObject):
    """One batch on its way; exactly one of `done`, `failed` and `cancelled` ends it."""

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None

    def start(self, item_ids: tuple[int, ...], year: int) -> None:
        """Register these documents anew in a year."""
        from dspdesk.procedures.carry_over import CarryOver, carry_over

        command = CarryOver(item_ids=item_ids, year=year)
        if len(item_ids) > MOST_AT_ONCE:
            self._in_a_child(command)
        else:
            work.run(lambda: carry_over(self._desk, command), self._arrived, self._broke)

    @property
    def can_be_cancelled(self) -> bool:
        """Whether there is a child process to end."""
        return self._job is not None

    def cancel(self) -> None:
        """End it: nothing of it is kept."""
        if self._job is not None:
            self._job.cancel()

    def _in_a_child(self, command: object) -> None:
        self._job = job = Job(self._desk.ticket(), "carry_over", command, self)
        job.progress.connect(self.progress)
        ends: tuple[tuple[Any, Callable[..., None]], ...] = (
            (job.done, self._arrived),
            (job.failed, self._broke),
            (job.cancelled, self._stopped),
        )
        for signal, what in ends:
            signal.connect(what)
        job.start()

    def _arrived(self, result: object) -> None:
        self._job = None
        self.done.emit(result)

    def _broke(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)

    def _stopped(self) -> None:
        self._job = None
        self.cancelled.emit()
