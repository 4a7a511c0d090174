"""Where cases and publications are kept (paragraph 57): what a place is for, and whether it locks and seals.

What the law says of a place is asked of the whole way to it, from the room down to the shelf.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import PlaceKind


class Purpose(StrEnum):
    """What a place is for."""

    UNITS = ""  # rooms of the structural units
    ARCHIVE = "archive"  # the departmental archive
    LIBRARY = "library"  # the departmental library
    AUXILIARY = "auxiliary"  # the auxiliary collection of the library


class Kept(StrEnum):
    """What is kept, as far as paragraph 57 tells it apart."""

    CASE = "case"  # its documents are still being put into it
    FINISHED_CASE = "finished_case"
    TRANSFERRED_CASE = "transferred_case"  # handed to the departmental archive
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """One room, safe or shelf; `None` while nobody has said whether it is locked or sealed."""

    kind: PlaceKind
    name: str
    lockable: bool | None = None
    sealable: bool | None = None
    purpose: Purpose = Purpose.UNITS


@dataclass(frozen=True, slots=True)
class StoragePlace:
    """A place with all it stands in: `way` begins with the room and ends with the place itself."""

    way: tuple[PlaceFacts, ...]
    is_open: bool = True

    @property
    def words(self) -> str:
        """The whole way in words: "каб. 12, сейф 2"."""
        return ", ".join(part.name for part in self.way)

    @property
    def purpose(self) -> Purpose:
        """What it is for: what the nearest part of the way says, from the place itself up to the room."""
        said = (part.purpose for part in reversed(self.way) if part.purpose is not Purpose.UNITS)
        return next(said, Purpose.UNITS)

    @property
    def cabinet(self) -> PlaceFacts | None:
        """The metal cabinet or safe on the way."""
        return next((part for part in self.way if part.kind is PlaceKind.SAFE), None)


def suits(
    kept: Kept, place: StoragePlace, *, what: str, has_library: bool = True, field: str = "place_id"
) -> list[Finding]:
    """Everything that paragraph 57 has against keeping a restricted thing there; `what` names it.

    `has_library` is whether the body has a departmental library: without one publications lie in the archive.
    """
    found = (
        auxiliary(kept, place, what),
        elsewhere(kept, place, what, has_library=has_library),
        locked(place),
    )
    return [replace(one, field=field) for one in found if one is not None]


def auxiliary(kept: Kept, place: StoragePlace, what: str) -> Finding | None:
    """Paragraph 57, part 4 (D57): no publications in the auxiliary collection; that cases are not either is ours."""
    if place.purpose is not Purpose.AUXILIARY:
        return None
    facts = {"what": what, "place": place.words}
    if kept is Kept.PUBLICATION:
        return Finding("D57", Weight.REFUSE, "publication_in_auxiliary", facts)
    return Finding("OWN", Weight.REFUSE, "case_in_auxiliary", facts)


def elsewhere(kept: Kept, place: StoragePlace, what: str, *, has_library: bool = True) -> Finding | None:
    """Paragraph 57, parts 1 and 2 (D57): finished cases lie with their units, then in the archive.

    Publications lie in the library, in the archive where there is none.
    """
    wanted = _WANTED.get(kept)
    if kept is Kept.PUBLICATION and not has_library:
        wanted = Purpose.ARCHIVE
    if wanted is None or place.purpose in {wanted, Purpose.AUXILIARY}:
        return None
    code = {
        Kept.FINISHED_CASE: "finished_case_elsewhere",
        Kept.TRANSFERRED_CASE: "transferred_case_elsewhere",
    }.get(kept, "publication_not_in_library" if has_library else "publication_not_in_archive")
    return Finding("D57", Weight.WARN, code, {"what": what, "place": place.words})


def locked(place: StoragePlace) -> Finding | None:
    """Paragraph 57, part 3 (D57): in metal cabinets or safes that are reliably locked and sealed."""
    facts = {"place": place.words}
    if (cabinet := place.cabinet) is None:
        return Finding("D57", Weight.WARN, "place_not_cabinet", facts)
    if False in {cabinet.lockable, cabinet.sealable}:
        return Finding("D57", Weight.WARN, "cabinet_not_locked", facts)
    if None in {cabinet.lockable, cabinet.sealable}:
        return Finding("D57", Weight.WARN, "cabinet_not_said", facts)
    return None


def still_open(place: StoragePlace, field: str = "place_id") -> Finding | None:
    """W5: nothing is put into a place that is closed, where nobody would look for it."""
    if place.is_open:
        return None
    return Finding("W5", Weight.REFUSE, "storage_closed", {"place": place.words}, field)


def something_to_put(volumes: Sequence[int]) -> Finding | None:
    """W5: what is put somewhere is named."""
    return None if volumes else Finding("W5", Weight.REFUSE, "no_volumes", {}, "volumes")


def put_in_order(what: str, on: dt.date, today: dt.date, since: dt.date | None) -> Finding | None:
    """W9: nothing was put anywhere on a day to come, before it was there, or before it was put where it lies."""
    if on > today:
        return Finding("W9", Weight.REFUSE, "moved_ahead", {"date": on, "today": today}, "on")
    if since is not None and on < since:
        return Finding("W9", Weight.REFUSE, "volume_put_before", {"volume": what, "since": since}, "on")
    return None


def put_after_transfer(what: str, on: dt.date, transferred_on: dt.date | None) -> Finding | None:
    """W9: where the archive keeps a volume is said of the day of its transfer or of a later one."""
    if transferred_on is None or on >= transferred_on:
        return None
    facts = {"volume": what, "date": transferred_on}
    return Finding("W9", Weight.REFUSE, "volume_put_before_transfer", facts, "on")


def emptied(name: str, volumes: int, copies: int) -> Finding | None:
    """W5: a place in which something lies is not closed: it would lie nowhere."""
    if not volumes and not copies:
        return None
    facts = {"name": name, "volumes": volumes, "copies": copies}
    return Finding("W5", Weight.REFUSE, "place_keeps", facts)


_WANTED = {
    Kept.FINISHED_CASE: Purpose.UNITS,
    Kept.TRANSFERRED_CASE: Purpose.ARCHIVE,
    Kept.PUBLICATION: Purpose.LIBRARY,
}
