"""What the card offers when the mark of an own document rests on nothing: to choose an entry, or to propose one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind
from dspdesk.law.registration import Entry
from dspdesk.law.restricted_list import Designation
from dspdesk.ui.cards import registration_fields as layout
from dspdesk.ui.cards.findings import Repair
from dspdesk.ui.cards.registration_form import Form
from dspdesk.ui.restricted_list.basis_field import BasisField

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WITHOUT_LIST = "basis_without_list"
_TO_CHOOSE = ("basis_not_named", "entry_not_yet", "entry_no_more", "proposal_was_declined")


class BasisRepairs:
    """The ways out of the findings on the basis of the mark, in the card of one journal."""

    def __init__(self, window: QWidget, desk: "Desk", form: Form, consider: Callable[[], None]) -> None:
        self._window, self._desk, self._form, self._consider = window, desk, form, consider

    def repairs(self) -> dict[str, Repair | list[Repair]]:
        """The buttons by the code of the finding."""
        choose: Repair = (_("Choose an entry"), self.choose)
        propose: Repair = (_("Propose a supplement…"), self.propose)
        return {_WITHOUT_LIST: propose} | {code: [choose, propose] for code in _TO_CHOOSE}

    def choose(self) -> None:
        """Show the list of the entries in force."""
        self._form.put(layout.DESIGNATION, None)
        self._form.focus(layout.DESIGNATION)
        self._form.fields[layout.DESIGNATION].show_list()

    def propose(self) -> None:
        """Propose the information for the list; the mark rests on the proposal from then on (paragraph 9)."""
        from dspdesk.ui.restricted_list.proposal_form import ProposalForm

        entry = self._form.entry()
        form = ProposalForm(self._desk, self._window, information=entry.summary, executor=entry.executor)
        form.saved.connect(self._proposed)
        form.open()

    def _proposed(self, proposal_id: object) -> None:
        field = self._form.fields[layout.DESIGNATION]
        if isinstance(field, BasisField) and isinstance(proposal_id, int):
            field.forget()
            self._form.put(layout.DESIGNATION, Designation.by_proposal(proposal_id))
            self._consider()


def values_before(desk: "Desk", kind: JournalKind, year: int, entry: Entry) -> dict[str, Any]:
    """The previous entry by the keys of the card, and what the mark of an own document rested on."""
    from dspdesk.queries.designations import last_designation

    return layout.values(entry, last_designation(desk, kind, year) if kind in OWN_DOCUMENTS else None)
