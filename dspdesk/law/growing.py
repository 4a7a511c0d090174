"""Growing papers (W2): new lines are printed onto the sheet in use; what stands on paper is never laid out again.

A journal, an inner inventory, a loan card grow line by line through a year. What has been printed of one since it
was begun is a series; a line stands where it was put, whatever becomes of its entry.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight

#: The key of the inscriptions that end a paper: they are placed as a line of their own.
CLOSING = "closing"
#: The key of what stands above the table of the first sheet, where a paper keeps it: it has no height.
HEADING = "heading"
#: Begins the key of a trace that a sheet was printed once more; it has no height.
_AGAIN = "again:"
#: What begins the key of a line that is of one entry: of a journal, of a volume.
_OF_ENTRIES = frozenset({"item", "filing"})


class Grow(StrEnum):
    """How a growing paper is printed: on from its last line, all anew, or one sheet of it once more."""

    ON = "on"
    ANEW = "anew"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line where it stands: `above` and `below` in hundredths of a millimetre from the lower edge of the sheet.

    `key` is what it is of: "item:12", "filing:7", "skipped:15-17" (keys of numbers), the further parts of a line that
    goes over to the next sheet "item:12/2". `cells` are its texts in the lines they were broken into, and `noted` what
    has been added by hand since, () when nothing has.
    """

    key: str
    sheet: int
    above: int
    below: int
    cells: tuple[str, ...]
    noted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """What has been printed since a paper was last begun, in the order of printing; number 0 is nothing at all.

    `codes` are those of the printings by the sheets they stand on, `begun_on` is the day whose names stand above.
    """

    number: int = 0
    lines: tuple[PlacedLine, ...] = ()
    codes: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    begun_on: dt.date | None = None

    @property
    def last(self) -> PlacedLine | None:
        """The line after which it goes on."""
        return next((line for line in reversed(self.lines) if is_drawn(line.key)), None)

    @property
    def closing(self) -> PlacedLine | None:
        """The inscriptions, once they are printed."""
        return next((line for line in self.lines if line.key == CLOSING), None)

    @property
    def heading(self) -> PlacedLine | None:
        """What was kept of the heading, once a paper that keeps it is begun."""
        return next((line for line in self.lines if line.key == HEADING), None)

    def on_sheet(self, sheet: int) -> tuple[PlacedLine, ...]:
        """What stands on a sheet, from its top down."""
        return tuple(line for line in self.lines if line.sheet == sheet and is_drawn(line.key))

    def covered(self) -> frozenset[int]:
        """The keys of the numbers that have a line on paper."""
        return frozenset(number for line in self.lines for number in numbers_of(line.key))


@dataclass(frozen=True, slots=True)
class Growth:
    """What is to be printed after what stands on paper: new lines with their keys, or one sheet once more (`again`).

    `closes` asks for the inscriptions that end the paper below the last line. `series` is empty where it is begun.
    """

    series: Series
    lines: tuple[tuple[str, tuple[str, ...]], ...] = ()
    again: int = 0
    closes: bool = False


def trace(printout_id: int) -> str:
    """The key of the trace that a printing of a sheet once more leaves."""
    return f"{_AGAIN}{printout_id}"


def is_drawn(key: str) -> bool:
    """Whether a key is that of something in the table or below it, not of a trace or of the heading."""
    return key != HEADING and not key.startswith(_AGAIN)


def entry_of(key: str) -> int | None:
    """The entry that a line, or a part of one, is of."""
    kind, _colon, rest = key.partition(":")
    return int(rest.partition("/")[0]) if kind in _OF_ENTRIES else None


def numbers_of(key: str) -> range:
    """The keys of the numbers, or of the lines of a volume, that a line stands for."""
    kind, _colon, rest = key.partition(":")
    if kind in _OF_ENTRIES:
        number = int(rest.partition("/")[0])
        return range(number, number + 1)
    if kind == "skipped":
        first, last = rest.partition("/")[0].split("-")
        return range(int(first), int(last) + 1)
    return range(0)


def whole(lines: Iterable[PlacedLine]) -> dict[str, PlacedLine]:
    """The lines by their keys, those that were divided between sheets put together; they stand where they begin."""
    found: dict[str, PlacedLine] = {}
    for line in lines:
        key, _slash, part = line.key.partition("/")
        first = found.get(key) if part else None
        if first is None:
            found[key] = PlacedLine(key, line.sheet, line.above, line.below, line.cells, line.noted)
            continue
        joined = tuple(
            "\n".join(part for part in cells if part) for cells in zip(first.cells, line.cells, strict=True)
        )
        found[key] = PlacedLine(key, first.sheet, first.above, first.below, joined, first.noted)
    return found


def changed(line: PlacedLine, cells: Sequence[str]) -> tuple[int, ...]:
    """The columns (from 1) in which the entry says something else today than the paper, with what was added by hand."""
    if line.noted:
        return tuple(
            n
            for n, (was, now) in enumerate(zip(line.noted, cells, strict=True), 1)
            if was.strip() != now.strip()
        )
    return tuple(
        n for n, (was, now) in enumerate(zip(line.cells, cells, strict=True), 1) if not is_printed_as(now, was)
    )  # fmt: skip


def is_printed_as(text: str, printed: str) -> bool:
    """Whether a text is what was printed, in lines: at the end of a line a hyphen may have been added."""
    if not printed or not text.strip():
        return not printed.strip() and not text.strip()
    if _squeezed(text) in {_squeezed(printed), _squeezed(printed.replace("-\n", ""))}:
        return True  # so it is of all but a few cells, and a year has hundreds of thousands
    pattern = "-?".join(re.escape(_squeezed(part)) for part in printed.split("-\n"))
    return re.fullmatch(pattern, _squeezed(text)) is not None


def _squeezed(text: str) -> str:
    return "".join(text.split())


def something_new(lines: int, *, closes: bool) -> Finding | None:
    """W2: only what is new is printed; refuses when nothing is."""
    return None if lines or closes else Finding("W2", Weight.REFUSE, "nothing_new_to_print")


def goes_on(series: Series) -> Finding | None:
    """W2: below the totals and the signature that finish a paper nothing is printed; it is begun anew."""
    return None if series.closing is None else Finding("W2", Weight.REFUSE, "paper_finished")


def sheet_printed(sheet: int, series: Series) -> Finding | None:
    """W2: a sheet is printed once more from what stood on it; refuses one that was never printed."""
    if series.on_sheet(sheet):
        return None
    last = series.last.sheet if series.last else 0
    return Finding("W2", Weight.REFUSE, "no_such_sheet", {"sheet": sheet, "last": last})
