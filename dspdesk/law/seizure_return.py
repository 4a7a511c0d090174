"""Seized originals come back: each lies on its own sheets of its volume again (paragraph 42, part 2).

The Rules say nothing of the way back; they say that certified copies and the record of the seizure always stay in the
case. So the copy stays when its original is there again. Its sheets had the numbers of the original's; those are the
original's once more, and the copy becomes a line of its own on the next sheets of the volume. From there it is not
taken out, by no permission (`law.withdrawal.stays_in_case`): it may come to lie in another volume of its case.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dspdesk.law.case_file import VolumeFacts
from dspdesk.law.edition import IN_FORCE, Edition
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.inner_inventory import sheets
from dspdesk.law.seizure_record import RecordState


@dataclass(frozen=True, slots=True, kw_only=True)
class Returning:
    """The step: on which day, with what covering paper and by whom the originals were brought."""

    on: dt.date | None
    paper: str
    brought_by: str
    today: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An original on the record that comes back; `back_on` is when it has come back already."""

    words: str
    sheets: int
    back_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """The record on which the originals stand: its number, how it stands, when they were handed over."""

    number: str
    state: RecordState
    on: dt.date | None


def check(
    wanted: Returning, handed: Handed, originals: Collection[Taken], volume: VolumeFacts
) -> list[Finding]:
    """Everything that stands against recording that these originals came back."""
    if (never := was_handed_over(handed)) is not None:
        return [never]
    found = [*_said(wanted, handed), *_originals(originals, volume), put_in_here(volume)]
    return [finding for finding in found if finding is not None]


def was_handed_over(handed: Handed) -> Finding | None:
    """Paragraph 42, part 2 (D42a): only what was seized comes back."""
    if handed.on is not None and handed.state is not RecordState.WITHDRAWN:
        return None
    return _refused("originals_not_handed_over", "lines", record=handed.number)


def _said(wanted: Returning, handed: Handed) -> Iterator[Finding | None]:
    if not wanted.paper.strip():
        yield _own("return_paper", "paper")
    if not wanted.brought_by.strip():
        yield _own("return_brought_by", "brought_by")
    if wanted.on is None:
        yield _own("day_needed", "on")
        return
    if wanted.on > wanted.today:
        facts = {"date": wanted.on, "today": wanted.today}
        yield Finding("W9", Weight.REFUSE, "moved_ahead", facts, "on")
    if handed.on is not None and wanted.on < handed.on:
        facts = {"date": wanted.on, "since": handed.on}
        yield Finding("W9", Weight.REFUSE, "returned_before_seizure", facts, "on")


def _originals(originals: Collection[Taken], volume: VolumeFacts) -> Iterator[Finding | None]:
    if not originals:
        yield _own("no_originals_back", "lines", volume=volume.words)
    for one in originals:
        yield still_away(one)


def still_away(one: Taken) -> Finding | None:
    """Paragraph 42, part 2 (D42a): an original comes back once."""
    if one.back_on is None:
        return None
    return _refused("original_back_already", "lines", document=one.words, date=one.back_on)


def put_in_here(volume: VolumeFacts) -> Finding | None:
    """Paragraph 52 (D52): nothing is put into a volume that the archive has."""
    if not volume.transferred:
        return None
    return Finding("D52", Weight.REFUSE, "return_to_archive", {"volume": volume.words}, "lines")


def volume_too_large(
    originals: Collection[Taken], volume: VolumeFacts, edition: Edition = IN_FORCE
) -> Finding | None:
    """Paragraphs 30, 7 and 42, part 2 (D30.7): original and copy lie in the case, however many sheets it then has."""
    total = volume.sheets + sum(one.sheets for one in originals)
    if total <= edition.sheets_per_volume:
        return None
    facts = {"volume": volume.words, "total": total, "most": edition.sheets_per_volume}
    return Finding("D30.7", Weight.WARN, "return_over_full", facts, "lines")


# --- entered by mistake ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistaken:
    """An original of a return that did not take place: what has become of it and of its certified copy since.

    `lies` says that the original lies where the return put it, `last` that no line stands below that of its copy.
    """

    words: str
    volume: str
    lies: bool = True
    last: bool = True
    printed: bool = False
    certified: bool = False
    transferred: bool = False


def never_came_back(lines: Collection[Mistaken], mistake: str) -> list[Finding]:
    """W6: a return is struck out while nothing was filed, stated or handed over after it; with a reason."""
    found = [one for line in lines for one in _went_on(line)]
    if not lines:
        found.append(Finding("W6", Weight.REFUSE, "return_struck_already", {}))
    if not mistake.strip():
        found.append(_own("reason_needed", "mistake"))
    return list({(one.code, str(one.facts)): one for one in found}.values())


def _went_on(line: Mistaken) -> Iterator[Finding]:
    asked = (
        ("return_original_gone", not line.lies),
        ("return_not_last", line.lies and not line.last),
        ("return_printed", line.printed),
        ("return_certified", line.certified),
        ("return_in_archive", line.transferred),
    )
    facts = {"document": line.words, "volume": line.volume}
    for code, holds in asked:
        if holds:
            yield Finding("W6", Weight.REFUSE, code, facts, "mistake")


# --- notes ---

_ON_LINE = {
    "ru": "подлинник возвращён {day}, {paper}; заверенная копия на л. {sheets}",
    "kk": "түпнұсқасы {day} қайтарылды, {paper}; расталған көшірмесі – {sheets}-п.",
}
_ON_COPY = {"ru": "подлинник возвращён, л. {sheets}", "kk": "түпнұсқасы қайтарылды, {sheets}-п."}
_HEADING = {"ru": "Заверенная копия: {heading}", "kk": "Расталған көшірмесі: {heading}"}
_IN_REGISTER = {
    "ru": "Подлинник возвращён {day}: {authority}, {paper}; в деле подлинник и заверенная копия",
    "kk": "Түпнұсқасы {day} қайтарылды: {authority}, {paper}; істе түпнұсқасы мен расталған көшірмесі жатыр",
}


def on_line(day: dt.date, paper: str, copy: tuple[int, int], language: str) -> str:
    """The note on the line of the original: with what paper it came back, on which sheets the copy lies now."""
    return _ON_LINE[language].format(day=_day(day), paper=paper, sheets=sheets(*copy))


def on_copy(original: tuple[int, int], language: str) -> str:
    """The note on the line of the certified copy: on which sheets its original lies."""
    return _ON_COPY[language].format(sheets=sheets(*original))


def copy_heading(heading: str, language: str) -> str:
    """The certified copy as a line of the inner inventory."""
    return _HEADING[language].format(heading=heading)


def in_register(day: dt.date, authority: str, paper: str, language: str) -> str:
    """The note of column 14 of the register."""
    return _IN_REGISTER[language].format(day=_day(day), authority=authority, paper=paper)


def _refused(code: str, field: str, **facts: object) -> Finding:
    return Finding("D42a", Weight.REFUSE, code, facts, field)


def _own(code: str, field: str, **facts: object) -> Finding:
    return Finding("OWN", Weight.REFUSE, code, facts, field)


def _day(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"
