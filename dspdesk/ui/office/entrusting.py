"""Restricted mail entrusted to a worker by their job description, and such an entrustment ended."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.dates import short
from dspdesk.queries.entrustment import EntrustmentLine
from dspdesk.ui.cards.fields import DateField, LongField, TextField
from dspdesk.ui.cards.form import FormDialog

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class EntrustDialog(FormDialog):
    """Since when, and by which paper, a worker receives, opens and checks restricted mail."""

    def __init__(self, desk: "Desk", parent: QWidget | None, employee_id: int, name: str) -> None:
        super().__init__(desk, parent, _("Restricted mail entrusted to {name}").format(name=name))
        self._employee_id = employee_id
        self.since, self.basis = DateField(desk.today), TextField()
        self.since.show_value(desk.today())
        self.add("valid_from", _("Since"), self.since)
        self.add("basis", _("By which job description or order: its date and number"), self.basis)
        self.basis.setFocus()

    def save(self, reason: str) -> int:
        """Enter the entrustment; returns the person."""
        from dspdesk.procedures.entrustment import Entrust, entrust

        entrust(
            self._desk,
            Entrust(employee_id=self._employee_id, valid_from=self.since.value(), basis=self.basis.value()),
        )
        return self._employee_id


class EndEntrustmentDialog(FormDialog):
    """The last day of an entrustment."""

    def __init__(self, desk: "Desk", parent: QWidget | None, line: EntrustmentLine, name: str) -> None:
        super().__init__(
            desk, parent, _("{name} is no longer entrusted with restricted mail").format(name=name)
        )
        self._line = line
        since = _("Entrusted since {day}: {basis}")
        self.add_note(since.format(day=short(line.valid_from), basis=line.basis))
        self.last, self.why = DateField(desk.today), LongField()
        self.last.show_value(desk.today())
        self.add("valid_to", _("Last day"), self.last)
        self.add("reason", _("Reason, kept in the ledger"), self.why)
        self.why.setFocus()

    def save(self, reason: str) -> int:
        """End it; returns the person."""
        from dspdesk.procedures.entrustment import EndEntrustment, end

        end(
            self._desk,
            EndEntrustment(entrustment_id=self._line.id, valid_to=self.last.value(), reason=self.why.value()),
        )
        return self._line.employee_id
