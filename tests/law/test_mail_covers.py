"""Covers kept, sent back, or closed for their addressee."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import mail_covers as law
from dspdesk.law.kinds import ItemState
from tests.law.packages import DAY, HERE, codes


@pytest.mark.parametrize(
    ("kept", "states", "unregistered", "returned", "expected"),
    [
        (False, [ItemState.DESTROYED], 0, False, ["cover_not_kept"]),
        (True, [ItemState.DESTROYED], 0, False, []),
        (True, [ItemState.SENT_BACK], 0, False, []),
        (
            True,
            [ItemState.SEIZED],
            0,
            False,
            ["cover_before_document"],
        ),  # it was seized, and is not destroyed
        (True, [ItemState.DESTROYED, ItemState.IN_CASE], 0, False, ["cover_before_document"]),
        (True, [ItemState.CARRIED_OVER], 0, False, ["cover_before_document"]),
        (True, [ItemState.DESTROYED], 1, False, ["cover_before_document"]),
        (True, [], 0, False, ["cover_before_document"]),
        (True, [], 1, True, []),
        (True, [ItemState.REGISTERED], 0, True, ["cover_before_document"]),
    ],
)
def test_a_kept_cover_outlives_its_document(kept, states, unregistered, returned, expected):
    found = law.cover_outlives(kept=kept, states=states, unregistered=unregistered, returned=returned)
    assert codes(found) == expected


def test_a_destroyed_cover_is_there_no_more():
    assert codes(law.cover_there(DAY)) == ["cover_discarded_already"]
    assert law.cover_there(None) is None


def test_what_came_by_mistake_goes_back_once():
    wrong = replace(HERE, misdirected=True)
    assert law.once_misdirected(HERE) is None
    assert codes(law.once_misdirected(wrong)) == ["misdirected_already"]
    assert law.sent_back(wrong, DAY, DAY, DAY) == []
    assert codes(law.sent_back(HERE, DAY, DAY, DAY)) == ["not_misdirected"]
    tomorrow = DAY + dt.timedelta(days=1)
    assert codes(law.sent_back(wrong, None, DAY, DAY)) == ["mail_day_needed"]
    assert codes(law.sent_back(wrong, tomorrow, DAY, DAY)) == ["mail_day_ahead"]
    assert codes(law.sent_back(wrong, DAY, tomorrow, tomorrow)) == ["mail_day_early"]


def test_a_personal_cover_is_completed_after_its_addressee_had_it():
    personal = replace(HERE, personal=True)

    def asked(facts=personal, opened=DAY, given=DAY):
        return codes(law.personal_completed(facts, opened_on=opened, given_on=given, today=DAY))

    assert asked() == []
    assert asked(facts=HERE) == ["not_personal"]
    assert asked(facts=replace(personal, completed=True)) == ["personal_completed"]
    assert asked(given=None) == ["personal_not_given"]
    assert asked(opened=None) == ["mail_day_needed"]
    assert asked(opened=DAY - dt.timedelta(days=1)) == ["mail_day_early"]


def test_the_words_of_an_unopened_cover_are_there_in_both_languages():
    assert set(law.PERSONAL_COVER) == {"ru", "kk"}
    assert "«Лично»" in law.PERSONAL_COVER["ru"].summary
    assert "«Жеке»" in law.PERSONAL_COVER["kk"].summary
