"""Transfer of cases to the departmental archive (paragraphs 51, 52), by the approved inventory of their unit."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from dspdesk.law import retention
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.unit_inventory import InventoryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTransfer:
    """A listed volume at the moment of its transfer: `certified` when its certification sheet stands (appendix 4).

    `printed` is whether that sheet is on paper, as what is bound with the volume.
    `changed` is whether something was put in or left after that sheet, or left without being among its skipped
    numbers; `fits` whether it states as many sheets as lie there.
    """

    words: str
    period: retention.Period
    closed_on: dt.date | None
    certified: bool
    printed: bool = True
    changed: bool = False
    fits: bool = True
    transferred_on: dt.date | None = None
    struck: bool = False


#: What a unit or a position of the departmental archive has in its name.
_ARCHIVE = ("архив", "мұрағат")


def of_approved(kind: InventoryKind, number: str, approved_on: dt.date | None) -> Finding | None:
    """Paragraph 52 (D52): cases that are described are handed over: by the approved inventory of their unit."""
    if kind is InventoryKind.UNIT and approved_on is not None:
        return None
    code = "inventory_not_approved" if kind is InventoryKind.UNIT else "inventory_not_of_unit"
    return Finding("D52", Weight.REFUSE, code, {"number": number}, "inventory_id")


def something_handed(lines: Collection[object]) -> Finding | None:
    """Paragraph 52 (D52): a transfer is of something."""
    return None if lines else Finding("D52", Weight.REFUSE, "nothing_to_transfer", {}, "lines")


def may_go(volume: ToTransfer, on: dt.date) -> list[Finding]:
    """Everything that stands against handing a volume over."""
    rules = (
        still_listed,
        made_ready,
        bound_and_certified,
        certified_as_it_is,
        sheet_on_paper,
        certified_as_filed,
    )
    found = (*(rule(volume) for rule in rules), closed_before(volume, on))
    return [finding for finding in found if finding is not None]


def still_listed(volume: ToTransfer) -> Finding | None:
    """Paragraph 51 (D51): what is struck out, or was handed over, is not handed over."""
    if volume.struck:
        return Finding("D51", Weight.REFUSE, "transfer_struck", {"volume": volume.words}, "lines")
    if volume.transferred_on is None:
        return None
    facts = {"volume": volume.words, "date": volume.transferred_on}
    return Finding("D51", Weight.REFUSE, "transferred_already", facts, "lines")


def made_ready(volume: ToTransfer) -> Finding | None:
    """Paragraph 52 (D52): only cases that were closed are handed over."""
    if volume.closed_on is not None:
        return None
    return Finding("D52", Weight.REFUSE, "transfer_not_closed", {"volume": volume.words}, "lines")


def bound_and_certified(volume: ToTransfer) -> Finding | None:
    """Paragraph 32 (D32): cases kept for ever or over 10 years have a certification sheet."""
    if volume.certified or volume.period is retention.Period.SHORT:
        return None
    return Finding("D32", Weight.REFUSE, "transfer_not_certified", {"volume": volume.words}, "lines")


def certified_as_it_is(volume: ToTransfer) -> Finding | None:
    """Appendix 4, note 8 (D32): what changed since the sheet was filled in is certified anew, by an act."""
    if not (volume.certified and volume.changed):
        return None
    return Finding("D32", Weight.REFUSE, "transfer_certified_before", {"volume": volume.words}, "lines")


def sheet_on_paper(volume: ToTransfer) -> Finding | None:
    """Paragraph 32 (D32): a volume kept for ever or over 10 years is provided with its certification sheet, on paper.

    One that is to be certified anew is printed then.
    """
    unprinted = volume.certified and not volume.printed and not volume.changed
    if not unprinted or volume.period is retention.Period.SHORT:
        return None
    return Finding("D32", Weight.REFUSE, "transfer_sheet_unprinted", {"volume": volume.words}, "lines")


def certified_as_filed(volume: ToTransfer) -> Finding | None:
    """Appendix 4 (D32): the sheet states what lies in the volume; else a word about it, as when it was closed."""
    if not volume.certified or volume.changed or volume.fits:
        return None
    return Finding("D32", Weight.WARN, "transfer_sheets_differ", {"volume": volume.words}, "lines")


def closed_before(volume: ToTransfer, on: dt.date) -> Finding | None:
    """W9: nothing was handed over before it was closed."""
    if volume.closed_on is None or on >= volume.closed_on:
        return None
    facts = {"volume": volume.words, "date": volume.closed_on}
    return Finding("W9", Weight.REFUSE, "transferred_before_closed", facts, "on")


def not_put_since(volume: str, place: str, placed_on: dt.date | None, on: dt.date) -> Finding | None:
    """W9: what lies in a place since a later day was not put into another one on the day of the transfer to stay."""
    if placed_on is None or placed_on <= on:
        return None
    facts = {"volume": volume, "place": place, "since": placed_on}
    return Finding("W9", Weight.REFUSE, "transfer_put_before", facts, "place_id")


def two_people(given_by_id: int, accepted_by_id: int) -> Finding | None:
    """Paragraph 52 (D52): one hands over, another accepts."""
    if given_by_id != accepted_by_id:
        return None
    return Finding("D52", Weight.REFUSE, "transfer_to_oneself", {}, "accepted_by_id")


def of_archive(*names: str) -> bool:
    """Whether a unit or a position is one of the departmental archive, by what it is called."""
    return any(part in name.casefold() for name in names for part in _ARCHIVE)


def archive_accepts(name: str, on: dt.date, *, works_there: bool) -> Finding | None:
    """Paragraphs 51, 52 (D52): cases are handed to the archive, so somebody who works there accepts them.

    Who that is the law does not say; bodies without an archive of their own name somebody, with a word about it.
    """
    if works_there:
        return None
    facts = {"name": name, "date": on}
    return Finding("D52", Weight.WARN, "transfer_accepted_elsewhere", facts, "accepted_by_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedBack:
    """A line whose transfer is said to be a mistake; `standing` is whether it counts as handed over."""

    words: str
    standing: bool


def never_handed(lines: Collection[HandedBack], mistake: str) -> list[Finding]:
    """W6: a transfer that did not take place is struck out, while it is the last of its volume, and with a reason."""
    found = [
        Finding("W6", Weight.REFUSE, "transfer_not_standing", {"volume": line.words}, "lines")
        for line in lines
        if not line.standing
    ]
    if not lines:
        found.append(Finding("W6", Weight.REFUSE, "no_transfer_chosen", {}, "lines"))
    if not mistake.strip():
        found.append(Finding("OWN", Weight.REFUSE, "reason_needed", {}, "mistake"))
    return found


def in_time(number: str, approved_on: dt.date | None, on: dt.date, today: dt.date) -> Finding | None:
    """W9: a transfer is neither of a day to come nor earlier than the approval of its inventory."""
    if on > today:
        return Finding("W9", Weight.REFUSE, "moved_ahead", {"date": on, "today": today}, "on")
    if approved_on is not None and on < approved_on:
        facts = {"number": number, "date": approved_on}
        return Finding("W9", Weight.REFUSE, "transferred_before_approved", facts, "on")
    return None
