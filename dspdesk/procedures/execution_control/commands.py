"""What can be asked for in the execution of documents, and what comes of it."""

import datetime as dt
from dataclasses import dataclass

from dspdesk.law.execution_control import Part
from dspdesk.law.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit:
    """Submit copies of a document to the head of the body for a resolution (paragraph 12, part 1)."""

    item_id: int
    copy_ids: tuple[int, ...]
    on: dt.date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResolution:
    """Record a resolution with whom it names; a deadline takes the document on control.

    `back_on` is the day on which the copies that are with the head came back with it, `None` when they stay there.
    `form_id` is the saved form's own: a repeated save finds what was recorded.
    """

    item_id: int
    author_id: int
    dated: dt.date
    words: str
    form_id: str
    persons: tuple[tuple[int, Part], ...] = ()
    due_on: dt.date | None = None
    back_on: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendResolution:
    """Strike a resolution that was recorded wrongly, with the reason; `to` is as it should have been recorded."""

    resolution_id: int
    reason: str
    to: RecordResolution | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOnControl:
    """Take a document on control; who answers for it is known from its resolution or its entry."""

    item_id: int
    on: dt.date
    due_on: dt.date | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extend:
    """Put a deadline off: until when, why, who allowed it on which day; `reason` is for what is warned of."""

    item_id: int
    due_after: dt.date | None
    why: str
    allowed_by_id: int
    allowed_on: dt.date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOff:
    """Take a document off control: what came of it, on which day, and by whose word, where that is known."""

    item_id: int
    on: dt.date
    outcome: str
    allowed_by_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a step: the entry, the resolution if one was recorded, what remains to be shown."""

    item_id: int
    resolution_id: int | None = None
    findings: tuple[Finding, ...] = ()
    repeated: bool = False
