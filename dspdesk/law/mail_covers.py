"""Covers that are kept, go back to the sender, or stay closed for the addressee (paragraph 12, parts 1, 4 and 5)."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import ItemState
from dspdesk.law.mail import PackageFacts, day_in_order


def cover_outlives(
    *, kept: bool, states: Collection[ItemState], unregistered: int, returned: bool
) -> Finding | None:
    """Paragraph 12, part 4 (D12c): a cover that is kept is not destroyed before the document it came with."""
    if not kept:
        return Finding("D12c", Weight.REFUSE, "cover_not_kept", {})
    living = [one for one in states if one not in {ItemState.DESTROYED, ItemState.SENT_BACK}]
    if returned and not living:
        return None
    if not living and not unregistered and states:
        return None
    return Finding("D12c", Weight.REFUSE, "cover_before_document", {})


def cover_there(discarded_on: dt.date | None) -> Finding | None:
    """Paragraph 12, part 4 (D12c): a cover that was destroyed is there no more."""
    if discarded_on is None:
        return None
    return Finding("D12c", Weight.REFUSE, "cover_discarded_already", {"date": discarded_on})


def once_misdirected(facts: PackageFacts) -> Finding | None:
    """Paragraph 12, part 5 (D12d): a package is found to be misdirected once."""
    return Finding("D12d", Weight.REFUSE, "misdirected_already", {}) if facts.misdirected else None


def found_misdirected(facts: PackageFacts) -> Finding | None:
    """Paragraph 12, part 5 (D12d): only what came by mistake goes back, or turns out to be ours after all."""
    return None if facts.misdirected else Finding("D12d", Weight.REFUSE, "not_misdirected", {})


def sent_back(facts: PackageFacts, day: dt.date | None, today: dt.date, since: dt.date) -> list[Finding]:
    """Paragraph 12, part 5 (D12d): what came by mistake goes back to its sender; `to_be_opened` says: once."""
    findings = [found_misdirected(facts), day_in_order(day, since, today, "on")]
    return [finding for finding in findings if finding is not None]


@dataclass(frozen=True, slots=True)
class CoverWords:
    """How a cover that was not opened is entered (column 5), in the language of the journal."""

    kind: str
    summary: str


#: TERMS: «Лично» / «Жеке».
PERSONAL_COVER = {
    "ru": CoverWords("Конверт", "с пометкой «Лично», не вскрыт"),
    "kk": CoverWords("Конверт", "«Жеке» деген белгісі бар, ашылмаған"),
}


def personal_completed(
    facts: PackageFacts, *, opened_on: dt.date | None, given_on: dt.date | None, today: dt.date
) -> list[Finding]:
    """Paragraph 12, part 1 (D12b): what a cover with «Лично» holds is entered once its addressee has opened it."""
    if not facts.personal:
        return [Finding("D12b", Weight.REFUSE, "not_personal", {})]
    if facts.completed:
        return [Finding("D12b", Weight.REFUSE, "personal_completed", {})]
    if given_on is None:
        return [Finding("D12b", Weight.REFUSE, "personal_not_given", {})]
    found = day_in_order(opened_on, given_on, today, "opened_on")
    return [found] if found else []
