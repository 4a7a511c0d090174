"""Cases opened, continued and put right on a real store; every refusal leaves things as they were."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.case_file import Container, VolumeHolds
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import PlaceKind, Role
from dspdesk.law.retention import RetentionKind
from dspdesk.law.values import SheetCount
from dspdesk.procedures.case_file import (
    CorrectCase,
    OpenCase,
    OpenVolume,
    correct_case,
    open_case,
    open_volume,
)
from dspdesk.procedures.filing_plan import StrikeHeading, strike
from dspdesk.procedures.office import ClosePlace, EnterPlace, close_place, enter_place
from dspdesk.procedures.people import EmployeeLeaves, employee_leaves
from dspdesk.queries import case_headings, cases
from dspdesk.queries.history import history
from dspdesk.store.errors import NotThere
from tests import factories
from tests.factories import TODAY

YESTERDAY = TODAY - dt.timedelta(days=1)


def opening(entry: int, **changes) -> OpenCase:
    return OpenCase(plan_entry_id=entry, **({"form_id": uuid.uuid4().hex} | changes))


def correction(desk: Desk, volume: int, **changes) -> CorrectCase:
    """The case as it stands, with some of it changed."""
    row = cases.volume(desk, volume).row
    card = case_headings.card(desk, row.case_id)
    kept = CorrectCase(
        volume_id=volume,
        heading_kk=card.heading_kk,
        heading_ru=card.heading_ru,
        carry_over=card.carry_over,
        responsible_id=card.responsible_id,
        container=row.container,
        notes=card.notes,
        reason="описка",
    )
    return replace(kept, **changes)


def refused(desk: Desk, procedure, command) -> list[tuple[str, str, str]]:
    """What stands against a step, and that nothing was written by it."""
    before = cases.volumes(desk)
    with pytest.raises(Refused) as told:
        procedure(desk, command)
    assert cases.volumes(desk) == before
    return [(one.requirement, one.code, one.field) for one in told.value.findings]


def of_unit(desk: Desk, name: str = "Ким А.В.") -> int:
    person = factories.employee(desk, name)
    factories.appointed(desk, person, unit_id=factories.unit(desk))
    return person


def test_a_case_is_opened_with_its_first_volume_and_who_keeps_it(empty_desk: Desk) -> None:
    entry, person = factories.plan_entry(empty_desk), of_unit(empty_desk)
    command = opening(entry, responsible_id=person, container=Container.BOX, notes="чертежи")
    opened = open_case(empty_desk, command)
    assert open_case(empty_desk, command) == opened
    (row,) = cases.volumes(empty_desk)
    assert (row.id, row.number, row.case_index, row.year) == (opened.volume_id, 1, "01-03", TODAY.year)
    assert (row.heading("ru"), row.unit("ru"), row.responsible("ru")) == (
        "Переписка с министерствами",
        "Отдел анализа",
        "Ким А.В.",
    )
    assert (row.container, row.opened_on, row.restricted, row.carry_over) == (
        Container.BOX,
        TODAY,
        False,
        False,
    )
    assert row.retention.kind is RetentionKind.YEARS
    assert case_headings.card(empty_desk, opened.case_id).notes == "чертежи"
    assert empty_desk.verify() == []


def test_a_restricted_heading_makes_its_case_restricted_from_the_first_day(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk, restricted=True)
    row = cases.volume(empty_desk, volume).row
    assert (row.restricted_on, row.mark("ru"), row.mark("kk")) == (TODAY, "ДСП", "ҚБПҮ")


def test_a_carry_over_heading_gives_carry_over_cases_unless_somebody_says_otherwise(empty_desk: Desk) -> None:
    entry = factories.plan_entry(empty_desk, carry_over=True)
    assert cases.volume(empty_desk, open_case(empty_desk, opening(entry)).volume_id).row.carry_over
    one_year = open_case(empty_desk, opening(entry, carry_over=False, heading_ru="Только этого года"))
    assert not cases.volume(empty_desk, one_year.volume_id).row.carry_over


def test_no_case_under_a_heading_that_was_struck_out(empty_desk: Desk) -> None:
    entry = factories.plan_entry(empty_desk)
    strike(empty_desk, StrikeHeading(plan_entry_id=entry, reason="не образуется"))
    assert refused(empty_desk, open_case, opening(entry)) == [("D28", "heading_struck", "plan_entry_id")]


def test_a_second_case_of_a_heading_has_a_heading_of_its_own(empty_desk: Desk) -> None:
    entry = factories.plan_entry(empty_desk)
    open_case(empty_desk, opening(entry))
    assert refused(empty_desk, open_case, opening(entry, heading_ru=" ")) == [
        ("OWN", "case_stands_already", "")
    ]
    second = open_case(empty_desk, opening(entry, heading_ru="Переписка с Министерством юстиции"))
    row = cases.volume(empty_desk, second.volume_id).row
    assert (row.ordinal, row.heading("kk"), row.heading("ru")) == (
        2,
        "Переписка с Министерством юстиции",
        "Переписка с Министерством юстиции",
    )
    without = correction(empty_desk, second.volume_id, heading_ru="")
    assert refused(empty_desk, correct_case, without) == [("OWN", "case_stands_already", "")]


def test_somebody_of_another_unit_is_responsible_with_a_reason_only(empty_desk: Desk) -> None:
    entry, stranger = factories.plan_entry(empty_desk), factories.employee(empty_desk, "Иванова Т.П.")
    with pytest.raises(NeedsReason) as told:
        open_case(empty_desk, opening(entry, responsible_id=stranger))
    assert [(one.requirement, one.code) for one in told.value.findings] == [("D29", "responsible_elsewhere")]
    assert cases.volumes(empty_desk) == []
    opened = open_case(empty_desk, opening(entry, responsible_id=stranger, reason="в отделе вакансия"))
    (line,) = history(empty_desk, f"case_file:{opened.case_id}")
    assert (line.reason, line.what) == ("в отделе вакансия", "Дело заведено")


def test_who_was_in_the_unit_before_is_not_of_it_now(empty_desk: Desk) -> None:
    entry, person = factories.plan_entry(empty_desk), factories.employee(empty_desk, "Ким А.В.")
    factories.appointed(empty_desk, person, unit_id=factories.unit(empty_desk), valid_to=YESTERDAY)
    assert refused(empty_desk, open_case, opening(entry, responsible_id=person)) == [
        ("D29", "responsible_elsewhere", "responsible_id")
    ]


def test_who_has_left_the_body_is_not_responsible(empty_desk: Desk) -> None:
    entry, person = factories.plan_entry(empty_desk), factories.employee(empty_desk, "Ким А.В.")
    employee_leaves(empty_desk, EmployeeLeaves(employee_id=person, day=YESTERDAY))
    command = opening(entry, responsible_id=person, reason="так")
    assert refused(empty_desk, open_case, command) == [("D29", "responsible_has_left", "responsible_id")]


def test_a_case_is_opened_in_a_place_that_suits_it(empty_desk: Desk) -> None:
    entry = factories.plan_entry(empty_desk, restricted=True)
    room = enter_place(empty_desk, EnterPlace(kind=PlaceKind.ROOM, name="Кабинет 214"))
    command = opening(entry, place_id=room)
    assert [one[:2] for one in refused(empty_desk, open_case, command)] == [("D57", "place_not_cabinet")]
    opened = open_case(empty_desk, replace(command, reason="сейф заказан"))
    assert cases.volume(empty_desk, opened.volume_id).row.place == "Кабинет 214"
    plain = factories.plan_entry(empty_desk, case_index="01-04")
    assert (
        open_case(empty_desk, opening(plain, place_id=room)).number == 1
    )  # no mark: paragraph 57 asks nothing


def test_nothing_is_opened_in_a_closed_place(empty_desk: Desk) -> None:
    room = enter_place(empty_desk, EnterPlace(kind=PlaceKind.ROOM, name="Кабинет 214"))
    close_place(empty_desk, ClosePlace(place_id=room, reason="ремонт"))
    command = opening(factories.plan_entry(empty_desk), place_id=room)
    assert [one[1] for one in refused(empty_desk, open_case, command)] == ["storage_closed"]


def test_the_next_volume_is_opened_once_however_often_it_is_asked(empty_desk: Desk) -> None:
    row = cases.volume(empty_desk, factories.case_opened(empty_desk)).row
    command = OpenVolume(case_id=row.case_id, container=Container.HARD_FOLDER, following=1)
    second = open_volume(empty_desk, command)
    assert (second.number, open_volume(empty_desk, command)) == (2, second)
    assert open_volume(empty_desk, replace(command, following=2)).number == 3
    assert open_volume(empty_desk, OpenVolume(case_id=row.case_id)).number == 4
    assert [one.container for one in cases.volumes(empty_desk)][:2] == [
        Container.FOLDER,
        Container.HARD_FOLDER,
    ]


def test_what_is_known_of_a_case_is_put_right_with_a_reason(empty_desk: Desk) -> None:
    volume, person = factories.case_opened(empty_desk), of_unit(empty_desk)
    command = correction(
        empty_desk, volume, heading_ru="Переписка с финансовыми органами", responsible_id=person,
        container=Container.BOX, carry_over=True, notes="с картами",
    )  # fmt: skip
    assert refused(empty_desk, correct_case, replace(command, reason=" ")) == [
        ("OWN", "reason_needed", "reason")
    ]
    correct_case(empty_desk, command)
    row = cases.volume(empty_desk, volume).row
    assert (row.heading("ru"), row.responsible("ru"), row.container, row.carry_over) == (
        "Переписка с финансовыми органами",
        "Ким А.В.",
        Container.BOX,
        True,
    )
    line = history(empty_desk, f"case_file:{row.case_id}")[0]
    assert (line.what, line.reason) == ("Сведения о деле исправлены", "описка")
    assert ("Ответственный", "Ким А.В.") in [(one.field, one.after) for one in line.fields]
    assert empty_desk.verify() == []


def test_nothing_changed_is_said(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    assert refused(empty_desk, correct_case, correction(empty_desk, volume)) == [
        ("OWN", "nothing_changed", "")
    ]


def test_a_case_with_documents_of_other_years_stays_a_carry_over_case(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk, year=TODAY.year - 1, carry_over=True)
    take_back = correction(empty_desk, volume, carry_over=False)
    correct_case(empty_desk, take_back)  # nothing lies in it yet
    correct_case(empty_desk, correction(empty_desk, volume, carry_over=True))
    factories.filed(empty_desk, volume, factories.registered(empty_desk).id)
    assert refused(empty_desk, correct_case, take_back) == [("D30.3", "carry_over_needed", "carry_over")]


def test_documents_of_the_year_of_the_case_need_no_carry_over(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk, carry_over=True)
    factories.filed(empty_desk, volume, factories.registered(empty_desk).id)
    correct_case(empty_desk, correction(empty_desk, volume, carry_over=False))
    assert not cases.volume(empty_desk, volume).row.carry_over


def test_what_is_in_the_archive_is_not_put_right_here(empty_desk: Desk) -> None:
    from dspdesk.models import Volume

    volume = factories.case_opened(empty_desk)
    with empty_desk.transaction("test:volume:handed") as step:
        step.session.get_one(Volume, volume).transferred_on = TODAY
    command = correction(empty_desk, volume, notes="ещё")
    assert refused(empty_desk, correct_case, command) == [("D52", "case_transferred", "")]


def test_a_volume_in_the_archive_stays_in_its_container_while_its_case_goes_on(empty_desk: Desk) -> None:
    from dspdesk.models import Volume

    volume = factories.case_opened(empty_desk)
    case = cases.volume(empty_desk, volume).row.case_id
    following = open_volume(empty_desk, OpenVolume(case_id=case)).volume_id
    with empty_desk.transaction("test:volume:handed") as step:
        step.session.get_one(Volume, volume).transferred_on = TODAY
    boxed = correction(empty_desk, volume, container=Container.BOX)
    assert refused(empty_desk, correct_case, boxed) == [("D52", "case_transferred", "")]
    assert cases.volume(empty_desk, volume).row.container is Container.FOLDER
    correct_case(empty_desk, replace(boxed, volume_id=following))
    assert cases.volume(empty_desk, following).row.container is Container.BOX


def test_ids_that_are_not_there_are_said_plainly(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    for procedure, command in (
        (open_case, opening(99)),
        (open_case, opening(1, responsible_id=99)),
        (open_volume, OpenVolume(case_id=99)),
        (correct_case, replace(correction(empty_desk, volume), volume_id=99)),
        (correct_case, correction(empty_desk, volume, responsible_id=99)),
    ):
        with pytest.raises(NotThere):
            procedure(empty_desk, command)
    assert len(cases.volumes(empty_desk)) == 1


@pytest.mark.parametrize("role", [Role.ARCHIVIST, Role.LIBRARIAN, Role.INSPECTOR])
def test_only_the_service_keeps_cases(empty_desk: Desk, role: Role) -> None:
    volume = factories.case_opened(empty_desk)
    row = cases.volume(empty_desk, volume).row
    commands = (
        (open_case, opening(row.plan_entry_id)),
        (open_volume, OpenVolume(case_id=row.case_id)),
        (correct_case, correction(empty_desk, volume, notes="а")),
    )
    other = replace(empty_desk, person=replace(empty_desk.person, roles=frozenset({role})))
    for procedure, command in commands:
        with pytest.raises(Refused) as told:
            procedure(other, command)
        assert [one.code for one in told.value.findings] == ["not_entrusted"]
    assert len(cases.volumes(empty_desk)) == 1


def test_the_history_of_a_case_holds_what_was_done_with_its_volumes(empty_desk: Desk) -> None:
    from dspdesk.procedures.volume_storing import PutVolumes, put_volumes

    volume = factories.case_opened(empty_desk)
    other = factories.case_opened(empty_desk, case_index="01-04")
    room = enter_place(empty_desk, EnterPlace(kind=PlaceKind.ROOM, name="Кабинет 214"))
    for key in (volume, other):
        put_volumes(empty_desk, PutVolumes(volume_ids=(key,), place_id=room, on=TODAY))
    case = cases.volume(empty_desk, volume).row.case_id
    assert [line.what for line in history(empty_desk, f"case_file:{case}")] == [
        "Том помещён на место хранения",
        "Дело заведено",
    ]
    (put,) = history(empty_desk, f"volume:{volume}")
    assert ("Место хранения", "Кабинет 214") in [(one.field, one.after) for one in put.fields]


def test_nothing_is_opened_ahead_nor_before_its_case(empty_desk: Desk) -> None:
    entry = factories.plan_entry(empty_desk)
    tomorrow = opening(entry, on=TODAY + dt.timedelta(days=1))
    assert refused(empty_desk, open_case, tomorrow) == [("W9", "moved_ahead", "on")]
    opened = open_case(empty_desk, replace(tomorrow, on=YESTERDAY))
    row = cases.volume(empty_desk, opened.volume_id).row
    assert row.opened_on == YESTERDAY
    early = OpenVolume(case_id=opened.case_id, on=YESTERDAY - dt.timedelta(days=1))
    assert refused(empty_desk, open_volume, early) == [("W9", "volume_before_case", "on")]
    assert open_volume(empty_desk, replace(early, on=YESTERDAY)).number == 2


def test_a_closed_case_gets_no_further_volume(empty_desk: Desk) -> None:
    from dspdesk.models import CaseFile

    row = cases.volume(empty_desk, factories.case_opened(empty_desk)).row
    with empty_desk.transaction("test:case:closed") as step:
        step.session.get_one(CaseFile, row.case_id).closed_on = TODAY
    assert refused(empty_desk, open_volume, OpenVolume(case_id=row.case_id)) == [
        ("D32", "case_closed", "case_id")
    ]


def test_the_volume_of_an_enclosure_is_not_the_next_volume(empty_desk: Desk) -> None:
    first = factories.case_opened(empty_desk)
    case = cases.volume(empty_desk, first).row.case_id
    thick = factories.registered(empty_desk, sheets=SheetCount(3, 200)).id
    factories.filed(empty_desk, first, thick, enclosure_apart=True)
    command = OpenVolume(case_id=case, following=1)
    third = open_volume(empty_desk, command)
    assert (third.number, open_volume(empty_desk, command)) == (3, third)
    assert cases.volume(empty_desk, third.volume_id).row.holds is VolumeHolds.DOCUMENTS
