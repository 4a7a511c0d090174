"""What becomes of rows: registered, held back with every reason, or passed over."""

import datetime as dt

import pytest

from dspdesk.law.kinds import JournalKind, MovementKind
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.spreadsheets.journal import parse
from dspdesk.spreadsheets.workbook import Sheet, Workbook
from tests.spreadsheets.making import HEAD, NUMBERS, entry_row, journal_of, read_rows

FIRST = 4  # the row of the first entry in `read_rows`


def reasons(sheet):
    return [[reason.code for reason in held.reasons] for held in sheet.held_back]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"c1": "33.13.2025 № 5"}, "date_impossible"),
        ({"c1": "09.01.2024 № 5"}, "date_outside_year"),
        ({"c1": "б/н"}, "number_unreadable"),
        ({"c1": ""}, "number_missing"),
        ({"c1": "09.01.2025"}, "number_missing"),
        ({"c1": "01-05/12 ДСП"}, "number_extended"),
        ({"c2": "31.02.2025 № 4"}, "date_impossible"),
        ({"c5": "много"}, "sheets_impossible"),
        ({"c6": "2,5"}, "sheets_impossible"),
        ({"c7": "3 экз. № 1, 2"}, "copies_disagree"),
        ({"c7": "13"}, "copies_ambiguous"),
        ({"c7": "все"}, "copies_impossible"),
        ({"c8": "Ким А.В., срок 31.02.2025"}, "date_impossible"),
        ({"c10": "Ким 31.02.2025"}, "date_impossible"),
        ({"c11": "31.02.2025"}, "date_impossible"),
        ({"c13": "не уничтожено"}, "destruction_unclear"),
    ],
)
def test_a_row_held_back(columns, code):
    sheet = read_rows(entry_row(1), entry_row(5, **columns), entry_row(6))
    assert [row.row for row in sheet.rows] == [FIRST, FIRST + 2]
    assert [held.row for held in sheet.held_back] == [FIRST + 1]
    assert reasons(sheet) == [[code]]


def test_all_reasons_of_a_row_are_collected():
    sheet = read_rows(entry_row(1), entry_row(1, c1="31.02.2025 № 1", c5="много", c7="№ 0", c13="?"))
    assert reasons(sheet) == [
        ["date_impossible", "number_twice", "sheets_impossible", "copies_impossible", "destruction_unclear"]
    ]


def test_the_second_of_a_number_is_held_back_and_names_the_first():
    sheet = read_rows(entry_row("12а"), entry_row(12), entry_row("12-а"))
    assert [str(row.number) for row in sheet.rows] == ["12а", "12"]
    assert reasons(sheet) == [["number_twice"]]
    assert sheet.held_back[0].facts == {"number": "12а", "first_row": FIRST, "first_sheet": "Журнал"}


def test_a_row_held_back_does_not_take_its_number():
    sheet = read_rows(entry_row(1, c5="много"), entry_row(1))
    assert [row.row for row in sheet.rows] == [FIRST + 1]
    assert reasons(sheet) == [["sheets_impossible"]]


def test_a_date_not_written_is_unknown_and_not_wrong():
    sheet = read_rows(entry_row(1, c1="№ 1 ДСП"))
    assert sheet.rows[0].entry.date is None


def test_blank_cells_are_not_known():
    row = ["09.01.2025 № 1 ДСП", *[""] * 2, "О бюджете", *[""] * 10]
    entry = read_rows(row).rows[0].entry
    assert (entry.their_number, entry.correspondent, entry.kind) == ("", "", "")
    assert (entry.sheets, entry.copies, entry.notes) == (SheetCount(), (1,), "")


def test_passed_over_are_blanks_totals_months_and_pages():
    sheet = read_rows(
        ["", "", " "],
        ["Январь 2025 г."],
        entry_row(1),
        ["Итого за январь", "", "", "", 14.0, 2.0, 1.0],
        ["", "", "", "Жиыны", 3.0],
        ["Лист 2"],
        NUMBERS,
        entry_row(2),
        [],
        ["", "", "", "Всего", 6.0],
    )
    assert [row.row for row in sheet.rows] == [FIRST + 2, FIRST + 7]
    assert not sheet.held_back
    assert [row for _, row in sheet.skipped] == [4, 5, 7, 8, 9, 10, 12, 13]


