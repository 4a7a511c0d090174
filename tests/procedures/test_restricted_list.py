"""Lists, their orders and proposals on a real store: what each step leaves, and what it refuses."""

import datetime as dt
import json
import uuid
from collections.abc import Callable
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import Headship, Role
from dspdesk.law.restricted_list import Criterion, Decision, EntryWords, Order, OrderKind
from dspdesk.procedures import list_proposals, restricted_list
from dspdesk.procedures.list_proposals import Decide, ProposeSupplement, Supplement
from dspdesk.procedures.restricted_list import AmendList, ApproveList, Changed, CompleteOrder, CorrectEntry
from dspdesk.queries.restricted_list import EntryRow, entries, lists, orders, proposals
from tests import factories
from tests.factories import TODAY

YESTERDAY = TODAY - dt.timedelta(days=1)
ORDER = Order("44", TODAY)


def codes(refused: Refused) -> list[str]:
    return [finding.code for finding in refused.findings]


def held(desk: Desk) -> object:
    """All that a refused step must leave as it was."""
    with desk.reading() as connection:
        return [
            connection.exec_driver_sql(f"SELECT * FROM {table}").fetchall()
            for table in ("restricted_list", "list_order", "list_entry", "list_proposal", "ledger")
        ]


def refused(desk: Desk, does: Callable[[], object], *found: str) -> None:
    before = held(desk)
    with pytest.raises(Refused) as error:
        does()
    assert codes(error.value) == list(found)
    assert held(desk) == before


def points(desk: Desk, day: dt.date | None = TODAY) -> list[str]:
    return [row.point for row in entries(desk, day)]


def entry(desk: Desk, point: str) -> EntryRow:
    return next(row for row in entries(desk, TODAY) if row.point == point)


def amended(desk: Desk, **changes: object) -> int:
    (row,) = [one for one in lists(desk) if not one.departmental]
    return restricted_list.amend(desk, replace(AmendList(list_id=row.id, order=ORDER), **changes))


@pytest.fixture
def listed(empty_desk: Desk) -> Desk:
    """A desk with one list of three entries."""
    factories.listed(empty_desk)
    return empty_desk


# Approving


def test_a_list_is_entered_with_its_order_and_its_entries(listed: Desk):
    (row,) = lists(listed)
    assert (row.name("ru"), row.number, row.entries, row.valid_to) == (
        "Перечень сведений для служебного пользования", "17-нқ", 3, None,
    )  # fmt: skip
    assert points(listed) == ["1.1", "1.2", "1.10"]
    assert [(order.kind, order.brought) for order in orders(listed, row.id)] == [(OrderKind.APPROVAL, 3)]
    assert points(listed, dt.date(2024, 12, 31)) == []


def test_departmental_lists_stand_beside_that_of_the_body(listed: Desk):
    other = ApproveList(
        name_ru="Ведомственный перечень", departmental=True, order=Order("5", dt.date(2014, 3, 1)),
        entries=(EntryWords("1.1", "", "сведения об учёте"),),
    )  # fmt: skip
    restricted_list.approve(listed, other)
    assert [(row.departmental, row.entries) for row in lists(listed)] == [(False, 3), (True, 1)]
    assert points(listed) == ["1.1", "1.2", "1.10", "1.1"]
    assert points(listed, dt.date(2020, 1, 1)) == ["1.1"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"name_kk": "", "name_ru": ""}, ["list_name_needed"]),
        ({"order": Order("", TODAY)}, ["order_number_needed"]),
        ({"order": Order("1", TODAY + dt.timedelta(days=1))}, ["order_ahead"]),
        ({"order": Order("17-нқ", dt.date(2025, 1, 9))}, ["list_entered_already"]),
        ({"entries": (EntryWords("1", "", ""),)}, ["entry_words_needed"]),
        ({"entries": (EntryWords("1", "а"), EntryWords("1", "б"))}, ["point_twice"]),
    ],
)
def test_a_list_that_cannot_be(listed: Desk, changes: dict[str, object], found: list[str]):
    wanted = ApproveList(
        name_kk="Тізбе", name_ru="Перечень сведений для служебного пользования", order=Order("9", TODAY)
    )
    refused(listed, lambda: restricted_list.approve(listed, replace(wanted, **changes)), *found)
    restricted_list.approve(listed, wanted)


