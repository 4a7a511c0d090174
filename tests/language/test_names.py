"""Initials, before the surname and after it."""

import pytest

from dspdesk.language.names import initials, initials_first


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
