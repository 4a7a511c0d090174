"""What an act says, the same for all kinds: entered, put into other words while it is not signed.

What an act says of its matter is drawn up by a procedure of its own (`procedures.shortage_act`).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _
from dspdesk.law import act as law
from dspdesk.law.act import KINDS, ActKind, ActStage, Addressee, SignerPart
from dspdesk.law.findings import Finding, settle
from dspdesk.law.shortage_act import ActLineWords
from dspdesk.models import Act, ActCopy, ActLine, ActSigner, Organisation
from dspdesk.procedures import act_printouts
from dspdesk.procedures.act import copies_of, keep, life_of, unknown_people
from dspdesk.store.unit_of_work import Step


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
    settle([law.may_follow(life.row, life.stage, ActStage.DRAFT, str(act.number))], "")
    act.basis, act.findings = said.basis.strip(), said.findings.strip()
    _write_words(desk, step, act, said)
    keep(step, act, law.changed(life, said.dated))
    act_printouts.set_aside(desk, step, act, _("The act was changed after it had been printed"))


def objections(desk: Desk, step: Step, kind: ActKind, said: ActText) -> list[Finding | None]:
    """What stands against an act of these words, whatever its kind."""
    people = [employee for _part, employee in said.signers]
    named = [key for key in said.names.values() if isinstance(key, int)]
    return [
        law.dated_in_time(said.dated, desk.today()),
        law.says_something(len(said.lines), said.findings),
        law.enough_signers(KINDS[kind], [one for one, _employee in said.signers]),
        law.signers_differ(people),
        *unknown_people(step, [*people, *named]),
    ]


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


def _next_number(step: Step, year: int) -> int:
    highest = step.session.scalar(select(func.max(Act.number)).where(Act.year == year))
    return (highest or 0) + 1