def test_a_grade_of_secrecy_in_an_entry_asks_for_a_reason(empty_desk: Desk):
    wanted = ApproveList(
        name_ru="Перечень", order=ORDER, entries=(EntryWords("1", "", "учёт документов «Секретно»"),)
    )
    with pytest.raises(NeedsReason):
        restricted_list.approve(empty_desk, wanted)
    assert lists(empty_desk) == []
    restricted_list.approve(empty_desk, replace(wanted, reason="слова приказа"))
    assert len(lists(empty_desk)) == 1


@pytest.mark.parametrize("role", [Role.LIBRARIAN, Role.ARCHIVIST, Role.INSPECTOR, Role.SECURITY_OFFICER])
def test_the_list_is_kept_by_the_documentation_service(listed: Desk, role: Role):
    other = replace(listed.person, roles=frozenset({role}))
    wanted = ApproveList(name_ru="Перечень", order=ORDER)
    refused(listed, lambda: restricted_list.approve(replace(listed, person=other), wanted), "not_entrusted")
    restricted_list.approve(listed, wanted)


# Amending


def test_one_order_adds_changes_and_ends(listed: Desk):
    one, two = entry(listed, "1.1"), entry(listed, "1.2")
    amended(
        listed,
        added=(EntryWords("1.11", "", "сведения о сметах", Criterion.CONFIDED),),
        changed=(Changed(entry_id=one.id, to=EntryWords("1.1", "", "сведения о проверках")),),
        ended=(two.id,),
        notes="по итогам года",
    )
    assert points(listed) == ["1.1", "1.10", "1.11"]
    assert points(listed, YESTERDAY) == ["1.1", "1.2", "1.10"]
    assert entry(listed, "1.1").text("ru") == "сведения о проверках"
    ended = next(row for row in entries(listed) if row.id == two.id)
    assert (ended.valid_to, ended.ended_number) == (YESTERDAY, "44")
    order = orders(listed, one.list_id)[0]
    assert (order.kind, order.brought, order.ended, order.notes) == (OrderKind.CHANGE, 2, 2, "по итогам года")


def test_an_order_that_only_adds_is_an_addition(listed: Desk):
    amended(listed, added=(EntryWords("2", "жаңа"),))
    assert orders(listed, 1)[0].kind is OrderKind.ADDITION


def test_what_an_order_says_may_hold_from_a_later_day(listed: Desk):
    later = TODAY + dt.timedelta(days=30)
    amended(listed, order=replace(ORDER, from_day=later), ended=(entry(listed, "1.1").id,))
    assert "1.1" in points(listed)
    assert "1.1" in points(listed, later - dt.timedelta(days=1))
    assert "1.1" not in points(listed, later)


def test_a_repealed_list_gives_no_entries_from_that_day_on(listed: Desk):
    amended(listed, repeals=True)
    assert points(listed) == []
    assert points(listed, YESTERDAY) == ["1.1", "1.2", "1.10"]
    (row,) = lists(listed)
    assert (row.valid_to, row.entries) == (YESTERDAY, 0)
    refused(
        listed,
        lambda: amended(listed, order=Order("45", TODAY), added=(EntryWords("3", "жаңа"),)),
        "list_repealed",
    )


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, ["order_does_nothing"]),
        ({"order": Order("", TODAY), "ended": (1,)}, ["order_number_needed"]),
        ({"order": Order("4", TODAY + dt.timedelta(days=1)), "ended": (1,)}, ["order_ahead"]),
        ({"order": Order("17-нқ", dt.date(2025, 1, 9)), "ended": (1,)},
         ["order_entered_already", "entry_ends_too_early"]),
        ({"order": Order("4", dt.date(2025, 1, 8)), "ended": (1,)},
         ["order_before_approval", "entry_ends_too_early"]),
        ({"order": Order("4", dt.date(2025, 1, 9)), "ended": (1,)}, ["entry_ends_too_early"]),
        ({"ended": (1, 1)}, ["entry_named_wrongly"]),
        ({"ended": (1,), "changed": (Changed(entry_id=1, to=EntryWords("7", "ә")),)}, ["entry_named_wrongly"]),
        ({"ended": (99,)}, ["entry_named_wrongly"]),
        ({"added": (EntryWords("1.1", "тағы"),)}, ["point_twice"]),
        ({"added": (EntryWords("", "тағы"),)}, ["entry_point_needed"]),
    ],
)  # fmt: skip
def test_an_order_that_cannot_be(listed: Desk, changes: dict[str, object], found: list[str]):
    refused(listed, lambda: amended(listed, **changes), *found)
    amended(listed, ended=(1,))


