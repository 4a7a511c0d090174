"""What the mark of an own document rests on (paragraphs 7-9): named at registration, or later.

The steps of `consider`, `given` and `write` are taken inside the transactions that register and confirm.
"""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dspdesk.desk import Desk
from dspdesk.law import registration as registration_law
from dspdesk.law import restricted_list as law
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind, NumberState
from dspdesk.law.registration import Entry
from dspdesk.law.restricted_list import Decision, Designation, EntryTerm
from dspdesk.law.roles import Action
from dspdesk.models import Designation as Row
from dspdesk.models import Item, Journal, Number
from dspdesk.procedures import entries
from dspdesk.queries import designations as standing_ones
from dspdesk.queries import restricted_list as queries
from dspdesk.queries.carry_over import links_of
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Designate:
    """Name what the mark of a document registered earlier rests on; a later designation replaces it."""

    item_id: int
    designation: Designation
    reason: str = ""


def designate(desk: Desk, command: Designate) -> None:
    """Name what the mark of a registered document rests on. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.REGISTER)
    with desk.transaction("restricted_list:item:designated") as step:
        item, number, journal = entries.standing(step, command.item_id)
        stands = standing(step.connection, item.id)
        settle([*_against(desk, step, command, item, number, journal),
                law.designated_anew(stands, command.designation)], command.reason)  # fmt: skip
        write(desk, step, item.id, command.designation)
        step.subject, step.reason = f"item:{item.id}", command.reason.strip()


def consider(
    connection: Connection, kind: JournalKind, entry: Entry, wanted: Designation | None, today: dt.date
) -> list[Finding | None]:
    """What the law says of the basis of the mark of a document that is registered or confirmed; writes nothing."""
    ready = registration_law.ready_for_number(kind, entry)
    if wanted is None:
        own = kind in OWN_DOCUMENTS and ready
        there = own and queries.list_in_force(connection, _day(entry, today))
        return [law.basis_named(kind, None, ready=ready, list_in_force=there)]
    found: list[Finding | None] = [law.own_documents_only(kind, wanted)]
    if ready:
        found += law.both_named(wanted, entry.executor, entry.signatory)
    return found + against(connection, wanted, _day(entry, today))


def against(connection: Connection, wanted: Designation, day: dt.date) -> list[Finding | None]:
    """What stands against a basis on a day: an entry not in force, a ground without words, a proposal declined."""
    found = [law.ground_in_words(wanted)]
    if wanted.entry_id is not None:
        rows = queries.entries_within(connection, wanted.entry_id)
        found += [
            law.entry_in_force(EntryTerm(row.id, row.point, row.valid_from, row.valid_to), day)
            for row in rows
        ]
        found += [] if rows else [_unknown()]
    if wanted.proposal_id is not None:
        decision = connection.exec_driver_sql(
            "SELECT decision FROM list_proposal WHERE id = ?", (wanted.proposal_id,)
        ).scalar()
        found.append(law.proposal_stands(Decision(decision)) if decision else _unknown())
    return found


def given(wanted: Designation | None, findings: tuple[Finding, ...], reason: str) -> Designation | None:
    """The basis to be written: the one wanted, or the reason that was typed for having none (paragraph 8)."""
    warned = any(finding.code in law.WITHOUT_BASIS for finding in findings)
    return wanted or (Designation.outside(reason.strip()) if warned else None)


def goes_on(connection: Connection, item_id: int, number: str) -> Finding | None:
    """What the law says of naming the basis in an entry that was carried over."""
    later = links_of(connection, item_id).carried_to
    return law.designated_where_it_goes_on(number, later.as_written().number if later else "")


def write(desk: Desk, step: Step, item_id: int, wanted: Designation | None) -> None:
    """Write the basis of the mark of an entry, unless it stands already; it replaces those before it."""
    step.session.flush()
    if wanted is None or standing_ones.designation_within(step.connection, item_id) == wanted:
        return
    last = step.session.scalar(select(func.max(Row.ordinal)).where(Row.item_id == item_id)) or 0
    step.session.add(
        Row(
            item_id=item_id,
            ordinal=last + 1,
            ground=wanted.ground.value,
            entry_id=wanted.entry_id,
            proposal_id=wanted.proposal_id,
            words=wanted.words.strip(),
            recorded_at=step.at,
            recorded_by=desk.person.account_id,
        )
    )


def standing(connection: Connection, item_id: int) -> Designation | None:
    """The basis of the mark of an entry, as a transaction sees it."""
    return standing_ones.designation_within(connection, item_id)


def carry(desk: Desk, step: Step, from_id: int, to_id: int) -> None:
    """A document that is registered anew rests on what it rested on."""
    write(desk, step, to_id, standing_ones.designation_within(step.connection, from_id))


def _day(entry: Entry, today: dt.date) -> dt.date:
    return law.basis_day(entry.signed_on, entry.date, today)


def _unknown() -> Finding:
    return Finding("OWN", Weight.REFUSE, "basis_unknown", {}, "designation")


def _against(
    desk: Desk, step: Step, command: Designate, item: Item, number: Number, journal: Journal
) -> list[Finding | None]:
    facts = {"number": str(entries.number_of(number))}
    annulled = Finding("D14a", Weight.REFUSE, "not_to_be_corrected", facts)
    kind, entry = JournalKind(journal.kind), entries.entry_of(item)
    return [
        annulled if number.state == NumberState.ANNULLED.value else None,
        goes_on(step.connection, item.id, facts["number"]),
        *consider(step.connection, kind, entry, command.designation, desk.today()),
    ]
