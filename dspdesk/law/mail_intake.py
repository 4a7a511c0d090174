"""Rules of receipt: mail before it is registered (paragraphs 12 and 13)."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import OWN_DOCUMENTS, Carrier, ItemState, JournalKind


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
class CarrierFound:
    """A check of an electronic carrier: by what means, when, by whom, and whether it is free of malicious programs."""

    means: str
    checked_on: dt.date | None
    checked_by_id: int | None
    clean: bool
    notes: str = ""


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


# --- who, and when ---


def entrusted(person: str, *, entrusted: bool) -> Finding | None:
    """Paragraph 12, part 1 (D12): only workers entrusted with it by their job description receive and open mail."""
    return None if entrusted else Finding("D12", Weight.REFUSE, "mail_not_entrusted", {"person": person})


def entrustment_in_order(first: dt.date | None, basis: str, last: dt.date | None = None) -> list[Finding]:
    """Paragraph 12, part 1 (D12): an entrustment has its first day and the paper that it rests on."""
    findings = [
        _missing("D12", first is not None, "entrusted_from_needed", "valid_from"),
        _missing("D12", bool(basis.strip()), "entrusted_by_needed", "basis"),
    ]
    if first is not None and last is not None and last < first:
        facts = {"first": first, "last": last}
        findings.append(Finding("OWN", Weight.REFUSE, "entrusted_ends_early", facts, "valid_to"))
    return [finding for finding in findings if finding is not None]


def entrusted_once(person: str, *, already: bool) -> Finding | None:
    """Paragraph 12, part 1 (D12): whoever is entrusted is not entrusted twice at a time."""
    return (
        Finding("D12", Weight.REFUSE, "entrusted_already", {"person": person}, "valid_from")
        if already
        else None
    )


def received(moment: dt.datetime | None, now: dt.datetime) -> Finding | None:
    """W9: mail was received at a moment that has come."""
    if moment is None:
        return Finding("D12", Weight.REFUSE, "received_needed", {}, "received_on")
    return None if moment <= now else Finding("W9", Weight.REFUSE, "received_ahead", {}, "received_on")


def handed_over(moment: dt.datetime, since: dt.datetime, now: dt.datetime) -> Finding | None:
    """Paragraph 12, part 1 (D12): the service gets mail after it came to the door, and not on a day to come."""
    if moment > now:
        return Finding("W9", Weight.REFUSE, "handed_over_ahead", {}, "handed_over_on")
    if moment < since:
        return Finding("D12", Weight.REFUSE, "handed_over_before_received", {}, "handed_over_on")
    return None


def not_handed_over_yet(moment: dt.datetime | None) -> Finding | None:
    """Paragraph 13 (D13): what the duty officer took is handed over once."""
    return None if moment is None else Finding("D13", Weight.REFUSE, "handed_over_already", {}, "deliveries")


def deliveries_chosen(count: int) -> Finding | None:
    """Paragraph 13 (D13): something is handed over."""
    return None if count else Finding("D13", Weight.REFUSE, "deliveries_needed", {}, "deliveries")


def taken_by_somebody(employee_id: int | None) -> Finding | None:
    """Paragraph 13 (D13): the head of the documentation service takes over what the duty officer received."""
    return _missing("D13", employee_id is not None, "taker_needed", "handed_over_to_id")


def taken_by_head(employee_id: int | None, heads: Mapping[int, str]) -> Finding | None:
    """Paragraph 13, part 1 (D13): not to anybody else; `heads` are the names of whoever heads the service that day.

    What somebody else has taken has happened, and is recorded with the reason.
    """
    if employee_id is None or not heads or employee_id in heads:
        return None
    facts = {"head": ", ".join(heads.values())}
    return Finding("D13", Weight.WARN, "taker_not_head", facts, "handed_over_to_id")


def packages_named(count: int) -> Finding | None:
    """Paragraph 12, part 1 (D12): a delivery is of one package at least."""
    return None if count else Finding("D12", Weight.REFUSE, "packages_needed", {}, "packages")


def package_told(sender: str, cover_numbers: str, row: int) -> Finding | None:
    """Paragraph 12, part 1 (D12): of each cover its sender is logged, or at least the numbers on it."""
    if sender.strip() or cover_numbers.strip():
        return None
    return Finding("D12", Weight.REFUSE, "package_untold", {"row": row}, "packages")


def personal_to_somebody(addressee_id: int | None, row: int) -> Finding | None:
    """Paragraph 12, part 1 (D12b): a cover marked «Лично» goes to the person it is addressed to."""
    if addressee_id is not None:
        return None
    return Finding("D12b", Weight.REFUSE, "addressee_needed", {"row": row}, "packages")


def out_of_hours(
    *, out: bool, permanent_duty: bool, duty_officer_id: int | None, bearer: str
) -> list[Finding]:
    """Paragraph 13 (D13): out of hours the duty officer takes mail; where there is none it is not to be brought at all.

    What was brought all the same is recorded, with the reason and the name of whoever brought it.
    """
    if not out:
        return []
    if permanent_duty:
        found = _missing("D13", duty_officer_id is not None, "duty_officer_needed", "duty_officer_id")
        return [found] if found else []
    named = _missing("D13", bool(bearer.strip()), "bearer_needed", "bearer")
    return [named] if named else [Finding("D13", Weight.WARN, "no_duty_officers", {"bearer": bearer.strip()})]


# --- the check ---


def to_be_opened(facts: PackageFacts) -> Finding | None:
    """Paragraphs 12 and 13 (D12, D13): what the duty officer holds, and what went back, is not opened or worked on."""
    if facts.struck:
        return Finding("D12", Weight.REFUSE, "package_struck", {})
    if facts.returned_on is not None:
        return Finding("D12d", Weight.REFUSE, "returned_already", {"date": facts.returned_on})
    return Finding("D13", Weight.REFUSE, "not_handed_over", {}) if facts.handed_over_at is None else None


def not_opened_when_personal(facts: PackageFacts, documents: int) -> Finding | None:
    """Paragraph 12, part 1 (D12b): a cover marked «Лично» is not opened; only its outside is looked at."""
    if not facts.personal or facts.completed or not documents:
        return None
    return Finding("D12b", Weight.REFUSE, "personal_not_opened", {})


def checked_in_order(
    moment: dt.datetime, handed_over_at: dt.datetime | None, now: dt.datetime
) -> Finding | None:
    """Paragraph 12, part 1 (D12): a package is opened when the service has it, and not on a day to come."""
    if moment > now:
        return Finding("W9", Weight.REFUSE, "checked_ahead", {}, "checked_on")
    if handed_over_at is not None and moment < handed_over_at:
        return Finding("D12", Weight.REFUSE, "checked_before_handed_over", {}, "checked_on")
    return None


def looked_at(*, sealed: bool | None, intact: bool | None, electronic: bool) -> list[Finding]:
    """Paragraph 12, part 2 (D12): whether a cover was sealed and whole is looked at; a breach is told, not refused."""
    findings = []
    if not electronic:
        findings = [
            _missing("D12", sealed is not None, "sealed_needed", "sealed"),
            _missing("D12", intact is not None, "intact_needed", "intact"),
        ]
    if sealed is False:
        findings.append(Finding("D12", Weight.HINT, "cover_unsealed", {}, "sealed"))
    if intact is False:
        findings.append(Finding("D12", Weight.HINT, "cover_damaged", {}, "intact"))
    return [finding for finding in findings if finding is not None]


def counted(found: Contents, row: int) -> list[Finding]:
    """Paragraphs 12 and 14 (D12): documents are counted by sheets, publications by copies; none is left out."""
    pairs = (
        (found.stated_enclosure_sheets, found.counted_enclosure_sheets),
        (found.stated_copies, found.counted_copies),
        (found.stated_sheets, found.counted_sheets),
    )
    nothing = found.counted_sheets is None and found.counted_copies is None
    if not nothing and not any(stated is not None and counted is None for stated, counted in pairs):
        return []
    return [Finding("D12", Weight.REFUSE, "count_needed", {"row": row}, "documents")]


def documents_found(documents: int, *, personal: bool) -> Finding | None:
    """Paragraph 12, part 2 (D12): a cover that was opened held something, or something was stated to be in it."""
    if documents or personal:
        return None
    return Finding("D12", Weight.REFUSE, "documents_needed", {}, "documents")


def stays_registered(struck: bool, number: str) -> Finding | None:  # noqa: FBT001
    """Paragraph 14, part 2 (D14a): a document that has its number is not struck out of its cover."""
    if not struck or not number:
        return None
    return Finding("D14a", Weight.REFUSE, "enclosed_registered", {"number": number}, "documents")


def checked_once(facts: PackageFacts) -> Finding | None:
    """OWN: what a check said is changed only with a reason."""
    return Finding("OWN", Weight.WARN, "checked_already", {}) if facts.checked_at is not None else None


def changed_before_check(facts: PackageFacts) -> Finding | None:
    """OWN: what the log says of a cover is put right until the cover is checked, registered or sent back."""
    if facts.returned_on is not None:
        return Finding("D12d", Weight.REFUSE, "returned_already", {"date": facts.returned_on})
    if facts.checked_at is None and not facts.registered:
        return None
    return Finding("OWN", Weight.REFUSE, "package_checked_already", {})


# --- covers, misdirected items ---


def cover_outlives(
    *, kept: bool, states: Collection[ItemState], unregistered: int, returned: bool
) -> Finding | None:
    """Paragraph 12, part 4 (D12c): a cover that is kept is not destroyed before the document it came with."""
    if not kept:
        return Finding("D12c", Weight.REFUSE, "cover_not_kept", {})
    living = [one for one in states if one not in {ItemState.DESTROYED, ItemState.SENT_BACK}]
    if returned and not living:
        return None
    if not living and not unregistered and states:
        return None
    return Finding("D12c", Weight.REFUSE, "cover_before_document", {})


def cover_there(discarded_on: dt.date | None) -> Finding | None:
    """Paragraph 12, part 4 (D12c): a cover that was destroyed is there no more."""
    if discarded_on is None:
        return None
    return Finding("D12c", Weight.REFUSE, "cover_discarded_already", {"date": discarded_on})


def once_misdirected(facts: PackageFacts) -> Finding | None:
    """Paragraph 12, part 5 (D12d): a package is found to be misdirected once."""
    return Finding("D12d", Weight.REFUSE, "misdirected_already", {}) if facts.misdirected else None


def found_misdirected(facts: PackageFacts) -> Finding | None:
    """Paragraph 12, part 5 (D12d): only what came by mistake goes back, or turns out to be ours after all."""
    return None if facts.misdirected else Finding("D12d", Weight.REFUSE, "not_misdirected", {})


def sent_back(facts: PackageFacts, day: dt.date | None, today: dt.date, since: dt.date) -> list[Finding]:
    """Paragraph 12, part 5 (D12d): what came by mistake goes back to its sender; `to_be_opened` says: once."""
    findings = [found_misdirected(facts), day_in_order(day, since, today, "on")]
    return [finding for finding in findings if finding is not None]


def day_in_order(day: dt.date | None, since: dt.date, today: dt.date, field: str) -> Finding | None:
    """W9: a day of a step with mail has come, and is not before that of its receipt (D12)."""
    if day is None:
        return Finding("OWN", Weight.REFUSE, "mail_day_needed", {}, field)
    if day > today:
        return Finding("W9", Weight.REFUSE, "mail_day_ahead", {"date": day, "today": today}, field)
    if day < since:
        return Finding("D12", Weight.REFUSE, "mail_day_early", {"date": day, "since": since}, field)
    return None


# --- registration ---


def ready_to_register(facts: PackageFacts, *, misdirected_numbered: bool) -> list[Finding]:
    """Paragraph 12 (D12, D12d): what stands in a cover is registered after its check, a misdirected one not at all.

    Whether what came by mistake takes a number nevertheless is a setting of the body.
    """
    findings = [to_be_opened(facts)]
    if facts.misdirected and not misdirected_numbered:
        findings.append(Finding("D12d", Weight.REFUSE, "misdirected_not_registered", {}))
    if facts.checked_at is None and not facts.personal:
        findings.append(Finding("D12", Weight.REFUSE, "package_unchecked", {}))
    return [finding for finding in findings if finding is not None]


def registered_once(number: str) -> Finding | None:
    """Paragraph 14, part 2 (D14a): a document of a cover has one entry."""
    return Finding("D14a", Weight.REFUSE, "enclosed_registered", {"number": number}) if number else None


def still_enclosed(*, there: bool) -> Finding | None:
    """Paragraph 12, part 2 (D12): what another check has struck out of a cover is neither registered nor counted."""
    return None if there else Finding("D12", Weight.REFUSE, "enclosed_struck", {})


def there_to_register(found: Contents) -> Finding | None:
    """Paragraph 12, part 3 (D12a): what is named and not there is a matter of the act, not of the journal."""
    return Finding("D12a", Weight.REFUSE, "enclosed_absent", {}) if found.absent else None


def of_received(kind: JournalKind) -> Finding | None:
    """Paragraph 12, part 1 (D12): what came by mail is entered as incoming, or as a publication."""
    return Finding("D12", Weight.REFUSE, "mail_to_own_journal", {}) if kind in OWN_DOCUMENTS else None


def registered_after_receipt(day: dt.date | None, received_on: dt.date) -> Finding | None:
    """Paragraph 12, part 1 (D12): nothing is registered before it was received."""
    if day is None or day >= received_on:
        return None
    facts = {"date": day, "received": received_on}
    return Finding("D12", Weight.REFUSE, "registered_before_received", facts, "date")


def carrier_checked(kind: JournalKind, carrier: Carrier, clean: bool | None) -> Finding | None:  # noqa: FBT001
    """Paragraph 12, part 6 (D12e): a carrier that came is registered after it was found free of malicious programs."""
    if kind in OWN_DOCUMENTS or carrier is not Carrier.ELECTRONIC or clean:
        return None
    code = "carrier_not_checked" if clean is None else "carrier_not_clean"
    return Finding("D12e", Weight.REFUSE, code, {}, "carrier")


def check_of_carrier(found: CarrierFound, today: dt.date) -> list[Finding]:
    """Paragraph 12, part 6 (D12e): a check has its means, its day and whoever made it."""
    findings = [
        _missing("D12e", bool(found.means.strip()), "means_needed", "means"),
        _missing("D12e", found.checked_by_id is not None, "checker_needed", "checked_by_id"),
        _missing("D12e", found.checked_on is not None, "checked_on_needed", "checked_on"),
    ]
    if found.checked_on is not None and found.checked_on > today:
        facts = {"date": found.checked_on, "today": today}
        findings.append(Finding("W9", Weight.REFUSE, "mail_day_ahead", facts, "checked_on"))
    return [finding for finding in findings if finding is not None]


# --- «Лично», completed later ---


@dataclass(frozen=True, slots=True)
class CoverWords:
    """How a cover that was not opened is entered (column 5), in the language of the journal."""

    kind: str
    summary: str


#: TERMS: «Лично» / «Жеке».
PERSONAL_COVER = {
    "ru": CoverWords("Конверт", "с пометкой «Лично», не вскрыт"),
    "kk": CoverWords("Конверт", "«Жеке» деген белгісі бар, ашылмаған"),
}


def personal_completed(
    facts: PackageFacts, *, opened_on: dt.date | None, given_on: dt.date | None, today: dt.date
) -> list[Finding]:
    """Paragraph 12, part 1 (D12b): what a cover with «Лично» holds is entered once its addressee has opened it."""
    if not facts.personal:
        return [Finding("D12b", Weight.REFUSE, "not_personal", {})]
    if facts.completed:
        return [Finding("D12b", Weight.REFUSE, "personal_completed", {})]
    if given_on is None:
        return [Finding("D12b", Weight.REFUSE, "personal_not_given", {})]
    found = day_in_order(opened_on, given_on, today, "opened_on")
    return [found] if found else []


def _missing(requirement: str, known: bool, code: str, field: str) -> Finding | None:  # noqa: FBT001
    return None if known else Finding(requirement, Weight.REFUSE, code, {}, field)
