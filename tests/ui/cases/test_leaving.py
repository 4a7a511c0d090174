"""Documents taken out of a volume, moved, struck out and seized, by the keys."""

import uuid

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLineEdit

from dspdesk.desk import Desk
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.seizure_record import RecordState
from dspdesk.law.values import SheetCount
from dspdesk.law.whereabouts import Where
from dspdesk.procedures import seizure_record, seizure_return, withdrawal
from dspdesk.procedures.seizure_record import WithdrawRecord
from dspdesk.procedures.seizure_return import ComeBack
from dspdesk.procedures.withdrawal import TakeOut
from dspdesk.queries import cases, filing
from dspdesk.queries import seizure_record as records
from dspdesk.queries.drafts import drafts
from dspdesk.queries.item import item
from dspdesk.queries.whereabouts import copies_of
from dspdesk.ui.annul import AnnulDialog
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cases import taking_out, volume_steps
from dspdesk.ui.cases.coming_back import ComingBackForm
from dspdesk.ui.cases.relocating import RelocatingForm
from dspdesk.ui.cases.seizing import CertifyForm, DrawUpForm, ExecuteForm
from dspdesk.ui.cases.seizure_records import RecordsWindow
from dspdesk.ui.cases.striking import StrikingForm
from dspdesk.ui.cases.taking_out import TakingOutForm
from dspdesk.ui.draft_list import place_of
from dspdesk.ui.journals import item_steps
from dspdesk.ui.movement.handing import HandOverForm
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import press, type_text
from tests.ui.conftest import Asked

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def filled(desk: Desk) -> tuple[int, list[int], list[int]]:
    """A volume, its two lines of three sheets each, and their entries; the service has a head."""
    factories.service_head(desk)
    volume = factories.case_opened(desk)
    entries = [factories.registered(desk, sheets=SheetCount(3)).id for _ in range(2)]
    return volume, factories.filed(desk, volume, *entries), entries


def closed(form: FormDialog) -> None:
    hands.wait_until(lambda: not shiboken6.isValid(form) or not form.isVisible(), "the form to close")


def told(form: FormDialog) -> list[str]:
    return [finding.code for finding in form.findings.findings()]


def in_front(kind: type) -> FormDialog:
    hands.wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind), kind.__name__)
    found = QApplication.activeModalWidget()
    assert isinstance(found, FormDialog)
    return found


def test_a_document_is_taken_out_by_the_keys(desk: Desk, filled) -> None:
    volume, lines, entries = filled
    with hands.shown(TakingOutForm(desk, None, volume)) as form:
        type_text("3")  # the number of the permission
        press("Tab", "Tab", "Tab")
        type_text("по запросу")
        press("Tab", "Tab", "Tab", "Space", "Ctrl+S")  # past the day and by whom, to the first line
        closed(form)
    assert [line.there for line in cases.volume(desk, volume).lines] == [False, True]
    assert copies_of(desk, entries[0])[0].where is Where.SERVICE
    assert lines


def test_without_permission_the_field_says_so_and_nothing_leaves(desk: Desk, filled) -> None:
    volume, *_ = filled
    with hands.shown(TakingOutForm(desk, None, volume)) as form:
        form.lines.setFocus()
        press("Space", "Ctrl+S")
        assert "разрешени" in form._boxes["permit_number"].error.text().lower()
        assert form.isVisible()
    assert all(line.there for line in cases.volume(desk, volume).lines)


def test_a_scanned_copy_is_ticked(desk: Desk, filled) -> None:
    volume, lines, entries = filled
    with hands.shown(TakingOutForm(desk, None, volume)) as form:
        copy = copies_of(desk, entries[1])[0].id
        assert form.take_scan(Code(Kind.COPY, copy))
        assert form.lines.value() == (lines[1],)
        assert not form.take_scan(Code(Kind.COPY, 99_999))
        assert form.take_scan(Code(Kind.ITEM, entries[0]))
        assert form.lines.value() == tuple(lines)


