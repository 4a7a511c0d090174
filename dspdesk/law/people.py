"""Rules of the directory of people and units; the law leaves it to the body, so that they are the program's own."""

import datetime as dt
from collections.abc import Sequence

from dspdesk.law.findings import Finding, Weight


def position_named(position: str, field: str) -> Finding | None:
    """A paper names the position of who signs it, in its language: an empty one is refused."""
    return None if position.strip() else _refused("position_needed", field)


def index_free(index: str, *, taken_by: str) -> Finding | None:
    """What stands for somebody in registration numbers stands for nobody else."""
    if not taken_by:
        return None
    return _refused("index_taken", "number_index", index=index.strip(), name=taken_by)


def same_name(name: str, *, met: bool) -> Finding | None:
    """Two people of one name may well be one entered twice: a reason is asked."""
    return Finding("OWN", Weight.WARN, "same_name", {"name": name}, "name_ru") if met else None


def still_here(name: str, left_on: dt.date | None, last: dt.date | None) -> Finding | None:
    """Whoever has left holds nothing after the last day in service."""
    if left_on is None or (last is not None and last <= left_on):
        return None
    return _refused("person_has_left", "valid_from", name=name, day=left_on)


def unit_open(name: str, closed_on: dt.date | None, last: dt.date | None) -> Finding | None:
    """In a unit that is closed nobody holds anything afterwards."""
    if closed_on is None or (last is not None and last <= closed_on):
        return None
    return _refused("unit_is_closed", "unit_id", name=name, day=closed_on)


def unit_empty(people: Sequence[str], day: dt.date) -> Finding | None:
    """A unit is closed when nobody is in it any more: their appointments would name what is not there."""
    if not people:
        return None
    return _refused("unit_has_people", "day", people=", ".join(people), day=day)


def not_closed(name: str, closed_on: dt.date | None) -> Finding | None:
    """A unit that is closed is neither changed nor closed again."""
    return None if closed_on is None else _refused("unit_is_closed", "", name=name, day=closed_on)


def _refused(code: str, field: str, **facts: object) -> Finding:
    return Finding("OWN", Weight.REFUSE, code, facts, field)
