"""The letters from and to a correspondent, each in the words it was entered with."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.language.dates import short
from dspdesk.queries.correspondents import CorrespondentRow, Letter, letters
from dspdesk.ui import wording
from dspdesk.ui.registers.columns import RegisterColumn
from dspdesk.ui.registers.listing import Listing

if TYPE_CHECKING:
    from dspdesk.desk import Desk

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


class Letters(Listing[Letter]):
    """The latest entries of one correspondent; Enter shows the entry in its journal."""

    landed = Signal(int, int, object)  # id, year and kind of journal

    def __init__(self, desk: "Desk", row: CorrespondentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Letters"), COLUMNS, lambda one: one.row.id)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = row.name(current_language())
        self.setWindowTitle(_("Letters: {name}").format(name=name))
        self.model.descending = True
        self.lay_out(name)
        self.ask(lambda: letters(desk, row.id, _MOST))

    def land(self) -> None:
        """Show the entry that the keys are on in its journal."""
        if (one := self.current()) is not None:
            self.accept()
            self.landed.emit(one.row.id, one.journal.year, one.journal.kind)

    def show_found(self, found: tuple[list[Letter], int]) -> None:
        """Show the letters, and how many there are beside the latest."""
        rows, total = found
        words = ngettext("{n} letter", "{n} letters", total).format(n=wording.grouped(total))
        if total > len(rows):
            words = _("the latest {shown} of {total}").format(
                shown=wording.grouped(len(rows)), total=wording.grouped(total)
            )
        self.fill(rows, words)
