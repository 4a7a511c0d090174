"""One entry in full: its fields, copies with their movements, and every step that was taken on it."""

import dataclasses
import datetime as dt

from dspdesk.desk import Desk
from dspdesk.law.kinds import ItemState, JournalKind, MovementKind
from dspdesk.procedures import registration
from dspdesk.procedures.registration import Annul, Correct
from dspdesk.queries.item import item
from dspdesk.queries.search import search
from tests import factories


def test_what_was_entered_is_what_is_read(empty_desk: Desk) -> None:
    entry = factories.entry(
        resolution="Ким А.В. — в дело", executor="Ким А.В.", due_on=dt.date(2026, 12, 1), control="К",
        signatory="Иванов И.И.", signed_on=dt.date(2026, 11, 16), notes="=1+1",
    )  # fmt: skip
    command = dataclasses.replace(factories.registration_of(), entry=entry)
    done = registration.register(empty_desk, command)
    found = item(empty_desk, done.id)
    assert found is not None
    assert found.entry == entry
    assert (found.form_id, found.number, found.state, found.missing) == (
        command.form_id, done.number, ItemState.REGISTERED, (),
    )  # fmt: skip
    assert (found.journal.kind, found.journal.year, found.journal.closed) == (
        JournalKind.INCOMING,
        2026,
        False,
    )


def test_there_is_nothing_under_an_id_never_given(asked: Desk) -> None:
    assert item(asked, 987_654) is None


def test_the_steps_on_an_entry_are_told_in_their_order(desk: Desk) -> None:
    done = factories.registered(desk, notes="первое")
    changed = factories.entry(
        notes="второе", copies=(1, 2, 3), date=dt.date(2026, 11, 17), sheets=factories.SheetCount()
    )
    registration.correct(desk, Correct(item_id=done.id, entry=changed, reason="сверка"))
    registration.annul(desk, Annul(item_id=done.id, reason="записан дважды"))
    found = item(desk, done.id)
    assert found is not None
    assert [(step.tag.rpartition(":")[2], step.by, step.reason) for step in found.history] == [
        ("registered", "Жүнісова Ә.Қ.", ""),
        ("corrected", "Жүнісова Ә.Қ.", "сверка"),
        ("annulled", "Жүнісова Ә.Қ.", "записан дважды"),
    ]
    assert {step.at for step in found.history} == {desk.now()}
    assert {name: (before, after) for name, before, after in found.history[1].changes} == {
        "notes": ("первое", "второе"),
        "copies": ("1, 2", "1–3"),
        "date": ("2026-11-18", "2026-11-17"),
        "sheets": ("4", ""),
        "enclosure_sheets": ("11", ""),
    }
    assert found.history[0].changes == found.history[2].changes == ()
    assert (found.state, found.annulled_reason) == (ItemState.ANNULLED, "записан дважды")


def test_a_copy_struck_out_is_shown_no_more_and_comes_back_when_entered_again(desk: Desk) -> None:
    done = factories.registered(desk, copies=(1, 2))

    def corrected(*copies: int) -> tuple[int, ...]:
        entry = factories.entry(copies=copies)
        registration.correct(desk, Correct(item_id=done.id, entry=entry, reason="счёт экземпляров"))
        found = item(desk, done.id)
        assert found is not None
        return tuple(copy.number for copy in found.copies)

    assert corrected(2, 5) == (2, 5)
    assert corrected(1, 2, 5) == (1, 2, 5)
    assert desk.verify() == []


def test_each_copy_tells_where_it_has_been(asked: Desk) -> None:
    (hit,) = [hit for hit in search(asked, "12") if str(hit.number) == "12"]
    found = item(asked, hit.id)
    assert found is not None
    assert found.state is ItemState.DESTROYED
    assert [copy.number for copy in found.copies] == [1, 2]
    for copy in found.copies:
        assert [(moved.kind, moved.on, moved.as_written) for moved in copy.movements] == [
            (MovementKind.RECEIPT, dt.date(2025, 1, 10), "Ким А.В. 10.01.2025"),
            (MovementKind.RETURN, dt.date(2025, 1, 11), "11.01.2025"),
            (MovementKind.DESTRUCTION, None, "Уничтожено. Акт № 3"),
        ]


def test_what_is_still_to_complete_is_named(asked: Desk) -> None:
    (hit,) = search(asked, "каулы")
    found = item(asked, hit.id)
    assert found is not None
    assert found.missing == ("sheets",)
