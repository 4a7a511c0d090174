"""The people of the body: who they are, what they hold since when, and whoever has left."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.language.dates import short
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import DirectoryKind
from dspdesk.law.roles import Action
from dspdesk.queries import people as queries
from dspdesk.queries.entrustment import entrustments
from dspdesk.queries.people import PersonCard, PersonRow
from dspdesk.ui import ask, history, told
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.office import directory_import, words
from dspdesk.ui.registers.details import Actions, Facts
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import EmptyState

if TYPE_CHECKING:
    from dspdesk.desk import Desk


def _language() -> str:
    return current_language()


def _position(row: PersonRow) -> str:
    if row.left_on is not None and not row.position_ru:
        return _("left on {day}").format(day=short(row.left_on))
    return row.position(_language())


COLUMNS: Sequence[RegisterColumn[PersonRow]] = (
    RegisterColumn(
        key="name", title=N_("Surname and initials"), width=13, text=lambda row: row.name(_language())
    ),
    RegisterColumn(key="position", title=N_("Position"), width=20, text=_position, stretch=True),
    RegisterColumn(key="unit", title=N_("Unit"), width=14, text=lambda row: row.unit(_language())),
    RegisterColumn(
        key="since",
        title=N_("Holds it since"),
        width=7,
        text=lambda row: short(row.since) if row.since else "",
        sort=lambda row: row.since or dt.date.min,
    ),
    RegisterColumn(key="login", title=N_("Signs in as"), width=9, text=lambda row: row.login),
)


class PeoplePlace(RegisterPlace[PersonRow]):
    """Everybody of the body; what they hold stands at the right."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, COLUMNS, _("People"))
        self.left = QCheckBox(_("Also those who left"))
        self.left.toggled.connect(lambda _on: self.refresh())
        self.add_tool(self.left)
        self.add_tool(directory_import.tool(self, desk, DirectoryKind.PEOPLE, self.saved))
        self._may = desk.may(Action.KEEP_PEOPLE)

    # --- what a register says ---

    def ask_rows(self) -> Sequence[PersonRow]:
        everybody, today = queries.people(self._desk), self._desk.today()
        if not self.left.isChecked():
            everybody = [row for row in everybody if row.in_service(today)]
        return everybody

    def key_of(self, row: PersonRow) -> int:
        return row.id

    def facts(self, row: PersonRow) -> Facts:
        card = queries.person_card(self._desk, row.id)
        other = card.name_ru if _language() == "kk" else card.name_kk
        return [
            (card.name(_language()), ""),
            *_said((_("In Russian") if _language() == "kk" else _("In Kazakh"), other)),
            *_said((_("Index"), card.number_index)),
            *_said((_("Signs in as"), card.login)),
            *_said((_("Left on"), short(card.left_on) if card.left_on else "")),
            (_("Appointments"), ""),
            *(_appointments(card) or [("", _("No position was entered yet."))]),
            *_entrusted(self._desk, card),
            *_former_names(card),
            *_cases(card),
        ]

    def steps(self, row: PersonRow) -> Actions:
        told_of = history.step_of(self, self._desk, f"employee:{row.id}", row.name(_language()))
        if not self._may:
            return (told_of,)
        card = queries.person_card(self._desk, row.id)
        if card.left_on is not None:
            return ((_("Has not left after all…"), lambda: self._stays(card)), told_of)
        return (
            (_("Change the card…"), lambda: self._change(card)),
            (_("Appoint…"), lambda: self.appoint(card)),
            *(((_("Correct an appointment…"), lambda: self._correct(card)),) if card.appointments else ()),
            *(((_("End an appointment…"), lambda: self._end(card)),) if _standing(self._desk, card) else ()),
            self._entrusting(card),
            (_("Leaves the body…"), lambda: self._leave(card)),
            told_of,
        )

    def open_row(self, row: PersonRow) -> None:
        if self._may:
            self._change(queries.person_card(self._desk, row.id))

    def beginning(self) -> EmptyState:
        return EmptyState(_("No people yet"), _("Here stand the people of the body with what they hold."))

    # --- a place ---

    def title(self) -> str:
        return _("People")

    def primary_text(self) -> str:
        return _("Enter a person") if self._may else ""

    def primary(self) -> None:
        """A new person; whoever is entered is appointed next."""
        from dspdesk.ui.office.employee_card import EmployeeCard

        card = EmployeeCard(self._desk, self.window())
        card.saved.connect(self._entered)
        card.finished.connect(lambda _how: self.take_focus())
        card.open()

    # --- steps ---

    def appoint(self, card: PersonCard) -> None:
        """A further appointment of a person."""
        from dspdesk.ui.office.appointment_dialog import AppointmentDialog

        self._ask(AppointmentDialog(self._desk, self.window(), card))

    def _entrusting(self, card: PersonCard) -> tuple[str, Callable[[], None]]:
        """Restricted mail entrusted by the job description (paragraph 12), or that ended."""
        from dspdesk.ui.office.entrusting import EndEntrustmentDialog, EntrustDialog

        name = card.name(_language())
        standing = next((line for line in entrustments(self._desk, card.id) if line.valid_to is None), None)
        if standing is None:
            return (
                _("Entrust with mail…"),
                lambda: self._ask(EntrustDialog(self._desk, self.window(), card.id, name)),
            )
        return (
            _("End the entrustment…"),
            lambda: self._ask(EndEntrustmentDialog(self._desk, self.window(), standing, name)),
        )

    def _entered(self, employee_id: int) -> None:
        self.saved(employee_id)
        self.appoint(queries.person_card(self._desk, employee_id))

    def _change(self, card: PersonCard) -> None:
        from dspdesk.ui.office.employee_card import EmployeeCard

        self._ask(EmployeeCard(self._desk, self.window(), card))

    def _correct(self, card: PersonCard) -> None:
        from dspdesk.ui.office.appointment_dialog import AppointmentDialog

        self._ask(AppointmentDialog(self._desk, self.window(), card, correcting=True))

    def _end(self, card: PersonCard) -> None:
        from dspdesk.ui.office.leaving import EndDialog

        self._ask(EndDialog(self._desk, self.window(), card))

    def _leave(self, card: PersonCard) -> None:
        from dspdesk.ui.office.leaving import LeavingDialog

        self._ask(LeavingDialog(self._desk, self.window(), card))

    def _stays(self, card: PersonCard) -> None:
        title = _("{name} has not left").format(name=card.name(_language()))
        text = _("The last day is taken off the card. Appointments that ended stay ended: appoint anew.")
        ask.reason(self, title, text, lambda reason: self._take_back(card, reason))

    def _take_back(self, card: PersonCard, reason: str) -> None:
        from dspdesk.procedures import people

        try:
            people.employee_stays(self._desk, people.EmployeeStays(employee_id=card.id, reason=reason))
        except Refused as refused:
            ask.tell(self, _("Nothing was changed"), told.in_words(refused))
        else:
            self.saved(card.id)
        self.take_focus()

    def _ask(self, form: FormDialog) -> None:
        form.saved.connect(self.saved)
        form.finished.connect(lambda _how: self.take_focus())  # the button pressed is gone with its row
        form.open()


