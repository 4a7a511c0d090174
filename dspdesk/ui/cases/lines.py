"""What lies in a volume, line by line, as a grid: those that left stay in it with how and when."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.language.dates import short
from dspdesk.queries import cases
from dspdesk.queries.cases import FiledLine, VolumeDetails, VolumeRow
from dspdesk.ui import wording
from dspdesk.ui.cases import words
from dspdesk.ui.registers.columns import RegisterColumn
from dspdesk.ui.registers.listing import Listing

if TYPE_CHECKING:
    from dspdesk.desk import Desk

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


class LinesDialog(Listing[FiledLine]):
    """The lines of one volume; Enter shows the entry of a line in its journal."""

    landed = Signal(int)  # the entry that is to be shown

    def __init__(self, desk: "Desk", parent: QWidget | None, row: VolumeRow) -> None:
        title = _("What lies in the volume {volume}").format(volume=words.name(row))
        super().__init__(parent, title, COLUMNS, lambda one: one.id)
        self.setWindowTitle(title)
        self.lay_out(title, words.heading(row))
        self.ask(lambda: cases.volume(desk, row.id))

    def land(self) -> None:
        """Show the entry of the line that the keys are on; an unclassified document has none."""
        line = self.current()
        if line is not None and line.item_id is not None:
            self.accept()
            self.landed.emit(line.item_id)

    def show_found(self, found: VolumeDetails) -> None:
        """Show the lines, and how many sheets they are of."""
        lines = wording.grouped(len(found.lines))
        said = ngettext("{n} line", "{n} lines", len(found.lines)).format(n=lines)
        self.fill(found.lines, f"{said} · {words.sheets(found.row)}")
