"""Names of several words, «Отдел анализа» or «главный специалист», looked for with each word in any of its forms."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from dspdesk.language import inflection_kk, inflection_ru
from dspdesk.language.inflection import Case, Forms, joined, keys
from dspdesk.procedures.cover_check.text import Token, tokens_of

HYPHEN: Final = re.compile("[-\u2010-\u2013]")

_PASSED: Final = frozenset('№«»"“”„.-–')
_NUMBERING: Final = re.compile(r"\s*\d[\d.\-–]*[.)\s]\s*")
_SEVERAL: Final = re.compile(r"\s/\s|[()]")
_LONGEST_ABBREVIATION: Final = 5

Pattern = tuple[Forms, ...]


@dataclass(slots=True)
class Patterns:
    """Names by the keys of their first word."""

    by_first: dict[str, list[Pattern]] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[str]) -> "Patterns":
        """Names from a list; one line may number it, and give several («02. Отдел анализа (ОА) / Талдау бөлімі»)."""
        patterns = cls()
        for name in names:
            for one in _SEVERAL.split(name):
                patterns._add(_pattern(_NUMBERING.sub("", one, count=1) if _NUMBERING.match(one) else one))
        return patterns

    def end(self, tokens: Sequence[Token], at: int) -> int:
        """Where the longest name that begins at a token ends, or `at`."""
        candidates = [pattern for key in tokens[at].spellings for pattern in self.by_first.get(key, ())]
        return max((_end(pattern, tokens, at) for pattern in candidates), default=at)

    def _add(self, pattern: Pattern) -> None:
        for key in pattern[0] if pattern else ():
            self.by_first.setdefault(key, []).append(pattern)


@lru_cache(maxsize=4096)
def _pattern(name: str) -> Pattern:
    """Each word of the name in all its forms, numbers and commas as they are; nothing where no word is."""
    tokens = [token for token in tokens_of(name) if token.text not in _PASSED]
    if not any(token.is_word and not token.is_letter for token in tokens):
        return ()
    pattern = tuple(
        _word_forms(token) if token.is_word else {token.text: Case.NOMINATIVE} for token in tokens
    )
    return pattern if len(pattern) > 1 else (of_one(pattern[0]),)


def of_one(forms: Forms) -> Forms:
    """The forms without those of many: a union of judges names no one, and no unit is meant by "архивов"."""
    return {key: case for key, case in forms.items() if Case.MANY not in case or Case.NOMINATIVE in case}


def _word_forms(token: Token) -> Forms:
    if token.is_abbreviation and len(token.text) <= _LONGEST_ABBREVIATION:  # of «ОК» there are no cases
        return dict.fromkeys(token.keys, Case.NOMINATIVE)
    head, hyphen, last = token.text.rpartition("-")
    forms = joined(inflection_ru.noun_forms(last), inflection_kk.noun_forms(last))
    return (
        {f"{before}-{key}": case for before in keys(head) for key, case in forms.items()} if hyphen else forms
    )


def _end(pattern: Pattern, tokens: Sequence[Token], at: int) -> int:
    """Where a name that begins at a token ends, or `at` when it is not there."""
    end = at
    for forms in pattern:
        while at < end < len(tokens) and tokens[end].text in _PASSED:
            end += 1
        if end >= len(tokens) or not any(key in forms for key in tokens[end].spellings):
            return at
        end += 1
    return end
