"""Rules of registration: paragraphs 14, 16, 17 and 19, and the program's own on dates."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import OWN_DOCUMENTS, Carrier, ItemState, JournalKind, MovementKind, NumberState
from dspdesk.law.secrecy import no_state_secrets
from dspdesk.law.values import RegistrationNumber, SheetCount

#: How a document that bears no number of its sender is entered (column 2).
WITHOUT_NUMBER = {"ru": "б/н", "kk": "н/ж"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one item when it is registered; `None` and '' are not known yet.

    `date` is the day it is registered on: of receipt (incoming, publications) or of registration (own documents).
    `copies` are the numbers of its copies. `control` is the mark of column 9 as written, '' when not on control.
    """

    date: dt.date | None = None
    correspondent: str = ""
    their_number: str = ""
    their_date: dt.date | None = None
    kind: str = ""
    summary: str = ""
    sheets: SheetCount = SheetCount()
    copies: tuple[int, ...] = (1,)
    carrier: Carrier = Carrier.PAPER
    resolution: str = ""
    executor: str = ""
    due_on: dt.date | None = None
    control: str = ""
    signatory: str = ""
    signed_on: dt.date | None = None
    notes: str = ""


def check_entry(entry: Entry, year: int, today: dt.date) -> list[Finding]:
    """Every finding on the fields of one entry of a journal of `year`, in the order of the card."""
    findings = [
        date_within_year(entry.date, year),
        date_not_ahead(entry.date, today),
        copies_named(entry),
        *(no_state_secrets(getattr(entry, name), name) for name in ("kind", "summary", "notes")),
    ]
    return [f for f in findings if f is not None]


def date_within_year(day: dt.date | None, year: int) -> Finding | None:
    """W9: a date outside the journal's year is refused."""
    if day is None or day.year == year:
        return None
    return Finding("W9", Weight.REFUSE, "date_outside_year", {"date": day, "year": year}, "date")


def date_not_ahead(day: dt.date | None, today: dt.date) -> Finding | None:
    """W9: nothing is registered on a day that has not come yet."""
    if day is None or day <= today:
        return None
    return Finding("W9", Weight.REFUSE, "date_ahead", {"date": day, "today": today}, "date")


def number_once(number: RegistrationNumber, taken: Collection[RegistrationNumber]) -> Finding | None:
    """Paragraph 14, part 2: a number is given once only."""
    if number not in taken:
        return None
    return Finding("D14a", Weight.REFUSE, "number_taken", {"number": str(number)}, "number")


def late_entry_follows(sequence: int, highest: int) -> Finding | None:
    """D16, a late entry takes a letter after a number already passed; refuses one after a number not yet given."""
    if 1 <= sequence <= highest:
        return None
    return Finding(
        "D16", Weight.REFUSE, "late_after_unknown", {"sequence": sequence, "highest": highest}, "late_after"
    )


def journal_open(*, closed: bool, year: int) -> Finding | None:
    """Paragraph 15, part 3: a closed journal takes no new entry."""
    return Finding("D15b", Weight.REFUSE, "journal_closed", {"year": year}) if closed else None


def ready_for_number(kind: JournalKind, entry: Entry) -> bool:
    """Paragraph 19: own documents are registered only when signed; until then their number is reserved."""
    return kind not in OWN_DOCUMENTS or bool(entry.signatory and entry.signed_on)


def same_sender_number(earlier: Iterable[str]) -> Finding | None:
    """A sender's number met twice is a hint: the same letter may have come a second time."""
    met = ", ".join(earlier)
    return Finding("OWN", Weight.HINT, "sender_number_met", {"numbers": met}, "their_number") if met else None


#: Fields without which an entry is not complete, by journal; publications are counted by copies (paragraph 14).
NEEDED: dict[JournalKind, tuple[str, ...]] = {
    JournalKind.INCOMING: ("date", "correspondent", "their_number", "kind", "summary", "sheets", "copies"),
    JournalKind.OUTGOING: ("correspondent", "kind", "summary", "sheets", "copies", "signatory", "signed_on"),
    JournalKind.INTERNAL: ("correspondent", "kind", "summary", "sheets", "copies", "signatory", "signed_on"),
    JournalKind.PUBLICATIONS: ("date", "correspondent", "summary", "copies"),
}


def missing(kind: JournalKind, entry: Entry) -> tuple[str, ...]:
    """Names of the fields still to complete; an imported own document keeps the date it was registered on."""
    return tuple(name for name in NEEDED[kind] if not _known(entry, name))


def _known(entry: Entry, name: str) -> bool:
    if name == "sheets":
        return entry.sheets.document is not None
    return bool(getattr(entry, name))


def item_state(number: NumberState, whereabouts: Collection[MovementKind | None]) -> ItemState:
    """The state of an item from its number and the last movement of each of its copies.

    Destroyed is an item none of whose copies is left; in a case one of which a copy is (paragraphs 28 and 55).
    """
    if number is not NumberState.ISSUED:
        return ItemState.ANNULLED if number is NumberState.ANNULLED else ItemState.RESERVED
    if whereabouts and all(last is MovementKind.DESTRUCTION for last in whereabouts):
        return ItemState.DESTROYED
    return ItemState.IN_CASE if MovementKind.FILING in whereabouts else ItemState.REGISTERED


def copies_named(entry: Entry) -> Finding | None:
    """Paragraph 17: what is registered consists of numbered copies; refuses an entry without any."""
    return None if entry.copies else Finding("D17", Weight.REFUSE, "copies_needed", {}, "copies")
