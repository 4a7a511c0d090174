"""People: entered, renamed, leaving; what stands against it and what stays for the papers of earlier days."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from dspdesk.language.declension import NameCase
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import Headship, Role
from dspdesk.procedures import people
from dspdesk.procedures.people import ChangeEmployee, EmployeeLeaves, EmployeeStays, EnterEmployee
from dspdesk.queries import names
from dspdesk.queries.people import people as everybody
from dspdesk.queries.people import person_card
from tests import factories
from tests.factories import TODAY

FOUNDER = 1
YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)


def refused(step, *given) -> list[str]:
    with pytest.raises(Refused) as stopped:
        step(*given)
    return [finding.code for finding in stopped.value.findings]


def ledger(desk) -> list[dict]:
    with desk.reading() as connection:
        return [
            json.loads(body) for (body,) in connection.exec_driver_sql("SELECT body FROM ledger ORDER BY id")
        ]


def test_a_person_is_entered_with_the_forms_that_differ_from_the_proposed(empty_desk):
    wanted = {NameCase.GENITIVE: "Ким А.", NameCase.DATIVE: "Киму А."}
    person = factories.employee(empty_desk, "Ким  А.", number_index=" 07 ", cases_ru=wanted)
    card = person_card(empty_desk, person)
    assert (card.name_ru, card.number_index) == ("Ким А.", "07")
    assert card.cases_ru[NameCase.GENITIVE] == "Ким А."
    assert card.cases_ru[NameCase.DATIVE] == "Киму А."
    entry = ledger(empty_desk)[-1]
    assert (entry["tag"], entry["subject"]) == ("people:employee:entered", f"employee:{person}")
    ((table, _, fields),) = entry["changes"]
    assert table == "employee"
    assert json.loads(fields["cases_ru"]) == {"genitive": "Ким А."}


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"name_kk": " "}, ["name_needed"]),
        ({"name_ru": ""}, ["name_needed"]),
        ({"number_index": "07"}, ["index_taken"]),
    ],
)
def test_what_is_wrong_with_a_person_is_refused(empty_desk, changes, codes):
    factories.employee(empty_desk, "Ахметов Б.К.", number_index="07")
    command = replace(EnterEmployee(name_kk="Ким А.", name_ru="Ким А."), **changes)
    before = len(ledger(empty_desk))
    assert refused(people.enter_employee, empty_desk, command) == codes
    assert len(ledger(empty_desk)) == before


def test_a_namesake_is_entered_with_a_reason_only(empty_desk):
    command = EnterEmployee(name_kk="Жүнісова Ә.Қ.", name_ru="ЖУНИСОВА А.К.")
    with pytest.raises(NeedsReason):
        people.enter_employee(empty_desk, command)
    other = people.enter_employee(empty_desk, replace(command, reason="однофамилица из архива"))
    same = ChangeEmployee(
        employee_id=other, name_kk=command.name_kk, name_ru=command.name_ru, number_index="7"
    )
    people.change_employee(empty_desk, same)  # the name was settled when she was entered
    with pytest.raises(NeedsReason):
        people.change_employee(
            empty_desk, replace(same, employee_id=factories.employee(empty_desk), number_index="")
        )


def test_a_misspelt_name_is_changed_for_the_papers_of_all_days(empty_desk):
    people.change_employee(
        empty_desk, ChangeEmployee(employee_id=FOUNDER, name_kk="Жүнісова Ә.Қ.", name_ru="Жунусова А.К.")
    )
    card = person_card(empty_desk, FOUNDER)
    assert (card.name_ru, card.former_names) == ("Жунусова А.К.", ())
    with empty_desk.reading() as connection:
        assert names.name_on(connection, "employee:1", dt.date(2020, 1, 1))[1] == "Жунусова А.К."


def test_a_new_name_leaves_the_old_one_to_the_papers_of_its_days(empty_desk):
    people.change_employee(
        empty_desk,
        ChangeEmployee(employee_id=FOUNDER, name_kk="Ким Ә.Қ.", name_ru="Ким А.К.", renamed_from=TODAY),
    )
    (former,) = person_card(empty_desk, FOUNDER).former_names
    assert (former.until, former.name_ru) == (YESTERDAY, "Жүнісова Ә.Қ.")
    with empty_desk.reading() as connection:
        assert names.name_on(connection, "employee:1", YESTERDAY) == ("Жүнісова Ә.Қ.", "Жүнісова Ә.Қ.")
        assert names.name_on(connection, "employee:1", TODAY) == ("Ким Ә.Қ.", "Ким А.К.")
    (row,) = everybody(empty_desk, YESTERDAY)
    assert row.name_ru == "Жүнісова Ә.Қ."


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name_ru": "Ким А.К.", "renamed_from": TOMORROW}, "renamed_ahead"),
        ({"number_index": "3", "renamed_from": TODAY}, "name_not_changed"),
        ({}, "nothing_changed"),
    ],
)
def test_a_change_that_cannot_be_is_refused(empty_desk, changes, code):
    same = ChangeEmployee(employee_id=FOUNDER, name_kk="Жүнісова Ә.Қ.", name_ru="Жүнісова Ә.Қ.")
    assert refused(people.change_employee, empty_desk, replace(same, **changes)) == [code]


def test_whoever_leaves_holds_nothing_afterwards_and_is_not_deleted(empty_desk):
    person = factories.employee(empty_desk)
    factories.appointed(empty_desk, person)
    people.employee_leaves(empty_desk, EmployeeLeaves(employee_id=person, day=TODAY, reason="приказ № 5"))
    (row,) = [row for row in everybody(empty_desk, TOMORROW) if row.id == person]
    assert (row.left_on, row.position_ru, row.in_service(TOMORROW), row.in_service(TODAY)) == (
        TODAY,
        "",
        False,
        True,
    )
    assert person_card(empty_desk, person).appointments[0].valid_to == TODAY
    assert ledger(empty_desk)[-1]["reason"] == "приказ № 5"
    assert refused(people.employee_leaves, empty_desk, EmployeeLeaves(employee_id=person, day=TODAY)) == [
        "has_left"
    ]


def test_the_appointments_that_were_over_keep_their_end(empty_desk):
    person = factories.employee(empty_desk)
    factories.appointed(empty_desk, person, valid_to=dt.date(2026, 5, 1))
    people.employee_leaves(empty_desk, EmployeeLeaves(employee_id=person, day=TODAY))
    assert person_card(empty_desk, person).appointments[0].valid_to == dt.date(2026, 5, 1)


def test_nobody_leaves_with_access(empty_desk):
    assert refused(people.employee_leaves, empty_desk, EmployeeLeaves(employee_id=FOUNDER, day=TODAY)) == [
        "account_still_open"
    ]


@pytest.mark.parametrize("head", [Headship.BODY, Headship.SERVICE])
def test_the_last_head_does_not_leave_before_somebody_follows_or_acts(empty_desk, head):
    person, deputy = factories.employee(empty_desk), factories.employee(empty_desk, "Ким А.")
    factories.appointed(empty_desk, person, heads=head)
    leaving = EmployeeLeaves(employee_id=person, day=TODAY)
    (code,) = refused(people.employee_leaves, empty_desk, leaving)
    assert code == f"{head}_without_head"
    assert person_card(empty_desk, person).left_on is None
    factories.appointed(empty_desk, deputy, heads=head, acting=True, valid_from=TOMORROW)
    people.employee_leaves(empty_desk, leaving)
    assert person_card(empty_desk, person).left_on == TODAY


def test_a_leaving_is_taken_back_with_a_reason(empty_desk):
    person = factories.employee(empty_desk)
    people.employee_leaves(empty_desk, EmployeeLeaves(employee_id=person, day=TODAY))
    assert refused(people.employee_stays, empty_desk, EmployeeStays(employee_id=person, reason=" ")) == [
        "reason_needed"
    ]
    people.employee_stays(empty_desk, EmployeeStays(employee_id=person, reason="приказ отменён"))
    assert person_card(empty_desk, person).left_on is None
    again = EmployeeStays(employee_id=person, reason="ещё раз")
    assert refused(people.employee_stays, empty_desk, again) == ["nothing_changed"]


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_only_those_responsible_keep_people(empty_desk, role):
    empty_desk.person = replace(empty_desk.person, roles=frozenset({role}))
    if role in {Role.HEAD_OF_SERVICE, Role.SECURITY_OFFICER}:
        assert factories.employee(empty_desk)
    else:
        assert refused(factories.employee, empty_desk) == ["not_entrusted"]
