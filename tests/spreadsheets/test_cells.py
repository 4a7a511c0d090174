"""Columns 3 to 14, cell by cell."""

import datetime as dt

import pytest

from dspdesk.law.registration_journal import copies as printed_copies
from dspdesk.law.registration_journal import sheets as printed_sheets
from dspdesk.law.values import SheetCount
from dspdesk.spreadsheets import cells
from dspdesk.spreadsheets.records import Unclear
from dspdesk.spreadsheets.text import PERIOD, block, line

JAN_2 = dt.date(2025, 1, 2)


@pytest.mark.parametrize(
    ("document", "enclosures", "expected"),
    [
        (3, "", (3, None)),
        (3.0, "", (3, None)),
        ("3", "5", (3, 5)),
        ("12 л.", "-", (12, 0)),
        ("12 п.", "–", (12, 0)),
        ("12л", "—", (12, 0)),
        ("12 листов", "5 л.", (12, 5)),
        ("12 парақ", "жоқ", (12, 0)),
        ("3 (три) л.", "на 5 л.", (3, 5)),
        ("", "", (None, None)),
        ("-", "", (0, None)),
        ("3+5", "", (3, 5)),
        ("4 + 11", "", (4, 11)),
        ("4 л. + прил. 11 л.", "", (4, 11)),
    ],
)
def test_sheets(document, enclosures, expected):
    assert cells.sheets(document, enclosures) == SheetCount(*expected)


@pytest.mark.parametrize(
    ("document", "enclosures"),
    [
        *(
            ("много", ""),
            ("2,5", ""),
            (2.5, ""),
            (-1.0, ""),
            (True, ""),
            (JAN_2, ""),
            (1e9, ""),
            (float("inf"), ""),
        ),
        *(("3", "много"), ("3+5", 5.0), ("3/5", ""), ("3 стр.", ""), ("3 л. и диск", ""), (float("nan"), "")),
    ],
)
def test_sheets_that_are_no_number(document, enclosures):
    with pytest.raises(Unclear) as caught:
        cells.sheets(document, enclosures)
    assert caught.value.reason.code == "sheets_impossible"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1 экз. № 13", (13,)),
        ("3 экз. № 28-30", (28, 29, 30)),
        ("2 экз. № 20, 21", (20, 21)),
        ("2 экз. № 1 и 2", (1, 2)),
        ("2 экз. № 1 и № 2", (1, 2)),
        ("2 экз. (№ 1, 2)", (1, 2)),
        ("2 экземпляра, №№ 1, 2", (1, 2)),
        ("1 (один) экз. № 2", (2,)),
        ("№ 5-7", (5, 6, 7)),
        ("экз. № 1", (1,)),
        ("экз.№1", (1,)),
        ("экз. 5", (5,)),
        ("1-й экз.", (1,)),
        ("2 дана № 18, 19", (18, 19)),
        ("№ 1 дана", (1,)),
        ("№ 4-дана", (4,)),
        ("2 экз.", (1, 2)),
        ("1 экз. б/н", (1,)),
        ("1", (1,)),
        (1.0, (1,)),
        ("1, 2", (1, 2)),
        ("5-7", (5, 6, 7)),
        ("", (1,)),
        ("-", (1,)),
    ],
)
def test_copies(cell, expected):
    assert cells.copies(cell) == expected


def test_publications_are_counted_by_copies():
    assert cells.copies(50.0, True) == tuple(range(1, 51))
    assert cells.copies("3", True) == (1, 2, 3)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("3 экз. № 1, 2", "copies_disagree"),
        ("1 экз. № 28-30", "copies_disagree"),
        ("2", "copies_ambiguous"),
        (13.0, "copies_ambiguous"),
        ("много", "copies_impossible"),
        ("№ 0", "copies_impossible"),
        ("№ 7-5", "copies_impossible"),
        ("№ 3, 3", "copies_impossible"),
        ("0 экз.", "copies_impossible"),
        ("99999999999 экз.", "copies_impossible"),
        ("№ " + "9" * 5000, "copies_impossible"),
        ("№ 1-" + "9" * 400, "copies_impossible"),
        (dt.date(2025, 7, 5), "copies_impossible"),  # what a spreadsheet program makes of "5-7"
        (True, "copies_impossible"),
    ],
)
def test_copies_that_cannot_be(cell, code):
    with pytest.raises(Unclear) as caught:
        cells.copies(cell)
    assert caught.value.reason.code == code


@pytest.mark.parametrize(
    ("cell", "executor", "due"),
    [
        ("Ким А.В., срок 29.01.2025", "Ким А.В.", dt.date(2025, 1, 29)),
        ("Нұрғалиева Ә.Қ., мерзімі 22.01.2024", "Нұрғалиева Ә.Қ.", dt.date(2024, 1, 22)),
        ("Ким А.В. до 5 марта 2025 г.", "Ким А.В.", dt.date(2025, 3, 5)),
        ("Ким А.В.", "Ким А.В.", None),
        ("А.В. Ким", "А.В. Ким", None),
        ("Ким А.В., срок исполнения до 29.01.25", "Ким А.В.", dt.date(2025, 1, 29)),
        ("Ким А.В., 22.01.2024 дейін", "Ким А.В.", dt.date(2024, 1, 22)),
        ("Ким А.В. 07.01.2025", "", None),  # a date that is no term
        ("Ким А.В., Ахметов Б.К.", "", None),
        ("Ким А.В., Ахметов Б.К. срок до 29.01.2025", "", dt.date(2025, 1, 29)),
        ("к исполнению", "", None),
        ("", "", None),
    ],
)
def test_resolution(cell, executor, due):
    assert cells.resolution(cell) == (cell, executor, due)


