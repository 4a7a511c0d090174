"""Lists of restricted information: what the mark of an own document rests on (paragraphs 7-9 of the Rules)."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from dspdesk.law.citations import Act, Place
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind
from dspdesk.law.secrecy import no_state_secrets

#: The most entries that one order brings in or ends here in one step: more would be a slip of the pen.
MOST_LINES = 500


class Criterion(IntEnum):
    """The seven criteria by which lists are drawn up (paragraph 7, part 4); their words are the law's own."""

    SECRECY_REGIME = 1
    WORK_OF_BODIES = 2
    CONFIDED = 3
    LAWFUL_INTERESTS = 4
    DECISIONS_IN_PREPARATION = 5
    UNFINISHED_CHECKS = 6
    FOREIGN = 7

    @property
    def place(self) -> Place:
        """Where its words stand."""
        return Place(Act.RULES, "7", (4,), self.value)


class OrderKind(StrEnum):
    """What an order of the head does to a list (paragraph 7, part 3); one that changes may also add and end."""

    APPROVAL = "approval"
    ADDITION = "addition"
    CHANGE = "change"
    REPEAL = "repeal"


class Ground(StrEnum):
    """On what the mark of an own document rests."""

    ENTRY = "entry"  # an entry of a list (paragraph 7, part 2)
    OUTSIDE = (
        "outside"  # other information, designated outside the lists, with its ground in words (paragraph 8)
    )
    PROPOSAL = "proposal"  # information proposed for protection and for the list (paragraph 9)


class Decision(StrEnum):
    """Life of a proposal: proposed → accepted, or declined."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Designation:
    """What one own document's mark rests on: an entry, a proposal, or the words of a ground outside the lists."""

    ground: Ground
    entry_id: int | None = None
    proposal_id: int | None = None
    words: str = ""

    @classmethod
    def by_entry(cls, entry_id: int) -> "Designation":
        """By an entry of a list."""
        return cls(Ground.ENTRY, entry_id=entry_id)

    @classmethod
    def by_proposal(cls, proposal_id: int) -> "Designation":
        """By a proposal."""
        return cls(Ground.PROPOSAL, proposal_id=proposal_id)

    @classmethod
    def outside(cls, words: str) -> "Designation":
        """Outside the lists, on a ground in words."""
        return cls(Ground.OUTSIDE, words=words)


@dataclass(frozen=True, slots=True)
class EntryTerm:
    """An entry of a list and the days it is in force: the first, and the last where it has ended."""

    id: int
    point: str
    first: dt.date
    last: dt.date | None

    def on(self, day: dt.date) -> bool:
        """Whether it is in force on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


def last_day(entry: dt.date | None, of_list: dt.date | None) -> dt.date | None:
    """The last day of an entry: its own end or that of its list, whichever comes first; a repealed list gives none."""
    ends = [day for day in (entry, of_list) if day is not None]
    return min(ends) if ends else None


# What an own document rests on

#: The findings whose typed reason is kept as the ground outside the lists.
WITHOUT_BASIS = frozenset({"basis_not_named", "basis_without_list"})


def basis_day(signed_on: dt.date | None, date: dt.date | None, today: dt.date) -> dt.date:
    """Paragraph 7, part 2: who signs designates, so an entry is to be in force on the day of signing."""
    return signed_on or date or today


def basis_named(
    kind: JournalKind, designation: Designation | None, *, ready: bool, list_in_force: bool
) -> Finding | None:
    """D7: an own document that is signed names the entry its mark rests on; without one a reason is asked.

    What came with a mark needs no basis of ours, and what is not signed yet is not designated yet.
    """
    if kind not in OWN_DOCUMENTS or not ready or designation is not None:
        return None
    code = "basis_not_named" if list_in_force else "basis_without_list"
    return Finding("D7", Weight.WARN, code, {}, "designation")


def both_named(designation: Designation | None, executor: str, signatory: str) -> list[Finding]:
    """D7, the stricter reading: the executor and whoever signs designate together by a list, so both are named.

    A ground outside the lists has been given in words already: nothing more is asked.
    """
    if designation is None or designation.ground is Ground.OUTSIDE:
        return []
    found = []
    if not executor.strip():
        found.append(Finding("D7", Weight.WARN, "basis_without_executor", {}, "executor"))
    if not signatory.strip():
        found.append(Finding("D7", Weight.WARN, "basis_without_signatory", {}, "signatory"))
    return found


def own_documents_only(kind: JournalKind, designation: Designation | None) -> Finding | None:
    """D7: what came in with its mark was designated by its sender; refuses a basis of our own."""
    if designation is None or kind in OWN_DOCUMENTS:
        return None
    return Finding("D7", Weight.REFUSE, "basis_of_the_sender", {}, "designation")


def entry_in_force(entry: EntryTerm, day: dt.date) -> Finding | None:
    """D7: an entry is a basis only while it is in force; refuses one that is not yet, or no more."""
    if entry.on(day):
        return None
    facts = {"point": entry.point, "day": day}
    if day < entry.first:
        return Finding("D7", Weight.REFUSE, "entry_not_yet", facts | {"first": entry.first}, "designation")
    return Finding("D7", Weight.REFUSE, "entry_no_more", facts | {"last": entry.last}, "designation")


def ground_in_words(designation: Designation) -> Finding | None:
    """D8: other information is designated outside the lists on a ground, which is written down."""
    if designation.ground is not Ground.OUTSIDE or designation.words.strip():
        return None
    return Finding("D8", Weight.REFUSE, "ground_needed", {}, "ground")


def proposal_stands(decision: Decision) -> Finding | None:
    """D9: information that the head declined to protect is no basis of the mark."""
    if decision is not Decision.DECLINED:
        return None
    return Finding("D9", Weight.REFUSE, "proposal_was_declined", {}, "designation")


def designated_anew(before: Designation | None, wanted: Designation) -> Finding | None:
    """The program's own: a designation is replaced only by another one."""
    return (
        Finding("OWN", Weight.REFUSE, "designation_the_same", {}, "designation") if before == wanted else None
    )


