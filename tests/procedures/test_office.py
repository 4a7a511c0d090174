"""The body itself, its places and its printers."""

import datetime as dt
from dataclasses import asdict, replace

import pytest

from dspdesk.law.findings import Refused
from dspdesk.law.kinds import PlaceKind, Role
from dspdesk.procedures import office as procedures
from dspdesk.procedures.office import (
    ChangeOrganisation,
    ChangePlace,
    ChangePrinter,
    ClosePlace,
    EnterPlace,
    EnterPrinter,
)
from dspdesk.queries import names, office
from tests.factories import TODAY

ROOM, SAFE, SHELF = PlaceKind


def refused(code, step, *given):
    with pytest.raises(Refused) as refusal:
        step(*given)
    assert [finding.code for finding in refusal.value.findings] == [code]
    return refusal.value.findings[0]


def changed(desk, **changes):
    command = ChangeOrganisation(**{**asdict(office.organisation(desk)), **changes})
    procedures.change_organisation(desk, command)


def placed(desk, kind, name, within=None):
    return procedures.enter_place(desk, EnterPlace(kind=kind, name=name, within_id=within))


def test_the_body_is_described_in_both_languages(empty_desk):
    changed(
        empty_desk,
        name_kk="Тексеру комитеті",
        superior_ru="Министерство  финансов",
        letterhead_ru="010000, г. Астана\nтел. 74-00-00\n",
    )
    card = office.organisation(empty_desk)
    assert (card.name_kk, card.name_ru) == ("Тексеру комитеті", "Комитет по проверке")
    assert (card.superior_ru, card.letterhead_ru) == (
        "Министерство финансов",
        "010000, г. Астана\nтел. 74-00-00",
    )
    assert empty_desk.organisation("kk") == "Тексеру комитеті"
    assert office.former_names(empty_desk, "organisation:1") == []
    assert empty_desk.verify() == []


def test_papers_keep_the_name_of_their_day(empty_desk):
    day = dt.date(2026, 9, 1)
    changed(empty_desk, name_ru="Комитет аудита", renamed_from=day, reason="указ")
    changed(empty_desk, name_ru="Комитет контроля", renamed_from=TODAY)
    borne = [
        names.organisation(empty_desk, "ru", when)
        for when in (day - dt.timedelta(days=1), day, TODAY - dt.timedelta(days=1), TODAY)
    ]
    assert borne == ["Комитет по проверке", *["Комитет аудита"] * 2, "Комитет контроля"]
    assert names.organisation(empty_desk, "kk", TODAY) == "Комитет по проверке"
    assert [line.name_ru for line in office.former_names(empty_desk, "organisation:1")] == [
        "Комитет аудита",
        "Комитет по проверке",
    ]
    assert empty_desk.verify() == []


def test_a_misspelt_name_is_put_right_for_every_day(empty_desk):
    changed(empty_desk, name_ru="Комитет по проверкам")
    assert names.organisation(empty_desk, "ru", dt.date(2020, 1, 1)) == "Комитет по проверкам"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name_kk": " "}, "name_needed", "name_kk"),
        ({"locality_ru": ""}, "name_needed", "locality_ru"),
        ({}, "nothing_changed", ""),
        ({"address_ru": "пр. Абая, 1", "renamed_from": TODAY}, "name_not_changed", "renamed_from"),
        ({"name_ru": "Иной", "renamed_from": TODAY + dt.timedelta(days=1)}, "renamed_ahead", "renamed_from"),
    ],
)
def test_what_is_not_taken_of_the_body(empty_desk, changes, code, field):
    before = office.organisation(empty_desk)
    with pytest.raises(Refused) as refusal:
        changed(empty_desk, **changes)
    assert [(f.code, f.field) for f in refusal.value.findings] == [(code, field)]
    assert office.organisation(empty_desk) == before


def test_rooms_hold_safes_and_these_hold_shelves(empty_desk):
    second = placed(empty_desk, ROOM, "Кабинет 12")
    room = placed(empty_desk, ROOM, "Кабинет 9")
    shelf = placed(empty_desk, SHELF, "Полка 1", room)
    safe = placed(empty_desk, SAFE, "Сейф 1", room)
    inner = placed(empty_desk, SHELF, "Полка 1", safe)
    rows = office.places(empty_desk)
    assert [row.id for row in rows] == [room, safe, inner, shelf, second]
    assert rows[2].path == ("Кабинет 9", "Сейф 1", "Полка 1")
    assert empty_desk.verify() == []


