"""Where is it? (W5): by number, by label, by surname; the answer is the copies with where they are."""

import datetime as dt

import pytest

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.kinds import JournalKind, NumberState, PlaceKind
from dspdesk.law.whereabouts import Where
from dspdesk.procedures import movements, office, registration
from dspdesk.queries.where_is_it import NOTHING, By, find
from dspdesk.queries.whereabouts import copies_of
from tests import factories
from tests.factories import TODAY
from tests.procedures.test_movements import as_written, ids


@pytest.fixture
def letter(desk: Desk) -> int:
    """No. 46 of this year, with two copies; Akhmetov has the second."""
    done = factories.registered(desk, their_number="77-1/9034")
    factories.handed(desk, done.id, 2)
    return done.id


def found(desk: Desk, typed: str) -> list[tuple[int, int]]:
    """Entries and numbers of the copies found."""
    return [(one.item_id, one.copy.number) for one in find(desk, typed).copies]


@pytest.mark.parametrize("typed", ["46", "№ 46", "46 ДСП", "46дсп", "  46  "])
def test_a_number_leads_to_all_its_copies(desk: Desk, letter: int, typed: str):
    answer = find(desk, typed)
    assert (answer.by, answer.total) == (By.NUMBER, 2)
    first, second = answer.copies
    assert (first.item_id, first.number.replace("\N{NO-BREAK SPACE}", " "), first.year) == (
        letter,
        "46 ДСП",
        2026,
    )
    assert (first.kind, first.state) == (JournalKind.INCOMING, NumberState.ISSUED)
    assert (first.copy.where, second.copy.where, second.copy.held_by) == (
        Where.SERVICE, Where.PERSON, "Ахметова Б.К.",
    )  # fmt: skip
    assert (second.copy.since, second.receipt) == (TODAY, "расписка в журнале")


@pytest.mark.parametrize(
    "typed", ["46 экз. 2", "46ДСП экз 2", "46, экземпляр 2", "46 дана 2", "46 №2 дана", "46 2-дана"]
)
def test_a_copy_is_asked_for_by_its_number(desk: Desk, letter: int, typed: str):
    assert found(desk, typed) == [(letter, 2)]
    assert find(desk, typed).asked == copies_of(desk, letter)[1].id


def test_a_copy_there_is_not_leads_to_nothing_of_that_number(desk: Desk, letter: int):
    assert (letter, 9) not in found(desk, "46 экз. 9")


def test_the_number_of_a_sender_leads_there_too(desk: Desk, letter: int):
    assert found(desk, "77-1/9034") == [(letter, 1), (letter, 2)]


def test_the_same_number_of_several_years_begins_with_the_newest(desk: Desk):
    years = [one.year for one in find(desk, "7").copies]
    assert years == sorted(years, reverse=True)
    assert set(years) == {2025, 2026}


def test_a_surname_leads_to_what_the_person_has(desk: Desk, letter: int):
    answer = find(desk, "ахмет")
    assert (answer.by, answer.total, answer.names, answer.having) == (
        By.PERSON, 1, ("Ахметов Б.К.",), ("Ахметова Б.К.",),
    )  # fmt: skip
    assert found(desk, "Ахметов Б") == [(letter, 2)]
    movements.take_back(desk, movements.TakeBack(copy_ids=ids(desk, letter)[1:], on=TODAY))
    answer = find(desk, "ахмет")
    assert (answer.by, answer.total, answer.copies) == (By.PERSON, 0, ())


def test_a_surname_is_found_from_either_keyboard_and_answered_in_the_language(desk: Desk):
    done = factories.registered(desk)
    factories.handed(desk, done.id, name="Жүсіпқали Г.М.")
    use_language(Language.KK)
    answer = find(desk, "жусипкали")
    assert (answer.total, answer.having) == (2, ("Жүсіпқалида Г.М.",))


def test_who_stands_in_a_register_as_words_is_found_by_them(desk: Desk, letter: int):
    as_written(desk, letter, "Оспанова, 3 отдел")
    answer = find(desk, "оспан")
    assert (answer.by, answer.total, answer.names, answer.at_least) == (By.PERSON, 1, (), False)
    assert answer.copies[0].copy.where is Where.AS_WRITTEN


