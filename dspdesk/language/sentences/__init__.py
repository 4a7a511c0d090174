"""Sentences for findings and problems: what, why, what to do, in the person's language.

Rules and errors carry a code and facts; the sentence is chosen here, so that windows, papers and the command line
say the same. Codes are those of `law` findings and of the errors that derive from `Told`.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from dspdesk.language.catalogue import Language, current_language, translate_in

#: A module for each group of findings and problems; its `TABLE` holds the sentence of each code.
GROUPS = (
    "registration",
    "directory",
    "people",
    "numbers",
    "accounts",
    "store",
    "mail",
    "acts",
    "movements",
    "copying",
    "restricted_list",
    "control",
    "cases",
    "case_closing",
    "withdrawal",
    "inventories",
    "volume_papers",
    "filing_plan",
    "printouts",
)


@cache
def sentences() -> Mapping[str, str]:
    """The sentence of each code; read with the first that is said, the window of signing in does not wait for it."""
    tables = (import_module(f"{__name__}.{group}").TABLE for group in GROUPS)
    return {code: words for table in tables for code, words in table.items()}


class Told(Exception):
    """An error that a person is told in one plain sentence; `code` picks it, `facts` fill it."""

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return sentence(self.code, self.facts)

    def __reduce__(self) -> tuple[object, ...]:
        return _told, (type(self), self.code, self.facts)


def _told(kind: type[Told], code: str, facts: dict[str, object]) -> Told:
    return kind(code, **facts)


def sentence(code: str, facts: Mapping[str, object], language: Language | None = None) -> str:
    """The sentence of a code with its facts filled in; dates as dd.mm.yyyy."""
    text = translate_in(language or current_language(), sentences()[code])
    return text.format_map({name: _shown(value) for name, value in facts.items()})


def _shown(value: object) -> str:
    if not isinstance(value, dt.date):
        return str(value)
    from dspdesk.language.dates import short  # its patterns are compiled when they are needed

    return short(value)
