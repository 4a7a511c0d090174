"""What a case is: its own heading, whether it is carried over, who keeps it, what its volume is kept in."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from dspdesk.language.catalogue import _
from dspdesk.ui.cards.fields import ChoiceField, LongField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.cases import words

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class CaseForm(FormDialog):
    """The fields that a case has when it is opened and when it is put right."""

    def __init__(self, desk: "Desk", parent: QWidget | None, title: str) -> None:
        super().__init__(desk, parent, title)
        self.heading_kk, self.heading_ru, self.notes = LongField(), LongField(), LongField()
        self.responsible = PersonField(desk)
        self.container = ChoiceField(_("Kept in"), words.containers())
        self.carry_over = QCheckBox(_("Carry-over case: documents of several years"))

    def add_fields(self) -> None:
        """Put the fields under those that a kind of form has put before."""
        self.add_heading(_("Heading of its own, if it differs from the plan"))
        self.add_pair(
            ("heading_kk", _("In Kazakh"), self.heading_kk), ("heading_ru", _("In Russian"), self.heading_ru)
        )
        self.add("carry_over", "", self.carry_over).label.hide()
        self.add_pair(
            ("responsible_id", _("Responsible in the unit"), self.responsible),
            ("container", _("Kept in"), self.container),
        )
        self.add("notes", _("Notes"), self.notes)
