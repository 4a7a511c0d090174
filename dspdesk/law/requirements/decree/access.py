"""Paragraphs 36-44: access, issuing, copying, libraries."""

from dspdesk.law.requirements.row import Way, met, planned

_REFUSE = Way.REFUSE
_RECORD = Way.RECORD
_REMIND = Way.REMIND
_PRINT = Way.PRINT
_EXECUTION = "dspdesk.law.execution_control"
_EXECUTION_STEPS = "tests/procedures/test_execution_control.py"
_SEIZURE = "dspdesk.law.seizure_record"
_SEIZURE_TESTS = "tests/procedures/test_seizure_record.py"
_COPYING = "dspdesk.law.copying"
_COPYING_TESTS = "tests/law/test_copying.py"

ROWS = (
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
    met(
        "D42a",
        _RECORD,
        _PRINT,
        where=(
            f"{_SEIZURE}.check",
            f"{_SEIZURE}.certified_copy_stays",
            f"{_SEIZURE}.check_execution",
            f"{_SEIZURE}.in_register",
            "dspdesk.procedures.seizure_record.execute",
            "dspdesk.law.seizure_return.check",
            "dspdesk.procedures.seizure_return.come_back",
            "dspdesk.law.withdrawal.stays_in_case",
            "dspdesk.reports.seizure_record.draw",
        ),
        tests=(
            f"{_SEIZURE_TESTS}::test_originals_leave_copies_and_record_stay",
            f"{_SEIZURE_TESTS}::test_without_a_certified_copy_nothing_leaves",
            "tests/procedures/test_seizure_return.py::test_the_original_lies_on_its_sheets_again_and_its_copy_on_the_next",
            "tests/procedures/test_seizure_return.py::test_registers_record_and_ledger_tell_it",
            "tests/procedures/test_seizure_return.py::test_record_and_certified_copies_never_leave_their_case",
            "tests/ui/cases/test_leaving.py::test_originals_come_back_by_the_keys",
            "tests/reports/test_seizure_record.py::test_the_record_says_what_was_seized_and_who_signs",
            "tests/ui/journeys/test_a_seizure.py::test_a_seizure",
        ),
    ),
    planned("D43", 5, _REFUSE),
    planned("D44", 5, _RECORD, _REFUSE),
)
