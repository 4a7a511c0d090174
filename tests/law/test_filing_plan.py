"""Rules of the filing plan, and what a clerk has written in one."""

import pytest

from dspdesk.law import filing_plan as law
from dspdesk.law.case_file import DocumentsKind
from dspdesk.law.filing_plan import HEADINGS, Heading, RegisterForm
from dspdesk.law.findings import Weight
from dspdesk.law.kinds import JournalKind
from dspdesk.law.retention import Retention

WHOLE = Heading(case_index="01-03", heading_ru="Переписка с министерствами", retention="5 лет, ст. 47")


def codes(heading: Heading, **taken: str) -> list[str]:
    return [finding.code for finding in law.check(heading, **taken) if finding]


def test_a_whole_heading_passes():
    assert codes(WHOLE) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"case_index": " "}, "plan_index_needed"),
        ({"heading_ru": "  "}, "plan_heading_needed"),
        ({"retention": ""}, "plan_retention_needed"),
        ({"retention": "долго"}, "plan_retention_unreadable"),
        ({"retention": "0 лет"}, "plan_retention_unreadable"),
    ],
)
def test_what_is_missing_is_refused_and_named(changes, code):
    from dataclasses import replace

    (finding,) = [one for one in law.check(replace(WHOLE, **changes)) if one]
    assert (finding.code, finding.weight, finding.requirement) == (code, Weight.REFUSE, "D28")


def test_an_index_and_a_register_stand_once_in_a_year():
    from dataclasses import replace

    assert codes(WHOLE, index_taken_by="Приказы") == ["plan_index_taken"]
    register = replace(WHOLE, register=RegisterForm.INCOMING)
    assert codes(register, register_taken_by="01-04") == ["plan_register_taken"]
    assert codes(WHOLE, register_taken_by="01-04") == []


@pytest.mark.parametrize(("year", "passes"), [(1990, False), (1991, True), (2027, True), (2028, False)])
def test_a_plan_is_of_the_coming_year_at_the_latest(year, passes):
    assert (law.year_within(year, 2026) is None) == passes


def test_what_cases_stand_under_is_kept():
    assert (
        law.without_cases("01-03", 0)
        is law.index_kept("01-03", 0)
        is law.changed_with_cases("01-03", 0)
        is None
    )
    assert law.without_cases("01-03", 1).weight is law.index_kept("01-03", 2).weight is Weight.REFUSE
    assert law.changed_with_cases("01-03", 1).weight is Weight.WARN


def test_what_was_struck_out_is_not_changed():
    assert law.standing("01-03", struck=False) is None
    assert law.standing("01-03", struck=True).code == "plan_struck_already"


@pytest.mark.parametrize("form", list(RegisterForm))
def test_own_registers_are_known_by_their_headings(form):
    kk, ru = HEADINGS[form]
    assert law.register_of(kk) is law.register_of(ru) is form
    assert Heading(case_index="1", heading_kk=kk, register=form).kind is DocumentsKind.OTHER


def test_flows_in_a_common_journal_have_no_heading_of_their_own():
    assert RegisterForm.COMMON_JOURNAL not in law.own_registers()
    common = law.own_registers([JournalKind.INCOMING, JournalKind.OUTGOING])
    assert RegisterForm.COMMON_JOURNAL in common
    assert RegisterForm.INTERNAL in common
    assert not {RegisterForm.INCOMING, RegisterForm.OUTGOING} & set(common)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Приказы по личному составу", DocumentsKind.ORDERS),
        ("Негізгі қызмет бойынша бұйрықтар", DocumentsKind.ORDERS),
        ("Протоколы совещаний у руководства", DocumentsKind.MINUTES),
        ("Басшылықтағы кеңестердің хаттамалары", DocumentsKind.MINUTES),
        ("Стенограммы заседаний коллегии", DocumentsKind.SHORTHAND),
        ("Переписка по материалам проверок", DocumentsKind.CORRESPONDENCE),
        ("Министрліктермен хат алмасу", DocumentsKind.CORRESPONDENCE),
        ("Отчёты об исполнении приказов", DocumentsKind.OTHER),
        ("Личные дела руководящих работников", DocumentsKind.OTHER),
    ],
)
def test_the_kind_of_documents_is_proposed_from_the_words(heading, kind):
    assert law.documents_of(heading) is kind
    assert Heading(case_index="1", heading_ru=heading).kind is kind
    assert (
        Heading(case_index="1", heading_ru=heading, documents=DocumentsKind.OTHER).kind is DocumentsKind.OTHER
    )


