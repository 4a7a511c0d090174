"""Registering, correcting and annulling on a real encrypted store."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import ItemState, JournalKind
from dspdesk.law.values import RegistrationNumber
from dspdesk.models import Copy, Movement
from dspdesk.procedures import movement_corrections, registration
from dspdesk.procedures.movement_corrections import UndoMovement
from dspdesk.procedures.registration import Annul, Correct
from dspdesk.queries import item as items
from dspdesk.queries.whereabouts import copies_of
from tests import factories


def test_numbers_follow_each_other(empty_desk: Desk) -> None:
    given = [str(factories.registered(empty_desk).number) for _ in range(3)]
    assert given == ["1", "2", "3"]


def test_a_repeated_save_finds_the_number_given(empty_desk: Desk) -> None:
    command = factories.registration_of()
    first = registration.register(empty_desk, command)
    again = registration.register(empty_desk, command)
    assert (again.number, again.repeated) == (first.number, True)
    assert str(factories.registered(empty_desk).number) == "2"


def test_late_entries_take_the_letters_in_turn_even_after_an_annulled_one(empty_desk: Desk) -> None:
    factories.registered(empty_desk)
    first = factories.registered(empty_desk, late_after=1)
    registration.annul(empty_desk, Annul(item_id=first.id, reason="ошибка"))
    second = factories.registered(empty_desk, late_after=1)
    assert (str(first.number), str(second.number)) == ("1а", "1б")
    assert factories.registered(empty_desk).number == RegistrationNumber(2)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"date": dt.date(2025, 12, 31)}, "date_outside_year"),
        ({"date": factories.TODAY + dt.timedelta(days=1)}, "date_ahead"),
        ({"late_after": 7}, "late_after_unknown"),
        ({"copies": ()}, "copies_needed"),
        ({"copies": (-1,)}, "copies_not_numbers"),
        ({"copies": (0, 1)}, "copies_not_numbers"),
        ({"copies": (1, 1)}, "copies_not_numbers"),
        ({"copies": (1_000_001,)}, "copies_not_numbers"),
    ],
)
def test_refusals_write_nothing(empty_desk: Desk, changes: dict[str, object], code: str) -> None:
    factories.registered(empty_desk)
    with pytest.raises(Refused) as refused:
        factories.registered(empty_desk, **changes)
    assert [finding.code for finding in refused.value.findings] == [code]
    assert factories.registered(empty_desk).number == RegistrationNumber(2)


def own(**changes):
    """An outgoing document, signed."""
    signed = {"signatory": "Ахметов Б.К.", "signed_on": factories.TODAY}
    return {"journal": JournalKind.OUTGOING} | signed | changes


def codes(refused) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def test_own_documents_are_not_registered_before_they_are_signed(empty_desk):
    early = own(date=factories.TODAY - dt.timedelta(days=1))
    with pytest.raises(Refused) as refused:
        factories.registered(empty_desk, **early)
    assert codes(refused) == ["registered_before_signed"]
    one = factories.registered(empty_desk, **own())
    entry = replace(items.item(empty_desk, one.id).entry, date=early["date"])
    with pytest.raises(Refused) as refused:
        registration.correct(empty_desk, Correct(item_id=one.id, entry=entry, reason="описка"))
    assert codes(refused) == ["registered_before_signed"]


def test_blanks_are_no_signature(empty_desk):
    one = factories.registered(empty_desk, **own(signatory=" "))
    details = items.item(empty_desk, one.id)
    assert (details.state, details.missing) == (ItemState.RESERVED, ("signatory",))
    assert empty_desk.verify() == []


@pytest.mark.parametrize("changes", [{"signatory": " "}, {"signed_on": None}])
def test_a_correction_does_not_take_the_signature(empty_desk, changes):
    one = factories.registered(empty_desk, **own())
    entry = items.item(empty_desk, one.id).entry
    with pytest.raises(Refused) as refused:
        taken = replace(entry, **changes)
        registration.correct(empty_desk, Correct(item_id=one.id, entry=taken, reason="не подписан"))
    assert codes(refused) == ["signature_not_removed"]
    assert refused.value.findings[0].field == next(iter(changes))
    other = replace(entry, signatory="Ким А.В.")
    registration.correct(empty_desk, Correct(item_id=one.id, entry=other, reason="описка"))
    assert items.item(empty_desk, one.id).entry == other


def test_a_signature_brought_by_a_correction_dates_the_registration(empty_desk):
    day = factories.TODAY - dt.timedelta(days=3)
    one = factories.registered(empty_desk, **own(date=day, signatory="", signed_on=None))
    wanted = replace(
        items.item(empty_desk, one.id).entry, signatory="Ахметов Б.К.", signed_on=factories.TODAY
    )
    command = Correct(item_id=one.id, entry=wanted, reason="подписан")
    assert registration.consider(empty_desk, command) == ()
    assert registration.correct(empty_desk, command).state is ItemState.REGISTERED
    assert items.item(empty_desk, one.id).entry.date == factories.TODAY


def test_the_journal_of_a_year_to_come_is_not_opened(empty_desk):
    with pytest.raises(Refused) as refused:
        factories.registered(empty_desk, year=factories.TODAY.year + 1, date=None)
    assert codes(refused) == ["year_to_come"]


def test_an_entry_with_a_destroyed_copy_is_not_annulled_by_way_of_a_correction(empty_desk):
    one = factories.registered(empty_desk, copies=(1,))
    with empty_desk.transaction("test:copy:destroyed") as step:
        copy = step.session.query(Copy).filter_by(item_id=one.id).one()
        gone = Movement(
            copy_id=copy.id,
            kind="destruction",
            happened_on=None,
            as_written="акт 3",
            recorded_at=step.at,
            recorded_by=1,
        )
        step.session.add(gone)
        step.session.flush()
        copy.whereabouts_id = gone.id
    entry = replace(items.item(empty_desk, one.id).entry, copies=(2,))
    registration.correct(empty_desk, Correct(item_id=one.id, entry=entry, reason="другой экземпляр"))
    with pytest.raises(Refused) as refused:
        registration.annul(empty_desk, Annul(item_id=one.id, reason="ошибка"))
    assert codes(refused) == ["destroyed_not_annulled"]


def test_a_grade_of_secrecy_passes_only_with_a_reason(empty_desk: Desk) -> None:
    with pytest.raises(NeedsReason):
        factories.registered(empty_desk, summary="о порядке снятия грифа «Секретно»")
    done = factories.registered(
        empty_desk, summary="о порядке снятия грифа «Секретно»", reason="о порядке, не гриф"
    )
    history = items.item(empty_desk, done.id).history  # type: ignore[union-attr]
    assert history[0].reason == "о порядке, не гриф"


def test_own_documents_keep_their_number_reserved_until_signed(empty_desk: Desk) -> None:
    done = factories.registered(empty_desk, journal=JournalKind.OUTGOING)
    assert done.state is ItemState.RESERVED
    signed = factories.entry(signatory="Ахметов Б.К.", signed_on=factories.TODAY)
    corrected = registration.correct(empty_desk, Correct(item_id=done.id, entry=signed, reason="подписан"))
    assert corrected.state is ItemState.REGISTERED


def test_a_correction_leaves_both_traces(desk: Desk) -> None:
    details = items.item(desk, 5)
    assert details is not None
    wanted = factories.entry(date=details.entry.date, correspondent="Акимат г. Алматы", copies=(1, 4))
    registration.correct(desk, Correct(item_id=5, entry=wanted, reason="не тот отправитель"))
    after = items.item(desk, 5)
    assert after is not None
    assert after.entry == wanted
    changes = {name: (before, now) for name, before, now in after.history[-1].changes}
    assert changes["correspondent"] == (details.entry.correspondent, "Акимат г. Алматы")
    assert changes["copies"] == ("1, 2", "1, 4")
    assert desk.verify() == []


@pytest.mark.parametrize(("days_ago", "refused"), [(0, True), (1, False), (2, False), (3, False)])
def test_a_corrected_date_does_not_pass_a_movement(empty_desk: Desk, days_ago: int, refused: bool) -> None:
    """Registered two days ago and handed over yesterday: it was there yesterday."""
    day = factories.TODAY - dt.timedelta(days=2)
    one = factories.registered(empty_desk, date=day)
    factories.handed(empty_desk, one.id, 1, on=factories.TODAY - dt.timedelta(days=1))
    before = items.item(empty_desk, one.id)
    wanted = replace(before.entry, date=factories.TODAY - dt.timedelta(days=days_ago), summary="о другом")
    command = Correct(item_id=one.id, entry=wanted, reason="описка")
    if refused:
        with pytest.raises(Refused) as told:
            registration.correct(empty_desk, command)
        assert codes(told) == ["registered_after_moved"]
        assert told.value.findings[0].field == "date"
        assert items.item(empty_desk, one.id) == before
    else:
        registration.correct(empty_desk, command)
        assert items.item(empty_desk, one.id).entry == wanted


def test_a_movement_entered_by_mistake_does_not_hold_the_date(empty_desk: Desk) -> None:
    one = factories.registered(empty_desk, date=factories.TODAY - dt.timedelta(days=2))
    factories.handed(empty_desk, one.id, 1, on=factories.TODAY - dt.timedelta(days=1))
    copy = copies_of(empty_desk, one.id)[0].id
    movement_corrections.undo(empty_desk, UndoMovement(copy_ids=(copy,), mistake="не выдан"))
    wanted = replace(items.item(empty_desk, one.id).entry, date=factories.TODAY)
    registration.correct(empty_desk, Correct(item_id=one.id, entry=wanted, reason="описка"))
    assert items.item(empty_desk, one.id).entry.date == factories.TODAY


def test_a_correction_without_reason_or_change_is_refused(desk: Desk) -> None:
    details = items.item(desk, 5)
    assert details is not None
    with pytest.raises(Refused) as refused:
        registration.correct(desk, Correct(item_id=5, entry=details.entry, reason=" "))
    assert {finding.code for finding in refused.value.findings} == {"reason_needed", "nothing_changed"}


def test_an_annulled_number_stays_and_is_neither_corrected_nor_annulled_again(desk: Desk) -> None:
    assert registration.annul(desk, Annul(item_id=5, reason="ошибка")).state is ItemState.ANNULLED
    for step in (
        lambda: registration.annul(desk, Annul(item_id=5, reason="ещё раз")),
        lambda: registration.correct(desk, Correct(item_id=5, entry=factories.entry(), reason="ещё раз")),
    ):
        with pytest.raises(Refused):
            step()


def test_only_the_documentation_service_registers(empty_desk: Desk) -> None:
    from dataclasses import replace

    from dspdesk.law.kinds import Role

    empty_desk.person = replace(empty_desk.person, roles=frozenset({Role.INSPECTOR}))
    with pytest.raises(Refused) as refused:
        factories.registered(empty_desk)
    assert refused.value.findings[0].requirement == "D11"
