"""The covering letter with which misdirected items go back to their sender (paragraph 12, part 5)."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """One thing sent back: a document with its counts, `None` where nobody has counted."""

    kind: str = ""
    number: str = ""
    date: dt.date | None = None
    sheets: int | None = None
    enclosure_sheets: int | None = None
    copies: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveringLetterContent:
    """The letter; `letterhead` are the lines under the name of the body, '' and `None` leave lines to write on.

    Without `enclosed` it is the cover itself that goes back, unopened, known by `cover_numbers`.
    """

    organisation: str
    letterhead: str = ""
    number: str = ""
    dated: dt.date | None = None
    addressee: str = ""
    address: str = ""
    received: dt.date | None = None
    cover_numbers: str = ""
    enclosed: tuple[Returned, ...] = ()
    position: str = ""
    name: str = ""