def test_notes_and_signatures_under_the_table_are_passed_over():
    sheet = read_rows(
        entry_row(1),
        [],
        ["В журнале пронумеровано 45 (сорок пять) листов"],
        ["Заведующий канцелярией", "", "", "Ахметов Б.К."],
        ["", "", "31 декабря 2025 года"],
    )
    assert len(sheet.rows) == 1
    assert not sheet.held_back


def test_an_entry_without_number_at_the_end_is_no_note():
    sheet = read_rows(entry_row(1), entry_row(2, c1="б/н"), ["б/н от 12.01.2025", "", "Акимат"])
    assert reasons(sheet) == [["number_unreadable"], ["number_unreadable"]]


def test_a_line_between_entries_is_held_back():
    sheet = read_rows(entry_row(1), ["", "", "Передано в архив"], entry_row(2))
    assert reasons(sheet) == [["number_missing"]]


def test_numbers_prepared_ahead():
    sheet = read_rows(entry_row(1), ["№ 2 ДСП"], entry_row(3), ["№ 4 ДСП"], [5.0])
    assert reasons(sheet) == [["only_number"]]
    assert [row for _, row in sheet.skipped] == [FIRST + 3, FIRST + 4]


def test_movements_stand_in_the_order_of_the_columns():
    row = entry_row(c10=dt.date(2025, 1, 9), c11="-", c12="01-2, л. 5", c13="Акт от 12.01.2026 № 2")
    assert [(m.kind, m.on) for m in read_rows(row).rows[0].movements] == [
        (MovementKind.RECEIPT, dt.date(2025, 1, 9)),
        (MovementKind.FILING, None),
        (MovementKind.DESTRUCTION, dt.date(2026, 1, 12)),
    ]


def test_formulas_stay_text_in_every_column():
    entry = read_rows(entry_row(c3="=HYPERLINK(1)", c4="@SUM(A1)", c8="+7", c14="-2+3")).rows[0].entry
    assert (entry.correspondent, entry.summary) == ("=HYPERLINK(1)", "@SUM(A1)")
    assert (entry.resolution, entry.notes) == ("+7", "-2+3")


EXTENDED = ["01-05/12", "03-2/13", "01-05/14а", "02-7/15"]


def test_the_part_that_runs_is_the_number():
    sheet = read_rows(
        *(entry_row(c1=f"{n + 9:02}.01.2025 № {number} ДСП") for n, number in enumerate(EXTENDED))
    )
    assert [str(row.number) for row in sheet.rows] == ["12", "13", "14а", "15"]
    assert [row.as_written for row in sheet.rows] == EXTENDED


def test_the_part_that_runs_may_stand_first():
    sheet = read_rows(*(entry_row(c1=f"№ {n}/05-01 ДСП") for n in range(7, 12)))
    assert [row.number.sequence for row in sheet.rows] == [7, 8, 9, 10, 11]


def test_extended_numbers_that_do_not_show_which_part_runs_are_held_back():
    both = read_rows(*(entry_row(c1=f"№ {n}/{n + 4}") for n in range(1, 6)))
    neither = read_rows(*(entry_row(c1=f"№ {n}") for n in ("5/7", "5/3", "5/7", "4/2")))
    assert set(map(tuple, reasons(both) + reasons(neither))) == {("number_extended",)}
    assert not both.rows + neither.rows


class TestOwnDocuments:
    """FORMS: the number of outgoing and internal documents is in column 2, else in column 1."""

    KIND = JournalKind.OUTGOING

    def test_the_day_of_signing_stands_beside_the_number(self):
        entry = read_rows(entry_row(c1="", c2="09.01.2025 № 4 ДСП"), kind=self.KIND).rows[0].entry
        assert (entry.date, entry.signed_on, entry.signatory) == (
            dt.date(2025, 1, 9),
            dt.date(2025, 1, 9),
            "",
        )

    def test_a_date_alone_is_the_day_of_registration(self):
        row = entry_row(c1=dt.date(2025, 1, 10), c2="30.12.2024 № 4 ДСП")
        entry = read_rows(row, kind=self.KIND).rows[0].entry
        assert (entry.date, entry.signed_on) == (dt.date(2025, 1, 10), dt.date(2024, 12, 30))
        assert (entry.their_number, entry.their_date) == ("", None)

    def test_what_it_answers_may_stand_in_column_1(self):
        row = entry_row(c1="30.12.2024 № 33-1/77", c2="09.01.2025 № 4 ДСП")
        entry = read_rows(row, kind=self.KIND).rows[0].entry
        assert (entry.their_number, entry.their_date) == ("33-1/77", dt.date(2024, 12, 30))

    def test_a_single_number_in_column_1(self):
        rows = [entry_row(c1="", c2=f"09.01.2025 № {n}") for n in (1, 2)]
        sheet = read_rows(*rows, entry_row(3, c2=""), kind=self.KIND)
        assert [row.number.sequence for row in sheet.rows] == [1, 2, 3]

    def test_addressees_are_no_executors(self):
        assert read_rows(entry_row(c2="№ 1"), kind=self.KIND).rows[0].entry.executor == ""