def test_a_label_leads_to_its_copy_among_the_others(desk: Desk, letter: int):
    second = copies_of(desk, letter)[1].id
    answer = find(desk, str(Code(Kind.COPY, second)))
    assert (answer.by, answer.asked, answer.total) == (By.NUMBER, second, 2)
    assert found(desk, str(Code(Kind.ITEM, letter))) == [(letter, 1), (letter, 2)]


def test_the_label_of_a_place_leads_to_what_lies_there(desk: Desk, letter: int):
    room = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.ROOM, name="Каб. 214"))
    movements.store(desk, movements.Store(copy_ids=ids(desk, letter)[:1], place_id=room, on=TODAY))
    answer = find(desk, str(Code(Kind.PLACE, room)))
    assert (answer.by, answer.names, answer.total) == (By.PLACE, ("Каб. 214",), 1)


def test_the_label_of_a_room_leads_to_what_lies_in_its_safes(desk: Desk, letter: int):
    room = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.ROOM, name="Каб. 214"))
    safe, other = (
        office.enter_place(desk, office.EnterPlace(kind=PlaceKind.SAFE, name=name, within_id=room))
        for name in ("Сейф 1", "Сейф 2")
    )
    shelf = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.SHELF, name="Полка 3", within_id=safe))
    movements.store(desk, movements.Store(copy_ids=ids(desk, letter)[:1], place_id=shelf, on=TODAY))
    answers = [find(desk, str(Code(Kind.PLACE, key))) for key in (room, safe, shelf, other)]
    assert [(one.names, one.total) for one in answers] == [
        (("Каб. 214",), 1),
        (("Каб. 214, Сейф 1",), 1),
        (("Каб. 214, Сейф 1, Полка 3",), 1),
        (("Каб. 214, Сейф 2",), 0),
    ]


def test_the_label_of_a_sheet_leads_to_its_copies(desk: Desk):
    sheet = factories.handover_sheet(desk)
    answer = find(desk, str(Code(Kind.SHEET, sheet)))
    assert (answer.by, answer.total) == (By.LABEL, 2)


def test_a_hand_over_sheet_is_the_receipt_by_its_number(desk: Desk):
    from dspdesk.procedures import handover_sheet as sheets

    sheet = factories.handover_sheet(desk)
    with desk.reading() as connection:
        lines = connection.exec_driver_sql(
            "SELECT id FROM handover_line WHERE sheet_id = ?", (sheet,)
        ).fetchall()
    sheets.mark_received(
        desk, sheets.MarkReceived(sheet_id=sheet, on=TODAY, lines=tuple(key for (key,) in lines))
    )
    assert {one.receipt for one in find(desk, "юнус").copies} == {"лист передачи № 1"}


def test_words_lead_to_documents_when_nobody_is_called_so(desk: Desk):
    answer = find(desk, "аудита")
    assert answer.by is By.WORDS
    assert answer.copies


def test_an_annulled_number_is_found_and_says_so(desk: Desk, letter: int):
    registration.annul(desk, registration.Annul(item_id=letter, reason="внесено дважды"))
    assert {one.state for one in find(desk, "46").copies} == {NumberState.ANNULLED}


def test_a_copy_struck_out_is_nowhere(desk: Desk):
    from dataclasses import replace

    from dspdesk.queries.item import item

    done = factories.registered(desk)
    entry = replace(item(desk, done.id).entry, copies=(1,))
    registration.correct(desk, registration.Correct(item_id=done.id, entry=entry, reason="ошибка"))
    assert [number for _, number in found(desk, "46")] == [1]


@pytest.mark.parametrize(
    "typed", ["", "   ", "хххххх", "98765", str(Code(Kind.COPY, 99_999)), str(Code(Kind.ACT, 1))]
)
def test_what_leads_nowhere(desk: Desk, typed: str):
    assert find(desk, typed) == NOTHING


def test_too_many_are_counted_and_the_newest_shown(desk: Desk):
    for _ in range(3):
        done = factories.registered(desk, date=TODAY - dt.timedelta(1))
        factories.handed(desk, done.id)
    answer = find(desk, "ахметов", most=4)
    assert (len(answer.copies), answer.total) == (4, 6)
    assert answer.copies[0].item_id == done.id
