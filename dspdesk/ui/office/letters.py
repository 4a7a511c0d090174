"""The letters from and to a correspondent, each in the words it was entered with."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.language.dates import short
from dspdesk.queries.correspondents import CorrespondentRow, Letter, letters
from dspdesk.ui import keys, theme, wording
from dspdesk.ui.fitting import fit
from dspdesk.ui.newest import Newest
from dspdesk.ui.office.board import framed
from dspdesk.ui.registers.columns import RegisterColumn
from dspdesk.ui.registers.grid import RegisterGrid
from dspdesk.ui.registers.model import RegisterModel
from dspdesk.ui.widgets.basics import Caption, PlainButton, PrimaryButton, Title

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH, _HEIGHT = 76, 44  # in ems
_MOST = 500
COLUMNS: Sequence[RegisterColumn[Letter]] = (
    RegisterColumn(
        key="date", title=N_("Date"), width=7, text=lambda one: short(one.row.date) if one.row.date else "",
        sort=lambda one: one.row.date or dt.date.min,
    ),
    RegisterColumn(
        key="number", title=N_("Number"), width=7, text=lambda one: one.row.number.with_mark(one.journal.language),
        sort=lambda one: (one.journal.year, one.row.number),
    ),
    RegisterColumn(key="journal", title=N_("Journal"), width=10, text=lambda one: wording.kind_name(one.journal.kind)),
    RegisterColumn(key="as_written", title=N_("As written"), width=18, text=lambda one: one.row.correspondent),
    RegisterColumn(
        key="summary", title=N_("Summary"), width=20, stretch=True,
        text=lambda one: " ".join(part for part in (one.row.kind, one.row.summary) if part),
    ),
)  # fmt: skip


class Letters(QDialog):
    """The latest entries of one correspondent; Enter shows the entry in its journal."""

    landed = Signal(int, int, object)  # id, year and kind of journal

    def __init__(self, desk: "Desk", row: CorrespondentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = row.name(current_language())
        self.setWindowTitle(_("Letters: {name}").format(name=name))
        self._desk, self._row = desk, row
        self._newest = Newest(self)
        self.model: RegisterModel[Letter] = RegisterModel(COLUMNS, lambda one: one.row.id, self)
        self.model.descending = True
        self.grid = RegisterGrid(self.model, _("Letters"))
        self.grid.opened.connect(self.land)
        self.count = Caption()
        self._lay_out(name)
        self._newest.ask(self._ask, self._show, patience=0.2)

    def loaded(self) -> bool:
        """Whether the letters have come."""
        return self._newest.idle()

    def land(self) -> None:
        """Show the entry that the keys are on in its journal."""
        index = self.grid.currentIndex()
        if index.isValid():
            one = self.model.rows[index.row()]
            self.accept()
            self.landed.emit(one.row.id, one.journal.year, one.journal.kind)

    def _ask(self) -> tuple[list[Letter], int]:
        return letters(self._desk, self._row.id, _MOST)

    def _show(self, found: tuple[list[Letter], int]) -> None:
        rows, total = found
        self.model.fill(rows)
        self.grid.go_to_row(0)
        words = ngettext("{n} letter", "{n} letters", total).format(n=wording.grouped(total))
        if total > len(rows):
            words = _("the latest {shown} of {total}").format(
                shown=wording.grouped(len(rows)), total=wording.grouped(total)
            )
        self.count.setText(words)
        self.grid.setFocus()

    def _lay_out(self, name: str) -> None:
        leave, show = (
            PlainButton(_("Close"), keys.LEAVE.keys),
            PrimaryButton(_("Show in the journal"), "Enter"),
        )
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        for button, does in ((leave, self.reject), (show, self.land)):
            button.setAutoDefault(False)
            button.clicked.connect(does)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(Title(name, factor=1.3, wrap=True))
        column.addWidget(framed(self.grid), 1)
        column.addLayout(foot)
        fit(self, _WIDTH, _HEIGHT)
