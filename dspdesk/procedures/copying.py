"""Reproduction (paragraphs 17 and 40): permissions recorded and revoked, further copies made, extracts made."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law import copying as law
from dspdesk.law import guard as guard_law
from dspdesk.law.copying import Permission, PermitKind
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.guard import CopyFacts, Intent, Wanted
from dspdesk.law.kinds import MovementKind
from dspdesk.law.roles import Action
from dspdesk.law.values import CopyNumbers
from dspdesk.law.whereabouts import Destination
from dspdesk.models import Copy, Permit, Reproduction
from dspdesk.procedures import correspondents, guard, movements
from dspdesk.procedures.entries import standing
from dspdesk.procedures.movements import Move
from dspdesk.queries import copying as queries
from dspdesk.queries.copying import PermitRow
from dspdesk.queries.names import name_in
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantPermit:
    """Record a written permission about an entry; `form_id` is the saved form's own (a UUID)."""

    item_id: int | None
    permission: Permission
    form_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokePermit:
    """A permission is no more in force from a day on, and why."""

    permit_id: int
    on: dt.date | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeCopies:
    """Further copies of an entry by a permission; `copy_id` is the copy that was copied, which must be here.

    `give` hands the copies over to the worker, or sends them to the organisation, whom the permission names; without
    it they stay with the documentation service.
    """

    item_id: int
    permit_id: int | None
    copy_id: int | None
    count: int | None
    made_on: dt.date | None
    made_by_id: int | None
    form_id: str
    give: bool = False
    notes: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeExtract:
    """An extract for the worker whom a permission names, from the copy `copy_id`, on so many sheets."""

    item_id: int
    permit_id: int | None
    copy_id: int | None
    sheets: int | None
    made_on: dt.date | None
    made_by_id: int | None
    form_id: str
    notes: str = ""
    reason: str = ""


