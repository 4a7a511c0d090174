"""Bringing a spreadsheet in through the window, step by step and by keys."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dspdesk.law.kinds import JournalKind
from dspdesk.queries.journal_grid import View, ids, rows, total
from dspdesk.queries.journals import journal
from dspdesk.spreadsheets.mapping import LEAVE_OUT
from dspdesk.ui import work
from dspdesk.ui.wizards.column_heads import letter
from dspdesk.ui.wizards.import_journal import ImportWizard, Step
from tests import hands
from tests.hands import press
from tests.spreadsheets.making import HEAD, KK, NUMBERS, RU, TABLE_STARTS, entry_row, rows_of, save

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.slow]


@pytest.fixture
def wizard(empty_desk):
    with hands.shown(ImportWizard(empty_desk, JournalKind.INCOMING, 2026)) as shown, hands.keyboard_only():
        yield shown


@pytest.fixture
def short(tmp_path):
    """The beginning of the Russian journal, with two rows that are held back: enough where not all rows are counted."""
    return save(tmp_path / "journal.xlsx", rows_of(RU)[: TABLE_STARTS + 160])


def chosen(wizard: ImportWizard, path) -> None:
    """Choose a file and wait for what it looks like."""
    with hands.answers() as planned:
        planned.plan("open_path", path)
        press("Enter")
        hands.wait_until(work.idle, "the file", 60)
        hands.pause()


def ran(wizard: ImportWizard) -> None:
    hands.wait_until(lambda: wizard._stack.currentWidget() is not wizard.running, "the run", 60)
    hands.wait_until(work.idle, "the rows", 60)
    hands.pause()


def checked(wizard: ImportWizard, path) -> None:
    """To the end of the dry run, everything left as it is proposed."""
    chosen(wizard, path)
    press("Alt+Right", "Alt+Right")
    ran(wizard)


def entered(desk, year=2025, kind=JournalKind.INCOMING) -> int:
    opened = journal(desk, kind, year)
    return total(desk, opened.id) if opened else 0


def counted(wizard: ImportWizard) -> dict[str, str]:
    return {
        name: label.text().replace("\N{NO-BREAK SPACE}", "") for name, label in wizard.found.counts.items()
    }


def say(wizard: ImportWizard, column: int, field: int) -> None:
    """Say by keys what a column is: Tab to its chooser, then down or up the list."""
    while hands.focused() is not wizard.columns.heads.choosers[column]:
        press("Tab")
    chooser = wizard.columns.heads.choosers[column]
    press("Home")
    while chooser.currentData() != field:
        press("Down")


# --- the first step ---


def test_a_file_proposes_its_journal_and_year(wizard, empty_desk):
    chosen(wizard, RU)
    assert wizard._step is Step.FILE
    assert wizard.file.year.currentData() == 2025
    assert wizard.file.chosen_kind() is JournalKind.INCOMING
    assert "14" in wizard.file._columns.text()
    assert wizard.go.hasFocus()
    assert entered(empty_desk) == 0


def test_the_journal_and_the_year_can_be_chosen(empty_desk):
    with hands.shown(ImportWizard(empty_desk, JournalKind.OUTGOING, 2026)) as wizard:
        assert (wizard.file.chosen_kind(), wizard.file.year.currentData()) == (JournalKind.OUTGOING, 2026)
        assert not wizard.go.isEnabled()
        chosen(wizard, KK)
        assert wizard.file.year.currentData() == 2024
        assert wizard.file.chosen_kind() is JournalKind.OUTGOING  # the file names none
        wizard.file.year.setFocus()
        press("Up")
        assert wizard.file.year.currentData() == 2025


def test_a_file_that_is_no_sheet_is_refused_in_a_sentence(wizard, empty_desk, tmp_path):
    (tmp_path / "письмо.xlsx").write_text("это не таблица")
    chosen(wizard, tmp_path / "письмо.xlsx")
    assert wizard._stack.currentWidget() is wizard.refusal
    assert wizard.refusal.text.text().endswith(".")
    assert not wizard.go.isVisible()
    chosen(wizard, RU)  # the keys are on "another file"
    assert wizard.go.isEnabled()


def test_the_sheet_of_the_workbook_is_asked_where_there_are_several(wizard, tmp_path):
    import xlsxwriter

    path = tmp_path / "j.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        for name in ("Один", "Два"):
            made.add_worksheet(name).write_row(0, 0, entry_row(1))
    chosen(wizard, path)
    assert wizard.file._sheet_box.isVisible()
    wizard.file.sheet.setFocus()
    press("Down")
    assert wizard._choice.name == "Два"


# --- the columns ---


def test_columns_are_shown_as_they_stand_with_what_they_are(wizard):
    chosen(wizard, RU)
    press("Alt+Right")
    page = wizard.columns
    assert [chooser.currentData() for chooser in page.heads.choosers] == list(range(1, 15))
    assert page.table.item(5, 0).text() == "06.01.2025 № 1 ДСП"
    assert page.table.verticalHeaderItem(5).text() == "6"
    assert page.start.currentData() == 6
    assert page.table.item(2, 0).font().bold()
    assert not page.table.item(5, 0).font().bold()
    assert not page.binding.isVisible()
    assert not page.attention.isVisible()
    assert hands.focused() is page.heads.choosers[0]


def test_what_stands_against_it_is_said_and_lets_nobody_on(wizard):
    chosen(wizard, RU)
    press("Alt+Right")
    say(wizard, 0, LEAVE_OUT)
    assert wizard.columns.binding.isVisible()
    assert not wizard.go.isEnabled()
    press("Alt+Right")
    assert wizard._step is Step.COLUMNS
    assert "A" in wizard.columns.attention.text()
    say(wizard, 0, 1)
    assert not wizard.columns.binding.isVisible()
    assert wizard.go.isEnabled()


def test_a_column_that_cannot_be_read_says_why(wizard):
    chosen(wizard, RU)
    press("Alt+Right")
    say(wizard, 4, LEAVE_OUT)
    say(wizard, 3, 5)
    told = wizard.columns.heads.choosers[3].accessibleDescription()
    assert "Справка" in told
    assert told in wizard.columns.attention.text()


def test_the_first_entry_is_said_with_space(wizard):
    chosen(wizard, RU)
    press("Alt+Right")
    wizard.columns.table.setFocus()
    press("Down", "Down", "Space")
    assert wizard._choice.start == 8
    assert wizard.columns.start.currentData() == 8
    wizard.columns.again.setFocus()
    press("Space")
    assert wizard._choice.start == 6


def test_back_keeps_what_was_said(wizard):
    chosen(wizard, RU)
    press("Alt+Right")
    say(wizard, 13, LEAVE_OUT)
    press("Alt+Left")
    assert wizard._step is Step.FILE
    press("Alt+Right")
    assert wizard.columns.heads.choosers[13].currentData() == LEAVE_OUT


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_lettered_as_in_a_spreadsheet_program(column, name):
    assert letter(column) == name


# --- dry run and import ---


def test_a_dry_run_tells_what_would_come_in_and_writes_nothing(wizard, empty_desk):
    checked(wizard, RU)
    assert wizard._step is Step.CHECK
    expected = {"rows": "1200", "numbers": "1 – 1206", "lettered": "5", "skipped": "11", "held": "6"}
    assert counted(wizard) == expected
    assert wizard.found.table.rowCount() == 6
    assert wizard.found.table.item(0, 0).text() == "78"
    assert wizard.found.table.item(0, 1).text()
    assert entered(empty_desk) == 0


def test_a_row_held_back_is_shown_as_it_stands(wizard, short):
    checked(wizard, short)
    assert not wizard.found.row.isVisible()
    wizard.found.table.setFocus()
    press("Down")
    assert wizard.found.row.isVisible()
    assert wizard.found.row.cells.item(0, 1).text() == "33.13.2025 № 72дсп"
    press("Down")
    assert "154" in wizard.found.row.heading.text()


def test_the_good_rows_come_in_and_the_journal_is_told(wizard, empty_desk, short):
    told = []
    wizard.imported.connect(lambda: told.append(True))
    checked(wizard, short)
    good = int(counted(wizard)["rows"])
    press("Ctrl+Enter")
    ran(wizard)
    assert told
    assert wizard._step is Step.RESULT
    assert entered(empty_desk) == good > 100
    assert not wizard.go.isVisible()
    assert not wizard.back.isVisible()
    assert wizard.leave.hasFocus()


def test_the_rows_held_back_can_be_copied(wizard, short):
    checked(wizard, short)
    wizard.found.table.setFocus()
    press("Ctrl+C")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("78\t")


def test_a_file_is_imported_once(wizard, empty_desk, short):
    checked(wizard, short)
    good = int(counted(wizard)["rows"])
    press("Enter")
    ran(wizard)
    with hands.shown(ImportWizard(empty_desk, JournalKind.INCOMING, 2025)) as again:
        checked(again, short)
        assert again._stack.currentWidget() is again.refusal
        press("Alt+Left")
        assert again._step is Step.COLUMNS
    assert entered(empty_desk) == good > 100


def test_a_dry_run_can_be_broken_off(wizard, empty_desk):
    chosen(wizard, RU)
    press("Alt+Right", "Alt+Right")
    assert wizard._stack.currentWidget() is wizard.running
    press("Esc")
    assert wizard.isVisible()
    assert wizard._step is Step.COLUMNS
    press("Esc")
    assert not wizard.isVisible()
    assert entered(empty_desk) == 0


def test_cancel_in_the_middle_of_the_import_leaves_nothing(wizard, empty_desk, tmp_path):
    checked(wizard, save(tmp_path / "journal.xlsx", rows_of(RU)[: TABLE_STARTS + 500]))
    good = int(counted(wizard)["rows"])
    press("Alt+Right")
    hands.wait_until(lambda: wizard.running._bar.value() > 0, "the first rows written", 60)
    press("Esc")
    assert wizard._step is Step.CHECK
    assert wizard.found.headline.text()
    assert entered(empty_desk) == 0
    press("Alt+Right")  # and again, to the end
    ran(wizard)
    assert entered(empty_desk) == good > 400


def test_reading_the_file_can_be_broken_off(wizard):
    with hands.answers() as planned:
        planned.plan("open_path", RU)
        press("Enter")
    press("Esc")
    assert wizard.isVisible()
    assert wizard.file.choose.hasFocus()
    hands.wait_until(work.idle, "the file", 60)
    hands.pause()
    assert wizard._choice is None


def test_what_needs_a_reason_asks_for_it_and_without_one_nothing_comes_in(wizard, empty_desk, tmp_path):
    rows = [*HEAD["ru"], NUMBERS, entry_row(1, c4="Письмо «Секретно»"), entry_row(2)]
    checked(wizard, save(tmp_path / "j.xlsx", rows))
    for answer, came_in in ((None, 0), ("так в журнале", 2)):
        with hands.answers() as planned:
            planned.plan("reason", answer)
            press("Alt+Right")
            hands.wait_until(lambda planned=planned: planned.asked, "the question", 60)
            ran(wizard)
        assert entered(empty_desk) == came_in
    assert wizard._step is Step.RESULT


# --- the journey ---


@pytest.mark.parametrize(
    ("path", "year", "good", "held"), [("short", 2025, 158, 2), (KK, 2024, 400, 2)], ids=["ru", "kk"]
)
def test_a_journal_with_one_column_mapped_by_hand_and_the_next_maps_itself(
    wizard, empty_desk, short, path, year, good, held
):
    path = short if path == "short" else path
    chosen(wizard, path)
    press("Alt+Right")
    say(wizard, 13, LEAVE_OUT)  # the notes stay in the sheet
    press("Alt+Right")
    ran(wizard)
    assert (counted(wizard)["rows"], counted(wizard)["held"]) == (str(good), str(held))
    press("Alt+Right")
    ran(wizard)
    assert wizard._step is Step.RESULT
    assert entered(empty_desk, year) == good
    opened = journal(empty_desk, JournalKind.INCOMING, year)
    assert not any(row.notes for row in rows(empty_desk, ids(empty_desk, View(opened.id))[:500]))
    press("Enter")
    assert not wizard.isVisible()
    with hands.shown(ImportWizard(empty_desk, JournalKind.INCOMING, year)) as again:
        chosen(again, path)
        assert again._choice.remembered is not None
        assert again._choice.fields[13] == LEAVE_OUT


def test_a_sheet_without_headings_in_another_order_is_mapped_by_keys(wizard, empty_desk, tmp_path):
    order = [6, 3, 2, 0, 1, 4, 5]
    body = [[*(row[index] for index in order), "74-12-05"] for row in rows_of(RU)[5:45]]
    chosen(wizard, save(tmp_path / "без заголовков.xlsx", body))
    press("Alt+Right")
    assert wizard.columns.binding.isVisible()
    for column, index in enumerate(order):
        say(wizard, column, index + 1)
    assert not wizard.columns.binding.isVisible()
    press("Alt+Left")
    wizard.file.year.setCurrentIndex(wizard.file.year.findData(2025))
    press("Alt+Right", "Alt+Right")
    ran(wizard)
    assert counted(wizard)["rows"] == "40"
    press("Alt+Right")
    ran(wizard)
    assert entered(empty_desk) == 40


def test_several_rows_for_an_entry_are_refused_before_anything_is_read(wizard, tmp_path):
    body = [row for n in range(1, 8) for row in (entry_row(n), ["", "", "", "", "", "", "2 экз."])]
    chosen(wizard, save(tmp_path / "j.xlsx", body))
    press("Alt+Right")
    for column in range(7):
        say(wizard, column, column + 1)
    assert not wizard.go.isEnabled()
    assert "1" in wizard.columns.binding.text()


def test_all_is_named_for_a_screen_reader(wizard):
    chosen(wizard, RU)
    press("Alt+Right")
    for chooser in wizard.columns.heads.choosers:
        assert chooser.accessibleName()
    assert wizard.columns.table.accessibleName()
    assert QApplication.focusWidget().accessibleName()
