"""Days of a volume (W9): what lies in it came after it was opened, and a wrong day of opening is put right."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dspdesk.law.case_file import VolumeFacts, opened_in_time
from dspdesk.law.findings import Finding, Weight


def put_in_after_opening(on: dt.date, volume: VolumeFacts, *, apart: bool = False) -> Finding | None:
    """W9: nothing is put into a volume before it was opened.

    `apart` is said of what becomes a new volume of the same case, which is opened with it: after the case.
    """
    opened, code = (
        (volume.case_opened_on, "filed_before_case") if apart else (volume.opened_on, "filed_before_opened")
    )
    if on >= opened:
        return None
    facts = {"volume": volume.words, "date": on, "opened": opened}
    return Finding("W9", Weight.REFUSE, code, facts, "on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A volume whose day of opening is put right, with the days that it cannot be later than, `None` of what was not.

    `first` says that its case was opened with it, so that both are opened on one day; `further` is then the earliest
    day on which another volume of the case was opened. `filed` is when something was first put into it, `placed`
    since when it lies where it lies, `closed` when it was closed.
    """

    words: str
    first: bool
    case_opened: dt.date
    filed: dt.date | None = None
    placed: dt.date | None = None
    closed: dt.date | None = None
    further: dt.date | None = None


def opening_put_right(on: dt.date, opening: Opening, today: dt.date) -> list[Finding]:
    """Everything that stands against a volume having been opened on a day; refusals are about the field opened_on."""
    in_time = opened_in_time(on, today, None if opening.first else opening.case_opened)
    found = [in_time] if in_time else []
    return [
        Finding(one.requirement, one.weight, one.code, one.facts, "opened_on")
        for one in (*found, *_later_than_possible(on, opening))
    ]


def _later_than_possible(on: dt.date, opening: Opening) -> Iterator[Finding]:
    known = (
        ("opened_after_filed", opening.filed),
        ("opened_after_placed", opening.placed),
        ("opened_after_closed", opening.closed),
        ("case_after_volume", opening.further),
    )
    for code, day in known:
        if day is not None and on > day:
            facts = {"volume": opening.words, "date": on, "since": day}
            yield Finding("W9", Weight.REFUSE, code, facts)
