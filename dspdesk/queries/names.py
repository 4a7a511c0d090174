"""What something was called on a day: papers keep the names of their day."""

import datetime as dt
from typing import Final

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law.roles import Action

_NAMED: Final = frozenset({"organisation", "unit", "employee", "correspondent"})


def name_on(connection: Connection, subject: str, day: dt.date) -> tuple[str, str]:
    """The name of "organisation:1", "unit:3", "employee:5" or "correspondent:8" on a day, Kazakh and Russian."""
    former = connection.exec_driver_sql(
        "SELECT name_kk, name_ru FROM former_name WHERE subject = ? AND until >= ? ORDER BY until LIMIT 1",
        (subject, day.isoformat()),
    ).fetchone()
    if former is not None:
        return former[0], former[1]
    table, _, key = subject.partition(":")
    if table not in _NAMED:
        raise ValueError(subject)
    kk, ru = connection.exec_driver_sql(f"SELECT name_kk, name_ru FROM {table} WHERE id = ?", (key,)).one()
    return kk, ru


def name_in(connection: Connection, subject: str, day: dt.date, language: str) -> str:
    """The same in one language."""
    kk, ru = name_on(connection, subject, day)
    return kk if language == "kk" else ru


def name_of_login(connection: Connection, login: str, day: dt.date) -> str:
    """Who took steps under a login, by the name of that day; the login itself where nobody has it any more."""
    key = connection.exec_driver_sql("SELECT employee_id FROM account WHERE login = ?", (login,)).scalar()
    if key is None:
        return login
    return name_in(connection, f"employee:{key}", day, str(current_language()))


def organisation(desk: Desk, language: str, day: dt.date) -> str:
    """What the body was called on a day."""
    with desk.reading() as connection:
        return name_in(connection, "organisation:1", day, language)


def day_of_journal(desk: Desk, journal_id: int) -> dt.date:
    """The day whose names a journal states: that of its closing, today's while it is open."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        closed = connection.exec_driver_sql(
            "SELECT closed_on FROM journal WHERE id = ?", (journal_id,)
        ).scalar()
    return dt.date.fromisoformat(closed) if closed else desk.today()


def of_day(table: str, language: str) -> str:
    """A column for a select over many rows: the name of a row of a table on the day `:day`."""
    return (
        f"coalesce((SELECT former_name.name_{language} FROM former_name "
        f"WHERE former_name.subject = '{table}:' || {table}.id AND former_name.until >= :day "
        f"ORDER BY former_name.until LIMIT 1), {table}.name_{language})"
    )
