"""Where a copy is after its last movement: one answer for every movement there can be."""

import datetime as dt

import pytest

from dspdesk.law.kinds import MovementKind
from dspdesk.law.whereabouts import (
    AT_HAND,
    GIVEN_OUT,
    OUT,
    Destination,
    LastMovement,
    Where,
    as_written,
    copies_here_or_stay,
    linked_in_order,
    not_ahead,
    place_open,
    receipt_named,
    to_be_linked,
    where,
)

DAY = dt.date(2026, 11, 18)
PERSON = Destination(employee_id=3)

#: The answer for each kind of movement with its usual destination.
ANSWERS = {
    MovementKind.RECEIPT: (PERSON, Where.PERSON),
    MovementKind.RETURN: (Destination(), Where.SERVICE),
    MovementKind.FILING: (Destination(), Where.CASE),
    MovementKind.DESTRUCTION: (Destination(), Where.DESTROYED),
    MovementKind.CARRIED_OVER: (Destination(), Where.CARRIED_OVER),
    MovementKind.SUBMISSION: (PERSON, Where.PERSON),
    MovementKind.RESOLVED: (Destination(), Where.SERVICE),
    MovementKind.STORING: (Destination(place_id=2), Where.STORED),
    MovementKind.SENDING: (Destination(correspondent_id=4), Where.CORRESPONDENT),
    MovementKind.WITHDRAWAL: (Destination(), Where.SERVICE),
    MovementKind.SEIZURE: (Destination(), Where.SEIZED),
    MovementKind.SENDING_BACK: (Destination(correspondent_id=4), Where.CORRESPONDENT),
}


def test_every_kind_of_movement_has_an_answer():
    assert list(ANSWERS) == list(MovementKind)


@pytest.mark.parametrize("kind", MovementKind)
def test_where_a_movement_leads(kind: MovementKind):
    to, answer = ANSWERS[kind]
    assert where(LastMovement(kind, DAY, "", to)) is answer


def test_before_the_first_movement_a_copy_is_with_the_service():
    assert where(None) is Where.SERVICE


def test_a_receipt_leads_to_a_unit_or_only_to_words():
    assert where(LastMovement(MovementKind.RECEIPT, DAY, "", Destination(unit_id=5))) is Where.UNIT
    assert where(LastMovement(MovementKind.RECEIPT, None, "Ким А.В.")) is Where.AS_WRITTEN


def test_at_hand_and_out_share_nothing():
    assert not AT_HAND & OUT
    assert {Where.CORRESPONDENT, Where.SEIZED} == GIVEN_OUT - OUT


def test_the_words_of_a_movement_leave_out_what_is_not_known():
    assert as_written("Ахметов Б.К.", DAY, " лист передачи № 5 ") == (
        "Ахметов Б.К., 18.11.2026, лист передачи № 5"
    )
    assert as_written("", DAY) == "18.11.2026"


def test_the_rules_of_single_steps():
    assert receipt_named("расписка") is None
    assert (receipt_named("  ").requirement, receipt_named("").code) == ("D15c", "receipt_not_named")
    assert place_open("Сейф 2", is_open=True) is None
    assert place_open("Сейф 2", is_open=False).code == "storage_closed"
    assert [to_be_linked("5", 1, at) is None for at in Where] == [at is Where.AS_WRITTEN for at in Where]
    assert not_ahead(None, DAY) is None
    assert not_ahead(DAY, DAY) is None
    assert not_ahead(DAY + dt.timedelta(1), DAY).code == "moved_ahead"
    assert copies_here_or_stay(()) is None
    assert copies_here_or_stay((3, 1)).facts == {"copies": "1, 3"}


@pytest.mark.parametrize(
    ("on", "since", "refused"),
    [
        (DAY, DAY, False), (DAY + dt.timedelta(1), DAY, False), (DAY - dt.timedelta(1), DAY, True), (None, DAY, False),
        (DAY, None, False),
    ],
)  # fmt: skip
def test_words_of_a_register_are_linked_from_the_registration_on(on, since, refused):
    finding = linked_in_order("7 ДСП", 2, on, since)
    assert (finding is not None) == refused
    assert finding is None or (finding.code, finding.field) == ("moved_before_last", "on")
