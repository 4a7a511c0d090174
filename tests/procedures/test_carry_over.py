"""Carrying documents over: registered anew, linked both ways, no copy in two places, never twice."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.carry_over import Ground
from dspdesk.law.kinds import ItemState, JournalKind, MovementKind, Role
from dspdesk.models import Copy, Movement
from dspdesk.procedures import carry_over as procedures
from dspdesk.procedures import handover_sheet, registration
from dspdesk.procedures.carry_over import Carried, CarryOver
from dspdesk.procedures.handover_sheet import Handing, MakeSheets, StrikeLines
from dspdesk.procedures.movements import HandOver, hand_over
from dspdesk.procedures.printing import PaperRequest, preview
from dspdesk.procedures.registration import Annul, Correct
from dspdesk.queries import carry_over as queries
from dspdesk.queries import handover, journal_closing, journal_grid, journal_lines
from dspdesk.queries.item import ItemDetails, item
from dspdesk.queries.journal_grid import View
from dspdesk.queries.journals import journal
from dspdesk.queries.search import search
from dspdesk.queries.today import today
from dspdesk.queries.whereabouts import copies_of
from tests import factories
from tests.procedures.closing_years import JANUARY, closed, in_january, on_day, refusal
from tests.reports.reading import pages

DAY = dt.date(2026, 11, 18)


@pytest.fixture
def january(empty_desk: Desk) -> Iterator[Desk]:
    """January; of last year's incoming documents 1 is on control and with somebody, 2 lies in no case, 3 is filed."""
    on_control = factories.registered(
        empty_desk, date=DAY, control="К", due_on=dt.date(2027, 2, 1), executor="Ахметов Б.К.", copies=(1, 2)
    )
    _received(empty_desk, on_control.id, "Ахметов Б.К. 18.11.2026")
    factories.registered(empty_desk, date=DAY, their_number="")
    filed = replace(factories.registration_of(date=DAY, control="К"), filed_as="01-05, л. 1–4")
    registration.register(empty_desk, filed)
    opened = in_january(empty_desk)
    yield opened
    opened.close()


def _received(desk: Desk, item_id: int, words: str) -> None:
    """The first copy of an item is given to somebody."""
    with desk.transaction("test:copy:given") as step:
        copy = step.session.query(Copy).filter_by(item_id=item_id, number=1).one()
        movement = Movement(
            copy_id=copy.id,
            kind="receipt",
            happened_on=DAY,
            as_written=words,
            recorded_at=step.at,
            recorded_by=1,
        )
        step.session.add(movement)
        step.session.flush()
        copy.whereabouts_id = movement.id


def carried(desk: Desk, *ids: int, year: int = 2027) -> list[Carried]:
    return procedures.carry_over(desk, CarryOver(item_ids=ids, year=year))


def test_the_copies_of_an_entry_carried_over_are_corrected_in_the_new_one(january: Desk) -> None:
    (done,) = carried(january, 1)
    before = entry(january, done.from_id).entry
    for copies in ((1,), (3,), (1, 2, 3)):
        command = Correct(item_id=done.from_id, entry=replace(before, copies=copies), reason="описка")
        assert refusal(lambda: registration.correct(january, command)) == ["copies_carried_over"]  # noqa: B023
    for key, changes in ((done.from_id, {"summary": "иное"}), (done.to_id, {"copies": (1, 2, 3)})):
        wanted = replace(entry(january, key).entry, **changes)
        registration.correct(january, Correct(item_id=key, entry=wanted, reason="описка"))
    assert january.verify() == []


def entry(desk: Desk, item_id: int) -> ItemDetails:
    found = item(desk, item_id)
    assert found is not None
    return found


def test_a_document_is_registered_anew_with_all_that_is_known_of_it(january: Desk) -> None:
    (done,) = carried(january, 1)
    old, new = entry(january, done.from_id), entry(january, done.to_id)
    assert (new.journal.year, new.journal.kind, str(new.number)) == (2027, JournalKind.INCOMING, "1")
    assert new.entry == replace(old.entry, date=JANUARY.date())
    assert (new.state, old.state) == (ItemState.REGISTERED, ItemState.CARRIED_OVER)


def test_both_entries_name_each_other(january: Desk) -> None:
    (done,) = carried(january, 1)
    old, new = entry(january, done.from_id), entry(january, done.to_id)
    assert (old.links.carried_to.id, old.links.carried_from) == (new.id, None)
    assert (new.links.carried_from.id, new.links.carried_to) == (old.id, None)
    notes = dict(journal_lines.items(january, old.journal.id))[old.id]
    assert notes.carried_to.number == "1\N{NO-BREAK SPACE}ДСП"
    assert [hit.year for hit in search(january, "Перерегистрирован")] == [2026]
    assert {hit.year for hit in search(january, "1")} == {2026, 2027}


