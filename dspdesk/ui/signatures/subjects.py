"""Where the things that papers are of are found among the places."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dspdesk.desk import Desk

#: The places by the kinds of subjects; "item" is an entry of a journal, whichever it stands in.
_PLACES: Final[Mapping[str, str]] = {
    "item": "item",
    "act": "acts",
    "handover_sheet": "handover",
    "delivery": "mail",
    "package": "mail",
    "permit": "permits",
    "restricted_list": "restricted_list",
    "control": "control",
}


def opens(desk: "Desk", subject: str) -> tuple[str, int] | None:
    """The place and the row in which a subject is seen; `None` when this person has no such place."""
    from dspdesk.ui import places

    kind, _colon, keys = subject.partition(":")
    key = keys.partition(",")[0]
    place = _PLACES.get(kind)
    if place is None or not key.isdigit():
        return None
    seen = {one.key for one in places.seen(desk)}
    return (place, int(key)) if place in seen or place == "item" else None
