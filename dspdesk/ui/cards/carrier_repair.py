"""What the registration card does when an electronic carrier was not checked for malicious programs (paragraph 12)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.carrier_check import CarrierFound
from dspdesk.ui.cards.findings import Repair

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class CarrierRepair:
    """The check that a card will save with its entry; `found` is `None` until it is recorded."""

    def __init__(self, card: QWidget, desk: "Desk", recorded: Callable[[], None]) -> None:
        self._card, self._desk, self._recorded = card, desk, recorded
        self.found: CarrierFound | None = None

    def forget(self) -> None:
        """Begin anew with the next card."""
        self.found = None

    def repairs(self) -> dict[str, Repair]:
        """The way out of a carrier not checked, by the codes of the findings."""
        return dict.fromkeys(("carrier_not_checked", "carrier_not_clean"), (_("Record the check…"), self.ask))

    def ask(self) -> None:
        """Ask by what, when and by whom the carrier was checked."""
        from dspdesk.ui.mail.carrier_dialog import CarrierDialog

        dialog = CarrierDialog(self._desk, self._card)
        dialog.saved.connect(self._answered)
        dialog.open()

    def _answered(self, found: object) -> None:
        if isinstance(found, CarrierFound):
            self.found = found
            self._recorded()
