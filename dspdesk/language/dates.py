"""Dates as papers write them and as clerks type them.

Papers and screens want «05.03.2026», «5 марта 2026 года», «2026 жылғы 5 наурыз» (the manner of decree
1196 itself); what the toolkits offer («2026 ж. 5 наурыз», «5 марта 2026 г.») is not it. Functions that
read a date answer None for whatever is no date, and never guess a day that the calendar lacks.
"""

import re
from datetime import date, datetime
from typing import Final

from dspdesk.language.catalogue import Language

_MONTHS: Final = {
    Language.KK: (
        *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым"),
        *("шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
    ),
    Language.RU: (
        *("январь", "февраль", "март", "апрель", "май", "июнь"),
        *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
    ),
}
_MONTHS_SHORT: Final = {
    Language.KK: ("қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел"),
    Language.RU: ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
}
_GENITIVE_RU: Final = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_OF_MONTH_KK: Final = (
    *("қаңтардағы", "ақпандағы", "наурыздағы", "сәуірдегі", "мамырдағы", "маусымдағы"),
    *("шілдедегі", "тамыздағы", "қыркүйектегі", "қазандағы", "қарашадағы", "желтоқсандағы"),
)

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2099
# two figures of a year: 69 to 99 are of the last century, as POSIX has it
_PIVOT: Final = 69
# a date typed without a year lies in this one, unless that is farther off than this many days
_DAYS_AHEAD: Final = 183
_DAYS_BACK: Final = 300

# the comma is what the numeric keypad gives on a Russian or Kazakh layout
_SEPARATOR = r"(?:\s*[./,\-\u2013\u2014]\s*|\s+)"
_YEAR_WORD = r"(?:\s*(?:года|год|г|жылғы|жылы|жыл|ж))?[.,\s]*"
_TYPED = re.compile(
    rf"(\d{{1,2}})(?:{_SEPARATOR}(\d{{1,2}})(?:{_SEPARATOR}(\d{{4}}|\d{{2}}))?)?{_YEAR_WORD}",
    re.ASCII | re.IGNORECASE,
)
_TYPED_RUN = re.compile(r"(\d\d)(\d\d)(\d{4}|\d\d)?", re.ASCII)
_TYPED_YEAR_FIRST = re.compile(
    rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_YEAR_WORD}", re.ASCII | re.IGNORECASE
)
_STRICT = re.compile(
    rf"(\d{{1,2}})\s*\.\s*(\d{{1,2}})\s*\.\s*(\d{{4}}|\d{{2}}){_YEAR_WORD}", re.IGNORECASE | re.ASCII
)
_STRICT_YEAR_FIRST = re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){_YEAR_WORD}", re.IGNORECASE | re.ASCII)


def short(day: date) -> str:
    """The date in figures, the same in both languages: «05.03.2026»."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def long(day: date, language: Language) -> str:
    """The date with its month in words: «5 марта 2026 года», «2026 жылғы 5 наурыз»."""
    if language is Language.KK:
        return f"{day.year} жылғы {day.day} {_MONTHS[Language.KK][day.month - 1]}"
    return f"{day.day} {_GENITIVE_RU[day.month - 1]} {day.year} года"


def dated(day: date, language: Language) -> str:
    """The date of a paper named in a text: «от 5 марта 2026 года», «2026 жылғы 5 наурыздағы»."""
    if language is Language.KK:
        return f"{day.year} жылғы {day.day} {_OF_MONTH_KK[day.month - 1]}"
    return f"от {long(day, language)}"


def day_and_time(moment: datetime) -> str:
    """A moment to the minute, the same in both languages: «05.03.2026 14:07»."""
    return f"{short(moment)} {moment.hour:02}:{moment.minute:02}"


def month_names(language: Language) -> tuple[str, ...]:
    """The twelve months standing alone, January first: «март», «наурыз»."""
    return _MONTHS[language]


def month_short(language: Language) -> tuple[str, ...]:
    """The twelve months in three letters, January first: «мар», «нау»."""
    return _MONTHS_SHORT[language]


def parse(text: str, today: date) -> date | None:
    """The date a clerk typed, or None.

    Day first: "5" (of this month), "5.3", "0503" (near today), "5.3.26", "050326", "05032026",
    "05.03.2026", "05/03/2026"; year first: "2026-03-05". Any of `. / , - space` parts the figures.
    """
    text = text.strip()
    if year_first := _TYPED_YEAR_FIRST.fullmatch(text):
        return _date(*year_first.groups())
    match = _TYPED_RUN.fullmatch(text) or _TYPED.fullmatch(text)
    if match is None:
        return None
    day, month, year = match.groups()
    if year is not None:
        return _date(year, month, day)
    if month is not None:
        return _near(today, month, day)
    return _date(str(today.year), str(today.month), day)


def parse_strict(text: str) -> date | None:
    """The full date in a cell of a clerk's sheet, or None: "05.03.2026", "5.3.26 г.", "2026-03-05"."""
    text = text.strip()
    if year_first := _STRICT_YEAR_FIRST.fullmatch(text):
        return _date(*year_first.groups())
    if day_first := _STRICT.fullmatch(text):
        return _date(*reversed(day_first.groups()))
    return None


def _near(today: date, month: str, day: str) -> date | None:
    """In January «28.12» is of the year just over, in late December «5.1» of the one to come."""
    this_year = _date(str(today.year), month, day)
    if this_year is None:
        return None
    ahead = (this_year - today).days
    shift = -1 if ahead > _DAYS_AHEAD else int(ahead < -_DAYS_BACK)
    return _date(str(today.year + shift), month, day) or this_year


def _date(year: str, month: str, day: str) -> date | None:
    try:
        found = date(_full_year(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _full_year(figures: str) -> int:
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (FIRST_YEAR if year >= _PIVOT else FIRST_YEAR + 100)
