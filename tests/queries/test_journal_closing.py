"""The store counts a journal as the law does, whatever numbers there are; and which year is spoken of when."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind, NumberState
from dspdesk.law.registration_journal import count, gaps
from dspdesk.law.values import RegistrationNumber
from dspdesk.models import Journal, Number
from dspdesk.queries import journal_closing
from tests import factories

NUMBERS = st.dictionaries(
    st.tuples(st.integers(1, 30), st.sampled_from(["", "а", "б"])),
    st.sampled_from(list(NumberState)),
    max_size=20,
)


@given(numbers=NUMBERS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_store_counts_as_the_law_does(empty_desk: Desk, numbers: Any) -> None:
    with empty_desk._writing.connect() as connection:  # numbers no procedure would make
        transaction = connection.begin()
        try:
            connection.exec_driver_sql(
                "INSERT INTO journal (id, kind, year, language, edition, opened_on) "
                "VALUES (77, 'incoming', 2030, 'ru', 'e', '2030-01-01')"
            )
            for (sequence, letter), state in numbers.items():
                connection.exec_driver_sql(
                    "INSERT INTO number (journal_id, sequence, letter, state, annulled_reason) "
                    "VALUES (77, ?, ?, ?, '')",
                    (sequence, letter, state.value),
                )
            found = journal_closing.counted(connection, 77)
            runs = journal_closing._gaps(connection, 77)
        finally:
            transaction.rollback()
    given_numbers = [(RegistrationNumber(*key), state) for key, state in numbers.items()]
    assert found == count(given_numbers)
    assert runs == gaps(number.sequence for number, _ in given_numbers)


def test_a_year_page_says_what_stands_open(desk: Desk) -> None:
    page = journal_closing.year_page(desk, 2026)
    (row,) = page.rows
    assert row.numbers == row.counted.registered > 40
    assert row.standing.on_control + row.standing.unfiled == row.numbers
    assert not page.closed
    assert journal_closing.year_page(desk, 2031).rows == ()
    assert not journal_closing.year_page(desk, 2031).closed
    assert journal_closing.years(desk) == [2026, 2025]


def test_reserved_and_incomplete_entries_are_counted(empty_desk: Desk) -> None:
    factories.registered(empty_desk, journal=JournalKind.OUTGOING, signatory="", signed_on=None)
    factories.registered(
        empty_desk,
        journal=JournalKind.OUTGOING,
        signatory="Ахметов Б.К.",
        signed_on=factories.TODAY,
        summary="",
    )
    (row,) = journal_closing.year_page(empty_desk, 2026).rows
    assert (list(row.standing.reserved), row.standing.incomplete) == (["1"], 1)
    assert (row.counted.registered, row.counted.reserved, row.numbers) == (1, 1, 2)


@pytest.mark.parametrize(
    ("today", "closed", "expected"),
    [
        (dt.date(2026, 11, 18), {2025}, None),
        (dt.date(2026, 11, 18), set(), 2025),  # last year was forgotten
        (dt.date(2026, 12, 1), {2025}, 2026),
        (dt.date(2027, 1, 3), {2025}, 2026),
        (dt.date(2027, 1, 3), {2025, 2026}, None),
        (dt.date(2030, 1, 3), set(), None),  # older years are on the page itself
    ],
)
def test_the_year_to_speak_of(desk: Desk, today, closed, expected) -> None:
    with desk.transaction("test:journal:closed") as step:
        for journal in step.session.query(Journal):
            journal.closed_on = today if journal.year in closed else None
    with desk.reading() as connection:
        assert journal_closing.year_to_close(connection, today) == expected


def test_the_page_begins_with_the_earliest_open_year(desk: Desk) -> None:
    assert journal_closing.proposed_year(desk) == 2025
    with desk.transaction("test:journal:closed") as step:
        for journal in step.session.query(Journal):
            journal.closed_on = factories.TODAY
        assert step.session.query(Number).count() == 60
    assert journal_closing.proposed_year(desk) == 2026
