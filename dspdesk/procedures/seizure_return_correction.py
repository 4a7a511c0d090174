"""A return of seized originals that was entered by mistake (W6): struck out while nothing rests on it."""

from dataclasses import dataclass, replace

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _
from dspdesk.law import seizure_return as law
from dspdesk.law.findings import settle
from dspdesk.law.guard import Intent
from dspdesk.law.kinds import MovementKind
from dspdesk.law.roles import Action
from dspdesk.law.seizure_return import Mistaken
from dspdesk.law.withdrawal import OutKind
from dspdesk.models import CertificationSheet, Filing, Movement, SeizureLine, SeizureReturn, SeizureReturnLine
from dspdesk.procedures import guard, movements, waiting_printouts
from dspdesk.procedures.movement_corrections import chain_of, standing_before
from dspdesk.queries import seizure_record as queries
from dspdesk.queries import withdrawal
from dspdesk.queries.filed import volume_facts
from dspdesk.queries.seizure_record import RecordDetails
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeReturn:
    """Originals did not come back as this return says; `mistake` says how the wrong entry came about."""

    return_id: int
    mistake: str


def strike(desk: Desk, command: StrikeReturn) -> int:
    """Strike the return out; returns the id of the record. Raises `Refused`.

    The originals are with the body that seized them again, their certified copies lie in their places. Both traces
    stay: the lines of the return with the day on which they were struck out, and this step with its reason.
    """
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.transaction("case:originals:return_struck") as step:
        made = step.session.get_one(SeizureReturn, command.return_id)
        record = queries.record_within(step.connection, made.record_id)
        lines = _standing(step, made)
        settle(law.never_came_back([_facts(step, made, record, one) for one in lines], command.mistake), "")
        step.reason = command.mistake.strip()
        for one in lines:
            _out_again(desk, step, made, record, one)
        for one in lines:
            _with_the_body(desk, step, _original(step, one))
        why = _("A return that it states was struck out")
        waiting_printouts.set_aside(desk, step, f"seizure_record:{record.id}", why, since=made.recorded_at)
        part(step, f"volume:{record.volume_id}")
        step.subject = f"seizure_record:{record.id}"
        return record.id


def _standing(step: Step, made: SeizureReturn) -> list[SeizureReturnLine]:
    """The lines of a return that were not struck out."""
    wanted = select(SeizureReturnLine).where(
        SeizureReturnLine.return_id == made.id, SeizureReturnLine.struck_on.is_(None)
    )
    return list(step.session.scalars(wanted.order_by(SeizureReturnLine.id)))


def _original(step: Step, line: SeizureReturnLine) -> Filing:
    seized = step.session.get_one(SeizureLine, line.line_id)
    return step.session.get_one(Filing, seized.filing_id)


def _facts(step: Step, made: SeizureReturn, record: RecordDetails, line: SeizureReturnLine) -> Mistaken:
    """What has become of an original and of its copy since the return."""
    original = _original(step, line)
    volume = volume_facts(step.connection, original.volume_id)
    copy = withdrawal.struck(step.connection, line.copy_filing_id)
    later = select(CertificationSheet.id).where(
        CertificationSheet.volume_id == original.volume_id, CertificationSheet.recorded_at > made.recorded_at
    )
    return Mistaken(
        words=next(one.words for one in record.lines if one.id == line.line_id),
        volume=volume.words,
        lies=original.out_on is None and _not_moved_since(step, made, original),
        last=copy.there and _only_copies_below(step, made, line),
        printed=copy.printed,
        certified=step.session.scalar(later.limit(1)) is not None,
        transferred=volume.transferred,
    )


def _not_moved_since(step: Step, made: SeizureReturn, original: Filing) -> bool:
    """Whether the filing that the return wrote is the last movement of the copy."""
    if original.copy_id is None:
        return True
    last: Movement = chain_of(step, original.copy_id)[-1]
    return (last.kind, last.recorded_at) == (MovementKind.FILING, made.recorded_at)


def _only_copies_below(step: Step, made: SeizureReturn, line: SeizureReturnLine) -> bool:
    """Whether below a certified copy stand only others of the same return."""
    copy = step.session.get_one(Filing, line.copy_filing_id)
    of_return = select(SeizureReturnLine.copy_filing_id).where(SeizureReturnLine.return_id == made.id)
    below = select(Filing.id).where(
        Filing.volume_id == copy.volume_id,
        Filing.ordinal > copy.ordinal,
        Filing.struck_on.is_(None),
        Filing.id.not_in(of_return),
    )
    return step.session.scalar(below.limit(1)) is None


def _out_again(
    desk: Desk, step: Step, made: SeizureReturn, record: RecordDetails, line: SeizureReturnLine
) -> None:
    """The original is out as it was, without the note of the return; the line of its copy never was."""
    original, copy = _original(step, line), step.session.get_one(Filing, line.copy_filing_id)
    original.out_on, original.out_kind = record.executed_on, OutKind.SEIZED.value
    for language in ("kk", "ru"):
        said = law.on_line(made.returned_on, made.paper, (copy.first_sheet, copy.last_sheet), language)
        original.notes = original.notes.removesuffix(said).removesuffix("; ")
    line.struck_on = copy.struck_on = desk.today()
    step.session.flush()


def _with_the_body(desk: Desk, step: Step, original: Filing) -> None:
    """The copy is where it was before it came back: both movements of the return are corrected, the last one first."""
    if original.copy_id is None:
        return
    facts, findings = guard.ask(desk, step.connection, Intent.UNDO, [original.copy_id])
    settle(findings, "")
    chain = chain_of(step, original.copy_id)
    back = chain[-2]
    movements.write(desk, step, [original.copy_id], standing_before(chain))
    again = replace(standing_before(chain_of(step, original.copy_id)), corrects_id=back.id)
    movements.write_each(desk, step, facts, lambda _copy: again)
