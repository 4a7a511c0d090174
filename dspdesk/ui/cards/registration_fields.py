"""Which fields the card of each journal has, in the order in which the paper is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dspdesk.language.catalogue import N_, _, pgettext
from dspdesk.law.kinds import OWN_DOCUMENTS, Carrier, JournalKind
from dspdesk.law.registration import Entry
from dspdesk.law.restricted_list import Designation
from dspdesk.law.values import SheetCount
from dspdesk.law.wording import NOTES
from dspdesk.ui.cards.fields import (
    ChoiceField,
    CopiesField,
    CountField,
    DateField,
    Field,
    LongField,
    TextField,
)
from dspdesk.ui.restricted_list.basis_field import BasisField

if TYPE_CHECKING:
    from dspdesk.desk import Desk

TITLES = {
    JournalKind.INCOMING: N_("Incoming document"),
    JournalKind.OUTGOING: N_("Outgoing document"),
    JournalKind.INTERNAL: N_("Internal document"),
    JournalKind.PUBLICATIONS: N_("Publication"),
}
#: Fields of the card that are no fields of the entry.
SHEETS, ENCLOSURES, LATE_AFTER = "sheets", "enclosure_sheets", "late_after"
#: Shown where the journal's numbers are made with it; and where a reserved number waits for its document.
CASE_INDEX, SIGNATORY = "case_index", "signatory"
#: What the mark of an own document rests on, and the ground in words where that is outside the lists.
DESIGNATION, GROUND = "designation", "ground"
#: What "copy the previous entry" leaves out: what is each document's own.
NOT_COPIED = frozenset({"their_number", "their_date", "date", "due_on", "signed_on", "copies", LATE_AFTER})
_OFFERED = frozenset({"correspondent", "kind", "summary", "executor", "signatory"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field stands: its key, its caption, how many of the twelve columns it takes."""

    key: str
    caption: str
    span: int


@dataclass(frozen=True, slots=True)
class Group:
    """A calm group of fields under one heading, row by row."""

    title: str
    rows: tuple[tuple[Place, ...], ...]


def groups(kind: JournalKind) -> tuple[Group, ...]:
    """The groups of the card of one kind of journal."""
    return (_document(kind), _execution(), _registration(kind))


def _document(kind: JournalKind) -> Group:
    own, publication = kind in OWN_DOCUMENTS, kind is JournalKind.PUBLICATIONS
    whose = {JournalKind.OUTGOING: N_("To"), JournalKind.INTERNAL: N_("Unit")}.get(kind, N_("From"))
    number = N_("In reply to No.") if own else N_("Covering letter No.") if publication else N_("Their No.")
    which = N_("Kind of publication") if publication else N_("Kind of document")
    copies, carrier = Place("copies", N_("Copies No."), 3), Place("carrier", N_("Carrier"), 3)
    counted = Place(SHEETS, N_("Sheets"), 3), Place(ENCLOSURES, N_("Sheets of enclosures"), 3)
    return Group(
        N_("Publication") if publication else N_("Document"),
        (
            (Place("correspondent", whose, 12),),
            (Place("their_number", number, 4), Place("their_date", N_("Dated"), 3), Place("kind", which, 5)),
            (Place("summary", N_("Title") if publication else N_("Summary"), 12),),
            (copies, carrier) if publication else (*counted, copies, carrier),
        ),
    )


def _execution() -> Group:
    first = (Place("resolution", N_("Instruction"), 12),)
    second = (
        Place("executor", N_("Executor"), 4),
        Place("due_on", N_("Due"), 3),
        Place("control", N_("Control mark"), 5),
    )
    return Group(N_("Execution"), (first, second))


def _registration(kind: JournalKind) -> Group:
    own = kind in OWN_DOCUMENTS
    day = Place("date", N_("Registered on") if own else N_("Received on"), 3)
    case = (Place(CASE_INDEX, N_("Index of the case in the filing plan"), 6),)
    row = (day, Place("notes", N_("Notes"), 6), Place(LATE_AFTER, N_("Late, after No."), 3))
    if not own:
        return Group(N_("Registration"), (case, row))
    signing = (Place(SIGNATORY, N_("Signed by"), 9), Place("signed_on", N_("Signed on"), 3))
    basis = (Place(DESIGNATION, N_("Entry of the list"), 12),)
    ground = (Place(GROUND, N_("Ground outside the lists"), 12),)
    return Group(N_("Signing and registration"), (signing, basis, ground, case, row))


def caption(kind: JournalKind, key: str) -> str:
    """The caption of a field in the language of the interface; the key itself where the card has no such field."""
    for group in groups(kind):
        for row in group.rows:
            for place in row:
                if place.key == key:
                    return _(place.caption)
    return key


def make(key: str, desk: "Desk", journal_language: str) -> Field:
    """The field of a key, empty."""
    if key in {"their_date", "due_on", "signed_on", "date"}:
        return DateField(desk.today)
    if key in {SHEETS, ENCLOSURES, LATE_AFTER}:
        return CountField()
    if key == "copies":
        return CopiesField()
    if key == DESIGNATION:
        return BasisField(desk)
    if key == "carrier":
        return ChoiceField(_("Carrier"), carriers())
    if key == "control":
        return LongField(lambda _typed: [NOTES[journal_language].on_control])  # it grows with each extension
    if key in {"summary", "notes", "resolution", GROUND}:
        return LongField(_offers(desk, key, journal_language))
    return TextField(_offers(desk, key, journal_language))


def carriers() -> dict[Carrier, str]:
    """The carriers with their words."""
    return {
        Carrier.PAPER: pgettext("carrier", "Paper"),
        Carrier.ELECTRONIC: pgettext("carrier", "Electronic"),
    }


def _offers(desk: "Desk", key: str, journal_language: str) -> Callable[[str], list[str]] | None:
    if key not in _OFFERED:
        return None

    def offers(typed: str) -> list[str]:
        from dspdesk.queries.completion import completions

        return completions(desk, key, typed, language=journal_language)

    return offers


def values(entry: Entry, designation: Designation | None = None) -> dict[str, Any]:
    """The entry, and what its mark rests on, by the keys of the card."""
    names = [name for name in Entry.__dataclass_fields__ if name != "sheets"]
    return {name: getattr(entry, name) for name in names} | {
        SHEETS: entry.sheets.document,
        ENCLOSURES: entry.sheets.enclosures,
        LATE_AFTER: None,
        DESIGNATION: designation,
        GROUND: designation.words if designation else "",
    }


def entry(written: dict[str, Any]) -> Entry:
    """The entry from the values of the card; a field that the card lacks keeps what it was opened with."""
    known = {name: value for name, value in written.items() if name in Entry.__dataclass_fields__}
    known["sheets"] = SheetCount(written[SHEETS], written[ENCLOSURES])
    return Entry(**known)
