"""The one guard: what is asked of a copy before it is moved, copied or sent, in one table.

Every step that hands over, sends away, copies, issues, destroys or removes a mark asks it again inside its own
transaction, so that a window opened yesterday cannot act on what has changed since.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import NumberState
from dspdesk.law.whereabouts import AT_HAND, OUT, Where


class Intent(StrEnum):
    """What is about to be done with a copy."""

    LIST = "list"  # put on a hand-over sheet
    HAND_OVER = "hand_over"
    SUBMIT = "submit"  # to the head of the body
    TAKE_BACK = "take_back"
    STORE = "store"
    COPY = "copy"  # make further copies of it, or an extract
    SEND_COPY = "send_copy"  # a copy made for another organisation
    SEND_BACK = "send_back"


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What the registers say of one copy at the moment of the step.

    `number` is that of the item with its mark, `holder` whoever or whatever has the copy, in words; `admitted` are the
    persons that a resolution, or the cover with "Лично", names (paragraphs 12 and 36). `sheet_id` is the hand-over
    sheet on which it waits for a signature, `None` when on none.
    """

    copy_id: int
    item_id: int
    number: str
    copy: int
    state: NumberState
    where: Where
    struck: bool = False
    holder: str = ""
    holder_id: int | None = None
    since: dt.date | None = None
    registered_on: dt.date | None = None
    sheet_id: int | None = None
    sheet: str = ""
    carrier_unchecked: bool = False
    admitted: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Wanted:
    """The step: the day it is taken on, today, to whom, and the hand-over sheet that is being signed, if one is."""

    on: dt.date
    today: dt.date
    employee_id: int | None = None
    employee: str = ""
    sheet_id: int | None = None


Rule = Callable[[CopyFacts, Wanted], Finding | None]


def guard(intent: Intent, copies: Iterable[CopyFacts], wanted: Wanted) -> list[Finding]:
    """Everything that stands against a step with these copies."""
    found = (rule(copy, wanted) for copy in copies for rule in RULES[intent])
    return [finding for finding in found if finding is not None]


def registered(copy: CopyFacts, _wanted: Wanted) -> Finding | None:
    """Paragraph 19: only a copy of a registered document moves, not of a reserved or an annulled number (D19)."""
    if copy.state is NumberState.ISSUED and not copy.struck:
        return None
    return _refused("D19", "copy_struck" if copy.struck else "copy_not_registered", copy)


def here(copy: CopyFacts, _wanted: Wanted) -> Finding | None:
    """Paragraph 15, part 4 (D15c): a copy goes out only from where the registers say it is."""
    if copy.where in AT_HAND:
        return None
    requirement = "D59" if copy.where is Where.CASE else "D15c"
    return _refused(requirement, f"copy_not_here_{copy.where}", copy)


def out(copy: CopyFacts, _wanted: Wanted) -> Finding | None:
    """Paragraph 15, part 4 (D15c): only a copy that is with somebody is taken back."""
    return None if copy.where in OUT else _refused("D15c", "copy_not_out", copy)


def not_waiting(copy: CopyFacts, wanted: Wanted) -> Finding | None:
    """W1: a copy waits for a signature on one sheet at a time; its line is signed or struck out first."""
    if copy.sheet_id is None or copy.sheet_id == wanted.sheet_id:
        return None
    return _refused("W1", "copy_waits_on_sheet", copy)


def carrier_checked(copy: CopyFacts, _wanted: Wanted) -> Finding | None:
    """Paragraph 12, part 6 (D12e): an electronic carrier goes nowhere before it is checked."""
    return _refused("D12e", "carrier_unchecked", copy) if copy.carrier_unchecked else None


def admitted(copy: CopyFacts, wanted: Wanted) -> Finding | None:
    """Paragraph 36 (D36): a document is given only to the persons whom the resolution of the head names."""
    if wanted.employee_id is None or wanted.employee_id in copy.admitted:
        return None
    return _refused("D36", "not_admitted", copy, person=wanted.employee)


def in_order(copy: CopyFacts, wanted: Wanted) -> Finding | None:
    """W9: a movement is neither of a day to come nor earlier than the one before it or than the registration."""
    if wanted.on > wanted.today:
        return Finding("W9", Weight.REFUSE, "moved_ahead", {"date": wanted.on, "today": wanted.today}, "on")
    earliest = max((day for day in (copy.since, copy.registered_on) if day is not None), default=wanted.on)
    if wanted.on >= earliest:
        return None
    facts = {"number": copy.number, "copy": copy.copy, "date": wanted.on, "since": earliest}
    return Finding("W9", Weight.REFUSE, "moved_before_last", facts, "on")


#: What is asked before each step. Later rules (holds, reviews, permissions of the archive) join this table.
RULES: Mapping[Intent, tuple[Rule, ...]] = {
    Intent.LIST: (registered, here, not_waiting, carrier_checked, admitted),
    Intent.HAND_OVER: (registered, here, not_waiting, carrier_checked, admitted, in_order),
    Intent.SUBMIT: (registered, here, not_waiting, carrier_checked, in_order),
    Intent.TAKE_BACK: (registered, out, in_order),
    Intent.STORE: (registered, here, not_waiting, in_order),
    Intent.COPY: (registered, here, not_waiting, carrier_checked, in_order),
    Intent.SEND_COPY: (registered, here, not_waiting, carrier_checked, in_order),
    Intent.SEND_BACK: (registered, here, not_waiting, in_order),
}


def _refused(requirement: str, code: str, copy: CopyFacts, **facts: object) -> Finding:
    said = {
        "number": copy.number,
        "copy": copy.copy,
        "holder": copy.holder,
        "since": copy.since or "",
        **facts,
    }
    if copy.sheet:
        said["sheet"] = copy.sheet
    return Finding(requirement, Weight.REFUSE, code, said, "copies")
