"""The machine's secret: a key file that is one, a keyring that keeps what it is given; never the one for the other."""

from pathlib import Path

import pytest
from keyring.backends import fail, null
from keyring.errors import InitError, KeyringLocked, NoKeyringError

from dspdesk import desk as desks
from dspdesk.store import machine_secret
from dspdesk.store.errors import StoreUnavailable
from tests import factories

SECRET = bytes(range(32))


class Ring:
    """A keyring in memory that does as it is told."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password


class Failing(Ring):
    """A keyring that answers every question with an error."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error


def code_of(action) -> str:
    with pytest.raises(StoreUnavailable) as refused:
        action()
    assert str(refused.value)
    return refused.value.code


def test_a_key_file_of_any_content_serves_from_32_bytes_on(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"x" * 31)
    assert code_of(lambda: machine_secret.from_key_file(file)) == "key_file_short"
    file.write_bytes(b"x" * 32)
    secret = machine_secret.from_key_file(file)
    assert len(secret) == 32
    file.write_bytes(b"x" * 33)
    assert machine_secret.from_key_file(file) != secret


def test_a_key_file_is_made_when_absent_and_left_when_there(tmp_path: Path) -> None:
    file = tmp_path / "carrier.key"
    assert code_of(lambda: machine_secret.from_key_file(file)) == "key_file_unreadable"
    machine_secret.make_key_file(file)
    made = file.read_bytes()
    assert len(made) >= machine_secret.LEAST_BYTES
    assert file.stat().st_mode & 0o777 == 0o600
    machine_secret.make_key_file(file)
    assert file.read_bytes() == made
    assert code_of(lambda: machine_secret.make_key_file(tmp_path / "nowhere" / "k")) == "key_file_unreadable"


def test_a_keyring_gives_back_what_it_was_given() -> None:
    ring = Ring()
    made = machine_secret.put_in_keyring("store", SECRET, ring)
    assert machine_secret.from_keyring("store", ring) == made
    assert code_of(lambda: machine_secret.from_keyring("another store", ring)) == "keyring_empty"


def test_a_keyring_that_forgets_is_not_accepted() -> None:
    assert code_of(lambda: machine_secret.put_in_keyring("store", SECRET, null.Keyring())) == "keyring_absent"


def test_a_new_slot_takes_the_secret_that_is_there_and_makes_one_only_when_there_is_none(
    tmp_path: Path,
) -> None:
    ring, file = Ring(), tmp_path / "carrier.key"
    for _ in range(2):
        made = machine_secret.for_new_slot("store", None, ring)
        assert made == (machine_secret.from_keyring("store", ring), "keyring")
        assert machine_secret.for_new_slot("store", file, ring) == (
            machine_secret.from_key_file(file),
            "file",
        )
    assert machine_secret.for_new_slot("store", None, ring) == made
    locked = Failing(KeyringLocked("locked"))
    assert code_of(lambda: machine_secret.for_new_slot("store", None, locked)) == "keyring_locked"


def test_a_keyring_that_lacks_or_differs_from_the_copy_in_the_store_is_given_it() -> None:
    ring = Ring()
    assert machine_secret.for_new_slot("store", None, ring, SECRET) == (SECRET, "keyring")
    ring.set_password("dspdesk", "store", "ab" * 32)
    assert machine_secret.for_new_slot("store", None, ring, SECRET) == (SECRET, "keyring")
    assert machine_secret.from_keyring("store", ring) == SECRET


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NoKeyringError("no backend"), "keyring_absent"),
        (KeyringLocked("locked"), "keyring_locked"),
        (InitError("prompt dismissed"), "keyring_locked"),
    ],
)
def test_an_absent_and_a_locked_keyring_are_told_apart(error: Exception, code: str) -> None:
    ring = Failing(error)
    assert code_of(lambda: machine_secret.put_in_keyring("store", SECRET, ring)) == code
    assert code_of(lambda: machine_secret.from_keyring("store", ring)) == code


@pytest.mark.parametrize("held", ["", "not hexadecimal", "abcd"])
def test_what_is_no_secret_of_ours_is_not_taken_for_one(held: str) -> None:
    ring = Ring()
    ring.set_password("dspdesk", "store", held)
    assert code_of(lambda: machine_secret.from_keyring("store", ring)) == "keyring_empty"


@pytest.mark.parametrize("backend", [null.Keyring(), fail.Keyring()])
def test_only_backends_that_keep_secrets_are_trusted(monkeypatch, backend: object) -> None:
    monkeypatch.setattr("keyring.get_keyring", lambda: backend)
    assert code_of(machine_secret.trusted_keyring) == "keyring_absent"


def test_a_backend_of_the_list_is_found_among_several(monkeypatch) -> None:
    class Kept(Ring):
        __module__ = "keyring.backends.SecretService"

    class Chained:
        backends = (null.Keyring(), kept := Kept())

    monkeypatch.setattr("keyring.get_keyring", Chained)
    assert machine_secret.trusted_keyring() is Chained.kept


def with_keyring(folder: Path, ring: Ring) -> desks.Created:
    return factories.created(folder, key_file=None, keyring=ring)


def test_a_store_opens_with_the_keyring_it_was_made_with(tmp_path: Path) -> None:
    ring = Ring()
    with_keyring(tmp_path, ring).desk.close()
    store = tmp_path / "office.dspdesk"
    assert not desks.wants_key_file(store)
    desks.open_desk(store, None, factories.PASSWORD, keyring=ring, at=factories.clock).close()
    with pytest.raises(StoreUnavailable) as refused:
        desks.open_desk(store, None, factories.PASSWORD, keyring=Ring())
    assert refused.value.code == "keyring_empty"


def test_a_keyring_never_falls_back_to_a_file(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        with_keyring(tmp_path, Failing(NoKeyringError("no backend")))
    assert refused.value.code == "keyring_absent"
    assert list(tmp_path.iterdir()) == []
    ring = Ring()
    with_keyring(tmp_path, ring).desk.close()
    machine_secret.make_key_file(tmp_path / "carrier.key")
    locked = Failing(KeyringLocked("locked"))
    with pytest.raises(StoreUnavailable) as refused:
        desks.open_desk(
            tmp_path / "office.dspdesk", None, factories.PASSWORD, tmp_path / "carrier.key", keyring=locked
        )
    assert refused.value.code == "keyring_locked"


def test_a_key_file_never_falls_back_to_a_keyring(made_stores: Path) -> None:
    store = made_stores / "empty" / "office.dspdesk"
    assert desks.wants_key_file(store)
    with pytest.raises(StoreUnavailable) as refused:
        desks.open_desk(store, None, factories.PASSWORD, keyring=Ring())
    assert refused.value.code == "key_file_needed"
