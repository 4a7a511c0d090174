"""What copies of an entry are: ordinary ones, drafts, spare ones, to be returned. Only the first are filed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.case_file import CopyNature
from dspdesk.procedures import copy_nature
from dspdesk.ui.movement import movement_form, words
from dspdesk.ui.movement.movement_form import MovementForm
from dspdesk.ui.office.fields import LongChoice

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.queries.whereabouts import CopyRow
    from dspdesk.ui.services import Services


class NatureForm(MovementForm):
    """Which copies, and what they are."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services", details: "ItemDetails"
    ) -> None:
        super().__init__(
            desk, parent, services, details, _("What the copies of № {number} are"), in_no_volume
        )
        self.nature = LongChoice(
            _("What they are"), {nature.value: _(said) for nature, said in words.NATURES.items()}
        )
        self.copies.textEdited.connect(lambda _text: self._show_nature())
        self.add_copies()
        self.add("nature", _("What they are"), self.nature)
        self.add_note(
            _(
                "Drafts, spare copies and copies that are to be returned are not put into cases (paragraph 30, 6)."
            )
        )
        if len(self.copies.rows()) > 1:
            self.copies.show_value(())
        self._show_nature()
        self.copies.setFocus()

    def save(self, reason: str) -> object:
        """Write it."""
        del reason
        copy_nature.say(
            self._desk,
            copy_nature.SayNature(copy_ids=self.copies.value(), nature=CopyNature(self.nature.value())),
        )
        return self._details.id

    def _show_nature(self) -> None:
        found = {row.nature for row in self.copies.chosen()}
        if len(found) == 1:
            self.nature.show_value(found.pop().value)


def in_no_volume(row: "CopyRow") -> bool:
    """Whether a copy lies in no volume of a case."""
    return row.volume_id is None


def open_form(
    parent: QWidget,
    desk: "Desk",
    services: "Services",
    details: "ItemDetails",
    on_done: Callable[[], None],
) -> None:
    """Ask what the copies are."""
    movement_form.opened(NatureForm(desk, parent, services, details), on_done)
