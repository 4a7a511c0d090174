"""Seized originals came back (paragraph 42, part 2): which of them, with what paper, when, and who brought them."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.findings import Finding
from dspdesk.queries import seizure_record as queries
from dspdesk.ui.cards.fields import DateField, TextField
from dspdesk.ui.cards.live_form import LiveForm
from dspdesk.ui.cases.seizing import original
from dspdesk.ui.handover.ticks import TickGroup, TickRow, TickTree

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.seizure_return import ComeBack

_WIDTH = 56  # ems
_NOT_YET = frozenset({"no_originals_back", "return_paper", "return_brought_by", "day_needed"})


class ComingBackForm(LiveForm):
    """The originals of a record that are away, of which all are ticked at first."""

    def __init__(self, desk: "Desk", parent: QWidget | None, record_id: int) -> None:
        self._record = queries.record(desk, record_id)
        title = _("Originals came back: record № {number}").format(number=self._record.number)
        super().__init__(desk, parent, title, _WIDTH)
        rows = [TickRow(line.id, original(line)) for line in self._record.away]
        self.lines = TickTree(_("Originals"), [TickGroup("", rows)])
        self.paper, self.brought_by = TextField(), TextField()
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.add("paper", _("Covering paper: its kind, number and day"), self.paper)
        self.add("brought_by", _("Who brought them: position and name"), self.brought_by)
        self.add("on", _("Came back on"), self.on)
        self.add("lines", _("Which originals came back"), self.lines)
        self.add_note(
            _(
                "Each original goes onto its own sheets again. Its certified copy stays in the case: "
                "it is put at the end of the volume and gets the next numbers of sheets."
            )
        )
        self.save_button.set_text(_("Originals came back"), "Ctrl+S")
        self.paper.setFocus()

    def save(self, reason: str) -> object:
        """Put them into their places; returns the id of the record."""
        from dspdesk.procedures import seizure_return

        seizure_return.come_back(self._desk, self._command(reason))
        return self._record.id

    def consider(self) -> Iterable[Finding]:
        """What the law says of it as it stands."""
        from dspdesk.procedures import seizure_return

        return seizure_return.consider(self._desk, self._command(""))

    def not_yet(self) -> Collection[str]:
        return _NOT_YET

    def _command(self, reason: str) -> "ComeBack":
        from dspdesk.procedures.seizure_return import ComeBack

        return ComeBack(
            record_id=self._record.id,
            lines=self.lines.value(),
            on=self.on.value(),
            paper=self.paper.value(),
            brought_by=self.brought_by.value(),
            form_id=self.form_id,
            reason=reason,
        )
