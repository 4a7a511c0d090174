"""The life of acts: which stage may follow which, and what no act can be."""

import datetime as dt
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, strategies

from dspdesk.law import act as law
from dspdesk.law.act import (
    KINDS,
    ActKind,
    ActLife,
    ActStage,
    Addressee,
    CopyOfAct,
    Execution,
    KindOfAct,
    SignerPart,
)
from dspdesk.law.findings import Weight
from dspdesk.law.kinds import Headship
from dspdesk.law.values import Impossible

DAY = dt.date(2026, 11, 18)
LATER = dt.date(2026, 11, 20)
SHORTAGE = KINDS[ActKind.SHORTAGE]
#: A kind that somebody approves, as later kinds are.
APPROVED = replace(SHORTAGE, approver=Headship.BODY)
DRAFT, PRINTED, SIGNED, APPROVED_STAGE, EXECUTED, WITHDRAWN = ActStage


def code(found):
    return found.code if found else ""


def test_every_kind_has_a_row_with_who_signs_and_who_gets_the_copies():
    assert set(KINDS) == set(ActKind)
    assert [(row.kind, row.requirement) for row in KINDS.values()] == [(ActKind.SHORTAGE, "D12a")]


def test_the_shortage_act_is_signed_by_two_and_goes_to_three():
    """Paragraph 12, part 3: to the sender, to the documentation service, to the executor; nobody approves it."""
    assert SHORTAGE.addressees == (Addressee.SENDER, Addressee.SERVICE, Addressee.EXECUTOR)
    assert SHORTAGE.signers == {SignerPart.WORKER: 2}
    assert SHORTAGE.approver is None
    assert SHORTAGE.stages == (DRAFT, PRINTED, SIGNED, EXECUTED)
    assert SHORTAGE.in_force is SIGNED


@pytest.mark.parametrize(
    "changes",
    [
        {"signers": {}},
        {"signers": {SignerPart.WORKER: 0}},
        {"addressees": ()},
        {"addressees": (Addressee.SENDER,) * 2},
    ],
)
def test_a_kind_that_contradicts_itself_cannot_be_built(changes):
    with pytest.raises(Impossible):
        replace(SHORTAGE, **changes)


#: Every pair of stages: the code of the refusal, '' where one may follow the other.
_SHORTAGE = {
    DRAFT: ("", "", "act_not_printed", "act_not_approved_by_anybody", "act_not_signed", ""),
    PRINTED: ("", "", "", "act_not_approved_by_anybody", "act_not_signed", ""),
    SIGNED: (*["act_signed_already"] * 3, "act_not_approved_by_anybody", "", ""),
    EXECUTED: ("act_executed",) * 6,
    WITHDRAWN: ("act_withdrawn",) * 6,
}
_APPROVED = {
    DRAFT: ("", "", "act_not_printed", "act_not_signed", "act_not_signed", ""),
    PRINTED: ("", "", "", "act_not_signed", "act_not_signed", ""),
    SIGNED: (*["act_signed_already"] * 3, "", "act_not_approved", ""),
    APPROVED_STAGE: (*["act_signed_already"] * 4, "", ""),
    EXECUTED: ("act_executed",) * 6,
    WITHDRAWN: ("act_withdrawn",) * 6,
}
CELLS = [
    (kind, stage, wanted, expected)
    for kind, table in ((SHORTAGE, _SHORTAGE), (APPROVED, _APPROVED))
    for stage, row in table.items()
    for wanted, expected in zip(ActStage, row, strict=True)
]


@pytest.mark.parametrize(("kind", "stage", "wanted", "expected"), CELLS)
def test_each_stage_after_each(kind, stage, wanted, expected):
    found = law.may_follow(kind, stage, wanted, "7")
    assert code(found) == expected
    assert (wanted in law.follows(kind, stage)) == (not expected)
    if found:
        assert (found.requirement, found.weight, found.facts) == ("OWN", Weight.REFUSE, {"number": "7"})


def test_a_stage_that_a_kind_does_not_have_is_impossible():
    with pytest.raises(Impossible):
        law.may_follow(SHORTAGE, APPROVED_STAGE, EXECUTED, "7")


@pytest.mark.parametrize("stage", list(ActStage))
def test_from_which_stage_an_act_holds(stage):
    assert SHORTAGE.holds(stage) == (stage in {SIGNED, EXECUTED})
    assert APPROVED.holds(stage) == (stage in {APPROVED_STAGE, EXECUTED})


def copies(**given_on):
    return tuple(
        CopyOfAct(number=place, addressee=one, given_on=given_on.get(one.value))
        for place, one in enumerate(SHORTAGE.addressees, 1)
    )


