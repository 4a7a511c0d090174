"""Key slots: what opens a store, and that nothing altered beside it does."""

import json
import secrets
from dataclasses import replace
from pathlib import Path

import pytest

from dspdesk.store import keys, sealing
from dspdesk.store.errors import StoreUnavailable
from tests import factories

DATA_KEY, RECOVERY_KEY, MACHINE = secrets.token_bytes(32), secrets.token_bytes(32), b"m" * 32
PASSWORD = "пароль с буквой ё и ә"


@pytest.fixture(scope="module")
def header() -> keys.Header:
    made = keys.with_recovery(keys.new_header(), DATA_KEY, RECOVERY_KEY)
    for login in ("first", "second"):
        made = keys.with_person(
            made, DATA_KEY, login, PASSWORD + login, MACHINE, secret="file", cost=factories.CHEAP
        )
    return made


@pytest.fixture
def store(header: keys.Header, tmp_path: Path) -> Path:
    keys.write(tmp_path / "office.dspdesk", header)
    return tmp_path / "office.dspdesk"


def unlocked(
    header: keys.Header, login: str = "first", password: str = "", machine: bytes = MACHINE
) -> bytes:
    return keys.unlock(header, login, password or PASSWORD + login, lambda _where: machine)


def rewritten(path: Path, change) -> None:
    """The slot file changed by somebody who knows its format, digest and all."""
    said = json.loads(path.read_bytes())
    del said["digest"]
    change(said)
    path.write_text(json.dumps({**said, "digest": keys._digest(said)}))


def code_of(action) -> str:
    with pytest.raises(StoreUnavailable) as refused:
        action()
    assert str(refused.value)
    return refused.value.code


def test_each_slot_opens_with_its_own_password(store: Path, header: keys.Header) -> None:
    read = keys.read(store)
    assert read == header
    assert read.logins == ["first", "second"]
    assert unlocked(read) == unlocked(read, "second") == DATA_KEY
    assert keys.unlock_by_recovery(read, RECOVERY_KEY) == DATA_KEY


def test_the_file_stands_there_twice_for_its_owner_only_and_holds_no_key(store: Path) -> None:
    first, second = (place.read_bytes() for place in keys.paths(store))
    assert first == second
    for secret in (DATA_KEY, RECOVERY_KEY, MACHINE):
        assert secret not in first
        assert secret.hex().encode() not in first
    assert {oct(place.stat().st_mode & 0o777) for place in keys.paths(store)} == {"0o600"}


def test_a_password_is_the_same_in_either_unicode_form(header: keys.Header) -> None:
    assert unlocked(header, password=PASSWORD.replace("ё", "е\u0308") + "first") == DATA_KEY


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"password": PASSWORD}, "wrong_password"),
        ({"machine": b"n" * 32}, "key_file_other"),
        ({"login": "second", "password": PASSWORD + "first"}, "wrong_password"),
        ({"login": "third"}, "unknown_login"),
    ],
)
def test_anything_else_does_not_open_it(header: keys.Header, given: dict, code: str) -> None:
    assert code_of(lambda: unlocked(header, **given)) == code


def test_another_recovery_key_does_not_open_it(header: keys.Header) -> None:
    assert code_of(lambda: keys.unlock_by_recovery(header, bytes(32))) == "recovery_not_this_store"
    nobody = keys.with_person(
        keys.new_header(), DATA_KEY, "first", PASSWORD, MACHINE, secret="file", cost=factories.CHEAP
    )
    assert code_of(lambda: keys.unlock_by_recovery(nobody, RECOVERY_KEY)) == "recovery_not_this_store"


def test_a_new_slot_takes_the_place_of_the_old_one(header: keys.Header) -> None:
    renewed = keys.with_person(
        header, DATA_KEY, "first", "иной пароль", MACHINE, secret="keyring", cost=factories.CHEAP
    )
    renewed = keys.with_recovery(renewed, DATA_KEY, bytes(32))
    assert renewed.logins == ["first", "second"]
    assert len(renewed.slots) == len(header.slots)
    assert unlocked(renewed, password="иной пароль") == unlocked(renewed, "second") == DATA_KEY
    assert keys.unlock_by_recovery(renewed, bytes(32)) == DATA_KEY
    assert code_of(lambda: unlocked(renewed)) == "wrong_password"
    assert code_of(lambda: keys.unlock_by_recovery(renewed, RECOVERY_KEY)) == "recovery_not_this_store"


def slot_of(said: dict, login: str = "first") -> dict:
    return next(slot for slot in said["slots"] if slot.get("login") == login)


def cheaper(said: dict) -> None:
    slot_of(said)["kdf"]["passes"] = 2


def renamed(said: dict) -> None:
    slot_of(said)["login"] = "head"


def moved(said: dict) -> None:
    slot_of(said)["secret"] = "keyring"


def exchanged(said: dict) -> None:
    """The wrapped key of one person under the name of another."""
    slot_of(said)["key"] = slot_of(said, "second")["key"]


def of_another_store(said: dict) -> None:
    said["store"] = "0" * 32


def cut(said: dict) -> None:
    slot_of(said)["key"]["wrapped"] = slot_of(said)["key"]["wrapped"][:-4]


def closed_by_another(said: dict) -> None:
    """The private key of another person, whose password somebody knows, under the name of the first."""
    slot_of(said)["private"] = slot_of(said, "second")["private"]


def of_another_pair(said: dict) -> None:
    slot_of(said)["public"] = slot_of(said, "second")["public"]