@pytest.mark.parametrize(
    ("written", "heading", "marked"),
    [
        ("Отчёты о проверках (ДСП)", "Отчёты о проверках", True),
        ("Отчёты (с пометкой «ДСП») за год", "Отчёты за год", True),
        ("Тексерулер туралы есептер (ҚБПҮ)", "Тексерулер туралы есептер", True),
        ("Есептер («ҚБПҮ» белгісі бар)", "Есептер", True),
        ("Журнал учёта документов с пометкой «ДСП»", "Журнал учёта документов с пометкой «ДСП»", False),
        ("Отчёты (годовые)", "Отчёты (годовые)", False),
    ],
)
def test_the_mark_in_brackets_says_that_a_heading_is_restricted(written, heading, marked):
    assert law.without_mark(written) == (heading, marked)


def test_the_mark_is_shown_in_the_language_of_the_plan():
    assert law.with_mark("Отчёты", "ru", restricted=True) == "Отчёты (ДСП)"
    assert law.with_mark("Есептер", "kk", restricted=True) == "Есептер (ҚБПҮ)"
    assert law.with_mark("Отчёты", "ru", restricted=False) == "Отчёты"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("переходящее", ("", True)),
        ("Переходящие дела, 2 тома", ("2 тома", True)),
        ("ауыспалы", ("", True)),
        ("2 экз.", ("2 экз.", False)),
    ],
)
def test_a_note_says_that_cases_are_carried_over(written, said):
    assert law.without_carried(written) == said


def test_an_index_has_one_kind_of_dash():
    assert law.index_of(" 01 – 03 ") == law.index_of("01-03") == law.index_of("01—03") == "01-03"


def test_indexes_stand_in_the_order_of_their_figures():
    assert sorted(["01-10", "01-2", "02-01", "01-2а"], key=law.index_key) == [
        "01-2",
        "01-2а",
        "01-10",
        "02-01",
    ]


@pytest.mark.parametrize(
    ("of_unit", "taken", "unit_index", "proposed"),
    [
        (["01-02", "01-10"], {"01-02", "01-10"}, "01", "01-11"),
        (["01-02"], {"01-02", "01-03"}, "01", "01-04"),
        ([], set(), "07", "07-01"),
        ([], {"07-01"}, "07", "07-02"),
        ([], {"01-01", "02-05"}, "", "03-01"),
    ],
)
def test_the_next_index_of_a_unit_is_proposed(of_unit, taken, unit_index, proposed):
    assert law.next_index(of_unit, taken, unit_index) == proposed


@pytest.mark.parametrize(
    ("written", "section"),
    [
        ("01. Руководство и секретариат", ("01", "Руководство и секретариат")),
        ("2.1) Отдел", ("2.1", "Отдел")),
        ("Отдел  анализа", ("", "Отдел анализа")),
    ],
)
def test_the_row_of_a_unit_has_a_number_and_a_name(written, section):
    assert law.section_of(written) == section


def test_the_row_of_a_unit_is_written_as_it_is_read():
    assert law.unit_words("Отдел", ["02-01", "02-02"]) == "02. Отдел"
    assert law.unit_words("Отдел", ["02-01", "03-01"]) == law.unit_words("Отдел", ["7"]) == "Отдел"


def test_a_line_has_what_stands_in_the_five_columns():
    retention = Retention.parse("15 лет ЭПК, ст. 88")
    line = law.line_of(
        "02-01", "Есептер", retention, "kk", restricted=True, carry_over=True, expected=3, notes="2 дана"
    )
    assert line == law.PlanLine("02-01", "Есептер (ҚБПҮ)", "3", "15 жыл СТК, 88-бап", "ауыспалы, 2 дана")
