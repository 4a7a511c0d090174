"""Inventories of cases: the register of them, one in full, what may be listed, what was handed to the archive."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law import unit_inventory as law
from dspdesk.law.retention import Retention
from dspdesk.law.roles import Action
from dspdesk.law.unit_inventory import InventoryKind, Period
from dspdesk.queries.cases import VolumeRow, rows_of
from dspdesk.queries.filed import OF_THIS_VOLUME, VOID, volume_words
from dspdesk.queries.item import day
from dspdesk.store.errors import NotThere


@dataclass(frozen=True, slots=True)
class InventoryRow:
    """An inventory of the register; `lines` are those that stand, `transferred` how many of them were handed over."""

    id: int
    kind: InventoryKind
    period: Period
    unit_id: int | None
    unit_kk: str
    unit_ru: str
    year: int
    number: str
    dated: dt.date
    made_by_id: int | None
    made_by_kk: str
    made_by_ru: str
    approved_on: dt.date | None
    approval: str
    lines: int
    transferred: int

    def unit(self, language: str = "") -> str:
        """The unit in a language, else that of the person; '' of a consolidated one."""
        return self.unit_kk if (language or str(current_language())) == "kk" else self.unit_ru

    def made_by(self, language: str = "") -> str:
        """Who drew it up, in a language, else that of the person."""
        return self.made_by_kk if (language or str(current_language())) == "kk" else self.made_by_ru


@dataclass(frozen=True, slots=True)
class ListedVolume:
    """A line: the volume, its number on the inventory (none while it is struck out of a draft), what it states.

    `now` is what it would state today: the sheets are those of the certification sheet where one stands. `states` is
    what it stated when the inventory was approved; of a draft that is the same.
    """

    id: int
    ordinal: int
    volume: VolumeRow
    now: law.Stated
    states: law.Stated
    certified: bool
    notes: str
    struck_on: dt.date | None
    transferred_on: dt.date | None

    @property
    def stands(self) -> bool:
        """Whether it was not struck out."""
        return self.struck_on is None


@dataclass(frozen=True, slots=True)
class TransferRow:
    """A transfer: who handed over, who accepted, where the cases went, how many.

    `lines` are those that stand, `struck` with its day those that were entered by mistake.
    """

    id: int
    on: dt.date
    given_by_id: int
    given_kk: str
    given_ru: str
    accepted_by_id: int
    accepted_kk: str
    accepted_ru: str
    place: str
    notes: str
    lines: tuple[int, ...]
    struck: tuple[tuple[int, dt.date], ...] = ()

    def given(self, language: str = "") -> str:
        """Who handed over, in a language, else that of the person."""
        return self.given_kk if (language or str(current_language())) == "kk" else self.given_ru

    def accepted(self, language: str = "") -> str:
        """Who accepted, in a language, else that of the person."""
        return self.accepted_kk if (language or str(current_language())) == "kk" else self.accepted_ru


@dataclass(frozen=True, slots=True)
class InventoryDetails:
    """An inventory in full, its lines in the order of their numbers."""

    row: InventoryRow
    lines: tuple[ListedVolume, ...]
    transfers: tuple[TransferRow, ...]

    @property
    def standing(self) -> tuple[ListedVolume, ...]:
        """The lines that were not struck out."""
        return tuple(line for line in self.lines if line.stands)


_ROWS = """
    SELECT inventory.id, inventory.kind, inventory.period, inventory.unit_id, unit.name_kk, unit.name_ru,
           inventory.year, inventory.number, inventory.dated, inventory.made_by_id, employee.name_kk,
           employee.name_ru, inventory.approved_on, inventory.approval,
           (SELECT count(*) FROM inventory_line WHERE inventory_id = inventory.id AND struck_on IS NULL),
           (SELECT count(*) FROM transfer_line JOIN inventory_line ON inventory_line.id = transfer_line.line_id
            WHERE inventory_line.inventory_id = inventory.id AND transfer_line.struck_on IS NULL)
    FROM inventory LEFT JOIN unit ON unit.id = inventory.unit_id
    LEFT JOIN employee ON employee.id = inventory.made_by_id
    WHERE {which} ORDER BY inventory.year DESC, inventory.kind DESC, inventory.id DESC
"""
_LINES = f"""
    SELECT line.id, line.ordinal, line.volume_id, sheet.numbered, sheet.inventory_sheets, line.notes, line.struck_on,
           transfer.handed_over_on, line.stated_heading_kk, line.stated_heading_ru, line.stated_retention,
           line.stated_volume, line.stated_restricted, line.stated_first_day, line.stated_last_day,
           line.stated_sheets, line.stated_inventory_sheets
    FROM inventory_line AS line
    LEFT JOIN certification_sheet AS sheet ON sheet.id = (
        SELECT max(sheet.id) FROM certification_sheet AS sheet
        WHERE sheet.volume_id = line.volume_id AND {OF_THIS_VOLUME})
    LEFT JOIN transfer_line ON transfer_line.line_id = line.id AND transfer_line.struck_on IS NULL
    LEFT JOIN transfer ON transfer.id = transfer_line.transfer_id
    WHERE line.inventory_id = ? ORDER BY line.ordinal < 1, line.ordinal
