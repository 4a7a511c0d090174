"""Rules of the check: a cover is looked at and opened, and what it holds is counted (paragraphs 12 and 14)."""

import datetime as dt

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.mail import Contents, PackageFacts, needed


def to_be_opened(facts: PackageFacts) -> Finding | None:
    """Paragraphs 12 and 13 (D12, D13): what the duty officer holds, and what went back, is not opened or worked on."""
    if facts.struck:
        return Finding("D12", Weight.REFUSE, "package_struck", {})
    if facts.returned_on is not None:
        return Finding("D12d", Weight.REFUSE, "returned_already", {"date": facts.returned_on})
    return Finding("D13", Weight.REFUSE, "not_handed_over", {}) if facts.handed_over_at is None else None


def not_opened_when_personal(facts: PackageFacts, documents: int) -> Finding | None:
    """Paragraph 12, part 1 (D12b): a cover marked «Лично» is not opened; only its outside is looked at."""
    if not facts.personal or facts.completed or not documents:
        return None
    return Finding("D12b", Weight.REFUSE, "personal_not_opened", {})


def checked_in_order(
    moment: dt.datetime, handed_over_at: dt.datetime | None, now: dt.datetime
) -> Finding | None:
    """Paragraph 12, part 1 (D12): a package is opened when the service has it, and not on a day to come."""
    if moment > now:
        return Finding("W9", Weight.REFUSE, "checked_ahead", {}, "checked_on")
    if handed_over_at is not None and moment < handed_over_at:
        return Finding("D12", Weight.REFUSE, "checked_before_handed_over", {}, "checked_on")
    return None


def looked_at(*, sealed: bool | None, intact: bool | None, electronic: bool) -> list[Finding]:
    """Paragraph 12, part 2 (D12): whether a cover was sealed and whole is looked at; a breach is told, not refused."""
    findings = []
    if not electronic:
        findings = [
            needed("D12", sealed is not None, "sealed_needed", "sealed"),
            needed("D12", intact is not None, "intact_needed", "intact"),
        ]
    if sealed is False:
        findings.append(Finding("D12", Weight.HINT, "cover_unsealed", {}, "sealed"))
    if intact is False:
        findings.append(Finding("D12", Weight.HINT, "cover_damaged", {}, "intact"))
    return [finding for finding in findings if finding is not None]


def counted(found: Contents, row: int) -> list[Finding]:
    """Paragraphs 12 and 14 (D12): documents are counted by sheets, publications by copies; none is left out."""
    pairs = (
        (found.stated_enclosure_sheets, found.counted_enclosure_sheets),
        (found.stated_copies, found.counted_copies),
        (found.stated_sheets, found.counted_sheets),
    )
    nothing = found.counted_sheets is None and found.counted_copies is None
    if not nothing and not any(stated is not None and counted is None for stated, counted in pairs):
        return []
    return [Finding("D12", Weight.REFUSE, "count_needed", {"row": row}, "documents")]


def documents_found(documents: int, *, personal: bool) -> Finding | None:
    """Paragraph 12, part 2 (D12): a cover that was opened held something, or something was stated to be in it."""
    if documents or personal:
        return None
    return Finding("D12", Weight.REFUSE, "documents_needed", {}, "documents")


def stays_registered(struck: bool, number: str) -> Finding | None:  # noqa: FBT001
    """Paragraph 14, part 2 (D14a): a document that has its number is not struck out of its cover."""
    if not struck or not number:
        return None
    return Finding("D14a", Weight.REFUSE, "enclosed_registered", {"number": number}, "documents")


def still_enclosed(*, there: bool) -> Finding | None:
    """Paragraph 12, part 2 (D12): what another check has struck out of a cover is neither registered nor counted."""
    return None if there else Finding("D12", Weight.REFUSE, "enclosed_struck", {})


def checked_once(facts: PackageFacts) -> Finding | None:
    """OWN: what a check said is changed only with a reason."""
    return Finding("OWN", Weight.WARN, "checked_already", {}) if facts.checked_at is not None else None
