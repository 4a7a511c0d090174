"""Requirements of the working day: not in the law, and binding all the same."""

from dspdesk.law.requirements.row import Way, met, planned

_REFUSE, _WARN, _RECORD, _REMIND, _PRINT = Way.REFUSE, Way.WARN, Way.RECORD, Way.REMIND, Way.PRINT
_LAW = "dspdesk.law.registration"
_LAW_TESTS = "tests/law/test_registration.py"
_PROCEDURES = "dspdesk.procedures.registration"
_PROCEDURE_TESTS = "tests/procedures/test_registration.py"

#: In their order.
ROWS = (
    planned("W1", 3, _RECORD, _REMIND, _PRINT),  # hand-over sheet
    planned("W2", 3, _PRINT),  # growing papers
    planned("W3", 3, _RECORD, _REMIND, _PRINT),  # waiting for signature
    planned("W4", 2, _RECORD, _PRINT),  # acting for
    planned("W5", 3, _RECORD),  # where is it?
    met(  # a mistake of this morning
        "W6",
        _RECORD,
        where=(f"{_PROCEDURES}.correct", f"{_PROCEDURES}.annul"),
        tests=(
            f"{_PROCEDURE_TESTS}::test_a_correction_leaves_both_traces",
            f"{_PROCEDURE_TESTS}::test_a_correction_without_reason_or_change_is_refused",
            f"{_PROCEDURE_TESTS}::test_an_annulled_number_stays_and_is_neither_corrected_nor_annulled_again",
        ),
        planned=3,
    ),
    planned("W7", 5, _PRINT),  # reminder slip
    planned("W8", 3, _RECORD, _PRINT),  # batches
    met(  # the clock
        "W9",
        _REFUSE,
        _WARN,
        where=(f"{_LAW}.date_within_year", f"{_LAW}.date_not_ahead"),
        tests=(
            f"{_LAW_TESTS}::test_a_date_outside_the_year_is_refused",
            f"{_LAW_TESTS}::test_nothing_is_registered_on_a_day_to_come",
            f"{_PROCEDURE_TESTS}::test_refusals_write_nothing",
        ),
        planned=2,
    ),
    planned("W10", 2, _RECORD, _PRINT),  # number before the fair copy
    met(  # the day without the computer
        "W11",
        _RECORD,
        _PRINT,
        where=("dspdesk.reports.registration_journal.blank", "dspdesk.reports.registration_card.blank"),
        tests=(
            "tests/reports/test_registration_journal.py::test_the_blank_form",
            "tests/reports/test_registration_card.py::test_the_blank_card",
        ),
        planned=2,
    ),
    planned("W12", 3, _PRINT),  # the head's digest
)
