"""The program's own rules of the directory of people and units."""

import datetime as dt

import pytest

from dspdesk.law import people as law
from dspdesk.law.findings import Weight

DAY = dt.date(2026, 11, 18)
BEFORE, AFTER = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("finding", "field"),
    [
        (law.position_named(" ", "position_kk"), "position_kk"),
        (law.index_free("07", taken_by="Ким А."), "number_index"),
        (law.still_here("Ким А.", DAY, None), "valid_from"),
        (law.still_here("Ким А.", DAY, AFTER), "valid_from"),
        (law.unit_open("Отдел", DAY, None), "unit_id"),
        (law.unit_open("Отдел", DAY, AFTER), "unit_id"),
        (law.unit_empty(["Ким А."], DAY), "day"),
        (law.not_closed("Отдел", DAY), ""),
    ],
)
def test_what_is_refused(finding, field):
    assert finding is not None
    assert (finding.weight, finding.requirement, finding.field) == (Weight.REFUSE, "OWN", field)


@pytest.mark.parametrize(
    "finding",
    [
        law.position_named("руководитель", "position_ru"),
        law.index_free("07", taken_by=""),
        law.same_name("Ким А.", met=False),
        law.still_here("Ким А.", None, None),
        law.still_here("Ким А.", DAY, DAY),
        law.still_here("Ким А.", DAY, BEFORE),
        law.unit_open("Отдел", None, None),
        law.unit_open("Отдел", DAY, DAY),
        law.unit_empty([], DAY),
        law.not_closed("Отдел", None),
    ],
)
def test_what_passes(finding):
    assert finding is None


def test_a_namesake_is_entered_with_a_reason():
    finding = law.same_name("Ким А.", met=True)
    assert finding is not None
    assert finding.weight is Weight.WARN
