"""Backup by the online API to a keyed copy: temporary name, sync, read back, rename; the keys go along."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2

from dspdesk.store import engines, integrity, keys
from dspdesk.store.errors import StoreUnavailable, told_plainly
from dspdesk.store.proof import Progress, Proof, prove
from dspdesk.store.settings import BACKUPS, LAST_BACKUP, get, put
from dspdesk.store.unit_of_work import Step

_NOTED = 40  # backups that the store remembers
_SAID = {errno.ENOSPC: "backup_carrier_full", errno.EROFS: "read_only"}


def make(store: Path, destination: Path, data_key: bytes, progress: Progress) -> Proof:
    """Copy an open store to `destination` with the same key and slots. Raises `StoreUnavailable`.

    The copy appears under its name only after it has been read back whole; an existing file is never overwritten.
    What does not agree in the store itself does not agree in its copy: the proof says so, and the copy is kept.
    """
    temporary = destination.with_name(destination.name + ".new")
    keys_there = any(place.exists() for place in keys.paths(destination))
    if destination.exists() or (keys_there and not temporary.exists()):  # beside it lies a backup broken off
        raise StoreUnavailable("store_exists", path=destination)
    try:
        with _told_of_carrier(destination):
            header = replace(
                keys.read(store), coming=(), file=""
            )  # of a renewal under way the copy knows nothing
            _copy(store, temporary, data_key)
            keys.sync_file(temporary)
            proof = _read_back(store, temporary, data_key, header, progress)
            keys.write(destination, header)
            temporary.replace(destination)
            keys.sync_folder(destination.parent)
            return replace(proof, path=destination)
    except BaseException:
        _clear((destination, *keys.paths(destination)))
        raise
    finally:
        _clear(temporary.with_name(temporary.name + rest) for rest in ("", "-wal", "-shm", "-journal"))


def note(taken: Step, made: Proof) -> None:
    """Note a backup among the last ones: the day, the file, how the ledger ended, whether all of it agreed."""
    at = taken.at.isoformat(timespec="seconds")
    put(taken.session, LAST_BACKUP, at)
    line = {"file": str(made.path), "at": at, "size": made.size, "last": made.code, "whole": not made.wrong}
    put(taken.session, BACKUPS, [line, *(get(taken.connection, BACKUPS) or [])][:_NOTED])


def _read_back(
    store: Path, temporary: Path, data_key: bytes, header: keys.Header, progress: Progress
) -> Proof:
    try:
        return prove(temporary, data_key, header.store_id, header.logins, progress)
    except StoreUnavailable as error:
        if error.code not in {"copy_damaged", "store_damaged"}:
            raise
        damaged_before = integrity.damage(store, data_key)
        raise StoreUnavailable("store_damaged" if damaged_before else "backup_differs") from error


@contextmanager
def _told_of_carrier(destination: Path) -> Iterator[None]:
    """Say of the carrier what the system and the database library say."""
    try:
        with told_plainly(destination):
            yield
    except OSError as error:
        raise StoreUnavailable(_SAID.get(error.errno or 0, "not_reachable"), path=destination) from error
    except StoreUnavailable as error:
        if error.code == "disk_full":
            raise StoreUnavailable("backup_carrier_full", path=destination) from error
        raise


def _copy(store: Path, temporary: Path, data_key: bytes) -> None:
    copy_keyed(store, temporary, data_key, data_key)


def copy_keyed(store: Path, temporary: Path, data_key: bytes, new_key: bytes) -> None:
    """Copy an open store by the online API to a file of its owner only, under another data key."""
    source = engines.connect(store, data_key, query_only=True)
    try:
        os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        target = dbapi2.connect(str(temporary), isolation_level=None)
        try:
            target.execute(f"PRAGMA key = \"x'{new_key.hex()}'\"")
            source.backup(target)
        finally:
            target.close()
    finally:
        source.close()


def _clear(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):  # on a protected or vanished carrier nothing was made
            path.unlink(missing_ok=True)
