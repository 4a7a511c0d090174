"""The Today page on a fixed day: what is overdue, due this week, to complete."""

import datetime as dt
from collections.abc import Callable

import pytest

from dspdesk.desk import Desk
from dspdesk.law.values import SheetCount
from dspdesk.procedures import registration
from dspdesk.procedures.registration import Annul
from dspdesk.queries.today import Group, status, today
from dspdesk.store import ledger
from dspdesk.store.unit_of_work import head
from tests import factories


def due(desk: Desk, days: int, **changes: object) -> str:
    """Register something due so many days from today; returns its number."""
    fields = {"control": "К", "due_on": factories.TODAY + dt.timedelta(days=days)} | changes
    return str(factories.registered(desk, **fields).number)


def numbers(group: Group) -> list[str]:
    return [str(line.row.number) for line in group.lines]


@pytest.mark.parametrize(
    ("days", "where"),
    [(-400, "overdue"), (-1, "overdue"), (0, "this_week"), (6, "this_week"), (7, ""), (400, "")],
)
def test_the_limits_of_the_week(empty_desk: Desk, days: int, where: str) -> None:
    number = due(empty_desk, days)
    page = today(empty_desk)
    found = {name: numbers(getattr(page, name)) for name in ("overdue", "this_week")}
    assert found == {name: [number] if name == where else [] for name in found}


@pytest.mark.parametrize(
    "done",
    [
        lambda desk: due(desk, -3, control=""),
        lambda desk: due(desk, -3, due_on=None),
        lambda desk: registration.annul(
            desk,
            Annul(item_id=factories.registered(desk, control="К", due_on=dt.date(2026, 1, 1)).id, reason="а"),
        ),
    ],
    ids=["not_on_control", "without_a_term", "annulled"],
)
def test_what_does_not_wait_is_not_named(empty_desk: Desk, done: Callable[[Desk], object]) -> None:
    done(empty_desk)
    page = today(empty_desk)
    assert (page.overdue, page.this_week) == (Group((), 0), Group((), 0))


def test_what_lies_in_a_case_waits_no_more(asked: Desk) -> None:
    page = today(asked)
    assert numbers(page.overdue) == ["1"]  # number 4 was due in March and has been filed
    assert numbers(page.this_week) == ["5"]
    assert numbers(page.incomplete) == ["1", "6", "5", "2"]


def test_the_longest_overdue_stands_first_and_the_rest_is_counted(empty_desk: Desk) -> None:
    for days in (-1, -9, -5, -7, -3):
        due(empty_desk, days)
    page = today(empty_desk, lines=3)
    assert (numbers(page.overdue), page.overdue.total) == (["2", "4", "3"], 5)


def test_what_is_to_complete_is_named_with_its_journal(empty_desk: Desk) -> None:
    factories.registered(empty_desk)
    factories.registered(empty_desk, sheets=SheetCount(), their_number="")
    (line,) = today(empty_desk).incomplete.lines
    assert (str(line.row.number), line.journal.year, line.row.incomplete) == ("2", 2026, True)


def test_the_year_is_counted_by_months(asked: Desk) -> None:
    assert today(asked).months == (1, 1, 0 + 2, 0, 0, 0, 0, 0, 0, 0, 2, 0)
    assert today(asked).day == factories.TODAY
    assert [(one.kind.value, one.year) for one in today(asked).journals] == [
        ("incoming", 2026), ("outgoing", 2026), ("incoming", 2025),
    ]  # fmt: skip


def test_an_empty_store_has_a_page_too(empty_desk: Desk) -> None:
    page = today(empty_desk)
    assert (page.overdue.total, page.this_week.total, page.incomplete.total) == (0, 0, 0)
    assert page.months == (0,) * 12
    assert page.recovery_sheet_missing
    assert page.last_backup is None


def test_the_status_line_names_the_last_entry_of_the_ledger(desk: Desk) -> None:
    before = status(desk)
    factories.registered(desk)
    after = status(desk)
    assert after.ledger_sequence == before.ledger_sequence + 1
    with desk.reading() as connection:
        assert after.ledger_code == ledger.code(*head(connection))
