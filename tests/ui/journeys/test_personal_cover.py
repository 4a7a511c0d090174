"""A cover with «Лично»: registered unopened, handed over by a sheet, completed when its addressee has opened it."""

import pytest

from dspdesk.language.catalogue import _
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import ItemState
from dspdesk.law.mail import PackageState
from dspdesk.law.values import SheetCount
from dspdesk.procedures import mail_intake
from dspdesk.queries import handover, mail
from dspdesk.queries.item import item
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.handover.day_sheets import DaySheets
from dspdesk.ui.handover.receiving import ReceivingForm
from dspdesk.ui.mail.check_dialog import CheckDialog
from dspdesk.ui.mail.delivery_dialog import DeliveryDialog
from dspdesk.ui.mail.personal_dialog import PersonalDialog
from dspdesk.ui.movement.handing import HandOverForm
from tests import factories, hands
from tests.hands import press, type_text
from tests.ui.journeys.walk import Walk, typed

ADDRESSEE = "Оспанова Г.Т."


def logged(one: Walk) -> None:
    """One cover with «Лично»."""
    place = one.go("mail")
    press("Ins")
    one.dialog(DeliveryDialog)
    typed("", "", "", "Акимат г. Астаны")
    type_text("12-3/45дсп")
    press("Tab", "Space", "Enter")
    type_text("Оспанова")
    press("Tab")
    one.picture("delivery")
    press("Ctrl+S")
    one.back()
    assert (place.current().addressee, place.current().state) == (ADDRESSEE, PackageState.TO_REGISTER)


def looked_at_outside(one: Walk) -> None:
    """Its check has no field for what it holds, and what somebody enters all the same is refused."""
    one.under_details(_("Look at the cover…"))
    check = one.dialog(CheckDialog)
    assert check.documents is None
    assert one.sees("он не вскрывается")
    one.picture("outside")
    press("Ctrl+S")
    one.back()
    opened = mail_intake.CheckPackage(
        package_id=1, checked_at=one.desk.now(), sealed=True, intact=True, documents=(factories.document(),)
    )
    with pytest.raises(Refused) as refused:
        mail_intake.check(one.desk, opened)
    assert [(found.requirement, found.code) for found in refused.value.findings] == [
        ("D12b", "personal_not_opened")
    ]
    assert not mail.package(one.desk, 1).enclosed[0].counted


def registered(one: Walk) -> int:
    """The cover itself gets a number."""
    one.place().take_focus()
    press("Enter")
    card = one.dialog(RegistrationCard)
    one.picture("card")
    press("Ctrl+S")
    hands.wait_until(lambda: card._item is not None, "the number")
    key = card._item.id
    press("Esc")
    one.back()
    found = item(one.desk, key)
    assert (found.entry.kind, found.entry.summary) == ("Конверт", "с пометкой «Лично», не вскрыт")
    assert one.place().current().state is PackageState.PERSONAL
    return key


def not_completed_before_it_is_given(one: Walk) -> None:
    """What it holds is known only once the addressee has it: that is said before anything is typed, with the way."""
    press("Enter")
    form = one.dialog(PersonalDialog)
    assert [found.code for found in form.findings.findings()] == ["personal_not_given"]
    one.picture("not-given")
    press("Ctrl+S")
    assert form.isVisible()
    press("Alt+R")
    handing = one.dialog(HandOverForm)
    assert handing.person.name() == ADDRESSEE
    one.picture("handing")
    press("Esc")
    one.dialog(PersonalDialog)
    press("Esc")
    one.back()


def handed_over(one: Walk) -> None:
    """The sheets of the day propose it to the addressee, unopened; her sheet comes back signed."""
    place = one.go("handover")
    press("Ins")
    form = one.dialog(DaySheets)
    one.picture("day-sheets")
    assert [len(keys) for _person, keys in form.copies.by_group()] == [1]
    assert one.sees("Конверт с пометкой «Лично», не вскрыт")
    press("Ctrl+S")
    one.drawn()
    one.picture("sheet")
    press("Esc")
    one.back()
    assert place.current().name_ru == ADDRESSEE
    press("Enter")
    one.dialog(ReceivingForm)
    press("Ctrl+S")
    one.back()
    assert [(row.number, row.lines, row.waiting) for row in handover.sheets(one.desk)] == [(1, 1, 0)]


def completed(one: Walk, key: int) -> None:
    """She says what it held, with its number, sheets and date; the entry is complete."""
    place = one.go("mail")
    press("Enter")
    form = one.dialog(PersonalDialog)
    assert not form.findings.findings()
    typed("Письмо", "12-3/45дсп", f"{one.desk.today():%d.%m}", "о награждении", "2", "2", "", "0")
    one.picture("completed")
    press("Ctrl+S")
    one.back()
    assert place.current().state is PackageState.DONE
    found = item(one.desk, key)
    assert (found.state, found.entry.summary, found.missing) == (ItemState.REGISTERED, "о награждении", ())
    assert found.entry.sheets == SheetCount(2, 0)


def where_is_it(one: Walk) -> None:
    """A caller asks: she has it, since today, by the sheet."""
    press("Ctrl+Shift+K")
    type_text("1")
    one.settled()
    one.picture("where")
    said = f"№ 1 ДСП, экз. 1 — у Оспановой Г.Т. с {one.desk.today():%d.%m.%Y}, лист передачи № 1"
    assert one.sees(said), one.words(one.place())


@pytest.mark.journey
def test_a_personal_cover_is_handed_over_unopened_and_completed_later(walk, planned):
    with walk() as one:
        logged(one)
        looked_at_outside(one)
        key = registered(one)
        not_completed_before_it_is_given(one)
        handed_over(one)
        completed(one, key)
        where_is_it(one)
        assert one.desk.verify() == []
