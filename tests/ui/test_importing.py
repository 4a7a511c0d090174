"""Bringing a spreadsheet in through the window."""

import pytest
from PySide6.QtGui import QGuiApplication

from dspdesk.law.kinds import JournalKind
from dspdesk.queries.journal_grid import total
from dspdesk.queries.journals import journal
from dspdesk.ui.importing import ImportDialog
from tests import hands
from tests.hands import press
from tests.spreadsheets.making import RU

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.slow]


@pytest.fixture
def dialog(empty_desk):
    with hands.shown(ImportDialog(empty_desk, JournalKind.INCOMING, 2025)) as shown, hands.keyboard_only():
        yield shown


def chosen(dialog: ImportDialog, path) -> None:
    """Choose a file and wait for what the dry run says."""
    with hands.answers() as planned:
        planned.plan("open_path", path)
        press("Enter")
        settled(dialog)


def settled(dialog: ImportDialog) -> None:
    pages = (dialog.found, dialog.refusal)
    hands.wait_until(lambda: dialog._stack.currentWidget() in pages, "the run", 60)


def entered(desk) -> int:
    opened = journal(desk, JournalKind.INCOMING, 2025)
    return total(desk, opened.id) if opened else 0


def counted(dialog: ImportDialog) -> dict[str, str]:
    return {
        name: label.text().replace("\N{NO-BREAK SPACE}", "") for name, label in dialog.found.counts.items()
    }


def test_a_dry_run_tells_what_would_come_in_and_writes_nothing(dialog, empty_desk):
    chosen(dialog, RU)
    assert counted(dialog) == {
        "rows": "1200",
        "numbers": "1 – 1206",
        "lettered": "5",
        "skipped": "11",
        "held": "6",
    }
    assert dialog.found.table.rowCount() == 6
    assert dialog.found.table.item(0, 0).text() == "78"
    assert dialog.found.table.item(0, 1).text()
    assert entered(empty_desk) == 0


def test_the_good_rows_come_in_and_the_journal_is_told(dialog, empty_desk):
    told = []
    dialog.imported.connect(lambda: told.append(True))
    chosen(dialog, RU)
    press("Ctrl+Enter")
    hands.wait_until(lambda: told, "the import", 60)
    assert entered(empty_desk) == 1200
    assert not dialog.go.isVisible()


def test_the_rows_held_back_can_be_copied(dialog):
    chosen(dialog, RU)
    dialog.found.table.setFocus()
    press("Ctrl+C")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 6
    assert lines[0].startswith("78\t")


def test_a_file_that_is_no_sheet_is_refused_in_a_sentence(dialog, empty_desk, tmp_path):
    (tmp_path / "письмо.xlsx").write_text("это не таблица")
    chosen(dialog, tmp_path / "письмо.xlsx")
    assert dialog._stack.currentWidget() is dialog.refusal
    assert dialog.refusal.text.text().endswith(".")
    assert not dialog.go.isVisible()
    assert dialog.other.hasFocus()
    assert entered(empty_desk) == 0


def test_a_file_is_imported_once(dialog, empty_desk):
    chosen(dialog, RU)
    press("Enter")
    hands.wait_until(lambda: entered(empty_desk), "the import", 60)
    settled(dialog)
    with hands.shown(ImportDialog(empty_desk, JournalKind.INCOMING, 2025)) as again:
        chosen(again, RU)
        assert again._stack.currentWidget() is again.refusal
    assert entered(empty_desk) == 1200


def test_a_run_can_be_broken_off(dialog, empty_desk):
    with hands.answers() as planned:
        planned.plan("open_path", RU)
        press("Enter")
    assert dialog._stack.currentWidget() is dialog.progress
    press("Esc")
    assert dialog.isVisible()
    assert dialog._stack.currentWidget() is dialog._start
    assert entered(empty_desk) == 0
    press("Esc")
    assert not dialog.isVisible()


def test_the_journal_and_the_year_can_be_chosen(empty_desk):
    with hands.shown(ImportDialog(empty_desk, JournalKind.OUTGOING, 2026)) as dialog:
        assert (dialog.kind.currentData(), dialog.year.currentData()) == (JournalKind.OUTGOING, 2026)
        dialog.year.setFocus()
        press("Down")
        assert dialog.year.currentData() == 2025
