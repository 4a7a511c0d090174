"""The reopening of a store by its recovery sheet: a new password for one login, a new sheet for the used one.

The order is such that the program may end at any moment, and the store still opens and the use is known:

1. The key is tried, and all that can be refused or takes long is done, with nothing written. A machine's secret
   that is there is never replaced, for slots of other people stand on it; one that is made now served nobody.
2. The use is entered in the ledger and the sheet noted as missing. Ended here, the old password and the old sheet
   open as before, and Today asks for the sheet.
3. The slot file is written, `keys.write`. Ended between its two copies, the first counts and is the new one: the new
   password opens. The second, still the old one, serves only should the first be damaged.

Ended before the new sheet is printed, the new password opens, and Today says that there is no sheet.
"""

import datetime as dt
import secrets
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from dspdesk.models import Account, Organisation
from dspdesk.store import engines, keys, machine_secret, passwords, recovery, schema
from dspdesk.store.errors import StoreUnavailable, of_system, told_plainly
from dspdesk.store.new_store import Clock
from dspdesk.store.settings import RECOVERY_SHEET, put
from dspdesk.store.unit_of_work import step


@dataclass(frozen=True, slots=True)
class NewSecrets:
    """What opens the store from now on for a login; the machine's secret lies in `key_file` or in the keyring."""

    login: str
    password: str
    key_file: Path | None = None
    keyring: machine_secret.Keyring | None = None
    cost: keys.Cost = keys.Cost()


def reopen(
    path: Path, header: keys.Header, typed_key: str, new: NewSecrets, at: Clock
) -> tuple[bytes, bytes]:
    """Give a login new secrets and the store a new recovery key; returns data key and recovery key.

    Raises `StoreUnavailable` for a mistyped key, a key of another sheet and an unknown login.
    """
    data_key = keys.unlock_by_recovery(header, recovery.from_groups(typed_key))
    header.person(new.login)
    recovery_key = secrets.token_bytes(32)
    renewed = _renewed(header, data_key, recovery_key, new)
    with told_plainly(path):
        _enter_use(path, data_key, new, at)
    try:
        keys.write(path, renewed)
    except OSError as error:
        raise of_system(error, path) from error
    return data_key, recovery_key


def _renewed(header: keys.Header, data_key: bytes, recovery_key: bytes, new: NewSecrets) -> keys.Header:
    machine, secret = machine_secret.for_new_slot(header.store_id, new.key_file, new.keyring)
    with_sheet = keys.with_recovery(header, data_key, recovery_key)
    return keys.with_person(
        with_sheet, data_key, new.login, new.password, machine, secret=secret, cost=new.cost
    )


def _enter_use(path: Path, data_key: bytes, new: NewSecrets, at: Clock) -> None:
    with closing(engines.connect(path, data_key)) as connection:
        schema.bring_up(connection)
    engine = engines.writing_engine(path, data_key)
    moment = at().astimezone(dt.UTC).replace(tzinfo=None)
    try:
        with step(engine, at=moment, by=new.login, tag="keys:recovery_sheet:used") as taken:
            taken.subject = f"account:{_account(taken.session, new.login)}"
            taken.reason = _weakness(taken.session, new)
            put(taken.session, RECOVERY_SHEET, "missing")
    finally:
        engine.dispose()


def _account(session: Session, login: str) -> int:
    """The account that gets the password: a slot whose account is not in the store is of another store."""
    found = session.scalar(select(Account.id).where(Account.login == login))
    if found is None:
        raise StoreUnavailable("unknown_login", login=login)
    return found


def _weakness(session: Session, new: NewSecrets) -> str:
    """Why the password is weak, if it is: windows refuse such a one, and the ledger keeps that it was taken."""
    body = session.scalars(select(Organisation)).one()
    return passwords.weakness(new.password, (new.login, body.name_kk, body.name_ru))
