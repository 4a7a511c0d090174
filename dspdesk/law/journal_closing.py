"""Closing a journal (paragraph 15, part 3): what stands in the way, and the inscription that ends it.

A closed journal takes no new entry, and it is not opened again: its inscription has been counted, printed and signed,
and one more entry would make it false. What is counted stays as it is, so no number of a closed journal is annulled,
skipped or confirmed either. Marks on its entries go on (a document is filed, returned or destroyed years later), and
an error in an entry may still be corrected by name with its reason: neither changes what the inscription states.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dspdesk.law.findings import Finding, Weight

MOST_NAMED = 10  # numbers named in one sentence: with more of them their journal is the place to look


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingOpen:
    """What stands open in one journal when it is to be closed.

    `reserved` are its reserved numbers as written, `incomplete` counts entries with fields to complete, `on_control`
    the documents whose execution is controlled and not done, `unfiled` the others that lie in no case, and `gaps` are
    the runs of numbers passed over without a word, first and last of each. `last_entry` is the latest day of an entry.
    """

    year: int
    closed: bool = False
    last_entry: dt.date | None = None
    reserved: Sequence[str] = ()
    incomplete: int = 0
    on_control: int = 0
    unfiled: int = 0
    gaps: Sequence[tuple[int, int]] = ()

    @property
    def nothing(self) -> bool:
        """Whether nothing at all waits for anybody."""
        return not (self.reserved or self.incomplete or self.on_control or self.unfiled or self.gaps)


def check(found: StandingOpen, today: dt.date) -> list[Finding]:
    """Every finding on closing a journal on a day, refusals first."""
    findings = (
        closed_once(closed=found.closed),
        year_begun(found.year, today),
        nothing_dated_ahead(found.last_entry, today),
        numbers_settled(found.reserved),
        year_over(found.year, today),
        entries_complete(found.incomplete),
        unfinished_carried_over(found.on_control),
        filed(found.unfiled),
        gaps_explained(found.gaps),
    )
    return [finding for finding in findings if finding is not None]


def closed_once(*, closed: bool) -> Finding | None:
    """Paragraph 15, part 3: a journal is closed once."""
    return Finding("D15b", Weight.REFUSE, "journal_closed_already") if closed else None


def year_begun(year: int, today: dt.date) -> Finding | None:
    """W9: the journal of a year to come is not closed."""
    if year <= today.year:
        return None
    return Finding("W9", Weight.REFUSE, "year_not_begun", {"year": year, "today": today})


def nothing_dated_ahead(last_entry: dt.date | None, today: dt.date) -> Finding | None:
    """W9: a journal is not closed on a day before its last entry; the clock is wrong, or the entry is."""
    if last_entry is None or last_entry <= today:
        return None
    return Finding("W9", Weight.REFUSE, "entries_dated_ahead", {"date": last_entry, "today": today})


def numbers_settled(reserved: Sequence[str]) -> Finding | None:
    """Paragraph 15, part 3: a reserved number is neither registered nor skipped, so it cannot be counted."""
    if not reserved:
        return None
    return Finding("D15b", Weight.REFUSE, "reserved_numbers_stand", {"numbers": named(reserved)})


def year_over(year: int, today: dt.date) -> Finding | None:
    """Paragraph 15, part 3: a journal is closed when it is finished, and that of a running year is not."""
    if today >= dt.date(year, 12, 31):
        return None
    return Finding("D15b", Weight.WARN, "journal_year_runs", {"year": year})


def entries_complete(incomplete: int) -> Finding | None:
    """Paragraph 15, part 3: what is not known of an entry is best completed before the journal is signed."""
    return Finding("D15b", Weight.WARN, "incomplete_entries_stand", {"n": incomplete}) if incomplete else None


def unfinished_carried_over(on_control: int) -> Finding | None:
    """Paragraph 14, part 2 (D14b): what is not executed passes to the next year under a new number."""
    return Finding("D14b", Weight.WARN, "unfinished_stand", {"n": on_control}) if on_control else None


def filed(unfiled: int) -> Finding | None:
    """Paragraph 14, part 2 (D14b): what lies in no case is either filed or carried over."""
    return Finding("D14b", Weight.HINT, "unfiled_stand", {"n": unfiled}) if unfiled else None


def gaps_explained(gaps: Sequence[tuple[int, int]]) -> Finding | None:
    """Paragraph 15, part 3: numbers passed over are counted as skipped; a reason beside them saves questions."""
    if not gaps:
        return None
    runs = [str(low) if low == high else f"{low}–{high}" for low, high in gaps]
    return Finding("D15b", Weight.HINT, "gaps_unexplained", {"numbers": named(runs)})


def named(numbers: Sequence[str]) -> str:
    """The first of some numbers, and an ellipsis for the others."""
    shown = ", ".join(numbers[:MOST_NAMED])
    return f"{shown} …" if len(numbers) > MOST_NAMED else shown


def numbers_stay(*, closed: bool, year: int) -> Finding | None:
    """Paragraph 15, part 3: what a signed inscription has counted is not changed, so no number of it is annulled."""
    return Finding("D15b", Weight.REFUSE, "journal_closed_counted", {"year": year}) if closed else None