"""
_TRANSFERS = """
    SELECT transfer.id, transfer.handed_over_on, given.id, given.name_kk, given.name_ru, accepted.id,
           accepted.name_kk, accepted.name_ru,
           coalesce(room.name || ', ', '') || coalesce(safe.name || ', ', '') || place.name, transfer.notes
    FROM transfer JOIN employee AS given ON given.id = transfer.given_by_id
    JOIN employee AS accepted ON accepted.id = transfer.accepted_by_id
    LEFT JOIN place ON place.id = transfer.place_id
    LEFT JOIN place AS safe ON safe.id = place.within_id LEFT JOIN place AS room ON room.id = safe.within_id
    WHERE transfer.inventory_id = ? ORDER BY transfer.id
"""
_TRANSFER_LINES = "SELECT line_id, struck_on FROM transfer_line WHERE transfer_id = ? ORDER BY id"
#: On which inventory of a kind a volume stands.
_LISTED_ON = """
    SELECT inventory.number FROM inventory_line JOIN inventory ON inventory.id = inventory_line.inventory_id
    WHERE inventory_line.volume_id = ? AND inventory_line.struck_on IS NULL AND inventory.kind = ?
"""
_FREE = f"""
    volume.closed_on IS NOT NULL AND NOT {VOID} AND NOT EXISTS (
        SELECT 1 FROM inventory_line JOIN inventory ON inventory.id = inventory_line.inventory_id
        WHERE inventory_line.volume_id = volume.id AND inventory_line.struck_on IS NULL AND inventory.kind = ?)
"""
#: Of a year, or still taken on after it: which of them ended in the year is asked by `law.unit_inventory`.
_OF_YEAR = "(plan_entry.year = ? OR case_file.carry_over)"
#: Listed by their units, in the order of the units' inventories.
_APPROVED = """
    SELECT line.volume_id FROM inventory_line AS line JOIN inventory ON inventory.id = line.inventory_id
    WHERE inventory.kind = 'unit' AND inventory.approved_on IS NOT NULL AND line.struck_on IS NULL
      AND inventory.year = ? AND inventory.period = ? ORDER BY inventory.unit_id, inventory.id, line.ordinal
"""


def inventories(desk: Desk) -> list[InventoryRow]:
    """All inventories, those of the latest year first."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return [_row(row) for row in connection.exec_driver_sql(_ROWS.format(which="1"))]


def inventory(desk: Desk, inventory_id: int) -> InventoryDetails:
    """One inventory in full. Raises `NotThere`."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return details_of(connection, inventory_id)


def listable(
    desk: Desk, kind: InventoryKind, period: Period, year: int, unit_id: int | None
) -> list[VolumeRow]:
    """The volumes that an inventory may list, in the order in which it lists them."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return listable_of(connection, law.Wanted(kind=kind, period=period, year=year, unit_id=unit_id))


def most_waiting(desk: Desk, year: int) -> tuple[int, Period] | None:
    """The unit and the period of which most closed volumes of a year wait for the inventory of their unit."""
    desk.authorize(Action.READ_CASES)
    kind = InventoryKind.UNIT
    with desk.reading() as connection:
        free = rows_of(connection, f"{_FREE} AND {_OF_YEAR}", (kind.value, year))
    waiting = Counter(
        (row.unit_id, period)
        for row in free
        for period in (Period.PERMANENT, Period.LONG)
        if not law.may_list(
            to_list(row), law.Wanted(kind=kind, period=period, year=year, unit_id=row.unit_id)
        )
    )
    return next((found for found, _count in waiting.most_common(1)), None)


def listable_of(connection: Connection, wanted: law.Wanted) -> list[VolumeRow]:
    """The same within a transaction: closed volumes of a unit; for a consolidated one what units have approved."""
    if wanted.kind is InventoryKind.CONSOLIDATED:
        which = f"{_FREE} AND volume.id IN ({_APPROVED})"
        values = (wanted.kind.value, wanted.year, wanted.period.value)
        return in_order(connection, wanted, rows_of(connection, which, values))
    which = f"{_FREE} AND {_OF_YEAR} AND plan_entry.unit_id = ?"
    free = rows_of(connection, which, (wanted.kind.value, wanted.year, wanted.unit_id))
    return [row for row in in_order(connection, wanted, free) if not law.may_list(to_list(row), wanted)]


