"""Steps at the left of a dialog: what is done, where one is, what is to come."""

from PySide6.QtWidgets import QVBoxLayout

from dspdesk.language.catalogue import _
from dspdesk.ui import theme
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Heading, Note, Panel, set_tone


class Steps(Panel):
    """The names of the steps; the present one is marked by word order, weight and tone."""

    def __init__(self, title: str, names: list[str]) -> None:
        super().__init__()
        self.body.addWidget(Heading(title))
        self._names = names
        self._labels = [Note() for _name in names]
        column = QVBoxLayout()
        column.setSpacing(theme.em(self, 0.9))
        for label in self._labels:
            column.addWidget(label)
        self.body.addLayout(column)
        self.body.addStretch(1)
        self.show_step(0)

    def show_step(self, present: int) -> None:
        """Mark where one is."""
        for place, (label, name) in enumerate(zip(self._labels, self._names, strict=True)):
            label.setText(f"✓  {name}" if place < present else f"{place + 1}  {name}")
            set_tone(label, Tone.GOOD if place < present else Tone.ACCENT if place == present else Tone.PLAIN)
            font = label.font()
            font.setBold(place == present)
            label.setFont(font)
            label.setAccessibleDescription(_("This step") if place == present else "")
