"""Journals are opened by their first entry, one for each flow and year (paragraph 14)."""

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law.findings import settle
from dspdesk.law.kinds import JournalKind
from dspdesk.law.registration import journal_open
from dspdesk.law.settings import COMMON_JOURNAL
from dspdesk.models import CommonJournal, Journal
from dspdesk.queries import settings
from dspdesk.store.unit_of_work import Step


def opened(
    desk: Desk, step: Step, kind: JournalKind, year: int, language: str, *, of_a_sheet: bool = False
) -> Journal:
    """The journal of a kind and year, opened in this step when there is none yet, as the settings say.

    `language` is that of the program, for a body that has settled none; a journal brought in as a sheet keeps the
    language it was kept in. What a journal was opened with it keeps.
    """
    journal = step.session.scalar(select(Journal).where(Journal.kind == kind.value, Journal.year == year))
    if journal is None:
        journal = Journal(
            kind=kind.value,
            year=year,
            language=language if of_a_sheet else settings.language_of_new_journal(step.connection, language),
            edition=desk.edition.id,
            opened_on=desk.today(),
            closed_on=None,
            pattern=settings.pattern_of_new_journal(step.connection, kind),
            section_of_id=_common(desk, step, kind, year),
        )
        step.session.add(journal)
        step.session.flush()
    return journal


def _common(desk: Desk, step: Step, kind: JournalKind, year: int) -> int | None:
    """The common journal that a flow is kept in as a section (paragraph 15), begun with its first section."""
    if kind not in settings.value(step.connection, COMMON_JOURNAL):
        return None
    common = step.session.scalar(select(CommonJournal).where(CommonJournal.year == year))
    if common is None:
        common = CommonJournal(year=year, opened_on=desk.today())
        step.session.add(common)
        step.session.flush()
    # its inscription stands on the last sheet: a closed book gets no section any more
    closed = select(Journal.id).where(Journal.section_of_id == common.id, Journal.closed_on.is_not(None))
    settle([journal_open(closed=step.session.scalar(closed.limit(1)) is not None, year=year)], "")
    return common.id


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
