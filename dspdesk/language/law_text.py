"""The law's own words, as data: `resources/law/{kk,ru}/<act>.toml`, read when first asked for.

A paragraph is a list of its parts; the subparagraphs of a part stand on lines of their own, "7) …".
"""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from dspdesk.language.resources import resources

Paragraphs = Mapping[str, Sequence[str]]


def words(act: str, paragraph: str, parts: Collection[int], subparagraph: int | None, language: str) -> str:
    """The words of a paragraph, of some of its parts, or of a subparagraph with the words that lead to it.

    '' for what is not there: an act that does not ship in this language, or an unknown place.
    """
    wanted = [
        text
        for number, text in enumerate(paragraphs(act, language).get(paragraph, ()), 1)
        if not parts or number in parts
    ]
    if subparagraph is not None:
        wanted = [_subparagraph(text, subparagraph) for text in wanted]
    return "\n".join(text for text in wanted if text)


def _subparagraph(part: str, number: int) -> str:
    lead, *rest = part.splitlines()
    found = [line for line in rest if line.startswith(f"{number}) ")]
    return "\n".join([lead, *found]) if found else ""


@cache
def paragraphs(act: str, language: str) -> Paragraphs:
    """All paragraphs of an act in a language, in their order; none when the act does not ship in it."""
    path = resources() / "law" / language / f"{act}.toml"
    if not act or not path.exists():
        return {}
    with path.open("rb") as file:
        found: Paragraphs = tomllib.load(file)["paragraphs"]
    return found
