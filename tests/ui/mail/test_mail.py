"""Receipt of mail through its windows, by keys."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from dspdesk.law.kinds import Carrier, JournalKind, MovementKind
from dspdesk.law.mail import PackageState
from dspdesk.law.values import SheetCount
from dspdesk.law.whereabouts import Destination
from dspdesk.procedures import movements
from dspdesk.procedures.handover_sheet import Handing, MakeSheets, make_sheets
from dspdesk.queries import mail as queries
from dspdesk.queries.entrustment import entrustments
from dspdesk.queries.item import item
from dspdesk.queries.whereabouts import copies_of
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.handover.receiving import ReceivingForm
from dspdesk.ui.mail import check_dialog
from dspdesk.ui.mail.carrier_dialog import CarrierDialog
from dspdesk.ui.mail.check_dialog import CheckDialog
from dspdesk.ui.mail.delivery_dialog import DeliveryDialog
from dspdesk.ui.mail.moments import parse, utc
from dspdesk.ui.mail.personal_dialog import PersonalDialog
from dspdesk.ui.mail.small_forms import CorrectPackageForm, HandOverForm, MisdirectedForm, SendBackForm
from dspdesk.ui.movement import handing as movement_handing
from dspdesk.ui.office.entrusting import EndEntrustmentDialog, EntrustDialog
from tests import factories, hands
from tests.factories import TODAY, checked_package, delivery, employee, entrusted, registered
from tests.hands import press, type_text
from tests.ui.office.conftest import opened, ready, step

pytestmark = pytest.mark.usefixtures("dressed")


def states(desk) -> list[PackageState]:
    return [row.state for row in queries.packages(desk)]


def typed(*texts: str) -> None:
    """Each text, and Enter to go on."""
    for text in texts:
        type_text(text)
        press("Enter")


def counted(sheets: str, enclosures: str, copies: str, *, found: str = "") -> None:
    """What the letter states, then what is there."""
    typed(sheets, enclosures, copies, sheets, found or enclosures, copies)


@pytest.mark.journey
def test_sealed_mail_with_a_missing_enclosure_comes_to_its_act(empty_desk, go, monkeypatch):
    asked = []
    monkeypatch.setattr(check_dialog, "open_act", lambda *given: asked.append(given[3]))
    place = go(empty_desk, "mail")
    with hands.keyboard_only():
        press("Ins")
        dialog = opened(DeliveryDialog)
        assert [one.code for one in dialog.findings.findings()] == ["mail_not_entrusted"]
        press("Alt+R")
        opened(EntrustDialog)
        type_text("должностная инструкция от 05.01.2026 № 7")
        press("Ctrl+S")
        opened(DeliveryDialog)
        assert not dialog.findings.findings()
        typed("", "", "", "Министерство финансов РК")
        type_text("05-12/884дсп")
        press("Ctrl+S")
        ready(place)
        assert place.current().state is PackageState.TO_CHECK

        press("Enter")
        check = opened(CheckDialog)
        assert not check.act.isVisible()
        typed("Письмо", "05-12/884дсп", "17.11.2026", "о результатах внутреннего аудита")
        counted("4", "11", "2", found="9")
        typed("приложение 1 на 9 л., приложение 2 на 2 л.")
        type_text("приложение 2")
        assert check.difference.text() == (
            "листов приложений: указано 11, в наличии 9; нет в наличии: приложение 2"
        )
        assert check.act.isVisible()
        press("F4")
        hands.wait_until(lambda: bool(asked), "the act")
    ready(place)
    found = queries.package(empty_desk, asked[0])
    assert (found.state, found.sealed, found.intact) == (PackageState.TO_REGISTER, True, True)
    assert found.enclosed[0].missing == "приложение 2"
    assert empty_desk.verify() == []


@pytest.mark.journey
def test_a_personal_cover_is_registered_unopened_and_completed_later(empty_desk, go):
    entrusted(empty_desk)
    addressee = employee(empty_desk, "Оспанова Г.Т.")
    place = go(empty_desk, "mail")
    with hands.keyboard_only():
        press("Ins")
        opened(DeliveryDialog)
        typed("", "", "", "Акимат г. Астаны")
        type_text("12-3/45дсп")
        press("Tab", "Space", "Enter")
        type_text("Оспанова")
        press("Tab")
        press("Ctrl+S")
        ready(place)
        row = place.current()
        assert (row.addressee, row.state) == ("Оспанова Г.Т.", PackageState.TO_REGISTER)

        press("Enter")
        card = opened(RegistrationCard)
        assert card.form.entry().summary == "с пометкой «Лично», не вскрыт"
        press("Ctrl+Enter")
        hands.wait_until(lambda: card._item is not None, "the number")
        item_id = card._item.id
        press("Ctrl+Enter")
        ready(place)
        assert place.current().state is PackageState.PERSONAL

        with empty_desk.transaction("movement:copies:handed_over") as taken:
            move = movements.Move(kind=MovementKind.RECEIPT, on=TODAY, to=Destination(employee_id=addressee))
            movements.write(empty_desk, taken, [1], move)
            taken.subject = f"item:{item_id}"
        press("Enter")
        opened(PersonalDialog)
        typed("Письмо", "12-3/45дсп", "16.11.2026", "о награждении", "2", "2", "", "0")
        press("Ctrl+S")
        ready(place)
        assert place.current().state is PackageState.DONE
    found = item(empty_desk, item_id)
    assert (found.entry.summary, found.entry.sheets, found.missing) == ("о награждении", SheetCount(2, 0), ())
    assert empty_desk.verify() == []


@pytest.mark.journey
def test_six_envelopes_are_logged_checked_and_registered_by_keys(empty_desk, go):
    """Thirty of them go through `journeys/test_thirty_envelopes.py`."""
    entrusted(empty_desk)
    place = go(empty_desk, "mail")
    with hands.keyboard_only():
        press("Ins")
        dialog = opened(DeliveryDialog)
        typed("", "", "")
        for number in range(6):
            if number % 3 == 1:
                press("Ctrl+D")  # the same sender as above
            else:
                type_text(f"Организация № {number}")
            press("Enter")
            typed(f"{number + 1}дсп")
        assert len(dialog.envelopes.value()) == 6
        press("Ctrl+S")
        ready(place)
        assert states(empty_desk) == [PackageState.TO_CHECK] * 6
        assert queries.packages(empty_desk)[1].sender == "Организация № 0"

        press("Enter")
        for number in range(6):
            hands.wait_until(lambda number=number: _checking(number + 1), f"the cover {number + 1}")
            typed("Письмо", f"{number + 1}дсп", "17.11.2026", f"дело {number + 1}")
            counted("3", "0", "1")
            press("Ctrl+Enter")
        card = opened(RegistrationCard)
        for number in range(6):
            assert card.form.entry().their_number == f"{number + 1}дсп"
            press("Ctrl+Enter")
        hands.wait_until(lambda: card._item is not None, "the last number")
        press("Ctrl+Enter")
        ready(place)
    assert states(empty_desk) == [PackageState.DONE] * 6
    assert [row.numbers for row in queries.packages(empty_desk)] == [(f"{n}\u00a0ДСП",) for n in range(1, 7)]
    assert empty_desk.verify() == []


def test_enter_goes_past_the_boxes_and_tab_comes_to_them(empty_desk, dressed):
    employee(empty_desk, "Оспанова Г.Т.")
    with hands.shown(DeliveryDialog(empty_desk, None)) as dialog:
        assert hands.focused() is dialog.way
        typed("", "", "")
        first = dialog.envelopes.rows[0]
        assert hands.focused() is first.sender
        typed("Акимат", "1дсп")
        second = dialog.envelopes.rows[1]
        assert hands.focused() is second.sender
        typed("Минфин")
        press("Tab", "Tab")
        assert hands.focused() is second.electronic
        press("Shift+Tab", "Space", "Enter")
        assert hands.focused() is second.addressee
        typed("Оспанова Г.Т.")
        assert hands.focused() is dialog.envelopes.rows[2].sender
        press("Enter", "Enter")  # an empty line is the end of them
        assert hands.focused() is dialog.envelopes.more
        assert [one.personal for one in dialog.envelopes.value()] == [False, True]


def test_a_cover_put_right_stays_one_cover(empty_desk, dressed):
    key = delivery(empty_desk, "Акимат").package_ids[0]
    with hands.shown(CorrectPackageForm(empty_desk, None, queries.package(empty_desk, key))) as form:
        hands.clear()
        typed("Минфин", "")
        assert hands.focused() is form.why
        assert len(form.envelopes.rows) == 1
        type_text("ошибка в отправителе")
        press("Ctrl+S")
    assert queries.package(empty_desk, key).sender == "Минфин"


def test_what_differs_stands_beside_the_act_wherever_the_documents_are_scrolled_to(empty_desk, dressed):
    key = delivery(empty_desk).package_ids[0]
    with hands.shown(CheckDialog(empty_desk, None, key)) as check:
        typed("Письмо", "7дсп", "", "о проверке")
        counted("4", "11", "1", found="9")
        assert check.difference.text() == "листов приложений: указано 11, в наличии 9"
        press("Tab", "Tab")
        hands.wait_until(lambda: hands.focused() is check.documents.more, "the button")
        press("Space")
        typed("Справка", "8дсп", "", "о штатах")
        counted("2", "0", "3", found="0")
        hands.pause()
        assert check.difference.text() == "Документ 1: листов приложений: указано 11, в наличии 9"
        assert not check.difference.visibleRegion().isEmpty()
        assert check.act.isVisible()
        press("Esc")
    with hands.shown(CheckDialog(empty_desk, None, key)) as check:
        check.documents.cards[0].strike.click()
        assert check.difference.text() == ""
        assert not check.act.isVisible()
        press("Esc")
    with hands.shown(CheckDialog(empty_desk, None, key)) as check:
        assert [one.struck for one in check.documents.value()] == [True, False]  # as the draft has it
        press("Esc")


def test_what_cannot_be_read_of_a_document_struck_out_holds_nothing_up(empty_desk, dressed):
    checked_package(empty_desk)
    with hands.shown(CheckDialog(empty_desk, None, 1)) as check:
        documents = check.documents
        documents.cards[0].fields["their_date"].setText("45.13")
        assert documents.problem()
        documents.cards[0].strike.click()
        assert not documents.problem()
        press("Esc")


def test_a_check_without_its_day_is_not_entered_as_of_now(empty_desk, dressed):
    key = delivery(empty_desk).package_ids[0]
    with hands.shown(CheckDialog(empty_desk, None, key)) as check:
        check.moment.day.setText("")
        press("Ctrl+S")
        assert check._boxes["checked_on"].error.text()
        press("Esc")
    assert queries.package(empty_desk, key).checked_at is None


def test_a_look_at_a_personal_cover_is_put_right_with_a_reason(empty_desk, go):
    entrusted(empty_desk)
    cover = {"personal": True, "addressee_id": employee(empty_desk, "Оспанова Г.Т.")}
    key = delivery(empty_desk, package=cover).package_ids[0]
    place = go(empty_desk, "mail")
    assert "Исправить проверку…" not in dict(place.steps(place.current()))
    step(place, "Осмотреть конверт…")
    check = opened(CheckDialog)
    check.sealed.show_value(True)
    check.intact.show_value(False)
    press("Ctrl+S")
    ready(place)
    assert queries.package(empty_desk, key).intact is False
    step(place, "Исправить проверку…")
    check = opened(CheckDialog)
    assert check.documents is None
    check.intact.show_value(True)
    press("Ctrl+S")
    assert [one.code for one in check.findings.findings()] == ["checked_already"]
    type_text("ошибся строкой")
    press("Ctrl+S")
    ready(place)
    assert queries.package(empty_desk, key).intact is True


def test_a_personal_cover_not_given_yet_is_said_at_once_and_handed_over_from_there(empty_desk, go):
    entrusted(empty_desk)
    addressee = employee(empty_desk, "Оспанова Г.Т.")
    key = delivery(empty_desk, package={"personal": True, "addressee_id": addressee}).package_ids[0]
    place = go(empty_desk, "mail")
    place.register(key, 1)
    card = opened(RegistrationCard)
    press("Ctrl+S")
    hands.wait_until(lambda: card._item is not None, "the number")
    press("Esc")
    ready(place)
    press("Enter")
    form = opened(PersonalDialog)
    assert [one.code for one in form.findings.findings()] == ["personal_not_given"]
    press("Alt+R")
    handing = opened(movement_handing.HandOverForm)
    assert handing.person.value() == addressee
    press("Ctrl+S")
    opened(PersonalDialog)
    assert not form.findings.findings()
    assert place.current().state is PackageState.PERSONAL
    press("Esc")
    ready(place)


def test_a_personal_cover_that_waits_on_a_sheet_is_marked_received_from_there(empty_desk, go):
    entrusted(empty_desk)
    addressee = employee(empty_desk, "Оспанова Г.Т.")
    key = delivery(empty_desk, package={"personal": True, "addressee_id": addressee}).package_ids[0]
    done = registered(empty_desk, enclosed_id=queries.package(empty_desk, key).enclosed[0].id, copies=(1,))
    sheet = Handing(employee_id=addressee, copies=tuple(row.id for row in copies_of(empty_desk, done.id)))
    make_sheets(empty_desk, MakeSheets(dated=TODAY, handings=(sheet,), form_id="лист"))
    with hands.shown(PersonalDialog(empty_desk, None, queries.package(empty_desk, key))) as form:
        [panel] = form.findings.panels()
        assert panel.repair[0] == "Отметить получение…"
        press("Alt+R")
        opened(ReceivingForm)
        press("Ctrl+S")
        opened(PersonalDialog)
        assert not form.findings.findings()
        press("Esc")


def _checking(ordinal: int) -> bool:
    dialog = QApplication.activeModalWidget()
    return isinstance(dialog, CheckDialog) and dialog._details.ordinal == ordinal


def test_a_duty_officer_hands_over_by_list(empty_desk, go, asked):
    officer = employee(empty_desk, "Ахметов Б.К.")
    done = delivery(empty_desk, "Акимат", "Минфин", out_of_hours=True, duty_officer_id=officer)
    place = go(empty_desk, "mail")
    assert place.current().state is PackageState.WITH_DUTY_OFFICER
    press("Enter")
    form = opened(HandOverForm)
    assert len(form.boxes) == 1
    form.taker.setFocus()
    hands.clear()
    type_text("Жүнісова")
    press("Tab")
    press("Ctrl+S")
    hands.wait_until(lambda: bool(asked.calls), "the list")
    assert asked.only("preview")[2].about == f"delivery:{done.id}"
    assert asked.only("preview")[2].paper == "duty_handover"
    assert states(empty_desk) == [PackageState.TO_CHECK] * 2


def test_an_unsealed_cover_is_named_at_once_and_recorded(empty_desk, go):
    key = delivery(empty_desk).package_ids[0]
    place = go(empty_desk, "mail")
    place.check(key)
    dialog = opened(CheckDialog)
    dialog.sealed.setFocus()
    press("Down")
    assert [one.code for one in dialog.findings.findings()] == ["cover_unsealed"]
    dialog.documents.first().setFocus()
    typed("Письмо", "7дсп", "", "о проверке")
    counted("1", "0", "1")
    press("Ctrl+S")
    ready(place)
    assert ("Нарушение", "конверт не был запечатан") in place.facts(place.current())


def test_mail_that_is_not_ours_goes_back(empty_desk, go, asked):
    checked_package(empty_desk)
    place = go(empty_desk, "mail")
    step(place, "Отметить ошибочное поступление…")
    opened(MisdirectedForm)
    type_text("для акимата Алматы")
    press("Ctrl+S")
    ready(place)
    assert place.current().state is PackageState.MISDIRECTED
    step(place, "Сопроводительное письмо о возврате…")
    assert asked.only("preview")[2].about == f"package:{place.current().id}"
    press("Enter")
    opened(SendBackForm)
    type_text("41ДСП")
    press("Ctrl+S")
    ready(place)
    assert place.current().state is PackageState.RETURNED


def test_a_carrier_is_checked_on_the_way_to_its_number(empty_desk, go):
    key = delivery(empty_desk, package={"carrier": Carrier.ELECTRONIC}).package_ids[0]
    checked_package(empty_desk, package_id=key, sealed=None, intact=None)
    place = go(empty_desk, "mail")
    place.register(key, 1)
    card = opened(RegistrationCard)
    press("Ctrl+S")
    assert [one.code for one in card._frame.findings.findings()] == ["carrier_not_checked"]
    press("Alt+R")
    opened(CarrierDialog)
    type_text("антивирус 5.2")
    press("Ctrl+S")
    opened(RegistrationCard)
    press("Ctrl+S")
    hands.wait_until(lambda: card._item is not None, "the number")
    press("Esc")
    ready(place)
    assert place.current().state is PackageState.DONE


def test_what_was_typed_of_a_delivery_comes_back(empty_desk, go):
    entrusted(empty_desk)
    place = go(empty_desk, "mail")
    press("Ins")
    opened(DeliveryDialog)
    typed("", "", "", "Акимат г. Астаны")
    type_text("12-3/45дсп")
    press("Tab", "Space", "Enter", "Esc")
    ready(place)
    place.primary()
    dialog = opened(DeliveryDialog)
    [cover] = dialog.envelopes.value()
    assert (cover.sender, cover.cover_numbers, cover.personal) == ("Акимат г. Астаны", "12-3/45дсп", True)
    press("Alt+D") if dialog.draft.isVisible() else None
    press("Esc")


def test_what_was_typed_of_a_check_comes_back(empty_desk, go):
    key = delivery(empty_desk).package_ids[0]
    place = go(empty_desk, "mail")
    place.check(key)
    opened(CheckDialog)
    typed("Письмо", "7дсп")
    press("Esc")
    ready(place)
    place.check(key)
    dialog = opened(CheckDialog)
    assert dialog.documents.value()[0].their_number == "7дсп"
    press("Esc")


def test_a_draft_of_a_card_filled_from_a_cover_stays_with_its_cover(empty_desk, go):
    key = checked_package(empty_desk)
    place = go(empty_desk, "mail")
    place.register(key, 1)
    card = opened(RegistrationCard)
    card.form.put("notes", "срочно")
    press("Esc")
    ready(place)
    plain = RegistrationCard(empty_desk, JournalKind.INCOMING, TODAY.year)
    assert plain.form.entry().notes == ""
    plain.deleteLater()
    place.register(key, 1)
    card = opened(RegistrationCard)
    assert card.form.entry().notes == "срочно"
    press("Esc")
    ready(place)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9", "09:00"), ("930", "09:30"), ("9:30", "09:30"), ("21.05", "21:05"), ("2105", "21:05"), ("24", None),
        ("9:75", None), ("вечер", None), ("", None), ("123456", None),
    ],
)  # fmt: skip
def test_a_time_as_clerks_type_it(text, expected):
    found = parse(text)
    assert (f"{found:%H:%M}" if found else None) == expected


EARLIER = TODAY - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "time", "since", "expected"),
    [
        (EARLIER, None, None, "17.11 12:00"),
        (EARLIER, None, (EARLIER, 15), "17.11 15:00"),  # it follows what came at three
        (EARLIER, dt.time(12), (EARLIER, 15), "17.11 12:00"),  # whoever gives a time means it
        (EARLIER, None, (EARLIER, 9), "17.11 12:00"),
        (EARLIER, None, (TODAY, 9), "17.11 12:00"),  # of a day before: that is told by the law
        (TODAY, None, None, "18.11 11:42"),  # noon has not come
        (TODAY, None, (TODAY, 10), "18.11 11:42"),
        (TODAY, dt.time(12), None, "18.11 12:00"),
    ],
)
def test_a_day_without_a_time_is_neither_before_what_it_follows_nor_ahead(
    empty_desk, day, time, since, expected
):
    zone = empty_desk.clock().tzinfo
    before = dt.datetime.combine(since[0], dt.time(since[1]), zone).astimezone(dt.UTC) if since else None
    moment = utc(day, time, empty_desk, before.replace(tzinfo=None) if before else None)
    assert f"{moment.replace(tzinfo=dt.UTC).astimezone(zone):%d.%m %H:%M}" == expected


def test_a_cover_that_came_after_noon_is_checked_on_its_day_without_a_time(empty_desk, dressed):
    """With a time that is too early it is refused."""
    evening = factories.NOW.replace(hour=18)
    desk = replace(empty_desk, clock=lambda: evening)
    key = delivery(desk).package_ids[0]
    with hands.shown(CheckDialog(desk, None, key)) as check:
        _fill_in(check)
        check.moment.time.setText("9:00")
        press("Ctrl+S")
        assert check._boxes["checked_on"].error.text()
        check.moment.time.setText("")
        press("Ctrl+S")
    found = queries.package(desk, key)
    assert found.checked_at == found.delivery.handed_over_at


def _fill_in(check: CheckDialog) -> None:
    """A cover sealed and whole, with a document of which nothing is missing."""
    check.sealed.show_value(True)
    check.intact.show_value(True)
    card = check.documents.cards[0]
    for name in ("stated_sheets", "counted_sheets"):
        card.fields[name].show_value(3)
    for name in ("stated_copies", "counted_copies"):
        card.fields[name].show_value(1)


def test_a_carrier_entered_without_a_cover_brings_its_check(empty_desk, dressed):
    with hands.shown(RegistrationCard(empty_desk, JournalKind.INCOMING, TODAY.year)) as card:
        card.form.put("correspondent", "Акимат г. Астаны")
        card.form.put("carrier", Carrier.ELECTRONIC)
        press("Ctrl+S")
        assert [one.code for one in card._frame.findings.findings()] == ["carrier_not_checked"]
        press("Alt+R")
        opened(CarrierDialog)
        press("Ctrl+S")  # nothing said yet: refused, and nothing answered
        dialog = opened(CarrierDialog)
        assert dialog._boxes["means"].error.text()
        dialog.means.setFocus()
        type_text("антивирус 5.2")
        press("Ctrl+S")
        opened(RegistrationCard)
        press("Ctrl+S")
        hands.wait_until(lambda: card._item is not None, "the number")


def test_an_entry_of_a_carrier_offers_its_check(empty_desk):
    from dspdesk.law.carrier_check import CarrierFound
    from dspdesk.ui.journals.item_steps import steps

    checked = CarrierFound(means="антивирус 5.2", checked_on=TODAY, checked_by_id=1, clean=True)
    disk = registered(empty_desk, carrier=Carrier.ELECTRONIC, carrier_check=checked)
    paper = registered(empty_desk, their_number="2")

    def offered(key):
        return {one.opens for one in steps(empty_desk, item(empty_desk, key))}

    wanted = "dspdesk.ui.mail.carrier_dialog:open_for_item"
    assert wanted in offered(disk.id)
    assert wanted not in offered(paper.id)


def test_somebody_is_entrusted_on_their_card_and_no_longer(empty_desk, go):
    place = go(empty_desk, "people")
    step(place, "Поручить работу с корреспонденцией…")
    opened(EntrustDialog)
    type_text("приказ от 05.01.2026 № 3")
    press("Ctrl+S")
    ready(place)
    assert ("Поручена работа с корреспонденцией ДСП", "") in place.facts(place.current())
    step(place, "Прекратить поручение…")
    opened(EndEntrustmentDialog)
    type_text("перевод в другой отдел")
    press("Ctrl+S")
    ready(place)
    [line] = entrustments(empty_desk, 1)
    assert line.valid_to == TODAY


def test_the_lists_of_today_lead_to_the_cover(empty_desk, window_over):
    from dspdesk.queries.today import today

    key = delivery(empty_desk, "Акимат").package_ids[0]
    [found] = today(empty_desk).waiting
    assert (found.title, found.lines[0].place, found.lines[0].row) == ("Covers not yet checked", "mail", key)
    window = window_over(empty_desk)
    window.go_to_row("mail", key)
    hands.wait_until(lambda: window.place().loaded(), "the rows")
    assert window.place().current().id == key
