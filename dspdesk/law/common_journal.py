"""A common journal (paragraph 15, part 1): at a small volume flows are kept as sections of one journal."""

from collections.abc import Sequence
from dataclasses import dataclass

from dspdesk.law.registration_journal import RegistrationJournalContent


@dataclass(frozen=True, slots=True)
class CommonJournalContent:
    """All that a printed common journal states; who certifies its sheets does so once, on the last of them.

    Each section is a journal with its own numbering, and is closed by itself; at least one there is.
    """

    organisation: str
    year: int
    sections: Sequence[RegistrationJournalContent]
    position: str = ""
    certified_by: str = ""
    copy_number: int = 1
    copies_printed: int = 1