ALL = {"sender": DAY, "service": DAY, "executor": DAY}
WHOLE = [
    {"stage": DRAFT},
    {"stage": PRINTED},
    {"stage": SIGNED, "signed_on": DAY},
    {"stage": SIGNED, "signed_on": DAY, "copies": copies(service=DAY)},
    {"stage": EXECUTED, "signed_on": DAY, "executed_on": DAY, "copies": copies(**ALL)},
    {"stage": WITHDRAWN, "withdrawn_on": DAY, "withdrawn_reason": "ошибка"},
    {"stage": WITHDRAWN, "withdrawn_on": DAY, "withdrawn_reason": "ошибка", "signed_on": DAY},
]
TORN = [
    {"stage": APPROVED_STAGE, "signed_on": DAY},  # nobody approves it
    {"stage": DRAFT, "signed_on": DAY},
    {"stage": SIGNED},
    {"stage": SIGNED, "signed_on": DAY - dt.timedelta(days=1)},
    {"stage": SIGNED, "signed_on": DAY, "copies": copies(**ALL)},  # then it is executed
    {"stage": PRINTED, "copies": copies(sender=DAY)},
    {"stage": EXECUTED, "signed_on": DAY, "copies": copies(**ALL)},
    {"stage": SIGNED, "signed_on": DAY, "executed_on": DAY},
    {"stage": WITHDRAWN, "withdrawn_on": DAY, "withdrawn_reason": " "},
    {"stage": WITHDRAWN, "withdrawn_reason": "ошибка"},
    {"stage": DRAFT, "withdrawn_on": DAY},
    {"stage": DRAFT, "withdrawn_reason": "ошибка"},
    {"stage": DRAFT, "copies": copies()[:2]},
    {"stage": DRAFT, "copies": copies()[::-1]},
]


def built(**changes):
    return ActLife(**({"kind": ActKind.SHORTAGE, "dated": DAY, "copies": copies()} | changes))


@pytest.mark.parametrize("changes", WHOLE)
def test_an_act_that_can_be(changes):
    assert built(**changes).stage is changes["stage"]


@pytest.mark.parametrize("changes", TORN)
def test_an_act_that_cannot_be(changes):
    with pytest.raises(Impossible):
        built(**changes)


@pytest.mark.parametrize("changes", [{"number": 0}, {"receipt": "реестр № 5"}])
def test_a_copy_that_cannot_be(changes):
    with pytest.raises(Impossible):
        CopyOfAct(**({"number": 1, "addressee": Addressee.SENDER} | changes))


def test_the_whole_life_of_a_shortage_act():
    life = law.drawn_up(ActKind.SHORTAGE, DAY)
    assert (life.stage, life.copies) == (DRAFT, copies())
    life = law.printed(life)
    assert law.changed(life, LATER) == replace(law.drawn_up(ActKind.SHORTAGE, LATER))
    life = law.signed(life, DAY)
    # the copy of the service stays where it is
    assert [copy.given_on for copy in life.copies] == [None, DAY, None]
    life = law.given(life, 1, LATER, " реестр № 118 ")
    assert (life.stage, life.copies[0].receipt, life.executed_on) == (SIGNED, "реестр № 118", None)
    life = law.given(life, 3, DAY, "Ким А.В.")
    assert (life.stage, life.executed_on) == (EXECUTED, LATER)
    assert law.follows(life.row, life.stage) == ()


def test_a_withdrawn_act_keeps_its_reason_and_goes_nowhere():
    life = law.withdrawn(law.drawn_up(ActKind.SHORTAGE, DAY), LATER, " пересчитано ")
    assert (life.stage, life.withdrawn_on, life.withdrawn_reason) == (WITHDRAWN, LATER, "пересчитано")
    assert law.follows(life.row, life.stage) == ()


STEPS = strategies.lists(
    strategies.sampled_from(["change", "print", "sign", "give1", "give2", "give3", "withdraw"]), max_size=12
)


@given(steps=STEPS, days=strategies.lists(strategies.integers(0, 30), min_size=12, max_size=12))
def test_no_sequence_of_steps_leads_to_an_act_that_cannot_be(steps, days):
    """Whatever is tried in whatever order: allowed steps build a whole act, refused ones change nothing."""
    life, seen = law.drawn_up(ActKind.SHORTAGE, DAY), [DRAFT]
    for step, after in zip(steps, days, strict=False):
        on = DAY + dt.timedelta(days=after)
        life = _tried(life, step, on)
        if life.stage is not seen[-1]:
            seen.append(life.stage)
        gone = [copy for copy in life.copies if copy.given_on is not None]
        assert not gone or life.signed_on is not None
        assert all(copy.given_on >= life.signed_on for copy in gone)
    order = [stage for stage in seen if stage in {SIGNED, EXECUTED, WITHDRAWN}]
    assert order == sorted(order, key=[SIGNED, EXECUTED, WITHDRAWN].index)
    assert not ({EXECUTED, WITHDRAWN} <= set(seen))


