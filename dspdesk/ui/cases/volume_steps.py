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
    when something was written.
    """

    title: str
    needs: Action
    applies: Callable[[VolumeRow], bool]
    opens: str


def _open(row: VolumeRow) -> bool:
    return row.closed_on is None and row.transferred_on is None


#: Every step, in the order in which it is offered.
STEPS: tuple[VolumeStep, ...] = ()


def steps(desk: "Desk", row: VolumeRow) -> list[VolumeStep]:
    """The steps that the person at the desk can take with a volume."""
    return [step for step in STEPS if desk.may(step.needs) and step.applies(row)]


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
