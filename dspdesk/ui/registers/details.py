"""Details of the row of a register, at the right: what is known of it, and the steps to take."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.ui import theme
from dspdesk.ui.widgets.basics import Caption, Heading, Panel, PlainButton, PlainLabel
from dspdesk.ui.widgets.flow import clear

Facts = Sequence[tuple[str, str]]  # what it is called, and what it is; ("Heading", "") begins a group
Action = tuple[str, Callable[[], None]]
Actions = Sequence[Action | tuple[str, Callable[[], None], str]]  # with its key, if it has one


class Greyed(str):
    """What is said of something that is there no more."""

    __slots__ = ()


def in_runs(lines: Iterable[str]) -> Facts:
    """Lines below each other, those that stand together as one text: hundreds of them are not hundreds of widgets."""
    return [("", kind("\n".join(run))) for kind, run in groupby(lines, key=type)]


class RegisterDetails(Panel):
    """One row in full."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Details"))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(_("Details"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        contents = QWidget()
        self._facts = QVBoxLayout(contents)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setSpacing(theme.em(self, 0.5))
        self.area.setWidget(contents)
        contents.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        self._buttons = QVBoxLayout()
        self.body.addWidget(self.area, 1)
        self.body.addLayout(self._buttons)

    def show_row(self, facts: Facts, actions: Actions) -> None:
        """Show what is known of a row; the first fact is its name."""
        self.setUpdatesEnabled(False)
        clear(self._facts)
        clear(self._buttons)
        for part in _parts(facts):
            self._facts.addWidget(part)
        self._facts.addStretch(1)
        for words, does, *key in actions:
            button = PlainButton(words, *key)
            button.clicked.connect(lambda _checked=False, does=does: does())
            self._buttons.addWidget(button)
        self.area.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def show_nothing(self) -> None:
        """No row is chosen."""
        clear(self._facts)
        clear(self._buttons)
        self._facts.addWidget(Caption(_("Choose a row to see it here."), wrap=True))
        self._facts.addStretch(1)

    def sizeHint(self) -> QSize:
        return QSize(theme.em(self, 24), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(self, 21), theme.em(self, 12))


def _parts(facts: Facts) -> list[QWidget]:
    parts: list[QWidget] = []
    for caption, value in facts:
        if not value:
            parts.append(Heading(caption))
        else:
            parts.append(fact(caption, value) if caption else _plain(value))
    return parts


def _plain(value: str) -> QWidget:
    return Caption(value, wrap=True) if isinstance(value, Greyed) else PlainLabel(value, wrap=True)


def fact(caption: str, value: str) -> QWidget:
    """A name and what it says, side by side."""
    pair = QWidget()
    grid = QGridLayout(pair)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.em(pair, 0.8))
    grid.setColumnStretch(1, 1)
    label = Caption(caption, wrap=True)
    label.setFixedWidth(theme.em(pair, 8))
    grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(PlainLabel(value, wrap=True), 0, 1, Qt.AlignmentFlag.AlignTop)
    return pair
