"""Barcodes on labels: read back from the rendered page where a reader is at hand, measured everywhere."""

import io
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from dspdesk.law.barcode import Code, Kind
from dspdesk.reports.kit import barcode
from dspdesk.reports.kit.frame import MM
from tests.reports import reading

CODES = [Code(kind, number) for kind in Kind for number in (7, 1242, 9_999_999_999)]


def drawn(*codes: Code, widest: float | None = None) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(210 * MM, 297 * MM), invariant=1, pageCompression=0)
    for at, code in enumerate(codes):
        barcode.draw(canvas, (10 + at % 3 * 65) * MM, (270 - at // 3 * 25) * MM, code, 14 * MM, widest)
    canvas.save()
    return buffer.getvalue()


def bars(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Left edge, lower edge, width and height of each bar of a page, in points."""
    found = re.findall(rb"^n ([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re f\*?$", pdf, re.MULTILINE)
    return [(float(x), float(y), float(w), float(h)) for x, y, w, h in found]


@pytest.mark.parametrize("code", CODES, ids=str)
def test_no_bar_and_no_gap_is_finer_than_a_quarter_of_a_millimetre(code: Code) -> None:
    found = bars(drawn(code))
    assert len(found) > 20
    gaps = [after[0] - before[0] - before[2] for before, after in pairwise(found)]
    assert min(bar[2] for bar in found) >= 0.249 * MM
    assert min(gaps) >= 0.249 * MM


@pytest.mark.parametrize("code", CODES, ids=str)
def test_the_bars_stand_in_clear_paper_and_in_the_room_they_were_given(code: Code) -> None:
    found, width = bars(drawn(code)), barcode.width(code)
    clear = barcode.QUIET * barcode.NARROWEST
    assert found[0][0] == pytest.approx(clear, abs=0.02)
    assert found[-1][0] + found[-1][2] == pytest.approx(width - clear, abs=0.02)


def test_more_room_makes_wider_bars_up_to_half_a_millimetre() -> None:
    code = Code(Kind.SHEET, 5)
    assert min(bar[2] for bar in bars(drawn(code, widest=200 * MM))) == pytest.approx(0.5 * MM, abs=0.02)


def test_a_barcode_that_could_not_be_read_is_not_drawn() -> None:
    with pytest.raises(barcode.TooNarrow):
        drawn(Code(Kind.COPY, 1242), widest=20 * MM)


def test_the_code_stands_below_in_plain_type() -> None:
    assert reading.pages(drawn(Code(Kind.COPY, 1242))) == [str(Code(Kind.COPY, 1242))]


@pytest.mark.skipif(not shutil.which("zbarimg") or not shutil.which("pdftoppm"), reason="no reader here")
def test_a_reader_reads_them_all_from_the_page(tmp_path: Path) -> None:
    (tmp_path / "codes.pdf").write_bytes(drawn(*CODES))
    subprocess.run(["pdftoppm", "-r", "300", "-png", "codes.pdf", "codes"], cwd=tmp_path, check=True)
    read = subprocess.run(
        ["zbarimg", "-q", "--raw", *tmp_path.glob("codes*.png")], capture_output=True, check=True, text=True
    )
    assert sorted(read.stdout.split()) == sorted(map(str, CODES))
