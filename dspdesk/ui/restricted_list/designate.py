"""What the mark of a document registered earlier rests on: named, or named anew."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.restricted_list import Designation, Ground, basis_day
from dspdesk.ui.cards.fields import LongField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.restricted_list import wording
from dspdesk.ui.restricted_list.basis_field import BasisField

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

_WIDTH = 52  # in ems


class DesignateForm(FormDialog):
    """An entry of the list, a proposal, or a ground outside the lists; what stood before stays in the history."""

    def __init__(self, desk: "Desk", parent: QWidget | None, details: "ItemDetails") -> None:
        number = details.number.with_mark(details.journal.language)
        super().__init__(desk, parent, _("Basis of the mark: № {number}").format(number=number), _WIDTH)
        self._item_id, entry = details.id, details.entry
        if details.basis is not None:
            self.add_note(wording.basis(details.basis))
        self.basis = BasisField(desk, lambda: basis_day(entry.signed_on, entry.date, desk.today()))
        self.ground = LongField()
        self.add("designation", _("Entry of the list"), self.basis)
        self._ground = self.add("ground", _("Ground outside the lists"), self.ground)
        self.basis.textEdited.connect(lambda _typed: self._show_ground())
        self._show_ground()
        self.basis.setFocus()

    def save(self, reason: str) -> object:
        """Name the basis; returns the id of the entry of the journal."""
        from dspdesk.procedures import designations as procedures

        wanted = self.basis.value() or Designation.outside("")
        if wanted.ground is Ground.OUTSIDE:
            wanted = Designation.outside(self.ground.value())
        command = procedures.Designate(item_id=self._item_id, designation=wanted, reason=reason)
        procedures.designate(self._desk, command)
        return self._item_id

    def _show_ground(self) -> None:
        value = self.basis.value()
        self._ground.setVisible(value is None or value.ground is Ground.OUTSIDE)


def open_form(
    parent: QWidget, desk: "Desk", _services: "Services", details: "ItemDetails", on_done: Callable[[], None]
) -> None:
    """Open the form for an entry of a journal."""
    form = DesignateForm(desk, parent, details)
    form.saved.connect(lambda _item_id: on_done())
    form.open()
