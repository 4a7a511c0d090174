"""Codes of our own labels (W8): what a label stands on, its key in the store, and two letters that check both.

A code is short and plain ("C1242WK"), for Code 128 on a small label. It begins with the letter of its kind, has only
figures in the middle and ends with two letters, so that one of which either end is missing is no code at all.

A scanner types like a keyboard. Under the Russian layout its letters come as Cyrillic ones; under the Kazakh one its
figures come as letters and points too. `parse` undoes both by the places of the keys, whatever Caps Lock makes of it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.values import Impossible


class Kind(StrEnum):
    """What a label stands on."""

    ITEM = "I"
    COPY = "C"
    PACKAGE = "P"
    SHEET = "H"  # a hand-over sheet
    ACT = "A"
    PLACE = "S"  # a storage place
    VOLUME = "V"  # a volume of a case


#: Keys from the one beside the letter rows on, as each layout has them; the same place is the same key.
_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_CYRILLIC = "йцукенгшщзфывапролдячсмить"
_FIGURES = "1234567890"
_KAZAKH = '"әіңғ,.үұқ'
_BACK = str.maketrans(_CYRILLIC + _KAZAKH, _LATIN + _FIGURES)

#: Letters that check: 23 of them, a prime, without those that are taken for figures.
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"
_WEIGHTS = (5, 7)  # any two of the first eleven places differ in them, so two wrong characters never pass
_HIGHEST = 9_999_999_999
_BODY = re.compile(r"(?P<kind>[ICPHASV])(?P<id>[1-9][0-9]{0,9})(?P<check>[A-Z]{2})?")
_BEGUN = re.compile(r"[ICPHASV](?:[1-9][0-9]{0,9}(?:[A-Z]{1,2})?)?")


@dataclass(frozen=True, slots=True)
class Code:
    """The code of one thing. Raises `Impossible` for a key that no store gives."""

    kind: Kind
    id: int

    def __post_init__(self) -> None:
        if not 1 <= self.id <= _HIGHEST:
            raise Impossible(f"{self.kind}{self.id}")

    def __str__(self) -> str:
        body = f"{self.kind}{self.id}"
        return body + _check(body)

    @classmethod
    def parse(cls, typed: str) -> "Code":
        """Read a code under any of the three layouts; raises `Impossible` for what is none or was read in part."""
        plain = latin(typed.strip())
        found = _BODY.fullmatch(plain)
        if not found or found["check"] != _check(found["kind"] + found["id"]):
            raise Impossible(typed)
        return cls(Kind(found["kind"]), int(found["id"]))


def latin(typed: str) -> str:
    """The Latin letters and figures on the keys that were struck, under whichever of the three layouts."""
    return typed.lower().translate(_BACK).upper()


def may_become(typed: str) -> bool:
    """Whether this is how a code begins, or a whole one."""
    return bool(_BEGUN.fullmatch(latin(typed)))


def _check(body: str) -> str:
    values = [int(character, 36) for character in body]
    return "".join(
        _LETTERS[sum(value * pow(weight, at, 23) for at, value in enumerate(values, 1)) % 23]
        for weight in _WEIGHTS
    )
