"""Hand-over sheets (W1): made for each person, lines added or struck out, all signatures entered in one step."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_
from dspdesk.law import handover_sheet as law
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.guard import CopyFacts, Intent
from dspdesk.law.handover_sheet import LineState
from dspdesk.law.kinds import MovementKind
from dspdesk.law.roles import Action
from dspdesk.law.whereabouts import Destination
from dspdesk.models import Employee, HandoverLine, HandoverSheet
from dspdesk.procedures import guard, handover_printouts, movements
from dspdesk.procedures.movements import Move
from dspdesk.procedures.store_papers import Awaited, ids
from dspdesk.queries import handover, names, people
from dspdesk.store.unit_of_work import Step, part

STEM = "handover_sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """The copies that one person is to be given."""

    employee_id: int
    copies: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeSheets:
    """Make the sheets of a day, one for each person. `form_id` is the form's own: sent twice, it makes them once."""

    dated: dt.date
    handings: tuple[Handing, ...]
    form_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLines:
    """Put further copies on a sheet on which nobody has signed; `reason` is why it was made without them."""

    sheet_id: int
    copies: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeLines:
    """Strike out lines that wait for a signature; their copies can be put on another sheet at once."""

    sheet_id: int
    lines: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkReceived:
    """Enter the signatures of a sheet: on a day, for these lines. Each makes its movement; none or all are made.

    `reason` is asked where the resolution that admitted the person was struck out since the sheet was made.
    """

    sheet_id: int
    on: dt.date
    lines: tuple[int, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A sheet that was made."""

    id: int
    number: int
    employee_id: int


def make_sheets(desk: Desk, command: MakeSheets) -> tuple[Made, ...]:
    """Make all of them or none; raises `Refused`."""
    desk.authorize(Action.MOVE_COPIES)
    with desk.transaction("handover:sheet:made") as step:
        if earlier := _made_before(step, command.form_id):
            return earlier
        listed = [key for handing in command.handings for key in handing.copies]
        settle(
            [
                law.something_chosen(listed),
                law.one_sheet_each(listed),
                *(
                    law.of_a_new_sheet(one)
                    for handing in command.handings
                    for one in _against(desk, step, handing, command.dated)
                ),
            ],
            "",
        )
        made = []
        for at, handing in enumerate(command.handings, 1):
            sheet = _sheet(desk, step, command, handing.employee_id, f"{command.form_id}:{at}")
            _list(step, sheet.id, handing.copies, after=0)
            part(step, f"{STEM}:{sheet.id}")
            made.append(Made(sheet.id, sheet.number, sheet.employee_id))
    return tuple(made)


def add_lines(desk: Desk, command: AddLines) -> int:
    """Put copies on a sheet; returns its id. Raises `Refused`."""
    desk.authorize(Action.MOVE_COPIES)
    with desk.transaction("handover:line:added") as step:
        sheet, lines = _standing(step, command.sheet_id)
        handing = Handing(employee_id=sheet.employee_id, copies=command.copies)
        settle(
            [
                law.reason_given(command.reason),
                law.something_chosen(command.copies),
                law.one_sheet_each(command.copies),
                law.nobody_signed(list(map(_state, lines)), sheet.number),
                *(
                    law.of_a_made_sheet(one, sheet.number)
                    for one in _against(desk, step, handing, sheet.dated)
                ),
            ],
            command.reason,
        )
        _list(step, sheet.id, command.copies, after=max((line.ordinal for line in lines), default=0))
        step.subject, step.reason = f"{STEM}:{sheet.id}", command.reason
    return sheet.id


def strike_lines(desk: Desk, command: StrikeLines) -> int:
    """Strike lines out; returns the id of the sheet. Raises `Refused`."""
    desk.authorize(Action.MOVE_COPIES)
    with desk.transaction("handover:line:struck") as step:
        sheet, lines = _standing(step, command.sheet_id)
        chosen = _chosen(lines, command.lines)
        settle(
            [
                law.reason_given(command.reason),
                law.something_chosen(chosen, "lines"),
                law.waiting(list(map(_state, chosen)), sheet.number),
            ],
            command.reason,
        )
        for line in chosen:
            line.struck_on, line.struck_reason = desk.today(), command.reason.strip()
        handover_printouts.signed(desk, step, sheet)
        step.subject, step.reason = f"{STEM}:{sheet.id}", command.reason
    return sheet.id


def mark_received(desk: Desk, command: MarkReceived) -> int:
    """Enter the signatures with a movement for each; returns the sheet's id. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.MOVE_COPIES)
    with desk.transaction("handover:copies:received") as step:
        sheet, lines = _standing(step, command.sheet_id)
        chosen = _chosen(lines, command.lines)
        settle(
            [
                law.something_chosen(chosen, "lines"),
                law.waiting(list(map(_state, chosen)), sheet.number),
                law.after_the_sheet(sheet.number, sheet.dated, command.on),
            ],
            "",
        )
        facts, findings = guard.ask(
            desk,
            step.connection,
            Intent.RECEIVE,
            [line.copy_id for line in chosen],
            on=command.on,
            employee_id=sheet.employee_id,
            sheet_id=sheet.id,
        )
        settle(findings, command.reason)
        step.reason = command.reason.strip()
        _receive(desk, step, sheet, chosen, facts, command.on)
        handover_printouts.signed(desk, step, sheet)
        step.subject = f"{STEM}:{sheet.id}"
    return sheet.id


# --- the paper ---


def draw_paper(desk: Desk, about: str, language: str, code: str) -> bytes:
    """The sheets that `about` names, one after the other."""
    from dspdesk.reports import handover_sheet as report

    return report.draw([_content(desk, key, language) for key in ids(about)], language, code)


def awaited(desk: Desk, about: str) -> tuple[Awaited, ...]:
    """Who signs the sheets: each person for what they are given, and whoever gives it, once for all of them."""
    rows = [handover.sheet(desk, key).row for key in ids(about)]
    received = dict.fromkeys(Awaited(row.employee_id, handover.RECEIVES) for row in rows if row.lines)
    giver = Awaited(people.at_desk(desk).employee_id, N_("worker of the documentation service"))
    return (*received, giver) if received else ()


def _content(desk: Desk, sheet_id: int, language: str) -> law.HandoverSheetContent:
    found, giver = handover.sheet(desk, sheet_id), people.at_desk(desk)
    row = found.row
    return law.HandoverSheetContent(
        organisation=names.organisation(desk, language, row.dated),
        year=row.year,
        number=row.number,
        dated=row.dated,
        name=found.person.name(language),
        position=found.person.position(language),
        unit=found.person.unit(language),
        lines=[line.on_paper() for line in found.lines if line.state is not LineState.STRUCK],
        given_by=giver.name(language),
        giver_position=giver.position(language),
        barcode=str(Code(Kind.SHEET, sheet_id)),
    )


# --- inside a step ---


def _against(desk: Desk, step: Step, handing: Handing, dated: dt.date) -> list[Finding]:
    """What stands against putting these copies on a sheet for this person."""
    if step.session.get(Employee, handing.employee_id) is None:
        return [Finding("W1", Weight.REFUSE, "sheet_for_nobody", {}, "employee_id")]
    if not handing.copies:
        return list(filter(None, [law.something_chosen(())]))
    _facts, findings = guard.ask(
        desk, step.connection, Intent.LIST, handing.copies, on=dated, employee_id=handing.employee_id
    )
    return list(findings)


def _made_before(step: Step, form_id: str) -> tuple[Made, ...]:
    found = step.session.scalars(
        select(HandoverSheet)
        .where(HandoverSheet.form_id.startswith(f"{form_id}:"))
        .order_by(HandoverSheet.id)
    )
    return tuple(Made(sheet.id, sheet.number, sheet.employee_id) for sheet in found)


def _sheet(desk: Desk, step: Step, command: MakeSheets, employee_id: int, form_id: str) -> HandoverSheet:
    year = command.dated.year
    highest = step.session.scalar(select(func.max(HandoverSheet.number)).where(HandoverSheet.year == year))
    sheet = HandoverSheet(
        form_id=form_id,
        year=year,
        number=(highest or 0) + 1,
        employee_id=employee_id,
        dated=command.dated,
        made_at=step.at,
        made_by=desk.person.account_id,
    )
    step.session.add(sheet)
    step.session.flush()
    return sheet


def _list(step: Step, sheet_id: int, copies: Sequence[int], after: int) -> None:
    nothing: dict[str, Any] = {
        "received_on": None,
        "movement_id": None,
        "struck_on": None,
        "struck_reason": "",
    }
    step.session.add_all(
        HandoverLine(sheet_id=sheet_id, ordinal=at, copy_id=key, **nothing)
        for at, key in enumerate(copies, after + 1)
    )
    step.session.flush()


def _standing(step: Step, sheet_id: int) -> tuple[HandoverSheet, list[HandoverLine]]:
    """The sheet and its lines as they stand in this transaction."""
    sheet = step.session.get(HandoverSheet, sheet_id)
    if sheet is None:
        raise Refused([Finding("W1", Weight.REFUSE, "no_such_handover_sheet", {}, "sheet_id")])
    lines = step.session.scalars(
        select(HandoverLine).where(HandoverLine.sheet_id == sheet_id).order_by(HandoverLine.ordinal)
    )
    return sheet, list(lines)


def _chosen(lines: Sequence[HandoverLine], wanted: Sequence[int]) -> list[HandoverLine]:
    """The lines of this sheet that were chosen; a line of another sheet is none of them."""
    if set(wanted) - {line.id for line in lines}:
        raise Refused([Finding("W1", Weight.REFUSE, "no_such_line", {}, "lines")])
    return [line for line in lines if line.id in wanted]


def _state(line: HandoverLine) -> LineState:
    return law.line_state(line.received_on, line.struck_on)


def _receive(
    desk: Desk,
    step: Step,
    sheet: HandoverSheet,
    lines: Sequence[HandoverLine],
    facts: Sequence[CopyFacts],
    on: dt.date,
) -> None:
    """A movement for each line, entry by entry, so that each has it in its history."""

    def move(copy: CopyFacts) -> Move:
        said = law.RECEIVED_ON[copy.language].format(number=sheet.number)
        return Move(
            kind=MovementKind.RECEIPT,
            on=on,
            words=movements.person_words(step.connection, copy.language, sheet.employee_id, on, said),
            to=Destination(employee_id=sheet.employee_id),
            paper=f"{STEM}:{sheet.id}",
        )

    moved = [copy.copy_id for _item, copies in movements.by_item(facts) for copy in copies]
    made = dict(zip(moved, movements.write_each(desk, step, facts, move), strict=True))
    for line in lines:
        line.received_on, line.movement_id = on, made[line.copy_id]
