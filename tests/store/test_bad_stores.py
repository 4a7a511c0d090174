"""What is no store, no longer whole, of a newer program, or on a bad medium: one plain sentence, nothing changed."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from dspdesk import desk as desks
from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from dspdesk.store import engines
from dspdesk.store.errors import StoreUnavailable
from tests import factories
from tests.store.tampering import counts, on_disk, raw

PAGE = 4096


@pytest.fixture
def store(made_stores: Path, tmp_path: Path) -> Path:
    """A small store that nobody has open."""
    shutil.copytree(made_stores / "small", tmp_path / "small")
    return tmp_path / "small" / "office.dspdesk"


def plain_database(store: Path) -> None:
    store.unlink()
    plain = sqlite3.connect(store)
    plain.execute("CREATE TABLE journal (id INTEGER)")
    plain.commit()
    plain.close()


def text_file(store: Path) -> None:
    store.write_text("Журнал регистрации\n" * 500, encoding="cp1251")


def empty_file(store: Path) -> None:
    store.write_bytes(b"")


def folder(store: Path) -> None:
    store.unlink()
    store.mkdir()


def cut_to(size: int) -> Callable[[Path], None]:
    def cut(store: Path) -> None:
        store.write_bytes(store.read_bytes()[:size])

    cut.__name__ = f"cut_to_{size}"
    return cut


def noise(store: Path) -> None:
    store.write_bytes(bytes(range(256)) * 64)


def other_keys(store: Path) -> None:
    """Keys that the same password and key file open, but of another store."""
    other = store.parent.parent / "other"
    other.mkdir()
    shutil.copyfile(store.parent / "carrier.key", other / "carrier.key")
    factories.created(other).desk.close()
    for end in (".keys", ".keys2"):
        shutil.copyfile(other / f"office.dspdesk{end}", store.with_name(store.name + end))


def bit_in_first_page(store: Path) -> None:
    flip(store, 700)


def flip(store: Path, place: int) -> None:
    content = bytearray(store.read_bytes())
    content[place] ^= 1
    store.write_bytes(content)


def never_filled(store: Path) -> None:
    """Whole and encrypted with its own key, but without one table: a founding that was broken off."""
    key = factories.opened(store.parent)
    store.unlink()
    engines.connect(store, key._data_key, create=True).close()
    key.close()


def refusal(open_it: Callable[[], object]) -> StoreUnavailable:
    with pytest.raises(StoreUnavailable) as refused:
        open_it()
    for language in Language:
        use_language(language)
        assert "\n" not in str(refused.value)
        assert "{" not in str(refused.value)
    return refused.value


BAD = {
    plain_database: "not_a_store",
    empty_file: "not_a_store",
    folder: "not_a_store",
    text_file: "store_damaged",
    noise: "store_damaged",
    cut_to(100): "store_damaged",
    cut_to(PAGE): "store_damaged",
    cut_to(20 * PAGE): "store_damaged",
    other_keys: "store_damaged",
    bit_in_first_page: "store_damaged",
    never_filled: "store_damaged",
}


@pytest.mark.parametrize("make_bad", BAD, ids=lambda make_bad: make_bad.__name__)
def test_a_bad_file_with_keys_beside_it_is_told_and_left_as_it_is(store: Path, make_bad) -> None:
    make_bad(store)
    before = on_disk(store.parent)
    assert refusal(lambda: factories.opened(store.parent)).code == BAD[make_bad]
    assert on_disk(store.parent) == before


@pytest.mark.parametrize(
    ("make_bad", "code"),
    [
        (plain_database, "not_a_store"),
        (text_file, "not_a_store"),
        (empty_file, "not_a_store"),
        (folder, "not_a_store"),
        (lambda _store: None, "keys_missing"),
    ],
)
def test_a_file_without_keys_is_told_from_a_store_that_lost_them(store: Path, make_bad, code: str) -> None:
    make_bad(store)
    for end in (".keys", ".keys2"):
        store.with_name(store.name + end).unlink()
    before = on_disk(store.parent)
    assert refusal(lambda: factories.opened(store.parent)).code == code
    assert refusal(lambda: desks.logins(store)).code == code
    assert on_disk(store.parent) == before


def test_a_missing_store_is_told_and_not_made(tmp_path: Path) -> None:
    assert refusal(lambda: factories.opened(tmp_path)).code == "no_store"
    assert list(tmp_path.iterdir()) == []


def test_a_whole_store_opens(store: Path) -> None:
    before = on_disk(store.parent)
    desk = factories.opened(store.parent)
    assert desk.verify() == []
    desk.close()
    assert on_disk(store.parent) == before


def pages(store: Path) -> int:
    return store.stat().st_size // PAGE


@pytest.mark.long
def test_a_flipped_bit_in_any_page_is_found(store: Path) -> None:
    whole = store.read_bytes()
    for page in range(1, pages(store), 3):
        flip(store, page * PAGE + page % (PAGE - 1))
        assert not found_whole(store), f"page {page}"
        store.write_bytes(whole)
    assert found_whole(store)


def found_whole(store: Path) -> bool:
    """Whether the store opens and its verification finds nothing; any other error than ours would come through."""
    try:
        desk = factories.opened(store.parent)
    except StoreUnavailable as error:
        return error.code != "store_damaged"
    try:
        return not desk.verify()
    finally:
        desk.close()


def test_a_half_page_at_the_end_is_found(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:-1000])
    assert not found_whole(store)


def test_a_store_of_a_newer_program_is_refused_by_its_version(store: Path) -> None:
    desk = factories.opened(store.parent)
    with raw(desk) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.execute("UPDATE written_by SET version = '41.7'")
    desk.close()
    before = on_disk(store.parent)
    refused = refusal(lambda: factories.opened(store.parent))
    assert refused.code == "store_newer"
    assert "41.7" in str(refused)
    assert on_disk(store.parent) == before


def protect(desk: Desk, way: str) -> None:
    connection = desk._writing.raw_connection()
    connection.cursor().execute(f"PRAGMA query_only = {way}")
    connection.close()


def test_a_medium_that_turned_read_only_is_told_and_nothing_is_half_written(desk: Desk) -> None:
    before = counts(desk)
    protect(desk, "ON")
    assert refusal(lambda: factories.registered(desk)).code == "read_only"
    protect(desk, "OFF")
    assert counts(desk) == before
    assert desk.verify() == []


def test_a_protected_folder_is_told_as_such(store: Path, monkeypatch) -> None:
    """On a protected medium the library says only that it cannot open the file."""

    def unopened(*_how: object, **_more: object) -> None:
        raise engines.dbapi2.OperationalError("unable to open database file")

    monkeypatch.setattr(engines.dbapi2, "connect", unopened)
    assert refusal(lambda: factories.opened(store.parent)).code == "not_reachable"
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    assert refusal(lambda: factories.opened(store.parent)).code == "read_only"


@pytest.mark.parametrize("room", range(8))
def test_a_full_disk_is_told_and_nothing_is_half_written(desk: Desk, room: int) -> None:
    """Whatever page is the first that does not fit: the same entry is made whole when there is room again."""
    before = counts(desk)
    command = {"form_id": "the same form", "notes": "слово " * 8000}
    with desk._writing.begin() as connection:
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {used + room}")
    assert refusal(lambda: factories.registered(desk, **command)).code == "disk_full"
    assert counts(desk) == before
    assert desk.verify() == []
    with desk._writing.begin() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert not factories.registered(desk, **command).repeated
    assert desk.verify() == []


def test_an_unknown_complaint_of_the_library_is_not_glossed_over(desk: Desk) -> None:
    with pytest.raises(Exception, match="no such table"), desk.reading() as connection:
        connection.execute(text("SELECT * FROM no_such"))
