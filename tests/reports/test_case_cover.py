"""The cover of a case on paper: its details word for word, long headings whole, lines where nothing is known."""

from dataclasses import replace
from itertools import pairwise

import pytest

from dspdesk.law.case_cover import CaseCoverContent, Detail, details
from dspdesk.law.case_file import DocumentsKind
from dspdesk.law.retention import Period
from dspdesk.reports import case_cover
from tests.reports.reading import pages, sheets

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])
#: The details in the order of paragraphs 31 and 32, as the sample says them.
STAND = {
    "ru": (
        "Для служебного пользования",
        "Комитет по надзору за гидротехническими сооружениями",
        "г. Астана",
        "Отдел анализа",
        "Дело № 01-02",
        "Том № 2",
        "Крайние даты дела",
        "12 января 2026 года – 18 декабря 2026 года",
        "№ 1 ДСП – № 47 ДСП",
        "На 178 листах",
        "Постоянно, ст. 16",
        "Номер архивного фонда 1042",
        "Номер сводной описи дел 2",
        "Номер дела 17",
    ),
    "kk": (
        "Қызмет бабында пайдалану үшін",
        "Гидротехникалық құрылыстарды қадағалау комитеті",
        "Астана қаласы",
        "Талдау бөлімі",
        "Іс № 01-02",
        "Том № 2",
        "соңғы күндері",
        "2026 жылғы 12 қаңтар – 2026 жылғы 18 желтоқсан",
        "№ 1 ҚБПҮ – № 47 ҚБПҮ",
        "178 парақта",
        "Тұрақты, 16-бап",
        "Мұрағат қорының нөмірі 1042",
        "Іс тізімдемесінің жиынтық нөмірі 2",
        "Іс нөмірі 17",
    ),
}


def text_of(content: CaseCoverContent, language: str = "ru") -> str:
    (page,) = pages(case_cover.draw(content, language))
    return page


@LANGUAGES
def test_all_details_stand_on_one_sheet(language: str) -> None:
    content = case_cover.sample(language)
    page = text_of(content, language)
    for words in STAND[language]:
        assert words in page
    assert all(word in page for word in content.heading.split())


@LANGUAGES
def test_the_mark_is_at_the_right_above_the_body_and_the_archive_at_the_lower_left(language: str) -> None:
    content = case_cover.sample(language)
    (sheet,) = sheets(case_cover.draw(content, language))
    at = {piece.text.strip(): piece for piece in sheet.pieces}
    mark, body, fonds = (at[words] for words in (STAND[language][0], content.organisation, content.fonds))
    assert mark.right == pytest.approx(200, abs=1)
    assert mark.top < body.top < 60
    assert (body.left + body.right) / 2 == pytest.approx(115, abs=1)
    assert fonds.top > 230
    assert fonds.left < 100
    assert at[content.barcode].left > 150
    assert all(piece.left >= 30 - 0.5 and piece.right <= 200 + 0.5 for piece in sheet.pieces)


def test_nine_details_have_neither_archive_nor_sheets() -> None:
    short = replace(
        case_cover.sample("ru"),
        details=details(DocumentsKind.CORRESPONDENCE, Period.SHORT, restricted=True),
    )
    page = text_of(short)
    assert "Крайние даты" in page
    for words in ("Порядковые номера первого", "листах", "Архивный фонд", "Сводная опись", "Номер дела 17"):
        assert words not in page


def test_an_unrestricted_case_has_no_mark() -> None:
    content = case_cover.sample("ru")
    assert "Для служебного" not in text_of(replace(content, details=content.details - {Detail.MARK}))


@pytest.mark.parametrize(
    ("count", "words"), [(1, "На 1 листе"), (11, "На 11 листах"), (21, "На 21 листе"), (180, "На 180 листах")]
)
def test_sheets_are_counted_in_good_russian(count: int, words: str) -> None:
    assert words in text_of(replace(case_cover.sample("ru"), sheets=count))


def test_the_same_day_and_number_stand_once() -> None:
    content = case_cover.sample("ru")
    page = text_of(replace(content, last_day=content.first_day, last_number=content.first_number))
    assert page.count("12 января 2026 года") == 1
    assert page.count("№ 1 ДСП") == 1


def test_of_an_unknown_last_day_there_is_room() -> None:
    page = text_of(replace(case_cover.sample("ru"), last_day=None, last_number=""))
    assert "12 января 2026 года –" in page
    assert "декабря" not in page


@LANGUAGES
@pytest.mark.parametrize(("times", "count"), [(4, 1), (10, 1), (40, 2)])
def test_a_long_heading_is_whole_and_touches_nothing(language: str, times: int, count: int) -> None:
    content = case_cover.sample(language)
    long = " ".join(f"{n}) {content.heading}" for n in range(1, times + 1))
    found = sheets(case_cover.draw(replace(content, heading=long), language))
    assert len(found) == count
    text = " ".join(sheet.text for sheet in found)
    for word in set(content.heading.split()):
        assert text.count(word) >= times
    first, below = found[0].pieces, STAND[language][7].split(" – ")[0]
    ends = max(
        piece.bottom for piece in first if piece.face == "Bold" and piece.size <= 20 and piece.top < 200
    )
    assert ends < next(piece for piece in first if below in piece.text).top


@LANGUAGES
def test_the_blank_cover_leaves_lines_to_write_on(language: str) -> None:
    (sheet,) = sheets(case_cover.blank(language))
    level = sorted({round(rule.y, 1) for rule in sheet.rules})
    assert len(level) >= 15
    assert min(two - one for one, two in pairwise(level)) >= 7.9
    assert STAND[language][0] in sheet.text
