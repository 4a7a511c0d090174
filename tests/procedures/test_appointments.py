"""Appointments: made, in the place of another, corrected, ended; who signs before, during and after."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Headship, Role
from dspdesk.procedures import appointments, people, units
from dspdesk.procedures.appointments import Appoint, ChangeAppointment, EndAppointment
from dspdesk.procedures.people import EmployeeLeaves
from dspdesk.queries.people import at_desk, person_card, position_of, signatory
from tests import factories
from tests.factories import TODAY

SERVICE = Headship.SERVICE
YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)
LONG_AGO = dt.date(2020, 1, 1)


def refused(step, *given, **changes) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as stopped:
        step(*given, **changes)
    return [(finding.code, finding.field) for finding in stopped.value.findings]


@pytest.fixture
def head(empty_desk) -> int:
    """Сейтқали heads the documentation service since the beginning of the year."""
    person = factories.employee(empty_desk)
    factories.appointed(empty_desk, person, heads=SERVICE)
    return person


@pytest.fixture
def deputy(empty_desk) -> int:
    """Ким is the deputy."""
    person = factories.employee(empty_desk, "Ким А.")
    factories.appointed(empty_desk, person, position_kk="орынбасар", position_ru="заместитель")
    return person


def command(employee_id: int, **changes) -> Appoint:
    defaults = Appoint(
        employee_id=employee_id, position_kk="басшы", position_ru="руководитель", valid_from=TODAY
    )
    return replace(defaults, **changes)


def signs(desk, day) -> str:
    found = signatory(desk, SERVICE, day)
    return f"{found.position_ru} {found.name_ru} · {found.position_kk}" if found else ""


def test_a_head_on_leave_is_acted_for_on_those_days_only(empty_desk, head, deputy):
    first, last = dt.date(2026, 11, 10), dt.date(2026, 11, 20)
    appointments.appoint(
        empty_desk,
        Appoint(
            employee_id=deputy,
            position_kk="",
            position_ru="",
            valid_from=first,
            valid_to=last,
            acting_for_id=head,
        ),
    )
    own = "руководитель Сейтқали Г.М. · басшы"
    acting = "И.о. руководителя Ким А. · Басшының міндетін атқарушы"
    days = (dt.date(2026, 11, 9), first, last, dt.date(2026, 11, 21))
    assert [signs(empty_desk, day) for day in days] == [own, acting, acting, own]
    line = person_card(empty_desk, deputy).appointments[0]
    assert (line.acting, line.acting_for_id, line.heads, line.for_ru) == (
        True,
        head,
        SERVICE,
        "Сейтқали Г.М.",
    )
    assert position_of(empty_desk, deputy, TODAY).position_ru == "И.о. руководителя"
    assert position_of(empty_desk, deputy, days[-1]).position("kk") == "орынбасар"
    assert position_of(empty_desk, deputy, LONG_AGO).position("ru") == ""


def test_nobody_signs_before_there_is_a_head(empty_desk, head):
    assert signatory(empty_desk, SERVICE, LONG_AGO) is None
    assert signatory(empty_desk, Headship.BODY, TODAY) is None


def test_the_genitive_that_a_person_corrected_is_kept_and_the_proposed_one_is_not(empty_desk, head, deputy):
    appointments.appoint(
        empty_desk,
        command(deputy, acting=True, of_position_ru="исполняющей функции", of_position_kk="басшының"),
    )
    line = person_card(empty_desk, deputy).appointments[0]
    assert (line.of_position_ru, line.of_position_kk) == ("исполняющей функции", "")
    assert line.signs_ru == "И.о. исполняющей функции"


def test_the_genitive_is_of_no_use_to_one_who_does_not_act(empty_desk):
    person = factories.employee(empty_desk)
    factories.appointed(empty_desk, person, of_position_ru="начальницы")
    assert person_card(empty_desk, person).appointments[0].of_position_ru == ""


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"position_kk": " "}, ("position_needed", "position_kk")),
        ({"position_ru": ""}, ("position_needed", "position_ru")),
        ({"valid_to": YESTERDAY}, ("ends_before_it_begins", "valid_to")),
        ({"heads": Headship.UNIT}, ("head_of_which_unit", "unit_id")),
        ({"heads": SERVICE}, ("head_there", "heads")),
    ],
)
def test_what_is_wrong_with_an_appointment_is_refused(empty_desk, head, changes, found):
    person = factories.employee(empty_desk, "Ахметов Б.К.")
    assert refused(appointments.appoint, empty_desk, command(person, **changes)) == [found]
    assert person_card(empty_desk, person).appointments == ()


def test_two_positions_at_once_are_refused(empty_desk, deputy):
    found = refused(appointments.appoint, empty_desk, command(deputy, valid_to=TOMORROW))
    assert found == [("position_held", "valid_from")]


def test_nobody_acts_for_themselves_or_for_one_without_a_position(empty_desk, deputy):
    alone = factories.employee(empty_desk, "Ахметов Б.К.")
    for whom, code in ((deputy, "acting_for_oneself"), (alone, "acting_for_no_position")):
        found = refused(appointments.appoint, empty_desk, command(deputy, acting=True, acting_for_id=whom))
        assert found == [(code, "acting_for_id")]


def test_two_do_not_act_for_the_same_head(empty_desk, head, deputy):
    factories.appointed(empty_desk, deputy, acting_for_id=head)
    other = factories.employee(empty_desk, "Ахметов Б.К.")
    found = refused(appointments.appoint, empty_desk, command(other, acting_for_id=head))
    assert found == [("acting_head_there", "heads")]


def test_a_successor_takes_the_place_in_one_step(empty_desk, head, deputy):
    before = person_card(empty_desk, head).appointments[0].id
    own = person_card(empty_desk, deputy).appointments[0].id
    wanted = command(deputy, heads=SERVICE)
    assert {code for code, _ in refused(appointments.appoint, empty_desk, wanted)} == {
        "head_there",
        "position_held",
    }
    appointments.appoint(empty_desk, replace(wanted, instead_of=(before, own)))
    assert signs(empty_desk, YESTERDAY).startswith("руководитель Сейтқали")
    assert signs(empty_desk, TODAY).startswith("руководитель Ким")
    people.employee_leaves(empty_desk, EmployeeLeaves(employee_id=head, day=YESTERDAY))


def test_a_head_does_not_go_to_another_position_before_somebody_follows(empty_desk, head):
    before = person_card(empty_desk, head).appointments[0].id
    found = refused(
        appointments.appoint, empty_desk, command(head, position_ru="советник", instead_of=(before,))
    )
    assert found == [("service_without_head", "day")]


def test_what_is_over_is_not_made_longer_by_a_successor(empty_desk):
    first, other = factories.employee(empty_desk), factories.employee(empty_desk, "Тестов А.Б.")
    over = factories.appointed(
        empty_desk, first, valid_from=dt.date(2026, 1, 1), valid_to=dt.date(2026, 3, 31)
    )
    appointments.appoint(
        empty_desk, command(other, valid_from=dt.date(2026, 9, 1), instead_of=(over,), reason="приказ")
    )
    (line,) = person_card(empty_desk, first).appointments
    assert line.valid_to == dt.date(2026, 3, 31)


def test_what_began_later_is_not_ended_for_another(empty_desk, deputy):
    own = person_card(empty_desk, deputy).appointments[0].id
    found = refused(appointments.appoint, empty_desk, command(deputy, valid_from=LONG_AGO, instead_of=(own,)))
    assert found == [("position_held", "valid_from")]


def test_the_last_head_is_not_ended_without_a_successor(empty_desk, head, deputy):
    key = person_card(empty_desk, head).appointments[0].id
    ending = EndAppointment(appointment_id=key, day=TODAY)
    assert refused(appointments.end_appointment, empty_desk, ending) == [("service_without_head", "day")]
    factories.appointed(empty_desk, deputy, acting=True, heads=SERVICE, valid_from=TOMORROW)
    appointments.end_appointment(empty_desk, ending)
    assert signs(empty_desk, TOMORROW).startswith("И.о. руководителя Ким")


@pytest.mark.parametrize(
    ("day", "code"), [(dt.date(2025, 12, 31), "ends_before_it_begins"), (TOMORROW, "appointment_over")]
)
def test_an_end_lies_within_the_appointment(empty_desk, deputy, day, code):
    key = person_card(empty_desk, deputy).appointments[0].id
    appointments.end_appointment(empty_desk, EndAppointment(appointment_id=key, day=TODAY))
    ending = EndAppointment(appointment_id=key, day=day)
    assert refused(appointments.end_appointment, empty_desk, ending) == [(code, "day")]


def test_an_appointment_is_corrected_also_whose_it_is(empty_desk, deputy):
    key = person_card(empty_desk, deputy).appointments[0].id
    other = factories.employee(empty_desk, "Ахметов Б.К.")
    correction = ChangeAppointment(
        appointment_id=key, to=command(other, position_ru="советник", reason="не тот")
    )
    appointments.change_appointment(empty_desk, correction)
    assert person_card(empty_desk, deputy).appointments == ()
    (line,) = person_card(empty_desk, other).appointments
    assert (line.position_ru, line.valid_from) == ("советник", TODAY)
    assert refused(appointments.change_appointment, empty_desk, correction) == [("nothing_changed", "")]


def test_a_correction_does_not_leave_the_service_without_a_head(empty_desk, head):
    key = person_card(empty_desk, head).appointments[0].id
    ends = ChangeAppointment(appointment_id=key, to=command(head, heads=SERVICE, valid_to=TODAY))
    assert refused(appointments.change_appointment, empty_desk, ends) == [("service_without_head", "day")]


def test_a_mark_of_headship_that_was_wrong_is_taken_back(empty_desk, head):
    key = person_card(empty_desk, head).appointments[0].id
    correction = ChangeAppointment(appointment_id=key, to=command(head))
    assert refused(appointments.change_appointment, empty_desk, correction) == [
        ("service_left_headless", "heads")
    ]
    said = replace(correction, to=replace(correction.to, reason="отмечено по ошибке"))
    appointments.change_appointment(empty_desk, said)
    assert signatory(empty_desk, SERVICE, TODAY) is None


def test_whoever_has_left_is_not_appointed_after_the_last_day(empty_desk):
    person = factories.employee(empty_desk)
    people.employee_leaves(empty_desk, EmployeeLeaves(employee_id=person, day=TODAY))
    assert refused(appointments.appoint, empty_desk, command(person)) == [("person_has_left", "valid_from")]
    assert appointments.appoint(empty_desk, command(person, valid_from=LONG_AGO, valid_to=TODAY))


def test_nobody_is_appointed_to_a_unit_after_its_last_day(empty_desk):
    person = factories.employee(empty_desk)
    unit = units.enter_unit(empty_desk, units.EnterUnit(name_kk="Бөлім", name_ru="Отдел"))
    units.close_unit(empty_desk, units.CloseUnit(unit_id=unit, day=TODAY))
    found = refused(appointments.appoint, empty_desk, command(person, unit_id=unit))
    assert found == [("unit_is_closed", "unit_id")]


def test_who_acts_at_the_desk_signs_so_once(empty_desk, tmp_path):
    factories.appointed(
        empty_desk,
        1,
        position_kk="басшы",
        position_ru="руководитель",
        heads=SERVICE,
        acting=True,
        valid_from=TODAY,
    )
    assert at_desk(empty_desk).position_ru == "И.о. руководителя"
    again = factories.opened(empty_desk.path.parent)
    try:
        assert again.person.position("ru") == "И.о. руководителя"
        assert again.person.position("kk") == "Басшының міндетін атқарушы"
        assert again.person.name_ru == "Жүнісова Ә.Қ."
    finally:
        again.close()


def test_only_those_responsible_appoint(empty_desk):
    empty_desk.person = replace(empty_desk.person, roles=frozenset({Role.CLERK}))
    for step, what in (
        (appointments.appoint, command(1)),
        (appointments.change_appointment, ChangeAppointment(appointment_id=1, to=command(1))),
        (appointments.end_appointment, EndAppointment(appointment_id=1, day=TODAY)),
    ):
        assert refused(step, empty_desk, what)[0][0] == "not_entrusted"
