"""Backup by the online API to a keyed copy: temporary name, sync, read back, rename; the keys go along."""

import os
import shutil
from pathlib import Path

from sqlcipher3 import dbapi2

from dspdesk.store import engines, keys
from dspdesk.store.errors import StoreUnavailable


def make(store: Path, destination: Path, data_key: bytes) -> None:
    """Copy an open store to `destination` with the same key and slots. Raises `StoreUnavailable`.

    The copy appears under its name only after it has been read back whole; an existing file is never overwritten.
    """
    if destination.exists():
        raise StoreUnavailable("store_exists", path=destination)
    temporary = destination.with_name(destination.name + ".new")
    try:
        _copy(store, temporary, data_key)
        _read_back(temporary, data_key)
        for source, target in zip(keys.paths(store), keys.paths(destination), strict=True):
            shutil.copyfile(source, target)
        _sync(temporary)
        temporary.replace(destination)
        keys.sync_folder(destination.parent)
    except OSError as error:
        raise StoreUnavailable("backup_carrier_full", path=destination) from error
    finally:
        for rest in ("", "-wal", "-shm", "-journal"):
            temporary.with_name(temporary.name + rest).unlink(missing_ok=True)


def _copy(store: Path, temporary: Path, data_key: bytes) -> None:
    source = engines.connect(store, data_key, query_only=True)
    os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    target = dbapi2.connect(str(temporary), isolation_level=None)
    try:
        target.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
        source.backup(target)
    finally:
        target.close()
        source.close()


def _read_back(copy: Path, data_key: bytes) -> None:
    connection = engines.connect(copy, data_key)
    try:
        pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        tables = connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()
    if pages or tables != "ok":
        raise StoreUnavailable("backup_differs")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
