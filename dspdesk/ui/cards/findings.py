"""What the law says of the card, beside it: each finding with its place, the law's own words and the way out."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.law.findings import Finding, Weight
from dspdesk.ui import theme, told
from dspdesk.ui.cards.fields import LongField
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Heading, Note, Panel, PlainButton, PlainLabel, labelled

#: How a finding is shown: its tone, and the words that say the same without the colour.
SHOWN = {
    Weight.REFUSE: (Tone.BAD, N_("Cannot be saved so")),
    Weight.WARN: (Tone.WARNING, N_("Needs a reason")),
    Weight.HINT: (Tone.ACCENT, N_("Worth knowing")),
    Weight.REMIND: (Tone.ACCENT, N_("To remember")),
}
_ORDER = list(SHOWN)

Repair = tuple[str, Callable[[], None]]  # the words of the button and what it does
Repairs = Mapping[str, Repair | list[Repair]]  # by the code of the finding; of several the first has the key


class FindingPanel(Panel):
    """One finding."""

    def __init__(self, finding: Finding, repairs: Sequence[Repair]) -> None:
        tone, words = SHOWN[finding.weight]
        super().__init__(tone)
        self.finding = finding
        self.repair = repairs[0] if repairs else None
        self.body.addWidget(Heading(_(words)))
        self.body.addWidget(PlainLabel(told.says(finding), wrap=True))
        self._law = Note("", Tone.PLAIN)
        self._law.hide()
        self._add_law()
        for offer, does in repairs:
            button = PlainButton(offer, "Alt+R" if does is repairs[0][1] else "")
            button.clicked.connect(does)
            self.body.addWidget(button)

    def _add_law(self) -> None:
        from dspdesk.law.requirements import citation
        from dspdesk.queries.rules import own_words

        language = current_language()
        self._law.setText(own_words(self.finding.requirement, language))
        if not (place := citation(self.finding.requirement, language)):
            return
        row = QHBoxLayout()
        row.addWidget(Caption(place, wrap=True), 1)
        if self._law.text():
            why = PlainButton(_("Why?"), "Alt+W")
            why.setAccessibleName(_("Why? The law’s own words"))
            why.clicked.connect(self.show_law)
            row.addWidget(why)
        self.body.addLayout(row)
        self.body.addWidget(self._law)

    def show_law(self) -> None:
        """Show the law's own words, or put them away again."""
        self._law.setVisible(bool(self._law.text()) and not self._law.isVisible())


class Findings(QWidget):
    """The findings as they stand, the heaviest first."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Finding, ...] = ()
        self._panels: list[FindingPanel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.em(self, 0.9))
        self.hide()

    def show_findings(self, findings: Sequence[Finding], repairs: Repairs) -> None:
        """Show these and no others; `repairs` are by the code of the finding."""
        wanted = tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.weight)))
        if wanted == self._shown:
            return
        self._shown = wanted
        for panel in self._panels:
            self._column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._panels = [FindingPanel(finding, _offered(repairs.get(finding.code))) for finding in wanted]
        for panel in self._panels:
            self._column.addWidget(panel)
        self.setVisible(bool(wanted))

    def findings(self) -> tuple[Finding, ...]:
        """What is shown."""
        return self._shown

    def panels(self) -> list[FindingPanel]:
        """The panels in their order."""
        return list(self._panels)

    def show_law(self) -> None:
        """Show the law's own words of the first finding that has any."""
        for panel in self.panels()[:1]:
            panel.show_law()

    def mend(self) -> None:
        """Take the first way out that is offered."""
        for panel in self.panels():
            if panel.repair:
                panel.repair[1]()
                return


def _offered(repairs: Repair | list[Repair] | None) -> list[Repair]:
    if repairs is None:
        return []
    return repairs if isinstance(repairs, list) else [repairs]


class ReasonPanel(Panel):
    """Why it is done all the same, or why an entry is corrected; the ledger keeps the answer."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading()
        self.line = LongField()
        self.field = labelled(_("Reason, kept in the ledger"), self.line)
        self.line.textEdited.connect(lambda _typed: self.field.complain(""))
        self.body.addWidget(self.heading)
        self.body.addWidget(self.field)
        self.hide()

    def ask(self, question: str) -> None:
        """Show the panel with its question, or put it away with ''."""
        if question:
            self.heading.setText(question)
        self.setVisible(bool(question))

    def text(self) -> str:
        """The reason."""
        return self.line.value()

    def clear(self) -> None:
        """Empty it for the next card."""
        self.line.show_value("")
        self.field.complain("")

    def insist(self) -> None:
        """Say that there is no going on without it."""
        self.field.complain(_("Write the reason, then save again."))
        self.line.setFocus()
