"""The writer of long tables: no row lost or cut without need, and as fast as drawing by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.language.catalogue import Language
from dspdesk.reports.kit import fonts
from dspdesk.reports.kit.drawing import About, Drawing
from dspdesk.reports.kit.frame import A4_LANDSCAPE, MM
from dspdesk.reports.kit.long_table import LEADING, LEAST_ROW, Column, LongTable
from tests.reports.reading import flat, pages, sheets

COLUMNS = [
    Column("Номер", 20 * MM, centred=True),
    Column("Откуда поступил", 60 * MM),
    Column("О получении", 30 * MM, group="Расписка", signing=8 * MM),
    Column("О возврате", 30 * MM, group="Расписка"),
    Column("Примечания", 10 * MM, upright=True),
]
HEIGHT = A4_LANDSCAPE.upper - A4_LANDSCAPE.lower


def new_drawing() -> Drawing:
    return Drawing(A4_LANDSCAPE, About("Таблица", "Комитет", Language.RU))


def draw(lines, first=HEIGHT, further=HEIGHT) -> bytes:
    drawing = new_drawing()
    table = LongTable(drawing.canvas, A4_LANDSCAPE.left, COLUMNS)
    for rows in table.sheets(table.rows(lines), first, further):
        table.draw(rows, A4_LANDSCAPE.upper)
        drawing.end_sheet("")
    return drawing.finish()


@given(
    heights=st.lists(st.floats(LEAST_ROW, 3 * HEIGHT), max_size=30),
    first=st.floats(80 * MM, HEIGHT),
)
def test_rows_are_divided_among_sheets_and_fit(heights, first):
    table = LongTable(new_drawing().canvas, 0, COLUMNS)
    lines = [(str(n), "слово " * int(height / LEADING * 4), "", "", "") for n, height in enumerate(heights)]
    rows = table.rows(lines)
    divided = table.sheets(rows, first, HEIGHT)
    for number, sheet in enumerate(divided):
        assert table.height(sheet) <= (first if number == 0 else HEIGHT) + 0.01
    parts = [row for sheet in divided for row in sheet]
    assert sum(len(row.cells[1].lines) for row in parts) == sum(len(row.cells[1].lines) for row in rows)
    # what fits on a sheet is not cut
    small = [row for row in rows if row.height + table.head.height <= first]
    assert all(any(part is row for part in parts) for row in small)


@given(
    heights=st.lists(st.floats(LEAST_ROW, HEIGHT / 2), min_size=1, max_size=30),
    tail=st.floats(1 * MM, HEIGHT / 3),
)
def test_what_stands_below_a_table_has_room_and_a_row_above_it(heights, tail):
    table = LongTable(new_drawing().canvas, 0, COLUMNS)
    lines = [(str(n), "слово " * int(height / LEADING * 4), "", "", "") for n, height in enumerate(heights)]
    rows = table.rows(lines)
    plain, divided = table.sheets(rows, HEIGHT, HEIGHT), table.sheets(rows, HEIGHT, HEIGHT, tail)
    assert table.height(divided[-1]) + tail <= HEIGHT + 0.01
    assert [row for sheet in divided for row in sheet] == [row for sheet in plain for row in sheet]
    assert divided == plain or len(divided) == len(plain) + 1
    if not divided[-1]:
        assert len(plain[-1]) == 1 or table.height(plain[-1][-1:]) + tail > HEIGHT


def test_a_row_goes_to_the_next_sheet_whole():
    lines = [(str(n), "слово " * 60, "", "", "") for n in range(40)]
    for page in pages(draw(lines)):
        assert page.count("слово") % 60 == 0


def test_heads_stand_on_every_sheet_in_two_rows():
    drawn = sheets(draw([(str(n), "слово " * 60, "", "", "") for n in range(40)]))
    assert len(drawn) > 2
    for sheet in drawn:
        shared = next(piece for piece in sheet.pieces if piece.text == "Расписка")
        own = [piece for piece in sheet.pieces if piece.text in {"О получении", "О возврате"}]
        assert all(piece.top > shared.bottom for piece in own)
        assert own[0].left < shared.left < shared.right < own[1].right
        upright = next(piece for piece in sheet.pieces if piece.text == "Примечания")
        assert upright.bottom - upright.top > upright.right - upright.left


def test_a_signed_cell_keeps_room_below_its_text():
    table = LongTable(new_drawing().canvas, 0, COLUMNS)
    (signed,), (plain,) = table.rows([("", "", "имя", "", "")]), table.rows([("", "", "", "имя", "")])
    assert signed.height >= plain.height
    assert signed.height >= LEADING + 8 * MM


def test_a_number_of_cells_that_is_not_the_number_of_columns_is_an_error():
    table = LongTable(new_drawing().canvas, 0, COLUMNS)
    with pytest.raises(ValueError, match="zip"):
        table.rows([("1", "2")])


def test_more_letters_than_one_part_of_a_font_holds():
    letters = "".join(chr(code) for code in range(0x0400, 0x0500))
    greek = "".join(chr(code) for code in range(0x03B1, 0x03CA))
    words = " ".join(f"{letters[n : n + 8]}" for n in range(0, len(letters), 8)) + " " + greek
    (page,) = pages(draw([("1", words, "(скобки\\)", "", "")]))
    assert "(скобки\\)" in page
    shown = page.replace(" ", "").replace("-", "")
    face = fonts.face(fonts.REGULAR).face
    for letter in letters + greek:
        if ord(letter) in face.charToGlyph:
            assert letter in shown


def test_a_letter_that_the_face_lacks_is_seen_as_lacking():
    (sheet,) = sheets(draw([("1", "тенге ₸ и 漢字", "", "", "")]))
    (piece,) = [piece for piece in sheet.pieces if piece.text.startswith("тенге")]
    assert piece.right - piece.left > 15


def test_words_of_cells_come_out_as_they_went_in():
    (page,) = pages(draw([("1", 'Приказ "О порядке" № 5 – 7', "05.03.2026\nКим В.Л.", "", "")]))
    assert flat('Приказ "О порядке" № 5 – 7 05.03.2026 Ким В.Л.') in page
