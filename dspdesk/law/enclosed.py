"""What stands in a cover is registered (paragraphs 12 and 14)."""

import datetime as dt

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind
from dspdesk.law.mail import Contents, PackageFacts
from dspdesk.law.package_check import to_be_opened


def ready_to_register(facts: PackageFacts, *, misdirected_numbered: bool) -> list[Finding]:
    """Paragraph 12 (D12, D12d): what stands in a cover is registered after its check, a misdirected one not at all.

    Whether what came by mistake takes a number nevertheless is a setting of the body.
    """
    findings = [to_be_opened(facts)]
    if facts.misdirected and not misdirected_numbered:
        findings.append(Finding("D12d", Weight.REFUSE, "misdirected_not_registered", {}))
    if facts.checked_at is None and not facts.personal:
        findings.append(Finding("D12", Weight.REFUSE, "package_unchecked", {}))
    return [finding for finding in findings if finding is not None]


def registered_once(number: str) -> Finding | None:
    """Paragraph 14, part 2 (D14a): a document of a cover has one entry."""
    return Finding("D14a", Weight.REFUSE, "enclosed_registered", {"number": number}) if number else None


def there_to_register(found: Contents) -> Finding | None:
    """Paragraph 12, part 3 (D12a): what is named and not there is a matter of the act, not of the journal."""
    return Finding("D12a", Weight.REFUSE, "enclosed_absent", {}) if found.absent else None


def of_received(kind: JournalKind) -> Finding | None:
    """Paragraph 12, part 1 (D12): what came by mail is entered as incoming, or as a publication."""
    return Finding("D12", Weight.REFUSE, "mail_to_own_journal", {}) if kind in OWN_DOCUMENTS else None


def registered_after_receipt(day: dt.date | None, received_on: dt.date) -> Finding | None:
    """Paragraph 12, part 1 (D12): nothing is registered before it was received."""
    if day is None or day >= received_on:
        return None
    facts = {"date": day, "received": received_on}
    return Finding("D12", Weight.REFUSE, "registered_before_received", facts, "date")
