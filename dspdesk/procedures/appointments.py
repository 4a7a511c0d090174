"""Appointments: made, corrected, ended; a successor takes the place of whoever held it, in one step."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dspdesk.desk import Desk
from dspdesk.language import declension
from dspdesk.language.catalogue import Language, current_language
from dspdesk.law import appointments as law
from dspdesk.law import people as directory
from dspdesk.law.appointments import Held
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.kinds import Headship
from dspdesk.law.roles import Action
from dspdesk.models import Appointment, Employee, Unit
from dspdesk.queries import people
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Appoint:
    """A position of a person from a day on, or through a day.

    Who acts for somebody (`acting_for_id`) is head of what that person is head of; without a person one acts for a
    position that is vacant. `of_position_*` is the genitive of the position as it must be, '' when the proposed one
    is right. `instead_of` are appointments that end on the day before this one begins.
    """

    employee_id: int
    position_kk: str
    position_ru: str
    valid_from: dt.date
    valid_to: dt.date | None = None
    unit_id: int | None = None
    heads: Headship | None = None
    acting: bool = False
    acting_for_id: int | None = None
    of_position_kk: str = ""
    of_position_ru: str = ""
    instead_of: tuple[int, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAppointment:
    """Correct what was entered of an appointment; the ledger keeps what stood there before."""

    appointment_id: int
    to: Appoint


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAppointment:
    """An appointment ends; `day` is its last."""

    appointment_id: int
    day: dt.date
    reason: str = ""


def appoint(desk: Desk, command: Appoint) -> int:
    """Enter an appointment, ending those it takes the place of; returns its id. Raises `Refused`."""
    desk.authorize(Action.KEEP_PEOPLE)
    with desk.transaction("people:appointment:made") as step:
        standing = people.held(step.connection, current_language())
        wanted = _led_as_theirs(step, command, standing)
        held = _held(wanted, 0)
        ended = [one for one in law.cut_short(held, standing) if one.id in command.instead_of]
        settle([*_stands_against(step, wanted, held, _without(standing, ended, held)),
                *_left_alone(ended, held, standing)], command.reason)  # fmt: skip
        for one in ended:
            step.session.get_one(Appointment, one.id).valid_to = _day_before(held.first)
        appointment = Appointment(employee_id=wanted.employee_id, **_fields(wanted))
        step.session.add(appointment)
        step.session.flush()
        step.subject, step.reason = f"employee:{wanted.employee_id}", command.reason
    return appointment.id


def change_appointment(desk: Desk, command: ChangeAppointment) -> None:
    """Correct an appointment, also whose it is; raises `Refused`."""
    desk.authorize(Action.KEEP_PEOPLE)
    with desk.transaction("people:appointment:changed") as step:
        appointment = step.session.get_one(Appointment, command.appointment_id)
        standing = people.held(step.connection, current_language())
        before = next(one for one in standing if one.id == appointment.id)
        wanted = _led_as_theirs(step, command.to, standing)
        fields = {"employee_id": wanted.employee_id, **_fields(wanted)}
        settle(
            [
                *_stands_against(step, wanted, _held(wanted, appointment.id), standing),
                law.head_remains(before, wanted.valid_to, standing) if wanted.valid_to else None,
                law.head_taken_away(before, _held(wanted, appointment.id), desk.today(), standing),
                None if _differs(appointment, fields) else _refused("nothing_changed"),
            ],
            wanted.reason,
        )
        for name, value in fields.items():
            setattr(appointment, name, value)
        step.subject, step.reason = f"employee:{wanted.employee_id}", wanted.reason


def end_appointment(desk: Desk, command: EndAppointment) -> None:
    """End an appointment; raises `Refused` when a head would be missing from the next day."""
    desk.authorize(Action.KEEP_PEOPLE)
    with desk.transaction("people:appointment:ended") as step:
        appointment = step.session.get_one(Appointment, command.appointment_id)
        standing = people.held(step.connection, current_language())
        before = next(one for one in standing if one.id == appointment.id)
        over = before.last is not None and before.last <= command.day
        settle(
            [
                replace(finding, field="day")
                if (finding := law.in_order(before.ended(command.day)))
                else None,
                _refused("appointment_over", "day", last=before.last) if over else None,
                law.head_remains(before, command.day, standing),
            ],
            command.reason,
        )
        appointment.valid_to = command.day
        step.subject, step.reason = f"employee:{appointment.employee_id}", command.reason


def _led_as_theirs(step: Step, command: Appoint, standing: list[Held]) -> Appoint:
    """Who acts for somebody leads what they lead; words left out are those of their position."""
    if command.acting_for_id is None:
        return command
    theirs = law.substantive(command.acting_for_id, command.valid_from, standing)
    if theirs is None:
        return command
    position = step.session.get_one(Appointment, theirs.id)
    return replace(
        command,
        acting=True,
        heads=theirs.heads,
        unit_id=theirs.unit,
        position_kk=command.position_kk.strip() or position.position_kk,
        position_ru=command.position_ru.strip() or position.position_ru,
    )


def _stands_against(step: Step, wanted: Appoint, held: Held, standing: list[Held]) -> list[Finding | None]:
    person = step.session.get_one(Employee, wanted.employee_id)
    unit = step.session.get_one(Unit, wanted.unit_id) if wanted.unit_id is not None else None
    return [
        directory.position_named(wanted.position_kk, "position_kk"),
        directory.position_named(wanted.position_ru, "position_ru"),
        directory.still_here(person.name_ru, person.left_on, wanted.valid_to),
        directory.unit_open(unit.name_ru, unit.closed_on, wanted.valid_to) if unit else None,
        *law.check(held, standing),
    ]


def _without(standing: list[Held], ended: list[Held], held: Held) -> list[Held]:
    """The appointments as they will stand once those whose place is taken have ended."""
    return [one.ended(_day_before(held.first)) if one in ended else one for one in standing]


def _left_alone(ended: list[Held], held: Held, standing: list[Held]) -> Iterable[Finding | None]:
    """A head that goes to another position leaves nothing without one, either."""
    after = [*_without(standing, ended, held), held]
    return [law.head_remains(one, _day_before(held.first), after) for one in ended]


def _held(command: Appoint, key: int) -> Held:
    """The command as the rules see it; `key` is 0 for a new one."""
    position = command.position_kk if current_language() is Language.KK else command.position_ru
    return Held(
        id=key, person=command.employee_id, first=command.valid_from, last=command.valid_to, heads=command.heads,
        unit=command.unit_id, acting=command.acting, acting_for=command.acting_for_id, position=position,
    )  # fmt: skip


def _fields(command: Appoint) -> dict[str, object]:
    return {
        "position_kk": _line(command.position_kk),
        "position_ru": _line(command.position_ru),
        "valid_from": command.valid_from,
        "valid_to": command.valid_to,
        "unit_id": command.unit_id,
        "heads": command.heads.value if command.heads else "",
        "acting": command.acting,
        "acting_for_id": command.acting_for_id if command.acting else None,
        "of_position_kk": _corrected(command, command.position_kk, command.of_position_kk, Language.KK),
        "of_position_ru": _corrected(command, command.position_ru, command.of_position_ru, Language.RU),
    }


def _corrected(command: Appoint, position: str, genitive: str, language: Language) -> str:
    """The genitive to keep: only one that differs from what is proposed anyway."""
    if not command.acting or _line(genitive) == declension.genitive(_line(position), language):
        return ""
    return _line(genitive)


def _differs(appointment: Appointment, fields: dict[str, object]) -> bool:
    return any(getattr(appointment, name) != value for name, value in fields.items())


def _refused(code: str, field: str = "", **facts: object) -> Finding:
    return Finding("OWN", Weight.REFUSE, code, facts, field)


def _day_before(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=1)


def _line(text: str) -> str:
    return " ".join(text.split())
