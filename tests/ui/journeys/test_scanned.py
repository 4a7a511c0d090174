"""Labels scanned in the course of the day: on Today, amid a filter, over an open card, under both layouts."""

from pathlib import Path

import pytest

from dspdesk import desk as desks
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.kinds import JournalKind
from dspdesk.queries import acts, mail, whereabouts
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.handover.receiving import ReceivingForm
from dspdesk.ui.journals.place import JournalPlace
from dspdesk.ui.scan import notice
from tests import factories, hands
from tests.hands import press, type_text
from tests.ui.journeys.walk import Walk

LAYOUTS = pytest.mark.parametrize("layout", ["russian", "kazakh"])


@pytest.fixture
def office(office: Path) -> Path:
    """The office with a few entries, a sheet to be signed, an act and a cover to be checked."""
    desk = factories.opened(office.parent, at=desks.clock)
    today = {"date": desk.today(), "their_date": None}
    for number in range(1, 6):
        factories.registered(desk, **today, their_number=f"{number}дсп", summary=f"о проверке № {number}")
    person = factories.employee(desk, "Жумабаев Д.С.")
    factories.admitted(desk, 3, person)
    made = (row.id for row in whereabouts.copies_of(desk, 3))
    sheet(desk, person, tuple(made))
    factories.act_drawn_up(
        desk, factories.short_package(desk, their_date=None), second=factories.employee(desk, "Пак Л.И.")
    )
    factories.delivery(desk, "Акимат г. Астаны")
    desk.close()
    return office


def sheet(desk: desks.Desk, person: int, copies: tuple[int, ...]) -> None:
    """A hand-over sheet of today."""
    from dspdesk.procedures.handover_sheet import Handing, MakeSheets, make_sheets

    handing = Handing(employee_id=person, copies=copies)
    make_sheets(desk, MakeSheets(dated=desk.today(), handings=(handing,), form_id="сегодня"))


def landed(one: Walk, item_id: int) -> None:
    """An entry is shown in its journal, with the keys on it."""
    one.settled()
    place = one.place()
    assert isinstance(place, JournalPlace)
    assert place.kind is JournalKind.INCOMING
    assert place.grid.current_id() == item_id
    assert place.grid.hasFocus()


@pytest.mark.journey
@LAYOUTS
def test_each_label_scanned_on_today_lands(walk, planned, layout):
    with walk() as one:
        copy = whereabouts.copies_of(one.desk, 2)[1]
        one.scan(Code(Kind.COPY, copy.id), layout)
        landed(one, 2)
        assert notice.said(one.window).endswith("№\N{NO-BREAK SPACE}2\N{NO-BREAK SPACE}ДСП, экз. 2")
        one.picture("copy")

        one.go("today")
        one.scan(Code(Kind.SHEET, 1), layout)
        form = one.dialog(ReceivingForm)
        assert len(form.lines.value()) == 2
        one.picture("sheet")
        press("Esc")
        one.back()
        assert one.place() is one.window._places["handover"]
        assert one.place().current().id == 1

        one.go("today")
        (act,) = acts.acts(one.desk)
        one.scan(Code(Kind.ACT, act.id), layout)
        one.settled()
        assert one.place() is one.window._places["acts"]
        assert one.place().current().id == act.id

        one.go("today")
        cover = mail.packages(one.desk)[-1]
        one.scan(Code(Kind.PACKAGE, cover.id), layout)
        one.settled()
        assert one.place() is one.window._places["mail"]
        assert one.place().current().id == cover.id
        one.picture("package")


@pytest.mark.journey
@LAYOUTS
def test_a_label_scanned_amid_a_filter_is_not_typed_into_it(walk, planned, layout):
    with walk() as one:
        place = one.go("incoming")
        press("Right", "Right", "Ctrl+F")
        type_text("финанс")
        one.settled()
        filters = place.grid.head.filters()
        assert filters
        one.scan(Code(Kind.ITEM, 4), layout)
        landed(one, 4)
        assert place.grid.head.filters() == ()  # what might hide the entry is taken off
        press("Ctrl+F")
        type_text("мин")
        one.scan(Code(Kind.COPY, 987_654), layout)  # of another store
        one.settled()
        assert notice.said(one.window).startswith("Неизвестная наклейка")
        assert [text for _key, text in place.grid.head.filters()] == ["мин"]


@pytest.mark.journey
@LAYOUTS
def test_a_label_scanned_over_an_open_card_waits_until_it_is_left(walk, planned, layout):
    with walk() as one:
        one.go("mail")
        one.go("today")
        press("Ins")
        card = one.dialog(RegistrationCard)
        type_text("Комитет государственных доходов")
        press("Enter")
        type_text("17-2/")
        focus = hands.focused()
        one.scan(Code(Kind.SHEET, 1), layout)
        one.scan(Code(Kind.ITEM, 5), layout)
        type_text("4дсп")
        assert (card.form.entry().their_number, hands.focused()) == ("17-2/4дсп", focus)
        assert "когда это окно" in notice.said(card)
        one.picture("notice")
        press("Esc")
        one.back()
        landed(one, 5)  # the last of the two
        press("Ins")
        card = one.dialog(RegistrationCard)
        assert card.form.entry().their_number == "17-2/4дсп"
        press("Esc")
        one.back()


@pytest.mark.journey
@LAYOUTS
def test_a_label_scanned_where_one_asks_for_a_document_is_answered_there(walk, planned, layout):
    with walk() as one:
        press("Ctrl+Shift+K")
        place = one.place()
        one.scan(Code(Kind.COPY, whereabouts.copies_of(one.desk, 2)[1].id), layout)
        one.settled()
        assert one.place() is place
        assert one.sees("№ 2 ДСП, экз. 2 — в документационной службе")
        one.picture("where")
