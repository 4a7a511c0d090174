"""Cases and volumes through the windows: opened, continued, put right and put away by the keyboard."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from dspdesk.law.case_file import FEW, Container
from dspdesk.law.kinds import PlaceKind, Role
from dspdesk.law.values import SheetCount
from dspdesk.procedures.case_file import OpenVolume, open_volume
from dspdesk.procedures.filing import FileUnregistered, file_unregistered
from dspdesk.procedures.filing_correction import StrikeFiling, strike
from dspdesk.procedures.office import EnterPlace, enter_place
from dspdesk.queries import case_headings, cases
from dspdesk.ui import theme
from dspdesk.ui.cases.correcting import CorrectCaseForm
from dspdesk.ui.cases.lines import LinesDialog
from dspdesk.ui.cases.opening import NextVolumeForm, OpenCaseForm
from dspdesk.ui.cases.place import CasesPlace
from dspdesk.ui.cases.storing import PutVolumeForm
from dspdesk.ui.filing.day import DayForm
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.registers.place import RegisterPlace
from dspdesk.ui.security.ledger_place import LedgerPlace
from dspdesk.ui.widgets.basics import Caption
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import fill, press
from tests.ui.conftest import settled

pytestmark = pytest.mark.usefixtures("dressed")
Over = Callable[[Desk], MainWindow]


def gone_to(window_over: Over, desk: Desk) -> CasesPlace:
    """The place of cases, with all its rows."""
    window = window_over(desk)
    window.go_to("cases")
    settled(window)
    place = window.place()
    assert isinstance(place, CasesPlace)
    return place


def said(place: CasesPlace) -> str:
    """What the details say."""
    hands.pause(20)  # what was said before is deleted
    return "\n".join(label.text() for label in place.details.findChildren(QLabel))


def buttons(place: CasesPlace) -> list[str]:
    hands.pause(20)
    return [button.text() for button in place.details.findChildren(QPushButton)]


def plain(desk: Desk, volume: int, sheets: int = 1) -> None:
    line = FileUnregistered(
        volume_id=volume, number="7", dated=TODAY, heading="Письмо о сроках", sheets=sheets, on=TODAY,
        form_id=uuid.uuid4().hex, reason="один вопрос",
    )  # fmt: skip
    file_unregistered(desk, line)


def test_without_a_filing_plan_the_place_leads_there(window_over: Over, empty_desk: Desk) -> None:
    place = gone_to(window_over, empty_desk)
    (button,) = [one for one in place.findChildren(QPushButton) if one.isVisible()]
    asked: list[str] = []
    place.place_asked.connect(asked.append)
    place.take_focus()
    press("Space")
    assert (button.text(), asked) == ("К номенклатуре дел", ["filing_plan"])


def test_a_case_is_opened_by_the_keyboard_and_stands_in_the_register(
    window_over: Over, empty_desk: Desk
) -> None:
    factories.plan_entry(empty_desk, restricted=True)
    factories.plan_entry(empty_desk, year=TODAY.year - 1)
    person = factories.employee(empty_desk, "Ким А.В.")
    factories.appointed(empty_desk, person, unit_id=factories.unit(empty_desk))
    place = gone_to(window_over, empty_desk)
    with hands.keyboard_only():
        press("Ins")
        (form,) = place.window().findChildren(OpenCaseForm)
        assert hands.focused() is form.heading
        hands.type_text("мини")
        press("Tab")
        assert form.heading.text() == "01-03 — Переписка с министерствами"
        assert "с пометкой «ДСП»" in form.of_heading.text()
        form.responsible.setFocus()
        fill("Ким А.В.")
        press("Ctrl+S")
        settled(place.window())
    row = place.current()
    assert row is not None
    assert (row.year, row.number, row.responsible("ru"), row.mark("ru")) == (TODAY.year, 1, "Ким А.В.", "ДСП")
    assert "0 из 180" in said(place)
    assert "В томе пока ничего нет" in said(place)


def test_a_case_of_last_year_is_opened_under_last_years_heading(empty_desk: Desk) -> None:
    old = factories.plan_entry(empty_desk, year=TODAY.year - 1, carry_over=True)
    factories.plan_entry(empty_desk)
    with hands.shown(OpenCaseForm(empty_desk, None)) as form:
        assert not form.carry_over.isChecked()
        form.year.show_value(TODAY.year - 1)
        form.heading.setFocus()
        fill("01-03")
        assert form.carry_over.isChecked()
        form.on.setFocus()
        hands.clear()
        fill(f"9.1.{TODAY.year - 1}")
        press("Ctrl+S")
    (row,) = cases.volumes(empty_desk)
    assert (row.plan_entry_id, row.carry_over, row.opened_on.year) == (old, True, TODAY.year - 1)


def test_a_second_case_leads_to_the_next_volume(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    emitted: list[object] = []
    with hands.shown(OpenCaseForm(empty_desk, None)) as form:
        form.saved.connect(emitted.append)
        fill("01-03")
        press("Ctrl+S")
        assert len(cases.volumes(empty_desk)) == 1
        assert form.findings.isVisible()
        press("Alt+R")
        (following,) = form.findChildren(NextVolumeForm)
        hands.back_to(following)
        press("Ctrl+S")
    assert [row.number for row in cases.volumes(empty_desk)] == [1, 2]
    assert emitted == [row.id for row in cases.volumes(empty_desk) if row.id != volume]


def test_words_that_name_no_heading_are_said_at_the_field(empty_desk: Desk) -> None:
    factories.plan_entry(empty_desk)
    with hands.shown(OpenCaseForm(empty_desk, None)) as form:
        press("Ctrl+S")
        assert "Выберите заголовок" in form._boxes["plan_entry_id"].error.text()
        fill("99-99")
        press("Ctrl+S")
        assert "Такого заголовка" in form._boxes["plan_entry_id"].error.text()
    assert cases.volumes(empty_desk) == []


def test_details_name_every_line_in_its_order_and_grey_what_left(window_over: Over, empty_desk: Desk) -> None:
    from dspdesk.models import Filing

    volume = factories.case_opened(empty_desk)
    one = factories.registered(empty_desk, sheets=SheetCount(14))
    two = factories.registered(empty_desk, sheets=SheetCount(3))
    lines = factories.filed(empty_desk, volume, one.id, two.id)
    plain(empty_desk, volume)
    with empty_desk.transaction("test:line:out") as step:
        left = step.session.get_one(Filing, lines[0])
        left.out_on, left.out_kind = TODAY, "withdrawn"
    place = gone_to(window_over, empty_desk)
    text = said(place)
    at = [text.index(f"{number}. №") for number in (1, 2, 3)]
    assert at == sorted(at)
    assert "листы 15–17" in text
    assert "лист 18" in text
    assert "изъято 18.11.2026" in text
    (grey,) = [one for one in place.details.findChildren(Caption) if one.text().startswith("1. №")]
    assert "изъято" in grey.text()


def test_all_lines_stand_in_a_grid_that_leads_to_the_entry(window_over: Over, empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    one = factories.registered(empty_desk, sheets=SheetCount(14))
    factories.filed(empty_desk, volume, one.id)
    for _at in range(52):
        plain(empty_desk, volume)
    place = gone_to(window_over, empty_desk)
    assert "Ещё строк: 3" in said(place)
    asked: list[tuple[str, int]] = []
    place.row_asked.connect(lambda key, row: asked.append((key, row)))
    with hands.keyboard_only():
        place.take_focus()
        press("Enter")
        (dialog,) = place.window().findChildren(LinesDialog)
        hands.wait_until(dialog.loaded, "the lines")
        assert [dialog.model.cell(0, at) for at in (0, 4, 5, 6)] == ["1", "1–14", "1", "в томе"]
        assert dialog.count.text() == "53 строки · 66 из 180"
        press("Down", "Enter")
        assert asked == []  # an unclassified document has no entry
        press("Up", "Enter")
    assert asked == [("item", one.id)]


def test_a_case_becomes_restricted_everywhere_with_its_first_restricted_document(
    window_over: Over, empty_desk: Desk
) -> None:
    volume = factories.case_opened(empty_desk)
    plain(empty_desk, volume, sheets=160)
    open_volume(empty_desk, OpenVolume(case_id=cases.volume(empty_desk, volume).row.case_id))
    place = gone_to(window_over, empty_desk)
    assert "документов ДСП в деле нет" in said(place)
    assert [row.mark("ru") for row in place.model.rows] == ["", ""]
    item = factories.registered(empty_desk, sheets=SheetCount(1))
    factories.filed(empty_desk, volume, item.id, reason="один вопрос")
    place.refresh()
    settled(place.window())
    assert "ДСП с 18.11.2026" in said(place)
    assert [row.mark("ru") for row in place.model.rows] == ["ДСП", "ДСП"]  # the volume without it, too


def test_the_hint_of_separate_cases_stands_in_the_details(window_over: Over, empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    items = [factories.registered(empty_desk, sheets=SheetCount(1)).id for _at in range(FEW + 1)]
    factories.filed(empty_desk, volume, *items)
    for _at in range(FEW):
        plain(empty_desk, volume)
    place = gone_to(window_over, empty_desk)
    assert "целесообразно" not in said(place)
    plain(empty_desk, volume)
    place.refresh()
    settled(place.window())
    assert "целесообразно формировать в отдельные дела" in said(place)


def test_choices_narrow_the_register_and_landing_takes_them_off(window_over: Over, empty_desk: Desk) -> None:
    old = factories.case_opened(empty_desk, year=TODAY.year - 1)
    factories.case_opened(empty_desk)
    place = gone_to(window_over, empty_desk)
    assert [row.year for row in place.model.rows] == [TODAY.year, TODAY.year - 1]
    place.year.show_value(TODAY.year)
    place.year.activated.emit(place.year.currentIndex())
    assert [row.year for row in place.model.rows] == [TODAY.year]
    assert "1 из 2" in place.status()
    place.show_row(old)
    settled(place.window())
    assert place.current() is not None
    assert place.key_of(place.current()) == old
    place.state.show_value("closed")
    place.state.activated.emit(place.state.currentIndex())
    assert place.model.rows == []
    place.clear_filters()
    assert len(place.model.rows) == 2


def test_the_next_volume_is_opened_and_shown(window_over: Over, empty_desk: Desk) -> None:
    factories.case_opened(empty_desk)
    place = gone_to(window_over, empty_desk)
    press("F6", "F9")
    (menu,) = [one for one in place.findChildren(QMenu) if one.isVisible()]
    titles = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert "Открыть следующий том…" in titles
    assert titles[-1] == "История…"
    with hands.keyboard_only():
        press(*["Down"] * (titles.index("Открыть следующий том…") + 1), "Enter")
        (form,) = place.window().findChildren(NextVolumeForm)
        assert hands.focused() is form.container
        form.container.show_value(Container.BOX)
        press("Ctrl+S")
        settled(place.window())
    row = place.current()
    assert row is not None
    assert (row.number, row.container, row.volumes) == (2, Container.BOX, 2)


def test_sheets_of_a_line_are_a_span_whatever_their_count(window_over: Over, empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    plain(empty_desk, volume, 21)
    plain(empty_desk, volume, 1)
    text = said(gone_to(window_over, empty_desk))
    assert "листы 1–21" in text
    assert "лист 22" in text


def test_a_days_worth_is_filed_in_all_cases_from_one_volume(window_over: Over, empty_desk: Desk) -> None:
    here, there = (factories.case_opened(empty_desk, case_index=index) for index in ("01-03", "01-04"))
    for index in ("01-03", "01-04"):
        factories.registered(empty_desk, case_index=index, sheets=SheetCount(2))
    place = gone_to(window_over, empty_desk)
    place.show_row(here)
    settled(place.window())
    press("F6", "F9")
    (menu,) = [one for one in place.findChildren(QMenu) if one.isVisible()]
    titles = [action.text() for action in menu.actions() if not action.isSeparator()]
    with hands.keyboard_only():
        press(*["Down"] * (titles.index("Подшить по всем делам…") + 1), "Enter")
        (form,) = place.window().findChildren(DayForm)
        hands.wait_until(form.loaded, "what is to be filed")
        press("Ctrl+S")
        settled(place.window())
    assert [cases.volume(empty_desk, volume).row.documents for volume in (here, there)] == [1, 1]
    shown = place.current()
    assert shown is not None
    assert shown.id == here


def test_a_case_is_put_right_with_a_reason(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    with hands.shown(CorrectCaseForm(empty_desk, None, volume)) as form:
        form.heading_ru.setFocus()
        fill("Переписка с акиматами")
        press("Ctrl+S")
        assert "Укажите причину" in form._boxes["reason"].error.text()
        assert cases.volume(empty_desk, volume).row.heading("ru") == "Переписка с министерствами"
        assert hands.focused() is form.why
        fill("уточнён заголовок")
        press("Ctrl+S")
    assert cases.volume(empty_desk, volume).row.heading("ru") == "Переписка с акиматами"


def test_a_day_of_opening_is_put_right_but_not_past_the_first_filing(empty_desk: Desk) -> None:
    day = TODAY - dt.timedelta(1)
    volume = factories.case_opened(empty_desk, on=day)
    plain(empty_desk, volume)
    with hands.shown(CorrectCaseForm(empty_desk, None, volume)) as form:
        assert form.opened_on.value() == day
        form.opened_on.show_value(TODAY + dt.timedelta(1))
        form.why.setFocus()
        fill("заведено раньше")
        press("Ctrl+S")
        assert form._boxes["opened_on"].error.text()
        assert cases.volume(empty_desk, volume).row.opened_on == day
        form.opened_on.show_value(TODAY - dt.timedelta(5))
        press("Ctrl+S")
    assert cases.volume(empty_desk, volume).row.opened_on == TODAY - dt.timedelta(5)


def test_a_volume_that_never_was_is_shown_as_such_without_steps(window_over: Over, empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    large = factories.registered(empty_desk, sheets=SheetCount(200)).id
    (line,) = factories.filed(empty_desk, volume, large, apart=True, reason="один документ")
    strike(empty_desk, StrikeFiling(filing_id=line, mistake="не тот документ"))
    place = gone_to(window_over, empty_desk)
    void = next(row for row in place.model.rows if row.void)
    place.show_row(void.id)
    assert "заведён по ошибке, тома не было" in said(place)
    assert not any("Исправить" in text or "Подшить" in text for text in buttons(place))
    place.state.show_value("void")
    place._choose()
    assert [row.id for row in place.model.rows] == [void.id]
    place.state.show_value("open")
    place._choose()
    assert [row.id for row in place.model.rows] == [volume]
    with hands.shown(NextVolumeForm(empty_desk, None, volume)) as form:
        assert form.windowTitle() == "Открыть том 2 дела 01-03"
        press("Ctrl+S")
    assert [row.number for row in cases.volumes(empty_desk) if not row.void] == [1, 2]


def test_who_left_stays_responsible_until_another_is_named(empty_desk: Desk) -> None:
    from dspdesk.procedures.people import EmployeeLeaves, employee_leaves

    person, other = factories.employee(empty_desk, "Ким А.В."), factories.employee(empty_desk, "Юн Р.А.")
    for one in (person, other):
        factories.appointed(empty_desk, one, unit_id=factories.unit(empty_desk))
    volume = factories.case_opened(empty_desk, responsible_id=person)
    employee_leaves(empty_desk, EmployeeLeaves(employee_id=person, day=TODAY.replace(day=TODAY.day - 1)))
    for name, kept in (("", person), ("Юн Р.А.", other)):
        with hands.shown(CorrectCaseForm(empty_desk, None, volume)) as form:
            assert form.responsible.text() == ""
            form.responsible.setFocus()
            fill(name)
            form.notes.setFocus()
            fill(name or "со схемами")
            form.why.setFocus()
            fill("уточнение")
            press("Ctrl+S")
        key = cases.volume(empty_desk, volume).row.case_id
        assert case_headings.card(empty_desk, key).responsible_id == kept


def test_a_volume_is_put_in_a_cabinet_and_elsewhere_with_a_reason(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk, restricted=True)
    room = enter_place(empty_desk, EnterPlace(kind=PlaceKind.ROOM, name="Кабинет 214"))
    with hands.shown(PutVolumeForm(empty_desk, None, volume)) as form:
        press("Ctrl+S")
        assert "куда он помещён" in form._boxes["place_id"].error.text()
        form.place.show_value(room)
        press("Ctrl+S")
        assert cases.volume(empty_desk, volume).row.place == ""
        assert form.reason.isVisible()
        assert hands.focused() is form.reason.line
        fill("сейф заказан")
        press("Ctrl+S")
    assert cases.volume(empty_desk, volume).row.place == "Кабинет 214"


def test_without_a_place_nothing_can_be_put_there(empty_desk: Desk) -> None:
    with hands.shown(PutVolumeForm(empty_desk, None, factories.case_opened(empty_desk))) as form:
        assert not form.save_button.isEnabled()


@pytest.mark.parametrize("role", [Role.LIBRARIAN, Role.ARCHIVIST])
def test_who_may_only_read_finds_no_step_of_the_service(
    window_over: Over, empty_desk: Desk, role: Role
) -> None:
    from dataclasses import replace

    factories.case_opened(empty_desk)
    other = replace(empty_desk, person=replace(empty_desk.person, roles=frozenset({role})))
    place = gone_to(window_over, other)
    assert place.primary_text() == ""
    place.primary()
    assert not place.window().findChildren(OpenCaseForm)
    assert "Открыть следующий том…" not in buttons(place)
    assert "Исправить сведения о деле…" not in buttons(place)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("key", ["cases", "filing_plan", "inventories", "storage", "ledger"])
def test_a_small_screen_shows_the_place_and_every_title(
    window_over: Over, desk: Desk, key: str, language: Language
) -> None:
    """1366 × 768 is the screen of most offices."""
    use_language(language)
    factories.closed_volume(desk, case_index="01-05")
    window = window_over(desk)
    window.go_to(key)
    settled(window)
    window.resize(1366, 768)
    settled(window)
    place = window.place()
    assert isinstance(place, RegisterPlace)
    if isinstance(place, LedgerPlace):
        place.older.show()
    hands.pause()
    assert window.width() <= 1366
    grid, advance = place.grid, place.grid.fontMetrics().horizontalAdvance
    heads = [
        str(place.model.headerData(at, Qt.Orientation.Horizontal)) for at in range(place.model.columnCount())
    ]
    beside = theme.em(grid, 1.5)
    assert [head for at, head in enumerate(heads) if advance(head) + beside > grid.columnWidth(at)] == []
