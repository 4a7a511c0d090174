"""The roles of an account, each with one sentence on what it may do."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import Role
from dspdesk.ui import theme
from dspdesk.ui.cards.fields import EnterGoesOn
from dspdesk.ui.security import access_words
from dspdesk.ui.widgets.basics import Caption


class RoleBoxes(QWidget):
    """A field of a form whose value are the roles."""

    textEdited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[Role, QCheckBox] = {}
        going = EnterGoesOn(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.em(self, 1))
        grid.setVerticalSpacing(theme.em(self, 0.35))
        grid.setColumnStretch(1, 1)
        for row, role in enumerate(Role):
            box = self.boxes[role] = QCheckBox(access_words.role(role))
            box.setAccessibleDescription(access_words.may_do(role))
            box.installEventFilter(going)
            box.toggled.connect(lambda _on: self.textEdited.emit(""))
            grid.addWidget(box, row, 0)
            grid.addWidget(Caption(access_words.may_do(role), wrap=True), row, 1)
        self.setFocusProxy(self.boxes[Role.HEAD_OF_SERVICE])

    def value(self) -> frozenset[Role]:
        """The roles ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())

    def show_value(self, roles: Collection[Role]) -> None:
        """Tick these roles."""
        for role, box in self.boxes.items():
            box.setChecked(role in roles)

    def problem(self) -> str:
        """Nobody signs in for nothing."""
        return "" if self.value() else _("Tick at least one role.")