#: No copies at all.
NONE = CopyNumbers(())


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it: the row, the numbers and keys of the new copies (none of an extract)."""

    id: int
    numbers: CopyNumbers = NONE
    copy_ids: tuple[int, ...] = ()
    repeated: bool = False


def consider_permit(desk: Desk, command: GrantPermit) -> tuple[Finding, ...]:
    """What the law says of a permission before it is recorded; writes nothing."""
    with desk.reading() as connection:
        return tuple(_against_permit(desk, connection, command))


def grant(desk: Desk, command: GrantPermit) -> int:
    """Record a written permission; returns its id. Raises `Refused`."""
    desk.authorize(Action.KEEP_PERMITS)
    with desk.transaction("copying:permit:permitted") as step:
        earlier = step.session.scalar(select(Permit.id).where(Permit.form_id == command.form_id))
        if earlier is not None:
            return earlier
        settle(_against_permit(desk, step.connection, command), command.reason)
        permit = _permit(desk, step, command)
        step.session.add(permit)
        step.session.flush()
        step.subject, step.reason = f"item:{permit.item_id}", command.reason
    return permit.id


def revoke(desk: Desk, command: RevokePermit) -> None:
    """End a permission with its reason; what was made by it stays. Raises `Refused`."""
    desk.authorize(Action.KEEP_PERMITS)
    with desk.transaction("copying:permit:permit_revoked") as step:
        row = queries.permit_within(step.connection, command.permit_id)
        if row is None:
            raise Refused([_no_permit()])
        reason = command.reason.strip()
        settle(
            [
                law.check_revocation(row.facts, command.on, desk.today()),
                None if reason else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "reason"),
            ],
            reason,
        )
        permit = step.session.get_one(Permit, command.permit_id)
        permit.revoked_on, permit.revoked_reason = command.on, reason
        step.subject, step.reason = f"item:{permit.item_id}", reason


def consider_copies(desk: Desk, command: MakeCopies) -> tuple[Finding, ...]:
    """What the law says of further copies before they are made; writes nothing."""
    with desk.reading() as connection:
        return tuple(_against_copies(desk, connection, command))


def consider_extract(desk: Desk, command: MakeExtract) -> tuple[Finding, ...]:
    """What the law says of an extract before it is made; writes nothing."""
    with desk.reading() as connection:
        return tuple(_against_extract(desk, connection, command))


def make_copies(desk: Desk, command: MakeCopies) -> Made:
    """Enter further copies under the number of the document, and hand them over or send them; raises `Refused`."""
    desk.authorize(Action.MAKE_COPIES)
    with desk.transaction("copying:copies:reproduced") as step:
        if (earlier := _made_before(step, command.form_id)) is not None:
            return earlier
        settle(_against_copies(desk, step.connection, command), command.reason)
        permit = _permit_of(step.connection, command.permit_id)
        count = command.count or 0
        numbers = law.further_numbers(queries.highest_within(step.connection, command.item_id), count)
        copies = [Copy(item_id=command.item_id, number=number) for number in numbers]
        step.session.add_all(copies)
        row = _reproduction(desk, command, count)
        row.first, row.last = numbers[0], numbers[-1]
        step.session.add(row)
        step.session.flush()
        keys = tuple(copy.id for copy in copies)
        if command.give:
            _give(desk, step, command, permit, keys)
        step.subject, step.reason = f"item:{command.item_id}", command.reason
    return Made(row.id, CopyNumbers(numbers), keys)


def make_extract(desk: Desk, command: MakeExtract) -> Made:
    """Record an extract; raises `Refused`."""
    desk.authorize(Action.MAKE_COPIES)
    with desk.transaction("copying:extract:extracted") as step:
        if (earlier := _made_before(step, command.form_id)) is not None:
            return earlier
        settle(_against_extract(desk, step.connection, command), command.reason)
        row = _reproduction(desk, command, 1)
        row.sheets = command.sheets
        step.session.add(row)
        step.session.flush()
        step.subject, step.reason = f"item:{command.item_id}", command.reason
    return Made(row.id)


# --- what stands against a step ---


def _against_permit(desk: Desk, connection: Connection, command: GrantPermit) -> list[Finding]:
    about = None
    if command.item_id is not None:
        about = queries.facts_for(connection, command.item_id, command.permission, desk.today())
    if about is None:
        return [Finding("OWN", Weight.REFUSE, "permit_of_what", {}, "item_id")]
    return law.check_permission(command.permission, about, desk.today())


def _against_copies(desk: Desk, connection: Connection, command: MakeCopies) -> list[Finding]:
    highest = queries.highest_within(connection, command.item_id)
    wrong = [law.check_count(command.count, highest)]
    count = command.count or 0
    found, source = _against_source(desk, connection, command)
    permit = queries.permit_within(connection, command.permit_id)
    if permit is None:
        return [*_there(wrong), *found, _no_permit()]
    if command.made_on is not None:
        found += law.check_use(permit.facts, law.FOR_COPIES, command.item_id, command.made_on, count)
    if command.give and permit.for_employee_id is not None:
        found += _admitted(source, permit, command.made_on or desk.today())
    return [*_there(wrong), *found]


def _against_extract(desk: Desk, connection: Connection, command: MakeExtract) -> list[Finding]:
    found, source = _against_source(desk, connection, command)
    if not command.sheets:
        found.append(Finding("OWN", Weight.REFUSE, "extract_sheets", {}, "sheets"))
    permit = queries.permit_within(connection, command.permit_id)
    if permit is None:
        return [*found, _no_permit()]
    kinds = frozenset({PermitKind.OWN_EXTRACT})
    if command.made_on is not None:
        found += law.check_use(permit.facts, kinds, command.item_id, command.made_on, 1)
    return found + _admitted(source, permit, command.made_on or desk.today())


def _against_source(
    desk: Desk, connection: Connection, command: MakeCopies | MakeExtract
) -> tuple[list[Finding], list[CopyFacts]]:
    """What stands against copying from the copy chosen, by the guard; and the day, and whoever did it."""
    found: list[Finding | None] = [
        Finding("OWN", Weight.REFUSE, "day_needed", {}, "made_on") if command.made_on is None else None,
        Finding("OWN", Weight.REFUSE, "made_by_whom", {}, "made_by_id")
        if command.made_by_id is None
        else None,
    ]
    if command.copy_id is None:
        return [*_there(found), Finding("OWN", Weight.REFUSE, "copied_from_which", {}, "copies")], []
    source, against = guard.ask(desk, connection, Intent.COPY, [command.copy_id], on=command.made_on)
    if source[0].item_id != command.item_id:
        against.append(Finding("OWN", Weight.REFUSE, "copied_from_which", {}, "copies"))
    return [*_there(found), *against], source


def _admitted(source: Iterable[CopyFacts], permit: PermitRow, on: dt.date) -> list[Finding]:
    """Paragraph 36: a permission to copy admits nobody to the document; the resolution of the head does."""
    wanted = Wanted(on, on, permit.for_employee_id, permit.for_whom)
    asked = (guard_law.admitted(copy, wanted) for copy in source)
    return [replace(finding, field="give") for finding in asked if finding is not None]


def _there(findings: Iterable[Finding | None]) -> list[Finding]:
    return [finding for finding in findings if finding is not None]


def _no_permit() -> Finding:
    return Finding("D40", Weight.REFUSE, "permit_needed", {}, "permit_id")


# --- what is written ---


def _permit(desk: Desk, step: Step, command: GrantPermit) -> Permit:
    granted = command.permission
    assert command.item_id is not None and granted.granted_on is not None  # noqa: PT018, S101 - asked before
    own, ours = granted.kind in law.FOR_OWN, granted.granted_by_id is not None
    return Permit(
        form_id=command.form_id, kind=granted.kind.value, edition=desk.edition.id, item_id=command.item_id,
        number=_plain(granted.number), granted_on=granted.granted_on, granted_by_id=granted.granted_by_id,
        granted_by="" if ours else granted.granted_by.strip(), valid_to=granted.valid_to, copies=granted.copies or 0,
        purpose=granted.purpose.strip(), for_employee_id=granted.for_employee_id if own else None,
        for_organisation="" if own else granted.for_organisation.strip(),
        request="" if own else granted.request.strip(), request_on=None if own else granted.request_on,
        consent="" if own else granted.consent.strip(), consent_on=None if own else granted.consent_on,
        revoked_on=None, revoked_reason="", recorded_at=step.at, recorded_by=desk.person.account_id,
    )  # fmt: skip


def _plain(number: str) -> str:
    """A number without the sign before it, which words around it bring."""
    return number.strip().removeprefix("№").strip()


def _reproduction(desk: Desk, command: MakeCopies | MakeExtract, count: int) -> Reproduction:
    return Reproduction(
        form_id=command.form_id, permit_id=command.permit_id, item_id=command.item_id, made_on=command.made_on,
        made_by_id=command.made_by_id, count=count, notes=command.notes.strip(), recorded_at=desk.now(),
        recorded_by=desk.person.account_id,
    )  # fmt: skip


def _made_before(step: Step, form_id: str) -> Made | None:
    row = step.session.scalar(select(Reproduction).where(Reproduction.form_id == form_id))
    if row is None:
        return None
    if row.first is None or row.last is None:
        return Made(row.id, repeated=True)
    numbers = tuple(range(row.first, row.last + 1))
    chosen = select(Copy.id).where(Copy.item_id == row.item_id, Copy.number.between(row.first, row.last))
    keys = tuple(step.session.scalars(chosen.order_by(Copy.number)))
    return Made(row.id, CopyNumbers(numbers), keys, repeated=True)


def _permit_of(connection: Connection, permit_id: int | None) -> PermitRow:
    row = queries.permit_within(connection, permit_id)
    assert row is not None  # noqa: S101 - asked before
    return row


def _give(desk: Desk, step: Step, command: MakeCopies, permit: PermitRow, keys: tuple[int, ...]) -> None:
    """Hand the new copies over to the worker, or send them to the organisation, whom the permission names."""
    day = command.made_on or desk.today()
    outside = permit.facts.kind is PermitKind.OUTSIDE_COPY
    intent = Intent.SEND_COPY if outside else Intent.HAND_OVER
    _facts, against = guard.ask(
        desk, step.connection, intent, keys, on=day, employee_id=permit.for_employee_id
    )
    settle(_once(against), command.reason)
    language = standing(step, command.item_id)[2].language
    if outside:
        to = Destination(correspondent_id=correspondents.known(step, permit.for_whom, language))
        name = permit.for_whom
    else:
        to = Destination(employee_id=permit.for_employee_id)
        name = name_in(step.connection, f"employee:{permit.for_employee_id}", day, language)
    kind = MovementKind.SENDING if outside else MovementKind.RECEIPT
    words = _WORDS[language].format(name=name, day=f"{day:%d.%m.%Y}", permit=permit.facts.number)
    movements.write(
        desk, step, keys, Move(kind=kind, on=day, words=words, to=to, paper=f"permit:{permit.id}")
    )


#: Words of column 10, in the language of the journal.
_WORDS = {"ru": "{name}, {day}, разрешение № {permit}", "kk": "{name}, {day}, № {permit} рұқсат"}


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """One finding of each kind: the new copies are all alike."""
    return list({finding.code: finding for finding in findings}.values())
