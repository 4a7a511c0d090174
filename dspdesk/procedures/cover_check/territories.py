"""Whether what looks like a structural unit is a body of its own: its territory or its rank is part of its name.

«Управление финансов Карагандинской области», «Қарағанды облысының қаржы басқармасы», «Национальная библиотека» are
recipients; «Управление финансов Министерства …» is a unit inside one (paragraph 24 of the Rules).
"""

from collections.abc import Callable, Iterable, Sequence

from dspdesk.language.inflection import Case
from dspdesk.procedures.cover_check import words
from dspdesk.procedures.cover_check.shelter import NONE, is_shouting, words_from
from dspdesk.procedures.cover_check.text import Token


def is_body(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the unit named by these words is a body; what only a unit does (кадры, анализ) makes it none."""
    if any(tokens[at].is_one_of(words.inside()) for at in range(start, min(end + 3, len(tokens)))):
        return False
    before = list(words_from(tokens, start - 1, -1))
    if any(tokens[at].is_one_of(words.ranks()) for at in before[:2]):
        return True
    after = words_from(tokens, end, +1)
    return _meets(tokens, after, _is_territory_ru) or _meets(tokens, before, _is_territory_kk)


def _meets(tokens: Sequence[Token], places: Iterable[int], is_territory: Callable[[Token], bool]) -> bool:
    """Whether a territory comes before any body, which may be an abbreviation (МВД)."""
    shouting = is_shouting(tokens)
    for at in places:
        if is_territory(tokens[at]):
            return True
        if tokens[at].is_one_of(words.bodies()) or (tokens[at].is_abbreviation and not shouting):
            return False
    return False


def _is_territory_ru(token: Token) -> bool:
    """«Города», «по городу», «Астаны»; but not «город», which begins an address."""
    if token.is_one_of(words.as_written(words.TERRITORIES_SHORT)):
        return True
    lists = (words.russian(words.TERRITORIES["ru"]), words.russian(words.TOWNS))
    return any(token.case_among(forms) not in {NONE, Case.NOMINATIVE} for forms in lists)


def _is_territory_kk(token: Token) -> bool:
    """«Облысының», «облысы бойынша»; but not «облысы», which begins an address."""
    genitive = token.case_among(words.kazakh(words.TERRITORIES["kk"])) & Case.GENITIVE
    return bool(genitive) or "бойынша" in token.keys
