"""The digest and the reminder slip: one sheet whatever there is to say, and what is left out is counted."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law.digest import DigestContent, DigestGroup, DigestLine, Group
from dspdesk.law.reminder_slip import SlipLine
from dspdesk.reports import digest, reminder_slip
from tests.reports.reading import pages, sheets

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])
DUE = dt.date(2026, 11, 5)


def crowded(people: int, each: int) -> DigestContent:
    lines = tuple(
        DigestLine(f"Қазыбекұлы-Сейтқалиева Г.М. {at}", each, f"№ {at} ДСП", DUE, 13) for at in range(people)
    )
    groups = tuple(DigestGroup(group, lines, people * each) for group in Group)
    return replace(digest.sample("ru"), groups=groups, unit="")


@LANGUAGES
def test_five_thousand_overdue_stand_on_one_sheet(language: str) -> None:
    (text,) = pages(digest.draw(crowded(500, 10), language))
    assert "5000" in text
    for group in range(5):
        assert text.count("Қазыбекұлы-Сейтқалиева Г.М. 0") == 5, f"group {group} hides the others"


def test_what_is_left_out_of_a_group_is_counted() -> None:
    (text,) = pages(digest.draw(crowded(500, 10), "ru"))
    shown = text.count("Қазыбекұлы-Сейтқалиева Г.М. ") // 5
    assert f"и еще работников: {500 - shown}, у них всего {(500 - shown) * 10}" in text


@LANGUAGES
@pytest.mark.parametrize("people", [0, 1, 4, 5, 6, 7, 8, 40])
def test_one_sheet_for_a_body_of_any_size(language: str, people: int) -> None:
    assert len(pages(digest.draw(crowded(people, 1), language))) == 1


def test_a_small_body_is_told_of_in_full() -> None:
    content = digest.sample("ru")
    (text,) = pages(digest.draw(content, "ru"))
    for group in content.groups:
        for line in group.lines:
            assert line.name in text
            assert line.oldest in text
    assert "и еще" not in text
    assert "по состоянию на 10.02.2026 08:45" in text


def test_the_digest_of_a_unit_names_it() -> None:
    (text,) = pages(digest.draw(replace(digest.sample("ru"), unit="Отдел анализа"), "ru"))
    assert "Сводка для руководителя подразделения: Отдел анализа" in text


@LANGUAGES
def test_a_slip_is_one_sheet_with_five_thousand_documents(language: str) -> None:
    lines = tuple(SlipLine(f"{at} ДСП", "О деле", DUE, -13, "Омаров Т.Е. 01.11.2026") for at in range(5000))
    (text,) = pages(reminder_slip.draw(replace(reminder_slip.sample(language), lines=lines), language))
    shown = text.count("О деле")
    assert shown >= 5
    assert str(5000 - shown) in text


@LANGUAGES
def test_a_slip_to_and_from_long_names_stays_on_its_sheet(language: str) -> None:
    name = "Қазыбекұлы-Сейтқалиева-Әбдірахманқызы-Мұхамеджанова Гүлмира Мағжан-Бауыржанқызы-Әлімжанқызы"
    position = (
        "Исполняющий обязанности заместителя руководителя управления документационного обеспечения " * 2
    )
    content = replace(
        reminder_slip.sample(language),
        organisation=position,
        name=name,
        position=position,
        unit=position,
        signs_position=position[: len(position) // 2],
        signs_name=name,
    )
    (sheet,) = sheets(reminder_slip.draw(content, language))
    assert "10.02.2026" in sheet.pieces[-2].text
    assert all(piece.bottom <= sheet.height - 13 for piece in sheet.pieces[:-1])


def test_a_slip_says_to_whom_what_is_late_and_by_whose_resolution() -> None:
    (text,) = pages(reminder_slip.draw(reminder_slip.sample("ru"), "ru"))
    for words in ("Байжанову А.К.", "главному специалисту, Отдел анализа", "3 ДСП", "03.02.2026", "Омаров Т.Е. 20.01.2026", "сегодня", "осталось 2", "Для служебного пользования"):  # fmt: skip  # noqa: E501
        assert words in text
