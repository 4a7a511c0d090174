"""Proposals to protect information that is on no list (paragraph 9): made, and decided by the head of the body."""

import datetime as dt
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law import restricted_list as law
from dspdesk.law.findings import Finding, settle
from dspdesk.law.kinds import Headship
from dspdesk.law.restricted_list import Decision, EntryWords, Order, OrderKind
from dspdesk.law.roles import Action
from dspdesk.models import ListProposal
from dspdesk.procedures import drafts, restricted_list
from dspdesk.procedures.restricted_list import AmendList
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeSupplement:
    """Information that is on no list and is to be protected: the executor and the head of the unit propose it."""

    information: str
    reasons: str
    executor_id: int | None
    head_id: int | None
    proposed_on: dt.date | None
    form_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """What an accepted proposal brings: the order, the list, and the new entry."""

    list_id: int
    order: Order
    entry: EntryWords
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """The decision on a proposal: with `supplement` it is accepted, without it declined, which `words` explain."""

    proposal_id: int
    decided_on: dt.date | None
    words: str = ""
    supplement: Supplement | None = None
    reason: str = ""


def propose(desk: Desk, command: ProposeSupplement) -> int:
    """Enter a proposal; returns its id, that of the first where it is sent twice. Raises `Refused`."""
    desk.authorize(Action.KEEP_LIST)
    with desk.transaction("restricted_list:proposal:made") as step:
        drafts.done(desk, step, command.form_id)
        earlier = step.session.scalar(select(ListProposal).where(ListProposal.form_id == command.form_id))
        if earlier is not None:
            return earlier.id
        both = command.executor_id is not None and command.head_id is not None
        settle(
            law.check_proposal(
                command.information, command.reasons, command.proposed_on, desk.today(),
                both_chosen=both, heads_unit=_heads_unit(step.connection, command.head_id, command.proposed_on),
            ),
            command.reason,
        )  # fmt: skip
        made = ListProposal(
            form_id=command.form_id,
            information=command.information.strip(),
            reasons=command.reasons.strip(),
            executor_id=cast("int", command.executor_id),
            head_id=cast("int", command.head_id),
            proposed_on=cast("dt.date", command.proposed_on),
            decision=Decision.PROPOSED.value,
            decided_on=None,
            decision_words="",
            entry_id=None,
            recorded_at=step.at,
            recorded_by=desk.person.account_id,
        )
        step.session.add(made)
        step.session.flush()
        step.subject, step.reason = f"list_proposal:{made.id}", command.reason.strip()
    return made.id


def decide(desk: Desk, command: Decide) -> int | None:
    """Enter the decision on a proposal; returns the id of the new entry where it is accepted. Raises `Refused`."""
    desk.authorize(Action.KEEP_LIST)
    with desk.transaction("restricted_list:proposal:decided") as step:
        proposal = step.session.get_one(ListProposal, command.proposal_id)
        accepted = command.supplement is not None
        found: list[Finding | None] = [
            *law.check_decision(
                Decision(proposal.decision), proposal.proposed_on, command.decided_on, desk.today(),
                accepted=accepted, words=command.words,
            )
        ]  # fmt: skip
        if command.supplement is not None:
            amended = _as_amendment(command.supplement)
            found += restricted_list.against_order(
                desk, step, amended, restricted_list.entries_of(step, amended.list_id)
            )
        settle(found, command.reason)
        proposal.decision = (Decision.ACCEPTED if accepted else Decision.DECLINED).value
        proposal.decided_on, proposal.decision_words = command.decided_on, command.words.strip()
        if command.supplement is not None:
            proposal.entry_id = _supplemented(step, command.supplement)
        step.subject, step.reason = f"list_proposal:{proposal.id}", command.reason.strip()
    return proposal.entry_id


def _as_amendment(wanted: Supplement) -> AmendList:
    return AmendList(list_id=wanted.list_id, order=wanted.order, notes=wanted.notes, added=(wanted.entry,))


def _supplemented(step: Step, wanted: Supplement) -> int:
    """Enter the order and the entry of an accepted proposal; the id of the entry."""
    order = restricted_list.enter_order(step, wanted.list_id, OrderKind.ADDITION, wanted.order, wanted.notes)
    (made,) = restricted_list.enter_entries(
        step, order, (wanted.entry,), restricted_list.first_day_of(wanted.order)
    )
    return made.id


def _heads_unit(connection: Connection, employee_id: int | None, day: dt.date | None) -> bool:
    """Whether a person heads a unit on a day or acts for its head; the documentation service is a unit as well."""
    if employee_id is None or day is None:
        return False
    found = connection.exec_driver_sql(
        "SELECT 1 FROM appointment WHERE employee_id = ? AND heads IN (?, ?) AND valid_from <= ? "
        "AND (valid_to IS NULL OR valid_to >= ?) LIMIT 1",
        (employee_id, Headship.UNIT.value, Headship.SERVICE.value, day.isoformat(), day.isoformat()),
    )
    return found.scalar() is not None
