"""Appointments over time: who holds which position from which day to which, who acts for whom.

Papers are signed by whoever holds the position on their day, so there must never be two to choose from, and never
nobody: one position for a person, one head for each thing that has a head, a successor before a head leaves.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import Headship

#: What must have a head on every day once it has one: approvals and certifications wait for them.
NEVER_WITHOUT = frozenset({Headship.BODY, Headship.SERVICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One appointment as the rules see it: whose, to what, from the first day through the last.

    `last` is `None` while no end is known. `unit` tells the heads of units apart. `name` and `position` are words
    for the sentences, in the language of whoever reads them.
    """

    id: int = 0
    person: int
    first: dt.date
    last: dt.date | None = None
    heads: Headship | None = None
    unit: int | None = None
    acting: bool = False
    acting_for: int | None = None
    name: str = ""
    position: str = ""

    def on(self, day: dt.date) -> bool:
        """Whether it is in force on a day."""
        return self.first <= day and (self.last is None or day <= self.last)

    def meets(self, other: "Held") -> bool:
        """Whether there is a day on which both are in force."""
        return self.first <= (other.last or dt.date.max) and other.first <= (self.last or dt.date.max)

    def leads(self) -> tuple[Headship, int | None] | None:
        """Of what it is the head: two with the same answer are heads of the same thing."""
        if self.heads is None:
            return None
        return self.heads, self.unit if self.heads is Headship.UNIT else None

    def ended(self, last: dt.date) -> "Held":
        """The same, in force through a day and no longer."""
        return replace(self, last=last)


def check(held: Held, others: Collection[Held]) -> list[Finding | None]:
    """W4: everything that stands against one appointment beside all others there are."""
    return [
        in_order(held),
        of_a_unit(held),
        *acting_for_somebody(held, others),
        *alone_in_position(held, others),
        *alone_at_the_head(held, others),
    ]


def in_order(held: Held) -> Finding | None:
    """W4: an appointment does not end before it begins."""
    if held.last is None or held.last >= held.first:
        return None
    return Finding(
        "W4", Weight.REFUSE, "ends_before_it_begins", {"first": held.first, "last": held.last}, "valid_to"
    )


def of_a_unit(held: Held) -> Finding | None:
    """W4: the head of a unit is the head of one that is named."""
    if held.heads is not Headship.UNIT or held.unit is not None:
        return None
    return Finding("W4", Weight.REFUSE, "head_of_which_unit", {}, "unit_id")


def acting_for_somebody(held: Held, others: Iterable[Held]) -> list[Finding]:
    """W4: one acts for another, and for one who holds a position on the first day of it."""
    if held.acting_for is None:
        return []
    if held.acting_for == held.person:
        return [Finding("W4", Weight.REFUSE, "acting_for_oneself", {}, "acting_for_id")]
    if substantive(held.acting_for, held.first, others) is None:
        facts = {"first": held.first}
        return [Finding("W4", Weight.REFUSE, "acting_for_no_position", facts, "acting_for_id")]
    return []


def alone_in_position(held: Held, others: Iterable[Held]) -> list[Finding]:
    """W4: a person holds one position at a time, beside it one only acts; and acts for each position once."""
    return [
        _overlaps("position_held", other, "valid_from")
        for other in others
        if other.id != held.id
        and other.person == held.person
        and other.acting == held.acting
        and other.meets(held)
        and (not held.acting or _same_place(held, other))
    ]


def alone_at_the_head(held: Held, others: Iterable[Held]) -> list[Finding]:
    """W4: the body, its documentation service and each unit have one head at a time, and one who acts for them."""
    if held.leads() is None:
        return []
    code = "acting_head_there" if held.acting else "head_there"
    return [
        _overlaps(code, other, "heads")
        for other in others
        if other.id != held.id
        and other.person != held.person
        and other.acting == held.acting
        and other.leads() == held.leads()
        and other.meets(held)
    ]


def in_the_way(held: Held, others: Iterable[Held]) -> list[Held]:
    """Those appointments that this one would put an end to, were it to take their place: begun earlier, overlapping."""
    standing = list(others)
    found = [*alone_in_position(held, standing), *alone_at_the_head(held, standing)]
    ids = {finding.facts["id"] for finding in found}
    return [other for other in standing if other.id in ids and other.first < held.first]


def cut_short(held: Held, others: Iterable[Held]) -> list[Held]:
    """Those begun before this one and in force on its first day: only these can end for it, none is made longer."""
    return [other for other in others if other.first < held.first and other.on(held.first)]


def head_remains(ending: Held, last: dt.date, others: Iterable[Held]) -> Finding | None:
    """W4: the body and its documentation service are not left without a head: one follows or acts from the next day."""
    if ending.heads not in NEVER_WITHOUT or last == dt.date.max:
        return None
    next_day = last + dt.timedelta(days=1)
    if not ending.on(next_day):
        return None
    if any(
        other.id != ending.id and other.leads() == ending.leads() and other.on(next_day) for other in others
    ):
        return None
    facts = {"next_day": next_day, "name": ending.name}
    code = "body_without_head" if ending.heads is Headship.BODY else "service_without_head"
    return Finding("W4", Weight.REFUSE, code, facts, "day")


def head_taken_away(before: Held, after: Held, day: dt.date, others: Iterable[Held]) -> Finding | None:
    """W4: a correction after which the body or its service has no head on a day on which it had one; a reason passes.

    An appointment entered by mistake must be put right even so.
    """
    if before.heads not in NEVER_WITHOUT or not before.on(day):
        return None
    standing = [*(other for other in others if other.id != before.id), after]
    if any(other.leads() == before.leads() and other.on(day) for other in standing):
        return None
    code = "body_left_headless" if before.heads is Headship.BODY else "service_left_headless"
    return Finding("W4", Weight.WARN, code, {"day": day}, "heads")


def leaves_in_order(
    person: int, day: dt.date, others: Collection[Held], login: str, left_on: dt.date | None
) -> list[Finding | None]:
    """W4: a person leaves once, with access closed, no appointment still to begin, and no head missing afterwards."""
    own = [held for held in others if held.person == person]
    rest = [held.ended(day) if held in own and held.on(day) else held for held in others]
    return [
        Finding("OWN", Weight.REFUSE, "has_left", {"day": left_on}, "day") if left_on else None,
        Finding("OWN", Weight.REFUSE, "account_still_open", {"login": login}, "day") if login else None,
        *(
            Finding("W4", Weight.REFUSE, "appointment_to_come", {"first": held.first}, "day")
            for held in own
            if held.first > day
        ),
        *(head_remains(held, day, rest) for held in own),
    ]


def substantive(person: int, day: dt.date, others: Iterable[Held]) -> Held | None:
    """The position that a person holds on a day, not as one acting; `None` when there is none."""
    return next((held for held in others if held.person == person and not held.acting and held.on(day)), None)


def _same_place(one: Held, other: Held) -> bool:
    """Whether two appointments of a person as acting are for the same position."""
    if one.leads() is not None or other.leads() is not None:
        return one.leads() == other.leads()
    return one.acting_for == other.acting_for and one.position == other.position


def _overlaps(code: str, other: Held, field: str) -> Finding:
    facts = {"id": other.id, "name": other.name, "position": other.position, "first": other.first}
    return Finding("W4", Weight.REFUSE, code, facts, field)
