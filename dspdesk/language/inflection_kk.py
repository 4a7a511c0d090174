"""Word forms of Kazakh: the cases of a word, of its plural and of what belongs to someone (бөлім, бөлімі).

Which of the endings that harmony offers a word of another tongue takes is a matter of habit (Ахметовқа and
Ахметовке stand in the same journals), so both are given; what follows which sound is kept, lest Лиде or Лидер
become someone's Ли.
"""

from collections.abc import Iterator
from typing import Final

from dspdesk.language.inflection_ru import Case, Forms

_VOWELS: Final = "аәеёиоөуұүыіэюя"
_VOICELESS: Final = "кқпстфхһцчшщбвгд"
_NASAL: Final = "мнң"
_VOICED_STOP: Final = "бвгд"

_AFTER_VOICELESS: Final = "тың тің қа ке ты ті та те тан тен пен тікі"
_AFTER_NASAL: Final = "ның нің ға ге ды ді да де нан нен мен дікі"
_AFTER_VOWEL: Final = "ның нің ға ге ны ні да де дан ден мен нікі"
_AFTER_SONORANT: Final = "дың дің ға ге ды ді да де дан ден мен дікі"
_AFTER_BUZZING: Final = "дың дің ға ге ды ді да де дан ден бен дікі"
_OF_POSSESSIVE: Final = "ның нің на не н нда нде нан нен мен"

_GENITIVES: Final = frozenset({"ның", "нің", "дың", "дің", "тың", "тің"})
_SOFTENED: Final = {"к": "г", "қ": "ғ", "п": "б"}
_HARDENED: Final = {after: before for before, after in _SOFTENED.items()}


def case_forms(name: str) -> Forms:
    """A name, or any word that belongs to nobody, in all cases, singular and plural, in lower case."""
    word = name.lower()
    return dict(_cased(word)) | {f"{word}{plural}{ending}": case for plural, ending, case in _plurals(word)}


def noun_forms(noun: str) -> Forms:
    """All forms of a noun in lower case, also as what belongs to someone; the given one may be such already."""
    word = noun.lower()
    forms: dict[str, Case] = {}
    for base in (word, *_owned(word)):
        forms |= case_forms(base)
        for possessive in _possessives(base):
            forms |= possessive_forms(possessive)
        for plural in _plural_endings(base):
            forms |= possessive_forms(f"{base}{plural}ы") | possessive_forms(f"{base}{plural}і")
    return forms


def possessive_forms(word: str) -> Forms:
    """All cases of what belongs to someone: бөлімі, бөлімінің, бөліміне, бөлімін."""
    return {word: Case.NOMINATIVE} | {f"{word}{ending}": _case(ending) for ending in _OF_POSSESSIVE.split()}


def _cased(word: str) -> Iterator[tuple[str, Case]]:
    yield word, Case.NOMINATIVE
    for ending in _endings(word):
        yield word + ending, _case(ending)


def _plurals(word: str) -> Iterator[tuple[str, str, Case]]:
    for plural in _plural_endings(word):
        yield plural, "", Case.NOMINATIVE
        for ending in _endings(plural):
            yield plural, ending, _case(ending)


def _case(ending: str) -> Case:
    return Case.GENITIVE if ending in _GENITIVES else Case.OTHER


def _endings(word: str) -> list[str]:
    """The case endings that may follow the last sound of the word."""
    last = word[-1:]
    if last in _VOICED_STOP:  # written voiced, spoken voiceless, and written both ways
        return f"{_AFTER_VOICELESS} {_AFTER_BUZZING}".split()
    if last in _VOICELESS:
        return _AFTER_VOICELESS.split()
    if last in _NASAL:
        return _AFTER_NASAL.split()
    if last in "уию":  # a vowel to the ear of one, a consonant to that of another
        return f"{_AFTER_VOWEL} {_AFTER_SONORANT}".split()
    if last in _VOWELS:
        return _AFTER_VOWEL.split()
    return (_AFTER_BUZZING if last in "жз" else _AFTER_SONORANT).split()


def _plural_endings(word: str) -> tuple[str, ...]:
    last = word[-1:]
    if last in _VOICELESS:
        return ("тар", "тер", "дар", "дер") if last in _VOICED_STOP else ("тар", "тер")
    if last in _NASAL or last in "лжз":
        return ("дар", "дер")
    return ("лар", "лер")


def _possessives(word: str) -> Iterator[str]:
    """What belongs to someone: басшы, басшысы; бастық, бастығы; бөлім, бөлімі."""
    last = word[-1:]
    if last in "аәеёоөұүыіэя":
        yield from (f"{word}сы", f"{word}сі")
        return
    stem = word[:-1] + _SOFTENED.get(last, last)
    yield from (f"{stem}ы", f"{stem}і")
    if last in "ую":
        yield from (f"{word}ы", f"{word}і")
    if word.endswith("ие"):
        yield f"{word}сі"


def _owned(word: str) -> Iterator[str]:
    """The words of which the given one may be the possessive: басқармасы, басқарма; орталығы, орталық; мектебі, мектеп."""
    if len(word) > 5 and word.endswith(("сы", "сі")):
        yield word[:-2]
    elif len(word) > 4 and word.endswith(("ы", "і")):
        yield word[:-1]
        if word[-2] in _HARDENED:
            yield word[:-2] + _HARDENED[word[-2]]
