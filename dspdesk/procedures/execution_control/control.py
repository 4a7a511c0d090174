"""Deadlines: taken on control, put off, taken off."""

import datetime as dt

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law import execution_control as law
from dspdesk.law.execution_control import Part, Wanted
from dspdesk.law.findings import Finding, settle
from dspdesk.law.roles import Action
from dspdesk.models import Control, Extension, Item, Journal
from dspdesk.procedures.execution_control import entry
from dspdesk.procedures.execution_control.commands import Done, Extend, TakeOff, TakeOnControl
from dspdesk.queries import item as items
from dspdesk.queries import resolutions as queries
from dspdesk.queries.names import name_in
from dspdesk.store.unit_of_work import Step


def take_on(desk: Desk, command: TakeOnControl) -> Done:
    """Take a document on control. Raises `Refused`."""
    desk.authorize(Action.KEEP_CONTROL)
    with desk.transaction("execution_control:item:control_taken") as step:
        item = step.session.get_one(Item, command.item_id)
        standing = queries.standing(step.connection, command.item_id)
        state = items.state_of(step.connection, command.item_id)
        language = _language(step, item)
        in_force = [
            line
            for line in queries.resolutions_of(step.connection, item.id, language)
            if line.struck_on is None
        ]
        executor = item.executor or any(line.ids(Part.EXECUTOR) for line in in_force)
        findings = settle(
            [
                law.document_stands(state, standing.number),
                *law.check_taking(standing, bool(executor), command.on, command.due_on, desk.today()),
            ],
            command.reason,
        )
        _begin(desk, step, item, command.on, command.due_on, in_force[-1].id if in_force else None)
        step.subject, step.reason = f"item:{item.id}", command.reason.strip()
        entry.keep_in_step(desk, step, item.id, law.taken(item.control, language))
    return Done(command.item_id, findings=findings)


def consider_extension(desk: Desk, command: Extend) -> tuple[Finding, ...]:
    """What stands against an extension, for a form being filled in; writes nothing."""
    with desk.reading() as connection:
        return tuple(_against_extension(desk, connection, command))


def extend(desk: Desk, command: Extend) -> Done:
    """Put a deadline off. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.KEEP_CONTROL)
    with desk.transaction("execution_control:item:deadline_extended") as step:
        findings = settle(_against_extension(desk, step.connection, command), command.reason)
        item = step.session.get_one(Item, command.item_id)
        control, language = _running(desk, step, item), _language(step, item)
        step.session.add(
            Extension(
                control_id=control.id,
                due_before=item.due_on,
                due_after=command.due_after,
                reason=" ".join(command.why.split()),
                allowed_by_id=command.allowed_by_id,
                allowed_on=command.allowed_on,
                recorded_at=step.at,
                recorded_by=desk.person.account_id,
            )
        )
        step.subject, step.reason = f"item:{item.id}", command.why.strip()
        if command.reason.strip():
            step.reason = f"{command.why.strip()} ({command.reason.strip()})"
        mark = law.extended(item.control, command.due_after or desk.today(), language)
        entry.keep_in_step(desk, step, item.id, mark)
    return Done(command.item_id, findings=findings)


def take_off(desk: Desk, command: TakeOff) -> Done:
    """Take a document off control; column 9 keeps both traces. Raises `Refused`."""
    desk.authorize(Action.KEEP_CONTROL)
    with desk.transaction("execution_control:item:control_ended") as step:
        standing = queries.standing(step.connection, command.item_id)
        findings = settle(
            law.check_taking_off(standing, command.on, command.outcome, desk.today()), command.reason
        )
        item = step.session.get_one(Item, command.item_id)
        control = _running(desk, step, item)
        control.off_on, control.outcome = command.on, " ".join(command.outcome.split())
        control.off_allowed_by_id = command.allowed_by_id
        step.subject, step.reason = f"item:{item.id}", command.reason.strip() or control.outcome
        mark = law.taken_off(item.control, command.on, _language(step, item))
        entry.keep_in_step(desk, step, item.id, mark)
    return Done(command.item_id, findings=findings)


def _against_extension(desk: Desk, connection: Connection, command: Extend) -> list[Finding]:
    on, by = command.allowed_on, command.allowed_by_id
    authors = {
        line.author_id
        for line in queries.resolutions_of(connection, command.item_id, "ru")
        if line.struck_on is None
    }
    wanted = Wanted(
        due_on=command.due_after,
        reason=command.why,
        allowed_by=name_in(connection, f"employee:{by}", on, _words_of(connection, command.item_id)),
        allows=by in authors or queries.heads_body(connection, by, on),
        allowed_on=on,
    )
    return law.check_extension(queries.standing(connection, command.item_id), wanted, desk.today())


def _words_of(connection: Connection, item_id: int) -> str:
    found = connection.exec_driver_sql(
        "SELECT journal.language FROM number JOIN journal ON journal.id = number.journal_id WHERE number.id = ?",
        (item_id,),
    )
    return str(found.scalar_one())


def _language(step: Step, item: Item) -> str:
    return step.session.get_one(Journal, item.number.journal_id).language


def _running(desk: Desk, step: Step, item: Item) -> Control:
    """The control that runs; of what only the words of its entry put on control it is recorded now."""
    found = step.session.scalar(select(Control).where(Control.item_id == item.id, Control.off_on.is_(None)))
    return found or _begin(desk, step, item, None, item.due_on, None)


def _begin(
    desk: Desk,
    step: Step,
    item: Item,
    on: dt.date | None,
    due_on: dt.date | None,
    resolution_id: int | None,
) -> Control:
    control = Control(
        item_id=item.id,
        resolution_id=resolution_id,
        taken_on=on,
        due_on=due_on,
        off_on=None,
        outcome="",
        off_allowed_by_id=None,
        recorded_at=step.at,
        recorded_by=desk.person.account_id,
    )
    step.session.add(control)
    step.session.flush()
    return control
