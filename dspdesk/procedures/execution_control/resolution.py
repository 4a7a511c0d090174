"""Submission to the head of the body, and the resolutions that come back."""

import datetime as dt
from dataclasses import replace

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law import execution_control as law
from dspdesk.law.execution_control import Named, Standing, Written
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.guard import Intent
from dspdesk.law.kinds import Headship, MovementKind
from dspdesk.law.registration_journal import short
from dspdesk.law.roles import Action
from dspdesk.law.whereabouts import Destination
from dspdesk.models import Control, Resolution, ResolutionPerson
from dspdesk.procedures import drafts, guard, movements
from dspdesk.procedures.execution_control import entry
from dspdesk.procedures.execution_control.commands import AmendResolution, Done, RecordResolution, Submit
from dspdesk.procedures.movements import Move
from dspdesk.queries import item as items
from dspdesk.queries import resolutions as queries
from dspdesk.queries.item import ItemDetails
from dspdesk.queries.names import name_in
from dspdesk.queries.people import signatory_within
from dspdesk.store.errors import NotThere
from dspdesk.store.unit_of_work import Step


def submit(desk: Desk, command: Submit) -> Done:
    """Submit copies to the head of the body. Raises `Refused`: without a head, or what the guard says."""
    desk.authorize(Action.KEEP_CONTROL)
    with desk.transaction("execution_control:item:submitted") as step:
        details = _details(desk, step.connection, command.item_id)
        head = signatory_within(step.connection, Headship.BODY, command.on)
        facts, found = guard.ask(desk, step.connection, Intent.SUBMIT, command.copy_ids, on=command.on)
        findings = settle([law.head_there(there=head is not None, on=command.on), *found], command.reason)
        if head is None or any(fact.item_id != command.item_id for fact in facts):
            raise Refused([Finding("OWN", Weight.REFUSE, "no_copies", {}, "copies")])
        words = f"{head.name(details.journal.language)} {short(command.on)}"
        to = Destination(employee_id=head.employee_id)
        movements.write(
            desk,
            step,
            command.copy_ids,
            Move(kind=MovementKind.SUBMISSION, on=command.on, words=words, to=to),
        )
        step.subject, step.reason = f"item:{command.item_id}", command.reason
    return Done(command.item_id, findings=findings)


def consider(desk: Desk, command: RecordResolution | AmendResolution) -> tuple[Finding, ...]:
    """What the law says of a resolution before it is recorded, for a form being filled in; writes nothing."""
    with desk.reading() as connection:
        if isinstance(command, RecordResolution):
            return tuple(_against(desk, connection, command))
        return tuple(_against_correction(desk, connection, command))


def record_resolution(desk: Desk, command: RecordResolution) -> Done:
    """Record a resolution; the copies come back from the head with it. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.KEEP_CONTROL)
    with desk.transaction("execution_control:item:resolved") as step:
        drafts.done(desk, step, command.form_id)
        if (earlier := _recorded_before(step, command.form_id)) is not None:
            return earlier
        findings = settle(_against(desk, step.connection, command), command.reason)
        step.subject, step.reason = f"item:{command.item_id}", command.reason.strip()
        resolution = _write(desk, step, command)
        _come_back(desk, step, command)
        mark = _take_on(desk, step, command, resolution) if command.due_on else None
        entry.keep_in_step(desk, step, command.item_id, mark)
    return Done(command.item_id, resolution.id, findings)


def amend_resolution(desk: Desk, command: AmendResolution) -> Done:
    """Strike a resolution and record it anew; both stay. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.KEEP_CONTROL)
    with desk.transaction("execution_control:item:resolution_corrected") as step:
        old = step.session.get_one(Resolution, command.resolution_id)
        if command.to is not None:
            if command.to.item_id != old.item_id:
                raise NotThere
            drafts.done(desk, step, command.to.form_id)
            if (earlier := _recorded_before(step, command.to.form_id)) is not None:
                return earlier
        findings = settle(_against_correction(desk, step.connection, command), command.reason)
        step.subject, step.reason = f"item:{old.item_id}", command.reason.strip()
        old.struck_on, old.struck_reason = desk.today(), command.reason.strip()
        new = _write(desk, step, command.to) if command.to is not None else None
        mark = _control_follows(desk, step, old, command, new)
        entry.keep_in_step(desk, step, old.item_id, mark)
    return Done(old.item_id, new.id if new else None, findings)


# --- what stands against it ---


def _against(desk: Desk, connection: Connection, command: RecordResolution) -> list[Finding]:
    standing = queries.standing(connection, command.item_id)
    return [
        *_about_itself(desk, connection, command, standing),
        *filter(None, [law.one_deadline(standing, command.due_on)]),
        *_about_copies(desk, connection, command),
    ]


def _about_itself(
    desk: Desk, connection: Connection, command: RecordResolution, standing: Standing
) -> list[Finding]:
    details = _details(desk, connection, command.item_id)
    language = details.journal.language
    written = Written(
        number=standing.number,
        state=details.state,
        author=name_in(connection, f"employee:{command.author_id}", command.dated, language),
        author_heads=queries.heads_body(connection, command.author_id, command.dated),
        dated=command.dated,
        words=command.words,
        named=_named(connection, command, language),
        due_on=command.due_on,
        registered_on=details.entry.date,
    )
    return law.check_resolution(written, desk.today())