def in_order(connection: Connection, wanted: law.Wanted, rows: Sequence[VolumeRow]) -> list[VolumeRow]:
    """Volumes in the order of their numbers on an inventory: by index; consolidated as the units list them.

    What no unit has on an approved inventory is left aside of a consolidated one.
    """
    if wanted.kind is InventoryKind.UNIT:
        return sorted(rows, key=lambda row: (row.year, row.case_index, row.case_id, row.number))
    listed = connection.exec_driver_sql(_APPROVED, (wanted.year, wanted.period.value)).scalars()
    places = {key: at for at, key in enumerate(listed)}
    return sorted((row for row in rows if row.id in places), key=lambda row: places[row.id])


def to_list(row: VolumeRow, listed_on: str = "") -> law.ToList:
    """A volume as the rules of listing see it."""
    return law.ToList(
        words=volume_words(row.case_index, row.number),
        unit_id=row.unit_id,
        year=law.ended_in(row.year, row.last_day, carry_over=row.carry_over),
        period=row.retention.period,
        closed=row.closed_on is not None,
        listed_on=listed_on,
    )


def listed_on(connection: Connection, volume_id: int, kind: InventoryKind) -> str:
    """The number of the inventory of a kind on which a volume stands, '' of none."""
    found = connection.exec_driver_sql(_LISTED_ON, (volume_id, kind.value)).scalar()
    return str(found or "")


def details_of(connection: Connection, inventory_id: int) -> InventoryDetails:
    """One inventory as a transaction sees it. Raises `NotThere`."""
    found = connection.exec_driver_sql(_ROWS.format(which="inventory.id = ?"), (inventory_id,)).fetchone()
    if found is None:
        raise NotThere
    lines = connection.exec_driver_sql(_LINES, (inventory_id,)).fetchall()
    which = "volume.id IN (SELECT volume_id FROM inventory_line WHERE inventory_id = ?)"
    volumes = {row.id: row for row in rows_of(connection, which, (inventory_id,))}
    transfers = connection.exec_driver_sql(_TRANSFERS, (inventory_id,)).fetchall()
    return InventoryDetails(
        _row(found),
        tuple(_line(line, volumes[line[2]]) for line in lines),
        tuple(_transfer(connection, row) for row in transfers),
    )


def _row(row: Sequence[Any]) -> InventoryRow:
    values: list[Any] = [
        row[0],
        InventoryKind(row[1]),
        Period(row[2]),
        row[3],
        row[4] or "",
        row[5] or "",
        *row[6:8],
        dt.date.fromisoformat(row[8]),
        row[9],
        row[10] or "",
        row[11] or "",
        day(row[12]),
        *row[13:16],
    ]
    return InventoryRow(*values)


def _line(row: Sequence[Any], volume: VolumeRow) -> ListedVolume:
    now = _now(volume, row[3], row[4])
    return ListedVolume(
        id=row[0],
        ordinal=max(row[1], 0),
        volume=volume,
        now=now,
        states=_stated(row[8:]) or now,
        certified=row[3] is not None,
        notes=row[5],
        struck_on=day(row[6]),
        transferred_on=day(row[7]),
    )


def _now(row: VolumeRow, sheets: int | None, inventory_sheets: int | None) -> law.Stated:
    return law.Stated(
        heading_kk=row.heading_kk,
        heading_ru=row.heading_ru,
        retention=row.retention,
        volume=row.number if row.volumes > 1 else None,
        restricted=row.restricted,
        first_day=row.first_day or row.opened_on,
        last_day=row.last_day or row.closed_on or row.opened_on,
        sheets=row.sheets if sheets is None else sheets,
        inventory_sheets=inventory_sheets or 0,
    )


def _stated(row: Sequence[Any]) -> law.Stated | None:
    """What was stated at the approval; none of a draft, nor of what was approved before it was kept."""
    kk, ru, period, volume, restricted, first, last, sheets, inventory_sheets = row
    if sheets is None:
        return None
    kept = Retention.parse(period)
    assert kept is not None  # noqa: S101 - it was written by `Retention.words`
    return law.Stated(
        heading_kk=kk,
        heading_ru=ru,
        retention=kept,
        volume=volume,
        restricted=bool(restricted),
        first_day=dt.date.fromisoformat(first),
        last_day=dt.date.fromisoformat(last),
        sheets=sheets,
        inventory_sheets=inventory_sheets,
    )


def _transfer(connection: Connection, row: Sequence[Any]) -> TransferRow:
    lines = connection.exec_driver_sql(_TRANSFER_LINES, (row[0],)).fetchall()
    values: list[Any] = [
        row[0],
        dt.date.fromisoformat(row[1]),
        *row[2:8],
        row[8] or "",
        row[9],
        tuple(key for key, struck_on in lines if struck_on is None),
        tuple((key, dt.date.fromisoformat(struck_on)) for key, struck_on in lines if struck_on is not None),
    ]
    return TransferRow(*values)
