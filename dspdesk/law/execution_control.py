"""Execution (paragraph 27) and the persons a resolution admits (paragraph 36): resolutions, control, deadlines.

Paragraph 27 lets execution be controlled as that of unclassified documents is, so whoever leads may write a
resolution. Paragraph 36 admits to a document only by the resolutions of the head of the body: one of anybody else is
recorded with a reason, put on control and shown in column 8, and admits nobody.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import ItemState
from dspdesk.law.registration_journal import short
from dspdesk.law.wording import NOTES

#: D27: so many days before its deadline a document is reminded of.
REMIND_DAYS = 3
#: The columns of an entry that a resolution holds, and those that control holds.
BY_RESOLUTION = ("resolution", "executor", "due_on", "control")
BY_CONTROL = ("due_on", "control")


class Part(StrEnum):
    """What a resolution names a person for; whoever it names is admitted to the document."""

    EXECUTOR = "executor"
    CO_EXECUTOR = "co_executor"
    ADMITTED = "admitted"  # to read it, no more


class Due(StrEnum):
    """How a deadline stands on a day."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"  # within three days
    LATER = "later"


def due_class(due_on: dt.date, today: dt.date) -> Due:
    """D27: overdue, on its day, within the three days before it, or later."""
    left = (due_on - today).days
    if left < 0:
        return Due.OVERDUE
    if left == 0:
        return Due.TODAY
    return Due.SOON if left <= REMIND_DAYS else Due.LATER


