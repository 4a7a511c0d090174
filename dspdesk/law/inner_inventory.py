"""The inner inventory of the documents of a case (paragraph 32, appendix 3): one line for each document of a volume.

Documents that no journal has are lines like any other (paragraph 34). What left a volume keeps its line, with a note
(paragraph 59); what was never put there has none, unless it stands on paper already: then it keeps it, struck out.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dspdesk.law.values import ABBREVIATION

#: The columns of appendix 3: number in order, number, day and heading of the document, sheets of the case, note.
Line = tuple[str, str, str, str, str, str]

_STRUCK = {"ru": "внесён ошибочно, вычеркнут {day}", "kk": "қате енгізілген, {day} сызылып тасталды"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a volume as its line says it; `key` is its line in the store.

    `lies` says that something lies in its place: itself, or the certified copy of an original that was seized.
    """

    key: int
    number: str
    dated: dt.date | None
    heading: str
    first_sheet: int
    last_sheet: int
    notes: str = ""
    struck_on: dt.date | None = None
    lies: bool = True


@dataclass(frozen=True, slots=True)
class InnerInventoryContent:
    """The inventory of one volume; `number` is that of the case with its volume, `documents` how many lie in it.

    It is filled in by somebody on a day: name and position are those of that day.
    """

    organisation: str
    number: str
    restricted: bool
    lines: Sequence[Line]
    documents: int
    position: str
    name: str
    dated: dt.date


def lines(
    entries: Collection[Entry], language: str, on_paper: Collection[int] = ()
) -> Iterator[tuple[int, Line]]:
    """The lines with their keys, numbered one after the other; `on_paper` are those that keep a line come what may."""
    number = 0
    for entry in entries:
        if entry.struck_on is None or entry.key in on_paper:
            number += 1
            yield entry.key, line(number, entry, language)


def line(number: int, entry: Entry, language: str) -> Line:
    """One line of appendix 3."""
    return (
        str(number),
        entry.number,
        f"{entry.dated:%d.%m.%Y}" if entry.dated else "",
        entry.heading,
        sheets(entry.first_sheet, entry.last_sheet),
        note(entry, language),
    )


def sheets(first: int, last: int) -> str:
    """The sheets of the case on which a document lies: "15–17", "15"; none have no number."""
    if last < first:
        return ""
    return str(first) if first == last else f"{first}–{last}"


def note(entry: Entry, language: str) -> str:
    """Column 6: what was noted of a document, and that its line was struck out (paragraph 59)."""
    struck = _STRUCK[language].format(day=f"{entry.struck_on:%d.%m.%Y}") if entry.struck_on else ""
    return "; ".join(part for part in (entry.notes, struck) if part)


def documents(entries: Collection[Entry]) -> int:
    """How many documents there are in all: what was struck out or has left is not among them (paragraph 59)."""
    return sum(entry.struck_on is None and entry.lies for entry in entries)


def heading(number: str, *, restricted: bool, language: str) -> tuple[str, str]:
    """What the heading says: the number of the case, and the mark of a restricted one (paragraph 34)."""
    return number, ABBREVIATION[language] if restricted else ""
