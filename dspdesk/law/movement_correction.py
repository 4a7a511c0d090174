"""Corrections of movements (W6): what was entered by mistake stays, and what is right is entered in its place."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.guard import CopyFacts
from dspdesk.law.kinds import MovementKind

#: Movements that stand for themselves. The others rest on a paper (a resolution, a letter, an act, a case).
CORRECTABLE = frozenset(
    {MovementKind.RECEIPT, MovementKind.RETURN, MovementKind.STORING, MovementKind.SUBMISSION}
)


class Recorded(Protocol):
    """A movement as far as corrections go: the columns of its table."""

    @property
    def id(self) -> int:
        """Its key."""

    @property
    def corrects_id(self) -> int | None:
        """The movement in whose place it stands."""

    @property
    def kind(self) -> str:
        """Its kind (`law.kinds.MovementKind`)."""

    @property
    def happened_on(self) -> object:
        """Its day."""

    @property
    def as_written(self) -> str:
        """Its words."""


class ChainLine(NamedTuple):
    """A movement of a copy, as the registers list them."""

    id: int
    corrects_id: int | None
    kind: str
    happened_on: Any
    as_written: str


_Movement = TypeVar("_Movement", bound=Recorded)


def standing(chain: Iterable[_Movement]) -> list[_Movement]:
    """The movements of a copy that stand, the first one first; `chain` are all of them in their order.

    A correction takes the last of them away and stands in its place. Where a movement was taken out, what is entered
    anew only says again what stood before it: that goes on standing, and nothing at all where it was the first.
    """
    stands: list[_Movement] = []
    for movement in chain:
        if movement.corrects_id is None:
            stands.append(movement)
            continue
        if stands:
            stands.pop()
        if not _says_again(movement, stands):
            stands.append(movement)
    return stands


def _says_again(movement: Recorded, stands: Sequence[Recorded]) -> bool:
    if not stands:
        return movement.kind == MovementKind.RETURN and not movement.as_written
    earlier = stands[-1]
    return (earlier.kind, earlier.happened_on, earlier.as_written) == (
        movement.kind,
        movement.happened_on,
        movement.as_written,
    )


def said_again(chain: Iterable[_Movement]) -> set[int]:
    """The keys of the movements that only say again what stood before one that was taken out."""
    again: set[int] = set()
    so_far: list[_Movement] = []
    for movement in chain:
        so_far.append(movement)
        if movement.corrects_id is not None and all(one.id != movement.id for one in standing(so_far)):
            again.add(movement.id)
    return again


def before(chain: Sequence[_Movement]) -> _Movement | None:
    """The movement that stood before the last one, `None` when it was the first."""
    earlier = standing(chain)[:-1]
    return earlier[-1] if earlier else None


def correctable(copy: CopyFacts, last: MovementKind | None, words: str) -> Finding | None:
    """W6: only the last movement of a copy is corrected, and one that rests on a paper is corrected with that paper."""
    facts = {"number": copy.number, "copy": copy.copy, "words": words}
    if last is None:
        return Finding("W6", Weight.REFUSE, "nothing_moved", facts, "copies")
    if copy.volume_id is not None:
        return Finding("W6", Weight.REFUSE, "filing_stays", facts, "copies")
    if last not in CORRECTABLE:
        return Finding("W6", Weight.REFUSE, "movement_stays", facts, "copies")
    return None


def is_receipt(copy: CopyFacts, last: MovementKind | None) -> Finding | None:
    """W6: a wrong person is corrected in a receipt; what came back since then is corrected first."""
    if last is MovementKind.RECEIPT:
        return None
    facts = {"number": copy.number, "copy": copy.copy}
    return Finding("W6", Weight.REFUSE, "not_a_receipt", facts, "copies")


def another_person(wrong_ids: Collection[int | None], right_id: int, person: str) -> Finding | None:
    """W6: a correction names somebody else than what is corrected, of every copy."""
    if right_id not in wrong_ids:
        return None
    return Finding("W6", Weight.REFUSE, "same_person", {"person": person}, "employee_id")
