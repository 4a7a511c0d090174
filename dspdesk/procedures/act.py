"""The life of acts, the same for all kinds: entered, changed, printed, signed, their copies given, withdrawn.

What differs from kind to kind is the table `law.act.KINDS`; what an act says of its matter is drawn up by a procedure
of its own (`procedures.shortage_act`). Registers note an act once it holds, and no longer when it is withdrawn.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _
from dspdesk.law import act as law
from dspdesk.law.act import KINDS, ActKind, ActLife, ActStage, Addressee, CopyOfAct, SignerPart
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.roles import Action
from dspdesk.law.shortage_act import ActLineWords
from dspdesk.models import (
    Act,
    ActCopy,
    ActLine,
    ActSigner,
    Employee,
    Enclosed,
    Organisation,
    Printout,
    PrintoutSignature,
)
from dspdesk.procedures.store_papers import ids
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class ActText:
    """What an act of any kind states: `lines` are its table, `signers` who signs and what as, in their order.

    `names` are the addressees known by name: a correspondent in words, a person by key.
    """

    dated: dt.date
    basis: str
    findings: str
    lines: tuple[ActLineWords, ...]
    signers: tuple[tuple[SignerPart, int], ...]
    names: dict[Addressee, str | int]


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
        _sign_printouts(desk, step, signed, command.on or desk.today())
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
                *_unknown_people(step, [employee] if employee else []),
            ],
            "",
        )
        copy.employee_id = employee if copy.addressee == Addressee.EXECUTOR else copy.employee_id
        _keep(step, act, law.given(life, command.number, command.on or desk.today(), command.receipt))
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
        _keep(step, act, law.withdrawn(life, desk.today(), command.reason))
        _set_aside(
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
        _keep(step, act, law.printed(life))
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
    _replaced(desk, _waiting_printouts(step, act), signed)
    _told(step, act, "acts:act:signed")


# --- for the procedures of the kinds ---


def enter(desk: Desk, step: Step, kind: ActKind, form_id: str, said: ActText) -> Act:
    """Write a new act with the next number of its year; what stands against it is asked by `objections` first."""
    body = step.session.get_one(Organisation, 1)
    act = Act(
        form_id=form_id,
        kind=kind.value,
        year=said.dated.year,
        number=_next_number(step, said.dated.year),
        stage=ActStage.DRAFT.value,
        edition=desk.edition.id,
        dated=said.dated,
        locality_kk=body.locality_kk,
        locality_ru=body.locality_ru,
        basis=said.basis.strip(),
        findings=said.findings.strip(),
        made_at=step.at,
        made_by=desk.person.account_id,
        withdrawn_reason="",
    )
    step.session.add(act)
    step.session.flush()
    for copy in law.drawn_up(kind, said.dated).copies:
        step.session.add(
            ActCopy(
                act_id=act.id,
                number=copy.number,
                addressee=copy.addressee.value,
                correspondent="",
                receipt="",
            )
        )
    step.session.flush()
    _write_words(desk, step, act, said)
    return act


def rewrite(desk: Desk, step: Step, act: Act, said: ActText) -> None:
    """Put other words into an act that is not signed; what was printed of it is set aside."""
    life = life_of(step, act)
    settle([law.may_follow(life.row, life.stage, ActStage.DRAFT, _number(act))], "")
    act.basis, act.findings = said.basis.strip(), said.findings.strip()
    _write_words(desk, step, act, said)
    _keep(step, act, law.changed(life, said.dated))
    _set_aside(desk, step, act, _("The act was changed after it had been printed"))


def objections(desk: Desk, step: Step, kind: ActKind, said: ActText) -> list[Finding | None]:
    """What stands against an act of these words, whatever its kind."""
    people = [employee for _part, employee in said.signers]
    named = [key for key in said.names.values() if isinstance(key, int)]
    return [
        law.dated_in_time(said.dated, desk.today()),
        law.says_something(len(said.lines), said.findings),
        law.enough_signers(KINDS[kind], [one for one, _employee in said.signers]),
        law.signers_differ(people),
        *_unknown_people(step, [*people, *named]),
    ]


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
    _keep(step, act, law.signed(life, on or desk.today()))
    return act


def _keep(step: Step, act: Act, life: ActLife) -> None:
    """Write where an act stands now."""
    act.stage, act.dated, act.signed_on = life.stage.value, life.dated, life.signed_on
    act.executed_on, act.withdrawn_on = life.executed_on, life.withdrawn_on
    act.withdrawn_reason = life.withdrawn_reason
    for row, copy in zip(copies_of(step, act), life.copies, strict=True):
        row.given_on, row.receipt = copy.given_on, copy.receipt


def _write_words(desk: Desk, step: Step, act: Act, said: ActText) -> None:
    lines = step.session.scalars(
        select(ActLine).where(ActLine.act_id == act.id, ActLine.struck_on.is_(None)).order_by(ActLine.ordinal)
    )
    words = [
        {"subject": one.subject, "stated": one.stated, "found": one.found, "note": one.note}
        for one in said.lines
    ]
    _replace(step, act, desk.today(), list(lines), words, ActLine)
    signers = step.session.scalars(
        select(ActSigner)
        .where(ActSigner.act_id == act.id, ActSigner.struck_on.is_(None))
        .order_by(ActSigner.ordinal)
    )
    wanted = [{"part": one.value, "employee_id": employee} for one, employee in said.signers]
    _replace(step, act, desk.today(), list(signers), wanted, ActSigner)
    for copy in copies_of(step, act):
        name = said.names.get(Addressee(copy.addressee))
        copy.correspondent = name if isinstance(name, str) else ""
        copy.employee_id = name if isinstance(name, int) else None


def _replace(
    step: Step,
    act: Act,
    day: dt.date,
    there: Sequence[ActLine | ActSigner],
    wanted: Sequence[dict[str, Any]],
    kind: type[ActLine | ActSigner],
) -> None:
    """Keep the rows that stay as they are up to the first that differs; strike the rest, and write on below."""
    same = 0
    while same < min(len(there), len(wanted)) and all(
        getattr(there[same], name) == value for name, value in wanted[same].items()
    ):
        same += 1
    for row in there[same:]:
        row.struck_on = day
    last = step.session.scalar(select(func.max(kind.ordinal)).where(kind.act_id == act.id)) or 0
    for place, fields in enumerate(wanted[same:], last + 1):
        step.session.add(kind(act_id=act.id, ordinal=place, **fields))


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


def _waiting_printouts(step: Step, act: Act) -> list[Printout]:
    """The printings of an act that wait for signatures, the latest first."""
    return list(
        step.session.scalars(
            select(Printout)
            .where(
                Printout.subject == f"act:{act.id}",
                Printout.awaits,
                Printout.signed_on.is_(None),
                Printout.set_aside_on.is_(None),
            )
            .order_by(Printout.id.desc())
        )
    )


def _sign_printouts(desk: Desk, step: Step, act: Act, on: dt.date) -> None:
    """The latest printing is the one that was signed; those before it are set aside (W3)."""
    waiting = _waiting_printouts(step, act)
    if not waiting:
        return
    latest, *others = waiting
    latest.signed_on = on
    signatures = select(PrintoutSignature).where(PrintoutSignature.printout_id == latest.id)
    for signature in step.session.scalars(signatures):
        signature.signed_on = signature.signed_on or on
    _replaced(desk, others, latest)


def _replaced(desk: Desk, others: Sequence[Printout], signed: Printout | None) -> None:
    for other in others:
        other.set_aside_on, other.set_aside_reason = desk.today(), _("Another printing was signed")
        other.replaced_by_id = signed.id if signed is not None else None


def _set_aside(desk: Desk, step: Step, act: Act, why: str) -> None:
    for printout in _waiting_printouts(step, act):
        printout.set_aside_on, printout.set_aside_reason = desk.today(), why


def _next_number(step: Step, year: int) -> int:
    highest = step.session.scalar(select(func.max(Act.number)).where(Act.year == year))
    return (highest or 0) + 1


def _unknown_people(step: Step, employees: Sequence[int]) -> list[Finding | None]:
    known = set(step.session.scalars(select(Employee.id).where(Employee.id.in_(employees))))
    unknown = [employee for employee in employees if employee not in known]
    return [Finding("OWN", Weight.REFUSE, "person_unknown", {}, "signers")] if unknown else []


def _number(act: Act) -> str:
    return str(act.number)


def _standing_of(act: Act) -> ActStanding:
    return ActStanding(act.id, act.number, ActStage(act.stage))