@dataclass(frozen=True, slots=True)
class Named:
    """A person a resolution names: the name in the journal's language, and the last day in service if it is past."""

    employee_id: int
    name: str
    part: Part
    left_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A resolution as it is to be recorded; `author_heads`: the author headed the body on its day, or acted so."""

    number: str
    state: ItemState
    author: str
    author_heads: bool
    dated: dt.date
    words: str
    named: tuple[Named, ...] = ()
    due_on: dt.date | None = None
    registered_on: dt.date | None = None


def check_resolution(written: Written, today: dt.date) -> list[Finding]:
    """Everything that stands against a resolution, in the order of its form."""
    found = [
        document_stands(written.state, written.number),
        by_the_head(written),
        not_ahead(written.dated, today),
        not_before_registration(written),
        says_something(written),
        one_executor(written.named),
        *named_once(written.named),
        *(in_service(person, written.dated) for person in written.named),
        executor_of_deadline(written),
        deadline_after_resolution(written),
    ]
    return [finding for finding in found if finding is not None]


_NOT_STANDING = frozenset(
    {
        *(ItemState.RESERVED, ItemState.ANNULLED, ItemState.DESTROYED),
        *(ItemState.CARRIED_OVER, ItemState.SENT_BACK, ItemState.SEIZED),
    }
)


def document_stands(state: ItemState, number: str) -> Finding | None:
    """Paragraph 19: only a registered document is executed; one carried over goes on under its later number (D19)."""
    if state not in _NOT_STANDING:
        return None
    return Finding("D19", Weight.REFUSE, f"not_to_be_executed_{state}", {"number": number})


def by_the_head(written: Written) -> Finding | None:
    """Paragraph 36 (D36): persons are admitted by the resolution of the head of the body, or of who acts as head.

    What a deputy wrote on the paper has happened, so it is recorded, with the reason; it admits nobody.
    """
    if written.author_heads:
        return None
    facts = {"author": written.author, "date": written.dated}
    return Finding("D36", Weight.WARN, "resolution_not_of_head", facts, "author_id")


def not_ahead(dated: dt.date, today: dt.date) -> Finding | None:
    """W9: no resolution is of a day to come."""
    if dated <= today:
        return None
    return Finding("W9", Weight.REFUSE, "resolution_ahead", {"date": dated, "today": today}, "dated")


def not_before_registration(written: Written) -> Finding | None:
    """Paragraph 12: documents are registered, then submitted; mail marked "Лично" is why it can be the other way."""
    if written.registered_on is None or written.dated >= written.registered_on:
        return None
    facts = {"date": written.dated, "registered": written.registered_on}
    return Finding("D12", Weight.WARN, "resolution_before_registration", facts, "dated")


def says_something(written: Written) -> Finding | None:
    """Paragraph 15 (column 8): a resolution says what is to be done, or names somebody."""
    if written.words.strip() or written.named:
        return None
    return Finding("D15", Weight.REFUSE, "resolution_empty", {}, "words")


def one_executor(named: Sequence[Named]) -> Finding | None:
    """D27: one person answers for the execution; the others are co-executors."""
    several = [person.name for person in named if person.part is Part.EXECUTOR]
    if len(several) <= 1:
        return None
    return Finding("D27", Weight.REFUSE, "several_executors", {"names": ", ".join(several)}, "executor")


def named_once(named: Sequence[Named]) -> list[Finding]:
    """D27: a resolution names a person for one thing."""
    counted = Counter(person.employee_id for person in named)
    last = {person.employee_id: person for person in named}
    return [
        Finding("D27", Weight.REFUSE, "named_twice", {"person": person.name}, person.part.value)
        for person in last.values()
        if counted[person.employee_id] > 1
    ]


def in_service(person: Named, dated: dt.date) -> Finding | None:
    """OWN: somebody who had left before its day can hardly execute it."""
    if person.left_on is None or person.left_on >= dated:
        return None
    facts = {"person": person.name, "left": person.left_on}
    return Finding("OWN", Weight.WARN, "named_has_left", facts, person.part.value)


def executor_of_deadline(written: Written) -> Finding | None:
    """D27: where there is a deadline, somebody answers for it."""
    if written.due_on is None or any(person.part is Part.EXECUTOR for person in written.named):
        return None
    return Finding("D27", Weight.REFUSE, "deadline_without_executor", {}, "executor")


def deadline_after_resolution(written: Written) -> Finding | None:
    """D27: a deadline is not before the resolution that sets it."""
    if written.due_on is None or written.due_on >= written.dated:
        return None
    facts = {"due": written.due_on, "date": written.dated}
    return Finding("D27", Weight.REFUSE, "deadline_before_resolution", facts, "due_on")


def back_with_resolution(dated: dt.date, back_on: dt.date) -> Finding | None:
    """W9: what came back from the head with a resolution came back on its day or later."""
    if back_on >= dated:
        return None
    facts = {"date": dated, "back": back_on}
    return Finding("W9", Weight.REFUSE, "back_before_resolution", facts, "back_on")


def struck_once(struck_on: dt.date | None) -> Finding | None:
    """OWN: a resolution is struck out once."""
    if struck_on is None:
        return None
    return Finding("OWN", Weight.REFUSE, "resolution_struck_already", {"date": struck_on})


def still_holding(holders: Collection[str]) -> Finding | None:
    """Paragraph 36 (D36): whom a corrected resolution names no more, and who has the document, is told of."""
    if not holders:
        return None
    return Finding("D36", Weight.WARN, "holds_without_resolution", {"names": ", ".join(sorted(holders))})


# --- control ---


@dataclass(frozen=True, slots=True)
class Standing:
    """How control of a document stands: whether it is on control, since when, until when, put off how often.

    `recorded`: the control was taken here; else only the words of the entry say so (an imported one).
    """

    number: str
    on_control: bool
    recorded: bool = False
    taken_on: dt.date | None = None
    due_on: dt.date | None = None
    extended: int = 0


def not_on_control_yet(standing: Standing) -> Finding | None:
    """D27: a document is on control once at a time; another deadline is an extension of the first."""
    if not standing.on_control:
        return None
    return Finding("D27", Weight.REFUSE, "on_control_already", _facts(standing), "due_on")


def one_deadline(standing: Standing, due_on: dt.date | None) -> Finding | None:
    """D27: a further resolution sets no second deadline beside one that runs; it is put off, or taken off first."""
    return not_on_control_yet(standing) if due_on is not None and standing.recorded else None


def on_control(standing: Standing) -> Finding | None:
    """D27: only what is on control, with a deadline, is put off or taken off."""
    if standing.on_control and standing.due_on is not None:
        return None
    return Finding("D27", Weight.REFUSE, "not_on_control", {"number": standing.number})


def not_annulled_on_control(standing: Standing) -> Finding | None:
    """D27: control ends by a decision that is recorded; a number annulled under it would take it out of sight."""
    if not standing.recorded:
        return None
    return Finding("D27", Weight.REFUSE, "annulled_on_control", _facts(standing))


def check_taking(
    standing: Standing,
    executor: bool,  # noqa: FBT001 - one fact
    on: dt.date,
    due_on: dt.date | None,
    today: dt.date,
) -> list[Finding]:
    """What stands against taking a document on control; `executor`: somebody is known to answer for it."""
    found = [
        not_on_control_yet(standing),
        None if executor else Finding("D27", Weight.REFUSE, "control_without_executor", {}, "executor"),
        Finding("D27", Weight.REFUSE, "deadline_needed", {}, "due_on") if due_on is None else None,
        Finding("W9", Weight.REFUSE, "control_ahead", {"date": on, "today": today}, "on")
        if on > today
        else None,
        Finding("D27", Weight.REFUSE, "deadline_before_taking", {"due": due_on, "date": on}, "due_on")
        if due_on is not None and due_on < on
        else None,
    ]
    return [finding for finding in found if finding is not None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An extension as it is to be recorded; `allows`: the author of the resolution or the head of the body did."""

    due_on: dt.date | None
    reason: str
    allowed_by: str
    allows: bool
    allowed_on: dt.date


