"""The hand-over sheet: room to sign on each line, totals that are right, each person's sheet by itself."""

from dataclasses import replace
from itertools import pairwise

import pytest

from dspdesk.reports import handover_sheet
from tests.reports.reading import pages, sheets

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])


@LANGUAGES
def test_each_sheet_begins_on_paper_of_its_own_and_counts_by_itself(language):
    first, second = handover_sheet.sample(language)
    read = pages(handover_sheet.draw([first, second], language))
    feet = {
        "ru": ("лист 1 из 2", "лист 2 из 2", "лист 1 из 1"),
        "kk": ("2 парақтың 1-парағы", "2 парақтың 2-парағы", "1 парақтың 1-парағы"),
    }
    assert [foot in page for foot, page in zip(feet[language], read, strict=True)] == [True] * 3
    assert not any(second.name in page for page in read[:2])
    assert first.name not in read[2]


@LANGUAGES
def test_the_totals_are_in_figures_and_words(language):
    content = handover_sheet.sample(language)[0]
    count = sum((line.sheets or 0) + (line.enclosure_sheets or 0) for line in content.lines)
    assert (len(content.lines), count) == (14, 218)
    page = pages(handover_sheet.draw([content], language))[-1]
    words = {
        "ru": ("14 (четырнадцать)", "218 (двести восемнадцать)"),
        "kk": ("14 (он төрт)", "218 (екі жүз он сегіз)"),
    }
    for written in words[language]:
        assert written in page


@LANGUAGES
def test_publications_are_counted_by_copies_alone(language):
    content = handover_sheet.sample(language)[1]
    (line,) = content.lines
    bare = replace(line, sheets=None, enclosure_sheets=None)
    said = {"ru": "в них листов", "kk": "олардағы парақ саны"}[language]
    (page,) = pages(handover_sheet.draw([replace(content, lines=[bare])], language))
    assert f"{said} –" in page
    assert {"ru": "ноль", "kk": "нөл"}[language] not in page
    mixed = replace(content, lines=[bare, line])
    assert f"{said} {line.sheets} (" in pages(handover_sheet.draw([mixed], language))[-1]


@LANGUAGES
def test_each_line_is_high_enough_to_sign_on(language):
    (page,) = sheets(handover_sheet.draw([handover_sheet.sample(language)[1]], language))
    blank = sheets(handover_sheet.blank(language))[0]
    for sheet in (page, blank):
        level = sorted({round(rule.y, 1) for rule in sheet.rules if rule.y == rule.to_y and rule.x < 31})
        rows = [after - before for before, after in pairwise(level)]
        assert max(rows) >= 9


@LANGUAGES
@pytest.mark.parametrize("lines", list(range(1, 26)))
def test_signatures_never_stand_on_a_sheet_alone(language, lines):
    content = handover_sheet.sample(language)[0]
    rows = [replace(content.lines[at % 14], number=f"R{at}") for at in range(lines)]
    read = pages(handover_sheet.draw([replace(content, lines=rows)], language))
    assert f"R{lines - 1}" in read[-1]
    signed = {"ru": "Принял(а)", "kk": "Қабылдады"}[language]
    assert [signed in page for page in read] == [False] * (len(read) - 1) + [True]


@LANGUAGES
def test_it_carries_the_mark_and_the_code_of_the_sheet(language):
    content = handover_sheet.sample(language)[1]
    (page,) = pages(handover_sheet.draw([content], language))
    assert content.barcode in page
    assert {"ru": "Для служебного пользования", "kk": "Қызмет бабында пайдалану үшін"}[language] in page
