"""Copies handed over, taken back, put in their place and corrected, by the keys."""

import datetime as dt
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from dspdesk.desk import Desk
from dspdesk.law.kinds import ItemState, JournalKind, PlaceKind, Role
from dspdesk.law.whereabouts import Where
from dspdesk.procedures import office
from dspdesk.queries.item import ItemDetails, item
from dspdesk.queries.whereabouts import copies_of
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.journals import item_steps
from dspdesk.ui.movement.copies_field import CopiesField
from dspdesk.ui.movement.corrections import HolderForm, UndoForm
from dspdesk.ui.movement.entry_corrections import CorrespondentForm, JournalForm, SheetsForm
from dspdesk.ui.movement.handing import HandOverForm, LinkForm, StoreForm, TakeBackForm
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import press, type_text
from tests.procedures.test_movements import as_written
from tests.ui.conftest import Asked

YESTERDAY = TODAY - dt.timedelta(1)
pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def letter(desk: Desk) -> int:
    return factories.registered(desk, date=YESTERDAY).id


def details(desk: Desk, letter: int) -> ItemDetails:
    found = item(desk, letter)
    assert found is not None
    return found


def form_of(kind: Callable[..., FormDialog], desk: Desk, letter: int) -> FormDialog:
    return kind(desk, None, Asked().services(), details(desk, letter))


def closed(form: FormDialog) -> None:
    hands.wait_until(lambda: not shiboken6.isValid(form) or not form.isVisible(), "the form to close")


def where(desk: Desk, letter: int) -> list[Where]:
    return [row.where for row in copies_of(desk, letter)]


def test_a_copy_is_handed_over_by_the_keys(desk: Desk, letter: int, dressed: QApplication):
    person = factories.employee(desk, "Юнусов Р.А.")
    factories.admitted(desk, letter, person)
    with hands.shown(form_of(HandOverForm, desk, letter)) as form:
        press("Shift+Tab", "Space")  # the first copy stays here
        press("Tab")
        type_text("юнус")
        press("Tab", "Ctrl+S")  # the first hint
        closed(form)
    assert where(desk, letter) == [Where.SERVICE, Where.PERSON]
    assert copies_of(desk, letter)[1].words == "Юнусов Р.А., 18.11.2026, расписка в журнале"


def test_whoever_is_not_named_is_refused_with_the_way_out(desk: Desk, letter: int, monkeypatch):
    opened: list[tuple[object, ...]] = []
    monkeypatch.setattr("dspdesk.ui.control.resolution_dialog.open", lambda *given: opened.append(given))
    person = factories.employee(desk, "Юнусов Р.А.")
    with hands.shown(form_of(HandOverForm, desk, letter)) as form:
        type_text("Юнусов Р.А.")
        press("Ctrl+S")
        (finding,) = form.findings.findings()
        assert (finding.code, finding.requirement) == ("not_admitted", "D36")
        assert where(desk, letter) == [Where.SERVICE] * 2
        press("Alt+R")
        assert opened[0][3] == details(desk, letter)
        factories.admitted(desk, letter, person)
        opened[0][4]()  # the resolution is entered
        press("Ctrl+S")
        closed(form)
    assert where(desk, letter) == [Where.PERSON] * 2


def test_a_person_must_be_named_and_known(desk: Desk, letter: int):
    with hands.shown(form_of(HandOverForm, desk, letter)) as form:
        press("Ctrl+S")
        assert form._boxes["employee_id"].error.text()
        type_text("Никто Н.Н.")
        press("Ctrl+S")
        assert "нет" in form._boxes["employee_id"].error.text()
        press("Esc")
    assert where(desk, letter) == [Where.SERVICE] * 2


def test_a_day_must_be_written(desk: Desk, letter: int):
    factories.handed(desk, letter)
    with hands.shown(form_of(TakeBackForm, desk, letter)) as form:
        press("Tab")
        hands.clear()
        press("Ctrl+S")
        assert form._boxes["on"].error.text()
        press("Esc")


def test_copies_come_back_by_the_keys(desk: Desk, letter: int):
    factories.handed(desk, letter)
    with hands.shown(form_of(TakeBackForm, desk, letter)) as form:
        press("Ctrl+S")
        closed(form)
    assert where(desk, letter) == [Where.SERVICE] * 2


