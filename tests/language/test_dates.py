"""Dates: written as papers want them, read as clerks type them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.language import Language
from dspdesk.language.dates import (
    dated,
    day_and_time,
    long,
    month_names,
    month_short,
    parse,
    parse_strict,
    short,
)

TODAY = date(2026, 3, 17)
FIRST, LAST = date(1990, 1, 1), date(2040, 12, 31)
DAYS = [FIRST + timedelta(days) for days in range((LAST - FIRST).days + 1)]


def test_papers_and_screens():
    day = date(2026, 3, 5)
    assert short(day) == "05.03.2026"
    assert long(day, Language.RU) == "5 марта 2026 года"
    assert long(day, Language.KK) == "2026 жылғы 5 наурыз"
    assert dated(day, Language.RU) == "от 5 марта 2026 года"
    assert day_and_time(datetime(2026, 3, 5, 4, 7, 59)) == "05.03.2026 04:07"


def test_the_decree_names_its_own_date_so():
    assert dated(date(2015, 12, 31), Language.KK) == "2015 жылғы 31 желтоқсандағы"
    assert long(date(2015, 12, 31), Language.RU) == "31 декабря 2015 года"


def test_every_month_in_words():
    of_month = [dated(date(2026, month, 1), Language.KK).split()[-1] for month in range(1, 13)]
    for name, attributive in zip(month_names(Language.KK), of_month, strict=True):
        assert attributive.startswith(name)
        # and its first letter the last of the month
        assert attributive.removeprefix(name) in ({"тағы", "тегі"} if name[-1] in "кқ" else {"дағы", "дегі"})
        # the ending follows the last vowel of the month
        last_vowel = [letter for letter in name if letter in "аәеыіоөұүу"][-1]
        assert attributive.endswith("егі") == (last_vowel in "әеіөү")
    genitive = [long(date(2026, month, 1), Language.RU).split()[1] for month in range(1, 13)]
    assert genitive[:3] == ["января", "февраля", "марта"]
    for name, of_it in zip(month_names(Language.RU), genitive, strict=True):
        assert (name[:-1] if name[-1] in "ьй" else name) == of_it[:-1]


@pytest.mark.parametrize("language", Language)
def test_short_months_begin_the_long_ones(language):
    shorts = month_short(language)
    assert len(set(shorts)) == 12
    for full, abbreviated in zip(month_names(language), shorts, strict=True):
        assert full.startswith(abbreviated)
        assert len(abbreviated) == 3


def test_every_day_in_every_full_form_is_read():
    for day in DAYS:
        d, m, y, yy = day.day, day.month, day.year, day.year % 100
        strict = (
            f"{d:02}.{m:02}.{y}",
            f"{d}.{m}.{yy:02}",
            f"{y}-{m:02}-{d:02}",
            f"{d:02}.{m:02}.{yy:02} ж.",
            f" {d:02}. {m:02}. {y}г. ",
        )
        typed = (
            f"{d:02}{m:02}{yy:02}",
            f"{d:02}{m:02}{y}",
            f"{d:02}/{m:02}/{y}",
            f"{d} {m} {yy:02}",
            f"{d},{m},{y}",
            f"{d}-{m}-{y}",
        )
        assert {parse_strict(text) for text in strict} == {day}
        assert {parse(text, TODAY) for text in (*strict, *typed)} == {day}


def test_every_day_near_today_is_read_without_its_year():
    for days in range(-290, 74):  # to the end of this year's reach either way
        day = TODAY + timedelta(days)
        if day.year == TODAY.year:
            assert parse(f"{day.day}.{day.month}", TODAY) == day
            assert parse(f"{day.day:02}{day.month:02}", TODAY) == day


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("5.3", date(2026, 11, 22), date(2026, 3, 5)),
        ("28.12", date(2026, 1, 5), date(2025, 12, 28)),
        ("2812", date(2026, 1, 5), date(2025, 12, 28)),
        ("5.1", date(2026, 12, 20), date(2027, 1, 5)),
        ("1.3", date(2026, 12, 20), date(2026, 3, 1)),
        ("30.6", date(2026, 1, 5), date(2026, 6, 30)),
        ("29.2", date(2028, 12, 31), date(2028, 2, 29)),
        ("29.2", date(2026, 3, 1), None),
        ("5", date(2026, 11, 22), date(2026, 11, 5)),
        ("05", date(2026, 11, 22), date(2026, 11, 5)),
        ("31", date(2026, 11, 22), None),
        ("5.3.", TODAY, date(2026, 3, 5)),
        ("5.3.26г.", TODAY, date(2026, 3, 5)),
        ("5.3.2026 года", TODAY, date(2026, 3, 5)),
        ("05.03.2026 ж.", TODAY, date(2026, 3, 5)),
        ("2026.3.5", TODAY, date(2026, 3, 5)),
        ("5.3.68", TODAY, date(2068, 3, 5)),
        ("5.3.69", TODAY, date(1969, 3, 5)),
    ],
)
def test_what_clerks_type(text, today, expected):
    assert parse(text, today) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "0", "32", "31.02", "31.02.2026", "29.02.2025", "5.13", "5.13.26", "05.00.2026"),
        *("00.05.2026", "503", "50326", "5032026", "0532", "310226", "31022026", "5.3.202", "5.3.6"),
        *("5.3.20266", "1.1.1899", "01.01.2100", "2026", "2026-13-01", "2026-02-30", "26-03-05.1"),
        *("май", "5 марта", "5.3.26 ДСП", "№ 5", "-5", "5.-3", "٥.٣.٢٠٢٦", "²", "5..3", "5.3.26.1"),
        *("1e3", "0x05", "5.3\n\n.26\0"),
    ],
)
def test_what_is_no_date(text):
    assert parse(text, TODAY) is None
    assert parse_strict(text) is None


@pytest.mark.parametrize("text", ["5", "5.3", "0503", "050326", "05032026", "05/03/2026", "5 3 26", "5,3,26"])
def test_a_cell_must_hold_a_full_date(text):
    assert parse(text, TODAY) is not None
    assert parse_strict(text) is None


@given(st.text(alphabet="0123456789./- гжода№\n") | st.text(), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_any_text_is_a_date_or_none(text, today):
    for found in (parse(text, today), parse_strict(text)):
        assert found is None or 1900 <= found.year <= 2099


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_what_is_written_is_read(day):
    assert parse_strict(short(day)) == parse(short(day), TODAY) == day
