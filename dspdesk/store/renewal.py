"""The renewal of the data key: the store is copied under a new one, and the copy takes the store's place.

Needed when somebody leaves, for an old copy of the slot file and their old password open the old data key for ever.
The program may end at any moment, and other processes may have the old file open: no acknowledged row is lost, and
whoever stays opens the store afterwards. The order, under a lock of its own and the write lock of the store:

1. The store is copied to `<store>.renewed` under the new key; the step (who leaves, why) is entered there; the copy
   is read back whole and synced.
2. The slot file is written with both epochs: the slots as they are, and `coming`, those who stay.
3. The old file is marked as superseded, by a COMMIT: from now on every transaction in it is refused, in whatever
   process (`engines`). Until here the write lock was held, so that the copy lacks nothing.
4. Its log is brought into it and removed, so that it is never replayed onto the new file; the new file takes its name.
5. The slot file is written with the new epoch only.

What lies there when the program ended, and what the next opening does (`settled`):

| slot file   | store                     | opening                                                             |
|-------------|---------------------------|---------------------------------------------------------------------|
| old         | old (before 2)            | removes the copy: nothing has happened                              |
| both epochs | old, not marked (2 to 3)  | goes back: rows may have come after the copy; slot file old again   |
| both epochs | old, marked (3 to 4)      | goes on with 4 and 5: the copy is complete, and nobody writes       |
| both epochs | new (4 to 5)              | goes on with 5                                                      |
| new         | new (after 5)             | nothing to do                                                       |

Which file bears the name is told by its first bytes, which are random and not secret.
"""

import datetime as dt
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import portalocker
from sqlalchemy import Connection

from dspdesk.store import engines, integrity, keys, known
from dspdesk.store.backup import copy_keyed
from dspdesk.store.errors import StoreBug, StoreUnavailable, told_of_system, told_plainly
from dspdesk.store.settings import KEY_EPOCH, MACHINE_COPY, get, put
from dspdesk.store.unit_of_work import Step, head, step
from dspdesk.store.verification import whole_up_to