@pytest.mark.parametrize(
    ("kind", "name"), [(TakingOutForm, "permit_number"), (RelocatingForm, "why"), (DrawUpForm, "basis")]
)
def test_what_was_typed_of_a_volume_comes_back(desk: Desk, filled, kind: type, name: str) -> None:
    volume, *_ = filled
    other = factories.case_opened(desk, case_index="01-05")
    with hands.shown(kind(desk, None, volume)) as form:
        form._boxes[name].widget.setFocus()
        type_text("17-4/26")
        press("Esc")
    with hands.shown(kind(desk, None, other)) as form:
        assert form._boxes[name].widget.text() == ""
    with hands.shown(kind(desk, None, volume)) as form:
        assert form._boxes[name].widget.text() == "17-4/26"
    assert [(draft.about, place_of(draft)) for draft in drafts(desk)] == [(f"volume:{volume}", "cases")]


def test_ticks_come_back_and_what_is_asked_for_now_is_ticked_too(desk: Desk, filled) -> None:
    volume, lines, _entries = filled
    with hands.shown(TakingOutForm(desk, None, volume)) as form:
        form.lines.show_value(lines[:1])
        press("Esc")
    with hands.shown(TakingOutForm(desk, None, volume)) as form:
        assert form.lines.value() == tuple(lines[:1])
    with hands.shown(TakingOutForm(desk, None, volume, lines[1:])) as form:
        assert form.lines.value() == tuple(lines)


def test_what_was_typed_of_certified_copies_comes_back(desk: Desk, filled) -> None:
    volume, lines, _entries = filled
    further = factories.registered(desk).id
    factories.filed(desk, volume, further)
    lines = [line.id for line in cases.volume(desk, volume).lines]
    record = seizure_record.draw_up(desk, factories.seizure_of(desk, volume, *lines[:2]))
    other = seizure_record.draw_up(desk, factories.seizure_of(desk, volume, lines[2]))
    with hands.shown(CertifyForm(desk, None, record)) as form:
        form.lines.show_value(form.lines.value()[:1])
        form.sheets.setFocus()
        press("Ctrl+A")
        type_text("9")
        press("Esc")
    with hands.shown(CertifyForm(desk, None, other)) as form:
        assert (len(form.lines.value()), form.draft.isVisible()) == (1, False)
    with hands.shown(CertifyForm(desk, None, record)) as form:
        assert (len(form.lines.value()), form.sheets.value()) == (1, 9)
    assert [(draft.about, place_of(draft)) for draft in drafts(desk)] == [
        (f"seizure_record:{record}", "cases")
    ]


def test_only_those_who_headed_the_service_on_the_day_are_offered(desk: Desk, filled) -> None:
    volume, *_ = filled
    with hands.shown(TakingOutForm(desk, None, volume)) as form:
        assert form.by.value() == factories.service_head(desk)
        form.permitted_on.setText("01.02.2001")
        form.touched("permitted_on")
        assert form.by.value() is None


def test_a_full_volume_is_followed_by_the_next_one(desk: Desk, filled) -> None:
    volume, lines, entries = filled
    target = factories.case_opened(desk, case_index="01-05")
    factories.filed(desk, target, factories.registered(desk, sheets=SheetCount(179)).id, reason="один вопрос")
    with hands.shown(RelocatingForm(desk, None, volume, [lines[0]])) as form:
        form.to.show_value(target)
        form.number.setText("3")
        form.why.setPlainText("не в то дело")
        form.ask_law()
        assert told(form) == ["volume_full"]
        press("Alt+R")
        assert told(form) == []
        press("Ctrl+S")
        closed(form)
    assert copies_of(desk, entries[0])[0].words == "01-05, т. 2, л. 1–3"


