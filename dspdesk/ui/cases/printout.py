"""The printout of an electronic carrier is filed (paragraph 30, 5)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.queries import cases
from dspdesk.ui.cards.fields import CountField, DateField
from dspdesk.ui.cards.form import FormDialog

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 48  # ems


class PrintoutForm(FormDialog):
    """The day, and the sheets of the printout where the line of its document does not count them."""

    def __init__(self, desk: "Desk", parent: QWidget | None, volume_id: int, filing_id: int) -> None:
        super().__init__(desk, parent, _("The printout is filed"), _WIDTH)
        self._filing_id = filing_id
        self.on, self.sheets = DateField(desk.today, needed=True), CountField()
        self.on.show_value(desk.today())
        line = next(one for one in cases.volume(desk, volume_id).lines if one.id == filing_id)
        self.add_note(", ".join(part for part in (line.number and f"№ {line.number}", line.heading) if part))
        self.add("on", _("Filed on"), self.on)
        self.add("sheets", _("Sheets not counted yet; empty when the line counts them"), self.sheets)
        self.sheets.setFocus()

    def save(self, reason: str) -> object:
        """Note it; returns the line on which the printout lies."""
        from dspdesk.procedures.case_closing import PrintoutFiled, printout_filed

        command = PrintoutFiled(
            filing_id=self._filing_id,
            on=self.on.value() or self._desk.today(),
            form_id=self.form_id,
            sheets=self.sheets.value() or 0,
            reason=reason,
        )
        return printout_filed(self._desk, command)