def test_a_number_in_front_stands_in_where_there_is_no_other():
    heads = [["№ п/п", *HEAD["ru"][0]], ["", *HEAD["ru"][1]]]
    body = [[float(n), *entry_row(c1=dt.date(2025, 1, n + 8))] for n in (1, 2, 3)]
    sheet = journal_of([*heads, *body, [4.0, *entry_row(c1="31.02.2025")], [5.0]])
    assert [row.number.sequence for row in sheet.rows] == [1, 2, 3]
    assert sheet.rows[0].entry.date == dt.date(2025, 1, 9)
    assert reasons(sheet) == [["date_impossible"]]


def test_copies_counted_and_numbered_in_two_columns():
    heads = [
        "Дата поступления и индекс документа",
        "Краткое содержание",
        "Количество экземпляров",
        "Номера экземпляров",
    ]
    sheet = journal_of(
        [heads, ["09.01.2025 № 1", "О бюджете", 2.0, "20, 21"], ["№ 2", "О смете", 1.0, "№ 5"]]
    )
    assert [row.entry.copies for row in sheet.rows] == [(20, 21), (5,)]


def test_publications_count_copies():
    row = entry_row(c5="", c6="", c7=50.0)
    assert len(read_rows(row, kind=JournalKind.PUBLICATIONS).rows[0].entry.copies) == 50


def workbook(*sheets):
    return Workbook("journal.xlsx", "0" * 64, tuple(sheets))


def sheet_of(name, *rows, visible=True):
    return Sheet(name, visible=visible, rows=[list(row) for row in rows])


def test_several_sheets_are_read_in_order():
    january = sheet_of("Январь", *HEAD["ru"], entry_row(1), entry_row(2))
    february = sheet_of("Февраль", *HEAD["ru"], entry_row(3), entry_row(1))
    sheet = parse(
        workbook(january, sheet_of("Заметки", ["x"]), sheet_of("Пусто"), february), JournalKind.INCOMING, 2025
    )
    assert [(row.sheet, row.row) for row in sheet.rows] == [("Январь", 3), ("Январь", 4), ("Февраль", 3)]
    assert sheet.held_back[0].facts == {"number": "1", "first_row": 3, "first_sheet": "Январь"}
    assert sheet.unread_sheets == ("Заметки",)


@pytest.mark.parametrize(
    "heads", [["Исполнитель", "Контроль", "Примечание"], ["Содержание", "Исполнитель", "Контроль"]]
)
def test_a_list_of_another_kind_beside_the_journal_is_left_alone(heads):
    journal = sheet_of("Журнал", *HEAD["ru"], entry_row(1))
    sheet = parse(
        workbook(sheet_of("Контроль", heads, ["Ким А.В."] * 3), journal), JournalKind.INCOMING, 2025
    )
    assert len(sheet.rows) == 1
    assert sheet.unread_sheets == ("Контроль",)


def test_hidden_sheets_are_looked_at_only_when_no_other_has_headings():
    shown = sheet_of("Журнал", *HEAD["ru"], entry_row(1))
    hidden = sheet_of("Копия", *HEAD["ru"], entry_row(1), visible=False)
    assert len(parse(workbook(shown, hidden), JournalKind.INCOMING, 2025).rows) == 1
    assert not parse(workbook(shown, hidden), JournalKind.INCOMING, 2025).held_back
    assert len(parse(workbook(hidden), JournalKind.INCOMING, 2025).rows) == 1


def test_a_title_repeated_on_each_page_is_passed_over():
    title = ["Журнал учёта документов с пометкой «Для служебного пользования»"]
    page = [title, *HEAD["ru"], NUMBERS]
    sheet = journal_of([*page, entry_row(1), *page, entry_row(2)])
    assert [row.number for row in sheet.rows] == [RegistrationNumber(1), RegistrationNumber(2)]
    assert not sheet.held_back
