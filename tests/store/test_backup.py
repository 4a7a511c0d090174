"""The backup: whole, keyed, read back before it has its name; a failure leaves nothing on the carrier."""

import json
import shutil
from pathlib import Path

import pytest

from dspdesk import desk as desks
from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Role
from dspdesk.queries.today import today
from dspdesk.store import backup, integrity, keys
from dspdesk.store.errors import StoreUnavailable
from tests import factories
from tests.store.tampering import counts


@pytest.fixture
def carrier(tmp_path: Path) -> Path:
    (tmp_path / "carrier").mkdir()
    return tmp_path / "carrier" / "2026-11-18.dspdesk"


def opened(backup_of: Path, key_file: Path) -> Desk:
    return desks.open_desk(backup_of, None, factories.PASSWORD, key_file, at=factories.clock)


def refusal(action) -> StoreUnavailable:
    with pytest.raises(StoreUnavailable) as refused:
        action()
    assert str(refused.value)
    return refused.value


def test_a_backup_opens_with_the_same_password_and_holds_the_same(desk: Desk, carrier: Path) -> None:
    expected = counts(desk)
    desk.backup(carrier)
    assert {path.name for path in carrier.parent.iterdir()} == {
        carrier.name, carrier.name + ".keys", carrier.name + ".keys2",
    }  # fmt: skip
    copy = opened(carrier, desk.path.parent / "carrier.key")
    assert counts(copy) == expected
    assert copy.verify() == []
    assert factories.registered(copy).number
    copy.close()


def test_a_backup_is_made_while_others_read_and_what_is_not_yet_in_the_file_is_in_it(
    desk: Desk, carrier: Path
) -> None:
    done = factories.registered(desk)
    with desk.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM item").scalar()
        assert desk.path.with_name(desk.path.name + "-wal").stat().st_size
        desk.backup(carrier)
    copy = opened(carrier, desk.path.parent / "carrier.key")
    with copy.reading() as connection:
        assert connection.exec_driver_sql("SELECT max(id) FROM item").scalar() == done.id
    copy.close()


def test_the_day_of_the_backup_is_noted_in_the_ledger(desk: Desk, carrier: Path) -> None:
    assert today(desk).last_backup is None
    desk.backup(carrier)
    assert today(desk).last_backup == desk.now().replace(microsecond=0)
    assert desk.verify() == []


def test_a_copy_is_encrypted_and_for_its_owner_only(desk: Desk, carrier: Path) -> None:
    desk.backup(carrier)
    assert not carrier.read_bytes().startswith(b"SQLite format 3")
    assert {oct(path.stat().st_mode & 0o777) for path in carrier.parent.iterdir()} == {"0o600"}


@pytest.mark.parametrize("end", ["", ".keys", ".keys2"])
def test_nothing_is_overwritten(desk: Desk, carrier: Path, end: str) -> None:
    there = carrier.with_name(carrier.name + end)
    there.write_bytes(b"another store")
    assert refusal(lambda: desk.backup(carrier)).code == "store_exists"
    assert there.read_bytes() == b"another store"
    assert len(list(carrier.parent.iterdir())) == 1
    assert today(desk).last_backup is None


def test_keys_damaged_in_one_place_are_whole_in_the_copy(desk: Desk, carrier: Path) -> None:
    keys.paths(desk.path)[0].write_bytes(b"")
    desk.backup(carrier)
    for place in keys.paths(carrier):
        assert json.loads(place.read_bytes())["store"] == desk.store_id


def damaging(copy_made):
    """The copying, after which a bit of the copy is another one."""

    def copied(store: Path, temporary: Path, data_key: bytes) -> None:
        copy_made(store, temporary, data_key)
        content = bytearray(temporary.read_bytes())
        content[len(content) // 2] ^= 1
        temporary.write_bytes(content)

    return copied


def test_a_damaged_copy_is_found_and_removed(desk: Desk, carrier: Path, monkeypatch) -> None:
    monkeypatch.setattr(backup, "_copy", damaging(backup._copy))
    assert refusal(lambda: desk.backup(carrier)).code == "backup_differs"
    assert list(carrier.parent.iterdir()) == []
    assert today(desk).last_backup is None


def cut_short(store: Path, temporary: Path, data_key: bytes) -> None:
    shutil.copyfile(store, temporary)
    with temporary.open("r+b") as file:
        file.truncate(8 * 4096)


def test_a_copy_cut_short_is_found_and_removed(desk: Desk, carrier: Path, monkeypatch) -> None:
    desk.backup(carrier.with_name("whole"))
    for path in carrier.parent.iterdir():
        path.unlink()
    monkeypatch.setattr(backup, "_copy", cut_short)
    assert refusal(lambda: desk.backup(carrier)).code in {"backup_differs", "store_damaged"}
    assert list(carrier.parent.iterdir()) == []


@pytest.mark.parametrize("door", ["os.fsync", "os.open", "pathlib.Path.replace"])
@pytest.mark.parametrize(
    ("error", "code"),
    [(28, "backup_carrier_full"), (30, "read_only"), (5, "not_reachable"), (2, "not_reachable")],
)
def test_a_carrier_that_fails_is_told_and_left_empty(
    desk: Desk, carrier: Path, monkeypatch, door, error, code
) -> None:
    def failing(*_how: object) -> None:
        raise OSError(error, "the carrier failed")

    with monkeypatch.context() as patched:
        patched.setattr(door, failing)
        assert refusal(lambda: desk.backup(carrier)).code == code
    assert list(carrier.parent.iterdir()) == []
    assert today(desk).last_backup is None
    desk.backup(carrier)


def test_a_carrier_without_its_folder_is_told(desk: Desk, carrier: Path) -> None:
    assert refusal(lambda: desk.backup(carrier.parent / "nowhere" / "copy")).code == "not_reachable"


def test_a_damaged_store_gives_no_backup(desk: Desk, carrier: Path) -> None:
    desk.close()
    content = bytearray(desk.path.read_bytes())
    content[len(content) // 2] ^= 1
    desk.path.write_bytes(content)
    assert integrity.damage(desk.path, desk._data_key)
    assert refusal(lambda: desk.backup(carrier)).code == "store_damaged"
    assert list(carrier.parent.iterdir()) == []


@pytest.mark.parametrize("ends", [(".new",), (".new", ".keys"), (".new", ".keys", ".keys2")])
def test_what_a_backup_that_was_broken_off_left_does_not_stand_in_the_way(
    desk: Desk, carrier: Path, ends
) -> None:
    for end in ends:
        carrier.with_name(carrier.name + end).write_bytes(b"broken off " * 10_000)
    desk.backup(carrier)
    assert len(list(carrier.parent.iterdir())) == 3


def test_backups_are_for_those_entrusted_with_them(desk: Desk, carrier: Path) -> None:
    from dataclasses import replace

    desk.person = replace(desk.person, roles=frozenset({Role.CLERK}))
    with pytest.raises(Refused):
        desk.backup(carrier)
    assert list(carrier.parent.iterdir()) == []
