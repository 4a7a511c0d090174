"""Lists of restricted information: each rule on both sides of its line."""

import datetime as dt

import pytest

from dspdesk.language.law_text import words
from dspdesk.law import restricted_list as law
from dspdesk.law.citations import cite
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind
from dspdesk.law.restricted_list import (
    Criterion,
    Decision,
    Designation,
    EntryTerm,
    EntryWords,
    Ground,
    Order,
    OrderKind,
)

DAY, NEXT = dt.date(2026, 11, 18), dt.date(2026, 11, 19)
ENTRY, OUTSIDE = Designation.by_entry(1), Designation.outside("приказ")


def codes(found: list[Finding]) -> list[str]:
    return [finding.code for finding in found]


def code(found: Finding | None) -> str:
    return found.code if found else ""


# Criteria


def test_there_are_the_seven_criteria_of_the_law_in_both_languages():
    assert [criterion.value for criterion in Criterion] == [1, 2, 3, 4, 5, 6, 7]
    for language in ("kk", "ru"):
        for criterion in Criterion:
            place = criterion.place
            said = words(place.act.value, place.paragraph, place.parts, place.subparagraph, language)
            lead, own = said.splitlines()
            assert own.startswith(f"{criterion.value}) ")
            assert lead.endswith(":")
    assert cite(Criterion.UNFINISHED_CHECKS.place, "ru") == "подпункт 6) пункта 7 Правил"


# What a document rests on


@pytest.mark.parametrize("kind", list(JournalKind))
@pytest.mark.parametrize("ready", [True, False])
@pytest.mark.parametrize("wanted", [ENTRY, OUTSIDE, Designation.by_proposal(1), None])
def test_only_a_signed_document_of_our_own_has_to_name_a_basis(kind, ready, wanted):
    found = law.basis_named(kind, wanted, ready=ready, list_in_force=True)
    asked = kind in OWN_DOCUMENTS and ready and wanted is None
    assert code(found) == ("basis_not_named" if asked else "")
    if found:
        assert (found.requirement, found.weight, found.field) == ("D7", Weight.WARN, "designation")


def test_without_any_list_in_force_the_way_out_is_another():
    found = law.basis_named(JournalKind.OUTGOING, None, ready=True, list_in_force=False)
    assert code(found) == "basis_without_list"
    assert {code(found), "basis_not_named"} == law.WITHOUT_BASIS


@pytest.mark.parametrize(
    ("executor", "signatory", "found"),
    [
        ("Ким А.В.", "Ахметов Б.К.", []),
        (" ", "Ахметов Б.К.", ["basis_without_executor"]),
        ("Ким А.В.", "", ["basis_without_signatory"]),
        ("", "", ["basis_without_executor", "basis_without_signatory"]),
    ],
)
def test_the_executor_and_whoever_signs_are_both_named(executor, signatory, found):
    assert codes(law.both_named(ENTRY, executor, signatory)) == found
    assert codes(law.both_named(Designation.by_proposal(1), executor, signatory)) == found
    assert all(f.weight is Weight.WARN for f in law.both_named(ENTRY, executor, signatory))
    assert law.both_named(OUTSIDE, executor, signatory) == []
    assert law.both_named(None, executor, signatory) == []


@pytest.mark.parametrize("kind", list(JournalKind))
def test_what_came_with_its_mark_gets_no_basis_of_ours(kind):
    assert bool(law.own_documents_only(kind, ENTRY)) == (kind not in OWN_DOCUMENTS)
    assert law.own_documents_only(kind, None) is None


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (DAY, None, ""),
        (DAY, DAY, ""),
        (dt.date(2025, 1, 1), NEXT, ""),
        (NEXT, None, "entry_not_yet"),
        (dt.date(2025, 1, 1), dt.date(2026, 11, 17), "entry_no_more"),
    ],
)
def test_an_entry_is_a_basis_while_it_is_in_force(first, last, found):
    assert code(law.entry_in_force(EntryTerm(1, "1.2", first, last), DAY)) == found


def test_the_day_that_counts_is_that_of_signing():
    assert law.basis_day(DAY, NEXT, NEXT) == DAY
    assert law.basis_day(None, DAY, NEXT) == DAY
    assert law.basis_day(None, None, NEXT) == NEXT


def test_a_repealed_list_ends_its_entries():
    assert law.last_day(None, None) is None
    assert law.last_day(DAY, None) == law.last_day(None, DAY) == law.last_day(NEXT, DAY) == DAY


def test_a_ground_outside_the_lists_is_in_words():
    assert code(law.ground_in_words(Designation.outside("  "))) == "ground_needed"
    assert law.ground_in_words(OUTSIDE) is None
    assert law.ground_in_words(ENTRY) is None
    assert [ground.value for ground in Ground] == ["entry", "outside", "proposal"]


def test_only_a_declined_proposal_is_no_basis():
    assert [code(law.proposal_stands(one)) for one in Decision] == ["", "", "proposal_was_declined"]


def test_a_designation_is_replaced_by_another_only():
    assert code(law.designated_anew(ENTRY, ENTRY)) == "designation_the_same"
    assert law.designated_anew(ENTRY, OUTSIDE) is None
    assert law.designated_anew(None, OUTSIDE) is None


# Lists and their orders


def test_a_list_has_a_name_in_one_language_at_least():
    assert code(law.list_named(" ", "")) == "list_name_needed"
    assert law.list_named("Тізбе", "") is None
    assert law.list_named("", "Перечень") is None


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (Order("17", DAY), []),
        (Order("17", DAY, DAY), []),
        (Order("17", DAY, dt.date(2027, 1, 1)), []),
        (Order(" ", DAY), ["order_number_needed"]),
        (Order("17", None), ["order_day_needed"]),
        (Order("17", NEXT), ["order_ahead"]),
        (Order("17", DAY, dt.date(2026, 11, 17)), ["order_works_back"]),
    ],
)
def test_an_order_has_its_number_and_a_day_that_has_come(order, found):
    assert codes(law.check_order(order, DAY)) == found


