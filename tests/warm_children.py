"""Child processes of `dspdesk.jobs` for the tests that are not about starting one: each is forked from a warm parent.

Most of what such a child takes is spent on importing what it works with. A parent of this module has imported it once
and forks; `tests/warm_child.py` stands in the place of the interpreter, hands over its pipes and waits. Killed, it
takes the child with it, as the kill of a real one does.
"""

import contextlib
import json
import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

CLIENT = Path(__file__).with_name("warm_child.py")
_WORKED_WITH = (
    "dspdesk.jobs",
    "dspdesk.desk",
    "dspdesk.procedures.printing",
    "dspdesk.procedures.backups",
    "dspdesk.procedures.carry_over",
    "dspdesk.spreadsheets.importing",
    "dspdesk.spreadsheets.directory_import",
    "dspdesk.reports.papers",
)
HEAD, _FDS = struct.Struct(">I"), 3


@contextlib.contextmanager
def parent(folder: Path) -> Iterator[tuple[str, ...]]:
    """A warm parent at work; what the interpreter is to run in the place of a child."""
    path = folder / "warm"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen(16)
        os.set_inheritable(listening.fileno(), True)
        command = [sys.executable, "-m", "tests.warm_children", str(listening.fileno())]
        root = Path(__file__).parents[1]
        with subprocess.Popen(command, pass_fds=[listening.fileno()], cwd=root) as process:
            try:
                yield ("-I", "-S", str(CLIENT), str(path))
            finally:
                process.kill()


def main(descriptor: int) -> None:
    """Import, then fork a child for each that asks, until killed."""
    for name in _WORKED_WITH:
        import_module(name)
    listening = socket.socket(fileno=descriptor)
    while True:
        asking, _address = listening.accept()
        if os.fork() == 0:
            if os.fork() == 0:
                listening.close()
                _work(asking)
            os._exit(0)  # the child of a parent that is gone is nobody's to wait for
        os.wait()
        asking.close()


def _work(asking: socket.socket) -> None:
    """Be the child: on the pipes of whoever asks, in its folder and surroundings, for as long as it lives."""
    head, pipes, _flags, _address = socket.recv_fds(asking, HEAD.size, _FDS)
    (length,) = HEAD.unpack(head)
    around = json.loads(asking.recv(length, socket.MSG_WAITALL))
    for number, pipe in enumerate(pipes):
        os.dup2(pipe, number)
        os.close(pipe)
    os.chdir(around["folder"])
    os.environ.clear()
    os.environ.update(around["environment"])
    threading.Thread(target=_end_with, args=(asking,), daemon=True).start()
    from dspdesk import jobs

    code = jobs.main()
    sys.stdout.flush()
    with contextlib.suppress(OSError):
        asking.sendall(bytes([code]))
    os._exit(code)


def _end_with(asking: socket.socket) -> None:
    """The client was killed: so is the child."""
    if not asking.recv(1):
        os._exit(137)


if __name__ == "__main__":
    main(int(sys.argv[1]))
