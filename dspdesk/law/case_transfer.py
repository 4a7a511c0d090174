"""Transfer of cases to the departmental archive (paragraphs 51, 52), by the approved inventory of their unit."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from dspdesk.law import retention
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.unit_inventory import InventoryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTransfer:
    """A listed volume at the moment of its transfer: `certified` when its certification sheet stands (appendix 4)."""

    words: str
    period: retention.Period
    closed_on: dt.date | None
    certified: bool
    transferred_on: dt.date | None = None
    struck: bool = False


def of_approved(kind: InventoryKind, number: str, approved_on: dt.date | None) -> Finding | None:
    """Paragraph 52 (D52): cases that are described are handed over: by the approved inventory of their unit."""
    if kind is InventoryKind.UNIT and approved_on is not None:
        return None
    code = "inventory_not_approved" if kind is InventoryKind.UNIT else "inventory_not_of_unit"
    return Finding("D52", Weight.REFUSE, code, {"number": number}, "inventory_id")


def something_handed(lines: Collection[object]) -> Finding | None:
    """Paragraph 52 (D52): a transfer is of something."""
    return None if lines else Finding("D52", Weight.REFUSE, "nothing_to_transfer", {}, "lines")


def may_go(volume: ToTransfer, on: dt.date) -> list[Finding]:
    """Everything that stands against handing a volume over."""
    found = (still_listed(volume), made_ready(volume), bound_and_certified(volume), closed_before(volume, on))
    return [finding for finding in found if finding is not None]


def still_listed(volume: ToTransfer) -> Finding | None:
    """Paragraph 51 (D51): what is struck out, or was handed over, is not handed over."""
    if volume.struck:
        return Finding("D51", Weight.REFUSE, "transfer_struck", {"volume": volume.words}, "lines")
    if volume.transferred_on is None:
        return None
    facts = {"volume": volume.words, "date": volume.transferred_on}
    return Finding("D51", Weight.REFUSE, "transferred_already", facts, "lines")


def made_ready(volume: ToTransfer) -> Finding | None:
    """Paragraph 52 (D52): only cases that were closed are handed over."""
    if volume.closed_on is not None:
        return None
    return Finding("D52", Weight.REFUSE, "transfer_not_closed", {"volume": volume.words}, "lines")


def bound_and_certified(volume: ToTransfer) -> Finding | None:
    """Paragraph 32 (D32): cases kept for ever or over 10 years have a certification sheet."""
    if volume.certified or volume.period is retention.Period.SHORT:
        return None
    return Finding("D32", Weight.REFUSE, "transfer_not_certified", {"volume": volume.words}, "lines")


def closed_before(volume: ToTransfer, on: dt.date) -> Finding | None:
    """W9: nothing was handed over before it was closed."""
    if volume.closed_on is None or on >= volume.closed_on:
        return None
    facts = {"volume": volume.words, "date": volume.closed_on}
    return Finding("W9", Weight.REFUSE, "transferred_before_closed", facts, "on")


def two_people(given_by_id: int, accepted_by_id: int) -> Finding | None:
    """Paragraph 52 (D52): one hands over, another accepts."""
    if given_by_id != accepted_by_id:
        return None
    return Finding("D52", Weight.REFUSE, "transfer_to_oneself", {}, "accepted_by_id")


def in_time(number: str, approved_on: dt.date | None, on: dt.date, today: dt.date) -> Finding | None:
    """W9: a transfer is neither of a day to come nor earlier than the approval of its inventory."""
    if on > today:
        return Finding("W9", Weight.REFUSE, "moved_ahead", {"date": on, "today": today}, "on")
    if approved_on is not None and on < approved_on:
        facts = {"number": number, "date": approved_on}
        return Finding("W9", Weight.REFUSE, "transferred_before_approved", facts, "on")
    return None
