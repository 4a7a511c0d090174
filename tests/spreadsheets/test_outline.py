"""What a workbook looks like, what it proposes, and how that comes from the child."""

import io
import json
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets import child, outline_wire, reading
from dspdesk.spreadsheets.mapping import MOST_COLUMNS, SheetMapping
from dspdesk.spreadsheets.outline import ROWS, outline, read_outline, rows_at
from dspdesk.spreadsheets.records import UnreadableSheet
from dspdesk.spreadsheets.workbook import Sheet, Workbook, read_workbook
from tests.spreadsheets.making import HEAD, KK, NUMBERS, RU, YEAR, entry_row, save

INCOMING = JournalKind.INCOMING


def book_of(*sheets, name="j.xlsx"):
    return Workbook(name, "0" * 64, tuple(Sheet(title, visible=True, rows=rows) for title, rows in sheets))


@pytest.mark.parametrize("path", [RU, KK], ids=["ru", "kk"])
def test_a_journal_proposes_itself(path):
    found = read_outline(path)
    (sheet,) = found.sheets
    assert found.year == YEAR[path]
    assert found.recognised[INCOMING] == (sheet.name,)
    assert sheet.fields == tuple(range(1, 15))
    assert (sheet.heading, sheet.start, sheet.first, len(sheet.rows)) == (3, 6, 1, ROWS)
    assert sheet.language == ("ru" if path is RU else "kk")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Журнал регистрации входящих документов", INCOMING),
        ("Журнал исходящей корреспонденции", JournalKind.OUTGOING),
        ("Ішкі құжаттарды тіркеу журналы", JournalKind.INTERNAL),
        ("Шығыс құжаттар", JournalKind.OUTGOING),
        ("Журнал учёта изданий", JournalKind.PUBLICATIONS),
        ("Журнал входящих и исходящих документов", None),
        ("Документы", None),
    ],
)
def test_a_title_names_the_journal(title, kind):
    assert outline(book_of(("Лист1", [[title], *HEAD["ru"], NUMBERS, entry_row(1)]))).kind is kind


def test_the_year_is_that_of_most_dates_then_of_the_title_then_of_the_file():
    rows = [["Журнал 2030 года"], *HEAD["ru"], NUMBERS]
    assert outline(book_of(("Лист", [*rows, entry_row(1)]))).year == 2025
    assert outline(book_of(("Лист", rows))).year == 2030
    assert outline(book_of(("Лист", [["текст"]]), name="входящие 2024.xlsx")).year == 2024
    assert outline(book_of(("Лист", [["текст"]]))).year is None


def test_a_sheet_nobody_recognises_begins_where_it_begins():
    (sheet,) = outline(book_of(("Лист", [[], ["5", "қағаз", "тіркеу"]]))).sheets
    assert (sheet.heading, sheet.start, sheet.fields, sheet.language) == (0, 2, (0, 0, 0), "kk")


def test_a_heading_far_down_is_shown():
    rows = [[f"строка {n}"] for n in range(150)]
    (sheet,) = outline(book_of(("Лист", [*rows, *HEAD["ru"], NUMBERS, entry_row(1)]))).sheets
    assert (sheet.heading, sheet.start, sheet.first) == (151, 154, 148)
    assert sheet.rows[sheet.start - sheet.first][0].startswith("09.01.2025")


def test_an_empty_workbook_is_refused():
    with pytest.raises(UnreadableSheet) as caught:
        outline(book_of(("Лист", [[], ["", ""]])))
    assert caught.value.code == "empty"


def test_wide_sheets_and_long_cells_are_cut():
    (sheet,) = outline(book_of(("Лист", [["ы" * 10_000] * 500]))).sheets
    assert len(sheet.rows[0]) == sheet.width == MOST_COLUMNS
    assert len(sheet.rows[0][0]) < 200


CELLS = (
    st.none().map(lambda _: "")
    | st.text(max_size=20)
    | st.floats(allow_nan=False)
    | st.dates()
    | st.booleans()
)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=12))
def test_any_sheet_has_an_outline_or_is_refused(rows):
    try:
        found = outline(book_of(("Лист", rows)))
    except UnreadableSheet as error:
        assert error.code == "empty"
        return
    assert outline_wire.decoded(outline_wire.encoded(found)) == found
    assert all(len(row) == found.sheets[0].width for row in found.sheets[0].rows)


@given(st.binary(max_size=200) | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(
    lambda said: json.dumps({"sheets": said, "rows": said, "name": 1, "recognised": {}, "kind": said}).encode()
))  # fmt: skip
def test_a_child_that_says_anything_else_is_not_believed(message):
    for decode in (outline_wire.decoded, outline_wire.decoded_rows):
        try:
            decode(message)
        except ValueError:
            continue


def test_a_refusal_passes_the_wire():
    with pytest.raises(UnreadableSheet) as caught:
        outline_wire.decoded(b'{"unreadable": ["password", {}]}')
    assert caught.value.code == "password"


def test_a_child_tells_the_outline_and_rows():
    assert reading.outline_in_child(RU) == read_outline(RU)
    wanted = [("Журнал", 78), ("Журнал", 10**6), ("нет", 1)]
    assert reading.rows_in_child(RU, wanted) == rows_at(read_workbook(RU), wanted)
    assert reading.rows_in_child(RU, wanted)[0][0] == "33.13.2025 № 72дсп"
    assert reading.rows_in_child(RU, wanted)[1:] == [(), ()]


def test_a_child_reads_by_a_mapping(tmp_path):
    rows = [["б/н", "Акимат", "09.01.2025 № 7 ДСП"], ["б/н", "Акимат", "09.01.2025 № 8 ДСП"]]
    path = save(tmp_path / "j.xlsx", rows)
    name = read_outline(path).sheets[0].name
    mapping = SheetMapping((2, 3, 1), ((name, 1),)).plain()
    sheet = reading.read_in_child(path, INCOMING, 2025, mapping)
    assert [str(row.number) for row in sheet.rows] == ["7", "8"]
    with pytest.raises(UnreadableSheet):
        reading.read_in_child(path, INCOMING, 2025)


@pytest.mark.parametrize("said", ["[]", "no json", '{"fields": []}'])
def test_a_child_with_a_mapping_that_is_none_breaks_off(tmp_path, monkeypatch, said):
    monkeypatch.setattr(child, "_limit", lambda: None)
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setattr(sys, "stdin", io.StringIO(said))
    with pytest.raises((ValueError, KeyError, TypeError)):
        child.main([str(RU), "incoming", "2025", "mapped"])


def test_two_outlines_differ():
    found = read_outline(RU)
    assert outline_wire.decoded(outline_wire.encoded(replace(found, year=None))).year is None
