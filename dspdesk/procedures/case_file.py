"""Cases and volumes are opened and corrected (paragraphs 28-30, 33), under headings of the filing plan."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law import case_file as law
from dspdesk.law import storage
from dspdesk.law.case_file import Container, VolumeHolds
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.listed_volume import heading_stays, stays_as_listed
from dspdesk.law.roles import Action
from dspdesk.law.storage import Kept
from dspdesk.models import CaseFile, Employee, PlanEntry, Unit, Volume
from dspdesk.procedures import volume_days
from dspdesk.queries import case_headings, listed, people
from dspdesk.queries import storage as places
from dspdesk.queries.case_headings import CaseCard
from dspdesk.queries.filed import last_number, volume_facts, volume_words
from dspdesk.store.errors import NotThere
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """Open a case under a heading of the filing plan, with its first volume.

    `heading_*` is its own heading where it differs from that of the plan. `on` is the day, today unless it was opened
    before it was entered here.
    """

    plan_entry_id: int
    form_id: str
    heading_kk: str = ""
    heading_ru: str = ""
    carry_over: bool | None = None  # as the plan says
    responsible_id: int | None = None
    container: Container = Container.FOLDER
    place_id: int | None = None
    notes: str = ""
    on: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVolume:
    """Open the next volume of a case. `following` is the volume it follows: asked twice, it is opened once."""

    case_id: int
    container: Container = Container.FOLDER
    following: int | None = None
    on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectCase:
    """What is known of a case and of one of its volumes, put right with a reason.

    `opened_on` is the day on which the volume was opened, `None` where that stays; a case is opened with volume 1.
    """

    volume_id: int
    heading_kk: str
    heading_ru: str
    carry_over: bool
    responsible_id: int | None
    container: Container
    notes: str
    reason: str
    opened_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A case and the volume that was opened in it."""

    case_id: int
    volume_id: int
    number: int


def open_case(desk: Desk, command: OpenCase) -> Opened:
    """Open a case; one saved twice is opened once. Raises `Refused`."""
    desk.authorize(Action.KEEP_CASES)
    with desk.transaction("case:case_file:opened") as step:
        if (earlier := _opened_before(step, command.form_id)) is not None:
            return earlier
        entry = step.session.get_one(PlanEntry, command.plan_entry_id)
        settle(_against_opening(desk, step, entry, command), command.reason)
        case = _new_case(desk, step, entry, command)
        step.subject, step.reason = f"case_file:{case.id}", command.reason.strip()
        volume = add_volume(
            desk, step, case.id, container=command.container, place_id=command.place_id, on=command.on
        )
        return Opened(case.id, volume.id, volume.number)


def open_volume(desk: Desk, command: OpenVolume) -> Opened:
    """Open the next volume of a case. Raises `Refused` for a closed one."""
    desk.authorize(Action.KEEP_CASES)
    with desk.transaction("case:volume:opened") as step:
        case = step.session.get_one(CaseFile, command.case_id)
        volumes = _volumes(step, case.id)
        if (after := _opened_after(volumes, command.following)) is not None:
            return Opened(case.id, after.id, after.number)
        last = volumes[-1] if volumes and case.closed_on is not None else None
        settle(
            [
                law.no_volume_in_closed(volume_facts(step.connection, last.id)) if last else None,
                law.opened_in_time(command.on, desk.today(), case.opened_on),
            ],
            "",
        )
        volume = add_volume(desk, step, case.id, container=command.container, on=command.on)
        step.subject = f"case_file:{case.id}"
        return Opened(case.id, volume.id, volume.number)


