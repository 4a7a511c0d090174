"""Rules of registration: paragraphs 14, 16, 17 and 19, and the program's own on dates."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import OWN_DOCUMENTS, Carrier, ItemState, JournalKind, MovementKind, NumberState
from dspdesk.law.secrecy import no_state_secrets
from dspdesk.law.values import CopyNumbers, Impossible, RegistrationNumber, SheetCount

#: How a document that bears no number of its sender is entered (column 2).
WITHOUT_NUMBER = {"ru": "б/н", "kk": "н/ж"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one item when it is registered; `None` and '' are not known yet.

    `date` is the day it is registered on: of receipt (incoming, publications) or of registration (own documents).
    `copies` are the numbers of its copies. `control` is the mark of column 9 as written, '' when not on control.
    `case_index` is that of the case in the filing plan, where the number is made with it (paragraph 16).
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
    case_index: str = ""


def check_entry(entry: Entry, year: int, today: dt.date) -> list[Finding]:
    """Every finding on the fields of one entry of a journal of `year`, in the order of the card."""
    findings = [
        date_within_year(entry.date, year),
        date_not_ahead(entry.date, today),
        year_come(entry.date, year, today),
        signed_not_ahead(entry.signed_on, today),
        registered_when_signed(entry, year),
        copies_named(entry),
        copies_numbered(entry),
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


def registered_before_moved(
    before: dt.date | None, after: dt.date | None, moved: Iterable[dt.date]
) -> Finding | None:
    """W9: a corrected date does not pass a movement that followed it; what was earlier already is another's mistake."""
    passed = [day for day in moved if after is not None and day < after and (before is None or before <= day)]
    if not passed:
        return None
    facts = {"date": after, "moved": min(passed)}
    return Finding("W9", Weight.REFUSE, "registered_after_moved", facts, "date")


def year_come(day: dt.date | None, year: int, today: dt.date) -> Finding | None:
    """W9: without a date of its own, too, nothing is registered in the journal of a year to come."""
    if day is not None or year <= today.year:
        return None
    return Finding("W9", Weight.REFUSE, "year_to_come", {"year": year, "today": today}, "date")


def signed_not_ahead(day: dt.date | None, today: dt.date) -> Finding | None:
    """Paragraph 19: what is registered has been signed already, not on a day to come."""
    if day is None or day <= today:
        return None
    return Finding("D19", Weight.REFUSE, "signed_ahead", {"date": day, "today": today}, "signed_on")


def registered_when_signed(entry: Entry, year: int) -> Finding | None:
    """Paragraph 19: only what is signed is registered, so nothing is registered before the day of its signing."""
    if entry.signed_on is None:
        return None
    if entry.date is None:
        return _signed_within_year(entry.signed_on, year)
    if entry.signed_on <= entry.date:
        return None
    facts = {"date": entry.date, "signed": entry.signed_on}
    return Finding("D19", Weight.REFUSE, "registered_before_signed", facts, "date")


def dated_when_signed(entry: Entry) -> Entry:
    """The entry of a number that is confirmed: registered no earlier than it was signed (paragraph 19)."""
    if entry.signed_on is None or (entry.date is not None and entry.date >= entry.signed_on):
        return entry
    return replace(entry, date=entry.signed_on)


def signature_stays(kind: JournalKind, state: NumberState, before: Entry, after: Entry) -> Finding | None:
    """Paragraph 19: a correction does not take the signature from a registered document; its number is annulled."""
    stays = not ready_for_number(kind, before) or ready_for_number(kind, after)
    if state is not NumberState.ISSUED or stays:
        return None
    field = "signed_on" if after.signatory.strip() else "signatory"
    return Finding("D19", Weight.REFUSE, "signature_not_removed", {}, field)


def check_confirmation(entry: Entry, reserved_on: dt.date, year: int) -> list[Finding]:
    """Paragraph 19: a reserved number is confirmed when the document is signed: by whom and on which day.

    A day before the number was there is warned of: the number would not stand on the fair copy (W10).
    """
    findings = [
        None
        if entry.signatory.strip()
        else Finding("D19", Weight.REFUSE, "signatory_needed", {}, "signatory"),
        None if entry.signed_on else Finding("D19", Weight.REFUSE, "signing_date_needed", {}, "signed_on"),
        _signed_within_year(entry.signed_on, year),
        _signed_after_reserving(entry.signed_on, reserved_on),
    ]
    return [finding for finding in findings if finding is not None]


def _signed_within_year(day: dt.date | None, year: int) -> Finding | None:
    """W9: a number of a year is not confirmed for what was signed in the next one."""
    if day is None or day.year <= year:
        return None
    return Finding("W9", Weight.REFUSE, "signed_after_year", {"date": day, "year": year}, "signed_on")


