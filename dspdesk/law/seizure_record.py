"""The seizure of documents by a body that may do so (paragraph 42, part 2), and the record of it.

Certified copies of the documents and the record of the seizure of the originals always stay in the case. How they
count for the 180 sheets of a volume (paragraph 30, 7): a certified copy lies in the place of its original, under the
same numbers of sheets, and counts with the sheets that it has itself; the record is a line of its own on the next
sheets. A seizure has happened in the world: what makes a volume larger than that is recorded with a reason, never
refused.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.case_file import VolumeFacts
from dspdesk.law.edition import IN_FORCE, Edition
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.values import MOST_SHEETS


class RecordState(StrEnum):
    """Life of a record: draft → executed → all originals came back; or withdrawn with a reason before that."""

    DRAFT = "draft"
    EXECUTED = "executed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


def record_state(
    executed_on: dt.date | None, withdrawn_on: dt.date | None, *, away: bool = True
) -> RecordState:
    """The state of a record by its days; `away` says whether some of its originals have not come back."""
    if withdrawn_on is not None:
        return RecordState.WITHDRAWN
    if executed_on is None:
        return RecordState.DRAFT
    return RecordState.EXECUTED if away else RecordState.RETURNED


@dataclass(frozen=True, slots=True, kw_only=True)
class Seizing:
    """What the record says: by whom, on what basis, who handed the originals over, who was present."""

    dated: dt.date | None
    authority: str
    official: str
    basis: str
    handed_over_by_id: int | None
    present: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A document that is seized: its line in the volume, and the certified copy, if there is one yet.

    `on_record` is the number of another record, not executed yet, that lists it too.
    """

    words: str
    filed_on: dt.date
    there: bool = True
    on_record: str = ""
    sheets: int = 0
    copy_sheets: int = 0
    certified_by_id: int | None = None
    certified_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeizedLine:
    """One original on the paper, as the inner inventory names it, and its certified copy; `None` is not known yet."""

    number: str
    dated: dt.date | None
    heading: str
    sheets: int
    first_sheet: int
    last_sheet: int
    copy: int | None = None
    copy_sheets: int | None = None


@dataclass(frozen=True, slots=True)
class BackOnPaper:
    """Originals that came back together, as the record notes it; `places` are their numbers in order on it."""

    on: dt.date
    paper: str
    brought_by: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeizureRecordContent:
    """The record as it is printed; `case` and `heading` are those of the volume. Names are those of its day.

    What is '' or `None` leaves a line to write on. `returns` are what came back since, the earliest first.
    """

    organisation: str = ""
    number: int | None = None
    dated: dt.date | None = None
    locality: str = ""
    authority: str = ""
    official: str = ""
    basis: str = ""
    case: str = ""
    heading: str = ""
    lines: Sequence[SeizedLine] = ()
    position: str = ""
    name: str = ""
    present: Sequence[str] = ()
    restricted: bool = True
    returns: Sequence[BackOnPaper] = ()


def check(
    wanted: Seizing, originals: Collection[Original], volume: VolumeFacts, today: dt.date
) -> list[Finding]:
    """Everything that stands against drawing up a record."""
    found = [*_said(wanted, today), *_originals(originals, volume)]
    return [finding for finding in found if finding is not None]


def _said(wanted: Seizing, today: dt.date) -> Iterator[Finding | None]:
    for name in ("authority", "official", "basis"):
        if not str(getattr(wanted, name)).strip():
            yield _refused(f"seizure_{name}", name)
    if wanted.basis.strip() and not any(map(str.isdigit, wanted.basis)):
        yield Finding("D42a", Weight.WARN, "seizure_basis_undated", {}, "basis")
    if wanted.handed_over_by_id is None:
        yield _refused("seizure_handed_over_by", "handed_over_by_id")
    if wanted.dated is None:
        yield Finding("OWN", Weight.REFUSE, "day_needed", {}, "dated")
    elif wanted.dated > today:
        facts = {"date": wanted.dated, "today": today}
        yield Finding("W9", Weight.REFUSE, "moved_ahead", facts, "dated")


def _originals(originals: Collection[Original], volume: VolumeFacts) -> Iterator[Finding | None]:
    if not originals:
        yield Finding("OWN", Weight.REFUSE, "no_lines_chosen", {"volume": volume.words}, "lines")
    for one in originals:
        yield is_there(one, volume)
        if one.on_record:
            facts = {"document": one.words, "record": one.on_record}
            yield _refused("seizure_on_other_record", "lines", **facts)


def is_there(one: Original, volume: VolumeFacts) -> Finding | None:
    """Paragraph 42, part 2 (D42a): an original is seized from where it lies."""
    if one.there:
        return None
    return _refused("line_not_there", "lines", document=one.words, volume=volume.words)


def enclosure_beside(document: str, volume: str) -> Finding | None:
    """Paragraph 30, 9 (D30.9): told when the enclosure of an original lies in a volume of its own (`volume`, or '')."""
    if not volume:
        return None
    facts = {"document": document, "volume": volume}
    return Finding("D30.9", Weight.HINT, "enclosure_of_another_record", facts, "lines")


def after_filing(one: Original, on: dt.date) -> Finding | None:
    """W9: nothing is seized from a volume before it was put there."""
    if on >= one.filed_on:
        return None
    facts = {"document": one.words, "date": on, "since": one.filed_on}
    return Finding("W9", Weight.REFUSE, "out_before_filed", facts, "on")


