"""Corrections of movements (W6): the right one stands, the wrong one is still to be seen, and is said to be wrong."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.whereabouts import Where
from dspdesk.models import PrintedLine, Printout
from dspdesk.procedures import movement_corrections, movements
from dspdesk.procedures.movement_corrections import CorrectHolder, UndoMovement
from dspdesk.queries.item import item
from dspdesk.queries.journal_grid import rows
from dspdesk.queries.whereabouts import copies_of
from dspdesk.store.verification import verify
from tests import factories
from tests.factories import TODAY
from tests.procedures.test_movements import YESTERDAY, as_written, columns, ids, refusal, told

WRONG, RIGHT = "Ахметов Б.К., 18.11.2026, расписка в журнале", "Сейтқали Г.М., 18.11.2026, расписка"


@pytest.fixture
def letter(desk: Desk) -> int:
    return factories.registered(desk, date=YESTERDAY).id


@pytest.fixture
def right(desk: Desk, letter: int) -> int:
    """Whom the register should have named; the resolution admits them, and Akhmetov has got both copies."""
    person = factories.employee(desk, "Сейтқали Г.М.")
    factories.admitted(desk, letter, person)
    factories.handed(desk, letter)
    return person


def correction(desk: Desk, letter: int, person: int, **changes) -> CorrectHolder:
    defaults = {
        "copy_ids": ids(desk, letter), "employee_id": person, "on": TODAY, "paper": "расписка",
        "mistake": "перепутаны строки",
    }  # fmt: skip
    return CorrectHolder(**(defaults | changes))


def whole(desk: Desk) -> None:
    with desk.reading() as connection:
        assert verify(connection) == []


def test_the_right_person_stands_in_the_place_of_the_wrong_one(desk: Desk, letter: int, right: int):
    movement_corrections.correct_holder(desk, correction(desk, letter, right))
    assert {(row.holder_id, row.words) for row in copies_of(desk, letter)} == {(right, RIGHT)}
    line = columns(desk, letter)
    assert line[9] == RIGHT
    assert f"Исправлено 18.11.2026: вместо «{WRONG}» следует читать «{RIGHT}»" in line[13]
    details = item(desk, letter)
    assert [(one.as_written, one.mistaken) for one in details.copies[0].movements] == [
        (WRONG, True),
        (RIGHT, False),
    ]
    assert (details.history[-1].tag, details.history[-1].reason) == (
        "movement:copies:holder_corrected", "перепутаны строки",
    )  # fmt: skip
    assert rows(desk, [letter])[0].person == "Сейтқали Г.М."
    whole(desk)


def test_of_one_copy_the_note_says_which(desk: Desk, letter: int, right: int):
    first = ids(desk, letter)[:1]
    movement_corrections.correct_holder(desk, correction(desk, letter, right, copy_ids=first))
    assert columns(desk, letter)[9] == f"экз. № 1: {RIGHT}; экз. № 2: {WRONG}"
    assert "экз. № 1: Исправлено 18.11.2026: вместо" in columns(desk, letter)[13]


def test_a_correction_is_corrected_once_more(desk: Desk, letter: int, right: int):
    third = factories.employee(desk, "Ким А.В.")
    factories.admitted(desk, letter, third)
    for person in (right, third):
        movement_corrections.correct_holder(desk, correction(desk, letter, person))
    assert columns(desk, letter)[9] == "Ким А.В., 18.11.2026, расписка"
    assert columns(desk, letter)[13].count("Исправлено") == 2
    assert [one.mistaken for one in item(desk, letter).copies[0].movements] == [True, True, False]
    whole(desk)


def test_what_was_given_to_somebody_not_named_is_recorded_with_a_reason(desk: Desk, letter: int):
    factories.handed(desk, letter)
    person = factories.employee(desk, "Сейтқали Г.М.")
    command = correction(desk, letter, person)
    before = told(desk)
    with pytest.raises(NeedsReason) as needed:
        movement_corrections.correct_holder(desk, command)
    assert [(one.code, one.requirement) for one in needed.value.findings] == [("was_not_admitted", "D36")]
    assert told(desk) == before
    done = correction(desk, letter, person, reason="выдано по устному распоряжению")
    movement_corrections.correct_holder(desk, done)
    assert item(desk, letter).history[-1].reason == "перепутаны строки; выдано по устному распоряжению"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"mistake": ""}, "reason_needed"),
        ({"paper": ""}, "receipt_not_named"),
        ({"on": TODAY + dt.timedelta(1)}, "moved_ahead"),
        ({"on": YESTERDAY - dt.timedelta(1)}, "moved_before_last"),
        ({"copy_ids": ()}, "no_copies"),
    ],
)
def test_what_is_no_correction(desk: Desk, letter: int, right: int, changes, code: str):
    before = told(desk)
    command = correction(desk, letter, right, **changes)
    assert set(refusal(lambda: movement_corrections.correct_holder(desk, command))) == {code}
    assert told(desk) == before
    movement_corrections.correct_holder(desk, correction(desk, letter, right))


def test_the_day_of_the_receipt_may_be_corrected_with_the_person(desk: Desk, letter: int, right: int):
    movement_corrections.correct_holder(desk, correction(desk, letter, right, on=YESTERDAY))
    assert {row.since for row in copies_of(desk, letter)} == {YESTERDAY}


def test_the_same_person_is_no_correction(desk: Desk, letter: int):
    person = factories.handed(desk, letter)
    command = correction(desk, letter, person)
    assert refusal(lambda: movement_corrections.correct_holder(desk, command)) == ["same_person"]


def test_a_copy_that_the_right_person_has_is_not_corrected_with_the_others(
    desk: Desk, letter: int, right: int
):
    first, second = ids(desk, letter)
    movement_corrections.correct_holder(desk, correction(desk, letter, right, copy_ids=(second,)))
    before = told(desk)
    both = correction(desk, letter, right)
    assert refusal(lambda: movement_corrections.correct_holder(desk, both)) == ["same_person"]
    assert told(desk) == before
    movement_corrections.correct_holder(desk, correction(desk, letter, right, copy_ids=(first,)))
    assert {row.holder_id for row in copies_of(desk, letter)} == {right}


def test_what_came_back_is_corrected_from_its_end(desk: Desk, letter: int, right: int):
    movements.take_back(desk, movements.TakeBack(copy_ids=ids(desk, letter), on=TODAY))
    before = told(desk)
    command = correction(desk, letter, right)
    assert refusal(lambda: movement_corrections.correct_holder(desk, command)) == ["not_a_receipt"] * 2
    assert told(desk) == before
    movement_corrections.undo(desk, UndoMovement(copy_ids=ids(desk, letter), mistake="не возвращён"))
    movement_corrections.correct_holder(desk, command)
    assert columns(desk, letter)[9:11] == (RIGHT, "")
    whole(desk)


def test_a_return_entered_by_mistake_leaves_the_copy_with_whom_it_was(desk: Desk, letter: int):
    person = factories.handed(desk, letter)
    movements.take_back(desk, movements.TakeBack(copy_ids=ids(desk, letter)[:1], on=TODAY, paper="принято"))
    movement_corrections.undo(desk, UndoMovement(copy_ids=ids(desk, letter)[:1], mistake="не тот документ"))
    first, second = copies_of(desk, letter)
    assert (first.holder_id, first.words) == (person, second.words) == (person, WRONG)
    line = columns(desk, letter)
    assert line[9:11] == (WRONG, "")
    assert (
        "экз. № 1: Исправлено 18.11.2026: запись «Ахметов Б.К., 18.11.2026, принято» внесена ошибочно"
        in line[13]
    )
    movements_told = item(desk, letter).copies[0].movements
    assert [one.mistaken for one in movements_told] == [False, True], "what stands again is not told twice"
    whole(desk)


def test_a_receipt_that_never_was_leaves_the_copy_with_the_service(desk: Desk, letter: int, right: int):
    movement_corrections.undo(desk, UndoMovement(copy_ids=ids(desk, letter), mistake="не выдавался"))
    assert {row.where for row in copies_of(desk, letter)} == {Where.SERVICE}
    assert columns(desk, letter)[9:11] == ("", "")
    assert "внесена ошибочно" in columns(desk, letter)[13]
    assert not rows(desk, [letter])[0].person
    before = told(desk)
    again = UndoMovement(copy_ids=ids(desk, letter), mistake="ещё раз")
    assert refusal(lambda: movement_corrections.undo(desk, again)) == ["nothing_moved"] * 2
    assert told(desk) == before
    factories.handed(desk, letter)  # it can go out again
    assert columns(desk, letter)[9] == WRONG
    whole(desk)


def test_what_has_not_moved_has_nothing_to_correct(desk: Desk, letter: int):
    command = UndoMovement(copy_ids=ids(desk, letter), mistake="ошибка")
    assert refusal(lambda: movement_corrections.undo(desk, command)) == ["nothing_moved"] * 2


def test_a_movement_without_a_reason_is_not_taken_out(desk: Desk, letter: int, right: int):
    before = told(desk)
    command = UndoMovement(copy_ids=ids(desk, letter), mistake=" ")
    assert refusal(lambda: movement_corrections.undo(desk, command)) == ["reason_needed"]
    assert told(desk) == before


def test_a_movement_that_rests_on_a_paper_stays(desk: Desk, letter: int):
    from dspdesk.models import Copy, Movement

    with desk.transaction("test:copy:filed") as step:
        for key in ids(desk, letter):
            filed = Movement(
                copy_id=key,
                kind="filing",
                happened_on=TODAY,
                as_written="01-12",
                recorded_at=step.at,
                recorded_by=1,
            )
            step.session.add(filed)
            step.session.flush()
            step.session.get_one(Copy, key).whereabouts_id = filed.id
    command = UndoMovement(copy_ids=ids(desk, letter), mistake="ошибка")
    with pytest.raises(Refused) as refused:
        movement_corrections.undo(desk, command)
    assert {one.code for one in refused.value.findings} == {"movement_stays"}


def test_a_name_that_a_register_brought_in_says_wrongly_is_corrected(desk: Desk, letter: int):
    as_written(desk, letter, "Ким А.В.")
    person = factories.employee(desk, "Сейтқали Г.М.")
    factories.admitted(desk, letter, person)
    first = ids(desk, letter)[:1]
    movement_corrections.correct_holder(desk, correction(desk, letter, person, copy_ids=first))
    assert copies_of(desk, letter)[0].holder_id == person
    assert "вместо «Ким А.В.»" in columns(desk, letter)[13]


def test_the_note_says_when_the_wrong_words_are_on_paper(desk: Desk, letter: int, right: int):
    _printed(desk, letter)
    later = replace(desk, clock=lambda: factories.NOW + dt.timedelta(hours=1))
    movement_corrections.correct_holder(later, correction(desk, letter, right))
    assert "(прежняя запись напечатана)" in columns(desk, letter)[13]


def test_the_note_says_nothing_of_paper_where_there_is_none(desk: Desk, letter: int, right: int):
    movement_corrections.correct_holder(desk, correction(desk, letter, right))
    _printed(desk, letter)  # with the right words
    assert "напечатана" not in columns(desk, letter)[13]


def _printed(desk: Desk, letter: int) -> None:
    subject = f"journal:{item(desk, letter).journal.id}"
    with desk.transaction("test:journal:printed") as step:
        printout = Printout(
            paper="registration_journal", subject=subject, language="ru", made_at=step.at, made_by=1, sheets=1,
            pdf_hash=None,
        )  # fmt: skip
        step.session.add(printout)
        step.session.flush()
        names = {column.name for column in PrintedLine.__table__.columns}
        extra = {
            name: value for name, value in {"above": 0, "text": "", "noted": ""}.items() if name in names
        }
        line = PrintedLine(
            printout_id=printout.id, paper=printout.paper, subject=subject, language="ru", series=1,
            key=f"item:{letter}", sheet=1, below=100, **extra,
        )  # fmt: skip
        step.session.add(line)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"kind": "receipt", "corrects": "other"}, "corrects no earlier movement of its copy"),
        ({"kind": "return", "employee_id": 1}, "its kind does not lead there"),
        ({"kind": "storing"}, "its kind does not lead there"),
        ({"kind": "submission"}, "its kind does not lead there"),
        ({"kind": "receipt", "correspondent_id": 1}, "its kind does not lead there"),
        ({"kind": "sending", "employee_id": 1}, "its kind does not lead there"),
        ({"kind": "receipt", "employee_id": 1}, ""),
        ({"kind": "sending", "correspondent_id": 1}, ""),
    ],
)
def test_verification_sees_a_movement_that_cannot_be(desk: Desk, letter: int, right: int, fields, wrong: str):
    from dspdesk.models import Copy, Movement

    first, second = ids(desk, letter)
    with desk.transaction("test:movement:made") as step:
        other = step.session.get_one(Copy, second).whereabouts_id
        corrects = {"corrects_id": other} if fields.get("corrects") else {}
        plain = {name: value for name, value in fields.items() if name != "corrects"}
        made = Movement(
            copy_id=first, happened_on=TODAY, as_written="Ахметов", recorded_at=step.at, recorded_by=1,
            **plain, **corrects,
        )  # fmt: skip
        step.session.add(made)
        step.session.flush()
        step.session.get_one(Copy, first).whereabouts_id = made.id
        movements.find_by_words(step, letter)
    with desk.reading() as connection:
        assert verify(connection) == ([f"movement {made.id}: {wrong}"] if wrong else [])


@pytest.mark.parametrize(
    ("kind", "column", "state"), [("sending", 9, "registered"), ("sending_back", 10, "sent_back")]
)
def test_what_is_sent_stands_in_its_column(desk: Desk, letter: int, kind: str, column: int, state: str):
    from dspdesk.law.kinds import MovementKind
    from dspdesk.law.whereabouts import Destination
    from dspdesk.procedures.movements import Move, write
    from dspdesk.queries import filters, journal_grid
    from dspdesk.queries.today import today as page

    with desk.transaction("test:copies:sent") as step:
        move = Move(
            kind=MovementKind(kind), on=TODAY, words="МФ РК, письмо № 5", to=Destination(correspondent_id=1)
        )
        write(desk, step, ids(desk, letter), move)
    assert columns(desk, letter)[column] == "МФ РК, письмо № 5"
    assert {row.where for row in copies_of(desk, letter)} == {Where.CORRESPONDENT}
    assert (item(desk, letter).state, rows(desk, [letter])[0].state) == (state, state)
    journal = item(desk, letter).journal.id
    name = {"registered": "зарегистр", "sent_back": "возвращ"}[state]
    found = journal_grid.ids(desk, journal_grid.View(journal, filters=(("state", name),)))
    assert letter in found
    assert filters.STATE_NAMES[state]
    page(desk)
    whole(desk)
