"""What earlier entries offer to the next one."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.procedures import people as procedures
from dspdesk.procedures import registration
from dspdesk.procedures.registration import Annul
from dspdesk.queries.completion import completions, is_known, previous
from tests import factories


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("correspondent", "мин фин", ["Министерство финансов РК"]),
        ("correspondent", "адилет", ["ҚР Әділет министрлігі"]),
        ("correspondent", "акимат", ["Акимат г. Алматы", "Акимат г. Астаны"]),
        ("correspondent", "нет такого", []),
        ("kind", "от", ["Отчёт"]),
        ("kind", "отчет", ["Отчёт"]),
        ("summary", "бюдж", ["о бюджете", "о бюджете и сметах"]),
        ("executor", "ким", ["Ким А.В."]),
        ("signatory", "ахм", ["Ахметов Б.К."]),
    ],
)
def test_values_with_words_that_begin_as_typed(
    asked: Desk, field: str, typed: str, expected: list[str]
) -> None:
    assert sorted(completions(asked, field, typed)) == expected


def test_what_is_written_most_often_stands_first(asked: Desk) -> None:
    assert completions(asked, "kind", "")[0] == "Письмо"


def test_the_newest_correspondent_stands_first_and_no_more_than_wanted(asked: Desk) -> None:
    assert completions(asked, "correspondent", "", limit=2) == ["Акимат г. Алматы", "Министерство юстиции РК"]


def test_nothing_is_offered_that_nobody_wrote(empty_desk: Desk) -> None:
    for field in ("correspondent", "kind", "summary"):
        assert completions(empty_desk, field, "") == []


@pytest.mark.parametrize("field", ["executor", "signatory"])
def test_people_in_service_stand_before_earlier_entries_in_the_language_of_the_journal(
    empty_desk: Desk, field: str
) -> None:
    factories.registered(empty_desk, **{field: "Ахметов Б.К."})
    factories.registered(empty_desk, **{field: "сейтқали г.м."})
    employee = procedures.enter_employee(
        empty_desk, procedures.EnterEmployee(name_kk="Сейтқали Ғ.М.", name_ru="Сейтқали Г.М.")
    )
    assert completions(empty_desk, field, "") == ["Жүнісова Ә.Қ.", "Сейтқали Г.М.", "Ахметов Б.К."]
    assert completions(empty_desk, field, "сейт", language="kk")[0] == "Сейтқали Ғ.М."
    procedures.employee_leaves(
        empty_desk,
        procedures.EmployeeLeaves(employee_id=employee, day=factories.TODAY - dt.timedelta(days=1)),
    )
    assert "Сейтқали Г.М." not in completions(empty_desk, field, "")


def test_who_may_read_no_journals_is_offered_nothing(empty_desk: Desk) -> None:
    empty_desk.person = replace(empty_desk.person, roles=frozenset({Role.INSPECTOR}))
    with pytest.raises(Refused):
        completions(empty_desk, "executor", "")


@given(st.sampled_from(["correspondent", "kind", "summary", "executor", "signatory"]), st.text())
def test_any_text_is_answered(asked: Desk, field: str, typed: str) -> None:
    assert len(completions(asked, field, typed, limit=3)) <= 3


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("МИНИСТЕРСТВО  финансов РК", True),
        ("қр әділет министрлігі", True),
        ("ҚР Адилет министрлиги", True),
        ("Казначейство", False),
        ("", False),
    ],
)
def test_a_correspondent_met_before_is_known(asked: Desk, name: str, known: bool) -> None:
    assert is_known(asked, name) is known


def test_the_last_entry_that_stands_is_the_one_copied_from(desk: Desk) -> None:
    assert previous(desk, JournalKind.OUTGOING, 2026) is None
    first = factories.registered(desk, summary="первое")
    second = factories.registered(desk, summary="второе")
    registration.annul(desk, Annul(item_id=second.id, reason="ошибка"))
    found = previous(desk, JournalKind.INCOMING, 2026)
    assert found is not None
    assert found.summary == "первое"
    assert first.id != second.id
