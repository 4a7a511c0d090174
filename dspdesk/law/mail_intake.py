"""Rules of receipt: mail is brought, logged and handed over to the documentation service (paragraphs 12 and 13)."""

import datetime as dt
from collections.abc import Mapping

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.mail import PackageFacts, needed


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
    return needed("D13", employee_id is not None, "taker_needed", "handed_over_to_id")


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
        found = needed("D13", duty_officer_id is not None, "duty_officer_needed", "duty_officer_id")
        return [found] if found else []
    named = needed("D13", bool(bearer.strip()), "bearer_needed", "bearer")
    return [named] if named else [Finding("D13", Weight.WARN, "no_duty_officers", {"bearer": bearer.strip()})]


def changed_before_check(facts: PackageFacts) -> Finding | None:
    """OWN: what the log says of a cover is put right until the cover is checked, registered or sent back."""
    if facts.returned_on is not None:
        return Finding("D12d", Weight.REFUSE, "returned_already", {"date": facts.returned_on})
    if facts.checked_at is None and not facts.registered:
        return None
    return Finding("OWN", Weight.REFUSE, "package_checked_already", {})
