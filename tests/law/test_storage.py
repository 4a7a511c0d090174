"""Where restricted cases and publications are kept (paragraph 57): every purpose, every lock, the whole way."""

import datetime as dt

import pytest

from dspdesk.language.catalogue import Language
from dspdesk.language.sentences import sentence
from dspdesk.law import storage as law
from dspdesk.law.findings import Weight
from dspdesk.law.kinds import PlaceKind
from dspdesk.law.storage import Kept, PlaceFacts, Purpose, StoragePlace

DAY = dt.date(2026, 11, 18)


def place(*purposes: Purpose, lockable=True, sealable=True, safe=True) -> StoragePlace:
    """A shelf in a safe in a room (without the safe: in the room), each for a purpose."""
    room, inner, shelf = (*purposes, *[Purpose.UNITS] * 3)[:3]
    way = [PlaceFacts(PlaceKind.ROOM, "каб. 12", purpose=room)]
    if safe:
        way.append(PlaceFacts(PlaceKind.SAFE, "сейф 2", lockable, sealable, inner))
    return StoragePlace((*way, PlaceFacts(PlaceKind.SHELF, "полка 1", purpose=shelf)))


def codes(kept: Kept, at: StoragePlace, **changes) -> list[str]:
    found = law.suits(kept, at, what="01-03, т. 2", **changes)
    assert all(finding.field == "place_id" for finding in found)
    return [finding.code for finding in found]


FITTING = {
    Kept.CASE: Purpose.UNITS,
    Kept.FINISHED_CASE: Purpose.UNITS,
    Kept.TRANSFERRED_CASE: Purpose.ARCHIVE,
    Kept.PUBLICATION: Purpose.LIBRARY,
}
ELSEWHERE = {
    Kept.FINISHED_CASE: "finished_case_elsewhere",
    Kept.TRANSFERRED_CASE: "transferred_case_elsewhere",
    Kept.PUBLICATION: "publication_not_in_library",
}


@pytest.mark.parametrize("kept", Kept)
@pytest.mark.parametrize("purpose", Purpose)
def test_each_thing_lies_where_paragraph_57_says(kept: Kept, purpose: Purpose):
    found = law.suits(kept, place(purpose), what="01-03, т. 2")
    if purpose is Purpose.AUXILIARY:
        (finding,) = found
        assert finding.weight is Weight.REFUSE
        assert finding.requirement == ("D57" if kept is Kept.PUBLICATION else "OWN")
    elif purpose is FITTING[kept] or kept is Kept.CASE:
        assert found == []
    else:
        (finding,) = found
        assert (finding.code, finding.weight) == (ELSEWHERE[kept], Weight.WARN)


@pytest.mark.parametrize("purpose", [Purpose.UNITS, Purpose.ARCHIVE, Purpose.LIBRARY])
def test_without_a_library_publications_lie_in_the_archive(purpose: Purpose):
    said = codes(Kept.PUBLICATION, place(purpose), has_library=False)
    assert said == ([] if purpose is Purpose.ARCHIVE else ["publication_not_in_archive"])


@pytest.mark.parametrize("lockable", [True, False, None])
@pytest.mark.parametrize("sealable", [True, False, None])
def test_a_cabinet_locks_and_seals(lockable, sealable):
    said = codes(Kept.CASE, place(lockable=lockable, sealable=sealable))
    if lockable and sealable:
        assert said == []
    else:
        assert said == ["cabinet_not_locked" if False in {lockable, sealable} else "cabinet_not_said"]


def test_a_shelf_in_a_room_is_no_cabinet():
    assert codes(Kept.CASE, place(safe=False)) == ["place_not_cabinet"]


def test_the_nearest_word_on_the_way_says_what_a_place_is_for():
    assert place(Purpose.ARCHIVE).purpose is Purpose.ARCHIVE
    assert place(Purpose.ARCHIVE, Purpose.LIBRARY).purpose is Purpose.LIBRARY
    assert place(Purpose.LIBRARY, Purpose.UNITS, Purpose.AUXILIARY).purpose is Purpose.AUXILIARY
    assert place().words == "каб. 12, сейф 2, полка 1"


def test_nothing_is_put_into_a_closed_place_or_on_a_day_to_come():
    closed = StoragePlace(place().way, is_open=False)
    assert law.still_open(place()) is None
    assert law.still_open(closed).code == "storage_closed"
    assert law.put_in_order("т. 2", DAY, DAY, DAY) is None
    assert law.put_in_order("т. 2", DAY + dt.timedelta(1), DAY, None).code == "moved_ahead"
    assert law.put_in_order("т. 2", DAY - dt.timedelta(1), DAY, DAY).code == "volume_put_before"


@pytest.mark.parametrize(("volumes", "copies"), [(0, 0), (1, 0), (0, 2)])
def test_a_place_that_keeps_something_is_not_closed(volumes, copies):
    finding = law.emptied("сейф 2", volumes, copies)
    assert (finding is None) == (volumes + copies == 0)


@pytest.mark.parametrize("language", Language)
def test_every_finding_has_its_sentence(language):
    bad = place(Purpose.AUXILIARY, lockable=False)
    some = [*law.suits(Kept.PUBLICATION, bad, what="№ 5"), *law.suits(Kept.CASE, bad, what="01-03")]
    some += [law.emptied("сейф 2", 1, 2), law.something_to_put(())]
    for finding in some:
        assert sentence(finding.code, finding.facts, language)
