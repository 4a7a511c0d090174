"""The filing plan through its windows, by keys."""

import pytest
from PySide6.QtWidgets import QApplication

from dspdesk.desk import Desk
from dspdesk.law.case_file import DocumentsKind
from dspdesk.law.filing_plan import RegisterForm, own_registers
from dspdesk.law.kinds import Role
from dspdesk.procedures.filing_plan import StrikeHeading, strike
from dspdesk.queries import cases
from dspdesk.queries.filing_plan import plan
from dspdesk.queries.units import units
from dspdesk.ui.cases.opening import OpenCaseForm
from dspdesk.ui.filing_plan.heading_card import HeadingCard
from dspdesk.ui.filing_plan.plan_import import PlanImport
from dspdesk.ui.filing_plan.small_forms import RegistersForm, StrikeForm
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import fill, press, type_text
from tests.procedures.test_filing_plan_import import KK, RU
from tests.ui.conftest import settled
from tests.ui.filing_plan_looks import planned
from tests.ui.office.conftest import go, opened, ready, step

__all__ = ["go"]
pytestmark = pytest.mark.usefixtures("dressed")
YEAR = TODAY.year


def indexes(place) -> list[str]:
    return [row.case_index for row in place.model.rows]


def card() -> HeadingCard:
    found = opened(HeadingCard)
    assert isinstance(found, HeadingCard)
    return found


def refused(form) -> str:
    """What a form that stays open says."""
    assert QApplication.activeModalWidget() is form
    return form.accessibleDescription()


def bring(place, path, from_page: bool = False) -> PlanImport:
    """Open the import by keys and choose a file."""
    if not from_page:
        place.import_button.setFocus()
        press("Space")
    dialog = opened(PlanImport)
    with hands.answers() as answers:
        answers.plan("open_path", path)
        press("Enter")
    hands.wait_until(lambda: dialog._stack.currentWidget() in (dialog.found, dialog.refusal), "the run", 60)
    return dialog


@pytest.mark.journey
def test_a_heading_is_entered_corrected_and_struck_out(empty_desk: Desk, go) -> None:
    factories.unit(empty_desk, number_index="01")
    place = go(empty_desk, "filing_plan")
    with hands.keyboard_only():
        press("Ins")
        form = card()
        assert form.fields["case_index"].text() == "01-01"
        type_text("Переписка с министерствами (ДСП)")
        assert form.fields["documents"].value() is DocumentsKind.CORRESPONDENCE
        press("Ctrl+S")
        assert "срок" in refused(form).casefold()
        form.fields["retention"].setFocus()
        type_text("5 лет ст 47")
        press("Ctrl+S")
        ready(place)
        (row,) = place.model.rows
        assert (row.heading("ru"), row.restricted) == ("Переписка с министерствами", True)
        assert place.model.cell(0, 1) == "Переписка с министерствами (ДСП)"

        press("Enter")
        form = card()
        assert form.fields["retention"].text() == "5 лет, ст. 47"
        fill("01-07")
        press("Ctrl+S")
        ready(place)
        assert indexes(place) == ["01-07"]

        step(place, "Вычеркнуть…")
        form = opened(StrikeForm)
        press("Ctrl+S")
        assert refused(form)
        type_text("внесён ошибочно")
        press("Ctrl+S")
        ready(place)
        assert indexes(place) == []
        place.struck.setChecked(True)
        assert indexes(place) == ["01-07"]
        assert [words for words, _does in place.steps(place.current())] == ["История…"]
    assert empty_desk.verify() == []


def test_what_a_heading_is_of_is_proposed_until_it_is_chosen(empty_desk: Desk, go) -> None:
    factories.unit(empty_desk)
    go(empty_desk, "filing_plan")
    press("Ins")
    form = card()
    form.fields["heading_ru"].setFocus()
    type_text("Журнал учёта входящих документов")
    assert form.heading().register is RegisterForm.INCOMING
    assert not form.fields["documents"].isEnabled()
    hands.clear()
    type_text("Протоколы")
    assert (form.heading().register, form.heading().documents) == (None, DocumentsKind.MINUTES)
    form.fields["documents"].setFocus()
    press("Down")  # somebody chooses
    chosen = form.fields["documents"].value()
    assert chosen is not DocumentsKind.MINUTES
    form.fields["heading_ru"].setFocus()
    type_text(" Приказы")
    assert form.heading().documents is chosen


