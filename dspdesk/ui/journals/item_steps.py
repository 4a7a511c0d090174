"""What can be done with an entry of a journal beside correcting it: one table, shown as a menu under its details."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from dspdesk.language.catalogue import N_, _
from dspdesk.law.kinds import OWN_DOCUMENTS, Carrier, ItemState, JournalKind
from dspdesk.law.roles import Action
from dspdesk.ui.control import steps as control
from dspdesk.ui.filing import steps as filing
from dspdesk.ui.movement import steps as movement

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


def _standing(details: "ItemDetails") -> bool:
    """Whether copies of an entry can be copied: it is registered and has some that are not all destroyed."""
    return details.state in {ItemState.REGISTERED, ItemState.IN_CASE} and bool(details.copies)


def _designated(details: "ItemDetails") -> bool:
    """Whether the mark of an entry rests on a basis of ours: what came in was designated by its sender."""
    return details.journal.kind in OWN_DOCUMENTS and details.state not in {
        ItemState.ANNULLED,
        ItemState.CARRIED_OVER,
    }


def _publication(details: "ItemDetails") -> bool:
    return _standing(details) and details.journal.kind is JournalKind.PUBLICATIONS


#: Every step, in the order of the menu.
STEPS: tuple[ItemStep, ...] = (
    ItemStep(
        title=N_("Hand over…"),
        group="movement",
        needs=Action.MOVE_COPIES,
        applies=movement.can_hand_over,
        opens="dspdesk.ui.movement.handing:hand_over",
    ),
    ItemStep(
        title=N_("To a hand-over sheet…"),
        group="movement",
        needs=Action.MOVE_COPIES,
        applies=movement.can_hand_over,
        opens="dspdesk.ui.handover.to_sheet:open_form",
    ),
    ItemStep(
        title=N_("Take back…"),
        group="movement",
        needs=Action.MOVE_COPIES,
        applies=movement.can_take_back,
        opens="dspdesk.ui.movement.handing:take_back",
    ),
    ItemStep(
        title=N_("Put in its place…"),
        group="movement",
        needs=Action.MOVE_COPIES,
        applies=movement.can_hand_over,
        opens="dspdesk.ui.movement.handing:store",
    ),
    ItemStep(
        title=N_("To a case…"),
        group="movement",
        needs=Action.KEEP_CASES,
        applies=filing.can_file,
        opens="dspdesk.ui.filing.to_case:open_form",
    ),
    ItemStep(
        title=N_("File executed documents…"),
        group="movement",
        needs=Action.KEEP_CASES,
        applies=filing.can_file,
        opens="dspdesk.ui.filing.day:open_of_item",
    ),
    ItemStep(
        title=N_("Who has it…"),
        group="movement",
        needs=Action.MOVE_COPIES,
        applies=movement.can_link,
        opens="dspdesk.ui.movement.handing:link",
    ),
    ItemStep(
        title=N_("Take out of its case…"),
        group="movement",
        needs=Action.TAKE_OUT_OF_CASES,
        applies=filing.lies_in_a_volume,
        opens="dspdesk.ui.cases.taking_out:for_item",
    ),
    ItemStep(
        title=N_("Submit to the head…"),
        group="execution",
        needs=Action.KEEP_CONTROL,
        applies=control.in_work,
        opens="dspdesk.ui.control.deadline_dialogs:submit",
    ),
    ItemStep(
        title=N_("Resolution…"),
        group="execution",
        needs=Action.KEEP_CONTROL,
        applies=control.standing,
        opens="dspdesk.ui.control.resolution_dialog:open",
    ),
    ItemStep(
        title=N_("Take on control…"),
        group="execution",
        needs=Action.KEEP_CONTROL,
        applies=control.not_on_control,
        opens="dspdesk.ui.control.deadline_dialogs:take_on",
    ),
    ItemStep(
        title=N_("Extend the deadline…"),
        group="execution",
        needs=Action.KEEP_CONTROL,
        applies=control.on_control,
        opens="dspdesk.ui.control.deadline_dialogs:extend",
    ),
    ItemStep(
        title=N_("Take off control…"),
        group="execution",
        needs=Action.KEEP_CONTROL,
        applies=control.on_control,
        opens="dspdesk.ui.control.deadline_dialogs:take_off",
    ),
    ItemStep(
        title=N_("Linked documents…"),
        group="execution",
        needs=Action.CORRECT,
        applies=lambda details: details.state is not ItemState.ANNULLED,
        opens="dspdesk.ui.relations.dialog:open_dialog",
    ),
    ItemStep(
        title=N_("Further copies…"),
        group="copies",
        needs=Action.MAKE_COPIES,
        applies=_standing,
        opens="dspdesk.ui.copying.making:copies",
    ),
    ItemStep(
        title=N_("Extract…"),
        group="copies",
        needs=Action.MAKE_COPIES,
        applies=_standing,
        opens="dspdesk.ui.copying.making:extract",
    ),
    ItemStep(
        title=N_("Permission to copy…"),
        group="copies",
        needs=Action.KEEP_PERMITS,
        applies=_standing,
        opens="dspdesk.ui.copying.permit_dialog:open_for_item",
    ),
    ItemStep(
        title=N_("Cards taken out…"),
        group="copies",
        needs=Action.MAKE_COPIES,
        applies=_publication,
        opens="dspdesk.ui.copying.taking_out:take_out",
    ),
    ItemStep(
        title=N_("Stickers for the copies…"),
        group="papers",
        needs=Action.PRINT_JOURNALS,
        applies=lambda details: details.state is not ItemState.ANNULLED and bool(details.copies),
        opens="dspdesk.ui.copying.stickers:print_them",
    ),
    ItemStep(
        title=N_("Act about its cover…"),
        group="papers",
        needs=Action.KEEP_ACTS,
        applies=lambda details: bool(details.acts),
        opens="dspdesk.ui.acts.shortage_act:open_of_item",
    ),
    ItemStep(
        title=N_("Issued to another person…"),
        group="correction",
        needs=Action.CORRECT,
        applies=movement.has_receipt,
        opens="dspdesk.ui.movement.corrections:wrong_person",
    ),
    ItemStep(
        title=N_("Movement entered by mistake…"),
        group="correction",
        needs=Action.CORRECT,
        applies=movement.can_undo,
        opens="dspdesk.ui.movement.corrections:undo",
    ),
    ItemStep(
        title=N_("What the copies are…"),
        group="correction",
        needs=Action.REGISTER,
        applies=filing.has_loose_copies,
        opens="dspdesk.ui.filing.nature:open_form",
    ),
    ItemStep(
        title=N_("Basis of the mark…"),
        group="correction",
        needs=Action.REGISTER,
        applies=_designated,
        opens="dspdesk.ui.restricted_list.designate:open_form",
    ),
    ItemStep(
        title=N_("Wrong journal…"),
        group="correction",
        needs=Action.ANNUL,
        applies=movement.can_move_to_journal,
        opens="dspdesk.ui.movement.entry_corrections:wrong_journal",
    ),
    ItemStep(
        title=N_("Wrong correspondent…"),
        group="correction",
        needs=Action.CORRECT,
        applies=movement.can_correct,
        opens="dspdesk.ui.movement.entry_corrections:wrong_correspondent",
    ),
    ItemStep(
        title=N_("Wrong count of sheets…"),
        group="correction",
        needs=Action.CORRECT,
        applies=movement.has_sheets,
        opens="dspdesk.ui.movement.entry_corrections:wrong_sheets",
    ),
    ItemStep(
        title=N_("Check the carrier for malicious programs…"),
        group="correction",
        needs=Action.RECEIVE_MAIL,
        applies=lambda details: (
            details.entry.carrier is Carrier.ELECTRONIC
            and details.journal.kind not in OWN_DOCUMENTS
            and details.state is ItemState.REGISTERED
        ),
        opens="dspdesk.ui.mail.carrier_dialog:open_for_item",
    ),
)


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
