"""Entries are linked with what they are about (paragraph 30, 2), and a link made by mistake is taken back."""

from dataclasses import dataclass

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.law import relations as law
from dspdesk.law.findings import Finding, settle
from dspdesk.law.kinds import NumberState
from dspdesk.law.relations import RelationKind, Side, Wanted
from dspdesk.law.roles import Action
from dspdesk.models import Journal, Number, Relation
from dspdesk.procedures import entries
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class Relate:
    """Link an entry with another one; `side` is what it is to that one."""

    item_id: int
    other_id: int
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """Take back a link made by mistake; `reason` is kept in the ledger."""

    relation_id: int
    reason: str


def relate(desk: Desk, command: Relate) -> int:
    """Link two entries; it stands in the history of both. Raises `Refused`; returns the id of the relation."""
    desk.authorize(Action.CORRECT)
    with desk.transaction("registration:item:related") as step:
        settle(_against(step, command), "")
        first, second = command.item_id, command.other_id
        if command.side.turned:
            first, second = second, first
        relation = Relation(
            kind=command.side.kind.value,
            item_id=first,
            other_id=second,
            recorded_at=step.at,
            recorded_by=desk.person.account_id,
            struck_on=None,
        )
        step.session.add(relation)
        part(step, f"item:{command.other_id}")
        step.subject = f"item:{command.item_id}"
        return relation.id


def take_back(desk: Desk, command: TakeBack) -> None:
    """Strike out a link; one taken back already stays so. Raises `Refused` without a reason."""
    desk.authorize(Action.CORRECT)
    with desk.transaction("registration:item:unrelated") as step:
        relation = step.session.get_one(Relation, command.relation_id)
        if relation.struck_on is not None:
            return
        settle([law.reason_given(command.reason)], "")
        step.reason = command.reason.strip()
        relation.struck_on = desk.today()
        part(step, f"item:{relation.other_id}")
        step.subject = f"item:{relation.item_id}"


def _against(step: Step, command: Relate) -> list[Finding]:
    one, other = (step.session.get_one(Number, key) for key in (command.item_id, command.other_id))
    return law.check(
        Wanted(
            number=_shown(step, one),
            other_number=_shown(step, other),
            same_entry=one.id == other.id,
            state=NumberState(one.state),
            other_state=NumberState(other.state),
            kind=command.side.kind,
            between=_between(step, one.id, other.id),
        )
    )


def _between(step: Step, one: int, other: int) -> set[RelationKind]:
    pair = (one, other)
    found = step.session.scalars(
        select(Relation.kind).where(
            Relation.item_id.in_(pair), Relation.other_id.in_(pair), Relation.struck_on.is_(None)
        )
    )
    return {RelationKind(kind) for kind in found}


def _shown(step: Step, number: Number) -> str:
    journal = step.session.get_one(Journal, number.journal_id)
    return entries.number_of(number).with_mark(journal.language)
