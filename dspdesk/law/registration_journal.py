"""Appendix 2: the columns, what stands in them for each kind of journal, and the counts of its inscriptions.

The law is silent on which column holds the body's own number for its own documents; `line` settles it so:
incoming and publications have it in column 1 with the date of receipt, outgoing and internal in column 2 with
the date of signing.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dspdesk.law.kinds import OWN_DOCUMENTS, ItemState, JournalKind
from dspdesk.law.values import CopyNumbers, RegistrationNumber, SheetCount
from dspdesk.law.wording import NOTES

COLUMNS = 14


@dataclass(frozen=True, slots=True)
class JournalItem:
    """One item with all that appendix 2 states of it; receipts and the like are the words of its movements."""

    number: RegistrationNumber
    state: ItemState
    date: dt.date | None = None
    correspondent: str = ""
    their_number: str = ""
    their_date: dt.date | None = None
    kind: str = ""
    summary: str = ""
    sheets: SheetCount = SheetCount()
    copies: tuple[int, ...] = ()
    resolution: str = ""
    executor: str = ""
    due_on: dt.date | None = None
    control: str = ""
    signed_on: dt.date | None = None
    receipts: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()
    filings: tuple[str, ...] = ()
    destructions: tuple[str, ...] = ()
    notes: str = ""


#: The fourteen cells of one line, column 1 first.
Line = tuple[str, str, str, str, str, str, str, str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class ClosingCount:
    """What the closing inscription states (paragraph 15, part 3): counted from the entries, annulled apart."""

    registered: int
    first: RegistrationNumber | None
    last: RegistrationNumber | None
    lettered: int
    skipped: int
    annulled: int


def count(entries: Iterable[tuple[RegistrationNumber, bool]]) -> ClosingCount:
    """Count a journal from its numbers, each with whether it is annulled.

    Registered are the entries not annulled; lettered those of them with a letter; skipped the sequence numbers
    between the first and the last without any entry.
    """
    numbers = sorted(entries)
    standing = [number for number, annulled in numbers if not annulled]
    sequences = {number.sequence for number, _ in numbers}
    span = max(sequences) - min(sequences) + 1 if sequences else 0
    return ClosingCount(
        registered=len(standing),
        first=standing[0] if standing else None,
        last=standing[-1] if standing else None,
        lettered=sum(1 for number in standing if number.letter),
        skipped=span - len(sequences),
        annulled=len(numbers) - len(standing),
    )


@dataclass(frozen=True, slots=True)
class RegistrationJournalContent:
    """All that the printed journal of one year states. `journal_language` decides the mark and the notes in it.

    `certified_by` and `position` are of the worker who certifies the sheets; '' leaves a line to write on.
    `closing` is stated only of a closed journal. `copy_number` stands under the mark on the first sheet, and in
    Kazakh `copies_printed` too (paragraph 18).
    """

    organisation: str
    kind: JournalKind
    year: int
    journal_language: str
    lines: Sequence[Line]
    position: str = ""
    certified_by: str = ""
    closing: ClosingCount | None = None
    copy_number: int = 1
    copies_printed: int = 1


def line(item: JournalItem, kind: JournalKind, language: str) -> Line:
    """The fourteen cells of one item; `language` is the journal's, it decides the mark and the words of notes."""
    own = item.number.with_mark(language)
    theirs = dated(item.their_date, item.their_number)
    ours_second = kind in OWN_DOCUMENTS
    counted_by_copies = kind is JournalKind.PUBLICATIONS
    return (
        "" if ours_second else dated(item.date, own),
        dated(item.signed_on, own) if ours_second else theirs,
        item.correspondent,
        " ".join(part for part in (item.kind, item.summary) if part),
        "" if counted_by_copies else sheets(item.sheets.document),
        "" if counted_by_copies else sheets(item.sheets.enclosures),
        copies(item.copies, language),
        item.resolution or entrusted(item.executor, item.due_on, language),
        item.control,
        "; ".join(item.receipts),
        "; ".join(item.returns),
        "; ".join(item.filings),
        "; ".join(item.destructions),
        "; ".join(part for part in (_of_number(item, language), item.notes) if part),
    )


def dated(day: dt.date | None, number: str) -> str:
    """Date and number as one cell, "05.03.2026 № 12 ДСП"; a document without number keeps "б/н" bare."""
    sign = f"№\N{NO-BREAK SPACE}{number}" if number and number[0].isdigit() else number
    return " ".join(part for part in (short(day), sign) if part)


def short(day: dt.date | None) -> str:
    """The date as forms write it, or '' when it is not known."""
    return f"{day:%d.%m.%Y}" if day else ""


def sheets(number: int | None) -> str:
    """A count of sheets; none is a dash, not known is blank."""
    return "" if number is None else str(number) if number else "–"


def copies(numbers: tuple[int, ...], language: str) -> str:
    """Column 7: how many copies and their numbers, "2 экз. № 1, 2"."""
    if not numbers:
        return ""
    word = NOTES[language].copies
    return f"{len(numbers)}\N{NO-BREAK SPACE}{word} №\N{NO-BREAK SPACE}{CopyNumbers(numbers)}"


def entrusted(executor: str, due_on: dt.date | None, language: str) -> str:
    """Column 8 where nobody wrote it down in words: the executor and the term, "Ким А.В., срок 29.01.2025"."""
    until = f"{NOTES[language].until} {short(due_on)}" if due_on else ""
    return ", ".join(part for part in (executor, until) if part)


def _of_number(item: JournalItem, language: str) -> str:
    """What is to be noted of the number itself."""
    notes = {ItemState.ANNULLED: NOTES[language].annulled, ItemState.RESERVED: NOTES[language].reserved}
    return notes.get(item.state, "")
