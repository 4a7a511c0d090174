"""The body itself, the places where things are kept, the printers: entered and changed, never deleted."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from dspdesk.desk import Desk
from dspdesk.language.folding import fold
from dspdesk.law import office as law
from dspdesk.law import storage as storage_law
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.kinds import PlaceKind
from dspdesk.law.roles import Action
from dspdesk.law.storage import Purpose
from dspdesk.models import Organisation, Place, Printer
from dspdesk.procedures import former_names
from dspdesk.queries import storage
from dspdesk.store.unit_of_work import Step

_SUBJECT = "organisation:1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOrganisation:
    """What the body is called and where it sits, in both languages.

    `renamed_from` is the first day of a new name; without it the old one was misspelt, and papers of every day take
    the name given here.
    """

    name_kk: str
    name_ru: str
    locality_kk: str
    locality_ru: str
    superior_kk: str = ""
    superior_ru: str = ""
    address_kk: str = ""
    address_ru: str = ""
    letterhead_kk: str = ""
    letterhead_ru: str = ""
    renamed_from: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterPlace:
    """A room, a safe in a room, or a shelf in either; `None` of locking and sealing says that nobody has said yet."""

    kind: PlaceKind
    name: str
    within_id: int | None = None
    lockable: bool | None = None
    sealable: bool | None = None
    purpose: Purpose = Purpose.UNITS


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePlace:
    """Another name for a place, another place for it to stand in, or what else is said of it."""

    place_id: int
    name: str
    within_id: int | None = None
    lockable: bool | None = None
    sealable: bool | None = None
    purpose: Purpose = Purpose.UNITS
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosePlace:
    """Nothing is kept here any more; the place stays known for what was."""

    place_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterPrinter:
    """A printer of this workstation; offsets in tenths of a millimetre, to the right and down."""

    name: str
    offset_x: int = 0
    offset_y: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePrinter:
    """Other offsets for a printer."""

    printer_id: int
    offset_x: int
    offset_y: int


def change_organisation(desk: Desk, command: ChangeOrganisation) -> None:
    """Change what is known of the body; raises `Refused`."""
    desk.authorize(Action.KEEP_OFFICE)
    with desk.transaction("office:organisation:changed") as step:
        body = step.session.scalars(select(Organisation)).one()
        before, after = (body.name_kk, body.name_ru), (_line(command.name_kk), _line(command.name_ru))
        fields = _organisation_fields(command)
        settle(
            [
                law.named(command.name_kk, "name_kk"),
                law.named(command.name_ru, "name_ru"),
                law.named(command.locality_kk, "locality_kk"),
                law.named(command.locality_ru, "locality_ru"),
                former_names.consider(desk, step, _SUBJECT, (before, after), command.renamed_from),
                _changed(body, fields),
            ],
            command.reason,
        )
        former_names.keep(step, _SUBJECT, before, command.renamed_from)
        _set(body, fields)
        step.subject, step.reason = _SUBJECT, command.reason.strip()


def enter_place(desk: Desk, command: EnterPlace) -> int:
    """Enter a place; returns its id. Raises `Refused`."""
    desk.authorize(Action.KEEP_OFFICE)
    with desk.transaction("office:place:entered") as step:
        within = _within(step, command.within_id)
        settle(
            [law.named(command.name, "name"), *_may_lie(step, command.kind, command.name, within, 0)],
            "",
        )
        place = Place(kind=command.kind.value, closed_on=None, **_place_fields(command))
        step.session.add(place)
        step.session.flush()
        step.subject = f"place:{place.id}"
    return place.id


def change_place(desk: Desk, command: ChangePlace) -> None:
    """Change what is said of a place; raises `Refused`."""
    desk.authorize(Action.KEEP_OFFICE)
    with desk.transaction("office:place:changed") as step:
        place = step.session.get_one(Place, command.place_id)
        within = _within(step, command.within_id)
        fields = _place_fields(command)
        settle(
            [
                law.named(command.name, "name"),
                law.place_open(place.name, closed=place.closed_on is not None),
                *_may_lie(step, PlaceKind(place.kind), command.name, within, place.id),
                _changed(place, fields),
            ],
            command.reason,
        )
        _set(place, fields)
        step.subject, step.reason = f"place:{place.id}", command.reason.strip()


def close_place(desk: Desk, command: ClosePlace) -> None:
    """Close a place that holds no open place and in which nothing lies; raises `Refused`."""
    desk.authorize(Action.KEEP_OFFICE)
    with desk.transaction("office:place:closed") as step:
        place = step.session.get_one(Place, command.place_id)
        holds = step.session.scalar(
            select(func.count()).where(Place.within_id == place.id, Place.closed_on.is_(None))
        )
        settle(
            [
                law.place_open(place.name, closed=place.closed_on is not None),
                law.place_empty(place.name, holds or 0),
                storage_law.emptied(place.name, *storage.lies_in(step.connection, place.id)),
                _reason_given(command.reason),
            ],
            command.reason,
        )
        place.closed_on = desk.today()
        step.subject, step.reason = f"place:{place.id}", command.reason.strip()


def enter_printer(desk: Desk, command: EnterPrinter) -> int:
    """Note a printer with its offsets; returns its id. Raises `Refused`."""
    desk.authorize(Action.KEEP_OFFICE)
    with desk.transaction("office:printer:entered") as step:
        name = command.name.strip()
        taken = step.session.scalar(select(Printer.id).where(Printer.name == name)) is not None
        settle(
            [
                law.named(name, "name"),
                law.name_free(name, taken=taken),
                *_offsets(command.offset_x, command.offset_y),
            ],
            "",
        )
        printer = Printer(name=name, offset_x=command.offset_x, offset_y=command.offset_y)
        step.session.add(printer)
        step.session.flush()
        step.subject = f"printer:{printer.id}"
    return printer.id


def change_printer(desk: Desk, command: ChangePrinter) -> None:
    """Change the offsets of a printer; raises `Refused`."""
    desk.authorize(Action.KEEP_OFFICE)
    with desk.transaction("office:printer:changed") as step:
        printer = step.session.get_one(Printer, command.printer_id)
        fields = {"offset_x": command.offset_x, "offset_y": command.offset_y}
        settle([*_offsets(command.offset_x, command.offset_y), _changed(printer, fields)], "")
        _set(printer, fields)
        step.subject = f"printer:{printer.id}"


def _within(step: Step, within_id: int | None) -> Place | None:
    return None if within_id is None else step.session.get_one(Place, within_id)


def _may_lie(
    step: Step, kind: PlaceKind, name: str, within: Place | None, itself: int
) -> list[Finding | None]:
    """What stands against a place of a kind and name in another; names are compared as they are searched."""
    beside = step.session.execute(
        select(Place.id, Place.name).where(
            Place.within_id == within.id if within else Place.within_id.is_(None),
            Place.kind == kind.value,
            Place.closed_on.is_(None),
        )
    )
    taken = any(key != itself and fold(other) == fold(name) for key, other in beside)
    return [
        law.lies_in(kind, PlaceKind(within.kind) if within else None),
        law.place_open(within.name, closed=within.closed_on is not None, field="within") if within else None,
        law.name_free(name, taken=taken),
    ]


def _place_fields(command: EnterPlace | ChangePlace) -> dict[str, Any]:
    return {
        "name": _line(command.name),
        "within_id": command.within_id,
        "lockable": command.lockable,
        "sealable": command.sealable,
        "purpose": command.purpose.value,
    }


def _offsets(x: int, y: int) -> list[Finding | None]:
    return [law.offset_within(x, "offset_x"), law.offset_within(y, "offset_y")]


def _organisation_fields(command: ChangeOrganisation) -> dict[str, str]:
    lines = ("name", "locality", "superior", "address")
    fields = {f"{name}_{end}": _line(getattr(command, f"{name}_{end}")) for name in lines for end in _ENDS}
    # a letterhead is written in lines: the breaks between them stay
    return fields | {f"letterhead_{end}": getattr(command, f"letterhead_{end}").strip() for end in _ENDS}


_ENDS = ("kk", "ru")


def _line(text: str) -> str:
    return " ".join(text.split())


def _changed(row: object, fields: dict[str, Any]) -> Finding | None:
    if any(getattr(row, name) != value for name, value in fields.items()):
        return None
    return Finding("OWN", Weight.REFUSE, "nothing_changed")


def _set(row: object, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        setattr(row, name, value)


def _reason_given(reason: str) -> Finding | None:
    return None if reason.strip() else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "reason")
