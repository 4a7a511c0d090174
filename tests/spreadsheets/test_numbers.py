"""Columns 1 and 2: date and number in any order."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.law.registration_journal import dated
from dspdesk.law.values import RegistrationNumber
from dspdesk.spreadsheets import numbers
from dspdesk.spreadsheets.numbers import OwnNumber, own_number, parts, their_number
from dspdesk.spreadsheets.records import Unclear
from dspdesk.spreadsheets.text import line

JAN_9 = dt.date(2025, 1, 9)


@pytest.mark.parametrize(
    ("cell", "day", "number"),
    [
        ("06.01.2025 № 1 ДСП", dt.date(2025, 1, 6), "1"),
        ("07.01.2025 № 2-ДСП", dt.date(2025, 1, 7), "2"),
        ("09.01.25\n11дсп", JAN_9, "11"),
        ("№ 1203дсп от 11.08.2025", dt.date(2025, 8, 11), "1203"),
        ("№ 14ҚБПҮ 09.01.2024", dt.date(2024, 1, 9), "14"),
        ("12а дсп", None, "12а"),
        ("12 а", None, "12а"),
        ("341а-ДСП", None, "341а"),
        ("№ 165бқбпү", None, "165б"),
        ("№ 7-а дсп", None, "7а"),
        ("12A", None, "12а"),
        (12, None, "12"),
        (12.0, None, "12"),
        ("вх. № 12", None, "12"),
        ("Вх.№12дсп от «05» марта 2025 года", dt.date(2025, 3, 5), "12"),
        ("№12/ДСП", None, "12"),
        ("ДСП-12", None, "12"),
        ("№ 5 (ДСП)", None, "5"),
        ("5 д.с.п.", None, "5"),
        ("№5 ДCП", None, "5"),  # a Latin C
        ("2025 жылғы 5 наурыз № 3 қбпү", dt.date(2025, 3, 5), "3"),
        ("№ 3 2025 жылғы 5 наурыздағы", dt.date(2025, 3, 5), "3"),
        ("05 қаңтар 2025 ж. № 4ҚБПҮ", dt.date(2025, 1, 5), "4"),
        ("5 марта 2025 г. № 3", dt.date(2025, 3, 5), "3"),
        ("06.01.2025г.№5", dt.date(2025, 1, 6), "5"),
        ("№ 5. 06.01.2025", dt.date(2025, 1, 6), "5"),
        ("2025-01-06 № 3", dt.date(2025, 1, 6), "3"),
        ("12/01/2025 5", dt.date(2025, 1, 12), "5"),
        ("06.01.2025\N{NO-BREAK SPACE}№\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}ДСП ", dt.date(2025, 1, 6), "1"),
        ("  06. 01. 2025   № 1 ДСП", dt.date(2025, 1, 6), "1"),
        ("06.01.99 № 1", dt.date(1999, 1, 6), "1"),
    ],
)
def test_our_number_in_any_order(cell, day, number):
    found = own_number(cell)
    assert (found.day, str(found.number), found.impossible) == (day, number, "")


@pytest.mark.parametrize(
    ("cell", "rest"),
    [
        ("", ""),
        ("-", ""),
        (dt.date(2025, 1, 6), ""),
        (dt.datetime(2025, 1, 6, 9, 30), ""),
        ("б/н", "б/н"),
        ("н/ж", "н/ж"),
        ("б/н от 12.01.2025", "б/н"),
        ("№ 0", "0"),
        (12.5, "12,5"),
        (-3.0, "-3"),
        (True, "True"),
        ("12.01 № 5", "12.01 № 5"),  # of which year is not said
        ("12аб", "12аб"),
        ("№ 5, 6", "5, 6"),
        ("01-05/12 ДСП", "01-05/12"),
        ("06.01.2025 07.01.2025 № 5", "06.01.2025 07.01.2025 № 5"),
        ("№ 1234567890", "1234567890"),
        ("В журнале пронумеровано 45 листов", "В журнале пронумеровано 45 листов"),
    ],
)
def test_what_is_no_number_of_ours(cell, rest):
    found = own_number(cell)
    assert (found.number, found.rest) == (None, rest)


@pytest.mark.parametrize(
    "cell", ["33.13.2025 № 72дсп", "№ 72 от 31.02.2025", "31 февраля 2025 № 72", "1.1.202 № 72"]
)
def test_a_date_that_the_calendar_does_not_have(cell):
    found = own_number(cell)
    assert found.day is None
    assert found.number == RegistrationNumber(72)
    assert found.impossible in cell


@pytest.mark.parametrize(
    ("rest", "first", "last"),
    [
        ("01-05/12", None, "12"),
        ("12/01-05", "12", None),
        ("05/12а", "5", "12а"),
        ("05-12", "5", "12"),
        ("12", None, None),
        ("б/н", None, None),
        ("12, 13", None, None),
    ],
)
def test_parts_of_an_extended_number(rest, first, last):
    assert [part and str(part) for part in parts(rest)] == [first, last]


@pytest.mark.parametrize(
    ("cell", "number", "day"),
    [
        ("27.12.2024 № 33-16/3060дсп", "33-16/3060дсп", dt.date(2024, 12, 27)),
        ("№ 12-3/45 от 12.01.2025 г.", "12-3/45", dt.date(2025, 1, 12)),
        ("№ 02.13.45-7 от 12.01.2025", "02.13.45-7", dt.date(2025, 1, 12)),
        ("Исх.№5/дсп от 3 февраля 2025г", "5/дсп", dt.date(2025, 2, 3)),
        ("исх. № 12", "12", None),
        ("вх. № 12", "вх. № 12", None),
        ("б/н", "б/н", None),
        ("Б/Н", "б/н", None),
        ("без номера", "б/н", None),
        ("б/н от 12.01.2025", "б/н", dt.date(2025, 1, 12)),
        ("№ б/н", "б/н", None),
        ("н/ж", "н/ж", None),
        ("нөмірі жоқ", "н/ж", None),
        ("12.01.2025", "", dt.date(2025, 1, 12)),
        (dt.date(2025, 1, 2), "", dt.date(2025, 1, 2)),
        (12.0, "12", None),
        ("05-06/123", "05-06/123", None),
        ("00123", "00123", None),
        ("33/16/30 дсп", "33/16/30 дсп", None),
        ("№ 5 от 1.2.25, № 6 от 3.2.25", "№ 5 от 1.2.25, № 6 от 3.2.25", None),
        ("Астана, 2024", "Астана, 2024", None),
        ("-", "", None),
        ("", "", None),
    ],
)
def test_their_number_keeps_its_words(cell, number, day):
    assert their_number(cell) == (number, day)


def test_their_date_may_be_impossible():
    with pytest.raises(Unclear) as caught:
        their_number("31.02.2025 № 5")
    assert caught.value.reason.code == "date_impossible"
    assert caught.value.reason.facts == {"text": "31.02.2025"}


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2079, 12, 31)),
    st.integers(1, 999_999_999),
    st.sampled_from(["", "а", "б", "д"]),
    st.sampled_from(["ДСП", "дсп", "ҚБПҮ", "қбпү"]),
    st.sampled_from(
        ["{d} № {n} {m}", "{d} № {n}-{m}", "{d}\n{n}{m}", "№ {n}{m} от {d}", "№ {n} {m} {d}", "{n}{m}"]
    ),
    st.sampled_from(["%d.%m.%Y", "%d.%m.%y"]),
)
def test_the_usual_way_and_the_long_way_come_out_the_same(day, number, letter, mark, shape, written):
    cell = shape.format(d=day.strftime(written), n=f"{number}{letter}", m=mark)
    expected = OwnNumber(
        day if "{d}" in shape else None, RegistrationNumber(number, letter), f"{number}{letter}"
    )
    assert own_number(cell) == numbers._any_number(line(cell)) == expected


@given(
    st.dates(dt.date(2000, 1, 1)),
    st.integers(1, 99999),
    st.sampled_from(["", "а", "в"]),
    st.sampled_from(["ru", "kk"]),
)
def test_what_we_print_in_column_1_is_read_back(day, number, letter, language):
    ours = RegistrationNumber(number, letter)
    found = own_number(dated(day, ours.with_mark(language)))
    assert (found.day, found.number) == (day, ours)
