"""A case, chosen by its index or by any words of its heading; what is filed goes into its last volume."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _, ngettext
from dspdesk.language.folding import fold, words
from dspdesk.queries import filing
from dspdesk.ui.cards.fields import TextField
from dspdesk.ui.filing import repairs

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.cases import VolumeRow

_MOST = 12


class VolumeField(TextField):
    """The last volume of each open case; the value is the id of one, or `None`. An index alone is enough."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(self.offers)
        self._desk = desk
        self._labels: dict[str, VolumeRow] = {}
        self._year: int | None = None
        self.setPlaceholderText(_("Index or words of the heading"))
        self.read_again()

    def read_again(self) -> None:
        """Read the open volumes anew: one was opened."""
        self._labels = {label(row): row for row in filing.open_volumes(self._desk)}

    def open_next(self) -> None:
        """Open the next volume of the case chosen, and choose it. Raises `Refused` for a closed case."""
        if (row := self.row()) is not None:
            made = repairs.next_volume(self._desk, row)
            self.read_again()
            self.show_value(made)

    def only_of(self, year: int | None) -> None:
        """Offer the cases of a year first and no others; `None` offers all again."""
        self._year = year

    def rows(self) -> "Sequence[VolumeRow]":
        """The volumes that can be chosen."""
        return tuple(self._labels.values())

    def offers(self, typed: str) -> list[str]:
        """The cases that have words beginning as typed."""
        wanted = words(typed)
        fitting = [
            said
            for said, row in self._labels.items()
            if (self._year is None or row.year == self._year)
            and all(any(there.startswith(part) for there in words(said)) for part in wanted)
        ]
        return fitting[:_MOST]

    def row(self) -> "VolumeRow | None":
        """The volume, `None` while there is none or the words do not name one."""
        typed = fold(self.text())
        if not typed:
            return None
        whole = [row for said, row in self._labels.items() if fold(said) == typed]
        named = whole or [row for row in self._labels.values() if fold(row.case_index) == typed]
        of_year = [row for row in named if row.year == (self._year or self._desk.today().year)]
        found = named if len(named) == 1 else of_year
        return found[0] if len(found) == 1 else None

    def value(self) -> int | None:
        """The id of the volume."""
        row = self.row()
        return row.id if row else None

    def show_value(self, value: int | None) -> None:
        """Show a volume by its id; one that is not open is not shown."""
        self.setText(next((said for said, row in self._labels.items() if row.id == value), ""))
        self.setCursorPosition(0)

    def problem(self) -> str:
        if not self._labels:
            return _("No case is open. Open one in “Cases and volumes”, then file the document there.")
        if self.row() is not None:
            return ""
        if not self.text().strip():
            return _("Choose the case: write its index or words of its heading.")
        return _("No one open case is meant by this. Choose it from the list (Alt+Down).")

    def _leave(self) -> None:
        if row := self.row():
            self.show_value(row.id)
        super()._leave()


def label(row: "VolumeRow") -> str:
    """A case in a list: "01-03, т. 2 (2026) — Correspondence, 112 sheets"."""
    sheets = ngettext("{n} sheet", "{n} sheets", row.sheets).format(n=row.sheets)
    return _("{volume} ({year}) — {heading}, {sheets}").format(
        volume=filing.volume_words(row), year=row.year, heading=row.heading(), sheets=sheets
    )
