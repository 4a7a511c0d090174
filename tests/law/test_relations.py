"""Linked documents: each kind from both sides, and what is not linked (paragraph 30, 2)."""

from dataclasses import replace

import pytest

from dspdesk.law import relations as law
from dspdesk.law.findings import Weight
from dspdesk.law.kinds import NumberState
from dspdesk.law.relations import RelationKind, Side, Wanted

WANTED = Wanted(
    number="41 ДСП",
    other_number="12 ДСП",
    same_entry=False,
    state=NumberState.ISSUED,
    other_state=NumberState.ISSUED,
    kind=RelationKind.REPLY_TO,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Side.REPLY_TO, Side.ANSWERED_BY),
        (Side.ENCLOSURE_OF, Side.HAS_ENCLOSURE),
        (Side.SAME_SUBJECT, Side.SAME_SUBJECT),
    ],
)
def test_each_kind_is_said_from_both_sides(one: Side, other: Side) -> None:
    assert one.kind is other.kind
    assert not one.turned
    assert other.turned is (other is not one)
    assert law.side(one.kind, turned=False) is one
    assert law.side(one.kind, turned=True) is other


def test_every_kind_has_a_side() -> None:
    assert {one.kind for one in Side} == set(RelationKind)


def test_two_documents_that_stand_are_linked() -> None:
    assert law.check(WANTED) == []
    assert law.check(replace(WANTED, between=(RelationKind.SAME_SUBJECT,))) == []
    assert law.check(replace(WANTED, other_state=NumberState.RESERVED)) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"same_entry": True}, "linked_to_itself"),
        ({"state": NumberState.ANNULLED}, "linked_to_annulled"),
        ({"other_state": NumberState.ANNULLED}, "linked_to_annulled"),
        ({"between": (RelationKind.REPLY_TO,)}, "linked_already"),
    ],
)
def test_what_is_not_linked(changes: dict, code: str) -> None:
    (finding,) = law.check(replace(WANTED, **changes))
    assert (finding.code, finding.weight, finding.requirement) == (code, Weight.REFUSE, "D30.2")


def test_taking_back_asks_for_a_reason() -> None:
    assert law.reason_given("ошибка") is None
    assert law.reason_given("  ").code == "reason_needed"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("41", "41"),
        ("№ 41дсп", "41"),
        (" №41 ДСП ", "41"),
        ("41 ҚБПҮ", "41"),
        ("05-12/47-дсп", "05-12/47"),
        ("12а", "12а"),
        ("", ""),
        ("б/н", "б/н"),
    ],
)
def test_the_number_that_is_answered_is_read_without_sign_and_mark(written: str, meant: str) -> None:
    assert law.number_meant(written) == meant
