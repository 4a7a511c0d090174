"""Execution control from the keyboard: submitted, resolved, put off, off control; the register, its papers."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, _, use_language
from dspdesk.law.execution_control import Part
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.law.registration import Entry
from dspdesk.procedures import execution_control
from dspdesk.procedures.execution_control import TakeOff
from dspdesk.procedures.printing import preview
from dspdesk.queries.item import ItemDetails, item
from dspdesk.queries.people import people as everybody
from dspdesk.queries.resolutions import execution
from dspdesk.ui import work
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.control.deadline_dialogs import ExtendDialog, SubmitDialog, TakeOffDialog, TakeOnDialog
from dspdesk.ui.control.people_field import PeopleField
from dspdesk.ui.control.place import NEXT_WEEK, OFF, THIS_WEEK, ControlPlace
from dspdesk.ui.control.resolution_dialog import ResolutionDialog
from dspdesk.ui.main_window import MainWindow
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import press, type_text
from tests.reports.reading import pages
from tests.ui.conftest import Asked, settled

pytestmark = pytest.mark.usefixtures("dressed")
QUIET = 320


def day(days: int) -> dt.date:
    return TODAY + dt.timedelta(days=days)


def details(desk: Desk, item_id: int) -> ItemDetails:
    found = item(desk, item_id)
    assert found is not None
    return found


def entry(desk: Desk, item_id: int) -> Entry:
    return details(desk, item_id).entry


def retype(text: str) -> None:
    """Type over what stands in the field."""
    press("Ctrl+A")
    type_text(text)


def top(kind: type[QDialog]) -> QDialog:
    hands.wait_until(lambda: isinstance(QApplication.activeWindow(), kind), kind.__name__)
    return QApplication.activeWindow()


def take_step(words: str) -> None:
    """F9 and down to a step of the menu, then Enter."""
    press("F9")
    hands.wait_until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    menu = QApplication.activePopupWidget()
    for _step in range(30):
        press("Down")
        if menu.activeAction() is not None and menu.activeAction().text() == words:
            break
    assert menu.activeAction().text() == words
    press("Enter")


def press_button(place: ControlPlace, words: str) -> None:
    """Press a step of the details by the keyboard."""
    hands.pause(1)
    found = [
        one for one in place.details.findChildren(QPushButton) if one.text() == words and one.isVisible()
    ]
    found[-1].setFocus(Qt.FocusReason.TabFocusReason)
    press("Space")


def ready(window: MainWindow) -> None:
    """Wait for what was written to be shown, the keys back on the window."""
    settled(window)
    hands.back_to(window)
    hands.pause(150)  # the details are asked for a moment later
    settled(window)
    hands.wait_until(window.place().details.steps_button.isEnabled, "the details")


@pytest.fixture
def body(empty_desk: Desk) -> Desk:
    """A body with its head and three people; nothing is on control."""
    factories.head_of_body(empty_desk)
    for name in ("Ахметов Б.К.", "Ким А.В.", "Сейтқали Г.М."):
        factories.employee(empty_desk, name)
    return empty_desk


@pytest.fixture
def letter(body: Desk) -> int:
    return factories.registered(body).id


def on_first_row(window: MainWindow) -> None:
    press("Down")
    settled(window)
    press("F6")
    hands.wait_until(window.place().details.steps_button.isEnabled, "the details")


@pytest.mark.parametrize("language", list(Language))
def test_submitted_resolved_put_off_and_off_control_without_the_mouse(
    window_over: Callable[[Desk], MainWindow], body: Desk, letter: int, language: Language
) -> None:
    use_language(language)
    with hands.keyboard_only():
        window = window_over(body)
        on_first_row(window)
        take_step(_("Submit to the head…"))
        top(SubmitDialog)
        press("Ctrl+S")
        hands.wait_until(lambda: bool(execution(body, letter).with_head), "the submission")
        ready(window)

        take_step(_("Resolution…"))
        dialog = top(ResolutionDialog)
        type_text("Подготовить ответ")
        press("Enter")
        type_text("Ахметов")
        press("Tab")
        type_text("Ким;Сейтқали")
        press("Tab", "Enter")
        assert dialog.focusWidget() is dialog.due_on
        type_text("27.11.2026")
        press("Ctrl+S")
        hands.wait_until(lambda: bool(execution(body, letter).resolutions), "the resolution")
        ready(window)
        known = execution(body, letter)
        assert known.with_head == ()
        assert [(one.name, one.part) for one in known.resolutions[0].named] == [
            ("Ахметов Б.К.", Part.EXECUTOR),
            ("Ким А.В.", Part.CO_EXECUTOR),
            ("Сейтқали Г.М.", Part.CO_EXECUTOR),
        ]
        assert entry(body, letter).due_on == dt.date(2026, 11, 27)

        take_step(_("Extend the deadline…"))
        top(ExtendDialog)
        type_text("05.12.2026")
        press("Enter")
        type_text("ждём ответа министерства")
        press("Ctrl+S")
        hands.wait_until(lambda: entry(body, letter).due_on == dt.date(2026, 12, 5), "the extension")
        ready(window)

        take_step(_("Take off control…"))
        top(TakeOffDialog)
        type_text("ответ № 5 от 18.11.2026")
        press("Ctrl+S")
        hands.wait_until(lambda: entry(body, letter).due_on is None, "off control")
        settled(window)
    assert entry(body, letter).control == "К; продлено до 05.12.2026; снято с контроля 18.11.2026"
    assert execution(body, letter).controls[0].outcome == "ответ № 5 от 18.11.2026"


# --- the form of a resolution ---


def test_a_warning_is_shown_while_typing_and_asks_for_the_reason(body: Desk, letter: int) -> None:
    with hands.shown(ResolutionDialog(body, None, details(body, letter))) as dialog:
        dialog.author.setFocus()
        retype("Ким А.В.")
        press("Enter")
        hands.pause(QUIET)
        assert [one.code for one in dialog.findings.findings()] == ["resolution_not_of_head"]
        assert dialog.reason.isVisible()
        dialog.text.setFocus()
        type_text("Принять к сведению")
        press("Ctrl+S")
        assert execution(body, letter).resolutions == ()
        type_text("резолюция заместителя")
        press("Ctrl+S")
    assert execution(body, letter).resolutions[0].admits is False


def test_a_refusal_stands_beside_its_field_and_nothing_is_recorded(body: Desk, letter: int) -> None:
    with hands.shown(ResolutionDialog(body, None, details(body, letter))) as dialog:
        type_text("Ответить")
        dialog.due_on.setFocus()
        retype("27.11.2026")
        press("Ctrl+S")
        assert dialog.isVisible()
        assert "исполнител" in dialog._boxes["executor"].error.text()
        assert hands.focused() is dialog.executor
    assert execution(body, letter).resolutions == ()


def test_an_earlier_resolution_is_corrected_with_a_reason(body: Desk, letter: int) -> None:
    factories.resolution(body, letter, due_on=day(9))
    with hands.shown(ResolutionDialog(body, None, details(body, letter))) as dialog:
        assert dialog.which.isVisible()
        dialog.which.setFocus()
        press("Down")
        hands.pause(QUIET)
        assert dialog.text.text() == "Подготовить ответ"
        dialog.text.setFocus()
        retype("Ответить до обеда")
        press("Ctrl+S")
        assert len(execution(body, letter).resolutions) == 1
        type_text("не те слова")
        press("Ctrl+S")
    assert [line.struck_reason for line in execution(body, letter).resolutions] == ["не те слова", ""]
    assert "Ответить до обеда" in entry(body, letter).resolution


def test_what_was_typed_stays_when_another_resolution_is_looked_at(body: Desk, letter: int) -> None:
    factories.resolution(body, letter, due_on=day(9))
    with hands.shown(ResolutionDialog(body, None, details(body, letter))) as dialog:
        type_text("Подготовить справку")
        dialog.due_on.setFocus()
        retype("27.11.2026")
        dialog.which.setFocus()
        press("Down")
        assert dialog.text.text() == "Подготовить ответ"
        dialog.text.setFocus()
        retype("Ответить до обеда")
        dialog.which.setFocus()
        press("Down", "Up", "Up")
        assert (dialog.text.text(), dialog.due_on.value()) == ("Подготовить справку", dt.date(2026, 11, 27))
        press("Down")
        assert dialog.text.text() == "Ответить до обеда"


def test_a_resolution_is_struck_out(body: Desk, letter: int) -> None:
    factories.resolution(body, letter, due_on=day(9))
    with hands.shown(ResolutionDialog(body, None, details(body, letter))) as dialog:
        dialog.which.setFocus()
        press("Down", "Down")
        assert not dialog.text.isVisible()
        press("Ctrl+S")
        type_text("не тот документ")
        press("Ctrl+S")
    assert execution(body, letter).in_force == ()
    assert entry(body, letter).resolution == ""


def test_words_typed_at_registration_are_offered_to_the_resolution(body: Desk) -> None:
    letter = factories.registered(body, resolution="К исполнению", executor="Ким А.В.", due_on=day(5)).id
    with hands.shown(ResolutionDialog(body, None, details(body, letter))) as dialog:
        assert (dialog.text.text(), dialog.executor.name(), dialog.due_on.value()) == (
            "К исполнению", "Ким А.В.", day(5),
        )  # fmt: skip


def test_a_resolution_half_written_comes_back(body: Desk, letter: int) -> None:
    with hands.shown(ResolutionDialog(body, None, details(body, letter))) as dialog:
        type_text("Подготовить")
        dialog.co_executors.setFocus()
        retype("Ким;")
        press("Esc", "Esc")  # the list of people first
    with hands.shown(ResolutionDialog(body, None, details(body, letter))) as dialog:
        assert dialog.text.text() == "Подготовить"
        assert len(dialog.co_executors.value()) == 1


def test_several_people_are_completed_and_an_unknown_name_is_told(body: Desk) -> None:
    field = PeopleField(body)
    with hands.shown(field):
        field.setFocus()
        type_text("Ким;")
        assert field.text() == "Ким А.В.; "
        type_text("Нет Такого")
        assert "Нет Такого" in field.problem()
        assert field.offers("Ким А.В.; Ах") == ["Ким А.В.; Ахметов Б.К."]
        assert "Ким А.В.; Ким А.В." not in field.offers("Ким А.В.; Ки")


# --- small forms ---


def test_taking_on_control_by_hand(body: Desk) -> None:
    letter = factories.registered(body, executor="Ким А.В.").id
    with hands.shown(TakeOnDialog(body, None, details(body, letter))):
        type_text("01.12.2026")
        press("Ctrl+S")
    assert (entry(body, letter).control, entry(body, letter).due_on) == ("К", dt.date(2026, 12, 1))


def test_an_extension_to_an_earlier_day_is_refused_beside_its_field(body: Desk, letter: int) -> None:
    factories.resolution(body, letter, due_on=day(9))
    with hands.shown(ExtendDialog(body, None, details(body, letter))) as dialog:
        type_text("20.11.2026")
        press("Enter")
        type_text("так надо")
        press("Ctrl+S")
        assert "27.11.2026" in dialog._boxes["due_after"].error.text()
    assert entry(body, letter).due_on == day(9)


def test_without_a_head_the_forms_say_so(empty_desk: Desk) -> None:
    letter = factories.registered(empty_desk).id
    for form in (SubmitDialog, ResolutionDialog):
        with hands.shown(form(empty_desk, None, details(empty_desk, letter))) as dialog:
            said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
            assert _("The directory names no head of the body today: enter the head under “People”.") in said


# --- the register ---


@pytest.fixture
def place(body: Desk, asked: Asked) -> ControlPlace:
    people = {row.name_ru: row.id for row in everybody(body)}
    for at, days in enumerate((-6, -1, 0, 2, 5, 12)):
        letter = factories.registered(
            body, their_number=f"1-{at}/9", summary=f"о деле {at}", date=day(-20), their_date=None
        ).id
        executor = people["Ахметов Б.К." if at % 2 else "Ким А.В."]
        factories.resolution(
            body, letter, dated=day(-15), due_on=day(days), persons=((executor, Part.EXECUTOR),)
        )
    execution_control.take_off(body, TakeOff(item_id=6, on=TODAY, outcome="исполнено"))
    with hands.shown(ControlPlace(body, asked.services())) as place:
        place.resize(1500, 700)
        place.refresh()
        hands.wait_until(place.loaded)
        place.grid.setFocus()
        yield place


def numbers(place: ControlPlace) -> list[str]:
    return [row.number.replace("\N{NO-BREAK SPACE}", " ") for row in place.model.rows]


def choose(field, words: str) -> None:
    field.setFocus()
    for _step in range(field.count()):
        if field.currentText() == words:
            break
        press("Down")
    assert field.currentText() == words


def test_the_earliest_deadline_stands_first_and_all_says_how_it_stands(place: ControlPlace) -> None:
    assert numbers(place) == ["1 ДСП", "2 ДСП", "3 ДСП", "4 ДСП", "5 ДСП"]
    shown = [place.model.cell(at, 1) for at in range(5)]
    assert shown == [
        "просрочено на 6 дней", "просрочено на 1 день", "сегодня", "осталось 2 дня", "осталось 5 дней",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Overdue", ["1 ДСП", "2 ДСП"]),
        ("Due today", ["3 ДСП"]),
        ("Within three days", ["4 ДСП"]),
        ("This calendar week", ["2 ДСП", "3 ДСП", "4 ДСП"]),
        ("Next week", ["5 ДСП"]),
        ("Off control", ["6 ДСП"]),
    ],
)
def test_what_is_shown_is_chosen(place: ControlPlace, words: str, found: list[str]) -> None:
    choose(place.when, _(words))
    assert set(numbers(place)) == set(found)
    assert _(words) in place.status()


def test_weeks_begin_on_monday(place: ControlPlace) -> None:
    assert place.when.values().index(THIS_WEEK) < place.when.values().index(NEXT_WEEK)
    assert OFF in place.when.values()


def test_one_executor_at_a_time_and_all_again(place: ControlPlace) -> None:
    choose(place.executor, "Ахметов Б.К.")
    assert numbers(place) == ["2 ДСП", "4 ДСП"]
    place.clear_filters()
    assert len(numbers(place)) == 5


def test_the_reminder_slip_and_the_digest_are_drawn_of_what_is_shown(
    place: ControlPlace, body: Desk, asked: Asked
) -> None:
    place.grid.go_to_row(1)
    press_button(place, _("Reminder slip…"))
    place.print_paper()
    slip, digest = (call[1][2] for call in asked.calls)
    assert (slip.paper, digest.paper, digest.about) == ("reminder_slip", "digest", "body:1")
    assert "Ахметову Б.К." in pages(preview(body, slip))[0]
    text = pages(preview(body, replace(digest, language="ru")))[0]
    assert "Просрочено документов: 2" in text


def test_what_is_due_later_is_not_reminded_of(place: ControlPlace) -> None:
    place.grid.go_to_row(4)
    hands.pause(1)
    words = [button.text() for button in place.details.findChildren(QPushButton) if button.isVisible()]
    assert _("Reminder slip…") not in words
    assert _("Extend the deadline…") in words


def test_an_executor_nobody_knows_gets_no_slip(place: ControlPlace, body: Desk) -> None:
    factories.registered(body, control="К", due_on=day(-9), executor="Некто Н.Н.", their_number="9-9/9")
    place.refresh()
    hands.wait_until(place.loaded)
    place.grid.go_to_row(0)
    with hands.answers() as answers:
        answers.plan("tell")
        press_button(place, _("Reminder slip…"))
        assert "Некто Н.Н." in answers.asked[0][1]


def test_a_row_is_taken_off_control_from_the_register(place: ControlPlace, body: Desk) -> None:
    place.grid.go_to_row(0)
    press_button(place, _("Take off control…"))
    top(TakeOffDialog)
    type_text("исполнено")
    press("Ctrl+S")
    hands.wait_until(lambda: entry(body, 1).due_on is None, "off control")
    hands.wait_until(lambda: place.loaded() and work.idle(), "the rows")
    assert "1 ДСП" not in numbers(place)


def test_a_row_hidden_by_a_choice_is_shown_when_asked_for(place: ControlPlace) -> None:
    choose(place.when, _("Overdue"))
    place.show_row(5)
    hands.wait_until(place.loaded)
    row = place.current()
    assert row is not None
    assert row.number == "5\N{NO-BREAK SPACE}ДСП"


def test_the_register_begins_with_a_word_of_what_belongs_here(
    window_over: Callable[[Desk], MainWindow], empty_desk: Desk
) -> None:
    with hands.shown(ControlPlace(empty_desk, Asked().services())) as place:
        place.refresh()
        hands.wait_until(place.loaded)
        said = " ".join(label.text() for label in place.findChildren(QLabel) if label.isVisible())
        assert _("Nothing is on control") in said


# --- the card ---


def test_the_card_shows_what_the_resolution_holds_and_does_not_let_it_be_typed_over(
    body: Desk, letter: int
) -> None:
    factories.resolution(body, letter, due_on=day(9))
    with hands.shown(RegistrationCard(body, JournalKind.INCOMING, TODAY.year, letter)) as card:
        for key in ("resolution", "executor", "due_on", "control"):
            card.form.fields[key].setFocus()
            before = card.form.fields[key].text()
            type_text("иначе")
            assert card.form.fields[key].text() == before
        assert card._frame.held.isVisible()
        assert card.form.fields["control"].height() == card.form.fields["due_on"].height()
        card._frame.resolution.setFocus()
        press("Space")
        top(ResolutionDialog)
        type_text("И доложить")
        press("Ctrl+S")
        hands.wait_until(lambda: len(execution(body, letter).resolutions) == 2, "the resolution")
        assert "И доложить" in card.form.fields["resolution"].text()


def test_a_mark_that_grows_with_extensions_is_shown_in_full(body: Desk, letter: int) -> None:
    factories.resolution(body, letter, due_on=day(9))
    author = factories.head_of_body(body)
    for later in (12, 15, 19):
        put_off = execution_control.Extend(
            item_id=letter, due_after=day(later), why="ждём ответа", allowed_by_id=author, allowed_on=TODAY
        )
        execution_control.extend(body, put_off)
    with hands.shown(RegistrationCard(body, JournalKind.INCOMING, TODAY.year, letter)) as card:
        mark = card.form.fields["control"]
        hands.wait_until(lambda: mark.height() > 1.5 * card.form.fields["due_on"].height(), "the lines")
        assert mark.document().size().height() <= mark.MOST_LINES


def test_a_new_card_takes_free_words_as_before(body: Desk) -> None:
    with hands.shown(RegistrationCard(body, JournalKind.INCOMING, TODAY.year)) as card:
        card.form.fields["resolution"].setFocus()
        type_text("В дело")
        assert card.form.fields["resolution"].text() == "В дело"
        assert not card._frame.held.isVisible()


def test_the_steps_are_for_whoever_keeps_control(body: Desk, letter: int) -> None:
    from dspdesk.ui.journals import item_steps

    def offered(desk: Desk, entry: ItemDetails) -> list[str]:
        return [_(step.title) for step in item_steps.steps(desk, entry)]

    shown = details(body, letter)
    mine = offered(body, shown)
    assert {_("Submit to the head…"), _("Resolution…"), _("Take on control…")} <= set(mine)
    assert _("Extend the deadline…") not in mine
    librarian = replace(body, person=replace(body.person, roles=frozenset({Role.LIBRARIAN})))
    assert _("Resolution…") not in offered(librarian, shown)
    factories.resolution(body, letter, due_on=day(9))
    after = offered(body, details(body, letter))
    assert {_("Extend the deadline…"), _("Take off control…")} <= set(after)
    assert _("Take on control…") not in after
