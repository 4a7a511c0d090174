"""All requirements in one table: place in the law, weight, where enforced, which tests show it, what is planned.

The rows stand in `decree` (D), `order` (O) and `working_day` (W). `OWN`, which findings of the program's own rules
are marked with, is no requirement.
"""

from collections.abc import Mapping
from types import MappingProxyType

from dspdesk.law.citations import OWN, cite, place_of
from dspdesk.law.requirements import decree, order, working_day
from dspdesk.law.requirements.row import Requirement, Way

__all__ = ["ROWS", "TABLE", "Requirement", "Way", "citation"]

#: Every requirement in the order of the acts.
ROWS: tuple[Requirement, ...] = (*decree.ROWS, *order.ROWS, *working_day.ROWS)
#: The same by id.
TABLE: Mapping[str, Requirement] = MappingProxyType({row.id: row for row in ROWS})


def citation(requirement_id: str, language: str) -> str:
    """The place of a requirement in a person's words; `KeyError` for an id that the table does not know."""
    place = place_of(OWN) if requirement_id == OWN else TABLE[requirement_id].place
    return cite(place, language)
