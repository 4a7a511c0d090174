"""Card of account (paragraph 15): one item with the fields of appendix 2, kept where journals are not."""

from dataclasses import dataclass

from dspdesk.law.kinds import JournalKind
from dspdesk.law.registration_journal import Line


@dataclass(frozen=True, slots=True)
class RegistrationCardContent:
    """One card: `number` is written with its mark, `line` holds the fourteen fields of appendix 2."""

    organisation: str
    kind: JournalKind
    year: int
    journal_language: str
    number: str
    line: Line
