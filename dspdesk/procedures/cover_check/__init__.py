"""Requirement D24: no surname, position or structural unit stands on a cover (paragraph 24 of the Rules, part 2).

What the directory knows is looked for in every form of both languages, and so are words for positions and units and
whoever is named with initials. `places` and `organisations` say which words of a line are inside the name of a street,
a place or an organisation, where they may stand.
"""

from collections.abc import Iterable

from dspdesk.law.cover import CoverLine
from dspdesk.procedures.cover_check import organisations, persons, places, posts
from dspdesk.procedures.cover_check.directory import Directory
from dspdesk.procedures.cover_check.shelter import Shelter
from dspdesk.procedures.cover_check.text import Span, tokens_of

__all__ = ["CoverLine", "check_cover"]


def check_cover(
    persons: Iterable[str], units: Iterable[str], positions: Iterable[str], lines: Iterable[str]
) -> list[CoverLine]:
    """Each line with what paragraph 24 forbids of it.

    The first three are what the directory knows, in either language. A line is a whole name or address, as a field
    of the label holds it; line breaks inside it do no harm.
    """
    listed = list(lines)
    directory = Directory.of(persons, units, positions, listed)
    return [_checked(directory, line) for line in listed]


def _checked(directory: Directory, line: str) -> CoverLine:
    tokens = tokens_of(line)
    shelter = Shelter(tokens)
    places.open_names(shelter)
    organisations.open_names(shelter)
    spans = [*directory.found(shelter), *posts.found(shelter), *persons.found(shelter)]
    found = dict.fromkeys(line[tokens[start].start : tokens[end - 1].end] for start, end in _outermost(spans))
    return CoverLine(line, bool(found), tuple(found))


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """The spans in their order, without those inside another."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return kept
