"""Entries are linked and links taken back on a real store; replies are proposed from "In reply to No."."""

import pytest

from dspdesk.desk import Desk
from dspdesk.law import relations as law
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind
from dspdesk.law.relations import Side
from dspdesk.procedures.carry_over import CarryOver, carry_over
from dspdesk.procedures.misplacement import PutInRightJournal, put_in_right_journal
from dspdesk.procedures.registration import Annul, annul
from dspdesk.procedures.relations import Relate, TakeBack, relate, take_back
from dspdesk.queries import cases, item, relations
from tests import factories
from tests.factories import TODAY
from tests.procedures.closing_years import in_january


def codes(told: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [finding.code for finding in told.value.findings]


@pytest.fixture
def incoming(empty_desk: Desk) -> int:
    return factories.registered(empty_desk).id


@pytest.fixture
def reply(empty_desk: Desk) -> int:
    return factories.registered(empty_desk, journal=JournalKind.OUTGOING, their_number="1дсп").id


def seen(desk: Desk, item_id: int) -> list[tuple[Side, int]]:
    return [(row.side, row.other.id) for row in relations.related(desk, item_id)]


@pytest.mark.parametrize("side", list(Side))
def test_a_link_is_seen_from_both_entries(empty_desk: Desk, incoming: int, reply: int, side: Side) -> None:
    relate(empty_desk, Relate(item_id=reply, other_id=incoming, side=side))
    assert seen(empty_desk, reply) == [(side, incoming)]
    assert seen(empty_desk, incoming) == [(law.side(side.kind, turned=not side.turned), reply)]
    for key in (incoming, reply):
        assert item.item(empty_desk, key).history[-1].tag == "registration:item:related"
    assert empty_desk.verify() == []


def test_a_link_says_the_other_entry_and_where_it_is_filed(
    empty_desk: Desk, incoming: int, reply: int
) -> None:
    relate(empty_desk, Relate(item_id=reply, other_id=incoming, side=Side.REPLY_TO))
    (row,) = relations.related(empty_desk, reply)
    assert (row.other.number, row.other.filed_in) == ("1\N{NO-BREAK SPACE}ДСП", "")
    factories.filed(empty_desk, factories.case_opened(empty_desk), incoming)
    (row,) = relations.related(empty_desk, reply)
    assert row.other.filed_in in {"01-03, т. 1", "01-03, 1-том"}


def test_what_is_not_linked_leaves_nothing(empty_desk: Desk, incoming: int, reply: int) -> None:
    relate(empty_desk, Relate(item_id=reply, other_id=incoming, side=Side.REPLY_TO))
    before = len(item.item(empty_desk, incoming).history)
    with pytest.raises(Refused) as told:
        relate(empty_desk, Relate(item_id=incoming, other_id=incoming, side=Side.SAME_SUBJECT))
    assert codes(told) == ["linked_to_itself"]
    for one, other, side in (
        (reply, incoming, Side.REPLY_TO),
        (incoming, reply, Side.ANSWERED_BY),
        (incoming, reply, Side.REPLY_TO),
    ):
        with pytest.raises(Refused) as told:
            relate(empty_desk, Relate(item_id=one, other_id=other, side=side))
        assert codes(told) == ["linked_already"]
    assert seen(empty_desk, incoming) == [(Side.ANSWERED_BY, reply)]
    assert len(item.item(empty_desk, incoming).history) == before


def test_an_annulled_number_is_not_linked(empty_desk: Desk, incoming: int, reply: int) -> None:
    annul(empty_desk, Annul(item_id=reply, reason="ошибка"))
    with pytest.raises(Refused) as told:
        relate(empty_desk, Relate(item_id=incoming, other_id=reply, side=Side.ANSWERED_BY))
    assert codes(told) == ["linked_to_annulled"]


def test_a_link_is_taken_back_with_a_reason_and_may_be_made_again(
    empty_desk: Desk, incoming: int, reply: int
) -> None:
    made = relate(empty_desk, Relate(item_id=reply, other_id=incoming, side=Side.REPLY_TO))
    with pytest.raises(Refused) as told:
        take_back(empty_desk, TakeBack(relation_id=made, reason=" "))
    assert codes(told) == ["reason_needed"]
    assert seen(empty_desk, reply) == [(Side.REPLY_TO, incoming)]
    for _twice in range(2):
        take_back(empty_desk, TakeBack(relation_id=made, reason="не тот документ"))
    assert seen(empty_desk, reply) == []
    assert item.item(empty_desk, incoming).history[-1].reason == "не тот документ"
    assert relate(empty_desk, Relate(item_id=reply, other_id=incoming, side=Side.SAME_SUBJECT)) != made
    assert empty_desk.verify() == []


def test_a_reply_is_proposed_from_both_sides_until_it_is_linked(
    empty_desk: Desk, incoming: int, reply: int
) -> None:
    (one,) = relations.proposed(empty_desk, reply)
    assert (one.side, one.other.id) == (Side.REPLY_TO, incoming)
    (other,) = relations.proposed(empty_desk, incoming)
    assert (other.side, other.other.id) == (Side.ANSWERED_BY, reply)
    relate(empty_desk, Relate(item_id=reply, other_id=incoming, side=Side.REPLY_TO))
    assert relations.proposed(empty_desk, reply) == relations.proposed(empty_desk, incoming) == ()


@pytest.mark.parametrize("named", ["", "11дсп", "5-1/1"])
def test_other_numbers_propose_nothing(empty_desk: Desk, incoming: int, named: str) -> None:
    other = factories.registered(empty_desk, journal=JournalKind.OUTGOING, their_number=named).id
    assert relations.proposed(empty_desk, other) == ()
    assert relations.proposed(empty_desk, incoming) == ()


def test_links_go_along_to_the_right_journal(empty_desk: Desk, incoming: int, reply: int) -> None:
    relate(empty_desk, Relate(item_id=reply, other_id=incoming, side=Side.REPLY_TO))
    moved = put_in_right_journal(
        empty_desk,
        PutInRightJournal(
            item_id=incoming,
            journal=JournalKind.INTERNAL,
            year=TODAY.year,
            entry=factories.entry(),
            form_id="moved",
            mistake="не тот журнал",
            reason="по указанию руководителя",
        ),
    ).id
    assert seen(empty_desk, moved) == [(Side.ANSWERED_BY, reply)]
    assert seen(empty_desk, incoming) == []
    assert empty_desk.verify() == []


def test_links_follow_a_document_carried_over_to_the_next_year(empty_desk: Desk, incoming: int) -> None:
    """On closing (paragraph 30, 2): it lies in the case, or apart, under whichever of its numbers."""
    signed = {"signatory": "Омаров Т.Е.", "signed_on": TODAY, "executor": "Ким А.В."}
    reply = factories.registered(empty_desk, journal=JournalKind.OUTGOING, **signed).id
    relate(empty_desk, Relate(item_id=reply, other_id=incoming, side=Side.REPLY_TO))
    opened = in_january(empty_desk)
    new = {
        key: carry_over(opened, CarryOver(item_ids=(key,), year=2027))[0].to_id for key in (incoming, reply)
    }
    volume = factories.case_opened(opened, year=2027)
    factories.filed(opened, volume, new[reply])
    case = cases.volume(opened, volume).row.case_id
    with opened.reading() as connection:
        (apart,) = relations.apart(connection, case)
    assert (apart.item_id, apart.side, apart.other.id) == (reply, Side.REPLY_TO, new[incoming])
    assert apart.other.filed_in == ""
    factories.filed(opened, volume, new[incoming])
    with opened.reading() as connection:
        assert relations.apart(connection, case) == []
    opened.close()


def test_closing_asks_for_links_by_indexes(empty_desk: Desk) -> None:
    with empty_desk.reading() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {relations._APART}", (1,))
        scanned = {said.split()[1] for row in rows if (said := row[3]).startswith("SCAN")}
    assert not scanned & {"relation", "filing", "copy", "number", "other", "item", "ours", "carry_over"}
