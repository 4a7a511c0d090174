"""Inventories and storage places by the keyboard: drawn up, approved, handed over; volumes put into a safe by scan."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from dspdesk.desk import Desk
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.kinds import PlaceKind, Role
from dspdesk.law.storage import Purpose
from dspdesk.procedures import case_transfer, people
from dspdesk.procedures.case_file import OpenVolume, open_volume
from dspdesk.procedures.office import EnterPlace, enter_place
from dspdesk.procedures.volume_storing import PutVolumes, put_volumes
from dspdesk.queries import cases, inventories, storage
from dspdesk.queries.drafts import drafts
from dspdesk.ui.cards.draft_keeper import flush_all
from dspdesk.ui.draft_list import place_of
from dspdesk.ui.inventories.drawing_up import DrawingUpForm
from dspdesk.ui.inventories.forms import ApprovingForm
from dspdesk.ui.inventories.transferring import TransferForm, TransferMistakeForm
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.scan.listening import BLINK
from dspdesk.ui.storage.labels import LabelsForm
from dspdesk.ui.storage.putting import PutHereForm
from tests import factories, hands
from tests.factories import TODAY
from tests.ui.conftest import Asked, settled

Open = Callable[[Desk], MainWindow]


def at(window: MainWindow, place: str):
    window.go_to(place)
    settled(window)
    hands.press("F6")
    return window.place()


def top(kind: type[QDialog]) -> QDialog:
    hands.wait_until(lambda: isinstance(QApplication.activeWindow(), kind), kind.__name__)
    return QApplication.activeWindow()


def save(window: MainWindow) -> None:
    hands.press("Ctrl+S")
    hands.back_to(window)
    settled(window)


def buttons(window: MainWindow) -> list[str]:
    return [one.text() for one in window.place().details.findChildren(QPushButton)]


def press_button(window: MainWindow, words: str) -> None:
    found = next(one for one in window.place().details.findChildren(QPushButton) if one.text() == words)
    found.setFocus()
    hands.press("Space")


def scan(code: Code) -> None:
    hands.scan(str(code))
    hands.pause(BLINK * 2)


def test_an_inventory_from_drawing_up_to_the_archive(desk: Desk, window_over: Open, asked: Asked) -> None:
    volume = factories.closed_volume(desk, case_index="01-05")
    archive = factories.storage_place(desk, purpose=Purpose.ARCHIVE)
    archivist = factories.archivist(desk)
    window = window_over(desk)
    with hands.keyboard_only():
        place = at(window, "inventories")
        hands.press("Ins")
        form = top(DrawingUpForm)
        form.year.setFocus()
        hands.clear()
        hands.type_text(str(TODAY.year))
        form.period.show_value(form.period.values()[1])
        form.touched("period")
        assert form.volumes.value() == (volume,)
        save(window)
        (row,) = place.model.rows
        assert (row.lines, row.approved_on) == (1, None)
        assert "Передать в архив…" not in buttons(window)
        hands.back_to(window)
        place.grid.setFocus()
        hands.press("Return")
        top(ApprovingForm)
        hands.type_text("Руководитель отдела, протокол № 2")
        save(window)
        assert "Добавить тома…" not in buttons(window)
        place.grid.setFocus()
        hands.press("Return")
        form = top(TransferForm)
        form.accepted_by.setFocus()
        hands.type_text("Омарова Д.С.")
        form.place.show_value(archive)
        save(window)
    found = inventories.inventory(desk, row.id)
    assert found.transfers[0].accepted_by_id == archivist
    assert cases.volume(desk, volume).row.place_id == archive
    assert "Передать в архив…" not in buttons(window)
    hands.press("Ctrl+P")
    (_parent, _desk, request) = asked.only("preview")
    assert (request.paper, request.about) == ("unit_inventory", f"inventory:{row.id}")


def test_a_transfer_entered_by_mistake_is_struck_out_by_the_keys(desk: Desk, window_over: Open) -> None:
    first, second = (factories.closed_volume(desk, case_index=index) for index in ("01-05", "01-06"))
    key = factories.inventory(desk, first, second, approved=True)
    window = window_over(desk)
    at(window, "inventories")
    assert "Передача внесена по ошибке…" not in buttons(window)
    lines = tuple(line.id for line in inventories.inventory(desk, key).lines)
    case_transfer.hand_over(
        desk,
        case_transfer.HandOverCases(
            inventory_id=key, line_ids=lines, on=TODAY, given_by_id=1, accepted_by_id=factories.archivist(desk),
            form_id="a",
        ),
    )  # fmt: skip
    window.place().refresh()
    settled(window)
    with hands.keyboard_only():
        press_button(window, "Передача внесена по ошибке…")
        form = top(TransferMistakeForm)
        hands.press("Ctrl+S")
        assert form.isVisible(), "nothing is ticked, no reason is given"
        scan(Code(Kind.VOLUME, second))
        assert form.lines.value() == (lines[1],)
        form.mistake.setFocus()
        hands.type_text("не та связка")
        save(window)
    found = inventories.inventory(desk, key)
    assert [(one.lines, one.struck) for one in found.transfers] == [((lines[0],), ((lines[1], TODAY),))]
    said = [one.text() for one in window.place().details.findChildren(QLabel)]
    assert any("1 дело вычеркнуто" in one for one in said)
    assert "Передать в архив…" in buttons(window)


def test_volumes_are_put_into_a_safe_by_scanning_them(desk: Desk, window_over: Open) -> None:
    first = factories.closed_volume(desk, case_index="01-05")
    second = factories.closed_volume(desk, case_index="01-06")
    safe = factories.storage_place(desk)
    window = window_over(desk)
    place = at(window, "storage")
    place.show_row(safe)
    settled(window)
    place.grid.setFocus()
    hands.press("Return")
    form = top(PutHereForm)
    hands.wait_until(form.loaded, "the volumes")
    scan(Code(Kind.VOLUME, second))
    assert form.volumes.value() == (second,)
    save(window)
    assert cases.volume(desk, second).row.place_id == safe
    assert cases.volume(desk, first).row.place_id is None
    assert place.current().volumes == 1


def test_volumes_of_one_index_are_told_apart_by_their_years(desk: Desk) -> None:
    for year in (TODAY.year - 1, TODAY.year):
        factories.case_opened(desk, case_index="01-05", year=year)
    safe = factories.storage_place(desk)
    (row,) = [one for one in storage.places(desk) if one.id == safe]
    with hands.shown(PutHereForm(desk, None, row)) as form:
        hands.wait_until(form.loaded, "the volumes")
        said = [form.volumes.topLevelItem(at).text(0) for at in range(form.volumes.topLevelItemCount())]
    for year in (TODAY.year - 1, TODAY.year):
        assert sum(words.startswith(f"01-05, т. 1 ({year})") for words in said) == 1


def test_of_many_volumes_in_a_place_the_first_are_named_and_the_others_counted(
    desk: Desk, window_over: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dspdesk.ui.storage.place._MOST", 3)
    volume = factories.case_opened(desk, case_index="01-05")
    safe, other = factories.storage_place(desk), factories.storage_place(desk, name="Шкаф № 2")
    case = cases.volume(desk, volume).row.case_id
    further = [open_volume(desk, OpenVolume(case_id=case)).volume_id for _at in range(5)]
    put_volumes(desk, PutVolumes(volume_ids=tuple(further), place_id=safe, on=TODAY))
    put_volumes(desk, PutVolumes(volume_ids=(volume,), place_id=other, on=TODAY))
    window = window_over(desk)
    place = at(window, "storage")
    said = {}
    for key in (safe, other):
        place.show_row(key)
        settled(window)
        hands.pause(20)  # what was said before is deleted
        said[key] = [label.text() for label in place.details.findChildren(QLabel)]
    assert [text for text in said[other] if "01-05, т. 1 " in text]
    assert not [text for text in said[other] if "и ещё" in text]
    (there,) = (text for text in said[safe] if "01-05, т. 2 " in text)
    assert there.splitlines()[-1] == "и ещё 2 тома"
    assert len(there.splitlines()) == 4
    assert len(said[safe]) == len(said[other]), "several volumes are one text"


def test_labels_of_a_place_and_of_what_lies_there(desk: Desk, window_over: Open, asked: Asked) -> None:
    safe = factories.storage_place(desk)
    window = window_over(desk)
    place = at(window, "storage")
    place.show_row(safe)
    settled(window)
    hands.press("Ctrl+P")
    form = top(LabelsForm)
    assert form.chosen.value() == (safe,)
    form.first.setFocus()
    hands.clear()
    hands.type_text("25")
    hands.press("Ctrl+S")
    assert form.isVisible(), "a sheet has 24 labels"
    hands.clear()
    hands.type_text("5")
    hands.press("Ctrl+S")
    hands.back_to(window)
    (_parent, _desk, request) = asked.only("preview")
    assert request.about == f"place:{safe}#first=5"


@pytest.mark.parametrize("role", [Role.LIBRARIAN, Role.ARCHIVIST])
def test_who_may_not_keep_inventories_reads_them(desk: Desk, window_over: Open, role: Role) -> None:
    from dataclasses import replace

    factories.inventory(desk, factories.closed_volume(desk, case_index="01-05"))
    window = window_over(replace(desk, person=replace(desk.person, roles=frozenset({role}))))
    at(window, "inventories")
    assert ("Внести утверждение…" in buttons(window)) == (role is Role.ARCHIVIST)
    assert bool(window.place().primary_text()) == (role is Role.ARCHIVIST)


def test_an_inventory_being_drawn_up_comes_back_with_its_ticks(desk: Desk) -> None:
    kept, left_out = (factories.closed_volume(desk, case_index=index) for index in ("01-05", "01-06"))
    with hands.shown(DrawingUpForm(desk, None)) as form:
        form.year.setFocus()
        hands.clear()
        hands.type_text(str(TODAY.year))
        form.period.show_value(form.period.values()[1])
        form.touched("period")
        assert set(form.volumes.value()) == {kept, left_out}
        form.volumes.show_value((kept,))
        form.number.setFocus()
        hands.clear()
        hands.type_text("7-А")
        flush_all()
    with hands.shown(DrawingUpForm(desk, None)) as again:
        assert (again.year.value(), again.number.value()) == (TODAY.year, "7-А")
        assert again.volumes.value() == (kept,)
        assert again.volumes.count() == 2
        assert [(draft.form, place_of(draft)) for draft in drafts(desk)] == [("inventory", "inventories")]
        hands.press("Ctrl+S")
    assert drafts(desk) == []
    (row,) = inventories.inventories(desk)
    assert [line.volume.id for line in inventories.inventory(desk, row.id).lines] == [kept]


def test_a_transfer_being_entered_comes_back_for_its_inventory_only(desk: Desk) -> None:
    first, second, third = (
        factories.closed_volume(desk, case_index=index) for index in ("01-05", "01-06", "01-07")
    )
    factories.inventory(desk, first, second, approved=True)
    factories.inventory(desk, third, approved=True, number="2")
    rows = {row.lines: row for row in inventories.inventories(desk)}
    with hands.shown(TransferForm(desk, None, rows[2])) as form:
        stays = form.lines.value()[:1]
        form.lines.show_value(stays)
        form.notes.setFocus()
        hands.type_text("в двух связках")
        flush_all()
    with hands.shown(TransferForm(desk, None, rows[1])) as other:
        assert other.notes.value() == ""
        assert len(other.lines.value()) == 1
    with hands.shown(TransferForm(desk, None, rows[2])) as again:
        assert (again.notes.value(), again.lines.value()) == ("в двух связках", stays)


def test_labels_read_only_what_lies_in_the_place(desk: Desk) -> None:
    """Those of a room are those of its safe too, and of no other place."""
    here, deep, elsewhere = (
        factories.closed_volume(desk, case_index=index) for index in ("01-04", "01-05", "01-06")
    )
    room = enter_place(desk, EnterPlace(kind=PlaceKind.ROOM, name="каб. 214"))
    safe = enter_place(desk, EnterPlace(kind=PlaceKind.SAFE, name="шкаф 2", within_id=room))
    other = enter_place(desk, EnterPlace(kind=PlaceKind.ROOM, name="каб. 310"))
    for volume, place in ((here, room), (deep, safe), (elsewhere, other)):
        command = PutVolumes(volume_ids=(volume,), place_id=place, on=TODAY, reason="пока нет другого")
        put_volumes(desk, command)
    assert {row.id for row in storage.volumes_in(desk, room)} == {here, deep}
    assert [row.id for row in storage.volumes_in(desk, other)] == [elsewhere]
    assert len(storage.volumes_in(desk, room, 1)) == 1
    found = {row.id: row.path for row in storage.open_places(desk)}
    assert (found[safe], set(found) >= {room, safe, other}) == (("каб. 214", "шкаф 2"), True)


def test_those_in_office_on_the_day_of_the_transfer_are_offered(desk: Desk) -> None:
    """Who left since accepted the cases all the same: they are offered on a day before, and today they are not."""
    archivist, day = factories.archivist(desk), TODAY - dt.timedelta(days=3)
    people.employee_leaves(desk, people.EmployeeLeaves(employee_id=archivist, day=day))
    factories.inventory(desk, factories.closed_volume(desk), approved=True)
    with hands.shown(TransferForm(desk, None, inventories.inventories(desk)[0])) as form:
        for on, offered in ((TODAY, None), (day, archivist), (TODAY, None)):
            form.on.setFocus()
            hands.clear()
            hands.fill(f"{on:%d.%m.%Y}")
            form.accepted_by.setText("Омарова Д.С.")
            assert form.accepted_by.value() == offered
            assert bool(form.accepted_by.problem()) is (offered is None)
