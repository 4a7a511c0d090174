"""Appendix 4 on paper: the law's words in both languages, "N + M" in figures and words, features that go on."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from dspdesk.law.certification_sheet import CertificationSheetContent, Line
from dspdesk.reports import certification_sheet as paper
from tests.reports.law_words import MARK
from tests.reports.reading import flat, sheets

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])
#: Copied from the text of decree 1196, appendix 4, not from our forms; its misprints put right as REQUIREMENTS says.
ABOVE = {
    "ru": [
        'Лист-заверитель дела с пометкой "ДСП"',
        "Фонд №",
        "Опись №",
        "Дело №",
        "В дело подшито и пронумеровано",
        "лист(ов), в том числе",
        "литерные номера листов",
        "пропущенные номера листов",
        "пронумерованные чистые листы",
        "листов внутренней описи",
        "Учтено документов в виде вложений и приложений, не подлежащих нумерации",
        "(разновидности документов и их количество)",
        "Особенности формирования, оформления, физического состояния и учета документов дела",
        "Номера листов",
    ],
    "kk": [
        '"ҚБПҮ" деген белгісі бар істің куәландыру парағы',
        "Қор №",
        "Тізімдеме №",
        "Іс №",
        "Іске",
        "парақ тігілді және саны жазылды, оның ішінде",
        "парақтардың литерлік нөмірлері",
        "парақтардың қалып қойған нөмірлері",
        "нөмірленген таза парақтар",
        "ішкі тізімдеме парақтарының саны",
        "нөмірлеуге жатпайтын қосымшалар ретінде есепке алынған құжаттар саны",
        "(құжаттардың түрлері мен саны)",
        "Іс құжаттарын қалыптастырудың, ресімдеудің, физикалық жай-күйінің және есепке алудың ерекшеліктері",
        "Парақтың нөмірлері",
    ],
}
FEATURES = {
    "ru": [
        "1. Брошюры и другие издания",
        "2. Листовки",
        "3. Вырезки из газет",
        "4. Открытки",
        "5. Конверты",
        "6. Марки почтовые",
        "7. Марки гербовые",
        "8. Штемпели почтовые и другие",
        "9. Специальные почтовые отметки",
        "10. Сургучные, мастичные печати",
        "11. Фотодокументы",
        "12. Карты, планы, чертежи и другая научно-техническая документация",
        "13. Рисунки, гравюры, акварели",
        "14. Автографы видных деятелей",
        "15. Склеенные листы",
        "16. Утрата части листов",
        "17. Угасающий текст",
    ],
    "kk": [
        "1. Брошюралар және өзге басылымдар",
        "2. Есеп парағы",
        "3. Газеттерден кесінді",
        "4. Ашық хаттар",
        "5. Конверттер",
        "6. Пошта маркалары",
        "7. Елтаңбалы маркалар",
        "8. Пошталық және басқа штемпелдер",
        "9. Арнайы пошталық белгілер",
        "10. Сүргіш және мастикалық мөрлер",
        "11. Фотоқұжаттар",
        "12. Карталар, жоспарлар, сызбалар және басқа ғылыми-техникалық құжаттама",
        "13. Суреттер, оюлар және акварельдер",
        "14. Көрнекті қайраткерлердің қолтаңбалары",
        "15. Жапсырылған парақтар",
        "16. Парақтардың бір бөлігінің жоғалуы",
        "17. Өшіріліп бара жатқан мәтін",
    ],
}
BELOW = {
    "ru": [
        "Наименование должности лица, заполнившего лист-заверитель дела",
        "(личная подпись)",
        "Расшифровка подписи",
        "Дата",
    ],
    "kk": [
        "Іс құжаттарының ішкі тізімдемесін толтырған адамның лауазымының атауы",
        "(жеке қолы)",
        "Қолтаңбаның толық жазылуы",
        "Күні",
    ],
}
PLAIN = CertificationSheetContent(
    numbered=178, inventory_sheets=3, position="Специалист", name="Ким А.В.", dated=dt.date(2026, 11, 18)
)


def read(pdf: bytes) -> list:
    return sheets(pdf)


def words_of(pdf: bytes) -> str:
    return " ".join(sheet.text for sheet in read(pdf))


def in_order(text: str, words: list[str]) -> None:
    at = 0
    for part in words:
        found = text.find(part, at)
        assert found >= 0, part
        at = found + len(part)


@LANGUAGES
def test_the_form_has_the_words_of_the_law_in_their_order(language):
    text = words_of(paper.blank(language))
    in_order(text, ABOVE[language])
    in_order(text, FEATURES[language])
    captions = [part for part in BELOW[language] if part not in text]
    assert captions in ([], [BELOW[language][0]])  # a long caption stands in two lines
    in_order(text.replace(FEATURES[language][-1], "", 1), BELOW[language][1:])
    assert set(BELOW[language][0].split()) <= set(text.split())


@LANGUAGES
def test_misprints_of_the_source_and_words_of_the_law_alone_are_not_printed(language):
    text = words_of(paper.blank(language)) + words_of(paper.draw(paper.sample(language), language))
    for wrong in (
        "завреитель",
        "Скленные",
        "\\",
        "Приложение 4",
        "4-қосымша",
        "Формат",
        "210",
        "составляется",
    ):
        assert wrong not in text


@LANGUAGES
def test_lines_to_write_on_are_long_and_apart(language):
    first = read(paper.blank(language))[0]
    table = min(rule.y for rule in first.rules if rule.to_x - rule.x > 165)
    lines = sorted(
        {round(rule.y, 1): rule for rule in first.rules if rule.y < table - 1 and rule.y > 35}.items()
    )
    assert len(lines) == 7
    assert all(below - above >= 7.9 for (above, _one), (below, _other) in pairwise(lines))
    assert all(rule.to_x - rule.x >= 25 for _y, rule in lines)
    rows = sorted({round(rule.y, 1) for rule in first.rules if rule.y > table + 25})
    assert all(below - above >= 8 for above, below in pairwise(rows))


@pytest.mark.parametrize(
    ("numbered", "inventory", "language", "said"),
    [
        (178, 3, "ru", "178 (сто семьдесят восемь) + 3 (три) листа, в том числе"),
        (21, 1, "ru", "21 (двадцать один) + 1 (один) лист, в том числе"),
        (22, 5, "ru", "22 (двадцать два) + 5 (пять) листов, в том числе"),
        (21, 0, "ru", "21 (двадцать один) лист, в том числе"),
        (1002, 12, "ru", "1 002 (одна тысяча два) + 12 (двенадцать) листов, в том числе"),
        (178, 3, "kk", "178 (жүз жетпіс сегіз) + 3 (үш) парақ тігілді және саны жазылды, оның ішінде"),
        (1, 0, "kk", "1 (бір) парақ тігілді және саны жазылды, оның ішінде"),
    ],
)
def test_sheets_and_inventory_sheets_in_figures_and_words(numbered, inventory, language, said):
    """Note 3: through the sign "+", in gender and number of the language."""
    content = replace(PLAIN, numbered=numbered, inventory_sheets=inventory)
    text = words_of(paper.draw(content, language))
    value, _space, noun = said.rpartition(") ")
    assert f"{value})" in text
    assert noun in text


@pytest.mark.parametrize(("language", "none"), [("ru", "нет"), ("kk", "жоқ")])
def test_what_a_filled_sheet_does_not_have_is_said(language, none):
    (sheet,) = read(paper.draw(PLAIN, language))
    assert sheet.text.split().count(none) == 4
    assert [piece.text for piece in sheet.pieces].count("–") == 17


@LANGUAGES
def test_a_single_sheet_bears_no_number(language):
    """Note 9: the sheet itself is not numbered."""
    (sheet,) = read(paper.draw(PLAIN, language, "12-ab34"))
    foot = [piece.text for piece in sheet.pieces if piece.y > sheet.height - 15]
    assert foot == ["dspdesk 12-ab34"]


@LANGUAGES
def test_the_sheet_of_a_plain_volume_is_one_and_signed_at_its_foot(language):
    (sheet,) = read(paper.draw(PLAIN, language))
    table = max(rule.y for rule in sheet.rules if rule.to_x - rule.x > 165)
    (name,) = (piece for piece in sheet.pieces if piece.text == "Ким А.В.")
    assert table < name.y < sheet.height - 20
    assert "18.11.2026" in sheet.text


@LANGUAGES
def test_many_features_go_on_with_the_heads_and_the_signature_stays_whole(language):
    lines = tuple(Line(18 + place, f"Особенность {place}", 0, f"{place + 1}") for place in range(40))
    drawn = read(paper.draw(replace(PLAIN, lines=lines), language))
    assert len(drawn) == 2
    head = flat(ABOVE[language][-1])
    assert all(head in sheet.text for sheet in drawn)
    assert "57. Особенность 39" in drawn[-1].text
    assert all(part in drawn[-1].text for part in BELOW[language][1:])
    assert BELOW[language][1] not in drawn[0].text


@LANGUAGES
def test_sheets_stand_beside_their_features(language):
    content = paper.sample(language)
    drawn = read(paper.draw(content, language))
    pieces = [piece for sheet in drawn for piece in sheet.pieces]
    for line in content.lines:
        if line.feature == 0:
            continue
        (label,) = (piece for piece in pieces if piece.text.startswith(f"{line.feature}. "))
        beside = flat(line.sheets)
        assert any(flat(p.text) == beside and abs(p.y - label.y) < 0.2 and p.x > label.x for p in pieces), (
            line
        )


def test_inserts_have_their_kind_and_number():
    lines = (Line(0, "Оптический диск", 2, "14–15"), Line(0, "Плёнка", 1))
    text = words_of(paper.draw(replace(PLAIN, lines=lines), "ru"))
    assert "Оптический диск – 2 (листы: 14–15); Плёнка – 1" in text


@pytest.mark.parametrize(
    ("language", "said"),
    [("ru", "со ссылкой на акт № 7 от 20.11.2026"), ("kk", "20.11.2026 № 7 актіге сілтемемен")],
)
def test_a_later_sheet_names_its_act(language, said):
    """Note 8."""
    changed = replace(PLAIN, act_number="7", act_on=dt.date(2026, 11, 20))
    assert said in words_of(paper.draw(changed, language))
    assert said not in words_of(paper.draw(PLAIN, language))


@LANGUAGES
def test_the_mark_stands_at_the_upper_right_of_a_restricted_case_only(language):
    first = read(paper.draw(PLAIN, language))[0]
    (mark,) = (piece for piece in first.pieces if piece.text == MARK[language])
    assert mark.right > 195
    assert mark.y < 30
    plain = words_of(paper.draw(replace(PLAIN, restricted=False), language))
    assert MARK[language] not in plain
    assert "ДСП" not in plain
    assert "ҚБПҮ" not in plain
