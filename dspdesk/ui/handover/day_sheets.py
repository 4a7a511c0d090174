"""The sheets of a day: what is to be handed over, person by person; a label scanned here ticks its copy."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.law.barcode import Code, Kind
from dspdesk.queries import handover
from dspdesk.queries.handover import ProposedSheet
from dspdesk.ui.cards.fields import DateField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.handover import words
from dspdesk.ui.handover.ticks import TickGroup, TickTree, WhyNot

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 62  # in ems


class DaySheets(FormDialog):
    """One sheet is made for each person with a tick; `saved` brings the sheets made."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        super().__init__(desk, parent, _("Sheets of the day"), _WIDTH)
        self.save_button.set_text(_("Make the sheets"), "Ctrl+S")
        self._proposal = handover.proposal(desk)
        self.dated = DateField(desk.today, needed=True)
        self.dated.show_value(desk.today())
        self.add("dated", _("Date of the sheets"), self.dated)
        self.copies = TickTree(_("To be handed over"), _groups(self._proposal))
        self.add("copies", _("To be handed over"), self.copies)
        nothing = _(
            "Nothing is to be handed over: every copy at hand of a document with an executor "
            "was given out or waits on a sheet. Enter the resolutions of the day first."
        )
        self.why = WhyNot(self.copies, nothing)
        self.add_to_foot(self.why)
        self.copies.setFocus()

    def save(self, reason: str) -> object:
        """Make the sheets."""
        from dspdesk.procedures import handover_sheet as procedures

        handings = tuple(
            procedures.Handing(employee_id=person, copies=keys) for person, keys in self.copies.by_group()
        )
        dated = self.dated.value() or self._desk.today()
        return procedures.make_sheets(
            self._desk, procedures.MakeSheets(dated=dated, handings=handings, form_id=self.form_id)
        )

    def take_scan(self, code: Code) -> bool:
        """Tick the copy, or the copies of the entry, whose label was scanned."""
        listed = [copy.of for sheet in self._proposal for copy in sheet.copies]
        meant = [
            of.copy_id
            for of in listed
            if (code.kind is Kind.COPY and of.copy_id == code.id)
            or (code.kind is Kind.ITEM and of.item_id == code.id)
        ]
        return bool([self.copies.tick(key) for key in meant])


def _groups(proposal: Sequence[ProposedSheet]) -> list[TickGroup]:
    """A group for each person, and below them what cannot be handed over."""
    groups = [
        TickGroup(_person(one), tuple(words.proposed(copy) for copy in free), one.person.employee_id)
        for one in proposal
        if (free := [copy for copy in one.copies if not copy.against])
    ]
    barred = [
        words.proposed(copy, one.person.name(str(current_language())))
        for one in proposal
        for copy in one.copies
        if copy.against
    ]
    return [*groups, *([TickGroup(_("Cannot be handed over yet"), tuple(barred))] if barred else [])]


def _person(one: ProposedSheet) -> str:
    language, person = str(current_language()), one.person
    known = (person.name(language), person.position(language), person.unit(language))
    return ", ".join(part for part in known if part)
