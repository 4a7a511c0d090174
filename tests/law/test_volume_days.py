"""Days of a volume: what is put into it, and a day of opening that is put right."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import volume_days as law
from dspdesk.law.case_file import VolumeFacts
from dspdesk.law.findings import Weight
from dspdesk.law.retention import Retention, RetentionKind
from dspdesk.law.volume_days import Opening

CASE, OPENED, TODAY = dt.date(2026, 1, 12), dt.date(2026, 3, 2), dt.date(2026, 11, 18)
DAY = dt.timedelta(1)
VOLUME = VolumeFacts(
    volume_id=2, case_id=1, words="01-03, т. 2", year=2026, retention=Retention(RetentionKind.YEARS, 5),
    opened_on=OPENED, case_opened_on=CASE,
)  # fmt: skip
SECOND = Opening(
    words="01-03, т. 2", first=False, case_opened=CASE, filed=dt.date(2026, 3, 9), placed=dt.date(2026, 4, 1),
    closed=dt.date(2026, 10, 1),
)  # fmt: skip
FIRST = Opening(words="01-03, т. 1", first=True, case_opened=CASE, further=OPENED)


@pytest.mark.parametrize(
    ("on", "apart", "code"),
    [
        (OPENED, False, None),
        (OPENED - DAY, False, "filed_before_opened"),
        (OPENED - DAY, True, None),
        (CASE, True, None),
        (CASE - DAY, True, "filed_before_case"),
        (CASE - DAY, False, "filed_before_opened"),
    ],
)
def test_nothing_is_put_into_a_volume_before_it_was_opened(on, apart, code):
    found = law.put_in_after_opening(on, VOLUME, apart=apart)
    assert (found and found.code) == code
    if found is not None:
        assert (found.requirement, found.weight, found.field) == ("W9", Weight.REFUSE, "on")


@pytest.mark.parametrize(
    ("on", "opening", "codes"),
    [
        (CASE, SECOND, []),
        (SECOND.filed, SECOND, []),
        (CASE - DAY, SECOND, ["volume_before_case"]),
        (TODAY + DAY, replace(SECOND, filed=None, placed=None, closed=None), ["moved_ahead"]),
        (TODAY, replace(SECOND, filed=None, placed=None, closed=None), []),
        (SECOND.filed + DAY, SECOND, ["opened_after_filed"]),
        (SECOND.placed + DAY, replace(SECOND, filed=None), ["opened_after_placed"]),
        (SECOND.closed + DAY, replace(SECOND, filed=None, placed=None), ["opened_after_closed"]),
        (CASE - DAY, FIRST, []),
        (OPENED, FIRST, []),
        (OPENED + DAY, FIRST, ["case_after_volume"]),
        (TODAY, replace(FIRST, further=None), []),
    ],
)
def test_a_day_of_opening_is_put_right_within_what_is_known(on, opening, codes):
    found = law.opening_put_right(on, opening, TODAY)
    assert [one.code for one in found] == codes
    assert all((one.requirement, one.field) == ("W9", "opened_on") for one in found)
