"""The two journals as clerks keep them, and the same in other clothes: an honest import finds the same in all."""

import datetime as dt
import re

import pytest

from dspdesk.law.kinds import JournalKind, MovementKind
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.spreadsheets.journal import read_journal
from tests.spreadsheets.making import (
    EXPECTED,
    HEAD,
    KK,
    NUMBERS,
    ONE_ROW,
    RU,
    TABLE_STARTS,
    YEAR,
    counts,
    journal_of,
    rows_of,
    save,
)

LANGUAGE = {RU: "ru", KK: "kk"}


@pytest.fixture(scope="module", params=[RU, KK], ids=["ru", "kk"])
def path(request):
    return request.param


@pytest.fixture(scope="module")
def rows(path):
    return rows_of(path)


@pytest.fixture(scope="module")
def as_it_is(path):
    return read_journal(path, JournalKind.INCOMING, YEAR[path])


def table(rows, heads=(), *, change=list):
    """The rows with other heads, each row under them changed."""
    return [*map(list, heads), *(change(list(row)) for row in rows[TABLE_STARTS:])]


def contents(sheet):
    return [(row.number, row.entry, row.movements) for row in sheet.rows]


def test_the_counts_are_exact(path, as_it_is):
    assert counts(as_it_is) == EXPECTED[path]
    assert as_it_is.language == LANGUAGE[path]
    assert as_it_is.name == path.name
    assert as_it_is.unread_sheets == as_it_is.unread_columns == ()


def test_held_back_rows_name_themselves_and_all_their_reasons():
    sheet = read_journal(RU, JournalKind.INCOMING, 2025)
    assert [held.row for held in sheet.held_back] == [78, 154, 226, 229, 580, 675]
    assert [reason.code for reason in sheet.held_back[0].reasons] == [
        "date_impossible",
        "number_twice",
        "sheets_impossible",
    ]
    assert sheet.held_back[0].code == "date_impossible"
    assert sheet.held_back[0].facts == {"text": "33.13.2025"}
    assert sheet.held_back[0].reasons[1].facts["first_row"] == 77


def test_an_entry_is_taken_over_whole():
    row = read_journal(RU, JournalKind.INCOMING, 2025).rows[0]
    assert (row.row, row.number, row.sheet, row.as_written) == (6, RegistrationNumber(1), "Журнал", "")
    entry = row.entry
    assert (entry.date, entry.their_date) == (dt.date(2025, 1, 6), dt.date(2024, 12, 27))
    assert (entry.their_number, entry.correspondent) == ("33-16/3060дсп", "Министерство юстиции РК")
    assert (entry.kind, entry.summary) == ("Справка", "о предоставлении сведений по кадровому резерву")
    assert (entry.sheets, entry.copies) == (SheetCount(3, 5), (13,))
    assert (entry.resolution, entry.executor, entry.due_on) == ("Өтегенова Ү.Т.", "Өтегенова Ү.Т.", None)
    assert (entry.signatory, entry.signed_on, entry.control, entry.notes) == ("", None, "", "")
    assert [(m.kind, m.on, m.as_written) for m in row.movements] == [
        (MovementKind.RECEIPT, dt.date(2025, 1, 6), "06.01.2025"),
        (MovementKind.RETURN, dt.date(2025, 1, 15), "15.01.2025"),
        (MovementKind.FILING, None, "01-2, л. 31-167"),
        (MovementKind.DESTRUCTION, dt.date(2026, 1, 24), "Уничтожено. Акт от 24.01.2026 № 6"),
    ]


def test_text_that_looks_like_a_formula_stays_text(as_it_is):
    notes = [row.entry.notes for row in as_it_is.rows]
    assert notes.count("@SUM(A1)") in {9, 2}
    assert {"электронный носитель", "возвращено отправителю"} <= set(notes)


def test_every_row_under_the_heading_ends_in_one_place(as_it_is, rows):
    ends = [row.row for row in as_it_is.rows] + [held.row for held in as_it_is.held_back]
    ends += [row for _, row in as_it_is.skipped]
    assert sorted(ends) == list(range(TABLE_STARTS + 1, len(rows) + 1))


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".xlsx"])
def test_each_format_gives_the_same(path, rows, as_it_is, tmp_path, suffix):
    saved = save(tmp_path / f"journal{suffix}", rows)
    assert contents(read_journal(saved, JournalKind.INCOMING, YEAR[path])) == contents(as_it_is)


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".xlsx"])
def test_blank_rows_and_columns_in_front_are_counted(path, rows, as_it_is, tmp_path, suffix):
    shifted = [[], [], [], *(["", "", *row] for row in rows)]
    sheet = read_journal(save(tmp_path / f"j{suffix}", shifted), JournalKind.INCOMING, YEAR[path])
    assert contents(sheet) == contents(as_it_is)
    assert [row.row for row in sheet.rows] == [row.row + 3 for row in as_it_is.rows]


def test_no_title_no_row_of_numbers(path, rows, as_it_is):
    heads = HEAD[LANGUAGE[path]]
    assert contents(journal_of(table(rows, heads), year=YEAR[path])) == contents(as_it_is)


