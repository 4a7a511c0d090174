"""Foreign files are parsed in a child process of their own, without the key (SECURITY 3.13)."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import dspdesk
from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets import wire
from dspdesk.spreadsheets.collector import collector_at_rest
from dspdesk.spreadsheets.records import JournalSheet, UnreadableSheet

#: Seconds after which the child is ended.
MOST_SECONDS: Final = 120
_TO_END: Final = 0.5  # seconds that a process needs to go away
_COMMAND: Final = ("-m", "dspdesk.spreadsheets.child")
# how a child ends that has used up its time: told by the system, or killed by it
_TOO_LONG: Final = {-int(getattr(signal, name)) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name)}


def read_in_child(path: Path, kind: JournalKind, year: int) -> JournalSheet:
    """Read the journal of one year as `journal.read_journal` does, with limits of time and memory.

    Raises `UnreadableSheet` with the reason, also where the child broke down or took too long.
    """
    command = [sys.executable, *_COMMAND, str(path.absolute()), kind.value, str(year)]
    with (
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what a parser says of a foreign file may quote it
            env=_environment(),
        ) as child,
        _ended_in_time(child) as in_time,
        collector_at_rest(),
    ):
        try:
            return wire.decoded(child.stdout or ())
        except ValueError as error:
            late = not in_time() or _end_of(child) in _TOO_LONG
            raise UnreadableSheet("too_long" if late else "reading_failed") from error


def _end_of(child: "subprocess.Popen[bytes]") -> int | None:
    """How a child ended that has nothing more to say; None for one that goes on."""
    try:
        return child.wait(_TO_END)
    except subprocess.TimeoutExpired:
        return None


@contextmanager
def _ended_in_time(child: "subprocess.Popen[bytes]") -> Iterator[Callable[[], bool]]:
    """Ends the child when its time is up, and in any case when nobody waits for it any more."""
    up = threading.Event()

    def end() -> None:
        up.set()
        child.kill()

    clock = threading.Timer(MOST_SECONDS, end)
    clock.start()
    try:
        yield lambda: not up.is_set()
    finally:
        clock.cancel()
        child.kill()


def _environment() -> dict[str, str]:
    """Ours, with the place of the program: started from elsewhere, the child would not find it."""
    place = str(Path(dspdesk.__file__).parents[1])
    paths = [place, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}