def make(desk: "Desk", _services: Services) -> PeoplePlace:
    """The place of people."""
    return PeoplePlace(desk)


def _said(fact: tuple[str, str]) -> list[tuple[str, str]]:
    return [fact] if fact[1] else []


def _standing(desk: "Desk", card: PersonCard) -> bool:
    today = desk.today()
    return any(line.valid_to is None or line.valid_to >= today for line in card.appointments)


def _appointments(card: PersonCard) -> list[tuple[str, str]]:
    return [(words.period(line), "\n".join(words.parts(line))) for line in card.appointments]


def _entrusted(desk: "Desk", card: PersonCard) -> list[tuple[str, str]]:
    lines = entrustments(desk, card.id)
    if not lines:
        return []
    said = [(words.period(line), line.basis) for line in lines]
    return [(_("Entrusted with restricted mail"), ""), *said]


def _former_names(card: PersonCard) -> list[tuple[str, str]]:
    if not card.former_names:
        return []
    kazakh = _language() == "kk"
    lines = [
        (_("until {day}").format(day=short(name.until)), name.name_kk if kazakh else name.name_ru)
        for name in card.former_names
    ]
    return [(_("Former names"), ""), *lines]


def _cases(card: PersonCard) -> list[tuple[str, str]]:
    language = current_language()
    forms = card.cases_kk if language == "kk" else card.cases_ru
    return [
        (_("The name in its cases"), ""),
        *((words.CASES[language][case], form) for case, form in forms.items()),
    ]
