"""Foreign files are parsed in a child process of their own, without the key (SECURITY 3.13)."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import dspdesk
from dspdesk.law.kinds import DirectoryKind, JournalKind
from dspdesk.spreadsheets import directories, outline_wire, wire
from dspdesk.spreadsheets.collector import collector_at_rest
from dspdesk.spreadsheets.directories import DirectorySheet
from dspdesk.spreadsheets.outline import Outline
from dspdesk.spreadsheets.records import JournalSheet, UnreadableSheet

#: Seconds after which the child is ended.
MOST_SECONDS: Final = 120
_TO_END: Final = 0.5  # seconds that a process needs to go away
_COMMAND: Final = ("-m", "dspdesk.spreadsheets.child")
# how a child ends that has used up its time: told by the system, or killed by it
_TOO_LONG: Final = {-int(getattr(signal, name)) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name)}


T = TypeVar("T")


def read_in_child(
    path: Path, kind: JournalKind, year: int, mapping: Mapping[str, Any] | None = None
) -> JournalSheet:
    """Read the journal of one year as `journal.read_journal` does, with limits of time and memory.

    `mapping` is `SheetMapping.plain`. Raises `UnreadableSheet` with the reason, also where the child broke down or
    took too long.
    """
    asked = [kind.value, str(year), *(["mapped"] if mapping else [])]
    return _ask_child(path, asked, mapping, wire.decoded)


def outline_in_child(path: Path) -> Outline:
    """What a file looks like; raises as `read_in_child`."""
    return _ask_child(path, ["outline"], None, lambda lines: outline_wire.decoded(b"".join(lines)))


def rows_in_child(path: Path, wanted: Sequence[tuple[str, int]]) -> list[tuple[str, ...]]:
    """Rows as they stand in their sheets, by the sheet's name and their number; raises as `read_in_child`."""
    return _ask_child(path, ["rows"], wanted, lambda lines: outline_wire.decoded_rows(b"".join(lines)))


def directory_in_child(path: Path, kind: DirectoryKind) -> DirectorySheet:
    """Read a directory as `directories.read_directory` does; raises as `read_in_child`."""
    return _ask_child(path, ["directory", kind.value], None, directories.decoded)


def _ask_child(path: Path, asked: list[str], more: object, understood: Callable[[Iterable[bytes]], T]) -> T:
    """Ask a child of its own; what is `more` goes to its standard input, where nobody else reads it."""
    command = [sys.executable, *_COMMAND, str(path.absolute()), *asked]
    with (
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE if more is not None else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what a parser says of a foreign file may quote it
            env=_environment(),
        ) as child,
        _ended_in_time(child) as in_time,
        collector_at_rest(),
    ):
        try:
            _tell(child, more)
            return understood(child.stdout or ())
        except ValueError as error:
            late = not in_time() or _end_of(child) in _TOO_LONG
            raise UnreadableSheet("too_long" if late else "reading_failed") from error


def _tell(child: "subprocess.Popen[bytes]", more: object) -> None:
    if child.stdin is None:
        return
    try:
        with child.stdin as there:
            there.write(json.dumps(more).encode())
    except OSError:
        pass  # it is gone already; what it says, or does not say, tells why


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