def test_an_oversize_document_goes_apart(desk: Desk, filled) -> None:
    volume, *_ = filled
    target = factories.case_opened(desk, case_index="01-05")
    big = factories.registered(desk, sheets=SheetCount(200))
    factories.filed(desk, volume, big.id, apart=True, reason="закон молчит")
    own = cases.volume(desk, volume).row.case_id
    apart = max(row.id for row in cases.volumes(desk) if row.case_id == own)
    with hands.shown(RelocatingForm(desk, None, apart)) as form:
        form.to.show_value(target)
        form.ask_law()
        assert "document_oversize" in told(form)
        press("Alt+R")
        assert form.apart.isChecked()
        assert told(form) == ["oversize_apart"]
    assert filing.last_volume(desk, target) == target


def test_what_was_never_filed_is_struck_out(desk: Desk, filled) -> None:
    volume, lines, entries = filled
    with hands.shown(StrikingForm(desk, None, volume)) as form:
        press("Ctrl+S")
        assert form._boxes["mistake"].error.text()
        type_text("не тот документ")
        press("Ctrl+S")
        closed(form)
    assert cases.volume(desk, volume).lines[1].struck_on == TODAY
    assert copies_of(desk, entries[1])[0].where is Where.SERVICE
    assert lines


def test_what_is_printed_already_leaves_by_permission(desk: Desk, filled) -> None:
    volume, lines, _entries = filled
    factories.inventory_printed(desk, volume)
    with hands.shown(StrikingForm(desk, None, volume)) as form:
        type_text("не тот документ")
        press("Ctrl+S")
        assert told(form) == ["struck_printed"]
        press("Alt+R")
        opened = in_front(TakingOutForm)
        assert opened.lines.value() == (lines[1],)
        opened.reject()


def test_an_empty_volume_offers_nothing_to_strike(desk: Desk) -> None:
    volume = factories.case_opened(desk)
    with hands.shown(StrikingForm(desk, None, volume)) as form:
        assert not form.save_button.isEnabled()


# --- out of a step with an entry ---


def test_an_entry_in_a_case_is_taken_out_from_its_journal(desk: Desk, filled) -> None:
    _volume, lines, entries = filled
    details = item(desk, entries[0])
    offered = [step.opens for step in item_steps.steps(desk, details)]
    assert "dspdesk.ui.cases.taking_out:for_item" in offered
    taking_out.for_item(None, desk, Asked().services(), details, lambda: None)
    form = in_front(TakingOutForm)
    assert form.lines.value() == (lines[0],)
    form.reject()
    loose = item(desk, factories.registered(desk).id)
    assert "dspdesk.ui.cases.taking_out:for_item" not in [
        step.opens for step in item_steps.steps(desk, loose)
    ]


def test_a_step_refused_because_of_the_case_leads_out_of_it(desk: Desk, filled) -> None:
    volume, _lines, entries = filled
    factories.service_head(desk)
    loose = factories.registered(desk, copies=(1,)).id
    person = factories.employee(desk, "Юнусов Р.А.")
    factories.admitted(desk, loose, person)
    with hands.shown(HandOverForm(desk, None, Asked().services(), item(desk, loose))) as form:
        factories.filed(desk, volume, loose)  # while the window was open
        type_text("Юнусов Р.А.")
        press("Ctrl+S")
        assert "copy_not_here_case" in told(form)
        press("Alt+R")
        opened = in_front(TakingOutForm)
        assert len(opened.lines.value()) == 1
        opened.reject()
    with hands.shown(AnnulDialog(desk, item(desk, entries[0]))) as dialog:
        type_text("ошибка")
        press("Ctrl+Enter")
        assert [one.code for one in dialog.findings.findings()] == ["copy_not_here_case"]


# --- seizure ---


