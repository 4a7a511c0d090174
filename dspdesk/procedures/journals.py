"""Journals are opened by their first entry, one for each flow and year (paragraph 14)."""

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind
from dspdesk.models import Journal
from dspdesk.store.unit_of_work import Step


def opened(desk: Desk, step: Step, kind: JournalKind, year: int, language: str) -> Journal:
    """The journal of a kind and year, opened in this step when there is none yet."""
    journal = step.session.scalar(select(Journal).where(Journal.kind == kind.value, Journal.year == year))
    if journal is None:
        journal = Journal(
            kind=kind.value,
            year=year,
            language=language,
            edition=desk.edition.id,
            opened_on=desk.today(),
            closed_on=None,
        )
        step.session.add(journal)
        step.session.flush()
    return journal


def found(connection: Connection, kind: JournalKind, year: int) -> int | None:
    """The id of the journal of a kind and year, `None` when none has been opened."""
    row = connection.exec_driver_sql(
        "SELECT id FROM journal WHERE kind = ? AND year = ?", (kind.value, year)
    ).fetchone()
    return row[0] if row else None


def highest(connection: Connection, journal_id: int) -> int:
    """The highest sequence number ever given in a journal, annulled and reserved ones too; 0 in an empty one."""
    found = connection.exec_driver_sql(
        "SELECT max(sequence) FROM number WHERE journal_id = ?", (journal_id,)
    ).scalar()
    return found or 0