@pytest.mark.journey
@pytest.mark.slow
def test_the_plans_of_both_languages_are_brought_in(empty_desk: Desk, go) -> None:
    place = go(empty_desk, "filing_plan")
    with hands.keyboard_only():
        place.import_button.setFocus()
        dialog = bring(place, RU)
        assert [label.text() for label in dialog.found.counts.values()] == ["18", "0", "0"]
        assert list(dialog.choices) == [
            "01. Руководство и секретариат",
            "02. Отдел внутреннего аудита",
            "03. Управление кадров",
            "04. Архив и библиотека",
        ]
        assert units(empty_desk) == []
        press("Ctrl+Enter")
        hands.wait_until(lambda: len(plan(empty_desk, YEAR)) == 18, "the import", 60)
        hands.wait_until(lambda: dialog._stack.currentWidget() is dialog.found, "the end")
        press("Esc")
        ready(place)
        assert len(indexes(place)) == 18

        dialog = bring(place, KK)
        assert [label.text() for label in dialog.found.counts.values()] == ["10", "0", "2"]
        assert dialog.choices == {}
        assert [dialog.found.held.item(at, 0).text() for at in range(2)] == ["10", "17"]
        press("Ctrl+Enter")
        hands.wait_until(lambda: plan(empty_desk, YEAR)[0].heading_kk, "the import", 60)
        hands.wait_until(lambda: dialog._stack.currentWidget() is dialog.found, "the end")
        press("Esc")
        ready(place)
    assert len(units(empty_desk)) == 4
    assert empty_desk.verify() == []


@pytest.mark.slow
def test_a_section_is_given_to_a_unit_that_there_is(empty_desk: Desk, go) -> None:
    known = factories.unit(empty_desk)
    place = go(empty_desk, "filing_plan")
    dialog = bring(place, RU)
    field = dialog.choices["02. Отдел внутреннего аудита"]
    field.setFocus()
    field.show_value(known)
    field.textEdited.emit(field.text())
    hands.wait_until(
        lambda: dialog._job.over and dialog._stack.currentWidget() is dialog.found, "the run", 60
    )
    assert dialog.choices["02. Отдел внутреннего аудита"].value() == known
    hands.back_to(dialog)
    press("Ctrl+Enter")
    hands.wait_until(lambda: len(plan(empty_desk, YEAR)) == 18, "the import", 60)
    assert {row.unit_id for row in plan(empty_desk, YEAR) if row.case_index.startswith("02")} == {known}
    assert len(units(empty_desk)) == 4


@pytest.mark.journey
def test_own_registers_are_added_and_the_plan_is_copied_to_the_next_year(empty_desk: Desk, go) -> None:
    planned(empty_desk)
    place = go(empty_desk, "filing_plan")
    with hands.keyboard_only():
        place.add_registers()
        form = opened(RegistersForm)
        assert form.retention.text() == "5 лет, ст. 132"
        press("Ctrl+S")
        ready(place)
        assert {row.register for row in place.model.rows} - {None} == set(own_registers())
        assert not any("журналы" in action.text() for action in place.menu().actions())
        with hands.answers() as answers:
            answers.plan("confirm", True)
            answers.plan("tell")
            place.copy_plan(YEAR, YEAR + 1)
        settled(place.window())
        assert place.year == YEAR + 1
        assert len(indexes(place)) == len(plan(empty_desk, YEAR))
        assert place.years.currentText() == f"{YEAR + 1} год"
        assert not any("Скопировать" in action.text() for action in place.menu().actions())


def test_the_empty_plan_says_what_to_do(empty_desk: Desk, go) -> None:
    factories.plan_entry(empty_desk, year=YEAR - 1)
    place = go(empty_desk, "filing_plan")
    said = [button.text() for button in place._empty.findChildren(type(place.more))]
    assert said == ["Импортировать таблицу…", f"Скопировать номенклатуру {YEAR - 1} года…"]
    with hands.answers() as answers:
        answers.plan("tell")
        press("Ins")  # there is a unit: the card opens and nothing is told
        card()
        press("Esc")
        answers.planned.clear()


def test_without_units_there_is_nothing_to_enter(empty_desk: Desk, go) -> None:
    place = go(empty_desk, "filing_plan")
    with hands.answers() as answers:
        answers.plan("tell")
        place.primary()
    assert plan(empty_desk, YEAR) == []


