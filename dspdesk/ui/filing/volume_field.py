"""A case, chosen by its index or by any words of its heading; what is filed goes into its last volume."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _, ngettext
from dspdesk.queries import filing
from dspdesk.ui.cards.row_field import RowField
from dspdesk.ui.filing import repairs

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.cases import VolumeRow

_CHOSEN = "volume:"  # before the id of a volume, as a draft keeps it


class VolumeField(RowField["VolumeRow"]):
    """The last volume of each open case; the value is the id of one, or `None`. An index alone is enough."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(label, lambda row: (row.case_index,))
        self._desk = desk
        self._year: int | None = None
        self.setPlaceholderText(_("Index or words of the heading"))
        self.read_again()

    def read_again(self) -> None:
        """Read the open volumes anew: one was opened."""
        self.show_rows(filing.open_volumes(self._desk))

    def open_next(self, on: dt.date | None) -> None:
        """Open the next volume of the case chosen on a day, and choose it. Raises `Refused` for a closed case."""
        if (row := self.row()) is not None:
            made = repairs.next_volume(self._desk, row, on)
            self.read_again()
            self.show_value(made)

    def only_of(self, year: int | None) -> None:
        """Offer the cases of a year first and no others; `None` offers all again."""
        self._year = year

    def kept_text(self) -> str:
        """The volume chosen, else what was typed: the words of a volume change with each document filed in it."""
        row = self.row()
        return f"{_CHOSEN}{row.id}" if row is not None else self.text()

    def show_kept_text(self, text: str) -> None:
        """Show what a draft kept; a volume that is no longer open is to be chosen anew."""
        key = text.removeprefix(_CHOSEN)
        if key != text and key.isdecimal():
            self.show_value(int(key))
        else:
            self.setText(text)

    def problem(self) -> str:
        if not self.rows():
            return _("No case is open. Open one in “Cases and volumes”, then file the document there.")
        if self.row() is not None:
            return ""
        if not self.text().strip():
            return _("Choose the case: write its index or words of its heading.")
        return _("No one open case is meant by this. Choose it from the list (Alt+Down).")

    def _is_offered(self, row: "VolumeRow") -> bool:
        return self._year is None or row.year == self._year

    def _meant(self, named: "Sequence[VolumeRow]") -> "VolumeRow | None":
        """An index that several years have means the case of the year asked for, else of this year."""
        year = self._year or self._desk.today().year
        return super()._meant(named) or super()._meant([row for row in named if row.year == year])


def label(row: "VolumeRow") -> str:
    """A case in a list: "01-03, т. 2 (2026) — Correspondence, 112 sheets"."""
    sheets = ngettext("{n} sheet", "{n} sheets", row.sheets).format(n=row.sheets)
    return _("{volume} ({year}) — {heading}, {sheets}").format(
        volume=filing.volume_words(row), year=row.year, heading=row.heading(), sheets=sheets
    )
