"""What the word forms of both languages share: which case a form may be, and when two spellings are one word.

`inflection_ru` and `inflection_kk` list the forms of a word. Forms of one word in both languages are joined here by
`joined`; text is compared with them by `keys`.
"""

import unicodedata
from collections.abc import Mapping
from enum import Flag, auto

from dspdesk.language.folding import fold


class Case(Flag):
    """What a form may be: the name itself, "of" the named one or of many such, or in any other case."""

    NOMINATIVE = auto()
    GENITIVE = auto()
    MANY = auto()
    OTHER = auto()


#: Cases in which someone's or something's name gives its name to a street or an organisation.
NAMING = Case.NOMINATIVE | Case.GENITIVE | Case.MANY

#: Forms in lower case, each with the cases it may be.
Forms = Mapping[str, Case]


def keys(word: str) -> frozenset[str]:
    """The word as it is compared: one case, one alphabet; Ө, written О or У in Russian, gives a key for each."""
    whole = unicodedata.normalize("NFC", word)
    return frozenset(_key(spelling) for spelling in {whole, whole.replace("ө", "у").replace("Ө", "У")})


def loosely(key: str) -> str:
    """The key without the signs that one language writes in a surname and the other does not (Ауельбек, Әуелбек)."""
    return key.replace("ь", "").replace("ъ", "")


def joined(*kinds: Forms) -> dict[str, Case]:
    """The forms by their keys, where one key has more than one form with the cases of all of them."""
    together: dict[str, Case] = {}
    for forms in kinds:
        for form, case in forms.items():
            for key in keys(form):
                together[key] = together.get(key, case) | case
    return together


def _key(word: str) -> str:
    # beside a letter that is certainly Cyrillic, Latin look-alikes are read as what they look like
    return fold(f"ы{word}")[1:].replace("'", "").replace(" ", "")
