"""What the papers are called where people meet them by name: in windows, on Today, when a paper is checked."""

from collections.abc import Mapping
from typing import Final

from dspdesk.language.catalogue import N_, _

#: Names by the stems of the papers.
NAMES: Final[Mapping[str, str]] = {
    "registration_journal": N_("Journal of account"),
    "registration_card": N_("Registration card"),
    "recovery_sheet": N_("Recovery sheet"),
    "shortage_act": N_("Act on the absence of enclosures"),
    "duty_handover": N_("Duty officer's list"),
    "covering_letter": N_("Covering letter"),
    "handover_sheet": N_("Hand-over sheet"),
    "copy_stamp": N_("Stamp stickers"),
    "abstract_extraction": N_("Attestation of removed cards"),
    "reminder_slip": N_("Reminder slip"),
    "digest": N_("Digest"),
    "filing_plan": N_("Filing plan"),
    "inner_inventory": N_("Inner inventory"),
    "certification_sheet": N_("Certification sheet"),
    "case_cover": N_("Cover of a case"),
    "unit_inventory": N_("Inventory of cases"),
    "shelf_label": N_("Labels for shelves and cases"),
}


def paper_name(stem: str) -> str:
    """The name of a paper in the language of the windows; its stem while it has none."""
    return _(NAMES[stem]) if stem in NAMES else stem
