"""Closing a case through its window: what stands against it, the button that repairs it, the list asked anew."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from dspdesk.law.case_closing import Hindrance, Repair
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.law.relations import Side
from dspdesk.procedures.case_closing import CloseCase, close_case
from dspdesk.procedures.relations import Relate, relate
from dspdesk.queries import cases
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cases import closing_repairs, volume_steps
from dspdesk.ui.cases.certifying import CertifyingForm
from dspdesk.ui.cases.closing import ClosingDialog, ReopeningForm
from dspdesk.ui.cases.correcting import CorrectCaseForm
from dspdesk.ui.cases.inventory_printing import InventoryPrinting
from dspdesk.ui.cases.printout import PrintoutForm
from dspdesk.ui.cases.relocating import RelocatingForm
from dspdesk.ui.cases.taking_out import TakingOutForm
from dspdesk.ui.control.deadline_dialogs import TakeOffDialog
from dspdesk.ui.filing.day import DayForm
from dspdesk.ui.relations.dialog import LinkedDocuments
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import press, type_text
from tests.ui.conftest import Asked
from tests.ui.office.conftest import opened


@pytest.fixture(autouse=True)
def in_russian(dressed: Any) -> None:
    use_language(Language.RU)


@pytest.fixture
def volume(empty_desk: Desk) -> int:
    """A volume with one document whose printout is missing; nobody keeps its case."""
    made = factories.case_opened(empty_desk)
    factories.filed(empty_desk, made, factories.carrier(empty_desk).id, printout=False)
    return made


def dialog_of(desk: Desk, asked: Asked, volume: int, *, whole_case: bool = True) -> ClosingDialog:
    return ClosingDialog(desk, None, asked.services(), volume, whole_case=whole_case)


def codes(dialog: ClosingDialog) -> list[str]:
    return [panel.finding.code for panel in dialog.panels()]


def mend(dialog: ClosingDialog, code: str) -> None:
    """Press the button of what is listed."""
    (panel,) = [one for one in dialog.panels() if one.finding.code == code]
    assert panel.repair is not None
    panel.repair()


def test_each_repair_opens_its_window_and_the_list_is_asked_anew(
    empty_desk: Desk, asked: Asked, volume: int
) -> None:
    person = factories.employee(empty_desk, "Ахметов Б.К.")
    factories.appointed(empty_desk, person, unit_id=factories.unit(empty_desk))
    with hands.shown(dialog_of(empty_desk, asked, volume)) as dialog:
        assert codes(dialog) == ["closing_nobody", "closing_printout_missing", "closing_year_runs"]
        assert dialog.stands.text() == "Сначала нужно исправить 2 пункта."
        assert not dialog.save_button.isEnabled()
        mend(dialog, "closing_printout_missing")
        opened(PrintoutForm)
        press("Ctrl+S")
        hands.wait_until(lambda: codes(dialog) == ["closing_nobody", "closing_year_runs"], "the list")
        mend(dialog, "closing_nobody")
        form = opened(CorrectCaseForm)
        form.responsible.show_value(person)
        form.why.show_value("назначен ответственный")
        press("Ctrl+S")
        hands.wait_until(lambda: codes(dialog) == ["closing_year_runs"], "the list")
        assert dialog.stands.text().startswith("Ничто не мешает.")
        hands.back_to(dialog)
        press("Ctrl+S")
        row = cases.volume(empty_desk, volume).row
        assert (row.closed_on, row.case_closed_on) == (TODAY, TODAY)


def test_what_only_asks_for_a_reason_is_said_so_below_the_day(empty_desk: Desk, asked: Asked) -> None:
    person = factories.employee(empty_desk, "Ким А.В.")
    factories.appointed(empty_desk, person, unit_id=factories.unit(empty_desk))
    volume = factories.case_opened(empty_desk, responsible_id=person)
    document = factories.registered(empty_desk).id
    factories.filed(empty_desk, volume, document)
    reply = factories.registered(empty_desk, journal=JournalKind.OUTGOING, summary="ответ").id
    with hands.shown(dialog_of(empty_desk, asked, volume)) as dialog:
        assert dialog.stands.text().startswith("Ничто не мешает.")
    relate(empty_desk, Relate(item_id=reply, other_id=document, side=Side.REPLY_TO))
    with hands.shown(dialog_of(empty_desk, asked, volume)) as dialog:
        assert dialog.stands.text() == "Закрыть можно, указав причину: замечаний 1."
        assert hands.focused() is dialog.on
        assert dialog.on.mapTo(dialog, QPoint()).y() < dialog.panels()[0].mapTo(dialog, QPoint()).y()
        press("Tab")
        assert hands.focused() is dialog.panels()[0].button


@pytest.mark.parametrize("kind", [ClosingDialog, PrintoutForm])
def test_without_a_day_nothing_is_written(empty_desk: Desk, asked: Asked, volume: int, kind: type) -> None:
    if kind is PrintoutForm:
        form: FormDialog = PrintoutForm(empty_desk, None, volume, 1)
    else:
        volume = factories.case_opened(empty_desk, case_index="01-09")
        factories.filed(empty_desk, volume, factories.registered(empty_desk).id)
        form = dialog_of(empty_desk, asked, volume, whole_case=False)

    def written() -> bool:
        found = cases.volume(empty_desk, volume)
        return found.row.closed_on is not None or found.lines[0].printout is True

    with hands.shown(form):
        form.on.setFocus()
        hands.clear()
        press("Ctrl+S")
        assert form._boxes["on"].error.text()
        assert not written()
        type_text(f"{TODAY:%d.%m.%Y}")
        press("Ctrl+S")
    assert written()


def test_leaving_a_repair_without_saving_changes_nothing(empty_desk: Desk, asked: Asked, volume: int) -> None:
    with hands.shown(dialog_of(empty_desk, asked, volume)) as dialog:
        before = codes(dialog)
        mend(dialog, "closing_printout_missing")
        opened(PrintoutForm)
        press("Esc")
        hands.back_to(dialog)
        assert codes(dialog) == before
        press("Ctrl+S")  # the button is asleep
        assert cases.volume(empty_desk, volume).row.closed_on is None


def test_what_lies_elsewhere_is_passed_with_a_reason(empty_desk: Desk, asked: Asked) -> None:
    made = factories.case_opened(empty_desk)
    document = factories.registered(empty_desk).id
    reply = factories.registered(empty_desk, journal=JournalKind.OUTGOING).id
    factories.filed(empty_desk, made, document)
    relate(empty_desk, Relate(item_id=reply, other_id=document, side=Side.REPLY_TO))
    person = factories.employee(empty_desk, "Ахметов Б.К.")
    factories.appointed(empty_desk, person, unit_id=factories.unit(empty_desk))
    from dspdesk.models import CaseFile

    with empty_desk.transaction("test:case:kept") as step:
        step.session.get_one(CaseFile, 1).responsible_id = person
    with hands.shown(dialog_of(empty_desk, asked, made)) as dialog:
        assert codes(dialog) == ["closing_linked_nowhere", "closing_year_runs"]
        mend(dialog, "closing_linked_nowhere")
        opened(LinkedDocuments)
        press("Esc")
        hands.back_to(dialog)
        press("Ctrl+S")
        assert cases.volume(empty_desk, made).row.closed_on is None
        assert dialog.reason.isVisible()
        type_text("ответ хранится в деле исходящих")
        press("Ctrl+S")
    assert cases.volume(empty_desk, made).row.closed_on == TODAY


def test_a_volume_is_closed_and_opened_again(empty_desk: Desk, asked: Asked) -> None:
    made = factories.case_opened(empty_desk)
    factories.filed(empty_desk, made, factories.registered(empty_desk).id)
    with hands.shown(dialog_of(empty_desk, asked, made, whole_case=False)) as dialog:
        assert codes(dialog) == []
        press("Ctrl+S")
    row = cases.volume(empty_desk, made).row
    assert (row.closed_on, row.case_closed_on) == (TODAY, None)
    with hands.shown(ReopeningForm(empty_desk, None, made)) as form:
        press("Ctrl+S")
        assert form._boxes["mistake"].error.text()
        type_text("не подшито письмо")
        press("Ctrl+S")
    assert cases.volume(empty_desk, made).row.closed_on is None


def test_only_the_head_is_offered_to_open_again(empty_desk: Desk, volume: int) -> None:
    row = cases.volume(empty_desk, volume).row
    assert "Open again…" not in [step.title for step in volume_steps.steps(empty_desk, row)]
    person = factories.employee(empty_desk, "Ахметов Б.К.")
    factories.appointed(empty_desk, person, unit_id=factories.unit(empty_desk))
    from dspdesk.models import CaseFile
    from dspdesk.procedures.case_closing import PrintoutFiled, printout_filed

    with empty_desk.transaction("test:case:kept") as step:
        step.session.get_one(CaseFile, 1).responsible_id = person
    printout_filed(empty_desk, PrintoutFiled(filing_id=1, on=TODAY, form_id="p"))
    close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY))
    row = cases.volume(empty_desk, volume).row
    offered = [step.title for step in volume_steps.steps(empty_desk, row)]
    assert "Open again…" in offered
    assert "Close the case…" not in offered
    password = factories.colleague(empty_desk, "klara", Role.CLERK)
    clerk = factories.signed_in(empty_desk.path, "klara", password)
    assert "Open again…" not in [step.title for step in volume_steps.steps(clerk, row)]
    clerk.close()


def test_the_cover_is_shown_ready_to_be_printed(empty_desk: Desk, asked: Asked, volume: int) -> None:
    row = cases.volume(empty_desk, volume).row
    (step,) = [one for one in volume_steps.steps(empty_desk, row) if one.opens.endswith("cover:print_it")]
    volume_steps.take(step, None, empty_desk, asked.services(), volume, lambda: None)
    request = asked.only("preview")[2]
    assert (request.paper, request.about, request.language) == ("case_cover", f"volume:{volume}", "ru")


def test_every_repair_has_its_words_and_a_window_that_is_there() -> None:
    assert set(closing_repairs.WORDS) == set(Repair)
    for opens in (*closing_repairs.OF_VOLUME.values(), *closing_repairs.OF_ENTRY.values()):
        assert callable(closing_repairs.function(opens))


@pytest.mark.parametrize(
    ("repair", "kind"),
    [
        (Repair.TAKE_OUT, TakingOutForm),
        (Repair.MOVE, RelocatingForm),
        (Repair.PRINTOUT, PrintoutForm),
        (Repair.CASE, CorrectCaseForm),
        (Repair.FILE, DayForm),
        (Repair.INVENTORY, InventoryPrinting),
        (Repair.CERTIFICATION, CertifyingForm),
        (Repair.LINKED, LinkedDocuments),
        (Repair.CONTROL, TakeOffDialog),
    ],
)
def test_each_repair_opens_its_window(
    empty_desk: Desk, asked: Asked, volume: int, repair: Repair, kind: type
) -> None:
    finding = Finding("OWN", Weight.REFUSE, "closing_empty", {"volume": ""})
    one = Hindrance(finding=finding, repair=repair, volume_id=volume, filing_id=1, item_id=1)
    with hands.shown(dialog_of(empty_desk, asked, volume)) as dialog:
        closing_repairs.open_repair(dialog, empty_desk, asked.services(), one, lambda: None)
        window = opened(kind)
        if isinstance(window, TakingOutForm | RelocatingForm):
            assert window.lines.value() == (1,)
        press("Esc")
        hands.back_to(dialog)


@pytest.mark.parametrize(("repair", "name"), [(Repair.ENTRY, "open_card"), (Repair.SHEET_PAPER, "preview")])
def test_other_windows_are_asked_of_the_program(
    empty_desk: Desk, asked: Asked, volume: int, repair: Repair, name: str
) -> None:
    finding = Finding("OWN", Weight.REFUSE, "closing_empty", {"volume": ""})
    one = Hindrance(finding=finding, repair=repair, volume_id=volume, filing_id=1, item_id=1)
    with hands.shown(dialog_of(empty_desk, asked, volume)) as dialog:
        closing_repairs.open_repair(dialog, empty_desk, asked.services(), one, lambda: None)
    assert asked.only(name)
