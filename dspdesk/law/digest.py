"""The digest for the head of the body or of a unit (W12): one page of what is overdue, due, to sign, held by whom."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """The groups of the digest, in their order."""

    OVERDUE = "overdue"
    WEEK = "week"  # due within seven days
    SIGNATURE = "signature"  # papers and acts that wait for a signature or for approval
    SUBMITTED = "submitted"  # with the head, no resolution yet
    HELD = "held"  # copies in people's hands


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One person of a group: how many, and the oldest of them in a few words with its day."""

    name: str
    count: int
    oldest: str = ""
    on: dt.date | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class DigestGroup:
    """A group with all its people, whoever has most first; `total` counts what they have."""

    group: Group
    lines: tuple[DigestLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class DigestContent:
    """All that the digest says, `of` a unit where it is not of the whole body."""

    organisation: str
    unit: str
    made_at: dt.datetime
    groups: tuple[DigestGroup, ...]
    signs_position: str = ""
    signs_name: str = ""


#: A group shows one person at least, whatever the others need.
LEAST = 1


def shares(wanted: tuple[int, ...], room: int) -> tuple[int, ...]:
    """How many of the wanted lines of each group fit into so many lines in all.

    Each group gets one line by turns until it has what it wants or there is no room: a long group never hides a short
    one. A group that is cut needs one of its lines to say how many more there are.
    """
    given = [0] * len(wanted)
    left = room
    while left > 0 and any(have < want for have, want in zip(given, wanted, strict=True)):
        for at, want in enumerate(wanted):
            if left > 0 and given[at] < want:
                given[at] += 1
                left -= 1
    return tuple(
        have if have == want else max(have - 1, min(LEAST, want))
        for have, want in zip(given, wanted, strict=True)
    )
