"""The lists as they are asked for: as of a day, counted, and what waits."""

import datetime as dt

import pytest

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind, NumberState
from dspdesk.law.restricted_list import Criterion, Designation, EntryWords, Order
from dspdesk.procedures import entries as writing
from dspdesk.procedures import journals, registration, restricted_list
from dspdesk.queries.designations import basis, documents
from dspdesk.queries.item import item
from dspdesk.queries.restricted_list import criterion_words, entries, lists, point_key
from dspdesk.queries.today import today
from tests import factories
from tests.factories import TODAY

SIGNED = {"executor": "Ким А.В.", "signatory": "Ахметов Б.К.", "signed_on": TODAY}


@pytest.fixture
def listed(empty_desk: Desk) -> Desk:
    factories.listed(empty_desk)
    return empty_desk


def own(desk: Desk, designation: Designation, **changes: object) -> int:
    wanted = {"journal": JournalKind.OUTGOING, "designation": designation} | SIGNED | changes
    return factories.registered(desk, **wanted).id


def waiting(desk: Desk) -> dict[str, int]:
    return {one.title: one.total for one in today(desk).waiting}


@pytest.mark.parametrize(
    ("points", "sorted_"),
    [
        (["1.10", "1.2", "2", "1"], ["1", "1.2", "1.10", "2"]),
        (["1.а", "1.1", "п. 3"], ["1.1", "1.а", "п. 3"]),
        (["10", "9", "9.1"], ["9", "9.1", "10"]),
    ],
)
def test_points_stand_in_the_order_of_their_numbers(points, sorted_):
    assert sorted(points, key=point_key) == sorted_


def test_what_was_in_force_on_a_day_is_known(listed: Desk):
    later = TODAY + dt.timedelta(days=10)
    order = restricted_list.AmendList(
        list_id=1, order=Order("44", TODAY, later), ended=(1,), added=(EntryWords("1.4", "жаңа"),)
    )
    restricted_list.amend(listed, order)
    found = {
        day: [row.point for row in entries(listed, day)]
        for day in (dt.date(2025, 1, 8), dt.date(2025, 1, 9), later - dt.timedelta(days=1), later)
    }
    assert list(found.values()) == [
        [], ["1.1", "1.2", "1.10"], ["1.1", "1.2", "1.10"], ["1.2", "1.4", "1.10"],
    ]  # fmt: skip
    assert len(entries(listed)) == 4
    assert lists(listed)[0].entries == 3  # today


def test_an_entry_named_in_one_language_is_shown_in_both(listed: Desk):
    order = restricted_list.AmendList(
        list_id=1, order=Order("44", TODAY), added=(EntryWords("2", "", "о сметах"),)
    )
    restricted_list.amend(listed, order)
    row = next(row for row in entries(listed) if row.point == "2")
    assert (row.text("kk"), row.text("ru")) == ("о сметах", "о сметах")


def test_the_words_of_a_criterion_are_those_of_the_law():
    assert criterion_words(Criterion.CONFIDED, "ru").startswith(
        "3) сведения, переданные государственному органу"
    )
    assert criterion_words(Criterion.CONFIDED, "kk").startswith("3) мемлекеттік органға")


def test_documents_of_an_entry_are_those_that_stand(listed: Desk):
    kept, annulled = own(listed, Designation.by_entry(1)), own(listed, Designation.by_entry(1))
    moved = own(listed, Designation.by_entry(1))
    registration.annul(listed, registration.Annul(item_id=annulled, reason="не отправлено"))
    entry = item(listed, moved).entry
    change = registration.Correct(
        item_id=moved, entry=entry, reason="другой пункт", designation=Designation.by_entry(2)
    )
    registration.correct(listed, change)
    assert [line.id for line in documents(listed, 1)] == [kept]
    assert [row.documents for row in entries(listed)] == [1, 1, 0]


def test_the_details_of_an_entry_of_the_journal_say_what_its_mark_rests_on(listed: Desk):
    done = own(listed, Designation.by_entry(2))
    assert item(listed, done).basis == basis(listed, done)
    assert item(listed, factories.registered(listed).id).basis is None


def test_a_document_registered_before_there_were_lists_waits_for_its_basis(listed: Desk):
    own(listed, Designation.by_entry(1))
    assert waiting(listed) == {}
    key = _without_basis(listed, JournalKind.INTERNAL, "f1")
    _without_basis(listed, JournalKind.INCOMING, "f2")
    _without_basis(listed, JournalKind.OUTGOING, "0123456789abcdef:7")  # brought in from a sheet: history
    (found,) = today(listed).waiting
    assert (found.title, found.total) == ("Own documents without a basis of the mark", 1)
    assert (found.lines[0].place, found.lines[0].row) == ("item", key)
    assert found.lines[0].words.startswith("№\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}ДСП")


def _without_basis(desk: Desk, kind: JournalKind, form_id: str) -> int:
    with desk.transaction("test:item:entered") as step:
        journal = journals.opened(desk, step, kind, TODAY.year, "ru")
        wanted = factories.entry(**SIGNED)
        number = writing.give_number(step, journal, wanted, NumberState.ISSUED)
        writing.enter(desk, step, journal, number, wanted, form_id)
    return number.id
