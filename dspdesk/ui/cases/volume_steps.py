"""What can be done with a volume of a case: one table, shown under the details of the volume."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import N_
from dspdesk.law.roles import Action
from dspdesk.queries.cases import VolumeRow

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.services import Services


@dataclass(frozen=True, slots=True)
class VolumeStep:
    """A step: its name (`N_`), the right it asks for, to which volumes it applies, and what opens its window.

    `opens` is "module:function"; the function gets (parent, desk, services, volume_id, on_done) and calls `on_done()`
    when something was written. `group` parts the menu: steps of one group stand together.
    """

    title: str
    group: str
    needs: Action
    applies: Callable[[VolumeRow], bool]
    opens: str


def _open(row: VolumeRow) -> bool:
    return row.closed_on is None and row.transferred_on is None


_PRINTS = "dspdesk.ui.cases.inventory_printing:open_printing"
#: Every step, in the order in which it is offered.
STEPS: tuple[VolumeStep, ...] = (
    VolumeStep(
        title=N_("File…"),
        group="documents",
        needs=Action.KEEP_CASES,
        applies=_open,
        opens="dspdesk.ui.filing.day:open_form",
    ),
    VolumeStep(
        title=N_("File in all cases…"),
        group="documents",
        needs=Action.KEEP_CASES,
        applies=_open,
        opens="dspdesk.ui.filing.day:open_all",
    ),
    VolumeStep(
        title=N_("Unclassified document…"),
        group="documents",
        needs=Action.KEEP_CASES,
        applies=_open,
        opens="dspdesk.ui.filing.unregistered:open_form",
    ),
    VolumeStep(
        title=N_("Take out by permission…"),
        group="documents",
        needs=Action.TAKE_OUT_OF_CASES,
        applies=lambda row: row.documents > 0,
        opens="dspdesk.ui.cases.taking_out:open_form",
    ),
    VolumeStep(
        title=N_("Move to another volume…"),
        group="documents",
        needs=Action.TAKE_OUT_OF_CASES,
        applies=lambda row: row.documents > 0,
        opens="dspdesk.ui.cases.relocating:open_form",
    ),
    VolumeStep(
        title=N_("Filing entered by mistake…"),
        group="documents",
        needs=Action.KEEP_CASES,
        applies=lambda row: row.documents > 0 and _open(row),
        opens="dspdesk.ui.cases.striking:open_form",
    ),
    VolumeStep(
        title=N_("Seizure of documents…"),
        group="documents",
        needs=Action.TAKE_OUT_OF_CASES,
        applies=lambda row: row.documents > 0 or row.seizures > 0,
        opens="dspdesk.ui.cases.seizing:open_form",
    ),
    VolumeStep(
        title=N_("Open the next volume…"),
        group="case",
        needs=Action.KEEP_CASES,
        applies=lambda row: row.case_closed_on is None and row.transferred_on is None,
        opens="dspdesk.ui.cases.opening:open_next",
    ),
    VolumeStep(
        title=N_("Put the case right…"),
        group="case",
        needs=Action.KEEP_CASES,
        applies=lambda row: row.transferred_on is None,
        opens="dspdesk.ui.cases.correcting:open_form",
    ),
    VolumeStep(
        title=N_("Put in a storage place…"),
        group="case",
        needs=Action.KEEP_STORAGE,
        applies=lambda _row: True,
        opens="dspdesk.ui.cases.storing:open_form",
    ),
    VolumeStep(
        title=N_("Print the inner inventory…"),
        group="papers",
        needs=Action.KEEP_CASES,
        applies=lambda _row: True,
        opens="dspdesk.ui.cases.inventory_printing:open_printing",
    ),
    VolumeStep(
        title=N_("Certification sheet…"),
        group="papers",
        needs=Action.KEEP_CASES,
        applies=lambda _row: True,
        opens="dspdesk.ui.cases.certifying:certify",
    ),
    VolumeStep(
        title=N_("Print the cover…"),
        group="papers",
        needs=Action.KEEP_CASES,
        applies=lambda _row: True,
        opens="dspdesk.ui.cases.cover:print_it",
    ),
    VolumeStep(
        title=N_("Labels…"),
        group="papers",
        needs=Action.READ_CASES,
        applies=lambda _row: True,
        opens="dspdesk.ui.storage.labels:of_volume",
    ),
    VolumeStep(
        title=N_("Close the volume…"),
        group="closing",
        needs=Action.KEEP_CASES,
        applies=lambda row: _open(row) and row.case_closed_on is None,
        opens="dspdesk.ui.cases.closing:close_volume",
    ),
    VolumeStep(
        title=N_("Close the case…"),
        group="closing",
        needs=Action.KEEP_CASES,
        applies=lambda row: row.case_closed_on is None,
        opens="dspdesk.ui.cases.closing:close_case",
    ),
    VolumeStep(
        title=N_("Open again…"),
        group="closing",
        needs=Action.REOPEN_CASES,
        applies=lambda row: (
            row.transferred_on is None and (row.closed_on is not None or row.case_closed_on is not None)
        ),
        opens="dspdesk.ui.cases.closing:reopen",
    ),
)


def steps(desk: "Desk", row: VolumeRow) -> list[VolumeStep]:
    """The steps that the person at the desk can take with a volume; none with one that never was."""
    if row.void:
        return []
    return [step for step in STEPS if desk.may(step.needs) and step.applies(row)]


def printing(desk: "Desk", row: VolumeRow) -> VolumeStep | None:
    """What Ctrl+P does with a volume: the step that prints its inner inventory."""
    return next((step for step in steps(desk, row) if step.opens == _PRINTS), None)


def take(
    step: VolumeStep,
    parent: QWidget,
    desk: "Desk",
    services: "Services",
    volume_id: int,
    on_done: Callable[[], None],
) -> None:
    """Open the window of a step."""
    module, _colon, function = step.opens.partition(":")
    getattr(import_module(module), function)(parent, desk, services, volume_id, on_done)
