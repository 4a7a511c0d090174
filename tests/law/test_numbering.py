"""Of what a registration number is made: patterns, and numbers written by them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.law import numbering
from dspdesk.law.findings import Weight
from dspdesk.law.numbering import check_pattern, composed, unknown_parts, written
from dspdesk.law.values import RegistrationNumber

DAY = dt.date(2026, 11, 18)


@pytest.mark.parametrize(
    ("pattern", "codes"),
    [
        ("{number}", []),
        ("{case}-{correspondent}/{number}", []),
        ("ИС-{number}", []),
        ("{number}/{year}-К", []),
        ("{date} {number}", []),
        ("", ["pattern_without_number"]),
        ("{case}", ["pattern_without_number"]),
        ("{number}-{number}", ["pattern_without_number", "pattern_part_twice"]),
        ("{case}-{case}/{number}", ["pattern_part_twice"]),
        ("{номер}-{number}", ["pattern_unknown_part"]),
        ("{case}{number}", ["pattern_parts_touch"]),
        ("1{number}", ["pattern_parts_touch"]),
        ("{number}а", ["pattern_parts_touch"]),
        ("{number", ["pattern_without_number", "pattern_bad_sign"]),
        ("({number})", ["pattern_bad_sign"]),
        ("{number}\n", ["pattern_bad_sign"]),
        ("{number} ДСП", ["pattern_with_mark"]),
        ("қбпү-{number}", ["pattern_with_mark"]),
        ("Д.С.П./{number}", ["pattern_with_mark"]),
        ("а" * 60 + "-{number}", ["pattern_too_long"]),
    ],
)
def test_what_can_be_a_pattern(pattern, codes):
    found = check_pattern(pattern, "pattern:outgoing")
    assert [finding.code for finding in found] == codes
    assert all(f.field == "pattern:outgoing" and f.weight is Weight.REFUSE for f in found)


@pytest.mark.parametrize(
    ("pattern", "parts", "number"),
    [
        ("{number}", {}, "47"),
        ("{case}-{correspondent}/{number}", {"case": "12", "correspondent": "05"}, "12-05/47"),
        ("{case}-{correspondent}/{number}", {"case": "12"}, "12-47"),
        ("{case}-{correspondent}/{number}", {"correspondent": "05"}, "05/47"),
        ("{case}-{correspondent}/{number}", {}, "47"),
        ("{number}-{executor}/{year}", {"year": "2026"}, "47/2026"),
        ("{number}-{executor}", {"executor": "  И  К "}, "47-И К"),
        ("{case}/{number}-{executor}", {"case": "12-05"}, "12-05/47"),
        ("ИС-{case}/{number}", {}, "ИС-47"),
        ("{number}/{executor}-К", {}, "47-К"),
    ],
)
def test_a_part_not_known_is_left_out_together_with_its_separator(pattern, parts, number):
    assert composed(pattern, parts | {"number": "47"}) == number


def test_only_what_is_more_than_the_number_itself_is_kept():
    assert written("{number}", {"number": "12а"}) == ""
    assert written("{case}/{number}", {"number": "12а"}) == ""
    assert written("{case}/{number}", {"number": "12а", "case": "05"}) == "05/12а"


def test_each_part_not_known_is_warned_of_by_its_field():
    found = unknown_parts("{case}-{correspondent}/{number}-{year}", {"correspondent": " ", "year": "2026"})
    assert [(f.code, f.field, f.weight) for f in found] == [
        ("number_without_case", "case_index", Weight.WARN),
        ("number_without_correspondent", "correspondent", Weight.WARN),
    ]


def test_the_day_gives_its_parts():
    assert numbering.dated_parts(DAY, 2026) == {"year": "2026", "month": "11", "date": "18.11.2026"}
    assert numbering.dated_parts(None, 2026) == {"year": "2026"}


def test_the_mark_is_always_added():
    parts = {"number": "47", "case": "12-05"}
    assert numbering.sample("{case}/{number}", parts, "ru") == "12-05/47\N{NO-BREAK SPACE}ДСП"
    assert numbering.sample("{case}/{number}", parts, "kk") == "12-05/47\N{NO-BREAK SPACE}ҚБПҮ"
    assert RegistrationNumber(47, "", "12-05/47").with_mark("ru") == "12-05/47\N{NO-BREAK SPACE}ДСП"


_VALUES = st.text("0123456789-/АК", max_size=6)
_NUMBERS = st.builds(lambda n, letter: f"{n}{letter}", st.integers(1, 99), st.sampled_from(["", "а", "б"]))


@given(
    st.sampled_from(
        ["{case}-{correspondent}/{number}", "{number}-{executor}/{year}", "И-{number}", "{number}"]
    ),
    st.tuples(_NUMBERS, _VALUES, _VALUES),
    st.tuples(_NUMBERS, _VALUES, _VALUES),
)
def test_two_numbers_are_never_written_alike_when_the_number_stands_aside(pattern, one, other):
    made = [
        composed(pattern, {"number": number, "case": a, "executor": a, "correspondent": b, "year": b})
        for number, a, b in (one, other)
    ]
    assert (one[0] == other[0]) or made[0] != made[1]


def test_a_number_in_the_middle_could_be_written_like_another():
    pattern = "{case}-{number}-{executor}"
    one = composed(pattern, {"case": "05", "number": "12", "executor": "3"})
    assert one == composed(pattern, {"case": "05-12", "number": "3"})
    assert numbering.written_once(one, [one]).code == "number_written_alike"
    assert numbering.written_once(one, []) is None


def test_a_pattern_changed_within_the_year_is_warned_of_once_there_are_numbers():
    assert numbering.pattern_changed("{number}", "{year}/{number}", 12, 2026).weight is Weight.WARN
    assert numbering.pattern_changed("{number}", "{year}/{number}", 0, 2026) is None
    assert numbering.pattern_changed("{number}", "{number}", 12, 2026) is None
