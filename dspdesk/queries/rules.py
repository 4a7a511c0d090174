"""Which paragraph is enforced where, and what the law itself says: for findings, the command line and the guide."""

from dataclasses import dataclass

from dspdesk.language import law_text
from dspdesk.law.citations import place_of
from dspdesk.law.requirements import ROWS, citation


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One requirement as it is listed; `weight` are words such as "refuse", `planned` an issue of the plan."""

    id: str
    citation: str
    weight: tuple[str, ...]
    where: tuple[str, ...]
    tests: tuple[str, ...]
    planned: int | None


def rules(language: str) -> list[RuleLine]:
    """Every requirement in the order of the acts, its place in the law named in a language."""
    return [
        RuleLine(
            row.id,
            citation(row.id, language),
            tuple(way.value for way in row.weight),
            row.where,
            row.tests,
            row.planned,
        )
        for row in ROWS
    ]


def own_words(requirement_id: str, language: str) -> str:
    """The law's own words of the place a requirement stands in.

    '' for the program's own rules, and where the act does not ship in this language: order 92 is in Kazakh only.
    """
    place = place_of(requirement_id)
    return law_text.words(place.act.value, place.paragraph, place.parts, place.subparagraph, language)


def explain(requirement_id: str, language: str) -> tuple[str, str]:
    """The citation of a requirement and the law's own words, for "Why?"."""
    return citation(requirement_id, language), own_words(requirement_id, language)
