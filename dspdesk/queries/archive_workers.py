"""Who works in the departmental archive on a day (paragraphs 51, 52)."""

import datetime as dt

from sqlalchemy import Connection, text

from dspdesk.law.case_transfer import of_archive

_HELD = """
    SELECT appointment.position_kk, appointment.position_ru, coalesce(unit.name_kk, ''), coalesce(unit.name_ru, '')
    FROM appointment LEFT JOIN unit ON unit.id = appointment.unit_id
    WHERE appointment.employee_id = :employee_id AND valid_from <= :day
      AND (valid_to IS NULL OR valid_to >= :day)
"""
_ARCHIVIST = """
    SELECT EXISTS (SELECT 1 FROM account JOIN account_role ON account_role.account_id = account.id
        WHERE account.employee_id = :employee_id AND account_role.role = 'archivist'
          AND (account_role.withdrawn_on IS NULL OR account_role.withdrawn_on >= :day)
          AND (account.closed_on IS NULL OR account.closed_on >= :day))
"""


def works_in_archive(connection: Connection, employee_id: int, day: dt.date) -> bool:
    """Whether somebody worked there on a day.

    The law does not say who that is. Our reading: whoever held a position on that day that is called one of the
    archive, or is in a unit that is called so, and whoever is an archivist of this program. A role leaves no trace of
    the day it was given on, so it counts for earlier days, too.
    """
    asked = {"employee_id": employee_id, "day": day.isoformat()}
    held = connection.execute(text(_HELD), asked).fetchall()
    return any(of_archive(*row) for row in held) or bool(connection.execute(text(_ARCHIVIST), asked).scalar())