def test_what_is_placed_wrongly_is_refused(empty_desk):
    room = placed(empty_desk, ROOM, "Кабинет 9")
    shelf = placed(empty_desk, SHELF, "Полка 1", room)
    refused("room_elsewhere", placed, empty_desk, ROOM, "Кабинет 10", room)
    refused("safe_elsewhere", placed, empty_desk, SAFE, "Сейф 1")
    refused("safe_elsewhere", placed, empty_desk, SAFE, "Сейф 1", shelf)
    refused("shelf_elsewhere", placed, empty_desk, SHELF, "Полка 2", shelf)
    refused("name_taken", placed, empty_desk, ROOM, "кабинет  9")
    refused("name_needed", placed, empty_desk, ROOM, " ")
    assert len(office.places(empty_desk)) == 2


def test_a_place_is_renamed_and_moved(empty_desk):
    rooms = [placed(empty_desk, ROOM, name) for name in ("Кабинет 9", "Кабинет 12")]
    safe = placed(empty_desk, SAFE, "Сейф 1", rooms[0])
    procedures.change_place(empty_desk, ChangePlace(place_id=safe, name="Сейф А", within_id=rooms[1]))
    assert office.places(empty_desk)[-1].path == ("Кабинет 12", "Сейф А")
    same = ChangePlace(place_id=safe, name="Сейф А", within_id=rooms[1])
    refused("nothing_changed", procedures.change_place, empty_desk, same)
    refused("safe_elsewhere", procedures.change_place, empty_desk, replace(same, within_id=None))


def test_a_place_is_closed_when_nothing_open_is_in_it(empty_desk):
    room = placed(empty_desk, ROOM, "Кабинет 9")
    safe = placed(empty_desk, SAFE, "Сейф 1", room)
    close = ClosePlace(place_id=room, reason="ремонт")
    refused("place_holds", procedures.close_place, empty_desk, close)
    refused("reason_needed", procedures.close_place, empty_desk, ClosePlace(place_id=safe, reason=""))
    procedures.close_place(empty_desk, replace(close, place_id=safe))
    procedures.close_place(empty_desk, close)
    refused("place_closed", procedures.close_place, empty_desk, close)
    refused("place_closed", placed, empty_desk, SAFE, "Сейф 2", room)
    refused(
        "place_closed", procedures.change_place, empty_desk, ChangePlace(place_id=room, name="Кабинет 10")
    )
    assert office.places(empty_desk) == []
    assert [row.closed_on for row in office.places(empty_desk, closed=True)] == [TODAY, TODAY]
    assert placed(empty_desk, ROOM, "Кабинет 9")  # the name is free again
    assert empty_desk.verify() == []


def test_printers_have_offsets(empty_desk):
    key = procedures.enter_printer(empty_desk, EnterPrinter(name=" HP 402 ", offset_x=-15, offset_y=200))
    assert office.offsets(empty_desk, "HP 402") == (-1.5, 20.0)
    assert office.offsets(empty_desk, "другой") == (0.0, 0.0)
    procedures.change_printer(empty_desk, ChangePrinter(printer_id=key, offset_x=0, offset_y=5))
    assert [(row.name, row.offset_x, row.offset_y) for row in office.printers(empty_desk)] == [
        ("HP 402", 0, 5)
    ]
    refused("name_taken", procedures.enter_printer, empty_desk, EnterPrinter(name="HP 402"))
    same = ChangePrinter(printer_id=key, offset_x=0, offset_y=5)
    refused("nothing_changed", procedures.change_printer, empty_desk, same)
    finding = refused("offset_too_far", procedures.change_printer, empty_desk, replace(same, offset_y=201))
    assert finding.field == "offset_y"
    refused("offset_too_far", procedures.enter_printer, empty_desk, EnterPrinter(name="Иной", offset_x=-201))
    assert empty_desk.verify() == []


@pytest.mark.parametrize("role", [Role.CLERK, Role.LIBRARIAN, Role.INSPECTOR])
def test_only_the_responsible_keep_the_office(empty_desk, role):
    room = placed(empty_desk, ROOM, "Кабинет 9")
    printer = procedures.enter_printer(empty_desk, EnterPrinter(name="HP"))
    body = office.organisation(empty_desk)
    empty_desk.person = replace(empty_desk.person, roles=frozenset({role}))
    command = ChangeOrganisation(**{**asdict(body), "name_ru": "Иной"})
    refused("not_entrusted", procedures.change_organisation, empty_desk, command)
    refused("not_entrusted", placed, empty_desk, ROOM, "Кабинет 10")
    refused("not_entrusted", procedures.change_place, empty_desk, ChangePlace(place_id=room, name="Иной"))
    refused("not_entrusted", procedures.close_place, empty_desk, ClosePlace(place_id=room, reason="так"))
    refused("not_entrusted", procedures.enter_printer, empty_desk, EnterPrinter(name="Иной"))
    step = ChangePrinter(printer_id=printer, offset_x=1, offset_y=1)
    refused("not_entrusted", procedures.change_printer, empty_desk, step)
    if role is Role.INSPECTOR:
        refused("not_entrusted", office.places, empty_desk)
        refused("not_entrusted", office.organisation, empty_desk)
