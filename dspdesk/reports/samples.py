"""Sample papers: invented bodies, people and documents, in real Russian and real Kazakh (`samples.toml`)."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dspdesk.language.catalogue import Language
from dspdesk.law.kinds import ItemState, JournalKind, NumberState
from dspdesk.law.recovery_sheet import RecoverySheetContent
from dspdesk.law.registration_card import RegistrationCardContent
from dspdesk.law.registration_journal import (
    JournalItem,
    RegistrationJournalContent,
    count,
    inscription,
    line,
)
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.reports.wording import samples as words

_WORDS = ("correspondent", "their_number", "kind", "summary", "resolution", "control", "notes")
_LISTS = ("copies", "receipts", "returns", "filings", "destructions")


def items(language: Language) -> list[JournalItem]:
    """Entries of an incoming journal: one with a letter, one number skipped, one annulled, one to complete."""
    return [_item(entry) for entry in words(language)["entry"]]


def journal(language: Language) -> RegistrationJournalContent:
    """The incoming journal of a year, closed."""
    said, entries = words(language), items(language)
    return RegistrationJournalContent(
        organisation=said["organisation"],
        kind=JournalKind.INCOMING,
        year=said["year"],
        journal_language=language,
        lines=[line(item, JournalKind.INCOMING, language) for item in entries],
        position=said["position"],
        certified_by=said["name"],
        closing=inscription(count(map(_number, entries)), language, said["position"], said["name"]),
    )


def cards(language: Language) -> list[RegistrationCardContent]:
    """Two cards of that journal: an item that has moved much, and one that is still to be completed."""
    said, entries = words(language), {str(item.number): item for item in items(language)}
    return [
        RegistrationCardContent(
            organisation=said["organisation"],
            kind=JournalKind.INCOMING,
            year=said["year"],
            journal_language=language,
            number=entries[number].number.with_mark(language),
            line=line(entries[number], JournalKind.INCOMING, language),
        )
        for number in ("7", "11")
    ]


def recovery(language: Language) -> RecoverySheetContent:
    """A key that opens nothing."""
    said = words(language)
    key: Mapping[str, Any] = said["key"]
    made_on: dt.date = key["made_on"]
    return RecoverySheetContent(
        said["organisation"], key["store_id"], tuple(key["groups"]), made_on, said["name"]
    )


def _number(item: JournalItem) -> tuple[RegistrationNumber, NumberState]:
    annulled = item.state is ItemState.ANNULLED
    return item.number, NumberState.ANNULLED if annulled else NumberState.ISSUED


def _item(entry: Mapping[str, Any]) -> JournalItem:
    facts: dict[str, Any] = {key: entry.get(key, "") for key in _WORDS}
    facts |= {key: tuple(entry.get(key, ())) for key in _LISTS}
    return JournalItem(
        number=RegistrationNumber.parse(entry["number"]),
        state=ItemState(entry.get("state", "registered")),
        date=entry["date"],
        their_date=entry.get("their_date"),
        sheets=SheetCount(entry.get("sheets"), entry.get("enclosures")),
        **facts,
    )
