"""The life of acts, the same for all kinds: printed, signed, their copies given, withdrawn.

What differs from kind to kind is the table `law.act.KINDS`; what an act says is entered by `act_words`. Registers note
an act once it holds, and no longer when it is withdrawn.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _
from dspdesk.law import act as law
from dspdesk.law.act import ActKind, ActLife, ActStage, Addressee, CopyOfAct
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.roles import Action
from dspdesk.models import Act, ActCopy, Employee, Enclosed, Printout
from dspdesk.procedures import act_printouts
from dspdesk.procedures.store_papers import ids
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkSigned:
    """All who sign an act have signed it on paper on a day."""

    act_id: int
    on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveCopy:
    """A copy has gone to its addressee on a day; `receipt` is by what, `employee_id` who the executor is."""

    act_id: int
    number: int
    on: dt.date | None
    receipt: str = ""
    employee_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawAct:
    """An act is withdrawn: it stays in the register with its number and the reason."""

    act_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class ActStanding:
    """Where an act stands after a step."""

    id: int
    number: int
    stage: ActStage
    findings: tuple[Finding, ...] = ()
    repeated: bool = False


# --- steps that a person takes ---


def mark_signed(desk: Desk, command: MarkSigned) -> ActStanding:
    """Enter that everybody has signed; raises `Refused` for an act that is not printed, or a day that cannot be."""
    desk.authorize(Action.KEEP_ACTS)
    with desk.transaction("acts:act:signed") as step:
        signed = _sign(desk, step, command.act_id, command.on)
        act_printouts.sign(desk, step, signed, command.on or desk.today())
        _told(step, signed)
    return _standing_of(signed)


def give_copy(desk: Desk, command: GiveCopy) -> ActStanding:
    """Enter that a copy has gone; with the last one the act is executed. Raises `Refused`."""
    desk.authorize(Action.KEEP_ACTS)
    with desk.transaction("acts:copy:given") as step:
        act = standing(step, command.act_id)
        copies, life = copies_of(step, act), life_of(step, act)
        settle([law.copies_may_go(life, _number(act)), law.copy_known(life.copies, command.number)], "")
        copy = next(copy for copy in copies if copy.number == command.number)
        employee = command.employee_id or copy.employee_id
        settle(
            [
                law.copy_still_here(life.copies[copies.index(copy)]),
                law.given_in_time(command.on, act.signed_on, desk.today()),
                law.receipt_told(Addressee(copy.addressee), command.receipt),
                law.executor_named(Addressee(copy.addressee), employee),
                *unknown_people(step, [employee] if employee else []),
            ],
            "",
        )
        copy.employee_id = employee if copy.addressee == Addressee.EXECUTOR else copy.employee_id
        keep(step, act, law.given(life, command.number, command.on or desk.today(), command.receipt))
        step.subject = f"act:{act.id}"
    return _standing_of(act)


def withdraw(desk: Desk, command: WithdrawAct) -> ActStanding:
    """Withdraw an act; it keeps its number, and another may be drawn up. Raises `Refused`."""
    desk.authorize(Action.KEEP_ACTS)
    with desk.transaction("acts:act:withdrawn") as step:
        act = standing(step, command.act_id)
        life = life_of(step, act)
        settle(
            [
                law.may_follow(life.row, life.stage, ActStage.WITHDRAWN, _number(act)),
                law.reason_told(command.reason),
            ],
            "",
        )
        noted = life.row.holds(life.stage)
        keep(step, act, law.withdrawn(life, desk.today(), command.reason))
        act_printouts.set_aside(
            desk, step, act, _("The act was withdrawn: {reason}").format(reason=command.reason.strip())
        )
        step.reason = command.reason
        if noted:
            _told(step, act)
        else:
            step.subject = f"act:{act.id}"
    return _standing_of(act)


# --- what papers bring about (`procedures.store_papers`) ---


def printed(_desk: Desk, step: Step, about: str) -> None:
    """An act has been printed: a draft becomes printed; one that is signed already stays what it is.

    Raises `Refused` for one that has been withdrawn.
    """
    act = standing(step, ids(about)[0])
    life = life_of(step, act)
    if life.stage in {ActStage.DRAFT, ActStage.PRINTED}:
        keep(step, act, law.printed(life))
    elif life.stage is ActStage.WITHDRAWN:
        settle([law.may_follow(life.row, life.stage, ActStage.PRINTED, _number(act))], "")


def paper_signed(desk: Desk, step: Step, about: str, on: dt.date) -> None:
    """All have signed the paper of an act: the act is signed, if it was not yet; other printings are set aside."""
    act = standing(step, ids(about)[0])
    if ActStage(act.stage) not in {ActStage.DRAFT, ActStage.PRINTED}:
        return
    _sign(desk, step, act.id, on)
    signed = step.session.scalar(
        select(Printout)
        .where(Printout.subject == about, Printout.signed_on == on)
        .order_by(Printout.id.desc())
    )
    act_printouts.replaced(desk, act_printouts.waiting(step, act), signed)
    _told(step, act, "acts:act:signed")


# --- for the procedures of the kinds ---


def standing(step: Step, act_id: int) -> Act:
    """An act to be worked on; raises `Refused` when there is no such one."""
    act = step.session.get(Act, act_id)
    if act is None:
        raise Refused([Finding("OWN", Weight.REFUSE, "act_unknown")])
    return act


def saved_before(step: Step, form_id: str) -> ActStanding | None:
    """The act that a form sent twice had already drawn up."""
    act = step.session.scalar(select(Act).where(Act.form_id == form_id))
    return ActStanding(act.id, act.number, ActStage(act.stage), repeated=True) if act is not None else None


def life_of(step: Step, act: Act) -> ActLife:
    """Where an act stands, as the law sees it."""
    return ActLife(
        kind=ActKind(act.kind),
        stage=ActStage(act.stage),
        dated=act.dated,
        signed_on=act.signed_on,
        executed_on=act.executed_on,
        withdrawn_on=act.withdrawn_on,
        withdrawn_reason=act.withdrawn_reason,
        copies=tuple(
            CopyOfAct(
                number=copy.number,
                addressee=Addressee(copy.addressee),
                given_on=copy.given_on,
                receipt=copy.receipt,
            )
            for copy in copies_of(step, act)
        ),
    )


def copies_of(step: Step, act: Act) -> list[ActCopy]:
    """The copies of an act in the order of their numbers."""
    return list(
        step.session.scalars(select(ActCopy).where(ActCopy.act_id == act.id).order_by(ActCopy.number))
    )


def keep(step: Step, act: Act, life: ActLife) -> None:
    """Write where an act stands now."""
    act.stage, act.dated, act.signed_on = life.stage.value, life.dated, life.signed_on
    act.executed_on, act.withdrawn_on = life.executed_on, life.withdrawn_on
    act.withdrawn_reason = life.withdrawn_reason
    for row, copy in zip(copies_of(step, act), life.copies, strict=True):
        row.given_on, row.receipt = copy.given_on, copy.receipt


def unknown_people(step: Step, employees: Sequence[int]) -> list[Finding | None]:
    """Whoever is named and is nobody the body knows."""
    known = set(step.session.scalars(select(Employee.id).where(Employee.id.in_(employees))))
    unknown = [employee for employee in employees if employee not in known]
    return [Finding("OWN", Weight.REFUSE, "person_unknown", {}, "signers")] if unknown else []


# --- writing ---


def _sign(desk: Desk, step: Step, act_id: int, on: dt.date | None) -> Act:
    act = standing(step, act_id)
    life = life_of(step, act)
    settle(
        [
            law.may_follow(life.row, life.stage, ActStage.SIGNED, _number(act)),
            law.signed_in_time(on, life.dated, desk.today()),
        ],
        "",
    )
    keep(step, act, law.signed(life, on or desk.today()))
    return act


def _told(step: Step, act: Act, itself: str = "") -> None:
    """Enter the step of the act, and that the entries of its cover note it or note it no more."""
    part(step, f"act:{act.id}", itself)
    items = [act.item_id] if act.item_id else []
    if act.package_id is not None:
        found = select(Enclosed.item_id).where(
            Enclosed.package_id == act.package_id, Enclosed.item_id.is_not(None)
        )
        items = list(step.session.scalars(found.order_by(Enclosed.item_id)))
    tag = "acts:item:act_withdrawn" if act.stage == ActStage.WITHDRAWN else "acts:item:act_noted"
    for item_id in items:
        part(step, f"item:{item_id}", tag)


def _number(act: Act) -> str:
    return str(act.number)


def _standing_of(act: Act) -> ActStanding:
    return ActStanding(act.id, act.number, ActStage(act.stage))
