"""The stems: the one name that procedure, paper, window, wording and tests of a thing share.

A stem with `None` exists, a number is that of the issue of the plan that brings it.
"""

from collections.abc import Mapping
from types import MappingProxyType

_BY_ISSUE: dict[int | None, tuple[str, ...]] = {
    None: (
        "registration",
        "registration_journal",
        "registration_card",
        "recovery_sheet",
        "journal_closing",
        "carry_over",
        "execution_control",
        "digest",
        "reminder_slip",
        "act",
        "shortage_act",
        "duty_handover",
        "covering_letter",
        "copying",
        "copy_stamp",
        "abstract_extraction",
        "handover_sheet",
        "inner_inventory",
        "mail_intake",
        "certification_sheet",
        "restricted_list",
        "withdrawal",
        "seizure_record",
        "case_cover",
        "case_file",
        "filing_plan",
        "unit_inventory",
        "shelf_label",
    ),
    5: (
        "access_list",
        "reader_permit",
        "reader_card",
        "loan_card",
        "interlibrary_loan",
        "service_catalogue",
    ),
    6: (
        "commission",
        "meeting",
        "meeting_notice",
        "minutes",
        "conclusion",
        "extract",
        "order_draft",
        "yearly_report",
    ),
    7: ("appraisal", "hold", "marking_removal_act", "archive_transfer", "destruction_act", "simple_disposal"),
    8: ("printing_plate_act", "custody_handover_act", "holdings_check_act", "loss_inquiry", "loss_act"),
    9: ("distribution_list", "dispatch", "envelope", "disclosure_notice", "release", "foreign_release"),
    10: ("test_sheet",),
}

#: Every stem with the issue that brings it, `None` for what exists.
STEMS: Mapping[str, int | None] = MappingProxyType(
    {stem: issue for issue, stems in _BY_ISSUE.items() for stem in stems}
)
