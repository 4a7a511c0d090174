"""Rules of the directory of the body."""

import datetime as dt

import pytest

from dspdesk.law import office as law
from dspdesk.law.findings import Weight
from dspdesk.law.kinds import PlaceKind

TODAY = dt.date(2026, 11, 18)
ROOM, SAFE, SHELF = PlaceKind


def code(finding):
    if finding is not None:
        assert (finding.requirement, finding.weight) == ("OWN", Weight.REFUSE)
    return finding and finding.code


@pytest.mark.parametrize(
    ("name", "found"), [("Кабинет 312", None), ("", "name_needed"), (" \n", "name_needed")]
)
def test_a_thing_has_a_name(name, found):
    assert code(law.named(name, "name")) == found


@pytest.mark.parametrize(
    ("kk", "ru", "found"),
    [("Министрлік", "", None), ("", "Министерство", None), ("а", "б", None), (" ", "", "name_needed")],
)
def test_a_correspondent_has_a_name_in_one_language_at_least(kk, ru, found):
    assert code(law.named_somehow(kk, ru)) == found


def test_names_side_by_side_differ():
    assert law.name_free("Сейф 1", taken=False) is None
    finding = law.name_free(" Сейф 1 ", taken=True)
    assert (code(finding), finding.facts) == ("name_taken", {"name": "Сейф 1"})


@pytest.mark.parametrize(
    ("day", "differs", "last", "found"),
    [
        (None, False, None, None),
        (None, True, None, None),
        (TODAY, True, None, None),
        (TODAY, False, None, "name_not_changed"),
        (TODAY + dt.timedelta(days=1), True, None, "renamed_ahead"),
        (TODAY, True, TODAY - dt.timedelta(days=1), None),
        (TODAY, True, TODAY, "renamed_before_last"),
        (TODAY - dt.timedelta(days=1), True, TODAY, "renamed_before_last"),
    ],
)
def test_a_new_name_is_borne_from_a_day_on(day, differs, last, found):
    assert code(law.renamed(day, name_differs=differs, last=last, today=TODAY)) == found


@pytest.mark.parametrize(
    ("kind", "allowed"), [(ROOM, (None,)), (SAFE, (ROOM,)), (SHELF, (ROOM, SAFE))], ids=str
)
@pytest.mark.parametrize("within", [None, ROOM, SAFE, SHELF], ids=str)
def test_in_what_a_place_lies(kind, allowed, within):
    expected = None if within in allowed else f"{kind.value}_elsewhere"
    assert code(law.lies_in(kind, within)) == expected


def test_a_place_that_holds_places_is_not_closed():
    assert law.place_empty("Кабинет 312", 0) is None
    finding = law.place_empty("Кабинет 312", 2)
    assert (code(finding), finding.facts) == ("place_holds", {"name": "Кабинет 312", "count": 2})


def test_a_closed_place_takes_nothing():
    assert law.place_open("Сейф 1", closed=False) is None
    assert code(law.place_open("Сейф 1", closed=True)) == "place_closed"


@pytest.mark.parametrize(
    ("tenths", "found"),
    [(0, None), (200, None), (-200, None), (201, "offset_too_far"), (-201, "offset_too_far")],
)
def test_an_offset_is_at_most_twenty_millimetres(tenths, found):
    assert code(law.offset_within(tenths, "offset_x")) == found


def test_a_body_stands_in_the_directory_once():
    assert law.not_known("Минфин", known=False, field="name_ru") is None
    assert code(law.not_known("Минфин", known=True, field="name_ru")) == "correspondent_known"


def test_a_correspondent_is_not_joined_to_itself():
    assert law.not_itself(3, 4) is None
    assert code(law.not_itself(3, 3)) == "merge_itself"


def test_what_was_joined_is_not_joined_again():
    assert law.not_merged("Минфин", merged=False, field="into_id") is None
    assert code(law.not_merged("Минфин", merged=True, field="into_id")) == "merged_already"


def test_the_one_kept_takes_what_it_lacks():
    kept = {"name_kk": "", "name_ru": "Минфин", "foreign": False}
    duplicate = {"name_kk": "Қаржыминi", "name_ru": "МФ", "foreign": False}
    assert law.taken_over(kept, duplicate) == {"name_kk": "Қаржыминi"}
