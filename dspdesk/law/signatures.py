"""Printouts that wait for signatures (W3): what may be recorded of them."""

import datetime as dt
from dataclasses import dataclass

from dspdesk.law.findings import Finding, Weight

MOST_SPOILED = 999  # sheets in one go


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A printout that somebody signs: when it was printed, and what became of it."""

    printed_on: dt.date
    signed_on: dt.date | None = None
    set_aside_on: dt.date | None = None


def still_waits(printout: Awaiting) -> Finding | None:
    """W3: refuses a step on a printout that waits for nobody any more: signed by all, or set aside."""
    if printout.set_aside_on is not None:
        return Finding("W3", Weight.REFUSE, "printout_set_aside", {"date": printout.set_aside_on})
    if printout.signed_on is not None:
        return Finding("W3", Weight.REFUSE, "printout_signed", {"date": printout.signed_on})
    return None


def somebody(count: int) -> Finding | None:
    """W3: a signature is somebody's; refuses a step that names nobody who has still to sign."""
    return None if count else Finding("W3", Weight.REFUSE, "nobody_signed", field="persons")


def day_of_signing(on: dt.date | None, printed_on: dt.date, today: dt.date) -> Finding | None:
    """W3: a paper is signed on a day that has come, and not before it was printed."""
    if on is None:
        return Finding("W3", Weight.REFUSE, "no_day_of_signing", field="on")
    if on > today:
        return Finding("W3", Weight.REFUSE, "paper_signed_ahead", {"date": on, "today": today}, "on")
    if on < printed_on:
        return Finding(
            "W3", Weight.REFUSE, "signed_before_printing", {"date": on, "printed": printed_on}, "on"
        )
    return None


def spoiled(count: int | None) -> Finding | None:
    """W3: spoiled sheets are counted; refuses none and what nobody can have thrown away."""
    if count is not None and 1 <= count <= MOST_SPOILED:
        return None
    return Finding("W3", Weight.REFUSE, "spoiled_count", {"most": MOST_SPOILED}, "count")


def with_reason(reason: str) -> Finding | None:
    """W3: what is set aside is set aside with a reason."""
    return None if reason.strip() else Finding("W3", Weight.REFUSE, "no_reason_set_aside", field="reason")
