"""Requirements of the Rules of decree 1196."""

from dspdesk.law.requirements.row import Way, met, planned

_REFUSE, _WARN, _RECORD = Way.REFUSE, Way.WARN, Way.RECORD
_HINT, _REMIND, _PRINT = Way.HINT, Way.REMIND, Way.PRINT
_LAW, _JOURNAL = "dspdesk.law.registration", "dspdesk.law.registration_journal"
_LAW_TESTS, _JOURNAL_TESTS = "tests/law/test_registration.py", "tests/law/test_registration_journal.py"
_MAIL, _MAIL_LAW_TESTS = "dspdesk.law.mail_intake", "tests/law/test_mail_intake.py"
_MAIL_TESTS, _MAIL_WINDOWS = "tests/procedures/test_mail_intake.py", "tests/ui/mail/test_mail.py"
_VALUES, _VALUE_TESTS = "dspdesk.law.values", "tests/law/test_values.py"
_PROCEDURES = "dspdesk.procedures.registration"
_PROCEDURE_TESTS = "tests/procedures/test_registration.py"
_EXECUTION, _EXECUTION_TESTS = "dspdesk.law.execution_control", "tests/law/test_execution_control.py"
_EXECUTION_STEPS = "tests/procedures/test_execution_control.py"
_NUMBERING, _NUMBERING_TESTS = "dspdesk.law.numbering", "tests/law/test_numbering.py"
_NUMBER_TESTS = "tests/procedures/test_numbers.py"
_PRINTED = "tests/reports/test_registration_journal.py"
_LIST, _LIST_TESTS = "dspdesk.law.restricted_list", "tests/law/test_restricted_list.py"
_LIST_PROCEDURES = "tests/procedures/test_restricted_list.py"
_BASIS_TESTS = "tests/procedures/test_designations.py"
_COPYING, _COPYING_TESTS = "dspdesk.law.copying", "tests/law/test_copying.py"
_CARRY_TESTS, _CLOSING_TESTS = (
    "tests/procedures/test_carry_over.py",
    "tests/procedures/test_journal_closing.py",
)

