"""A heading of a filing plan, completed while its index or any words of it are typed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dspdesk.language.catalogue import _
from dspdesk.language.folding import fold, words
from dspdesk.ui.cards.fields import TextField

if TYPE_CHECKING:
    from dspdesk.queries.case_headings import HeadingRow

_MOST = 12


class HeadingField(TextField):
    """The headings of one year; the value is the id of one of them, or `None`. The index alone is enough."""

    chosen = Signal(object)  # the heading, `None` while the words name none

    def __init__(self) -> None:
        super().__init__(self.offers)
        self._labels: dict[str, HeadingRow] = {}
        self.setPlaceholderText(_("Index or words of the heading"))
        self.textChanged.connect(lambda _text: self.chosen.emit(self.row()))

    def show_headings(self, rows: "Sequence[HeadingRow]") -> None:
        """Offer the headings of another year."""
        self._labels = {_label(row): row for row in rows}
        self.chosen.emit(self.row())

    def offers(self, typed: str) -> list[str]:
        """The headings whose index and words begin as typed."""
        wanted = words(typed)
        fitting = [
            label
            for label in self._labels
            if fold(label).startswith(fold(typed))
            or all(any(there.startswith(part) for there in words(label)) for part in wanted)
        ]
        return fitting[:_MOST]

    def row(self) -> "HeadingRow | None":
        """The heading, `None` while there is none or the words do not name one."""
        typed = fold(self.text())
        if not typed:
            return None
        named = [row for label, row in self._labels.items() if fold(label) == typed]
        named = named or [row for row in self._labels.values() if fold(row.case_index) == typed]
        return named[0] if len(named) == 1 else None

    def value(self) -> int | None:
        """The id of the heading."""
        row = self.row()
        return row.id if row else None

    def show_value(self, value: int | None) -> None:
        """Show a heading by its id."""
        self.setText(next((label for label, row in self._labels.items() if row.id == value), ""))
        self.setCursorPosition(0)

    def problem(self) -> str:
        if not self.text().strip():
            return _("Choose the heading of the filing plan.")
        return (
            ""
            if self.row()
            else _("The plan of this year has no such heading. Choose one from the list (Alt+Down).")
        )

    def _leave(self) -> None:
        if row := self.row():
            self.show_value(row.id)
        super()._leave()


def _label(row: "HeadingRow") -> str:
    return f"{row.case_index} — {row.heading()}"
