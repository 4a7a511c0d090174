"""Paragraphs 57-62: storage, hand-over, checks, loss."""

from dspdesk.law.requirements.row import Way, met, planned

_REFUSE = Way.REFUSE
_WARN = Way.WARN
_RECORD = Way.RECORD
_HINT = Way.HINT
_REMIND = Way.REMIND
_PRINT = Way.PRINT
_STORAGE = "dspdesk.law.storage"
_STORING_TESTS = "tests/procedures/test_volume_storing.py"
_LEAVING = "dspdesk.law.withdrawal"
_LEAVING_TESTS = "tests/procedures/test_withdrawal.py"

ROWS = (
    met(  # publications by the place they are put into; what the library itself asks comes with it
        "D57",
        _RECORD,
        _WARN,
        _REFUSE,
        where=(
            f"{_STORAGE}.auxiliary",
            f"{_STORAGE}.elsewhere",
            f"{_STORAGE}.locked",
            "dspdesk.procedures.volume_storing.put_volumes",
            "dspdesk.procedures.movements.store",
            "dspdesk.ui.storage.place",
        ),
        tests=(
            "tests/law/test_storage.py::test_each_thing_lies_where_paragraph_57_says",
            "tests/law/test_storage.py::test_a_cabinet_locks_and_seals",
            f"{_STORING_TESTS}::test_another_place_needs_a_reason",
            f"{_STORING_TESTS}::test_publications_lie_in_the_library_and_never_in_the_auxiliary_collection",
        ),
    ),
    planned("D58", 5, _REMIND),
    met(
        "D59",
        _REFUSE,
        where=(
            "dspdesk.law.guard.in_case",
            f"{_LEAVING}.permitted",
            f"{_LEAVING}.by_the_head",
            f"{_LEAVING}.on_line",
            f"{_LEAVING}.in_register",
            "dspdesk.procedures.withdrawal.take_out",
            "dspdesk.procedures.withdrawal.relocate",
        ),
        tests=(
            f"{_LEAVING_TESTS}::test_without_the_permission_of_the_head_nothing_leaves",
            f"{_LEAVING_TESTS}::test_whoever_acted_as_head_on_the_day_permits_it",
            f"{_LEAVING_TESTS}::test_what_is_taken_out_is_with_the_service_again_and_noted",
            f"{_LEAVING_TESTS}::test_what_is_moved_lies_in_the_other_volume_and_both_say_so",
            "tests/ui/cases/test_leaving.py::test_a_document_is_taken_out_by_the_keys",
        ),
    ),
    planned("D59a", 5, _HINT),
    planned("D60", 8, _RECORD, _PRINT),
    planned("D61", 8, _RECORD, _REMIND, _PRINT),
    planned("D62", 8, _RECORD, _REMIND, _PRINT),
)
