"""A label scanned in the main window lands on its item; over a form it waits, and nothing typed is lost."""

import pytest
from PySide6.QtWidgets import QApplication

from dspdesk.law.barcode import Code, Kind
from dspdesk.law.kinds import PlaceKind
from dspdesk.procedures import office
from dspdesk.procedures.handover_sheet import Handing, MakeSheets, make_sheets
from dspdesk.queries import item, whereabouts
from dspdesk.ui.handover.receiving import ReceivingForm
from dspdesk.ui.journals.place import JournalPlace
from dspdesk.ui.office.correspondent_card import CorrespondentCard
from dspdesk.ui.scan import notice
from dspdesk.ui.scan.listening import BLINK
from tests import factories, hands
from tests.ui.conftest import settled

LAYOUTS = pytest.mark.parametrize("layout", ["latin", "russian", "kazakh"])


def scan(code: Code, layout: str = "latin") -> None:
    hands.scan(str(code), layout)
    hands.pause(BLINK * 2)


@LAYOUTS
def test_an_entry_is_shown_in_its_journal(window, desk, layout):
    scan(Code(Kind.ITEM, 7), layout)
    settled(window)
    place = window.place()
    assert isinstance(place, JournalPlace)
    assert place.grid.current_id() == 7
    number = item.item(desk, 7).number.with_mark("ru")
    assert notice.said(window) == f"Отсканировано: №\N{NO-BREAK SPACE}{number}"


def test_a_copy_is_named_with_its_entry(window, desk):
    copy = whereabouts.copies_of(desk, 60)[-1]
    scan(Code(Kind.COPY, copy.id), "russian")
    settled(window)
    assert isinstance(window.place(), JournalPlace)
    assert f"экз. {copy.number}" in notice.said(window)


def test_a_sheet_lands_on_its_row_and_opens_the_receipt(window, desk):
    person = factories.employee(desk, "Юнусов Р.А.")
    registered = factories.registered(desk)
    factories.admitted(desk, registered.id, person)
    copies = tuple(row.id for row in whereabouts.copies_of(desk, registered.id))
    (made,) = make_sheets(
        desk,
        MakeSheets(
            dated=factories.TODAY, handings=(Handing(employee_id=person, copies=copies),), form_id="f"
        ),
    )
    scan(Code(Kind.SHEET, made.id), "kazakh")
    hands.wait_until(lambda: isinstance(QApplication.activeWindow(), ReceivingForm), "the receipt")
    assert window.place().current().id == made.id
    hands.press("Esc")
    hands.back_to(window)


def test_a_storage_place_is_shown_with_what_lies_there(window, desk):
    room = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.ROOM, name="каб. 214"))
    safe = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.SAFE, name="сейф 3", within_id=room))
    scan(Code(Kind.PLACE, safe))
    settled(window)
    assert window.place() is window._places["storage"]
    assert window.place().current().id == safe
    assert notice.said(window) == "Отсканировано: каб. 214 › сейф 3"


@LAYOUTS
def test_a_volume_is_shown_among_the_cases(window, desk, layout):
    other, volume = factories.case_opened(desk, case_index="01-04"), factories.case_opened(desk)
    scan(Code(Kind.VOLUME, volume), layout)
    settled(window)
    assert window.place() is window._places["cases"]
    assert window.place().current().id == volume != other
    assert notice.said(window) == "Отсканировано: дело 01-03, т. 1"


@pytest.mark.parametrize("kind", list(Kind))
def test_an_unknown_label_is_said_to_be_one(window, monkeypatch, kind):
    beeps = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(1))
    before = window.place()
    scan(Code(kind, 987_654))
    assert notice.said(window).startswith("Неизвестная наклейка")
    assert beeps == [1]
    assert window.place() is before


@LAYOUTS
def test_a_form_keeps_what_was_typed_and_the_label_opens_when_it_is_left(window, desk, layout):
    card = CorrespondentCard(desk, window)
    card.open()
    hands.back_to(card)
    hands.type_text("Көкжар")
    typed, focus = card._fields["name_kk"].text(), hands.focused()
    scan(Code(Kind.ITEM, 7), layout)
    assert (card.isVisible(), card._fields["name_kk"].text(), hands.focused()) == (True, typed, focus)
    assert "когда это окно будет" in notice.said(card)
    assert not isinstance(window.place(), JournalPlace)
    hands.press("Esc")
    hands.pause()
    hands.back_to(window)
    settled(window)
    assert isinstance(window.place(), JournalPlace)


def test_of_two_labels_over_a_form_the_last_one_opens(window, desk):
    card = CorrespondentCard(desk, window)
    card.open()
    hands.back_to(card)
    scan(Code(Kind.PLACE, office.enter_place(desk, office.EnterPlace(kind=PlaceKind.ROOM, name="каб. 1"))))
    scan(Code(Kind.ITEM, 7))
    hands.press("Esc")
    hands.pause()
    hands.back_to(window)
    settled(window)
    assert isinstance(window.place(), JournalPlace)
    assert window.place().grid.current_id() == 7


def test_slow_typing_of_a_code_stays_where_it_was_typed(window):
    hands.press("Ctrl+K")
    for letter in str(Code(Kind.ITEM, 7)):
        hands._key_at_window(0, letter, 140)
    hands.pause(BLINK * 3)
    assert window.search.text() == str(Code(Kind.ITEM, 7))


def test_a_search_field_keeps_its_text_when_a_label_is_scanned_in_it(window):
    hands.press("Ctrl+K")
    hands.type_text("аудит")
    scan(Code(Kind.ITEM, 7), "russian")
    settled(window)
    assert isinstance(window.place(), JournalPlace)
    assert window.search.text() == "аудит"


def test_whoever_may_not_read_the_journals_has_no_scanning(desk, window_over):
    from dspdesk.law.kinds import Role

    password = factories.colleague(desk, "officer", Role.SECURITY_OFFICER)
    own = factories.signed_in(desk.path, "officer", password)
    try:
        window = window_over(own)
        scan(Code(Kind.ITEM, 7))
        assert notice.said(window) == ""
        window.close()
    finally:
        own.close()
