"""The parts of a number pattern under the names that people read: the store keeps {case}, a person types {дело}."""

import re

from dspdesk.language.catalogue import pgettext

_PART = re.compile(r"\{([^{}]*)\}")


def names() -> dict[str, str]:
    """The name of each part in the language of the interface, in the order in which they are listed."""
    return {
        "number": pgettext("part of a number", "number"),
        "case": pgettext("part of a number", "case"),
        "correspondent": pgettext("part of a number", "correspondent"),
        "executor": pgettext("part of a number", "executor"),
        "unit": pgettext("part of a number", "unit"),
        "year": pgettext("part of a number", "year"),
        "month": pgettext("part of a number", "month"),
        "date": pgettext("part of a number", "date"),
    }


def shown(pattern: str) -> str:
    """A pattern as a person reads it."""
    known = names()
    return _PART.sub(lambda part: "{" + known.get(part[1], part[1]) + "}", pattern)


def typed(text: str) -> str:
    """The pattern that was typed; the store's own names of the parts are understood as well, others stay."""
    known = {name: part for part, name in names().items()}
    return _PART.sub(lambda part: "{" + known.get(part[1].strip().casefold(), part[1]) + "}", text.strip())
