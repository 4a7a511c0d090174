"""What stands in the way of closing a journal (paragraph 15, part 3), and what only asks for a reason."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import journal_closing as law
from dspdesk.law.findings import Weight
from dspdesk.law.journal_closing import StandingOpen

JANUARY = dt.date(2027, 1, 11)
NOTHING = StandingOpen(year=2026, last_entry=dt.date(2026, 12, 30))


def said(found: StandingOpen, today: dt.date = JANUARY) -> list[tuple[str, str]]:
    return [(finding.code, finding.weight.value) for finding in law.check(found, today)]


def test_a_journal_in_which_nothing_stands_open_is_closed_without_a_word():
    assert said(NOTHING) == []
    assert NOTHING.nothing


@pytest.mark.parametrize(
    ("changes", "code", "weight"),
    [
        ({"closed": True}, "journal_closed_already", Weight.REFUSE),
        ({"last_entry": dt.date(2027, 1, 12)}, "entries_dated_ahead", Weight.REFUSE),
        ({"reserved": ["7"]}, "reserved_numbers_stand", Weight.REFUSE),
        ({"incomplete": 1}, "incomplete_entries_stand", Weight.WARN),
        ({"on_control": 1}, "unfinished_stand", Weight.WARN),
        ({"unfiled": 1}, "unfiled_stand", Weight.HINT),
        ({"gaps": [(7, 7)]}, "gaps_unexplained", Weight.HINT),
    ],
)
def test_what_stands_open_is_named(changes, code, weight):
    assert said(replace(NOTHING, **changes)) == [(code, weight.value)]


@pytest.mark.parametrize("part", ["reserved", "incomplete", "on_control", "unfiled", "gaps"])
def test_anything_that_stands_open_is_something(part):
    value = {"reserved": ["7"], "gaps": [(7, 7)]}.get(part, 1)
    assert not replace(NOTHING, **{part: value}).nothing


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (dt.date(2026, 12, 30), [("journal_year_runs", "warn")]),
        (dt.date(2026, 12, 31), []),
        (dt.date(2027, 1, 1), []),
        (dt.date(2025, 12, 31), [("year_not_begun", "refuse"), ("journal_year_runs", "warn")]),
    ],
)
def test_a_journal_is_closed_at_the_end_of_its_year(today, expected):
    assert said(replace(NOTHING, last_entry=None), today) == expected


def test_numbers_are_named_up_to_a_point():
    finding = law.numbers_settled([str(n) for n in range(1, 13)])
    assert finding is not None
    assert finding.facts["numbers"] == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 …"
    runs = law.gaps_explained([(2, 2), (4, 6)])
    assert runs is not None
    assert runs.facts["numbers"] == "2, 4–6"


def test_numbers_of_a_closed_journal_stay_as_they_were_counted():
    finding = law.numbers_stay(closed=True, year=2026)
    assert finding is not None
    assert (finding.requirement, finding.weight) == ("D15b", Weight.REFUSE)
    assert law.numbers_stay(closed=False, year=2026) is None
