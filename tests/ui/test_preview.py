"""Papers before printing: what is seen is what is printed, and each printing is in the ledger."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter

from dspdesk.law.growing import Grow
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.queries.journals import journal
from dspdesk.queries.today import status
from dspdesk.ui import printing
from dspdesk.ui.preview import Preview
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import press
from tests.reports import reading

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def request_of(desk):
    def made(language="ru"):
        opened = journal(desk, JournalKind.INCOMING, TODAY.year - 1)
        return PaperRequest(paper="registration_journal", language=language, journal_id=opened.id)

    return made


@pytest.fixture
def preview(desk, request_of):
    """The journal of last year, drawn: a few sheets, each of which takes a second to print."""
    with hands.shown(Preview(desk, request_of())) as shown, hands.keyboard_only():
        drawn(shown)
        yield shown


def drawn(preview: Preview) -> None:
    hands.wait_until(lambda: preview.paper.pages() and not preview.busy.isVisible(), "the paper", 30)


def text_of(pdf: Path) -> str:
    return " ".join(reading.pages(pdf.read_bytes()))


@pytest.fixture
def to_file(monkeypatch, tmp_path):
    """A printer of this test's own, which prints into files."""
    files = []

    def printer(name):
        made = QPrinter()
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        files.append(tmp_path / f"{len(files)}.pdf")
        made.setOutputFileName(str(files[-1]))
        return made

    monkeypatch.setattr(printing, "printer", printer)
    monkeypatch.setattr(printing, "printers", lambda: ["Канцелярия"])
    return files


def test_the_pages_are_shown_and_told_in_words(preview):
    assert preview.paper.pages() >= 2
    assert str(preview.paper.pages()) in preview.summary.text()
    assert "A4" in preview.summary.text()
    assert preview.paper.view.accessibleName()


def test_looking_writes_nothing(desk, request_of):
    before = status(desk)
    with hands.shown(Preview(desk, request_of())) as preview:
        drawn(preview)
        press("Esc")
        assert not preview.isVisible()
    assert status(desk) == before


def test_pages_and_sizes_by_keys(preview):
    view = preview.paper.view
    press("PgDown")
    assert view.pageNavigator().currentPage() == 1
    press("PgUp")
    assert view.pageNavigator().currentPage() == 0
    before = view.zoomFactor()
    press("Ctrl++")
    assert view.zoomFactor() > before
    press("Ctrl+0")
    assert view.zoomMode() == view.ZoomMode.FitInView


def test_the_language_of_the_paper_is_not_that_of_the_windows(preview, tmp_path, desk):
    preview.language.setFocus()
    press("Up")
    drawn(preview)
    with hands.answers() as planned:
        planned.plan("save_path", tmp_path / "journal.pdf")
        press("Ctrl+S")
        hands.wait_until((tmp_path / "journal.pdf").exists)
        drawn(preview)
    assert "Қызмет бабында пайдалану үшін" in text_of(tmp_path / "journal.pdf")


def test_a_saved_paper_carries_its_code_and_is_in_the_ledger(preview, tmp_path, desk):
    before = status(desk).ledger_sequence
    with hands.answers() as planned:
        planned.plan("save_path", tmp_path / "journal.pdf")
        press("Ctrl+S")
        hands.wait_until((tmp_path / "journal.pdf").exists)
    assert status(desk).ledger_sequence > before
    code = preview.status.text().rpartition(" ")[2].rstrip(".")
    assert code in text_of(tmp_path / "journal.pdf")


def test_a_paper_is_printed_page_by_page(preview, to_file):
    with hands.answers() as planned:
        planned.plan("printer", "Канцелярия")
        press("Ctrl+P")
        hands.wait_until(
            lambda: "Канцелярия" in preview.status.text() and not preview.busy.isVisible(), "", 60
        )
    (file,) = to_file
    assert len(PdfDocument(file)) == preview.paper.pages()


