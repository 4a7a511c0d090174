"""Submission, resolutions, control: what is written, what is refused, and that a refusal changes nothing."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.execution_control import Part
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.guard import Intent
from dspdesk.law.kinds import Headship, JournalKind, Role
from dspdesk.law.registration import Entry
from dspdesk.procedures import execution_control, guard, registration
from dspdesk.procedures.execution_control import (
    AmendResolution,
    Extend,
    RecordResolution,
    Submit,
    TakeOff,
    TakeOnControl,
)
from dspdesk.procedures.registration import Annul, Correct
from dspdesk.queries.item import item
from dspdesk.queries.resolutions import Execution, execution
from dspdesk.queries.today import today
from dspdesk.queries.whereabouts import copies_of
from dspdesk.store.searchable import stale
from dspdesk.store.unit_of_work import head as ledger_head
from tests import factories
from tests.factories import TODAY

DUE = TODAY + dt.timedelta(days=9)


def entry(desk: Desk, item_id: int) -> Entry:
    found = item(desk, item_id)
    assert found is not None
    return found.entry


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def nothing_changes(desk: Desk, does: Callable[[], object], error: type[Refused] = Refused) -> list[str]:
    """The codes of a refusal that left the ledger as it was."""
    with desk.reading() as connection:
        before = ledger_head(connection)
    with pytest.raises(error) as refused:
        does()
    with desk.reading() as connection:
        assert ledger_head(connection) == before
        assert not list(stale(connection))
    return codes(refused)


def copies(desk: Desk, item_id: int) -> tuple[int, ...]:
    return tuple(row.id for row in copies_of(desk, item_id))


def admitted(desk: Desk, item_id: int) -> frozenset[int]:
    with desk.reading() as connection:
        facts, _ = guard.ask(desk, connection, Intent.LIST, copies(desk, item_id)[:1])
    return facts[0].admitted


@pytest.fixture
def body(empty_desk: Desk) -> Desk:
    factories.head_of_body(empty_desk)
    return empty_desk


@pytest.fixture
def letter(body: Desk) -> int:
    return factories.registered(body).id


# --- submission ---


def test_copies_go_to_the_head_and_come_back_with_the_resolution(body: Desk, letter: int) -> None:
    both = copies(body, letter)
    execution_control.submit(body, Submit(item_id=letter, copy_ids=both, on=TODAY))
    assert {row.holder for row in copies_of(body, letter)} == {"Омаров Т.Е."}
    assert execution(body, letter).with_head == both
    factories.resolution(body, letter, due_on=DUE, back_on=TODAY)
    assert {row.holder for row in copies_of(body, letter)} == {""}
    found = item(body, letter)
    assert found is not None
    assert [line.tag.rpartition(":")[2] for line in found.history] == ["registered", "submitted", "resolved"]


def test_without_a_head_nothing_is_submitted(empty_desk: Desk) -> None:
    letter = factories.registered(empty_desk).id
    command = Submit(item_id=letter, copy_ids=copies(empty_desk, letter), on=TODAY)
    assert nothing_changes(empty_desk, lambda: execution_control.submit(empty_desk, command)) == [
        "no_head_to_submit"
    ]


def test_what_is_with_the_head_is_not_submitted_again(body: Desk, letter: int) -> None:
    command = Submit(item_id=letter, copy_ids=copies(body, letter)[:1], on=TODAY)
    execution_control.submit(body, command)
    assert nothing_changes(body, lambda: execution_control.submit(body, command)) == ["copy_not_here_person"]


def test_copies_of_another_document_are_not_submitted_with_this_one(body: Desk, letter: int) -> None:
    other = factories.registered(body, their_number="1-1/1").id
    command = Submit(item_id=letter, copy_ids=copies(body, other), on=TODAY)
    assert nothing_changes(body, lambda: execution_control.submit(body, command)) == ["no_copies"]


def test_copies_do_not_come_back_before_they_went(body: Desk, letter: int) -> None:
    execution_control.submit(body, Submit(item_id=letter, copy_ids=copies(body, letter), on=TODAY))
    yesterday = TODAY - dt.timedelta(days=1)
    command = factories.resolution_of(body, letter, dated=yesterday, back_on=yesterday)
    found = nothing_changes(body, lambda: execution_control.record_resolution(body, command))
    assert set(found) - {"resolution_before_registration"} == {"moved_before_last"}


def test_copies_do_not_come_back_with_a_resolution_written_later(body: Desk) -> None:
    """On the day of the resolution they do."""
    yesterday = TODAY - dt.timedelta(days=1)
    letter = factories.registered(body, date=yesterday - dt.timedelta(days=1)).id
    execution_control.submit(body, Submit(item_id=letter, copy_ids=copies(body, letter), on=yesterday))
    command = factories.resolution_of(body, letter, dated=TODAY, back_on=yesterday)
    found = nothing_changes(body, lambda: execution_control.record_resolution(body, command))
    assert found == ["back_before_resolution"]
    execution_control.record_resolution(body, replace(command, dated=yesterday))
    assert execution(body, letter).with_head == ()


def test_a_resolution_without_the_copies_leaves_them_with_the_head(body: Desk, letter: int) -> None:
    execution_control.submit(body, Submit(item_id=letter, copy_ids=copies(body, letter), on=TODAY))
    factories.resolution(body, letter)
    assert len(execution(body, letter).with_head) == 2


# --- resolutions ---


def test_a_resolution_fills_columns_8_and_9(body: Desk, letter: int) -> None:
    executor, helper, reader = (
        factories.employee(body, name) for name in ("Ким А.В.", "Ли С.Т.", "Тен О.П.")
    )
    persons = ((executor, Part.EXECUTOR), (helper, Part.CO_EXECUTOR), (reader, Part.ADMITTED))
    factories.resolution(body, letter, persons=persons, due_on=DUE)
    found = entry(body, letter)
    assert found.resolution == (
        "Омаров Т.Е. 18.11.2026: Подготовить ответ; исп. Ким А.В.; соисп. Ли С.Т.; ознакомить: Тен О.П.; "
        "срок 27.11.2026"
    )
    assert (found.executor, found.due_on, found.control) == ("Ким А.В.", DUE, "К")
    assert {executor, helper, reader} <= admitted(body, letter)
    with body.reading() as connection:
        assert not list(stale(connection))


def test_the_words_follow_the_language_of_the_journal(body: Desk) -> None:
    command = replace(factories.registration_of(), language="kk")
    letter = registration.register(body, command).id
    factories.resolution(body, letter, due_on=DUE, words="Жауап дайындау")
    found = entry(body, letter)
    assert found.resolution == (
        "Омаров Т.Е. 18.11.2026: Жауап дайындау; орындаушы Ахметов Б.К.; мерзімі 27.11.2026"
    )
    assert found.control == "Б"


def test_a_resolution_without_deadline_puts_nothing_on_control(body: Desk, letter: int) -> None:
    factories.resolution(body, letter, words="В дело")
    found = entry(body, letter)
    assert (found.due_on, found.control) == (None, "")
    assert execution(body, letter).controls == ()


def test_the_same_form_saved_twice_is_one_resolution(body: Desk, letter: int) -> None:
    command = factories.resolution_of(body, letter, due_on=DUE)
    first = execution_control.record_resolution(body, command)
    again = execution_control.record_resolution(body, command)
    assert (again.resolution_id, again.repeated) == (first.resolution_id, True)
    assert len(execution(body, letter).resolutions) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"dated": TODAY + dt.timedelta(days=1)}, "resolution_ahead"),
        ({"words": " "}, "resolution_empty"),
        ({"due_on": DUE, "persons": ()}, "deadline_without_executor"),
        ({"due_on": TODAY - dt.timedelta(days=1)}, "deadline_before_resolution"),
    ],
)
def test_what_a_resolution_cannot_be(body: Desk, letter: int, changes: dict[str, object], code: str) -> None:
    command = factories.resolution_of(body, letter, **changes)
    assert nothing_changes(body, lambda: execution_control.record_resolution(body, command)) == [code]
    assert [f.code for f in execution_control.consider(body, command)] == [code]
    factories.resolution(body, letter, due_on=DUE)  # and a sound one is recorded


def test_one_executor_and_each_person_once(body: Desk, letter: int) -> None:
    one, other = factories.employee(body, "Ким А.В."), factories.employee(body, "Ли С.Т.")
    two = factories.resolution_of(body, letter, persons=((one, Part.EXECUTOR), (other, Part.EXECUTOR)))
    assert nothing_changes(body, lambda: execution_control.record_resolution(body, two)) == [
        "several_executors"
    ]
    twice = replace(two, persons=((one, Part.EXECUTOR), (one, Part.ADMITTED)))
    assert nothing_changes(body, lambda: execution_control.record_resolution(body, twice)) == ["named_twice"]


def test_a_deputys_resolution_is_recorded_with_a_reason_and_admits_nobody(body: Desk, letter: int) -> None:
    deputy, executor = factories.employee(body, "Ли С.Т."), factories.employee(body, "Ким А.В.")
    command = factories.resolution_of(
        body, letter, author_id=deputy, persons=((executor, Part.EXECUTOR),), due_on=DUE
    )
    found = nothing_changes(body, lambda: execution_control.record_resolution(body, command), NeedsReason)
    assert found == ["resolution_not_of_head"]
    execution_control.record_resolution(body, replace(command, reason="резолюция заместителя"))
    assert entry(body, letter).control == "К"
    assert executor not in admitted(body, letter)
    factories.resolution(body, letter, words="", persons=((executor, Part.ADMITTED),))
    assert executor in admitted(body, letter)


def test_whoever_acts_as_head_admits(body: Desk, letter: int) -> None:
    deputy, reader = factories.employee(body, "Ли С.Т."), factories.employee(body, "Ким А.В.")
    factories.appointed(
        body, deputy, acting=True, heads=Headship.BODY, acting_for_id=factories.head_of_body(body),
        valid_from=TODAY - dt.timedelta(days=2), valid_to=TODAY, reason="отпуск",
    )  # fmt: skip
    factories.resolution(body, letter, author_id=deputy, persons=((reader, Part.ADMITTED),))
    assert reader in admitted(body, letter)


def test_a_resolution_before_the_registration_needs_a_reason(body: Desk, letter: int) -> None:
    command = factories.resolution_of(body, letter, dated=TODAY - dt.timedelta(days=1))
    assert nothing_changes(body, lambda: execution_control.record_resolution(body, command), NeedsReason) == [
        "resolution_before_registration"
    ]
    execution_control.record_resolution(body, replace(command, reason="пакет «Лично»"))


def test_nothing_is_resolved_on_an_annulled_number(body: Desk, letter: int) -> None:
    registration.annul(body, Annul(item_id=letter, reason="ошибка"))
    command = factories.resolution_of(body, letter)
    assert nothing_changes(body, lambda: execution_control.record_resolution(body, command)) == [
        "not_to_be_executed_annulled"
    ]


def test_nothing_is_resolved_on_a_reserved_number(body: Desk) -> None:
    reserved = factories.registered(body, journal=JournalKind.OUTGOING).id
    command = factories.resolution_of(body, reserved)
    assert nothing_changes(body, lambda: execution_control.record_resolution(body, command)) == [
        "not_to_be_executed_reserved"
    ]


def test_a_further_resolution_sets_no_second_deadline(body: Desk, letter: int) -> None:
    factories.resolution(body, letter, due_on=DUE)
    command = factories.resolution_of(body, letter, due_on=DUE + dt.timedelta(days=1))
    assert nothing_changes(body, lambda: execution_control.record_resolution(body, command)) == [
        "on_control_already"
    ]
    other = factories.employee(body, "Ли С.Т.")
    factories.resolution(body, letter, words="Передать", persons=((other, Part.EXECUTOR),))
    found = entry(body, letter)
    assert (found.executor, found.due_on) == ("Ли С.Т.", DUE)
    assert found.resolution.count(" / ") == 1


def test_the_author_of_an_own_document_stays_its_executor(body: Desk) -> None:
    memo = factories.registered(
        body, journal=JournalKind.INTERNAL, signatory="Ли С.Т.", signed_on=TODAY, executor="Ли С.Т."
    ).id
    factories.resolution(body, memo, due_on=DUE)
    assert entry(body, memo).executor == "Ли С.Т."


# --- corrected ---


def test_a_corrected_resolution_leaves_both_traces(body: Desk, letter: int) -> None:
    wrong = factories.resolution(body, letter, due_on=DUE)
    right = factories.resolution_of(
        body, letter, words="Ответить до обеда", due_on=DUE + dt.timedelta(days=2)
    )
    execution_control.amend_resolution(
        body, AmendResolution(resolution_id=wrong, reason="не тот срок", to=right)
    )
    found: Execution = execution(body, letter)
    assert [(line.struck_on, line.struck_reason) for line in found.resolutions] == [
        (TODAY, "не тот срок"), (None, ""),
    ]  # fmt: skip
    assert entry(body, letter).due_on == DUE + dt.timedelta(days=2)
    assert "Ответить до обеда" in entry(body, letter).resolution
    assert "Подготовить ответ" not in entry(body, letter).resolution
    assert len(found.controls) == 1
    told = item(body, letter)
    assert told is not None
    assert any("Подготовить ответ" in before for line in told.history for _, before, _ in line.changes)


def test_a_resolution_struck_without_another_ends_its_control(body: Desk, letter: int) -> None:
    wrong = factories.resolution(body, letter, due_on=DUE)
    execution_control.amend_resolution(body, AmendResolution(resolution_id=wrong, reason="не тот документ"))
    found = entry(body, letter)
    assert (found.resolution, found.executor, found.due_on) == ("", "", None)
    assert found.control == "К; снято с контроля 18.11.2026"
    assert not today(body).this_week.total


def test_a_correction_asks_for_a_reason_and_is_made_once(body: Desk, letter: int) -> None:
    wrong = factories.resolution(body, letter)
    bare = AmendResolution(resolution_id=wrong, reason=" ")
    assert nothing_changes(body, lambda: execution_control.amend_resolution(body, bare)) == ["reason_needed"]
    strike = AmendResolution(resolution_id=wrong, reason="ошибка")
    execution_control.amend_resolution(body, strike)
    assert nothing_changes(body, lambda: execution_control.amend_resolution(body, strike)) == [
        "resolution_struck_already"
    ]


def test_a_correction_stays_with_its_document(body: Desk, letter: int) -> None:
    """What is recorded in the place of a resolution is on the same document, not on another."""
    wrong, other = factories.resolution(body, letter), factories.registered(body).id
    before = entry(body, letter), entry(body, other)
    command = AmendResolution(resolution_id=wrong, reason="ошибка", to=factories.resolution_of(body, other))
    with pytest.raises(LookupError):
        execution_control.amend_resolution(body, command)
    assert (entry(body, letter), entry(body, other)) == before
    assert not execution(body, other).resolutions


def test_a_deadline_that_was_put_off_is_not_corrected_away(body: Desk, letter: int) -> None:
    wrong = factories.resolution(body, letter, due_on=DUE)
    extended(body, letter)
    right = factories.resolution_of(body, letter, due_on=DUE + dt.timedelta(days=1))
    command = AmendResolution(resolution_id=wrong, reason="ошибка", to=right)
    assert nothing_changes(body, lambda: execution_control.amend_resolution(body, command)) == [
        "deadline_was_extended"
    ]
    execution_control.amend_resolution(body, replace(command, to=replace(right, due_on=DUE)))
    assert entry(body, letter).due_on == DUE + dt.timedelta(days=5)


# --- control ---


def extended(desk: Desk, item_id: int, **changes: object) -> None:
    defaults = {
        "due_after": DUE + dt.timedelta(days=5),
        "why": "ждём ответа министерства",
        "allowed_by_id": factories.head_of_body(desk),
        "allowed_on": TODAY,
    }
    execution_control.extend(desk, Extend(item_id=item_id, **(defaults | changes)))  # type: ignore[arg-type]


def test_a_deadline_is_put_off_and_column_9_says_so(body: Desk, letter: int) -> None:
    factories.resolution(body, letter, due_on=DUE)
    extended(body, letter)
    found = entry(body, letter)
    assert (found.due_on, found.control) == (DUE + dt.timedelta(days=5), "К; продлено до 02.12.2026")
    (control,) = execution(body, letter).controls
    assert (control.due_on, control.extensions[0].due_before) == (DUE, DUE)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"due_after": DUE}, "extension_not_later"),
        ({"due_after": None}, "extension_not_later"),
        ({"why": " "}, "extension_reason"),
        ({"allowed_on": TODAY + dt.timedelta(days=1)}, "allowed_ahead"),
    ],
)
def test_what_an_extension_cannot_be(body: Desk, letter: int, changes: dict[str, object], code: str) -> None:
    factories.resolution(body, letter, due_on=DUE)
    assert nothing_changes(body, lambda: extended(body, letter, **changes)) == [code]


def test_an_extension_by_another_needs_a_reason(body: Desk, letter: int) -> None:
    factories.resolution(body, letter, due_on=DUE)
    other = factories.employee(body, "Ли С.Т.")
    found = nothing_changes(body, lambda: extended(body, letter, allowed_by_id=other), NeedsReason)
    assert found == ["allowed_by_another"]
    extended(body, letter, allowed_by_id=other, reason="по поручению руководителя")


def test_off_control_nothing_waits_any_more_and_both_traces_stay(body: Desk, letter: int) -> None:
    factories.resolution(body, letter, due_on=TODAY)
    assert today(body).this_week.total == 1
    execution_control.take_off(body, TakeOff(item_id=letter, on=TODAY, outcome="Ответ № 5 от 18.11.2026"))
    found = entry(body, letter)
    assert (found.due_on, found.control) == (None, "К; снято с контроля 18.11.2026")
    assert "срок 18.11.2026" in found.resolution
    assert not today(body).this_week.total
    assert execution(body, letter).controls[0].outcome == "Ответ № 5 от 18.11.2026"


def test_a_number_on_control_is_not_annulled_out_of_sight(body: Desk, letter: int) -> None:
    factories.resolution(body, letter, due_on=DUE)
    command = Annul(item_id=letter, reason="внесён дважды")
    assert nothing_changes(body, lambda: registration.annul(body, command)) == ["annulled_on_control"]
    execution_control.take_off(body, TakeOff(item_id=letter, on=TODAY, outcome="внесён дважды"))
    registration.annul(body, command)
    assert execution(body, letter).controls[0].off_on == TODAY


def test_what_is_off_control_is_not_put_off_or_taken_off_again(body: Desk, letter: int) -> None:
    factories.resolution(body, letter, due_on=DUE)
    off = TakeOff(item_id=letter, on=TODAY, outcome="исполнено")
    execution_control.take_off(body, off)
    assert nothing_changes(body, lambda: execution_control.take_off(body, off)) == ["not_on_control"]
    assert nothing_changes(body, lambda: extended(body, letter)) == ["not_on_control"]
    execution_control.take_on(body, TakeOnControl(item_id=letter, on=TODAY, due_on=DUE))
    assert entry(body, letter).control == "К; снято с контроля 18.11.2026; К"
    assert execution(body, letter).standing.on_control


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"outcome": ""}, "outcome_needed"),
        ({"on": TODAY + dt.timedelta(days=1)}, "control_ahead"),
        ({"on": TODAY - dt.timedelta(days=1)}, "off_before_taking"),
    ],
)
def test_what_taking_off_cannot_be(body: Desk, letter: int, changes: dict[str, object], code: str) -> None:
    factories.resolution(body, letter, due_on=DUE)
    command = replace(TakeOff(item_id=letter, on=TODAY, outcome="исполнено"), **changes)  # type: ignore[arg-type]
    assert nothing_changes(body, lambda: execution_control.take_off(body, command)) == [code]


def test_an_imported_entry_is_put_off_and_taken_off_by_its_words(body: Desk) -> None:
    letter = factories.registered(body, control="К", due_on=DUE, executor="Ким А.В.").id
    extended(body, letter)
    assert entry(body, letter).control == "К; продлено до 02.12.2026"
    execution_control.take_off(body, TakeOff(item_id=letter, on=TODAY, outcome="исполнено"))
    (control,) = execution(body, letter).controls
    assert (control.taken_on, control.due_on, control.off_on) == (None, DUE, TODAY)
    assert entry(body, letter).control == "К; продлено до 02.12.2026; снято с контроля 18.11.2026"


def test_a_resolution_takes_over_the_deadline_an_entry_had_in_words(body: Desk) -> None:
    letter = factories.registered(body, control="К", due_on=DUE, executor="Ким А.В.").id
    factories.resolution(body, letter, due_on=DUE)
    assert (entry(body, letter).control, entry(body, letter).executor) == ("К", "Ахметов Б.К.")


def test_control_needs_an_executor_and_a_deadline(body: Desk, letter: int) -> None:
    command = TakeOnControl(item_id=letter, on=TODAY, due_on=None)
    assert nothing_changes(body, lambda: execution_control.take_on(body, command)) == [
        "control_without_executor", "deadline_needed",
    ]  # fmt: skip
    factories.resolution(body, letter, persons=((factories.employee(body, "Ким А.В."), Part.EXECUTOR),))
    execution_control.take_on(body, replace(command, due_on=DUE))
    assert entry(body, letter).due_on == DUE


# --- beside it ---


@pytest.mark.parametrize(
    "changes", [{"resolution": "иначе"}, {"executor": "Ли С.Т."}, {"due_on": DUE}, {"control": ""}]
)
def test_a_card_does_not_change_what_a_resolution_holds(
    body: Desk, letter: int, changes: dict[str, object]
) -> None:
    factories.resolution(body, letter, due_on=TODAY)
    wanted = replace(entry(body, letter), **changes)  # type: ignore[arg-type]
    command = Correct(item_id=letter, entry=wanted, reason="правка")
    assert nothing_changes(body, lambda: registration.correct(body, command)) == ["held_by_resolution"]
    summary = replace(entry(body, letter), summary="о другом")
    registration.correct(body, Correct(item_id=letter, entry=summary, reason="правка"))


def test_words_typed_at_registration_can_still_be_corrected(body: Desk) -> None:
    letter = factories.registered(body, executor="Ким А.В.", due_on=DUE, control="К").id
    wanted = replace(entry(body, letter), executor="Ли С.Т.")
    registration.correct(body, Correct(item_id=letter, entry=wanted, reason="правка"))
    assert entry(body, letter).executor == "Ли С.Т."


@pytest.mark.parametrize("role", [Role.LIBRARIAN, Role.ARCHIVIST, Role.INSPECTOR, Role.SECURITY_OFFICER])
def test_only_the_documentation_service_controls(body: Desk, letter: int, role: Role) -> None:
    command: RecordResolution = factories.resolution_of(body, letter, due_on=DUE)
    other = replace(body, person=replace(body.person, roles=frozenset({role})))
    for does in (
        lambda: execution_control.record_resolution(other, command),
        lambda: execution_control.submit(other, Submit(item_id=letter, copy_ids=(1,), on=TODAY)),
        lambda: execution_control.take_off(other, TakeOff(item_id=letter, on=TODAY, outcome="исполнено")),
    ):
        assert nothing_changes(body, does) == ["not_entrusted"]
    execution_control.record_resolution(body, command)
