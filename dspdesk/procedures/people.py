"""People of the body: entered, renamed, leaving. What they hold is in `procedures.appointments`."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.language import declension
from dspdesk.language.catalogue import Language, current_language
from dspdesk.language.declension import Forms, NameCase
from dspdesk.language.folding import fold
from dspdesk.law import appointments, office
from dspdesk.law import people as law
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.roles import Action
from dspdesk.models import Account, Appointment, Employee
from dspdesk.procedures import former_names
from dspdesk.queries import people
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterEmployee:
    """A person of the body, "Surname I.O." in both languages; `cases_*` are the forms of the name as they must be."""

    name_kk: str
    name_ru: str
    number_index: str = ""
    cases_kk: Forms = field(default_factory=dict)
    cases_ru: Forms = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEmployee:
    """What is known of a person. `renamed_from` is the first day of a new name; without it the old was misspelt."""

    employee_id: int
    name_kk: str
    name_ru: str
    number_index: str = ""
    cases_kk: Mapping[NameCase, str] = field(default_factory=dict)
    cases_ru: Mapping[NameCase, str] = field(default_factory=dict)
    renamed_from: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeLeaves:
    """A person leaves the body; `day` is the last in service, and the last of every appointment."""

    employee_id: int
    day: dt.date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeStays:
    """A person has not left after all, or is back; appointments that ended stay ended."""

    employee_id: int
    reason: str


def enter_employee(desk: Desk, command: EnterEmployee) -> int:
    """Enter a person; returns the id. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.KEEP_PEOPLE)
    with desk.transaction("people:employee:entered") as step:
        settle(_stands_against(step, command, 0), command.reason)
        person = Employee(left_on=None, **_fields(command))
        step.session.add(person)
        step.session.flush()
        step.subject, step.reason = f"employee:{person.id}", command.reason
    return person.id


def change_employee(desk: Desk, command: ChangeEmployee) -> None:
    """Change what is known of a person; a new name leaves the old one to the papers of its days. Raises `Refused`."""
    desk.authorize(Action.KEEP_PEOPLE)
    with desk.transaction("people:employee:changed") as step:
        person = step.session.get_one(Employee, command.employee_id)
        subject, fields = f"employee:{person.id}", _fields(command)
        before, after = (person.name_kk, person.name_ru), (fields["name_kk"], fields["name_ru"])
        settle(
            [
                *_stands_against(step, command, person.id),
                former_names.consider(desk, step, subject, (before, after), command.renamed_from),
                _changed(person, fields),
            ],
            command.reason,
        )
        former_names.keep(step, subject, before, command.renamed_from)
        for name, value in fields.items():
            setattr(person, name, value)
        step.subject, step.reason = subject, command.reason


def employee_leaves(desk: Desk, command: EmployeeLeaves) -> None:
    """Enter that a person leaves, and end what they hold; raises `Refused` while something still hangs on them."""
    desk.authorize(Action.KEEP_PEOPLE)
    with desk.transaction("people:employee:left") as step:
        person = step.session.get_one(Employee, command.employee_id)
        standing = people.held(step.connection, current_language())
        login = step.session.scalar(
            select(Account.login).where(Account.employee_id == person.id, Account.closed_on.is_(None))
        )
        settle(
            appointments.leaves_in_order(person.id, command.day, standing, login or "", person.left_on),
            command.reason,
        )
        person.left_on = command.day
        for one in step.session.scalars(select(Appointment).where(Appointment.employee_id == person.id)):
            if one.valid_to is None or one.valid_to > command.day:
                one.valid_to = command.day
        step.subject, step.reason = f"employee:{person.id}", command.reason


def employee_stays(desk: Desk, command: EmployeeStays) -> None:
    """Take back that a person has left; raises `Refused` without a reason."""
    desk.authorize(Action.KEEP_PEOPLE)
    with desk.transaction("people:employee:stayed") as step:
        person = step.session.get_one(Employee, command.employee_id)
        settle(
            [
                None if command.reason.strip() else _refused("reason_needed", "reason"),
                None if person.left_on else _refused("nothing_changed", ""),
            ],
            command.reason,
        )
        person.left_on = None
        step.subject, step.reason = f"employee:{person.id}", command.reason


def _stands_against(step: Step, command: EnterEmployee | ChangeEmployee, itself: int) -> list[Finding | None]:
    here = step.session.scalars(select(Employee).where(Employee.left_on.is_(None))).all()
    others = [person for person in here if person.id != itself]
    name, index = fold(command.name_ru), fold(command.number_index)
    settled = any(person.id == itself and fold(person.name_ru) == name for person in here)
    taken_by = next((o.name_ru for o in others if index and fold(o.number_index) == index), "")
    return [
        office.named(command.name_kk, "name_kk"),
        office.named(command.name_ru, "name_ru"),
        law.index_free(command.number_index, taken_by=taken_by),
        law.same_name(
            _line(command.name_ru), met=not settled and any(fold(o.name_ru) == name for o in others)
        ),
    ]


def _fields(command: EnterEmployee | ChangeEmployee) -> dict[str, str]:
    kk, ru = _line(command.name_kk), _line(command.name_ru)
    return {
        "name_kk": kk,
        "name_ru": ru,
        "number_index": _line(command.number_index),
        "cases_kk": declension.corrections(declension.of_name(kk, Language.KK), command.cases_kk),
        "cases_ru": declension.corrections(declension.of_name(ru, Language.RU), command.cases_ru),
    }


def _changed(person: Employee, fields: Mapping[str, str]) -> Finding | None:
    if any(getattr(person, name) != value for name, value in fields.items()):
        return None
    return _refused("nothing_changed", "")


def _refused(code: str, field_: str) -> Finding:
    return Finding("OWN", Weight.REFUSE, code, {}, field_)


def _line(text: str) -> str:
    return " ".join(text.split())
