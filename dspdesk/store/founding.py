"""The founding of a store: file, keys, first account. Either all of it stands there afterwards or nothing.

The store has its name last of all, so that a founding cut off by the power leaves no store, only what the next
founding at this place clears away.
"""

import datetime as dt
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine

from dspdesk.law.kinds import Role
from dspdesk.models import Account, AccountRole, Appointment, Employee, Organisation
from dspdesk.store import engines, keys, known, machine_secret, passwords, schema
from dspdesk.store.errors import StoreUnavailable, of_system, told_plainly
from dspdesk.store.new_store import Clock, NewStore
from dspdesk.store.unit_of_work import Step, step


def found(path: Path, new: NewStore, at: Clock) -> tuple[bytes, bytes]:
    """Make the store at `path` and the slot file beside it; returns data key and recovery key.

    Raises `StoreUnavailable`; then nothing is left behind.
    """
    unfinished = path.with_name(path.name + ".new")
    if path.exists() or (_keys_there(path) and not unfinished.exists()):
        raise StoreUnavailable("store_exists", path=path)
    data_key, recovery_key = secrets.token_bytes(32), secrets.token_bytes(32)
    header = keys.new_header()
    machine, secret = machine_secret.for_new_slot(header.store_id, new.key_file, new.keyring)
    header = keys.with_recovery(header, data_key, recovery_key)
    header = keys.with_person(
        header, data_key, new.login, new.password, machine, secret=secret, cost=new.cost
    )

    def enter_keys(taken: Step) -> None:
        known.enter_recovery(taken, header)
        known.enter_person(taken, header, new.login)
        if secret == keys.IN_KEYRING:
            known.keep_machine_secret(taken, header, data_key, machine)

    try:
        _clear(path, unfinished)
        with told_plainly(path):
            _make(unfinished, data_key, new, at, enter_keys)
        keys.write(path, header)
        unfinished.rename(path)
        keys.sync_folder(path.parent)
    except BaseException as error:
        _clear(path, unfinished)
        if isinstance(error, OSError):
            raise of_system(error, path) from error
        raise
    return data_key, recovery_key


def _make(path: Path, data_key: bytes, new: NewStore, at: Clock, enter_keys: Callable[[Step], None]) -> None:
    os.close(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    )  # for its owner only, before anything is in it
    engine = engines.writing_engine(path, data_key, create=True)
    try:
        schema.make(engine)
        _people(engine, new, at, enter_keys)
    finally:
        engine.dispose()


def _people(engine: Engine, new: NewStore, at: Clock, enter_keys: Callable[[Step], None]) -> None:
    now = at()
    weak = passwords.weakness(new.password, (new.login, new.organisation))
    with step(engine, at=_utc(now), by=new.login, tag="store:founded") as taken:
        taken.subject, taken.reason = "organisation:1", new.reason or weak
        taken.session.add(
            Organisation(
                name_kk=new.organisation,
                name_ru=new.organisation,
                locality_kk=new.locality,
                locality_ru=new.locality,
            )
        )
        person = Employee(name_kk=new.person, name_ru=new.person)
        roles = [AccountRole(role=role.value) for role in Role]
        taken.session.add(Account(login=new.login, employee=person, roles=roles))
        taken.session.flush()
        if new.position:
            taken.session.add(
                Appointment(
                    employee_id=person.id,
                    position_kk=new.position,
                    position_ru=new.position,
                    valid_from=now.date(),
                    valid_to=None,
                )
            )
        enter_keys(taken)


def _utc(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(dt.UTC).replace(tzinfo=None)


def _keys_there(path: Path) -> bool:
    return any(place.exists() for place in keys.paths(path))


def _clear(path: Path, unfinished: Path) -> None:
    for place in (path, *keys.paths(path), unfinished):
        for end in ("", "-wal", "-shm", ".new"):
            with suppress(OSError):  # on a protected or vanished medium nothing was made
                place.with_name(place.name + end).unlink(missing_ok=True)
