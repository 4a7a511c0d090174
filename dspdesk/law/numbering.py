"""What a registration number is made of (paragraph 16): the pattern of a journal, and the number written by it.

A pattern is text with parts in braces, "{case}-{correspondent}/{number}". The sequence number with its letter stands
in it once and apart from all else, so that no two entries of a journal can be written alike. The abbreviation of the
mark is no part of a pattern: it is always added (`RegistrationNumber.with_mark`).
"""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from itertools import pairwise

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.values import ABBREVIATION

NUMBER = "number"
PLAIN = "{number}"
#: Every part a pattern may name, with the field of the card that gives it ('' where nothing is to be filled in).
PARTS: Mapping[str, str] = {
    NUMBER: "",
    "case": "case_index",
    "correspondent": "correspondent",
    "executor": "executor",
    "unit": "executor",
    "year": "",
    "month": "date",
    "date": "date",
}
LONGEST = 60
_PIECE = re.compile(r"\{([^{}]*)\}")
_SIGN = re.compile(r"[\w \-–/.,:]")
_BESIDE = re.compile(r"[^\W_]\{|\}[^\W_]|\}\{")
_MARK = re.compile(r"д\.?\s?с\.?\s?п|қбпү|кбпу")


def check_pattern(pattern: str, name: str = "pattern") -> list[Finding]:
    """D16: everything for which a text cannot be the pattern of a journal; `name` is the field it was typed into."""

    def refuse(code: str, **facts: object) -> Finding:
        return Finding("D16", Weight.REFUSE, code, facts, name)

    unknown = [part for part in parts_of(pattern) if part not in PARTS]
    rest = _PIECE.sub("", pattern)
    signs = sorted({sign for sign in rest if not _SIGN.fullmatch(sign)})
    found = [
        refuse("pattern_too_long", most=LONGEST) if len(pattern) > LONGEST else None,
        refuse("pattern_unknown_part", part="{" + unknown[0] + "}") if unknown else None,
        refuse("pattern_without_number") if parts_of(pattern).count(NUMBER) != 1 else None,
        refuse("pattern_part_twice") if _twice(parts_of(pattern)) else None,
        refuse("pattern_bad_sign", signs=" ".join(signs)) if signs else None,
        refuse("pattern_parts_touch") if _BESIDE.search(pattern) else None,
        refuse("pattern_with_mark") if _MARK.search(rest.casefold()) else None,
    ]
    return [finding for finding in found if finding is not None]


def parts_of(pattern: str) -> tuple[str, ...]:
    """The parts that a pattern names, in its order."""
    return tuple(_PIECE.findall(pattern))


def composed(pattern: str, parts: Mapping[str, str]) -> str:
    """The number as a pattern writes it; a part not known is left out together with its separator.

    A separator belongs to the part on its side of the number: "{case}-{number}/{year}" without its case is "12/2026".
    """
    pieces = _PIECE.split(pattern)  # text, part, text, part, …, text
    names, texts = pieces[1::2], pieces[0::2]
    at = names.index(NUMBER)
    written = [texts[0]]
    for place, name in enumerate(names):
        value = " ".join(parts.get(name, "").split())
        before = texts[place] if place > at else ""
        after = texts[place + 1] if place < at else ""
        written.append(f"{before}{value}{after}" if value else "")
    written.append(texts[-1] if len(texts) > 1 else "")
    return "".join(written).strip()


def written(pattern: str, parts: Mapping[str, str]) -> str:
    """What is kept of a number: '' where the pattern makes nothing but the sequence number with its letter."""
    found = composed(pattern, parts)
    return "" if found == parts[NUMBER] else found


def unknown_parts(pattern: str, parts: Mapping[str, str]) -> list[Finding]:
    """D16: warns of each part that the pattern asks for and nothing is known of; the number goes without it."""
    missing = dict.fromkeys(
        part for part in parts_of(pattern) if part != NUMBER and not parts.get(part, "").strip()
    )
    return [Finding("D16", Weight.WARN, f"number_without_{part}", {}, PARTS[part]) for part in missing]


def dated_parts(day: dt.date | None, year: int) -> dict[str, str]:
    """The parts that the journal and the day of the entry give."""
    if day is None:
        return {"year": str(year)}
    return {"year": str(year), "month": f"{day.month:02}", "date": f"{day:%d.%m.%Y}"}


def written_once(number: str, taken: Collection[str]) -> Finding | None:
    """Paragraph 14, part 2: no two entries of a journal are written alike, however their parts are put together."""
    if number not in taken:
        return None
    return Finding("D14a", Weight.REFUSE, "number_written_alike", {"number": number}, "case_index")


def pattern_changed(before: str, after: str, given: int, year: int) -> Finding | None:
    """D16: a pattern changed in the middle of a year is warned of, since numbers of both kinds will stand there."""
    if before == after or not given:
        return None
    return Finding("D16", Weight.WARN, "pattern_changed_within_year", {"year": year})


def sample(pattern: str, parts: Mapping[str, str], language: str) -> str:
    """A number as it will be seen on paper, with its mark."""
    return f"{composed(pattern, parts)}\N{NO-BREAK SPACE}{ABBREVIATION[language]}"


def _twice(names: tuple[str, ...]) -> bool:
    return any(one == other for one, other in pairwise(sorted(names)))
