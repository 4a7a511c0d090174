"""A place: what stands between the side bar and the status line. The main window knows no more of it than this."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget


class Place(QWidget):
    """One of the places of the main window."""

    status_changed = Signal()
    title_changed = Signal()
    landed = Signal(int, int, object)  # id, year and kind of the journal of an entry that is to be shown
    filter_asked = Signal(
        object, int, object
    )  # kind and year of a journal, and the filters to show it through
    place_asked = Signal(str)  # the key of another place that is to be shown
    row_asked = Signal(str, int)  # the key of another place and the id of the row to show there
    written = Signal()  # something was entered, so that other places are out of date

    def title(self) -> str:
        """The name at the top."""
        raise NotImplementedError

    def primary_text(self) -> str:
        """The words of the one primary action, '' when this person has none here."""
        return ""

    def primary(self) -> None:
        """Do the primary action (Ins)."""

    def status(self) -> str:
        """What the status line says of this place."""
        return ""

    def panes(self) -> list[QWidget]:
        """What F6 walks between, left to right."""
        return []

    def refresh(self) -> None:
        """Show what the store holds now, keeping where the person is."""

    def show_row(self, row: int) -> None:
        """Show a row of this place by its id, with whatever hid it taken off."""

    def landed_by_scan(self, row: int) -> None:
        """A label was scanned, and its row is shown now; a place with a next step for it begins that."""

    def loaded(self) -> bool:
        """Whether all that was asked of the store has come."""
        return True

    def take_focus(self) -> None:
        """Put the keys where the work is."""
        if panes := self.panes():
            panes[0].setFocus()

    def filter_column(self) -> None:
        """Go to the filter of the current column (Ctrl+F)."""

    def clear_filters(self) -> None:
        """Take all filters off (Ctrl+Shift+F)."""

    def print_paper(self) -> None:
        """Print what is here (Ctrl+P)."""

    def toggle_details(self) -> None:
        """Show or hide the details (Ctrl+I)."""


def has_keys(widget: QWidget) -> bool:
    """Whether the keys are somewhere inside a widget."""
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
