"""Another library, built from other sources, opens the store by its key: the records do not hang on one program."""

import json

import apsw
import pytest

from dspdesk.desk import Desk
from dspdesk.store import ledger
from tests import factories


def second_reader(desk: Desk, key: bytes) -> apsw.Connection:
    connection = apsw.Connection(str(desk.path))
    for name, value in (("cipher", "'sqlcipher'"), ("legacy", "4"), ("key", f"\"x'{key.hex()}'\"")):
        connection.execute(f"PRAGMA {name} = {value}")
    return connection


def test_the_rows_are_read_by_another_library(desk: Desk) -> None:
    done = factories.registered(desk, summary="о проверке Қ", notes="прочтено другой программой")
    key = desk._data_key
    desk.close()
    reader = second_reader(desk, key)
    found = reader.execute("SELECT summary, notes FROM item WHERE id = ?", (done.id,)).fetchall()
    assert found == [("о проверке Қ", "прочтено другой программой")]
    assert reader.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    reader.close()


def test_the_chain_holds_for_a_reader_that_shares_no_code(desk: Desk) -> None:
    import hashlib

    key = desk._data_key
    desk.close()
    reader, previous, known = second_reader(desk, key), b"\x00" * 32, set()
    for number, (sequence, body, digest) in enumerate(
        reader.execute("SELECT id, body, hash FROM ledger ORDER BY id"), 1
    ):
        previous = hashlib.sha256(b"\x00" + previous + body).digest()
        assert (sequence, digest) == (number, previous)
        known |= {key for table, key, _ in json.loads(body)["changes"] if table == "item"}
    assert known == {key for (key,) in reader.execute("SELECT id FROM item")}
    assert previous != ledger.START
    reader.close()


def test_without_the_key_it_reads_nothing(desk: Desk) -> None:
    desk.close()
    reader = second_reader(desk, bytes(32))
    with pytest.raises(apsw.NotADBError):
        reader.execute("SELECT * FROM item")
    reader.close()
