"""Values of the registers: what is read, what is written, what is impossible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.law.values import (
    LETTERS,
    MOST_COPIES,
    MOST_SHEETS,
    CopyNumbers,
    Impossible,
    RegistrationNumber,
    SheetCount,
    next_letter,
)

numbers = st.builds(RegistrationNumber, st.integers(1, 999_999_999), st.sampled_from(["", *LETTERS]))
copies = st.sets(st.integers(1, 500), max_size=40).map(CopyNumbers.of)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", RegistrationNumber(12)),
        ("  12 ", RegistrationNumber(12)),
        ("012", RegistrationNumber(12)),
        ("12а", RegistrationNumber(12, "а")),
        ("12 а", RegistrationNumber(12, "а")),
        ("12-а", RegistrationNumber(12, "а")),
        ("12 – Б", RegistrationNumber(12, "б")),
        ("12А", RegistrationNumber(12, "а")),
        ("12a", RegistrationNumber(12, "а")),  # a Latin letter
        ("12B", RegistrationNumber(12, "в")),
        ("12ә", RegistrationNumber(12, "ә")),
        ("12Қ", RegistrationNumber(12, "қ")),
        ("999999999", RegistrationNumber(999_999_999)),
    ],
)
def test_a_registration_number_is_read(written, number):
    assert RegistrationNumber.parse(written) == number


@pytest.mark.parametrize(
    "written",
    ["", " ", "а", "б/н", "0", "0а", "-1", "12аб", "12/а", "12 ДСП", "1.5", "1000000000", "12z", "12.", "١٢"],
)
def test_what_is_no_registration_number_is_refused_as_written(written):
    with pytest.raises(Impossible):
        RegistrationNumber.parse(written)


@pytest.mark.parametrize(("sequence", "letter"), [(0, ""), (-1, ""), (1, "А"), (1, "аб"), (1, "a"), (1, "1")])
def test_an_impossible_number_is_not_made(sequence, letter):
    with pytest.raises(Impossible) as impossible:
        RegistrationNumber(sequence, letter)
    assert impossible.value.what == f"{sequence}{letter}"


@given(numbers)
def test_a_registration_number_is_read_back(number):
    assert RegistrationNumber.parse(str(number)) == number


def test_lettered_numbers_follow_the_number_they_belong_to():
    written = ["13", "12б", "12", "2", "12а"]
    assert [str(number) for number in sorted(map(RegistrationNumber.parse, written))] == [
        "2",
        "12",
        "12а",
        "12б",
        "13",
    ]


@pytest.mark.parametrize(("language", "mark"), [("ru", "ДСП"), ("kk", "ҚБПҮ")])
def test_the_mark_is_always_added_to_a_number(language, mark):
    assert RegistrationNumber(12, "а").with_mark(language) == f"12а\N{NO-BREAK SPACE}{mark}"
    assert RegistrationNumber(7).with_mark(language).split() == ["7", mark]


@pytest.mark.parametrize(
    ("taken", "letter"),
    [
        ([], "а"),
        (["а"], "б"),
        (["а", "б"], "в"),
        (["б"], "в"),  # a letter that fell out is not filled again
        (["в", "а"], "г"),
        (["ж"], "и"),  # "з" is taken for a three
        (["н"], "п"),  # and "о" for a nought
        (["ш"], "щ"),
        (["ә"], "а"),  # letters that only imports bring are no obstacle
    ],
)
def test_the_next_letter_follows_the_last_one_taken(taken, letter):
    assert next_letter(taken) == letter


def test_all_letters_are_given_in_turn_and_then_none():
    taken: list[str] = []
    for letter in LETTERS:
        assert next_letter(taken) == letter
        taken.append(letter)
    assert len(set(taken)) == len(LETTERS)
    with pytest.raises(Impossible):
        next_letter(taken)


def test_no_letter_can_be_taken_for_a_figure_or_a_sign():
    assert not set("зйоёъыь") & set(LETTERS)


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("1", (1,)),
        ("1, 2", (1, 2)),
        ("2,1", (1, 2)),
        ("1;2", (1, 2)),
        ("1 и 2", (1, 2)),
        ("1, 2 және 4", (1, 2, 4)),
        ("5-7", (5, 6, 7)),
        ("5 – 7", (5, 6, 7)),
        ("5—7", (5, 6, 7)),
        ("7-7", (7,)),
        ("1, 5–7", (1, 5, 6, 7)),
    ],
)
def test_numbers_of_copies_are_read(written, numbers):
    assert CopyNumbers.parse(written).numbers == numbers


@pytest.mark.parametrize(
    "written",
    ["", "много", "0", "0, 1", "1,", "1, 1", "1-3, 2", "7-5", "1 2", "1-", "-1", f"1-{MOST_COPIES + 1}"],
)
def test_impossible_numbers_of_copies_are_refused(written):
    with pytest.raises(Impossible):
        CopyNumbers.parse(written)


def test_the_longest_print_run_is_read():
    assert len(CopyNumbers.parse(f"1-{MOST_COPIES}")) == MOST_COPIES


@pytest.mark.parametrize("numbers", [(2, 1), (1, 1), (0,), (-1, 1)])
def test_copies_in_disorder_are_not_made(numbers):
    with pytest.raises(Impossible):
        CopyNumbers(numbers)


@pytest.mark.parametrize(
    ("numbers", "written"),
    [
        ((), ""),
        ((3,), "3"),
        ((1, 2), "1, 2"),
        ((5, 6, 7), "5–7"),
        ((1, 5, 6, 7), "1, 5–7"),
        ((1, 2, 4, 5, 6, 9), "1, 2, 4–6, 9"),
    ],
)
def test_runs_of_three_and_more_are_written_as_a_range(numbers, written):
    assert str(CopyNumbers(numbers)) == written


@given(copies.filter(len))
def test_numbers_of_copies_are_read_back(numbers):
    assert CopyNumbers.parse(str(numbers)) == numbers


@given(copies)
def test_copies_are_counted_and_gone_through_in_their_order(numbers):
    assert list(numbers) == sorted(numbers.numbers)
    assert len(numbers) == len(numbers.numbers)


@pytest.mark.parametrize(
    ("document", "enclosures", "total"),
    [(None, None, 0), (4, None, 4), (None, 11, 11), (4, 11, 15), (0, 0, 0), (MOST_SHEETS, 0, MOST_SHEETS)],
)
def test_sheets_of_document_and_enclosures_are_counted_apart(document, enclosures, total):
    sheets = SheetCount(document, enclosures)
    assert (sheets.document, sheets.enclosures, sheets.total) == (document, enclosures, total)


@pytest.mark.parametrize(
    ("document", "enclosures"), [(-1, None), (1, -1), (MOST_SHEETS + 1, 0), (0, MOST_SHEETS + 1)]
)
def test_an_impossible_count_of_sheets_is_not_made(document, enclosures):
    with pytest.raises(Impossible):
        SheetCount(document, enclosures)