_PATIENCE = 30  # seconds; the copy of a large store takes its time
_HEAD = 16  # bytes at the beginning of a file by which it is known
_LOGS = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a renewal enters: `write` fills the step, and may refuse it. A new recovery key replaces the sheet."""

    at: dt.datetime
    by: str
    tag: str
    write: Callable[[Step], None]
    recovery_key: bytes | None = None


def renew(path: Path, data_key: bytes, wanted: Renewal, patience: float = _PATIENCE) -> bytes:
    """Renew the data key of a store; returns the new one. Raises `StoreUnavailable`, and what `write` raises.

    Whoever raises before the old file is marked leaves everything as it was.
    """
    with told_plainly(path), told_of_system(path), _alone(path, patience):
        fresh = secrets.token_bytes(32)
        with closing(engines.connect(path, data_key, patience=patience)) as old:
            _hold(old)
            header = replace(keys.read(path), coming=(), file="")
            try:
                both = _prepared(path, data_key, fresh, header, wanted)
                keys.write(path, both)
                _supersede(old)
            except BaseException:
                _give_up(old, path, header)
                raise
        _go_on(path, data_key, both, patience)
    return fresh


def settled(
    path: Path, header: keys.Header, login: str | None, private: bytes, patience: float = _PATIENCE
) -> keys.Header:
    """The slot file after a renewal that was broken off has been finished or undone (the table above).

    `private` is the private key of a login, or of the recovery slot for `None`. Raises `StoreUnavailable`
    "store_busy" while another process is renewing.
    """
    if not header.coming and not _lock_of(path).exists() and not _copy_of(path).exists():
        return header
    with told_plainly(path), told_of_system(path):
        if not header.coming:
            _clear_up(path)
            return keys.read(path)
        with _alone(path, patience):
            header = keys.read(path)
            if header.coming:
                slot = header.person(login) if login is not None else header.recovery()
                _settle(path, header, keys.data_key(header, slot, private), patience)
        return keys.read(path)


def _hold(old: Any) -> None:
    """Take the write lock of the store and keep it."""
    old.execute("BEGIN IMMEDIATE")
    if _is_superseded(old):
        raise StoreUnavailable("keys_renewed")


def _prepared(path: Path, data_key: bytes, fresh: bytes, header: keys.Header, wanted: Renewal) -> keys.Header:
    """The copy under the new key, complete and on the disk; returns the slot file of both epochs."""
    copy = _copy_of(path)
    _clear(copy)
    copy_keyed(path, copy, data_key, fresh)
    following = _entered(copy, data_key, fresh, header, wanted)
    _read_back(path, data_key, copy, fresh)
    keys.sync_file(copy)
    return replace(header, coming=following.slots, file=_beginning(copy))


def _entered(copy: Path, data_key: bytes, fresh: bytes, header: keys.Header, wanted: Renewal) -> keys.Header:
    """Enter the step into the copy; returns the slot file of the next epoch."""
    engine = engines.writing_engine(copy, fresh)
    try:
        with step(engine, at=wanted.at, by=wanted.by, tag=wanted.tag) as taken:
            wanted.write(taken)
            taken.session.flush()
            if wanted.recovery_key is not None:
                header = keys.with_recovery(header, fresh, wanted.recovery_key)
                known.enter_recovery(taken, header)
                taken.session.flush()
            put(taken.session, KEY_EPOCH, header.epoch + 1)
            following = keys.rewrapped(header, fresh, known.staying(taken.connection, header))
            if get(taken.connection, MACHINE_COPY) is not None:
                machine = known.machine_secret(taken.connection, header, data_key)
                known.keep_machine_secret(taken, following, fresh, machine or b"")
    finally:
        engine.dispose()
    return following


def _read_back(path: Path, data_key: bytes, copy: Path, fresh: bytes) -> None:
    """Compare the copy with the store: pages, chain, the number of rows of each table."""
    if integrity.damage(copy, fresh):
        raise StoreUnavailable("store_damaged" if integrity.damage(path, data_key) else "backup_differs")
    old, new = engines.reading_engine(path, data_key), engines.reading_engine(copy, fresh)
    try:
        with old.begin() as before, new.begin() as after:
            last = head(after)[0]
            if not whole_up_to(after, last) or not _as_many(before, after):
                raise StoreUnavailable("backup_differs")
    finally:
        old.dispose()
        new.dispose()
    if any(copy.with_name(copy.name + end).exists() for end in _LOGS):
        raise StoreBug("the copy still has a log")


def _as_many(before: Connection, after: Connection) -> bool:
    """Whether no table has lost a row; the step has added some."""
    tables = before.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'item\\__%' ESCAPE '\\'"
    ).scalars()
    count = 'SELECT count(*) FROM "{}"'.format
    return all(
        before.exec_driver_sql(count(name)).scalar_one() <= after.exec_driver_sql(count(name)).scalar_one()
        for name in tables.all()
    )


def _supersede(old: Any) -> None:
    """Mark the old file, in the transaction that held its lock: the point after which there is no way back."""
    old.execute(f"PRAGMA user_version = {engines.SUPERSEDED}")
    old.execute("COMMIT")


def _give_up(old: Any, path: Path, header: keys.Header) -> None:
    """Go back, unless the mark was kept all the same: then the next opening goes on."""
    if old.in_transaction:
        old.execute("ROLLBACK")
    if not _is_superseded(old):
        _go_back(path, header)


def _settle(path: Path, header: keys.Header, data_key: bytes, patience: float) -> None:
    if _beginning(path) == header.file:
        _finish(path, header)
        return
    with closing(engines.connect(path, data_key, patience=patience)) as old:
        marked = _is_superseded(old)
        if marked and not _copy_of(path).exists():  # taken away by other hands: the old file is all there is
            old.execute("PRAGMA user_version = 0")
            marked = False
    if marked:
        _go_on(path, data_key, header, patience)
    else:
        _go_back(path, replace(header, coming=(), file=""))


def _go_on(path: Path, data_key: bytes, both: keys.Header, patience: float) -> None:
    _empty_log(path, data_key, patience)
    _remove_log(path)
    _take_place(path)
    _finish(path, both)


def _empty_log(path: Path, data_key: bytes, patience: float) -> None:
    """Bring the log into the old file, waiting for whoever still reads it."""
    until = time.monotonic() + patience
    with closing(engines.connect(path, data_key, patience=patience)) as old:
        while old.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() > until:
                raise StoreUnavailable("store_busy")


def _remove_log(path: Path) -> None:
    for end in _LOGS:
        path.with_name(path.name + end).unlink(missing_ok=True)
    keys.sync_folder(path.parent)


def _take_place(path: Path) -> None:
    _copy_of(path).replace(path)
    keys.sync_folder(path.parent)


def _finish(path: Path, both: keys.Header) -> None:
    """Write the slot file of the new epoch, in which whoever left has no slot."""
    keys.write(path, keys.Header(both.store_id, both.coming, both.epoch + 1))


def _go_back(path: Path, header: keys.Header) -> None:
    """Undo what was prepared; the old file was not marked and is still the store."""
    if keys.read(path) != header:
        keys.write(path, header)
    _clear(_copy_of(path))


def _clear_up(path: Path) -> None:
    """Remove what a renewal left that ended before anything counted, unless one is under way just now."""
    try:
        with _alone(path, 0):
            if not keys.read(path).coming:
                _clear(_copy_of(path))
    except StoreUnavailable as error:
        if error.code != "store_busy":
            raise


@contextmanager
def _alone(path: Path, patience: float) -> Iterator[None]:
    """Keep other renewals of a store out; the end of a process lets go. Raises `StoreUnavailable` "store_busy"."""
    place, until = _lock_of(path), time.monotonic() + patience
    while True:
        with place.open("ab") as file:
            try:
                portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
                if place.exists() and os.path.samestat(os.fstat(file.fileno()), place.stat()):
                    try:
                        yield
                    finally:
                        with suppress(OSError):
                            place.unlink()
                    return
            except portalocker.LockException:
                pass
        if time.monotonic() >= until:
            raise StoreUnavailable("store_busy")
        time.sleep(0.05)


def _is_superseded(connection: Any) -> bool:
    return bool(connection.execute("PRAGMA user_version").fetchone()[0] == engines.SUPERSEDED)


def _beginning(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(_HEAD).hex()


def _clear(copy: Path) -> None:
    for end in ("", *_LOGS, "-journal"):
        copy.with_name(copy.name + end).unlink(missing_ok=True)


def _copy_of(path: Path) -> Path:
    return path.with_name(path.name + ".renewed")


def _lock_of(path: Path) -> Path:
    return path.with_name(path.name + ".renewing")
