"""Forms of an inventory that stands: further volumes, a line struck out, its approval."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.barcode import Code, Kind
from dspdesk.queries import inventories
from dspdesk.queries.inventories import InventoryRow
from dspdesk.ui.cards.fields import ChoiceField, DateField, LongField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.handover.ticks import TickGroup, TickRow, TickTree
from dspdesk.ui.inventories import words
from dspdesk.ui.office.fields import LongChoice

if TYPE_CHECKING:
    from dspdesk.desk import Desk

WIDTH = 58  # in ems


class AddingForm(FormDialog):
    """Closed volumes that stand on no inventory yet, for a draft; a scanned label ticks its volume."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: InventoryRow) -> None:
        super().__init__(
            desk, parent, _("Add volumes to: {inventory}").format(inventory=words.name(row)), WIDTH
        )
        self._row = row
        found = inventories.listable(desk, row.kind, row.period, row.year, row.unit_id)
        self.volumes = TickTree(
            _("Volumes"), [TickGroup("", [TickRow(one.id, words.volume(one)) for one in found])]
        )
        self.add("volumes", _("Closed volumes that stand on no inventory yet"), self.volumes)
        if not found:
            self.add_note(_("There is no further closed volume of this unit, year and period."))
            self.save_button.setEnabled(False)
        self.save_button.set_text(_("Add volumes"), "Ctrl+S")
        self.volumes.setFocus()

    def save(self, reason: str) -> object:
        """Put them on the inventory; returns its id."""
        from dspdesk.procedures import unit_inventory as procedures

        command = procedures.AddVolumes(inventory_id=self._row.id, volume_ids=self.volumes.value())
        return procedures.add_volumes(self._desk, command)

    def take_scan(self, code: Code) -> bool:
        """Tick the volume whose label was scanned."""
        return code.kind is Kind.VOLUME and self.volumes.tick(code.id)


class StrikingForm(FormDialog):
    """A line that should not stand: of a draft the others are numbered anew, of an approved one the number stays."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: InventoryRow) -> None:
        super().__init__(
            desk, parent, _("Strike out of: {inventory}").format(inventory=words.name(row)), WIDTH
        )
        self._row = row
        lines = [line for line in inventories.inventory(desk, row.id).standing if line.transferred_on is None]
        self.line: ChoiceField = LongChoice(_("Line"), {line.id: words.line(line) for line in lines})
        self.why = LongField()
        if row.approved_on is not None:
            self.add_note(
                _("The inventory is approved: the line keeps its number, and the paper says why it is off.")
            )
        self.add("line_id", _("Line"), self.line)
        self.add("reason", _("Reason, kept in the ledger"), self.why)
        self.save_button.set_text(_("Strike out"), "Ctrl+S")
        self.line.setFocus()

    def save(self, reason: str) -> object:
        """Strike it out; returns the id of the inventory."""
        from dspdesk.procedures import unit_inventory as procedures

        command = procedures.StrikeLine(
            inventory_id=self._row.id, line_id=self.line.value(), reason=self.why.value()
        )
        return procedures.strike_line(self._desk, command)


class ApprovingForm(FormDialog):
    """The approval on the paper: its day, and by whom or by which minutes."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: InventoryRow) -> None:
        super().__init__(desk, parent, _("Approval of: {inventory}").format(inventory=words.name(row)))
        self._row = row
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.approval = LongField()
        self.add_note(
            _("An approved inventory gets no further volumes; cases are handed to the archive by it.")
        )
        self.add("on", _("Approved on"), self.on)
        self.add("approval", _("Who approved it, by which minutes"), self.approval)
        self.save_button.set_text(_("Enter the approval"), "Ctrl+S")
        self.approval.setFocus()

    def save(self, reason: str) -> object:
        """Enter it; returns the id of the inventory."""
        from dspdesk.procedures import unit_inventory as procedures

        command = procedures.ApproveInventory(
            inventory_id=self._row.id,
            on=self.on.value() or self._desk.today(),
            approval=self.approval.value(),
        )
        return procedures.approve(self._desk, command)
