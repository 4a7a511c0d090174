"""What has happened to an entry, the latest first."""

import datetime as dt
from typing import TYPE_CHECKING

from dspdesk.language import dates
from dspdesk.language.catalogue import N_, _
from dspdesk.law.kinds import Carrier, JournalKind
from dspdesk.ui import wording
from dspdesk.ui.cards import registration_fields
from dspdesk.ui.widgets.basics import Caption, Heading, Panel, PlainLabel

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import HistoryLine

#: The last word of a ledger tag, and what a person calls the step.
STEPS = {
    "registered": N_("Registered"),
    "entered": N_("Imported"),
    "corrected": N_("Corrected"),
    "annulled": N_("Annulled"),
    "reserved": N_("Reserved"),
    "confirmed": N_("Confirmed"),
    "carried_over": N_("Carried over"),
    "registered_anew": N_("Registered anew"),
    "submitted": N_("Submitted to the head"),
    "resolved": N_("Resolution recorded"),
    "resolution_corrected": N_("Resolution corrected"),
    "control_taken": N_("Taken on control"),
    "deadline_extended": N_("Deadline extended"),
    "control_ended": N_("Taken off control"),
    "act_noted": N_("Act noted"),
    "act_withdrawn": N_("Note of an act withdrawn"),
    "permitted": N_("Permission to copy recorded"),
    "permit_revoked": N_("Permission to copy revoked"),
    "reproduced": N_("Further copies made"),
    "extracted": N_("Extract made"),
    "taken_out": N_("Cards taken out of the publication"),
    "designated": N_("Basis of the mark named"),
    "checked": N_("Carrier checked for malicious programs"),
    "completed": N_("Completed from the opened cover"),
    "sent_back": N_("Sent back as misdirected"),
    "handed_over": N_("Handed over"),
    "received": N_("Received on a hand-over sheet"),
    "taken_back": N_("Taken back"),
    "stored": N_("Put in its place"),
    "linked": N_("Holder made known"),
    "related": N_("Linked with another document"),
    "unrelated": N_("Link with another document taken back"),
    "holder_corrected": N_("Holder corrected"),
    "undone": N_("Movement taken out as a mistake"),
    "filed": N_("Filed in a case"),
    "withdrawn": N_("Taken out of a case"),
    "relocated": N_("Moved to another volume"),
    "filing_struck": N_("Filing taken out as a mistake"),
    "seized": N_("Documents seized"),
    "given_back": N_("Seized originals came back"),
    "return_struck": N_("Return of seized originals struck out"),
    "nature_said": N_("What the copies are"),
    "moved_to_journal": N_("Moved to the right journal"),
    "registered_rightly": N_("Registered in the right journal"),
}


class HistoryPanel(Panel):
    """The steps of one entry, each with who took it, when and why."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[PlainLabel] = []
        self.body.addWidget(Heading(_("History")))
        self.hide()

    def show_history(self, history: "tuple[HistoryLine, ...]", kind: JournalKind, desk: "Desk") -> None:
        """Show these steps, their moments by the clock of the desk."""
        for label in self._labels:
            self.body.removeWidget(label)
            label.deleteLater()
        self._labels = []
        for line in sorted(history, key=lambda line: line.at, reverse=True):
            self._labels += _labels(line, kind, desk)
        for label in self._labels:
            self.body.addWidget(label)
        self.setVisible(bool(history))


def _labels(line: "HistoryLine", kind: JournalKind, desk: "Desk") -> list[PlainLabel]:
    at = dates.day_and_time(wording.local(line.at, desk))
    changes = [Caption(change(kind, *said), wrap=True) for said in line.changes]
    return [Caption(f"{at} · {line.by}"), PlainLabel(step(line), wrap=True), *changes]


def change(kind: JournalKind, key: str, before: str, after: str) -> str:
    """What a correction changed, in words."""
    return _("{field}: {before} → {after}").format(
        field=registration_fields.caption(kind, key), before=_written(before), after=_written(after)
    )


def _written(value: str) -> str:
    """A value as the ledger keeps it, as a person reads it."""
    if value in set(Carrier):
        return registration_fields.carriers()[Carrier(value)]
    try:
        return dates.short(dt.date.fromisoformat(value))
    except ValueError:
        return value or _("empty")


def step(line: "HistoryLine") -> str:
    """The step and its reason in words."""
    last = line.tag.rpartition(":")[2]
    words = _(STEPS[last]) if last in STEPS else line.tag
    return f"{words}: {line.reason}" if line.reason else words