_CLASSIFICATION = (
    met(
        "D2",
        _WARN,
        where=("dspdesk.law.secrecy.no_state_secrets",),
        tests=(
            "tests/law/test_secrecy.py::test_a_grade_standing_as_a_mark_is_found",
            "tests/law/test_secrecy.py::test_words_that_only_sound_like_a_grade_are_none",
            f"{_PROCEDURE_TESTS}::test_a_grade_of_secrecy_passes_only_with_a_reason",
        ),
    ),
    met(
        "D7",
        _RECORD,
        _WARN,
        where=(
            f"{_LIST}.basis_named",
            f"{_LIST}.both_named",
            f"{_LIST}.entry_in_force",
            f"{_LIST}.check_order",
            f"{_LIST}.order_of_its_own",
            f"{_LIST}.Criterion",
            "dspdesk.procedures.restricted_list.amend",
            "dspdesk.procedures.designations.consider",
            "dspdesk.ui.restricted_list.place",
        ),
        tests=(
            f"{_LIST_TESTS}::test_there_are_the_seven_criteria_of_the_law_in_both_languages",
            f"{_LIST_TESTS}::test_only_a_signed_document_of_our_own_has_to_name_a_basis",
            f"{_LIST_PROCEDURES}::test_one_order_adds_changes_and_ends",
            f"{_BASIS_TESTS}::test_a_document_rests_on_an_entry_of_the_list",
            f"{_BASIS_TESTS}::test_the_executor_is_named_with_an_entry",
            f"{_BASIS_TESTS}::test_confirming_asks_for_the_basis",
            "tests/ui/test_restricted_list.py::test_a_list_is_entered_amended_and_seen_as_of_a_day",
        ),
    ),
    met(
        "D8",
        _RECORD,
        where=(f"{_LIST}.ground_in_words", f"{_LIST}.list_stands", "dspdesk.procedures.designations.given"),
        tests=(
            f"{_LIST_PROCEDURES}::test_departmental_lists_stand_beside_that_of_the_body",
            f"{_BASIS_TESTS}::test_without_an_entry_the_reason_is_kept_as_the_ground",
            "tests/ui/test_restricted_list.py::test_a_ground_outside_the_lists_has_a_field_of_its_own",
        ),
    ),
    met(
        "D9",
        _RECORD,
        where=(
            f"{_LIST}.check_proposal",
            f"{_LIST}.check_decision",
            "dspdesk.procedures.list_proposals.decide",
            "dspdesk.queries.restricted_list.proposals_waiting",
        ),
        tests=(
            f"{_LIST_TESTS}::test_the_executor_and_the_head_of_a_unit_propose_with_reasons",
            f"{_LIST_PROCEDURES}::test_an_accepted_proposal_makes_the_entry_with_its_order",
            f"{_BASIS_TESTS}::test_a_document_rests_on_a_proposal_until_it_is_declined",
            "tests/ui/test_restricted_list.py::test_a_supplement_is_proposed_and_accepted",
        ),
    ),
)
_RECEIPT = (
    planned("D10", 9, _REFUSE, _WARN),
    met(
        "D11",
        _REFUSE,
        where=("dspdesk.law.roles.entrusted",),
        tests=(
            "tests/law/test_roles.py::test_each_cell",
            f"{_PROCEDURE_TESTS}::test_only_the_documentation_service_registers",
        ),
    ),
    met(
        "D12",
        _RECORD,
        _REFUSE,
        where=(
            *(f"{_MAIL}.{rule}" for rule in ("entrusted", "received", "handed_over", "checked_in_order")),
            *(
                f"{_MAIL}.{rule}"
                for rule in ("looked_at", "counted", "ready_to_register", "registered_after_receipt")
            ),
            "dspdesk.procedures.mail_intake.check",
            "dspdesk.procedures.execution_control.submit",
        ),
        tests=(
            f"{_MAIL_LAW_TESTS}::test_the_moments_stand_in_their_order",
            f"{_EXECUTION_STEPS}::test_copies_go_to_the_head_and_come_back_with_the_resolution",
            "tests/queries/test_execution_control.py::test_what_was_submitted_waits_for_its_resolution",
            f"{_MAIL_TESTS}::test_only_a_worker_entrusted_with_it_receives_mail",
            f"{_MAIL_TESTS}::test_a_torn_unsealed_cover_is_recorded_with_its_breaches",
            f"{_MAIL_TESTS}::test_an_uncounted_document_and_an_empty_cover_are_refused",
            f"{_MAIL_WINDOWS}::test_sealed_mail_with_a_missing_enclosure_comes_to_its_act",
        ),
    ),
    met(
        "D12a",
        _RECORD,
        _PRINT,
        _REFUSE,
        where=(
            "dspdesk.law.act.KINDS",
            "dspdesk.law.act.executor_named",
            "dspdesk.law.shortage_act.differences",
            "dspdesk.law.shortage_act.one_act",
            "dspdesk.law.shortage_act.sender_known",
            "dspdesk.procedures.shortage_act.draw_up",
            "dspdesk.procedures.act.give_copy",
            "dspdesk.queries.acts.notes_of",
            "dspdesk.reports.shortage_act.draw",
        ),
        tests=(
            "tests/law/test_act.py::test_the_shortage_act_is_signed_by_two_and_goes_to_three",
            "tests/law/test_shortage_act.py::test_each_difference_is_a_line",
            "tests/procedures/test_shortage_act.py::test_one_act_a_cover_until_it_is_withdrawn",
            "tests/procedures/test_act.py::test_with_the_last_copy_the_act_is_executed",
            "tests/procedures/test_act.py::test_entries_note_the_act_once_it_holds",
            "tests/reports/test_shortage_act.py::test_three_copies_each_with_its_addressee_and_all_that_was_found",
            "tests/ui/test_acts.py::test_from_the_check_to_the_last_copy_by_the_keyboard",
        ),
    ),
    met(
        "D12b",
        _RECORD,
        _REFUSE,
        where=(
            f"{_MAIL}.not_opened_when_personal",
            f"{_MAIL}.personal_to_somebody",
            f"{_MAIL}.personal_completed",
            "dspdesk.procedures.mail_personal.complete",
        ),
        tests=(
            f"{_MAIL_LAW_TESTS}::test_a_personal_cover_is_not_opened",
            f"{_MAIL_TESTS}::test_a_personal_cover_is_registered_unopened_and_completed_when_its_addressee_had_it",
            f"{_MAIL_TESTS}::test_the_addressee_of_a_personal_cover_is_admitted_to_it",
            f"{_MAIL_WINDOWS}::test_a_personal_cover_is_registered_unopened_and_completed_later",
        ),
    ),
    met(
        "D12c",
        _RECORD,
        _REFUSE,
        where=(f"{_MAIL}.cover_outlives", "dspdesk.procedures.mail_covers.discard"),
        tests=(
            f"{_MAIL_LAW_TESTS}::test_a_kept_cover_outlives_its_document",
            f"{_MAIL_TESTS}::test_a_kept_cover_stays_as_long_as_its_document",
        ),
    ),
    met(
        "D12d",
        _RECORD,
        _PRINT,
        where=(
            f"{_MAIL}.ready_to_register",
            f"{_MAIL}.sent_back",
            "dspdesk.procedures.mail_intake.send_back",
        ),
        tests=(
            f"{_MAIL_LAW_TESTS}::test_what_came_by_mistake_goes_back_once",
            f"{_MAIL_TESTS}::test_what_came_by_mistake_takes_no_number_and_goes_back_once",
            f"{_MAIL_TESTS}::test_where_it_takes_a_number_its_copies_go_back_too",
            f"{_MAIL_WINDOWS}::test_mail_that_is_not_ours_goes_back",
        ),
        planned=9,  # the label of the envelope
    ),
    met(
        "D12e",
        _RECORD,
        _REFUSE,
        where=(
            f"{_MAIL}.carrier_checked",
            f"{_MAIL}.check_of_carrier",
            "dspdesk.procedures.carrier_check.record",
            "dspdesk.law.guard.carrier_checked",
        ),
        tests=(
            f"{_MAIL_LAW_TESTS}::test_a_carrier_is_let_in_only_clean",
            f"{_MAIL_TESTS}::test_a_carrier_is_registered_after_a_clean_check_only",
            f"{_MAIL_TESTS}::test_a_carrier_registered_without_a_cover_brings_its_check",
            f"{_MAIL_WINDOWS}::test_a_carrier_is_checked_on_the_way_to_its_number",
        ),
    ),
    met(
        "D13",
        _RECORD,
        _WARN,
        where=(f"{_MAIL}.out_of_hours", f"{_MAIL}.to_be_opened", "dspdesk.procedures.mail_intake.hand_over"),
        tests=(
            f"{_MAIL_LAW_TESTS}::test_out_of_hours",
            f"{_MAIL_TESTS}::test_out_of_hours_the_duty_officer_hands_over_by_list",
            f"{_MAIL_TESTS}::test_out_of_hours_without_duty_officers_is_a_breach_with_a_name",
            f"{_MAIL_WINDOWS}::test_a_duty_officer_hands_over_by_list",
        ),
    ),
)
_REGISTRATION = (
    met(
        "D14",
        _RECORD,
        where=(
            "dspdesk.law.kinds.JournalKind",
            "dspdesk.law.kinds.Carrier",
            f"{_VALUES}.SheetCount",
            "dspdesk.procedures.journals.opened",
            "dspdesk.law.settings.COMMON_JOURNAL",
        ),
        tests=(
            f"{_LAW_TESTS}::test_fields_still_to_complete_are_named",
            f"{_JOURNAL_TESTS}::test_the_columns_of_each_journal",
            f"{_VALUE_TESTS}::test_sheets_of_document_and_enclosures_are_counted_apart",
            "tests/procedures/test_settings.py::test_new_journals_are_opened_as_settled_and_keep_it",
        ),
    ),
    met(
        "D14a",
        _REFUSE,
        where=(f"{_LAW}.number_once", f"{_PROCEDURES}.register", f"{_PROCEDURES}.annul"),
        tests=(
            f"{_LAW_TESTS}::test_a_number_is_given_once_only",
            f"{_PROCEDURE_TESTS}::test_numbers_follow_each_other",
            f"{_PROCEDURE_TESTS}::test_a_repeated_save_finds_the_number_given",
        ),
    ),
    met(
        "D14b",
        _RECORD,
        _REFUSE,
        _WARN,
        where=(
            "dspdesk.law.carry_over.check",
            "dspdesk.law.carry_over.copies_stay",
            "dspdesk.law.journal_closing.unfinished_carried_over",
            "dspdesk.procedures.carry_over.carry_over",
            "dspdesk.queries.carry_over.links",
            "dspdesk.ui.year.place.YearPlace",
        ),
        tests=(
            f"{_CARRY_TESTS}::test_both_entries_name_each_other",
            f"{_CARRY_TESTS}::test_no_copy_is_in_two_places",
            f"{_CARRY_TESTS}::test_the_same_save_repeated_gives_the_same_number",
            f"{_CARRY_TESTS}::test_journal_and_card_state_the_other_entry",
            "tests/law/test_carry_over.py::test_what_does_not_pass_is_told_why",
            "tests/ui/test_year.py::test_a_year_is_carried_over_closed_and_printed_by_keys",
        ),
    ),
    met(
        "D15",
        _RECORD,
        _PRINT,
        where=(
            f"{_JOURNAL}.line",
            "dspdesk.law.registration_card.RegistrationCardContent",
            "dspdesk.reports.registration_journal.draw",
            "dspdesk.reports.registration_card.draw",
            "dspdesk.procedures.journals.opened",
            "dspdesk.reports.common_journal.draw",
        ),
        tests=(
            f"{_JOURNAL_TESTS}::test_the_columns_of_each_journal",
            f"{_PRINTED}::test_a_long_journal",
            "tests/reports/test_registration_card.py::test_all_fields_with_their_values",
            "tests/procedures/test_settings.py::test_new_journals_are_opened_as_settled_and_keep_it",
            "tests/reports/test_common_journal.py::test_sections_follow_each_other_on_sheets_numbered_throughout",
            "tests/reports/test_common_journal.py::test_the_sheets_are_certified_once_and_each_section_is_closed_by_itself",
        ),
    ),
    met(
        "D15a",
        _PRINT,
        where=("dspdesk.reports.registration_journal.draw",),
        tests=(
            f"{_PRINTED}::test_sheets_are_numbered_and_the_inscription_counts_them",
            f"{_PRINTED}::test_an_open_journal_has_the_certifying_inscription_only",
        ),
    ),
    met(
        "D15b",
        _REFUSE,
        _PRINT,
        where=(
            f"{_LAW}.journal_open",
            "dspdesk.law.journal_closing.check",
            "dspdesk.law.journal_closing.numbers_stay",
            "dspdesk.procedures.journal_closing.close",
            f"{_JOURNAL}.count",
            "dspdesk.reports.registration_journal.draw",
        ),
        tests=(
            f"{_LAW_TESTS}::test_a_closed_journal_takes_no_new_entry",
            f"{_JOURNAL_TESTS}::test_the_closing_inscription_counts_the_entries",
            f"{_PRINTED}::test_a_closed_journal_states_its_counts",
            f"{_CLOSING_TESTS}::test_a_closed_journal_keeps_what_was_counted_and_by_whom",
            f"{_CLOSING_TESTS}::test_the_printed_inscription_is_the_one_that_was_kept",
            f"{_CLOSING_TESTS}::test_what_is_closed_takes_no_new_entry",
            f"{_CLOSING_TESTS}::test_a_journal_is_closed_once_and_not_opened_again",
            "tests/law/test_journal_closing.py::test_what_stands_open_is_named",
        ),
    ),
    met(
        "D15c",
        _RECORD,
        _REFUSE,
        where=(
            *("dspdesk.law.guard.here", "dspdesk.law.guard.out", "dspdesk.law.whereabouts.receipt_named"),
            *("dspdesk.procedures.movements.write", "dspdesk.queries.journal_movements.said"),
        ),
        tests=(
            "tests/law/test_guard.py::test_what_each_intent_says_of_each_place",
            "tests/procedures/test_movements.py::test_a_copy_is_handed_over_and_the_register_says_so",
            "tests/procedures/test_movements.py::test_a_copy_is_given_once_until_it_comes_back",
            "tests/procedures/test_no_copy_in_two_places.py::test_no_copy_is_in_two_places_or_in_none",
        ),
    ),
    met(
        "D16",
        _RECORD,
        _REFUSE,
        _WARN,
        where=(
            f"{_VALUES}.RegistrationNumber.with_mark",
            f"{_VALUES}.next_letter",
            f"{_LAW}.late_entry_follows",
            f"{_NUMBERING}.check_pattern",
            f"{_NUMBERING}.composed",
            f"{_NUMBERING}.unknown_parts",
            f"{_NUMBERING}.pattern_changed",
        ),
        tests=(
            f"{_VALUE_TESTS}::test_the_mark_is_always_added_to_a_number",
            f"{_VALUE_TESTS}::test_the_next_letter_follows_the_last_one_taken",
            f"{_LAW_TESTS}::test_a_late_entry_follows_a_number_already_given",
            f"{_PROCEDURE_TESTS}::test_late_entries_take_the_letters_in_turn_even_after_an_annulled_one",
            f"{_NUMBERING_TESTS}::test_what_can_be_a_pattern",
            f"{_NUMBERING_TESTS}::test_a_part_not_known_is_left_out_together_with_its_separator",
            f"{_NUMBER_TESTS}::test_a_number_is_made_of_what_the_directories_know",
            f"{_NUMBER_TESTS}::test_no_two_numbers_of_a_journal_are_written_alike",
            "tests/ui/test_settings.py::test_a_changed_pattern_is_followed_by_the_next_number_and_found",
        ),
    ),
    met(
        "D17",
        _RECORD,
        _REFUSE,
        where=(
            f"{_LAW}.copies_named",
            f"{_VALUES}.CopyNumbers",
            f"{_COPYING}.further_numbers",
            f"{_COPYING}.check_count",
            "dspdesk.law.copying_notes.reproduced",
            "dspdesk.queries.copying.notes_of",
        ),
        tests=(
            f"{_LAW_TESTS}::test_what_is_registered_consists_of_numbered_copies",
            f"{_VALUE_TESTS}::test_numbers_of_copies_are_read",
            f"{_COPYING_TESTS}::test_a_print_run_of_two_hundred_is_one_range",
            f"{_COPYING_TESTS}::test_notes_of_copies",
            "tests/procedures/test_copying.py::test_further_copies_go_on_from_the_last",
            "tests/procedures/test_copying.py::test_a_number_struck_out_is_not_given_again",
            "tests/procedures/test_copying.py::test_a_document_carried_over_goes_on_from_what_it_had",
            "tests/ui/copying/test_copying.py::test_a_print_run_of_forty_and_twelve_more_copies",
        ),
    ),
    met(
        "D18",
        _PRINT,
        where=("dspdesk.law.copy_stamp.check_sheet", "dspdesk.reports.copy_stamp.draw"),
        tests=(
            "tests/procedures/test_copy_stamp.py::"
            "test_the_back_says_where_the_copies_went_the_file_copy_and_the_executor",
            "tests/reports/test_copy_stamp.py::test_a_whole_sheet_has_a_label_for_each_copy",
            "tests/reports/test_copy_stamp.py::test_the_kazakh_stamp_says_how_many_were_printed",
            "tests/reports/test_copy_stamp.py::test_long_names_wrap_shrink_and_go_on",
        ),
    ),
    met(
        "D19",
        _REFUSE,
        _RECORD,
        where=(
            f"{_LAW}.ready_for_number",
            f"{_LAW}.signed_not_ahead",
            f"{_LAW}.registered_when_signed",
            f"{_LAW}.signature_stays",
            f"{_LAW}.check_confirmation",
            "dspdesk.procedures.numbers.confirm",
        ),
        tests=(
            f"{_LAW_TESTS}::test_own_documents_are_registered_only_when_signed",
            f"{_PROCEDURE_TESTS}::test_own_documents_keep_their_number_reserved_until_signed",
            "tests/law/test_numbers.py::test_nothing_is_signed_on_a_day_to_come",
            "tests/law/test_numbers.py::test_nothing_is_registered_before_it_is_signed",
            f"{_PROCEDURE_TESTS}::test_a_correction_does_not_take_the_signature",
            f"{_NUMBER_TESTS}::test_a_number_is_not_confirmed_without_signature",
        ),
    ),
    met(
        "D20",
        _RECORD,
        _REFUSE,
        _PRINT,
        where=(
            "dspdesk.law.abstract_extraction.publications_only",
            "dspdesk.law.abstract_extraction.holds_none",
            "dspdesk.law.abstract_extraction.two_workers",
            "dspdesk.reports.abstract_extraction.draw",
        ),
        tests=(
            "tests/law/test_abstract_extraction.py::test_what_is_refused",
            "tests/law/test_abstract_extraction.py::test_of_documents_no_cards_are_taken",
            "tests/procedures/test_abstract_extraction.py::test_two_workers_attest_it_and_the_register_notes_it",
            "tests/procedures/test_abstract_extraction.py::test_one_signature_where_two_are_needed",
            "tests/procedures/test_abstract_extraction.py::test_the_attestation_names_both_and_waits_for_both",
        ),
    ),
    planned("D21", 8, _RECORD, _PRINT),
    planned("D22", 9, _REFUSE, _PRINT),
)
_DISPATCH = (
    planned("D23", 9, _REFUSE, _PRINT),
    met(
        "D24",
        _REFUSE,
        _PRINT,
        where=("dspdesk.procedures.cover_check.check_cover",),
        tests=(
            "tests/procedures/test_cover_check.py::test_a_known_surname_is_refused_in_any_case",
            "tests/procedures/test_cover_check.py::test_a_street_or_an_organisation_may_bear_the_name",
        ),
        planned=9,
    ),
    planned("D25", 9, _RECORD, _PRINT),
    planned("D26", 9, _RECORD, _REFUSE),
    planned("D26-1", 9, _RECORD, _REFUSE, _PRINT),
    met(
        "D27",
        _RECORD,
        _REMIND,
        where=(
            f"{_EXECUTION}.check_resolution",
            f"{_EXECUTION}.check_extension",
            f"{_EXECUTION}.check_taking_off",
            f"{_EXECUTION}.due_class",
            f"{_EXECUTION}.held_by_resolution",
            f"{_EXECUTION}.not_annulled_on_control",
            "dspdesk.procedures.execution_control.record_resolution",
            "dspdesk.queries.execution_control.controlled",
            "dspdesk.queries.today.today",
        ),
        tests=(
            f"{_EXECUTION_TESTS}::test_how_a_deadline_stands",
            f"{_EXECUTION_TESTS}::test_what_stands_against_a_resolution",
            f"{_EXECUTION_TESTS}::test_an_extension",
            f"{_EXECUTION_TESTS}::test_taking_off_control",
            f"{_EXECUTION_STEPS}::test_a_resolution_fills_columns_8_and_9",
            f"{_EXECUTION_STEPS}::test_off_control_nothing_waits_any_more_and_both_traces_stay",
            f"{_EXECUTION_STEPS}::test_a_card_does_not_change_what_a_resolution_holds",
            f"{_EXECUTION_STEPS}::test_a_number_on_control_is_not_annulled_out_of_sight",
            "tests/queries/test_execution_control.py::test_today_has_a_class_for_each_line",
            "tests/ui/control/test_execution_control.py::"
            "test_submitted_resolved_put_off_and_off_control_without_the_mouse",
        ),
    ),
)
_CASES = (
    planned("D28", 4, _RECORD, _PRINT),
    planned("D29", 4, _RECORD),
    planned("D30.1", 4, _REFUSE),
    planned("D30.2", 4, _WARN),
    planned("D30.3", 4, _REFUSE),
    planned("D30.4", 4, _REFUSE),
    planned("D30.5", 4, _RECORD, _REFUSE),
    planned("D30.6", 4, _REFUSE),
    planned("D30.7", 4, _REFUSE, _WARN),
    planned("D30.8", 4, _RECORD),
    planned("D30.9", 4, _RECORD),
    planned("D31", 4, _PRINT),
    planned("D32", 4, _RECORD, _PRINT),
    planned("D33", 4, _RECORD),
    planned("D34", 4, _RECORD, _HINT),
    planned("D35", 6, _RECORD),
)
_ACCESS = (
    met(  # documents; cases and publications by their lists come with the library
        "D36",
        _REFUSE,
        where=(
            "dspdesk.law.guard.admitted",
            f"{_EXECUTION}.by_the_head",
            "dspdesk.queries.whereabouts.copy_facts",
        ),
        tests=(
            f"{_EXECUTION_STEPS}::test_a_deputys_resolution_is_recorded_with_a_reason_and_admits_nobody",
            f"{_EXECUTION_STEPS}::test_whoever_acts_as_head_admits",
            "tests/queries/test_execution_control.py::"
            "test_a_document_carried_over_keeps_whom_its_resolution_admits",
            "tests/procedures/test_movements.py::test_nothing_is_given_to_whom_no_resolution_names",
            "tests/ui/movement/test_forms.py::test_whoever_is_not_named_is_refused_with_the_way_out",
        ),
        planned=5,
    ),
    planned("D37", 9, _REFUSE),
    planned("D38", 5, _RECORD, _REFUSE),
    planned("D39", 5, _RECORD, _PRINT),
    met(
        "D40",
        _RECORD,
        _REFUSE,
        where=(
            f"{_COPYING}.written",
            f"{_COPYING}.granted_by_service_head",
            f"{_COPYING}.extracts_for_own_only",
            f"{_COPYING}.requested_in_writing",
            f"{_COPYING}.granted_by_maker",
            f"{_COPYING}.agreed_by_sender",
            f"{_COPYING}.check_use",
            "dspdesk.procedures.copying.make_copies",
        ),
        tests=(
            f"{_COPYING_TESTS}::test_a_permission_for_a_worker",
            f"{_COPYING_TESTS}::test_a_permission_for_another_organisation",
            f"{_COPYING_TESTS}::test_a_document_received_from_others",
            f"{_COPYING_TESTS}::test_extracts_for_other_organisations_are_not_offered",
            f"{_COPYING_TESTS}::test_what_it_does_not_allow",
            "tests/procedures/test_copying.py::test_a_permission_that_does_not_allow_it",
            "tests/procedures/test_copying.py::test_who_acts_for_the_head_permits_too",
            "tests/ui/copying/test_copying.py::test_a_permission_expired_or_of_the_wrong_kind_is_not_offered",
        ),
    ),
    planned("D41", 5, _PRINT),
    planned("D42", 5, _RECORD, _REFUSE, _REMIND),
    planned("D42a", 4, _RECORD, _PRINT),
    planned("D43", 5, _REFUSE),
    planned("D44", 5, _RECORD, _REFUSE),
)
_REVIEW_AND_DESTRUCTION = (
    planned("D45", 7, _RECORD, _REMIND),
    planned("D46", 7, _RECORD),
    planned("D47", 7, _PRINT),
    planned("D48", 7, _RECORD, _PRINT),
    planned("D49", 7, _REFUSE),
    planned("D50", 7, _RECORD, _REFUSE),
    planned("D51", 4, _RECORD, _PRINT),
    planned("D52", 4, _RECORD, _PRINT),
    planned("D53", 7, _REFUSE, _PRINT),
    planned("D54", 7, _RECORD, _REFUSE),
    planned("D55", 7, _RECORD),
    planned("D56", 7, _RECORD, _REFUSE),
)
_CUSTODY = (
    planned("D57", 4, _RECORD, _WARN, _REFUSE),
    planned("D58", 5, _REMIND),
    planned("D59", 4, _REFUSE),
    planned("D59a", 5, _HINT),
    planned("D60", 8, _RECORD, _PRINT),
    planned("D61", 8, _RECORD, _REMIND, _PRINT),
    planned("D62", 8, _RECORD, _REMIND, _PRINT),
)

#: In the order of the paragraphs.
ROWS = (
    *_CLASSIFICATION,
    *_RECEIPT,
    *_REGISTRATION,
    *_DISPATCH,
    *_CASES,
    *_ACCESS,
    *_REVIEW_AND_DESTRUCTION,
    *_CUSTODY,
)
