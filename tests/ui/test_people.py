"""People in the window, by the keys: entered and appointed, acted for, renamed, leaving; and their units."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from dspdesk.desk import Desk
from dspdesk.language.declension import NameCase
from dspdesk.law.kinds import Headship, Role
from dspdesk.procedures import people as procedures
from dspdesk.procedures import units as unit_procedures
from dspdesk.queries.names import name_on
from dspdesk.queries.people import people, person_card, signatory
from dspdesk.queries.units import units
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.office.appointment_dialog import AppointmentDialog
from dspdesk.ui.office.employee_card import EmployeeCard
from dspdesk.ui.office.leaving import EndDialog, LeavingDialog
from dspdesk.ui.office.people import PeoplePlace
from dspdesk.ui.office.units import CloseUnitDialog, UnitCard, UnitsPlace, make
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import press, type_text
from tests.ui.conftest import settled

FOUNDER = 1
YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)

Form = TypeVar("Form", bound=FormDialog)


@pytest.fixture
def people_of(window_over: Callable[[Desk], MainWindow]) -> Callable[[Desk], MainWindow]:
    """A main window at the place of people, the keys on its first row."""

    def opened(desk: Desk) -> MainWindow:
        window = window_over(desk)
        window.go_to("people")
        settled(window)
        window.place().take_focus()
        return window

    return opened


def asking(kind: type[Form]) -> Form:
    """The form that has come up."""
    hands.wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind), kind.__name__)
    form = QApplication.activeModalWidget()
    assert isinstance(form, kind)
    hands.back_to(form)
    return form


def gone(form: FormDialog, window: MainWindow) -> None:
    hands.wait_until(lambda: QApplication.activeModalWidget() is not form, "the form to close")
    hands.back_to(window)
    settled(window)


def place_of(window: MainWindow) -> PeoplePlace:
    place = window.place()
    assert isinstance(place, PeoplePlace)
    return place


def choose(window: MainWindow, employee_id: int) -> None:
    """Go to a row with the arrows."""
    place = place_of(window)
    place.take_focus()
    press("Ctrl+Home")
    while place.current().id != employee_id:
        press("Down")


def step(window: MainWindow, words: str) -> None:
    """Go to a button of the details with Tab and press it."""
    press("F6")
    for _ in range(12):
        press("Tab")
        button = hands.focused()
        if isinstance(button, QPushButton) and button.text() == words:
            press("Space")
            return
    raise AssertionError(words)


def complaint(form: FormDialog, field: str) -> str:
    return form._boxes[field].error.text()


def go(form: FormDialog, field: str) -> None:
    """Go on with Enter until a field has the keys."""
    for _ in range(30):
        if form._boxes[field].widget.hasFocus():
            return
        press("Tab")
    raise AssertionError(field)


# --- journeys ---


def test_a_new_clerk_is_entered_and_appointed(people_of, empty_desk):
    window = people_of(empty_desk)
    with hands.keyboard_only():
        press("Ins")
        card = asking(EmployeeCard)
        type_text("Сейтқали Ғ.М.")
        press("Enter")
        assert card.names["ru"].text() == "Сейтқали Ғ.М."
        hands.clear()
        type_text("Сейтқали Г.М.")
        assert card.cases["kk", NameCase.GENITIVE].text() == "Сейтқалидың Ғ.М."
        press("Ctrl+S")
        dialog = asking(AppointmentDialog)
        type_text("іс жүргізуші")
        press("Enter")
        type_text("делопроизводитель")
        assert [label.text() for label in dialog.signatures.values()] == [
            "іс жүргізуші   Сейтқали Ғ.М.",
            "делопроизводитель   Сейтқали Г.М.",
        ]
        press("Ctrl+S")
        gone(dialog, window)
    row = place_of(window).current()
    assert (row.name_ru, row.position_ru, row.since) == ("Сейтқали Г.М.", "делопроизводитель", TODAY)


def test_a_head_goes_on_leave_and_the_deputy_acts(people_of, empty_desk):
    head, deputy = factories.employee(empty_desk), factories.employee(empty_desk, "Ким А.")
    factories.appointed(empty_desk, head, heads=Headship.SERVICE)
    factories.appointed(empty_desk, deputy, position_kk="орынбасар", position_ru="заместитель")
    window = people_of(empty_desk)
    choose(window, deputy)
    with hands.keyboard_only():
        step(window, "Назначить…")
        dialog = asking(AppointmentDialog)
        assert dialog.earlier.isVisible()
        press("Shift+Tab", "Space")
        assert not dialog.earlier.isVisible()
        go(dialog, "acting_for_id")
        while dialog.acting_for.value() != head:
            press("Down")
        assert [label.text() for label in dialog.signatures.values()] == [
            "Басшының міндетін атқарушы   Ким А.",
            "И.о. руководителя   Ким А.",
        ]
        assert not dialog.heads.isEnabled()
        go(dialog, "valid_from")
        hands.clear()
        type_text("10.11")
        press("Enter")
        type_text("20.11.2026")
        press("Ctrl+S")
        gone(dialog, window)
    signed = [
        signatory(empty_desk, Headship.SERVICE, dt.date(2026, 11, day)).position_ru for day in (9, 10, 20, 21)
    ]
    assert signed == ["руководитель", "И.о. руководителя", "И.о. руководителя", "руководитель"]
    assert place_of(window).current().position_ru == "И.о. руководителя"


def test_a_renaming_leaves_the_old_name_to_earlier_days(people_of, empty_desk):
    window = people_of(empty_desk)
    choose(window, FOUNDER)
    with hands.keyboard_only():
        press("Enter")
        card = asking(EmployeeCard)
        hands.clear()
        type_text("Ким Ә.Қ.")
        press("Enter")
        hands.clear()
        type_text("Ким А.К.")
        go(card, "renamed_from")
        type_text("20.11.2026")
        press("Ctrl+S")
        assert "20.11.2026" in complaint(card, "renamed_from")
        hands.clear()
        type_text("18.11.2026")
        press("Ctrl+S")
        gone(card, window)
    with empty_desk.reading() as connection:
        assert name_on(connection, "employee:1", YESTERDAY)[1] == "Жүнісова Ә.Қ."
        assert name_on(connection, "employee:1", TODAY)[1] == "Ким А.К."
    facts = place_of(window).facts(place_of(window).current())
    assert ("по 17.11.2026", "Жүнісова Ә.Қ.") in facts


def test_the_last_head_does_not_leave_until_somebody_follows(people_of, empty_desk):
    head = factories.employee(empty_desk)
    factories.appointed(empty_desk, head, heads=Headship.BODY)
    window = people_of(empty_desk)
    choose(window, head)
    with hands.keyboard_only():
        step(window, "Оформить выбытие…")
        leaving = asking(LeavingDialog)
        press("Ctrl+S")
        assert "19.11.2026" in complaint(leaving, "day")
        assert person_card(empty_desk, head).left_on is None
        press("Esc")
        gone(leaving, window)
        factories.appointed(
            empty_desk,
            factories.employee(empty_desk, "Ким А."),
            heads=Headship.BODY,
            acting=True,
            valid_from=TOMORROW,
        )
        choose(window, head)
        step(window, "Оформить выбытие…")
        leaving = asking(LeavingDialog)
        press("Enter")
        type_text("приказ № 5")
        press("Ctrl+S")
        gone(leaving, window)
    assert person_card(empty_desk, head).left_on == TODAY


def test_a_successor_takes_the_place_when_it_is_ticked(people_of, empty_desk):
    head, deputy = factories.employee(empty_desk), factories.employee(empty_desk, "Ким А.")
    factories.appointed(empty_desk, head, heads=Headship.SERVICE)
    window = people_of(empty_desk)
    choose(window, deputy)
    step(window, "Назначить…")
    dialog = asking(AppointmentDialog)
    type_text("басшы")
    press("Tab")
    press("Tab")  # the words in the other language are known
    assert dialog.positions["ru"].text() == "руководитель"
    go(dialog, "heads")
    while dialog.heads.value() is not Headship.SERVICE:
        press("Down")
    assert "Сейтқали" in dialog.earlier.text()
    press("Ctrl+S")
    assert complaint(dialog, "heads")
    go(dialog, "instead_of")
    press("Space", "Ctrl+S")
    gone(dialog, window)
    assert signatory(empty_desk, Headship.SERVICE, YESTERDAY).employee_id == head
    assert signatory(empty_desk, Headship.SERVICE, TODAY).employee_id == deputy


# --- smaller things ---


def test_those_who_left_are_shown_when_asked_for_and_can_come_back(people_of, empty_desk):
    person = factories.employee(empty_desk)
    procedures.employee_leaves(empty_desk, procedures.EmployeeLeaves(employee_id=person, day=YESTERDAY))
    window = people_of(empty_desk)
    place = place_of(window)
    assert place.model.row_of(person) == -1
    place.left.setFocus()
    press("Space")
    settled(window)
    choose(window, person)
    assert place.model.cell(place.model.row_of(person), 1) == "последний день — 17.11.2026"
    with hands.answers() as planned:
        planned.plan("reason", "приказ отменён")
        step(window, "Отменить выбытие…")
    assert place.grid.hasFocus()
    settled(window)
    assert person_card(empty_desk, person).left_on is None


def test_access_stands_against_leaving(people_of, empty_desk):
    window = people_of(empty_desk)
    choose(window, FOUNDER)
    step(window, "Оформить выбытие…")
    leaving = asking(LeavingDialog)
    press("Ctrl+S")
    assert factories.LOGIN in complaint(leaving, "day")


def test_an_appointment_is_corrected_and_ended(people_of, empty_desk):
    person = factories.employee(empty_desk)
    factories.appointed(empty_desk, person, valid_to=dt.date(2026, 6, 30))
    factories.appointed(empty_desk, person, position_ru="советник", valid_from=dt.date(2026, 7, 1))
    window = people_of(empty_desk)
    choose(window, person)
    step(window, "Исправить назначение…")
    dialog = asking(AppointmentDialog)
    assert dialog.positions["ru"].text() == "советник"
    press("Down")
    assert dialog.positions["ru"].text() == "руководитель"
    go(dialog, "position_ru")
    hands.clear()
    type_text("начальник")
    press("Ctrl+S")
    gone(dialog, window)
    choose(window, person)
    step(window, "Завершить назначение…")
    ending = asking(EndDialog)
    hands.clear()
    press("Ctrl+S")
    assert complaint(ending, "day")
    type_text("18.11")
    press("Ctrl+S")
    gone(ending, window)
    lines = person_card(empty_desk, person).appointments
    assert [(line.position_ru, line.valid_to) for line in lines] == [
        ("советник", TODAY),
        ("начальник", dt.date(2026, 6, 30)),
    ]


def test_a_first_day_is_needed(empty_desk, dressed):
    with hands.shown(AppointmentDialog(empty_desk, None, person_card(empty_desk, FOUNDER))) as dialog:
        go(dialog, "valid_from")
        hands.clear()
        press("Ctrl+S")
        assert complaint(dialog, "valid_from")


def test_a_case_that_was_corrected_stays_when_the_name_changes(empty_desk, dressed):
    with hands.shown(EmployeeCard(empty_desk, None)) as card:
        type_text("Ким А.")
        press("Enter")
        go(card, "genitive_ru")
        hands.clear()
        type_text("Ким А.")
        go(card, "name_ru")
        hands.clear()
        type_text("Ким Б.")
        assert card.cases["ru", NameCase.GENITIVE].text() == "Ким А."
        assert card.cases["ru", NameCase.DATIVE].text() == "Киму Б."
        press("Ctrl+S")
    (row,) = [row for row in people(empty_desk) if row.id != FOUNDER]
    assert person_card(empty_desk, row.id).cases_ru[NameCase.GENITIVE] == "Ким А."


def test_who_only_reads_changes_nothing(people_of, empty_desk):
    empty_desk.person = replace(empty_desk.person, roles=frozenset({Role.CLERK}))
    window = people_of(empty_desk)
    place = place_of(window)
    assert place.primary_text() == ""
    assert [words for words, _does in place.steps(place.current())] == ["История…"]
    press("Enter", "Ins")
    assert QApplication.activeModalWidget() is None


# --- units ---


@pytest.fixture
def units_place(empty_desk, dressed):
    place = make(empty_desk, None)
    place.resize(1200, 600)
    with hands.shown(place):
        place.refresh()
        hands.wait_until(place.loaded, "the units")
        yield place


def test_a_unit_is_entered_changed_and_closed(empty_desk, units_place: UnitsPlace):
    assert units_place.panes()[0].text() == "Внести подразделение"
    units_place.take_focus()
    press("Space")
    card = asking(UnitCard)
    type_text("Талдау бөлімі")
    press("Enter")
    type_text("Отдел анализа")
    press("Enter")
    type_text("07")
    press("Ctrl+S")
    hands.wait_until(lambda: units_place.loaded() and units_place.model.total == 1, "the unit")
    units_place.open_row(units_place.current())
    card = asking(UnitCard)
    press("Enter")
    hands.clear()
    type_text("Управление анализа")
    go(card, "renamed_from")
    type_text("18.11.2026")
    press("Ctrl+S")
    hands.wait_until(
        lambda: units_place.loaded() and units_place.current().name_ru == "Управление анализа", "it"
    )
    assert ("по 17.11.2026", "Отдел анализа") in units_place.facts(units_place.current())
    dict(units_place.steps(units_place.current()))["Закрыть подразделение…"]()
    asking(CloseUnitDialog)
    press("Enter")
    type_text("приказ № 7")
    press("Ctrl+S")
    hands.wait_until(lambda: units_place.loaded() and not units_place.model.total, "it to go")
    assert units(empty_desk)[0].closed_on == TODAY
    units_place.closed.setChecked(True)
    hands.wait_until(lambda: units_place.loaded() and units_place.model.total == 1, "closed ones")
    assert [words for words, _does in units_place.steps(units_place.current())] == ["История…"]


def test_a_unit_with_people_is_not_closed(empty_desk, dressed):
    unit = unit_procedures.enter_unit(empty_desk, unit_procedures.EnterUnit(name_kk="Бөлім", name_ru="Отдел"))
    factories.appointed(empty_desk, factories.employee(empty_desk), unit_id=unit)
    with hands.shown(CloseUnitDialog(empty_desk, None, units(empty_desk)[0])) as dialog:
        press("Ctrl+S")
        assert "Сейтқали Г.М." in complaint(dialog, "day")
