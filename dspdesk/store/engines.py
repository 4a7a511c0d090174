"""Two engines on one encrypted file: many short readings, one writing; start-up refuses anything less than safe."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2

from dspdesk.store.errors import StoreUnavailable

LEAST_SQLITE = (3, 51, 3)  # earlier ones may corrupt a write-ahead log
BUSY_SECONDS = 10
_CACHE_KIB = 64 * 1024
#: The `user_version` of a file whose rows have gone into another one under a new data key (`renewal`).
SUPERSEDED = 1

#: What every connection is set to and must answer afterwards. `temp_store` 2 is memory: a file would be plaintext.
_SETTINGS = (
    (
        "cipher_memory_security",
        "OFF",
        None,
    ),  # on, searching is two orders slower and the key stays in memory anyway
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("temp_store", "MEMORY", 2),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cache_size", str(-_CACHE_KIB), None),
)


def connect(
    path: Path,
    data_key: bytes,
    *,
    query_only: bool = False,
    create: bool = False,
    patience: float = BUSY_SECONDS,
) -> Any:
    """A keyed connection of the database library, set up and checked. Raises `StoreUnavailable`.

    `patience` is how many seconds it waits for a lock that another process holds.
    """
    if not create:
        _check_there(path)
    connection = dbapi2.connect(str(path), timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(
            "PRAGMA cipher_log_level = NONE"
        )  # it would write to standard error, beside our sentence
        connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
        _check_cipher(connection, path)
        for name, value, wanted in _SETTINGS:
            _set(connection, name, value, wanted)
        if query_only:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def reading_engine(path: Path, data_key: bytes) -> Engine:
    """Short transactions that see one state of the store and cannot write."""
    return _engine(lambda: connect(path, data_key, query_only=True), "BEGIN", size=3)


def writing_engine(
    path: Path, data_key: bytes, patience: float = BUSY_SECONDS, *, create: bool = False
) -> Engine:
    """One connection whose transactions take the write lock at their beginning."""
    return _engine(
        lambda: connect(path, data_key, patience=patience, create=create), "BEGIN IMMEDIATE", size=1
    )


def _engine(creator: Callable[[], Any], begin: str, *, size: int) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
    )
    event.listen(engine, "begin", lambda connection: _begin(connection, begin))
    return engine


def _begin(connection: Connection, begin: str) -> None:
    """Begin a transaction, unless this file is no longer the store: it has been copied under a new data key."""
    connection.exec_driver_sql(begin)
    if connection.exec_driver_sql("PRAGMA user_version").scalar() == SUPERSEDED:
        connection.exec_driver_sql("ROLLBACK")
        raise StoreUnavailable("keys_renewed")


def _check_there(path: Path) -> None:
    """An empty file would be made a store by the settings below."""
    if not path.exists():
        raise StoreUnavailable("no_store", path=path)
    if not path.is_file() or not path.stat().st_size:
        raise StoreUnavailable("not_a_store", path=path)


def _check_cipher(connection: Any, path: Path) -> None:
    """What is read under a key is encrypted; a wrong key, a damaged first page and a foreign file show here."""
    if dbapi2.sqlite_version_info < LEAST_SQLITE:
        raise StoreUnavailable("store_unsafe", setting="SQLite " + dbapi2.sqlite_version)
    if str(_answer(connection, "cipher_status")) != "1":
        raise StoreUnavailable("store_not_encrypted")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi2.DatabaseError as error:
        # Only a file that could not be read is looked into: closing it would drop the locks that the other
        # connections of this process hold on it.
        if _readable_head(path):
            raise StoreUnavailable("not_a_store", path=path) from error
        raise


def _readable_head(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(15) == b"SQLite format 3"
    except OSError as error:
        raise StoreUnavailable("not_reachable", path=path) from error


def _set(connection: Any, name: str, value: str, wanted: object) -> None:
    connection.execute(f"PRAGMA {name} = {value}")
    if wanted is not None and _answer(connection, name) != wanted:
        raise StoreUnavailable("store_unsafe", setting=name)


def _answer(connection: Any, name: str) -> object:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else None
