"""Rules of the directory of the body: its names over time, its places, its printers, its correspondents.

The law leaves all of this to the body, so that each rule is the program's own.
"""

import datetime as dt
from collections.abc import Mapping

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import PlaceKind

#: How far a printer's paper may be put straight, in tenths of a millimetre each way.
MOST_OFFSET = 200

#: In what a place of each kind lies; `None` is the body itself.
WITHIN: dict[PlaceKind, tuple[PlaceKind | None, ...]] = {
    PlaceKind.ROOM: (None,),
    PlaceKind.SAFE: (PlaceKind.ROOM,),
    PlaceKind.SHELF: (PlaceKind.SAFE, PlaceKind.ROOM),
}


def named(value: str, field: str) -> Finding | None:
    """A thing without a name cannot be found again: an empty one is refused."""
    return None if value.strip() else _refused("name_needed", field)


def named_somehow(name_kk: str, name_ru: str) -> Finding | None:
    """A correspondent is known by its name in at least one of the two languages."""
    return None if name_kk.strip() or name_ru.strip() else _refused("name_needed", "name_ru")


def name_free(name: str, *, taken: bool, field: str = "name") -> Finding | None:
    """Two things side by side do not share a name."""
    return _refused("name_taken", field, name=name.strip()) if taken else None


def renamed(
    day: dt.date | None, *, name_differs: bool, last: dt.date | None, today: dt.date
) -> Finding | None:
    """A new name is borne from a day on that has come, later than the day of the new name before (`last`)."""
    if day is None:
        return None
    if not name_differs:
        return _refused("name_not_changed", "renamed_from")
    if day > today:
        return _refused("renamed_ahead", "renamed_from", date=day, today=today)
    if last is not None and day <= last:
        return _refused("renamed_before_last", "renamed_from", date=day, last=last)
    return None


def lies_in(kind: PlaceKind, within: PlaceKind | None) -> Finding | None:
    """A safe stands in a room, a shelf in a safe or in a room, a room in nothing."""
    return None if within in WITHIN[kind] else _refused(f"{kind}_elsewhere", "within")


def place_open(name: str, *, closed: bool, field: str = "") -> Finding | None:
    """What is closed is not changed, and nothing new is put into it."""
    return _refused("place_closed", field, name=name) if closed else None


def place_empty(name: str, holds: int) -> Finding | None:
    """A place that holds open places is not closed: they would lie nowhere."""
    return _refused("place_holds", "", name=name, count=holds) if holds else None


def offset_within(tenths: int, field: str) -> Finding | None:
    """Paper lies askew by millimetres: an offset of more than 20 mm is a slip of the pen."""
    return None if abs(tenths) <= MOST_OFFSET else _refused("offset_too_far", field, most=MOST_OFFSET // 10)


def not_known(name: str, *, known: bool, field: str) -> Finding | None:
    """One body stands in the directory once: another with its name would be a duplicate."""
    return _refused("correspondent_known", field, name=name.strip()) if known else None


def not_itself(duplicate_id: int, into_id: int) -> Finding | None:
    """A correspondent is no duplicate of itself."""
    return _refused("merge_itself", "into_id") if duplicate_id == into_id else None


def not_merged(name: str, *, merged: bool, field: str) -> Finding | None:
    """What has been joined to another is neither changed nor joined again."""
    return _refused("merged_already", field, name=name) if merged else None


def taken_over(kept: Mapping[str, object], duplicate: Mapping[str, object]) -> dict[str, object]:
    """What the one kept lacks and takes from its duplicate; what both say is left as the one kept says it."""
    return {name: value for name, value in duplicate.items() if value and not kept[name]}


def _refused(code: str, field: str, **facts: object) -> Finding:
    return Finding("OWN", Weight.REFUSE, code, facts, field)
