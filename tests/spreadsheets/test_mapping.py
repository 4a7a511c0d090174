"""Which column is which when a person says so: the rules, and sheets that nobody would recognise."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets.attention import judged
from dspdesk.spreadsheets.captions import LINE_NUMBER
from dspdesk.spreadsheets.headings import find_head
from dspdesk.spreadsheets.journal import parse, read_journal
from dspdesk.spreadsheets.mapping import (
    FIELDS,
    LEAVE_OUT,
    MOST_COLUMNS,
    SheetMapping,
    fields_of,
    objections,
)
from dspdesk.spreadsheets.records import UnreadableSheet
from dspdesk.spreadsheets.text import line
from dspdesk.spreadsheets.workbook import Sheet, Workbook, read_workbook
from tests.spreadsheets.making import KK, RU, TABLE_STARTS, YEAR, entry_row, rows_of

INCOMING = JournalKind.INCOMING
ALL = tuple(range(1, 15))


def mapped(rows, fields=ALL, start=1, kind=INCOMING, year=2025):
    book = Workbook("j.xlsx", "0" * 64, (Sheet("Лист", visible=True, rows=[list(row) for row in rows]),))
    return parse(book, kind, year, SheetMapping(tuple(fields), (("Лист", start),)))


def contents(sheet):
    return [(row.number, row.entry, row.movements) for row in sheet.rows]


def codes(fields, kind=INCOMING):
    return [(one.code, one.column, one.binding) for one in objections(fields, kind)]


# --- rules ---


def test_all_fourteen_columns_stand_against_nothing():
    assert not objections(ALL, INCOMING)


@pytest.mark.parametrize("kind", JournalKind)
def test_a_column_for_the_number_is_needed(kind):
    fields = [one if one not in {1, 2} else LEAVE_OUT for one in ALL]
    assert ("mapping_no_number", None, True) in codes(fields, kind)


@pytest.mark.parametrize(("kind", "enough"), [(k, k in {"outgoing", "internal"}) for k in JournalKind])
def test_own_documents_may_have_their_number_in_column_2(kind, enough):
    fields = [LEAVE_OUT, *ALL[1:]]
    assert (("mapping_no_number", None, True) not in codes(fields, kind)) is enough


@pytest.mark.parametrize("column", [5, 6, 9, LINE_NUMBER])
def test_what_is_one_cell_is_said_of_one_column(column):
    assert ("mapping_twice", 15, True) in codes([*ALL, column if column in ALL else LINE_NUMBER, column])


@pytest.mark.parametrize("column", [1, 2, 7, 10])
def test_a_date_and_a_number_may_stand_in_two_columns_but_not_in_three(column):
    assert not objections([*ALL, column], INCOMING)
    assert codes([*ALL, column, column]) == [("mapping_twice", 15, True)]


def test_notes_may_stand_in_any_number_of_columns():
    assert not objections([*ALL, *[14] * 20], INCOMING)


def test_what_will_have_to_be_completed_is_named_and_binds_nobody():
    found = objections([1, *[LEAVE_OUT] * 13], INCOMING)
    assert [one.facts["column"] for one in found] == [2, 3, 4, 5, 7]
    assert not any(one.binding for one in found)
    assert [one.facts["column"] for one in objections([1], JournalKind.PUBLICATIONS)] == [3, 4, 7]


@given(st.lists(st.sampled_from((LEAVE_OUT, *FIELDS)), max_size=30), st.sampled_from(JournalKind))
def test_any_mapping_is_judged_and_read_or_refused(fields, kind):
    binding = [one for one in objections(fields, kind) if one.binding]
    judged([["09.01.2025 № 1", "x"]], 0, fields, kind)
    rows = [entry_row(1) + [""] * 16]
    if binding or not fields:
        with pytest.raises(UnreadableSheet):
            mapped(rows, fields, kind=kind)
    else:
        sheet = mapped(rows, fields, kind=kind)
        assert len(sheet.rows) + len(sheet.held_back) + len(sheet.skipped) == 1


# --- plain data ---


@given(
    st.lists(st.sampled_from((LEAVE_OUT, *FIELDS)), max_size=MOST_COLUMNS),
    st.lists(st.tuples(st.text(), st.integers(1, 10**6)), min_size=1, max_size=5),
    st.sampled_from(["kk", "ru"]),
)
def test_a_mapping_comes_back_out_of_plain_data(fields, starts, language):
    mapping = SheetMapping(tuple(fields), tuple(starts), language)
    assert SheetMapping.from_plain(mapping.plain()) == mapping


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"fields": [99], "starts": [["a", 1]], "language": "ru"},
        {"fields": [1], "starts": [], "language": "ru"},
        {"fields": [1], "starts": [["a", 0]], "language": "ru"},
        {"fields": [1], "starts": [["a", 1]], "language": "en"},
        {"fields": [1] * 201, "starts": [["a", 1]], "language": "ru"},
        {"fields": None, "starts": [["a", 1]], "language": "ru"},
        {"fields": ["x"], "starts": [["a", 1]], "language": "ru"},
    ],
)
def test_what_is_no_mapping_is_refused(said):
    with pytest.raises(ValueError, match=r"\w"):
        SheetMapping.from_plain(said)


# --- sheets ---


@pytest.mark.parametrize("path", [RU, KK], ids=["ru", "kk"])
def test_what_recognition_proposes_reads_the_same_by_hand(path):
    book = read_workbook(path)
    head = find_head(book.sheets[0])
    fields = fields_of(head, len(book.sheets[0].rows[0]))
    mapping = SheetMapping(fields, ((book.sheets[0].name, head.last + 2),), head.language)
    assert read_journal(path, INCOMING, YEAR[path], mapping) == read_journal(path, INCOMING, YEAR[path])


@cache
def first_rows():
    """The first entries of the Russian journal, and what is read from them in their own order."""
    rows = rows_of(RU)[TABLE_STARTS : TABLE_STARTS + 60]
    return rows, contents(mapped(rows))


@settings(max_examples=25)
@given(order=st.permutations(range(16)), titles=st.integers(0, 3))
def test_any_order_of_columns_without_any_headings_finds_the_same_rows(order, titles):
    rows, as_it_is = first_rows()
    wide = [[*row, "тел. 74-12-05", ""] for row in rows]
    shuffled = [["что-то"] * 2] * titles + [[row[index] for index in order] for row in wide]
    fields = [(*ALL, LEAVE_OUT, LEAVE_OUT)[index] for index in order]
    assert contents(mapped(shuffled, fields, titles + 1)) == as_it_is


def test_a_number_and_its_date_in_two_columns():
    rows = [["5", "09.01.2025", "Акимат", "Письмо о бюджете"], ["6", "10.01.2025", "Акимат", "Отчёт"]]
    sheet = mapped(rows, (1, 1, 3, 4))
    assert [(str(row.number), row.entry.date.day) for row in sheet.rows] == [("5", 9), ("6", 10)]


def test_a_number_in_front_stands_in_for_one_that_is_not_there():
    rows = [["5", "09.01.2025", "Акимат"], ["6", "10.01.2025", "Акимат"]]
    sheet = mapped(rows, (LINE_NUMBER, 1, 3))
    assert [str(row.number) for row in sheet.rows] == ["5", "6"]


def test_headings_met_again_do_not_change_what_a_person_has_said():
    rows = rows_of(RU)
    pages = [*rows[: TABLE_STARTS + 20], *rows[2:TABLE_STARTS], *rows[TABLE_STARTS + 20 : TABLE_STARTS + 40]]
    fields = [*ALL[:2], LEAVE_OUT, *ALL[3:]]
    sheet = mapped(pages, fields, TABLE_STARTS + 1)
    assert len(sheet.rows) == 40
    assert not any(row.entry.correspondent for row in sheet.rows)


def test_rows_above_the_first_entry_are_not_read():
    rows = [entry_row(1), entry_row(2), entry_row(3)]
    assert [str(row.number) for row in mapped(rows, start=2).rows] == ["2", "3"]


SEVERAL = [
    [f"0{n}.01.2025 № {n} ДСП", "б/н", "Акимат", "Письмо", 1.0, "", "1 экз."] if part == 0
    else ["", "", "", "", "", "", f"{part + 1} экз."]
    for n in range(1, 7) for part in range(2)
]  # fmt: skip


def test_several_rows_for_an_entry_are_refused_with_the_row():
    with pytest.raises(UnreadableSheet) as caught:
        mapped([["заголовок"] * 7, *SEVERAL], ALL[:7], 2)
    assert (caught.value.code, caught.value.facts["row"]) == ("several_rows", 2)
    assert "2" in str(caught.value)


def test_a_total_and_a_month_are_no_second_row():
    rows = [
        row
        for n in range(1, 6)
        for row in (entry_row(n), ["", "", "", "Итого", 3.0], ["", "", "Январь 2025 г."])
    ]
    assert len(mapped(rows).rows) == 5


def test_a_sheet_that_is_gone_is_told():
    with pytest.raises(UnreadableSheet) as caught:
        parse(Workbook("j", "0", ()), INCOMING, 2025, SheetMapping(ALL, (("Лист", 1),)))
    assert caught.value.code == "sheet_gone"


def test_one_sheet_of_several_is_a_part_of_the_file():
    one, other = (Sheet(name, visible=True, rows=[entry_row(n)]) for n, name in ((1, "А"), (2, "Б")))
    book = Workbook("j", "0", (one, other))
    assert parse(book, INCOMING, 2025, SheetMapping(ALL, (("А", 1),))).part == ("А",)
    both = SheetMapping(ALL, (("А", 1), ("Б", 1)))
    assert parse(book, INCOMING, 2025, both).part == ()
    assert [str(row.number) for row in parse(book, INCOMING, 2025, both).rows] == ["1", "2"]


# --- what in the sheet speaks against it ---


def texts(rows):
    return [[line(cell) for cell in row] for row in rows]


def judgements(rows, fields, start=0, titles=(), kind=INCOMING):
    return {(one.code, one.column) for one in judged(texts(rows), start, fields, kind, titles)}


def test_a_good_journal_is_not_spoken_against():
    assert not judgements(rows_of(RU)[:60], ALL, TABLE_STARTS)
    assert not judgements(rows_of(KK)[:60], ALL, TABLE_STARTS)


@pytest.mark.parametrize("wrong", [1, 5, 6, 7])
def test_a_column_that_cannot_be_read_as_it_is_said_is_named(wrong):
    fields = [wrong if one == 3 else LEAVE_OUT if one == wrong else one for one in ALL]
    assert ("mapping_unreadable", 2) in judgements(rows_of(RU)[:60], fields, TABLE_STARTS)


def test_a_heading_that_is_left_out_is_named():
    found = judgements([entry_row(1)], [*ALL[:13], LEAVE_OUT], titles=[*[""] * 13, "Телефон"])
    assert found == {("left_out", 13)}


def test_several_rows_for_an_entry_are_seen_before_reading():
    assert ("several_rows_here", None) in judgements(SEVERAL, ALL[:7])


def test_a_first_entry_below_everything_is_told():
    assert ("nothing_below", None) in judgements([entry_row(1), []], ALL, start=2)
