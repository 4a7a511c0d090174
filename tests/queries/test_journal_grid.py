"""The grid of a journal: which entries in which order, and what stands in a row."""

import datetime as dt

import pytest

from dspdesk.desk import Desk
from dspdesk.law.kinds import ItemState, JournalKind
from dspdesk.law.values import SheetCount
from dspdesk.queries import journal_grid
from dspdesk.queries.journal_grid import View
from dspdesk.queries.journals import journal, journal_by_id, journals


@pytest.fixture(scope="module")
def incoming(asked: Desk) -> int:
    found = journal(asked, JournalKind.INCOMING, 2026)
    assert found is not None
    return found.id


def numbers(
    desk: Desk, journal_id: int, *typed: tuple[str, str], order: str = "number", descending: bool = False
) -> str:
    """The numbers of the entries shown, in their order."""
    found = journal_grid.ids(desk, View(journal_id, typed, order, descending))
    return " ".join(str(row.number) for row in journal_grid.rows(desk, found))


def test_all_entries_stand_there_with_the_newest_first(asked: Desk, incoming: int) -> None:
    ids = journal_grid.ids(asked, View(incoming))
    assert ids.typecode == "q"
    assert [str(row.number) for row in journal_grid.rows(asked, ids)] == ["6", "5", "4а", "4", "3", "2", "1"]
    assert journal_grid.total(asked, incoming) == 7


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("number", "1 2 3 4 4а 5 6"),
        ("date", "6 1 2 3 4 4а 5"),
        ("correspondent", "6 5 3 4 2 1 4а"),
        ("due_on", "4 1 5 2 3 4а 6"),
    ],
)
def test_each_order(asked: Desk, incoming: int, order: str, expected: str) -> None:
    assert numbers(asked, incoming, order=order) == expected


def test_an_order_turned_round_keeps_what_is_unknown_at_the_end(asked: Desk, incoming: int) -> None:
    assert numbers(asked, incoming, order="due_on", descending=True) == "5 1 4 6 4а 3 2"
    assert numbers(asked, incoming, order="date", descending=True) == "5 4а 4 3 2 1 6"


def row(desk: Desk, kind: JournalKind, year: int, number: str) -> journal_grid.GridRow:
    found = journal(desk, kind, year)
    assert found is not None
    rows = journal_grid.rows(desk, journal_grid.ids(desk, View(found.id)))
    return next(one for one in rows if str(one.number) == number)


def test_a_row_says_what_the_entry_does(asked: Desk) -> None:
    one = row(asked, JournalKind.INCOMING, 2026, "1")
    assert (one.correspondent, one.their_number, one.kind, one.summary) == (
        "Министерство финансов РК", "05-12/884дсп", "Письмо", "о бюджете",
    )  # fmt: skip
    assert (one.sheets, one.copies, one.executor, one.control) == (SheetCount(4, 11), (1, 3), "Ким А.В.", "К")
    assert (one.date, one.their_date, one.due_on) == (
        dt.date(2026, 1, 10), dt.date(2026, 1, 5), dt.date(2026, 11, 10),
    )  # fmt: skip
    assert (one.state, one.incomplete) == (ItemState.REGISTERED, False)


def test_a_row_names_who_holds_it_and_where_it_lies(asked: Desk) -> None:
    assert row(asked, JournalKind.INCOMING, 2025, "14").holder == "Ким А.В. 10.01.2025"
    destroyed = row(asked, JournalKind.INCOMING, 2025, "12")
    assert (destroyed.holder, destroyed.destruction) == ("", "Уничтожено. Акт № 3")
    assert row(asked, JournalKind.INCOMING, 2026, "4").filing == "01-05, л. 7–9"


@pytest.mark.parametrize(
    ("kind", "year", "number", "state"),
    [
        (JournalKind.INCOMING, 2026, "3", ItemState.ANNULLED),
        (JournalKind.INCOMING, 2026, "4", ItemState.IN_CASE),
        (JournalKind.INCOMING, 2025, "12", ItemState.DESTROYED),
        (JournalKind.INCOMING, 2025, "14", ItemState.REGISTERED),
        (JournalKind.OUTGOING, 2026, "1", ItemState.RESERVED),
    ],
)
def test_the_state_of_a_row(asked: Desk, kind: JournalKind, year: int, number: str, state: ItemState) -> None:
    assert row(asked, kind, year, number).state is state


def test_rows_come_in_the_order_asked_for_and_what_is_not_there_is_left_out(
    asked: Desk, incoming: int
) -> None:
    ids = list(journal_grid.ids(asked, View(incoming)))
    asked_for = [ids[3], 987_654, ids[0], ids[5]]
    assert [one.id for one in journal_grid.rows(asked, asked_for)] == [ids[3], ids[0], ids[5]]
    assert journal_grid.rows(asked, []) == []


def test_the_place_of_an_entry_is_its_place_among_the_ids(asked: Desk, incoming: int) -> None:
    for place, key in enumerate(journal_grid.ids(asked, View(incoming))):
        assert journal_grid.position(asked, key) == (incoming, place)
    assert journal_grid.position(asked, 987_654) is None


def test_a_journal_that_is_not_there_is_empty(asked: Desk) -> None:
    assert len(journal_grid.ids(asked, View(987_654))) == 0
    assert journal_grid.total(asked, 987_654) == 0


def test_journals_are_named_with_the_newest_first(asked: Desk) -> None:
    found = journals(asked)
    assert [(one.kind, one.year, one.language) for one in found] == [
        (JournalKind.INCOMING, 2026, "ru"), (JournalKind.OUTGOING, 2026, "ru"), (JournalKind.INCOMING, 2025, "ru"),
    ]  # fmt: skip
    assert journal_by_id(asked, found[0].id) == found[0]
    assert journal(asked, JournalKind.PUBLICATIONS, 2026) is None
