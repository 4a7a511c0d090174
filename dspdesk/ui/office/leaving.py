"""Endings: of one appointment, of a person's service."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.procedures import appointments, people
from dspdesk.queries.people import AppointmentLine, PersonCard
from dspdesk.ui.cards.fields import DateField, LongField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.office import words
from dspdesk.ui.office.fields import LongChoice

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class _Ending(FormDialog):
    """A last day, and on what it rests."""

    def __init__(self, desk: "Desk", parent: QWidget | None, title: str) -> None:
        super().__init__(desk, parent, title)
        self.day = DateField(desk.today)
        self.day.show_value(desk.today())
        self.basis = LongField()

    def add_day(self) -> None:
        """The two fields that every ending has."""
        self.add("day", _("Last day"), self.day)
        self.add("reason", _("Order or other ground"), self.basis)

    def go_on(self) -> None:
        """Save, once there is a day."""
        if self.day.value() is None and not self.day.problem():
            self.complain("day", _("Write the last day."))
            return
        super().go_on()


class EndDialog(_Ending):
    """End one of the appointments of a person."""

    def __init__(self, desk: "Desk", parent: QWidget | None, person: PersonCard) -> None:
        name = person.name(current_language())
        super().__init__(desk, parent, _("End an appointment: {name}").format(name=name))
        self._person = person
        self.which = LongChoice(
            _("Which appointment"),
            {line.id: f"{words.appointment(line)}, {words.period(line)}" for line in standing(desk, person)},
        )
        self.add("appointment", _("Which appointment"), self.which)
        self.add_day()
        self.day.setFocus()

    def save(self, reason: str) -> object:
        """End it; returns the id of the person."""
        ending = appointments.EndAppointment(
            appointment_id=self.which.value(),
            day=self.day.value() or self._desk.today(),
            reason=self.basis.value() or reason,
        )
        appointments.end_appointment(self._desk, ending)
        return self._person.id


class LeavingDialog(_Ending):
    """A person leaves the body."""

    def __init__(self, desk: "Desk", parent: QWidget | None, person: PersonCard) -> None:
        name = person.name(current_language())
        super().__init__(desk, parent, _("{name} leaves").format(name=name))
        self._person = person
        lines = [words.appointment(line) for line in standing(desk, person)]
        ends = _("These appointments end on the last day:") + "\n" + "\n".join(lines)
        self.add_note(ends if lines else _("This person holds no position."))
        self.add_day()
        self.day.setFocus()

    def save(self, reason: str) -> object:
        """Enter it; returns the id of the person."""
        leaving = people.EmployeeLeaves(
            employee_id=self._person.id,
            day=self.day.value() or self._desk.today(),
            reason=self.basis.value() or reason,
        )
        people.employee_leaves(self._desk, leaving)
        return self._person.id


def standing(desk: "Desk", person: PersonCard) -> list[AppointmentLine]:
    """The appointments of a person that are not over."""
    today = desk.today()
    return [line for line in person.appointments if line.valid_to is None or line.valid_to >= today]