def test_copies_are_put_in_their_place(desk: Desk, letter: int):
    room = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.ROOM, name="Каб. 214"))
    office.enter_place(desk, office.EnterPlace(kind=PlaceKind.SAFE, name="Сейф 2", within_id=room))
    with hands.shown(form_of(StoreForm, desk, letter)) as form:
        press("Down", "Ctrl+S")
        closed(form)
    assert {row.holder for row in copies_of(desk, letter)} == {"Каб. 214, Сейф 2"}


def test_without_any_place_the_form_says_who_enters_one(desk: Desk, letter: int):
    form = form_of(StoreForm, desk, letter)
    assert not form.save_button.isEnabled()


def test_the_holder_of_a_register_is_named(desk: Desk, letter: int):
    as_written(desk, letter, "Юнус. 3 отд.")
    person = factories.employee(desk, "Юнусов Р.А.")
    with hands.shown(form_of(LinkForm, desk, letter)) as form:
        type_text("юнус")
        press("Tab", "Ctrl+S")
        closed(form)
    assert copies_of(desk, letter)[0].holder_id == person


def test_a_wrong_person_is_corrected_by_the_keys(desk: Desk, letter: int):
    factories.handed(desk, letter)
    person = factories.employee(desk, "Юнусов Р.А.")
    with hands.shown(form_of(HolderForm, desk, letter)) as form:
        type_text("юнус")
        press("Tab", "Tab", "Tab")
        type_text("перепутаны строки")
        press("Ctrl+S")
        assert [one.code for one in form.findings.findings()] == ["was_not_admitted"]
        type_text("по устному распоряжению")  # the reason has the keys
        press("Ctrl+S")
        closed(form)
    assert {row.holder_id for row in copies_of(desk, letter)} == {person}


def test_the_right_person_is_sought_among_those_in_office_when_the_copies_were_given(desk: Desk, letter: int):
    from dspdesk.procedures import people

    right = factories.employee(desk, "Юнусов Р.А.")
    factories.handed(desk, letter, on=YESTERDAY)
    people.employee_leaves(desk, people.EmployeeLeaves(employee_id=right, day=YESTERDAY, reason="приказ"))
    form = form_of(HolderForm, desk, letter)
    assert form.on.value() == YESTERDAY
    form.person.setText("Юнусов Р.А.")
    assert form.person.value() == right


def test_a_movement_that_did_not_happen_is_taken_out(desk: Desk, letter: int):
    factories.handed(desk, letter, 1)
    with hands.shown(form_of(UndoForm, desk, letter)) as form:
        assert [row.number for row in form.copies.rows()] == [1]
        press("Tab")
        type_text("не выдавался")
        press("Enter", "Ctrl+S")
        closed(form)
    assert where(desk, letter) == [Where.SERVICE] * 2


def test_a_wrong_correspondent_and_a_wrong_count_are_corrected(desk: Desk, letter: int):
    with hands.shown(CorrespondentForm(desk, None, details(desk, letter))) as form:
        hands.clear()
        type_text("Акимат г. Астаны")
        press("Ctrl+S")
        closed(form)
    with hands.shown(SheetsForm(desk, None, details(desk, letter))) as form:
        hands.clear()
        type_text("7")
        press("Ctrl+S")
        closed(form)
    found = details(desk, letter)
    assert (found.entry.correspondent, found.entry.sheets.document) == ("Акимат г. Астаны", 7)
    assert [line.reason for line in found.history[-2:]] == [
        "Неверно указан корреспондент", "Неверно указано количество листов",
    ]  # fmt: skip
    assert found.history[-1].changes == (("sheets", "4", "7"),)


def test_the_wrong_journal_is_left_by_the_keys(desk: Desk, letter: int):
    with hands.shown(JournalForm(desk, None, details(desk, letter))) as form:
        assert form.signatory.isVisible(), "an outgoing document is signed"
        press("End")
        assert not form.signatory.isVisible()
        press("Ctrl+S")
        closed(form)
    wrong = details(desk, letter)
    assert wrong.state is ItemState.ANNULLED
    assert wrong.links.moved_to.journal.kind is JournalKind.PUBLICATIONS