def test_the_case_of_a_heading_is_opened_from_it(empty_desk: Desk, go) -> None:
    (first, *_others) = planned(empty_desk)
    place = go(empty_desk, "filing_plan")
    asked: list[tuple[str, int]] = []
    place.row_asked.connect(lambda key, row: asked.append((key, row)))
    step(place, "Открыть дело…")
    assert asked == [("cases", first.first_volume)]
    assert "Вычеркнуть…" not in dict(place.steps(place.current()))


def test_the_first_case_of_a_heading_is_opened_under_it(empty_desk: Desk, go) -> None:
    (opened_already, free, *_others) = planned(empty_desk)
    place = go(empty_desk, "filing_plan")
    asked: list[tuple[str, int]] = []
    place.row_asked.connect(lambda key, row: asked.append((key, row)))
    assert "Завести дело…" not in dict(place.steps(opened_already))
    place.show_row(free.id)
    ready(place)
    step(place, "Завести дело…")
    form = opened(OpenCaseForm)
    assert form.heading.value() == free.id
    press("Ctrl+S")
    ready(place)
    (volume,) = [row for row in cases.volumes(empty_desk) if row.plan_entry_id == free.id]
    assert asked == [("cases", volume.id)]
    assert "Завести дело…" not in dict(place.steps(place.current()))


def test_a_case_is_not_opened_under_a_heading_by_who_only_reads(empty_desk: Desk, go) -> None:
    free = planned(empty_desk)[1]
    password = factories.colleague(empty_desk, "archive", Role.ARCHIVIST)
    reader = factories.signed_in(empty_desk.path, "archive", password)
    try:
        place = go(reader, "filing_plan")
        assert "Завести дело…" not in dict(place.steps(free))
        place.window().close()
        hands.pause()
    finally:
        reader.close()


@pytest.mark.slow
def test_the_plan_is_saved_as_a_spreadsheet(empty_desk: Desk, go, tmp_path) -> None:
    planned(empty_desk)
    place = go(empty_desk, "filing_plan")
    path = tmp_path / "plan.xlsx"
    with hands.answers() as answers:
        answers.plan("save_path", path)
        answers.plan("tell")
        place.export("kk")
        hands.wait_until(lambda: place.loaded() and not answers.planned, "the file", 60)
    assert path.read_bytes()[:2] == b"PK"


def test_the_plan_goes_to_the_preview(empty_desk: Desk, go, asked) -> None:
    planned(empty_desk)
    go(empty_desk, "filing_plan")
    press("Ctrl+P")
    (_parent, _desk, request) = asked.only("preview")
    assert (request.paper, request.about) == ("filing_plan", f"year:{YEAR}")


def test_who_may_only_read_changes_nothing(empty_desk: Desk, go) -> None:
    planned(empty_desk)
    password = factories.colleague(empty_desk, "archive", Role.ARCHIVIST)
    reader = factories.signed_in(empty_desk.path, "archive", password)
    try:
        place = go(reader, "filing_plan")
        assert place.primary_text() == ""
        assert not any(button.isVisible() for button in (place.import_button, place.print_button, place.more))
        assert [words for words, _does in place.steps(place.current())] == ["Открыть дело…", "История…"]
        place.window().close()
        hands.pause()
    finally:
        reader.close()


def test_a_heading_struck_out_brings_its_box_and_import_goes_into_the_menu(empty_desk: Desk, go) -> None:
    free = planned(empty_desk)[1]
    place = go(empty_desk, "filing_plan")
    assert (place.struck.isVisible(), place.import_button.isVisible()) == (False, True)
    strike(empty_desk, StrikeHeading(plan_entry_id=free.id, reason="объединён"))
    place.refresh()
    ready(place)
    assert (place.struck.isVisible(), place.import_button.isVisible()) == (True, False)
    assert "Импортировать таблицу…" in [action.text() for action in place.menu().actions()]


def test_another_year_is_shown_and_a_heading_is_found_in_its_year(empty_desk: Desk, go) -> None:
    earlier = factories.plan_entry(empty_desk, year=YEAR - 1)
    planned(empty_desk)
    place = go(empty_desk, "filing_plan")
    assert len(indexes(place)) == 3
    place.show_row(earlier)
    settled(place.window())
    assert (place.year, place.current().id) == (YEAR - 1, earlier)
