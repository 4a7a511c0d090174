"""The recovery sheet: what is needed to open a store years later, and nothing to guess at."""

import re
from dataclasses import replace

import pytest

from dspdesk.reports import recovery_sheet
from tests.reports.reading import pages, sheets

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])


@LANGUAGES
def test_says_what_it_opens_and_shows_the_key_in_its_order(language):
    content = recovery_sheet.sample(language)
    (page,) = pages(recovery_sheet.draw(content, language))
    for known in (content.organisation, content.store_id, content.made_by, "05.01.2026"):
        assert known in page
    assert re.findall(r"\b(\d+) ([0-9A-Z]{5})\b", page) == [(str(n), g) for n, g in enumerate(content.key, 1)]


@LANGUAGES
def test_the_key_is_large(language):
    content = recovery_sheet.sample(language)
    (sheet,) = sheets(recovery_sheet.draw(content, language))
    assert {piece.size for piece in sheet.pieces if piece.text in content.key} == {20.0}


@LANGUAGES
def test_two_people_sign_for_it(language):
    (page,) = pages(recovery_sheet.draw(recovery_sheet.sample(language), language))
    assert page.count({"ru": "(личная подпись)", "kk": "(қолы)"}[language]) == 2
    assert {"ru": "запечатанным в сейфе", "kk": "Сейфте мөрленген"}[language] in page


@pytest.mark.parametrize("groups", [("ДЛИННАЯ-ГРУППА-ЗНАКОВ-НА-СТРОКЕ",) * 8, ("A1B2C-D3E4F",) * 12])
def test_other_groupings_stay_in_the_box(groups):
    (sheet,) = sheets(recovery_sheet.draw(replace(recovery_sheet.sample("ru"), key=groups), "ru"))
    assert max(piece.right for piece in sheet.pieces) <= 200
    assert max(piece.bottom for piece in sheet.pieces[:-1]) <= 277
