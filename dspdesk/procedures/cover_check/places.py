"""Names of streets and places, and what is named after someone: «ул. Абая», «Абай көшесі», «имени …», «… атындағы»."""

import re
from collections.abc import Sequence
from typing import Final

from dspdesk.language.inflection import NAMING, Case
from dspdesk.procedures.cover_check import words
from dspdesk.procedures.cover_check.shelter import (
    ANY,
    LONGEST_NAME,
    NONE,
    OF,
    Shelter,
    is_bound,
    is_shouting,
    is_surname_like,
)
from dspdesk.procedures.cover_check.text import Token, after_stop, initials_at, initials_before, is_sign

_GENITIVE_LIKE: Final = re.compile(r".+(?:[аяыи]|ой|ого|его)")


def open_names(shelter: Shelter) -> None:
    """Open all names of streets and places of the line."""
    shouting = is_shouting(shelter.tokens)
    for at, token in enumerate(shelter.tokens):
        if token.is_letter:
            _place_by_letter(shelter, at, shouting=shouting)
        elif token.is_word:
            _streets(shelter, at)
            _places(shelter, at)
        if token.is_word:
            _named_after(shelter, at)


def goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name goes on with this word: a capital, or what is written small inside names."""
    if is_bound(tokens, at) or not tokens[at].is_word or tokens[at].is_letter or tokens[at].follows_break:
        return False
    if is_designator(tokens[at]):
        return False
    return tokens[at].is_capital or tokens[at].is_one_of(words.both(words.INSIDE_NAMES))


def is_designator(token: Token) -> bool:
    """Whether the word says that a name is of a street, a place or a building."""
    shorts = (words.STREETS_SHORT, words.PLACES_SHORT, words.STREETS_AFTER_SHORT, words.PLACES_AFTER_SHORT)
    return any(token.is_one_of(words.as_written(listed)) for listed in (*shorts, words.BUILDINGS))


def is_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word only goes before a name; a title alone (ул. Космонавтов) is one too."""
    if not tokens[at].is_word:
        return False
    if is_sign(tokens, at + 1, "."):
        return tokens[at].is_one_of(words.as_written(words.TITLES_SHORT))
    return "имени" in tokens[at].keys or tokens[at].is_one_of(words.both(words.TITLES))


def _streets(shelter: Shelter, at: int) -> None:
    tokens, token = shelter.tokens, shelter.tokens[at]
    if token.is_one_of(words.as_written(words.STREETS_SHORT)) or token.is_one_of(
        words.russian(words.STREETS)
    ):
        _name_after(shelter, after_stop(tokens, at), numbered=token.is_one_of(words.both(words.NUMBERED)))
        if _stands_last(tokens, at):
            _name_before(shelter, at)
    elif token.is_one_of(words.as_written(words.STREETS_AFTER_SHORT)) or token.is_one_of(
        words.kazakh(words.STREETS_AFTER)
    ):
        _name_before(shelter, at)


def _stands_last(tokens: Sequence[Token], at: int) -> bool:
    """Whether a designator stands after its name, as in «Абая пр., 14»."""
    after = after_stop(tokens, at)
    return is_bound(tokens, after) or tokens[after].kind == "number"


def _places(shelter: Shelter, at: int) -> None:
    token, after = shelter.tokens[at], after_stop(shelter.tokens, at)
    if token.is_one_of(words.russian(words.PLACES)):
        _place_after(shelter, after, ANY)
    elif token.is_one_of(words.as_written(words.PLACES_SHORT)):
        _place_after(shelter, after, NAMING)
    if token.is_one_of(words.kazakh(words.PLACES_AFTER)) or token.is_one_of(
        words.as_written(words.PLACES_AFTER_SHORT)
    ):
        _name_before(shelter, at)


def _place_by_letter(shelter: Shelter, at: int, *, shouting: bool) -> None:
    """«Г. Сатпаев», «Астана қ.», «Абай к., 5»."""
    tokens, after = shelter.tokens, after_stop(shelter.tokens, at)
    if tokens[at].text.lower() in words.PLACE_LETTERS:
        _place_after(shelter, after, _cases_by_letter(tokens, at, after, shouting=shouting))
    if tokens[at].text.lower() in words.PLACE_LETTERS_AFTER:
        _name_before(shelter, at, _cases_by_letter(tokens, at, at - 1, shouting=shouting))


def _cases_by_letter(tokens: Sequence[Token], at: int, name: int, *, shouting: bool) -> Case:
    """The cases in which the letter of "город", "қала" and the like lets a name stand.

    A capital is an initial, unless beside a town's name. Where all is in capitals it is either: there no known
    surname may stand (of many Сатпаевы no cover speaks), but nobody is guessed at.
    """
    if is_bound(tokens, name) or not tokens[name].is_word:
        return NONE
    if at > 0 and tokens[at - 1].kind == "number" and not tokens[at].follows_break:  # 2026 г.
        return NONE
    if not tokens[at].is_capital:
        return NAMING if tokens[name].is_capital else NONE
    if tokens[name].is_one_of(words.both(words.TOWNS)):
        return NAMING
    alone = initials_at(tokens, at) <= at + 2 and initials_before(tokens, after_stop(tokens, at)) >= at
    return Case.MANY if shouting and alone and _may_be_place(tokens, at, name) else NONE


