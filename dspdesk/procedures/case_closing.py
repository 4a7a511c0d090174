"""Cases and volumes are closed, opened again by the head of the service, and missing printouts are filed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.law import case_closing as law
from dspdesk.law import case_file as case_law
from dspdesk.law.case_closing import FinishedCase, FinishedVolume, Hindrance
from dspdesk.law.case_file import Document
from dspdesk.law.findings import Finding, settle
from dspdesk.law.listed_volume import stays_as_listed
from dspdesk.law.roles import Action
from dspdesk.law.volume_days import put_in_after_opening
from dspdesk.models import CaseFile, Filing, Volume
from dspdesk.procedures.filing import NewLine, add_line
from dspdesk.queries import case_closing as closings
from dspdesk.queries import filed
from dspdesk.queries.filed import Filed
from dspdesk.queries.listed import listed
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase:
    """Close the case that a volume is of, with all its volumes; `reason` passes warnings."""

    volume_id: int
    on: dt.date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseVolume:
    """Close one volume of a case that goes on in the next one; `reason` passes warnings."""

    volume_id: int
    on: dt.date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """Open a volume again, and its case with it; the other volumes stay closed."""

    volume_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintoutFiled:
    """The printout of an electronic carrier is in the case (paragraph 30, 5).

    `sheets` are those that the line of the document does not count: they become a line of their own on the next
    sheets of the volume; 0 where the printout is what was counted.
    """

    filing_id: int
    on: dt.date
    form_id: str
    sheets: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """The volumes that were closed, and what remains to be shown of them."""

    volume_ids: tuple[int, ...]
    findings: tuple[Finding, ...] = ()


def close_case(desk: Desk, command: CloseCase) -> Closed:
    """Close a case and its open volumes. Raises `Refused` or `NeedsReason`, and then everything stays open."""
    desk.authorize(Action.KEEP_CASES)
    with desk.transaction("case:case_file:closed") as step:
        found = closings.finished(step.connection, command.volume_id)
        findings = _settle(desk, found, law.of_case(found, desk.today(), desk.edition), command)
        still_open = [one for one in found.volumes if not (one.closed or one.transferred)]
        _close(step, still_open, command.on)
        step.session.get_one(CaseFile, found.case_id).closed_on = command.on
        step.subject, step.reason = f"case_file:{found.case_id}", command.reason.strip()
        return Closed(tuple(one.volume_id for one in still_open), findings)


def close_volume(desk: Desk, command: CloseVolume) -> Closed:
    """Close one volume. Raises `Refused` or `NeedsReason`, and then it stays open."""
    desk.authorize(Action.KEEP_CASES)
    with desk.transaction("case:volume:closed") as step:
        found = closings.finished(step.connection, command.volume_id)
        hindrances = law.of_volume(found, command.volume_id, desk.edition)
        findings = _settle(desk, found, hindrances, command, command.volume_id)
        _close(step, [_of(found, command.volume_id)], command.on)
        step.subject, step.reason = f"volume:{command.volume_id}", command.reason.strip()
        return Closed((command.volume_id,), findings)


def reopen(desk: Desk, command: Reopen) -> None:
    """Open a closed volume again. Raises `Refused`; only the head of the documentation service may."""
    desk.authorize(Action.REOPEN_CASES)
    with desk.transaction("case:volume:reopened") as step:
        found = closings.finished(step.connection, command.volume_id)
        volume = _of(found, command.volume_id)
        stands = stays_as_listed(listed(step.connection, command.volume_id))
        settle([*law.reopened(volume, found, command.reason), stands], "")
        step.session.get_one(Volume, command.volume_id).closed_on = None
        step.session.get_one(CaseFile, found.case_id).closed_on = None
        step.subject, step.reason = f"volume:{command.volume_id}", command.reason.strip()


def printout_filed(desk: Desk, command: PrintoutFiled) -> int:
    """Note that the printout of a document is filed; returns the line it lies on. Raises `Refused`, `NeedsReason`."""
    desk.authorize(Action.KEEP_CASES)
    with desk.transaction("case:printout:filed") as step:
        if (earlier := _filed_before(step, command.form_id)) is not None:
            return earlier
        line = step.session.get_one(Filing, command.filing_id)
        language = closings.language_of(step.connection, line.id)
        document = Document(
            words=law.printout_heading(line.heading, language),
            year=line.for_year,
            sheets=command.sheets or line.sheets,
        )
        settle(_against_printout(desk, step, line, document, command), command.reason)
        line.printout = True
        case_id = step.session.get_one(Volume, line.volume_id).case_file_id
        step.subject, step.reason = f"case_file:{case_id}", command.reason.strip()
        if not command.sheets:
            return line.id
        words = Filed(line.number, line.dated, document.words, 0)
        new = NewLine(words=words, document=document, on=command.on, form_id=command.form_id)
        return add_line(desk, step, line.volume_id, new).id


def _settle(
    desk: Desk,
    found: FinishedCase,
    hindrances: Sequence[Hindrance],
    command: CloseCase | CloseVolume,
    volume_id: int | None = None,
) -> tuple[Finding, ...]:
    on_day = law.on_a_day(command.on, found, desk.today(), volume_id)
    return settle([*(one.finding for one in hindrances), on_day], command.reason)


def _close(step: Step, volumes: Sequence[FinishedVolume], on: dt.date) -> None:
    for one in volumes:
        step.session.get_one(Volume, one.volume_id).closed_on = on


def _of(found: FinishedCase, volume_id: int) -> FinishedVolume:
    return next(one for one in found.volumes if one.volume_id == volume_id)


def _against_printout(
    desk: Desk, step: Step, line: Filing, document: Document, command: PrintoutFiled
) -> list[Finding | None]:
    volume = filed.volume_facts(step.connection, line.volume_id)
    there = line.out_on is None and line.struck_on is None
    return [
        law.printout_awaited(f"№ {line.number}", missing=line.printout is False and there),
        case_law.filed_not_ahead(command.on, desk.today()),
        put_in_after_opening(command.on, volume),
        case_law.still_open(document, volume, desk.edition),
        case_law.sheets_known(document, volume, desk.edition),
        case_law.within_volume(document, volume, desk.edition) if command.sheets else None,
    ]


def _filed_before(step: Step, form_id: str) -> int | None:
    return step.session.scalar(select(Filing.id).where(Filing.form_id == form_id))
