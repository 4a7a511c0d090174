"""Which steps of execution control apply to an entry."""

from typing import TYPE_CHECKING

from dspdesk.law.kinds import ItemState

if TYPE_CHECKING:
    from dspdesk.queries.item import ItemDetails

_STANDING = frozenset({ItemState.REGISTERED, ItemState.IN_CASE})


def standing(details: "ItemDetails") -> bool:
    """Whether a resolution can be entered: the document is registered and goes on under this number."""
    return details.state in _STANDING


def in_work(details: "ItemDetails") -> bool:
    """Whether it can be submitted: it lies in no case."""
    return details.state is ItemState.REGISTERED


def on_control(details: "ItemDetails") -> bool:
    """Whether a deadline runs, to be put off or ended."""
    return details.entry.due_on is not None and bool(details.entry.control)


def not_on_control(details: "ItemDetails") -> bool:
    """Whether it can be put on control."""
    return standing(details) and not on_control(details)
