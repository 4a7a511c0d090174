"""The official wording of papers, as data: `resources/forms/{kk,ru}/<stem>.toml`.

Each table of such a file names the place of the law its words are copied from (`source`), and the file names
the edition of the rules (`edition`). `kit.toml` holds what several papers share.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dspdesk.language.catalogue import Language
from dspdesk.language.resources import resources

#: The words that the kit itself sets on papers.
SHARED = "kit"


@dataclass(frozen=True, slots=True)
class Form:
    """The words of one paper in one language; `form["closing.first"]` is one of them."""

    stem: str
    language: Language
    tables: Mapping[str, Any]

    @property
    def edition(self) -> str:
        """The id of the edition of the rules that this wording is of."""
        return str(self.tables["edition"])

    def __getitem__(self, key: str) -> str:
        """The wording under that key; a missing one is an error of ours and names file and key."""
        found = self._find(key)
        if not isinstance(found, str):
            raise KeyError(f"{self.language}/{self.stem}.toml: {key}")
        return found

    def many(self, key: str) -> tuple[str, ...]:
        """The wordings of a list, in their order."""
        found = self._find(key)
        if not isinstance(found, list):
            raise KeyError(f"{self.language}/{self.stem}.toml: {key}")
        return tuple(map(str, found))

    def _find(self, key: str) -> object:
        found: Any = self.tables
        for part in key.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        return found


@cache
def form(stem: str, language: Language) -> Form:
    """The wording of one paper, read once."""
    path = resources() / "forms" / language / f"{stem}.toml"
    with path.open("rb") as file:
        return Form(stem, language, tomllib.load(file))


def shared(language: Language) -> Form:
    """The wording that papers have in common: mark, copy number, captions of signatures."""
    return form(SHARED, language)


def samples(language: Language) -> Mapping[str, Any]:
    """The words of sample papers: invented, of no law."""
    return form("samples", language).tables
