"""What lies in a volume, line by line, as a grid: those that left stay in it with how and when."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.language.dates import short
from dspdesk.queries import cases
from dspdesk.queries.cases import FiledLine, VolumeDetails, VolumeRow
from dspdesk.ui import keys, theme, wording
from dspdesk.ui.cases import words
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
COLUMNS: Sequence[RegisterColumn[FiledLine]] = (
    RegisterColumn(
        key="ordinal", title=N_("№"), width=3, text=lambda one: str(one.ordinal), sort=lambda one: one.ordinal,
        right=True,
    ),
    RegisterColumn(key="number", title=N_("Number"), width=8, text=lambda one: one.number),
    RegisterColumn(
        key="dated", title=N_("Date"), width=7, text=lambda one: short(one.dated) if one.dated else "",
        sort=lambda one: one.dated or dt.date.min,
    ),
    RegisterColumn(key="heading", title=N_("Heading"), width=18, stretch=True, text=lambda one: one.heading),
    RegisterColumn(
        key="sheets", title=N_("Sheets"), width=6, text=words.numbers, sort=lambda one: one.first_sheet, right=True
    ),
    RegisterColumn(
        key="copy", title=N_("Copy No."), width=5, text=lambda one: str(one.copy) if one.copy is not None else "",
        sort=lambda one: one.copy or 0, right=True,
    ),
    RegisterColumn(key="left", title=N_("State"), width=11, text=words.lies),
    RegisterColumn(key="notes", title=N_("Notes"), width=11, text=lambda one: one.notes),
)  # fmt: skip


class LinesDialog(QDialog):
    """The lines of one volume; Enter shows the entry of a line in its journal."""

    landed = Signal(int)  # the entry that is to be shown

    def __init__(self, desk: "Desk", parent: QWidget | None, row: VolumeRow) -> None:
        super().__init__(parent)
        self._title = _("What lies in the volume {volume}").format(volume=words.name(row))
        self.setWindowTitle(self._title)
        self._newest = Newest(self)
        self.model: RegisterModel[FiledLine] = RegisterModel(COLUMNS, lambda one: one.id, self)
        self.grid = RegisterGrid(self.model, self._title)
        self.grid.opened.connect(self.land)
        self.count = Caption()
        self._lay_out(words.heading(row))
        self._newest.ask(lambda: cases.volume(desk, row.id), self._show, patience=0.2)

    def loaded(self) -> bool:
        """Whether the lines have come."""
        return self._newest.idle()

    def land(self) -> None:
        """Show the entry of the line that the keys are on; an unclassified document has none."""
        index = self.grid.currentIndex()
        item_id = self.model.rows[index.row()].item_id if index.isValid() else None
        if item_id is not None:
            self.accept()
            self.landed.emit(item_id)

    def _show(self, details: VolumeDetails) -> None:
        self.model.fill(details.lines)
        self.grid.go_to_row(0)
        lines = wording.grouped(len(details.lines))
        said = ngettext("{n} line", "{n} lines", len(details.lines)).format(n=lines)
        self.count.setText(f"{said} · {words.sheets(details.row)}")
        self.grid.setFocus()

    def _lay_out(self, heading: str) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        leave = PlainButton(_("Close"), keys.LEAVE.keys)
        show = PrimaryButton(_("Show in the journal"), "Enter")
        for button, does in ((leave, self.reject), (show, self.land)):
            button.setAutoDefault(False)
            button.clicked.connect(does)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(Title(self._title, factor=1.3, wrap=True))
        column.addWidget(Caption(heading, wrap=True))
        column.addWidget(framed(self.grid), 1)
        column.addLayout(foot)
        fit(self, _WIDTH, _HEIGHT)