def correct_case(desk: Desk, command: CorrectCase) -> None:
    """Put right what is known of a case; the ledger keeps the reason. Raises `Refused`, `NotThere`."""
    desk.authorize(Action.KEEP_CASES)
    with desk.transaction("case:case_file:corrected") as step:
        volume = step.session.get_one(Volume, command.volume_id)
        if volume_facts(step.connection, volume.id).void:
            raise NotThere
        case = step.session.get_one(CaseFile, volume.case_file_id)
        card = case_headings.card_of(step.connection, case.id)
        fields = _fields(command)
        opened_on = command.opened_on or volume.opened_on
        of_volume = volume.container != command.container.value or volume.opened_on != opened_on
        differs = of_volume or any(getattr(case, name) != value for name, value in fields.items())
        gone = volume.transferred_on is not None and of_volume
        settle([law.still_ours(card.plan.case_index, transferred=gone)], "")
        settle(
            [
                *_against_correcting(desk, step, card, command, differs=differs),
                *_against_day(desk, step, volume, opened_on),
                _against_heading(step, case, card, command),
            ],
            command.reason,
        )
        if opened_on != volume.opened_on:
            volume_days.put_right(step, volume, opened_on)
        for name, value in fields.items():
            setattr(case, name, value)
        volume.container = command.container.value
        step.subject, step.reason = f"case_file:{case.id}", command.reason.strip()


def add_volume(
    desk: Desk,
    step: Step,
    case_id: int,
    *,
    holds: VolumeHolds = VolumeHolds.DOCUMENTS,
    container: Container = Container.FOLDER,
    place_id: int | None = None,
    on: dt.date | None = None,
) -> Volume:
    """One more volume, within a step; it has the number of one that never was, where that was the last."""
    number = last_number(step.connection, case_id) + 1
    free = select(Volume).where(Volume.case_file_id == case_id, Volume.number == number)
    volume = step.session.scalars(free).first() or Volume(case_file_id=case_id, number=number)
    volume.holds, volume.of_filing_id, volume.container = holds.value, None, container.value
    volume.place_id, volume.placed_on = place_id, desk.today() if place_id is not None else None
    volume.opened_on, volume.closed_on, volume.transferred_on = on or desk.today(), None, None
    step.session.add(volume)
    step.session.flush()
    return volume


def _opened_before(step: Step, form_id: str) -> Opened | None:
    case = step.session.scalar(select(CaseFile).where(CaseFile.form_id == form_id))
    if case is None:
        return None
    volume = step.session.scalars(
        select(Volume).where(Volume.case_file_id == case.id).order_by(Volume.number)
    ).first()
    return Opened(case.id, volume.id, volume.number) if volume is not None else None


def _against_opening(desk: Desk, step: Step, entry: PlanEntry, command: OpenCase) -> list[Finding | None]:
    """What stands against a case under this heading."""
    struck = Finding("D28", Weight.REFUSE, "heading_struck", {"index": entry.case_index}, "plan_entry_id")
    return [
        struck if entry.struck_on is not None else None,
        _named_apart(step.connection, entry, named=_named(command)),
        _kept_in_unit(desk, step, entry, command.responsible_id),
        *_suits(step.connection, entry, command.place_id),
        law.opened_in_time(command.on, desk.today()),
    ]


def _against_correcting(
    desk: Desk, step: Step, card: CaseCard, command: CorrectCase, *, differs: bool
) -> list[Finding | None]:
    """What stands against knowing this of a case."""
    entry = step.session.get_one(PlanEntry, card.plan.id)
    had_name, has_name = bool(card.heading_kk or card.heading_ru), _named(command)
    return [
        law.still_ours(entry.case_index, transferred=card.transferred),
        None if differs else Finding("OWN", Weight.REFUSE, "nothing_changed"),
        _named_apart(step.connection, entry, named=has_name) if had_name else None,
        law.carry_over_needed(
            entry.case_index, entry.year, card.of_other_years, carry_over=command.carry_over
        ),
        None
        if command.responsible_id == card.responsible_id
        else _kept_in_unit(desk, step, entry, command.responsible_id),
        law.says_why(command.reason),
    ]


