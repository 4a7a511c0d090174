"""A day of thirty covers (W8): logged, checked, registered, considered by the head, handed over; two lines wait."""

import uuid

import pytest

from dspdesk.language.catalogue import N_, _
from dspdesk.law.execution_control import Part
from dspdesk.law.guard import Where
from dspdesk.law.mail import PackageState
from dspdesk.procedures import execution_control
from dspdesk.procedures.execution_control import RecordResolution, Submit
from dspdesk.queries import handover, mail, people, whereabouts
from dspdesk.queries.item import item
from dspdesk.queries.signatures import printouts
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.control.deadline_dialogs import SubmitDialog
from dspdesk.ui.control.resolution_dialog import ResolutionDialog
from dspdesk.ui.handover.day_sheets import DaySheets
from dspdesk.ui.handover.receiving import ReceivingForm
from dspdesk.ui.mail.check_dialog import CheckDialog
from dspdesk.ui.mail.delivery_dialog import DeliveryDialog
from dspdesk.ui.widgets.links import LinkButton
from tests import hands
from tests.hands import press, type_text
from tests.ui.journeys.walk import Walk, typed

DAY, BY_HAND = 30, 3
EXECUTORS = ("Ким А.В.", "Сейтқали Г.М.", "Юнусов Р.А.")
UNSIGNED = N_("Hand-over sheets not signed in full")
SUBMIT, RESOLVE = N_("Submit to the head…"), N_("Resolution…")


def logged(one: Walk) -> None:
    """Thirty covers, every third from the sender above it."""
    one.go("mail")
    press("Ins")
    dialog = one.dialog(DeliveryDialog)
    typed("", "Сериков Б.А.", "214")
    for number in range(1, DAY + 1):
        if number % 3 == 2:
            press("Ctrl+D")
        else:
            type_text(f"Орган {number}")
        press("Enter")
        type_text(f"{number}дсп")
        press(*["Enter"] * (number < DAY))
    assert len(dialog.envelopes.value()) == DAY
    hands.pause()
    assert not hands.focused().visibleRegion().isEmpty()  # nobody types out of sight
    one.picture("delivery")
    press("Ctrl+S")
    one.back()
    assert [row.state for row in mail.packages(one.desk)] == [PackageState.TO_CHECK] * DAY


def checked_and_registered(one: Walk) -> None:
    """Ctrl+Enter goes from cover to cover, then from card to card."""
    press("Home", "Enter")
    for number in range(1, DAY + 1):
        check = one.dialog(CheckDialog)
        assert check._details.ordinal == number
        typed("Письмо", "", "", f"дело {number}", "2", "0", "1", "2", "0")  # its number stands on the cover
        type_text("1")
        press("Ctrl+Enter")
    card = one.dialog(RegistrationCard)
    one.picture("card")
    for number in range(1, DAY + 1):
        assert card.form.entry().their_number == f"{number}дсп"
        press("Ctrl+Enter")
    hands.wait_until(lambda: card._item is not None, "the last number")
    press("Ctrl+Enter")
    one.back()
    assert [row.state for row in mail.packages(one.desk)] == [PackageState.DONE] * DAY


def considered(one: Walk) -> None:
    """The head gets three of them and writes to whom they go; the others were settled in the same way."""
    place = one.go("incoming")
    press("End")
    one.settled()
    for at in range(BY_HAND):
        key = place.grid.current_id()
        one.further(_(SUBMIT))
        one.dialog(SubmitDialog)
        one.picture("submit") if not at else None
        press("Ctrl+S")
        one.back()
        assert whereabouts.copies_of(one.desk, key)[0].where is Where.PERSON
        one.further(_(RESOLVE))
        form = one.dialog(ResolutionDialog)
        typed("Подготовить ответ")
        type_text(EXECUTORS[at].partition(" ")[0])
        press("Tab")
        assert form.executor.name() == EXECUTORS[at]
        one.picture("resolution") if not at else None
        press("Ctrl+S")
        one.back()
        assert whereabouts.copies_of(one.desk, key)[0].where is Where.SERVICE
        press("Up")
    known = {row.name_ru: row.id for row in people.people(one.desk, one.desk.today())}
    for key in range(BY_HAND + 1, DAY + 1):
        settled(one, key, known["Омаров Т.Е."], known[EXECUTORS[(key - 1) % len(EXECUTORS)]])


