"""Appendix 2: the columns, what stands in them for each kind of journal, and the counts of its inscriptions.

The law is silent on which column holds the body's own number for its own documents; `line` settles it so:
incoming and publications have it in column 1 with the date of receipt, outgoing and internal in column 2 with
the date of signing.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dspdesk.law.kinds import OWN_DOCUMENTS, ItemState, JournalKind, NumberState
from dspdesk.law.values import CopyNumbers, RegistrationNumber, SheetCount
from dspdesk.law.wording import FLOWS, NOTES

COLUMNS = 14


@dataclass(frozen=True, slots=True)
class Linked:
    """The other entry of a document that was carried over: its number with the mark, the day it was registered."""

    number: str
    on: dt.date | None


@dataclass(frozen=True, slots=True)
class Moved:
    """The other entry of a document that was first entered in the wrong journal (W6), and which journal that is."""

    journal: JournalKind
    entry: Linked


@dataclass(frozen=True, slots=True)
class Correction:
    """A movement entered by mistake (W6): its words, the right ones ('' when nothing had happened), when corrected.

    `copies` are the copies it is about, empty when it is about all of them. `printed` says that the wrong words stand
    in a journal that was printed before.
    """

    on: dt.date
    wrong: str
    right: str = ""
    copies: tuple[int, ...] = ()
    printed: bool = False


@dataclass(frozen=True, slots=True)
class JournalItem:
    """One item with all that appendix 2 states of it; receipts and the like are the words of its movements.

    `carried_to` and `carried_from` are its entries of the years after and before (paragraph 14, part 2); `moved_to`
    and `moved_from` those in the right and in the wrong journal. `further_copies`, `acts` and `cases` are notes in
    words.
    """

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
    entered_on: dt.date | None = None  # when later than its day: it had been written on paper (W11)
    carried_to: Linked | None = None
    carried_from: Linked | None = None
    moved_to: Moved | None = None
    moved_from: Moved | None = None
    further_copies: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Numbers that were skipped, one after the other, and why."""

    first: int
    last: int
    reason: str = ""


