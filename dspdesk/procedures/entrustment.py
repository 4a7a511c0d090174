"""Work with restricted mail entrusted to a worker by their job description (paragraph 12, part 1), and ended."""

import datetime as dt
from dataclasses import dataclass

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law import entrustment as law
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.roles import Action
from dspdesk.models import Employee, Entrustment
from dspdesk.queries import entrustment as queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrust:
    """Restricted mail is entrusted to a person from a day on; `basis` is the job description or order that says so."""

    employee_id: int
    valid_from: dt.date | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndEntrustment:
    """A person is entrusted through this day, no longer; `reason` is always asked."""

    entrustment_id: int
    valid_to: dt.date | None
    reason: str


def entrust(desk: Desk, command: Entrust) -> int:
    """Entrust restricted mail to a person; returns the id. Raises `Refused`."""
    desk.authorize(Action.KEEP_PEOPLE)
    with desk.transaction("people:entrustment:made") as step:
        person = step.session.get_one(Employee, command.employee_id)
        lines = queries.lines_of(step.connection, person.id)
        settle(
            [
                *law.entrustment_in_order(command.valid_from, command.basis),
                law.entrusted_once(
                    _name(person),
                    already=command.valid_from is not None
                    and any(line.valid_to is None or line.valid_to >= command.valid_from for line in lines),
                ),
            ],
            "",
        )
        made = Entrustment(
            employee_id=person.id,
            valid_from=command.valid_from,
            valid_to=None,
            basis=" ".join(command.basis.split()),
        )
        step.session.add(made)
        step.session.flush()
        step.subject = f"employee:{person.id}"
    return made.id


def end(desk: Desk, command: EndEntrustment) -> None:
    """End an entrustment; raises `Refused`."""
    desk.authorize(Action.KEEP_PEOPLE)
    with desk.transaction("people:entrustment:ended") as step:
        standing = step.session.get_one(Entrustment, command.entrustment_id)
        settle(
            [
                Finding("OWN", Weight.REFUSE, "mail_day_needed", {}, "valid_to")
                if command.valid_to is None
                else None,
                *law.entrustment_in_order(standing.valid_from, standing.basis, command.valid_to),
                None
                if command.reason.strip()
                else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "reason"),
            ],
            command.reason,
        )
        standing.valid_to = command.valid_to
        step.subject, step.reason = f"employee:{standing.employee_id}", command.reason.strip()


def _name(person: Employee) -> str:
    return person.name_kk if current_language() == "kk" else person.name_ru
