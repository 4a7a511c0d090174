"""The steps of an act at the left of its wizard: what is done, and what is missing in the others."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from dspdesk.language.catalogue import _
from dspdesk.ui import theme
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Heading, Panel
from dspdesk.ui.widgets.flow import clear
from dspdesk.ui.widgets.links import LinkButton, indented


class StepList(Panel):
    """Each step with its state; a press on one goes there. The keys stay with the work (Alt and the arrows)."""

    chosen = Signal(int)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = Heading(title)
        self.body.addWidget(self.heading)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.em(self, 0.2))
        self.body.addLayout(self._column)
        self.body.addStretch(1)

    def show_steps(self, names: Sequence[str], missing: Sequence[str], present: int) -> None:
        """Show the steps; `missing` says what each still lacks, '' for one that is done."""
        clear(self._column)
        for place, (name, lacks) in enumerate(zip(names, missing, strict=True)):
            mark = str(place + 1) if lacks else "✓"
            step = LinkButton(f"{mark}  {name}", tone=Tone.PLAIN)
            step.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            step.setCheckable(True)
            step.setChecked(place == present)
            step.setAccessibleDescription(_("This step") if place == present else lacks)
            step.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
            self._column.addWidget(step)
            if lacks:
                self._column.addWidget(indented(Caption(lacks, wrap=True)))
