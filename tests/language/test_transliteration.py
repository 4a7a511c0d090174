"""Logins from names."""

import pytest

from dspdesk.language.transliteration import latin, login_of


@pytest.mark.parametrize(
    ("name", "login"),
    [
        ("Жүнісова Ә.Қ.", "zhunisova"),
        ("Щербаков-Юрьев П.С.", "scherbakovyurev"),
        ("Әбдіқадыр Ғ.", "abdikadyr"),
        ("Smith J.", "smith"),
        ("  Ким  ", "kim"),
        ("", ""),
        ("— —", ""),
    ],
)
def test_the_surname_in_latin_letters(name, login):
    assert login_of(name) == login


def test_a_taken_login_gets_initials_then_a_number():
    taken = {"kim"}
    assert login_of("Ким А.Б.", frozenset(taken)) == "kim.ab"
    taken.add("kim.ab")
    assert login_of("Ким А.Б.", frozenset(taken)) == "kim2"
    taken.add("kim2")
    assert login_of("Ким А.Б.", frozenset(taken)) == "kim3"
    assert login_of("Ким", frozenset({"kim"})) == "kim2"


def test_every_kazakh_and_russian_letter_has_its_latin_one():
    letters = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюя"
    assert all(latin(letter) for letter in letters)
    assert latin("ъь") == ""
