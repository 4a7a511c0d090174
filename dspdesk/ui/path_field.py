"""The path of a file and the button that looks for it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from dspdesk.language.catalogue import _
from dspdesk.ui import theme
from dspdesk.ui.widgets.basics import PlainButton, repolish

Choose = Callable[[Callable[[Path], None]], None]  # asks the person and answers with a path


class PathField(QWidget):
    """A path, typed or chosen."""

    changed = Signal()

    def __init__(self, name: str, choose: Choose) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.button = PlainButton(_("Choose…"))
        self.button.setAutoDefault(False)  # Enter in a field of a dialog would press it
        self.button.clicked.connect(lambda: choose(self.show_path))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.em(self, 0.5))
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)
        self.setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.button.setAccessibleDescription(name)

    def path(self) -> Path | None:
        """The path, `None` while none is named."""
        written = self.line.text().strip()
        return Path(written).expanduser() if written else None

    def show_path(self, path: Path) -> None:
        """Show a path."""
        self.line.setText(str(path))

    def setProperty(self, name: str, value: object) -> bool:
        """What marks the field as wrong marks its line."""
        marked = super().setProperty(name, value)
        if name == "wrong":
            self.line.setProperty(name, value)
            repolish(self.line)
        return marked
