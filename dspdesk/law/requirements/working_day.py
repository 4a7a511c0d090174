"""Requirements of the working day: not in the law, and binding all the same."""

from dspdesk.law.requirements.row import Way, met

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
_GROWING_TESTS = "tests/procedures/test_growing.py"
_SIGNATURE_TESTS = "tests/procedures/test_signatures.py"
_OF_SIGNATURES = ("still_waits", "somebody", "day_of_signing", "spoiled", "with_reason")
_HANDOVER = "dspdesk.law.handover_sheet"
_HANDOVER_TESTS = "tests/procedures/test_handover_sheet.py"
_OF_HANDOVER = (
    *("something_chosen", "one_sheet_each", "of_a_new_sheet", "of_a_made_sheet", "after_the_sheet"),
    *("waiting", "nobody_signed", "reason_given"),
)

#: In their order.
ROWS = (
    met(  # hand-over sheet
        "W1",
        _RECORD,
        _REMIND,
        _PRINT,
        where=(
            *(f"{_HANDOVER}.{rule}" for rule in _OF_HANDOVER),
            "dspdesk.law.guard.not_waiting",
            "dspdesk.procedures.handover_sheet.make_sheets",
            "dspdesk.procedures.handover_sheet.mark_received",
            "dspdesk.procedures.handover_sheet.strike_lines",
            "dspdesk.queries.handover.unsigned",
            "dspdesk.reports.handover_sheet.draw",
            "dspdesk.models.HandoverLine",
        ),
        tests=(
            "tests/law/test_handover_sheet.py::test_a_step_is_refused_only_beyond_its_limit",
            f"{_HANDOVER_TESTS}::test_all_lines_are_received_in_one_step_and_stand_in_the_register",
            f"{_HANDOVER_TESTS}::test_what_is_not_signed_stays_on_today_with_its_days",
            f"{_HANDOVER_TESTS}::test_nothing_is_received_unless_every_line_is",
            f"{_HANDOVER_TESTS}::test_what_may_not_be_is_refused_and_changes_nothing",
            "tests/reports/test_handover_sheet.py::test_each_sheet_begins_on_paper_of_its_own_and_counts_by_itself",
            "tests/ui/handover/test_a_day_of_thirty.py"
            "::test_thirty_documents_are_handed_over_and_two_lines_wait_for_the_next_day",
        ),
    ),
    met(  # growing papers: the journal, the inner inventory; the loan card comes with issue 5
        "W2",
        _PRINT,
        _REFUSE,
        where=(
            "dspdesk.law.growing.something_new",
            "dspdesk.law.growing.sheet_printed",
            "dspdesk.law.growing.goes_on",
            "dspdesk.reports.kit.growing.GrowingTable",
            "dspdesk.procedures.growing.keep",
            "dspdesk.procedures.growing.note",
            "dspdesk.procedures.printing.first_sheet",
            "dspdesk.queries.inner_inventory.GrowingInventory",
            "dspdesk.ui.journals.printing_on.JournalPrinting",
            "dspdesk.ui.cases.inventory_printing.InventoryPrinting",
        ),
        tests=(
            f"{_GROWING_TESTS}::test_rows_stand_where_they_would_stand_had_they_been_printed_at_once",
            f"{_GROWING_TESTS}::test_a_printed_line_stays_whatever_becomes_of_its_entry",
            f"{_GROWING_TESTS}::test_a_spoiled_sheet_is_drawn_from_what_was_printed",
            f"{_GROWING_TESTS}::test_the_inscriptions_come_onto_the_last_sheet_when_the_journal_is_closed",
            f"{_GROWING_TESTS}::test_nothing_new_is_refused_and_nothing_is_written",
            "tests/procedures/test_inner_inventory.py::test_three_goes_stand_where_one_would",
            "tests/procedures/test_inner_inventory.py::test_a_finished_one_is_begun_anew",
            "tests/ui/journeys/test_inventory_of_sixty.py::test_sixty_documents_in_three_goes",
            "tests/ui/test_inventory_printing.py::test_a_full_sheet_is_left_out_of_the_printer",
            "tests/reports/kit/test_growing.py::test_two_printings_laid_over_each_other_are_the_one_that_has_all",
            "tests/faults/test_killed_printing.py::test_a_journal_whose_printing_was_killed_is_printed_on",
            "tests/ui/test_signatures.py::test_the_sheet_in_use_is_told_by_its_last_line",
        ),
        planned=5,
    ),
    met(  # waiting for signature
        "W3",
        _REFUSE,
        _RECORD,
        _REMIND,
        _PRINT,
        where=(
            *(f"dspdesk.law.signatures.{rule}" for rule in _OF_SIGNATURES),
            "dspdesk.procedures.signatures.sign",
            "dspdesk.procedures.signatures.once_more",
            "dspdesk.queries.signatures.waiting_for_signature",
            "dspdesk.ui.signatures.place.SignaturesPlace",
        ),
        tests=(
            "tests/law/test_signatures.py::test_the_day_of_signing",
            f"{_SIGNATURE_TESTS}::test_signed_by_all_in_one_step",
            f"{_SIGNATURE_TESTS}::test_what_cannot_have_been_is_refused",
            f"{_SIGNATURE_TESTS}::test_printed_once_more_it_stands_in_the_place_of_the_old_one",
            f"{_SIGNATURE_TESTS}::test_spoiled_sheets_are_counted",
            f"{_SIGNATURE_TESTS}::test_today_names_the_oldest_first",
            "tests/ui/test_signatures.py::test_printouts_are_signed_and_set_aside_by_keys",
        ),
    ),
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
    met(  # where is it?
        "W5",
        _RECORD,
        where=(
            "dspdesk.queries.where_is_it.find",
            "dspdesk.law.whereabouts.to_be_linked",
            "dspdesk.law.whereabouts.linked_in_order",
        ),
        tests=(
            "tests/queries/test_where_is_it.py::test_a_number_leads_to_all_its_copies",
            "tests/queries/test_where_is_it.py::test_a_surname_leads_to_what_the_person_has",
            "tests/queries/test_where_is_it.py::test_a_label_leads_to_its_copy_among_the_others",
            "tests/ui/movement/test_whereabouts_place.py::test_a_caller_is_answered_by_the_keys_alone",
        ),
    ),
    met(  # a mistake of this morning
        "W6",
        _RECORD,
        _REFUSE,
        where=(
            *(f"{_PROCEDURES}.correct", f"{_PROCEDURES}.annul"),
            *("dspdesk.law.movement_correction.correctable", "dspdesk.law.misplacement.check"),
            "dspdesk.procedures.movement_corrections.correct_holder",
            "dspdesk.procedures.misplacement.put_in_right_journal",
            "dspdesk.procedures.filing_correction.strike",
        ),
        tests=(
            f"{_PROCEDURE_TESTS}::test_a_correction_leaves_both_traces",
            f"{_PROCEDURE_TESTS}::test_a_correction_without_reason_or_change_is_refused",
            f"{_PROCEDURE_TESTS}::test_an_annulled_number_stays_and_is_neither_corrected_nor_annulled_again",
            "tests/procedures/test_movement_corrections.py::"
            "test_the_right_person_stands_in_the_place_of_the_wrong_one",
            "tests/procedures/test_misplacement.py::"
            "test_the_number_is_annulled_and_the_document_registered_where_it_belongs",
            "tests/procedures/test_withdrawal.py::test_what_was_never_filed_is_struck_out_and_its_sheets_are_free",
            "tests/procedures/test_volume_of_its_own.py::test_the_volume_of_a_document_never_was",
            "tests/ui/movement/test_forms.py::test_a_wrong_correspondent_and_a_wrong_count_are_corrected",
        ),
    ),
    met(  # reminder slip: to an executor; to a reader with the library
        "W7",
        _PRINT,
        where=("dspdesk.reports.reminder_slip.draw", "dspdesk.procedures.execution_control.draw_slip"),
        tests=(
            "tests/reports/test_digest.py::test_a_slip_says_to_whom_what_is_late_and_by_whose_resolution",
            "tests/procedures/test_execution_papers.py::test_the_slip_reminds_of_what_is_overdue_or_due_soon_only",
            "tests/ui/control/test_execution_control.py::"
            "test_the_reminder_slip_and_the_digest_are_drawn_of_what_is_shown",
        ),
        planned=5,
    ),
    met(  # batches
        "W8",
        _RECORD,
        where=("dspdesk.procedures.mail_intake.log_delivery", "dspdesk.queries.mail_register.to_register"),
        tests=(
            "tests/procedures/test_mail_intake.py::test_a_delivery_of_thirty_covers_is_logged_at_once_and_only_once",
            "tests/ui/journeys/test_thirty_envelopes.py::test_thirty_covers_from_the_door_to_their_executors",
        ),
        planned=5,  # publications of one purchase; addressees of one document come with dispatch
    ),
    met(  # the clock
        "W9",
        _REFUSE,
        _WARN,
        where=(
            f"{_LAW}.date_within_year",
            f"{_LAW}.date_not_ahead",
            f"{_LAW}.registered_before_moved",
            f"{_LAW}.year_come",
            "dspdesk.law.volume_days.put_in_after_opening",
            "dspdesk.law.volume_days.opening_put_right",
            "dspdesk.law.case_transfer.not_put_since",
            "dspdesk.procedures.accounts.accept_clock",
            "dspdesk.ui.clock_behind.ClockBehind",
        ),
        tests=(
            f"{_LAW_TESTS}::test_a_date_outside_the_year_is_refused",
            f"{_LAW_TESTS}::test_nothing_is_registered_on_a_day_to_come",
            f"{_LAW_TESTS}::test_a_corrected_date_does_not_pass_a_movement",
            f"{_PROCEDURE_TESTS}::test_a_corrected_date_does_not_pass_a_movement",
            f"{_PROCEDURE_TESTS}::test_refusals_write_nothing",
            "tests/procedures/test_volume_days.py::test_a_copy_and_a_line_are_filed_from_the_day_of_opening_on",
            "tests/procedures/test_volume_days.py::test_a_day_of_opening_is_no_day_that_cannot_be",
            "tests/procedures/test_case_transfer.py::"
            "test_a_volume_put_elsewhere_after_the_day_of_the_transfer_stays_there",
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
            # a hand-over sheet and the duty officer's list filled in by hand are entered with their true days
            "dspdesk.reports.handover_sheet.blank",
            "dspdesk.reports.duty_handover.blank",
            "dspdesk.queries.item.entered_later",
        ),
        tests=(
            "tests/reports/test_registration_journal.py::test_the_blank_form",
            "tests/reports/test_registration_card.py::test_the_blank_card",
            "tests/reports/test_papers.py::test_a_blank_form_has_lines_to_write_on_and_no_values",
            "tests/reports/test_common_journal.py::test_blank_sheets_are_those_of_the_journal_with_nothing_on_them",
            "tests/queries/test_numbers.py::test_what_is_entered_later_says_when",
            "tests/queries/test_numbers.py::test_the_printed_journal_notes_it_in_its_own_language",
        ),
    ),
    met(  # the head's digest
        "W12",
        _PRINT,
        where=(
            "dspdesk.law.digest.shares",
            "dspdesk.queries.digest.digest_groups",
            "dspdesk.reports.digest.draw",
        ),
        tests=(
            "tests/reports/test_digest.py::test_five_thousand_overdue_stand_on_one_sheet",
            "tests/reports/test_digest.py::test_one_sheet_for_a_body_of_any_size",
            "tests/procedures/test_execution_papers.py::test_a_body_with_five_thousand_overdue_documents",
            "tests/queries/test_execution_control.py::test_the_digest_counts_by_persons",
            "tests/queries/test_execution_control.py::test_the_digest_of_a_unit_names_its_people_only",
        ),
    ),
)
