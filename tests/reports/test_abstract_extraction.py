"""The attestation of cards taken out, on paper: in a box to be cut out, whole however much was taken out."""

from dataclasses import replace

import pytest

from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import sheet_of
from dspdesk.reports import abstract_extraction
from tests.reports.reading import flat, pages, sheets

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])


@LANGUAGES
def test_it_says_what_was_taken_out_and_who_attests_it(language):
    content = abstract_extraction.sample(language)
    (page,) = pages(abstract_extraction.draw(content, language))
    counted = {"ru": "3 (три)", "kk": "3 (үш)"}[language]
    for words in (content.number, content.title, content.cards, counted, content.finding, "12.02.2026"):
        assert flat(words) in page
    for worker in content.workers:
        assert worker.name in page


@LANGUAGES
def test_a_long_list_of_cards_goes_on_in_a_further_box(language):
    content = abstract_extraction.sample(language)
    cards = "№ " + ", ".join(map(str, range(1000, 2000)))
    found = sheets(abstract_extraction.draw(replace(content, cards=cards), language))
    assert len(found) > 1
    text = " ".join(sheet.text for sheet in found)
    assert all(str(card) in text for card in range(1000, 2000))
    for number, sheet in enumerate(found, 1):
        assert sheet_of(Language(language), number, len(found)) in sheet.text
        assert max(max(rule.y, rule.to_y) for rule in sheet.rules) <= 277.1
        boxed = [rule.y for rule in sheet.rules if rule.y == rule.to_y and abs(rule.to_x - rule.x) > 165]
        low, high = min(boxed), max(boxed)
        inside = sheet.pieces[1:-1]
        assert all(low < piece.top and piece.bottom < high for piece in inside)
        assert all(worker.name in sheet.text for worker in content.workers) == (number == len(found))
