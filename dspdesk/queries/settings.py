"""The settings of the body as they stand."""

from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind
from dspdesk.law.roles import Action
from dspdesk.law.settings import JOURNAL_LANGUAGE, SETTINGS, pattern_key
from dspdesk.store import settings as store


def value(connection: Connection, key: str) -> Any:
    """The value of a setting as a transaction sees it, its default when nothing was chosen."""
    chosen = store.get(connection, key)
    return SETTINGS[key].default if chosen is None else chosen


def setting(desk: Desk, key: str) -> Any:
    """The value of one setting; everybody's work goes by it, so everybody may ask."""
    with desk.reading() as connection:
        return value(connection, key)


def settings(desk: Desk) -> dict[str, Any]:
    """All settings by their keys."""
    desk.authorize(Action.READ_SETTINGS)
    with desk.reading() as connection:
        return {key: value(connection, key) for key in SETTINGS}


def language_of_new_journal(connection: Connection, of_the_program: str) -> str:
    """In which language a journal is opened now."""
    return str(value(connection, JOURNAL_LANGUAGE) or of_the_program)


def journal_language(desk: Desk, kind: JournalKind, year: int, of_the_program: str) -> str:
    """The language of a journal, or that in which it will be opened."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        row = connection.exec_driver_sql(
            "SELECT language FROM journal WHERE kind = ? AND year = ?", (kind.value, year)
        ).fetchone()
        return str(row[0]) if row else language_of_new_journal(connection, of_the_program)


def pattern_of_new_journal(connection: Connection, kind: JournalKind) -> str:
    """Of what the numbers of a journal opened now are made."""
    return str(value(connection, pattern_key(kind)))
