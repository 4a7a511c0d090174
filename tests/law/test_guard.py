"""The guard, cell by cell: every rule against every place a copy can be in, every intent with every rule it asks."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.language.catalogue import Language
from dspdesk.language.sentences import sentence, sentences
from dspdesk.law import guard as law
from dspdesk.law.findings import Weight
from dspdesk.law.guard import RULES, CopyFacts, Intent, Wanted, guard
from dspdesk.law.kinds import NumberState
from dspdesk.law.requirements import citation
from dspdesk.law.whereabouts import AT_HAND, OUT, Where

DAY = dt.date(2026, 11, 18)
AHMETOV, OTHER = 3, 4

#: A copy that may be handed over to Ahmetov today, and that step.
COPY = CopyFacts(
    copy_id=7, item_id=5, number="214 ДСП", copy=2, state=NumberState.ISSUED, where=Where.SERVICE,
    holder="Сейтқали Г.М.", since=DAY - dt.timedelta(2), registered_on=DAY - dt.timedelta(9),
    admitted=frozenset({AHMETOV}),
)  # fmt: skip
STEP = Wanted(DAY, DAY, AHMETOV, "Ахметов Б.К.")

#: What each intent asks, in its order: a rule that falls out of the table is missed here.
ASKED = {
    Intent.SAY_NATURE: "not_struck",
    Intent.LIST: "registered here not_waiting carrier_checked admitted in_service in_order",
    Intent.HAND_OVER: "registered here not_waiting carrier_checked admitted in_service in_order",
    Intent.RECEIVE: "registered here not_waiting carrier_checked was_admitted in_service in_order",
    Intent.SUBMIT: "registered here not_waiting carrier_checked in_order",
    Intent.TAKE_BACK: "not_struck out in_order",
    Intent.STORE: "registered here not_waiting in_order",
    Intent.COPY: "registered here not_waiting carrier_checked in_order",
    Intent.SEND_COPY: "registered here not_waiting carrier_checked in_order",
    Intent.SEND_BACK: "registered here not_waiting in_order",
    Intent.CORRECT_HOLDER: "not_struck was_admitted in_service in_order",
    Intent.UNDO: "not_struck not_waiting",
    Intent.CARRY_OVER: "not_waiting",
    Intent.ANNUL: "not_waiting in_no_volume",
    Intent.FILE: "registered can_be_filed not_waiting carrier_checked in_order",
    Intent.TAKE_OUT: "not_struck in_case in_order",
    Intent.SEIZE: "not_struck in_case in_order",
    Intent.GIVEN_BACK: "not_struck seized in_order",
    Intent.TRANSFER: "not_struck in_its_volume",
}


def codes(intent: Intent, copy: CopyFacts, wanted: Wanted = STEP) -> list[str]:
    return [finding.code for finding in guard(intent, [copy], wanted)]


@pytest.mark.parametrize("intent", Intent)
def test_each_intent_asks_its_rules(intent: Intent):
    asked = " ".join(rule.__name__ for rule in RULES[intent])
    for rule in ASKED[intent].split():
        assert rule in asked.split(), f"{intent} does not ask {rule}"


@pytest.mark.parametrize("intent", Intent)
@pytest.mark.parametrize("where", Where)
def test_what_each_intent_says_of_each_place(intent: Intent, where: Where):
    said = codes(intent, replace(COPY, where=where))
    if law.here in RULES[intent]:
        assert said == ([] if where in AT_HAND else [f"copy_not_here_{where}"])
    elif law.out in RULES[intent]:
        assert said == ([] if where in OUT else ["copy_not_out"])
    elif law.can_be_filed in RULES[intent]:
        free = AT_HAND | OUT | {Where.CASE}  # of the last only words say in which
        assert said == ([] if where in free else [f"copy_not_here_{where}"])
    elif law.in_case in RULES[intent]:
        assert said == ["copy_not_in_case"], "only words say so, if anything does"
    elif law.in_its_volume in RULES[intent]:
        assert said == ["copy_not_in_its_volume"], "only words say so, if anything does"
    elif law.seized in RULES[intent]:
        assert said == ([] if where is Where.SEIZED else ["copy_not_seized"])
    else:
        assert said == []


@pytest.mark.parametrize("intent", Intent)
@pytest.mark.parametrize("where", Where)
def test_what_lies_in_a_volume_leaves_it_by_permission_only(intent: Intent, where: Where):
    said = codes(intent, replace(COPY, where=where, volume_id=3))
    if where is not Where.CASE:
        elsewhere = ["copy_not_in_case"] if law.in_case in RULES[intent] else []
        elsewhere += ["copy_not_in_its_volume"] if law.in_its_volume in RULES[intent] else []
        assert said == (elsewhere or codes(intent, replace(COPY, where=where)))
    elif {law.here, law.can_be_filed, law.in_no_volume} & set(RULES[intent]):
        (finding,) = guard(intent, [replace(COPY, where=where, volume_id=3)], STEP)
        assert (finding.code, finding.requirement) == ("copy_not_here_case", "D59")
    else:
        elsewhere = ["copy_not_out"] if law.out in RULES[intent] else []
        assert said == (["copy_not_seized"] if law.seized in RULES[intent] else elsewhere)


#: One thing wrong at a time: what it is, the rule, the code it is told with, the requirement it rests on.
WRONG = [
    ({"state": NumberState.RESERVED}, {}, law.registered, "copy_not_registered", "D19"),
    ({"state": NumberState.ANNULLED}, {}, law.registered, "copy_not_registered", "D19"),
    ({"struck": True}, {}, law.registered, "copy_struck", "D19"),
    ({"struck": True}, {}, law.not_struck, "copy_struck", "D15c"),
    ({"sheet_id": 9, "sheet": "12"}, {}, law.not_waiting, "copy_waits_on_sheet", "W1"),
    ({"carrier_unchecked": True}, {}, law.carrier_checked, "carrier_unchecked", "D12e"),
    ({"admitted": frozenset({OTHER})}, {}, law.admitted, "not_admitted", "D36"),
    ({"admitted": frozenset()}, {}, law.was_admitted, "was_not_admitted", "D36"),
    ({}, {"left_on": DAY - dt.timedelta(1)}, law.in_service, "holder_has_left", "D36"),
    ({}, {"on": DAY + dt.timedelta(1)}, law.in_order, "moved_ahead", "W9"),
    ({}, {"on": DAY - dt.timedelta(3)}, law.in_order, "moved_before_last", "W9"),
    ({"since": None}, {"on": DAY - dt.timedelta(10)}, law.in_order, "moved_before_last", "W9"),
    ({"where": Where.SERVICE}, {}, law.in_case, "copy_not_in_case", "D59"),
    ({"volume_id": None}, {}, law.in_case, "copy_not_in_case", "D59"),
    ({"where": Where.DESTROYED}, {}, law.seized, "copy_not_seized", "D42a"),
]


def free_to(intent: Intent) -> CopyFacts:
    """A copy against which nothing stands: with its holder, in its volume, or at hand."""
    if {law.in_case, law.in_its_volume} & set(RULES[intent]):
        return replace(COPY, where=Where.CASE, volume_id=3)
    if law.seized in RULES[intent]:
        return replace(COPY, where=Where.SEIZED)
    return replace(COPY, where=Where.PERSON if law.out in RULES[intent] else Where.SERVICE)


@pytest.mark.parametrize("intent", Intent)
@pytest.mark.parametrize(("facts", "step", "rule", "code", "requirement"), WRONG)
def test_one_thing_wrong_is_said_by_the_intents_that_ask_it(intent, facts, step, rule, code, requirement):
    copy = free_to(intent)
    assert codes(intent, copy) == [], "nothing is wrong yet"
    found = guard(intent, [replace(copy, **facts)], replace(STEP, **step))
    said = [one for one in found if (one.code, one.requirement) == (code, requirement)]
    assert len(said) == (1 if rule in RULES[intent] else 0)
    assert all(one.weight is (Weight.WARN if rule is law.was_admitted else Weight.REFUSE) for one in said)


def test_a_copy_is_signed_for_on_the_sheet_it_waits_on():
    waiting = replace(COPY, sheet_id=9, sheet="12")
    assert codes(Intent.RECEIVE, waiting, replace(STEP, sheet_id=9)) == []
    assert codes(Intent.RECEIVE, waiting, replace(STEP, sheet_id=8)) == ["copy_waits_on_sheet"]


def test_nobody_named_is_nobody_to_be_admitted():
    assert law.admitted(replace(COPY, admitted=frozenset()), Wanted(DAY, DAY)) is None


def test_the_last_day_in_service_is_a_day_in_service():
    assert law.in_service(COPY, replace(STEP, left_on=DAY)) is None


def test_the_day_of_the_last_movement_itself_will_do():
    assert law.in_order(COPY, replace(STEP, on=DAY - dt.timedelta(2))) is None


def test_a_copy_whose_receipt_has_no_day_is_told_of_without_one():
    for where in (Where.PERSON, Where.UNIT, Where.CORRESPONDENT):
        assert codes(Intent.STORE, replace(COPY, where=where, since=None)) == [
            f"copy_not_here_{where}_undated"
        ]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("since", [DAY, None], ids=["dated", "undated"])
@pytest.mark.parametrize("where", sorted(set(Where) - AT_HAND))
def test_every_answer_of_the_guard_is_a_sentence_in_both_languages(where: Where, since, language: Language):
    (finding,) = guard(Intent.STORE, [replace(COPY, where=where, since=since)], STEP)
    assert "214 ДСП" in sentence(finding.code, finding.facts, language)
    assert citation(finding.requirement, language) or finding.requirement.startswith("W")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("facts", "step", "rule", "code", "requirement"), WRONG)
def test_every_objection_is_a_sentence_in_both_languages(facts, step, rule, code, requirement, language):
    finding = rule(replace(COPY, **facts), replace(STEP, **step))
    assert code in sentences()
    assert "{" not in sentence(finding.code, finding.facts, language)


def test_all_copies_are_asked_about():
    assert (
        len(guard(Intent.STORE, [replace(COPY, where=Where.CASE), replace(COPY, where=Where.CASE)], STEP))
        == 2
    )
