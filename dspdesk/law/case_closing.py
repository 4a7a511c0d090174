"""Closing a case and its volumes (paragraphs 29-32): what stands in the way, each with the step that puts it right.

A closed case takes nothing any more (`law.case_file.still_open`). It is opened again only by the head of the
documentation service, with a reason, and only until it is in the archive.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dspdesk.law.case_file import CopyNature, VolumeHolds
from dspdesk.law.edition import IN_FORCE, Edition
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.relations import Side
from dspdesk.law.retention import Period


class Repair(StrEnum):
    """What puts right what stands against closing: a window opens each."""

    PRINTOUT = "printout"  # the printout is filed
    CONTROL = "control"  # the document is taken off control
    ENTRY = "entry"  # the entry is completed
    TAKE_OUT = "take_out"  # the document is taken out of the case
    MOVE = "move"  # the document is moved to another volume
    INVENTORY = "inventory"  # the inner inventory is printed
    CERTIFICATION = "certification"  # the certification sheet is filled in
    SHEET_PAPER = "sheet_paper"  # the certification sheet is printed
    LINKED = "linked"  # linked documents are filed here, or the link is taken back
    FILE = "file"  # documents are filed
    CASE = "case"  # the case itself is corrected


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledDocument:
    """A line of a volume as its entry stands today; `words` name it.

    `year` is the one it counts as. `copy_id` and `item_id` are `None` of what no journal has.
    """

    filing_id: int
    volume_id: int
    words: str
    year: int
    item_id: int | None = None
    copy_id: int | None = None
    on_control: bool = False
    signed: bool = True
    nature: CopyNature = CopyNature.ORDINARY
    second_copy: bool = False
    printout_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified:
    """The certification sheet of a volume: what it states, whether the lines agree, whether it is on paper."""

    numbered: int
    fits: bool = True
    printed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedVolume:
    """A volume about to be closed; `sheets` are those that lie in it, `unprinted` the lines not yet on paper.

    `inventory_finished` says whether its inner inventory ends with totals and room for the signature. `filed_on` is
    when something was last put into it, also what has left since; `closed_on` when it was closed by itself.
    """

    volume_id: int
    words: str
    year: int
    period: Period
    carry_over: bool = False
    holds: VolumeHolds = VolumeHolds.DOCUMENTS
    sheets: int = 0
    lines: tuple[FiledDocument, ...] = ()
    unprinted: int = 0
    inventory_finished: bool = True
    certified: Certified | None = None
    closed: bool = False
    transferred: bool = False
    opened_on: dt.date | None = None
    filed_on: dt.date | None = None
    closed_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedApart:
    """A document linked to one of the case that does not lie in it; `filed_in` is its volume, '' nowhere."""

    item_id: int
    number: str
    other_id: int
    other: str
    side: Side
    filed_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedCase:
    """A case about to be closed: its volumes, who keeps it, what is linked to it and lies apart."""

    case_id: int
    words: str
    year: int
    volumes: tuple[FinishedVolume, ...]
    responsible: bool = True
    closed: bool = False
    apart: tuple[LinkedApart, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindrance:
    """What stands against closing, and what puts it right; the ids are of whatever the repair is about."""

    finding: Finding
    repair: Repair | None = None
    volume_id: int | None = None
    filing_id: int | None = None
    item_id: int | None = None


def of_case(case: FinishedCase, today: dt.date, edition: Edition = IN_FORCE) -> list[Hindrance]:
    """Everything that is said of closing a case: refusals first, then what asks for a reason, then hints."""
    return _in_order([*_of_case(case, today), *_of_volumes(case, edition)])


def of_volume(case: FinishedCase, volume_id: int, edition: Edition = IN_FORCE) -> list[Hindrance]:
    """Everything that is said of closing one volume of a case that goes on."""
    volume = next(one for one in case.volumes if one.volume_id == volume_id)
    closed = [Hindrance(finding=closed_once(volume.words))] if volume.closed or case.closed else []
    return _in_order([*closed, *_of_volume(volume, edition)])


def _of_volumes(case: FinishedCase, edition: Edition) -> Iterator[Hindrance]:
    for volume in case.volumes:
        if not (volume.closed or volume.transferred):
            yield from _of_volume(volume, edition)


def _of_case(case: FinishedCase, today: dt.date) -> Iterator[Hindrance]:
    first = case.volumes[0].volume_id if case.volumes else None
    if case.closed:
        yield Hindrance(finding=closed_once(case.words))
    if (found := somebody_keeps_it(case)) is not None:
        yield Hindrance(finding=found, repair=Repair.CASE, volume_id=first)
    for linked in case.apart:
        yield Hindrance(
            finding=all_in_the_case(case, linked),
            repair=Repair.LINKED,
            volume_id=first,
            item_id=linked.item_id,
        )
    if (found := year_over(case, today)) is not None:
        yield Hindrance(finding=found)


def _of_volume(volume: FinishedVolume, edition: Edition) -> Iterator[Hindrance]:
    for line in volume.lines:
        yield from _of_line(line, volume)
    about_volume = (
        (not_empty(volume), Repair.FILE),
        (not_over_full(volume, edition), Repair.MOVE),
        (inventory_on_paper(volume), Repair.INVENTORY),
        (is_certified(volume), Repair.CERTIFICATION if volume.certified is None else Repair.SHEET_PAPER),
        (certified_as_filed(volume), Repair.CERTIFICATION),
        (bound(volume), None),
    )
    for found, repair in about_volume:
        if found is not None:
            yield Hindrance(finding=found, repair=repair, volume_id=volume.volume_id)


def _of_line(line: FiledDocument, volume: FinishedVolume) -> Iterator[Hindrance]:
    about_line = (
        (printout_there(line), Repair.PRINTOUT),
        (executed(line), Repair.CONTROL),
        (made_out(line), Repair.ENTRY),
        (belongs(line), Repair.TAKE_OUT),
        (one_copy(line), Repair.TAKE_OUT),
        (of_its_year(line, volume), Repair.MOVE),
    )
    for found, repair in about_line:
        if found is not None:
            yield Hindrance(
                finding=found,
                repair=repair,
                volume_id=volume.volume_id,
                filing_id=line.filing_id,
                item_id=line.item_id,
            )


def _in_order(found: list[Hindrance]) -> list[Hindrance]:
    order = list(Weight)
    return sorted(found, key=lambda one: order.index(one.finding.weight))


# --- what is filed ---


def printout_there(line: FiledDocument) -> Finding | None:
    """Paragraph 30, 5 (D30.5): the printout of what needs special legal confirmation lies in the case."""
    if not line.printout_missing:
        return None
    return Finding("D30.5", Weight.REFUSE, "closing_printout_missing", {"document": line.words})


def executed(line: FiledDocument) -> Finding | None:
    """Paragraph 30, 1 (D30.1): what was taken on control again after it was filed is not executed."""
    if not line.on_control:
        return None
    return Finding("D30.1", Weight.REFUSE, "closing_on_control", {"document": line.words})


def made_out(line: FiledDocument) -> Finding | None:
    """Paragraph 30, 1 (D30.1): an own document has its signatory and its day."""
    if line.signed:
        return None
    return Finding("D30.1", Weight.REFUSE, "closing_unsigned", {"document": line.words})


def belongs(line: FiledDocument) -> Finding | None:
    """Paragraph 30, 6 (D30.6): no drafts, spare copies and documents that are to be returned."""
    if line.nature is CopyNature.ORDINARY:
        return None
    return Finding("D30.6", Weight.REFUSE, f"closing_{line.nature}", {"document": line.words})


def one_copy(line: FiledDocument) -> Finding | None:
    """Paragraph 30, 6 (D30.6): a second copy in the same case is a spare one."""
    if not line.second_copy:
        return None
    return Finding("D30.6", Weight.REFUSE, "closing_second_copy", {"document": line.words})


def of_its_year(line: FiledDocument, volume: FinishedVolume) -> Finding | None:
    """Paragraph 30, 3 and 8 (D30.3): documents of one year, but for carry-over cases."""
    if line.year == volume.year or (volume.carry_over and line.year > volume.year):
        return None
    facts = {"document": line.words, "year": line.year, "of": volume.year}
    return Finding("D30.3", Weight.REFUSE, "closing_other_year", facts)


# --- the volume ---


def not_empty(volume: FinishedVolume) -> Finding | None:
    """OWN: in a volume lies something; one opened by mistake is closed with a word about it."""
    if volume.lines:
        return None
    return Finding("OWN", Weight.WARN, "closing_empty", {"volume": volume.words})


def not_over_full(volume: FinishedVolume, edition: Edition = IN_FORCE) -> Finding | None:
    """Paragraph 30, 7 (D30.7): a volume holds at most 180 sheets, but for one enclosure or one document."""
    if volume.holds is not VolumeHolds.DOCUMENTS or volume.sheets <= edition.sheets_per_volume:
        return None
    facts = {"volume": volume.words, "sheets": volume.sheets, "most": edition.sheets_per_volume}
    return Finding("D30.7", Weight.REFUSE, "closing_over_full", facts)


def inventory_on_paper(volume: FinishedVolume) -> Finding | None:
    """Paragraph 32 (D32): what is kept permanently or over 10 years has its inner inventory, totals and all."""
    if not (with_inventory(volume.period) and volume.lines):
        return None
    if volume.unprinted:
        facts = {"volume": volume.words, "n": volume.unprinted}
        return Finding("D32", Weight.REFUSE, "closing_unprinted", facts)
    if not volume.inventory_finished:
        return Finding("D32", Weight.REFUSE, "closing_inventory_unfinished", {"volume": volume.words})
    return None


def is_certified(volume: FinishedVolume) -> Finding | None:
    """Paragraph 32 (D32): what is kept permanently or over 10 years has its certification sheet at the end."""
    if not (with_inventory(volume.period) and volume.lines):
        return None
    if volume.certified is None:
        return Finding("D32", Weight.REFUSE, "closing_uncertified", {"volume": volume.words})
    if not volume.certified.printed:
        return Finding("D32", Weight.REFUSE, "closing_sheet_unprinted", {"volume": volume.words})
    return None


def certified_as_filed(volume: FinishedVolume) -> Finding | None:
    """Appendix 4 (D32): what the certification sheet states is what lies in the volume; else a word about it."""
    if volume.certified is None or volume.certified.fits:
        return None
    facts = {"volume": volume.words, "certified": volume.certified.numbered, "sheets": volume.sheets}
    return Finding("D32", Weight.WARN, "closing_sheets_differ", facts)


def bound(volume: FinishedVolume) -> Finding | None:
    """Paragraph 32 (D32): what is kept permanently or over 10 years is bound or sewn with four punctures."""
    if not (with_inventory(volume.period) and volume.lines):
        return None
    return Finding("D32", Weight.HINT, "closing_bound", {"volume": volume.words})


def with_inventory(period: Period) -> bool:
    """Paragraph 32: whether a volume is bound, inventoried and certified."""
    return period is not Period.SHORT


# --- the case ---


def closed_once(words: str) -> Finding:
    """OWN: a case and a volume are closed once."""
    return Finding("OWN", Weight.REFUSE, "closed_already", {"volume": words})


def somebody_keeps_it(case: FinishedCase) -> Finding | None:
    """Paragraph 29 (D29), OWN: a finished case stays with its unit, and somebody there answers for it."""
    if case.responsible:
        return None
    return Finding("OWN", Weight.REFUSE, "closing_nobody", {"case": case.words})


def all_in_the_case(case: FinishedCase, linked: LinkedApart) -> Finding:
    """Paragraph 30, 2 (D30.2): all documents on the one question lie in the case."""
    code = "closing_linked_elsewhere" if linked.filed_in else "closing_linked_nowhere"
    facts = {
        "case": case.words,
        "document": linked.number,
        "other": linked.other,
        "where": linked.filed_in,
    }
    return Finding("D30.2", Weight.WARN, code, facts)


def year_over(case: FinishedCase, today: dt.date) -> Finding | None:
    """Paragraph 30, 3 (D30.3): a case of the running year may be finished, but nothing of the year follows it."""
    if today.year > case.year:
        return None
    return Finding("D30.3", Weight.HINT, "closing_year_runs", {"case": case.words, "year": case.year})


# --- the day, and opening again ---


def on_a_day(on: dt.date, case: FinishedCase, today: dt.date, volume_id: int | None = None) -> Finding | None:
    """W9: nothing was closed on a day to come, before it was opened or before its last document was filed."""
    if on > today:
        return Finding("W9", Weight.REFUSE, "moved_ahead", {"date": on, "today": today}, "on")
    asked = [volume for volume in case.volumes if volume_id in {None, volume.volume_id}]
    filed = [one.filed_on for one in asked if one.filed_on is not None]
    if filed and on < max(filed):
        return Finding("W9", Weight.REFUSE, "closed_before_filed", {"date": on, "filed": max(filed)}, "on")
    opened = max((one.opened_on for one in asked if one.opened_on is not None), default=on)
    if on < opened:
        return Finding("W9", Weight.REFUSE, "closed_before_opened", {"date": on, "opened": opened}, "on")
    return _after_its_volumes(on, case) if volume_id is None else None


def _after_its_volumes(on: dt.date, case: FinishedCase) -> Finding | None:
    """W9: a case goes on until its last volume is closed."""
    for one in case.volumes:
        if one.closed_on is not None and on < one.closed_on:
            facts = {"date": on, "volume": one.words, "closed": one.closed_on}
            return Finding("W9", Weight.REFUSE, "closed_before_volume", facts, "on")
    return None


def reopened(volume: FinishedVolume, case: FinishedCase, reason: str) -> list[Finding | None]:
    """OWN: a closed volume is opened again with a reason, until it is in the archive."""
    facts = {"volume": volume.words}
    shut = volume.closed or case.closed
    return [
        Finding("OWN", Weight.REFUSE, "reopened_transferred", facts) if volume.transferred else None,
        None if shut or volume.transferred else Finding("OWN", Weight.REFUSE, "reopened_open", facts),
        None if reason.strip() else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "mistake"),
    ]


def printout_awaited(words: str, *, missing: bool) -> Finding | None:
    """Paragraph 30, 5 (D30.5): the printout is noted of a document of which it is missing."""
    return None if missing else Finding("D30.5", Weight.REFUSE, "printout_not_awaited", {"document": words})


def printout_heading(heading: str, language: str) -> str:
    """What the line of a printout says: whose printout it is."""
    return {"ru": f"Распечатка: {heading}", "kk": f"Басылып шығарылған нұсқасы: {heading}"}[language]
