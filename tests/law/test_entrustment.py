"""Who may receive mail."""

import datetime as dt

import pytest

from dspdesk.law import entrustment as law
from dspdesk.law.findings import Weight
from tests.law.packages import DAY, codes


def test_only_the_entrusted_receive_mail():
    found = law.entrusted("Ким А.Б.", entrusted=False)
    assert (found.requirement, found.weight, found.code) == ("D12", Weight.REFUSE, "mail_not_entrusted")
    assert law.entrusted("Ким А.Б.", entrusted=True) is None


@pytest.mark.parametrize(
    ("first", "basis", "last", "expected"),
    [
        (DAY, "инструкция № 7", None, []),
        (DAY, "инструкция № 7", DAY, []),
        (None, " ", None, ["entrusted_from_needed", "entrusted_by_needed"]),
        (DAY, "инструкция № 7", DAY - dt.timedelta(days=1), ["entrusted_ends_early"]),
    ],
)
def test_an_entrustment_has_a_day_and_a_paper(first, basis, last, expected):
    assert codes(law.entrustment_in_order(first, basis, last)) == expected


def test_nobody_is_entrusted_twice_at_a_time():
    assert codes(law.entrusted_once("Ким А.Б.", already=True)) == ["entrusted_already"]
    assert law.entrusted_once("Ким А.Б.", already=False) is None
