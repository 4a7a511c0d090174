"""Electronic carriers are checked for malicious programs before they are registered (paragraph 12, part 6)."""

import datetime as dt
from dataclasses import dataclass

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import OWN_DOCUMENTS, Carrier, JournalKind
from dspdesk.law.mail import needed


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierFound:
    """A check of an electronic carrier: by what means, when, by whom, and whether it is free of malicious programs."""

    means: str
    checked_on: dt.date | None
    checked_by_id: int | None
    clean: bool
    notes: str = ""


def carrier_checked(kind: JournalKind, carrier: Carrier, clean: bool | None) -> Finding | None:  # noqa: FBT001
    """Paragraph 12, part 6 (D12e): a carrier that came is registered after it was found free of malicious programs."""
    if kind in OWN_DOCUMENTS or carrier is not Carrier.ELECTRONIC or clean:
        return None
    code = "carrier_not_checked" if clean is None else "carrier_not_clean"
    return Finding("D12e", Weight.REFUSE, code, {}, "carrier")


def check_of_carrier(found: CarrierFound, today: dt.date) -> list[Finding]:
    """Paragraph 12, part 6 (D12e): a check has its means, its day and whoever made it."""
    findings = [
        needed("D12e", bool(found.means.strip()), "means_needed", "means"),
        needed("D12e", found.checked_by_id is not None, "checker_needed", "checked_by_id"),
        needed("D12e", found.checked_on is not None, "checked_on_needed", "checked_on"),
    ]
    if found.checked_on is not None and found.checked_on > today:
        facts = {"date": found.checked_on, "today": today}
        findings.append(Finding("W9", Weight.REFUSE, "mail_day_ahead", facts, "checked_on"))
    return [finding for finding in findings if finding is not None]
