"""An entry's copies put on a hand-over sheet of their own, for somebody whom its resolution names."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.whereabouts import AT_HAND
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.handover.printing import print_sheets
from dspdesk.ui.movement.movement_form import MovementForm

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.handover_sheet import Made
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services


class ToSheetForm(MovementForm):
    """Which copies, to whom."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services | None", details: "ItemDetails"
    ) -> None:
        title = _("To a hand-over sheet: № {number}")
        super().__init__(desk, parent, services, details, title, lambda row: row.where in AT_HAND)
        self.person = PersonField(desk)
        self.add("employee_id", _("To whom"), self.person)
        self.add_copies()
        self.propose_person(self.person)

    def save(self, reason: str) -> object:
        """Make the sheet."""
        from dspdesk.procedures import handover_sheet as procedures

        handing = procedures.Handing(employee_id=self.person.value() or 0, copies=self.copies.value())
        command = procedures.MakeSheets(dated=self._desk.today(), handings=(handing,), form_id=self.form_id)
        return procedures.make_sheets(self._desk, command)


def open_form(
    parent: QWidget,
    desk: "Desk",
    services: "Services",
    details: "ItemDetails",
    on_done: Callable[[], None],
) -> None:
    """Ask for whom; the sheet is shown for printing once it is made."""
    form = ToSheetForm(desk, parent, services, details)

    def made(sheets: "tuple[Made, ...]") -> None:
        on_done()
        print_sheets(parent, desk, services, [sheet.id for sheet in sheets])

    form.saved.connect(made)
    form.open()
