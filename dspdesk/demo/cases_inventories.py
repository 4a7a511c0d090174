"""Sample inventories: one of a unit for last year, approved, with what of it went to the archive; cases in a safe."""

import random
from collections.abc import Sequence

from dspdesk.desk import Desk
from dspdesk.law.kinds import PlaceKind
from dspdesk.law.retention import Period as Kept
from dspdesk.law.storage import Purpose
from dspdesk.law.unit_inventory import LISTED, InventoryKind, Period, proposed_number
from dspdesk.procedures.case_transfer import HandOverCases, hand_over
from dspdesk.procedures.office import EnterPlace, enter_place
from dspdesk.procedures.unit_inventory import ApproveInventory, DrawUpInventory, approve, draw_up
from dspdesk.procedures.volume_storing import PutVolumes, put_volumes
from dspdesk.queries import cases, inventories
from dspdesk.queries.cases import VolumeRow
from dspdesk.queries.people import at_desk, people
from dspdesk.queries.units import units

_ARCHIVIST, _APPROVAL = "Омарова Д.С.", "протокол экспертной комиссии № 2"
_STORED = 4  # volumes of this year in the safe of their unit


def fill(desk: Desk, _chance: random.Random) -> None:
    """Without closed volumes of last year there is nothing to list, and nothing is made."""
    archive = _safe(desk, "Ведомственный архив", Purpose.ARCHIVE)
    office = _safe(desk, "Кабинет 310", Purpose.UNITS)
    open_now = [row.id for row in cases.volumes(desk) if row.closed_on is None][:_STORED]
    if open_now:
        put_volumes(desk, PutVolumes(volume_ids=tuple(open_now), place_id=office, on=desk.today()))
    if found := _most(desk):
        _list(desk, *found, archive)


def _safe(desk: Desk, room: str, purpose: Purpose) -> int:
    """A metal cabinet that locks and seals in a room for a purpose."""
    within = enter_place(desk, EnterPlace(kind=PlaceKind.ROOM, name=room, purpose=purpose))
    return enter_place(
        desk,
        EnterPlace(
            kind=PlaceKind.SAFE, name="Металлический шкаф № 1", within_id=within, lockable=True, sealable=True
        ),
    )


def _most(desk: Desk) -> tuple[int, Period, list[VolumeRow]] | None:
    """The unit and period with most closed volumes of last year."""
    year = desk.today().year - 1
    found = [
        (unit.id, period, inventories.listable(desk, InventoryKind.UNIT, period, year, unit.id))
        for unit in units(desk)
        for period in (Period.PERMANENT, Period.LONG, Period.SHORT)
    ]
    best = max(found, key=lambda one: len(one[2]), default=None)
    return best if best and best[2] else None


def _list(desk: Desk, unit_id: int, period: Period, rows: Sequence[VolumeRow], archive: int) -> None:
    index = next(unit.number_index for unit in units(desk) if unit.id == unit_id)
    year = desk.today().year - 1
    command = DrawUpInventory(
        kind=InventoryKind.UNIT,
        period=period,
        year=year,
        number=proposed_number(period, index, year, "ru"),
        dated=desk.today(),
        volume_ids=tuple(row.id for row in rows),
        form_id="sample-inventory",
        unit_id=unit_id,
    )
    key = draw_up(desk, command)
    approve(desk, ApproveInventory(inventory_id=key, on=desk.today(), approval=_APPROVAL))
    asked = LISTED[period] is not Kept.SHORT
    lines = [line for line in inventories.inventory(desk, key).standing if line.certified or not asked]
    if lines:
        archivist = next(person.id for person in people(desk) if person.name_ru == _ARCHIVIST)
        hand_over(
            desk,
            HandOverCases(
                inventory_id=key,
                line_ids=(lines[0].id,),
                on=desk.today(),
                given_by_id=at_desk(desk).employee_id,
                accepted_by_id=archivist,
                form_id="sample-transfer",
                place_id=archive,
            ),
        )
