"""The cases in which each word of a line may stand on a cover, because it is part of a name that belongs there.

Paragraph 24 of the Rules wants addresses and names of recipient and sender, and many of them are named after people
(ул. Абая) or like a post (ТОО «Начальник связи»). A street is named after someone in the genitive, and in no other
case, so «ул. Абая Ахметову» is a street and a person.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from dspdesk.language.inflection import NAMING, Case, loosely
from dspdesk.procedures.cover_check.text import CLOSING, OPENING, Token

NONE: Final = Case(0)
ANY: Final = NAMING | Case.OTHER
OF: Final = Case.GENITIVE | Case.MANY

#: A name has no more words than this.
LONGEST_NAME: Final = 5

_BOUNDS: Final = frozenset(",;:()[]\t|/—")
_SURNAME_LIKE: Final = re.compile(
    r".{2,}(?:[оеи]в|ин|ын|[сц]к(?:ий|ой)|[оеи]ва|ина|ына|[сц]кая|енко|ук|юк)"
    r"(?:[аыу]|ым|о[мйю]|е|о?го|о?му|им|ую|[тд]ы[нг]|[кг][ае]|[тд][аие]|[тд][ае]н|[пб]ен|нын|га|ны|мен)?"
)


@dataclass(slots=True)
class Shelter:
    """What each word of a line may be: a known surname or unit in certain cases, any post or unit in certain cases."""

    tokens: Sequence[Token]
    known: list[Case] = field(init=False)
    general: list[Case] = field(init=False)

    def __post_init__(self) -> None:
        self.known = [NONE] * len(self.tokens)
        self.general = [NONE] * len(self.tokens)

    def open(self, at: int, known: Case, general: Case) -> None:
        """Let a word stand in these cases, besides those in which it may already."""
        self.known[at] |= known
        self.general[at] |= general

    def open_all(self, start: int, end: int, known: Case = ANY, general: Case = ANY) -> None:
        """Let words stand so."""
        for at in range(start, end):
            self.open(at, known, general)

    def close(self, at: int) -> None:
        """Let a word not stand after all."""
        self.known[at] = self.general[at] = NONE

    def is_open(self, at: int) -> bool:
        """Whether the word is part of a name, in whatever case."""
        return bool(self.known[at])

    def are_open(self, start: int, end: int) -> bool:
        """Whether all words are."""
        return all(self.known[at] for at in range(start, end) if self.tokens[at].is_word)


def is_shouting(tokens: Sequence[Token]) -> bool:
    """Whether all is in capitals, so that a capital says nothing."""
    return not any(token.is_word and token.text != token.text.upper() for token in tokens)


def is_surname_like(token: Token) -> bool:
    """Whether the word ends as Russian surnames and those made like them do, in any case."""
    return any(_SURNAME_LIKE.fullmatch(loosely(key)) for key in token.keys)


def is_bound(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name ends before this place, or begins after it."""
    return not 0 <= at < len(tokens) or tokens[at].text in _BOUNDS


def words_from(tokens: Sequence[Token], at: int, step: int) -> Iterator[int]:
    """The places of the words on one side, as far as the name they are in may reach."""
    for _ in range(LONGEST_NAME + 2):
        if is_bound(tokens, at) or tokens[at].text in OPENING | CLOSING:
            return
        if tokens[at].is_word:
            yield at
        at += step