def test_copies_come_one_after_the_other_and_are_entered(preview, to_file, desk):
    preview.copies.setFocus()
    hands.clear()
    hands.type_text("0")
    press("Ctrl+P")
    assert "99" in preview.status.text()  # how many may be asked for
    hands.clear()
    hands.type_text("3")
    with hands.answers() as planned:
        planned.plan("printer", "Канцелярия")
        press("Ctrl+P")
        hands.wait_until(lambda: len(to_file) == 3 and not preview.busy.isVisible(), "three copies", 60)
    assert [len(PdfDocument(file)) for file in to_file] == [preview.paper.pages()] * 3
    with desk.reading() as connection:
        assert connection.exec_driver_sql("SELECT copies FROM printout").scalars().all() == [3]


def test_a_sheet_in_use_is_printed_once_in_its_language(desk, request_of):
    request = replace(request_of(), grow=Grow.ON)
    with hands.shown(Preview(desk, request)) as preview:
        drawn(preview)
        assert not preview.copies.isVisible()
        assert not preview.language.isVisible()


def test_without_a_printer_it_is_said(preview, monkeypatch, desk):
    monkeypatch.setattr(printing, "printers", list)
    before = status(desk)
    with hands.answers() as planned:
        planned.plan("tell")
        press("Ctrl+P")
    assert status(desk) == before


def test_a_printing_that_failed_is_sent_again_under_its_code(preview, to_file, monkeypatch, desk):
    def fails(pdf, make, shift, copies):
        raise printing.NotTaken("Канцелярия")

    with monkeypatch.context() as broken, hands.answers() as planned:
        broken.setattr(printing, "send", fails)
        planned.plan("printer", "Канцелярия")
        press("Ctrl+P")
        hands.wait_until(lambda: preview._unsent and not preview.busy.isVisible(), "", 30)
    entered = status(desk)
    with hands.answers() as planned:
        planned.plan("printer", "Канцелярия")
        press("Ctrl+P")
        hands.wait_until(lambda: to_file and not preview.busy.isVisible(), "", 60)
    assert status(desk) == entered
    assert preview._unsent is None


def test_another_number_of_copies_is_another_printing(preview, to_file, monkeypatch, desk):
    """What the ledger says and what comes out of the printer are as many."""

    def fails(pdf, make, shift, copies):
        raise printing.NotTaken("Канцелярия")

    with monkeypatch.context() as broken, hands.answers() as planned:
        broken.setattr(printing, "send", fails)
        planned.plan("printer", "Канцелярия")
        press("Ctrl+P")
        hands.wait_until(lambda: preview._unsent and not preview.busy.isVisible(), "", 30)
    preview.copies.setFocus()
    hands.clear()
    hands.type_text("2")
    with hands.answers() as planned:
        planned.plan("printer", "Канцелярия")
        press("Ctrl+P")
        hands.wait_until(lambda: len(to_file) == 2 and not preview.busy.isVisible(), "two copies", 60)
    with desk.reading() as connection:
        entered = connection.exec_driver_sql("SELECT copies FROM printout ORDER BY id").scalars().all()
    assert entered == [1, 2]


def test_each_size_of_sheet_is_a_job_of_its_own(desk, to_file):
    entered = factories.registered(desk)
    opened = journal(desk, JournalKind.INCOMING, TODAY.year)
    papers = [
        PaperRequest(paper="registration_card", language="ru", item_ids=(entered.id,)),
        PaperRequest(paper="registration_journal", language="ru", journal_id=opened.id),
    ]
    sheets = [printing.send(print_paper(desk, paper).pdf, lambda: printing.printer("")) for paper in papers]
    sizes = [PdfDocument(file)[0].get_size() for file in to_file]
    assert [len(PdfDocument(file)) for file in to_file] == sheets
    assert [(round(width), round(height)) for width, height in sizes] == [(595, 420), (842, 595)]


def test_the_layout_has_no_margins():
    from PySide6.QtCore import QSizeF

    layout = printing._layout(QSizeF(842, 595))
    assert layout.orientation() is QPageLayout.Orientation.Landscape
    assert layout.paintRectPixels(printing.DPI) == layout.fullRectPixels(printing.DPI)
