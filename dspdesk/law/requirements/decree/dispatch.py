"""Paragraphs 23-27: dispatch and execution control."""

from dspdesk.law.requirements.row import Way, met, planned

_REFUSE = Way.REFUSE
_RECORD = Way.RECORD
_REMIND = Way.REMIND
_PRINT = Way.PRINT
_EXECUTION = "dspdesk.law.execution_control"
_EXECUTION_TESTS = "tests/law/test_execution_control.py"
_EXECUTION_STEPS = "tests/procedures/test_execution_control.py"

ROWS = (
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