def check_extension(standing: Standing, wanted: Wanted, today: dt.date) -> list[Finding]:
    """What stands against putting a deadline off; who set it, or the head of the body, allows it (D27)."""
    if refused := on_control(standing):
        return [refused]
    facts = {"due": standing.due_on, "date": wanted.allowed_on, "today": today, "name": wanted.allowed_by}
    later = wanted.due_on is not None and standing.due_on is not None and wanted.due_on > standing.due_on
    late = standing.due_on is not None and wanted.allowed_on > standing.due_on
    found = [
        None if later else Finding("D27", Weight.REFUSE, "extension_not_later", facts, "due_after"),
        None if wanted.reason.strip() else Finding("D27", Weight.REFUSE, "extension_reason", {}, "why"),
        Finding("W9", Weight.REFUSE, "allowed_ahead", facts, "allowed_on")
        if wanted.allowed_on > today
        else None,
        None if wanted.allows else Finding("D27", Weight.WARN, "allowed_by_another", facts, "allowed_by_id"),
        Finding("D27", Weight.HINT, "extended_after_deadline", facts, "allowed_on") if late else None,
    ]
    return [finding for finding in found if finding is not None]


def check_taking_off(standing: Standing, on: dt.date, outcome: str, today: dt.date) -> list[Finding]:
    """What stands against taking a document off control: what came of it is said, on a day that has come (D27)."""
    if refused := on_control(standing):
        return [refused]
    taken = standing.taken_on
    found = [
        None if outcome.strip() else Finding("D27", Weight.REFUSE, "outcome_needed", {}, "outcome"),
        Finding("W9", Weight.REFUSE, "control_ahead", {"date": on, "today": today}, "on")
        if on > today
        else None,
        Finding("D27", Weight.REFUSE, "off_before_taking", {"date": on, "taken": taken}, "on")
        if taken is not None and on < taken
        else None,
    ]
    return [finding for finding in found if finding is not None]


def deadline_stays(standing: Standing, due_on: dt.date | None, first: dt.date | None) -> Finding | None:
    """D27: a deadline that was put off is not changed by correcting the resolution that had set the first one."""
    if not standing.extended or due_on == first:
        return None
    return Finding("D27", Weight.REFUSE, "deadline_was_extended", {"due": first or ""}, "due_on")


def held_by_resolution(changed: Collection[str], held: Collection[str], number: str) -> list[Finding]:
    """D27: what a resolution or control says in an entry is corrected there, so that both say the same."""
    return [
        Finding("D27", Weight.REFUSE, "held_by_resolution", {"number": number}, name)
        for name in BY_RESOLUTION
        if name in changed and name in held
    ]


def head_there(*, there: bool, on: dt.date) -> Finding | None:
    """Paragraph 12: documents are submitted to the management, so there has to be a head of the body."""
    return None if there else Finding("D12", Weight.REFUSE, "no_head_to_submit", {"date": on}, "on")


# --- the words of the journal ---


def column_8(written: Written, language: str) -> str:
    """A resolution as column 8 has it: whose and of which day, what is to be done, by whom, until when."""
    notes = NOTES[language]
    said = f"{written.author} {short(written.dated)}: {written.words.strip()}".rstrip(": ")
    parts = [said, *named_words(written.named, language)]
    if written.due_on is not None:
        parts.append(f"{notes.until} {short(written.due_on)}")
    return "; ".join(parts)


def named_words(named: Sequence[Named], language: str) -> list[str]:
    """The persons a resolution names, part by part: "исп. Ахметов Б.К."."""
    notes = NOTES[language]
    said = {
        Part.EXECUTOR: notes.executor,
        Part.CO_EXECUTOR: notes.co_executor,
        Part.ADMITTED: notes.admitted,
    }
    by_part = {part: [person.name for person in named if person.part is part] for part in Part}
    return [f"{said[part]} {', '.join(names)}" for part, names in by_part.items() if names]


def taken(mark: str, language: str) -> str:
    """Column 9 of a document taken on control; taken anew, the earlier traces stay."""
    own = NOTES[language].on_control
    return f"{mark}; {own}" if mark else own


def extended(mark: str, due_on: dt.date, language: str) -> str:
    """Column 9 after an extension: "К; продлено до 12.12.2026"."""
    return "; ".join(part for part in (mark, NOTES[language].extended.format(date=short(due_on))) if part)


def taken_off(mark: str, on: dt.date, language: str) -> str:
    """Column 9 of what is off control: "К; снято с контроля 18.11.2026"."""
    return "; ".join(part for part in (mark, NOTES[language].off_control.format(date=short(on))) if part)


def _facts(standing: Standing) -> dict[str, object]:
    return {"number": standing.number, "due": standing.due_on or ""}
