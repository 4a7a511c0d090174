"""Copies handed over, taken back, put in their place, their holders made known: each recorded once, or refused."""

import datetime as dt

import pytest
from sqlalchemy import func, select

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Carrier, JournalKind, MovementKind, PlaceKind
from dspdesk.law.registration_journal import line
from dspdesk.law.whereabouts import Where
from dspdesk.models import Copy, Movement
from dspdesk.procedures import movements, office, people, registration
from dspdesk.procedures.movements import HandOver, LinkAsWritten, Store, TakeBack
from dspdesk.queries import journal_lines
from dspdesk.queries.item import item
from dspdesk.queries.journal_grid import rows
from dspdesk.queries.search import search
from dspdesk.queries.whereabouts import copies_of
from dspdesk.store.verification import verify
from tests import factories
from tests.factories import TODAY

YESTERDAY = TODAY - dt.timedelta(1)


def ids(desk: Desk, item_id: int) -> tuple[int, ...]:
    return tuple(row.id for row in copies_of(desk, item_id))


def refusal(does) -> list[str]:
    with pytest.raises(Refused) as refused:
        does()
    return [finding.code for finding in refused.value.findings]


def told(desk: Desk) -> tuple[int, int]:
    """How many movements and ledger entries there are: a refused step changes neither."""
    with desk.reading() as connection:
        return (
            connection.exec_driver_sql("SELECT count(*) FROM movement").scalar_one(),
            connection.exec_driver_sql("SELECT max(id) FROM ledger").scalar_one(),
        )


def columns(desk: Desk, item_id: int) -> tuple[str, ...]:
    ((journal, found),) = journal_lines.items_of(desk, [item_id])
    return line(found, journal.kind, journal.language)


@pytest.fixture
def letter(desk: Desk) -> int:
    """An incoming letter of two copies, registered yesterday."""
    return factories.registered(desk, date=YESTERDAY).id


def give(desk: Desk, letter: int, person: int, **changes) -> HandOver:
    defaults = {"copy_ids": ids(desk, letter), "employee_id": person, "on": TODAY, "paper": "расписка"}
    return HandOver(**(defaults | changes))


def test_a_copy_is_handed_over_and_the_register_says_so(desk: Desk, letter: int):
    person = factories.handed(desk, letter, 2)
    first, second = copies_of(desk, letter)
    assert (first.where, second.where, second.holder) == (Where.SERVICE, Where.PERSON, "Ахметов Б.К.")
    assert (second.since, second.holder_id, second.held_by) == (TODAY, person, "Ахметова Б.К.")
    assert columns(desk, letter)[9] == "экз. № 2: Ахметов Б.К., 18.11.2026, расписка в журнале"
    assert rows(desk, [letter])[0].person == "Ахметова Б.К."
    assert letter in [hit.id for hit in search(desk, "ахметов расписка")]
    assert item(desk, letter).history[-1].tag == "movement:copies:handed_over"
    with desk.reading() as connection:
        assert verify(connection) == []


def test_words_of_all_copies_are_said_without_their_numbers(desk: Desk, letter: int):
    factories.handed(desk, letter)
    assert columns(desk, letter)[9] == "Ахметов Б.К., 18.11.2026, расписка в журнале"


def test_the_words_are_in_the_language_of_the_journal_and_in_the_name_of_the_day(desk: Desk, letter: int):
    person = factories.handed(desk, letter)
    people.change_employee(
        desk,
        people.ChangeEmployee(
            employee_id=person,
            name_kk="Ахмет Б.К.",
            name_ru="Ахмет Б.К.",
            renamed_from=TODAY,
            reason="смена фамилии",
        ),
    )
    assert copies_of(desk, letter)[0].holder == "Ахмет Б.К."
    assert columns(desk, letter)[9].startswith("Ахметов Б.К., ")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"paper": "  "}, "receipt_not_named"),
        ({"on": TODAY + dt.timedelta(1)}, "moved_ahead"),
        ({"on": YESTERDAY - dt.timedelta(1)}, "moved_before_last"),
        ({"copy_ids": ()}, "no_copies"),
        ({"copy_ids": (987_654,)}, "no_copies"),
    ],
)
def test_what_is_not_handed_over(desk: Desk, letter: int, changes, code: str):
    person = factories.employee(desk, "Ахметов Б.К.")
    factories.admitted(desk, letter, person)
    before = told(desk)
    assert set(refusal(lambda: movements.hand_over(desk, give(desk, letter, person, **changes)))) == {code}
    assert told(desk) == before
    movements.hand_over(desk, give(desk, letter, person))  # nothing else stood against it


