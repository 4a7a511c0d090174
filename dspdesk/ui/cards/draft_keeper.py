"""Keeps what is being typed: every two seconds of silence, before every lock and when the window is left.

A draft is written in a thread, so that typing is never held up; which one counts is decided by its turn, not by
which thread comes first: one older than what has been written is not written any more.
"""

import threading
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dspdesk.language.sentences import Told
from dspdesk.law.findings import Refused
from dspdesk.procedures.drafts import DraftToKeep, drop, keep
from dspdesk.queries.drafts import KeptDraft, find
from dspdesk.ui import work
from dspdesk.ui.told import in_words

if TYPE_CHECKING:
    from dspdesk.desk import Desk

SILENCE = 2000  # milliseconds without a key until what was typed is kept

_keepers: WeakSet["DraftKeeper"] = WeakSet()


class DraftKeeper(QObject):
    """The draft of one form in a window.

    `collect` gives the fields of the form, `None` when there is nothing worth keeping; `title` what lists call it.
    A draft kept earlier is in `kept`, and its `form_id` goes on to be the form's: a save repeated after a crash finds
    what it had saved. `failed` tells why nothing was kept.
    """

    failed = Signal(str)

    def __init__(
        self,
        window: QWidget,
        desk: "Desk",
        form: str,
        about: str,
        title: Callable[[], str],
        collect: Callable[[], dict[str, Any] | None],
    ) -> None:
        super().__init__(window)
        self._desk, self._form, self._about = desk, form, about
        self._title, self._collect = title, collect
        self.kept: KeptDraft | None = find(desk, form, about)
        self.form_id = self.kept.form_id if self.kept else str(uuid.uuid4())
        self._last = self.kept.body if self.kept else None
        self._turn, self._written, self._dirty = 0, 0, False
        self._writing = threading.Lock()
        self._silence = QTimer(self, singleShot=True, interval=SILENCE)
        self._silence.timeout.connect(self._keep_aside)
        _keepers.add(self)

    def touched(self) -> None:
        """Something was typed: it is kept once the person pauses."""
        self._dirty = True
        self._silence.start()

    def flush(self) -> str:
        """Keep at once what is there now; returns '' or the sentence why it could not be kept."""
        self._silence.stop()
        if not self._dirty:
            return ""
        try:
            self._write(*self._next())
        except (Told, Refused) as error:
            return in_words(error)
        return ""

    def drop(self) -> None:
        """Throw the draft away; what is typed afterwards is kept again."""
        self._end()
        drop(self._desk, self.form_id)
        self.kept = self._last = None

    def forget(self) -> None:
        """Keep nothing more here: the form was saved with its draft, or its window goes on to another."""
        self._end()
        _keepers.discard(self)
        self.deleteLater()

    def _end(self) -> None:
        """Wait for what is being written and let nothing of what waits be written."""
        self._silence.stop()
        self._dirty = False
        with self._writing:
            self._turn += 1
            self._written = self._turn

    def _keep_aside(self) -> None:
        turn, draft = self._next()
        work.run(lambda: self._write(turn, draft), _nothing, self._not_kept)

    def _next(self) -> tuple[int, DraftToKeep | None]:
        self._turn += 1
        body = self._collect()
        if body is None:
            return self._turn, None
        return self._turn, DraftToKeep(self._form, self.form_id, self._about, self._title(), body)

    def _write(self, turn: int, draft: DraftToKeep | None) -> None:
        body = dict(draft.body) if draft else None
        with self._writing:
            if turn <= self._written or body == self._last:
                return
            if draft is None:
                drop(self._desk, self.form_id)
            else:
                keep(self._desk, draft)
            self._written, self._last = turn, body

    def _not_kept(self, error: Exception) -> None:
        self.failed.emit(in_words(error))


def flush_all() -> None:
    """Keep every draft now: the desk is about to be locked or the window to be closed.

    A draft that cannot be kept does not hold up the lock.
    """
    for keeper in list(_keepers):
        if shiboken6.isValid(keeper):
            keeper.flush()


def _nothing(_result: object) -> None:
    """Nobody waits for a draft to be kept."""
