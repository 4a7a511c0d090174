"""Paragraphs 45-56: review, archive, destruction."""

from dspdesk.law.requirements.row import Way, met, planned

_REFUSE = Way.REFUSE
_RECORD = Way.RECORD
_REMIND = Way.REMIND
_PRINT = Way.PRINT
_INVENTORIES = "dspdesk.law.unit_inventory"
_INVENTORY_STEPS = "tests/procedures/test_unit_inventory.py"
_TRANSFER_TESTS = "tests/procedures/test_case_transfer.py"

ROWS = (
    planned("D45", 7, _RECORD, _REMIND),
    planned("D46", 7, _RECORD),
    planned("D47", 7, _PRINT),
    planned("D48", 7, _RECORD, _PRINT),
    planned("D49", 7, _REFUSE),
    planned("D50", 7, _RECORD, _REFUSE),
    met(
        "D51",
        _RECORD,
        _PRINT,
        where=(
            f"{_INVENTORIES}.of_unit",
            f"{_INVENTORIES}.InventoryLine",
            "dspdesk.law.case_transfer.still_listed",
            "dspdesk.reports.unit_inventory.draw",
            "dspdesk.ui.inventories.place",
        ),
        tests=(
            "tests/reports/test_unit_inventory.py::test_the_mark_stands_after_restricted_headings_only",
            f"{_INVENTORY_STEPS}::test_what_may_be_listed_is_closed_of_the_unit_year_and_period",
            f"{_INVENTORY_STEPS}::test_lines_are_numbered_by_index_and_a_draft_anew",
        ),
    ),
    met(
        "D52",
        _RECORD,
        _PRINT,
        where=(
            f"{_INVENTORIES}.finished",
            f"{_INVENTORIES}.listed_by_unit",
            "dspdesk.law.case_transfer.of_approved",
            "dspdesk.law.case_transfer.certified_as_it_is",
            "dspdesk.law.case_transfer.sheet_on_paper",
            "dspdesk.law.listed_volume.stays_as_listed",
            "dspdesk.law.listed_volume.plan_stays",
            "dspdesk.law.case_transfer.archive_accepts",
            "dspdesk.law.guard.in_its_volume",
            "dspdesk.procedures.case_transfer.hand_over",
            "dspdesk.queries.archive_numbers.archive_numbers",
        ),
        tests=(
            f"{_INVENTORY_STEPS}::test_the_consolidated_one_is_made_of_approved_ones_and_its_numbers_go_on",
            "tests/procedures/test_case_transfer.py::test_a_certification_sheet_goes_to_the_archive_on_paper",
            "tests/procedures/test_listed_volume.py::test_it_is_opened_again_after_its_line_is_struck_out",
            "tests/procedures/test_listed_volume.py::test_nothing_is_taken_out_of_it",
            "tests/procedures/test_listed_volume.py::test_an_approved_inventory_goes_on_stating_what_was_approved",
            f"{_TRANSFER_TESTS}::test_cases_go_to_the_archive_by_their_inventory",
            f"{_TRANSFER_TESTS}::test_a_volume_whose_document_is_elsewhere_does_not_go",
            f"{_TRANSFER_TESTS}::test_a_volume_changed_after_its_certification_sheet_is_certified_anew_first",
            f"{_TRANSFER_TESTS}::test_somebody_of_the_archive_accepts",
            "tests/reports/test_unit_inventory.py::test_the_closing_lines_say_who_handed_over_and_who_accepted",
        ),
    ),
    planned("D53", 7, _REFUSE, _PRINT),
    planned("D54", 7, _RECORD, _REFUSE),
    planned("D55", 7, _RECORD),
    planned("D56", 7, _RECORD, _REFUSE),
)
