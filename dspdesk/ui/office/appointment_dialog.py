"""An appointment: the position in both languages, from when, of what it is the head, for whom it is acted."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QWidget

from dspdesk.language import declension
from dspdesk.language.catalogue import Language, _, current_language
from dspdesk.language.dates import short
from dspdesk.law.appointments import Held
from dspdesk.procedures import appointments
from dspdesk.queries import people as queries
from dspdesk.queries.people import AppointmentLine, PersonCard
from dspdesk.queries.units import units
from dspdesk.ui.cards.fields import DateField, TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.office import words
from dspdesk.ui.office.fields import CaseField, LongChoice
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Panel, PlainLabel

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 56  # ems
#: Fields on which it depends whose appointment stands in the way.
_DECIDE = frozenset({"valid_from", "valid_to", "heads", "unit_id", "acting", "acting_for_id", "appointment"})


class AppointmentDialog(FormDialog):
    """Appoint a person, or correct one of their appointments (the first field then says which)."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, person: PersonCard, *, correcting: bool = False
    ) -> None:
        title = _("Correct an appointment: {name}") if correcting else _("Appointment: {name}")
        super().__init__(desk, parent, title.format(name=person.name(current_language())), _WIDTH)
        self._person, self._correcting = person, correcting
        self.draft_form = "appointment:corrected" if correcting else "appointment"
        self._met = queries.positions_met(desk)
        self._in_the_way: list[Held] = []
        self._make_fields()
        self._build()
        if correcting:
            self._show_line(person.appointments[0])
        else:
            self.valid_from.show_value(desk.today())
        self._follow("acting")
        (self.which if correcting else self.positions[Language.KK]).setFocus()

    # --- saving ---

    def save(self, reason: str) -> object:
        """Enter the appointment or the correction; returns the id of the person."""
        if self._correcting:
            line = self._line()
            change = appointments.ChangeAppointment(appointment_id=line.id, to=self._command(reason))
            appointments.change_appointment(self._desk, change)
        else:
            appointments.appoint(self._desk, self._command(reason))
        return self._person.id

    def go_on(self) -> None:
        """Save, once there is a first day."""
        if self.valid_from.value() is None and not self.valid_from.problem():
            self.complain("valid_from", _("Write the first day."))
            return
        super().go_on()

    def draft_about(self) -> str:
        return f"employee:{self._person.id}"

    def show_values(self, values: dict[str, Any]) -> None:
        """Show a draft: what follows from its choices first, then what was typed over that."""
        super().show_values(values)
        self._follow("acting")
        super().show_values(values)
        self._follow("")

    def _command(self, reason: str) -> appointments.Appoint:
        acting = self.acting.isChecked()
        return appointments.Appoint(
            employee_id=self._person.id,
            position_kk=self.positions[Language.KK].value(),
            position_ru=self.positions[Language.RU].value(),
            valid_from=self.valid_from.value() or self._desk.today(),
            valid_to=self.valid_to.value(),
            unit_id=self.unit.value(),
            heads=self.heads.value(),
            acting=acting,
            acting_for_id=self.acting_for.value() if acting else None,
            of_position_kk=self.genitives[Language.KK].value(),
            of_position_ru=self.genitives[Language.RU].value(),
            instead_of=tuple(held.id for held in self._in_the_way) if self.instead.isChecked() else (),
            reason=reason,
        )

    # --- what follows from what is typed ---

    def touched(self, name: str = "") -> None:
        """The rest of the card follows what is typed."""
        super().touched(name)
        self._follow(name)

    def _follow(self, name: str) -> None:
        if name == "appointment":
            self._show_line(self._line())
        if name in {"acting", "acting_for_id", "valid_from"}:
            self._follow_acting()
        if name in _DECIDE:
            self._look_who_is_in_the_way()
        for language, field in self.genitives.items():
            field.propose(declension.genitive(self.positions[language].value(), language))
        self._show_signature()

    def _follow_acting(self) -> None:
        """Who acts for somebody acts for the position that person holds, and leads what they lead."""
        acting = self.acting.isChecked()
        for name in ("acting_for_id", "of_position_kk", "of_position_ru"):
            self._boxes[name].setVisible(acting)
        whom = self.acting_for.value() if acting else None
        theirs = self._held_by(whom) if whom is not None else None
        for field in (self.unit, self.heads):
            field.setEnabled(theirs is None)
        if theirs is not None:
            self.positions[Language.KK].show_value(theirs.position_kk)
            self.positions[Language.RU].show_value(theirs.position_ru)
            self.heads.show_value(theirs.heads)
            self.unit.show_value(theirs.unit_id if theirs.unit_id in self.unit.values() else None)

    def _held_by(self, employee_id: int) -> AppointmentLine | None:
        day = self.valid_from.value() or self._desk.today()
        return queries.person_card(self._desk, employee_id).holds(day)

    def _look_who_is_in_the_way(self) -> None:
        """Whose appointment would have to end; a correction ends none."""
        first = self.valid_from.value()
        self._in_the_way = [] if self._correcting or first is None else self._found_in_the_way()
        lines = [f"{held.name}: {held.position}, {short(held.first)}" for held in self._in_the_way]
        self.earlier.setText(
            _("In the way stands an earlier appointment:") + "\n" + "\n".join(lines) if lines else ""
        )
        self.earlier.setVisible(bool(lines))
        self.instead.setVisible(bool(lines))
        if not lines:
            self.instead.setChecked(False)

    def _found_in_the_way(self) -> list[Held]:
        command = self._command("")
        wanted = Held(
            person=command.employee_id, first=command.valid_from, last=command.valid_to, heads=command.heads,
            unit=command.unit_id, acting=command.acting, acting_for=command.acting_for_id,
        )  # fmt: skip
        return queries.in_the_way(self._desk, wanted, current_language())

    def _show_signature(self) -> None:
        for language, label in self.signatures.items():
            position = self.positions[language].value()
            if self.acting.isChecked():
                position = declension.acting(position, self.genitives[language].value(), language)
            label.setText(f"{position}   {self._person.name(language)}".strip())

    def _offer_the_other(self, language: Language) -> None:
        """A position met before has its words in the other language, too."""
        other = Language.RU if language is Language.KK else Language.KK
        written = self.positions[language].value()
        at = 0 if language is Language.KK else 1
        found = next((pair[1 - at] for pair in self._met if pair[at] == written), "")
        if written and found and not self.positions[other].value():
            self.positions[other].show_value(found)
            self._follow("")

    # --- filling ---

    def _line(self) -> AppointmentLine:
        return next(line for line in self._person.appointments if line.id == self.which.value())

    def _show_line(self, line: AppointmentLine) -> None:
        self.acting.setChecked(line.acting)
        self.acting_for.show_value(line.acting_for_id)
        self.positions[Language.KK].show_value(line.position_kk)
        self.positions[Language.RU].show_value(line.position_ru)
        self.genitives[Language.KK].show_value(line.of_position_kk)
        self.genitives[Language.RU].show_value(line.of_position_ru)
        self.unit.show_value(line.unit_id if line.unit_id in self.unit.values() else None)
        self.heads.show_value(line.heads)
        self.valid_from.show_value(line.valid_from)
        self.valid_to.show_value(line.valid_to)

    # --- building ---

    def _make_fields(self) -> None:
        self.which = LongChoice(
            _("Which appointment"),
            {
                line.id: f"{words.appointment(line)}, {words.period(line)}"
                for line in self._person.appointments
            },
        )
        self.positions = {
            language: TextField(partial(self._offers, at))
            for at, language in enumerate((Language.KK, Language.RU))
        }
        self.genitives = {language: CaseField() for language in Language}
        self.unit = LongChoice(_("Unit"), self._unit_words())
        self.heads = LongChoice(_("Is the head"), words.heads())
        self.valid_from, self.valid_to = DateField(self._desk.today), DateField(self._desk.today)
        self.acting = QCheckBox(_("Acts for somebody, or for a vacant position"))
        self.acting_for = LongChoice(_("For whom"), self._others())
        self.instead = QCheckBox(_("It ends on the day before this one begins"))

    def _build(self) -> None:
        if self._correcting:
            self.add("appointment", _("Which appointment"), self.which)
        self.add_pair(
            ("valid_from", _("First day"), self.valid_from),
            ("valid_to", _("Last day, if it is known"), self.valid_to),
        )
        self.add("acting", "", self.acting).label.hide()
        self.add("acting_for_id", _("For whom"), self.acting_for)
        self.add_pair(
            ("position_kk", _("Position in Kazakh"), self.positions[Language.KK]),
            ("position_ru", _("Position in Russian"), self.positions[Language.RU]),
        )
        self.add_pair(
            ("of_position_kk", _("Acting (of whom?), in Kazakh"), self.genitives[Language.KK]),
            ("of_position_ru", _("Acting (of whom?), in Russian"), self.genitives[Language.RU]),
        )
        self.add_pair(("unit_id", _("Unit"), self.unit), ("heads", _("Is the head"), self.heads))
        for language, field in self.positions.items():
            field.left.connect(partial(self._offer_the_other, language))
        self.earlier = self.add_note("", Tone.WARNING)
        self.add("instead_of", "", self.instead).label.hide()
        self._add_signature()

    def _add_signature(self) -> None:
        panel = Panel()
        panel.body.addWidget(Caption(_("How papers will be signed")))
        self.signatures = {language: PlainLabel(wrap=True) for language in Language}
        for label in self.signatures.values():
            panel.body.addWidget(label)
        self.body.addWidget(panel)

    def _offers(self, at: int, typed: str) -> list[str]:
        begun = typed.casefold().split()
        found = dict.fromkeys(pair[at] for pair in self._met if pair[at])
        return [words_ for words_ in found if all(part in words_.casefold() for part in begun)]

    def _unit_words(self) -> dict[Any, str]:
        language = current_language()
        held = {line.unit_id for line in self._person.appointments}
        there = [unit for unit in units(self._desk) if unit.closed_on is None or unit.id in held]
        return {None: _("in no unit")} | {unit.id: unit.name(language) for unit in there}

    def _others(self) -> dict[Any, str]:
        language, today = current_language(), self._desk.today()
        acted_for = {line.acting_for_id for line in self._person.appointments}
        others = {
            row.id: " — ".join(part for part in (row.name(language), row.position(language)) if part)
            for row in queries.people(self._desk)
            if row.id != self._person.id and (row.in_service(today) or row.id in acted_for)
        }
        return {None: _("nobody: the position is vacant")} | others
