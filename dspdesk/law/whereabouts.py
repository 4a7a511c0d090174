"""Where a copy is: its last movement says so (paragraph 15, part 4), and before the first it is with the service."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import MovementKind
from dspdesk.law.values import CopyNumbers


class Where(StrEnum):
    """In whose hands a copy is."""

    SERVICE = "service"  # with the documentation service
    STORED = "stored"  # in a storage place of the service
    PERSON = "person"
    UNIT = "unit"
    CORRESPONDENT = "correspondent"  # sent away
    CASE = "case"
    SEIZED = "seized"  # taken by a body that may do so; a certified copy lies in its place
    DESTROYED = "destroyed"
    CARRIED_OVER = "carried_over"  # kept account of under the number of a later year
    AS_WRITTEN = "as_written"  # an imported sheet says where, in words nobody has linked to a person yet


#: Where a copy can be handed over, copied or sent from.
AT_HAND = frozenset({Where.SERVICE, Where.STORED})
#: In whose hands a copy is that the desk itself has given out or sent, or that was seized at it.
GIVEN_OUT = frozenset({Where.PERSON, Where.UNIT, Where.CORRESPONDENT, Where.SEIZED})
#: Who can bring a copy back.
OUT = frozenset({Where.PERSON, Where.UNIT, Where.AS_WRITTEN})


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a movement leads: one of a person, a unit, a storage place, a correspondent, a volume, or none of them."""

    employee_id: int | None = None
    unit_id: int | None = None
    place_id: int | None = None
    correspondent_id: int | None = None
    volume_id: int | None = None


#: The destination of what stays with the documentation service, or went where only words say.
WITH_THE_SERVICE = Destination()


@dataclass(frozen=True, slots=True)
class LastMovement:
    """The last movement of a copy, as far as it says where the copy is."""

    kind: MovementKind
    on: dt.date | None
    words: str
    to: Destination = WITH_THE_SERVICE


_BY_KIND = {
    MovementKind.RETURN: Where.SERVICE,
    MovementKind.RESOLVED: Where.SERVICE,
    MovementKind.STORING: Where.STORED,
    MovementKind.SUBMISSION: Where.PERSON,
    MovementKind.SENDING: Where.CORRESPONDENT,
    MovementKind.SENDING_BACK: Where.CORRESPONDENT,
    MovementKind.FILING: Where.CASE,
    MovementKind.WITHDRAWAL: Where.SERVICE,
    MovementKind.SEIZURE: Where.SEIZED,
    MovementKind.DESTRUCTION: Where.DESTROYED,
    MovementKind.CARRIED_OVER: Where.CARRIED_OVER,
}


def where(last: LastMovement | None) -> Where:
    """Where a copy is after its last movement; there is exactly one answer for every copy."""
    if last is None:
        return Where.SERVICE
    if last.kind is not MovementKind.RECEIPT:
        return _BY_KIND[last.kind]
    if last.to.employee_id is not None:
        return Where.PERSON
    return Where.UNIT if last.to.unit_id is not None else Where.AS_WRITTEN


def as_written(who: str, on: dt.date, paper: str = "") -> str:
    """A movement in the words of a column of the register: "Ахметов Б.К., 18.11.2026, лист передачи № 5"."""
    return ", ".join(part for part in (who.strip(), f"{on:%d.%m.%Y}", paper.strip()) if part)


def receipt_named(paper: str) -> Finding | None:
    """Paragraph 15, part 4 (D15c): a movement is entered with its receipt; refuses a hand-over against nothing."""
    return None if paper.strip() else Finding("D15c", Weight.REFUSE, "receipt_not_named", {}, "paper")


def place_open(place: str, *, is_open: bool) -> Finding | None:
    """W5: nothing is put into a place that is closed, where nobody would look for it."""
    return None if is_open else Finding("W5", Weight.REFUSE, "storage_closed", {"place": place}, "place_id")


def to_be_linked(number: str, copy: int, at: Where) -> Finding | None:
    """W5: only words of an imported register are linked to a person; what is known is corrected by a movement."""
    if at is Where.AS_WRITTEN:
        return None
    return Finding("W5", Weight.REFUSE, "copy_not_as_written", {"number": number, "copy": copy}, "copies")


def not_ahead(on: dt.date | None, today: dt.date) -> Finding | None:
    """W9: nothing has happened on a day to come."""
    if on is None or on <= today:
        return None
    return Finding("W9", Weight.REFUSE, "moved_ahead", {"date": on, "today": today}, "on")


def linked_in_order(number: str, copy: int, on: dt.date | None, since: dt.date | None) -> Finding | None:
    """W5, W9: words of a register are of a receipt not earlier than the registration or than the movement before it."""
    if on is None or since is None or on >= since:
        return None
    facts = {"number": number, "copy": copy, "date": on, "since": since}
    return Finding("W9", Weight.REFUSE, "moved_before_last", facts, "on")


def copies_here_or_stay(away: tuple[int, ...]) -> Finding | None:
    """Paragraph 15, part 4 (D15c): a copy that the register has elsewhere is not struck out as if it had never been."""
    if not away:
        return None
    facts = {"copies": str(CopyNumbers.of(away))}
    return Finding("D15c", Weight.REFUSE, "copies_away_stay", facts, "copies")
