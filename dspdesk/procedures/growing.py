"""Printing a growing paper (W2): what is new goes onto the sheet in use, and where it stands is kept.

The printing is entered first, with its code; where its lines stand is entered together with the finished drawing.
What was broken off between the two left no line behind: the same lines are printed with the next code.
"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Select, select

from dspdesk.desk import Desk
from dspdesk.law import growing as law
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.growing import CLOSING, Grow, Growth, PlacedLine, Series
from dspdesk.models import PrintedLine, Printout
from dspdesk.queries import growing as queries
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteByHand:
    """What has changed in printed lines of a growing paper was added by hand; `keys` are the lines, () for all."""

    paper: str
    subject: str
    language: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToGrow:
    """How a growing paper is printed; `finish` asks for the ending of a paper that ends when a person says so."""

    paper: str
    subject: str
    language: str
    grow: Grow
    sheet: int = 0
    finish: bool = False


def plan(desk: Desk, asked: ToGrow) -> Growth:
    """What a printing brings onto the sheets; raises `Refused` when it would bring nothing."""
    paper = queries.paper_of(desk, asked.paper, asked.subject, asked.language)
    with desk.reading() as connection:
        printed = queries.series(connection, asked.paper, asked.subject, asked.language)
    if asked.grow is Grow.SHEET:
        settle([law.sheet_printed(asked.sheet, printed)], "")
        return Growth(printed, again=asked.sheet)
    series = Series(printed.number + 1) if asked.grow is Grow.ANEW or not printed.number else printed
    lines = paper.new(series, paper.entries(series))
    ends = paper.closes or (asked.finish and paper.finishes and bool(lines or series.lines))
    closes = ends and series.closing is None
    goes_on = law.goes_on(series) if paper.finishes and lines else None
    settle([law.something_new(len(lines), closes=closes), goes_on], "")
    return Growth(series, tuple(lines), closes=closes)


def closes(growth: Growth) -> bool:
    """Whether the inscriptions, which are signed, are on what is printed."""
    again = growth.series.on_sheet(growth.again) if growth.again else ()
    return growth.closes or any(line.key == CLOSING for line in again)


def keep(step: Step, printout: Printout, growth: Growth, new: Sequence[PlacedLine], today: dt.date) -> None:
    """Enter where the lines of a printing stand; raises `Refused` when somebody else printed meanwhile."""
    about = printout.paper, printout.subject, printout.language
    now = queries.series(step.connection, *about)
    settle([_undisturbed(now, growth)], "")
    if growth.again:
        new = [_trace(growth, printout.id)]
        old = _spoiled(step, printout, growth)
        replace_old(step, printout, old if closes(growth) else [], today)
    elif not growth.series.lines:
        replace_old(step, printout, _grown(step, printout), today)
    step.session.add_all(
        PrintedLine(
            printout_id=printout.id,
            paper=printout.paper,
            subject=printout.subject,
            language=printout.language,
            series=growth.series.number,
            key=line.key,
            sheet=line.sheet,
            above=line.above,
            below=line.below,
            text=_cells(line.cells),
            noted="",
        )
        for line in new
    )


def note(desk: Desk, command: NoteByHand) -> int:
    """Keep that printed lines were brought up to date by hand; returns how many."""
    about = command.paper, command.subject, command.language
    paper = queries.paper_of(desk, *about)
    with desk.reading() as connection:
        entries = paper.entries(queries.series(connection, *about))
    with desk.transaction("printout:lines:noted") as step:
        printed = queries.series(step.connection, *about)
        changed = [one.key for one in queries.changed(paper, printed, entries)]
        keys = [key for key in changed if not command.keys or key in command.keys]
        lines = step.session.scalars(
            _of_paper(*about).where(PrintedLine.series == printed.number, PrintedLine.key.in_(keys))
        )
        for line in lines:
            line.noted = _cells(queries.today(paper, line.key, entries) or ())
        if keys:
            step.subject = command.subject
    return len(keys)


def _undisturbed(now: Series, growth: Growth) -> Finding | None:
    """W2: nobody else has printed onto the same sheets since it was decided what stands where."""
    begun = growth.series.number - (0 if growth.series.lines else 1)
    if (now.number, len(now.lines) if growth.series.lines else 0) == (begun, len(growth.series.lines)):
        return None
    return Finding("W2", Weight.REFUSE, "printed_meanwhile")


def _trace(growth: Growth, printout_id: int) -> PlacedLine:
    """That a sheet was printed once more: a line without height, so that its code counts among those of the sheet."""
    last = growth.series.on_sheet(growth.again)[-1]
    return replace(last, key=law.trace(printout_id), above=last.below, cells=(), noted=())


def _spoiled(step: Step, printout: Printout, growth: Growth) -> list[int]:
    """The sheet that was thrown away counts for the last printing on it; returns all printings it had."""
    of_sheet = _of_paper(printout.paper, printout.subject, printout.language).where(
        PrintedLine.series == growth.series.number, PrintedLine.sheet == growth.again
    )
    lines = step.session.scalars(of_sheet.order_by(PrintedLine.id)).all()
    step.session.get_one(Printout, lines[-1].printout_id).spoiled_sheets += 1
    return [line.printout_id for line in lines]


def _grown(step: Step, printout: Printout) -> list[int]:
    """All printings of the sheets that are replaced by those of a new series."""
    lines = step.session.scalars(_of_paper(printout.paper, printout.subject, printout.language))
    return [line.printout_id for line in lines]


def _of_paper(paper: str, subject: str, language: str) -> Select[PrintedLine]:
    return select(PrintedLine).where(
        PrintedLine.paper == paper,
        PrintedLine.subject == subject,
        PrintedLine.language == language,
    )


def replace_old(step: Step, printout: Printout, old: Iterable[int], today: dt.date) -> None:
    """Nobody signs these printings any more where they still waited: another stands in their place."""
    for key in dict.fromkeys(old):
        replaced = step.session.get_one(Printout, key)
        if replaced.awaits and replaced.signed_on is None and replaced.set_aside_on is None:
            replaced.set_aside_on, replaced.replaced_by_id = today, printout.id


def _cells(cells: Sequence[str]) -> str:
    return json.dumps(list(cells), ensure_ascii=False, separators=(",", ":"))
