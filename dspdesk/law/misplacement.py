"""An entry made in the wrong journal (W6): its number is annulled, the document registered where it belongs."""

from dataclasses import dataclass

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.guard import CopyFacts
from dspdesk.law.kinds import JournalKind, NumberState
from dspdesk.law.whereabouts import AT_HAND


@dataclass(frozen=True, slots=True)
class Misplaced:
    """The entry as it stands: how often what depends on its number is there (`dependants`, by code of `DEPENDANTS`)."""

    number: str
    kind: JournalKind
    state: NumberState
    copies: tuple[CopyFacts, ...]
    dependants: tuple[str, ...] = ()


#: What rests on a number and would speak of an annulled one; each has a sentence with the way out.
DEPENDANTS = (
    "misplaced_with_resolution",
    "misplaced_with_control",
    "misplaced_with_act",
    "misplaced_with_permit",
)


def check(entry: Misplaced, to: JournalKind) -> list[Finding]:
    """Everything that stands against moving an entry to another journal, in the order in which it is put right."""
    found = [another_journal(entry, to), still_given(entry), *_at_hand(entry), *_depending(entry)]
    return [finding for finding in found if finding is not None]


def another_journal(entry: Misplaced, to: JournalKind) -> Finding | None:
    """W6: the right journal is another one than the wrong one."""
    if entry.kind is not to:
        return None
    return Finding("W6", Weight.REFUSE, "same_journal", {"number": entry.number}, "journal")


def still_given(entry: Misplaced) -> Finding | None:
    """Paragraph 14, part 2 (D14a): a number is annulled once."""
    if entry.state is not NumberState.ANNULLED:
        return None
    return Finding("D14a", Weight.REFUSE, "annulled_already", {"number": entry.number})


def _at_hand(entry: Misplaced) -> list[Finding]:
    """W6: copies that are out, or wait for a signature, are in somebody's hands under the wrong number."""
    return [
        Finding(
            "W6",
            Weight.REFUSE,
            "misplaced_copy_waits" if copy.where in AT_HAND else "misplaced_copy_out",
            {"number": copy.number, "copy": copy.copy, "sheet": copy.sheet},
            "copies",
        )
        for copy in entry.copies
        if not copy.struck and (copy.where not in AT_HAND or copy.sheet_id is not None)
    ]


def _depending(entry: Misplaced) -> list[Finding]:
    """W6: papers that name the number are withdrawn first, so that none of them speaks of an annulled number."""
    return [
        Finding("W6", Weight.REFUSE, code, {"number": entry.number})
        for code in DEPENDANTS
        if code in entry.dependants
    ]
