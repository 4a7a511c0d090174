"""Movements of copies (paragraph 15, part 4): each change of holder or place is written once, and at once."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law import whereabouts as law
from dspdesk.law.findings import settle
from dspdesk.law.guard import CopyFacts, Intent
from dspdesk.law.kinds import MovementKind
from dspdesk.law.roles import Action
from dspdesk.law.whereabouts import WITH_THE_SERVICE, Destination
from dspdesk.models import Copy, Item, Movement
from dspdesk.procedures import entries, guard
from dspdesk.queries import storage, whereabouts
from dspdesk.queries.names import name_in
from dspdesk.store import searchable
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A movement to be written: of what kind, on which day, where to, in which words of the register, on what paper.

    `paper` names a thing of the store as the ledger does ("handover_sheet:5"), or says in words what was signed.
    `corrects_id` is the movement entered by mistake in whose place this one stands.
    """

    kind: MovementKind
    on: dt.date | None
    words: str = ""
    to: Destination = WITH_THE_SERVICE
    paper: str = ""
    corrects_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Give copies to a person of the body against a signature, without a hand-over sheet.

    `paper` says in words what was signed, in the language of the journal: "расписка в журнале".
    """

    copy_ids: tuple[int, ...]
    employee_id: int
    on: dt.date
    paper: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """Copies come back to the documentation service from whoever has them; `paper` is what was written on it."""

    copy_ids: tuple[int, ...]
    on: dt.date
    paper: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """Put copies into a storage place of the documentation service."""

    copy_ids: tuple[int, ...]
    place_id: int
    on: dt.date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkAsWritten:
    """Say whom the words of an imported register mean: the words stay, the holder is known from now on.

    `on` is the day of the receipt where the words do not give one that the store knows.
    """

    copy_ids: tuple[int, ...]
    employee_id: int
    on: dt.date | None = None


def hand_over(desk: Desk, command: HandOver) -> list[int]:
    """Write the receipts; returns the keys of the movements. Raises `Refused`."""
    desk.authorize(Action.MOVE_COPIES)
    with desk.transaction("movement:copies:handed_over") as step:
        facts, findings = guard.ask(
            desk,
            step.connection,
            Intent.HAND_OVER,
            command.copy_ids,
            on=command.on,
            employee_id=command.employee_id,
        )
        settle([*findings, law.receipt_named(command.paper)], command.reason)
        step.reason = command.reason.strip()

        def move(copy: CopyFacts) -> Move:
            words = person_words(
                step.connection, copy.language, command.employee_id, command.on, command.paper
            )
            to = Destination(employee_id=command.employee_id)
            return Move(
                kind=MovementKind.RECEIPT, on=command.on, words=words, to=to, paper=command.paper.strip()
            )

        return write_each(desk, step, facts, move)


def take_back(desk: Desk, command: TakeBack) -> list[int]:
    """Write the returns; returns the keys of the movements. Raises `Refused`."""
    desk.authorize(Action.MOVE_COPIES)
    with desk.transaction("movement:copies:taken_back") as step:
        facts, findings = guard.ask(desk, step.connection, Intent.TAKE_BACK, command.copy_ids, on=command.on)
        settle(findings, command.reason)
        step.reason = command.reason.strip()

        def move(copy: CopyFacts) -> Move:
            words = returned_words(step.connection, copy, command.on, command.paper)
            return Move(kind=MovementKind.RETURN, on=command.on, words=words, paper=command.paper.strip())

        return write_each(desk, step, facts, move)


def store(desk: Desk, command: Store) -> list[int]:
    """Write where the copies are kept; returns the keys of the movements. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.MOVE_COPIES)
    with desk.transaction("movement:copies:stored") as step:
        facts, findings = guard.ask(desk, step.connection, Intent.STORE, command.copy_ids, on=command.on)
        place, open_there = whereabouts.place_named(step.connection, command.place_id)
        unfit = storage.against_copies(step.connection, command.copy_ids, command.place_id)
        settle([*findings, law.place_open(place, is_open=open_there), *unfit], command.reason)
        step.reason = command.reason.strip()
        move = Move(
            kind=MovementKind.STORING,
            on=command.on,
            words=law.as_written(place, command.on),
            to=Destination(place_id=command.place_id),
        )
        return write_each(desk, step, facts, lambda _copy: move)


