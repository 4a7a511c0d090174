"""Who may receive and open mail (paragraph 12, part 1)."""

import datetime as dt

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.mail import needed


def entrusted(person: str, *, entrusted: bool) -> Finding | None:
    """Paragraph 12, part 1 (D12): only workers entrusted with it by their job description receive and open mail."""
    return None if entrusted else Finding("D12", Weight.REFUSE, "mail_not_entrusted", {"person": person})


def entrustment_in_order(first: dt.date | None, basis: str, last: dt.date | None = None) -> list[Finding]:
    """Paragraph 12, part 1 (D12): an entrustment has its first day and the paper that it rests on."""
    findings = [
        needed("D12", first is not None, "entrusted_from_needed", "valid_from"),
        needed("D12", bool(basis.strip()), "entrusted_by_needed", "basis"),
    ]
    if first is not None and last is not None and last < first:
        facts = {"first": first, "last": last}
        findings.append(Finding("OWN", Weight.REFUSE, "entrusted_ends_early", facts, "valid_to"))
    return [finding for finding in findings if finding is not None]


def entrusted_once(person: str, *, already: bool) -> Finding | None:
    """Paragraph 12, part 1 (D12): whoever is entrusted is not entrusted twice at a time."""
    return (
        Finding("D12", Weight.REFUSE, "entrusted_already", {"person": person}, "valid_from")
        if already
        else None
    )
