"""Who works in the documentation service on a day (paragraph 20, part 2)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, text

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.language.sorting import sort_key
from dspdesk.law.roles import Action


@dataclass(frozen=True, slots=True)
class ServiceWorker:
    """A worker of the documentation service."""

    id: int
    name_kk: str
    name_ru: str

    def name(self, language: str) -> str:
        """The name in a language."""
        return self.name_kk if language == "kk" else self.name_ru


_IN_FORCE = "valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)"
_WORKERS = f"""
    SELECT employee.id, employee.name_kk, employee.name_ru FROM employee
    WHERE (employee.left_on IS NULL OR employee.left_on >= :day) AND employee.id IN (
        SELECT employee_id FROM appointment WHERE heads = 'service' AND {_IN_FORCE}
        UNION SELECT employee_id FROM appointment WHERE {_IN_FORCE} AND unit_id IN (
            SELECT unit_id FROM appointment WHERE heads = 'service' AND unit_id IS NOT NULL AND {_IN_FORCE})
        UNION SELECT employee_id FROM entrustment WHERE {_IN_FORCE}
        UNION SELECT account.employee_id FROM account JOIN account_role ON account_role.account_id = account.id
        WHERE account_role.role IN ('clerk', 'head_of_service')
          AND (account_role.withdrawn_on IS NULL OR account_role.withdrawn_on >= :day)
          AND (account.closed_on IS NULL OR account.closed_on >= :day))
"""


def service_workers(desk: Desk, day: dt.date) -> list[ServiceWorker]:
    """The workers of the documentation service on a day, in the order of their names."""
    desk.authorize(Action.READ_OFFICE)
    with desk.reading() as connection:
        return workers_within(connection, day)


def workers_within(connection: Connection, day: dt.date) -> list[ServiceWorker]:
    """The same within a transaction.

    The law does not say who they are. Our reading: whoever heads the service or acts as its head, whoever holds a
    position in the unit of that head, whoever is entrusted with restricted mail by job description (paragraph 12,
    part 1), and whoever keeps the registers here as clerk or head of the service (paragraph 11). A role leaves no
    trace of the day it was given on, so it counts for earlier days, too.
    """
    rows = connection.execute(text(_WORKERS), {"day": day.isoformat()}).fetchall()
    found = [ServiceWorker(*row) for row in rows]
    return sorted(found, key=lambda worker: sort_key(worker.name(current_language())))