def _against_day(desk: Desk, step: Step, volume: Volume, opened_on: dt.date) -> list[Finding]:
    """What stands against the day of opening, where another one is said than is known."""
    if opened_on == volume.opened_on:
        return []
    stands = stays_as_listed(listed.listed(step.connection, volume.id), "opened_on")
    return [*volume_days.against(desk, step.connection, volume.id, opened_on), *([stands] if stands else [])]


def _against_heading(step: Step, case: CaseFile, card: CaseCard, command: CorrectCase) -> Finding | None:
    """What stands against another heading: approved inventories that list the case by this one."""
    fields = _fields(command)
    if all(getattr(case, name) == fields[name] for name in ("heading_kk", "heading_ru")):
        return None
    return heading_stays(card.plan.case_index, listed.of_case(step.connection, case.id))


def _named(command: OpenCase | CorrectCase) -> bool:
    return bool(command.heading_kk.strip() or command.heading_ru.strip())


def _named_apart(connection: Connection, entry: PlanEntry, *, named: bool) -> Finding | None:
    standing = case_headings.unnamed(connection, entry.id)
    return law.named_apart(entry.case_index, volume_words(*standing[:2]) if standing else "", named=named)


def _kept_in_unit(desk: Desk, step: Step, entry: PlanEntry, person_id: int | None) -> Finding | None:
    if person_id is None:
        return None
    today, kazakh = desk.today(), str(current_language()) == "kk"
    person, unit = step.session.get_one(Employee, person_id), step.session.get_one(Unit, entry.unit_id)
    there = any(
        one.person == person_id and one.unit == entry.unit_id and one.on(today)
        for one in people.held(step.connection, str(current_language()))
    )
    return law.kept_in_unit(
        person.name_kk if kazakh else person.name_ru,
        unit.name_kk if kazakh else unit.name_ru,
        serves=person.left_on is None or person.left_on >= today,
        there=there,
    )


def _suits(connection: Connection, entry: PlanEntry, place_id: int | None) -> list[Finding | None]:
    """Paragraph 57, of a case that is restricted from its first day on."""
    if place_id is None:
        return []
    place = places.storage_place(connection, place_id)
    said = storage.suits(Kept.CASE, place, what=entry.case_index) if entry.restricted else []
    return [storage.still_open(place), *said]


def _new_case(desk: Desk, step: Step, entry: PlanEntry, command: OpenCase) -> CaseFile:
    counted = step.session.scalar(select(func.count()).where(CaseFile.plan_entry_id == entry.id)) or 0
    case = CaseFile(
        form_id=command.form_id,
        plan_entry_id=entry.id,
        ordinal=counted + 1,
        edition=desk.edition.id,
        heading_kk=command.heading_kk.strip(),
        heading_ru=command.heading_ru.strip(),
        carry_over=entry.carry_over if command.carry_over is None else command.carry_over,
        responsible_id=command.responsible_id,
        restricted_on=(command.on or desk.today()) if entry.restricted else None,
        opened_on=command.on or desk.today(),
        closed_on=None,
        notes=command.notes.strip(),
    )
    step.session.add(case)
    step.session.flush()
    return case


def _fields(command: CorrectCase) -> dict[str, Any]:
    return {
        "heading_kk": command.heading_kk.strip(),
        "heading_ru": command.heading_ru.strip(),
        "carry_over": command.carry_over,
        "responsible_id": command.responsible_id,
        "notes": command.notes.strip(),
    }


def _volumes(step: Step, case_id: int) -> Sequence[Volume]:
    return step.session.scalars(
        select(Volume).where(Volume.case_file_id == case_id).order_by(Volume.number)
    ).all()


def _opened_after(volumes: Sequence[Volume], following: int | None) -> Volume | None:
    """The volume of documents after the one named, where it is there already: that of one enclosure is none."""
    after = (one for one in volumes if following is not None and one.number > following)
    return next((one for one in after if one.holds == VolumeHolds.DOCUMENTS.value), None)
