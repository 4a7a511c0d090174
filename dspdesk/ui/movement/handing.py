"""Copies handed over without a sheet, taken back, put in their place, and a holder of an imported register named."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import N_, _
from dspdesk.queries import office
from dspdesk.ui.cards.fields import DateField, TextField
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.movement import movement_form, steps
from dspdesk.ui.movement.movement_form import MovementForm
from dspdesk.ui.office.fields import LongChoice

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

Done = Callable[[], Any]


class HandOverForm(MovementForm):
    """Copies for one person, against a signature that is no hand-over sheet."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services | None", details: "ItemDetails"
    ) -> None:
        super().__init__(desk, parent, services, details, _("Hand over № {number}"), steps.at_hand)
        self.person = PersonField(desk)
        self.paper = TextField()
        self.paper.show_value(movement_form.SIGNED_IN_JOURNAL[details.journal.language])
        self.on.left.connect(lambda: self.person.show_day(self.on.value() or desk.today()))
        self.add_copies()
        self.add("employee_id", _("To whom"), self.person)
        self.add_pair(("on", _("Given on"), self.on), ("paper", _("Receipt: what was signed"), self.paper))
        self.propose_person(self.person)

    def save(self, reason: str) -> object:
        """Hand over."""
        from dspdesk.procedures import movements

        command = movements.HandOver(
            copy_ids=self.copies.value(),
            employee_id=self.person.value() or 0,
            on=self.on.value() or self._desk.today(),
            paper=self.paper.value(),
            reason=reason,
        )
        return movements.hand_over(self._desk, command)


class TakeBackForm(MovementForm):
    """Copies that come back from whoever has them."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services", details: "ItemDetails"
    ) -> None:
        super().__init__(desk, parent, services, details, _("Take back № {number}"), steps.out)
        self.paper = TextField()
        self.add_copies()
        self.add_pair(
            ("on", _("Returned on"), self.on), ("paper", _("What was written on it, if anything"), self.paper)
        )
        self.copies.setFocus()

    def save(self, reason: str) -> object:
        """Take back."""
        from dspdesk.procedures import movements

        command = movements.TakeBack(
            copy_ids=self.copies.value(),
            on=self.on.value() or self._desk.today(),
            paper=self.paper.value(),
            reason=reason,
        )
        return movements.take_back(self._desk, command)


class StoreForm(MovementForm):
    """Copies put into a room, a safe or onto a shelf of the service."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services", details: "ItemDetails"
    ) -> None:
        super().__init__(desk, parent, services, details, _("Put № {number} in its place"), steps.at_hand)
        places = {row.id: ", ".join(row.path) for row in office.places(desk)}
        self.place = LongChoice(_("Storage place"), places or {0: _("No place is entered yet")})
        self.add_copies()
        self.add("place_id", _("Storage place"), self.place)
        self.add_day(_("Put there on"))
        if not places:
            self.add_note(
                _("Rooms, safes and shelves are entered by the head of the service under Organisation.")
            )
            self.save_button.setEnabled(False)
        self.place.setFocus()

    def save(self, reason: str) -> object:
        """Write where they are kept."""
        from dspdesk.procedures import movements

        command = movements.Store(
            copy_ids=self.copies.value(),
            place_id=self.place.value(),
            on=self.on.value() or self._desk.today(),
            reason=reason,
        )
        return movements.store(self._desk, command)


class LinkForm(MovementForm):
    """Whom the words of an imported register mean; the words stay."""

    nobody = N_("Name the person who has the document.")

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services", details: "ItemDetails"
    ) -> None:
        super().__init__(desk, parent, services, details, _("Who has № {number}?"), steps.as_written)
        self.person = PersonField(desk)
        self.on = DateField(desk.today)
        self.add_note(
            _(
                "The register says who has the copies in words only. Name the person: the words stay as they are."
            )
        )
        self.add_copies()
        self.add("employee_id", _("Who has them"), self.person)
        self.add("day", _("Since when, if the register does not say"), self.on)
        self.person.setFocus()

    def save(self, reason: str) -> object:
        """Link them."""
        from dspdesk.procedures import movements

        command = movements.LinkAsWritten(
            copy_ids=self.copies.value(), employee_id=self.person.value() or 0, on=self.on.value()
        )
        movements.link_as_written(self._desk, command)
        return self._details.id


def hand_over(
    parent: QWidget, desk: "Desk", services: "Services", details: "ItemDetails", on_done: Done
) -> None:
    """Open the window for handing over."""
    movement_form.opened(HandOverForm(desk, parent, services, details), on_done)


def take_back(
    parent: QWidget, desk: "Desk", services: "Services", details: "ItemDetails", on_done: Done
) -> None:
    """Open the window for taking back."""
    movement_form.opened(TakeBackForm(desk, parent, services, details), on_done)


def store(parent: QWidget, desk: "Desk", services: "Services", details: "ItemDetails", on_done: Done) -> None:
    """Open the window for putting copies in their place."""
    movement_form.opened(StoreForm(desk, parent, services, details), on_done)


def link(parent: QWidget, desk: "Desk", services: "Services", details: "ItemDetails", on_done: Done) -> None:
    """Open the window for naming who has copies."""
    movement_form.opened(LinkForm(desk, parent, services, details), on_done)
