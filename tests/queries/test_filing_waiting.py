"""Executed documents that wait to be filed: which they are, since when, and how they are found."""

import datetime as dt

import pytest

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures.movements import TakeBack, take_back
from dspdesk.queries import filing_waiting
from dspdesk.queries.filing_waiting import executed_not_filed
from dspdesk.queries.waiting_lists import WaitingList
from dspdesk.queries.whereabouts import copies_of
from tests import factories
from tests.factories import TODAY

SETTLED = TODAY + dt.timedelta(days=11)


def waiting(desk: Desk, day: dt.date = SETTLED, lines: int = 9) -> WaitingList:
    with desk.reading() as connection:
        found = executed_not_filed(desk, connection, day, lines)
    assert found is not None
    return found


def letter(desk: Desk, signed: dt.date = TODAY) -> int:
    own = {"journal": JournalKind.OUTGOING, "signatory": "Омаров Т.Е.", "executor": "Ким А.В."}
    return factories.registered(desk, signed_on=signed, **own).id


def returned(desk: Desk) -> int:
    back = factories.registered(desk, copies=(1,)).id
    factories.handed(desk, back, 1)
    take_back(desk, TakeBack(copy_ids=(copies_of(desk, back)[0].id,), on=TODAY))
    return back


def test_each_way_of_being_executed_is_found_and_filing_ends_it(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    named = factories.registered(empty_desk, case_index="01-03").id
    made = {named, letter(empty_desk), returned(empty_desk)}
    found = waiting(empty_desk)
    assert ({line.row for line in found.lines}, found.total, found.more) == (made, 3, False)
    assert {line.place for line in found.lines} == {"item"}
    factories.filed(empty_desk, volume, named)
    assert {line.row for line in waiting(empty_desk).lines} == made - {named}


def test_what_was_executed_in_the_last_ten_days_does_not_wait_yet(empty_desk: Desk) -> None:
    letter(empty_desk)
    assert waiting(empty_desk, TODAY).total == 0
    assert waiting(empty_desk, SETTLED - dt.timedelta(days=1)).total == 0
    assert waiting(empty_desk, SETTLED).total == 1


def test_what_is_not_executed_does_not_wait(empty_desk: Desk) -> None:
    factories.registered(empty_desk)  # nobody has worked on it
    out = factories.registered(empty_desk, case_index="01-03", copies=(1,)).id
    factories.handed(empty_desk, out, 1)
    held = factories.registered(empty_desk, case_index="01-03").id
    factories.resolution(empty_desk, held, due_on=TODAY)
    factories.registered(empty_desk, journal=JournalKind.PUBLICATIONS)
    assert waiting(empty_desk).total == 0
    factories.registered(empty_desk, case_index="01-03")
    assert waiting(empty_desk).total == 1


def test_the_oldest_stand_first_and_the_others_are_counted(empty_desk: Desk) -> None:
    days = [TODAY - dt.timedelta(days=back) for back in (3, 40, 20)]
    keys = [letter(empty_desk, day) for day in days]
    found = waiting(empty_desk, lines=2)
    assert [line.row for line in found.lines] == [keys[1], keys[2]]
    assert found.lines[0].right == f"{days[1]:%d.%m.%Y}"
    assert found.total == 3


def test_counting_stops_where_nobody_looks_any_more(
    empty_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _at in range(3):
        letter(empty_desk)
    monkeypatch.setattr(filing_waiting, "MOST", 2)
    assert (waiting(empty_desk).total, waiting(empty_desk).more) == (2, True)


def test_a_copy_promised_on_a_sheet_does_not_wait(empty_desk: Desk) -> None:
    """Of a document that lies in a case no further copy waits."""
    volume = factories.case_opened(empty_desk)
    several = factories.registered(empty_desk, case_index="01-03", copies=(1, 2)).id
    assert waiting(empty_desk).total == 1
    factories.filed(empty_desk, volume, several)
    assert waiting(empty_desk).total == 0


def test_it_is_found_among_what_is_at_hand(empty_desk: Desk) -> None:
    """At 100 000 documents the page of the day does not read all of them."""
    with empty_desk.reading() as connection:
        question = f"EXPLAIN QUERY PLAN {filing_waiting.QUESTION}"
        plan = [row[3] for row in connection.exec_driver_sql(question, filing_waiting.asked(TODAY))]
    few = {"SCAN at_hand", "SCAN executed", "SCAN copy USING INDEX ix_copy_never_moved"}
    assert {said for said in plan if said.startswith("SCAN")} <= few
    for index in ("ix_copy_never_moved", "ix_movement_at_hand"):
        assert any(index in said for said in plan), index
