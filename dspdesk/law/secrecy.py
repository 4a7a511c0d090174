"""Requirement D2: the Rules do not cover state secrets, so a grade of secrecy standing as a mark is a warning."""

import re
import unicodedata
from functools import lru_cache

from dspdesk.law.findings import Finding, Weight

#: Letters typed from the Latin keyboard by mistake look the same on paper; hyphens that only divide are not seen.
_AS_SEEN = str.maketrans(
    "aceopxykiACEOPXYKMHTBI", "асеорхукіАСЕОРХУКМНТВІ", "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"
)
_GAP = r"[\s–-]"
_QUOTES = "\"'«»„“”‘’‹›"
_NO_RU = rf"(?P<no>не{_GAP}+[{_QUOTES}]?)?"
_NOT_KK = rf"(?![{_QUOTES}]?\s+емес)"

#: Where a grade stands as a mark; a match with the group `no` is of words that deny it or mean something else.
#: Whole words only: "несекретно", "рассекречен", "секретность", "құпиялылық", "құпиясыздандыру" are none, and
#: "құпия", an everyday word, is a mark only alone in the field, in quotation marks or before "белгісі".
_MARKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\w){_NO_RU}(?P<grade>(?:(?:совершенно|сов\.?){_GAP}*)?секретно|особой{_GAP}+важности)(?!-?\w)",
        rf"(?<!\w)(?P<grade>өте{_GAP}+құпия|аса{_GAP}+маңызды)(?!-?\w){_NOT_KK}",
        r"^[\W_]*(?P<grade>құпия)[\W_]*$",
        rf"(?:[«„“‹]|(?<!\w)[\"'‘])\s*(?P<grade>құпия)\s*(?:[»”’›]|[\"'“](?!\w)){_NOT_KK}",
        rf"(?<!\w)(?P<no>(?:мемлекеттік|коммерциялық){_GAP}+)?(?P<grade>құпия)\s+белгісі",
    )
)


@lru_cache(maxsize=4096)  # a sheet of 50,000 rows says the same few things
def grade_of_secrecy(text: str) -> str | None:
    """The grade of secrecy that stands in the text as a mark, as it is written there, or `None`."""
    seen = unicodedata.normalize("NFC", text).translate(_AS_SEEN)
    found = [
        match for pattern in _MARKS for match in pattern.finditer(seen) if not match.groupdict().get("no")
    ]
    return min(found, key=lambda match: match.start("grade"))["grade"] if found else None


def no_state_secrets(text: str, field: str) -> Finding | None:
    """Paragraph 2: state secrets are not kept under these Rules; warns at a grade of secrecy used as a mark."""
    grade = grade_of_secrecy(text)
    if grade is None:
        return None
    return Finding("D2", Weight.WARN, "grade_of_secrecy", {"grade": grade}, field)
