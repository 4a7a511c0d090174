"""Carrying unfinished documents over to the journals of the running year (paragraph 14, part 2).

The paper stays the same, and so do the numbers of its copies: they leave the old entry by a movement that names the
new number, and go on under the new one with whoever holds them. So no copy is counted in two places.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.law import carry_over as law
from dspdesk.law import registration as registration_law
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.guard import Intent
from dspdesk.law.kinds import JournalKind, MovementKind, NumberState
from dspdesk.law.registration_journal import Linked, carried_to
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.law.whereabouts import Destination
from dspdesk.models import CarryOver as Link
from dspdesk.models import Copy, Item, Movement, Number
from dspdesk.procedures import designations, entries, guard, journals, movements
from dspdesk.procedures.movements import Move
from dspdesk.queries import item as items
from dspdesk.queries.item import ItemDetails
from dspdesk.queries.whereabouts import copy_facts
from dspdesk.store.unit_of_work import Step, part

Progress = Callable[[int, int], None]  # documents done, documents in all
_Passing = tuple[Copy, Movement | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOver:
    """Register these entries anew in the journals of `year`, in the order of their numbers: all of them or none.

    An entry carried over to that year before keeps the number it got then, so the same save may be repeated.
    """

    item_ids: tuple[int, ...]
    year: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """One document: its old and its new entry, the new number, and whether it had been carried over before."""

    from_id: int
    to_id: int
    number: RegistrationNumber
    repeated: bool = False


def carry_over(desk: Desk, command: CarryOver, progress: Progress | None = None) -> list[Carried]:
    """Register documents anew and link both entries; raises `Refused` naming every document that stands against it."""
    desk.authorize(Action.CARRY_OVER)
    done: list[Carried] = []
    with desk.transaction("registration:item:carried_over") as step:
        settle([law.year_running(command.year, desk.today())], command.reason)
        step.reason = command.reason.strip()
        asked = _asked(desk, step, command)
        for old in asked:
            done.append(_repeated(old) or _carry(desk, step, old, command.year))
            if progress is not None:
                progress(len(done), len(asked))
    return done


def _asked(desk: Desk, step: Step, command: CarryOver) -> list[ItemDetails]:
    """The entries in the order of their journals and numbers. Raises `Refused` with all that is against any."""
    found = (items.details(desk, step.connection, key) for key in dict.fromkeys(command.item_ids))
    asked = sorted((entry for entry in found if entry is not None), key=_order)
    against = [
        finding
        for entry in asked
        for finding in (*law.check(_to_carry(entry), command.year), *_waiting(desk, step, entry))
    ]
    if not asked:
        against.append(Finding("OWN", Weight.REFUSE, "nothing_to_carry"))
    if against:
        raise Refused(against)
    return asked


def _waiting(desk: Desk, step: Step, entry: ItemDetails) -> list[Finding]:
    """What the guard says of the copies that would pass."""
    facts = copy_facts(step.connection, [copy.id for copy, _ in _passing(step, entry.id)], desk.today())
    return guard.against(Intent.CARRY_OVER, facts, guard.wanted_on(desk, step.connection, desk.today()))


def _order(entry: ItemDetails) -> tuple[int, RegistrationNumber]:
    return list(JournalKind).index(entry.journal.kind), entry.number


def _to_carry(entry: ItemDetails) -> law.ToCarry:
    return law.ToCarry(
        number=entry.number.with_mark(entry.journal.language),
        kind=entry.journal.kind,
        year=entry.journal.year,
        state=entry.state,
        carried_to=entry.links.carried_to.journal.year if entry.links.carried_to else None,
    )


def _repeated(old: ItemDetails) -> Carried | None:
    if (new := old.links.carried_to) is None:
        return None
    return Carried(old.id, new.id, new.number, repeated=True)


def _carry(desk: Desk, step: Step, old: ItemDetails, year: int) -> Carried:
    journal = journals.opened(desk, step, old.journal.kind, year, old.journal.language)
    settle([registration_law.journal_open(closed=journal.closed_on is not None, year=year)], "")
    passing = _passing(step, old.id)
    control = "" if old.off_control else old.entry.control
    copies = tuple(copy.number for copy, _ in passing)
    entry = replace(old.entry, date=desk.today(), copies=copies, control=control)
    # what was registered once is registered: its new number is not reserved again
    number = entries.give_number(step, journal, entry, NumberState.ISSUED)
    entries.enter(desk, step, journal, number, entry, f"carry_over:{old.id}")
    step.session.flush()
    step.session.add(Link(from_item_id=old.id, to_item_id=number.id))
    designations.carry(desk, step, old.id, number.id)
    _receive(desk, step, number, passing)
    part(step, f"item:{number.id}", "registration:item:registered_anew")
    given = entries.number_of(number)
    _leave(desk, step, old, Linked(given.with_mark(journal.language), desk.today()), passing)
    part(step, f"item:{old.id}")
    return Carried(old.id, number.id, given)


def _passing(step: Step, item_id: int) -> list[_Passing]:
    """The copies that go on under the new number, each with its last movement."""
    found = step.session.execute(
        select(Copy, Movement)
        .outerjoin(Movement, Movement.id == Copy.whereabouts_id)
        .where(Copy.item_id == item_id, Copy.struck_on.is_(None))
        .order_by(Copy.number)
    )
    return [(copy, last) for copy, last in found if _kind(last) in law.PASSING]


def _kind(movement: Movement | None) -> MovementKind | None:
    return MovementKind(movement.kind) if movement else None


def _receive(desk: Desk, step: Step, number: Number, passing: list[_Passing]) -> None:
    """Under the new number the copies are with whoever held them under the old one."""
    held = {copy.number: last for copy, last in passing if last is not None and _kind(last) in law.HELD}
    for copy in step.session.get_one(Item, number.id).copies:
        if (last := held.get(copy.number)) is not None:
            to = Destination(last.employee_id, last.unit_id, last.place_id, last.correspondent_id)
            move = Move(
                kind=MovementKind(last.kind),
                on=last.happened_on,
                words=last.as_written,
                to=to,
                paper=last.paper,
            )
            movements.write(desk, step, [copy.id], move)
    movements.find_by_words(step, number.id)  # both entries are found by the number of the other


def _leave(desk: Desk, step: Step, old: ItemDetails, new: Linked, passing: list[_Passing]) -> None:
    """The copies leave the old entry for the new one, which its note names (column 14)."""
    words = carried_to(new, old.journal.language)
    move = Move(kind=MovementKind.CARRIED_OVER, on=new.on, words=words)
    movements.write(desk, step, [copy.id for copy, _ in passing], move)
    movements.find_by_words(step, old.id)
