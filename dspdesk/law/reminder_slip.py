"""The reminder slip (W7): to whom, which documents, until when they were due, by whose resolution."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A document reminded of: its number with the mark, what it is, its deadline, the days it is late (or left)."""

    number: str
    matter: str
    due_on: dt.date
    days: int  # left until the deadline, less than none when it is over
    resolution: str = ""  # whose and of which day


@dataclass(frozen=True, slots=True)
class ReminderSlipContent:
    """All that the slip says; `name` and `position` are in the case of the addressee ("Ахметову Б.К.")."""

    organisation: str
    on: dt.date
    name: str
    position: str
    unit: str
    lines: tuple[SlipLine, ...]
    signs_position: str = ""
    signs_name: str = ""
