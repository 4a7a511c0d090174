"""Words for positions and structural units in general, whether or not the directory knows of them (paragraph 24)."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from dspdesk.language import inflection_kk
from dspdesk.language.inflection import Case, Forms, joined
from dspdesk.law import cover
from dspdesk.procedures.cover_check import words
from dspdesk.procedures.cover_check.patterns import Patterns, of_one
from dspdesk.procedures.cover_check.shelter import NONE, Shelter
from dspdesk.procedures.cover_check.territories import is_body
from dspdesk.procedures.cover_check.text import Span, Token, is_sign

#: Words that are no unit or no position beside certain others: the words, those before them, those after them.
_Beside = tuple[tuple[str, str, str], ...]
_NO_UNITS: Final[_Beside] = (
    ("бөлім", "әскери полиция", ""),
    ("отдел", "", "полиции внутренних рагс загс почтовой"),
    ("группа топ", "компаниялар кәсіпорындар", 'компаний предприятий организаций всемирного « "'),
    ("сектор", "частный жеке", "number"),
    ("приемная", "", "комиссия"),
    ("кеңсе", "адвокаттық адвокаттар заң нотариаттық", ""),
)
_NO_POSITIONS: Final[_Beside] = (("управляющий", "", "холдинг орган центр"),)


def found(shelter: Shelter) -> Iterator[Span]:
    """Where words for positions and units stand that may not stand there."""
    for at, token in enumerate(shelter.tokens):
        if token.is_word:
            yield from _phrases(shelter, at)
            yield from _positions(shelter, at)
            yield from _units(shelter, at)


def is_post(token: Token) -> bool:
    """Whether the word is for a position."""
    return token.is_one_of(positions())


def may_stand(shelter: Shelter, at: int) -> bool:
    """Whether a word for a position stands in a name in a case that it may have there."""
    return bool(_case(shelter.tokens[at]) & shelter.general[at])


@cache
def positions() -> Forms:
    """Words for positions in both languages and all cases."""
    russian = words.russian(" ".join(cover.POSITIONS["ru"]))
    kazakh = (_kazakh_position(word) for word in cover.POSITIONS["kk"])
    forms = of_one(joined(russian, *kazakh))
    return {key: case for key, case in forms.items() if key not in _OTHERS}


@cache
def units() -> Forms:
    """Words for units, likewise."""
    return of_one(
        joined(words.russian(" ".join(cover.UNITS["ru"])), words.kazakh(" ".join(cover.UNITS["kk"])))
    )


#: Everyday words that are spelled like a case of a position: «после», of «посол».
_OTHERS: Final = frozenset({"после"})


def _kazakh_position(word: str) -> Forms:
    forms = inflection_kk.noun_forms(word)
    return {form: case for form, case in forms.items() if form != word} if word in cover.NOT_BARE else forms


@cache
def _known_phrases() -> Patterns:
    by_language = (*cover.POSITION_PHRASES.values(), *cover.UNIT_PHRASES.values())
    return Patterns.of(phrase for phrases in by_language for phrase in phrases)


def _phrases(shelter: Shelter, at: int) -> Iterator[Span]:
    """Positions and units of several words, and shortened ones."""
    end = max(_known_phrases().end(shelter.tokens, at), _short_position(shelter.tokens, at))
    if end > at and not shelter.general[at]:
        yield at, end


def _positions(shelter: Shelter, at: int) -> Iterator[Span]:
    case = _case(shelter.tokens[at])
    if case and not case & shelter.general[at] and not _is_beside(shelter.tokens, at, _NO_POSITIONS):
        yield at, at + 1


def _case(token: Token) -> Case:
    """The cases in which the word, or a part of it («врач-эксперт»), is a position."""
    case = token.case_among(positions())
    for key in (key for part in token.parts for key in part):
        case |= positions().get(key, NONE)
    if token.is_one_of(words.as_written(cover.NAMES_TOO)) and not token.is_capital:
        case |= Case.NOMINATIVE
    return case


def _short_position(tokens: Sequence[Token], at: int) -> int:
    """The end of «зам.», «и.о.», «г-ну», «гр. Ахметову», or `at`."""
    token, stop = tokens[at], is_sign(tokens, at + 1, ".")
    if token.is_one_of(words.as_written(cover.SHORT)):
        return at + 1
    before_name = at + 2 < len(tokens) and tokens[at + 2].is_word and tokens[at + 2].is_capital
    if stop and token.is_one_of(words.as_written(cover.SHORT_WITH_STOP)):
        return at + 2
    if stop and before_name and token.is_one_of(words.as_written(cover.SHORT_BEFORE_NAME)):
        return at + 2
    letters = "".join(letter.text.lower() for letter in tokens[at : at + 4])
    return at + 4 if letters in cover.SHORT_LETTERS else at


def _units(shelter: Shelter, at: int) -> Iterator[Span]:
    """A unit by its head word; of a territory it is a body («Отдел образования города Караганды»)."""
    case = shelter.tokens[at].case_among(units())
    if not case or case & shelter.general[at] or _is_beside(shelter.tokens, at, _NO_UNITS):
        return
    if not is_body(shelter.tokens, at, at + 1):
        yield at, at + 1


def _is_beside(tokens: Sequence[Token], at: int, listed: _Beside) -> bool:
    """Whether a neighbour makes the word something else: «әскери бөлім» is a military unit."""
    return any(
        tokens[at].is_one_of(words.both(word))
        and (_is_neighbour(tokens, at - 1, before) or _is_neighbour(tokens, at + 1, after))
        for word, before, after in listed
    )


def _is_neighbour(tokens: Sequence[Token], at: int, listed: str) -> bool:
    if not 0 <= at < len(tokens):
        return False
    token = tokens[at]
    return token.text in listed.split() or token.kind in listed.split() or token.is_one_of(words.both(listed))
