"""Rules of hand-over sheets on both sides of each limit."""

import datetime as dt

import pytest

from dspdesk.law import handover_sheet as law
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.handover_sheet import LineState

DAY = dt.date(2026, 11, 18)
NEXT = DAY + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("received_on", "struck_on", "state"),
    [
        (None, None, LineState.WAITING),
        (DAY, None, LineState.RECEIVED),
        (None, DAY, LineState.STRUCK),
    ],
)
def test_a_line_is_in_one_state(received_on, struck_on, state):
    assert law.line_state(received_on, struck_on) is state


@pytest.mark.parametrize(
    ("finding", "code"),
    [
        (law.something_chosen([1]), None),
        (law.something_chosen([]), "sheet_without_lines"),
        (law.one_sheet_each([1, 2]), None),
        (law.one_sheet_each([1, 2, 1]), "copy_on_two_sheets"),
        (law.after_the_sheet(5, DAY, DAY), None),
        (law.after_the_sheet(5, NEXT, DAY), "signed_before_sheet"),
        (law.waiting([LineState.WAITING, LineState.WAITING], 5), None),
        (law.waiting([LineState.WAITING, LineState.RECEIVED], 5), "line_not_waiting"),
        (law.waiting([LineState.STRUCK], 5), "line_not_waiting"),
        (law.nobody_signed([LineState.WAITING, LineState.STRUCK], 5), None),
        (law.nobody_signed([LineState.WAITING, LineState.RECEIVED], 5), "sheet_signed_already"),
        (law.reason_given("не его"), None),
        (law.reason_given("  "), "reason_needed"),
    ],
)
def test_a_step_is_refused_only_beyond_its_limit(finding, code):
    if code is None:
        assert finding is None
    else:
        assert (finding.code, finding.weight, finding.requirement) == (code, Weight.REFUSE, "W1")


def test_the_day_of_a_sheet_is_asked_about_where_it_is_said():
    early = Finding(
        "W9", Weight.REFUSE, "moved_before_last", {"number": "5", "date": DAY, "since": NEXT}, "on"
    )
    other = Finding("D36", Weight.REFUSE, "not_admitted", {"number": "5"}, "copies")
    assert law.of_a_new_sheet(early).field == "dated"
    made = law.of_a_made_sheet(early, 7)
    assert (made.code, made.requirement, made.field) == ("copy_after_sheet", "W1", "copies")
    assert made.facts == {"number": "5", "date": DAY, "since": NEXT, "sheet": 7}
    assert law.of_a_new_sheet(other) == law.of_a_made_sheet(other, 7) == other
