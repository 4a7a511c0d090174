"""An entry made in the wrong journal (W6): its number is annulled, the document registered in the right one."""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law import misplacement as law
from dspdesk.law import registration as registration_law
from dspdesk.law.carry_over import not_annulled_when_linked
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.guard import CopyFacts
from dspdesk.law.journal_closing import numbers_stay
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind, MovementKind, NumberState
from dspdesk.law.misplacement import Misplaced
from dspdesk.law.registration import Entry
from dspdesk.law.roles import Action
from dspdesk.law.whereabouts import Destination
from dspdesk.models import (
    CarrierCheck,
    Copy,
    Enclosed,
    Item,
    Journal,
    Misplacement,
    Movement,
    Number,
    Relation,
)
from dspdesk.procedures import designations, drafts, enclosed, entries, journals, movements
from dspdesk.procedures.movements import Move
from dspdesk.procedures.registration import Registered, registered_as
from dspdesk.queries import carry_over
from dspdesk.queries.whereabouts import copy_facts
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class PutInRightJournal:
    """Annul the number of an entry made in the wrong journal and register the document in the right one.

    `entry` is the document as the right journal has it; its copies keep their numbers and their place. A repeated save
    (`form_id`) finds the number already given. `mistake` is why the wrong number is annulled; `reason` is asked for
    what the law warns of, such as an own document without a basis of its mark (paragraph 8). `language` is for a
    journal opened by this entry.
    """

    item_id: int
    journal: JournalKind
    year: int
    entry: Entry
    form_id: str
    mistake: str
    reason: str = ""
    language: str = "ru"


def put_in_right_journal(desk: Desk, command: PutInRightJournal) -> Registered:
    """Give the right number and annul the wrong one, both linked; raises `Refused`."""
    desk.authorize(Action.ANNUL)
    with desk.transaction("registration:item:moved_to_journal") as step:
        drafts.done(desk, step, command.form_id)
        if (earlier := _saved_before(step, command.form_id)) is not None:
            return earlier
        item, number, journal = entries.standing(step, command.item_id)
        copies = copy_facts(step.connection, [copy.id for copy in item.copies], desk.today())
        basis = designations.standing(step.connection, item.id) if command.journal in OWN_DOCUMENTS else None
        findings = settle(
            [
                *_stands_against(desk, step, command, number, journal, copies),
                *designations.consider(step.connection, command.journal, command.entry, basis, desk.today()),
            ],
            command.reason,
        )
        step.reason = "; ".join(part for part in (command.mistake.strip(), command.reason.strip()) if part)
        right = _register(desk, step, command)
        designations.write(desk, step, right.id, designations.given(basis, findings, command.reason))
        _keep_places(desk, step, right.id, item)
        _take_along(step, item.id, right.id)
        step.session.add(Misplacement(from_item_id=item.id, to_item_id=right.id))
        part(step, f"item:{right.id}", "registration:item:registered_rightly")
        number.state, number.annulled_reason = NumberState.ANNULLED.value, command.mistake.strip()
        step.subject = f"item:{item.id}"
    return registered_as(right, findings)


def _saved_before(step: Step, form_id: str) -> Registered | None:
    found = step.session.scalar(select(Item).where(Item.form_id == form_id))
    return replace(registered_as(found.number, ()), repeated=True) if found is not None else None


def _stands_against(
    desk: Desk,
    step: Step,
    command: PutInRightJournal,
    number: Number,
    journal: Journal,
    copies: list[CopyFacts],
) -> list[Finding | None]:
    written = entries.number_of(number).with_mark(journal.language)
    entry = Misplaced(
        number=written,
        kind=JournalKind(journal.kind),
        state=NumberState(number.state),
        copies=tuple(copies),
        dependants=dependants(step.connection, number.id),
    )
    links = carry_over.links_of(step.connection, number.id)
    return [
        None if command.mistake.strip() else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "mistake"),
        numbers_stay(closed=journal.closed_on is not None, year=journal.year),
        not_annulled_when_linked(linked=links.carried, number=written),
        *law.check(entry, command.journal),
        *enclosed.moved(desk, step.connection, command.journal, number.id, command.entry),
        *registration_law.check_entry(command.entry, command.year, desk.today()),
        *entries.unknown_parts(step.connection, command.journal, command.year, command.entry),
    ]


#: What of each table depends on an entry, by the code of its finding.
_DEPENDING = {
    "misplaced_with_resolution": "SELECT 1 FROM resolution WHERE item_id = ? AND struck_on IS NULL",
    "misplaced_with_control": "SELECT 1 FROM control WHERE item_id = ? AND off_on IS NULL",
    "misplaced_with_act": "SELECT 1 FROM act WHERE item_id = ? AND withdrawn_on IS NULL",
    "misplaced_with_permit": "SELECT 1 FROM permit WHERE item_id = ? AND revoked_on IS NULL",
}


def dependants(connection: Connection, item_id: int) -> tuple[str, ...]:
    """What rests on the number of an entry (`law.misplacement.DEPENDANTS`)."""
    return tuple(
        code
        for code, question in _DEPENDING.items()
        if connection.exec_driver_sql(question, (item_id,)).fetchone() is not None
    )


def _register(desk: Desk, step: Step, command: PutInRightJournal) -> Number:
    journal = journals.opened(desk, step, command.journal, command.year, command.language)
    settle([registration_law.journal_open(closed=journal.closed_on is not None, year=journal.year)], "")
    ready = registration_law.ready_for_number(command.journal, command.entry)
    state = NumberState.ISSUED if ready else NumberState.RESERVED
    number = entries.give_number(step, journal, command.entry, state)
    entries.enter(desk, step, journal, number, command.entry, command.form_id)
    step.session.flush()
    return number


def _keep_places(desk: Desk, step: Step, right_id: int, wrong: Item) -> None:
    """What lies in a storage place lies there under the right number, too."""
    kept = {copy.number: _stored(step, copy) for copy in wrong.copies if copy.struck_on is None}
    for copy in step.session.get_one(Item, right_id).copies:
        if (last := kept.get(copy.number)) is not None:
            move = Move(
                kind=MovementKind.STORING, on=_later(last.happened_on, copy.item.registered_on),
                words=last.as_written, to=Destination(place_id=last.place_id),
            )  # fmt: skip
            movements.write(desk, step, [copy.id], move)


def _stored(step: Step, copy: Copy) -> Movement | None:
    last = step.session.get(Movement, copy.whereabouts_id) if copy.whereabouts_id else None
    return last if last is not None and last.kind == MovementKind.STORING else None


def _later(stored_on: dt.date | None, registered_on: dt.date | None) -> dt.date | None:
    """No movement of an entry is earlier than the entry."""
    return max((day for day in (stored_on, registered_on) if day is not None), default=None)


def _take_along(step: Step, wrong_id: int, right_id: int) -> None:
    """The log of the mail, the check of the carrier and its links are of the document, whatever its number."""
    documents = step.session.scalars(select(Enclosed).where(Enclosed.item_id == wrong_id)).all()
    checks = step.session.scalars(select(CarrierCheck).where(CarrierCheck.item_id == wrong_id)).all()
    for document in documents:
        document.item_id = right_id
    for check in checks:
        check.item_id = right_id
    standing = Relation.struck_on.is_(None)
    for link in step.session.scalars(select(Relation).where(Relation.item_id == wrong_id, standing)):
        link.item_id = right_id
    for link in step.session.scalars(select(Relation).where(Relation.other_id == wrong_id, standing)):
        link.other_id = right_id
    step.session.flush()
