"""Directories brought in from clerks' sheets."""

import datetime as dt
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from dspdesk.law.findings import Refused
from dspdesk.law.kinds import DirectoryKind, Role
from dspdesk.procedures import correspondents, units
from dspdesk.procedures.correspondents import EnterCorrespondent
from dspdesk.procedures.directory_import import ImportDirectory, ImportedDirectory, enter
from dspdesk.queries import correspondents as directory
from dspdesk.queries.history import history
from dspdesk.queries.office import places
from dspdesk.queries.people import people, person_card
from dspdesk.queries.units import units as all_units
from tests.factories import TODAY

CORRESPONDENTS, PEOPLE, UNITS, PLACES = (
    DirectoryKind.CORRESPONDENTS,
    DirectoryKind.PEOPLE,
    DirectoryKind.UNITS,
    DirectoryKind.PLACES,
)


#: A filing plan is read by the same window, and entered by its own procedure.
DIRECTORIES = set(DirectoryKind) - {DirectoryKind.FILING_PLAN}


@dataclass
class Row:
    row: int
    fields: dict = field(default_factory=dict)
    sheet: str = "Лист1"


def brought(desk, kind, *rows: dict, dry_run=False) -> ImportedDirectory:
    command = ImportDirectory(path=Path("f.xlsx"), kind=kind, dry_run=dry_run)
    return enter(desk, command, [Row(number, fields) for number, fields in enumerate(rows, 2)])


def reasons(done: ImportedDirectory) -> dict[int, str]:
    return {held.row: held.reason for held in done.held_back}


def test_correspondents_come_in_and_none_twice(empty_desk):
    correspondents.enter(empty_desk, EnterCorrespondent(name_ru="АО «Казахтелеком»"))
    rows = (
        {"name_ru": "Минфин", "name_kk": "Қаржымині", "address_ru": "пр. Абая, 1", "number_index": "010000"},
        {"name_ru": 'АО "Казахтелеком"'},
        {"name_ru": "минфин"},
        {"conditional_name": "в/ч 1234"},
        {"name_kk": "Сыртқы істер министрлігі", "foreign": "иә", "number_index": "17"},
        {"name_ru": "Посольство", "foreign": "наверное"},
        {"name_ru": "П" * 501},
    )
    planned = brought(empty_desk, CORRESPONDENTS, *rows, dry_run=True)
    assert len(directory.correspondents(empty_desk)) == 1
    done = brought(empty_desk, CORRESPONDENTS, *rows)
    assert done == planned
    assert [(row.row, row.name, row.more) for row in done.entered] == [
        (2, "Минфин", "010000, пр. Абая, 1"),
        (6, "Сыртқы істер министрлігі", ""),
    ]
    assert done.known == 1
    assert sorted(reasons(done)) == [4, 5, 7, 8]
    assert "2" in reasons(done)[4]
    found = {row.name("ru"): row for row in directory.correspondents(empty_desk)}
    assert len(found) == 3
    assert found["Сыртқы істер министрлігі"].foreign
    assert found["Минфин"].number_index == ""
    assert empty_desk.verify() == []


def test_a_file_twice_brings_nothing_new(empty_desk):
    rows = ({"name_ru": "Минфин"}, {"name_ru": "Минюст"})
    brought(empty_desk, CORRESPONDENTS, *rows)
    again = brought(empty_desk, CORRESPONDENTS, *rows)
    assert (again.entered, again.known, again.held_back) == ((), 2, ())


def test_a_joined_or_former_name_is_known(empty_desk):
    one = correspondents.enter(empty_desk, EnterCorrespondent(name_ru="Минфин"))
    kept = correspondents.enter(empty_desk, EnterCorrespondent(name_ru="Министерство финансов"))
    correspondents.merge(
        empty_desk, correspondents.MergeCorrespondents(duplicate_id=one, into_id=kept, reason="одно")
    )
    done = brought(empty_desk, CORRESPONDENTS, {"name_ru": "МИНФИН"})
    assert (done.entered, done.known) == ((), 1)


def test_names_of_two_correspondents_are_held_back(empty_desk):
    correspondents.enter(empty_desk, EnterCorrespondent(name_ru="Минфин"))
    correspondents.enter(empty_desk, EnterCorrespondent(name_kk="Әділетмині"))
    done = brought(empty_desk, CORRESPONDENTS, {"name_ru": "Минфин", "name_kk": "Әділетмині"})
    assert list(reasons(done)) == [2]


def test_each_row_has_its_history(empty_desk):
    brought(empty_desk, CORRESPONDENTS, {"name_ru": "Минфин"})
    (row,) = directory.correspondents(empty_desk)
    (line,) = history(empty_desk, f"correspondent:{row.id}")
    assert (line.what, line.fields[0].after) == ("Импортировано из таблицы", "Минфин")


