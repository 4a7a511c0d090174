"""Closing a journal: its inscription as it will be kept, what the law says of it, and the one step that ends it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law import journal_closing as law
from dspdesk.law.findings import Weight
from dspdesk.queries import journal_closing as closings
from dspdesk.queries.journal_closing import ClosingRow
from dspdesk.ui import theme, wording
from dspdesk.ui.security.slow_form import SlowForm
from dspdesk.ui.widgets.basics import Caption, Heading, Panel, PlainLabel
from dspdesk.ui.year.wording import book_name

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class ClosingDialog(SlowForm):
    """One journal, or the sections of a common one, to be closed; what was counted is shown as it will be printed."""

    def __init__(self, desk: "Desk", rows: Sequence[ClosingRow], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, _("Close “{journal}”?").format(journal=book_name(rows)), 50)
        self._rows = rows
        self.add_note(_("A closed journal takes no new entry and is not opened again."))
        for row in rows:
            self.body.addWidget(self._inscription(row))
        self.body.addStretch(1)
        self.leave_button.set_text(_("Leave it open"), "Esc")
        self.save_button.set_text(_("Close the journal"), "Ctrl+S")
        self._say_the_law()

    def work(self, reason: str) -> Callable[[], object]:
        from dspdesk.procedures.journal_closing import CloseJournal, close

        command = CloseJournal(journal_id=self._rows[0].journal.id, reason=reason)
        return lambda: close(self._desk, command)

    def busy_words(self) -> str:
        return _("The journal is counted…")

    def _say_the_law(self) -> None:
        """What stands against it, or asks for a reason, is said before anybody presses anything."""
        said = [finding for row in self._rows for finding in law.check(row.standing, self._desk.today())]
        findings = [finding for at, finding in enumerate(said) if finding not in said[:at]]
        self._show(findings)
        weights = {finding.weight for finding in findings}
        self.save_button.setEnabled(Weight.REFUSE not in weights)
        if Weight.WARN in weights and Weight.REFUSE not in weights:
            self.reason.ask(_("Why all the same?"))

    def _inscription(self, row: ClosingRow) -> Panel:
        """The inscription in the words of the journal's own language."""
        from dspdesk.reports.registration_journal import closing_lines

        language = row.journal.language
        proposed = closings.proposed(self._desk, row, language)
        panel, grid = Panel(), QGridLayout()
        if len(self._rows) > 1:
            panel.body.addWidget(Heading(wording.kind_name(row.journal.kind)))
        for at, (caption, value) in enumerate(closing_lines(proposed, language)):
            grid.addWidget(Caption(caption), at, 0)
            grid.addWidget(PlainLabel(value), at, 1)
        signed = grid.rowCount()
        grid.addWidget(PlainLabel(proposed.position, wrap=True), signed, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(proposed.name), signed, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setHorizontalSpacing(theme.em(self, 0.8))
        panel.body.addLayout(grid)
        return panel