def designated_where_it_goes_on(number: str, later: str) -> Finding | None:
    """Paragraph 14, part 2 (D14b): what goes on under a later number is designated there; `later` is '' without one."""
    if not later:
        return None
    facts = {"number": number, "later": later}
    return Finding("D14b", Weight.REFUSE, "designation_of_later", facts, "designation")


# Lists and their orders


@dataclass(frozen=True, slots=True)
class Order:
    """An order of the head: its number, its date, and the day from which what it says is in force."""

    number: str
    dated: dt.date | None
    from_day: dt.date | None = None

    @property
    def effective(self) -> dt.date | None:
        """The first day of what it brings."""
        return self.from_day or self.dated


@dataclass(frozen=True, slots=True)
class EntryWords:
    """The words of an entry; those of one language are enough. `criterion` is `None` where none is named."""

    point: str
    text_kk: str = ""
    text_ru: str = ""
    criterion: Criterion | None = None


def list_named(name_kk: str, name_ru: str) -> Finding | None:
    """The program's own: a list has a name, in one of the languages at least."""
    if name_kk.strip() or name_ru.strip():
        return None
    return Finding("OWN", Weight.REFUSE, "list_name_needed", {}, "name_ru")


def check_order(order: Order, today: dt.date) -> list[Finding]:
    """D7: a list, an addition and a change rest on an order with its number and its day, which has come.

    What an order says holds from its day on or from a later one.
    """
    found = []
    if not order.number.strip():
        found.append(Finding("D7", Weight.REFUSE, "order_number_needed", {}, "number"))
    if order.dated is None:
        found.append(Finding("D7", Weight.REFUSE, "order_day_needed", {}, "dated"))
        return found
    if order.dated > today:
        facts = {"date": order.dated, "today": today}
        found.append(Finding("OWN", Weight.REFUSE, "order_ahead", facts, "dated"))
    if order.from_day is not None and order.from_day < order.dated:
        facts = {"from": order.from_day, "date": order.dated}
        found.append(Finding("OWN", Weight.REFUSE, "order_works_back", facts, "from_day"))
    return found


def list_once(
    order: Order, names: Collection[str], entered: Collection[tuple[str, str, dt.date]]
) -> Finding | None:
    """The program's own: one list is entered once; refuses the same name by the same order a second time.

    `entered` are the lists there are: name, number and day of the order that approved each.
    """
    known = {(name, order.number.strip(), order.dated) for name in names if name}
    if known.isdisjoint(entered):
        return None
    return Finding("OWN", Weight.REFUSE, "list_entered_already", {"number": order.number.strip()}, "number")


def order_of_its_own(order: Order, entered: Collection[tuple[str, dt.date]]) -> Finding | None:
    """D7: each addition and each change has an order of its own; refuses an order entered for this list already."""
    if order.dated is None or (order.number.strip(), order.dated) not in entered:
        return None
    facts = {"number": order.number.strip(), "date": order.dated}
    return Finding("D7", Weight.REFUSE, "order_entered_already", facts, "number")


def order_follows(order: Order, approved: dt.date) -> Finding | None:
    """D7: what is added to a list or changed in it comes after its approval."""
    if order.dated is None or order.dated >= approved:
        return None
    return Finding(
        "D7", Weight.REFUSE, "order_before_approval", {"date": order.dated, "approved": approved}, "dated"
    )


