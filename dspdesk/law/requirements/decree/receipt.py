"""Paragraphs 10-13: receipt."""

from dspdesk.law.requirements.row import Way, met, planned

_REFUSE = Way.REFUSE
_WARN = Way.WARN
_RECORD = Way.RECORD
_PRINT = Way.PRINT
_MAIL = "dspdesk.law.mail_intake"
_CHECK = "dspdesk.law.package_check"
_COVERS = "dspdesk.law.mail_covers"
_MAIL_LAW_TESTS = "tests/law/test_mail_intake.py"
_CHECK_LAW_TESTS = "tests/law/test_package_check.py"
_COVERS_LAW_TESTS = "tests/law/test_mail_covers.py"
_MAIL_TESTS = "tests/procedures/test_mail_intake.py"
_MAIL_WINDOWS = "tests/ui/mail/test_mail.py"
_PROCEDURE_TESTS = "tests/procedures/test_registration.py"
_EXECUTION_STEPS = "tests/procedures/test_execution_control.py"

ROWS = (
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
            "dspdesk.law.entrustment.entrusted",
            *(f"{_MAIL}.{rule}" for rule in ("received", "handed_over")),
            *(f"{_CHECK}.{rule}" for rule in ("checked_in_order", "looked_at", "counted")),
            *(f"dspdesk.law.enclosed.{rule}" for rule in ("ready_to_register", "registered_after_receipt")),
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
            f"{_CHECK}.not_opened_when_personal",
            f"{_MAIL}.personal_to_somebody",
            f"{_COVERS}.personal_completed",
            "dspdesk.procedures.mail_personal.complete",
        ),
        tests=(
            f"{_CHECK_LAW_TESTS}::test_a_personal_cover_is_not_opened",
            f"{_MAIL_TESTS}::test_a_personal_cover_is_registered_unopened_and_completed_when_its_addressee_had_it",
            f"{_MAIL_TESTS}::test_the_addressee_of_a_personal_cover_is_admitted_to_it",
            f"{_MAIL_WINDOWS}::test_a_personal_cover_is_registered_unopened_and_completed_later",
        ),
    ),
    met(
        "D12c",
        _RECORD,
        _REFUSE,
        where=(f"{_COVERS}.cover_outlives", "dspdesk.procedures.mail_covers.discard"),
        tests=(
            f"{_COVERS_LAW_TESTS}::test_a_kept_cover_outlives_its_document",
            f"{_MAIL_TESTS}::test_a_kept_cover_stays_as_long_as_its_document",
        ),
    ),
    met(
        "D12d",
        _RECORD,
        _PRINT,
        where=(
            "dspdesk.law.enclosed.ready_to_register",
            f"{_COVERS}.sent_back",
            "dspdesk.procedures.mail_intake.send_back",
        ),
        tests=(
            f"{_COVERS_LAW_TESTS}::test_what_came_by_mistake_goes_back_once",
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
            "dspdesk.law.carrier_check.carrier_checked",
            "dspdesk.law.carrier_check.check_of_carrier",
            "dspdesk.procedures.carrier_check.record",
            "dspdesk.law.guard.carrier_checked",
        ),
        tests=(
            "tests/law/test_carrier_check.py::test_a_carrier_is_let_in_only_clean",
            f"{_MAIL_TESTS}::test_a_carrier_is_registered_after_a_clean_check_only",
            f"{_MAIL_TESTS}::test_a_carrier_registered_without_a_cover_brings_its_check",
            f"{_MAIL_WINDOWS}::test_a_carrier_is_checked_on_the_way_to_its_number",
        ),
    ),
    met(
        "D13",
        _RECORD,
        _WARN,
        where=(f"{_MAIL}.out_of_hours", f"{_CHECK}.to_be_opened", "dspdesk.procedures.mail_intake.hand_over"),
        tests=(
            f"{_MAIL_LAW_TESTS}::test_out_of_hours",
            f"{_MAIL_TESTS}::test_out_of_hours_the_duty_officer_hands_over_by_list",
            f"{_MAIL_TESTS}::test_out_of_hours_without_duty_officers_is_a_breach_with_a_name",
            f"{_MAIL_WINDOWS}::test_a_duty_officer_hands_over_by_list",
        ),
    ),
)
