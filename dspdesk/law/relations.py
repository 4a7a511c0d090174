"""Linked documents (paragraph 30, 2): entries that are about one question, and what they are to each other."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import NumberState
from dspdesk.law.values import ABBREVIATION


class RelationKind(StrEnum):
    """What an entry is to another one; read from the one that says it."""

    REPLY_TO = "reply_to"
    ENCLOSURE_OF = "enclosure_of"
    SAME_SUBJECT = "same_subject"


class Side(StrEnum):
    """What the other entry is to this one: each kind as it is said from both sides."""

    REPLY_TO = "reply_to"  # this one is the reply
    ANSWERED_BY = "answered_by"
    ENCLOSURE_OF = "enclosure_of"  # this one is the enclosure
    HAS_ENCLOSURE = "has_enclosure"
    SAME_SUBJECT = "same_subject"

    @property
    def kind(self) -> RelationKind:
        """Of which kind the relation is."""
        return _KINDS[self]

    @property
    def turned(self) -> bool:
        """Whether it is said from the side of the other entry."""
        return self in _TURNED


_KINDS = {
    Side.REPLY_TO: RelationKind.REPLY_TO,
    Side.ANSWERED_BY: RelationKind.REPLY_TO,
    Side.ENCLOSURE_OF: RelationKind.ENCLOSURE_OF,
    Side.HAS_ENCLOSURE: RelationKind.ENCLOSURE_OF,
    Side.SAME_SUBJECT: RelationKind.SAME_SUBJECT,
}
_TURNED = {Side.ANSWERED_BY, Side.HAS_ENCLOSURE}


def side(kind: RelationKind, *, turned: bool) -> Side:
    """How a relation is said from the side of its first entry, or from that of the other."""
    of_kind = [one for one, found in _KINDS.items() if found is kind]
    return next((one for one in of_kind if one.turned == turned), of_kind[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A relation about to be recorded between two entries; `between` are the kinds that stand between them."""

    number: str
    other_number: str
    same_entry: bool
    state: NumberState
    other_state: NumberState
    kind: RelationKind
    between: Collection[RelationKind] = ()


def check(wanted: Wanted) -> list[Finding]:
    """Everything that stands against linking two entries."""
    found = (not_to_itself(wanted), both_stand(wanted), once(wanted))
    return [finding for finding in found if finding is not None]


def not_to_itself(wanted: Wanted) -> Finding | None:
    """Paragraph 30, 2 (D30.2): linked are two documents."""
    if not wanted.same_entry:
        return None
    return Finding("D30.2", Weight.REFUSE, "linked_to_itself", {"number": wanted.number}, "other_id")


def both_stand(wanted: Wanted) -> Finding | None:
    """Paragraph 30, 2 (D30.2): under an annulled number there is no document."""
    annulled = [
        number
        for number, state in ((wanted.number, wanted.state), (wanted.other_number, wanted.other_state))
        if state is NumberState.ANNULLED
    ]
    if not annulled:
        return None
    return Finding("D30.2", Weight.REFUSE, "linked_to_annulled", {"number": annulled[0]}, "other_id")


def once(wanted: Wanted) -> Finding | None:
    """Paragraph 30, 2 (D30.2): two documents are linked in one way once, whichever of them says it."""
    if wanted.same_entry or wanted.kind not in wanted.between:
        return None
    facts = {"number": wanted.number, "other": wanted.other_number}
    return Finding("D30.2", Weight.REFUSE, "linked_already", facts, "other_id")


def reason_given(reason: str) -> Finding | None:
    """OWN: whoever takes a link back says why; the ledger keeps it."""
    return None if reason.strip() else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "mistake")


_MARKS = "|".join((*ABBREVIATION.values(), "dsp"))
_ORNAMENT = re.compile(rf"^\s*№\s*|\s*-?\s*(?:{_MARKS})\s*$", re.IGNORECASE)


def number_meant(written: str) -> str:
    """The number that "In reply to No." names, without sign and mark: "№ 41 дсп" is "41"."""
    return _ORNAMENT.sub("", written.strip()).strip()
