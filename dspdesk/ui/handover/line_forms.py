"""Lines struck out of a sheet, and copies added to it, each with a reason."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.barcode import Code, Kind
from dspdesk.queries import handover
from dspdesk.queries.handover import Proposed, SheetRow
from dspdesk.ui.cards.fields import LongField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.handover import words
from dspdesk.ui.handover.receiving import waiting
from dspdesk.ui.handover.ticks import TickGroup, TickTree, WhyNot

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 58  # in ems


class StrikingForm(FormDialog):
    """Lines that wait for a signature and should not: their copies go back among those at hand."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: SheetRow) -> None:
        super().__init__(
            desk, parent, _("Strike out lines of sheet № {number}").format(number=row.number), _WIDTH
        )
        self._row = row
        found = handover.sheet(desk, row.id)
        self.lines = TickTree(_("Lines"), [TickGroup("", tuple(waiting(found, ticked=False)))])
        self.why = LongField()
        self.add("lines", _("Lines to strike out"), self.lines)
        self.add("reason", _("Reason, kept in the ledger"), self.why)
        self.lines.setFocus()

    def save(self, reason: str) -> object:
        """Strike them out."""
        from dspdesk.procedures import handover_sheet as procedures

        command = procedures.StrikeLines(
            sheet_id=self._row.id, lines=self.lines.value(), reason=self.why.value()
        )
        return procedures.strike_lines(self._desk, command)


class AddingForm(FormDialog):
    """Copies at hand that the person of a sheet may be given, too; a label scanned here ticks its copy."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: SheetRow) -> None:
        super().__init__(desk, parent, _("Add copies to sheet № {number}").format(number=row.number), _WIDTH)
        self._row = row
        self._offered: tuple[Proposed, ...] = handover.for_person(desk, row.employee_id, row)
        rows = tuple(words.proposed(one) for one in self._offered)
        self.copies = TickTree(_("Copies at hand"), [TickGroup("", rows)])
        self.copies.show_value(())
        self.why = LongField()
        self.add("copies", _("Copies at hand"), self.copies)
        nothing = _("No copy at hand is of a document whose resolution names this person.")
        self.add_to_foot(WhyNot(self.copies, nothing))
        self.add("reason", _("Reason, kept in the ledger"), self.why)
        self.copies.setFocus()

    def save(self, reason: str) -> object:
        """Put them on the sheet."""
        from dspdesk.procedures import handover_sheet as procedures

        command = procedures.AddLines(
            sheet_id=self._row.id, copies=self.copies.value(), reason=self.why.value()
        )
        return procedures.add_lines(self._desk, command)

    def take_scan(self, code: Code) -> bool:
        """Tick the copy whose label was scanned."""
        return code.kind is Kind.COPY and self.copies.tick(code.id)