def _tried(life, step, on):
    """Take a step if the rules let it."""
    stages = {"change": DRAFT, "print": PRINTED, "sign": SIGNED, "withdraw": WITHDRAWN}
    if step in stages:
        if law.may_follow(life.row, life.stage, stages[step], "1"):
            return life
        if step == "sign" and law.signed_in_time(on, life.dated, on):
            return life
        return {
            "change": lambda: law.changed(life, DAY),
            "print": lambda: law.printed(life),
            "sign": lambda: law.signed(life, on),
            "withdraw": lambda: law.withdrawn(life, on, "ошибка"),
        }[step]()
    number = int(step[-1])
    copy = life.copies[number - 1]
    refused = (
        law.copies_may_go(life, "1") or law.copy_still_here(copy) or law.given_in_time(on, life.signed_on, on)
    )
    return life if refused else law.given(life, number, on, "реестр")


def test_a_kind_with_an_approver_holds_only_once_approved(monkeypatch):
    monkeypatch.setattr(law, "KINDS", {ActKind.SHORTAGE: APPROVED})
    life = law.signed(law.printed(law.drawn_up(ActKind.SHORTAGE, DAY)), DAY)
    assert [copy.given_on for copy in life.copies] == [None, None, None]
    assert code(law.copies_may_go(life, "7")) == "act_not_approved"
    life = law.approved(life, LATER)
    assert [copy.given_on for copy in life.copies] == [None, LATER, None]
    assert law.copies_may_go(life, "7") is None


# --- rules ---

WORKER = SignerPart.WORKER


@pytest.mark.parametrize(
    ("parts", "refused"), [((), True), ((WORKER,), True), ((WORKER,) * 2, False), ((WORKER,) * 3, False)]
)
def test_two_workers_sign_at_least(parts, refused):
    found = law.enough_signers(SHORTAGE, parts)
    assert bool(found) is refused
    if found:
        assert (found.code, found.field, found.facts) == (
            "act_signers_lack", "signers", {"given": len(parts), "needed": 2},
        )  # fmt: skip


DAYS = [None, DAY - dt.timedelta(days=1), DAY, LATER, LATER + dt.timedelta(days=1)]


@pytest.mark.parametrize(
    ("on", "expected"),
    list(zip(DAYS, ["act_signed_when", "act_signed_before", "", "", "act_signed_ahead"], strict=True)),
)
def test_the_day_of_the_signatures(on, expected):
    assert code(law.signed_in_time(on, DAY, LATER)) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    list(zip(DAYS, ["act_given_when", "act_given_before", "", "", "act_given_ahead"], strict=True)),
)
def test_the_day_on_which_a_copy_goes(on, expected):
    assert code(law.given_in_time(on, DAY, LATER)) == expected


@pytest.mark.parametrize(
    ("addressee", "receipt", "employee", "expected"),
    [
        (Addressee.SENDER, "", None, ["act_receipt_needed", ""]),
        (Addressee.SENDER, "исх. № 5", None, ["", ""]),
        (Addressee.SERVICE, "", None, ["", ""]),
        (Addressee.EXECUTOR, " ", None, ["act_receipt_needed", "act_executor_needed"]),
        (Addressee.EXECUTOR, "расписка", 5, ["", ""]),
    ],
)
def test_what_each_copy_goes_by_and_to_whom(addressee, receipt, employee, expected):
    found = [law.receipt_told(addressee, receipt), law.executor_named(addressee, employee)]
    assert [code(one) for one in found] == expected
    assert found[1] is None or found[1].requirement == "D12a"


@pytest.mark.parametrize(("lines", "findings"), list(product((0, 1), ("", " ", "порвано"))))
def test_an_act_states_something(lines, findings):
    assert bool(law.says_something(lines, findings)) == (not lines and not findings.strip())


def test_the_rest():
    assert code(law.signers_differ([1, 1])) == "act_signer_twice"
    assert law.signers_differ([1, 2]) is None
    assert code(law.dated_in_time(LATER, DAY)) == "act_ahead"
    assert law.dated_in_time(DAY, DAY) is None
    assert code(law.year_stays(DAY, 2025)) == "act_other_year"
    assert law.year_stays(DAY, 2026) is None
    assert code(law.copy_known(copies(), 4)) == "act_copy_unknown"
    assert law.copy_known(copies(), 3) is None
    assert code(law.copy_still_here(replace(copies()[0], given_on=DAY))) == "act_copy_given"
    assert law.copy_still_here(copies()[0]) is None
    assert code(law.reason_told(" ")) == "reason_needed"
    assert law.reason_told("ошибка") is None


def test_a_made_up_kind_is_a_row():
    kind = KindOfAct(
        kind=ActKind.SHORTAGE, requirement="D47", signers={WORKER: 3}, approver=Headship.BODY,
        addressees=(Addressee.SERVICE, Addressee.EXECUTOR), executed=Execution.COPIES_GIVEN,
    )  # fmt: skip
    assert kind.stages == (DRAFT, PRINTED, SIGNED, APPROVED_STAGE, EXECUTED)
