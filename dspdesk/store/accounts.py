"""The person behind a login, as of a day."""

import datetime as dt
from pathlib import Path

from dspdesk.law.kinds import Role
from dspdesk.store import engines
from dspdesk.store.errors import StoreUnavailable

_PERSON = """
    SELECT account.id, account.login, employee.name_kk, employee.name_ru,
           coalesce(appointment.position_kk, ''), coalesce(appointment.position_ru, '')
    FROM account JOIN employee ON employee.id = account.employee_id
    LEFT JOIN appointment ON appointment.employee_id = employee.id
         AND appointment.valid_from <= :day AND (appointment.valid_to IS NULL OR appointment.valid_to >= :day)
    WHERE account.login = :login
"""


def person(
    path: Path, data_key: bytes, login: str, day: dt.date
) -> tuple[int, str, str, str, str, str, frozenset[Role]]:
    """Account id, login, names and positions (kk, ru) and roles of a login."""
    connection = engines.connect(path, data_key, query_only=True)
    try:
        found = connection.execute(_PERSON, {"login": login, "day": day.isoformat()}).fetchone()
        if found is None:
            raise StoreUnavailable("unknown_login", login=login)
        roles = connection.execute(
            "SELECT role FROM account_role WHERE account_id = ? AND withdrawn_on IS NULL", (found[0],)
        ).fetchall()
    finally:
        connection.close()
    return (*found, frozenset(Role(role) for (role,) in roles))
