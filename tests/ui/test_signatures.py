"""Waiting for signature, and how a journal is printed on: by keys."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from dspdesk.law.growing import Grow
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures import registration
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.procedures.registration import Annul
from dspdesk.queries.journals import journal
from dspdesk.queries.signatures import Shown, printouts
from dspdesk.ui.journals.printing_on import BLANK, WHOLE, JournalPrinting
from dspdesk.ui.number_forms import BlankSheets
from dspdesk.ui.signatures.forms import SignForm, SpoiledForm
from dspdesk.ui.signatures.subjects import opens
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import press, type_text
from tests.procedures.closing_years import closed
from tests.ui.conftest import settled

pytestmark = pytest.mark.usefixtures("dressed")

PAPER = "registration_journal"


def opened(kind: type[QDialog]) -> QDialog:
    hands.wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind), kind.__name__)
    dialog = QApplication.activeModalWidget()
    hands.back_to(dialog)
    return dialog


@pytest.fixture
def last_year(desk) -> int:
    found = journal(desk, JournalKind.INCOMING, TODAY.year - 1)
    closed(desk, found.id)
    return found.id


@pytest.fixture
def place(desk, last_year, window_over):
    for language in ("ru", "kk"):
        print_paper(desk, PaperRequest(paper=PAPER, language=language, journal_id=last_year))
    window = window_over(desk)
    place = window.go_to("signatures")
    settled(window)
    place.take_focus()
    return place


def ready(place) -> None:
    hands.wait_until(lambda: QApplication.activeModalWidget() is None and place.loaded(), "the rows")
    hands.back_to(place.window())


@pytest.mark.journey
def test_printouts_are_signed_and_set_aside_by_keys(desk, place, asked):
    with hands.keyboard_only(), hands.answers() as planned:
        assert len(place.model.rows) == 2
        press("Ins")
        form = opened(SignForm)
        press("Enter")
        press("Space")  # the first has not signed yet
        press("Ctrl+S")
        ready(place)
        assert [signer.ordinal for signer in place.current().missing] == [1]
        press("Enter")
        form = opened(SignForm)
        hands.clear()
        type_text("17.11.2026")
        press("Ctrl+S")
        assert "18.11.2026" in form._boxes["on"].error.text()  # it was printed a day later
        hands.back_to(form)
        form.on.setFocus()
        hands.clear()
        type_text("18.11")
        press("Ctrl+S")
        ready(place)
        assert len(place.model.rows) == 1
        press("Ctrl+P")
        request = asked.only("preview")[2]
        assert (request.replaces, request.language) == (place.current().id, "kk")
        planned.plan("reason", "напечатан дважды")
        dict(place.steps(place.current()))["Снять с подписи…"]()
        ready(place)
    assert place.model.total == 0
    assert [len(printouts(desk, shown)) for shown in Shown] == [0, 1, 1]


def test_spoiled_sheets_are_counted(desk, place):
    dict(place.steps(place.current()))["Испорченные листы…"]()
    form = opened(SpoiledForm)
    hands.clear()
    press("Ctrl+S")
    assert form._boxes["count"].error.text()
    type_text("2")
    press("Ctrl+S")
    ready(place)
    assert place.current().spoiled == 2
    assert ("Испорченные листы", "2") in place.facts(place.current())


def test_those_that_wait_no_more_are_a_choice_away(desk, place):
    place.shown.setFocus()
    press("Down")
    hands.wait_until(lambda: place.loaded() and not place.model.total, "no row")
    assert place._empty.text.text() == "Таких распечаток нет."
    press("Down")
    hands.wait_until(place.loaded, "those set aside")
    assert place._empty.text.text() == "Таких распечаток нет."
    press("Home")
    hands.wait_until(lambda: place.loaded() and place.model.total == 2, "those that wait")
    place.show_row(1)
    hands.wait_until(lambda: place.loaded() and place.model.total == 2, "the rows")
    assert place.current().id == 1


def test_today_leads_to_the_oldest(desk, place):
    window = place.window()
    window.go_to("today")
    settled(window)
    window.place().row_asked.emit("signatures", 2)
    settled(window)
    assert window.place() is place
    assert place.current().id == 2


def test_what_a_paper_is_of_is_found_in_its_place(desk):
    factories.delivery(desk, "Первый", "Второй")
    later = factories.delivery(desk, "Третий")
    assert later.id not in later.package_ids
    assert opens(desk, f"delivery:{later.id}") == ("mail", later.package_ids[0])
    assert opens(desk, f"package:{later.package_ids[0]}") == ("mail", later.package_ids[0])
    assert opens(desk, "item:5,6") == ("item", 5)
    assert [opens(desk, subject) for subject in ("delivery:99", "employee:1", "")] == [None] * 3


# how a journal is printed


@pytest.fixture
def printing(desk):
    """The question before the journal of this year is printed, of which a sheet or two are in use."""
    found = journal(desk, JournalKind.INCOMING, TODAY.year)
    with hands.shown(JournalPrinting(desk, found)) as form:
        hands.wait_until(form.loaded, "what has been printed")
        yield form


def begun(desk) -> int:
    found = journal(desk, JournalKind.INCOMING, TODAY.year)
    print_paper(desk, PaperRequest(paper=PAPER, language="ru", journal_id=found.id, grow=Grow.ON))
    return found.id


def answer(form) -> list:
    got: list = []
    form.saved.connect(got.append)
    press("Ctrl+S")
    return got


def test_at_first_the_journal_is_begun(desk, printing):
    assert printing.how.values() == [Grow.ON, WHOLE, BLANK]
    assert "Начать журнал" in printing.how.text()
    ((request, blank),) = answer(printing)
    assert (request.grow, request.language, blank) == (Grow.ON, "ru", False)


def test_the_sheet_in_use_is_told_by_its_last_line(desk):
    begun(desk)
    factories.registered(desk, their_number="1")
    found = journal(desk, JournalKind.INCOMING, TODAY.year)
    with hands.shown(JournalPrinting(desk, found)) as form, hands.keyboard_only():
        hands.wait_until(form.loaded, "what has been printed")
        assert form.how.values()[0] is Grow.ON
        assert "№ 45 ДСП" in form.instruction.text()
        assert "1 новая строка" in form.how.text()
        press("Down")
        assert form.how.value() is Grow.SHEET
        assert form.sheet.isVisible()
        form.sheet.setFocus()
        hands.clear()
        type_text("99")
        press("Ctrl+S")
        assert form._boxes["sheet"].error.text()
        hands.clear()
        type_text("1")
        ((request, _blank),) = answer(form)
    assert (request.grow, request.sheet) == (Grow.SHEET, 1)


def test_what_changed_is_told_until_it_is_added_by_hand(desk):
    begun(desk)
    registration.annul(desk, Annul(item_id=60, reason="ошибка"))
    found = journal(desk, JournalKind.INCOMING, TODAY.year)
    with hands.shown(JournalPrinting(desk, found)) as form:
        hands.wait_until(form.loaded, "what has been printed")
        assert form.by_hand.isVisible()
        form.by_hand.setFocus()
        press("Space")
        hands.wait_until(lambda: form.loaded() and not form.by_hand.isVisible(), "nothing changed")
        assert Grow.ON not in form.how.values()  # nothing new either


def test_the_other_language_is_another_journal_on_paper(desk):
    begun(desk)
    found = journal(desk, JournalKind.INCOMING, TODAY.year)
    with hands.shown(JournalPrinting(desk, found)) as form:
        hands.wait_until(form.loaded, "what has been printed")
        assert Grow.ON not in form.how.values()
        form.language.setFocus()
        press("Up")
        hands.wait_until(lambda: form.loaded() and Grow.ON in form.how.values(), "the Kazakh journal")


def test_blank_sheets_come_in_the_language_chosen(desk, window_over, asked):
    window = window_over(desk)
    window.go_to("incoming")
    settled(window)
    press("Ctrl+P")
    form = opened(JournalPrinting)
    hands.wait_until(form.loaded, "what has been printed")
    form.language.setFocus()
    press("Up")
    hands.wait_until(form.loaded, "what has been printed in Kazakh")
    form.how.setFocus()
    press("End")
    press("Ctrl+S")
    opened(BlankSheets)
    press("Ctrl+S")
    request = asked.only("preview")[-1]
    assert (request.language, request.blank_sheets) == ("kk", 2)


def test_blank_sheets_are_asked_for_there_too(desk, window_over):
    window = window_over(desk)
    window.go_to("incoming")
    settled(window)
    press("Ctrl+P")
    form = opened(JournalPrinting)
    hands.wait_until(form.loaded, "what has been printed")
    press("End")
    assert form.how.value() == BLANK
    press("Ctrl+S")
    opened(BlankSheets)
    press("Esc")
