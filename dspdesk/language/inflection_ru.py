"""Word forms of Russian: surnames, nouns and adjectives in all cases, of both genders and numbers.

The endings are those of the declension that the ending of the dictionary form shows; where it shows two (Толстой and
Цой, Коваль and Соболь), both are given. So a form too many may be there, but none is missing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from dspdesk.language.inflection import Case, Forms

_Parts = Iterator[tuple[str, Forms]]


def _endings(nominative: str, genitive: str, many: str, other: str) -> Forms:
    """Endings by their case, those of singular and plural together; `-` is none at all."""
    forms: dict[str, Case] = {}
    for case, listed in zip(Case, (nominative, genitive, many, other), strict=True):
        for ending in listed.split():
            bare = ending.strip("-")
            forms[bare] = forms.get(bare, case) | case
    return forms


_POSSESSIVE: Final = _endings("- а ы", "а ой", "ых", "у ым ом е ой ою ых ыми")  # Ахметов, Ахметова
_HARD_ADJECTIVE: Final = _endings(  # Заречный, Донской, Ковальская
    "ый ий ой ая ое ые ие", "ого ой", "ых их", "ому ым им ом ой ою ую ых их ыми ими"
)
_SOFT_ADJECTIVE: Final = _endings(  # Верхний, заведующий
    "ий яя ая ее ие", "его ей", "их", "ему им ем ей ею юю ую их ими"
)
_HARD: Final = _endings("- ы и а", "а", "ов ев ей", "у ом ем е ам ами ах")  # Ким, Мельник
_SOFT: Final = _endings("ь и я", "я и", "ей", "ю ем е и ью ям ями ях")  # Коваль, Соболь
_I_SHORT: Final = _endings("й и", "я", "ев", "ю ем е и ям ями ях")  # Цой, Абай
_A: Final = _endings("а ы и", "ы и", "-", "е у ой ою ей ею ам ами ах")  # Муса
_YA: Final = _endings("я и", "и", "- й ь", "е ю ей ею ям ями ях")  # Заря
_IYA: Final = _endings("ия ии", "ии", "ий", "ию ии ией иею иям иями иях")  # Берия
_O: Final = _endings("о а", "а", "-", "у ом е ам ами ах")
_E: Final = _endings("е я а", "я а", "ий ей -", "ю у ем и е ям ями ях ам ами ах")  # управление, училище
_I_SHORT_AFTER_SIGN: Final = _endings("и", "я", "ев", "ю ем е ям ями ях")  # Воробья
_KO: Final = _endings("о а и", "о а и", "ов", "о е у ой ом ам ами ах")  # Петренко, and as people decline it
_I: Final = _endings("-", "- я", "", "- ю ем е")  # Нургали, likewise

_VOWELS: Final = "аеёиоуыэюя"
_POSSESSIVE_ENDS: Final = ("ов", "ев", "ёв", "ин", "ын")
_SHORTEST_POSSESSIVE: Final = 4
_ADJECTIVE_ENDS: Final = ("ый", "ий", "ой", "ая", "яя", "ое", "ее")
_ADJECTIVES_ONLY: Final = ("ский", "цкий", "щий", "ый", "ная", "кая", "щая", "ное", "кое", "щее")
_INDECLINABLE_ENDS: Final = ("ых", "их", "ово", "аго", "яго")


def surname_forms(surname: str) -> Forms:
    """All forms of a surname in lower case: of the husband's name, of the wife's and of the family's."""
    word = surname.lower()
    return _gathered(word, _surname(word))


def nominatives(surname: str) -> tuple[str, ...]:
    """The surname as the husband and the wife bear it: Ахметов, Ахметова; Заречный, Заречная."""
    word = surname.lower()
    for stem, endings in _surname(word):
        if endings is _POSSESSIVE:
            return stem, f"{stem}а"
        if endings is _HARD_ADJECTIVE or endings is _SOFT_ADJECTIVE:
            return tuple(stem + ending for ending in ("ый", "ий", "ой", "ая", "яя"))
    return (word,)


def noun_forms(noun: str) -> Forms:
    """All forms of a noun, or of an adjective, in lower case."""
    word = noun.lower()
    return _gathered(word, _noun(word))


def _gathered(word: str, parts: Iterable[tuple[str, Forms]]) -> Forms:
    forms: dict[str, Case] = {word: Case.NOMINATIVE}
    for stem, endings in parts:
        for ending, case in endings.items():
            form = stem + ending
            forms[form] = forms.get(form, case) | case
    return forms


def _surname(word: str) -> _Parts:
    if word.endswith(_POSSESSIVE_ENDS):
        yield word, _POSSESSIVE
        if len(word) <= _SHORTEST_POSSESSIVE:
            yield from _noun(word)  # Лев, Льва
    elif word.endswith(tuple(f"{end}а" for end in _POSSESSIVE_ENDS)):
        yield word[:-1], _POSSESSIVE
        yield word[:-1], _A  # Калина is no wife of Калин
    elif word.endswith(_INDECLINABLE_ENDS):
        return
    elif word.endswith("ко"):
        yield word[:-1], _KO
    elif word.endswith("и"):
        yield word, _I
    elif word[-1:] not in _VOWELS or word[-1:] in "ая":
        yield from _noun(word)


def _noun(word: str) -> _Parts:
    if word.endswith(_ADJECTIVE_ENDS) and len(word) > 4:
        yield from _adjective(word[:-2], word[-2:])
        if word.endswith(_ADJECTIVES_ONLY):
            return
    yield from _BY_LAST.get(word[-1:], _by_consonant)(word)


def _adjective(stem: str, ending: str) -> _Parts:
    if ending not in {"яя", "ее"}:
        yield stem, _HARD_ADJECTIVE
    if ending in {"ий", "яя", "ее"} or stem.endswith(tuple("жшщч")):
        yield stem, _SOFT_ADJECTIVE


def _by_consonant(word: str) -> _Parts:
    if word[-1:].isalpha() and word[-1] not in _VOWELS:
        yield word, _HARD
        yield from ((stem, _HARD) for stem in _without_fleeting(word))


def _by_i_short(word: str) -> _Parts:
    yield word[:-1], _I_SHORT
    if word.endswith("ей"):
        yield f"{word[:-2]}ь", _I_SHORT_AFTER_SIGN


def _by_soft_sign(word: str) -> _Parts:
    yield word[:-1], _SOFT
    yield from ((stem, _SOFT) for stem in _without_fleeting(word[:-1]))


def _by_ya(word: str) -> _Parts:
    yield word[:-1], _YA
    if word.endswith("ия"):
        yield word[:-2], _IYA
    if word.endswith("ья"):  # судья, судей
        yield f"{word[:-2]}е", {"й": Case.MANY}


_BY_LAST: Final[Mapping[str, Callable[[str], _Parts]]] = {
    "й": _by_i_short,
    "ь": _by_soft_sign,
    "а": lambda word: iter([(word[:-1], _A)]),
    "я": _by_ya,
    "о": lambda word: iter([(word[:-1], _O)]),
    "е": lambda word: iter([(word[:-1], _E)]),
}


def _without_fleeting(word: str) -> Iterator[str]:
    """The stem without its fleeting vowel: Кравец, Кравца; Стрелец, Стрельца; Заяц, Зайца; Лев, Льва."""
    if len(word) < 3 or word[-2] not in "еёоя" or word[-1] not in "цклрнмв":
        return
    before, last = word[:-2], word[-1]
    if before[-1] in _VOWELS:
        yield f"{before}й{last}"
    else:
        yield before + last
        if before[-1] in "лнрск":
            yield f"{before}ь{last}"
