"""Registering one item with one synced commit."""

import datetime as dt
import statistics
import uuid
from dataclasses import replace

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures import registration
from tests import factories
from tests.benchmarks.measure import p95, seconds

_TIMES = 120


def times(desk: Desk) -> tuple[float, float]:
    """p95 and median seconds of one registration."""
    today = desk.today()
    entry = factories.entry(date=today, their_date=today - dt.timedelta(days=1))

    def once(place: int) -> None:
        command = registration.Register(
            journal=JournalKind.INCOMING,
            year=today.year,
            entry=replace(entry, their_number=f"09-1/{place}{uuid.uuid4().int % 10**6}дсп"),
            form_id=uuid.uuid4().hex,
        )
        registration.register(desk, command)

    for place in range(5):
        once(place)
    taken = [seconds(lambda place=place: once(place)) for place in range(_TIMES)]  # type: ignore[misc]
    return p95(taken), statistics.median(taken)
