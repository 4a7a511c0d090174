"""Hand-over sheets (W1): the documents of a day listed for one person, who signs for each copy on its line.

One sheet is for one person, so that nobody reads what others are given.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from dspdesk.law.findings import Finding, Weight


class LineState(StrEnum):
    """Life of a line: waiting for a signature → received, or struck out with a reason."""

    WAITING = "waiting"
    RECEIVED = "received"
    STRUCK = "struck"


def line_state(received_on: dt.date | None, struck_on: dt.date | None) -> LineState:
    """The state of a line by its days."""
    if struck_on is not None:
        return LineState.STRUCK
    return LineState.WAITING if received_on is None else LineState.RECEIVED


#: What column 10 of appendix 2 says was signed for a copy received on a sheet, in the language of the journal.
RECEIVED_ON: Mapping[str, str] = MappingProxyType(
    {"ru": "лист передачи № {number}", "kk": "№ {number} тапсыру парағы"}
)


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """One line of the paper: a copy with its document. `number` is written with its mark."""

    number: str
    date: dt.date | None
    correspondent: str
    what: str
    sheets: int | None
    enclosure_sheets: int | None
    copy: int


@dataclass(frozen=True, slots=True)
class HandoverSheetContent:
    """One sheet: who is given what, and who gives; names and positions are those of its day.

    `barcode` is the code by which a scanner finds the sheet again, '' on a sample.
    """

    organisation: str
    year: int
    number: int
    dated: dt.date
    name: str
    position: str
    unit: str
    lines: Sequence[HandoverLine]
    given_by: str
    giver_position: str
    barcode: str = ""


def something_chosen(chosen: Collection[object], field: str = "copies") -> Finding | None:
    """W1: a sheet has lines."""
    return None if chosen else Finding("W1", Weight.REFUSE, "sheet_without_lines", {}, field)


def one_sheet_each(copy_ids: Sequence[int]) -> Finding | None:
    """W1: a copy is given to one person, so it stands on one of the sheets and once."""
    if len(copy_ids) == len(set(copy_ids)):
        return None
    return Finding("W1", Weight.REFUSE, "copy_on_two_sheets", {}, "copies")


def of_a_new_sheet(finding: Finding) -> Finding:
    """W1: what the guard says of the day is of the date of the sheet, which may be an earlier one written by hand."""
    return replace(finding, field="dated") if finding.field == "on" else finding


def of_a_made_sheet(finding: Finding, number: int) -> Finding:
    """W1: a sheet keeps its date, so what was not there yet on that day goes on another one."""
    if finding.code != "moved_before_last":
        return finding
    facts = {**finding.facts, "sheet": number}
    return Finding("W1", Weight.REFUSE, "copy_after_sheet", facts, "copies")


def after_the_sheet(number: int, dated: dt.date, on: dt.date) -> Finding | None:
    """W1: nobody has signed a sheet before it was made."""
    if on >= dated:
        return None
    return Finding("W1", Weight.REFUSE, "signed_before_sheet", {"number": number, "date": dated}, "on")


def waiting(states: Collection[LineState], number: int) -> Finding | None:
    """W1: only a line that waits for a signature is marked received or struck out."""
    if all(state is LineState.WAITING for state in states):
        return None
    return Finding("W1", Weight.REFUSE, "line_not_waiting", {"number": number}, "lines")


def nobody_signed(states: Collection[LineState], number: int) -> Finding | None:
    """W1: a sheet on which somebody has signed gets no further lines: its totals are signed for, too."""
    if LineState.RECEIVED not in states:
        return None
    return Finding("W1", Weight.REFUSE, "sheet_signed_already", {"number": number}, "copies")


def reason_given(reason: str) -> Finding | None:
    """W1: a line is struck out, or added to a sheet that was made, with a reason."""
    return None if reason.strip() else Finding("W1", Weight.REFUSE, "reason_needed", {}, "reason")
