"""What every connection is set to, what never stands readable on the disk, and who waits for whom."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from dspdesk.desk import Desk
from dspdesk.store import engines
from dspdesk.store.errors import StoreUnavailable
from tests import factories

SAFE = {
    "cipher_status": "1",
    "journal_mode": "wal",
    "synchronous": 2,
    "temp_store": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
}
CANARY = "Канарейка Ұ-7741"
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "koi8-r")


@pytest.mark.parametrize("writes", [False, True], ids=["reading", "writing"])
@pytest.mark.parametrize("name", SAFE)
def test_every_connection_is_set_up_safely(empty_desk: Desk, name: str, writes: bool) -> None:
    with (empty_desk._writing if writes else empty_desk._reading).connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == SAFE[name]
        assert connection.exec_driver_sql("PRAGMA query_only").scalar() == (0 if writes else 1)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "DELETE"),
        ("synchronous", "NORMAL"),
        ("temp_store", "FILE"),
        ("foreign_keys", "OFF"),
        ("secure_delete", "OFF"),
        ("trusted_schema", "ON"),
    ],
)
def test_a_setting_that_is_not_kept_ends_the_start(empty_desk: Desk, monkeypatch, setting, value) -> None:
    wanted = {name: wanted for name, _, wanted in engines._SETTINGS}[setting]
    monkeypatch.setattr(engines, "_SETTINGS", ((setting, value, wanted),))
    with pytest.raises(StoreUnavailable, match=setting) as refused:
        engines.connect(empty_desk.path, empty_desk._data_key)
    assert refused.value.code == "store_unsafe"


def test_a_library_with_known_damage_is_refused(empty_desk: Desk, monkeypatch) -> None:
    assert engines.dbapi2.sqlite_version_info >= engines.LEAST_SQLITE
    monkeypatch.setattr(engines, "LEAST_SQLITE", (99, 0, 0))
    with pytest.raises(StoreUnavailable, match="SQLite"):
        engines.connect(empty_desk.path, empty_desk._data_key)


def test_a_forgotten_key_never_makes_a_plain_store(tmp_path: Path, monkeypatch) -> None:
    """The library itself would make one, and say nothing."""

    class Keyless(engines.dbapi2.Connection):
        def execute(self, sql: str, *values: object) -> object:
            return super().execute("SELECT 1" if sql.startswith("PRAGMA key") else sql, *values)

    real = engines.dbapi2.connect
    monkeypatch.setattr(engines.dbapi2, "connect", lambda path, **how: real(path, factory=Keyless, **how))
    with pytest.raises(StoreUnavailable) as refused:
        engines.connect(tmp_path / "plain", bytes(32), create=True)
    assert refused.value.code == "store_not_encrypted"
    assert not (tmp_path / "plain").read_bytes()


def found_in(folder: Path) -> set[tuple[str, str]]:
    return {
        (path.name, encoding)
        for path in folder.iterdir()
        for encoding in ENCODINGS
        if CANARY[:9].encode(encoding) in path.read_bytes()
    }


def test_nothing_registered_stands_readable_on_the_disk(empty_desk: Desk) -> None:
    words = dict.fromkeys(("correspondent", "their_number", "kind", "summary", "executor"), CANARY)
    for _ in range(3):
        factories.registered(empty_desk, **words, resolution=CANARY, notes=CANARY, signatory=CANARY)
    folder = empty_desk.path.parent
    assert {path.name for path in folder.iterdir()} >= {"office.dspdesk", "office.dspdesk-wal"}
    assert found_in(folder) == set()
    empty_desk.close()
    assert found_in(folder) == set()
    for path in folder.iterdir():
        assert not path.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16le"])
def test_the_search_for_readable_words_finds_them_in_a_plain_file(tmp_path: Path, encoding: str) -> None:
    plain = sqlite3.connect(tmp_path / "plain")
    plain.execute(f"PRAGMA encoding = '{encoding}'")
    plain.execute("CREATE TABLE item (summary)")
    plain.execute("INSERT INTO item VALUES (?)", (CANARY,))
    plain.commit()
    plain.close()
    assert found_in(tmp_path) == {("plain", encoding.lower().replace("16le", "16-le"))}


def test_the_files_of_a_store_are_for_their_owner_only(desk: Desk) -> None:
    factories.registered(desk)
    assert {oct(path.stat().st_mode & 0o777) for path in desk.path.parent.iterdir()} == {"0o600"}


def test_the_reading_engine_cannot_write(empty_desk: Desk) -> None:
    with pytest.raises(StoreUnavailable) as refused, empty_desk.reading() as connection:
        connection.execute(text("INSERT INTO setting (key, value) VALUES ('a', '1')"))
    assert refused.value.code == "read_only"


def test_a_reading_sees_one_state_and_holds_nobody_up(desk: Desk) -> None:
    count = text("SELECT count(*) FROM number")
    with desk.reading() as connection:
        before = connection.execute(count).scalar()
        factories.registered(desk)
        assert connection.execute(count).scalar() == before
    with desk.reading() as connection:
        assert connection.execute(count).scalar() == before + 1


def test_a_writer_holds_up_no_reading(desk: Desk) -> None:
    with desk.transaction("test:store:held") as step:
        step.connection.execute(text("SELECT 1"))
        with desk.reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM number")).scalar()


def test_a_second_writer_waits_its_time_and_is_told(desk: Desk) -> None:
    other = factories.opened(desk.path.parent, patience=0.2)
    with desk.transaction("test:store:held") as step:
        step.connection.execute(text("SELECT 1"))
        with pytest.raises(StoreUnavailable) as refused:
            factories.registered(other)
    assert refused.value.code == "store_busy"
    assert factories.registered(other).number.sequence
    other.close()


def test_a_second_writer_is_let_in_when_the_first_is_done(desk: Desk) -> None:
    other = factories.opened(desk.path.parent)
    given = []
    with desk.transaction("test:store:held") as step:
        step.connection.execute(text("SELECT 1"))
        waiting = threading.Thread(target=lambda: given.append(factories.registered(other)))
        waiting.start()
        waiting.join(0.2)
        assert not given
    waiting.join()
    assert given
    other.close()