def of_another_epoch(said: dict) -> None:
    said["epoch"] = 2


ALTERED = [cheaper, renamed, moved, exchanged, cut, closed_by_another, of_another_pair, of_another_epoch]


@pytest.mark.parametrize("change", ALTERED)
def test_an_altered_slot_fails_even_with_the_right_password(store: Path, change) -> None:
    for place in keys.paths(store):
        rewritten(place, change)
    login = "head" if change is renamed else "first"
    password = PASSWORD + "first"
    assert code_of(lambda: unlocked(keys.read(store), login, password)) == "wrong_password"


def test_slots_of_another_store_know_the_key_file_by_its_check(store: Path) -> None:
    for place in keys.paths(store):
        rewritten(place, of_another_store)
    assert code_of(lambda: unlocked(keys.read(store))) == "key_file_other"
    for place in keys.paths(store):
        rewritten(place, checked_anew)
    assert code_of(lambda: unlocked(keys.read(store))) == "wrong_password"


def checked_anew(said: dict) -> None:
    slot_of(said)["check"] = sealing.check_of(MACHINE, said["store"])


def test_a_new_data_key_reaches_those_who_stay_without_their_passwords(header: keys.Header) -> None:
    new_key = secrets.token_bytes(32)
    staying = tuple(slot for slot in header.slots if slot.get("login") != "second")
    renewed = keys.rewrapped(header, new_key, staying)
    assert (renewed.epoch, renewed.logins) == (2, ["first"])
    assert unlocked(renewed) == keys.unlock_by_recovery(renewed, RECOVERY_KEY) == new_key
    assert unlocked(header) == DATA_KEY
    left = replace(renewed, slots=(*renewed.slots, header.person("second")))  # the old slot put back
    assert code_of(lambda: unlocked(left, "second")) == "wrong_password"


def test_both_epochs_stand_in_the_file_while_the_key_is_renewed(header: keys.Header, tmp_path: Path) -> None:
    coming = keys.rewrapped(header, bytes(32), header.slots).slots
    both = replace(header, coming=coming, file="ab" * 16)
    keys.write(tmp_path / "x", both)
    assert keys.read(tmp_path / "x") == both
    for place in keys.paths(tmp_path / "x"):
        rewritten(place, lambda said: said["coming"][0].pop("key"))
    assert code_of(lambda: keys.read(tmp_path / "x")) == "keys_damaged"


@pytest.mark.parametrize(
    "change",
    [
        lambda slot: slot["kdf"].update(memory_mib=2**40),
        lambda slot: slot["kdf"].update(passes=0),
        lambda slot: slot["kdf"].update(lanes="2"),
        lambda slot: slot["kdf"].update(salt="AAAA"),
        lambda slot: slot.pop("kdf"),
        lambda slot: slot["private"].update(nonce="AAAA"),
        lambda slot: slot["key"].update(wrapped="не base64"),
        lambda slot: slot["key"].update(sender="AAAA"),
        lambda slot: slot.update(public=""),
        lambda slot: slot.update(check=4),
        lambda slot: slot.pop("private"),
        lambda slot: slot.update(secret="nowhere"),
        lambda slot: slot.update(kind="master"),
        lambda slot: slot.pop("login"),
    ],
)
def test_a_slot_that_cannot_be_one_is_damage(store: Path, change) -> None:
    for place in keys.paths(store):
        rewritten(place, lambda said: change(slot_of(said)))
    assert code_of(lambda: keys.read(store)) == "keys_damaged"


def flipped(content: bytes) -> bytes:
    """One letter of the wrapped key is another one: still whole JSON with whole base64."""
    place = content.index(b'"wrapped": "') + 20
    return content[:place] + (b"A" if content[place : place + 1] != b"A" else b"B") + content[place + 1 :]


DAMAGES = [flipped, lambda content: content[:200], lambda _content: b"", lambda _content: b"\xff\x00" * 90]
DAMAGES += [lambda _content: b"[]", lambda _content: b"[" * 100_000]


@pytest.mark.parametrize("damaged", DAMAGES)
def test_the_second_copy_serves_when_the_first_is_damaged(store: Path, header: keys.Header, damaged) -> None:
    first, second = keys.paths(store)
    first.write_bytes(damaged(first.read_bytes()))
    assert keys.read(store) == header
    second.write_bytes(damaged(second.read_bytes()))
    assert code_of(lambda: keys.read(store)) == "keys_damaged"


def test_the_second_copy_serves_when_the_first_is_missing(store: Path, header: keys.Header) -> None:
    first, second = keys.paths(store)
    first.unlink()
    assert keys.read(store) == header
    second.unlink()
    assert code_of(lambda: keys.read(store)) == "keys_missing"


def test_a_slot_file_of_a_newer_program_is_refused_by_its_version(store: Path) -> None:
    for place in keys.paths(store):
        place.write_text('{"format": 3, "program": "9.9"}')
    with pytest.raises(StoreUnavailable, match=r"9\.9"):
        keys.read(store)


def test_a_broken_off_writing_leaves_the_old_slots(store: Path, header: keys.Header, monkeypatch) -> None:
    before = [place.read_bytes() for place in keys.paths(store)]

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        keys.write(store, keys.with_recovery(header, DATA_KEY, bytes(32)))
    assert [place.read_bytes() for place in keys.paths(store)] == before
    assert len(list(store.parent.iterdir())) == 2
