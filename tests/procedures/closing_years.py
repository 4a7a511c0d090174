"""A store some weeks later: the year is over, its documents are still there."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.procedures.journal_closing import Closed, CloseJournal, close
from tests import factories

JANUARY = factories.NOW.replace(year=2027, month=1, day=11, hour=9)


def in_january(desk: Desk) -> Desk:
    """The same store on 11 January of the next year; the desk of November is closed."""
    return on_day(desk, JANUARY)


def on_day(desk: Desk, moment: dt.datetime) -> Desk:
    """The same store at another moment."""
    desk.close()
    return factories.opened(Path(desk.path).parent, at=lambda: moment)


def closed(desk: Desk, journal_id: int, reason: str = "год окончен") -> Closed:
    """A journal closed, whatever asks for a reason."""
    return close(desk, CloseJournal(journal_id=journal_id, reason=reason))


def refusal(step: Callable[[], object]) -> list[str]:
    """The codes of what a step is refused for."""
    try:
        step()
    except Refused as refused:
        return [finding.code for finding in refused.findings]
    return []
