"""Carrying documents over to the next year (paragraph 14, part 2): registered anew, both entries linked.

The law excepts documents that are not finished or take long from the rule that a number is given once. Publications
are none of these: the exception names documents only, and a publication is kept account of by its copies for as long
as the library has it.
"""

import datetime as dt
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import ItemState, JournalKind, MovementKind


class Ground(StrEnum):
    """Why a document passes to the next year."""

    ON_CONTROL = "on_control"  # its execution is controlled and not done
    UNFILED = "unfiled"  # it lies in no case: to be filed, unless it takes long


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCarry:
    """What is asked of a document that is to be carried over; `number` is written as a person reads it.

    `carried_to` is the year it has been carried over to already, `None` when it has not.
    """

    number: str
    kind: JournalKind
    year: int
    state: ItemState
    carried_to: int | None = None


def check(item: ToCarry, year: int) -> list[Finding]:
    """Every finding on carrying one document over to a year."""
    findings = (never_twice(item, year), to_a_later_year(item, year), documents_only(item), standing(item))
    return [finding for finding in findings if finding is not None]


def year_running(year: int, today: dt.date) -> Finding | None:
    """W9: documents are registered anew on the day of it, so in the journal of the running year only."""
    if year == today.year:
        return None
    return Finding("W9", Weight.REFUSE, "carry_over_not_now", {"year": year, "today": today}, "year")


def never_twice(item: ToCarry, year: int) -> Finding | None:
    """Paragraph 14, part 2 (D14b): a document passes once, from one year to another."""
    if item.carried_to in {None, year}:
        return None
    return _refused(item, "carried_over_already")


def to_a_later_year(item: ToCarry, year: int) -> Finding | None:
    """Paragraph 14, part 2 (D14b): documents pass to the following year."""
    return _refused(item, "carried_to_same_year") if year <= item.year else None


def documents_only(item: ToCarry) -> Finding | None:
    """Paragraph 14, part 2 (D14b): the exception is for documents, publications keep their number."""
    return _refused(item, "publication_not_carried") if item.kind is JournalKind.PUBLICATIONS else None


#: Why an entry in a state is not carried over.
_NOT_STANDING = {
    ItemState.ANNULLED: "annulled_not_carried",
    ItemState.DESTROYED: "destroyed_not_carried",
    ItemState.SENT_BACK: "sent_back_not_carried",
    ItemState.SEIZED: "seized_not_carried",
    ItemState.IN_CASE: "filed_not_carried",
    ItemState.RESERVED: "reserved_not_carried",
}


def standing(item: ToCarry) -> Finding | None:
    """Paragraph 14, part 2 (D14b): only what is registered and not finished passes to the next year."""
    code = _NOT_STANDING.get(item.state)
    return _refused(item, code) if code else None


def not_annulled_when_linked(*, linked: bool, number: str) -> Finding | None:
    """Paragraph 14, part 2 (D14b): the numbers of one paper are linked both ways, and neither is annulled."""
    if not linked:
        return None
    return Finding("D14b", Weight.REFUSE, "linked_not_annulled", {"number": number})


def copies_stay(
    *, went: AbstractSet[int], before: AbstractSet[int], after: AbstractSet[int]
) -> Finding | None:
    """Paragraph 14, part 2 (D14b): an entry whose copies went on to a later year keeps those it had, and gets none."""
    if not went or before == after:
        return None
    facts = {"copies": ", ".join(map(str, sorted(went)))}
    return Finding("D14b", Weight.REFUSE, "copies_carried_over", facts, "copies")


#: The last movements of copies that pass with their document; what is filed, sent or destroyed stays where it is.
PASSING = frozenset(
    {
        None,
        MovementKind.RECEIPT,
        MovementKind.RETURN,
        MovementKind.SUBMISSION,
        MovementKind.RESOLVED,
        MovementKind.STORING,
        MovementKind.WITHDRAWAL,
    }
)
#: Those of them after which a copy is with somebody or in a place, under the new number, too.
HELD = frozenset({MovementKind.RECEIPT, MovementKind.SUBMISSION, MovementKind.STORING})


def _refused(item: ToCarry, code: str) -> Finding:
    return Finding("D14b", Weight.REFUSE, code, {"number": item.number, "year": item.year}, "items")
