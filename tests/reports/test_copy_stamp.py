"""Stickers measured on the rendered page: 3 × 8 labels of 70 × 37 mm, words within their label."""

from dataclasses import replace
from itertools import combinations

import pytest

from dspdesk.law.barcode import Code, Kind
from dspdesk.law.copy_stamp import CopyStampContent, Side, Sticker
from dspdesk.reports import copy_stamp
from tests.reports.reading import Sheet, sheets

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])
LONG = (
    "Экз. № 41–52 – Республиканское государственное предприятие на праве хозяйственного ведения «Казгидромет»"
)
EDGE = 5  # millimetres that printers leave white


def of(count: int, **changes) -> CopyStampContent:
    """Stickers of so many copies."""
    stickers = [
        Sticker(Side.FRONT, "41\N{NO-BREAK SPACE}ДСП", copy, count, str(Code(Kind.COPY, copy)))
        for copy in range(1, count + 1)
    ]
    return replace(CopyStampContent("Комитет", stickers), **changes)


def label_of(piece) -> int:
    """The label that a piece of text begins on, counted from 1."""
    return int(piece.left // 70) + 3 * int((piece.top - 0.5) // 37) + 1


def within_labels(found: list[Sheet]) -> None:
    for sheet in found:
        for piece in sheet.pieces:
            column, row = int(piece.left // 70), int((piece.top - 0.5) // 37)
            assert column * 70 + 4.9 <= piece.left, piece
            assert piece.right <= (column + 1) * 70 - 4.9, piece
            assert 0.5 + row * 37 + 3.9 <= piece.top, piece
            assert piece.bottom <= 0.5 + (row + 1) * 37 - 3.9, piece
            assert piece.left >= EDGE - 0.1, piece
            assert piece.right <= 210 - EDGE + 0.1, piece
            assert piece.top >= EDGE - 0.6, piece
            assert piece.bottom <= 297 - EDGE + 0.1, piece


@LANGUAGES
@pytest.mark.parametrize("in_full", [True, False])
def test_a_whole_sheet_has_a_label_for_each_copy(language, in_full):
    found = sheets(copy_stamp.draw(of(24, in_full=in_full), language))
    within_labels(found)
    (sheet,) = found
    assert {label_of(piece) for piece in sheet.pieces} == set(range(1, 25))
    words = "Для служебного пользования" if language == "ru" else "Қызмет бабында пайдалану үшін"
    assert sheet.text.count(words) == (24 if in_full else 0)


@LANGUAGES
def test_they_begin_on_the_first_free_label_and_go_on_on_a_new_sheet(language):
    first, second = sheets(copy_stamp.draw(of(5, first=22), language))
    assert {label_of(piece) for piece in first.pieces} == {22, 23, 24}
    assert {label_of(piece) for piece in second.pieces} == {1, 2}


def test_the_kazakh_stamp_says_how_many_were_printed():
    (sheet,) = sheets(copy_stamp.draw(of(3), "kk"))
    assert sheet.text.count("Басылған дана саны: 3") == 3
    assert "№ 2 дана" in sheet.text
    (russian,) = sheets(copy_stamp.draw(of(3), "ru"))
    assert "Экз. № 2" in russian.text


@LANGUAGES
@pytest.mark.parametrize("count", [1, 2, 9, 30])
def test_long_names_wrap_shrink_and_go_on(language, count):
    lines = tuple(f"{n}. {LONG}" for n in range(1, count + 1))
    back = Sticker(Side.BACK, "41\N{NO-BREAK SPACE}ДСП", 1, 1, "", lines)
    found = sheets(copy_stamp.draw(CopyStampContent("Комитет", [back]), language))
    within_labels(found)
    text = " ".join(sheet.text for sheet in found).replace("- ", "")
    assert all(f"{n}. Экз." in text for n in range(1, count + 1))
    assert (("продолжение" in text) or ("жалғасы" in text)) == (count > 2)


@LANGUAGES
def test_a_long_note_on_a_front_and_a_long_number_stay_on_the_label(language):
    code, number = str(Code(Kind.COPY, 9_999_999)), "05-12/884-ИВАНОВА-ДЕПАРТАМЕНТ/2026 ДСП"
    front = Sticker(Side.FRONT, number, 123456, 123456, code, (LONG, LONG))
    within_labels(sheets(copy_stamp.draw(CopyStampContent("Комитет", [front]), language)))


@LANGUAGES
@pytest.mark.parametrize("side", list(Side))
def test_a_number_longer_than_a_line_is_read_on_every_label(language, side):
    number = "05-12/884-" + "-".join(["ДЕПАРТАМЕНТ"] * 9) + " ДСП"
    code = str(Code(Kind.COPY, 9_999_999)) if side is Side.FRONT else ""
    sticker = Sticker(side, number, 999, 999, code, (LONG,) * 4)
    found = sheets(copy_stamp.draw(CopyStampContent("Комитет", [sticker]), language))
    within_labels(found)
    text = "".join(sheet.text for sheet in found).replace(" ", "")
    labels = {label_of(piece) for sheet in found for piece in sheet.pieces}
    assert len(labels) > 1
    assert text.count("ДЕПАРТАМЕНТ") == 9 * len(labels)
    assert min(piece.size for sheet in found for piece in sheet.pieces) >= 6.5
    for sheet in found:
        for one, other in combinations(sheet.pieces, 2):
            aside = one.right <= other.left + 0.1 or other.right <= one.left + 0.1
            assert aside or one.bottom <= other.top + 0.1 or other.bottom <= one.top + 0.1, (one, other)


def test_stickers_bear_no_code():
    assert copy_stamp.draw(of(2), "ru", "48112-7F3A21C9") == copy_stamp.draw(of(2), "ru")