def test_a_record_is_drawn_up_and_a_copy_missing_is_recorded_from_the_refusal(desk: Desk, filled) -> None:
    volume, lines, entries = filled
    with hands.shown(DrawUpForm(desk, None, volume, [lines[0]])) as form:
        form.authority.setText("Департамент")
        form.official.setText("следователь")
        form.basis.setPlainText("постановление № 17")
        form.handed_over_by.show_value(factories.service_head(desk))
        press("Ctrl+S")
        closed(form)
    (record,) = records.records_of(desk, volume)
    with hands.shown(ExecuteForm(desk, None, record.id)) as form:
        assert told(form) == ["certified_copy_missing"]
        press("Alt+R")
        certify = in_front(CertifyForm)
        assert certify.sheets.value() == 3
        certify.by.show_value(factories.service_head(desk))
        press("Ctrl+S")
        closed(certify)
        hands.back_to(form)
        assert told(form) == []
        form.sheets.setText("2")
        press("Ctrl+S")
        closed(form)
    assert records.record(desk, record.id).state is RecordState.EXECUTED
    assert copies_of(desk, entries[0])[0].where is Where.SEIZED


def test_each_of_those_present_has_a_line_of_the_record(desk: Desk, filled) -> None:
    volume, lines, _entries = filled
    with hands.shown(DrawUpForm(desk, None, volume, [lines[0]])) as form:
        form.authority.setText("Департамент")
        form.official.setText("следователь")
        form.basis.setFocus()
        type_text("постановление № 17")
        press("Enter")
        assert hands.focused() is not form.basis  # a text of one paragraph: Enter goes on
        form.handed_over_by.show_value(factories.service_head(desk))
        form.present.setFocus()
        type_text("Ли С.А.")
        press("Enter")
        type_text("Юн Р.А.")
        press("Ctrl+S")
        closed(form)
    (record,) = records.records_of(desk, volume)
    assert record.present.splitlines() == ["Ли С.А.", "Юн Р.А."]


def test_the_window_of_records_goes_on_with_each(desk: Desk, filled) -> None:
    volume, lines, _entries = filled
    first = seizure_record.draw_up(desk, factories.seizure_of(desk, volume, lines[0]))
    asked, done = Asked(), []
    with (
        hands.answers() as planned,
        hands.shown(RecordsWindow(desk, None, asked.services(), volume, lambda: done.append(1))) as window,
    ):
        assert list(window.buttons) == ["certify", "execute", "print_ru", "print_kk", "withdraw"]
        window.buttons["print_kk"].click()
        assert asked.only("preview")[2].about == f"seizure_record:{first}"
        planned.plan("reason", "решение отменено")
        window.buttons["withdraw"].click()
        assert done == [1]
        assert window.record().state is RecordState.WITHDRAWN
        assert list(window.buttons) == ["print_ru", "print_kk"]
        second = seizure_record.draw_up(desk, factories.seizure_of(desk, volume, lines[0]))
        window.show_record(second)
        assert window.choice.isVisible()
        assert window.record().number == 2


def test_originals_come_back_by_the_keys(desk: Desk, filled) -> None:
    volume, lines, entries = filled
    record = factories.seizure_executed(desk, volume, *lines)
    done = []
    with hands.shown(RecordsWindow(desk, None, Asked().services(), volume, lambda: done.append(1))) as window:
        assert list(window.buttons) == ["come_back", "print_ru", "print_kk"]
        press("Space")
        form = in_front(ComingBackForm)
        assert told(form) == []
        press("Ctrl+S")
        assert form.isVisible()
        assert all(form._boxes[name].error.text() for name in ("paper", "brought_by"))
        form.paper.setFocus()
        type_text("письмо от 20.11.2026 № 3-5")
        press("Tab")
        type_text("следователь Серикбаев Д.О.")
        form.lines.setFocus()
        press("Down", "Space")
        press("Ctrl+S")
        closed(form)
        hands.back_to(window)
        (away,) = window.record().away
        assert (away.filing_id, window.record().state) == (lines[1], RecordState.EXECUTED)
        window.buttons["come_back"].click()
        form = in_front(ComingBackForm)
        form.paper.setText("расписка № 8")
        form.brought_by.setText("Ли С.А.")
        press("Ctrl+S")
        closed(form)
        hands.back_to(window)
        assert list(window.buttons) == ["print_ru", "print_kk", "strike_return"]
        assert done == [1, 1]
    assert records.record(desk, record).state is RecordState.RETURNED
    assert [copies_of(desk, entry)[0].where for entry in entries] == [Where.CASE] * 2