def _signed_after_reserving(day: dt.date | None, reserved_on: dt.date) -> Finding | None:
    if day is None or day >= reserved_on:
        return None
    facts = {"date": day, "reserved": reserved_on}
    return Finding("W10", Weight.WARN, "signed_before_reserved", facts, "signed_on")


def only_reserved(state: NumberState, number: RegistrationNumber) -> Finding | None:
    """W10: only a reserved number is confirmed."""
    if state is NumberState.RESERVED:
        return None
    return Finding("W10", Weight.REFUSE, "not_reserved", {"number": str(number)})


def reserved_for_own(kind: JournalKind) -> Finding | None:
    """W10: numbers are reserved for what is still to be signed, the body's own documents."""
    return None if kind in OWN_DOCUMENTS else Finding("W10", Weight.REFUSE, "reserved_for_own_only", {})


#: More numbers than this are not reserved or passed over in one step: it would be a slip of the pen.
MOST_RESERVED, MOST_SKIPPED = 50, 1000


def reserved_count(count: int) -> Finding | None:
    """W10: a few numbers at a time."""
    if 1 <= count <= MOST_RESERVED:
        return None
    return Finding("W10", Weight.REFUSE, "reserve_count", {"most": MOST_RESERVED}, "count")


def skipped_next(first: int, last: int, highest: int) -> Finding | None:
    """Paragraph 15, part 3, counts skipped numbers: only those are passed over that come next, and not too many."""
    facts = {"next": highest + 1, "most": MOST_SKIPPED}
    if first != highest + 1:
        return Finding("D15b", Weight.REFUSE, "skip_not_next", facts, "first")
    if not first <= last < first + MOST_SKIPPED:
        return Finding("D15b", Weight.REFUSE, "skip_count", facts, "last")
    return None


def gap_explained(first: int, last: int, taken: Collection[int], highest: int) -> Finding | None:
    """Paragraph 15, part 3: only numbers that were never given, below one that was, are a gap to be explained."""
    if not first <= last < first + MOST_SKIPPED:
        return Finding(
            "D15b", Weight.REFUSE, "skip_count", {"next": highest + 1, "most": MOST_SKIPPED}, "last"
        )
    if first < 1 or last >= highest or taken:
        return Finding("D15b", Weight.REFUSE, "no_gap", {"first": first, "last": last}, "first")
    return None


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
    return kind not in OWN_DOCUMENTS or bool(entry.signatory.strip() and entry.signed_on)


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
    value = getattr(entry, name)
    return bool(value.strip() if isinstance(value, str) else value)


#: Movements after which a copy does not come back.
_GONE_FOR_GOOD = frozenset({MovementKind.DESTRUCTION, MovementKind.SENDING_BACK, MovementKind.SEIZURE})


def item_state(number: NumberState, whereabouts: Collection[MovementKind | None]) -> ItemState:
    """The state of an item from its number and the last movement of each of its copies.

    Destroyed is an item none of whose copies is left; in a case one of which a copy is (paragraphs 28 and 55).
    Carried over is one whose copies are kept account of under the number of a later year (paragraph 14, part 2);
    sent back one of which nothing else is left here (paragraph 12, part 5), seized one of which a copy was taken and
    no other is left (paragraph 42, part 2).
    """
    if number is not NumberState.ISSUED:
        return ItemState.ANNULLED if number is NumberState.ANNULLED else ItemState.RESERVED
    if whereabouts and all(last is MovementKind.DESTRUCTION for last in whereabouts):
        return ItemState.DESTROYED
    if whereabouts and all(last in _GONE_FOR_GOOD for last in whereabouts):
        return ItemState.SEIZED if MovementKind.SEIZURE in whereabouts else ItemState.SENT_BACK
    if MovementKind.CARRIED_OVER in whereabouts:
        return ItemState.CARRIED_OVER
    return ItemState.IN_CASE if MovementKind.FILING in whereabouts else ItemState.REGISTERED


def copies_named(entry: Entry) -> Finding | None:
    """Paragraph 17: what is registered consists of numbered copies; refuses an entry without any."""
    return None if entry.copies else Finding("D17", Weight.REFUSE, "copies_needed", {}, "copies")


def copies_numbered(entry: Entry) -> Finding | None:
    """Paragraph 17, part 2: copies are told apart by their numbers; refuses what is no number, or is there twice."""
    try:
        CopyNumbers.of(entry.copies)
    except Impossible as error:
        return Finding("D17", Weight.REFUSE, "copies_not_numbers", {"copies": error.what}, "copies")
    return None
