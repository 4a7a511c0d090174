"""A seizure: the record is drawn up, the originals stay until copies are certified, they leave, come back."""

from pathlib import Path

import pytest

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _
from dspdesk.law.kinds import ItemState
from dspdesk.law.seizure_record import RecordState
from dspdesk.law.values import SheetCount
from dspdesk.law.whereabouts import Where
from dspdesk.queries import cases
from dspdesk.queries import seizure_record as records
from dspdesk.queries.item import item
from dspdesk.queries.whereabouts import copies_of
from dspdesk.ui.cases.coming_back import ComingBackForm
from dspdesk.ui.cases.seizing import CertifyForm, DrawUpForm, ExecuteForm
from dspdesk.ui.cases.seizure_records import RecordsWindow
from tests import factories, hands
from tests.hands import press, type_text
from tests.ui.journeys.walk import Walk

AUTHORITY = "Департамент расследований"


def a_case_of_two_letters(desk: Desk) -> tuple[int, int]:
    """The volume, and the letter that lies in it first."""
    today = desk.today()
    volume = factories.case_opened(desk, year=today.year)
    letters = [
        factories.registered(
            desk, date=today, their_date=today, year=today.year, sheets=SheetCount(3), copies=(1,),
            their_number=f"05-12/{number}дсп",
        ).id
        for number in (901, 902)
    ]  # fmt: skip
    factories.filed(desk, volume, *letters)
    return volume, letters[0]


def drawn_up(one: Walk, volume: int) -> int:
    """By whom, on what basis, which documents, who hands them over; nothing leaves yet."""
    place = one.go("cases")
    one.go_to_row(lambda row: row.id == volume)
    one.further(_("Seizure of documents…"))
    form = one.dialog(DrawUpForm)
    type_text(AUTHORITY)
    press("Tab")
    type_text("следователь Серикбаев Д.О.")
    press("Tab")
    type_text("постановление от 03.03.2026 № 17-4/26")
    one.tab_to(form.lines)
    press("Space")
    one.tab_to(form.handed_over_by)
    type_text("Ахметов")
    press("Tab")
    one.tab_to(form.present)
    type_text("Ким А.В.")
    one.picture("drawing-up")
    press("Ctrl+S")
    one.dialog(RecordsWindow)
    one.picture("drawn-up")
    (record,) = records.records_of(one.desk, volume)
    assert place.current().documents == 2
    assert all(line.there for line in cases.volume(one.desk, volume).lines)
    return record.id


def not_without_copies(one: Walk) -> ExecuteForm:
    """The originals do not leave before certified copies of them stay in the case."""
    one.press_button(_("Originals handed over…"))
    form = one.dialog(ExecuteForm)
    type_text("2")
    press("Ctrl+S")
    assert form.isVisible()
    assert [found.code for found in form.findings.findings()] == ["certified_copy_missing"]
    assert one.sees("часть вторая пункта 42 Правил")
    one.picture("refused")
    return form


def certified(one: Walk, form: ExecuteForm) -> None:
    """The copy is recorded from the refusal."""
    press("Alt+R")
    copy = one.dialog(CertifyForm)
    assert copy.sheets.value() == 3
    one.tab_to(copy.by)
    type_text("Ким А.В.")
    press("Tab")
    one.picture("certified")
    press("Ctrl+S")
    one.dialog(ExecuteForm)
    assert not form.findings.findings()


def handed_over(one: Walk, volume: int, record: int) -> None:
    """The original leaves; its copy and the record stay, and the volume says so."""
    press("Ctrl+S")
    one.dialog(RecordsWindow)
    one.picture("handed-over")
    assert records.record(one.desk, record).state is RecordState.EXECUTED
    seized, stays, paper = cases.volume(one.desk, volume).lines
    assert (seized.there, seized.lying, stays.there) == (False, 3, True)
    assert f"протокол изъятия № 1 от {one.desk.today():%d.%m.%Y}" in seized.notes
    assert (paper.first_sheet, paper.last_sheet) == (7, 8)


def printed(one: Walk, planned: hands.Answers, folder: Path) -> None:
    """The record on paper, with both sides and whoever was present."""
    one.press_button(_("Print in Russian"))
    (page,) = one.saved(folder / "seizure.pdf", planned)
    for said in ("Протокол изъятия документов № 1", AUTHORITY, "Ахметов Б.К.", "Ким А.В.", "1 (один)"):
        assert said in " ".join(page.split())
    one.dialog(RecordsWindow)
    press("Esc")
    one.back()


def where_is_it(one: Walk, letter: int) -> None:
    """Whoever asks for the letter is told who has it."""
    (copy,) = copies_of(one.desk, letter)
    assert copy.where is Where.SEIZED
    found = item(one.desk, letter)
    assert found.state is ItemState.SEIZED
    press("Ctrl+Shift+K")
    type_text(found.number.plain)
    one.settled()
    one.picture("where")
    assert one.sees(AUTHORITY), one.words(one.place())


def came_back(one: Walk, volume: int, letter: int) -> None:
    """The original comes back to its own sheets; its copy stays at the end of the volume."""
    one.go("cases")
    one.go_to_row(lambda row: row.id == volume)
    one.further(_("Seizure of documents…"))
    one.dialog(RecordsWindow)
    one.press_button(_("The originals came back…"))
    one.dialog(ComingBackForm)
    type_text("сопроводительное письмо № 3-5/17")
    press("Tab")
    type_text("следователь Серикбаев Д.О.")
    one.picture("coming-back")
    press("Ctrl+S")
    one.dialog(RecordsWindow)
    one.picture("came-back")
    (record,) = records.records_of(one.desk, volume)
    assert record.state is RecordState.RETURNED
    original, _stays, _paper, copy = cases.volume(one.desk, volume).lines
    assert (original.there, original.first_sheet, copy.first_sheet) == (True, 1, 9)
    assert copies_of(one.desk, letter)[0].where is Where.CASE
    press("Esc")


@pytest.mark.journey
def test_a_seizure(walk, planned, tmp_path):
    with walk() as one:
        volume, letter = a_case_of_two_letters(one.desk)
        record = drawn_up(one, volume)
        form = not_without_copies(one)
        certified(one, form)
        handed_over(one, volume, record)
        printed(one, planned, tmp_path)
        where_is_it(one, letter)
        came_back(one, volume, letter)
        assert one.desk.verify() == []
