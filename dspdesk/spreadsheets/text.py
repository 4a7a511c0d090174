"""A cell as text, and the dates that stand in a text."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dspdesk.spreadsheets.records import Unclear
from dspdesk.spreadsheets.workbook import Cell

DASHES: Final = frozenset({"-", "–", "—", "−", "--", "---"})

#: Characters up to which a cell is searched for dates and numbers: a longer text tells something else, and
#: patterns would be slow on it.
LONGEST: Final = 500

# soft hyphens, spaces without width, marks of direction
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08]|_x000D_")
_RETURN: Final = "_x000D_"  # how .xlsx writes the half of a Windows line break

#: Serial numbers of days as Excel counts them, 1 January 2000 to 31 December 2099.
_SERIAL_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range(36526, 73051)


def line(cell: Cell) -> str:
    """The cell in one line: no breaks, doubled or unseen spaces; "3" for 3.0, dd.mm.yyyy for a date cell."""
    text = cell if type(cell) is str else _written(cell)
    if text.isprintable() and "  " not in text and " " not in {text[:1], text[-1:]} and _RETURN not in text:
        return text  # most are like this; spaces other than the common one are not printable
    return " ".join(_UNSEEN.sub("", text).split())


def block(cell: Cell) -> str:
    """The cell with its line breaks, stripped of what is blank around it."""
    if cell == "":
        return ""
    text = cell if type(cell) is str else _written(cell)
    return _UNSEEN.sub("", text).strip()


def _written(cell: Cell) -> str:
    if isinstance(cell, dt.date):
        return f"{cell.day:02}.{cell.month:02}.{cell.year:04}"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell).replace(".", ",")
    return str(cell)


def date_cell(cell: Cell) -> dt.date | None:
    """The day of a real date cell, None of any other."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    return cell if isinstance(cell, dt.date) else None


def serial(cell: Cell) -> dt.date | None:
    """The day that a bare number means where only a date can stand, None outside 2000-2099."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, int) and cell in _SERIALS:
        return _SERIAL_EPOCH + dt.timedelta(days=cell)
    return None


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: from `start` to `end` it stands there; `day` is None where the calendar has no such day."""

    start: int
    end: int
    day: dt.date | None


#: January to December by the first three letters, with Russian letters in the place of Kazakh ones too.
_MONTHS: Final = {
    letters: number
    for number, names in enumerate(
        (
            *("янв қаң кан қан", "фев ақп акп", "мар нау", "апр сәу сау", "май мая мам", "июн мау"),
            *("июл шіл шил", "авг там", "сен қыр кыр", "окт қаз каз", "ноя қар кар", "дек жел"),
        ),
        start=1,
    )
    for letters in names.split()
}
_MONTH = rf"(?:{'|'.join(_MONTHS)})[^\W\d_]*"
#: A title row of one month or year ("Январь 2025 г."), in either language.
PERIOD: Final = re.compile(
    rf"(?:за\s+)?(?:{_MONTH}\s*)?(?:\d{{4}}\s*(?:г|год\w*|ж|жыл\w*)?\.?)?\s*(?:{_MONTH})?(?:\s+ай\w*)?",
    re.IGNORECASE,
)

_YEAR_WORD = r"(?:\s*(?:года|год|г\.?|жылғы|жылы|ж\.?)(?![^\W\d_]))?"
_DATE = re.compile(
    rf"""
    (?<![\d.,/№-]) (?<!№\s)
    (?:
        (?P<d1>\d{{1,2}}) \s?\.\s? (?P<m1>\d{{1,2}}) \s?\.\s? (?P<y1>\d{{2,5}})
      | (?P<d2>\d{{1,2}}) (?P<sign>[/-]) (?P<m2>\d{{1,2}}) (?P=sign) (?P<y2>\d{{4}})
      | (?P<y3>\d{{4}}) (?P<sign3>[./-]) (?P<m3>\d{{1,2}}) (?P=sign3) (?P<d3>\d{{1,2}})
    ) (?!\d|[./-]\d) {_YEAR_WORD}
    | [«"“]? (?P<d4>\d{{1,2}}) [»"”]? \s* (?P<m4>{_MONTH}) \.? \s* (?P<y4>\d{{4}}|\d{{2}}) (?!\d) {_YEAR_WORD}
    | (?P<y5>\d{{4}}) \s* (?:жылғы|жылы|жыл|ж\.?) \s* [«"“]? (?P<d5>\d{{1,2}}) [»"”]? \s* (?P<m5>{_MONTH})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_CENTURY = 80  # two figures of a year: 80 to 99 are of the last century


@lru_cache(maxsize=1 << 14)
def dates_in(text: str) -> tuple[FoundDate, ...]:
    """Every date in the text, in order; what is shaped as a date and is none has no day."""
    if len(text) > LONGEST or not _FIGURE.search(text):
        return ()
    return tuple(_found(match) for match in _DATE.finditer(text))


def only_date(text: str) -> dt.date | None:
    """The one date of the text, None where there is none or several.

    Raises `Unclear` ("date_impossible") where the only date is none that the calendar has.
    """
    found = dates_in(text)
    days = {date.day for date in found if date.day}
    if found and not days:
        raise Unclear("date_impossible", text=text[found[0].start : found[0].end])
    return days.pop() if len(days) == 1 else None


def _found(match: re.Match[str]) -> FoundDate:
    number = next(n for n in "12345" if match["d" + n])
    return FoundDate(
        match.start(), match.end(), day_of(match["d" + number], match["m" + number], match["y" + number])
    )


@lru_cache(maxsize=4096)
def day_of(day: str, month: str, year: str) -> dt.date | None:
    """The day that figures (a month also by its name) mean, None where the calendar has no such day."""
    if len(year) not in (2, 4):
        return None
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= _CENTURY else 2000)
    try:
        return dt.date(full, int(month) if month.isdigit() else _MONTHS[month[:3].casefold()], int(day))
    except ValueError:
        return None
