"""Printing 10,000 rows of appendix 2 against a bare canvas loop and, where it is installed, LibreOffice."""

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from dspdesk.desk import Desk
from dspdesk.language.resources import resources
from dspdesk.law.kinds import JournalKind
from dspdesk.law.registration_journal import Line, RegistrationJournalContent, line
from dspdesk.queries import journal_lines, journals
from dspdesk.reports import registration_journal
from tests.benchmarks.measure import Result, paired, ratio, seconds

_ROWS = 10_000
_WIDTH = 14  # characters of a line of a cell in the bare loop
_PER_PAGE = 9


def measured(desk: Desk) -> Iterator[Result]:
    """Rows of the store's journals of incoming documents, drawn both ways."""
    lines = _lines(desk)
    ours, base = paired(lambda: _draw(lines), lambda: _bare(lines), times=3)
    yield ratio(f"printing {len(lines)} rows", 1.6, ours, base)
    half = seconds(lambda: _draw(lines[: len(lines) // 2]))
    yield ratio("printing: twice the rows against twice the time", 1.2, ours, 2 * half)
    if shutil.which("soffice"):
        yield ratio("printing against LibreOffice", 0.4, ours, _office(lines))


def _lines(desk: Desk) -> list[Line]:
    found: list[Line] = []
    for journal in journals.journals(desk):
        if journal.kind is JournalKind.INCOMING:
            found += [
                line(item, journal.kind, journal.language)
                for _, item in journal_lines.items(desk, journal.id)
            ]
    return (found * (_ROWS // len(found) + 1))[:_ROWS]


def _draw(lines: list[Line]) -> bytes:
    return registration_journal.draw(
        RegistrationJournalContent("", JournalKind.INCOMING, 2026, "ru", lines), "ru"
    )


def _bare(lines: list[Line]) -> bytes:
    """Every cell cut blindly into pieces and drawn at a fixed place: no measuring, no rules, no heads."""
    if "Bare" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Bare", str(resources() / "fonts" / "LiberationSerif-Regular.ttf")))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=landscape(A4))
    for place, cells in enumerate(lines):
        if place % _PER_PAGE == 0:
            if place:
                canvas.showPage()
            canvas.setFont("Bare", 9)
        for column, cell in enumerate(cells):
            for piece in range(0, len(cell), _WIDTH):
                y = (190 - place % _PER_PAGE * 18 - piece // _WIDTH * 3.5) * mm
                canvas.drawString((20 + column * 18) * mm, y, cell[piece : piece + _WIDTH])
    canvas.save()
    return out.getvalue()


def _office(lines: list[Line]) -> float:
    with tempfile.TemporaryDirectory() as name:
        sheet = Path(name) / "journal.xlsx"
        book = xlsxwriter.Workbook(str(sheet))
        page = book.add_worksheet()
        wrap = book.add_format({"text_wrap": True, "border": 1})
        for row, cells in enumerate(lines):
            page.write_row(row, 0, cells, wrap)
        book.close()
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", name, str(sheet)]
        return seconds(lambda: subprocess.run(command, check=True, capture_output=True))
