"""What the body settles for itself: groups of settings in plain words, each group saved by itself."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.settings import Group
from dspdesk.queries.settings import settings
from dspdesk.ui import theme
from dspdesk.ui.place import Place
from dspdesk.ui.settings.group import GroupPanel

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.services import Services

_WIDEST = 60  # ems: longer lines are hard to read


class SettingsPlace(Place):
    """All groups one below the other."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self.groups = {group: GroupPanel(desk, group) for group in Group}
        contents = QWidget()
        column = QVBoxLayout(contents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.9))
        for panel in self.groups.values():
            panel.setMaximumWidth(theme.em(self, _WIDEST))
            panel.saved.connect(self._saved)
            column.addWidget(panel)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(_("Settings"))
        self._scroll.setWidget(contents)
        for panel in self.groups.values():
            panel.entered.connect(lambda field: self._scroll.ensureWidgetVisible(field, 0, theme.em(self, 3)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def title(self) -> str:
        return _("Settings")

    def panes(self) -> list[QWidget]:
        return [next(iter(self.groups.values())).first()]

    def refresh(self) -> None:
        """Show what holds now; what is being typed is left alone."""
        values = settings(self._desk)
        for panel in self.groups.values():
            if not panel.touched():
                panel.show_values(values)

    def _saved(self) -> None:
        self.refresh()
        self.written.emit()


def make(desk: "Desk", _services: "Services") -> SettingsPlace:
    """The place of the settings, for the main window."""
    return SettingsPlace(desk)
