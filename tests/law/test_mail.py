"""What a package differs by and what it waits for."""

from dataclasses import replace

import pytest

from dspdesk.law import mail as law
from dspdesk.law.mail import Counted, Difference, PackageState
from tests.law.packages import CHECKED, DAY, WHOLE


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"stated_sheets": None}, []),
        ({"counted_sheets": 3}, [Difference(Counted.SHEETS, 4, 3)]),
        ({"counted_sheets": 5}, [Difference(Counted.SHEETS, 4, 5)]),
        ({"counted_enclosure_sheets": 9}, [Difference(Counted.ENCLOSURE_SHEETS, 11, 9)]),
        ({"counted_copies": 0}, [Difference(Counted.COPIES, 2, 0)]),
        ({"missing": " приложение 2 "}, [Difference(Counted.ENCLOSURES, missing="приложение 2")]),
    ],
)
def test_differences(changes, expected):
    assert list(law.differences(replace(WHOLE, **changes))) == expected


def test_what_is_more_than_stated_is_no_shortage():
    assert not Difference(Counted.SHEETS, 4, 5).short
    assert Difference(Counted.SHEETS, 4, 3).short
    assert Difference(Counted.ENCLOSURES, missing="приложение 2").short


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"struck": True, "handed_over_at": None}, PackageState.STRUCK),
        ({"returned_on": DAY, "misdirected": True}, PackageState.RETURNED),
        ({"misdirected": True, "checked_at": None}, PackageState.MISDIRECTED),
        ({"handed_over_at": None, "checked_at": None}, PackageState.WITH_DUTY_OFFICER),
        ({"checked_at": None}, PackageState.TO_CHECK),
        ({"checked_at": None, "personal": True, "to_register": 1}, PackageState.TO_REGISTER),
        ({"electronic": True, "to_register": 1}, PackageState.CARRIER),
        ({"electronic": True, "carrier_clean": False}, PackageState.CARRIER),
        ({"electronic": True, "carrier_clean": True, "to_register": 1}, PackageState.TO_REGISTER),
        ({"to_register": 1, "differs": True}, PackageState.TO_REGISTER),
        ({"registered": 1, "differs": True}, PackageState.DIFFERENCE),
        ({"registered": 1, "differs": True, "act": True}, PackageState.DONE),
        ({"registered": 1, "personal": True}, PackageState.PERSONAL),
        ({"registered": 1, "personal": True, "completed": True}, PackageState.DONE),
        ({"registered": 1}, PackageState.DONE),
    ],
)
def test_what_a_package_waits_for(changes, expected):
    assert law.state(replace(CHECKED, **changes)) is expected
