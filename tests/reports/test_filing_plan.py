"""The filing plan as a paper: its columns, units, total, signatures; no heading of a unit stands alone at the foot."""

from dataclasses import replace

import pytest

from dspdesk.law.filing_plan import FilingPlanContent, PlanLine, PlanUnit
from dspdesk.law.retention import Period
from dspdesk.reports import filing_plan
from dspdesk.reports.papers import PAPERS
from tests.reports.reading import flat, pages, sheets

#: The right margin of A4, in millimetres from the left edge.
RIGHT = 210 - 10


def content(*units: PlanUnit, **changes) -> FilingPlanContent:
    plain = FilingPlanContent("Комитет по проверке", 2026, units, {Period.PERMANENT: 1, Period.SHORT: 2})
    return replace(plain, **changes)


def unit(name: str, count: int) -> PlanUnit:
    return PlanUnit(
        name, tuple(PlanLine(f"{name}-{n:02}", f"Дело {n}", "", "5 лет", "") for n in range(count))
    )


def test_the_plan_has_five_columns_units_and_a_total():
    said = flat(" ".join(pages(PAPERS["filing_plan"].draw_sample("ru"))))
    for words in (
        "Номенклатура дел",
        "на 2026 год",
        "Утверждаю",
        "Председатель Комитета",
        "Документационная служба",
        "Приказы по основной деятельности (ДСП)",
        "Постоянно, ст. 12",
        "15 лет ЭПК, ст. 88",
        "переходящее",
        "6 (шесть)",
        "Ахметов Б.К.",
    ):
        assert words in said, words


def test_the_plan_in_kazakh_has_the_words_of_its_language():
    said = flat(" ".join(pages(PAPERS["filing_plan"].draw_sample("kk"))))
    for words in (
        "2026 жылға арналған істер номенклатурасы",
        "Бекітемін",
        "(ҚБПҮ)",
        "Тұрақты, 12-бап",
        "15 жыл СТК, 88-бап",
        "ауыспалы",
    ):
        assert words in said, words
    assert "ДСП" not in said


def test_the_plan_is_unclassified():
    said = " ".join(pages(filing_plan.draw(content(unit("01", 3)), "ru")))
    assert "Для служебного пользования" not in said
    assert "Экз." not in said


def test_who_is_not_known_leaves_a_line_to_write_on():
    said = " ".join(pages(filing_plan.draw(content(unit("01", 3)), "ru")))
    assert said.count("(наименование должности)") == 2


@pytest.mark.parametrize("before", range(12, 24))
def test_the_row_of_a_unit_is_never_the_last_of_its_sheet(before):
    second = PlanUnit("Второе подразделение", unit("02", 4).lines)
    found = pages(filing_plan.draw(content(unit("01", before), second), "ru"))
    (page,) = [text for text in found if "Второе подразделение" in text]
    assert "02-00" in page


@pytest.mark.parametrize("count", range(10, 40))
def test_the_total_stands_below_a_row_of_the_plan(count):
    last = pages(filing_plan.draw(content(unit("01", count)), "ru"))[-1]
    assert f"01-{count - 1:02}" in last
    assert "Итого заголовков" in last


def test_a_long_name_stays_beside_the_line_on_which_it_signs():
    name = "Константинопольский-Екатеринбургский Александр Константинович"
    sheet = sheets(filing_plan.draw(content(unit("01", 2), approves_name=name), "ru"))[0]
    pieces = [piece for piece in sheet.pieces if piece.text.strip() and piece.text.strip(" -") in name]
    assert len(pieces) > 2
    assert max(piece.right for piece in pieces) <= RIGHT
