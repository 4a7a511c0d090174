"""D24: the words that may not stand on a cover are listed once, in dictionary form, for both languages."""

import dataclasses
import re

import pytest

from dspdesk.law import cover
from dspdesk.law.cover import CoverLine

LISTS = {
    f"{name} {language}": listed
    for name in ("POSITIONS", "UNITS", "POSITION_PHRASES", "UNIT_PHRASES")
    for language, listed in getattr(cover, name).items()
}


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
def test_no_word_stands_twice_or_with_a_capital(listed):
    assert len(set(listed)) == len(listed)
    assert all(re.fullmatch(r"[а-яёәғқңөұүһі -]+", word) for word in listed)


def test_each_list_is_in_both_languages():
    for name in ("POSITIONS", "UNITS", "POSITION_PHRASES", "UNIT_PHRASES"):
        assert set(getattr(cover, name)) == {"kk", "ru"}


@pytest.mark.parametrize(
    ("language", "positions"),
    [
        ("ru", "министр вице-министр руководитель начальник директор председатель заместитель заведующий"),
        ("ru", "специалист секретарь инспектор советник помощник аким судья прокурор депутат ректор декан"),
        ("ru", "генерал полковник господин товарищ"),
        ("kk", "министр вице-министр басшы бастық төраға орынбасар директор меңгеруші маман хатшы инспектор"),
        ("kk", "кеңесші көмекші әкім судья прокурор депутат ректор мырза ханым"),
    ],
)
def test_the_positions_of_a_state_body_are_there(language, positions):
    assert set(positions.split()) <= set(cover.POSITIONS[language])


def test_bodies_named_after_posts_are_no_positions():
    listed = {word for words in (*cover.POSITIONS.values(), *cover.UNITS.values()) for word in words}
    bodies = "прокуратура секретариат директорат акимат министерство әкімдік министрлік управление департамент комитет"
    assert listed.isdisjoint(bodies.split())


def test_words_that_are_positions_only_in_some_forms_are_positions():
    assert set(cover.NOT_BARE) <= set(cover.POSITIONS["kk"])
    assert set(cover.NAMES_TOO.split()) <= set(cover.NOT_BARE)


def test_a_checked_line_cannot_be_changed():
    line = CoverLine("Министру", refused=True, found=("Министру",))
    with pytest.raises(dataclasses.FrozenInstanceError):
        line.refused = False
