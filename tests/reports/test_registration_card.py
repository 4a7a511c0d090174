"""Cards of account: the fields of appendix 2, one card a sheet."""

from dataclasses import replace

import pytest

from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import sheet_of
from dspdesk.reports import registration_card
from tests.reports import law_words
from tests.reports.reading import flat, pages, sheets

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])


@LANGUAGES
def test_all_fields_with_their_values(language):
    contents = registration_card.sample(language)
    found = pages(registration_card.draw(contents, language))
    assert len(found) == len(contents)
    for content, page in zip(contents, found, strict=True):
        for caption in law_words.HEADS[language]:
            assert caption in page
        assert [f"{n}. " in page for n in range(1, 15)] == [True] * 14
        assert f"№ {flat(content.number)}" in page
        for value in content.line:
            for part in value.split("; "):
                assert flat(part) in page
        assert content.organisation in page
        assert law_words.MARK[language] in page


@LANGUAGES
def test_each_card_numbers_its_own_sheets(language):
    for page in pages(registration_card.draw(registration_card.sample(language), language)):
        assert sheet_of(Language(language), 1, 1) in page


def test_movements_stand_one_below_the_other_and_lines_are_left():
    known = registration_card.sample("ru")[0]
    received = [f"{day:02}.03.2026 Оспанов Е.Т." for day in range(1, 5)]
    (sheet, *rest) = sheets(registration_card.draw([with_field(known, 10, "; ".join(received))], "ru"))
    pieces = [piece for one in (sheet, *rest) for piece in one.pieces if piece.text in received]
    assert [piece.text for piece in pieces] == received
    assert len({round(piece.x) for piece in pieces}) == 1


def with_field(content, column: int, value: str):
    line = list(content.line)
    line[column - 1] = value
    return replace(content, line=tuple(line))


@LANGUAGES
def test_an_unknown_field_leaves_room_to_write(language):
    content = registration_card.sample(language)[1]
    assert content.line[7] == ""
    (sheet,) = sheets(registration_card.draw([content], language))
    caption = next(piece for piece in sheet.pieces if piece.text.startswith("8. "))
    below = min(
        r.y
        for r in sheet.rules
        if r.y > caption.y and abs(r.to_x - r.x) > 50 and r.y == pytest.approx(r.to_y)
    )
    assert below - caption.y >= 7.9


@pytest.mark.parametrize("count", [300, 2000])
def test_a_card_with_very_long_texts_goes_on_and_loses_nothing(count):
    words = [f"слово{n}" for n in range(count)]
    content = with_field(registration_card.sample("ru")[0], 4, " ".join(words))
    found = pages(registration_card.draw([content], "ru"))
    assert len(found) > 1
    assert [word for word in " ".join(found).split() if word.startswith("слово")] == words
    assert f"лист {len(found)} из {len(found)}" in found[-1]
    for sheet in sheets(registration_card.draw([content], "ru")):
        assert max(piece.bottom for piece in sheet.pieces[:-1]) <= 148 - 13.9


@LANGUAGES
def test_the_blank_card(language):
    (page,) = pages(registration_card.blank(language))
    for caption in law_words.HEADS[language]:
        assert caption in page


def test_no_cards_are_one_empty_card():
    assert len(pages(registration_card.draw([], "ru"))) == 1
