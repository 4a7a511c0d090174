"""Storage places as registers and rules see them: what each is for, whether it locks and seals, what lies in it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.sorting import sort_key
from dspdesk.law import storage as law
from dspdesk.law.findings import Finding
from dspdesk.law.kinds import PlaceKind
from dspdesk.law.roles import Action
from dspdesk.law.storage import Kept, PlaceFacts, Purpose, StoragePlace
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries import where_is_it
from dspdesk.queries.cases import VolumeRow, rows_of
from dspdesk.queries.filed import volume_words
from dspdesk.queries.item import day
from dspdesk.queries.where_is_it import FoundCopy
from dspdesk.store.errors import NotThere


@dataclass(frozen=True, slots=True)
class StorageRow:
    """A place of the register: what is said of it itself (`own`), of the whole way to it, and what lies right in it."""

    id: int
    within_id: int | None
    own: PlaceFacts
    place: StoragePlace
    closed_on: dt.date | None
    volumes: int
    copies: int

    @property
    def path(self) -> tuple[str, ...]:
        """The names of the way, from the room on."""
        return tuple(part.name for part in self.place.way)

    @property
    def lies(self) -> int:
        """How many things lie right in it."""
        return self.volumes + self.copies


@dataclass(frozen=True, slots=True)
class Contents:
    """What lies in a place and in all that stands in it; the totals count also what is too many to show."""

    volumes: tuple[VolumeRow, ...]
    volumes_total: int
    copies: tuple[FoundCopy, ...]
    total: int


_ALL = "SELECT id, kind, name, within_id, closed_on, lockable, sealable, purpose FROM place"
_VOLUMES = "SELECT place_id, count(*) FROM volume WHERE place_id IS NOT NULL GROUP BY place_id"
_COPIES = """
    SELECT movement.place_id, count(*) FROM movement
    JOIN copy ON copy.id = movement.copy_id AND copy.whereabouts_id = movement.id
    WHERE movement.place_id IS NOT NULL AND copy.struck_on IS NULL GROUP BY movement.place_id
"""
_WITHIN = """
    volume.place_id IN (WITH RECURSIVE within (id) AS (
        SELECT ? UNION SELECT inner_place.id FROM place AS inner_place JOIN within ON inner_place.within_id = within.id
    ) SELECT id FROM within)
"""
_FIRST = f"""
    volume.id IN (SELECT volume.id FROM volume JOIN case_file ON case_file.id = volume.case_file_id
    JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id WHERE {_WITHIN}
    ORDER BY plan_entry.year DESC, plan_entry.case_index, case_file.ordinal, volume.number LIMIT ?)
"""
ALL = -1
_PUBLICATIONS = """
    SELECT DISTINCT number.id, number.sequence, number.letter, number.written, journal.language
    FROM copy JOIN number ON number.id = copy.item_id JOIN journal ON journal.id = number.journal_id
    WHERE journal.kind = 'publications' AND copy.id IN ({marks}) ORDER BY number.id
"""


def places(desk: Desk) -> list[StorageRow]:
    """All open places, and closed ones in which something lies, each room with what stands in it."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        rows = {row[0]: tuple(row) for row in connection.exec_driver_sql(_ALL)}
        volumes = _counted(connection, _VOLUMES)
        copies = _counted(connection, _COPIES)
    found = list(_walk(rows, None, (), volumes, copies))
    return [row for row in found if row.closed_on is None or row.lies]


def open_places(desk: Desk) -> list[StorageRow]:
    """The open places, each room with what stands in it; what lies in them is not counted."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        rows = {row[0]: tuple(row) for row in connection.exec_driver_sql(_ALL)}
    return [row for row in _walk(rows, None, (), {}, {}) if row.place.is_open]


def volumes_in(desk: Desk, place_id: int, most: int = ALL) -> list[VolumeRow]:
    """The first `most` volumes that lie in a place and in all that stands in it."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return rows_of(connection, _FIRST, (place_id, most))