def test_units(empty_desk):
    units.enter_unit(empty_desk, units.EnterUnit(name_kk="Кадр", name_ru="Отдел кадров", number_index="01"))
    done = brought(
        empty_desk,
        UNITS,
        {"name_ru": "отдел кадров"},
        {"name_ru": "Отдел аудита", "name_kk": "Аудит бөлімі", "number_index": "02"},
        {"name_ru": "Отдел связи", "number_index": "01"},
        {"name_ru": "Канцелярия"},
        {"number_index": "05"},
    )
    assert [row.name for row in done.entered] == ["Отдел аудита", "Канцелярия"]
    assert (done.known, sorted(reasons(done))) == (1, [4, 6])
    found = {unit.name_ru: unit for unit in all_units(empty_desk)}
    assert (found["Канцелярия"].name_kk, found["Отдел аудита"].number_index) == ("Канцелярия", "02")
    assert empty_desk.verify() == []


def test_people_with_their_positions(empty_desk):
    unit = units.enter_unit(
        empty_desk, units.EnterUnit(name_kk="Кадр", name_ru="Отдел кадров", number_index="01")
    )
    day = dt.date(2024, 3, 1)
    done = brought(
        empty_desk,
        PEOPLE,
        {
            "name_ru": "Ахметов Болат Кайратович",
            "position_ru": "эксперт",
            "position_kk": "сарапшы",
            "unit": "отдел кадров",
            "valid_from": "01.03.2024",
        },
        {"name_ru": "Ким А.В.", "position_ru": "инспектор", "unit": "01"},
        {"name_ru": "Иванов И.И."},
        {"name_ru": "Ахметов Б. К.", "position_ru": "другой"},
        {"name_ru": "Вакансия", "position_ru": "эксперт"},
        {"name_ru": "Петров П.П.", "unit": "Отдел снабжения"},
        {"name_ru": "Сидоров С.С.", "position_ru": "эксперт", "valid_from": "весной"},
        {"name_ru": "Орлов О.О.", "position_ru": "эксперт", "valid_from": "19.11.2026"},
        {"name_ru": "Жүнісова Ә.Қ."},
    )
    assert [row.name for row in done.entered] == ["Ахметов Б.К.", "Ким А.В.", "Иванов И.И."]
    assert (done.known, sorted(reasons(done))) == (1, [5, 6, 7, 8, 9])
    found = {person.name_ru: person for person in people(empty_desk)}
    (line,) = person_card(empty_desk, found["Ахметов Б.К."].id).appointments
    assert (line.position_kk, line.position_ru, line.valid_from, line.unit_id) == (
        "сарапшы",
        "эксперт",
        day,
        unit,
    )
    (line,) = person_card(empty_desk, found["Ким А.В."].id).appointments
    assert (line.position_kk, line.valid_from, line.unit_id) == ("инспектор", TODAY, unit)
    assert found["Иванов И.И."].position_ru == ""
    assert empty_desk.verify() == []


def test_places_are_built_from_the_outside(empty_desk):
    rows = (
        {"room": "312"},
        {"room": "312", "safe": "1"},
        {"room": "312", "safe": "1", "shelf": "А"},
        {"room": "9", "shelf": "Б"},
        {"safe": "2"},
    )
    done = brought(empty_desk, PLACES, *rows)
    assert [row.name for row in done.entered] == ["312", "312 › 1", "312 › 1 › А", "9 › Б"]
    assert list(reasons(done)) == [6]
    assert [place.path for place in places(empty_desk)] == [
        ("9",),
        ("9", "Б"),
        ("312",),
        ("312", "1"),
        ("312", "1", "А"),
    ]
    assert brought(empty_desk, PLACES, *rows).known == 4
    assert empty_desk.verify() == []


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.CLERK, {CORRESPONDENTS}),
        (Role.SECURITY_OFFICER, {PEOPLE, UNITS, PLACES}),
        (Role.LIBRARIAN, set()),
        (Role.HEAD_OF_SERVICE, set(DIRECTORIES)),
    ],
)
def test_who_brings_in_what(empty_desk, role, allowed):
    empty_desk.person = replace(empty_desk.person, roles=frozenset({role}))
    for kind in DIRECTORIES:
        if kind in allowed:
            assert brought(empty_desk, kind) == ImportedDirectory((), 0, ())
        else:
            with pytest.raises(Refused):
                brought(empty_desk, kind)


def test_a_failure_in_the_middle_leaves_nothing(empty_desk):
    def broken(done, _total):
        raise RuntimeError(done)

    rows = [Row(number, {"name_ru": f"Корреспондент {number}"}) for number in range(2, 300)]
    with pytest.raises(RuntimeError):
        enter(empty_desk, ImportDirectory(path=Path("f"), kind=CORRESPONDENTS), rows, broken)
    assert directory.correspondents(empty_desk) == []
    assert empty_desk.verify() == []
