"""Taking out of cases and moving between them (paragraph 59), and striking out what was never filed (W6).

Nothing is taken from a case or moved to another one without the permission of the head of the documentation service;
registers and inner inventories note it. The notes are made here, in the language of the journal of each document.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.case_file import VolumeFacts, VolumeHolds
from dspdesk.law.findings import Finding, Weight


class OutKind(StrEnum):
    """How a line left its volume."""

    WITHDRAWN = "withdrawn"  # изъят: back to the documentation service
    RELOCATED = "relocated"  # перемещён: into another volume
    SEIZED = "seized"  # by a body that may do so; a certified copy lies in its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """The written permission of the head of the documentation service, `None` and '' while it is not known."""

    number: str = ""
    on: dt.date | None = None
    by_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A line of a volume that is about to leave it; `enclosure` is the volume with its enclosure of over 180 sheets.

    `of_seizure` says that it is the record of a seizure or a certified copy of what was seized, and leaves the case.
    """

    words: str
    filed_on: dt.date
    there: bool = True
    enclosure: str = ""
    of_seizure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The step: by what permission, why and when, who headed the service on the day of the permission."""

    permission: Permission
    why: str
    on: dt.date
    today: dt.date
    heads: Collection[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """A line that is to be struck out as never put there; `last` says that no line that stands is below it.

    `enclosure` is said of one in a volume of its own whose document stays where it is.
    """

    words: str
    volume: str
    last: bool
    there: bool = True
    closed: bool = False
    printed: bool = False
    moved_here: bool = False
    of_seizure: bool = False
    enclosure: bool = False


def check(lines: Collection[Leaving], volume: VolumeFacts, asked: Asked) -> list[Finding]:
    """Everything that stands against taking these lines out of a volume, or that is to be known of it."""
    found = [*_permitted(asked), *_lines(lines, volume, asked), certified_anew(volume)]
    return [finding for finding in found if finding is not None]


def _permitted(asked: Asked) -> Iterator[Finding | None]:
    yield permitted(asked.permission)
    yield not_ahead(asked.permission, asked.today)
    yield before_the_step(asked.permission, asked.on)
    yield by_the_head(asked.permission, asked.heads)
    yield None if asked.why.strip() else Finding("D59", Weight.REFUSE, "withdrawal_why", {}, "why")
    if asked.on > asked.today:
        facts = {"date": asked.on, "today": asked.today}
        yield Finding("W9", Weight.REFUSE, "moved_ahead", facts, "on")


def _lines(lines: Collection[Leaving], volume: VolumeFacts, asked: Asked) -> Iterator[Finding | None]:
    if not lines:
        yield Finding("OWN", Weight.REFUSE, "no_lines_chosen", {"volume": volume.words}, "lines")
    for line in lines:
        yield is_there(line, volume)
        yield not_before_filing(line, asked.on)
        yield enclosure_goes(line)
        yield stays_in_case(line, volume)


def permitted(permission: Permission) -> Finding | None:
    """Paragraph 59 (D59): nothing leaves a case without permission: it has a number, a day and who gave it."""
    known = permission.number.strip() and permission.on is not None and permission.by_id is not None
    if known:
        return None
    missing = "permit_number" if not permission.number.strip() else "permitted_on"
    field = missing if permission.on is None or missing == "permit_number" else "permitted_by_id"
    return Finding("D59", Weight.REFUSE, "withdrawal_permit_needed", {}, field)


def not_ahead(permission: Permission, today: dt.date) -> Finding | None:
    """W9: a permission was not given on a day to come."""
    if permission.on is None or permission.on <= today:
        return None
    facts = {"date": permission.on, "today": today}
    return Finding("W9", Weight.REFUSE, "permit_ahead", facts, "permitted_on")


def before_the_step(permission: Permission, on: dt.date) -> Finding | None:
    """Paragraph 59 (D59): the permission comes first; refuses one given after the document was taken out."""
    if permission.on is None or permission.on <= on:
        return None
    facts = {"date": permission.on, "step": on}
    return Finding("D59", Weight.REFUSE, "withdrawal_permit_late", facts, "permitted_on")


def by_the_head(permission: Permission, heads: Collection[int]) -> Finding | None:
    """Paragraph 59 (D59): only the head of the documentation service permits it, or who acted as head on that day."""
    if permission.on is None or permission.by_id is None or permission.by_id in heads:
        return None
    return Finding("D59", Weight.REFUSE, "withdrawal_not_by_head", {"date": permission.on}, "permitted_by_id")


def is_there(line: Leaving, volume: VolumeFacts) -> Finding | None:
    """Paragraph 59 (D59): only what lies in a volume is taken out of it."""
    if line.there:
        return None
    facts = {"document": line.words, "volume": volume.words}
    return Finding("D59", Weight.REFUSE, "line_not_there", facts, "lines")


def not_before_filing(line: Leaving, on: dt.date) -> Finding | None:
    """W9: nothing is taken out before it was put in."""
    if on >= line.filed_on:
        return None
    facts = {"document": line.words, "date": on, "since": line.filed_on}
    return Finding("W9", Weight.REFUSE, "out_before_filed", facts, "on")


def enclosure_goes(line: Leaving) -> Finding | None:
    """Paragraph 30, 9 (D30.9): an enclosure goes with its document; told when it lies in a volume of its own."""
    if not line.enclosure:
        return None
    facts = {"document": line.words, "volume": line.enclosure}
    return Finding("D30.9", Weight.HINT, "enclosure_goes", facts, "lines")


def stays_in_case(line: Leaving, volume: VolumeFacts) -> Finding | None:
    """Paragraph 42, part 2 (D42a): the record of a seizure and the certified copies are always left in the case.

    The law says so of the case: they may lie in another volume of it. It makes no exception for copies whose originals
    came back.
    """
    if not line.of_seizure:
        return None
    facts = {"document": line.words, "volume": volume.words}
    return Finding("D42a", Weight.REFUSE, "seizure_paper_stays", facts, "lines")


def certified_anew(volume: VolumeFacts) -> Finding | None:
    """Appendix 4, note 8 (D32): a closed volume that is changed gets a new certification sheet, which names the act."""
    if not (volume.closed or volume.transferred):
        return None
    return Finding("D32", Weight.HINT, "certify_anew", {"volume": volume.words}, "lines")


def elsewhere(source: VolumeFacts, target: VolumeFacts) -> Finding | None:
    """Paragraph 59 (D59): moved is what comes to lie in another volume."""
    if source.volume_id != target.volume_id:
        return None
    facts = {"volume": target.words}
    return Finding("D59", Weight.REFUSE, "relocated_nowhere", facts, "to_volume_id")


def with_its_document(source: VolumeFacts) -> Finding | None:
    """Paragraph 30, 9 (D30.9): an enclosure belongs to its document, so it is not moved to another case without it."""
    if source.holds is not VolumeHolds.ENCLOSURE:
        return None
    return Finding("D30.9", Weight.REFUSE, "enclosure_moved_alone", {"volume": source.words}, "lines")


def kept_otherwise(source: VolumeFacts, target: VolumeFacts) -> Finding | None:
    """Paragraph 30, 4 (D30.4): moved between what is kept for ever and what is not only for a reason."""
    if source.retention.permanent == target.retention.permanent:
        return None
    code = "relocated_from_permanent" if source.retention.permanent else "relocated_to_permanent"
    facts = {"volume": source.words, "target": target.words}
    return Finding("D30.4", Weight.WARN, code, facts, "to_volume_id")


def can_be_struck(line: Struck, reason: str) -> list[Finding]:
    """W6: only the last line of an open volume, which no paper states yet, was never put there; with a reason."""
    asked = (
        (not line.there, "line_not_there"),
        (line.closed, "struck_in_closed"),
        (line.there and not line.last, "struck_not_last"),
        (line.printed, "struck_printed"),
        (line.moved_here, "struck_moved_here"),
        (line.of_seizure, "struck_of_seizure"),
        (line.enclosure, "struck_enclosure_alone"),
    )
    facts = {"document": line.words, "volume": line.volume}
    found = [Finding("W6", Weight.REFUSE, code, facts, "lines") for holds, code in asked if holds]
    if not reason.strip():
        found.append(Finding("OWN", Weight.REFUSE, "reason_needed", {}, "mistake"))
    return found


# --- notes ---

_PERMIT = {"ru": "разрешение № {number} от {on}", "kk": "{on} № {number} рұқсат"}
_ON_LINE = {
    OutKind.WITHDRAWN: {"ru": "изъят {day}, {permit}", "kk": "{day} алып қойылды, {permit}"},
    OutKind.RELOCATED: {
        "ru": "перемещён {day} в {to}, {permit}",
        "kk": "{day} ауыстырылды, жаңа орны: {to}, {permit}",
    },
}
_ARRIVED = {
    "ru": "перемещён {day} из {place}, {permit}",
    "kk": "{day} ауыстырылды, бұрынғы орны: {place}, {permit}",
}
_IN_REGISTER = {
    OutKind.WITHDRAWN: {
        "ru": "Изъят {day} из дела {place}, {permit}",
        "kk": "{day} істен алып қойылды ({place}), {permit}",
    },
    OutKind.RELOCATED: {
        "ru": "Перемещён {day} из дела {place} в дело {to}, {permit}",
        "kk": "{day} ауыстырылды, бұрынғы орны: {place}, жаңа орны: {to}, {permit}",
    },
}


def permit_words(number: str, on: dt.date, language: str) -> str:
    """A permission as notes name it: "разрешение № 3 от 05.03.2026", "05.03.2026 № 3 рұқсат"."""
    return _PERMIT[language].format(number=plain_number(number), on=_day(on))


def on_line(kind: OutKind, day: dt.date, permit: str, language: str, to: str = "") -> str:
    """The note on the line of the inner inventory that the document left."""
    return _ON_LINE[kind][language].format(day=_day(day), permit=permit, to=to)


def on_arrival(day: dt.date, place: str, permit: str, language: str) -> str:
    """The note on the line of the inner inventory to which the document came."""
    return _ARRIVED[language].format(day=_day(day), place=place, permit=permit)


def in_register(kind: OutKind, day: dt.date, place: str, permit: str, language: str, to: str = "") -> str:
    """The note of column 14 of the register."""
    return _IN_REGISTER[kind][language].format(day=_day(day), place=place, permit=permit, to=to)


def plain_number(written: str) -> str:
    """A number as notes state it, without the sign that stands before it there."""
    return written.strip().removeprefix("№").strip()


def _day(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"
