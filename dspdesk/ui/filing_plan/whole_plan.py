"""Steps with the plan of a year as a whole: copied to another year, saved as a spreadsheet."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.findings import Refused
from dspdesk.ui import ask, told, wording
from dspdesk.ui.filing_plan import words
from dspdesk.ui.job import Job

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.filing_plan import Copied


def copy(parent: QWidget, desk: "Desk", year: int, to: int, on_done: Callable[[], None]) -> None:
    """Copy the plan of a year to another one, once the person says so."""
    text = _(
        "All headings that stand in the plan of {year} come into that of {to}; those struck out stay behind. "
        "What stands there already is left as it is."
    )
    ask.confirm(
        parent,
        _("Copy the plan of {year} to {to}?").format(year=year, to=to),
        text.format(year=year, to=to),
        _("Copy"),
        lambda: _copy(parent, desk, year, to, on_done),
    )


def export(place: QWidget, desk: "Desk", year: int, language: str, path: Path) -> Job:
    """Save the plan as a spreadsheet, which the ledger records; returns the work under way."""
    from dspdesk.procedures.filing_plan import ExportPlan

    job = Job(desk.ticket(), "export_plan", ExportPlan(year=year, language=language, path=path), place)
    job.done.connect(lambda count: _exported(place.window(), count, path))
    job.failed.connect(
        lambda error: ask.tell(place.window(), _("The plan is not saved"), told.in_words(error))
    )
    job.start()
    return job


def _copy(parent: QWidget, desk: "Desk", year: int, to: int, on_done: Callable[[], None]) -> None:
    from dspdesk.procedures.filing_plan import CopyPlan, copy_plan

    try:
        done = copy_plan(desk, CopyPlan(from_year=year, to_year=to))
    except Refused as error:
        ask.tell(parent, _("The plan is not copied"), told.in_words(error))
        return
    on_done()
    ask.tell(parent, _("Filing plan {year}").format(year=to), _copied(done))


def _exported(parent: QWidget, count: int, path: Path) -> None:
    text = _("{headings} saved to {path}. The ledger has it that the plan left the store.")
    ask.tell(parent, _("The plan is saved"), text.format(headings=words.headings(count), path=path))


def _copied(done: "Copied") -> str:
    said = [_("{headings} copied.").format(headings=words.headings(len(done.made)))]
    if done.there:
        said.append(_("Stood there already: {n}.").format(n=wording.grouped(done.there)))
    if done.closed:
        said.append(
            _("Left behind, as their units are closed: {units}.").format(units=", ".join(done.closed))
        )
    return "\n".join(said)