def test_nothing_is_given_to_whom_no_resolution_names(desk: Desk, letter: int):
    person = factories.employee(desk, "Ахметов Б.К.")
    before = told(desk)
    assert refusal(lambda: movements.hand_over(desk, give(desk, letter, person))) == ["not_admitted"]
    assert told(desk) == before
    factories.admitted(desk, letter, person)
    movements.hand_over(desk, give(desk, letter, person))


def test_nothing_is_given_to_whoever_has_left(desk: Desk, letter: int):
    person = factories.employee(desk, "Ахметов Б.К.")
    factories.admitted(desk, letter, person)
    people.employee_leaves(desk, people.EmployeeLeaves(employee_id=person, day=YESTERDAY, reason="приказ"))
    assert refusal(lambda: movements.hand_over(desk, give(desk, letter, person))) == ["holder_has_left"]
    movements.hand_over(desk, give(desk, letter, person, on=YESTERDAY))


def test_a_carrier_not_checked_goes_nowhere(desk: Desk):
    disk = factories.registered(desk, carrier=Carrier.PAPER, date=YESTERDAY).id
    with desk.transaction("test:carrier:made") as step:
        from dspdesk.models import Item

        step.session.get_one(Item, disk).carrier = Carrier.ELECTRONIC.value
    person = factories.employee(desk, "Ахметов Б.К.")
    factories.admitted(desk, disk, person)
    assert refusal(lambda: movements.hand_over(desk, give(desk, disk, person))) == ["carrier_unchecked"]


def test_a_copy_is_given_once_until_it_comes_back(desk: Desk, letter: int):
    person = factories.handed(desk, letter, 1)
    before = told(desk)
    assert refusal(lambda: movements.hand_over(desk, give(desk, letter, person))) == ["copy_not_here_person"]
    assert told(desk) == before, "not even the copy that is here"
    movements.take_back(desk, TakeBack(copy_ids=ids(desk, letter)[:1], on=TODAY, paper="принято"))
    assert columns(desk, letter)[10] == "экз. № 1: Ахметов Б.К., 18.11.2026, принято"
    movements.hand_over(desk, give(desk, letter, person))
    assert {row.where for row in copies_of(desk, letter)} == {Where.PERSON}


def test_what_is_with_nobody_is_not_taken_back(desk: Desk, letter: int):
    assert (
        refusal(lambda: movements.take_back(desk, TakeBack(copy_ids=ids(desk, letter), on=TODAY)))
        == ["copy_not_out"] * 2
    )


def test_what_is_out_comes_back_also_under_an_annulled_number(desk: Desk, letter: int):
    factories.handed(desk, letter)
    registration.annul(desk, registration.Annul(item_id=letter, reason="внесено дважды"))
    movements.take_back(desk, TakeBack(copy_ids=ids(desk, letter), on=TODAY))
    assert {row.where for row in copies_of(desk, letter)} == {Where.SERVICE}


def test_copies_of_several_entries_stand_in_the_history_of_each(desk: Desk, letter: int):
    other = factories.registered(desk, date=YESTERDAY).id
    factories.handed(desk, letter)
    factories.handed(desk, other)
    movements.take_back(desk, TakeBack(copy_ids=ids(desk, letter) + ids(desk, other), on=TODAY))
    for one in (letter, other):
        assert item(desk, one).history[-1].tag == "movement:copies:taken_back"
    with desk.reading() as connection:
        assert verify(connection) == []


def test_a_copy_named_twice_moves_once(desk: Desk, letter: int):
    factories.handed(desk, letter)
    key = ids(desk, letter)[0]
    movements.take_back(desk, TakeBack(copy_ids=(key, key), on=TODAY))
    with desk.transaction("test:looked:up") as step:
        assert step.session.scalar(select(func.count()).where(Movement.copy_id == key)) == 2


def test_a_copy_is_put_in_its_place_and_said_to_be_there(desk: Desk, letter: int):
    room = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.ROOM, name="Каб. 214"))
    safe = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.SAFE, name="Сейф 2", within_id=room))
    movements.store(desk, Store(copy_ids=ids(desk, letter), place_id=safe, on=TODAY))
    assert [(row.where, row.holder) for row in copies_of(desk, letter)] == [
        (Where.STORED, "Каб. 214, Сейф 2")
    ] * 2
    assert columns(desk, letter)[9:13] == ("", "", "", ""), "appendix 2 has no column for it"
    person = factories.handed(desk, letter)
    assert {row.holder_id for row in copies_of(desk, letter)} == {person}, "what is stored is at hand"


def test_nothing_is_put_into_a_closed_place(desk: Desk, letter: int):
    room = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.ROOM, name="Каб. 214"))
    office.close_place(desk, office.ClosePlace(place_id=room, reason="ремонт"))
    command = Store(copy_ids=ids(desk, letter), place_id=room, on=TODAY)
    before = told(desk)
    assert refusal(lambda: movements.store(desk, command)) == ["storage_closed"]
    assert told(desk) == before


