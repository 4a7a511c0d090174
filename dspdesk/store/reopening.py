"""The reopening of a store by its recovery sheet: a new password for one login, a new sheet for the used one.

The order is such that the program may end at any moment, and the store still opens and the use is known:

1. The key is tried, and all that can be refused or takes long is done, with nothing written. A keyring that lacks
   the machine's secret is given the store's copy of it, for slots of other people stand on it.
2. The use is entered in the ledger and the sheet noted as missing. Ended here, the old password and the old sheet
   open as before, and Today asks for the sheet.
3. Within the step that enters the new public keys the slot file is written, `keys.write`. Ended between its two
   copies, the first counts and is the new one: the new password opens. The second, still the old one, serves only
   should the first be damaged. Ended before the step is kept, the new secrets open, and the store does not know their
   public keys: changing the password and making a new sheet puts that right before a data key can be renewed.

Ended before the new sheet is printed, the new password opens, and Today says that there is no sheet.
"""

import datetime as dt
import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from dspdesk.models import Account, Organisation
from dspdesk.store import engines, keys, known, machine_secret, passwords, recovery, renewal, schema
from dspdesk.store.errors import StoreUnavailable, of_system, told_plainly
from dspdesk.store.new_store import Clock
from dspdesk.store.settings import RECOVERY_SHEET, put
from dspdesk.store.unit_of_work import Step, step


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
    private = keys.private_by_recovery(header, recovery.from_groups(typed_key))
    header = renewal.settled(path, header, None, private)
    data_key = keys.data_key(header, header.recovery(), private)
    header.person(new.login)
    recovery_key = secrets.token_bytes(32)
    with told_plainly(path):
        kept = _kept_secret(path, header, data_key)
        machine, secret = machine_secret.for_new_slot(header.store_id, new.key_file, new.keyring, kept)
        renewed = keys.with_person(
            keys.with_recovery(header, data_key, recovery_key),
            data_key, new.login, new.password, machine, secret=secret, cost=new.cost,
        )  # fmt: skip
        lying = machine if secret == keys.IN_KEYRING else None
        _enter_use(path, data_key, new, at)
        with _stepping(path, data_key, new.login, at, "keys:recovery_sheet:replaced") as taken:
            _enter_keys(taken, renewed, data_key, new.login, lying)
            _write(path, renewed)
    return data_key, recovery_key


def enrol(
    path: Path, header: keys.Header, typed_key: str, keyring: machine_secret.Keyring | None, at: Clock
) -> None:
    """Put the store's copy of the machine's secret into this keyring; the use of the sheet stands in the ledger.

    Raises `StoreUnavailable`; the keyring is written last, so that no use goes unsaid.
    """
    private = keys.private_by_recovery(header, recovery.from_groups(typed_key))
    header = renewal.settled(path, header, None, private)
    data_key = keys.data_key(header, header.recovery(), private)
    with told_plainly(path):
        kept = _kept_secret(path, header, data_key)
        if kept is None:
            raise StoreUnavailable("enrol_not_needed")
        with _stepping(path, data_key, "", at, "keys:machine:enrolled") as taken:
            put(taken.session, RECOVERY_SHEET, "missing")
            taken.subject = "organisation:1"
            taken.session.flush()
            machine_secret.put_in_keyring(header.store_id, kept, keyring)


def _kept_secret(path: Path, header: keys.Header, data_key: bytes) -> bytes | None:
    """The store's copy of the secret of its people's keyrings; the store is brought up to this program on the way."""
    with closing(engines.connect(path, data_key)) as connection:
        schema.bring_up(connection)
    engine = engines.reading_engine(path, data_key)
    try:
        with engine.begin() as reading:
            return known.machine_secret(reading, header, data_key)
    finally:
        engine.dispose()


def _enter_use(path: Path, data_key: bytes, new: NewSecrets, at: Clock) -> None:
    with _stepping(path, data_key, new.login, at, "keys:recovery_sheet:used") as taken:
        taken.subject = f"account:{_account(taken.session, new.login)}"
        taken.reason = _weakness(taken.session, new)
        put(taken.session, RECOVERY_SHEET, "missing")


def _enter_keys(
    taken: Step, renewed: keys.Header, data_key: bytes, login: str, machine: bytes | None
) -> None:
    taken.subject = f"account:{_account(taken.session, login)}"
    known.enter_recovery(taken, renewed)
    known.enter_person(taken, renewed, login)
    account = taken.session.scalars(select(Account).where(Account.login == login)).one()
    account.one_time = False
    if machine is not None and known.machine_secret(taken.connection, renewed, data_key) != machine:
        known.keep_machine_secret(taken, renewed, data_key, machine)
    taken.session.flush()


def _write(path: Path, header: keys.Header) -> None:
    try:
        keys.write(path, header)
    except OSError as error:
        raise of_system(error, path) from error


@contextmanager
def _stepping(path: Path, data_key: bytes, by: str, at: Clock, tag: str) -> Iterator[Step]:
    engine = engines.writing_engine(path, data_key)
    moment = at().astimezone(dt.UTC).replace(tzinfo=None)
    try:
        with step(engine, at=moment, by=by, tag=tag) as taken:
            yield taken
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
