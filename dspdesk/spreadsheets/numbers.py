"""Columns 1 and 2: a date and a number in any order, our own or the sender's."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dspdesk.law.registration import WITHOUT_NUMBER
from dspdesk.law.values import Impossible, RegistrationNumber
from dspdesk.spreadsheets.text import DASHES, LONGEST, dates_in, day_of, line, only_date
from dspdesk.spreadsheets.workbook import Cell


@dataclass(slots=True)
class OwnNumber:
    """The body's own date and number as one cell states them.

    `number` is None where it cannot be read; `rest` is then what stands in its place, '' if nothing does.
    `impossible` is the date that the calendar does not have, as written.
    """

    day: dt.date | None = None
    number: RegistrationNumber | None = None
    rest: str = ""
    impossible: str = ""


_MARK = re.compile(
    r"[\s/(«\"-]*(?:д\.?\s?[сc]\.?\s?п\.?|[қкk]бп[үұуy]|для служебного пользования|қызмет бабында пайдалану үшін)"
    r"(?![^\W\d_])[)»\"]*",
    re.IGNORECASE,
)
_FRONT = re.compile(
    r"(?:(?:вх|исх|вн|внутр|рег|инв|кір|шығ|ішкі|тірк)[^\W\d_]*\.?\s*)?(?:(?:№|n[oо]?\.?(?=\s*\d)|номері?|нөмірі?)\s*)?",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:от|ot)\s*$", re.IGNORECASE)
_AROUND: Final = ' \t.,;:/-–—()«»"'
_BARE = re.compile(r"([0-9]{1,9})(?:\s*[-–]?\s*([а-яёәғқңөұүһіa-z]))?", re.IGNORECASE)
_PARTS = re.compile(r"\s*/\s*|\s*[-–]\s*")


#: As nearly every cell is written; the rest goes the long way and comes out the same.
_DAY = r"(\d\d\.\d\d\.(?:\d{4}|\d\d))"
_USUAL = re.compile(
    rf"(?:{_DAY}\s)?(?:№ ?)?([0-9]{{1,9}})([абвгд]?)[ -]?(?:ДСП|дсп|ҚБПҮ|қбпү)(?: (?:от )?{_DAY})?"
)
_USUAL_THEIRS = re.compile(rf"{_DAY} № ([^\s.№]+)")


def own_number(cell: Cell) -> OwnNumber:
    """Read our own date and number; the mark ДСП or ҚБПҮ is taken off. A bare number is a number, no date."""
    usual = _USUAL.fullmatch(cell) if type(cell) is str else None
    return (_usual(usual) if usual else None) or _any_number(line(cell))


def _usual(match: re.Match[str]) -> OwnNumber | None:
    before, number, letter, after = match.groups()
    written = before or after
    day = _usual_day(written) if written else None
    if (before and after) or (written and not day) or int(number) < 1:
        return None
    return OwnNumber(day, RegistrationNumber(int(number), letter), f"{number}{letter}")


@lru_cache(maxsize=4096)
def _usual_day(written: str) -> dt.date | None:
    return day_of(*written.split("."))


def _any_number(text: str) -> OwnNumber:
    if len(text) > LONGEST or (text[:1] in {"-", "–"} and text not in DASHES):
        return OwnNumber(rest=text)
    found, left = OwnNumber(), text
    for date in reversed(dates_in(text)):
        if date.day is None:
            found.impossible = text[date.start : date.end]
        elif found.day is None:
            found.day = date.day
        else:
            return OwnNumber(rest=text)  # two dates: which is ours is not said
        left = f"{_FROM.sub('', left[: date.start])} {left[date.end :]}"
    found.rest = _stripped(left)
    found.number = _plain_number(found.rest)
    return found


def _stripped(text: str) -> str:
    text = _MARK.sub(" ", text).strip(_AROUND)
    front = _FRONT.match(text)
    return text[front.end() :].strip(_AROUND) if front else text


def _plain_number(text: str) -> RegistrationNumber | None:
    if not _BARE.fullmatch(text):
        return None
    try:
        return RegistrationNumber.parse(text)
    except Impossible:
        return None


def parts(rest: str) -> tuple[RegistrationNumber | None, RegistrationNumber | None]:
    """The outer parts of an extended number ("01-05/12": 1 and 12) as far as they can be the running number."""
    cut = "/" if "/" in rest else None
    pieces = rest.split(cut) if cut else [piece for piece in _PARTS.split(rest) if piece]
    if len(pieces) < 2 or not re.fullmatch(r"[\w\s./–-]+", rest):
        return None, None
    return _plain_number(pieces[0].strip()), _plain_number(pieces[-1].strip(_AROUND))


_SIGN = re.compile(
    r"(?:(?:исх|шығ)[^\W\d_]*\.?\s*)?(?:№|N[oо]?(?=\s*\d))\s*(?=\S)|(?:исх|шығ)\.?\s*(?=\d)", re.IGNORECASE
)
_NO_NUMBER = {
    WITHOUT_NUMBER["ru"]: re.compile(r"б\s?[/\\.-]?\s?н\.?|без\s+(?:номера|№)", re.IGNORECASE),
    WITHOUT_NUMBER["kk"]: re.compile(
        r"н\s?[/\\]\s?ж\.?|н[өо]м[іи]р[іи]\s+жо[қк]|н[өо]м[іи]рс[іи]з", re.IGNORECASE
    ),
}


def their_number(cell: Cell) -> tuple[str, dt.date | None]:
    """The sender's number in their own words, mark included, and its date.

    A document without number is "б/н" or "н/ж". Several dates in the cell leave it whole and the date unknown.
    Raises `Unclear` for an impossible date.
    """
    usual = _USUAL_THEIRS.fullmatch(cell) if type(cell) is str else None
    if usual and (day := _usual_day(usual[1])):
        return usual[2], day
    text = line(cell)
    if not text or text in DASHES:
        return "", None
    only_date(text)
    days = [date for date in dates_in(text) if date.day]
    if len(days) != 1:
        return (text if days else _number(text)), None
    front, back = _FROM.sub("", text[: days[0].start]), text[days[0].end :]
    return _number(f"{front.strip(' ,;')} {back.strip(' ,;')}".strip(" ,;-–—")), days[0].day


def _number(text: str) -> str:
    text = _SIGN.sub("", text, count=1) if _SIGN.match(text) else text
    for written, pattern in _NO_NUMBER.items():
        if pattern.fullmatch(text):
            return written
    return text
