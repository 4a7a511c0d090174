"""The child process that parses a foreign file: `python -m dspdesk.spreadsheets.child FILE KIND YEAR`.

With `mapped` after these, the mapping comes as JSON on standard input; `FILE outline` tells what the file looks like,
and `FILE rows` the rows that are asked for on standard input. It gets no key, limits its own time and memory before
it looks at the file, and answers on standard output (`wire`, `outline_wire`).
"""

import gc
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from dspdesk.law.kinds import DirectoryKind, JournalKind
from dspdesk.spreadsheets import directories, outline_wire, wire
from dspdesk.spreadsheets.journal import read_journal
from dspdesk.spreadsheets.mapping import SheetMapping
from dspdesk.spreadsheets.outline import read_outline, rows_at
from dspdesk.spreadsheets.records import UnreadableSheet
from dspdesk.spreadsheets.workbook import read_workbook

#: What may be asked besides a journal, and what says that a mapping comes with the question.
OUTLINE: Final = "outline"
ROWS: Final = "rows"
MAPPED: Final = "mapped"
DIRECTORY: Final = "directory"

#: Seconds of processor time and bytes of memory: 50,000 rows take 3 seconds and 200 MB.
MOST_SECONDS = 100
MOST_MEMORY = 2 * 1024**3


def main(arguments: list[str]) -> int:
    """Read one file and answer with what was asked of it, or with the reason why there is none."""
    path, *asked = arguments
    _limit()
    gc.disable()  # it lives for one file
    out = sys.stdout.buffer
    try:
        out.writelines(_answer(Path(path), asked))
    except UnreadableSheet as error:
        out.write(wire.encoded_error(error))
    except MemoryError:
        out.write(wire.encoded_error(UnreadableSheet("too_much_memory")))
    out.flush()
    return 0


def _answer(path: Path, asked: list[str]) -> Iterable[bytes]:
    if asked == [OUTLINE]:
        return [outline_wire.encoded(read_outline(path))]
    if asked == [ROWS]:
        wanted = [(str(sheet), int(row)) for sheet, row in json.load(sys.stdin)]
        return [outline_wire.encoded_rows(rows_at(read_workbook(path), wanted))]
    if asked[0] == DIRECTORY:
        return [directories.encoded(directories.read_directory(path, DirectoryKind(asked[1])))]
    kind, year, *mapped = asked
    mapping = SheetMapping.from_plain(json.load(sys.stdin)) if mapped == [MAPPED] else None
    return wire.encoded(read_journal(path, JournalKind(kind), int(year), mapping))


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
