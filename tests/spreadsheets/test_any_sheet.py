"""Whatever stands in the cells: nothing breaks, and every row ends in exactly one place."""

import datetime as dt

from hypothesis import example, given
from hypothesis import strategies as st

from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets import wire
from dspdesk.spreadsheets.captions import caption
from dspdesk.spreadsheets.headings import find_head
from dspdesk.spreadsheets.journal import parse
from dspdesk.spreadsheets.reasons import reason_text
from dspdesk.spreadsheets.records import JournalSheet, UnreadableSheet
from dspdesk.spreadsheets.workbook import Sheet, Workbook
from tests.spreadsheets.making import HEAD, NUMBERS, entry_row

FRAGMENTS = st.sampled_from(
    [
        *"№-–—/.,;:()+=@ \n\t\N{NO-BREAK SPACE}",
        *(
            "12",
            "1",
            "341а",
            "01-05",
            "2025",
            "06.01.2025",
            "33.13.2025",
            "5.3.25",
            "²",
            "٣",
            "9" * 30,
            "\ud800",
        ),
        *(
            "ДСП",
            "қбпү",
            "дсп",
            "б/н",
            "н/ж",
            "от",
            "г.",
            "жылғы",
            "наурыз",
            "марта",
            "экз.",
            "дана",
            "л.",
            "п.",
        ),
        *(
            "срок",
            "мерзімі",
            "Ким А.В.",
            "Письмо",
            "Хат",
            "Итого",
            "Жиыны",
            "Акт",
            "Уничтожено",
            "продолжение",
        ),
        *("Январь", "Дата и индекс документа", "Примечания", "Ескертпе", "Количество листов", "документа"),
    ]
)
TEXTS = st.lists(FRAGMENTS, max_size=6).map("".join) | st.text(max_size=12)
CELLS = st.one_of(
    st.just(""),
    TEXTS,
    st.integers(-5, 50_000),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)
ROWS = st.lists(CELLS, min_size=14, max_size=14)
KINDS = st.sampled_from(list(JournalKind))


def near_entry(changes):
    row = entry_row()
    for column, cell in changes.items():
        row[column] = cell
    return row


NEAR_ENTRIES = st.dictionaries(st.integers(0, 13), CELLS, max_size=3).map(near_entry)


def sheet_of(rows):
    return Sheet("Журнал", visible=True, rows=[list(row) for row in rows])


def parsed(rows, kind):
    """What is read, or the code of the refusal."""
    try:
        return parse(Workbook("j.xlsx", "0" * 64, (sheet_of(rows),)), kind, 2025)
    except UnreadableSheet as error:
        return error.code


@example([[1, dt.date(2000, 1, 1), *[""] * 12]], JournalKind.OUTGOING, "ru", False)
@given(st.lists(ROWS | NEAR_ENTRIES, max_size=8), KINDS, st.sampled_from(["ru", "kk"]), st.booleans())
def test_every_row_ends_in_exactly_one_place(body, kind, language, numbered):
    rows = [*HEAD[language], *([NUMBERS] if numbered else []), *body]
    sheet = parsed(rows, kind)
    if sheet == "split_table":
        return
    ends = [row.row for row in sheet.rows] + [held.row for held in sheet.held_back]
    ends += [row for _, row in sheet.skipped]
    below = find_head(sheet_of(rows)).last + 1
    assert sorted(ends) == list(range(below + 1, len(rows) + 1))
    assert len({row.number for row in sheet.rows}) == len(sheet.rows)
    assert all(row.entry.date is None or row.entry.date.year == 2025 for row in sheet.rows)
    assert all(reason_text(held) for held in sheet.held_back)
    assert wire.decoded(list(wire.encoded(sheet))) == sheet


@given(st.lists(st.lists(CELLS, max_size=16), max_size=8), KINDS)
def test_any_grid_is_read_or_refused(rows, kind):
    assert parsed(rows, kind)


@given(st.lists(TEXTS, min_size=1, max_size=14), st.lists(ROWS, max_size=3), KINDS)
def test_any_heading_is_read_or_refused(heads, body, kind):
    result = parsed([[*HEAD["ru"][0][:4], *heads], *body], kind)
    assert isinstance(result, JournalSheet) or result in {"split_table", "no_number_column"}


@given(TEXTS)
def test_a_caption_is_found_or_not(text):
    found = caption(text)
    assert found is None or found.language in {"kk", "ru"}


def test_long_cells_take_no_time():
    started = dt.datetime.now(tz=dt.UTC)
    long = [
        "-" * 32_000,
        "1" * 32_000,
        "1." * 16_000,
        "№ " * 16_000,
        "1-9999," * 4_000,
        "срок " * 6_000,
        "а" * 32_000,
    ]
    assert parsed([*HEAD["ru"], *([text] * 14 for text in long)], JournalKind.INCOMING).held_back
    assert (dt.datetime.now(tz=dt.UTC) - started).total_seconds() < 5
