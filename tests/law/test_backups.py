"""When a backup is late, and which old ones give way."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.law import backups as law
from dspdesk.law.backups import Lateness, lateness, superfluous
from dspdesk.law.findings import Weight

TODAY = dt.date(2026, 11, 18)


@pytest.mark.parametrize(
    ("days", "late"),
    [
        (0, Lateness.FRESH),
        (1, Lateness.FRESH),
        (2, Lateness.DUE),
        (7, Lateness.DUE),
        (8, Lateness.RED),
        (-3, Lateness.FRESH),
    ],
)
def test_the_limits_of_lateness(days, late):
    assert lateness(TODAY - dt.timedelta(days=days), TODAY, 1, 7) is late


def days_back(*days: float) -> list[dt.datetime]:
    return [dt.datetime(2026, 11, 18, 18) - dt.timedelta(days=back) for back in days]


def test_seven_days_and_twelve_months_are_kept():
    made = days_back(*range(800))
    kept = sorted(set(made) - superfluous(made), reverse=True)
    assert kept[:7] == made[:7]
    months = {(one.year, one.month) for one in kept}
    assert len(months) == 12
    assert len(kept) == 7 + 11
    assert kept[7] == dt.datetime(2026, 10, 31, 18)  # the newest of its month


def test_of_a_day_the_newest_is_kept():
    morning, evening = days_back(0.5, 0)
    assert superfluous([evening, morning]) == {morning}


def test_days_without_a_backup_count_for_nothing():
    made = days_back(0, 30, 60, 90)
    assert superfluous(made) == set()
    assert superfluous([]) == set()


@given(st.sets(st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2027, 1, 1)), min_size=1))
def test_the_newest_never_goes_and_what_is_kept_stays_kept(made):
    gone = superfluous(made)
    assert max(made) not in gone
    assert gone < made
    assert superfluous(made - gone) == set()


def test_a_folder_on_the_disk_of_the_store_is_warned_of():
    finding = law.carrier(same_disk=True)
    assert (finding.weight, finding.code) == (Weight.WARN, "backup_same_disk")
    assert law.carrier(same_disk=False) is None


def test_only_a_copy_of_itself_replaces_a_store_and_never_without_a_reason():
    assert law.same_store("a", "a") is None
    assert law.same_store("a", "b").weight is Weight.REFUSE
    assert law.reason_given("диск сломан") is None
    assert law.reason_given("  ").weight is Weight.REFUSE
