"""Proposals to protect information that is on no list: made, and decided (paragraph 9)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.law.restricted_list import EntryWords
from dspdesk.queries import restricted_list as queries
from dspdesk.ui.cards.fields import ChoiceField, DateField, LongField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.office.fields import LongChoice
from dspdesk.ui.restricted_list import wording
from dspdesk.ui.restricted_list.entry_form import WordsFields
from dspdesk.ui.restricted_list.order_forms import OrderFields
from dspdesk.ui.widgets.basics import Labelled

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.restricted_list import ProposalRow

_WIDTH = 56  # in ems
_KAZAKH = frozenset("әғқңөұүһі")  # letters that no Russian word has


class ProposalForm(FormDialog):
    """What the executor and the head of the unit propose; `saved` gives the id."""

    draft_form = "list_proposal"

    def __init__(
        self, desk: "Desk", parent: QWidget | None, *, information: str = "", executor: str = ""
    ) -> None:
        super().__init__(desk, parent, _("Supplement to the list"), _WIDTH)
        self.information, self.reasons = LongField(), LongField()
        self.executor, self.head = PersonField(desk), PersonField(desk)
        self.proposed_on = DateField(desk.today)
        self.add("information", _("Which information is to be protected"), self.information)
        self.add("reasons", _("Why: what harm its use may do"), self.reasons)
        self.add_pair(
            ("executor_id", _("Executor"), self.executor), ("head_id", _("Head of the unit"), self.head)
        )
        self.add("proposed_on", _("Proposed on"), self.proposed_on)
        self.information.show_value(information)
        self.executor.setText(executor)
        if self.executor.problem():
            self.executor.setText("")
        self.proposed_on.show_value(desk.today())
        self.proposed_on.left.connect(self._other_day)
        self.information.setFocus()

    def save(self, reason: str) -> object:
        """Enter the proposal; returns its id."""
        from dspdesk.procedures import list_proposals as procedures

        command = procedures.ProposeSupplement(
            information=self.information.value(), reasons=self.reasons.value(),
            executor_id=self.executor.value(), head_id=self.head.value(),
            proposed_on=self.proposed_on.value(),
            form_id=self.form_id, reason=reason,
        )  # fmt: skip
        return procedures.propose(self._desk, command)

    def _other_day(self) -> None:
        """Who is in office is a question of the day."""
        if (day := self.proposed_on.value()) is not None:
            self.executor.show_day(day)
            self.head.show_day(day)


class DecisionForm(FormDialog):
    """The decision of the head: accepted with the order and the new entry, or declined with the reason for it."""

    draft_form = "list_decision"

    def __init__(self, desk: "Desk", parent: QWidget | None, row: "ProposalRow") -> None:
        super().__init__(desk, parent, _("Decision on a supplement to the list"), _WIDTH)
        self._row = row
        lists = {one.id: one.name(current_language()) for one in queries.lists(desk) if one.valid_to is None}
        self.add_note(wording.proposal(row))
        self.decision = ChoiceField(_("Decision"), self._decisions(bool(lists)))
        self.decided_on, self.words = DateField(desk.today), LongField()
        self.add_pair(
            ("decision", _("Decision"), self.decision), ("decided_on", _("Decided on"), self.decided_on)
        )
        self.add("words", _("Words of the decision"), self.words)
        before = set(self._boxes)
        self.of_list = LongChoice(_("List"), lists)
        self.add("list_id", _("List"), self.of_list)
        self.order = OrderFields(self, desk.today)
        self.fields = WordsFields(self)
        self._of_the_entry: list[Labelled] = [box for name, box in self._boxes.items() if name not in before]
        self._propose(row, desk)
        self.decision.textEdited.connect(lambda _words: self._show_parts())
        self._show_parts()
        self.decision.setFocus()

    def draft_about(self) -> str:
        """The proposal."""
        return f"list_proposal:{self._row.id}"

    def show_values(self, values: dict[str, object]) -> None:
        """Show what a draft kept."""
        super().show_values(values)
        self._show_parts()

    def save(self, reason: str) -> object:
        """Enter the decision; returns the id of the new entry, 0 where the proposal was declined."""
        from dspdesk.procedures import list_proposals as procedures

        supplement = procedures.Supplement(
            list_id=self.of_list.value(), order=self.order.order(), entry=self.fields.words()
        ) if self.decision.value() else None  # fmt: skip
        command = procedures.Decide(
            proposal_id=self._row.id, decided_on=self.decided_on.value(), words=self.words.value(),
            supplement=supplement, reason=reason,
        )  # fmt: skip
        return procedures.decide(self._desk, command) or 0

    def _decisions(self, lists: bool) -> dict[bool, str]:
        accepted = {True: _("accepted: the list is supplemented")} if lists else {}
        return accepted | {False: _("declined")}

    def _propose(self, row: "ProposalRow", desk: "Desk") -> None:
        """What is likely: decided today, an entry in the words of the proposal."""
        self.decided_on.show_value(desk.today())
        kazakh = not _KAZAKH.isdisjoint(row.information.lower())
        kk, ru = (row.information, "") if kazakh else ("", row.information)
        self.fields.show(EntryWords("", kk, ru))

    def _show_parts(self) -> None:
        for box in self._of_the_entry:
            box.setVisible(bool(self.decision.value()))
        self.fields.own_words.setVisible(bool(self.decision.value()) and bool(self.fields.own_words.text()))