def test_an_entry_ends_once(listed: Desk):
    amended(listed, ended=(1,))
    refused(listed, lambda: amended(listed, order=Order("45", TODAY), ended=(1,)), "entry_ended_already")
    amended(listed, order=Order("45", TODAY), ended=(2,))


def test_a_point_that_was_ended_is_free_again(listed: Desk):
    amended(listed, ended=(1,), added=(EntryWords("1.1", "басқа"),))
    assert points(listed) == ["1.1", "1.2", "1.10"]


# Completing and correcting


def test_what_was_left_out_of_an_order_is_entered_later(listed: Desk):
    order = orders(listed, 1)[0]
    restricted_list.complete(listed, CompleteOrder(order_id=order.id, entries=(EntryWords("1.3", "үшінші"),)))
    assert points(listed, dt.date(2025, 1, 9)) == ["1.1", "1.2", "1.3", "1.10"]
    assert orders(listed, 1)[0].brought == 4
    again = CompleteOrder(order_id=order.id, entries=(EntryWords("1.3", "үшінші"),))
    refused(listed, lambda: restricted_list.complete(listed, again), "point_twice")
    refused(
        listed,
        lambda: restricted_list.complete(listed, CompleteOrder(order_id=order.id, entries=())),
        "order_does_nothing",
    )


def test_what_was_left_out_of_an_order_holds_from_the_day_on_which_it_ends_others(listed: Desk):
    later = TODAY + dt.timedelta(days=30)
    made = amended(listed, order=replace(ORDER, from_day=later), ended=(entry(listed, "1.1").id,))
    restricted_list.complete(listed, CompleteOrder(order_id=made, entries=(EntryWords("1.1", "жаңа"),)))
    assert [row.text_kk for row in entries(listed, TODAY) if row.point == "1.1"] != ["жаңа"]
    assert [row.text_kk for row in entries(listed, later) if row.point == "1.1"] == ["жаңа"]


def test_a_slip_in_an_entry_is_put_right_with_a_reason(listed: Desk):
    to = EntryWords("1.1", "", "сведения о результатах проверок и ревизий", Criterion.UNFINISHED_CHECKS)
    refused(
        listed,
        lambda: restricted_list.correct_entry(listed, CorrectEntry(entry_id=1, to=to, reason=" ")),
        "reason_needed",
    )
    restricted_list.correct_entry(listed, CorrectEntry(entry_id=1, to=to, reason="пропущено слово"))
    assert entry(listed, "1.1").text("kk") == "сведения о результатах проверок и ревизий"
    refused(
        listed,
        lambda: restricted_list.correct_entry(listed, CorrectEntry(entry_id=1, to=to, reason="ещё раз")),
        "nothing_changed",
    )
    refused(
        listed,
        lambda: restricted_list.correct_entry(
            listed, CorrectEntry(entry_id=1, to=replace(to, point="1.2"), reason="пункт")
        ),
        "point_twice",
    )


# Proposals


@pytest.fixture
def people(listed: Desk) -> dict[str, int]:
    """An executor, and the head of a unit since yesterday."""
    from dspdesk.procedures import units

    unit = units.enter_unit(listed, units.EnterUnit(name_kk="Талдау бөлімі", name_ru="Отдел анализа"))
    executor = factories.employee(listed, "Ким А.В.")
    head = factories.employee(listed, "Сейтқали Г.М.")
    factories.appointed(listed, head, unit_id=unit, heads=Headship.UNIT, valid_from=YESTERDAY)
    return {"executor": executor, "head": head}


def proposed(desk: Desk, people: dict[str, int], **changes: object) -> int:
    wanted = ProposeSupplement(
        information="сведения о графике проверок",
        reasons="могут быть использованы в ущерб",
        executor_id=people["executor"],
        head_id=people["head"],
        proposed_on=TODAY,
        form_id=uuid.uuid4().hex,
    )
    return list_proposals.propose(desk, replace(wanted, **changes))


SUPPLEMENT = Supplement(list_id=1, order=ORDER, entry=EntryWords("1.12", "", "сведения о графике проверок"))


