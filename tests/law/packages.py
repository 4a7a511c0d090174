"""What the tests of receipt begin with."""

import datetime as dt
from dataclasses import replace

from dspdesk.law.findings import Finding
from dspdesk.law.mail import Contents, PackageFacts

NOON = dt.datetime(2026, 11, 18, 12)
HOUR = dt.timedelta(hours=1)
DAY = dt.date(2026, 11, 18)
HERE = PackageFacts(received_at=NOON - HOUR, handed_over_at=NOON - HOUR)
CHECKED = replace(HERE, checked_at=NOON)
WHOLE = Contents(
    stated_sheets=4, counted_sheets=4, stated_enclosure_sheets=11, counted_enclosure_sheets=11, stated_copies=2,
    counted_copies=2,
)  # fmt: skip


def codes(*found: Finding | list[Finding] | None) -> list[str]:
    flat = [one for some in found for one in (some if isinstance(some, list) else [some])]
    return [one.code for one in flat if one is not None]
