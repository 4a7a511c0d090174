"""One thing that stands against closing a case: its sentence, its place in the law, the button that puts it right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.law.case_closing import Hindrance
from dspdesk.law.findings import Weight
from dspdesk.ui import theme, told
from dspdesk.ui.cards.findings import SHOWN
from dspdesk.ui.cases import closing_repairs
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Note, Panel, PlainButton, PlainLabel

#: What its weight says without the colour.
WEIGHTS = {
    Weight.REFUSE: N_("to be put right"),
    Weight.WARN: N_("to be put right, or with a reason"),
    Weight.HINT: N_("worth knowing"),
    Weight.REMIND: N_("to remember"),
}


class HindrancePanel(Panel):
    """A line of the list; of the first repair the button has the key."""

    def __init__(self, hindrance: Hindrance, repair: Callable[[], None] | None, *, first: bool) -> None:
        finding = hindrance.finding
        super().__init__(SHOWN[finding.weight][0])
        self.finding, self.repair = finding, repair
        self.button: PlainButton | None = None
        line = QHBoxLayout()
        line.setSpacing(theme.em(self, 0.9))
        line.addWidget(PlainLabel(told.says(finding), wrap=True), 1)
        if hindrance.repair is not None and repair is not None:
            self.button = PlainButton(closing_repairs.words(hindrance.repair), "Alt+R" if first else "")
            self.button.setAutoDefault(False)
            self.button.clicked.connect(repair)
            line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self._law = Note("", Tone.PLAIN)
        self._law.hide()
        self._add_law()

    def show_law(self) -> None:
        """Show the law's own words, or put them away again."""
        self._law.setVisible(bool(self._law.text()) and not self._law.isVisible())

    def _add_law(self) -> None:
        from dspdesk.law.requirements import citation
        from dspdesk.queries.rules import own_words

        language = current_language()
        self._law.setText(own_words(self.finding.requirement, language))
        place = citation(self.finding.requirement, language)
        said = " · ".join(part for part in (place, _(WEIGHTS[self.finding.weight])) if part)
        row = QHBoxLayout()
        row.addWidget(Caption(said, wrap=True), 1)
        if self._law.text():
            why = PlainButton(_("Why?"))
            why.setAccessibleName(_("Why? The law’s own words"))
            why.setAutoDefault(False)
            why.clicked.connect(self.show_law)
            row.addWidget(why)
        self.body.addLayout(row)
        self.body.addWidget(self._law)
