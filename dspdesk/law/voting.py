"""Requirement O17: when a meeting of the permanent commission is lawful, and what its open vote decides."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.values import Impossible


class Vote(StrEnum):
    """How one member who is present votes; an absent one has no vote, and nobody votes for another."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class Result(StrEnum):
    """What comes of a vote."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    NOT_ADOPTED = "not_adopted"
    NO_QUORUM = "no_quorum"


#: The side that wins when the presiding one's vote decides; abstaining decides nothing.
_SIDE = {Vote.FOR: Result.ADOPTED, Vote.AGAINST: Result.REJECTED, Vote.ABSTAIN: Result.NOT_ADOPTED}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether the meeting is lawful (paragraph 17, part 1), and the result of the vote."""

    lawful: bool
    result: Result


def quorum(members: int) -> int:
    """The fewest members who make a meeting lawful: at least two thirds of those in force (paragraph 17, part 1)."""
    return (2 * members + 2) // 3


def outcome(
    members: int | Sequence[object],
    presiding: int,
    votes: Sequence[str | None],
    *,
    presiding_decides: bool = True,
) -> Outcome:
    """The outcome of an open vote by paragraph 17 of the model regulation.

    `members` is their number or their list, those in force on the day; `votes` has one entry a member, `None`
    for absent; `presiding` is the index of the chair, or of the deputy who presides (paragraph 16). A majority
    of all present decides; at equality the side of the presiding one, unless the body's own regulation denies a
    deputy that (`presiding_decides=False`). Without a quorum there is no vote to count. Where there is one but
    the presiding one is absent, nobody led the meeting: that is no vote but a slip, and raises `Impossible`, as
    do votes that do not fit the members.
    """
    cast = _cast(_count(members), votes)
    if not _is_index(presiding, cast):
        raise Impossible(f"presiding: {presiding}")
    count = Counter(vote for vote in cast if vote is not None)
    if count.total() < quorum(len(cast)):
        return Outcome(lawful=False, result=Result.NO_QUORUM)
    side = cast[presiding]
    if side is None:
        raise Impossible(f"presiding: {presiding} is absent")
    return Outcome(lawful=True, result=_result(count, side if presiding_decides else Vote.ABSTAIN))


def _result(count: Counter[Vote], side: Vote) -> Result:
    """Majority of all present, at equality the given side (paragraph 17, parts 1 and 2)."""
    present = count.total()
    if 2 * count[Vote.FOR] > present:
        return Result.ADOPTED
    if 2 * count[Vote.AGAINST] > present:
        return Result.REJECTED
    return _SIDE[side] if count[Vote.FOR] == count[Vote.AGAINST] else Result.NOT_ADOPTED


def _count(members: object) -> int:
    """How many members are in force; there is no commission without any."""
    if isinstance(members, bool | str) or not isinstance(members, int | Sequence):
        raise Impossible(f"members: {members}")
    count = members if isinstance(members, int) else len(members)
    if count < 1:
        raise Impossible(f"members: {count}")
    return count


def _cast(members: int, votes: object) -> tuple[Vote | None, ...]:
    """The votes as such, one for each member."""
    if isinstance(votes, str) or not isinstance(votes, Sequence) or len(votes) != members:
        raise Impossible(f"votes: {votes}")
    return tuple(None if vote is None else _vote(vote) for vote in votes)


def _vote(written: object) -> Vote:
    for vote in Vote:
        if vote == written:
            return vote
    raise Impossible(f"vote: {written}")


def _is_index(presiding: object, cast: Sequence[object]) -> bool:
    return isinstance(presiding, int) and not isinstance(presiding, bool) and 0 <= presiding < len(cast)
