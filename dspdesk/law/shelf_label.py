"""Labels for shelves and cases, with a barcode that a scanner finds them by; on the same sheets as copy stickers."""

from collections.abc import Sequence
from dataclasses import dataclass

from dspdesk.law.copy_stamp import LABELS
from dspdesk.law.findings import Finding, Weight


@dataclass(frozen=True, slots=True)
class ShelfLabel:
    """One label: `head` stands large, `lines` below it, of a case its volume and heading; `code` is the barcode.

    `marked` says that the case is restricted: its label bears the abbreviation of the mark (paragraph 31, 1).
    """

    head: str
    lines: tuple[str, ...]
    code: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class ShelfLabelContent:
    """A sheet of labels: `first` is the one on which they begin, 1 on a whole sheet, row by row from the upper left."""

    organisation: str
    labels: Sequence[ShelfLabel]
    first: int = 1


def check_sheet(of: Sequence[int], first: int | None) -> list[Finding]:
    """What stands against printing labels: something is chosen, and the first free label exists."""
    found = [
        None if of else Finding("OWN", Weight.REFUSE, "no_labels", {}, "chosen"),
        None
        if first is not None and 1 <= first <= LABELS
        else Finding("OWN", Weight.REFUSE, "which_label", {"last": LABELS}, "first"),
    ]
    return [finding for finding in found if finding is not None]
