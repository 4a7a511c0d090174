"""Paragraphs 1-9: what is restricted, and on which basis."""

from dspdesk.law.requirements.row import Way, met

_WARN = Way.WARN
_RECORD = Way.RECORD
_PROCEDURE_TESTS = "tests/procedures/test_registration.py"
_LIST = "dspdesk.law.restricted_list"
_LIST_TESTS = "tests/law/test_restricted_list.py"
_LIST_PROCEDURES = "tests/procedures/test_restricted_list.py"
_BASIS_TESTS = "tests/procedures/test_designations.py"

ROWS = (
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
