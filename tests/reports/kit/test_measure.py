"""Where lines break."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.reports.kit import fonts
from dspdesk.reports.kit.frame import MM
from dspdesk.reports.kit.measure import Measure

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіABCxyz0123456789"
TEXTS = st.text(st.sampled_from(LETTERS + " /-–.,;:«»()№\n\t\N{NO-BREAK SPACE}"), max_size=200)
SIZE = 9.0


def lines(text: str, millimetres: float) -> list[str]:
    return Measure(fonts.REGULAR, SIZE).lines(text, millimetres * MM)


def letters(text: str) -> str:
    """All that is read: no spaces, and no hyphens, which a break may have put in."""
    return "".join(char for char in unicodedata.normalize("NFC", text) if not char.isspace() and char != "-")


@given(text=TEXTS, millimetres=st.floats(6, 170))
def test_no_letter_is_lost_or_added(text, millimetres):
    assert letters("".join(lines(text, millimetres))) == letters(text)


@given(text=st.text(max_size=80), millimetres=st.floats(6, 60))
def test_whatever_is_typed_keeps_its_letters(text, millimetres):
    kept = "".join(char for char in letters(text) if ord(char) not in fonts.STAND_INS)
    assert letters("".join(lines(text, millimetres))) == kept.replace("\N{NON-BREAKING HYPHEN}", "")


@given(text=TEXTS, millimetres=st.floats(6, 170))
def test_no_line_is_wider_than_its_room(text, millimetres):
    measure = Measure(fonts.REGULAR, SIZE)
    for line in measure.lines(text, millimetres * MM):
        assert measure[line] <= millimetres * MM + 0.01
        assert line == line.strip(" ")


@given(words=st.lists(st.text(st.sampled_from(LETTERS), min_size=1, max_size=9), max_size=30))
def test_words_that_fit_stay_whole(words):
    assert " ".join(lines(" ".join(words), 40)).split() == words


def test_numbers_break_at_their_joints_and_words_at_a_syllable():
    assert lines("02-11/2026-000123456/ДСП", 20) == ["02-11/2026-", "000123456/", "ДСП"]
    assert lines("водохозяйственный", 20) == ["водохозяй-", "ственный"] or lines("водохозяйственный", 20)[
        0
    ].endswith("-")
    assert lines("12345678901234567890", 20) == ["123456789012", "34567890"]


def test_no_hyphen_is_put_into_a_number():
    assert not any(line.endswith("-") for line in lines("КАБАНА4КАБАНА5КАБАНА6КАБАНА", 18))


@pytest.mark.parametrize("glued", ["№ 12", "№\N{NO-BREAK SPACE}12"])
def test_the_number_sign_is_not_left_alone(glued):
    assert lines(f"Приказ {glued}", 14) == ["Приказ", "№\N{NO-BREAK SPACE}12"]


def test_what_is_glued_breaks_only_where_it_must():
    assert lines("№\N{NO-BREAK SPACE}1234\N{NO-BREAK SPACE}ДСП", 30) == [
        "№\N{NO-BREAK SPACE}1234\N{NO-BREAK SPACE}ДСП"
    ]
    assert [
        line.replace("\N{NO-BREAK SPACE}", " ")
        for line in lines("№\N{NO-BREAK SPACE}1234\N{NO-BREAK SPACE}ДСП", 14)
    ] == [
        "№ 1234",
        "ДСП",
    ]


def test_breaks_in_the_text_stay():
    assert lines("Ким В.Л.\n\nОспанов Е.Т.\r\nАхметов", 60) == ["Ким В.Л.", "Оспанов Е.Т.", "Ахметов"]


def test_a_letter_and_its_mark_become_one_sign():
    assert lines(unicodedata.normalize("NFD", "Ёлкин й"), 60) == ["Ёлкин й"]


def test_nothing_has_no_lines():
    assert lines("", 20) == lines("  \n ", 20) == []
