"""The body, its places and its printers, for windows and papers."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dspdesk.desk import Desk
from dspdesk.language.sorting import sort_key
from dspdesk.law.kinds import PlaceKind
from dspdesk.law.roles import Action
from dspdesk.law.storage import Purpose


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """What is known of the body, each in both languages."""

    name_kk: str
    name_ru: str
    locality_kk: str
    locality_ru: str
    superior_kk: str
    superior_ru: str
    address_kk: str
    address_ru: str
    letterhead_kk: str
    letterhead_ru: str


@dataclass(frozen=True, slots=True)
class FormerNameLine:
    """A name borne through a day."""

    until: dt.date
    name_kk: str
    name_ru: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A room, safe or shelf; `path` names all it stands in, from the room on, and itself.

    `lockable` and `sealable` are `None` while nobody has said.
    """

    id: int
    kind: PlaceKind
    name: str
    within_id: int | None
    closed_on: dt.date | None
    path: tuple[str, ...]
    lockable: bool | None = None
    sealable: bool | None = None
    purpose: Purpose = Purpose.UNITS


@dataclass(frozen=True, slots=True)
class PrinterRow:
    """A printer with its offsets in tenths of a millimetre."""

    id: int
    name: str
    offset_x: int
    offset_y: int


_PLACES = "SELECT id, kind, name, within_id, closed_on, lockable, sealable, purpose FROM place"
_FIELDS = tuple(OrganisationCard.__dataclass_fields__)


def organisation(desk: Desk) -> OrganisationCard:
    """What is known of the body today."""
    desk.authorize(Action.READ_OFFICE)
    with desk.reading() as connection:
        row = connection.exec_driver_sql(f"SELECT {', '.join(_FIELDS)} FROM organisation").one()
    return OrganisationCard(*row)


def former_names(desk: Desk, subject: str) -> list[FormerNameLine]:
    """The names that something bore before, the latest first."""
    of_letters = subject.startswith("correspondent:")
    desk.authorize(Action.READ_CORRESPONDENTS if of_letters else Action.READ_OFFICE)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT until, name_kk, name_ru FROM former_name WHERE subject = ? ORDER BY until DESC",
            (subject,),
        ).fetchall()
    return [FormerNameLine(dt.date.fromisoformat(until), kk, ru) for until, kk, ru in rows]


def places(desk: Desk, *, closed: bool = False) -> list[PlaceRow]:
    """All open places, and the closed ones when asked for: each room with what stands in it, in their order."""
    desk.authorize(Action.READ_OFFICE)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(_PLACES).fetchall()
    below: dict[int | None, list[tuple[Any, ...]]] = {}
    for row in rows:
        if closed or row[4] is None:
            below.setdefault(row[3], []).append(tuple(row))
    return list(_walk(below, None, ()))


def _walk(
    below: dict[int | None, list[tuple[Any, ...]]],
    within: int | None,
    path: tuple[str, ...],
) -> Iterator[PlaceRow]:
    kinds = list(PlaceKind)
    for key, kind, name, within_id, closed, *said, purpose in sorted(
        below.get(within, ()), key=lambda row: (kinds.index(PlaceKind(row[1])), sort_key(row[2]))
    ):
        day = dt.date.fromisoformat(closed) if closed else None
        lockable, sealable = (None if value is None else bool(value) for value in said)
        yield PlaceRow(
            key, PlaceKind(kind), name, within_id, day, (*path, name), lockable, sealable, Purpose(purpose)
        )
        yield from _walk(below, key, (*path, name))


def printers(desk: Desk) -> list[PrinterRow]:
    """The printers with offsets."""
    desk.authorize(Action.READ_OFFICE)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql("SELECT id, name, offset_x, offset_y FROM printer").fetchall()
    return sorted((PrinterRow(*row) for row in rows), key=lambda row: sort_key(row.name))


def offsets(desk: Desk, printer: str) -> tuple[float, float]:
    """How far the paper of a printer is put straight, in millimetres to the right and down; anybody may print."""
    with desk.reading() as connection:
        row = connection.exec_driver_sql(
            "SELECT offset_x, offset_y FROM printer WHERE name = ?", (printer,)
        ).fetchone()
    return (row[0] / 10, row[1] / 10) if row else (0.0, 0.0)