def settled(one: Walk, key: int, head: int, executor: int) -> None:
    """Submitted, and back with a resolution."""
    (copy,) = whereabouts.copies_of(one.desk, key)
    today = one.desk.today()
    execution_control.submit(one.desk, Submit(item_id=key, copy_ids=(copy.id,), on=today, reason=""))
    execution_control.record_resolution(
        one.desk,
        RecordResolution(
            item_id=key, author_id=head, dated=today, words="К исполнению", persons=((executor, Part.EXECUTOR),),
            back_on=today, form_id=uuid.uuid4().hex,
        ),
    )  # fmt: skip


def sheets_made(one: Walk, planned: hands.Answers, printer: str) -> None:
    """A sheet for each executor, printed in one job."""
    one.go("handover")
    press("Ins")
    form = one.dialog(DaySheets)
    assert [len(keys) for _person, keys in form.copies.by_group()] == [DAY // len(EXECUTORS)] * len(EXECUTORS)
    one.picture("day-sheets")
    press("Ctrl+S")
    one.printed(printer, planned)
    one.back()
    one.picture("sheets")
    assert [(row.number, row.lines) for row in handover.sheets(one.desk)] == [(3, 10), (2, 10), (1, 10)]


def received_but_two(one: Walk) -> None:
    """The sheets come back; on the second two lines are not signed."""
    for number in (1, 2, 3):
        one.place().take_focus()
        one.go_to_row(lambda row, number=number: row.number == number)
        press("Enter")
        form = one.dialog(ReceivingForm)
        if number == 2:
            press("Down", "Space", "Down", "Down", "Space")
        one.picture("receiving") if number == 2 else None
        assert len(form.lines.value()) == (8 if number == 2 else 10)
        press("Ctrl+S")
        one.back()
    held = [row.where for key in range(1, DAY + 1) for row in whereabouts.copies_of(one.desk, key)]
    assert (held.count(Where.PERSON), held.count(Where.SERVICE)) == (28, 2)


def on_today(one: Walk, when: str) -> None:
    """The two lines stand on Today."""
    one.go("today")
    one.picture("today")
    (line,) = [
        link for link in one.place().findChildren(LinkButton) if "не подписаны 2 строки" in link.text()
    ]
    assert line.isVisible()
    assert "№ 2, Сейтқали Г.М." in line.text()
    assert one.sees(_(UNSIGNED))
    assert one.sees(when)


@pytest.mark.journey
@pytest.mark.long
def test_thirty_covers_from_the_door_to_their_executors(walk, planned, out):
    with walk() as one:
        logged(one)
        checked_and_registered(one)
        considered(one)
        sheets_made(one, planned, "Канцелярия")
        received_but_two(one)
        on_today(one, "сегодня")
        assert [row.subject for row in printouts(one.desk)] == ["handover_sheet:1,2,3"]
    with walk(days=1) as one:
        on_today(one, "1 день")
        (line,) = [link for link in one.place().findChildren(LinkButton) if "не подписаны 2" in link.text()]
        one.tab_to(line)
        press("Enter")
        one.settled()
        press("Enter")
        form = one.dialog(ReceivingForm)
        assert len(form.lines.value()) == 2
        press("Ctrl+S")
        one.back()
        assert [row.waiting for row in handover.sheets(one.desk)] == [0, 0, 0]
        assert printouts(one.desk) == []
        assert item(one.desk, 2).copies[0].now is not None
        assert one.desk.verify() == []
