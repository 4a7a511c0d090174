"""What has happened to a row of the directory."""

import datetime as dt
from dataclasses import asdict, replace

import pytest

from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Headship, PlaceKind, Role
from dspdesk.procedures import appointments, correspondents, office, people
from dspdesk.procedures.correspondents import ChangeCorrespondent, EnterCorrespondent, MergeCorrespondents
from dspdesk.queries import ledger_words
from dspdesk.queries.history import FieldChange, history, step
from dspdesk.queries.office import organisation
from tests.factories import TODAY, registered


def test_who_did_what_and_why(empty_desk):
    key = correspondents.enter(empty_desk, EnterCorrespondent(name_ru="Минюст", foreign=True))
    correspondents.change(
        empty_desk,
        ChangeCorrespondent(
            correspondent_id=key, name_ru="Министерство права", renamed_from=TODAY, reason="указ"
        ),
    )
    change, entry = history(empty_desk, f"correspondent:{key}")
    assert (entry.what, entry.by, entry.reason) == ("Внесено", "Жүнісова Ә.Қ.", "")
    assert entry.at == empty_desk.now()
    assert entry.fields == (
        FieldChange("Наименование на русском", "", "Минюст"),
        FieldChange("Иностранный", "", "да"),
    )
    assert (change.what, change.reason) == ("Изменено", "указ")
    assert set(change.fields) == {
        FieldChange("Наименование на русском", "Минюст", "Министерство права"),
        FieldChange("Иностранный", "да", ""),
        FieldChange("Прежнее наименование", "", "Минюст (по 17.11.2026)"),
    }


def test_joining_tells_what_was_joined_and_how_much_moved(empty_desk):
    registered(empty_desk, correspondent="Минфин")
    registered(empty_desk, correspondent="Минфин")
    kept = correspondents.enter(empty_desk, EnterCorrespondent(name_ru="Министерство финансов"))
    with empty_desk.reading() as connection:
        duplicate = correspondents.found(connection, "минфин")
    command = MergeCorrespondents(duplicate_id=duplicate, into_id=kept, reason="одно")
    correspondents.merge(empty_desk, command)
    line = history(empty_desk, f"correspondent:{kept}")[0]
    assert [(change.field, change.after) for change in line.fields] == [
        ("Присоединён", "Минфин"),
        ("Теперь сюда относится записей", "2 записи"),
    ]


def test_places_and_printers_in_words(empty_desk):
    room = office.enter_place(empty_desk, office.EnterPlace(kind=PlaceKind.ROOM, name="Кабинет 9"))
    safe = office.enter_place(empty_desk, office.EnterPlace(kind=PlaceKind.SAFE, name="Сейф", within_id=room))
    office.close_place(empty_desk, office.ClosePlace(place_id=safe, reason="сдан"))
    closed, entered = history(empty_desk, f"place:{safe}")
    assert [change.after for change in entered.fields] == ["Шкаф или сейф", "Сейф", "Кабинет 9"]
    assert closed.fields == (FieldChange("Дата закрытия", "", "18.11.2026"),)
    printer = office.enter_printer(empty_desk, office.EnterPrinter(name="HP", offset_x=-15))
    (line,) = history(empty_desk, f"printer:{printer}")
    assert [change.after for change in line.fields] == ["HP", "-1,5", "0,0"]


def test_the_body_tells_its_founding_and_its_renaming(empty_desk):
    card = asdict(organisation(empty_desk)) | {"name_ru": "Комитет аудита"}
    office.change_organisation(empty_desk, office.ChangeOrganisation(**card, renamed_from=TODAY))
    renamed, founded = history(empty_desk, "organisation:1")
    assert founded.what == "Хранилище создано"
    assert FieldChange("Наименование на русском", "Комитет по проверке", "Комитет аудита") in renamed.fields


def test_appointments_are_told_with_the_person(empty_desk):
    person = people.enter_employee(
        empty_desk, people.EnterEmployee(name_kk="Ахметов Б.Қ.", name_ru="Ахметов Б.К.")
    )
    appointments.appoint(
        empty_desk,
        appointments.Appoint(
            employee_id=person,
            position_kk="төраға",
            position_ru="председатель",
            valid_from=dt.date(2026, 1, 1),
            heads=Headship.BODY,
        ),
    )
    line = history(empty_desk, f"employee:{person}")[0]
    assert line.what == "Назначен"
    assert ("Руководитель", "государственного органа") in [
        (change.field, change.after) for change in line.fields
    ]


@pytest.mark.parametrize(
    ("role", "subject"),
    [
        (Role.INSPECTOR, "organisation:1"),
        (Role.SECURITY_OFFICER, "correspondent:1"),
        (Role.CLERK, "account:1"),
        (Role.SECURITY_OFFICER, "item:1"),
    ],
)
def test_what_one_may_not_see_has_no_history(empty_desk, role, subject):
    empty_desk.person = replace(empty_desk.person, roles=frozenset({role}))
    with pytest.raises(Refused):
        history(empty_desk, subject)


@pytest.mark.parametrize(
    ("tag", "words"),
    [("office:place:closed", "Закрыто"), ("people:appointment:made", "Назначен"), ("odd:tag", "odd:tag")],
)
def test_steps_have_words(tag, words):
    assert step(tag) == words


@pytest.mark.parametrize("tag", list(ledger_words.STEPS))
def test_every_step_of_the_ledger_has_words_in_a_history(tag: str):
    assert step(tag) != tag
