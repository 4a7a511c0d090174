"""The one guard: what is asked of a copy before it is moved, copied or sent, in one table.

Every step that hands over, sends away, copies, issues, destroys or removes a mark asks it again inside its own
transaction, so that a window opened yesterday cannot act on what has changed since.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import NumberState
from dspdesk.law.whereabouts import AT_HAND, OUT, Where


class Intent(StrEnum):
    """What is about to be done with a copy."""

    LIST = "list"  # put on a hand-over sheet
    HAND_OVER = "hand_over"
    RECEIVE = "receive"  # signed for on the sheet on which it was put
    SUBMIT = "submit"  # to the head of the body
    TAKE_BACK = "take_back"
    STORE = "store"
    COPY = "copy"  # make further copies of it, or an extract
    SEND_COPY = "send_copy"  # a copy made for another organisation
    SEND_BACK = "send_back"
    CORRECT_HOLDER = "correct_holder"  # the register named a wrong person
    UNDO = "undo"  # a movement was entered that did not happen
    CARRY_OVER = "carry_over"  # goes on under the number of a later year
    ANNUL = "annul"  # its number is annulled
    FILE = "file"  # put into a volume of a case
    TAKE_OUT = "take_out"  # of a case, or into another one, by permission
    SEIZE = "seize"
    GIVEN_BACK = "given_back"  # what was seized lies in its volume again
    SAY_NATURE = "say_nature"  # that it is a draft, a spare copy, to be returned
    TRANSFER = "transfer"  # goes to the archive with the volume in which it lies


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What the registers say of one copy at the moment of the step.

    `number` is that of the item with its mark, `holder` whoever or whatever has the copy, in words; `admitted` are the
    persons that a resolution, or the cover with "Лично", names (paragraphs 12 and 36). `sheet_id` is the hand-over
    sheet on which it waits for a signature, `None` when on none. `language` is the journal's, which the words of
    movements follow. `volume_id` is the volume it lies in, `None` also of a copy that only words say is in a case.
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
    language: str = "ru"
    volume_id: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """The step: the day it is taken on, today, to whom, and the hand-over sheet that is being signed, if one is.

    `left_on` is the last day in service of the person it is given to.
    """

    on: dt.date
    today: dt.date
    employee_id: int | None = None
    employee: str = ""
    sheet_id: int | None = None
    left_on: dt.date | None = None


#: Where a copy is "since" a day, unless the register does not say since which.
_DATED = frozenset({Where.PERSON, Where.UNIT, Where.CORRESPONDENT})

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


def not_struck(copy: CopyFacts, _wanted: Wanted) -> Finding | None:
    """Paragraph 15, part 4 (D15c): what is out comes back, also when its number was annulled meanwhile."""
    return _refused("D15c", "copy_struck", copy) if copy.struck else None


def here(copy: CopyFacts, _wanted: Wanted) -> Finding | None:
    """Paragraph 15, part 4 (D15c): a copy goes out only from where the registers say it is."""
    if copy.where in AT_HAND:
        return None
    requirement = "D59" if copy.where is Where.CASE else "D15c"
    undated = "_undated" if copy.since is None and copy.where in _DATED else ""
    return _refused(requirement, f"copy_not_here_{copy.where}{undated}", copy)


def can_be_filed(copy: CopyFacts, wanted: Wanted) -> Finding | None:
    """Paragraph 59 (D59): what lies in a case is moved by permission; an executor may bring a copy to be filed.

    A copy of which only the words of a register say that it is in a case is put into its volume.
    """
    if copy.where in OUT or (copy.where is Where.CASE and copy.volume_id is None):
        return None
    return here(copy, wanted)


def in_case(copy: CopyFacts, _wanted: Wanted) -> Finding | None:
    """Paragraph 59 (D59): only what lies in a case is taken out of it."""
    if copy.where is Where.CASE and copy.volume_id is not None:
        return None
    return _refused("D59", "copy_not_in_case", copy)


def seized(copy: CopyFacts, _wanted: Wanted) -> Finding | None:
    """Paragraph 42, part 2 (D42a): only what was seized comes back, also when its number was annulled meanwhile."""
    return None if copy.where is Where.SEIZED else _refused("D42a", "copy_not_seized", copy)


def in_its_volume(copy: CopyFacts, _wanted: Wanted) -> Finding | None:
    """Paragraph 52 (D52): a volume goes to the archive with all that is filed in it."""
    if copy.where is Where.CASE and copy.volume_id is not None:
        return None
    return _refused("D52", "copy_not_in_its_volume", copy)


def in_no_volume(copy: CopyFacts, _wanted: Wanted) -> Finding | None:
    """Paragraph 59 (D59): what lies in a volume is taken out of it before its number is annulled."""
    if copy.where is not Where.CASE or copy.volume_id is None:
        return None
    return _refused("D59", "copy_not_here_case", copy)


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
    if not copy.carrier_unchecked:
        return None
    return Finding("D12e", Weight.REFUSE, "carrier_unchecked", {"number": copy.number}, "copies")


def admitted(copy: CopyFacts, wanted: Wanted) -> Finding | None:
    """Paragraph 36 (D36): a document is given only to the persons whom the resolution of the head names."""
    if wanted.employee_id is None or wanted.employee_id in copy.admitted:
        return None
    facts = {"number": copy.number, "person": wanted.employee}
    return Finding("D36", Weight.REFUSE, "not_admitted", facts, "copies")


def was_admitted(copy: CopyFacts, wanted: Wanted) -> Finding | None:
    """Paragraph 36 (D36): what was given to somebody not named has happened, and is recorded with the breach named."""
    if (finding := admitted(copy, wanted)) is None:
        return None
    return replace(finding, weight=Weight.WARN, code="was_not_admitted")


def in_service(_copy: CopyFacts, wanted: Wanted) -> Finding | None:
    """Paragraph 36 (D36): officials are given documents; whoever has left the body is none any more."""
    if wanted.left_on is None or wanted.on <= wanted.left_on:
        return None
    facts = {"person": wanted.employee, "day": wanted.left_on}
    return Finding("D36", Weight.REFUSE, "holder_has_left", facts, "employee_id")


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
    Intent.LIST: (registered, here, not_waiting, carrier_checked, admitted, in_service, in_order),
    Intent.HAND_OVER: (registered, here, not_waiting, carrier_checked, admitted, in_service, in_order),
    Intent.RECEIVE: (registered, here, not_waiting, carrier_checked, was_admitted, in_service, in_order),
    Intent.SUBMIT: (registered, here, not_waiting, carrier_checked, in_order),
    Intent.TAKE_BACK: (not_struck, out, in_order),
    Intent.STORE: (registered, here, not_waiting, in_order),
    Intent.COPY: (registered, here, not_waiting, carrier_checked, in_order),
    Intent.SEND_COPY: (registered, here, not_waiting, carrier_checked, in_order),
    Intent.SEND_BACK: (registered, here, not_waiting, in_order),
    Intent.CORRECT_HOLDER: (not_struck, was_admitted, in_service, in_order),
    Intent.UNDO: (not_struck, not_waiting),
    Intent.CARRY_OVER: (not_waiting,),
    Intent.ANNUL: (not_waiting, in_no_volume),
    Intent.FILE: (registered, can_be_filed, not_waiting, carrier_checked, in_order),
    Intent.TAKE_OUT: (not_struck, in_case, in_order),
    Intent.SEIZE: (not_struck, in_case, in_order),
    Intent.GIVEN_BACK: (not_struck, seized, in_order),
    Intent.SAY_NATURE: (not_struck,),
    Intent.TRANSFER: (not_struck, in_its_volume),
}


def _refused(requirement: str, code: str, copy: CopyFacts) -> Finding:
    said: dict[str, object] = {
        "number": copy.number,
        "copy": copy.copy,
        "holder": copy.holder,
        "since": copy.since or "",
    }
    if copy.sheet:
        said["sheet"] = copy.sheet
    return Finding(requirement, Weight.REFUSE, code, said, "copies")
