"""Volumes and publications in storage places on a real store: what paragraph 57 warns of and refuses."""

import datetime as dt

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import JournalKind, PlaceKind
from dspdesk.law.storage import Purpose
from dspdesk.procedures import movements, office
from dspdesk.procedures.movements import Store
from dspdesk.procedures.volume_storing import PutVolumes, put_volumes
from dspdesk.queries import cases, storage
from dspdesk.queries.whereabouts import copies_of
from tests import factories
from tests.factories import TODAY


def codes(told) -> list[str]:
    return [finding.code for finding in told.value.findings]


def put(desk: Desk, place: int, *volumes: int, **changes) -> int:
    return put_volumes(
        desk, PutVolumes(**({"volume_ids": volumes, "place_id": place, "on": TODAY} | changes))
    )


def test_a_closed_volume_lies_in_a_safe_of_its_unit(empty_desk: Desk) -> None:
    volume, place = factories.closed_volume(empty_desk), factories.storage_place(empty_desk)
    put(empty_desk, place, volume)
    row = cases.volume(empty_desk, volume).row
    assert (row.place_id, row.place.endswith("сейф 2")) == (place, True)
    (safe,) = [one for one in storage.places(empty_desk) if one.id == place]
    assert (safe.volumes, safe.copies) == (1, 0)
    room = safe.within_id
    assert [one.id for one in storage.contents(empty_desk, room).volumes] == [volume]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"purpose": Purpose.ARCHIVE}, "finished_case_elsewhere"),
        ({"lockable": False}, "cabinet_not_locked"),
        ({"sealable": None}, "cabinet_not_said"),
    ],
)
def test_another_place_needs_a_reason(empty_desk: Desk, said, code) -> None:
    volume, place = factories.closed_volume(empty_desk), factories.storage_place(empty_desk, **said)
    with pytest.raises(NeedsReason) as told:
        put(empty_desk, place, volume)
    assert codes(told) == [code]
    assert cases.volume(empty_desk, volume).row.place_id is None
    put(empty_desk, place, volume, reason="ремонт кабинета")
    assert cases.volume(empty_desk, volume).row.place_id == place


def test_of_several_volumes_all_or_none_and_the_place_is_spoken_of_once(empty_desk: Desk) -> None:
    first = factories.closed_volume(empty_desk)
    second = factories.closed_volume(empty_desk, case_index="01-04")
    place = factories.storage_place(empty_desk, purpose=Purpose.AUXILIARY, lockable=None)
    with pytest.raises(Refused) as told:
        put(empty_desk, place, first, second)
    assert codes(told) == ["case_in_auxiliary", "case_in_auxiliary"]
    assert cases.volume(empty_desk, first).row.place_id is None
    other = factories.storage_place(empty_desk, lockable=None)
    with pytest.raises(NeedsReason) as told:
        put(empty_desk, other, first, second)
    assert codes(told) == ["cabinet_not_said"]


def test_an_unclassified_case_may_lie_anywhere_open(empty_desk: Desk) -> None:
    volume = factories.closed_volume(empty_desk, restricted=False)
    room = office.enter_place(empty_desk, office.EnterPlace(kind=PlaceKind.ROOM, name="каб. 1"))
    put(empty_desk, room, volume)
    assert cases.volume(empty_desk, volume).row.place_id == room


def test_days_are_in_their_order(empty_desk: Desk) -> None:
    volume, place = factories.closed_volume(empty_desk), factories.storage_place(empty_desk)
    for day, code in (
        (TODAY + dt.timedelta(1), "moved_ahead"),
        (TODAY - dt.timedelta(1), "volume_put_before"),
    ):
        with pytest.raises(Refused) as told:
            put(empty_desk, place, volume, on=day)
        assert codes(told) == [code]


def test_a_place_with_a_volume_in_it_is_not_closed(empty_desk: Desk) -> None:
    volume, place = factories.closed_volume(empty_desk), factories.storage_place(empty_desk)
    put(empty_desk, place, volume)
    close = office.ClosePlace(place_id=place, reason="сдан")
    with pytest.raises(Refused) as told:
        office.close_place(empty_desk, close)
    assert codes(told) == ["place_keeps"]
    put(empty_desk, factories.storage_place(empty_desk), volume)
    office.close_place(empty_desk, close)
    with pytest.raises(Refused) as told:
        put(empty_desk, place, volume)
    assert codes(told) == ["storage_closed"]


def stored(desk: Desk, item: int, place: int, **changes) -> None:
    copies = tuple(row.id for row in copies_of(desk, item))
    movements.store(desk, Store(copy_ids=copies, place_id=place, on=TODAY, **changes))


def test_publications_lie_in_the_library_and_never_in_the_auxiliary_collection(empty_desk: Desk) -> None:
    item = factories.registered(
        empty_desk, journal=JournalKind.PUBLICATIONS, kind="Издание", summary="Сборник"
    ).id
    library = factories.storage_place(empty_desk, purpose=Purpose.LIBRARY)
    with pytest.raises(Refused) as told:
        stored(
            empty_desk, item, factories.storage_place(empty_desk, purpose=Purpose.AUXILIARY), reason="тесно"
        )
    assert codes(told) == ["publication_in_auxiliary"]
    with pytest.raises(NeedsReason) as told:
        stored(empty_desk, item, factories.storage_place(empty_desk))
    assert codes(told) == ["publication_not_in_library"]
    assert all(row.holder == "" for row in copies_of(empty_desk, item))
    stored(empty_desk, item, library)
    assert storage.contents(empty_desk, library).total == 2


def test_documents_of_other_journals_lie_where_the_service_likes(empty_desk: Desk) -> None:
    item = factories.registered(empty_desk).id
    place = factories.storage_place(empty_desk, lockable=None)
    stored(empty_desk, item, place)
    assert storage.contents(empty_desk, place).total == 2