def link_as_written(desk: Desk, command: LinkAsWritten) -> None:
    """Make the holder of copies known whom an imported register names in words only. Raises `Refused`."""
    desk.authorize(Action.MOVE_COPIES)
    with desk.transaction("movement:copies:linked") as step:
        facts = guard.facts_of(step.connection, command.copy_ids, desk.today())
        settle(
            [
                *(law.to_be_linked(copy.number, copy.copy, copy.where) for copy in facts),
                law.not_ahead(command.on, desk.today()),
                *(
                    law.linked_in_order(copy.number, copy.copy, command.on, _before(step.connection, copy))
                    for copy in facts
                    if copy.since is None  # a day that the register gives stays
                ),
            ],
            "",
        )
        for item_id, copies in by_item(facts):
            for copy in copies:
                movement = step.session.get_one(
                    Movement, step.session.get_one(Copy, copy.copy_id).whereabouts_id
                )
                movement.employee_id = command.employee_id
                movement.happened_on = movement.happened_on or command.on
            part(step, f"item:{item_id}")


def _before(connection: Connection, copy: CopyFacts) -> dt.date | None:
    """The day before which the last movement of a copy cannot have been: of the one before it, or the registration."""
    last = connection.exec_driver_sql(
        "SELECT max(movement.happened_on) FROM copy JOIN movement ON movement.copy_id = copy.id "
        "WHERE copy.id = ? AND movement.id <> copy.whereabouts_id",
        (copy.copy_id,),
    ).scalar()
    days = (copy.registered_on, dt.date.fromisoformat(last) if last else None)
    return max((day for day in days if day is not None), default=None)


def write(desk: Desk, step: Step, copy_ids: Sequence[int], move: Move) -> list[int]:
    """Write one movement of each copy and make it the copy's whereabouts; returns the keys of the movements.

    What may be moved the procedure has asked `guard` before, in this same transaction.
    """
    copies = [step.session.get_one(Copy, key) for key in dict.fromkeys(copy_ids)]
    made = [_write(desk, step, copy, move) for copy in copies]
    for item_id in sorted({copy.item_id for copy in copies}):
        find_by_words(step, item_id)
    return made


def write_each(
    desk: Desk, step: Step, facts: Sequence[CopyFacts], move: Callable[[CopyFacts], Move]
) -> list[int]:
    """Write the movement of each copy, entry by entry, so that the step stands in the history of each."""
    made: list[int] = []
    for item_id, copies in by_item(facts):
        made += [_write(desk, step, step.session.get_one(Copy, copy.copy_id), move(copy)) for copy in copies]
        find_by_words(step, item_id)
        part(step, f"item:{item_id}")
    return made


def _write(desk: Desk, step: Step, copy: Copy, move: Move) -> int:
    movement = Movement(
        copy_id=copy.id,
        kind=move.kind.value,
        happened_on=move.on,
        as_written=move.words,
        recorded_at=step.at,
        recorded_by=desk.person.account_id,
        employee_id=move.to.employee_id,
        unit_id=move.to.unit_id,
        place_id=move.to.place_id,
        correspondent_id=move.to.correspondent_id,
        volume_id=move.to.volume_id,
        paper=move.paper,
        corrects_id=move.corrects_id,
    )
    step.session.add(movement)
    step.session.flush()
    copy.whereabouts_id = movement.id
    return movement.id


def find_by_words(step: Step, item_id: int) -> None:
    """Whoever signed for an entry is found by the search: its words follow those of its movements."""
    step.session.flush()
    item = step.session.get_one(Item, item_id)
    fields = entries.fields_of(entries.entry_of(item))
    words = searchable.movement_words(step.connection, item_id)
    number = entries.number_of(item.number)
    for name, text in searchable.of_item(number.plain, fields, words, item.number.written).items():
        setattr(item, name, text)


def person_words(connection: Connection, language: str, employee_id: int, on: dt.date, paper: str) -> str:
    """A receipt as column 10 has it, the person called as on that day, in the language of the journal."""
    return law.as_written(name_in(connection, f"employee:{employee_id}", on, language), on, paper)


def returned_words(connection: Connection, copy: CopyFacts, on: dt.date, paper: str) -> str:
    """A return as column 11 has it: from whom, where the register knows a person, and when."""
    if copy.holder_id is None:
        return law.as_written("", on, paper)
    return person_words(connection, copy.language, copy.holder_id, on, paper)


def by_item(facts: Sequence[CopyFacts]) -> list[tuple[int, list[CopyFacts]]]:
    """Copies by their entries."""
    ordered = sorted(facts, key=lambda copy: (copy.item_id, copy.copy))
    return [(key, list(copies)) for key, copies in groupby(ordered, key=lambda copy: copy.item_id)]
