"""Electronic carriers are checked before they are registered."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import carrier_check as law
from dspdesk.law.kinds import Carrier, JournalKind
from tests.law.packages import DAY, codes


@pytest.mark.parametrize(
    ("kind", "carrier", "clean", "expected"),
    [
        (JournalKind.INCOMING, Carrier.PAPER, None, []),
        (JournalKind.INCOMING, Carrier.ELECTRONIC, True, []),
        (JournalKind.INCOMING, Carrier.ELECTRONIC, None, ["carrier_not_checked"]),
        (JournalKind.PUBLICATIONS, Carrier.ELECTRONIC, False, ["carrier_not_clean"]),
        (JournalKind.OUTGOING, Carrier.ELECTRONIC, None, []),
    ],
)
def test_a_carrier_is_let_in_only_clean(kind, carrier, clean, expected):
    assert codes(law.carrier_checked(kind, carrier, clean)) == expected


def test_a_check_of_a_carrier_says_by_what_when_and_by_whom():
    whole = law.CarrierFound(means="антивирус 5.2", checked_on=DAY, checked_by_id=1, clean=False)
    assert law.check_of_carrier(whole, DAY) == []
    empty = law.CarrierFound(means=" ", checked_on=None, checked_by_id=None, clean=True)
    assert codes(law.check_of_carrier(empty, DAY)) == ["means_needed", "checker_needed", "checked_on_needed"]
    ahead = replace(whole, checked_on=DAY + dt.timedelta(days=1))
    assert codes(law.check_of_carrier(ahead, DAY)) == ["mail_day_ahead"]
