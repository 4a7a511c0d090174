"""The words of a line meant for a cover, with their places in it (paragraph 24 of the Rules)."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_
from typing import Final

from dspdesk.language.inflection import Case, Forms, keys

# stress marks, soft hyphens and joiners stand inside words unseen
_UNSEEN: Final = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_LETTERS: Final = rf"[^\W\d_](?:[^\W\d_]|[{_UNSEEN}])*"
_WORD: Final = rf"{_LETTERS}(?:['’ʼ]{_LETTERS})*"
_HYPHEN: Final = r"(?:[-\u2010-\u2013\u2212]|[-\u00ad\u2010\u2011]\s*?\n\s*)"
_TOKEN: Final = re.compile(
    rf"(?P<word>{_WORD}(?:{_HYPHEN}{_WORD})*)|(?P<number>\d+(?:-?[^\W\d_]{{1,2}}(?![^\W_]))?)|(?P<mark>\S|\t)"
)
_PARTED: Final = re.compile(_HYPHEN)

OPENING: Final = frozenset("«„“‹\"'‘")
CLOSING: Final = frozenset("»”›\"'’“")


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign of the line; `keys` are a word's as it is compared, of a hyphened one as a whole."""

    text: str
    start: int
    end: int
    kind: str
    keys: frozenset[str]
    parts: tuple[frozenset[str], ...]
    follows_break: bool

    @property
    def is_word(self) -> bool:
        """Whether this is a word; a letter alone is one too."""
        return self.kind == "word"

    @property
    def is_letter(self) -> bool:
        """Whether this is a letter standing alone, as initials and the shortest designators do."""
        return self.is_word and len(min(self.keys)) == 1

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is all capitals, as МВД."""
        return self.is_word and not self.is_letter and self.text.isupper()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def spellings(self) -> frozenset[str]:
        """The keys of a word; of one in two parts also that of a word divided at the end of a line."""
        if len(self.parts) != 2:
            return self.keys
        return self.keys.union(one + two for one in self.parts[0] for two in self.parts[1])

    def is_one_of(self, words: Container[str]) -> bool:
        """Whether it is one of the words, given by their keys."""
        return any(key in words for key in self.keys)

    def case_among(self, forms: Forms) -> Case:
        """The cases that it may be as one of the words; none when it is not one."""
        return reduce(or_, (forms[key] for key in self.keys if key in forms), Case(0))


def tokens_of(line: str) -> tuple[Token, ...]:
    """The line cut into words, numbers and signs; a word divided between two lines is one."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(line):
        before = tokens[-1].end if tokens else 0
        tokens.append(_token(match, follows_break="\n" in line[before : match.start()]))
    return tuple(tokens)


def _token(match: re.Match[str], *, follows_break: bool) -> Token:
    text, kind = match[0], match.lastgroup or ""
    parts = tuple(_keys(part) for part in _PARTED.split(text)) if kind == "word" else ()
    whole = _keys(_PARTED.sub("-", text)) if kind == "word" else frozenset({text})
    return Token(
        text, match.start(), match.end(), kind, whole, parts if len(parts) > 1 else (), follows_break
    )


_keys = lru_cache(maxsize=8192)(keys)


def after_stop(tokens: Sequence[Token], at: int) -> int:
    """The place after a word and the full stop by which it is shortened."""
    return at + 2 if is_sign(tokens, at + 1, ".") else at + 1


def is_sign(tokens: Sequence[Token], at: int, signs: str | frozenset[str]) -> bool:
    """Whether there is one of the signs at a place; there is none before the first token or after the last."""
    return 0 <= at < len(tokens) and tokens[at].text in signs


def initials_at(tokens: Sequence[Token], at: int) -> int:
    """Where initials that begin at a token end («И.», «И.И.», «А.-М.»), or `at` when there are none.

    Three letters and more are no initials but a body («М.В.Д.»), unless the third stands apart.
    """
    ends = [at]
    while (end := _initial_at(tokens, ends[-1])) > ends[-1]:
        ends.append(end)
    if len(ends) > 3:
        apart = tokens[ends[2] - 1].end < tokens[ends[2]].start and _together(tokens, at, ends[2])
        return ends[2] if apart else at
    return ends[-1]


def _initial_at(tokens: Sequence[Token], at: int) -> int:
    """The end of one initial; the stop of a second one may be missing at the end («Иванов И.И»)."""
    at_letter = at + 1 if is_sign(tokens, at, "-") and is_sign(tokens, at - 1, ".") else at
    if at_letter >= len(tokens) or not (tokens[at_letter].is_letter and tokens[at_letter].is_capital):
        return at
    if is_sign(tokens, at_letter + 1, "."):
        return at_letter + 2
    follows = is_sign(tokens, at_letter - 1, ".") and _together(tokens, at_letter - 1, at_letter + 1)
    return at_letter + 1 if follows else at


def _together(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether there is no space between the tokens."""
    return all(one.end == next_one.start for one, next_one in pairwise(tokens[start:end]))


def initials_before(tokens: Sequence[Token], end: int) -> int:
    """Where initials that end before a token begin, or `end` when there are none."""
    return next((start for start in range(max(0, end - 5), end) if initials_at(tokens, start) == end), end)