def test_what_an_order_says_holds_from_its_day_or_a_later_one():
    assert Order("17", DAY).effective == DAY
    assert Order("17", DAY, NEXT).effective == NEXT


def test_one_list_is_entered_once():
    there = {("Перечень", "17", DAY)}
    assert code(law.list_once(Order(" 17 ", DAY), ("Тізбе", "Перечень"), there)) == "list_entered_already"
    assert law.list_once(Order("17", NEXT), ("Тізбе", "Перечень"), there) is None
    assert law.list_once(Order("17", DAY), ("", "Другой"), there | {("", "17", DAY)}) is None


def test_each_change_has_an_order_of_its_own():
    assert code(law.order_of_its_own(Order("17 ", DAY), [("17", DAY)])) == "order_entered_already"
    assert law.order_of_its_own(Order("17", NEXT), [("17", DAY)]) is None
    assert law.order_of_its_own(Order("18", DAY), [("17", DAY)]) is None
    assert law.order_of_its_own(Order("17", None), [("17", DAY)]) is None


def test_a_change_comes_after_the_approval():
    assert code(law.order_follows(Order("2", DAY), NEXT)) == "order_before_approval"
    assert law.order_follows(Order("2", DAY), DAY) is None
    assert law.order_follows(Order("2", None), DAY) is None


def test_a_repealed_list_is_not_changed():
    assert law.list_stands(None, DAY) is None
    assert law.list_stands(DAY, DAY) is None
    assert code(law.list_stands(DAY, NEXT)) == "list_repealed"
    assert code(law.list_stands(DAY, None)) == "list_repealed"


@pytest.mark.parametrize(
    ("lines", "found"),
    [(0, "order_does_nothing"), (1, ""), (law.MOST_LINES, ""), (law.MOST_LINES + 1, "order_does_too_much")],
)
def test_an_order_does_something(lines, found):
    assert code(law.does_something(lines)) == found


def test_an_entry_has_a_point_and_words_and_no_grade_of_secrecy():
    assert law.check_words(EntryWords("1", "мәтін")) == law.check_words(EntryWords("1", "", "слова")) == []
    assert codes(law.check_words(EntryWords(" ", "", "слова"))) == ["entry_point_needed"]
    assert codes(law.check_words(EntryWords("1", " ", " "))) == ["entry_words_needed"]
    (grade,) = law.check_words(EntryWords("1", "", "документы с грифом «Секретно»"))
    assert (grade.requirement, grade.weight) == ("D2", Weight.WARN)
    assert law.check_words(EntryWords("1", "", "сведения о режиме секретности")) == []


def test_a_point_stands_in_a_list_once():
    assert code(law.points_once(["1", "2", " 1 "])) == "point_twice"
    assert law.points_once(["1", "1.1", "2"]) is None


def test_an_entry_ends_once_and_not_before_it_began():
    begun = EntryTerm(1, "1", DAY, None)
    assert law.ends_after_beginning(begun, DAY) is None
    assert code(law.ends_after_beginning(begun, dt.date(2026, 11, 17))) == "entry_ends_too_early"
    assert law.ends_once(begun) is None
    assert code(law.ends_once(EntryTerm(1, "1", DAY, NEXT))) == "entry_ended_already"


def test_what_an_order_is_called_follows_from_what_it_does():
    assert law.kind_of_order(adds=2, ends=0) is OrderKind.ADDITION
    assert law.kind_of_order(adds=2, ends=1) is OrderKind.CHANGE
    assert law.kind_of_order(adds=0, ends=1) is OrderKind.CHANGE
    assert [kind.value for kind in OrderKind] == ["approval", "addition", "change", "repeal"]


# Proposals


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"information": " "}, ["proposal_information_needed"]),
        ({"reasons": ""}, ["proposal_reasons_needed"]),
        ({"both_chosen": False}, ["proposal_both_needed"]),
        ({"day": None}, ["proposal_day_needed"]),
        ({"heads_unit": False}, ["proposer_heads_nothing"]),
        ({"day": NEXT}, ["proposal_ahead"]),
        ({"information": "с грифом «Секретно»"}, ["grade_of_secrecy"]),
        ({"reasons": "это «құпия»"}, ["grade_of_secrecy"]),
    ],
)
def test_the_executor_and_the_head_of_a_unit_propose_with_reasons(changes, found):
    asked = {
        "information": "сведения о порядке",
        "reasons": "могут быть использованы в ущерб",
        "day": DAY,
        "today": DAY,
        "both_chosen": True,
        "heads_unit": True,
    }
    assert codes(law.check_proposal(**(asked | changes))) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"accepted": False, "words": "охвачено пунктом 1.2"}, []),
        ({"accepted": False}, ["decline_words_needed"]),
        ({"decided_on": None}, ["decision_day_needed"]),
        ({"decided_on": dt.date(2026, 11, 16)}, ["decision_day_odd"]),
        ({"decided_on": NEXT}, ["decision_day_odd"]),
        ({"before": Decision.ACCEPTED}, ["proposal_decided_already"]),
        ({"before": Decision.DECLINED}, ["proposal_decided_already"]),
    ],
)
def test_a_proposal_is_decided_once_and_refused_with_words(changes, found):
    asked = {
        "before": Decision.PROPOSED,
        "proposed_on": dt.date(2026, 11, 17),
        "decided_on": DAY,
        "today": DAY,
        "accepted": True,
        "words": "",
    }
    assert codes(law.check_decision(**(asked | changes))) == found