def copy_made(one: Original, today: dt.date) -> list[Finding]:
    """Paragraph 42, part 2 (D42a): a copy is certified by somebody on a day, and has sheets that can be counted."""
    found = []
    if one.certified_by_id is None:
        found.append(_refused("certified_by", "certified_by_id"))
    if one.certified_on is None:
        found.append(Finding("OWN", Weight.REFUSE, "day_needed", {}, "certified_on"))
    elif one.certified_on > today:
        facts = {"date": one.certified_on, "today": today}
        found.append(Finding("W9", Weight.REFUSE, "moved_ahead", facts, "certified_on"))
    if not 1 <= one.copy_sheets <= MOST_SHEETS:
        found.append(_refused("certified_sheets", "copy_sheets", document=one.words))
    return found


def certified_copy_stays(one: Original) -> Finding | None:
    """Paragraph 42, part 2 (D42a): originals leave only when certified copies of them stay in the case."""
    if one.certified_by_id is not None and one.certified_on is not None and one.copy_sheets > 0:
        return None
    return _refused("certified_copy_missing", "lines", document=one.words)


def certified_before(one: Original, on: dt.date) -> Finding | None:
    """Paragraph 42, part 2 (D42a): a copy is certified by the original, so not after it was taken away."""
    if one.certified_on is None or one.certified_on <= on:
        return None
    facts = {"document": one.words, "date": one.certified_on, "on": on}
    return _refused("certified_after_seizure", "on", **facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Executing:
    """The originals are handed over on a day; the record of the day `dated` has so many sheets."""

    on: dt.date
    dated: dt.date
    record_sheets: int | None
    today: dt.date


def check_execution(originals: Collection[Original], volume: VolumeFacts, wanted: Executing) -> list[Finding]:
    """Everything that stands against handing the originals over."""
    found = [
        *_on_time(wanted.on, wanted.dated, wanted.today),
        None
        if 1 <= (wanted.record_sheets or 0) <= MOST_SHEETS
        else _refused("seizure_record_sheets", "record_sheets"),
    ]
    for one in originals:
        found += [is_there(one, volume), after_filing(one, wanted.on)]
        found += [certified_copy_stays(one), certified_before(one, wanted.on)]
    return [finding for finding in found if finding is not None]


def _on_time(on: dt.date, dated: dt.date, today: dt.date) -> Iterator[Finding]:
    if on > today:
        yield Finding("W9", Weight.REFUSE, "moved_ahead", {"date": on, "today": today}, "on")
    if on < dated:
        yield Finding("W9", Weight.REFUSE, "seized_before_record", {"date": on, "dated": dated}, "on")


def volume_too_large(
    originals: Collection[Original], volume: VolumeFacts, record_sheets: int, edition: Edition = IN_FORCE
) -> Finding | None:
    """Paragraphs 30, 7 and 42, part 2 (D30.7): copies and record stay in the case, however many sheets it then has."""
    grown = sum(one.copy_sheets - one.sheets for one in originals) + record_sheets
    total = volume.sheets + grown
    if grown <= 0 or total <= edition.sheets_per_volume:
        return None
    facts = {"volume": volume.words, "total": total, "most": edition.sheets_per_volume}
    return Finding("D30.7", Weight.WARN, "seizure_over_full", facts, "record_sheets")


def still_draft(state: RecordState, number: str) -> Finding | None:
    """Paragraph 42, part 2 (D42a): an executed record stays as it is; W6: so does one that was withdrawn."""
    if state is RecordState.DRAFT:
        return None
    return _refused(f"seizure_{state}", "record_id", record=number)


# --- notes ---

_RECORD = {"ru": "протокол изъятия № {number} от {dated}", "kk": "{dated} № {number} алып қою хаттамасы"}
_ON_LINE = {
    "ru": "подлинник изъят {day}, {record}; заверенная копия на {sheets} л.",
    "kk": "түпнұсқасы {day} алып қойылды, {record}; расталған көшірмесі {sheets} парақ",
}
_IN_REGISTER = {
    "ru": "Подлинник изъят {day}: {authority}, {record}; в деле заверенная копия",
    "kk": "Түпнұсқасы {day} алып қойылды: {authority}, {record}; істе расталған көшірмесі қалды",
}
_HEADING = {
    "ru": "Протокол изъятия документов: {authority}",
    "kk": "Құжаттарды алып қою хаттамасы: {authority}",
}


def record_words(number: int, dated: dt.date, language: str) -> str:
    """A record as notes name it: "протокол изъятия № 2 от 05.03.2026"."""
    return _RECORD[language].format(number=number, dated=_day(dated))


def on_line(day: dt.date, record: str, sheets: int, language: str) -> str:
    """The note on the line of the inner inventory whose original was seized."""
    return _ON_LINE[language].format(day=_day(day), record=record, sheets=sheets)


def in_register(day: dt.date, authority: str, record: str, language: str) -> str:
    """The note of column 14 of the register."""
    return _IN_REGISTER[language].format(day=_day(day), authority=authority, record=record)


def record_heading(authority: str, language: str) -> str:
    """The record as a line of the inner inventory."""
    return _HEADING[language].format(authority=authority)


def _refused(code: str, field: str, **facts: object) -> Finding:
    return Finding("D42a", Weight.REFUSE, code, facts, field)


def _day(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"