def _may_be_place(tokens: Sequence[Token], at: int, name: int) -> bool:
    """Whether the word beside a letter may be a place: no surname, or a town named so, or one before «К., 5»."""
    if not is_surname_like(tokens[name]) or tokens[name].is_one_of(words.both(words.TOWNS_LIKE_SURNAMES)):
        return True
    house = after_stop(tokens, at) + 1
    return name < at and house < len(tokens) and tokens[house].kind == "number"


def _place_after(shelter: Shelter, at: int, cases: Case) -> None:
    """The name of a place is one word, and no initials follow it."""
    tokens = shelter.tokens
    if not cases or is_bound(tokens, at) or not tokens[at].is_word:
        return
    after_initials = initials_at(tokens, at + 1)
    if after_initials == at + 1 or not is_bound(tokens, after_initials):
        shelter.open(at, cases, NAMING)


def _named_after(shelter: Shelter, at: int) -> None:
    """«Имени …», «им. …», «… атындағы»."""
    tokens, token = shelter.tokens, shelter.tokens[at]
    short = is_sign(tokens, at + 1, ".")
    if "имени" in token.keys or (short and "им" in token.keys):
        _name_after(shelter, after_stop(tokens, at))
    elif "атындагы" in token.keys or (short and "ат" in token.keys):
        _name_before(shelter, at)


def _name_after(shelter: Shelter, start: int, *, numbered: bool = False) -> None:
    """Open the name that begins at a place: «Абая», «Д. Кунаева», «академика Е. А. Букетова», «8 Марта»."""
    tokens = shelter.tokens
    first = _open_before_name(shelter, start, numbered=numbered)
    if is_bound(tokens, first) or not tokens[first].is_word:
        return
    after_number = tokens[first - 1].kind == "number"
    if after_number and tokens[first].follows_break:  # the next line after «ул. 8»
        return
    shelter.open(first, NAMING if after_number else ANY, NAMING)
    last = first
    while last - first < LONGEST_NAME and goes_on(tokens, last + 1):
        last += 1
        shelter.open(last, _cases_of_further(tokens, first, last), OF)
    _initials_after_name(shelter, first, last)


def _initials_after_name(shelter: Shelter, first: int, last: int) -> None:
    """«ул. Сатпаева К.И., 5» is a street still; «ул. Абая Иванов И.И.» is a street and a person."""
    tokens, end = shelter.tokens, initials_at(shelter.tokens, last + 1)
    if end == last + 1:
        return
    if last > first:
        shelter.close(last)
    elif is_bound(tokens, end) or tokens[end].kind == "number":
        shelter.open_all(last + 1, end)


def _open_before_name(shelter: Shelter, at: int, *, numbered: bool) -> int:
    """Open what comes before the name proper, titles and initials, and say where that begins."""
    tokens = shelter.tokens
    while not is_bound(tokens, at):
        after_initials = initials_at(tokens, at)
        if after_initials > at:
            shelter.open_all(at, after_initials)
            at = after_initials
        elif is_title(tokens, at):
            shelter.open(at, ANY, NAMING)
            at = after_stop(tokens, at)
        elif tokens[at].kind == "number" and not numbered:
            at += 1
        else:
            break
    return at


def _cases_of_further(tokens: Sequence[Token], first: int, at: int) -> Case:
    """The cases of a name's further words: after «Абая» comes «Кунанбаева», and no «Кунанбаев»."""
    genitive = any(_GENITIVE_LIKE.fullmatch(key) for key in tokens[first].keys)
    return OF if genitive and not tokens[at].text.isupper() else NAMING


def _name_before(shelter: Shelter, designator: int, cases: Case = NAMING) -> None:
    """Open the name that ends before its designator: «Қ. И. Сәтбаев», «Мәңгілік Ел», «Қабанбай батыр»."""
    tokens, at, apart = shelter.tokens, designator - 1, False
    for _ in range(LONGEST_NAME if cases else 0):
        if is_bound(tokens, at) or not _is_part_of_name(tokens, at, last=at == designator - 1):
            break
        person = apart and is_surname_like(tokens[at])
        shelter.open(at, NONE if person else cases, NAMING)
        apart = _is_apart(tokens[at], before=apart)
        start = initials_before(tokens, at)
        shelter.open_all(start, at)
        if start < at and not (start > 0 and is_title(tokens, start - 1)):
            break
        at = start - 1


def _is_apart(token: Token, *, before: bool) -> bool:
    """Whether a surname before this word would not be the street's: «Тлеуов Абай көшесі», a person and a street."""
    if token.is_one_of(words.as_written(words.CONJUNCTIONS)):
        return False
    return before or not token.is_one_of(words.both(words.INSIDE_NAMES))


def _is_part_of_name(tokens: Sequence[Token], at: int, *, last: bool) -> bool:
    token = tokens[at]
    if not token.is_word or token.is_letter or is_designator(token):
        return False
    return last or token.is_capital or token.is_one_of(words.both(words.INSIDE_NAMES)) or is_title(tokens, at)
