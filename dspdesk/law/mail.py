"""Mail before it is registered: what a package is, what it holds and what it waits for (paragraphs 12 and 13)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight


class DeliveryWay(StrEnum):
    """How mail is brought to the body."""

    STATE_COURIER = "state_courier"
    COURIER = "courier"
    SPECIAL_POST = "special_post"
    REGISTERED_POST = "registered_post"
    IN_PERSON = "in_person"


class CoverReason(StrEnum):
    """What only the cover shows, so that it is kept (paragraph 12, part 4)."""

    ADDRESS = "address"  # the exact address of the sender
    TIMES = "times"  # when the document was sent and received
    SURCHARGE = "surcharge"  # the mail came with a surcharge


class Breach(StrEnum):
    """What the Rules do not allow and has happened all the same: it is recorded by its name."""

    UNSEALED = "unsealed"
    DAMAGED = "damaged"
    OUT_OF_HOURS = "out_of_hours"
    MALICIOUS = "malicious"


class PackageState(StrEnum):
    """What a package waits for, the first in this order that holds."""

    STRUCK = "struck"  # logged by mistake
    RETURNED = "returned"
    MISDIRECTED = "misdirected"  # to be returned
    WITH_DUTY_OFFICER = "with_duty_officer"
    TO_CHECK = "to_check"
    CARRIER = "carrier"  # the carrier is to be checked for malicious programs, or is not clean
    TO_REGISTER = "to_register"
    DIFFERENCE = "difference"  # there is a difference, and no act yet
    PERSONAL = "personal"  # the cover is registered, what it holds is to be completed
    DONE = "done"


class Counted(StrEnum):
    """What is counted in a cover and held against what the letter states."""

    SHEETS = "sheets"
    ENCLOSURE_SHEETS = "enclosure_sheets"
    COPIES = "copies"
    ENCLOSURES = "enclosures"  # the ones named in the letter; what is not there is told in words


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between what is stated and what was found; `missing` are the words of enclosures not there."""

    what: Counted
    stated: int | None = None
    counted: int | None = None
    missing: str = ""

    @property
    def short(self) -> bool:
        """Whether something is lacking, rather than more there than stated."""
        return bool(self.missing) or (self.counted or 0) < (self.stated or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A document or publication of a cover: as it is stated, and as it was counted. `None` and '' are not known."""

    kind: str = ""
    summary: str = ""
    their_number: str = ""
    their_date: dt.date | None = None
    stated_sheets: int | None = None
    counted_sheets: int | None = None
    stated_enclosure_sheets: int | None = None
    counted_enclosure_sheets: int | None = None
    stated_copies: int | None = None
    counted_copies: int | None = None
    stated_enclosures: str = ""
    missing: str = ""

    @property
    def absent(self) -> bool:
        """Whether it is named and not there at all: nothing of it is left to register."""
        return self.counted_copies == 0 or self.counted_sheets == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageFacts:
    """What is known of a package when a step is taken with it; moments are UTC."""

    received_at: dt.datetime
    handed_over_at: dt.datetime | None
    personal: bool = False
    electronic: bool = False
    checked_at: dt.datetime | None = None
    carrier_clean: bool | None = None  # of the last check; `None` before the first
    misdirected: bool = False
    returned_on: dt.date | None = None
    struck: bool = False
    to_register: int = 0  # documents that are there and have no entry
    registered: int = 0
    differs: bool = False
    act: bool = False
    completed: bool = False


def differences(found: Contents) -> tuple[Difference, ...]:
    """Paragraph 12, parts 2 and 3 (D12a): how what was counted differs from what is stated."""
    pairs = (
        (Counted.SHEETS, found.stated_sheets, found.counted_sheets),
        (Counted.ENCLOSURE_SHEETS, found.stated_enclosure_sheets, found.counted_enclosure_sheets),
        (Counted.COPIES, found.stated_copies, found.counted_copies),
    )
    differing = [
        Difference(what, stated, counted)
        for what, stated, counted in pairs
        if stated is not None and counted is not None and stated != counted
    ]
    missing = found.missing.strip()
    return (*differing, *((Difference(Counted.ENCLOSURES, missing=missing),) if missing else ()))


def state(facts: PackageFacts) -> PackageState:
    """What a package waits for."""
    return next(found for found, holds in _states(facts) if holds)


def _states(facts: PackageFacts) -> Iterable[tuple[PackageState, bool]]:
    yield PackageState.STRUCK, facts.struck
    yield PackageState.RETURNED, facts.returned_on is not None
    yield PackageState.MISDIRECTED, facts.misdirected
    yield PackageState.WITH_DUTY_OFFICER, facts.handed_over_at is None
    yield PackageState.TO_CHECK, facts.checked_at is None and not facts.personal
    unchecked = facts.electronic and facts.carrier_clean is not True
    yield PackageState.CARRIER, unchecked and not facts.personal
    yield PackageState.TO_REGISTER, facts.to_register > 0
    yield PackageState.DIFFERENCE, facts.differs and not facts.act
    yield PackageState.PERSONAL, facts.personal and not facts.completed
    yield PackageState.DONE, True


def day_in_order(day: dt.date | None, since: dt.date, today: dt.date, field: str) -> Finding | None:
    """W9: a day of a step with mail has come, and is not before that of its receipt (D12)."""
    if day is None:
        return Finding("OWN", Weight.REFUSE, "mail_day_needed", {}, field)
    if day > today:
        return Finding("W9", Weight.REFUSE, "mail_day_ahead", {"date": day, "today": today}, field)
    if day < since:
        return Finding("D12", Weight.REFUSE, "mail_day_early", {"date": day, "since": since}, field)
    return None


def needed(requirement: str, known: bool, code: str, field: str) -> Finding | None:  # noqa: FBT001
    """What has to be written is refused while it is not known."""
    return None if known else Finding(requirement, Weight.REFUSE, code, {}, field)
