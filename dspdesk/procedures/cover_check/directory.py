"""What the directory knows, ready to be looked for on a cover in every form (paragraph 24 of the Rules, part 2)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dspdesk.language import inflection_kk, inflection_ru
from dspdesk.language.inflection import Case, Forms, joined, keys, loosely
from dspdesk.procedures.cover_check import posts
from dspdesk.procedures.cover_check.patterns import HYPHEN, Patterns
from dspdesk.procedures.cover_check.persons import has_initials, is_patronymic
from dspdesk.procedures.cover_check.shelter import NONE, Shelter, is_surname_like
from dspdesk.procedures.cover_check.territories import is_body
from dspdesk.procedures.cover_check.text import Span, Token, is_sign, tokens_of
from dspdesk.procedures.cover_check.words import as_written

#: A surname this short is met by chance in small letters («хан», «ли»), so it is looked for with its capital only.
_SHORT: Final = 3
#: Words of covers that are spelled like a case of some surname.
_NO_SURNAMES: Final = frozenset(
    ["кім", "кімге", "кімнің", "кімнен", "кімді", "кімде", "кіммен", "кому", "куда", "тенге", "теңге", "лига"]
)
#: Ивановка is a village; in Kazakh "to Иванов" is Ивановқа.
_VILLAGE: Final = "вка"
_PARTICLES: Final = "оглы улы кызы угли кизи заде аль эль бек хан бай ата бей"


@dataclass(frozen=True, slots=True)
class Directory:
    """Surnames by their forms, the short ones apart; units and positions as patterns."""

    surnames: Mapping[str, Case]
    short: Mapping[str, Case]
    units: Patterns
    positions: Patterns

    @classmethod
    def of(
        cls, persons: Iterable[str], units: Iterable[str], positions: Iterable[str], lines: Iterable[str]
    ) -> "Directory":
        """The directory for these lines: surnames that cannot be in them are not declined."""
        beginnings = _beginnings(lines)
        long: dict[str, Case] = {}
        short: dict[str, Case] = {}
        for surname in dict.fromkeys(surname for person in persons for surname in surnames_of(person)):
            if any(_beginning(key) in beginnings for key in keys(surname)):
                _add(short if len(surname) <= _SHORT else long, _surname_forms(surname))
        return cls(long, short, Patterns.of(units), Patterns.of(positions))

    def found(self, shelter: Shelter) -> Iterator[Span]:
        """Where known units, positions and surnames stand that may not stand there."""
        for at, token in enumerate(shelter.tokens):
            yield from self._units(shelter, at)
            yield from self._positions(shelter, at)
            case = self._surname(shelter.tokens, at) if token.is_word else NONE
            if case and not case & shelter.known[at]:
                yield at, at + 1

    def _units(self, shelter: Shelter, at: int) -> Iterator[Span]:
        end = self.units.end(shelter.tokens, at)
        if end > at and not shelter.are_open(at, end) and not is_body(shelter.tokens, at, end):
            yield at, end

    def _positions(self, shelter: Shelter, at: int) -> Iterator[Span]:
        end = self.positions.end(shelter.tokens, at)
        if end > at and not shelter.are_open(at, end) and not posts.may_stand(shelter, at):
            yield at, end

    def _surname(self, tokens: Sequence[Token], at: int) -> Case:
        """The cases of a known surname that the word, or a part of it, may be."""
        token, beside = tokens[at], has_initials(tokens, at)
        if not beside and (token.text.lower() in _NO_SURNAMES or token.text.lower().endswith(_VILLAGE)):
            return NONE
        case = NONE
        for key in _spelled(token):
            case |= self.surnames.get(key, NONE)
            if beside or (token.is_capital and not token.is_letter):
                case |= self.short.get(key, NONE)
        return case


def _spelled(token: Token) -> Iterator[str]:
    """All keys by which a surname may be found in a word: of the whole, of its parts, of the parts together."""
    for part in (token.spellings, *token.parts):
        yield from map(loosely, part)


def _beginning(key: str) -> str:
    """As much of a word as stays in all its forms: Лев, Льва."""
    loose = loosely(key)
    return loose[:1] if len(loose) <= _SHORT else loose[:2]


def _beginnings(lines: Iterable[str]) -> frozenset[str]:
    spelled = {key for line in lines for token in tokens_of(line) for key in _spelled(token)}
    return frozenset(key[:1] for key in spelled) | frozenset(key[:2] for key in spelled)


def _add(surnames: dict[str, Case], forms: Forms) -> None:
    for form, case in forms.items():
        surnames[form] = surnames.get(form, case) | case


def surnames_of(person: str) -> Iterator[str]:
    """The surname in «Ахметов Б.К.», «Б.К. Ахметов», «Ахметов Болат Касымович», «Болат Касымович Ахметов».

    One in brackets («Ахметова (Ким) А.») is another surname of the person.
    """
    for one in re.split(r"[()]", person.partition(",")[0]):
        yield from _surnames_in(one)


def _surnames_in(name: str) -> Iterator[str]:
    tokens = tokens_of(name)
    named = [token for token in tokens if token.is_word]
    found = [token for token in named if not (_is_initials(token) or posts.is_post(token))]
    if not found and not is_sign(tokens, 1, "."):  # О А.В., Аким А.А.
        found = named[:1]
    for token in _surname_tokens(found):
        yield token.text
        parts = HYPHEN.split(token.text)
        yield from (part for part in parts if len(parts) > 1 and _stands_alone(part))


def _surname_tokens(found: list[Token]) -> Iterator[Token]:
    """The surname is the first word; the last one where given name and patronymic come first; either, if unclear."""
    if len(found) > 2 and is_patronymic(found[1]):
        yield found[-1]
        return
    yield from found[:1]
    if (
        len(found) == 2
        and not is_surname_like(found[0])
        and (is_surname_like(found[1]) or is_patronymic(found[1]))
    ):
        yield found[1]


def _is_initials(token: Token) -> bool:
    return token.is_letter or (token.start > 0 and len(token.text) == 2 and token.text.isupper())


def _stands_alone(part: str) -> bool:
    """Whether a part of a double surname is looked for alone too."""
    return len(part) > 2 and keys(part).isdisjoint(as_written(_PARTICLES))


def _surname_forms(surname: str) -> Forms:
    """The forms of a surname in both languages; of a double one in each part."""
    *before, last = HYPHEN.split(surname)
    forms = _single_surname_forms(last)
    for part in reversed(before):
        its = {loosely(key) for key in joined(inflection_ru.surname_forms(part))}
        forms = {f"{first}-{form}": case for first in its for form, case in forms.items()}
    return forms


def _single_surname_forms(surname: str) -> Forms:
    both = joined(
        inflection_ru.surname_forms(surname),
        *(inflection_kk.case_forms(name) for name in inflection_ru.nominatives(surname)),
    )
    loose: dict[str, Case] = {}
    _add(loose, {loosely(key): case for key, case in both.items()})
    return loose
