"""Backups: when one is late, which old ones go, where they belong. The program's own order, no paragraph's."""

import datetime as dt
from collections.abc import Collection
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight

#: How many days and how many months a carrier keeps a backup of.
DAILY, MONTHLY = 7, 12


class Lateness(StrEnum):
    """How a store stands with its backups."""

    FRESH = "fresh"
    DUE = "due"
    RED = "red"


def lateness(last: dt.date, today: dt.date, due_days: int, red_days: int) -> Lateness:
    """How late a backup is; `last` is the day of the last one, or that of the founding where there is none.

    Due from the first day after `due_days`, red from the first after `red_days`; nothing is ever blocked.
    """
    passed = (today - last).days
    if passed > red_days:
        return Lateness.RED
    return Lateness.DUE if passed > due_days else Lateness.FRESH


def superfluous(moments: Collection[dt.datetime]) -> set[dt.datetime]:
    """Which backups of a carrier go: all but the newest of each of the last 7 days and the last 12 months with one.

    The newest of all is among those, so that it never goes.
    """
    newest_first = sorted(moments, reverse=True)
    of_days = {moment.date(): moment for moment in reversed(newest_first)}
    of_months = {(moment.year, moment.month): moment for moment in reversed(newest_first)}
    kept = {of_days[day] for day in sorted(of_days, reverse=True)[:DAILY]}
    kept |= {of_months[month] for month in sorted(of_months, reverse=True)[:MONTHLY]}
    return set(newest_first) - kept


def carrier(*, same_disk: bool) -> Finding | None:
    """A backup on the disk of the store goes with it: a warning, for there may be no other carrier today."""
    return Finding("OWN", Weight.WARN, "backup_same_disk", field="folder") if same_disk else None


def same_store(copy: str, present: str) -> Finding | None:
    """A store is only replaced by a copy of itself."""
    return None if copy == present else Finding("OWN", Weight.REFUSE, "restore_other_store")


def reason_given(reason: str) -> Finding | None:
    """A restore is always explained."""
    return None if reason.strip() else Finding("OWN", Weight.REFUSE, "restore_reason_needed", field="reason")
