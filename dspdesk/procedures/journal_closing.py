"""Closing the journals of a year (paragraph 15, part 3).

There is no way back: an inscription that has been counted and signed would be false if the journal were opened again.
What was forgotten is entered in the journal of the running year with the date it truly has.
"""

from dataclasses import dataclass

from dspdesk.desk import Desk
from dspdesk.law import journal_closing as law
from dspdesk.law.findings import Finding, settle
from dspdesk.law.roles import Action
from dspdesk.models import Journal, JournalClosing
from dspdesk.queries import journal_closing as closings
from dspdesk.queries.journal_closing import ClosingRow
from dspdesk.queries.people import Signatory
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseJournal:
    """Close a journal, and with a section of a common journal all its sections; `reason` passes warnings."""

    journal_id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """Which journals were closed, and what remains to be shown of them."""

    journal_ids: tuple[int, ...]
    findings: tuple[Finding, ...] = ()


def consider(desk: Desk, journal_id: int) -> tuple[Finding, ...]:
    """What the law says of closing a journal today; writes nothing."""
    desk.authorize(Action.CLOSE_JOURNAL)
    with desk.reading() as connection:
        return tuple(_findings(desk, closings.together(connection, journal_id)))


def close(desk: Desk, command: CloseJournal) -> Closed:
    """Count the journal, keep its inscription, and let no more entries in; raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.CLOSE_JOURNAL)
    signs = closings.signs(desk)
    with desk.transaction("registration:journal:closed") as step:
        rows = closings.together(step.connection, command.journal_id)
        findings = settle(_findings(desk, rows), command.reason)
        for row in rows:
            _close(desk, step, row, signs)
        step.subject, step.reason = f"journal:{command.journal_id}", command.reason.strip()
    return Closed(tuple(row.journal.id for row in rows), findings)


def _findings(desk: Desk, rows: list[ClosingRow]) -> list[Finding]:
    """What is said of a journal; of several sections the same sentence only once."""
    found = [finding for row in rows for finding in law.check(row.standing, desk.today())]
    return [finding for at, finding in enumerate(found) if finding not in found[:at]]


def _close(desk: Desk, step: Step, row: ClosingRow, signs: Signatory) -> None:
    journal, counted = step.session.get_one(Journal, row.journal.id), row.counted
    journal.closed_on = desk.today()
    step.session.add(
        JournalClosing(
            id=journal.id,
            closed_at=step.at,
            closed_by=desk.person.account_id,
            documents=counted.registered,
            first=str(counted.first or ""),
            last=str(counted.last or ""),
            lettered=counted.lettered,
            skipped=counted.skipped,
            position_kk=signs.position_kk,
            position_ru=signs.position_ru,
            name_kk=signs.name_kk,
            name_ru=signs.name_ru,
        )
    )
