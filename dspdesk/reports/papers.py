"""All papers the program prints, by their stems: what `dspdesk print --list`, `--sample` and `--blank` walk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dspdesk.reports import recovery_sheet, registration_card, registration_journal


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: `draw(content, language, code)`, content of a sample, and the form to write on if there is one.

    `size` is that of its sheets, as a printer is told: one printing job has sheets of one size.
    """

    stem: str
    size: str
    draw: Callable[[Any, str, str], bytes]
    sample: Callable[[str], Any]
    blank: Callable[[str], bytes] | None = None

    def draw_sample(self, language: str) -> bytes:
        """The paper filled from sample data."""
        return self.draw(self.sample(language), language, "")


PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        paper.stem: paper
        for paper in (
            Paper(
                registration_journal.STEM,
                "A4 landscape",
                registration_journal.draw,
                registration_journal.sample,
                registration_journal.blank,
            ),
            Paper(
                registration_card.STEM,
                "A5 landscape",
                registration_card.draw,
                registration_card.sample,
                registration_card.blank,
            ),
            Paper(recovery_sheet.STEM, "A4", recovery_sheet.draw, recovery_sheet.sample),
        )
    }
)
