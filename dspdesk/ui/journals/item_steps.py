"""What can be done with an entry of a journal beside correcting it: one table, shown as a menu under its details."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.roles import Action

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services


@dataclass(frozen=True, slots=True)
class ItemStep:
    """A step: its name (`N_`), the right it asks for, to which entries it applies, and what opens its window.

    `opens` is "module:function"; the function gets (parent, desk, services, details, on_done) and calls `on_done()`
    when something was written. `group` parts the menu: steps of one group stand together.
    """

    title: str
    group: str
    needs: Action
    applies: "Callable[[ItemDetails], bool]"
    opens: str


#: Every step, in the order of the menu.
STEPS: tuple[ItemStep, ...] = ()


def steps(desk: "Desk", details: "ItemDetails") -> list[ItemStep]:
    """The steps that the person at the desk can take with an entry."""
    return [step for step in STEPS if desk.may(step.needs) and step.applies(details)]


def menu(
    parent: QWidget,
    desk: "Desk",
    services: "Services",
    details: "ItemDetails",
    on_done: Callable[[], None],
) -> QMenu:
    """The menu of the steps that apply to an entry."""
    made, offered = QMenu(parent), steps(desk, details)
    for before, step in zip([None, *offered], offered, strict=False):
        if before is not None and before.group != step.group:
            made.addSeparator()
        does = opener(step)
        made.addAction(_(step.title)).triggered.connect(
            lambda _checked=False, does=does: does(parent, desk, services, details, on_done)
        )
    return made


def opener(step: ItemStep) -> Callable[..., None]:
    """The function that opens the window of a step; its module is loaded when it is first asked for."""
    module, _colon, function = step.opens.partition(":")
    found: Callable[..., None] = getattr(import_module(module), function)
    return found


def names(found: Sequence[ItemStep]) -> list[str]:
    """Their names in the person's language."""
    return [_(step.title) for step in found]
