"""Journals are opened by their first entry, one for each flow and year, and number what they hold."""

import datetime as dt

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind
from dspdesk.models import Journal
from dspdesk.procedures import journals, registration
from dspdesk.procedures.registration import Annul
from dspdesk.queries.journals import journals as all_journals
from tests import factories


def test_the_first_entry_opens_the_journal_and_the_next_finds_it(empty_desk: Desk) -> None:
    with empty_desk.reading() as connection:
        assert journals.found(connection, JournalKind.INCOMING, 2026) is None
    first, second = factories.registered(empty_desk), factories.registered(empty_desk)
    assert first.journal_id == second.journal_id
    (opened,) = all_journals(empty_desk)
    assert (opened.id, opened.kind, opened.year) == (first.journal_id, JournalKind.INCOMING, 2026)
    with empty_desk.reading() as connection:
        assert journals.found(connection, JournalKind.INCOMING, 2026) == opened.id


def test_each_flow_and_each_year_is_numbered_from_one(empty_desk: Desk) -> None:
    for kind in JournalKind:
        assert str(factories.registered(empty_desk, journal=kind).number) == "1"
    last_year = {"year": 2025, "date": dt.date(2025, 12, 30), "their_date": None}
    assert str(factories.registered(empty_desk, **last_year).number) == "1"
    assert str(factories.registered(empty_desk).number) == "2"
    assert len(all_journals(empty_desk)) == 5


def test_a_journal_remembers_its_language_and_edition(empty_desk: Desk) -> None:
    import dataclasses

    command = dataclasses.replace(factories.registration_of(), language="kk")
    registration.register(empty_desk, command)
    factories.registered(empty_desk)  # a later entry in Russian changes nothing
    with empty_desk.transaction("test:journal:read") as step:
        opened = step.session.get_one(Journal, 1)
        assert (opened.language, opened.edition, opened.closed_on) == ("kk", empty_desk.edition.id, None)
        assert opened.opened_on == factories.TODAY


def test_the_highest_number_counts_annulled_and_reserved_ones(empty_desk: Desk) -> None:
    outgoing = [factories.registered(empty_desk, journal=JournalKind.OUTGOING) for _ in range(3)]
    registration.annul(empty_desk, Annul(item_id=outgoing[2].id, reason="ошибка"))
    with empty_desk.reading() as connection:
        assert journals.highest(connection, outgoing[0].journal_id) == 3
        assert journals.highest(connection, 987_654) == 0
    assert str(factories.registered(empty_desk, journal=JournalKind.OUTGOING).number) == "4"


def test_a_closed_journal_takes_no_new_entry(empty_desk: Desk) -> None:
    first = factories.registered(empty_desk)
    with empty_desk.transaction("test:journal:closed") as step:
        step.session.get_one(Journal, first.journal_id).closed_on = factories.TODAY
    with pytest.raises(Refused) as refused:
        factories.registered(empty_desk)
    assert [finding.code for finding in refused.value.findings] == ["journal_closed"]
    assert all_journals(empty_desk)[0].closed
    assert empty_desk.verify() == []


def test_a_refused_first_entry_opens_no_journal(empty_desk: Desk) -> None:
    with pytest.raises(Refused):
        factories.registered(empty_desk, copies=())
    assert all_journals(empty_desk) == []
