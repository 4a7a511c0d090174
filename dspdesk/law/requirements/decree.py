"""Requirements of the Rules of decree 1196."""

from dspdesk.law.requirements.row import Way, met, planned

_REFUSE, _WARN, _RECORD = Way.REFUSE, Way.WARN, Way.RECORD
_HINT, _REMIND, _PRINT = Way.HINT, Way.REMIND, Way.PRINT
_LAW, _JOURNAL = "dspdesk.law.registration", "dspdesk.law.registration_journal"
_LAW_TESTS, _JOURNAL_TESTS = "tests/law/test_registration.py", "tests/law/test_registration_journal.py"
_VALUES, _VALUE_TESTS = "dspdesk.law.values", "tests/law/test_values.py"
_PROCEDURES = "dspdesk.procedures.registration"
_PROCEDURE_TESTS = "tests/procedures/test_registration.py"
_NUMBERING, _NUMBERING_TESTS = "dspdesk.law.numbering", "tests/law/test_numbering.py"
_NUMBER_TESTS = "tests/procedures/test_numbers.py"
_PRINTED = "tests/reports/test_registration_journal.py"
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
    planned("D7", 3, _RECORD, _WARN),
    planned("D8", 3, _RECORD),
    planned("D9", 3, _RECORD),
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
    planned("D12", 3, _RECORD),
    planned("D12a", 3, _RECORD, _PRINT),
    planned("D12b", 3, _RECORD),
    planned("D12c", 3, _RECORD, _REFUSE),
    planned("D12d", 3, _RECORD, _PRINT),
    planned("D12e", 3, _RECORD, _REFUSE),
    planned("D13", 3, _RECORD, _WARN),
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
    planned("D15c", 3, _RECORD),
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
        where=(f"{_LAW}.copies_named", f"{_VALUES}.CopyNumbers"),
        tests=(
            f"{_LAW_TESTS}::test_what_is_registered_consists_of_numbered_copies",
            f"{_VALUE_TESTS}::test_numbers_of_copies_are_read",
        ),
        planned=3,
    ),
    planned("D18", 3, _PRINT),
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
    planned("D20", 3, _RECORD, _REFUSE, _PRINT),
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
    planned("D27", 3, _RECORD, _REMIND),
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
    planned("D36", 3, _REFUSE),
    planned("D37", 9, _REFUSE),
    planned("D38", 5, _RECORD, _REFUSE),
    planned("D39", 5, _RECORD, _PRINT),
    planned("D40", 3, _RECORD, _REFUSE),
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