def test_heads_in_one_row(path, rows, as_it_is):
    sheet = journal_of(table(rows, [ONE_ROW[LANGUAGE[path]]]), year=YEAR[path])
    assert contents(sheet) == contents(as_it_is)
    assert sheet.language == LANGUAGE[path]


def test_only_the_row_of_column_numbers(path, rows, as_it_is):
    titles = [["Құжаттарды тіркеу" if path is KK else "Регистрация"]]
    sheet = journal_of(table(rows, [*titles, NUMBERS]), year=YEAR[path])
    assert contents(sheet) == contents(as_it_is)
    assert sheet.language == LANGUAGE[path]


def test_columns_in_another_order(path, rows, as_it_is):
    order = [13, 3, 2, 1, 0, 6, 4, 5, 7, 12, 9, 10, 11, 8]
    changed = [[row[index] for index in order] for row in rows]
    assert contents(journal_of(changed, year=YEAR[path])) == contents(as_it_is)


def test_a_line_number_and_a_column_of_the_clerks_own(path, rows, as_it_is):
    heads = [
        ["№ п/п", *HEAD["ru"][0], "Телефон"],
        ["", *HEAD["ru"][1], ""],
        [1.0, *(n + 1 for n in NUMBERS), 16.0],
    ]
    body = [
        [float(n), *row, "74-12-05"] if row[2] else ["", *row] for n, row in enumerate(rows[TABLE_STARTS:], 1)
    ]
    sheet = journal_of([*heads, *body], year=YEAR[path])
    assert contents(sheet) == contents(as_it_is)
    assert sheet.unread_columns == ("Телефон",)


def test_heads_repeated_on_each_page(path, rows, as_it_is):
    pages = []
    for start in range(TABLE_STARTS, len(rows), 30):
        pages += [[f"Лист {start // 30}"], *rows[2:TABLE_STARTS], *rows[start : start + 30]]
    sheet = journal_of([rows[0], *pages], year=YEAR[path])
    assert contents(sheet) == contents(as_it_is)


def test_another_order_of_columns_further_down(path, rows, as_it_is):
    half = 200
    turned = [list(reversed(row)) for row in [*rows[2:4], *rows[half:]]]
    sheet = journal_of([*rows[:half], *turned], year=YEAR[path])
    assert contents(sheet) == contents(as_it_is)


DATED = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}|\d\d)")


def apart(row):
    """Column 1 as two: a real date cell and the number as text."""
    text = str(row[0])
    found = DATED.search(text)
    if not found or int(found[2]) > 12:
        return ["", *row] if not found else [found[0], DATED.sub("", text), *row[1:]]
    year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
    day = dt.date(year, int(found[2]), int(found[1]))
    return [day, DATED.sub("", text).replace("от", "").strip(), *row[1:]]


@pytest.mark.parametrize("merged", [None, (((0, 0), (0, 1)),)])
def test_date_and_number_of_column_1_in_two_cells(path, rows, as_it_is, merged):
    top, under = HEAD[LANGUAGE[path]]
    parts = ["Күні", "Нөмірі"] if path is KK else ["Дата", "Индекс"]
    heads = [[top[0], "", *top[1:]], [*parts, *under[1:]]]
    sheet = journal_of(table(rows, heads, change=apart), year=YEAR[path], merged=merged)
    assert contents(sheet) == contents(as_it_is)


def test_dates_as_serial_numbers_where_only_a_date_stands(path, rows, as_it_is):
    top, under = HEAD[LANGUAGE[path]]
    heads = [[top[0], "", *top[1:]], ["Дата", "Индекс", *under[1:]]]

    def serial(cell):
        return float((cell - dt.date(1899, 12, 30)).days) if isinstance(cell, dt.date) else cell

    sheet = journal_of(
        table(rows, heads, change=lambda row: list(map(serial, apart(row)))), year=YEAR[path], merged=None
    )
    assert contents(sheet) == contents(as_it_is)


def test_an_outgoing_journal_has_its_numbers_in_column_2(path, rows, as_it_is):
    def sent(row):
        return ["", row[0], *row[2:]]

    sheet = journal_of(table(rows, rows[2:TABLE_STARTS], change=sent), JournalKind.OUTGOING, YEAR[path])
    assert [row.number for row in sheet.rows] == [row.number for row in as_it_is.rows]
    assert [row.entry.signed_on for row in sheet.rows] == [row.entry.date for row in as_it_is.rows]
    assert len(sheet.held_back) == len(as_it_is.held_back)


def test_an_outgoing_journal_may_have_them_in_column_1(path, rows, as_it_is):
    sheet = journal_of(rows, JournalKind.OUTGOING, YEAR[path])
    assert [row.number for row in sheet.rows] == [row.number for row in as_it_is.rows]
    assert sheet.rows[0].entry.signed_on == as_it_is.rows[0].entry.date
    assert sheet.rows[0].entry.their_number == as_it_is.rows[0].entry.their_number
    assert not any(row.entry.executor for row in sheet.rows)


def test_a_journal_of_another_year_is_held_back_whole(path, rows, as_it_is):
    sheet = journal_of(rows, year=2031)
    assert not sheet.rows
    assert {held.reasons[0].code for held in sheet.held_back} <= {"date_outside_year", "date_impossible"}
    assert len(sheet.held_back) == len(as_it_is.rows) + len(as_it_is.held_back)
