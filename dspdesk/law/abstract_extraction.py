"""Cards and sheets taken out of abstract publications (paragraph 20).

Only those that hold no restricted information become unclassified (part 1); the fact of taking them out is attested
by the signatures of two workers of the documentation service on the cover of the publication (part 2).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import JournalKind, NumberState


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOut:
    """What was taken out, the finding that it holds no restricted information, and the two who attest it."""

    made_on: dt.date | None
    cards: str
    count: int | None
    finding: str
    first_worker_id: int | None
    second_worker_id: int | None


@dataclass(frozen=True, slots=True)
class Publication:
    """What the registers say: of which journal the entry is, and who works in the documentation service that day."""

    number: str
    journal: JournalKind
    state: NumberState
    registered_on: dt.date | None = None
    workers: frozenset[int] = frozenset()
    names: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Attesting:
    """A worker who signs, with the position of that day."""

    position: str
    name: str


@dataclass(frozen=True, slots=True)
class AbstractExtractionContent:
    """The attestation for the cover: of which publication, what was taken out, the two who sign."""

    organisation: str
    number: str
    title: str
    made_on: dt.date
    cards: str
    count: int
    finding: str
    workers: Sequence[Attesting]


def check(wanted: TakenOut, about: Publication, today: dt.date) -> list[Finding]:
    """Everything that stands against recording it."""
    found = [
        publications_only(about),
        _registered(about),
        _day(wanted, about, today),
        None if wanted.cards.strip() else _refused("which_cards", "cards"),
        None if (wanted.count or 0) > 0 else _refused("how_many_cards", "count"),
        holds_none(wanted),
        *two_workers(wanted, about),
    ]
    return [finding for finding in found if finding is not None]


def publications_only(about: Publication) -> Finding | None:
    """Paragraph 20, part 1: cards and sheets are taken out of abstract publications, not of documents."""
    if about.journal is JournalKind.PUBLICATIONS:
        return None
    return _refused("not_a_publication", "item_id", number=about.number)


def holds_none(wanted: TakenOut) -> Finding | None:
    """Paragraph 20, part 1: only what holds no restricted information is taken out, and somebody has found so."""
    return None if wanted.finding.strip() else _refused("holds_none_found", "finding")


def two_workers(wanted: TakenOut, about: Publication) -> list[Finding | None]:
    """Paragraph 20, part 2: two different workers of the documentation service sign for it."""
    pair = (("first_worker_id", wanted.first_worker_id), ("second_worker_id", wanted.second_worker_id))
    missing = [name for name, key in pair if key is None]
    if missing:
        return [_refused("two_workers_sign", missing[0])]
    if wanted.first_worker_id == wanted.second_worker_id:
        return [_refused("two_different_workers", "second_worker_id")]
    names = dict(about.names)
    return [
        _refused("not_of_the_service", name, name=names.get(key or 0, ""), date=wanted.made_on or "")
        for name, key in pair
        if key not in about.workers
    ]


def _registered(about: Publication) -> Finding | None:
    if about.state is NumberState.ISSUED:
        return None
    return Finding("D19", Weight.REFUSE, "permit_not_registered", {"number": about.number}, "item_id")


def _day(wanted: TakenOut, about: Publication, today: dt.date) -> Finding | None:
    if wanted.made_on is None:
        return Finding("OWN", Weight.REFUSE, "day_needed", {}, "made_on")
    if wanted.made_on > today:
        ahead = {"date": wanted.made_on, "today": today}
        return Finding("OWN", Weight.REFUSE, "permit_ahead", ahead, "made_on")
    if about.registered_on is not None and wanted.made_on < about.registered_on:
        early = {"number": about.number, "date": wanted.made_on, "since": about.registered_on}
        return Finding("OWN", Weight.REFUSE, "taken_out_too_early", early, "made_on")
    return None


def _refused(code: str, field: str, **facts: object) -> Finding:
    return Finding("D20", Weight.REFUSE, code, facts, field)
