"""The child process that parses a foreign file: `python -m dspdesk.spreadsheets.child FILE KIND YEAR`.

It gets no key, limits its own time and memory before it looks at the file, and answers on standard output (`wire`).
"""

import gc
import sys
from pathlib import Path

from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets import wire
from dspdesk.spreadsheets.journal import read_journal
from dspdesk.spreadsheets.records import UnreadableSheet

#: Seconds of processor time and bytes of memory: 50,000 rows take 3 seconds and 200 MB.
MOST_SECONDS = 100
MOST_MEMORY = 2 * 1024**3


def main(arguments: list[str]) -> int:
    """Read one journal and answer with it or with the reason why there is none."""
    path, kind, year = arguments
    _limit()
    gc.disable()  # it lives for one file
    out = sys.stdout.buffer
    try:
        out.writelines(wire.encoded(read_journal(Path(path), JournalKind(kind), int(year))))
    except UnreadableSheet as error:
        out.write(wire.encoded_error(error))
    except MemoryError:
        out.write(wire.encoded_error(UnreadableSheet("too_much_memory")))
    out.flush()
    return 0


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the only limit
        return
    for limit, most in (
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CORE, 0),  # a dump of memory would hold what the file says
    ):
        hard = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
