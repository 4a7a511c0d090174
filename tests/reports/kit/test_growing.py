"""A growing table on the rendered page: what is printed in two goes is the picture of what is printed in one."""

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from dspdesk.law.growing import CLOSING, Growth, PlacedLine, Series
from dspdesk.reports import registration_journal as journal
from dspdesk.reports.kit.frame import MM
from dspdesk.reports.kit.growing import GrowingTable
from tests.reports.reading import sheets

DPI = 200
CODES = ("41-0A1B2C3D", "57-4E5F6A7B")


def lines(count: int, first: int = 1) -> tuple:
    """Lines of one to three rows of text."""
    return tuple(
        (f"item:{n}", (f"№ {n}", "", "Акимат", "Письмо о проверке режима " * (n % 3 // 2 + 1), *[""] * 10))
        for n in range(first, first + count)
    )


def drawn(growth: Growth, code: str, language: str = "ru") -> tuple[bytes, tuple[PlacedLine, ...]]:
    return journal.draw_growing(journal.sample(language), growth, language, code)


def standing(new: tuple[PlacedLine, ...], code: str) -> Series:
    return Series(1, new, dict.fromkeys({line.sheet for line in new}, (code,)))


def picture(pdf: bytes, page: int = 0) -> Image.Image:
    """A page in grey, without its bottom margin: there stand the codes."""
    shown = pypdfium2.PdfDocument(pdf)[page].render(scale=DPI / 72).to_pil().convert("L")
    return shown.crop((0, 0, shown.width, shown.height - round(18 * MM * DPI / 72)))


def differs(one: Image.Image, other: Image.Image) -> bool:
    """Whether something dark stands in one picture with nothing dark within 0.25 mm of it in the other."""

    def alone(here: Image.Image, there: Image.Image) -> bool:
        near = there.filter(ImageFilter.MinFilter(2 * round(0.25 * MM * DPI / 72) + 1))
        dark, bare = here.point(lambda grey: 255 * (grey < 96)), near.point(lambda grey: 255 * (grey > 160))
        return ImageChops.multiply(dark, bare).getbbox() is not None

    return alone(one, other) or alone(other, one)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_two_printings_laid_over_each_other_are_the_one_that_has_all(language: str) -> None:
    first, placed = drawn(Growth(Series(1), lines(10)), CODES[0], language)
    second, more = drawn(Growth(standing(placed, CODES[0]), lines(7, 11)), CODES[1], language)
    at_once, all_placed = drawn(Growth(Series(1), lines(17)), CODES[0], language)
    assert placed + more == all_placed
    use = placed[-1].sheet
    assert more[0].sheet == use, "the second printing goes on on the sheet in use"
    together = ImageChops.darker(picture(first, use - 1), picture(second))
    assert not differs(together, picture(at_once, use - 1))
    # and the picture does see what the second brought
    assert differs(picture(first, use - 1), picture(at_once, use - 1))


def test_a_row_that_is_a_millimetre_off_is_seen() -> None:
    """The negative of the test above."""
    first, placed = drawn(Growth(Series(1), lines(5)), CODES[0])
    lower = (
        *placed[:-1],
        PlacedLine("item:5", 1, placed[-1].above, placed[-1].below - 100, placed[-1].cells),
    )
    second, _ = drawn(Growth(standing(lower, CODES[0]), lines(2, 6)), CODES[1])
    at_once, _ = drawn(Growth(Series(1), lines(7)), CODES[0])
    together = ImageChops.darker(picture(first), picture(second))
    assert differs(together, picture(at_once))


def test_rules_of_rows_are_no_thinner_than_the_forms_ask() -> None:
    _first, placed = drawn(Growth(Series(1), lines(2)), CODES[0])
    second, _ = drawn(Growth(standing(placed, CODES[0]), lines(1, 3)), CODES[1])
    assert min(rule.width for rule in sheets(second)[0].rules) >= 0.3


def test_nothing_is_printed_below_the_margin_and_heads_stand_on_each_new_sheet() -> None:
    pdf, placed = drawn(Growth(Series(1), lines(40)), CODES[0])
    assert min(line.below for line in placed) >= 2000
    found = sheets(pdf)
    assert len(found) == placed[-1].sheet > 2
    for number, sheet in enumerate(found, 1):
        assert "Расписка" in sheet.text or "расписка" in sheet.text
        assert f"лист {number}" in sheet.text
        assert " из " not in sheet.text.partition(f"лист {number}")[2][:6]


def test_the_inscriptions_take_a_new_line_with_them_where_there_is_no_room() -> None:
    for count in range(1, 30):
        _pdf, placed = drawn(Growth(Series(1), lines(count), closes=True), CODES[0])
        *rows, closing = placed
        assert closing.key == CLOSING
        assert closing.below >= 2000
        assert rows[-1].sheet == closing.sheet, "signatures stand on a sheet alone"
        assert rows[-1].below == closing.above


def test_what_stands_on_paper_does_not_move_for_the_inscriptions() -> None:
    for count in range(1, 30):
        _pdf, placed = drawn(Growth(Series(1), lines(count)), CODES[0])
        pdf, (closing,) = drawn(Growth(standing(placed, CODES[0]), closes=True), CODES[1])
        assert closing.sheet - placed[-1].sheet in (0, 1)
        assert closing.cells[0] == str(closing.sheet)
        assert len(sheets(pdf)) == 1


def test_a_sheet_is_full_of_codes_before_they_reach_the_margin() -> None:
    table = next(iter(_tables()))
    assert table.most_codes >= 15


def _tables() -> list[GrowingTable]:
    from dspdesk.language.catalogue import Language
    from dspdesk.reports.kit.drawing import About, Drawing
    from dspdesk.reports.kit.frame import A4_LANDSCAPE
    from dspdesk.reports.kit.long_table import Column, LongTable

    drawing = Drawing(A4_LANDSCAPE, About("", "", Language.RU))
    table = LongTable(drawing.canvas, A4_LANDSCAPE.left, [Column("№", 20 * MM)])
    return [GrowingTable(drawing, table, lambda: None, 0.0)]
