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
    "volume": "cases",
    "inventory": "inventories",
}


def opens(desk: "Desk", subject: str) -> tuple[str, int] | None:
    """The place and the row in which a subject is seen; `None` when this person has no such place."""
    from dspdesk.ui import places

    kind, _colon, keys = subject.partition(":")
    key = keys.partition(",")[0]
    place = _PLACES.get(kind)
    if place is None or not key.isdigit():
        return None
    if place != "item" and place not in {one.key for one in places.seen(desk)}:
        return None
    row = _first_package(desk, int(key)) if kind == "delivery" else int(key)
    return (place, row) if row is not None else None


def _first_package(desk: "Desk", delivery_id: int) -> int | None:
    """The rows of the mail are packages: of a delivery the first one is shown."""
    from dspdesk.queries.mail import packages_of

    return next((package.id for package in packages_of(desk, delivery_id)), None)
