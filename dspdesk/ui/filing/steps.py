"""To which entries and copies the steps of filing apply (`ui.journals.item_steps`)."""

from typing import TYPE_CHECKING

from dspdesk.law.kinds import ItemState, JournalKind
from dspdesk.law.whereabouts import AT_HAND, OUT, Where

if TYPE_CHECKING:
    from dspdesk.queries.item import ItemDetails
    from dspdesk.queries.whereabouts import CopyRow

_STANDING = frozenset({ItemState.REGISTERED, ItemState.IN_CASE})


def can_be_filed(row: "CopyRow") -> bool:
    """Whether a copy is at hand, with somebody who brings it, or in a case that only words name."""
    return row.where in AT_HAND | OUT or (row.where is Where.CASE and row.volume_id is None)


def can_file(details: "ItemDetails") -> bool:
    """Whether a copy of an entry can be put into a case; publications stand in the library."""
    return (
        details.state in _STANDING
        and details.journal.kind is not JournalKind.PUBLICATIONS
        and any(copy.now is not None and can_be_filed(copy.now) for copy in details.copies)
    )


def has_loose_copies(details: "ItemDetails") -> bool:
    """Whether a copy of an entry lies in no volume."""
    return details.state in _STANDING and any(
        copy.now is not None and copy.now.volume_id is None for copy in details.copies
    )


def lies_in_a_volume(details: "ItemDetails") -> bool:
    """Whether a copy of an entry lies in a volume, and is taken out of it by permission."""
    return any(copy.now is not None and copy.now.volume_id is not None for copy in details.copies)
