"""A filing entered by mistake (W6): what was never put into a volume is struck out, the copy is back where it was."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law import withdrawal as law
from dspdesk.law.findings import Finding, settle
from dspdesk.law.guard import Intent
from dspdesk.law.kinds import MovementKind
from dspdesk.law.roles import Action
from dspdesk.models import CaseFile, Filing, PlanEntry, Volume
from dspdesk.procedures import guard, movements
from dspdesk.procedures.movement_corrections import chain_of, standing_before
from dspdesk.queries import withdrawal as queries
from dspdesk.queries.filed import volume_facts
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeFiling:
    """The last line of a volume was never put there; `mistake` says how the wrong entry came about."""

    filing_id: int
    mistake: str


def consider(desk: Desk, command: StrikeFiling) -> list[Finding]:
    """What stands against striking a line out; writes nothing."""
    desk.authorize(Action.KEEP_CASES)
    with desk.reading() as connection:
        return _against(connection, command)


def strike(desk: Desk, command: StrikeFiling) -> None:
    """Strike the line out, and that of its enclosure in a volume of its own. Raises `Refused`.

    A volume of its own that was opened with it never was: its number is free for the next one.

    Both traces stay: the line with the day on which it was struck out, and the movement with the one that corrects it.
    What was taken back from somebody for the filing is with them again.
    """
    desk.authorize(Action.KEEP_CASES)
    with desk.transaction("case:line:filing_struck") as step:
        settle(_against(step.connection, command), "")
        step.reason = command.mistake.strip()
        for key in queries.enclosed(step.connection, command.filing_id):
            part(step, f"volume:{_struck(desk, step, key).volume_id}")
        line = _struck(desk, step, command.filing_id)
        _restricted_no_more(step, line.volume_id)
        if line.copy_id is not None:
            _back(desk, step, line.copy_id)
        step.subject = f"volume:{line.volume_id}"


def _against(connection: Connection, command: StrikeFiling) -> list[Finding]:
    enclosed = (
        replace(queries.struck(connection, key), enclosure=False)  # it goes with its document
        for key in queries.enclosed(connection, command.filing_id)
    )
    asked = (queries.struck(connection, command.filing_id), *enclosed)
    found = [one for line in asked for one in law.can_be_struck(line, command.mistake)]
    return list({(one.code, str(one.facts)): one for one in found}.values())


def _struck(desk: Desk, step: Step, key: int) -> Filing:
    """A line struck out; a volume of its own that was opened with it never was and lies nowhere."""
    line = step.session.get_one(Filing, key)
    line.struck_on = desk.today()
    step.session.flush()
    volume = step.session.get_one(Volume, line.volume_id)
    if volume_facts(step.connection, volume.id).void:
        volume.place_id = volume.placed_on = None
    return line


def _back(desk: Desk, step: Step, copy_id: int) -> None:
    """The copy is where it was before the filing, also before the return that was entered with it."""
    facts, findings = guard.ask(desk, step.connection, Intent.UNDO, [copy_id])
    settle(findings, "")
    chain = chain_of(step, copy_id)
    filed, before = chain[-1], chain[-2:-1]
    again = standing_before(chain)
    if before and (before[0].kind, before[0].recorded_at) == (MovementKind.RETURN, filed.recorded_at):
        movements.write(desk, step, [copy_id], again)
        again = replace(standing_before(chain_of(step, copy_id)), corrects_id=before[0].id)
    movements.write_each(desk, step, facts, lambda _copy: again)


def _restricted_no_more(step: Step, volume_id: int) -> None:
    """Paragraph 34: a case in which no restricted document ever lay is none because of a mistake."""
    case = step.session.get_one(CaseFile, step.session.get_one(Volume, volume_id).case_file_id)
    if case.restricted_on is None or step.session.get_one(PlanEntry, case.plan_entry_id).restricted:
        return
    lay_there = (
        select(Filing.id)
        .join(Volume, Volume.id == Filing.volume_id)
        .where(Volume.case_file_id == case.id, Filing.copy_id.is_not(None), Filing.struck_on.is_(None))
    )
    if step.session.scalar(lay_there.limit(1)) is None:
        case.restricted_on = None