def test_a_dash_is_no_resolution_and_a_long_text_is_kept():
    assert cells.resolution("-") == ("", "", None)
    long = "по списку " * 100
    assert cells.resolution(long) == (long.strip(), "", None)


@pytest.mark.parametrize(
    ("cell", "mark"), [("К", "К"), ("Б ", "Б"), ("+", "+"), ("-", ""), ("", ""), ("нет", "")]
)
def test_control(cell, mark):
    assert cells.control(cell) == mark


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ахметов Б.К. 07.01.2025", (dt.date(2025, 1, 7), "Ахметов Б.К. 07.01.2025")),
        (JAN_2, (JAN_2, "02.01.2025")),
        (dt.datetime(2025, 1, 2, 15, 40), (JAN_2, "02.01.2025")),
        ("15.01.2025", (dt.date(2025, 1, 15), "15.01.2025")),
        (45663.0, (dt.date(2025, 1, 6), "06.01.2025")),
        (45663, (dt.date(2025, 1, 6), "06.01.2025")),
        (7.0, (None, "7")),
        ("Ким А.В.", (None, "Ким А.В.")),
        ("Ким 07.01.2025, Ли 08.01.2025", (None, "Ким 07.01.2025, Ли 08.01.2025")),
        (" Ким\n07.01.2025 ", (dt.date(2025, 1, 7), "Ким 07.01.2025")),
        ("-", None),
        ("", None),
    ],
)
def test_receipt(cell, expected):
    assert cells.receipt(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("01-2, л. 31-167", (None, "01-2, л. 31-167")), (7.0, (None, "7")), ("-", None), ("", None)],
)
def test_case(cell, expected):
    assert cells.case(cell) == expected


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Уничтожено. Акт от 24.01.2026 № 6", dt.date(2026, 1, 24)),
        ("Жойылған. № 8 акті. (2025-01-18)", dt.date(2025, 1, 18)),
        ("Жойылған. № 12 акті.(05.03.2026)", dt.date(2026, 3, 5)),
        ("акт № 5", None),
        ("сожжено", None),
        ("24.01.2026 № 6", dt.date(2026, 1, 24)),
    ],
)
def test_destruction(cell, day):
    assert cells.destruction(cell) == (day, cell)


@pytest.mark.parametrize("cell", ["", "-", "нет", "жоқ"])
def test_no_destruction(cell):
    assert cells.destruction(cell) is None


@pytest.mark.parametrize(
    "cell", ["не уничтожено", "подлежит уничтожению", "к уничтожению", "жойылмаған", "что-то"]
)
def test_words_that_do_not_say_destroyed(cell):
    with pytest.raises(Unclear) as caught:
        cells.destruction(cell)
    assert caught.value.reason.code == "destruction_unclear"


@pytest.mark.parametrize("read", [cells.receipt, cells.resolution, cells.destruction])
def test_an_impossible_date_is_impossible_everywhere(read):
    with pytest.raises(Unclear) as caught:
        read("Акт, срок 31.02.2025")
    assert caught.value.reason.facts == {"text": "31.02.2025"}


@pytest.mark.parametrize(
    ("cell", "kind", "summary"),
    [
        ("Письмо о порядке доступа", "Письмо", "о порядке доступа"),
        ("докладная  записка\nоб итогах", "Докладная записка", "об итогах"),
        ("Отчет: о проверке", "Отчёт", "о проверке"),
        ("План мероприятий о защите", "План мероприятий", "о защите"),
        ("Письмо-запрос о справке", "Письмо-запрос", "о справке"),
        ("Хат ведомство туралы", "Хат", "ведомство туралы"),
        ("Хаттама кеңес туралы", "Хаттама", "кеңес туралы"),
        ("Іс-шаралар жоспары бюджет бойынша", "Іс-шаралар жоспары", "бюджет бойынша"),
        ("Сұрау салу нысан туралы", "Сұрау салу", "нысан туралы"),
        ("Баяндау хаты", "Баяндау хаты", ""),
        ("Активы предприятия", "", "Активы предприятия"),
        ("О мерах", "", "О мерах"),
        ("=1+1", "", "=1+1"),
        (7.0, "", "7"),
        ("-", "", ""),
        ("", "", ""),
    ],
)
def test_kind_and_summary(cell, kind, summary):
    assert cells.kind_and_summary(cell) == (kind, summary)


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "+7 701 000", "-5", "=cmd|'/c calc'!A0", "\tэлектронный носитель "]
)
def test_notes_are_kept_as_text(text):
    assert block(text) == text.strip()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  а \N{NO-BREAK SPACE} б\r\nв\t", "а б в"),
        ("а\N{SOFT HYPHEN}б\N{ZERO WIDTH SPACE}в", "абв"),
        ("а_x000D_\nб", "а б"),
        (3.0, "3"),
        (2.5, "2,5"),
        (JAN_2, "02.01.2025"),
        (dt.time(3, 4), "03:04:00"),
        ("", ""),
    ],
)
def test_a_cell_in_one_line(cell, text):
    assert line(cell) == text


def test_notes_keep_their_lines():
    assert block(" первая\nвторая ") == "первая\nвторая"


@pytest.mark.parametrize(
    "text", ["Январь", "Январь 2025 г.", "2025 год", "2025 жылғы қаңтар айы", "за май 2025"]
)
def test_a_month_is_no_entry(text):
    assert PERIOD.fullmatch(text)


@pytest.mark.parametrize("numbers", [(1,), (1, 2), (5, 6, 7), (1, 5, 6, 7)])
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_we_print_is_read_back(numbers, language):
    assert cells.copies(printed_copies(numbers, language)) == numbers
    assert cells.sheets(printed_sheets(len(numbers)), printed_sheets(0)) == SheetCount(len(numbers), 0)
