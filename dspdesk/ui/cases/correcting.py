"""What is known of a case is put right, with a reason that the ledger keeps."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.queries import case_headings, cases
from dspdesk.ui.cards.fields import DateField, LongField
from dspdesk.ui.cases import words
from dspdesk.ui.cases.case_form import CaseForm

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.services import Services

Done = Callable[[], Any]


class CorrectCaseForm(CaseForm):
    """A case as it stands, to be put right."""

    draft_form = "case"

    def __init__(self, desk: "Desk", parent: QWidget | None, volume_id: int) -> None:
        row = cases.volume(desk, volume_id).row
        super().__init__(desk, parent, _("Put the case {volume} right").format(volume=words.name(row)))
        self._row, card = row, case_headings.card(desk, row.case_id)
        self.why, self.opened_on = LongField(), DateField(desk.today, needed=True)
        self.add_note(_("In the plan: {heading}").format(heading=card.plan.heading()))
        self.add("opened_on", _("The volume was opened on"), self.opened_on)
        self.add_fields()
        self.add("reason", _("Reason"), self.why)
        self.heading_kk.show_value(card.heading_kk)
        self.heading_ru.show_value(card.heading_ru)
        self.carry_over.setChecked(card.carry_over)
        self.responsible.show_value(card.responsible_id)
        self.container.show_value(row.container)
        self.notes.show_value(card.notes)
        self.opened_on.show_value(row.opened_on)
        self._left = card.responsible_id if self.responsible.value() is None else None
        if self._left is not None:
            self.add_note(
                _("{person} was responsible and is in office no more.").format(person=row.responsible())
            )
        self.heading_kk.setFocus()

    def save(self, reason: str) -> object:
        """Put it right; returns the id of the volume."""
        from dspdesk.procedures import case_file

        command = case_file.CorrectCase(
            volume_id=self._row.id,
            heading_kk=self.heading_kk.value(),
            heading_ru=self.heading_ru.value(),
            carry_over=self.carry_over.isChecked(),
            responsible_id=self.responsible.value() or self._left,
            container=self.container.value(),
            notes=self.notes.value(),
            opened_on=self.opened_on.value(),
            reason=" ".join(filter(None, (self.why.value(), reason))),
        )
        case_file.correct_case(self._desk, command)
        return self._row.id

    def draft_about(self) -> str:
        """The row of the volume."""
        return f"volume:{self._row.id}"


def open_form(parent: QWidget, desk: "Desk", _services: "Services", volume_id: int, on_done: Done) -> None:
    """Ask what of a case is to be put right."""
    form = CorrectCaseForm(desk, parent, volume_id)
    form.saved.connect(lambda _volume: on_done())
    form.open()