def _named(connection: Connection, command: RecordResolution, language: str) -> tuple[Named, ...]:
    left = {
        key: connection.exec_driver_sql("SELECT left_on FROM employee WHERE id = ?", (key,)).scalar_one()
        for key, _ in command.persons
    }
    return tuple(
        Named(
            key,
            name_in(connection, f"employee:{key}", command.dated, language),
            part,
            dt.date.fromisoformat(left[key]) if left[key] else None,
        )
        for key, part in command.persons
    )


def _about_copies(desk: Desk, connection: Connection, command: RecordResolution) -> list[Finding]:
    """What stands against the copies' coming back from the head."""
    copies = queries.with_head(connection, command.item_id)
    if command.back_on is None or not copies:
        return []
    found = guard.ask(desk, connection, Intent.TAKE_BACK, copies, on=command.back_on)[1]
    early = law.back_with_resolution(command.dated, command.back_on)
    return [*([early] if early else []), *(replace(finding, field="back_on") for finding in found)]


def _against_correction(desk: Desk, connection: Connection, command: AmendResolution) -> list[Finding]:
    line = queries.resolution(connection, command.resolution_id)
    standing = queries.standing(connection, line.item_id)
    found: list[Finding | None] = [law.struck_once(line.struck_on)]
    if not command.reason.strip():
        found.append(Finding("OWN", Weight.REFUSE, "reason_needed", {}, "reason"))
    if command.to is not None:
        found += _about_itself(desk, connection, command.to, standing)
    due_on = command.to.due_on if command.to else None
    if line.holds_control:
        found.append(law.deadline_stays(standing, due_on, line.due_on) if due_on else None)
    else:
        found.append(law.one_deadline(standing, due_on) if due_on != line.due_on else None)
    named = {key for key, _ in command.to.persons} if command.to else set()
    found.append(law.still_holding(queries.holders_named_only_by(connection, line, named)))
    return [finding for finding in found if finding is not None]


# --- writing ---


def _details(desk: Desk, connection: Connection, item_id: int) -> ItemDetails:
    details = items.details(desk, connection, item_id)
    if details is None:
        raise NotThere
    return details


def _recorded_before(step: Step, form_id: str) -> Done | None:
    found = step.session.scalar(select(Resolution).where(Resolution.form_id == form_id))
    return Done(found.item_id, found.id, repeated=True) if found is not None else None


def _write(desk: Desk, step: Step, command: RecordResolution) -> Resolution:
    resolution = Resolution(
        form_id=command.form_id,
        item_id=command.item_id,
        author_id=command.author_id,
        dated=command.dated,
        words=" ".join(command.words.split()),
        recorded_at=step.at,
        recorded_by=desk.person.account_id,
        struck_on=None,
        struck_reason="",
    )
    step.session.add(resolution)
    step.session.flush()
    step.session.add_all(
        ResolutionPerson(resolution_id=resolution.id, employee_id=key, part=part.value)
        for key, part in command.persons
    )
    step.session.flush()
    return resolution


def _come_back(desk: Desk, step: Step, command: RecordResolution) -> None:
    copies = queries.with_head(step.connection, command.item_id)
    if command.back_on is not None and copies:
        move = Move(kind=MovementKind.RESOLVED, on=command.back_on, words=short(command.back_on))
        movements.write(desk, step, copies, move)


def _take_on(desk: Desk, step: Step, command: RecordResolution, resolution: Resolution) -> str:
    """Put the document on control by its resolution; what column 9 becomes. A mark typed before is that mark."""
    details = _details(desk, step.connection, command.item_id)
    typed = not queries.controls_of(step.connection, command.item_id, details.journal.language)
    step.session.add(
        Control(
            item_id=command.item_id,
            resolution_id=resolution.id,
            taken_on=command.dated,
            due_on=command.due_on,
            off_on=None,
            outcome="",
            off_allowed_by_id=None,
            recorded_at=step.at,
            recorded_by=desk.person.account_id,
        )
    )
    mark = details.entry.control
    return mark if mark and typed else law.taken(mark, details.journal.language)


def _control_follows(
    desk: Desk, step: Step, old: Resolution, command: AmendResolution, new: Resolution | None
) -> str | None:
    """Control that the struck resolution had begun goes on by the new one, or ends; what column 9 becomes."""
    to = command.to
    control = step.session.scalar(
        select(Control).where(Control.resolution_id == old.id).order_by(Control.id.desc())
    )
    if control is None or (control.off_on is not None and to is not None and to.due_on != control.due_on):
        return _take_on(desk, step, to, new) if to is not None and new is not None and to.due_on else None
    if to is not None and new is not None and to.due_on is not None:
        control.resolution_id = new.id
        control.due_on, control.taken_on = to.due_on, to.dated
        return None
    if control.off_on is not None:
        return None
    control.off_on, control.outcome = desk.today(), command.reason.strip()
    details = _details(desk, step.connection, old.item_id)
    return law.taken_off(details.entry.control, desk.today(), details.journal.language)
