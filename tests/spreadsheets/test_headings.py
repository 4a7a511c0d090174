"""Finding the table: captions, heads of two rows and of one, the row of numbers, tables cut in two."""

import pytest

from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets.captions import OVER_RECEIPTS, OVER_SHEETS, PART_DATE, caption
from dspdesk.spreadsheets.headings import find_head, numbers_of
from dspdesk.spreadsheets.journal import parse
from dspdesk.spreadsheets.records import UnreadableSheet
from dspdesk.spreadsheets.workbook import Sheet, Workbook
from tests.spreadsheets.making import HEAD, NUMBERS, ONE_ROW, entry_row, journal_of

ALL = list(range(1, 15))


@pytest.mark.parametrize(
    ("text", "column", "language"),
    [
        ("Дата поступ-\nления и индекс документа", 1, "ru"),
        ("ДАТА  ПОСТУПЛЕНИЯ И ИНДЕКС ДОКУМЕНТА", 1, "ru"),
        ("Вх. №", 1, "ru"),
        ("Дата и индекс докумета", 2, "ru"),  # a letter lost
        ("Откуда поступил (куда направлен)", 3, "ru"),
        ("Краткое содерж.", 4, "ru"),
        ("Кол-во листов", OVER_SHEETS, "ru"),
        ("Количество\nлистов", OVER_SHEETS, "ru"),
        ("Кол. и №№ экз.", 7, "ru"),
        ("Количество и номера экземпляpов", 7, "ru"),  # a Latin p
        ("Отм. о взятии на контр.", 9, "ru"),
        ("Дата и расписка", OVER_RECEIPTS, "ru"),
        ("Индекс (номер) дела,\nкуда направлен документ", 12, "ru"),
        ("Отметка об уничто- жении", 13, "ru"),
        ("Примечание", 14, "ru"),
        ("«Примечания»:", 14, "ru"),
        ("Құжаттың келіп түскен күні мен индексі", 1, "kk"),
        ("Құжаттың күні мен индексi", 2, "kk"),  # a Latin i
        ("Истин индекси (номири), кужаттын жиберилген жери", 12, "kk"),  # Russian letters
        ("Парақтар саны", OVER_SHEETS, "kk"),
        ("Ескертпе", 14, "kk"),
        ("Дата", PART_DATE, "ru"),
    ],
)
def test_captions_as_clerks_write_them(text, column, language):
    found = caption(text)
    assert found is not None
    assert (found.column, found.language) == (column, language)


@pytest.mark.parametrize(
    "text", ["", "12", "Итого", "Письмо", "Ким А.В.", "Акт о проверке", "Телефон", "д" * 500]
)
def test_what_is_no_caption(text):
    assert caption(text) is None


def head_of(*rows, merged=()):
    return find_head(Sheet("Журнал", visible=True, rows=[list(row) for row in rows], merged=merged))


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_law_s_own_heading(language):
    head = head_of(["Журнал"], [], *HEAD[language], NUMBERS, entry_row())
    assert head.columns == {column: (column - 1,) for column in ALL}
    assert (head.first, head.last, head.language, head.unread) == (2, 4, language, ())


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_heading_in_one_row(language):
    head = head_of(ONE_ROW[language], entry_row())
    assert head.columns == {column: (column - 1,) for column in ALL}
    assert (head.first, head.last, head.language) == (0, 0, language)


def test_heads_over_two_columns_without_their_parts():
    top = HEAD["ru"][0]
    merged = [((0, 4), (0, 5)), ((0, 9), (0, 10))]
    assert head_of(top, entry_row(), merged=merged).columns == {column: (column - 1,) for column in ALL}
    assert head_of(top, entry_row(), merged=None).columns == {column: (column - 1,) for column in ALL}


def test_heads_over_two_columns_in_a_row_of_their_own():
    over = ["", "", "", "", "Количество листов", "", "", "", "", "Дата и расписка", "", "", "", ""]
    top, under = HEAD["ru"]
    own = [b or a for a, b in zip(top, under, strict=True)]
    head = head_of(over, own, entry_row())
    assert head.columns == {column: (column - 1,) for column in ALL}
    assert (head.first, head.last) == (0, 1)


def test_one_column_for_all_sheets():
    heads = [cell for cell in HEAD["ru"][0] if cell]
    head = head_of(heads, entry_row())
    assert head.columns[5] == (4,)
    assert 6 not in head.columns
    assert 11 not in head.columns


def test_the_row_of_numbers_names_what_the_captions_do_not():
    top = list(HEAD["ru"][0])
    top[2] = "Организация"
    assert 3 not in head_of(top, HEAD["ru"][1], entry_row()).columns
    assert head_of(top, HEAD["ru"][1], NUMBERS, entry_row()).columns[3] == (2,)


def test_captions_win_over_numbers_that_only_count():
    top, under = ([row[1], row[0], *row[2:]] for row in HEAD["ru"])
    head = head_of(top, under, NUMBERS, entry_row())
    assert head.columns[1] == (1,)
    assert head.columns[2] == (0,)


def test_a_number_in_front_is_told_from_a_part_of_column_1():
    head = head_of(["№", *HEAD["ru"][0]], ["", *HEAD["ru"][1]], ["", *entry_row()])
    assert head.line_number == 0
    assert head.columns[1] == (1,)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (NUMBERS, True),
        ([str(int(number)) for number in NUMBERS], True),
        (["", *NUMBERS], True),
        ([float(n) for n in range(1, 16)], True),
        ([5.0, 4.0, "", "", 1.0], False),
        ([1.0, 2.0, "три"], False),
        ([], False),
    ],
)
def test_the_row_of_column_numbers(row, found):
    assert bool(numbers_of(row)) is found


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("captions", [True, False])
def test_a_table_cut_after_column_7_is_refused(language, captions):
    first = [row[:7] for row in HEAD[language]] if captions else []
    second = [row[7:] for row in HEAD[language]] if captions else []
    rows = [*first, NUMBERS[:7], entry_row()[:7], [], *second, NUMBERS[7:], entry_row()[7:]]
    with pytest.raises(UnreadableSheet) as caught:
        journal_of(rows)
    assert caught.value.code == "split_table"
    assert caught.value.facts == {"sheet": "Журнал", "row": rows.index([]) + 2}


def test_a_table_cut_over_two_sheets_is_refused():
    halves = (
        [row[:7] for row in (*HEAD["ru"], entry_row())],
        [row[7:] for row in (*HEAD["ru"], entry_row())],
    )
    sheets = tuple(Sheet(name, visible=True, rows=half) for name, half in zip("AB", halves, strict=True))
    with pytest.raises(UnreadableSheet) as caught:
        parse(Workbook("j.xlsx", "", sheets), JournalKind.INCOMING, 2025)
    assert caught.value.code == "split_table"


def test_a_table_that_goes_on_after_a_word_only_is_refused():
    rows = [*(row[:7] for row in HEAD["ru"]), entry_row()[:7], ["продолжение"], entry_row()[7:]]
    with pytest.raises(UnreadableSheet) as caught:
        journal_of(rows)
    assert caught.value.code == "split_table"


def test_no_headings_and_no_numbers():
    with pytest.raises(UnreadableSheet) as caught:
        journal_of([["Список"], ["Иванов", "Петров"], [1.0, 2.0, 3.0]])
    assert caught.value.code == "no_headings"


def test_no_column_for_the_number():
    with pytest.raises(UnreadableSheet) as caught:
        journal_of([HEAD["ru"][0][2:], entry_row()[2:]])
    assert caught.value.code == "no_number_column"
