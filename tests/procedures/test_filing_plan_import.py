"""Plans brought in from clerks' sheets: units, both languages meeting at their indexes, what is held back."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from dspdesk.desk import Desk
from dspdesk.law.filing_plan import RegisterForm
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Role
from dspdesk.procedures.filing_plan import ExportPlan
from dspdesk.procedures.filing_plan_import import (
    LEAVE_OUT,
    MAKE,
    ImportedPlan,
    ImportPlan,
    Met,
    enter,
    read_heading,
    year_of,
)
from dspdesk.queries.filing_plan import PlanRow, plan
from dspdesk.queries.units import units
from dspdesk.spreadsheets.filing_plan import export_plan, import_plan
from tests import factories

DATA = Path(__file__).parents[1] / "data" / "sheets"
RU, KK = DATA / "filing-plan-2026.ru.xlsx", DATA / "filing-plan-2026.kk.xlsx"


@dataclass
class Row:
    row: int
    fields: dict = field(default_factory=dict)
    sheet: str = "Лист1"


def heading(index: str, ru: str = "Отчёты", retention: str = "5 лет", **more: str) -> dict:
    return {"case_index": index, "heading_ru": ru, "retention": retention, **more}


def unit(words: str) -> dict:
    return {"case_index": words}


def brought(desk: Desk, *rows: dict, chosen: dict | None = None, dry_run: bool = False) -> ImportedPlan:
    command = ImportPlan(path=Path("f.xlsx"), year=2026, units=chosen or {}, dry_run=dry_run)
    return enter(desk, command, [Row(at, fields) for at, fields in enumerate(rows, 5)])


def read(desk: Desk, path: Path, **changes) -> ImportedPlan:
    return import_plan(desk, replace(ImportPlan(path=path, year=2025), **changes))


def by_index(desk: Desk, year: int = 2026) -> dict[str, PlanRow]:
    return {row.case_index: row for row in plan(desk, year)}


# --- the two sheets ---


def test_a_clerks_plan_comes_in_with_its_units(empty_desk: Desk) -> None:
    dry = read(empty_desk, RU, dry_run=True)
    assert plan(empty_desk, 2026) == [] == units(empty_desk)
    done = read(empty_desk, RU)
    assert done == dry
    assert (done.year, len(done.entered), done.held_back) == (2026, 18, ())  # the year is that of the title
    assert [(one.words, one.headings, one.met) for one in done.sections][:2] == [
        ("01. Руководство и секретариат", 6, Met.MADE),
        ("02. Отдел внутреннего аудита", 4, Met.MADE),
    ]
    found = by_index(empty_desk)
    assert len(found) == 18
    assert [row for row in found.values() if row.restricted] == [
        found[index] for index in ("01-01", "01-02", "01-03", "02-01", "02-02", "02-04", "03-01", "04-03")
    ]
    assert {index for index, row in found.items() if row.carry_over} == {"01-04", "02-04", "03-04", "04-04"}
    assert found["02-01"].retention.words("ru") == "15 лет ЭПК, ст. 88"
    assert found["01-01"].heading("ru") == "Приказы по основной деятельности"
    assert {row.register for row in found.values()} - {None} == {
        RegisterForm.INCOMING,
        RegisterForm.OUTGOING,
        RegisterForm.LOAN_CARDS,
        RegisterForm.CATALOGUE,
    }
    assert found["01-04"].notes == ""
    assert {(one.number_index, one.name_ru) for one in units(empty_desk)} >= {("04", "Архив и библиотека")}
    assert empty_desk.verify() == []


def test_both_languages_of_a_plan_meet_at_their_indexes_only_where_they_say_the_same(
    empty_desk: Desk,
) -> None:
    read(empty_desk, RU)
    done = read(empty_desk, KK)
    assert len(done.entered) == 10
    # 01-05 and 03-02 are other headings in the Kazakh sheet: another register, another article
    assert [held.row for held in done.held_back] == [10, 17]
    found = by_index(empty_desk)
    assert len(found) == 18
    assert found["02-01"].heading("kk") == "Тексерулер туралы есептер"
    assert found["02-01"].heading("ru") == "Отчёты о проверках"
    assert found["01-05"].heading_kk == found["03-02"].heading_kk == ""
    assert ("Ішкі аудит бөлімі", "Отдел внутреннего аудита") in {
        (one.name_kk, one.name_ru) for one in units(empty_desk)
    }
    again = read(empty_desk, KK)
    assert (again.entered, again.known, len(again.held_back)) == ((), 10, 2)
    assert empty_desk.verify() == []


def test_the_kazakh_sheet_may_come_first(empty_desk: Desk) -> None:
    assert len(read(empty_desk, KK).entered) == 12
    done = read(empty_desk, RU)
    assert len(done.entered) == 16  # ten that meet, six that are new
    assert [held.row for held in done.held_back] == [10, 19]
    assert len(units(empty_desk)) == 4


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_what_was_saved_as_a_spreadsheet_brings_nothing_new(empty_desk: Desk, tmp_path, language) -> None:
    read(empty_desk, RU)
    read(empty_desk, KK)
    path = tmp_path / "plan.xlsx"
    export_plan(empty_desk, ExportPlan(year=2026, language=language, path=path))
    done = read(empty_desk, path)
    assert (done.entered, done.known, done.held_back) == ((), 18, ())


# --- units ---


def test_a_section_goes_to_the_unit_of_its_name(empty_desk: Desk) -> None:
    known = factories.unit(empty_desk, "Отдел анализа")
    done = brought(empty_desk, unit("7. ОТДЕЛ АНАЛИЗА"), heading("07-01"))
    assert [(one.met, one.unit_id) for one in done.sections] == [(Met.NAME, known)]
    assert by_index(empty_desk)["07-01"].unit_id == known


def test_a_person_says_whose_a_section_is(empty_desk: Desk) -> None:
    known = factories.unit(empty_desk, "Отдел анализа")
    rows = (
        unit("1. Аналитики"),
        heading("01-01"),
        unit("2. Печать"),
        heading("02-01"),
        unit("3. Новый"),
        heading("03-01"),
    )
    chosen = {"1. Аналитики": known, "2. Печать": LEAVE_OUT, "3. Новый": MAKE}
    done = brought(empty_desk, *rows, chosen=chosen)
    assert [one.met for one in done.sections] == [Met.CHOSEN, Met.NOT, Met.MADE]
    assert [held.row for held in done.held_back] == [8]
    assert {index: row.unit_ru for index, row in by_index(empty_desk).items()} == {
        "01-01": "Отдел анализа",
        "03-01": "Новый",
    }


def test_no_unit_is_made_for_a_section_of_which_nothing_comes_in(empty_desk: Desk) -> None:
    done = brought(empty_desk, unit("1. Пусто"), heading("01-01", retention="долго"))
    assert (done.entered, done.sections, len(done.held_back)) == ((), (), 1)
    assert units(empty_desk) == []


def test_a_clerk_who_does_not_keep_the_directory_makes_no_units(empty_desk: Desk) -> None:
    factories.unit(empty_desk, "Отдел анализа")
    password = factories.colleague(empty_desk, "clerk", Role.CLERK)
    clerk = factories.signed_in(empty_desk.path, "clerk", password)
    rows = (unit("1. Отдел анализа"), heading("01-01"), unit("2. Печать"), heading("02-01"))
    try:
        done = brought(clerk, *rows)
        assert [(row.row, held.row) for row, held in zip(done.entered, done.held_back, strict=True)] == [
            (6, 8)
        ]
        with pytest.raises(Refused):
            brought(clerk, *rows, chosen={"2. Печать": MAKE})
    finally:
        clerk.close()
    assert len(units(empty_desk)) == 1


# --- rows ---


def test_bad_rows_are_held_back_and_the_others_come_in(empty_desk: Desk) -> None:
    done = brought(
        empty_desk,
        heading("00-01"),
        unit("1. Отдел"),
        heading("01-01"),
        heading("01-01", "Приказы"),
        heading("01-02", retention="как получится"),
        heading("01-03", ""),
        heading("", "Без индекса"),
        heading(
            "01 — 04", "Акты (ДСП)", "Постоянно", article="ст. 12", expected="2", notes="переходящее, подшить"
        ),
        {"case_index": "Итого", "heading_ru": "5"},
    )
    assert [held.row for held in done.held_back] == [5, 8, 9, 10, 11]
    assert "7" in next(held.reason for held in done.held_back if held.row == 8)
    row = by_index(empty_desk)["01-04"]
    assert (row.heading("ru"), row.restricted, row.retention.words("ru")) == (
        "Акты",
        True,
        "Постоянно, ст. 12",
    )
    assert (row.expected, row.carry_over, row.notes) == (2, True, "подшить")


@pytest.mark.parametrize(
    ("period", "article", "said"),
    [
        ("5 лет ЭПК", "140а", "5 лет ЭПК, ст. 140а"),
        ("5 лет", "ст. 12-1", "5 лет, ст. 12-1"),
        ("До ликвидации организации", "п. 8", "До ликвидации организации, ст. 8"),
        ("5 жыл", "47-бап", "5 лет, ст. 47"),
        ("5 лет, ст. 9", "47", "5 лет, ст. 9"),  # the article beside the period goes first
        ("5 лет", "см. примечание", "5 лет, см. примечание"),  # and is refused as it stands
    ],
)
def test_an_article_in_a_column_of_its_own_is_read_with_its_period(period, article, said) -> None:
    fields = {"case_index": "01-04", "heading_ru": "Акты", "retention": period, "article": article}
    assert read_heading(fields).retention == said


def test_another_heading_under_a_taken_index_is_held_back(empty_desk: Desk) -> None:
    brought(empty_desk, unit("1. Отдел"), heading("01-01", "Отчёты"))
    done = brought(empty_desk, unit("1. Отдел"), heading("01-01", "Приказы"), heading("01-02", "Акты"))
    assert ([held.row for held in done.held_back], len(done.entered)) == ([6], 1)
    assert by_index(empty_desk)["01-01"].heading("ru") == "Отчёты"


@pytest.mark.parametrize(
    ("above", "year"),
    [
        (["Номенклатура дел на 2026 год"], 2026),
        (["«Утверждаю» 28 декабря 2025 года", "Номенклатура дел на 2026 год"], 2026),
        (["2026 жылға арналған істер номенклатурасы"], 2026),
        (["Номенклатура дел"], None),
        (["Приказ 2025 года"], None),
        ([], None),
    ],
)
def test_the_year_is_that_of_the_title(above, year):
    assert year_of(above) == year