def as_written(desk: Desk, letter: int, words: str) -> None:
    """The first copy is with somebody, as a register brought in would have it."""
    with desk.transaction("test:movement:imported") as step:
        copy = step.session.get_one(Copy, ids(desk, letter)[0])
        movement = Movement(
            copy_id=copy.id,
            kind="receipt",
            happened_on=None,
            as_written=words,
            recorded_at=step.at,
            recorded_by=1,
        )
        step.session.add(movement)
        step.session.flush()
        copy.whereabouts_id = movement.id
        movements.find_by_words(step, letter)


def test_the_words_of_a_register_are_linked_to_a_person_and_stay(desk: Desk, letter: int):
    as_written(desk, letter, "Ахм. 3 отд., подпись")
    person = factories.employee(desk, "Ахметов Б.К.")
    first = ids(desk, letter)[:1]
    registered_on = item(desk, letter).entry.date
    early = LinkAsWritten(copy_ids=first, employee_id=person, on=registered_on - dt.timedelta(1))
    assert refusal(lambda: movements.link_as_written(desk, early)) == ["moved_before_last"]
    assert copies_of(desk, letter)[0].holder_id is None
    movements.link_as_written(desk, LinkAsWritten(copy_ids=first, employee_id=person, on=YESTERDAY))
    row = copies_of(desk, letter)[0]
    assert (row.where, row.holder, row.since, row.words) == (
        Where.PERSON, "Ахметов Б.К.", YESTERDAY, "Ахм. 3 отд., подпись",
    )  # fmt: skip
    assert "Ахм. 3 отд., подпись" in columns(desk, letter)[9]
    assert item(desk, letter).history[-1].tag == "movement:copies:linked"
    before = told(desk)
    again = LinkAsWritten(copy_ids=first, employee_id=person, on=YESTERDAY)
    assert refusal(lambda: movements.link_as_written(desk, again)) == ["copy_not_as_written"]
    assert told(desk) == before
    movements.take_back(desk, TakeBack(copy_ids=first, on=TODAY))
    with desk.reading() as connection:
        assert verify(connection) == []


def test_words_of_a_register_are_not_of_a_day_before_the_movement_before_them(desk: Desk, letter: int):
    factories.handed(desk, letter, 1)
    first = ids(desk, letter)[:1]
    movements.take_back(desk, TakeBack(copy_ids=first, on=TODAY))
    as_written(desk, letter, "Ахм. 3 отд., подпись")
    person = factories.employee(desk, "Сейтқали Г.М.")
    early = LinkAsWritten(copy_ids=first, employee_id=person, on=YESTERDAY)
    assert refusal(lambda: movements.link_as_written(desk, early)) == ["moved_before_last"]
    movements.link_as_written(desk, LinkAsWritten(copy_ids=first, employee_id=person, on=TODAY))
    assert copies_of(desk, letter)[0].holder_id == person


def test_a_correction_does_not_strike_out_a_copy_that_somebody_has(desk: Desk, letter: int):
    from dataclasses import replace

    factories.handed(desk, letter, 2)
    entry = item(desk, letter).entry
    fewer = registration.Correct(item_id=letter, entry=replace(entry, copies=(1,)), reason="ошибка")
    assert refusal(lambda: registration.correct(desk, fewer)) == ["copies_away_stay"]
    movements.take_back(desk, TakeBack(copy_ids=ids(desk, letter)[1:], on=TODAY))
    registration.correct(desk, fewer)


def test_a_correction_does_not_strike_out_a_copy_that_was_sent(desk: Desk, letter: int):
    from dataclasses import replace

    with desk.transaction("test:copy:sent") as step:
        move = movements.Move(kind=MovementKind.SENDING, on=TODAY, words="Акимат")
        movements.write(desk, step, ids(desk, letter)[1:], move)
        step.subject = f"item:{letter}"
    before = told(desk)
    entry = replace(item(desk, letter).entry, copies=(1,))
    fewer = registration.Correct(item_id=letter, entry=entry, reason="ошибка")
    assert refusal(lambda: registration.correct(desk, fewer)) == ["copies_away_stay"]
    assert told(desk) == before


def test_what_is_only_reserved_is_not_moved(desk: Desk):
    one = factories.registered(
        desk, journal=JournalKind.OUTGOING, reason="нет пункта", their_number="", signatory=""
    )
    assert (
        refusal(
            lambda: movements.store(desk, Store(copy_ids=ids(desk, one.id), place_id=_room(desk), on=TODAY))
        )
        == ["copy_not_registered"] * 2
    )


def _room(desk: Desk) -> int:
    return office.enter_place(desk, office.EnterPlace(kind=PlaceKind.ROOM, name="Каб. 214"))
