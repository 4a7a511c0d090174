"""The body, its rooms and its printers through their windows, by keys."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from dspdesk.law.kinds import PlaceKind, Role
from dspdesk.procedures import office as procedures
from dspdesk.procedures.printing import PaperRequest, preview
from dspdesk.queries import names, office
from dspdesk.ui import printing
from dspdesk.ui.history import HistoryDialog
from dspdesk.ui.office import calibration_sheet
from dspdesk.ui.office.body import OrganisationForm
from dspdesk.ui.office.printers import MillimetreField, OffsetsForm
from dspdesk.ui.office.rooms import CloseForm, PlaceForm
from tests import hands
from tests.factories import TODAY, registered
from tests.hands import press, type_text
from tests.reports.reading import pages
from tests.ui.office.conftest import opened, ready, step

pytestmark = pytest.mark.usefixtures("dressed")


def turned(place, index: int):
    place.bar.setFocus()
    press("Home", *["Right"] * index)
    hands.wait_until(place.loaded, "the tab")
    place.take_focus()
    return place.tab()


@pytest.mark.journey
def test_the_body_is_renamed_and_earlier_papers_keep_the_old_name(empty_desk, go):
    early = registered(empty_desk, date=TODAY.replace(month=8), their_number="1/1")
    late = registered(empty_desk, date=TODAY, their_number="2/2")
    place = go(empty_desk, "office")
    with hands.keyboard_only():
        press("Ins")
        form = opened(OrganisationForm)
        hands.clear()
        type_text("Аудит комитеті")
        press("Enter")
        hands.clear()
        type_text("Комитет аудита")
        press("Enter")
        type_text("01.09.2026")
        form._heads["letterhead_ru"].setFocus()
        type_text("010000, г. Астана")
        press("Enter")  # a line of its own
        type_text("тел. 74-00-00")
        press("Ctrl+S")
        ready(place)
    assert office.organisation(empty_desk).letterhead_ru == "010000, г. Астана\nтел. 74-00-00"
    assert place.tab().heads["ru"].name.text() == "КОМИТЕТ АУДИТА"
    assert names.organisation(empty_desk, "ru", TODAY) == "Комитет аудита"
    for entry, name in ((early, "Комитет по проверке"), (late, "Комитет аудита")):
        request = PaperRequest(paper="registration_card", language="ru", item_ids=(entry.id,))
        assert name in " ".join(pages(preview(empty_desk, request)))
    place.tab()._history()
    told = opened(HistoryDialog)
    hands.wait_until(told.loaded, "the steps")
    assert told.lines[0].what == "Изменено"
    press("Esc")


def test_a_day_without_a_new_name_is_refused_beside_its_field(empty_desk, go):
    go(empty_desk, "office")
    press("Ins")
    form = opened(OrganisationForm)
    form.renamed_from.setFocus()
    type_text("01.09.2026")
    press("Ctrl+S")
    assert form._boxes["renamed_from"].error.text()
    assert form.isVisible()


@pytest.mark.journey
def test_rooms_and_safes_are_kept_in_their_tree(empty_desk, go):
    place = go(empty_desk, "office")
    with hands.keyboard_only():
        rooms = turned(place, 2)
        press("Ins")
        opened(PlaceForm)
        type_text("312")
        press("Ctrl+S")
        ready(rooms)
        assert rooms.current().path == ("312",)
        rooms.steps["inside"].setFocus()
        press("Space")
        opened(PlaceForm)
        type_text("1")
        press("Ctrl+S")
        ready(rooms)
        assert rooms.current().path == ("312", "1")
        rooms.tree.setFocus()
        press("Up")
        rooms.steps["close"].setFocus()
        press("Space")
        form = opened(CloseForm)
        type_text("ремонт")
        press("Ctrl+S")
        assert form.findings.findings()[0].code == "place_holds"
        press("Esc")
        ready(rooms)
        rooms.tree.setFocus()
        press("Down", "Enter")
        opened(PlaceForm)
        press("Ctrl+A")
        type_text("2")
        press("Ctrl+S")
        ready(rooms)
        assert rooms.current().path == ("312", "2")
        rooms.steps["close"].setFocus()
        press("Space")
        opened(CloseForm)
        type_text("списан")
        press("Ctrl+S")
        ready(rooms)
    assert [row.path for row in office.places(empty_desk)] == [("312",)]
    rooms.closed.setChecked(True)
    ready(rooms)
    assert len(rooms.rows) == 2


def test_who_only_reads_changes_no_place(empty_desk, go):
    procedures.enter_place(empty_desk, procedures.EnterPlace(kind=PlaceKind.ROOM, name="312"))
    empty_desk.person = replace(empty_desk.person, roles=frozenset({Role.CLERK}))
    place = go(empty_desk, "office")
    assert place.primary_text() == ""
    rooms = turned(place, 2)
    assert [name for name, button in rooms.steps.items() if button.isVisible()] == ["history"]
    press("Enter")
    assert place.primary_text() == ""


def test_offsets_are_entered_for_a_printer(empty_desk, go, monkeypatch):
    monkeypatch.setattr(printing, "printers", lambda: ["HP 402"])
    place = go(empty_desk, "office")
    printers = turned(place, 3)
    ready(printers)
    assert [row.name for row in printers.model.rows] == ["HP 402"]
    press("Enter")
    form = opened(OffsetsForm)
    type_text("-1,5")
    press("Enter")
    type_text("25")
    press("Ctrl+S")
    assert form._boxes["offset_y"].error.text()
    hands.clear()
    type_text("2")
    press("Ctrl+S")
    ready(printers)
    assert office.offsets(empty_desk, "HP 402") == (-1.5, 2.0)
    sent = []
    monkeypatch.setattr(printing, "send", lambda pdf, _make, shift: sent.append((pdf[:4], shift)) or 1)
    with hands.answers() as planned:
        planned.plan("tell")
        step(printers, "Напечатать пробный лист")
        hands.wait_until(lambda: not planned.planned, "the sheet")
    assert sent == [(b"%PDF", (-1.5, 2.0))]


@pytest.mark.parametrize(
    ("typed", "tenths"), [("1,5", 15), ("-0.3", -3), ("−2", -20), ("", 0), ("мм", None), ("nan", None)]
)
def test_millimetres_as_people_type_them(typed, tenths):
    field = MillimetreField()
    field.setText(typed)
    assert field.value() == tenths
    assert bool(field.problem()) == (tenths is None)


def corner(path) -> tuple[int, int]:
    """Where the upright and the level line of the test sheet stand, in pixels at 100 to the inch."""
    document = QPdfDocument()
    document.load(str(path))
    drawn = document.render(0, document.pagePointSize(0).toSize() * 2)
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    dark = [
        (x, y)
        for y in range(image.height() // 3)
        for x in range(image.width() // 2)
        if image.pixelColor(x, y).lightness() < 128
    ]
    return min(x for x, _y in dark), min(y for _x, y in dark)


@pytest.mark.slow
def test_the_offsets_move_what_is_printed(tmp_path):
    def to_file(name):
        def make():
            device = QPrinter()
            device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            device.setOutputFileName(str(tmp_path / name))
            return device

        return make

    sheet = calibration_sheet.drawn("HP 402", 0, 0)
    assert printing.send(sheet, to_file("straight.pdf")) == 1
    assert printing.send(sheet, to_file("moved.pdf"), (10.0, 5.0)) == 1
    straight, moved = corner(tmp_path / "straight.pdf"), corner(tmp_path / "moved.pdf")
    millimetre = 2 * 72 / 25.4
    assert moved[0] - straight[0] == pytest.approx(10 * millimetre, abs=2)
    assert moved[1] - straight[1] == pytest.approx(5 * millimetre, abs=2)
    assert straight[0] == pytest.approx(15 * millimetre, abs=3)  # 50 mm less the arm of the cross
