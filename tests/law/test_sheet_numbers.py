"""Numbers of sheets as people write them: read, put in order, refused with what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.law.sheet_numbers import Mark, Marks, Sheet, Sheets, tidy
from dspdesk.law.values import LETTERS, MOST_SHEETS, Impossible


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ("", ""),
        ("  ", ""),
        ("12", "12"),
        ("40б, 12а", "12а, 40б"),
        ("12A; 3", "3, 12а"),
        ("12-а", "12а"),
        ("12 а", "12а"),
        ("12 и 13", "12, 13"),
        ("12 және 13", "12, 13"),
        ("12и", "12и"),
        ("3-5", "3–5"),
        ("3 — 5, 1", "1, 3–5"),
        ("12 (3)", "12\N{NO-BREAK SPACE}(3)"),
        ("12(3), 8 (1)", "8, 12\N{NO-BREAK SPACE}(3)"),
        ("14–15", "14–15"),
        ("14а-15 (2)", "14а–15\N{NO-BREAK SPACE}(2)"),
        ("12а–12в", "12а–12в"),
        ("14, 14–15", "14, 14–15"),
        ("7, 9,", "7, 9"),
        ("7\n9.", "7, 9"),
    ],
)
def test_what_is_written_is_put_in_order(written, tidied):
    assert tidy(written) == tidied
    assert tidy(tidied) == tidied


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("лист 12", "лист 12"),
        ("12 13", "12 13"),
        ("0", "0"),
        ("12, 0а", "0а"),
        ("5–3", "5–3"),
        ("5–5", "5–5"),
        ("12б–12а", "12б–12а"),
        ("12 (0)", "12 (0)"),
        ("12 ()", "12 ()"),
        ("12–", "12–"),
        ("12аб", "12аб"),
        ("3, , 5", ""),
        ("12, 12", "12"),
        ("12 (2), 12", "12\N{NO-BREAK SPACE}(2)"),
        ("12а, 12A", "12а"),
        (str(MOST_SHEETS + 1), str(MOST_SHEETS + 1)),
        ("1–2–3", "1–2–3"),
        ("-3", "-3"),
    ],
)
def test_what_cannot_be_read_is_named(written, what):
    with pytest.raises(Impossible) as told:
        Marks.parse(written)
    assert told.value.what == what


@pytest.mark.parametrize(
    ("written", "sheets"),
    [
        ("", []),
        ("12а, 40б", ["12а", "40б"]),
        ("3–5", ["3", "4", "5"]),
        ("14–15", ["14", "15"]),
        ("12а–12г", ["12а", "12б", "12в", "12г"]),
    ],
)
def test_a_list_of_sheets_is_each_by_itself(written, sheets):
    assert list(map(str, Marks.parse(written).sheets())) == sheets


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("12 (3)", "12\N{NO-BREAK SPACE}(3)"),
        ("12а–13", "12а–13"),
        ("12–12б", "12–12б"),
        ("3–5, 4", "4"),
        ("12ү–12ә", "12ү–12ә"),
    ],
)
def test_a_list_of_sheets_holds_no_places_between_and_nothing_twice(written, what):
    marks = Marks.parse(written)
    with pytest.raises(Impossible) as told:
        marks.sheets()
    assert told.value.what == what


def test_the_sheets_of_a_volume():
    volume = Sheets(10, frozenset({Sheet(4, "а"), Sheet(4, "б")}), frozenset({7, 8}))
    assert len(volume) == 10
    there = [str(number) for number in range(12) if Sheet(number) in volume]
    assert there == ["1", "2", "3", "4", "5", "6", "9", "10"]
    assert Sheet(4, "а") in volume
    assert Sheet(5, "а") not in volume
    assert "4" not in volume
    assert volume.missing(Marks.parse("4а, 9–11")) == Sheet(11)
    assert volume.missing(Marks.parse("4а, 9–10")) is None


@pytest.mark.parametrize(
    ("written", "between"),
    [
        ("3–4", True),
        ("4–4а", True),
        ("4а–4б", True),
        ("4б–5", True),
        ("4–5", False),
        ("4–4б", False),
        ("6–9", True),
        ("5–9", False),
        ("3", False),
        ("9–10", True),
    ],
)
def test_a_dash_means_between_where_the_sheets_lie_next_to_each_other(written, between):
    volume = Sheets(10, frozenset({Sheet(4, "а"), Sheet(4, "б")}), frozenset({7, 8}))
    (mark,) = Marks.parse(written)
    assert volume.next_to_each_other(mark) is between


def test_behind_the_last_sheet_lies_none():
    assert Sheets(3).after(Sheet(3)) is None
    assert Sheets(3, frozenset({Sheet(3, "а")})).after(Sheet(3)) == Sheet(3, "а")


sheets = st.builds(Sheet, st.integers(1, MOST_SHEETS), st.sampled_from(["", *LETTERS]))
marks = st.one_of(
    st.builds(lambda one, count: Mark(one, one, count), sheets, st.integers(1, 99_999)),
    st.tuples(sheets, sheets)
    .filter(lambda ends: ends[0] != ends[1])
    .map(lambda ends: Mark(min(ends), max(ends))),
)


@given(st.lists(marks, unique_by=lambda mark: (mark.first, mark.last)), st.randoms())
def test_every_list_comes_back_as_it_is_written(listed, chance):
    """Parsing what was written gives the same list, in whatever order and with whatever dashes it was typed."""
    ordered = Marks(tuple(sorted(listed)))
    assert Marks.parse(str(ordered)) == ordered
    shuffled = list(listed)
    chance.shuffle(shuffled)
    assert Marks.parse("; ".join(map(str, shuffled)).replace("–", "-")) == ordered


@given(st.text(alphabet="0123456789аб-–—(), ;и"))
def test_whatever_is_typed_is_read_or_refused(written):
    try:
        read = Marks.parse(written)
    except Impossible:
        return
    assert Marks.parse(str(read)) == read
    assert list(read) == sorted(read)


@given(
    st.integers(1, 60),
    st.sets(st.integers(1, 60), max_size=8),
    st.sets(st.builds(Sheet, st.integers(1, 60), st.sampled_from("абв")), max_size=8),
)
def test_counting_goes_through_the_volume(last, gaps, letters):
    """Walking from sheet to sheet meets each once; as many as are counted."""
    skipped = frozenset(number for number in gaps if number < last)
    lettered = frozenset(one for one in letters if one.number <= last and one.number not in skipped)
    volume = Sheets(last, lettered, skipped)
    met, at = [], volume.after(Sheet(0))
    while at is not None:
        met.append(at)
        at = volume.after(at)
    assert met == sorted(met)
    assert len(met) == len(volume)
    assert all(one in volume for one in met)
