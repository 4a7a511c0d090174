"""The inventory: restricted headings with the mark among the others, totals without what was struck out, its foot."""

from dataclasses import replace

import pytest

from dspdesk.law.unit_inventory import InventoryKind, Period
from dspdesk.reports import unit_inventory
from tests.reports.reading import pages

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])


def text(content, language: str) -> str:
    return " ".join(" ".join(pages(unit_inventory.draw(content, language))).split())


@LANGUAGES
def test_the_mark_stands_after_restricted_headings_only(language):
    content = unit_inventory.sample(language)
    mark = {"ru": '"ДСП"', "kk": '"ҚБПҮ"'}[language]
    in_lines = sum(line.restricted for line in content.lines)
    assert in_lines == 4
    assert text(content, language).count(mark) == in_lines + 1  # and once among the totals
    plain = replace(content, lines=[replace(line, restricted=False) for line in content.lines])
    assert text(plain, language).count(mark) == 1


@LANGUAGES
def test_totals_leave_out_what_was_struck_out(language):
    found = text(unit_inventory.sample(language), language)
    words = {
        "ru": ("4 (четыре), с № 1 по № 5", "исключены № 4", "495 (четыреста девяносто пять)", "10 (десять)"),
        "kk": ("4 (төрт), № 1 – № 5", "№ 4", "495 (төрт жүз тоқсан бес)", "10 (он)"),
    }[language]
    assert [word for word in words if word not in found] == []
    assert "178 + 4" in found


@LANGUAGES
def test_the_closing_lines_say_who_handed_over_and_who_accepted(language):
    content = unit_inventory.sample(language)
    (one,) = content.transfers
    found = text(content, language)
    assert found.index(one.given_by) < found.index(one.accepted_by)
    both = {"ru": ("Передал", "Принял"), "kk": ("Тапсырды", "Қабылдады")}[language]
    nothing = text(replace(content, transfers=()), language)
    assert all(word in nothing for word in both), "room to sign before anything is entered"
    assert one.accepted_by not in nothing
    twice = text(replace(content, transfers=(one, replace(one, accepted_by="Юнусов Р.А."))), language)
    assert "Юнусов Р.А." in twice
    assert one.accepted_by in twice


@LANGUAGES
def test_a_consolidated_one_hands_nothing_over(language):
    content = replace(unit_inventory.sample(language), kind=InventoryKind.CONSOLIDATED, unit="", transfers=())
    found = text(content, language)
    assert {"ru": "Сводная опись № 04в-25", "kk": "№ 04у-25 жиынтық тізімдеме"}[language] in found
    assert {"ru": "Передал", "kk": "Тапсырды"}[language] not in found


@LANGUAGES
@pytest.mark.parametrize("period", Period)
def test_it_says_which_cases_it_lists(language, period):
    found = text(replace(unit_inventory.sample(language), period=period), language)
    words = {
        Period.PERMANENT: {"ru": "постоянного хранения", "kk": "тұрақты сақталатын"},
        Period.LONG: {"ru": "(свыше 10 лет)", "kk": "(10 жылдан аса)"},
        Period.PERSONNEL: {"ru": "по личному составу", "kk": "жеке құрам"},
        Period.SHORT: {"ru": "(до 10 лет включительно)", "kk": "(10 жылға дейін, қоса алғанда)"},
    }
    assert words[period][language] in found


@LANGUAGES
def test_a_long_one_goes_on_with_its_heads_and_its_foot_is_whole(language):
    content = unit_inventory.sample(language)
    many = [replace(content.lines[0], number=number) for number in range(1, 121)]
    read = pages(unit_inventory.draw(replace(content, lines=many, transfers=()), language))
    heads = {"ru": "Крайние даты", "kk": "Соңғы күндері"}[language]
    assert len(read) > 3
    assert all(heads in page for page in read if "04-02" in page)
    made = {"ru": "Опись составил", "kk": "Тізімдемені жасаған"}[language]
    (signed,) = [page for page in read if made in page]
    assert content.made_by in signed


def test_in_kazakh_what_is_listed_stands_before_the_inventory_of_it():
    content = unit_inventory.sample("kk")
    assert "2025 жылғы уақытша (10 жылдан аса) сақталатын істердің № 04у-25 тізімдемесі" in text(
        content, "kk"
    )
    whole = replace(content, kind=InventoryKind.CONSOLIDATED, unit="", transfers=())
    said = "сақталатын істердің № 04у-25 жиынтық тізімдемесі жылдық бөлімі"
    assert said in text(whole, "kk")
    assert "Сводная опись" in text(replace(whole), "ru")


def test_a_single_case_has_one_number():
    content = unit_inventory.sample("ru")
    alone = replace(content, lines=content.lines[:1], transfers=())
    assert "1 (одно), № 1" in text(alone, "ru")
    assert "с № 1 по № 1" not in text(alone, "ru")
    assert "с № 1 по № 5" in text(content, "ru")


@LANGUAGES
def test_what_changed_after_the_approval_is_a_note_and_no_number(language):
    content = unit_inventory.sample(language)
    one = content.lines[2]
    assert one.volume is None
    assert not one.restricted
    now = replace(one, volume=1, sheets=150, inventory_sheets=3, restricted=True, last_day=one.first_day)
    changed = replace(one, now=now)
    lines = [changed if line is one else line for line in content.lines]
    plain, found = text(content, language), text(replace(content, lines=lines), language)
    said = {
        "ru": ("После утверждения: дело стало томом 1", 'поставлена пометка "ДСП"', "листов 150 + 3"),
        "kk": ("Бекітілгеннен кейін: іс 1-том болды", '"ҚБПҮ" белгісі қойылды', "парақ саны 150 + 3"),
    }[language]
    assert [word for word in said if word not in found] == []
    assert [word for word in said if word in plain] == []
    assert "164 + 2" in found
    total = {"ru": "495 (четыреста", "kk": "495 (төрт"}[language]
    assert total in found
    lifted = replace(
        content, lines=[replace(content.lines[0], now=replace(content.lines[0], restricted=False))]
    )
    assert {"ru": 'пометка "ДСП" снята', "kk": '"ҚБПҮ" белгісі алынды'}[language] in text(lifted, language)
