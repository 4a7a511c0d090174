"""Cards taken out of abstract publications (paragraph 20)."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law.abstract_extraction import Publication, TakenOut, check
from dspdesk.law.kinds import JournalKind, NumberState

TODAY = dt.date(2026, 11, 18)
DAY = dt.timedelta(days=1)
WANTED = TakenOut(
    made_on=TODAY, cards="№ 14, 15", count=2, finding="не содержат", first_worker_id=1, second_worker_id=2
)
ABOUT = Publication(
    "9 ДСП",
    JournalKind.PUBLICATIONS,
    NumberState.ISSUED,
    TODAY - 5 * DAY,
    frozenset({1, 2, 3}),
    ((4, "Ким А."),),
)


def said(wanted: TakenOut = WANTED, about: Publication = ABOUT) -> list[tuple[str, str, str]]:
    return [(f.requirement, f.code, f.field) for f in check(wanted, about, TODAY)]


def test_two_different_workers_attest_what_holds_none():
    assert said() == []
    assert said(replace(WANTED, made_on=TODAY - 5 * DAY)) == []
    assert said(about=replace(ABOUT, registered_on=None)) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"cards": " "}, ("D20", "which_cards", "cards")),
        ({"count": None}, ("D20", "how_many_cards", "count")),
        ({"count": 0}, ("D20", "how_many_cards", "count")),
        ({"finding": ""}, ("D20", "holds_none_found", "finding")),
        ({"second_worker_id": None}, ("D20", "two_workers_sign", "second_worker_id")),
        ({"first_worker_id": None}, ("D20", "two_workers_sign", "first_worker_id")),
        ({"second_worker_id": 1}, ("D20", "two_different_workers", "second_worker_id")),
        ({"second_worker_id": 4}, ("D20", "not_of_the_service", "second_worker_id")),
        ({"made_on": None}, ("OWN", "day_needed", "made_on")),
        ({"made_on": TODAY + DAY}, ("OWN", "permit_ahead", "made_on")),
        ({"made_on": TODAY - 6 * DAY}, ("OWN", "taken_out_too_early", "made_on")),
    ],
)
def test_what_is_refused(changes, found):
    assert said(replace(WANTED, **changes)) == [found]


@pytest.mark.parametrize("journal", [kind for kind in JournalKind if kind is not JournalKind.PUBLICATIONS])
def test_of_documents_no_cards_are_taken(journal):
    assert said(about=replace(ABOUT, journal=journal)) == [("D20", "not_a_publication", "item_id")]


@pytest.mark.parametrize("state", [state for state in NumberState if state is not NumberState.ISSUED])
def test_of_what_is_not_registered_none_are_taken(state):
    assert said(about=replace(ABOUT, state=state)) == [("D19", "permit_not_registered", "item_id")]