@pytest.mark.parametrize(
    ("language", "there", "back"),
    [
        ("ru", "Перерегистрирован № 1 ДСП от 11.01.2027", "Перерегистрация с № 1 ДСП от 18.11.2026"),
        ("kk", "Перерегистрирован № 1 ДСП от 11.01.2027", "Перерегистрация с № 1 ДСП от 18.11.2026"),
    ],
)
def test_journal_and_card_state_the_other_entry(january: Desk, language, there, back) -> None:
    (done,) = carried(january, 1)
    for item_id, words in ((done.from_id, there), (done.to_id, back)):
        card = PaperRequest(paper="registration_card", language=language, item_ids=(item_id,))
        whole = PaperRequest(
            paper="registration_journal", language=language, journal_id=entry(january, item_id).journal.id
        )
        for paper in (card, whole):
            found = "".join(pages(preview(january, paper))).replace("-", "").replace(" ", "")
            assert words.replace(" ", "") in found.replace("\N{NO-BREAK SPACE}", "")


def test_no_copy_is_in_two_places(january: Desk) -> None:
    (done,) = carried(january, 1)
    old, new = entry(january, done.from_id), entry(january, done.to_id)
    assert [copy.movements[-1].kind for copy in old.copies] == [MovementKind.CARRIED_OVER] * 2
    assert [copy.number for copy in new.copies] == [1, 2]
    assert [[move.as_written for move in copy.movements] for copy in new.copies] == [
        ["Ахметов Б.К. 18.11.2026"],
        [],
    ]
    assert january.verify() == []


def test_a_copy_destroyed_before_stays_with_the_old_entry(january: Desk) -> None:
    with january.transaction("test:copy:destroyed") as step:
        copy = step.session.query(Copy).filter_by(item_id=1, number=2).one()
        movement = Movement(
            copy_id=copy.id, kind="destruction", happened_on=DAY, as_written="Акт № 3", recorded_at=step.at,
            recorded_by=1,
        )  # fmt: skip
        step.session.add(movement)
        step.session.flush()
        copy.whereabouts_id = movement.id
    (done,) = carried(january, 1)
    assert entry(january, done.to_id).entry.copies == (1,)
    assert entry(january, 1).copies[1].movements[-1].kind is MovementKind.DESTRUCTION


def test_the_same_save_repeated_gives_the_same_number(january: Desk) -> None:
    first, again = carried(january, 1, 2), carried(january, 2, 1)
    assert [(done.from_id, done.to_id, str(done.number)) for done in again] == [
        (done.from_id, done.to_id, str(done.number)) for done in first
    ]
    assert [done.repeated for done in first + again] == [False, False, True, True]


def test_a_document_goes_on_from_year_to_year_and_each_time_once(january: Desk) -> None:
    (first,) = carried(january, 1)
    later = on_day(january, JANUARY.replace(year=2028))
    (second,) = carried(later, first.to_id, year=2028)
    middle = entry(later, first.to_id).links
    assert (middle.carried_from.id, middle.carried_to.id) == (1, second.to_id)
    assert refusal(lambda: carried(later, 1, year=2028)) == ["carried_over_already"]
    later.close()


def test_a_batch_is_carried_over_whole_or_not_at_all(january: Desk) -> None:
    assert refusal(lambda: carried(january, 1, 2, 3)) == ["filed_not_carried"]
    assert journal(january, JournalKind.INCOMING, 2027) is None
    assert entry(january, 1).state is ItemState.REGISTERED
    assert [done.from_id for done in carried(january, 2, 1)] == [1, 2]  # in the order of their numbers


def test_what_does_not_pass_is_refused(january: Desk) -> None:
    registration.annul(january, Annul(item_id=2, reason="записан дважды"))
    assert refusal(lambda: carried(january, 2)) == ["annulled_not_carried"]
    assert refusal(lambda: carried(january)) == ["nothing_to_carry"]
    assert refusal(lambda: carried(january, 1, year=2026)) == ["carry_over_not_now"]
    assert refusal(lambda: carried(january, 1)) == []


def test_in_december_nothing_is_carried_over_yet(january: Desk) -> None:
    december = on_day(january, factories.NOW.replace(month=12, day=30))
    assert refusal(lambda: carried(december, 1)) == ["carry_over_not_now"]
    december.close()


def test_documents_of_a_closed_journal_are_still_carried_over(january: Desk) -> None:
    closed(january, entry(january, 1).journal.id)
    (done,) = carried(january, 1)
    assert entry(january, done.to_id).journal.year == 2027
    assert january.verify() == []


def test_a_closed_journal_takes_none_of_them(january: Desk) -> None:
    factories.registered(january, year=2027, date=JANUARY.date(), their_date=DAY)
    closed(january, journal(january, JournalKind.INCOMING, 2027).id)
    assert refusal(lambda: carried(january, 1)) == ["journal_closed"]


