"""What a copy of a store proves of itself: read without writing a byte beside it, page by page and link by link."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, StaticPool, create_engine
from sqlcipher3 import dbapi2

from dspdesk.store import ledger, schema
from dspdesk.store.errors import StoreUnavailable, told_plainly
from dspdesk.store.unit_of_work import head
from dspdesk.store.verification import verify, whole_up_to

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Highest:
    """The highest number of a journal."""

    journal_id: int
    kind: str
    year: int
    sequence: int


@dataclass(frozen=True, slots=True)
class Proof:
    """A copy that has been read whole: its last ledger entry with hash and time (UTC), what is in it.

    `wrong` is where rows and ledger do not agree, as `verify` names it; empty when the copy has proved itself.
    """

    path: Path
    store_id: str
    organisation: str
    entries: int
    digest: bytes
    at: dt.datetime | None
    items: int
    highest: tuple[Highest, ...]
    logins: tuple[str, ...]
    size: int
    wrong: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The short code of the last entry, as papers carry it."""
        return ledger.code(self.entries, self.digest)


@contextmanager
def sealed(path: Path, data_key: bytes) -> Iterator[Connection]:
    """A connection that reads a file as it lies there, also on a protected carrier. Raises `StoreUnavailable`."""
    with told_plainly(path):
        engine = _engine(path, data_key)
        try:
            with engine.connect() as connection:
                yield connection
        finally:
            engine.dispose()


def prove(path: Path, data_key: bytes, store_id: str, logins: list[str], progress: Progress) -> Proof:
    """Read a copy whole. Raises `StoreUnavailable` "copy_damaged" when there are pages of it that cannot be read.

    A copy of an older program has other tables: its rows are compared with its ledger once it has been brought up.
    """
    for question in ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check"):
        _check_pages(path, data_key, question)
    with sealed(path, data_key) as connection:
        last, digest = head(connection)
        if schema.revision(connection.connection.driver_connection) == schema.HEAD:
            wrong = verify(connection, progress)
        else:
            wrong = [] if whole_up_to(connection, last) else [f"ledger: broken before entry {last}"]
        progress(max(last, 1), max(last, 1))
        return Proof(
            path=path,
            store_id=store_id,
            organisation=_one(connection, "SELECT name_ru FROM organisation"),
            entries=last,
            digest=digest,
            at=moment(connection, last),
            items=_one(connection, "SELECT count(*) FROM item"),
            highest=highest(connection),
            logins=tuple(logins),
            size=path.stat().st_size,
            wrong=tuple(wrong),
        )


def highest(connection: Connection) -> tuple[Highest, ...]:
    """The highest number of each journal, the newest year first."""
    rows = connection.exec_driver_sql(
        "SELECT journal.id, journal.kind, journal.year, max(number.sequence) FROM journal "
        "JOIN number ON number.journal_id = journal.id GROUP BY journal.id ORDER BY year DESC, kind"
    )
    return tuple(Highest(*row) for row in rows)


def moment(connection: Connection, sequence: int) -> dt.datetime | None:
    """When an entry of the ledger was made (UTC)."""
    body = connection.exec_driver_sql("SELECT body FROM ledger WHERE id = ?", (sequence,)).scalar()
    return dt.datetime.fromisoformat(orjson.loads(body)["at"]) if body else None


def digest_at(connection: Connection, sequence: int) -> bytes:
    """The hash of an entry; the start value before the first, b'' where there is none."""
    if not sequence:
        return ledger.START
    return connection.exec_driver_sql("SELECT hash FROM ledger WHERE id = ?", (sequence,)).scalar() or b""


def _check_pages(path: Path, data_key: bytes, question: str) -> None:
    """One check of the pages, on a connection of its own: one upsets the other on the same one."""
    try:
        with sealed(path, data_key) as connection:
            answers = [str(answer) for (answer,) in connection.exec_driver_sql(question)]
    except StoreUnavailable as error:
        if error.code == "store_damaged":
            raise StoreUnavailable("copy_damaged", path=path) from error
        raise
    if answers not in ([], ["ok"]):
        raise StoreUnavailable("copy_damaged", path=path)


def _engine(path: Path, data_key: bytes) -> Engine:
    if not path.is_file():
        raise StoreUnavailable("no_store", path=path)
    log = path.with_name(path.name + "-wal")
    # a copy that was put away whole has no log: then nothing is written beside it, not even for locking
    how = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    return create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: _connect(f"{path.absolute().as_uri()}?{how}", data_key),
        poolclass=StaticPool,
    )


def _connect(address: str, data_key: bytes) -> Any:
    connection = dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    try:
        for setting in (
            "cipher_log_level = NONE",
            f"key = \"x'{data_key.hex()}'\"",
            "temp_store = MEMORY",
            "query_only = ON",
            "trusted_schema = OFF",
        ):
            connection.execute(f"PRAGMA {setting}")
        if str(connection.execute("PRAGMA cipher_status").fetchone()[0]) != "1":
            raise StoreUnavailable("store_not_encrypted")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except BaseException:
        connection.close()
        raise
    return connection


def _one(connection: Connection, question: str) -> Any:
    return connection.exec_driver_sql(question).scalar()
