"""Labels for shelves and cases: within 3 × 8 labels of 70 × 37 mm, headings cut by lines, barcodes read back."""

import shutil
import subprocess
from dataclasses import replace

import pytest

from dspdesk.law.barcode import Code, Kind
from dspdesk.law.shelf_label import ShelfLabel, ShelfLabelContent
from dspdesk.reports import shelf_label
from tests.reports.reading import sheets
from tests.reports.test_copy_stamp import label_of, within_labels

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])
HEADING = (
    "Переписка с местными исполнительными органами о состоянии водохранилищ и гидротехнических сооружений"
)


def of(count: int, heading: str = HEADING, index: str = "04-02", first: int = 1) -> ShelfLabelContent:
    labels = [
        ShelfLabel(index, ("Том 1, 2026 год", heading), str(Code(Kind.VOLUME, key)), marked=True)
        for key in range(1, count + 1)
    ]
    return ShelfLabelContent("Комитет", labels, first)


@LANGUAGES
def test_a_whole_sheet_has_a_label_for_each_and_goes_on_on_the_next(language):
    found = sheets(shelf_label.draw(of(25), language))
    for sheet in found:
        within_labels([sheet])
    first, second = found
    assert {label_of(piece) for piece in first.pieces} == set(range(1, 25))
    assert {label_of(piece) for piece in second.pieces} == {1}
    assert first.text.count({"ru": "ДСП", "kk": "ҚБПҮ"}[language]) == 24


def test_they_begin_on_the_first_free_label():
    (sheet,) = sheets(shelf_label.draw(of(2, first=5), "ru"))
    assert {label_of(piece) for piece in sheet.pieces} == {5, 6}


@LANGUAGES
@pytest.mark.parametrize("times", [0, 1, 2, 5, 40])
def test_a_long_heading_is_cut_by_lines(language, times):
    heading = " ".join([HEADING] * times) or "Переписка с министерствами о сроках"
    (sheet,) = sheets(shelf_label.draw(of(1, heading=heading), language))
    within_labels([sheet])
    assert ("…" in sheet.text) == (times > 0)
    assert heading[:30] in sheet.text


@pytest.mark.skipif(not shutil.which("zbarimg") or not shutil.which("pdftoppm"), reason="no reader here")
@LANGUAGES
def test_a_reader_reads_the_barcodes_back(language, tmp_path):
    keys = (1, 42, 9_999_999)
    labels = [
        ShelfLabel("04-02", ("Том 1, 2026 год", HEADING), str(Code(kind, key)), marked=True)
        for kind in (Kind.VOLUME, Kind.PLACE)
        for key in keys
    ]
    (tmp_path / "labels.pdf").write_bytes(shelf_label.draw(ShelfLabelContent("Комитет", labels), language))
    make = ["pdftoppm", "-r", "300", "-png", tmp_path / "labels.pdf", tmp_path / "labels"]
    subprocess.run(make, check=True)
    read = subprocess.run(
        ["zbarimg", "-q", "--raw", *tmp_path.glob("labels*.png")], capture_output=True, check=True, text=True
    )
    assert sorted(read.stdout.split()) == sorted(label.code for label in labels)


@pytest.mark.parametrize("index", ["04-02", "ОАиП-04-02/17-ДОП", "Х" * 80])
def test_a_long_index_gets_smaller_and_stays_beside_the_mark(index):
    (sheet,) = sheets(shelf_label.draw(of(1, index=index), "ru"))
    within_labels([sheet])
    mark = next(piece for piece in sheet.pieces if piece.text == "ДСП")
    head = min(sheet.pieces, key=lambda piece: (piece.top, piece.left))
    assert head is mark or head.right <= mark.left


def test_an_unclassified_case_has_no_mark():
    content = of(1)
    plain = replace(content, labels=[replace(label, marked=False) for label in content.labels])
    (sheet,) = sheets(shelf_label.draw(plain, "ru"))
    assert "ДСП" not in sheet.text


def test_labels_bear_no_code():
    assert shelf_label.draw(of(1), "ru", "48112-7F3A21C9") == shelf_label.draw(of(1), "ru")
