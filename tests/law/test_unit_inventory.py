"""Inventories: the year a case counts for, proposed numbers, every rule with its negative control."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.language.catalogue import Language
from dspdesk.language.sentences import sentence
from dspdesk.law import case_transfer, retention
from dspdesk.law import unit_inventory as law
from dspdesk.law.case_transfer import HandedBack, ToTransfer, of_archive
from dspdesk.law.unit_inventory import InventoryKind, Period, ToList, Wanted

DAY = dt.date(2026, 11, 18)
WANTED = Wanted(kind=InventoryKind.UNIT, period=Period.LONG, year=2026, unit_id=7)
VOLUME = ToList(words="01-03, т. 2", unit_id=7, year=2026, period=retention.Period.LONG, closed=True)
GOES = ToTransfer(words="01-03, т. 2", period=retention.Period.LONG, closed_on=DAY, certified=True)


def test_a_carry_over_case_is_of_the_year_of_its_last_document():
    last = dt.date(2027, 2, 3)
    assert law.ended_in(2026, last, carry_over=True) == 2027
    assert law.ended_in(2026, last, carry_over=False) == 2026
    assert law.ended_in(2026, None, carry_over=True) == 2026


@pytest.mark.parametrize("period", Period)
def test_the_number_says_unit_period_and_year(period):
    ru, kk = (law.proposed_number(period, "07", 2025, language) for language in ("ru", "kk"))
    assert ru.startswith("07")
    assert ru.endswith("-25")
    assert ru != kk


def test_the_proposed_numbers_of_a_unit_differ():
    assert len({law.proposed_number(period, "07", 2025, "ru") for period in Period}) == len(Period)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"closed": False}, "listed_not_closed"),
        ({"unit_id": 8}, "listed_of_other_unit"),
        ({"year": 2025}, "listed_of_other_year"),
        ({"period": retention.Period.SHORT}, "listed_of_other_period"),
        ({"listed_on": "07в-26"}, "listed_already"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_each_rule_of_listing(changes, code, language):
    assert law.may_list(VOLUME, WANTED) == []
    (finding,) = law.may_list(replace(VOLUME, **changes), WANTED)
    assert finding.code == code
    assert sentence(code, finding.facts, language)


@pytest.mark.parametrize("period", Period)
@pytest.mark.parametrize("of", retention.Period)
def test_each_period_has_an_inventory_of_its_own(period, of):
    said = law.may_list(replace(VOLUME, period=of), replace(WANTED, period=period))
    assert (said == []) == (law.LISTED[period] is of)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"closed_on": None}, "transfer_not_closed"),
        ({"certified": False}, "transfer_not_certified"),
        ({"changed": True}, "transfer_certified_before"),
        ({"changed": True, "fits": False}, "transfer_certified_before"),
        ({"printed": False}, "transfer_sheet_unprinted"),
        ({"printed": False, "changed": True}, "transfer_certified_before"),
        ({"fits": False}, "transfer_sheets_differ"),
        ({"struck": True}, "transfer_struck"),
        ({"transferred_on": DAY}, "transferred_already"),
        ({"closed_on": DAY + dt.timedelta(1)}, "transferred_before_closed"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_each_rule_of_handing_over(changes, code, language):
    assert case_transfer.may_go(GOES, DAY) == []
    (finding,) = case_transfer.may_go(replace(GOES, **changes), DAY)
    assert finding.code == code
    assert sentence(code, finding.facts, language)


@pytest.mark.parametrize("period", retention.Period)
def test_a_certification_sheet_is_asked_where_paragraph_32_asks_it(period):
    said = case_transfer.may_go(replace(GOES, certified=False, period=period), DAY)
    assert bool(said) == (period is not retention.Period.SHORT)


@pytest.mark.parametrize("period", retention.Period)
def test_a_sheet_on_paper_is_asked_where_paragraph_32_asks_for_one(period):
    said = case_transfer.may_go(replace(GOES, printed=False, period=period), DAY)
    assert [one.code for one in said] == (
        [] if period is retention.Period.SHORT else ["transfer_sheet_unprinted"]
    )


@pytest.mark.parametrize(
    ("placed_on", "code"),
    [
        (None, None),
        (DAY, None),
        (DAY - dt.timedelta(1), None),
        (DAY + dt.timedelta(1), "transfer_put_before"),
    ],
)
def test_what_lies_elsewhere_since_a_later_day_is_not_put_away_before_it(placed_on, code):
    found = case_transfer.not_put_since("01-03, т. 1", "шкаф 7", placed_on, DAY)
    assert (found and found.code) == code
    assert found is None or (found.requirement, found.field) == ("W9", "place_id")


@pytest.mark.parametrize("language", Language)
def test_every_other_finding_has_its_sentence(language):
    found = [
        law.something_listed(()), law.numbered("", taken=False), law.numbered("2", taken=True),
        law.of_a_unit(InventoryKind.UNIT, None), law.of_a_unit(InventoryKind.CONSOLIDATED, 7),
        law.earlier_sections_done("2", [2025], []), law.earlier_sections_done("2", [], [2027]),
        law.still_draft("2", DAY), law.approval_stated(" "),
        law.approved_in_time("2", DAY, DAY - dt.timedelta(1), DAY),
        law.listed_by_unit(InventoryKind.CONSOLIDATED, "01-03", listed=False),
        case_transfer.two_people(1, 1), case_transfer.something_handed(()),
        case_transfer.of_approved(InventoryKind.UNIT, "2", None),
        case_transfer.of_approved(InventoryKind.CONSOLIDATED, "2", DAY),
        case_transfer.in_time("2", DAY, DAY - dt.timedelta(1), DAY),
        case_transfer.archive_accepts("Ким А.В.", DAY, works_there=False),
        *case_transfer.never_handed([], " "),
        *case_transfer.never_handed([HandedBack(words="01-03", standing=False)], "ошибка"),
        *law.may_strike("01-03", struck=True, transferred=True, consolidated="2", reason=""),
    ]  # fmt: skip
    for finding in found:
        assert sentence(finding.code, finding.facts, language)


def test_what_is_in_order_has_nothing_said_against_it():
    nothing = [
        law.something_listed((1,)), law.numbered("2", taken=False), law.of_a_unit(InventoryKind.UNIT, 7),
        law.of_a_unit(InventoryKind.CONSOLIDATED, None), law.earlier_sections_done("2", [], []),
        law.still_draft("2", None), law.approval_stated("протокол"), law.approved_in_time("2", DAY, DAY, DAY),
        law.drawn_in_time(DAY, DAY), law.listed_by_unit(InventoryKind.UNIT, "01-03", listed=False),
        law.listed_by_unit(InventoryKind.CONSOLIDATED, "01-03", listed=True),
        case_transfer.two_people(1, 2), case_transfer.something_handed((1,)),
        case_transfer.of_approved(InventoryKind.UNIT, "2", DAY), case_transfer.in_time("2", DAY, DAY, DAY),
        case_transfer.in_time("2", None, DAY, DAY),
        case_transfer.archive_accepts("Ким А.В.", DAY, works_there=True),
    ]  # fmt: skip
    assert case_transfer.never_handed([HandedBack(words="01-03", standing=True)], "ошибка") == []
    assert nothing == [None] * len(nothing)
    assert law.may_strike("01-03", struck=False, transferred=False, consolidated="", reason="ошибка") == []
    assert law.drawn_in_time(DAY + dt.timedelta(1), DAY).code == "moved_ahead"
    assert case_transfer.in_time("2", DAY, DAY + dt.timedelta(1), DAY).code == "moved_ahead"
    assert law.approved_in_time("2", DAY, DAY + dt.timedelta(1), DAY).code == "moved_ahead"


@pytest.mark.parametrize(
    ("names", "of_one"),
    [
        (("мұрағатшы", "архивист"), True),
        (("басшы", "заведующий Архивом"), True),
        (("маман", "специалист", "Мұрағат бөлімі"), True),
        (("маман", "специалист", "", ""), False),
        ((), False),
    ],
)
def test_a_position_of_the_archive_is_known_by_its_name(names, of_one):
    assert of_archive(*names) is of_one
