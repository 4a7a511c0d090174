"""Initials, before the surname and after it."""

import pytest

from dspdesk.language.names import initials, initials_first, shortened


@pytest.mark.parametrize(
    ("parts", "after", "before"),
    [
        (("Ахметов", "Бауыржан", "Серікұлы"), "Ахметов Б.С.", "Б.С. Ахметов"),
        (("Ибраева", "әсел", "Қанатқызы"), "Ибраева Ә.Қ.", "Ә.Қ. Ибраева"),
        (("Ким", "Анна-Мария"), "Ким А.-М.", "А.-М. Ким"),
        (("Серік", "Ержан", "Мұрат ұлы"), "Серік Е.М.", "Е.М. Серік"),
        (("Ли",), "Ли", "Ли"),
        ((" Петров ", " Иван ", ""), "Петров И.", "И. Петров"),
    ],
)
def test_initials(parts, after, before):
    assert initials(*parts) == after
    assert initials_first(*parts) == before


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
