"""Accounts as the security officer sees them, and the words that no password may lean on."""

import datetime as dt
import re
from dataclasses import dataclass

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.kinds import Role
from dspdesk.law.roles import Action
from dspdesk.store import keys, positions
from dspdesk.store.errors import NotThere


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account, open or closed.

    `secret` says where the machine's half of its key lies ("keyring", "file"), '' when it has no key slot: closed, or
    its making was broken off (a one-time password gives it one). `last_sign_in` is UTC.
    """

    id: int
    login: str
    employee_id: int
    name_kk: str
    name_ru: str
    position_kk: str
    position_ru: str
    roles: frozenset[Role]
    closed_on: dt.date | None
    one_time: bool
    secret: str
    last_sign_in: dt.datetime | None

    def name(self, language: str) -> str:
        """The name of the person in a language."""
        return self.name_kk if language == "kk" else self.name_ru

    def position(self, language: str) -> str:
        """The position of today in a language, '' when none was entered."""
        return self.position_kk if language == "kk" else self.position_ru


_ACCOUNTS = """
    SELECT account.id, account.login, employee.id, employee.name_kk, employee.name_ru,
           (SELECT group_concat(role) FROM account_role
            WHERE account_id = account.id AND withdrawn_on IS NULL),
           account.closed_on, account.one_time,
           (SELECT json_extract(CAST(body AS TEXT), '$.at') FROM ledger
            WHERE subject = 'account:' || account.id AND tag = 'sign_in:opened' ORDER BY id DESC LIMIT 1)
    FROM account JOIN employee ON employee.id = account.employee_id
    ORDER BY account.closed_on IS NOT NULL, account.login
"""


def accounts(desk: Desk) -> list[AccountRow]:
    """Every account, open ones first, by login. Raises `Refused` to whoever does not keep the keys."""
    desk.authorize(Action.KEEP_KEYS)
    secrets = {
        slot["login"]: slot["secret"] for slot in keys.read(desk.path).slots if slot["kind"] == keys.PERSON
    }
    with desk.reading() as connection:
        return [
            AccountRow(
                id=row[0],
                login=row[1],
                employee_id=row[2],
                name_kk=row[3],
                name_ru=row[4],
                position_kk=held[0],
                position_ru=held[1],
                roles=frozenset(Role(role) for role in (row[5] or "").split(",") if role),
                closed_on=dt.date.fromisoformat(row[6]) if row[6] else None,
                one_time=bool(row[7]),
                secret="" if row[6] else secrets.get(row[1], ""),
                last_sign_in=dt.datetime.fromisoformat(row[8]) if row[8] else None,
            )
            for row in connection.exec_driver_sql(_ACCOUNTS).fetchall()
            for held in [_position(connection, row[2], desk.today())]
        ]


def _position(connection: Connection, employee_id: int, day: dt.date) -> tuple[str, str]:
    asked = positions.asked(employee_id, day)
    return positions.words(connection.exec_driver_sql(positions.OF_A_DAY, asked).fetchone())


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules ask of an account before it is changed; `others` are open accounts of a role besides it."""

    login: str
    closed: bool
    roles: frozenset[Role]
    other_officers: int
    other_heads: int


def standing(connection: Connection, account_id: int) -> Standing:
    """How an account stands within a step. Raises `NotThere` for none."""
    account = connection.exec_driver_sql(
        "SELECT login, closed_on IS NOT NULL FROM account WHERE id = ?", (account_id,)
    ).fetchone()
    if account is None:
        raise NotThere
    held: dict[Role, set[int]] = {role: set() for role in Role}
    for role, holder, closed in connection.exec_driver_sql(_HELD):
        if not closed or holder == account_id:
            held[Role(role)].add(holder)
    return Standing(
        account[0],
        bool(account[1]),
        frozenset(role for role, holders in held.items() if account_id in holders),
        len(held[Role.SECURITY_OFFICER] - {account_id}),
        len(held[Role.HEAD_OF_SERVICE] - {account_id}),
    )


_HELD = """
    SELECT role, account_id, closed_on IS NOT NULL
    FROM account_role JOIN account ON account.id = account_id WHERE withdrawn_on IS NULL
"""


def guessable(desk: Desk) -> tuple[str, ...]:
    """What somebody who knows the body would try as a password: its names, logins, names of people, case indexes."""
    with desk.reading() as connection:
        return guessable_words(connection)


def guessable_words(connection: Connection) -> tuple[str, ...]:
    """The same within a step."""
    found = connection.exec_driver_sql(
        "SELECT name_kk FROM organisation UNION SELECT name_ru FROM organisation UNION SELECT login FROM account "
        "UNION SELECT name_kk FROM employee UNION SELECT name_ru FROM employee "
        "UNION SELECT DISTINCT case_index FROM item WHERE case_index <> ''"
    )
    return tuple(text for (text,) in found if re.search(r"\w{3,}", text))
