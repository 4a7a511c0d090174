"""Requirements of the working day: not in the law, and binding all the same."""

from dspdesk.law.requirements.row import Way, met, planned

_REFUSE, _WARN, _RECORD, _REMIND, _PRINT = Way.REFUSE, Way.WARN, Way.RECORD, Way.REMIND, Way.PRINT
_LAW = "dspdesk.law.registration"
_LAW_TESTS = "tests/law/test_registration.py"
_PROCEDURES = "dspdesk.procedures.registration"
_PROCEDURE_TESTS = "tests/procedures/test_registration.py"
_NUMBER_TESTS = "tests/procedures/test_numbers.py"
_APPOINTMENTS = "dspdesk.law.appointments"
_OF_APPOINTMENTS = (
    *(
        "in_order",
        "of_a_unit",
        "acting_for_somebody",
        "alone_in_position",
        "alone_at_the_head",
        "head_remains",
    ),
    "leaves_in_order",
)

#: In their order.
ROWS = (
    planned("W1", 3, _RECORD, _REMIND, _PRINT),  # hand-over sheet
    planned("W2", 3, _PRINT),  # growing papers
    planned("W3", 3, _RECORD, _REMIND, _PRINT),  # waiting for signature
    met(  # acting for
        "W4",
        _REFUSE,
        _RECORD,
        _PRINT,
        where=(
            *(f"{_APPOINTMENTS}.{rule}" for rule in _OF_APPOINTMENTS),
            "dspdesk.queries.people.signatory",
            "dspdesk.queries.people.at_desk",
            "dspdesk.queries.names.name_on",
        ),
        tests=(
            "tests/law/test_appointments.py::test_there_is_one_head_at_a_time",
            "tests/law/test_appointments.py::test_the_body_and_its_service_are_not_left_without_a_head",
            "tests/procedures/test_appointments.py::test_a_head_on_leave_is_acted_for_on_those_days_only",
            "tests/procedures/test_people.py::test_the_last_head_does_not_leave_before_somebody_follows_or_acts",
            "tests/queries/test_names.py::test_a_closed_journal_keeps_the_name_of_its_closing",
            "tests/queries/test_names.py::test_a_paper_is_certified_by_the_name_and_position_of_its_day",
            "tests/ui/test_people.py::test_a_head_goes_on_leave_and_the_deputy_acts",
        ),
    ),
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
        where=(
            f"{_LAW}.date_within_year",
            f"{_LAW}.date_not_ahead",
            f"{_LAW}.year_come",
            "dspdesk.procedures.accounts.accept_clock",
            "dspdesk.ui.clock_behind.ClockBehind",
        ),
        tests=(
            f"{_LAW_TESTS}::test_a_date_outside_the_year_is_refused",
            f"{_LAW_TESTS}::test_nothing_is_registered_on_a_day_to_come",
            f"{_PROCEDURE_TESTS}::test_refusals_write_nothing",
            "tests/ui/test_admission.py::test_work_goes_on_with_a_reason",
            "tests/ui/test_admission.py::test_leaving_writes_nothing",
            "tests/test_locking.py::test_the_clock_is_asked_about_before_the_main_window",
        ),
    ),
    met(  # number before the fair copy
        "W10",
        _REFUSE,
        _WARN,
        _RECORD,
        _REMIND,
        where=(
            *(f"{_LAW}.{rule}" for rule in ("reserved_for_own", "reserved_count", "only_reserved")),
            f"{_LAW}.check_confirmation",
            "dspdesk.procedures.numbers.reserve",
            "dspdesk.procedures.numbers.confirm",
            "dspdesk.queries.today.today",
        ),
        tests=(
            "tests/law/test_numbers.py::test_a_number_is_confirmed_with_signatory_and_day",
            f"{_NUMBER_TESTS}::test_numbers_are_reserved_printed_and_confirmed",
            f"{_NUMBER_TESTS}::test_the_number_on_the_fair_copy_stays_as_it_is",
            f"{_NUMBER_TESTS}::test_a_reserved_number_that_is_not_needed_is_annulled",
            "tests/queries/test_numbers.py::test_today_asks_about_numbers_reserved_for_too_long",
            "tests/ui/test_numbers.py::test_a_number_is_reserved_printed_and_confirmed_without_the_mouse",
        ),
    ),
    met(  # the day without the computer
        "W11",
        _RECORD,
        _PRINT,
        where=(
            "dspdesk.reports.registration_journal.blank",
            "dspdesk.reports.registration_card.blank",
            "dspdesk.reports.registration_journal.draw_blank",
            "dspdesk.queries.item.entered_later",
        ),
        tests=(
            "tests/reports/test_registration_journal.py::test_the_blank_form",
            "tests/reports/test_registration_card.py::test_the_blank_card",
            "tests/reports/test_common_journal.py::test_blank_sheets_are_those_of_the_journal_with_nothing_on_them",
            "tests/queries/test_numbers.py::test_what_is_entered_later_says_when",
            "tests/queries/test_numbers.py::test_the_printed_journal_notes_it_in_its_own_language",
        ),
    ),
    planned("W12", 3, _PRINT),  # the head's digest
)
