"""Appendix 3 on paper: the law's words in both languages, room to write on, totals with the last line."""

from dataclasses import replace
from itertools import pairwise

import pytest

from dspdesk.law.growing import CLOSING, Growth, Series
from dspdesk.reports import inner_inventory as paper
from tests.reports.reading import pages, sheets

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])
#: Copied from the text of decree 1196, appendix 3, not from our forms.
HEADS = {
    "ru": [
        "№ п/п",
        "Номер документа",
        "Дата документа",
        "Заголовок документа",
        "Номера листов дела",
        "Примечание",
    ],
    "kk": [
        "Р/с",
        "Құжаттың нөмірі",
        "Құжаттың күні",
        "Құжаттың тақырыбы",
        "Іс парақтарының нөмірі",
        "Ескертпе",
    ],
}
TITLE = {
    "ru": 'Внутренняя опись документов дела с пометкой "ДСП" №',
    "kk": '"ҚБПҮ" деген белгісі бар істер құжаттарының ішкі тізімдемесі',
}
BELOW = {
    "ru": [
        "Итого",
        "документов",
        "(цифрами и прописью)",
        "Количество листов внутренней описи",
        "Наименование должности лица, заполнившего внутреннюю опись документов дела",
        "(личная подпись)",
        "Расшифровка подписи",
        "Дата",
    ],
    "kk": [
        "Жиыны",
        "құжат",
        "(санмен және жазумен)",
        "Ішкі тізімдеме парақтарының саны",
        "Іс құжаттарының ішкі тізімдемесін толтырған адамның лауазымының атауы",
        "(өз қолы)",
        "Қолтаңбаның жазылуы",
        "Күні",
    ],
}


@LANGUAGES
def test_the_words_of_appendix_3_in_their_order(language: str) -> None:
    for pdf in (paper.draw(paper.sample(language), language), paper.blank(language)):
        whole = " ".join(pages(pdf)).replace("- ", "")
        assert TITLE[language] in whole
        at = 0
        for words in (*HEADS[language], *BELOW[language]):
            found = whole.find(words, at)
            assert found >= 0, words
            at = found


@LANGUAGES
def test_totals_are_in_figures_and_words(language: str) -> None:
    content = paper.sample(language)
    (page,) = pages(paper.draw(content, language))
    said = {"ru": ("12 (двенадцать)", "1 (один)"), "kk": ("12 (он екі)", "1 (бір)")}[language]
    assert content.documents == 12
    assert len(content.lines) == 13  # one was taken out: its line stays, with a note
    for words in (*said, content.position, content.name, "18.12.2026"):
        assert words in page


@LANGUAGES
def test_heads_repeat_and_totals_never_stand_alone(language: str) -> None:
    content = paper.sample(language)
    for count in range(1, 60):
        lines = [(str(n), *content.lines[n % 13][1:]) for n in range(1, count + 1)]
        read = pages(paper.draw(replace(content, lines=lines), language))
        foot = {"ru": f"лист {len(read)} из {len(read)}", "kk": f"{len(read)} парақтың {len(read)}-парағы"}
        assert foot[language] in read[-1]
        assert all(HEADS[language][5] in page for page in read), count
        assert BELOW[language][0] in read[-1]
        assert f" {count} " in f" {read[-1]} "
        assert not any(BELOW[language][0] in page for page in read[:-1])


@LANGUAGES
def test_an_unrestricted_case_has_no_mark(language: str) -> None:
    (page,) = pages(paper.draw(replace(paper.sample(language), restricted=False), language))
    for words in ('ДСП"', 'ҚБПҮ"', "Для служебного", "Қызмет бабында"):
        assert words not in page


@LANGUAGES
def test_there_is_room_to_write_on(language: str) -> None:
    first, last = sheets(paper.blank(language))
    for sheet in (first, last):
        level = sorted({round(rule.y, 1) for rule in sheet.rules if rule.y == rule.to_y and rule.x < 31})
        rows = [after - before for before, after in pairwise(level)]
        assert len([row for row in rows if row >= 8]) > 15
        assert min(rule.width for rule in sheet.rules) >= 0.3
        assert min(rule.x for rule in sheet.rules) >= 29.99
        assert max(max(rule.x, rule.to_x) for rule in sheet.rules) <= 200.1


@LANGUAGES
def test_the_end_of_a_growing_one_is_kept_as_it_was_printed(language: str) -> None:
    content = paper.sample(language)
    lines = tuple((f"filing:{n}", line) for n, line in enumerate(content.lines, 1))
    pdf, placed = paper.draw_growing(content, Growth(Series(1), lines, closes=True), language, "1-A")
    assert placed[-1].key == CLOSING
    later = replace(content, documents=99, name="Ким А.В.")
    series = Series(1, placed, {1: ("1-A",)})
    again, none = paper.draw_growing(later, Growth(series, again=1), language, "3-B")
    assert none == ()
    (was,), (now,) = pages(pdf), pages(again)
    assert content.name in now
    assert "99" not in now
    assert now.replace("dspdesk 3-B", "").split() == was.split()
