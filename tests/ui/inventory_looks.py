"""The screens of inventories, of the transfer to the archive, of storage places and labels, as they are looked at."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from dspdesk.desk import Desk
from dspdesk.law.barcode import Kind
from dspdesk.law.kinds import PlaceKind
from dspdesk.law.storage import Purpose
from dspdesk.procedures import case_transfer, office, volume_storing
from dspdesk.queries import inventories, storage
from dspdesk.queries.inventories import InventoryRow
from dspdesk.queries.office import places
from dspdesk.queries.storage import StorageRow
from dspdesk.ui.handover.ticks import TickGroup, TickRow
from dspdesk.ui.inventories.drawing_up import DrawingUpForm
from dspdesk.ui.inventories.forms import AddingForm, ApprovingForm, StrikingForm
from dspdesk.ui.inventories.place import InventoriesPlace
from dspdesk.ui.inventories.transferring import TransferForm, TransferMistakeForm
from dspdesk.ui.office.rooms import PlaceForm
from dspdesk.ui.storage.labels import LabelsForm
from dspdesk.ui.storage.place import StoragePlaces
from dspdesk.ui.storage.putting import PutHereForm
from tests import factories, hands
from tests.factories import TODAY
from tests.ui.conftest import Asked


def _volumes(desk: Desk) -> list[int]:
    return [
        factories.closed_volume(desk, case_index=index, restricted=index != "01-05")
        for index in ("01-04", "01-05", "01-06")
    ]


def _row(desk: Desk, *volumes: int, **changes: Any) -> InventoryRow:
    factories.inventory(desk, *volumes, **changes)
    return inventories.inventories(desk)[0]


def _listed(desk: Desk, **changes: Any) -> InventoryRow:
    """An inventory of two volumes; a third one waits."""
    return _row(desk, *_volumes(desk)[:2], **changes)


def _kept(desk: Desk) -> StorageRow:
    """A safe with a volume in it, another volume without a place, a room of the archive."""
    first, _second, _third = _volumes(desk)
    room = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.ROOM, name="каб. 214"))
    safe = office.enter_place(
        desk,
        office.EnterPlace(kind=PlaceKind.SAFE, name="сейф 2", within_id=room, lockable=True, sealable=True),
    )
    office.enter_place(
        desk, office.EnterPlace(kind=PlaceKind.ROOM, name="хранилище", purpose=Purpose.ARCHIVE)
    )
    volume_storing.put_volumes(desk, volume_storing.PutVolumes(volume_ids=(first,), place_id=safe, on=TODAY))
    return next(row for row in storage.places(desk) if row.id == safe)


def _inventories(desk: Desk) -> QWidget:
    """A draft, and an inventory handed over in part with a line struck out."""
    first, second, third = _volumes(desk)
    row = _row(desk, first, second, approved=True)
    archivist = factories.archivist(desk)
    case_transfer.hand_over(
        desk,
        case_transfer.HandOverCases(
            inventory_id=row.id, line_ids=(inventories.inventory(desk, row.id).lines[0].id,), on=TODAY,
            given_by_id=1, accepted_by_id=archivist, form_id="a",
        ),
    )  # fmt: skip
    _row(desk, third, number="07в-26-2")
    return _at(InventoriesPlace(desk, Asked().services()), row.id)


def _storage(desk: Desk) -> QWidget:
    row = _kept(desk)
    return _at(StoragePlaces(desk, Asked().services()), row.id)


def _at(place: Any, key: int) -> QWidget:
    place.resize(1400, 700)
    place.refresh()
    hands.wait_until(place.loaded, "the rows")
    place.show_row(key)
    hands.wait_until(place.loaded, "the row")
    hands.pause(50)
    return place


def _drawing_up(desk: Desk) -> QWidget:
    _volumes(desk)
    form = DrawingUpForm(desk, None)
    form.year.show_value(TODAY.year)
    form.show_most()
    return form


def _mistaken_transfer(desk: Desk) -> QWidget:
    """Two cases handed over, of which one was not."""
    first, second, _third = _volumes(desk)
    row = _row(desk, first, second, approved=True)
    lines = tuple(line.id for line in inventories.inventory(desk, row.id).lines)
    case_transfer.hand_over(
        desk,
        case_transfer.HandOverCases(
            inventory_id=row.id, line_ids=lines, on=TODAY, given_by_id=1,
            accepted_by_id=factories.archivist(desk), form_id="a",
        ),
    )  # fmt: skip
    form = TransferMistakeForm(desk, None, row)
    form.lines.show_value(lines[1:])
    form.mistake.setText("передана не та связка")
    return form


def _refused_transfer(desk: Desk) -> QWidget:
    """A case without a certification sheet."""
    volume = factories.closed_volume(desk, case_index="01-04", certified=False)
    form = TransferForm(desk, None, _row(desk, volume, approved=True))
    form.accepted_by.setText("Омарова Д.С.")
    factories.archivist(desk)
    form.accepted_by.show_day(TODAY)
    form.go_on()
    return form


def _place_card(desk: Desk) -> QWidget:
    key = _kept(desk).id
    row = next(one for one in places(desk) if one.id == key)
    return PlaceForm(desk, None, row.kind, None, row)


def _labels(desk: Desk) -> QWidget:
    rows = [TickRow(key, f"01-0{key}") for key in (1, 2, 3)]
    return LabelsForm(desk, None, Kind.VOLUME, [TickGroup("", rows)])


def _loaded(form: PutHereForm) -> PutHereForm:
    hands.wait_until(form.loaded, "the volumes")
    return form


def _warned_putting(desk: Desk) -> QWidget:
    """A finished volume put into the archive."""
    _kept(desk)
    archive = next(row for row in storage.places(desk) if row.own.purpose is Purpose.ARCHIVE)
    form = _loaded(PutHereForm(desk, None, archive))
    form.volumes.show_value((1, 2))
    form.go_on()
    return form


DIALOGS: dict[str, Callable[[Desk], QWidget]] = {
    "inventories": _inventories,
    "inventories_empty": lambda desk: _at(InventoriesPlace(desk, Asked().services()), 0),
    "inventory_drawing_up": _drawing_up,
    "inventory_adding": lambda desk: AddingForm(desk, None, _listed(desk)),
    "inventory_striking": lambda desk: StrikingForm(desk, None, _listed(desk, approved=True)),
    "inventory_approving": lambda desk: ApprovingForm(desk, None, _listed(desk)),
    "inventory_transfer": lambda desk: TransferForm(desk, None, _listed(desk, approved=True)),
    "inventory_transfer_refused": _refused_transfer,
    "inventory_transfer_mistake": _mistaken_transfer,
    "storage": _storage,
    "storage_empty": lambda desk: _at(StoragePlaces(desk, Asked().services()), 0),
    "storage_putting": lambda desk: _loaded(PutHereForm(desk, None, _kept(desk))),
    "storage_putting_warned": _warned_putting,
    "storage_place_card": _place_card,
    "shelf_labels": _labels,
}