def test_a_proposal_names_both_and_waits(listed: Desk, people: dict[str, int]):
    proposed(listed, people, form_id="once")
    proposed(listed, people, form_id="once")
    (row,) = proposals(listed)
    assert (row.executor("ru"), row.head("ru"), row.decision) == (
        "Ким А.В.", "Сейтқали Г.М.", Decision.PROPOSED,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"information": ""}, ["proposal_information_needed"]),
        ({"reasons": " "}, ["proposal_reasons_needed"]),
        ({"executor_id": None}, ["proposal_both_needed"]),
        ({"head_id": None}, ["proposal_both_needed"]),
        ({"proposed_on": None}, ["proposal_day_needed"]),
        ({"proposed_on": TODAY - dt.timedelta(days=2)}, ["proposer_heads_nothing"]),
        ({"proposed_on": TODAY + dt.timedelta(days=1)}, ["proposal_ahead"]),
    ],
)
def test_a_proposal_that_cannot_be(
    listed: Desk, people: dict[str, int], changes: dict[str, object], found: list[str]
):
    refused(listed, lambda: proposed(listed, people, **changes), *found)
    proposed(listed, people)


def test_an_executor_who_heads_nothing_does_not_propose_as_head(listed: Desk, people: dict[str, int]):
    refused(listed, lambda: proposed(listed, people, head_id=people["executor"]), "proposer_heads_nothing")


def test_whoever_acts_for_the_head_of_a_unit_proposes_too(listed: Desk, people: dict[str, int]):
    from dspdesk.procedures import units

    unit = units.enter_unit(
        listed, units.EnterUnit(name_kk="Заң басқармасы", name_ru="Юридическое управление")
    )
    factories.appointed(
        listed, people["executor"], unit_id=unit, heads=Headship.UNIT, acting=True, valid_from=TODAY
    )
    proposed(listed, people, head_id=people["executor"], executor_id=people["head"])
    assert len(proposals(listed)) == 1


def test_an_accepted_proposal_makes_the_entry_with_its_order(listed: Desk, people: dict[str, int]):
    made = list_proposals.decide(
        listed,
        Decide(proposal_id=proposed(listed, people), decided_on=TODAY, supplement=SUPPLEMENT),
    )
    (row,) = proposals(listed)
    assert (row.decision, row.entry_id, row.point, row.decided_on) == (Decision.ACCEPTED, made, "1.12", TODAY)
    assert entry(listed, "1.12").order_number == "44"
    assert orders(listed, 1)[0].kind is OrderKind.ADDITION


def test_a_declined_proposal_keeps_its_words_and_changes_no_list(listed: Desk, people: dict[str, int]):
    key = proposed(listed, people)
    list_proposals.decide(listed, Decide(proposal_id=key, decided_on=TODAY, words="охвачено пунктом 1.2"))
    (row,) = proposals(listed)
    assert (row.decision, row.decision_words, row.entry_id) == (
        Decision.DECLINED,
        "охвачено пунктом 1.2",
        None,
    )
    assert points(listed) == ["1.1", "1.2", "1.10"]
    refused(
        listed,
        lambda: list_proposals.decide(listed, Decide(proposal_id=key, decided_on=TODAY, words="ещё раз")),
        "proposal_decided_already",
    )


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"supplement": None}, ["decline_words_needed"]),
        ({"decided_on": None}, ["decision_day_needed"]),
        ({"decided_on": YESTERDAY}, ["decision_day_odd"]),
        ({"supplement": replace(SUPPLEMENT, order=Order("", TODAY))}, ["order_number_needed"]),
        ({"supplement": replace(SUPPLEMENT, entry=EntryWords("1.1", "тағы"))}, ["point_twice"]),
    ],
)
def test_a_decision_that_cannot_be(
    listed: Desk, people: dict[str, int], changes: dict[str, object], found: list[str]
):
    wanted = Decide(proposal_id=proposed(listed, people), decided_on=TODAY, supplement=SUPPLEMENT)
    refused(listed, lambda: list_proposals.decide(listed, replace(wanted, **changes)), *found)
    list_proposals.decide(listed, wanted)


# The ledger


def test_every_step_stands_in_the_ledger_under_its_subject(listed: Desk, people: dict[str, int]):
    amended(listed, ended=(1,))
    key = proposed(listed, people)
    list_proposals.decide(listed, Decide(proposal_id=key, decided_on=TODAY, words="нет"))
    with listed.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT tag, subject, body FROM ledger WHERE tag LIKE 'restricted_list:%' ORDER BY id"
        ).fetchall()
    assert [(tag, subject) for tag, subject, _ in rows] == [
        ("restricted_list:list:approved", "restricted_list:1"),
        ("restricted_list:list:amended", "restricted_list:1"),
        ("restricted_list:proposal:made", "list_proposal:1"),
        ("restricted_list:proposal:decided", "list_proposal:1"),
    ]
    assert {change[0] for change in json.loads(rows[1][2])["changes"]} == {"list_order", "list_entry"}
