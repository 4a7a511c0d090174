"""A case that seven things stand against: each is put right from the list in its own window; then it is closed."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from dspdesk import desk as desks
from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind
from dspdesk.law.relations import Side
from dspdesk.law.values import SheetCount
from dspdesk.models import Appointment, Copy, Employee
from dspdesk.procedures import execution_control
from dspdesk.procedures.relations import Relate, relate
from dspdesk.queries import cases, relations
from dspdesk.ui.cases.certifying import CertifyingForm
from dspdesk.ui.cases.closing import ClosingDialog
from dspdesk.ui.cases.correcting import CorrectCaseForm
from dspdesk.ui.cases.inventory_printing import InventoryPrinting
from dspdesk.ui.cases.printout import PrintoutForm
from dspdesk.ui.cases.taking_out import TakingOutForm
from dspdesk.ui.control.deadline_dialogs import TakeOffDialog
from dspdesk.ui.relations.dialog import LinkedDocuments
from tests import factories, hands
from tests.hands import press, type_text
from tests.ui.journeys.walk import Walk

SEVEN = [
    "closing_nobody",
    "closing_printout_missing",
    "closing_on_control",
    "closing_draft",
    "closing_unprinted",
    "closing_uncertified",
    "closing_linked_nowhere",
]
HINTS = ["closing_year_runs", "closing_bound"]


def registered(desk: Desk, number: str, **changes: object) -> int:
    today = desk.today()
    make = factories.carrier if changes.pop("on_carrier", False) else factories.registered
    return make(
        desk,
        date=today,
        their_date=today,
        year=today.year,
        their_number=number,
        sheets=SheetCount(3),
        **changes,
    ).id


@pytest.fixture
def office(office: Path) -> Path:
    """A case kept for ever: a printout is missing, one document is on control again, one turned out a draft."""
    desk = factories.opened(office.parent, at=desks.clock)
    unit = factories.unit(desk)
    with desk.transaction("test:appointment:changed") as step:
        of_name = select(Employee.id).where(Employee.name_ru == "Юнусов Р.А.").scalar_subquery()
        held = step.session.scalars(select(Appointment).where(Appointment.employee_id == of_name)).one()
        held.unit_id = unit
    volume = factories.case_opened(
        desk, year=desk.today().year, retention="permanent", years=None, documents="orders"
    )
    printout, control, draft = (
        registered(desk, "1-1", on_carrier=True),
        registered(desk, "1-2", executor="Ким А.В."),
        registered(desk, "1-3"),
    )
    factories.filed(desk, volume, printout, printout=False)
    factories.filed(desk, volume, control, draft)
    due = desk.today() + dt.timedelta(days=3)
    again = execution_control.TakeOnControl(item_id=control, on=desk.today(), due_on=due, reason="переписка")
    execution_control.take_on(desk, again)
    with desk.transaction("test:copy:changed") as step:
        copy_id = cases.volume(desk, volume).lines[2].copy_id
        step.session.get_one(Copy, copy_id).nature = "draft"
    reply = registered(
        desk, "7", journal=JournalKind.OUTGOING, signatory="Омаров Т.Е.", signed_on=desk.today()
    )
    relate(desk, Relate(item_id=reply, other_id=printout, side=Side.REPLY_TO))
    desk.close()
    return office


class Closing:
    """The window of closing, with what it lists."""

    def __init__(self, one: Walk) -> None:
        self.one = one
        one.go("cases")
        one.go_to_row(lambda row: row.case_index == "01-03")
        one.further("Закрыть дело…")
        self.dialog: ClosingDialog = one.dialog(ClosingDialog)

    def lists(self, *codes: str) -> None:
        """Wait until it lists these things and no others, but for hints."""
        wanted = [*codes, *HINTS]
        hands.wait_until(lambda: self.codes() == wanted, f"{wanted}, not {self.codes()}")
        hands.wait_until(self.dialog.isActiveWindow, "the list in front")

    def codes(self) -> list[str]:
        return [panel.finding.code for panel in self.dialog.panels()]

    def back(self) -> None:
        """Wait until the list is in front again."""
        self.one.dialog(ClosingDialog)


def entered(closing: Closing) -> None:
    """One to three: who keeps it, the printout, off control."""
    one = closing.one
    press("Alt+R")
    form = one.dialog(CorrectCaseForm)
    one.tab_to(form.responsible)
    type_text("Юнусов Р.А.")
    press("Enter")
    one.tab_to(form.why)
    type_text("назначен ответственный")
    press("Ctrl+S")
    closing.back()
    closing.lists(*SEVEN[1:])
    press("Alt+R")
    one.dialog(PrintoutForm)
    press("Ctrl+S")
    closing.back()
    closing.lists(*SEVEN[2:])
    press("Alt+R")
    one.dialog(TakeOffDialog)
    type_text("Исполнено")
    press("Ctrl+S")
    closing.back()
    closing.lists(*SEVEN[3:])


def taken_out(closing: Closing) -> None:
    """Four: the draft, by permission of the head of the service."""
    one = closing.one
    press("Alt+R")
    form = one.dialog(TakingOutForm)
    (chosen,) = form.lines.value()
    assert chosen == cases.volume(one.desk, 1).lines[2].id
    one.tab_to(form.number)
    type_text("4")
    one.tab_to(form.why)
    type_text("черновик")
    one.picture("draft")
    press("Ctrl+S")
    closing.back()
    closing.lists(*SEVEN[4:])


def on_paper(closing: Closing, planned: hands.Answers, folder: Path) -> None:
    """Five and six: the inner inventory with its end, the certification sheet."""
    one = closing.one
    press("Alt+R")
    form = one.dialog(InventoryPrinting)
    hands.wait_until(form.loaded, "what has been printed")
    press("Ctrl+S")
    one.saved(folder / "inventory.pdf", planned)
    closing.back()
    closing.lists("closing_inventory_unfinished", *SEVEN[5:])
    press("Alt+R")
    form = one.dialog(InventoryPrinting)
    hands.wait_until(form.loaded, "what has been printed")
    press("Ctrl+S")
    one.saved(folder / "inventory-end.pdf", planned)
    closing.back()
    closing.lists(*SEVEN[5:])
    press("Alt+R")
    form = one.dialog(CertifyingForm)
    assert (form.numbered.value(), form.inventory_sheets.value()) == (6, 1)
    press("Ctrl+S")
    (page,) = one.saved(folder / "certification.pdf", planned)
    assert "6 (шесть)" in page
    closing.back()
    closing.lists(*SEVEN[6:])


def unlinked(closing: Closing, planned: hands.Answers) -> None:
    """Seven: the reply was linked by mistake."""
    one = closing.one
    press("Alt+R")
    one.dialog(LinkedDocuments)
    planned.plan("reason", "ответ на другое письмо")
    one.press_button("Отменить связь…")
    press("Esc")
    closing.back()
    closing.lists()


@pytest.mark.journey
def test_a_case_is_closed_after_seven_repairs(walk, planned, tmp_path):
    with walk() as one:
        closing = Closing(one)
        closing.lists(*SEVEN)
        one.picture("seven")
        assert not closing.dialog.save_button.isEnabled()
        press("Ctrl+S")
        assert cases.volume(one.desk, 1).row.case_closed_on is None
        entered(closing)
        taken_out(closing)
        on_paper(closing, planned, tmp_path)
        unlinked(closing, planned)
        one.picture("nothing-prevents")
        press("Ctrl+S")
        one.back()
        row = cases.volume(one.desk, 1).row
        assert (row.closed_on, row.case_closed_on) == (one.desk.today(), one.desk.today())
        assert relations.related(one.desk, 1) == ()
        takes_nothing(one)
        cover(one, planned, tmp_path)
        assert one.desk.verify() == []


def takes_nothing(one: Walk) -> None:
    with pytest.raises(Refused) as told:
        factories.filed(one.desk, 1, registered(one.desk, "1-9"))
    assert [finding.code for finding in told.value.findings] == ["volume_closed"]


def cover(one: Walk, planned: hands.Answers, folder: Path) -> None:
    """The cover of the finished case, all thirteen details on it."""
    one.place().take_focus()
    one.further("Напечатать обложку…")
    (page,) = one.saved(folder / "cover.pdf", planned)
    for words in ("Для служебного пользования", "Дело № 01-03", "Том № 1", "На 6 листах", "Постоянно"):
        assert words in page
    one.back()
