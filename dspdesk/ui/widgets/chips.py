"""The filters in force, each a chip that takes itself off."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from dspdesk.language.catalogue import _
from dspdesk.ui import theme
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.flow import Flow

LONGEST = 28  # letters of a filter shown on its chip


class FilterChip(QPushButton):
    """One filter in force; pressed, it is taken off. Del on it does the same."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{_shortened(text)}  ✕")
        self.setAccessibleName(_("Take off the filter {filter}").format(filter=text))
        self.setToolTip(self.accessibleName())
        self.setProperty("tone", Tone.ACCENT.value)
        self.setFont(theme.scaled(self.font(), 0.94))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class FilterChips(Flow):
    """All filters in force, in one or more lines."""

    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_filters(self, filters: Iterable[tuple[str, str]]) -> None:
        """Show these: pairs of key and words, "From: min"."""
        wanted = tuple(filters)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.clear()
        for key, text in wanted:
            chip = FilterChip(text)
            chip.clicked.connect(lambda _checked=False, key=key: self.removed.emit(key))
            self.add(chip)

    def chips(self) -> list[FilterChip]:
        """The chips shown, in order."""
        return [part for part in self.parts() if isinstance(part, FilterChip)]


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
