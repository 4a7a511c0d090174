"""The person behind a login, as of a day."""

import datetime as dt
from pathlib import Path

from dspdesk.law.kinds import Role
from dspdesk.store import engines, positions
from dspdesk.store.errors import StoreUnavailable

_PERSON = """
    SELECT account.id, account.login, employee.name_kk, employee.name_ru, employee.id
    FROM account JOIN employee ON employee.id = account.employee_id WHERE account.login = ?
"""


def person(
    path: Path, data_key: bytes, login: str, day: dt.date
) -> tuple[int, str, str, str, str, str, frozenset[Role]]:
    """Account id, login, names and positions (kk, ru; those acted for say so) and roles of a login."""
    connection = engines.connect(path, data_key, query_only=True)
    try:
        found = connection.execute(_PERSON, (login,)).fetchone()
        if found is None:
            raise StoreUnavailable("unknown_login", login=login)
        held = connection.execute(positions.OF_A_DAY, positions.asked(found[4], day)).fetchone()
        roles = connection.execute(
            "SELECT role FROM account_role WHERE account_id = ? AND withdrawn_on IS NULL", (found[0],)
        ).fetchall()
    finally:
        connection.close()
    return (*found[:4], *positions.words(held), frozenset(Role(role) for (role,) in roles))
