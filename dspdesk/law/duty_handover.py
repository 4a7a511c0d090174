"""The duty officer's list (paragraph 13): covers taken out of hours and handed over unopened."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverTaken:
    """One cover as the duty officer took it; moments are those of the desk. `sealed` and `intact` may not be known."""

    received_at: dt.datetime
    sender: str = ""
    cover_numbers: str = ""
    bearer: str = ""
    sealed: bool | None = None
    intact: bool | None = None
    personal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyHandoverContent:
    """The list with those who hand over and accept, as of that day; '' and `None` leave lines to write on."""

    organisation: str
    covers: tuple[CoverTaken, ...] = ()
    given_position: str = ""
    given_by: str = ""
    accepted_position: str = ""
    accepted_by: str = ""
    handed_over_at: dt.datetime | None = None

    @property
    def year(self) -> int | None:
        """The year of its first cover."""
        return self.covers[0].received_at.year if self.covers else None