def test_the_copies_field_ticks_by_the_keys(desk: Desk, letter: int):
    rows = copies_of(desk, letter)
    field = CopiesField(rows, lambda row: row.number == 2)
    with hands.shown(field):
        field.setFocus()
        assert field.value() == (rows[1].id,)
        press("Ctrl+A")
        assert field.value() == tuple(row.id for row in rows)
        press("Ctrl+A")
        assert field.value() == ()
        assert field.problem()
        press("Down", "Space")
        assert field.value() == (rows[1].id,)
        assert not field.problem()
    assert CopiesField(rows[:1]).value() == (rows[0].id,), "a single copy is meant"


def test_namesakes_are_told_apart_by_their_positions(desk: Desk):
    one = factories.employee(desk, "Юнусов Р.А.")
    factories.appointed(desk, one, position_ru="главный специалист", position_kk="бас маман")
    factories.employee(desk, "Юнусов Р.А.", reason="однофамилец")
    field = PersonField(desk)
    field.setText("Юнусов Р.А. — главный специалист")
    assert field.value() == one
    field.setText("юнусов")
    assert field.value() is None
    assert field.problem()
    assert len(field.offers("юнус")) == 2
    field.setText("")
    assert not field.problem()


def test_whoever_has_left_is_offered_for_the_days_before(desk: Desk):
    from dspdesk.procedures import people

    one = factories.employee(desk, "Юнусов Р.А.")
    people.employee_leaves(desk, people.EmployeeLeaves(employee_id=one, day=YESTERDAY, reason="приказ"))
    field = PersonField(desk)
    assert field.offers("юнус") == []
    field.show_day(YESTERDAY)
    field.setText("Юнусов Р.А.")
    assert field.value() == one


def titles(desk: Desk, letter: int) -> set[str]:
    return {
        step.title for step in item_steps.steps(desk, details(desk, letter)) if ".movement." in step.opens
    }


def test_the_menu_offers_what_the_copies_allow(desk: Desk, letter: int):
    entry = {"Wrong journal…", "Wrong correspondent…", "Wrong count of sheets…"}
    assert titles(desk, letter) == entry | {"Hand over…", "Put in its place…"}
    factories.handed(desk, letter, 1)
    moved = {"Take back…", "Issued to another person…", "Movement entered by mistake…"}
    assert titles(desk, letter) == entry | moved | {"Hand over…", "Put in its place…"}
    as_written(desk, letter, "Ким А.В.")
    assert "Who has it…" in titles(desk, letter)


def test_a_sheet_is_offered_while_a_copy_is_at_hand(desk: Desk, letter: int):
    def offered() -> bool:
        found = item_steps.steps(desk, details(desk, letter))
        return "To a hand-over sheet…" in [step.title for step in found]

    factories.handed(desk, letter, 1)
    assert offered()
    factories.handed(desk, letter, 2)
    assert not offered()


def test_steps_of_one_group_stand_together():
    groups = [step.group for step in item_steps.STEPS]
    assert groups == sorted(groups, key=groups.index)


def test_who_may_not_move_copies_is_offered_no_step(desk: Desk, letter: int):
    from dataclasses import replace

    librarian = replace(desk, person=replace(desk.person, roles=frozenset({Role.LIBRARIAN})))
    assert titles(librarian, letter) == set()


@pytest.mark.parametrize(
    "step", [one for one in item_steps.STEPS if ".movement." in one.opens], ids=lambda one: one.title
)
def test_every_step_opens_its_window(desk: Desk, letter: int, step: item_steps.ItemStep, asked):
    factories.handed(desk, letter, 2)
    as_written(desk, letter, "Ким А.В.")
    done: list[int] = []
    item_steps.opener(step)(None, desk, asked.services(), details(desk, letter), lambda: done.append(1))
    form = QApplication.activeModalWidget()
    assert isinstance(form, FormDialog)
    form.saved.emit(None)
    assert done == [1]
    form.reject()


def test_a_label_scanned_in_a_form_ticks_its_copy(desk: Desk, letter: int):
    from dspdesk.law.barcode import Code, Kind

    form = form_of(HandOverForm, desk, letter)
    rows = copies_of(desk, letter)
    form.copies.show_value(())
    assert form.take_scan(Code(Kind.COPY, rows[1].id))
    assert form.copies.value() == (rows[1].id,)
    assert not form.take_scan(Code(Kind.COPY, 99_999))
    assert not form.take_scan(Code(Kind.ITEM, letter))
