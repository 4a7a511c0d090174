"""How the lists of the page Today stand: one below the other, each with its heading and sections."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.ui import theme, wording
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Chip, Heading, Panel
from dspdesk.ui.widgets.links import indented


class Column(QWidget):
    """Lists one below the other, each as high as its lines: a long one leaves no hole beside it."""

    def __init__(self, between: int) -> None:
        super().__init__()
        self._lists = QVBoxLayout(self)
        self._lists.setContentsMargins(0, 0, 0, 0)
        self._lists.setSpacing(between)
        self._lists.addStretch(1)

    @property
    def height_so_far(self) -> int:
        """How far down the lists put here reach."""
        return self._lists.sizeHint().height()

    def put(self, panel: QWidget) -> None:
        """Put a list below the others."""
        self._lists.insertWidget(self._lists.count() - 1, panel)


def list_panel() -> Panel:
    """A card whose lines can be pressed: their words stand under the words of the heading."""
    panel = Panel()
    side = theme.em(panel, 0.5)
    panel.body.setContentsMargins(side, theme.em(panel, 0.9), side, theme.em(panel, 0.6))
    panel.body.setSpacing(theme.em(panel, 0.1))
    return panel


def head(title: str, count: int = 0, tone: Tone = Tone.PLAIN, *, more: bool = False) -> QHBoxLayout:
    """The heading of a list with how many there are; `more` says that there are still more than counted."""
    line, heading = QHBoxLayout(), indented(Heading(title))
    line.addWidget(heading, 1)
    if count:
        said = wording.grouped(count)
        line.addWidget(Chip(_("over {n}").format(n=said) if more else said, tone))
        line.addSpacing(theme.em(heading, 0.5))
    return line


def section_head(words: str, tone: Tone) -> QHBoxLayout:
    """The words above the lines of a section, indented as the lines are."""
    line, chip = QHBoxLayout(), Chip(words, tone)
    line.setContentsMargins(theme.em(chip, 0.5), theme.em(chip, 0.3), 0, theme.em(chip, 0.1))
    line.addWidget(chip)
    line.addStretch(1)
    return line
