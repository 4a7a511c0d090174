"""An electronic carrier checked for malicious programs: by what means, when, by whom, and what was found."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.carrier_check import CarrierFound, check_of_carrier
from dspdesk.law.findings import Refused
from dspdesk.queries.entrustment import mail_entrusted
from dspdesk.ui.cards.fields import ChoiceField, DateField, LongField, TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cards.person_field import PersonField

if TYPE_CHECKING:
    from collections.abc import Callable

    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services


class CarrierDialog(FormDialog):
    """The check of a package or of an entry; with neither it only says what was found, for a card to save."""

    def __init__(
        self,
        desk: "Desk",
        parent: QWidget | None,
        *,
        package_id: int | None = None,
        item_id: int | None = None,
    ) -> None:
        super().__init__(desk, parent, _("Check of the carrier for malicious programs"))
        self._package_id, self._item_id = package_id, item_id
        self.means, self.notes = TextField(), LongField()
        self.day, self.by = DateField(desk.today), PersonField(desk)
        self.clean = ChoiceField(
            _("What was found"), {True: _("no malicious programs"), False: _("malicious programs were found")}
        )
        self.add("means", _("Checked with: the program and its version"), self.means)
        self.add_pair(("checked_on", _("Checked on"), self.day), ("checked_by_id", _("Checked by"), self.by))
        self.add("clean", _("What was found"), self.clean)
        self.add("notes", _("Notes"), self.notes)
        self.day.show_value(desk.today())
        self.by.show_value(mail_entrusted(desk).employee_id)
        self.means.setFocus()

    def save(self, reason: str) -> CarrierFound:
        """Record the check, or only answer with it."""
        from dspdesk.procedures.carrier_check import CheckCarrier, record

        found = CarrierFound(
            means=self.means.value(),
            checked_on=self.day.value(),
            checked_by_id=self.by.value(),
            clean=self.clean.value(),
            notes=self.notes.value(),
        )
        if self._package_id is not None or self._item_id is not None:
            record(self._desk, CheckCarrier(found=found, package_id=self._package_id, item_id=self._item_id))
        elif wrong := check_of_carrier(found, self._desk.today()):
            raise Refused(wrong)
        return found


def open_for_item(
    parent: QWidget,
    desk: "Desk",
    _services: "Services | None",
    details: "ItemDetails",
    on_done: "Callable[[], None]",
) -> None:
    """The check of the carrier of an entry, from its further steps."""
    dialog = CarrierDialog(desk, parent, item_id=details.id)
    dialog.saved.connect(lambda _found: on_done())
    dialog.open()
