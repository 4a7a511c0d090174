"""Whoever is named with initials or a patronymic, though the directory know him not (paragraph 24, part 2)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from dspdesk.language.inflection import Forms, joined
from dspdesk.procedures.cover_check import posts, words
from dspdesk.procedures.cover_check.places import is_designator
from dspdesk.procedures.cover_check.shelter import Shelter, is_bound, is_surname_like
from dspdesk.procedures.cover_check.text import Span, Token, initials_at, initials_before

_PATRONYMIC: Final = re.compile(
    r".{2,}(?:[ое]вич(?:а|у|ем|е|[кг][ае]|[тд][ыи]н|[пб]ен)?|(?:[ое]вн|ичн)(?:а|ы|е|у|ой|аг[ае]|анын))"
    r"|.{3,}(?:улы|кызы)(?:на|нын|н|нда|нан|мен|га)?"
)
#: «Р.К.» and «Қ.Р.» beside what is no surname are the Republic.
_REPUBLIC: Final = frozenset({"Р.К.", "Қ.Р.", "Р."})


def found(shelter: Shelter) -> Iterator[Span]:
    """Where such persons stand outside names that may be theirs."""
    for at, token in enumerate(shelter.tokens):
        if not token.is_word or token.is_letter or shelter.is_open(at):
            continue
        if _is_person(shelter, at) or (at > 0 and _follows_name(shelter.tokens, at)):
            yield at, at + 1


def has_initials(tokens: Sequence[Token], at: int) -> bool:
    """Whether initials stand before or after a word, be they in small letters."""
    return initials_at(tokens, at + 1) > at + 1 or initials_before(tokens, at) < at or _has_small(tokens, at)


def is_patronymic(token: Token) -> bool:
    """Whether the word is a patronymic, or a surname like one, in any case of either language."""
    return any(_PATRONYMIC.fullmatch(key) for key in token.keys)


@cache
def _no_persons() -> Forms:
    """Words that are no surname, though a capital letter stand beside them."""
    addresses = (words.STREETS, words.PLACES, words.BUILDINGS, words.TOWNS)
    lists = (
        *(words.both(listed) for listed in addresses),
        words.bodies(),
        words.institutions(),
        words.ranks(),
    )
    return joined(*lists, posts.positions(), posts.units())


def _is_person(shelter: Shelter, at: int) -> bool:
    """«Иванов И.И.», «И. Иванову», «иванову и.и.»."""
    tokens, token = shelter.tokens, shelter.tokens[at]
    surname = is_surname_like(token)
    if not token.is_capital:
        return surname and _has_small(tokens, at)
    if not surname and not _may_be_person(token):
        return False
    for start, end in ((at + 1, initials_at(tokens, at + 1)), (initials_before(tokens, at), at)):
        if start < end and not shelter.is_open(start) and _are_his(tokens, start, end, at):
            return surname or "".join(token.text for token in tokens[start:end]).upper() not in _REPUBLIC
    return False


def _may_be_person(token: Token) -> bool:
    """Whether the word may be a surname, for all that is known of it."""
    return not (
        token.is_one_of(_no_persons()) or token.is_one_of(words.legal_forms()) or is_designator(token)
    )


def _are_his(tokens: Sequence[Token], start: int, end: int, at: int) -> bool:
    """Whether the initials are not rather those of the word on their other side, or the letter of a house."""
    other = end if start > at else start - 1
    if is_bound(tokens, other):
        return True
    if tokens[other].kind == "number" or tokens[other].is_one_of(words.both(words.BUILDINGS)):
        return other > at or end - start > 2
    return is_surname_like(tokens[at]) or not is_surname_like(tokens[other])


def _has_small(tokens: Sequence[Token], at: int) -> bool:
    """Whether two initials in small letters stand beside the word."""
    for start in (at + 1, at - 4):
        letters = tokens[start : start + 4] if start >= 0 else ()
        if [token.is_letter for token in letters] == [True, False, True, False]:
            return letters[1].text == letters[3].text == "." and letters[0].text.islower()
    return False


def _follows_name(tokens: Sequence[Token], at: int) -> bool:
    """A patronymic after a name: «Ивану Петровичу», «Нұрлан Серікұлына»."""
    before = tokens[at - 1]
    if not (is_patronymic(tokens[at]) and tokens[at].is_capital and before.is_word and before.is_capital):
        return False
    return not before.is_one_of(_no_persons())
