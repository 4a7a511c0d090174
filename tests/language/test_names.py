"""Initials after the surname."""

import pytest

from dspdesk.language.names import initials, shortened


@pytest.mark.parametrize(
    ("parts", "after"),
    [
        (("Ахметов", "Бауыржан", "Серікұлы"), "Ахметов Б.С."),
        (("Ибраева", "әсел", "Қанатқызы"), "Ибраева Ә.Қ."),
        (("Ким", "Анна-Мария"), "Ким А.-М."),
        (("Серік", "Ержан", "Мұрат ұлы"), "Серік Е.М."),
        (("Ли",), "Ли"),
        ((" Петров ", " Иван ", ""), "Петров И."),
    ],
)
def test_initials(parts, after):
    assert initials(*parts) == after


@pytest.mark.parametrize(
    ("listed", "short"),
    [
        ("Ахметов Болат Кайратович", "Ахметов Б.К."),
        ("Ахметов  Б. К.", "Ахметов Б.К."),
        ("Б.К. Ахметов", "Ахметов Б.К."),
        ("Ахметов Б.К.", "Ахметов Б.К."),
        ("Жүнісова Әсел Қайратқызы", "Жүнісова Ә.Қ."),
        ("Ким Анна-Мария", "Ким А.-М."),
        ("Ахметов", "Ахметов"),
        ("Б.К.", "Б.К."),
        (" ", ""),
    ],
)
def test_a_listed_name_as_papers_write_it(listed, short):
    assert shortened(listed) == short
