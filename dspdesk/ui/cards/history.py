"""What has happened to an entry, the latest first."""

import datetime as dt
from typing import TYPE_CHECKING

from dspdesk.language import dates
from dspdesk.language.catalogue import N_, _
from dspdesk.law.kinds import JournalKind
from dspdesk.ui.cards import registration_fields
from dspdesk.ui.widgets.basics import Caption, Heading, Panel, PlainLabel

if TYPE_CHECKING:
    from dspdesk.queries.item import HistoryLine

#: The last word of a ledger tag, and what a person calls the step.
STEPS = {
    "registered": N_("Registered"),
    "reserved": N_("Number reserved"),
    "imported": N_("Imported"),
    "corrected": N_("Corrected"),
    "annulled": N_("Annulled"),
    "printed": N_("Printed"),
}


class HistoryPanel(Panel):
    """The steps of one entry, each with who took it, when and why."""

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(Heading(_("History")))
        self.hide()

    def show_history(self, history: "tuple[HistoryLine, ...]", kind: JournalKind) -> None:
        """Show these steps."""
        while self.body.count() > 1:
            self.body.takeAt(1).widget().deleteLater()
        for line in sorted(history, key=lambda line: line.at, reverse=True):
            for label in _labels(line, kind):
                self.body.addWidget(label)
        self.setVisible(bool(history))


def _labels(line: "HistoryLine", kind: JournalKind) -> list[PlainLabel]:
    at = dates.day_and_time(line.at.replace(tzinfo=dt.UTC).astimezone())
    shown: list[PlainLabel] = [Caption(f"{at} · {line.by}"), PlainLabel(step(line), wrap=True)]
    for key, before, after in line.changes:
        name = registration_fields.caption(kind, key)
        shown.append(
            Caption(
                _("{field}: {before} → {after}").format(
                    field=name, before=before or _("empty"), after=after or _("empty")
                ),
                wrap=True,
            )
        )
    return shown


def step(line: "HistoryLine") -> str:
    """The step and its reason in words."""
    last = line.tag.rpartition(":")[2]
    words = _(STEPS[last]) if last in STEPS else line.tag
    return f"{words}: {line.reason}" if line.reason else words
