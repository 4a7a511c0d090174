"""Cases and volumes are opened (paragraphs 28-30), under headings of the filing plan."""

from dataclasses import dataclass

from sqlalchemy import func, select

from dspdesk.desk import Desk
from dspdesk.law import case_file as law
from dspdesk.law.case_file import Container, VolumeHolds
from dspdesk.law.findings import Finding, Refused, Weight
from dspdesk.law.roles import Action
from dspdesk.models import CaseFile, PlanEntry, Volume
from dspdesk.queries.filed import volume_facts
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """Open a case under a heading of the filing plan, with its first volume.

    `heading_*` is its own heading where it differs from that of the plan.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVolume:
    """Open the next volume of a case."""

    case_id: int
    container: Container = Container.FOLDER


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
        if entry.struck_on is not None:
            raise Refused(
                [
                    Finding(
                        "D28", Weight.REFUSE, "heading_struck", {"index": entry.case_index}, "plan_entry_id"
                    )
                ]
            )
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
            restricted_on=desk.today() if entry.restricted else None,
            opened_on=desk.today(),
            closed_on=None,
            notes=command.notes.strip(),
        )
        step.session.add(case)
        step.session.flush()
        step.subject = f"case_file:{case.id}"
        volume = add_volume(desk, step, case.id, container=command.container, place_id=command.place_id)
        return Opened(case.id, volume.id, volume.number)


def open_volume(desk: Desk, command: OpenVolume) -> Opened:
    """Open the next volume of a case. Raises `Refused` for a closed one."""
    desk.authorize(Action.KEEP_CASES)
    with desk.transaction("case:volume:opened") as step:
        case = step.session.get_one(CaseFile, command.case_id)
        last = step.session.scalar(select(func.max(Volume.id)).where(Volume.case_file_id == case.id))
        if case.closed_on is not None and last is not None:
            raise Refused([law.no_volume_in_closed(volume_facts(step.connection, last))])
        volume = add_volume(desk, step, case.id, container=command.container)
        step.subject = f"case_file:{case.id}"
        return Opened(case.id, volume.id, volume.number)


def add_volume(
    desk: Desk,
    step: Step,
    case_id: int,
    *,
    holds: VolumeHolds = VolumeHolds.DOCUMENTS,
    container: Container = Container.FOLDER,
    place_id: int | None = None,
) -> Volume:
    """One more volume, within a step."""
    last = step.session.scalar(select(func.max(Volume.number)).where(Volume.case_file_id == case_id)) or 0
    volume = Volume(
        case_file_id=case_id,
        number=last + 1,
        holds=holds.value,
        of_filing_id=None,
        container=container.value,
        place_id=place_id,
        placed_on=desk.today() if place_id is not None else None,
        opened_on=desk.today(),
        closed_on=None,
        transferred_on=None,
    )
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