#: The fourteen cells of one line, column 1 first.
Line = tuple[str, str, str, str, str, str, str, str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class ClosingCount:
    """What the closing inscription states (paragraph 15, part 3): counted from the numbers, annulled apart.

    `reserved` are the numbers not yet confirmed; a journal that has any is not closed.
    """

    registered: int
    first: RegistrationNumber | None
    last: RegistrationNumber | None
    lettered: int
    skipped: int
    annulled: int
    reserved: int = 0


@dataclass(frozen=True, slots=True)
class ClosingInscription:
    """The closing inscription of paragraph 15, part 3, as it stands on the last sheet.

    `first` and `last` are written with their mark, '' where nothing is registered. Of annulled numbers the law says
    nothing; they stand on a line of their own, so that the numbers of the journal add up.
    """

    documents: int
    first: str
    last: str
    lettered: int
    skipped: int
    annulled: int
    position: str = ""
    name: str = ""


def inscription(
    counted: ClosingCount, language: str, position: str = "", name: str = ""
) -> ClosingInscription:
    """What was counted as it is written; `language` is that of the journal, which decides the mark."""
    return ClosingInscription(
        documents=counted.registered,
        first=counted.first.with_mark(language) if counted.first else "",
        last=counted.last.with_mark(language) if counted.last else "",
        lettered=counted.lettered,
        skipped=counted.skipped,
        annulled=counted.annulled,
        position=position,
        name=name,
    )


def count(numbers: Iterable[tuple[RegistrationNumber, NumberState]]) -> ClosingCount:
    """Count a journal from its numbers and their states.

    Registered are the entries issued; lettered those of them with a letter; skipped the sequence numbers that were
    passed over on purpose, and those between the lowest and the highest number without any entry.
    """
    by_state: dict[NumberState, list[RegistrationNumber]] = {state: [] for state in NumberState}
    for number, state in sorted(numbers):
        by_state[state].append(number)
    issued, passed_over = by_state[NumberState.ISSUED], by_state[NumberState.SKIPPED]
    met = {number.sequence for given in by_state.values() for number in given}
    return ClosingCount(
        registered=len(issued),
        first=issued[0] if issued else None,
        last=issued[-1] if issued else None,
        lettered=sum(1 for number in issued if number.letter),
        skipped=len(passed_over) + sum(high - low + 1 for low, high in gaps(met)),
        annulled=len(by_state[NumberState.ANNULLED]),
        reserved=len(by_state[NumberState.RESERVED]),
    )


def gaps(sequences: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of sequence numbers that were passed over without a word."""
    return [(low + 1, high - 1) for low, high in pairwise(sorted(set(sequences))) if high - low > 1]


@dataclass(frozen=True, slots=True)
class RegistrationJournalContent:
    """All that the printed journal of one year states. `journal_language` decides the mark and the notes in it.

    `certified_by` and `position` are of the worker who certifies the sheets; '' leaves a line to write on.
    `closing` is the inscription of a closed journal, as it was kept. `copy_number` stands under the mark on the first
    sheet, and in Kazakh `copies_printed` too (paragraph 18).
    """

    organisation: str
    kind: JournalKind
    year: int
    journal_language: str
    lines: Sequence[Line]
    position: str = ""
    certified_by: str = ""
    closing: ClosingInscription | None = None
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
        "; ".join(part for part in _noted(item, language) if part),
    )


def skipped_line(passed: PassedOver, kind: JournalKind, language: str) -> Line:
    """The fourteen cells of numbers that were skipped: where numbers stand, and the reason among the notes."""
    several = passed.last > passed.first
    number = f"№\N{NO-BREAK SPACE}{passed.first}" + (f"–{passed.last}" if several else "")
    note = NOTES[language].skipped_many if several else NOTES[language].skipped
    cells = [""] * COLUMNS
    cells[1 if kind in OWN_DOCUMENTS else 0] = number
    cells[13] = f"{note}: {passed.reason}" if passed.reason else note
    return tuple(cells)  # type: ignore[return-value]


def dated(day: dt.date | None, number: str) -> str:
    """Date and number as one cell, "05.03.2026 № 12 ДСП"; a document without number keeps "б/н" bare."""
    sign = f"№\N{NO-BREAK SPACE}{number}" if any(map(str.isdigit, number)) else number
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


def _entered(item: JournalItem, language: str) -> str:
    """W11: what had been written on paper was entered later than its own date."""
    return NOTES[language].entered.format(date=short(item.entered_on)) if item.entered_on else ""


def carried_to(other: Linked, language: str) -> str:
    """What is noted of an entry that goes on in a later year (paragraph 14, part 2)."""
    return NOTES[language].carried_to.format(number=other.number, date=short(other.on))


def carried_from(other: Linked, language: str) -> str:
    """What is noted of an entry that goes on from an earlier year (paragraph 14, part 2)."""
    return NOTES[language].carried_from.format(number=other.number, date=short(other.on))


def of_copies(words: str, numbers: Sequence[int], language: str) -> str:
    """Words of a movement that is not of all copies of an entry: "экз. № 2: Ахметов Б.К., 18.11.2026"."""
    return NOTES[language].of_copies.format(copies=CopyNumbers.of(set(numbers)), words=words)


def corrected(correction: Correction, language: str) -> str:
    """What is noted of a movement entered by mistake (W6), and whether the wrong words stand on paper already."""
    notes = NOTES[language]
    pattern = notes.holder_corrected if correction.right else notes.movement_undone
    said = pattern.format(date=short(correction.on), wrong=correction.wrong, right=correction.right)
    told = f"{said} ({notes.printed_before})" if correction.printed else said
    return of_copies(told, correction.copies, language) if correction.copies else told


def moved_to(other: Moved, language: str) -> str:
    """What is noted of an entry made in the wrong journal (W6)."""
    return _moved(NOTES[language].moved_to, other, language)


def moved_from(other: Moved, language: str) -> str:
    """What is noted of an entry that was first made in another journal (W6)."""
    return _moved(NOTES[language].moved_from, other, language)


def _moved(pattern: str, other: Moved, language: str) -> str:
    journal = FLOWS[language][other.journal.value]
    return pattern.format(number=other.entry.number, date=short(other.entry.on), journal=journal)


def _noted(item: JournalItem, language: str) -> tuple[str, ...]:
    """Column 14: what is noted of the number, of the other entries of the same document, of copies, and by hand."""
    return (
        _of_number(item, language),
        moved_to(item.moved_to, language) if item.moved_to else "",
        moved_from(item.moved_from, language) if item.moved_from else "",
        carried_from(item.carried_from, language) if item.carried_from else "",
        carried_to(item.carried_to, language) if item.carried_to else "",
        *item.further_copies,
        *item.acts,
        *item.cases,
        *(corrected(correction, language) for correction in item.corrections),
        item.notes,
        _entered(item, language),
    )


def _of_number(item: JournalItem, language: str) -> str:
    """What is to be noted of the number itself."""
    notes = {ItemState.ANNULLED: NOTES[language].annulled, ItemState.RESERVED: NOTES[language].reserved}
    return notes.get(item.state, "")