def test_a_return_entered_by_mistake_is_struck_out_beside_its_record(desk: Desk, filled) -> None:
    """Of several returns the last; one on which something rests says so and stays."""
    volume, lines, entries = filled
    record = factories.seizure_executed(desk, volume, *lines)
    for at, line in enumerate(records.record(desk, record).lines):
        seizure_return.come_back(
            desk,
            ComeBack(
                record_id=record, lines=(line.id,), on=TODAY, paper=f"расписка № {at}", brought_by="Ли С.А.",
                form_id=uuid.uuid4().hex,
            ),
        )  # fmt: skip
    with (
        hands.answers() as planned,
        hands.shown(RecordsWindow(desk, None, Asked().services(), volume, lambda: None)) as window,
    ):
        planned.plan("reason", "вернули другое")
        window.buttons["strike_return"].click()
        (away,) = window.record().away
        assert (away.filing_id, window.record().state) == (lines[1], RecordState.EXECUTED)
        factories.inventory_printed(desk, volume)
        planned.plan("reason", "и этого не было")
        window.buttons["strike_return"].click()
        assert window.status.text()
        assert len(window.record().returns) == 1
    assert [copies_of(desk, entry)[0].where for entry in entries] == [Where.CASE, Where.SEIZED]


def test_a_return_before_the_seizure_is_told_while_it_is_typed(desk: Desk, filled) -> None:
    volume, lines, _entries = filled
    record = factories.seizure_executed(desk, volume, lines[0])
    with hands.shown(ComingBackForm(desk, None, record)) as form:
        form.on.setText("01.01.2026")
        form.ask_law()
        assert told(form) == ["returned_before_seizure"]
        form.on.show_value(TODAY)
        form.ask_law()
        assert told(form) == []


def test_steps_of_a_volume_are_for_those_who_may(desk: Desk, filled) -> None:
    volume, lines, _entries = filled

    def offered() -> set[str]:
        row = cases.volume(desk, volume).row
        return {step.opens.partition(":")[0].rpartition(".")[2] for step in volume_steps.steps(desk, row)}

    assert {"taking_out", "relocating", "striking", "seizing"} <= offered()
    withdrawal.take_out(
        desk,
        TakeOut(
            volume_id=volume, lines=tuple(lines), permission=factories.permission_to_take_out(desk), why="запрос",
            on=TODAY, form_id=uuid.uuid4().hex,
        ),
    )  # fmt: skip
    assert not {"taking_out", "relocating", "striking"} & offered()
    seizing = (records.records_of(desk, volume), "seizing" in offered())
    assert seizing == ([], False)


def test_a_withdrawn_record_of_an_emptied_volume_is_reached(desk: Desk, filled) -> None:
    volume, lines, _entries = filled
    record = seizure_record.draw_up(desk, factories.seizure_of(desk, volume, lines[0]))
    seizure_record.withdraw(desk, WithdrawRecord(record_id=record, reason="решение отменено"))
    withdrawal.take_out(
        desk,
        TakeOut(
            volume_id=volume, lines=tuple(lines), permission=factories.permission_to_take_out(desk), why="запрос",
            on=TODAY, form_id=uuid.uuid4().hex,
        ),
    )  # fmt: skip
    row = cases.volume(desk, volume).row
    assert (row.documents, row.seizures) == (0, 1)
    (step,) = (one for one in volume_steps.steps(desk, row) if one.opens.endswith("seizing:open_form"))
    with hands.shown(QLineEdit()) as parent:
        volume_steps.take(step, parent, desk, Asked().services(), volume, lambda: None)
        hands.wait_until(lambda: isinstance(QApplication.activeModalWidget(), RecordsWindow), "the records")
        window = QApplication.activeModalWidget()
        assert window.record().state is RecordState.WITHDRAWN
        assert not window.another.isVisible()  # nothing lies there that could be seized
        window.reject()
