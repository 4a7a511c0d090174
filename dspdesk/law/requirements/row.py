"""One row of the table of requirements."""

from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.citations import Place, place_of


class Way(StrEnum):
    """How a requirement is met; one may be met in several ways."""

    REFUSE = "refuse"  # the step is not recorded
    WARN = "warn"  # it is recorded only with a typed reason
    RECORD = "record"  # there is a place for it, and it shows up wherever it matters
    HINT = "hint"  # shown, asks nothing
    REMIND = "remind"  # it appears on Today before it is due
    PRINT = "print"  # a form comes out, ready for wet signature


@dataclass(frozen=True, slots=True)
class Requirement:
    """What the law or the working day demands, how it is met, where in the code, and which tests show it.

    `where` are dotted names, `tests` are test ids. `planned` is the number of the issue of the plan that brings it
    or, where something stands already, the next part of it; `None` when nothing is left to do.
    """

    id: str
    place: Place
    weight: tuple[Way, ...]
    where: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    planned: int | None = None


def met(
    requirement_id: str,
    *weight: Way,
    where: tuple[str, ...],
    tests: tuple[str, ...],
    planned: int | None = None,
) -> Requirement:
    """A requirement that is met, or met in part when `planned` names the issue that brings more."""
    return Requirement(requirement_id, place_of(requirement_id), weight, where, tests, planned)


def planned(requirement_id: str, issue: int, *weight: Way) -> Requirement:
    """A requirement that a later issue brings."""
    return Requirement(requirement_id, place_of(requirement_id), weight, planned=issue)
