"""Movements of copies (paragraph 15, part 4): each change of holder or place is written once, and at once."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dspdesk.desk import Desk
from dspdesk.law.kinds import MovementKind
from dspdesk.law.whereabouts import WITH_THE_SERVICE, Destination
from dspdesk.models import Copy, Movement
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A movement to be written: of what kind, on which day, where to, in which words of the register, on what paper.

    `paper` names a thing of the store as the ledger does ("handover_sheet:5"), or says in words what was signed.
    """

    kind: MovementKind
    on: dt.date
    words: str = ""
    to: Destination = WITH_THE_SERVICE
    paper: str = ""


def write(desk: Desk, step: Step, copy_ids: Sequence[int], move: Move) -> list[int]:
    """Write one movement of each copy and make it the copy's whereabouts; returns the keys of the movements.

    What may be moved the procedure has asked `guard` before, in this same transaction.
    """
    made = []
    for copy in (step.session.get_one(Copy, key) for key in copy_ids):
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
            paper=move.paper,
        )
        step.session.add(movement)
        step.session.flush()
        copy.whereabouts_id = movement.id
        made.append(movement.id)
    return made
