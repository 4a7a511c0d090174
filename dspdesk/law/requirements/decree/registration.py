"""Paragraphs 14-22: registration, movement, copies."""

from dspdesk.law.requirements.row import Way, met, planned

_REFUSE = Way.REFUSE
_WARN = Way.WARN
_RECORD = Way.RECORD
_PRINT = Way.PRINT
_LAW = "dspdesk.law.registration"
_JOURNAL = "dspdesk.law.registration_journal"
_LAW_TESTS = "tests/law/test_registration.py"
_JOURNAL_TESTS = "tests/law/test_registration_journal.py"
_VALUES = "dspdesk.law.values"
_VALUE_TESTS = "tests/law/test_values.py"
_PROCEDURES = "dspdesk.procedures.registration"
_PROCEDURE_TESTS = "tests/procedures/test_registration.py"
_NUMBERING = "dspdesk.law.numbering"
_NUMBERING_TESTS = "tests/law/test_numbering.py"
_NUMBER_TESTS = "tests/procedures/test_numbers.py"
_PRINTED = "tests/reports/test_registration_journal.py"
_COPYING = "dspdesk.law.copying"
_COPYING_TESTS = "tests/law/test_copying.py"
_CARRY_TESTS = "tests/procedures/test_carry_over.py"
_CLOSING_TESTS = "tests/procedures/test_journal_closing.py"

ROWS = (
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
