"""Word forms of Kazakh: the cases of a word, of its plural and of what belongs to someone (бөлім, бөлімі).

Which of the endings that harmony offers a word of another tongue takes is a matter of habit (Ахметовқа and
Ахметовке stand in the same journals), so both are given; what follows which sound is kept, lest Лиде or Лидер
become someone's Ли.
"""

from collections.abc import Iterator
from typing import Final

from dspdesk.language.inflection import Case, Forms

_VOWELS: Final = "аәеёиоөуұүыіэюя"
_VOICELESS: Final = "кқпстфхһцчшщбвгд"
_NASAL: Final = "мнң"
_VOICED_STOP: Final = "бвгд"

_AFTER_VOICELESS: Final = ("тың", "тің", "қа", "ке", "ты", "ті", "та", "те", "тан", "тен", "пен", "тікі")
_AFTER_NASAL: Final = ("ның", "нің", "ға", "ге", "ды", "ді", "да", "де", "нан", "нен", "мен", "дікі")
_AFTER_VOWEL: Final = ("ның", "нің", "ға", "ге", "ны", "ні", "да", "де", "дан", "ден", "мен", "нікі")
_AFTER_SONORANT: Final = ("дың", "дің", "ға", "ге", "ды", "ді", "да", "де", "дан", "ден", "мен", "дікі")
_AFTER_BUZZING: Final = ("дың", "дің", "ға", "ге", "ды", "ді", "да", "де", "дан", "ден", "бен", "дікі")
_OF_POSSESSIVE: Final = ("ның", "нің", "на", "не", "н", "нда", "нде", "нан", "нен", "мен")

_BACK: Final = frozenset("аоұы")
_FRONT: Final = frozenset("әөүіе")
_NEUTRAL: Final = frozenset({"мен", "бен", "пен", "дікі", "тікі", "нікі"})
_WRITTEN_BOTH_WAYS: Final = ("ов", "ев", "ёв", "ын")
_CHILD_OF: Final = ("ұлы", "улы", "қызы", "кызы")  # declined as what belongs to someone: Серікұлына
_GENITIVES: Final = frozenset({"ның", "нің", "дың", "дің", "тың", "тің"})
_SOFTENED: Final = {"к": "г", "қ": "ғ", "п": "б"}
_HARDENED: Final = {after: before for before, after in _SOFTENED.items()}


def case_forms(name: str) -> Forms:
    """A name, or any word that belongs to nobody, in all cases, singular and plural, in lower case."""
    word = name.lower()
    endings = _in_harmony(word, _OF_POSSESSIVE) if word.endswith(_CHILD_OF) else _endings(word)
    forms = {word: Case.NOMINATIVE} | {word + ending: _case(ending) for ending in endings}
    for plural in _plurals(word):
        forms |= {plural: Case.MANY} | {plural + ending: _of_many(ending) for ending in _endings(plural)}
    return forms


def noun_forms(noun: str) -> Forms:
    """All forms of a noun in lower case, also as what belongs to someone; the given one may be such already."""
    word = noun.lower()
    forms: dict[str, Case] = {}
    for base in (word, *_owned(word)):
        forms |= case_forms(base)
        for owned in _possessives(base):
            forms |= {owned: Case.NOMINATIVE}
            forms |= {owned + ending: _case(ending) for ending in _in_harmony(owned, _OF_POSSESSIVE)}
        for plural in _plurals(base):
            owned = plural + ("ы" if _is_back(plural) else "і")
            forms |= {owned: Case.NOMINATIVE}
            forms |= {owned + ending: _of_many(ending) for ending in _in_harmony(owned, _OF_POSSESSIVE)}
    return forms


def _case(ending: str) -> Case:
    return Case.GENITIVE if ending in _GENITIVES else Case.OTHER


def _of_many(ending: str) -> Case:
    return Case.MANY if ending in _GENITIVES else Case.OTHER


def _endings(word: str) -> tuple[str, ...]:
    """The case endings that may follow the word."""
    return _in_harmony(word, _after(word[-1:]))


def _after(last: str) -> tuple[str, ...]:
    """The case endings that may follow a sound."""
    if last in _VOICED_STOP:  # written voiced, spoken voiceless, and written both ways
        return _AFTER_VOICELESS + _AFTER_BUZZING
    if last in _VOICELESS:
        return _AFTER_VOICELESS
    if last in _NASAL:
        return _AFTER_NASAL
    if last in "уию":  # a vowel to the ear of one, a consonant to that of another
        return _AFTER_VOWEL + _AFTER_SONORANT
    if last in _VOWELS:
        return _AFTER_VOWEL
    return _AFTER_BUZZING if last in "жз" else _AFTER_SONORANT


def _plurals(word: str) -> tuple[str, ...]:
    last = word[-1:]
    if last in _VOICED_STOP:
        endings: tuple[str, ...] = ("тар", "тер", "дар", "дер")
    elif last in _VOICELESS:
        endings = ("тар", "тер")
    elif last in _NASAL or last in "лжз":
        endings = ("дар", "дер")
    else:
        endings = ("лар", "лер")
    return tuple(word + ending for ending in _in_harmony(word, endings))


def _possessives(word: str) -> tuple[str, ...]:
    """What belongs to someone: басшы, басшысы; бастық, бастығы; бөлім, бөлімі."""
    last = word[-1:]
    if last in _VOWELS and last not in "ую":
        stem, endings = word, ("сы", "сі")
    else:
        stem, endings = word[:-1] + _SOFTENED.get(last, last), ("ы", "і")
    return tuple(stem + ending for ending in _in_harmony(word, endings))


def _owned(word: str) -> Iterator[str]:
    """The words of which the given one may be the possessive: басқармасы, басқарма; мектебі, мектеп."""
    if len(word) > 5 and word.endswith(("сы", "сі")):
        yield word[:-2]
    elif len(word) > 4 and word.endswith(("ы", "і")):
        yield word[:-1]
        if word[-2] in _HARDENED:
            yield word[:-2] + _HARDENED[word[-2]]


def _in_harmony(word: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the endings that go with the word: all of them where its last vowel does not say."""
    back, front = _is_back(word), _is_front(word)
    if back == front:
        return endings
    wrong = _FRONT if back else _BACK
    return tuple(ending for ending in endings if ending in _NEUTRAL or not wrong.intersection(ending))


def _is_back(word: str) -> bool:
    return _last_vowel(word) in _BACK


def _is_front(word: str) -> bool:
    return _last_vowel(word) in _FRONT


def _last_vowel(word: str) -> str:
    """The vowel that endings follow; none for Russian surnames, after which both kinds are written."""
    if word.endswith(_WRITTEN_BOTH_WAYS):
        return ""
    return next((letter for letter in reversed(word) if letter in _VOWELS), "")
