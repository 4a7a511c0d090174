"""To which entries the steps with copies and the corrections apply (`ui.journals.item_steps`)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from dspdesk.law.kinds import ItemState, JournalKind, MovementKind
from dspdesk.law.movement_correction import CORRECTABLE
from dspdesk.law.whereabouts import AT_HAND, OUT, Where

if TYPE_CHECKING:
    from dspdesk.queries.item import ItemDetails
    from dspdesk.queries.whereabouts import CopyRow

_CORRECTED = frozenset({ItemState.REGISTERED, ItemState.RESERVED, ItemState.IN_CASE})


def can_hand_over(details: "ItemDetails") -> bool:
    """Whether a copy is at hand."""
    return details.state in {ItemState.REGISTERED, ItemState.IN_CASE} and _any(details, at_hand)


def can_take_back(details: "ItemDetails") -> bool:
    """Whether a copy is with somebody."""
    return _any(details, out)


def can_link(details: "ItemDetails") -> bool:
    """Whether a copy is with somebody whom only words name."""
    return _any(details, as_written)


def has_receipt(details: "ItemDetails") -> bool:
    """Whether a copy is with somebody by a receipt."""
    return any(copy.last is MovementKind.RECEIPT for copy in details.copies)


def can_undo(details: "ItemDetails") -> bool:
    """Whether there is a movement that can be taken out."""
    return bool(undoable(details))


def can_correct(details: "ItemDetails") -> bool:
    """Whether the fields of an entry can be corrected."""
    return details.state in _CORRECTED


def has_sheets(details: "ItemDetails") -> bool:
    """Whether an entry is counted by sheets."""
    return can_correct(details) and details.journal.kind is not JournalKind.PUBLICATIONS


def can_move_to_journal(details: "ItemDetails") -> bool:
    """Whether an entry can be in the wrong journal: its number stands, and it is of no other year."""
    return details.state in {ItemState.REGISTERED, ItemState.RESERVED} and not details.links.carried


def undoable(details: "ItemDetails") -> frozenset[int]:
    """The copies whose last movement can be taken out; what stands there after a correction is no movement."""
    return frozenset(
        copy.now.id
        for copy in details.copies
        if copy.now is not None
        and copy.last in CORRECTABLE
        and any(not move.mistaken for move in copy.movements)
    )


def at_hand(row: "CopyRow") -> bool:
    """Whether a copy is with the service."""
    return row.where in AT_HAND


def out(row: "CopyRow") -> bool:
    """Whether a copy is with somebody."""
    return row.where in OUT


def as_written(row: "CopyRow") -> bool:
    """Whether only words say who has a copy."""
    return row.where is Where.AS_WRITTEN


def _any(details: "ItemDetails", holds: "Callable[[CopyRow], bool]") -> bool:
    return any(copy.now is not None and holds(copy.now) for copy in details.copies)
