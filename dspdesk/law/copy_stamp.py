"""Stickers for numbered copies (paragraph 18): for the first sheet, and for the back of the last.

They stand on sheets of A4 with labels, three beside each other in eight rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight

COLUMNS, ROWS = 3, 8
LABELS = COLUMNS * ROWS


class Side(StrEnum):
    """What a sticker is for."""

    FRONT = "front"  # upper right corner of the first sheet: mark and copy number (part 1)
    BACK = "back"  # back of the last sheet: where the copies went, the file copy, the executor (part 2)
    NOTE = "note"  # on what was reproduced: that it was, and under which numbers (paragraph 17, part 2)


@dataclass(frozen=True, slots=True)
class Sticker:
    """One label: `lines` of a back or a note; of a front, the mark and the copy with what else stands there.

    `code` is the barcode of the copy, '' on a side that has none.
    """

    side: Side
    number: str
    copy: int
    printed: int
    code: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyStampContent:
    """A sheet of stickers: `first` is the label on which they begin, 1 on a whole sheet; `in_full` writes the mark out.

    Labels stand row by row from the upper left.
    """

    organisation: str
    stickers: Sequence[Sticker]
    first: int = 1
    in_full: bool = True


def check_sheet(sides: Sequence[Side], copies: Sequence[int], first: int | None) -> list[Finding]:
    """What stands against printing stickers (paragraph 18): something is chosen, the first free label exists."""
    found = [
        None if copies else Finding("OWN", Weight.REFUSE, "no_copies", {}, "copies"),
        None if sides else Finding("D18", Weight.REFUSE, "which_side", {}, "sides"),
        None
        if first is not None and 1 <= first <= LABELS
        else Finding("OWN", Weight.REFUSE, "which_label", {"last": LABELS}, "first"),
    ]
    return [finding for finding in found if finding is not None]
