"""Who is entrusted with restricted mail by their job description (paragraph 12, part 1)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law.roles import Action


@dataclass(frozen=True, slots=True)
class EntrustmentLine:
    """One entrustment: from which day, through which (`None` while it lasts), by what job description or order."""

    id: int
    employee_id: int
    valid_from: dt.date
    valid_to: dt.date | None
    basis: str

    def on(self, day: dt.date) -> bool:
        """Whether it is in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class AtDesk:
    """The person signed in, and whether restricted mail is entrusted to them today."""

    employee_id: int
    name: str
    entrusted: bool


def entrustments(desk: Desk, employee_id: int) -> list[EntrustmentLine]:
    """The entrustments of a person, the latest first."""
    desk.authorize(Action.READ_OFFICE)
    with desk.reading() as connection:
        return lines_of(connection, employee_id)


def lines_of(connection: Connection, employee_id: int) -> list[EntrustmentLine]:
    """The same within a transaction."""
    rows = connection.exec_driver_sql(
        "SELECT id, employee_id, valid_from, valid_to, basis FROM entrustment WHERE employee_id = ? "
        "ORDER BY valid_from DESC, id DESC",
        (employee_id,),
    )
    return [
        EntrustmentLine(
            row[0], row[1], dt.date.fromisoformat(row[2]),
            dt.date.fromisoformat(row[3]) if row[3] else None, row[4],
        )
        for row in rows
    ]  # fmt: skip


def mail_entrusted(desk: Desk) -> AtDesk:
    """Whether the person signed in may receive mail by their job description."""
    with desk.reading() as connection:
        return at_desk(connection, desk)


def at_desk(connection: Connection, desk: Desk) -> AtDesk:
    """The same within a transaction."""
    row = connection.exec_driver_sql(
        "SELECT employee.id, employee.name_kk, employee.name_ru FROM account "
        "JOIN employee ON employee.id = account.employee_id WHERE account.id = ?",
        (desk.person.account_id,),
    ).one()
    today = desk.today()
    holds = any(line.on(today) for line in lines_of(connection, row[0]))
    return AtDesk(row[0], row[1] if current_language() == "kk" else row[2], holds)
