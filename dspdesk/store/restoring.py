"""The restoring of a store from a copy: the copy proves itself twice before anything is replaced.

1. The copy is read whole where it lies, with the keys that lie beside it.
2. It is copied beside the store under another name, with its slot file, synced, brought to the tables of this
   program, and read whole once more. So far nothing has happened to the present store.
3. The restore is entered in its ledger: from what, by whom, why, and how the ledger ended that is replaced.
4. Nobody else has the present store open: it is asked for alone. Then it goes aside and the copy takes its name
   (`replacing`). It is never deleted.
"""

import datetime as dt
import os
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from dspdesk.store import engines, keys, replacing, schema
from dspdesk.store.errors import StoreUnavailable, told_of_system, told_plainly
from dspdesk.store.proof import Progress, Proof, digest_at, prove, sealed
from dspdesk.store.settings import LAST_RESTORE, put
from dspdesk.store.unit_of_work import head, step


@dataclass(frozen=True, slots=True)
class Comparison:
    """A copy against the present store; `entries` and `items` are those of the present one.

    `parted`: from some entry on, each tells another story, as when an older copy was restored and worked on.
    """

    entries: int
    items: int
    parted: bool
    only_here: int  # entries of the present store that are not in the copy
    only_there: int  # entries of the copy that are not in the present store
    items_only_here: int


@dataclass(frozen=True, slots=True)
class Entering:
    """What the ledger says of a restore; `replaced` is the short code of the last entry of the store replaced.

    `copy` is the name of the copy's file.
    """

    at: dt.datetime
    by: str
    second: str
    reason: str
    replaced: str
    copy: str


def prepare(copy: Path, store: Path, data_key: bytes, header: keys.Header, progress: Progress) -> Proof:
    """Steps 1 and 2; returns what the prepared copy has proved. Raises `StoreUnavailable`; then nothing is left."""
    first = prove(copy, data_key, header.store_id, header.logins, progress)
    _must_be_whole(first)
    place = replacing.prepared(store)
    try:
        with told_of_system(store), told_plainly(store):
            replacing.clear(store)
            _copy(copy, place, data_key)
            keys.write(place, header)
            _bring_up(place, data_key)
        second = prove(place, data_key, header.store_id, header.logins, progress)
        if (first.entries, first.digest, first.items) != (second.entries, second.digest, second.items):
            raise StoreUnavailable("backup_differs")
        _must_be_whole(second)
    except BaseException:
        with suppress(OSError):
            replacing.clear(store)
        raise
    return second


def compare(proof: Proof, data_key: bytes, present: Any) -> Comparison:
    """Compare a proved copy with the present store, seen by a connection of it."""
    last, digest = head(present)
    items = present.exec_driver_sql("SELECT count(*) FROM item").scalar_one()
    if proof.entries <= last:
        parted = digest_at(present, proof.entries) != proof.digest
    else:
        with sealed(proof.path, data_key) as there:
            parted = digest_at(there, last) != digest
    only_there = max(proof.entries - last, 0)
    return Comparison(
        last, items, parted, max(last - proof.entries, 0), only_there, max(items - proof.items, 0)
    )


def enter(store: Path, data_key: bytes, proof: Proof, said: Entering) -> None:
    """Step 3: enter the restore in the prepared copy, and sync it."""
    place = replacing.prepared(store)
    engine = engines.writing_engine(place, data_key)
    try:
        with told_plainly(store), step(engine, at=said.at, by=said.by, tag="store:restored") as taken:
            taken.subject, taken.reason, taken.second = "organisation:1", said.reason, said.second
            put(taken.session, LAST_RESTORE, _stated(proof, said))
    finally:
        engine.dispose()
    with told_of_system(store), told_plainly(store):
        _put_away(place, data_key)
        keys.sync_file(place)


def take_place(store: Path, present_key: bytes | None, moment: str) -> Path | None:
    """Step 4; returns where the present store has gone, `None` when there was none. Raises `StoreUnavailable`.

    `present_key` opens the present store; without it the file is not to be read, and goes aside as it is.
    """
    old = replacing.aside(store, moment)
    there = store.exists()
    with told_of_system(store):
        if there and present_key is not None:
            with told_plainly(store):
                _put_away(store, present_key)
        replacing.replace(store, old)
    return old if there else None


def _must_be_whole(proof: Proof) -> None:
    if proof.wrong:
        raise StoreUnavailable("copy_not_whole", what=proof.wrong[0])


def _copy(copy: Path, place: Path, data_key: bytes) -> None:
    os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))  # for its owner only
    with (
        sealed(copy, data_key) as source,
        closing(dbapi2.connect(str(place), isolation_level=None)) as target,
    ):
        target.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
        reader: Any = source.connection.driver_connection
        reader.backup(target)


def _stated(proof: Proof, said: Entering) -> dict[str, Any]:
    return {
        "copy": said.copy,
        "at": said.at.isoformat(timespec="seconds"),
        "last": proof.code,
        "last_at": proof.at.isoformat(timespec="seconds") if proof.at else None,
        "replaced": said.replaced,
    }


def _bring_up(place: Path, data_key: bytes) -> None:
    with closing(engines.connect(place, data_key)) as connection:
        if connection.execute("PRAGMA user_version").fetchone()[0] == engines.SUPERSEDED:
            connection.execute("PRAGMA user_version = 0")  # a store put aside by a renewal is one again
        schema.bring_up(connection)
    _put_away(place, data_key)
    keys.sync_file(place)


def _put_away(store: Path, data_key: bytes) -> None:
    """Bring the log into the file and remove it; nobody else may have the store open. Raises "store_in_use"."""
    with closing(engines.connect(store, data_key, patience=2)) as connection:
        try:
            mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        except dbapi2.OperationalError as error:
            if "locked" not in str(error):
                raise
            mode = "wal"
        if mode != "delete":
            raise StoreUnavailable("store_in_use")
