"""Corrections of movements (W6): issued to a wrong person, and a movement that did not happen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import N_, _
from dspdesk.law.kinds import MovementKind
from dspdesk.law.whereabouts import Where
from dspdesk.ui.cards.fields import LongField, TextField
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.movement import movement_form, steps
from dspdesk.ui.movement.movement_form import MovementForm

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

Done = Callable[[], Any]

#: Where a receipt has led.
_RECEIVED = frozenset({Where.PERSON, Where.UNIT, Where.AS_WRITTEN})


class HolderForm(MovementForm):
    """The register names a wrong person: the right one is entered, and both stay to be seen."""

    nobody = N_("Name the person who has the document.")

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services", details: "ItemDetails"
    ) -> None:
        received = {copy.now.id for copy in details.copies if copy.now and copy.last is MovementKind.RECEIPT}
        super().__init__(
            desk, parent, services, details, _("№ {number} was issued to another person"),
            lambda row: row.id in received and row.where in _RECEIVED,
        )  # fmt: skip
        self.person = PersonField(desk)
        self.paper = TextField()
        self.paper.show_value(movement_form.SIGNED_IN_JOURNAL[details.journal.language])
        self.mistake = LongField()
        self._show_day()
        self.on.left.connect(lambda: self.person.show_day(self.on.value() or desk.today()))
        self.add_copies()
        self.add("employee_id", _("Who has really got them"), self.person)
        self.add_pair(("on", _("Given on"), self.on), ("paper", _("Receipt: what was signed"), self.paper))
        self.add("mistake", _("How the mistake came about, kept in the ledger"), self.mistake)
        self.person.setFocus()

    def save(self, reason: str) -> object:
        """Write the right receipt in the place of the wrong one."""
        from dspdesk.procedures import movement_corrections

        command = movement_corrections.CorrectHolder(
            copy_ids=self.copies.value(),
            employee_id=self.person.value() or 0,
            on=self.on.value() or self._desk.today(),
            paper=self.paper.value(),
            mistake=self.mistake.value(),
            reason=reason,
        )
        return movement_corrections.correct_holder(self._desk, command)

    def _show_day(self) -> None:
        """A wrong person is corrected as of the day on which the copies were given."""
        days = {row.since for row in self.copies.rows() if row.since is not None}
        if len(days) == 1:
            self.on.show_value(since := days.pop())
            self.person.show_day(since)


class UndoForm(MovementForm):
    """The last movement of copies did not happen: they are where they were before it."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services", details: "ItemDetails"
    ) -> None:
        moved = steps.undoable(details)
        super().__init__(
            desk, parent, services, details, _("A movement of № {number} was entered by mistake"),
            lambda row: row.id in moved,
        )  # fmt: skip
        self.mistake = LongField()
        self.add_note(
            _(
                "The last movement of the copies ticked is taken out: they are where they were before it. "
                "It stays to be seen as a mistake."
            )
        )
        self.add_copies()
        self.add("mistake", _("How the mistake came about, kept in the ledger"), self.mistake)
        self.copies.setFocus()

    def save(self, reason: str) -> object:
        """Write where the copies are in spite of the movement."""
        from dspdesk.procedures import movement_corrections

        command = movement_corrections.UndoMovement(
            copy_ids=self.copies.value(), mistake=self.mistake.value() or reason
        )
        return movement_corrections.undo(self._desk, command)


def wrong_person(
    parent: QWidget, desk: "Desk", services: "Services", details: "ItemDetails", on_done: Done
) -> None:
    """Open the window for a wrong person."""
    movement_form.opened(HolderForm(desk, parent, services, details), on_done)


def undo(parent: QWidget, desk: "Desk", services: "Services", details: "ItemDetails", on_done: Done) -> None:
    """Open the window for a movement that did not happen."""
    movement_form.opened(UndoForm(desk, parent, services, details), on_done)
