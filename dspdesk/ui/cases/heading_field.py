"""A heading of a filing plan, completed while its index or any words of it are typed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dspdesk.language.catalogue import _
from dspdesk.ui.cards.row_field import RowField

if TYPE_CHECKING:
    from dspdesk.queries.case_headings import HeadingRow


class HeadingField(RowField["HeadingRow"]):
    """The headings of one year; the value is the id of one of them, or `None`. The index alone is enough."""

    chosen = Signal(object)  # the heading, `None` while the words name none

    def __init__(self) -> None:
        super().__init__(lambda row: f"{row.case_index} — {row.heading()}", lambda row: (row.case_index,))
        self.setPlaceholderText(_("Index or words of the heading"))
        self.textChanged.connect(lambda _text: self.chosen.emit(self.row()))

    def show_rows(self, rows: "Iterable[HeadingRow]") -> None:
        """Offer the headings of another year."""
        super().show_rows(rows)
        self.chosen.emit(self.row())

    def problem(self) -> str:
        if not self.text().strip():
            return _("Choose the heading of the filing plan.")
        if self.row():
            return ""
        return _("The plan of this year has no such heading. Choose one from the list (Alt+Down).")
