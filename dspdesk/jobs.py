"""Long work in a child process: the key comes over a pipe, progress and the result go back over another.

Run as `python -m dspdesk.jobs`. On standard input stands one framed request; on standard output come framed
messages ("progress", done, total), then ("done", result) or ("failed", error). Ending the process cancels the work
and its transaction rolls back.
"""

import pickle
import struct
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from dspdesk.language.catalogue import Language, current_language, use_language
from dspdesk.language.sentences import Told

_LENGTH = struct.Struct(">Q")
_REPORT_SECONDS = 0.05
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What a child is asked: the ticket of the desk (b'' for work without one), the work's name, its command."""

    ticket: bytes
    name: str
    command: Any
    language: Language


def request(ticket: bytes, name: str, command: Any) -> bytes:
    """The bytes to write to a child's standard input."""
    return framed(Request(ticket, name, command, current_language()))


def framed(message: Any) -> bytes:
    """A message with its length before it."""
    content = pickle.dumps(message)
    return _LENGTH.pack(len(content)) + content


def unframed(buffer: bytearray) -> list[Any]:
    """Take the whole messages off the beginning of what has arrived so far."""
    messages = []
    while len(buffer) >= _LENGTH.size:
        (length,) = _LENGTH.unpack_from(buffer)
        if len(buffer) < _LENGTH.size + length:
            break
        messages.append(pickle.loads(bytes(buffer[_LENGTH.size : _LENGTH.size + length])))  # noqa: S301 - our own child
        del buffer[: _LENGTH.size + length]
    return messages


def main() -> int:
    """Do the work asked on standard input."""
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing else may stand between the messages
    length = _LENGTH.unpack(sys.stdin.buffer.read(_LENGTH.size))[0]
    asked: Request = pickle.loads(sys.stdin.buffer.read(length))  # noqa: S301 - written by our own parent process
    use_language(asked.language)
    try:
        result = _work(asked, _reporting(out))
    except Exception as error:  # noqa: BLE001 - the parent tells the person, whatever it was
        _send(out, ("failed", _told(error, asked.name)))
        return 1
    _send(out, ("done", result))
    return 0


def _work(asked: Request, progress: Progress) -> Any:
    work = _WORK[asked.name]
    if not asked.ticket:
        return work(None, asked.command, progress)
    from dspdesk.desk import sit_down

    desk = sit_down(asked.ticket)
    try:
        return work(desk, asked.command, progress)
    finally:
        desk.close()


def _reporting(out: BinaryIO) -> Progress:
    from time import monotonic

    last = 0.0

    def report(done: int, total: int) -> None:
        nonlocal last
        if monotonic() - last >= _REPORT_SECONDS or done == total:
            last = monotonic()
            _send(out, ("progress", done, total))

    return report


def _send(out: BinaryIO, message: Any) -> None:
    out.write(framed(message))
    out.flush()


def _told(error: Exception, name: str) -> Exception:
    from dspdesk.law.findings import Refused

    if isinstance(error, Told | Refused):
        return error
    print(
        f"{name}: {type(error).__name__}", file=sys.stderr
    )  # the kind of error only: its text may hold data
    return Told("job_failed", step=f"{name} ({type(error).__name__})")


def _preview(desk: Any, command: Any, _progress: Progress) -> Any:
    from dspdesk.procedures.printing import preview

    return preview(desk, command)


def _print(desk: Any, command: Any, _progress: Progress) -> Any:
    from dspdesk.procedures.printing import print_paper

    return print_paper(desk, command)


def _import(desk: Any, command: Any, progress: Progress) -> Any:
    from dspdesk.spreadsheets.importing import import_journal

    return import_journal(desk, command, progress)


def _import_directory(desk: Any, command: Any, progress: Progress) -> Any:
    from dspdesk.spreadsheets.directory_import import import_directory

    return import_directory(desk, command, progress)


def _import_plan(desk: Any, command: Any, _progress: Progress) -> Any:
    from dspdesk.spreadsheets.filing_plan import import_plan

    return import_plan(desk, command)


def _export_plan(desk: Any, command: Any, _progress: Progress) -> Any:
    from dspdesk.spreadsheets.filing_plan import export_plan

    return export_plan(desk, command)


def _carry_over(desk: Any, command: Any, progress: Progress) -> Any:
    from dspdesk.procedures.carry_over import carry_over

    return carry_over(desk, command, progress)


def _demo(_desk: Any, command: Any, progress: Progress) -> Any:
    from dspdesk.demo import build

    build(command, progress)


def _verify(desk: Any, _command: Any, progress: Progress) -> Any:
    return desk.verify(progress)


def _check_paper(desk: Any, command: Any, _progress: Progress) -> Any:
    return desk.check_paper(command)


def _backup(desk: Any, _command: Any, progress: Progress) -> Any:
    from dspdesk.procedures.backups import back_up

    return back_up(desk, progress)


def _check_copy(desk: Any, command: Any, progress: Progress) -> Any:
    from dspdesk.procedures.restore import check_copy

    return check_copy(desk, command, progress)


def _prepare_restore(desk: Any, command: Any, progress: Progress) -> Any:
    from dspdesk.procedures.restore import prepare

    return prepare(desk, command, progress)


_WORK: Mapping[str, Callable[[Any, Any, Progress], Any]] = {
    "preview": _preview,
    "print": _print,
    "import": _import,
    "import_directory": _import_directory,
    "import_plan": _import_plan,
    "export_plan": _export_plan,
    "carry_over": _carry_over,
    "demo": _demo,
    "verify": _verify,
    "check_paper": _check_paper,
    "backup": _backup,
    "check_copy": _check_copy,
    "prepare_restore": _prepare_restore,
}

if __name__ == "__main__":
    sys.exit(main())
