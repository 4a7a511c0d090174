"""Corrections of movements (W6): a new movement stands in the place of the wrong one, and both stay to be seen."""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.law import movement_correction as law
from dspdesk.law import whereabouts
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.guard import CopyFacts, Intent
from dspdesk.law.kinds import MovementKind
from dspdesk.law.roles import Action
from dspdesk.law.whereabouts import Destination
from dspdesk.models import Movement
from dspdesk.procedures import guard, movements
from dspdesk.procedures.movements import Move
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectHolder:
    """The register names a wrong person: these copies were given to `employee_id`, on the day `on`, against `paper`.

    `mistake` says how the wrong entry came about; `reason` is asked when nobody admits the right person.
    """

    copy_ids: tuple[int, ...]
    employee_id: int
    on: dt.date
    paper: str
    mistake: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoMovement:
    """The last movement of these copies was entered by mistake: they are where they were before it."""

    copy_ids: tuple[int, ...]
    mistake: str


def correct_holder(desk: Desk, command: CorrectHolder) -> list[int]:
    """Write the right receipts in the place of the wrong ones; returns their keys. Raises `Refused`, `NeedsReason`."""
    desk.authorize(Action.CORRECT)
    with desk.transaction("movement:copies:holder_corrected") as step:
        found = guard.facts_of(step.connection, command.copy_ids, command.on)
        wanted = guard.wanted_on(desk, step.connection, command.on, command.employee_id)
        chains = {copy.copy_id: chain_of(step, copy.copy_id) for copy in found}
        facts = [_as_before(copy, chains[copy.copy_id]) for copy in found]
        settle(
            [
                *guard.against(Intent.CORRECT_HOLDER, facts, wanted),
                *(law.is_receipt(copy, _kind(chains[copy.copy_id])) for copy in found),
                law.another_person([copy.holder_id for copy in found], command.employee_id, wanted.employee),
                whereabouts.receipt_named(command.paper),
                _told(command.mistake),
            ],
            command.reason,
        )
        step.reason = "; ".join(part for part in (command.mistake.strip(), command.reason.strip()) if part)

        def move(copy: CopyFacts) -> Move:
            words = movements.person_words(
                step.connection, copy.language, command.employee_id, command.on, command.paper
            )
            return Move(
                kind=MovementKind.RECEIPT, on=command.on, words=words, paper=command.paper.strip(),
                to=Destination(employee_id=command.employee_id), corrects_id=chains[copy.copy_id][-1].id,
            )  # fmt: skip

        return movements.write_each(desk, step, facts, move)


def undo(desk: Desk, command: UndoMovement) -> list[int]:
    """Write where the copies are in spite of the wrong movement; returns the keys. Raises `Refused`."""
    desk.authorize(Action.CORRECT)
    with desk.transaction("movement:copies:undone") as step:
        facts = guard.facts_of(step.connection, command.copy_ids, desk.today())
        wanted = guard.wanted_on(desk, step.connection, desk.today())
        chains = {copy.copy_id: chain_of(step, copy.copy_id) for copy in facts}
        settle(
            [
                *guard.against(Intent.UNDO, facts, wanted),
                *(_correctable(copy, chains[copy.copy_id]) for copy in facts),
                _told(command.mistake),
            ],
            "",
        )
        step.reason = command.mistake.strip()
        return movements.write_each(desk, step, facts, lambda copy: standing_before(chains[copy.copy_id]))


def standing_before(chain: list[Movement]) -> Move:
    """Where a copy was before its last movement, entered again; with the service when that was its first."""
    wrong, earlier = chain[-1], law.before(chain)
    if earlier is None:
        return Move(kind=MovementKind.RETURN, on=None, corrects_id=wrong.id)
    to = Destination(
        earlier.employee_id, earlier.unit_id, earlier.place_id, earlier.correspondent_id, earlier.volume_id
    )
    return Move(
        kind=MovementKind(earlier.kind), on=earlier.happened_on, words=earlier.as_written, to=to,
        paper=earlier.paper, corrects_id=wrong.id,
    )  # fmt: skip


def chain_of(step: Step, copy_id: int) -> list[Movement]:
    """All movements of a copy, the first one first."""
    return list(
        step.session.scalars(select(Movement).where(Movement.copy_id == copy_id).order_by(Movement.id))
    )


def _kind(chain: list[Movement]) -> MovementKind | None:
    return MovementKind(chain[-1].kind) if chain else None


def _as_before(copy: CopyFacts, chain: list[Movement]) -> CopyFacts:
    """The right movement follows the one before the wrong one."""
    earlier = law.before(chain)
    return replace(copy, since=earlier.happened_on if earlier else None)


def _correctable(copy: CopyFacts, chain: list[Movement]) -> Finding | None:
    kind, words = _kind(chain), chain[-1].as_written if chain else ""
    return law.correctable(copy, kind, words) or _undone_already(copy, chain)


def _undone_already(copy: CopyFacts, chain: list[Movement]) -> Finding | None:
    """What stands there after a movement was taken out is no movement: there is nothing more to correct."""
    if law.standing(chain):
        return None
    facts = {"number": copy.number, "copy": copy.copy}
    return Finding("W6", Weight.REFUSE, "nothing_moved", facts, "copies")


def _told(mistake: str) -> Finding | None:
    return None if mistake.strip() else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "mistake")
