"""The seconds until the next try of a password, counted down beside its field."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from dspdesk.language.catalogue import _

_PULSE = 250  # milliseconds: a second is never skipped


class Countdown(QObject):
    """Says twice a second at least how long is left; `over` comes when the next try is free."""

    said = Signal(str)
    over = Signal()

    def __init__(self, parent: QObject, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now, self._end, self._left = now, 0.0, 0
        self._timer = QTimer(self, interval=_PULSE)
        self._timer.timeout.connect(self._look)

    def begin(self, seconds: float) -> None:
        """Begin to count down."""
        self._end, self._left = self._now() + seconds, 0
        self._timer.start()
        self._look()

    def stop(self) -> None:
        """Count no more: another login is chosen, whose tries are counted by themselves."""
        self._timer.stop()

    def running(self) -> bool:
        """Whether a try has to wait."""
        return self._timer.isActive()

    def _look(self) -> None:
        left = math.ceil(self._end - self._now())
        if left <= 0:
            self._timer.stop()
            self.over.emit()
        elif left != self._left:
            self._left = left
            self.said.emit(words(left))


def words(seconds: int) -> str:
    """How long is left."""
    time_left = f"{seconds // 60}:{seconds % 60:02}"
    return _("Too many wrong tries. The next one is free in {time}.").format(time=time_left)
