"""Units: entered, renamed, closed once nobody is in them."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Headship, Role
from dspdesk.procedures import units as procedures
from dspdesk.procedures.units import ChangeUnit, CloseUnit, EnterUnit
from dspdesk.queries.names import name_on
from dspdesk.queries.units import units
from tests import factories
from tests.factories import TODAY

YESTERDAY = TODAY - dt.timedelta(days=1)
UNIT = EnterUnit(name_kk="Талдау бөлімі", name_ru="Отдел анализа", number_index="07")


def refused(step, *given) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as stopped:
        step(*given)
    return [(finding.code, finding.field) for finding in stopped.value.findings]


def test_a_unit_is_entered_and_counts_its_people(empty_desk):
    unit = procedures.enter_unit(empty_desk, UNIT)
    head, deputy = factories.employee(empty_desk), factories.employee(empty_desk, "Ким А.")
    factories.appointed(empty_desk, head, unit_id=unit, heads=Headship.UNIT)
    factories.appointed(empty_desk, deputy, unit_id=unit, valid_to=YESTERDAY)
    (row,) = units(empty_desk)
    assert (row.name("ru"), row.name("kk"), row.number_index, row.people) == (
        UNIT.name_ru,
        UNIT.name_kk,
        "07",
        1,
    )
    assert row.head
    assert row.head.name("ru") == "Сейтқали Г.М."
    assert units(empty_desk, YESTERDAY)[0].people == 2


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"name_kk": ""}, ("name_needed", "name_kk")),
        ({"name_ru": " "}, ("name_needed", "name_ru")),
        ({"name_kk": "талдау  бөлімі"}, ("name_taken", "name_kk")),
        ({"name_ru": "ОТДЕЛ АНАЛИЗА"}, ("name_taken", "name_ru")),
        ({"number_index": "07"}, ("index_taken", "number_index")),
    ],
)
def test_what_is_wrong_with_a_unit_is_refused(empty_desk, changes, found):
    procedures.enter_unit(empty_desk, UNIT)
    another = EnterUnit(name_kk="Заң бөлімі", name_ru="Юридический отдел", number_index="08")
    assert refused(procedures.enter_unit, empty_desk, replace(another, **changes)) == [found]


def test_a_renamed_unit_keeps_its_old_name_for_the_papers_of_its_days(empty_desk):
    unit = procedures.enter_unit(empty_desk, UNIT)
    change = ChangeUnit(
        unit_id=unit,
        name_kk="Талдау басқармасы",
        name_ru="Управление анализа",
        number_index="07",
        renamed_from=TODAY,
    )
    procedures.change_unit(empty_desk, change)
    with empty_desk.reading() as connection:
        assert name_on(connection, f"unit:{unit}", YESTERDAY)[1] == "Отдел анализа"
        assert name_on(connection, f"unit:{unit}", TODAY)[1] == "Управление анализа"
    assert units(empty_desk, YESTERDAY)[0].name_ru == "Отдел анализа"
    again = replace(change, renamed_from=None)
    assert refused(procedures.change_unit, empty_desk, again) == [("nothing_changed", "")]


def test_a_unit_with_people_is_not_closed(empty_desk):
    unit = procedures.enter_unit(empty_desk, UNIT)
    person = factories.employee(empty_desk)
    factories.appointed(empty_desk, person, unit_id=unit, valid_to=TODAY)
    close = CloseUnit(unit_id=unit, day=YESTERDAY, reason="приказ")
    assert refused(procedures.close_unit, empty_desk, close) == [("unit_has_people", "day")]
    procedures.close_unit(empty_desk, replace(close, day=TODAY))
    assert units(empty_desk)[0].closed_on == TODAY
    assert refused(procedures.close_unit, empty_desk, close) == [
        ("unit_is_closed", ""),
        ("unit_has_people", "day"),
    ]
    change = ChangeUnit(unit_id=unit, name_kk="Бөлім", name_ru="Отдел")
    assert refused(procedures.change_unit, empty_desk, change) == [("unit_is_closed", "")]


def test_only_those_responsible_keep_units(empty_desk):
    empty_desk.person = replace(empty_desk.person, roles=frozenset({Role.CLERK}))
    assert refused(procedures.enter_unit, empty_desk, UNIT)[0][0] == "not_entrusted"


def test_a_subject_without_names_is_an_error_of_ours(empty_desk):
    with empty_desk.reading() as connection, pytest.raises(ValueError, match="item:1"):
        name_on(connection, "item:1", TODAY)
