"""Structural units: entered, renamed, closed; never deleted, because papers and appointments name them."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.language.folding import fold
from dspdesk.law import office
from dspdesk.law import people as law
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.roles import Action
from dspdesk.models import Unit
from dspdesk.procedures import former_names
from dspdesk.queries import people
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterUnit:
    """A structural unit, named in both languages; `number_index` stands for it in registration numbers."""

    name_kk: str
    name_ru: str
    number_index: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeUnit:
    """What is known of a unit. `renamed_from` is the first day of a new name; without it the old was misspelt."""

    unit_id: int
    name_kk: str
    name_ru: str
    number_index: str = ""
    renamed_from: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseUnit:
    """A unit is no more; `day` is its last."""

    unit_id: int
    day: dt.date
    reason: str = ""


def enter_unit(desk: Desk, command: EnterUnit) -> int:
    """Enter a unit; returns its id. Raises `Refused`."""
    desk.authorize(Action.KEEP_OFFICE)
    with desk.transaction("people:unit:entered") as step:
        settle(_stands_against(step, command, 0), "")
        unit = Unit(closed_on=None, **_fields(command))
        step.session.add(unit)
        step.session.flush()
        step.subject = f"unit:{unit.id}"
    return unit.id


def change_unit(desk: Desk, command: ChangeUnit) -> None:
    """Change what is known of a unit; a new name leaves the old one to the papers of its days. Raises `Refused`."""
    desk.authorize(Action.KEEP_OFFICE)
    with desk.transaction("people:unit:changed") as step:
        unit = step.session.get_one(Unit, command.unit_id)
        subject, fields = f"unit:{unit.id}", _fields(command)
        before, after = (unit.name_kk, unit.name_ru), (fields["name_kk"], fields["name_ru"])
        differs = any(getattr(unit, name) != value for name, value in fields.items())
        settle(
            [
                law.not_closed(unit.name_ru, unit.closed_on),
                *_stands_against(step, command, unit.id),
                former_names.consider(desk, step, subject, (before, after), command.renamed_from),
                None if differs else Finding("OWN", Weight.REFUSE, "nothing_changed"),
            ],
            command.reason,
        )
        former_names.keep(step, subject, before, command.renamed_from)
        for name, value in fields.items():
            setattr(unit, name, value)
        step.subject, step.reason = subject, command.reason


def close_unit(desk: Desk, command: CloseUnit) -> None:
    """Close a unit in which nobody is any more after the day; raises `Refused`."""
    desk.authorize(Action.KEEP_OFFICE)
    with desk.transaction("people:unit:closed") as step:
        unit = step.session.get_one(Unit, command.unit_id)
        standing = people.held(step.connection, current_language())
        stay = {
            one.name: None
            for one in standing
            if one.unit == unit.id and (one.last is None or one.last > command.day)
        }
        settle(
            [law.not_closed(unit.name_ru, unit.closed_on), law.unit_empty(list(stay), command.day)],
            command.reason,
        )
        unit.closed_on = command.day
        step.subject, step.reason = f"unit:{unit.id}", command.reason


def _stands_against(step: Step, command: EnterUnit | ChangeUnit, itself: int) -> list[Finding | None]:
    others = [
        unit
        for unit in step.session.scalars(select(Unit).where(Unit.closed_on.is_(None)))
        if unit.id != itself
    ]
    index = fold(command.number_index)
    taken_by = next((o.name_ru for o in others if index and fold(o.number_index) == index), "")
    names = {fold(command.name_ru): "name_ru", fold(command.name_kk): "name_kk"}
    met = [fold(name) for other in others for name in (other.name_ru, other.name_kk)]
    twice = next((field for name, field in names.items() if name and name in met), "")
    return [
        office.named(command.name_kk, "name_kk"),
        office.named(command.name_ru, "name_ru"),
        office.name_free(getattr(command, twice or "name_ru"), taken=bool(twice), field=twice),
        law.index_free(command.number_index, taken_by=taken_by),
    ]


def _fields(command: EnterUnit | ChangeUnit) -> dict[str, str]:
    return {name: " ".join(getattr(command, name).split()) for name in ("name_kk", "name_ru", "number_index")}
