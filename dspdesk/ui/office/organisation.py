"""The body itself: what it is called, its units, its rooms and safes, its printers; a tab for each."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _
from dspdesk.ui import theme
from dspdesk.ui.office import body, printers, rooms, units
from dspdesk.ui.place import Place
from dspdesk.ui.services import Services

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_TABS = (
    (N_("The body"), body),
    (N_("Units"), units),
    (N_("Rooms and safes"), rooms),
    (N_("Printers"), printers),
)


class OrganisationPlace(Place):
    """Four places in one, each under its tab: what it can do, the tab shown can do."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__()
        self.bar = QTabBar()
        self.bar.setAccessibleName(_("Organisation"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedWidget()
        self._stale: set[Place] = set()
        self._tabs: list[Place] = []
        for name, module in _TABS:
            self._add(_(name), module.make(desk, services))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.7))
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._turn)

    def tab(self) -> Place:
        """The tab that is shown."""
        return self._tabs[self._stack.currentIndex()]

    def _add(self, name: str, tab: Place) -> None:
        self._tabs.append(tab)
        self.bar.addTab(name)
        self._stack.addWidget(tab)
        for ours, theirs in (
            (self.status_changed, tab.status_changed),
            (self.written, tab.written),
            (self.title_changed, tab.title_changed),
            (self.landed, tab.landed),
            (self.place_asked, tab.place_asked),
        ):
            theirs.connect(ours)

    def _turn(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        if self.tab() in self._stale:
            self._stale.discard(self.tab())
            self.tab().refresh()
        self.title_changed.emit()

    # --- a place ---

    def title(self) -> str:
        return _("Organisation")

    def primary_text(self) -> str:
        return self.tab().primary_text()

    def primary(self) -> None:
        self.tab().primary()

    def status(self) -> str:
        return self.tab().status()

    def panes(self) -> list[QWidget]:
        return [self.bar, *self.tab().panes()]

    def take_focus(self) -> None:
        self.tab().take_focus()

    def refresh(self) -> None:
        self._stale = set(self._tabs) - {self.tab()}
        self.tab().refresh()

    def show_row(self, row: int) -> None:
        """Show a storage place, under its tab."""
        at = next(at for at, (_name, module) in enumerate(_TABS) if module is rooms)
        self.bar.setCurrentIndex(at)
        self._stale.discard(self.tab())
        self.tab().show_row(row)

    def loaded(self) -> bool:
        return self.tab().loaded()

    def filter_column(self) -> None:
        self.tab().filter_column()

    def clear_filters(self) -> None:
        self.tab().clear_filters()

    def print_paper(self) -> None:
        self.tab().print_paper()

    def toggle_details(self) -> None:
        self.tab().toggle_details()


def make(desk: "Desk", services: Services) -> OrganisationPlace:
    """The place of the body itself."""
    return OrganisationPlace(desk, services)
