"""All papers the program prints, by their stems: what `dspdesk print --list`, `--sample` and `--blank` walk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dspdesk.reports import (
    abstract_extraction,
    case_cover,
    certification_sheet,
    copy_stamp,
    covering_letter,
    digest,
    duty_handover,
    filing_plan,
    handover_sheet,
    inner_inventory,
    recovery_sheet,
    registration_card,
    registration_journal,
    reminder_slip,
    seizure_record,
    shelf_label,
    shortage_act,
    unit_inventory,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: `draw(content, language, code)`, content of a sample, and the form to write on if there is one.

    `size` is that of its sheets, as a printer is told: one printing job has sheets of one size. `stickers` are sheets
    of labels: without margins, foot and code.
    """

    stem: str
    size: str
    draw: Callable[[Any, str, str], bytes]
    sample: Callable[[str], Any]
    blank: Callable[[str], bytes] | None = None
    stickers: bool = False

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
            Paper(
                handover_sheet.STEM,
                "A4",
                handover_sheet.draw,
                handover_sheet.sample,
                handover_sheet.blank,
            ),
            Paper(
                inner_inventory.STEM,
                "A4",
                inner_inventory.draw,
                inner_inventory.sample,
                inner_inventory.blank,
            ),
            Paper(
                certification_sheet.STEM,
                "A4",
                certification_sheet.draw,
                certification_sheet.sample,
                certification_sheet.blank,
            ),
            Paper(recovery_sheet.STEM, "A4", recovery_sheet.draw, recovery_sheet.sample),
            Paper(copy_stamp.STEM, "A4", copy_stamp.draw, copy_stamp.sample, stickers=True),
            Paper(abstract_extraction.STEM, "A4", abstract_extraction.draw, abstract_extraction.sample),
            Paper(shortage_act.STEM, "A4", shortage_act.draw, shortage_act.sample, shortage_act.blank),
            Paper(duty_handover.STEM, "A4", duty_handover.draw, duty_handover.sample, duty_handover.blank),
            Paper(reminder_slip.STEM, "A5 landscape", reminder_slip.draw, reminder_slip.sample),
            Paper(digest.STEM, "A4", digest.draw, digest.sample),
            Paper(filing_plan.STEM, "A4", filing_plan.draw, filing_plan.sample),
            Paper(shelf_label.STEM, "A4", shelf_label.draw, shelf_label.sample, stickers=True),
            Paper(
                unit_inventory.STEM, "A4", unit_inventory.draw, unit_inventory.sample, unit_inventory.blank
            ),
            Paper(case_cover.STEM, "A4", case_cover.draw, case_cover.sample, case_cover.blank),
            Paper(covering_letter.STEM, "A4", covering_letter.draw, covering_letter.sample),
            Paper(
                seizure_record.STEM, "A4", seizure_record.draw, seizure_record.sample, seizure_record.blank
            ),
        )
    }
)