def contents(desk: Desk, place_id: int, most: int = ALL) -> Contents:
    """What lies in a place as of now, the first `most` of its volumes. Raises `NotThere`."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        storage_place(connection, place_id)
        copies, total = where_is_it.lying_in(connection, place_id)
        volumes = tuple(rows_of(connection, _FIRST, (place_id, most)))
        there = connection.exec_driver_sql(
            f"SELECT count(*) FROM volume WHERE {_WITHIN}", (place_id,)
        ).scalar_one()
        return Contents(volumes, there, copies, total)


def storage_place(connection: Connection, place_id: int) -> StoragePlace:
    """A place with its way, as a transaction sees it. Raises `NotThere`."""
    way, is_open, at = [], True, place_id
    while at:
        row = connection.exec_driver_sql(f"{_ALL} WHERE id = ?", (at,)).fetchone()
        if row is None:
            raise NotThere
        way.append(_facts(row))
        is_open, at = is_open and row[4] is None, row[3]
    return StoragePlace(tuple(reversed(way)), is_open)


def has_library(connection: Connection) -> bool:
    """Whether the body has a departmental library: some open place is for it."""
    asked = "SELECT 1 FROM place WHERE purpose = ? AND closed_on IS NULL"
    return connection.exec_driver_sql(asked, (Purpose.LIBRARY.value,)).first() is not None


def against_volume(row: VolumeRow, place: StoragePlace) -> list[Finding]:
    """What paragraph 57 has against keeping a volume in a place; nothing where its case has no mark."""
    return (
        law.suits(kept(row), place, what=volume_words(row.case_index, row.number)) if row.restricted else []
    )


def against_copies(connection: Connection, copy_ids: Sequence[int], place_id: int) -> list[Finding]:
    """What paragraph 57 has against keeping copies of publications in a place; of documents it says nothing."""
    place, library = storage_place(connection, place_id), has_library(connection)
    marks = ", ".join("?" * len(copy_ids))
    rows = connection.exec_driver_sql(_PUBLICATIONS.format(marks=marks), tuple(copy_ids)).fetchall()
    numbers = {key: RegistrationNumber(*parts).with_mark(language) for key, *parts, language in rows}
    found = [
        finding
        for number in numbers.values()
        for finding in law.suits(Kept.PUBLICATION, place, what=f"№ {number}", has_library=library)
    ]
    return list({(one.code, str(one.facts)): one for one in found}.values())


def kept(row: VolumeRow) -> Kept:
    """What a volume is, as far as the place it lies in is concerned."""
    if row.transferred_on is not None:
        return Kept.TRANSFERRED_CASE
    return Kept.CASE if row.closed_on is None and row.case_closed_on is None else Kept.FINISHED_CASE


def lies_in(connection: Connection, place_id: int) -> tuple[int, int]:
    """How many volumes and how many copies lie right in a place."""
    volumes, copies = _counted(connection, _VOLUMES), _counted(connection, _COPIES)
    return volumes.get(place_id, 0), copies.get(place_id, 0)


def _counted(connection: Connection, question: str) -> dict[int, int]:
    return {row[0]: row[1] for row in connection.exec_driver_sql(question)}


def _facts(row: Sequence[Any]) -> PlaceFacts:
    lockable, sealable = (None if value is None else bool(value) for value in row[5:7])
    return PlaceFacts(PlaceKind(row[1]), row[2], lockable, sealable, Purpose(row[7]))


def _walk(
    rows: Mapping[int, Sequence[Any]],
    within: int | None,
    way: tuple[PlaceFacts, ...],
    volumes: Mapping[int, int],
    copies: Mapping[int, int],
    *,
    is_open: bool = True,
) -> Iterator[StorageRow]:
    kinds = list(PlaceKind)
    inside = [row for row in rows.values() if row[3] == within]
    for row in sorted(inside, key=lambda row: (kinds.index(PlaceKind(row[1])), sort_key(row[2]))):
        key, here, still = row[0], (*way, _facts(row)), is_open and row[4] is None
        place = StoragePlace(here, still)
        yield StorageRow(key, within, here[-1], place, day(row[4]), volumes.get(key, 0), copies.get(key, 0))
        yield from _walk(rows, key, here, volumes, copies, is_open=still)
