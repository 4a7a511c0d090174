"""What a shortage act states of a cover (paragraph 12, part 3)."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import shortage_act as law
from dspdesk.law.mail import Contents
from dspdesk.law.shortage_act import Difference, DifferenceKind

WHOLE = Contents(
    kind="Письмо", their_number="05-12/884дсп", their_date=dt.date(2026, 11, 17), stated_sheets=4, counted_sheets=4,
    stated_enclosure_sheets=11, counted_enclosure_sheets=11, stated_copies=2, counted_copies=2,
    stated_enclosures="смета; план",
)  # fmt: skip
DAY = dt.date(2026, 11, 17)
NAMED = ("Письмо", "05-12/884дсп", DAY)


def found(*documents, sealed=True, intact=True):
    return law.differences(sealed=sealed, intact=intact, enclosed=documents)


def test_what_is_all_there_differs_in_nothing():
    assert found(WHOLE) == ()
    assert found() == ()


@pytest.mark.parametrize(
    ("changes", "difference"),
    [
        ({"counted_sheets": 3}, Difference(DifferenceKind.SHEETS, *NAMED, "4", "3")),
        ({"counted_sheets": 5}, Difference(DifferenceKind.SHEETS, *NAMED, "4", "5")),
        ({"counted_sheets": 0}, Difference(DifferenceKind.SHEETS, *NAMED, "4", "0")),
        ({"counted_enclosure_sheets": 9}, Difference(DifferenceKind.ENCLOSURE_SHEETS, *NAMED, "11", "9")),
        ({"counted_copies": 1}, Difference(DifferenceKind.COPIES, *NAMED, "2", "1")),
        ({"missing": " план "}, Difference(DifferenceKind.ENCLOSURES, *NAMED, "смета; план", "план")),
    ],
)
def test_each_difference_is_a_line(changes, difference):
    assert found(replace(WHOLE, **changes)) == (difference,)


def test_what_nobody_stated_or_counted_is_no_difference():
    for field in ("stated_sheets", "counted_sheets", "stated_copies", "counted_enclosure_sheets"):
        assert found(replace(WHOLE, **{field: None})) == ()


@pytest.mark.parametrize(
    ("sealed", "intact", "kinds"),
    [
        (True, True, []),
        (None, None, []),
        (False, True, [DifferenceKind.NOT_SEALED]),
        (True, False, [DifferenceKind.NOT_INTACT]),
        (False, False, [DifferenceKind.NOT_SEALED, DifferenceKind.NOT_INTACT]),
    ],
)
def test_the_cover_comes_first(sealed, intact, kinds):
    lacking = replace(WHOLE, counted_sheets=3)
    told = found(WHOLE, lacking, sealed=sealed, intact=intact)
    assert [one.what for one in told] == [*kinds, DifferenceKind.SHEETS]
    assert all(not one.number for one in told[:-1])


def test_one_act_a_cover_after_its_check_to_a_known_sender():
    assert law.one_act("") is None
    refused = law.one_act("3")
    assert (refused.requirement, refused.code, refused.facts) == (
        "D12a",
        "act_there_already",
        {"number": "3"},
    )
    assert law.checked_before(checked=True) is None
    assert law.checked_before(checked=False).code == "act_before_check"
    assert law.after_receipt(DAY, DAY) is None
    early = law.after_receipt(DAY - dt.timedelta(days=1), DAY)
    assert (early.code, early.field, early.facts["since"]) == ("mail_day_early", "dated", DAY)
    assert law.sender_known("Акимат") is None
    assert (law.sender_known(" ").code, law.sender_known(" ").field) == ("act_sender_needed", "sender")
