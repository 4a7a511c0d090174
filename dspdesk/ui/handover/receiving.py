"""Marking a sheet received: all its lines at once, without the ones that were not signed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.handover_sheet import LineState
from dspdesk.queries import handover
from dspdesk.queries.handover import SheetDetails
from dspdesk.ui.cards.fields import DateField
from dspdesk.ui.handover import words
from dspdesk.ui.handover.ticks import TickGroup, TickRow, TickTree
from dspdesk.ui.security.slow_form import SlowForm

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 58  # in ems


class ReceivingForm(SlowForm):
    """Every line that waits is ticked; a scanned label takes the keys to its line."""

    def __init__(self, desk: "Desk", parent: QWidget | None, sheet_id: int) -> None:
        found = handover.sheet(desk, sheet_id)
        super().__init__(desk, parent, _title(found), _WIDTH)
        self._sheet = found
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.lines = TickTree(_("Signed for"), [TickGroup("", tuple(waiting(found)))])
        self.add("lines", _("Signed for: untick what was not signed"), self.lines)
        self.add("on", _("Signed on"), self.on)
        self.lines.setFocus()

    def work(self, reason: str) -> Callable[[], object]:
        """Enter the signatures with their movements: of a long sheet that takes a moment."""
        from dspdesk.procedures import handover_sheet as procedures

        on = self.on.value() or self._desk.today()
        command = procedures.MarkReceived(
            sheet_id=self._sheet.row.id, on=on, lines=self.lines.value(), reason=reason
        )
        return lambda: procedures.mark_received(self._desk, command)

    def take_scan(self, code: Code) -> bool:
        """Tick the line of the copy whose label was scanned."""
        lines = [line.id for line in self._sheet.lines if line.of.copy_id == code.id]
        return code.kind is Kind.COPY and any(map(self.lines.tick, lines))


def waiting(found: SheetDetails, *, ticked: bool = True) -> list[TickRow]:
    """The lines of a sheet that wait for a signature."""
    return [
        TickRow(line.id, f"{line.ordinal}. {words.copy(line.of)}", ticked)
        for line in found.lines
        if line.state is LineState.WAITING
    ]


def _title(found: SheetDetails) -> str:
    return _("Received: sheet № {number}, {person}").format(
        number=found.row.number, person=found.person.name(str(current_language()))
    )
