"""Proving a password: what comes between a typed password and the data key, for signing in and for a second person."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from dspdesk.store import keys, machine_secret, renewal, throttle
from dspdesk.store.errors import StoreUnavailable

_OFFICER = """
    SELECT employee.name_kk, employee.name_ru, account.one_time
    FROM account JOIN employee ON employee.id = account.employee_id
    JOIN account_role ON account_role.account_id = account.id AND account_role.withdrawn_on IS NULL
    WHERE account.closed_on IS NULL AND account_role.role = 'security_officer'
"""


def machine_of(
    store_id: str, key_file: Path | None, keyring: machine_secret.Keyring | None
) -> Callable[[str], bytes]:
    """Fetches the machine's secret from where a slot says that it lies; never from elsewhere."""

    def machine(secret: str) -> bytes:
        if secret == keys.IN_KEYRING:
            return machine_secret.from_keyring(store_id, keyring)
        if key_file is None:
            raise StoreUnavailable("key_file_needed")
        return machine_secret.from_key_file(key_file)

    return machine


def proved(
    path: Path,
    header: keys.Header,
    login: str,
    password: str,
    machine: Callable[[str], bytes],
    at: dt.datetime,
) -> tuple[keys.Header, bytes]:
    """The data key by a login's password, with the slot file as it is now; tries in vain are counted.

    A renewal that was broken off is settled on the way. Raises `StoreUnavailable`.
    """
    secret = keys.fitting(header, header.person(login), machine)  # a wrong carrier is no try
    throttle.begin(path, login, at)
    private = keys.private_key(header, login, password, lambda _where: secret)
    throttle.passed(path, login)
    header = renewal.settled(path, keys.read(path), login, private)
    return header, keys.data_key(header, header.person(login), private)


#: Names and whether the password is a one-time one, of an open security officer by login.
OFFICER = f"{_OFFICER} AND account.login = ?"
#: How many open security officers there are.
OFFICERS = f"SELECT count(*) FROM ({_OFFICER})"
