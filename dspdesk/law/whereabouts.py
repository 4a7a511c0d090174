"""Where a copy is: its last movement says so (paragraph 15, part 4), and before the first it is with the service."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.kinds import MovementKind


class Where(StrEnum):
    """In whose hands a copy is."""

    SERVICE = "service"  # with the documentation service
    STORED = "stored"  # in a storage place of the service
    PERSON = "person"
    UNIT = "unit"
    CORRESPONDENT = "correspondent"  # sent away
    CASE = "case"
    DESTROYED = "destroyed"
    CARRIED_OVER = "carried_over"  # kept account of under the number of a later year
    AS_WRITTEN = "as_written"  # an imported sheet says where, in words nobody has linked to a person yet


#: Where a copy can be handed over, copied or sent from.
AT_HAND = frozenset({Where.SERVICE, Where.STORED})
#: Who can bring a copy back.
OUT = frozenset({Where.PERSON, Where.UNIT, Where.AS_WRITTEN})


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a movement leads: one of a person, a unit, a storage place, a correspondent, or none of them."""

    employee_id: int | None = None
    unit_id: int | None = None
    place_id: int | None = None
    correspondent_id: int | None = None


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
