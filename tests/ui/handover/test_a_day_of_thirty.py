"""A day of thirty documents (W1, W8): sheets for each executor, all signed but two lines, which wait on Today."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.carrier_check import CarrierFound
from dspdesk.law.guard import Where
from dspdesk.law.kinds import Carrier
from dspdesk.procedures import printing
from dspdesk.procedures.handover_sheet import StrikeLines, strike_lines
from dspdesk.queries import handover, item, whereabouts
from dspdesk.queries.signatures import printouts
from dspdesk.queries.waiting import waiting
from dspdesk.ui import work
from dspdesk.ui.handover.day_sheets import DaySheets
from dspdesk.ui.handover.receiving import ReceivingForm
from dspdesk.ui.handover.to_sheet import ToSheetForm, open_form
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.scan.listening import BLINK
from dspdesk.ui.widgets.links import LinkButton
from tests import factories, hands
from tests.factories import TODAY
from tests.reports.reading import pages
from tests.ui.conftest import Asked, settled

PEOPLE = ("Ахметов Б.К.", "Ким В.Л.", "Оспанов Е.Т.", "Сейтқали Г.М.", "Юнусов Р.А.")
UNSIGNED = "Hand-over sheets not signed in full"
TWO_LINES = "№ 3, Оспанов Е.Т.: не подписаны 2 строки"


def thirty(desk: Desk, people: tuple[str, ...] = PEOPLE, count: int = 30) -> None:
    """Documents of the day with resolutions for these people by turns."""
    ids = [
        factories.employee(desk, name, name_kk=name.replace("Ахметов Б.К.", "Ахметов Б.Қ."))
        for name in people
    ]
    for at in range(count):
        registered = factories.registered(
            desk, summary=f"о проверке № {at + 1}", their_number=f"7-{at}/дсп", copies=(1,)
        )
        factories.admitted(desk, registered.id, ids[at % len(ids)])


def top(kind: type[QDialog]) -> QDialog:
    """The dialog of a kind that is open."""
    hands.wait_until(lambda: isinstance(QApplication.activeWindow(), kind), kind.__name__)
    return QApplication.activeWindow()


def press_button(window: QDialog | MainWindow, words: str) -> None:
    """Press a button by the keyboard: the keys go to it, then Space."""
    found = next(
        button for button in window.findChildren(QPushButton) if button.text() == words and button.isVisible()
    )
    found.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press("Space")


def on_handover(window: MainWindow) -> None:
    """Walk down the places to the hand-over sheets."""
    window.side.list.setFocus()
    rows = window.side.places()
    for _step in range(len(rows) + 8):
        if window.place() is window._places.get("handover"):
            break
        hands.press("Down")
    settled(window)
    assert window.place() is window._places["handover"]
    hands.press("F6")


def scan_and_wait(code: Code, layout: str = "latin") -> None:
    hands.scan(str(code), layout)
    hands.pause(BLINK * 2)


def save(window: MainWindow) -> None:
    """Save the dialog that is open."""
    hands.press("Ctrl+S")
    hands.back_to(window)
    settled(window)


def morning(desk: Desk, window: MainWindow, asked: Asked) -> None:
    """Sheets of the day for five people, printed in one job."""
    on_handover(window)
    hands.press("Insert")
    assert [len(keys) for _person, keys in top(DaySheets).copies.by_group()] == [6] * 5
    save(window)
    rows = [(row.number, row.lines, row.received) for row in handover.sheets(desk)]
    assert rows == [(number, 6, 0) for number in (5, 4, 3, 2, 1)]
    request = asked.only("preview")[2]
    assert request.about == "handover_sheet:1,2,3,4,5"
    read = pages(printing.print_paper(desk, request).pdf)
    assert [sum(name in page for page in read) for name in PEOPLE] == [1] * 5


def evening(window: MainWindow) -> None:
    """Four sheets come back signed in full, the third without two lines; each is scanned."""
    for number in (1, 2, 4, 5):
        scan_and_wait(Code(Kind.SHEET, number), "kazakh" if number == 4 else "russian")
        assert len(top(ReceivingForm).lines.value()) == 6
        save(window)
    scan_and_wait(Code(Kind.SHEET, 3))
    received = top(ReceivingForm)
    hands.press("Down", "Space", "Down", "Down", "Space")
    assert len(received.lines.value()) == 4
    save(window)


def left(desk: Desk) -> list[tuple[str, str]]:
    """What Today says of sheets that are not signed in full."""
    found = [one for one in waiting(desk, 5) if one.title == UNSIGNED]
    return [(line.words, line.right) for one in found for line in one.lines]


def test_thirty_documents_are_handed_over_and_two_lines_wait_for_the_next_day(
    open_store: Callable[[str], Desk], window_over: Callable[[Desk], MainWindow], asked: Asked, monkeypatch
) -> None:
    desk = open_store("empty")
    thirty(desk)
    window = window_over(desk)
    with hands.keyboard_only():
        morning(desk, window, asked)
        evening(window)
    assert left(desk) == [(TWO_LINES, "сегодня")]
    held = [row for item_id in range(1, 31) for row in whereabouts.copies_of(desk, item_id)]
    assert [row.where for row in held].count(Where.PERSON) == 28
    unsigned = [line.of.item_id for line in handover.sheet(desk, 3).lines if line.received_on is None]
    assert unsigned == [8, 18]
    assert [row.subject for row in printouts(desk)] == ["handover_sheet:1,2,3,4,5"]
    window.close()
    desk.close()

    monkeypatch.setattr(factories, "NOW", factories.NOW + dt.timedelta(days=1))
    desk = factories.opened(desk.path.parent)
    try:
        the_next_day(desk, window_over)
    finally:
        hands.wait_until(work.idle, "work in threads")
        desk.close()


def the_next_day(desk: Desk, window_over: Callable[[Desk], MainWindow]) -> None:
    """The two lines stand on Today with a day of waiting, and are signed."""
    window = window_over(desk)
    assert left(desk) == [(TWO_LINES, "1 день")]
    told = [line.text() for line in window.place().findChildren(LinkButton) if line.isVisible()]
    assert any(TWO_LINES in text for text in told)
    with hands.keyboard_only():
        scan_and_wait(Code(Kind.SHEET, 3), "russian")
        assert len(top(ReceivingForm).lines.value()) == 2
        save(window)
    assert left(desk) == []
    days = [line.received_on for line in handover.sheet(desk, 3).lines]
    assert [(day - factories.TODAY).days for day in days] == [0, 1, 0, 1, 0, 0]
    assert printouts(desk) == []
    assert desk.verify() == []
    window.close()


def test_a_day_in_kazakh(open_store, window_over, asked) -> None:
    use_language(Language.KK)
    desk = open_store("empty")
    thirty(desk, PEOPLE[:2], 4)
    window = window_over(desk)
    with hands.keyboard_only():
        on_handover(window)
        assert window.title.text() == "Тапсыру парақтары"
        hands.press("Insert")
        top(DaySheets)
        hands.press("Ctrl+S")
        hands.back_to(window)
        settled(window)
        scan_and_wait(Code(Kind.SHEET, 1), "kazakh")
        top(ReceivingForm)
        hands.press("Down", "Space", "Ctrl+S")
        hands.back_to(window)
        settled(window)
    (left,) = [one for one in waiting(desk, 5) if one.title == UNSIGNED]
    assert left.lines[0].words == "№ 1, Ахметов Б.Қ.: 1 жолға қол қойылмаған"
    assert asked.only("preview")[2].language == "kk"


@pytest.fixture
def day(open_store, window_over, asked):
    """A main window at the hand-over sheets of a short day."""
    desk = open_store("empty")
    thirty(desk, PEOPLE[:2], 4)
    window = window_over(desk)
    on_handover(window)
    return desk, window


def make_all(window: MainWindow) -> None:
    hands.press("Insert")
    top(DaySheets)
    hands.press("Ctrl+S")
    hands.back_to(window)
    settled(window)


def test_a_line_is_struck_out_and_its_copy_is_proposed_again(day) -> None:
    desk, window = day
    make_all(window)
    press_button(window, "Вычеркнуть…")
    from dspdesk.ui.handover.line_forms import StrikingForm

    top(StrikingForm)
    hands.press("Space", "Ctrl+S")  # no reason yet: refused
    assert [line.struck_on for line in handover.sheet(desk, 1).lines] == [None, None]
    hands.type_text("остаётся у руководителя")  # the keys are in the field that is wanted
    hands.press("Ctrl+S")
    hands.back_to(window)
    settled(window)
    struck = handover.sheet(desk, 1).lines[0]
    assert struck.struck_reason == "остаётся у руководителя"
    ((again,),) = [sheet.copies for sheet in handover.proposal(desk)]
    assert again.of.copy_id == struck.of.copy_id
    assert handover.sheets(desk)[-1].lines == 1


def test_a_sheet_with_no_line_left_is_not_printed(day, asked) -> None:
    desk, window = day
    make_all(window)
    place, printed = window.place(), len(asked.only("preview"))
    prints = {"Напечатать лист", "Напечатать листы этого дня"}
    assert prints <= set(dict(place.steps(place.current())))
    sheet = place.current().id
    lines = tuple(line.id for line in handover.sheet(desk, sheet).lines)
    strike_lines(desk, StrikeLines(sheet_id=sheet, lines=lines, reason="не нужны"))
    place.refresh()
    settled(window)
    assert place.current().lines == 0
    assert not prints & set(dict(place.steps(place.current())))
    place.open_row(place.current())
    place.print_paper()
    assert len(asked.only("preview")) == printed


def test_a_label_scanned_among_the_sheets_of_the_day_ticks_its_copy(day) -> None:
    desk, window = day
    hands.press("Insert")
    form = top(DaySheets)
    hands.press("Ctrl+A")
    assert form.copies.value() == ()
    scan_and_wait(Code(Kind.COPY, 3), "russian")
    scan_and_wait(Code(Kind.ITEM, 2), "kazakh")
    assert sorted(form.copies.value()) == [2, 3]
    hands.press("Ctrl+S")
    hands.back_to(window)
    settled(window)
    assert [(row.name_ru, row.lines) for row in handover.sheets(desk)] == [
        ("Ким В.Л.", 1),
        ("Ахметов Б.К.", 1),
    ]


def test_why_a_copy_is_not_offered_is_said_at_once(day) -> None:
    desk, _window = day
    checked = CarrierFound(means="антивирус 5.2", checked_on=TODAY, checked_by_id=1, clean=True)
    disk = factories.registered(desk, carrier=Carrier.ELECTRONIC, carrier_check=checked, their_number="8/дсп")
    factories.admitted(desk, disk.id, factories.employee(desk, "Пак Л.И."))
    with desk.transaction("test:check:gone") as step:
        step.connection.exec_driver_sql("UPDATE carrier_check SET clean = 0")
    hands.press("Insert")
    form = top(DaySheets)
    said = "Электронный носитель № 5 ДСП не проверен"
    assert form.why.text().replace("\N{NO-BREAK SPACE}", " ").startswith(said)
    assert form.why.isVisible()
    assert disk.id not in form.copies.value()
    hands.press("Esc")


def test_nothing_ticked_makes_nothing(day) -> None:
    desk, _window = day
    hands.press("Insert")
    form = top(DaySheets)
    assert form.why.text() == ""  # nothing stands against any of them
    hands.press("Ctrl+A", "Ctrl+S")
    assert form.isVisible()
    assert handover.sheets(desk) == []
    hands.press("Esc")


def test_a_day_ahead_is_refused_in_the_form(day) -> None:
    desk, _window = day
    hands.press("Insert")
    form = top(DaySheets)
    form.dated.setFocus()
    hands.clear()
    hands.type_text("19.11.2026")
    hands.press("Ctrl+S")
    assert form.isVisible()
    assert form._boxes["dated"].error.text().startswith("День 19.11.2026 ещё не наступил")
    hands.clear()
    hands.press("Ctrl+S")  # a day wiped out is not taken for today
    assert form._boxes["dated"].error.text()
    assert handover.sheets(desk) == []
    hands.press("Esc")


def test_an_entry_goes_to_a_sheet_of_its_own_once_its_resolution_names_the_person(
    window, desk, asked
) -> None:
    person, done = factories.employee(desk, "Юнусов Р.А."), []
    open_form(window, desk, asked.services(), item.item(desk, 60), lambda: done.append(1))
    form = top(ToSheetForm)
    hands.press("Ctrl+S")
    assert form._boxes["employee_id"].error.text() == "Укажите, кто получает документ."
    hands.type_text("Юнусов Р.А.")
    hands.press("Ctrl+S")
    assert [finding.code for finding in form.findings.findings()] == ["not_admitted"]
    assert [panel.repair[0] for panel in form.findings.panels() if panel.repair] == ["Внести резолюцию…"]
    assert (handover.sheets(desk), done) == ([], [])
    factories.admitted(desk, 60, person)
    hands.press("Ctrl+S")
    hands.back_to(window)
    assert [(row.name_ru, row.waiting) for row in handover.sheets(desk)] == [
        ("Юнусов Р.А.", len(item.item(desk, 60).copies))
    ]
    assert done == [1]
    assert asked.only("preview")[2].about == f"handover_sheet:{handover.sheets(desk)[0].id}"


def test_whom_an_entry_is_for_stands_in_its_form_and_is_typed_over(window, desk, asked) -> None:
    first, second = factories.employee(desk, "Юнусов Р.А."), factories.employee(desk, "Пак Л.И.")
    factories.admitted(desk, 60, first)
    open_form(window, desk, asked.services(), item.item(desk, 60), lambda: None)
    form = top(ToSheetForm)
    assert form.person.value() == first
    hands.type_text("Пак Л.И.")
    assert form.person.value() == second
    hands.press("Esc")