def test_linked_numbers_are_corrected_not_annulled(january: Desk) -> None:
    (done,) = carried(january, 1)
    for item_id in (done.from_id, done.to_id):
        assert refusal(
            lambda item_id=item_id: registration.annul(january, Annul(item_id=item_id, reason="x"))
        ) == ["linked_not_annulled"]
    assert refusal(lambda: registration.annul(january, Annul(item_id=2, reason="x"))) == []


def test_each_entry_has_the_step_in_its_history(january: Desk) -> None:
    (done,) = carried(january, 1)
    assert entry(january, done.to_id).history[-1].tag == "registration:item:registered_anew"
    assert entry(january, done.from_id).history[-1].tag == "registration:item:carried_over"


def test_they_are_filtered_by_their_state_and_wait_no_more(january: Desk) -> None:
    carried(january, 1)
    journal_id = entry(january, 1).journal.id

    def shown(state: str) -> list[int]:
        return list(journal_grid.ids(january, View(journal_id, (("state", state),), descending=False)))

    assert shown("Перерегистрирован") == [1]
    assert shown("На контроле") == [3]
    assert shown("Зарегистрирован") == [2]
    waiting = [
        line.row.id for group in (today(january).overdue, today(january).this_week) for line in group.lines
    ]
    assert 1 not in waiting


def test_progress_is_told(january: Desk) -> None:
    told: list[tuple[int, int]] = []
    procedures.carry_over(january, CarryOver(item_ids=(1, 2), year=2027), lambda *said: told.append(said))
    assert told == [(1, 2), (2, 2)]


def test_a_copy_that_waits_for_a_signature_stays_until_it_is_settled(january: Desk) -> None:
    """Signed or struck out in the old year's register; half of a batch is not carried over without it."""
    sheet, lines = _waiting(january, 1)
    before = entry(january, 1), entry(january, 2)
    assert refusal(lambda: carried(january, 1, 2)) == ["copy_waits_on_sheet"]
    assert (entry(january, 1), entry(january, 2)) == before
    assert journal(january, JournalKind.INCOMING, 2027) is None
    handover_sheet.strike_lines(january, StrikeLines(sheet_id=sheet, lines=lines, reason="не пришёл"))
    assert [done.from_id for done in carried(january, 1, 2)] == [1, 2]


def test_the_same_save_repeated_is_not_held_up_by_a_copy_of_the_new_entry(january: Desk) -> None:
    (done,) = carried(january, 1)
    _waiting(january, done.to_id)
    assert [again.repeated for again in carried(january, 1)] == [True]


def _waiting(desk: Desk, item_id: int) -> tuple[int, tuple[int, ...]]:
    """The second copy of an entry is put on a hand-over sheet; the sheet and its lines."""
    person = factories.employee(desk, "Юнусов Р.А.")
    factories.admitted(desk, item_id, person)
    copy = copies_of(desk, item_id)[1].id
    handing = Handing(employee_id=person, copies=(copy,))
    (made,) = handover_sheet.make_sheets(
        desk, MakeSheets(dated=JANUARY.date(), handings=(handing,), form_id="f")
    )
    return made.id, tuple(line.id for line in handover.sheet(desk, made.id).lines)


def test_those_who_wait_are_found_on_control_first(january: Desk) -> None:
    factories.registered(january, journal=JournalKind.PUBLICATIONS, date=DAY)
    found = queries.candidates(january, 2026)
    assert [(row.id, row.ground) for row in found] == [(1, Ground.ON_CONTROL), (2, Ground.UNFILED)]
    assert (found[0].number, found[0].executor) == ("1\N{NO-BREAK SPACE}ДСП", "Ахметов Б.К.")
    assert len(queries.candidates(january, 2026, most=1)) == 1
    carried(january, 1, 2)
    assert queries.candidates(january, 2026) == []
    assert queries.carried(january, 2026) == 2
    assert journal_closing.year_page(january, 2026).unfinished == 0


def test_those_who_may_not_are_refused(january: Desk) -> None:
    january.person = replace(january.person, roles=frozenset({Role.ARCHIVIST}))
    for step in (lambda: carried(january, 1), lambda: queries.candidates(january, 2026)):
        assert refusal(step) == ["not_entrusted"]


def test_a_document_is_for_the_same_people_under_its_new_number(january: Desk) -> None:
    person = factories.employee(january, "Сейтқали Г.М.")
    factories.admitted(january, 2, person, on=DAY)
    (done,) = carried(january, 2)
    assert handover.first_for(january, done.to_id) == person
    assert {one.of.item_id for one in handover.for_person(january, person)} == {done.to_id}
    given = copies_of(january, done.to_id)[0].id
    command = HandOver(copy_ids=(given,), employee_id=person, on=january.today(), paper="расписка")
    hand_over(january, command)
    assert handover.first_for(january, done.to_id) is None
