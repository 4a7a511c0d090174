"""What an entry says of its execution follows from what is recorded: columns 8 and 9, executor, deadline."""

import datetime as dt
from dataclasses import replace

from dspdesk.desk import Desk
from dspdesk.law import execution_control as law
from dspdesk.law.execution_control import Part, Written
from dspdesk.law.kinds import OWN_DOCUMENTS, ItemState, JournalKind
from dspdesk.procedures import entries
from dspdesk.queries.resolutions import ControlLine, ResolutionLine, controls_of, resolutions_of
from dspdesk.store.unit_of_work import Step

#: Between the resolutions of one document in column 8.
BETWEEN = " / "


def keep_in_step(desk: Desk, step: Step, item_id: int, mark: str | None = None) -> None:
    """Write into the entry what its resolutions and its control say now; `mark` is what column 9 becomes.

    What stood there before is kept as a revision, so that both traces stand in the history of the entry. The executor
    of a document of the body itself is who wrote it: that name stays.
    """
    step.session.flush()
    item, number, journal = entries.standing(step, item_id)
    resolutions = resolutions_of(step.connection, item_id, journal.language)
    controls = controls_of(step.connection, item_id, journal.language)
    before, own = entries.entry_of(item), JournalKind(journal.kind) in OWN_DOCUMENTS
    wanted = replace(
        before,
        resolution=_column_8(resolutions, journal.language) if resolutions else before.resolution,
        executor=before.executor if own else _executor(resolutions, before.executor),
        due_on=_runs_until(controls) if controls else before.due_on,
        control=before.control if mark is None else mark,
    )
    if differing := entries.differing(item, wanted):
        entries.keep_revision(desk, step, item_id, differing, wanted, step.reason)
        entries.change(step, item, number, journal, wanted)


def _column_8(resolutions: tuple[ResolutionLine, ...], language: str) -> str:
    return BETWEEN.join(
        law.column_8(_written(line), language) for line in resolutions if line.struck_on is None
    )


def _written(line: ResolutionLine) -> Written:
    return Written(
        number="", state=ItemState.REGISTERED, author=line.author, author_heads=line.admits, dated=line.dated,
        words=line.words, named=line.named, due_on=line.due_on,
    )  # fmt: skip


def _executor(resolutions: tuple[ResolutionLine, ...], before: str) -> str:
    """The executor that the latest resolution names; one typed by hand stays until a resolution names another."""
    named = [
        (line.struck_on is None, person.name)
        for line in resolutions
        for person in line.named
        if person.part is Part.EXECUTOR
    ]
    if not named:
        return before
    return next((name for stands, name in reversed(named) if stands), "")


def _runs_until(controls: tuple[ControlLine, ...]) -> dt.date | None:
    last = controls[-1]
    if last.off_on is not None:
        return None
    return last.extensions[-1].due_after if last.extensions else last.due_on
