"""Changing what the body settles for itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.law import numbering
from dspdesk.law import settings as law
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.kinds import JournalKind
from dspdesk.models import Journal
from dspdesk.procedures import journals
from dspdesk.queries import settings as queries
from dspdesk.store import settings as store
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSettings:
    """Give settings other values, all of them or none; `reason` is asked where the law warns."""

    values: Mapping[str, Any]
    reason: str = ""


def change(desk: Desk, command: ChangeSettings) -> tuple[Finding, ...]:
    """Change settings. A new pattern holds from the next number on, in journals that are open, too.

    Raises `Refused` for a value out of its bounds, `NeedsReason` for a pattern changed while numbers are given by
    another one.
    """
    for key in command.values:
        desk.authorize(law.SETTINGS[key].needs)
    with desk.transaction("settings:value:changed") as step:
        before = {key: queries.value(step.connection, key) for key in law.SETTINGS}
        wrong = [finding for key, value in command.values.items() for finding in law.check(key, value)]
        if wrong:
            raise Refused(wrong)
        changed = {key: value for key, value in command.values.items() if before[key] != value}
        findings = settle(
            [
                None if changed else Finding("OWN", Weight.REFUSE, "nothing_changed"),
                *law.check_together(before | changed),
                *_patterns_changed(desk, step, changed),
            ],
            command.reason,
        )
        for key, value in changed.items():
            store.put(step.session, key, value)
            _follow(desk, step, key, value)
        step.subject, step.reason = "settings", command.reason.strip()
    return findings


def _patterns_changed(desk: Desk, step: Step, changed: Mapping[str, Any]) -> list[Finding | None]:
    return [
        numbering.pattern_changed(
            journal.pattern, pattern, journals.highest(step.connection, journal.id), journal.year
        )
        for key, pattern in changed.items()
        for journal in _running(desk, step, key)
    ]


def _follow(desk: Desk, step: Step, key: str, value: Any) -> None:
    """What is open already goes by a pattern from now on; of all else a journal keeps what it was opened with."""
    for journal in _running(desk, step, key):
        journal.pattern = value


def _running(desk: Desk, step: Step, key: str) -> list[Journal]:
    """The journals that take new numbers by the pattern of a key."""
    kinds = [kind.value for kind in JournalKind if law.pattern_key(kind) == key]
    wanted = select(Journal).where(
        Journal.kind.in_(kinds), Journal.closed_on.is_(None), Journal.year >= desk.today().year
    )
    return list(step.session.scalars(wanted))
