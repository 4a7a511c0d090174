"""Small forms of the filing plan: striking a heading out, adding the program's own registers."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.law.filing_plan import HEADINGS
from dspdesk.law.kinds import Headship
from dspdesk.queries import filing_plan as queries
from dspdesk.queries.filing_plan import PlanRow
from dspdesk.queries.units import units
from dspdesk.ui.cards.fields import ReasonField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.filing_plan import words
from dspdesk.ui.filing_plan.heading_card import RetentionField, open_units
from dspdesk.ui.office.fields import LongChoice

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class StrikeForm(FormDialog):
    """A heading is taken out of the plan, with a reason."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: PlanRow) -> None:
        super().__init__(desk, parent, _("Strike out the heading {index}?").format(index=row.case_index))
        self._row = row
        self.why = ReasonField()
        self.why.entered.connect(self.go_on)
        self.add_note(words.heading(row))
        self.add("reason", _("Reason"), self.why)
        self.save_button.set_text(_("Strike out"), "Ctrl+S")
        self.why.setFocus()

    def save(self, _reason: str) -> object:
        """Strike it out; returns the id."""
        from dspdesk.procedures.filing_plan import StrikeHeading, strike

        strike(self._desk, StrikeHeading(plan_entry_id=self._row.id, reason=self.why.value()))
        return self._row.id


class RegistersForm(FormDialog):
    """The registers and card files of the program that are no headings of a year yet become some in one step."""

    def __init__(self, desk: "Desk", parent: QWidget | None, year: int) -> None:
        super().__init__(desk, parent, _("Own registers as headings of {year}").format(year=year))
        self._year = year
        kazakh = current_language() == "kk"
        missing = queries.missing_registers(desk, year)
        self.unit = LongChoice(_("Unit"), open_units(desk))
        self.retention = RetentionField(desk)
        self.add_note(
            _(
                "The headings of all registers and card files stand in the plan (paragraph 28). These are missing:"
            )
        )
        self.add_note("\n".join(f"· {HEADINGS[form][0 if kazakh else 1]}" for form in missing))
        self.add("unit_id", _("Unit that keeps them"), self.unit)
        self.add("retention", _("Kept, and article of the list"), self.retention)
        self.save_button.set_text(_("Add the headings"), "Ctrl+S")
        if (keeps := _service(desk)) in self.unit.values():
            self.unit.show_value(keeps)
        self._propose()
        (self.retention if not self.retention.text() else self.unit).setFocus()

    def save(self, _reason: str) -> object:
        """Add them; returns the ids."""
        from dspdesk.procedures.filing_plan import AddRegisters, add_registers

        command = AddRegisters(
            year=self._year,
            unit_id=self.unit.value(),
            retention=self.retention.value(),
            form_id=self.form_id,
        )
        return add_registers(self._desk, command)

    def _propose(self) -> None:
        """The period that registers of the plan have already."""
        rows = queries.plan(self._desk, self._year)
        known = next((row.retention for row in rows if row.register and row.struck_on is None), None)
        if known is not None:
            self.retention.show_value(known.words(str(current_language())))


def _service(desk: "Desk") -> int:
    """The unit whose head is that of the documentation service, 0 where nobody can tell."""
    from dspdesk.queries.people import people, signatory

    head = signatory(desk, Headship.SERVICE, desk.today())
    name = next((row.unit_ru for row in people(desk) if head and row.id == head.employee_id), "")
    return next((unit.id for unit in units(desk) if name and unit.name_ru == name), 0)