def list_stands(last: dt.date | None, day: dt.date | None) -> Finding | None:
    """D8: only a list that is in force is changed; a repealed one stays as it was."""
    if last is None or (day is not None and day <= last):
        return None
    return Finding("D8", Weight.REFUSE, "list_repealed", {"last": last})


def does_something(lines: int) -> Finding | None:
    """The program's own: an order adds, changes or ends at least one entry, and not a whole library."""
    if not lines:
        return Finding("OWN", Weight.REFUSE, "order_does_nothing", {}, "lines")
    if lines > MOST_LINES:
        return Finding("OWN", Weight.REFUSE, "order_does_too_much", {"most": MOST_LINES}, "lines")
    return None


def check_words(entry: EntryWords) -> list[Finding]:
    """The program's own: an entry has its point and its words. D2: no grade of secrecy stands in them as a mark."""
    found = []
    if not entry.point.strip():
        found.append(Finding("OWN", Weight.REFUSE, "entry_point_needed", {}, "point"))
    if not (entry.text_kk.strip() or entry.text_ru.strip()):
        found.append(Finding("OWN", Weight.REFUSE, "entry_words_needed", {"point": entry.point}, "text_ru"))
    grades = (no_state_secrets(entry.text_kk, "text_kk"), no_state_secrets(entry.text_ru, "text_ru"))
    return found + [finding for finding in grades if finding is not None]


def points_once(points: Iterable[str]) -> Finding | None:
    """The program's own: no point stands twice in a list on one day, so that a document can name it."""
    met: set[str] = set()
    for point in (point.strip() for point in points):
        if point in met:
            return Finding("OWN", Weight.REFUSE, "point_twice", {"point": point}, "lines")
        met.add(point)
    return None


def ends_after_beginning(entry: EntryTerm, last: dt.date) -> Finding | None:
    """The program's own: an entry does not end before it has begun."""
    if last >= entry.first:
        return None
    facts = {"point": entry.point, "first": entry.first}
    return Finding("OWN", Weight.REFUSE, "entry_ends_too_early", facts, "from_day")


def ends_once(entry: EntryTerm) -> Finding | None:
    """The program's own: an entry that has ended already is not changed or ended again."""
    if entry.last is None:
        return None
    facts = {"point": entry.point, "last": entry.last}
    return Finding("OWN", Weight.REFUSE, "entry_ended_already", facts, "lines")


def kind_of_order(*, adds: int, ends: int) -> OrderKind:
    """Paragraph 7, part 3, speaks of additions and changes: an order that only adds is an addition."""
    return OrderKind.CHANGE if ends or not adds else OrderKind.ADDITION


# Proposals


def check_proposal(
    information: str,
    reasons: str,
    day: dt.date | None,
    today: dt.date,
    *,
    both_chosen: bool,
    heads_unit: bool,
) -> list[Finding]:
    """D9: the executor and the head of a unit propose together what is to be protected, with the arguments for it.

    The head is whoever heads a unit on that day, or acts for its head.
    """
    asked = (
        ("information", information.strip(), "proposal_information_needed"),
        ("reasons", reasons.strip(), "proposal_reasons_needed"),
        ("executor_id", both_chosen, "proposal_both_needed"),
        ("proposed_on", day, "proposal_day_needed"),
    )
    found = [Finding("D9", Weight.REFUSE, code, {}, field) for field, given, code in asked if not given]
    if both_chosen and day is not None and not heads_unit:
        found.append(Finding("D9", Weight.REFUSE, "proposer_heads_nothing", {"day": day}, "head_id"))
    if day is not None and day > today:
        facts = {"date": day, "today": today}
        found.append(Finding("OWN", Weight.REFUSE, "proposal_ahead", facts, "proposed_on"))
    grades = (no_state_secrets(information, "information"), no_state_secrets(reasons, "reasons"))
    return found + [finding for finding in grades if finding is not None]


def check_decision(
    before: Decision,
    proposed_on: dt.date,
    decided_on: dt.date | None,
    today: dt.date,
    *,
    accepted: bool,
    words: str,
) -> list[Finding]:
    """D9: a proposal is decided once, after it was made; a refusal says why."""
    if before is not Decision.PROPOSED:
        return [Finding("D9", Weight.REFUSE, "proposal_decided_already", {}, "decision")]
    found = []
    if decided_on is None:
        found.append(Finding("D9", Weight.REFUSE, "decision_day_needed", {}, "decided_on"))
    elif not proposed_on <= decided_on <= today:
        facts = {"date": decided_on, "proposed": proposed_on, "today": today}
        found.append(Finding("OWN", Weight.REFUSE, "decision_day_odd", facts, "decided_on"))
    if not accepted and not words.strip():
        found.append(Finding("D9", Weight.REFUSE, "decline_words_needed", {}, "words"))
    return found
