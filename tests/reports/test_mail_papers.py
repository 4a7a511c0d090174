"""The duty officer's list and the letter of a return, on paper."""

from dataclasses import replace
from itertools import pairwise

import pytest

from dspdesk.language.catalogue import Language
from dspdesk.language.dates import day_and_time
from dspdesk.language.numbers import sheet_of
from dspdesk.reports import covering_letter, duty_handover
from tests.reports.reading import flat, pages, sheets

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])
GIVEN = {"ru": ("Сдал дежурный", "Принял руководитель документационной службы"),
         "kk": ("Кезекші тапсырды", "Құжаттамалық қызмет басшысы қабылдады")}  # fmt: skip


@LANGUAGES
def test_the_list_names_each_cover_and_both_signatures(language):
    (content,) = duty_handover.sample(language)
    (page,) = pages(duty_handover.draw([content], language))
    for cover in content.covers:
        assert day_and_time(cover.received_at) in page
        for words in (cover.sender, cover.cover_numbers, cover.bearer):
            assert flat(words) in page
    for words in (*GIVEN[language], content.given_by, content.accepted_by, "14.02.2026", "08:20", "3 ("):
        assert words in page
    assert page.index(GIVEN[language][0]) < page.index(GIVEN[language][1])


def test_the_state_of_a_cover_is_told_as_far_as_it_is_known():
    (content,) = duty_handover.sample("ru")
    (page,) = pages(duty_handover.draw([content], "ru"))
    assert page.count("целостность нарушена") == 1
    assert page.count('с пометкой "Лично"') == 1
    unknown = replace(content, covers=tuple(replace(one, sealed=None, intact=None) for one in content.covers))
    (page,) = pages(duty_handover.draw([unknown], "ru"))
    assert "целостность" not in page
    assert "запечатан" not in page.replace("нераспечатанными", "")


@LANGUAGES
def test_what_is_not_known_yet_is_written_by_hand(language):
    content = replace(duty_handover.sample(language)[0], given_position="", given_by="", accepted_by="",
                      accepted_position="", handed_over_at=None)  # fmt: skip
    (sheet,) = sheets(duty_handover.draw([content], language))
    words = {"ru": "(расшифровка подписи)", "kk": "(қолдың толық жазылуы)"}[language]
    assert sheet.text.count(words) == 2
    assert "08:20" not in sheet.text


@LANGUAGES
def test_a_long_list_goes_on_with_its_heads(language):
    (content,) = duty_handover.sample(language)
    found = pages(duty_handover.draw([replace(content, covers=content.covers * 20)], language))
    assert len(found) > 1
    head = {"ru": "Номера на конверте", "kk": "Конверттегі"}[language]
    with_table = [page for page in found if "дсп" in page or "қбпү" in page]
    assert all(head in page for page in with_table)
    assert sheet_of(Language(language), len(found), len(found)) in found[-1]
    assert content.accepted_by in found[-1]


@LANGUAGES
def test_the_blank_list_has_ten_rows(language):
    (sheet,) = sheets(duty_handover.blank(language))
    rows = sorted({round(rule.y, 1) for rule in sheet.rules if rule.x < 31 and rule.to_x > 199})
    gaps = [below - above for above, below in pairwise(rows)]
    assert sum(round(gap) == 11 for gap in gaps) == 10


@LANGUAGES
def test_the_list_of_each_officer_stands_on_sheets_of_its_own(language):
    (content,) = duty_handover.sample(language)
    other = replace(content, covers=content.covers[:1], given_by="Ли С.А.")
    first, second = pages(duty_handover.draw([content, other], language))
    assert "Ли С.А." not in first.replace("курьер Ли С.А.", "")
    assert content.given_by not in second
    assert "3 (" in first
    assert "1 (" in second
    assert all(sheet_of(Language(language), 1, 1) in page for page in (first, second))


@LANGUAGES
@pytest.mark.parametrize("count", range(1, 25))
def test_who_hands_over_signs_below_a_row_and_the_total(language, count):
    (content,) = duty_handover.sample(language)
    covers = tuple(replace(content.covers[at % 3], cover_numbers=f"R{at}") for at in range(count))
    *others, last = pages(duty_handover.draw([replace(content, covers=covers)], language))
    assert f"R{count - 1}" in last
    assert f"{count} (" in last
    assert content.given_by in last
    assert content.accepted_by in last
    assert not any(content.given_by in page for page in others)


@LANGUAGES
def test_the_letter_stands_under_its_letterhead(language):
    content = covering_letter.sample(language)
    (page,) = pages(covering_letter.draw(content, language))
    assert page.startswith(content.organisation)
    for line in content.letterhead.splitlines():
        assert flat(line) in page
    for words in (content.number, "16.02.2026", content.addressee, content.address, content.name):
        assert flat(words) in page
    assert "1196" in page
    for one in content.enclosed:
        assert flat(one.number) in page


ENCLOSED = {
    "ru": (
        "1. Письмо № 9-3/15дсп от 10.02.2026, на 2 л., приложения на 7 л., 1 экз.",
        "2. Справка б/н, на 3 л., 2 экз.",
    ),
    "kk": (
        "1. 10.02.2026 № 9-3/15қбпү хат, 2 парақ, қосымшалары 7 парақ, 1 дана",
        "2. н/ж анықтама, 3 парақ, 2 дана",
    ),
}


@LANGUAGES
def test_the_enclosures_are_listed_with_their_sheets(language):
    (page,) = pages(covering_letter.draw(covering_letter.sample(language), language))
    for line in ENCLOSED[language]:
        assert line in page


@LANGUAGES
def test_an_unopened_cover_goes_back_as_it_came(language):
    content = replace(covering_letter.sample(language), enclosed=())
    (page,) = pages(covering_letter.draw(content, language))
    assert content.cover_numbers in page
    assert {"ru": "конверт (пакет) нераспечатанный, 1 шт.", "kk": "ашылмаған конверт (пакет), 1 дана"}[
        language
    ] in page


@LANGUAGES
@pytest.mark.parametrize("count", range(1, 31))
def test_the_letter_is_never_signed_on_a_sheet_alone(language, count):
    content = covering_letter.sample(language)
    letter = replace(content, enclosed=(content.enclosed[0],) * count)
    last = pages(covering_letter.draw(letter, language))[-1]
    assert content.name in last
    assert f"{count}. " in last


@pytest.mark.parametrize(("language", "words"), [("ru", "в наш адрес ___"), ("kk", "___ күні қателесіп")])
def test_a_letter_of_an_unknown_day_leaves_room_for_it(language, words):
    letter = replace(covering_letter.sample(language), received=None)
    (page,) = pages(covering_letter.draw(letter, language))
    assert words in page


def test_a_letter_without_number_addressee_and_signatory_leaves_lines():
    content = replace(
        covering_letter.sample("ru"), number="", dated=None, addressee="", address="", position="", name=""
    )
    (sheet,) = sheets(covering_letter.draw(content, "ru"))
    assert "(наименование должности)" in sheet.text
    assert sum(rule.to_x - rule.x >= 30 for rule in sheet.rules) >= 7
