"""Opening by the recovery sheet: what opens the store afterwards, what no longer does, and what the ledger keeps."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from dspdesk import desk as desks
from dspdesk.desk import Created
from dspdesk.models import Account, AccountRole, Employee
from dspdesk.queries.today import today
from dspdesk.store import keys, machine_secret, recovery, reopening
from dspdesk.store.errors import StoreUnavailable
from tests import factories
from tests.factories import LOGIN, PASSWORD
from tests.store.tampering import on_disk, raw

NEW = "новый берег и старая лодка"
OTHER, OTHERS_PASSWORD = "archivist", "у архивиста свой пароль есть"


class Ring:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Created:
    """A store with two logins, one sheet typed back, closed; made once and copied for each test."""
    made = factories.created(tmp_path_factory.mktemp("made"))
    second_login(made)
    made.desk.confirm_recovery("".join(made.recovery))
    made.desk.close()
    return made


@pytest.fixture
def store(made: Created, tmp_path: Path) -> Created:
    """A store of the test's own, closed, with the sheet of the one it was copied from."""
    shutil.copytree(made.desk.path.parent, tmp_path, dirs_exist_ok=True)
    desk = factories.opened(tmp_path)
    desk.close()
    return replace(made, desk=desk)


def second_login(made: Created) -> None:
    desk = made.desk
    with desk.transaction("people:account:added") as step:
        person = Employee(name_kk="Ахметов Б.К.", name_ru="Ахметов Б.К.")
        step.session.add(Account(login=OTHER, employee=person, roles=[AccountRole(role="archivist")]))
    machine = machine_secret.from_key_file(desk.path.parent / "carrier.key")
    header = keys.with_person(
        keys.read(desk.path), desk._data_key, OTHER, OTHERS_PASSWORD, machine, secret="file", cost=factories.CHEAP
    )  # fmt: skip
    keys.write(desk.path, header)


def recovered(store: Created, typed: str = "", **changes: object) -> Created:
    path = store.desk.path
    how = {"login": LOGIN, "password": NEW, "key_file": path.parent / "new.key", "cost": factories.CHEAP}
    return desks.recover(
        path, typed_key=typed or " ".join(store.recovery), at=factories.clock, **how | changes
    )


def opens(store: Created, login: str, password: str, key_file: str = "carrier.key") -> str:
    """The login that a password opens the store for, or the code of why it does not."""
    path = store.desk.path
    try:
        desk = desks.open_desk(path, login, password, path.parent / key_file, at=factories.clock)
    except StoreUnavailable as refused:
        return refused.code
    desk.close()
    return desk.person.login


def entries(desk: desks.Desk) -> list[dict]:
    with raw(desk) as connection:
        bodies = connection.execute("SELECT body FROM ledger ORDER BY id").fetchall()
    return [json.loads(body) for (body,) in bodies]


def refused(action) -> StoreUnavailable:
    with pytest.raises(StoreUnavailable) as told:
        action()
    assert str(told.value)
    return told.value


def untouched(store: Created) -> bool:
    """Whether everything opens as before and the ledger knows of no use."""
    right = opens(store, LOGIN, PASSWORD) == LOGIN and desks.recovery_opens(
        store.desk.path, "".join(store.recovery)
    )
    return right and not any(said["tag"] == "keys:recovery_sheet:used" for said in entries(store.desk))


def test_the_sheet_opens_the_store_with_a_new_password_and_a_new_sheet(store: Created) -> None:
    made = recovered(store)
    assert made.desk.person.login == LOGIN
    assert made.recovery != store.recovery
    assert made.desk.recovery_matches("".join(made.recovery))
    assert not made.desk.recovery_matches("".join(store.recovery))
    assert made.desk.verify() == []
    made.desk.close()
    assert opens(store, LOGIN, NEW, "new.key") == LOGIN


def test_the_old_password_and_the_used_sheet_open_nothing_any_more(store: Created) -> None:
    made = recovered(store)
    made.desk.close()
    assert opens(store, LOGIN, PASSWORD, "new.key") == "wrong_password"
    for password in (PASSWORD, NEW):
        assert opens(store, LOGIN, password) == "key_file_other"
    assert not desks.recovery_opens(store.desk.path, "".join(store.recovery))
    assert refused(lambda: recovered(store)).code == "recovery_not_this_store"
    again = recovered(store, "".join(made.recovery))
    assert again.desk.verify() == []
    again.desk.close()
    first, second = (place.read_bytes() for place in keys.paths(store.desk.path))
    assert first == second


def test_other_logins_stay_as_they_are_and_where_they_are(store: Created) -> None:
    before = keys.read(store.desk.path)
    recovered(store).desk.close()
    after = keys.read(store.desk.path)
    assert after.person(OTHER) == before.person(OTHER)
    assert after.logins == [LOGIN, OTHER]
    assert len(after.slots) == len(before.slots)
    assert opens(store, OTHER, OTHERS_PASSWORD) == OTHER
    made = recovered(Created(store.desk, recovered_key(store)), login=OTHER)
    assert made.desk.person.login == OTHER
    made.desk.close()
    assert opens(store, LOGIN, NEW, "new.key") == LOGIN


def recovered_key(store: Created) -> tuple[str, ...]:
    """A sheet of the store known to the test, in the place of the one that was lost."""
    key = bytes(range(32))
    header = keys.with_recovery(keys.read(store.desk.path), store.desk._data_key, key)
    keys.write(store.desk.path, header)
    return recovery.to_groups(key)


def test_the_use_stands_in_the_ledger_and_the_new_sheet_is_missing_until_typed_back(store: Created) -> None:
    made = recovered(store)
    said, replaced = entries(made.desk)[-2:]
    assert replaced["tag"] == "keys:recovery_sheet:replaced"
    assert (said["tag"], said["by"], said["subject"]) == ("keys:recovery_sheet:used", LOGIN, "account:1")
    assert said["reason"] == ""
    assert today(made.desk).recovery_sheet_missing
    assert not made.desk.confirm_recovery("".join(store.recovery))
    assert made.desk.confirm_recovery("".join(made.recovery))
    assert not today(made.desk).recovery_sheet_missing
    assert made.desk.verify() == []
    made.desk.close()


@pytest.mark.parametrize(
    ("password", "reason"),
    [("123", "password_short"), (f"{LOGIN} {LOGIN}", "password_common"), ("комитет по проверке", "password_common")],
)  # fmt: skip
def test_a_weak_password_that_was_taken_all_the_same_stands_in_the_ledger(
    store: Created, password: str, reason: str
) -> None:
    made = recovered(store, password=password)
    assert entries(made.desk)[-2]["reason"] == reason
    made.desk.close()


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"typed": "A"}, "recovery_wrong"),
        ({"typed": " "}, "recovery_count"),
        ({"typed": " ".join(recovery.to_groups(bytes(32)))}, "recovery_not_this_store"),
        ({"login": "nobody"}, "unknown_login"),
        ({"key_file": Path("/nowhere/at/all.key")}, "key_file_unreadable"),
    ],
)
def test_what_is_refused_leaves_the_store_as_it_was(store: Created, how: dict, code: str) -> None:
    assert refused(lambda: recovered(store, **how)).code == code
    assert untouched(store)


def test_a_wrong_group_is_named(store: Created) -> None:
    groups = list(store.recovery)
    groups[6] = "0000" + ("1" if groups[6][-1] != "1" else "2")
    for ask in (
        lambda typed: recovered(store, typed),
        lambda typed: desks.recovery_opens(store.desk.path, typed),
    ):
        wrong = refused(lambda ask=ask: ask(" ".join(groups)))
        assert (wrong.code, wrong.facts["group"]) == ("recovery_wrong", 7)


def test_the_sheet_of_another_store_is_told_from_a_mistyped_one(store: Created, made_stores: Path) -> None:
    (elsewhere := store.desk.path.parent / "elsewhere").mkdir()
    other = factories.created(elsewhere)
    other.desk.close()
    assert refused(lambda: recovered(store, "".join(other.recovery))).code == "recovery_not_this_store"
    for place, foreign in zip(keys.paths(store.desk.path), keys.paths(other.desk.path), strict=True):
        place.write_bytes(foreign.read_bytes())  # the slot file itself is of the other store
    before = on_disk(store.desk.path.parent)
    assert refused(lambda: recovered(store, "".join(other.recovery))).code == "store_damaged"
    assert {name: before[name] for name in before if ".keys" in name} == {
        name: content for name, content in on_disk(store.desk.path.parent).items() if ".keys" in name
    }


def test_a_login_without_an_account_is_refused(store: Created) -> None:
    path = store.desk.path
    header = keys.with_person(
        keys.read(path), store.desk._data_key, "ghost", PASSWORD, b"m" * 32, secret="file", cost=factories.CHEAP
    )  # fmt: skip
    keys.write(path, header)
    assert refused(lambda: recovered(store, login="ghost")).code == "unknown_login"
    assert untouched(store)


def test_no_store_is_told(tmp_path: Path) -> None:
    told = refused(lambda: desks.recover(tmp_path / "none", LOGIN, "", NEW, at=factories.clock))
    assert told.code == "no_store"


def test_a_keyring_that_holds_the_secret_keeps_it_for_the_others(tmp_path: Path) -> None:
    ring = Ring()
    made = factories.created(tmp_path, key_file=None, keyring=ring)
    made.desk.close()
    held = dict(ring.held)
    again = recovered(made, key_file=None, keyring=ring)
    again.desk.close()
    assert ring.held == held
    desks.open_desk(made.desk.path, LOGIN, NEW, keyring=ring, at=factories.clock).close()


def test_on_another_machine_the_keyring_is_given_the_copy_of_the_secret(tmp_path: Path) -> None:
    """Slots of other people stand on it: their passwords open the store there too."""
    ring, elsewhere = Ring(), Ring()
    made = factories.created(tmp_path, key_file=None, keyring=ring)
    made.desk.close()
    recovered(made, key_file=None, keyring=elsewhere).desk.close()
    assert elsewhere.held == ring.held
    desks.open_desk(made.desk.path, LOGIN, NEW, keyring=elsewhere, at=factories.clock).close()
    assert not desks.wants_key_file(made.desk.path)
    recovered(Created(made.desk, recovered_key(made))).desk.close()
    assert desks.wants_key_file(made.desk.path)


def test_a_new_machine_is_enrolled_once_and_every_login_works(tmp_path: Path) -> None:
    ring, elsewhere = Ring(), Ring()
    made = factories.created(tmp_path, key_file=None, keyring=ring)
    made.desk.confirm_recovery("".join(made.recovery))
    made.desk.close()
    path = made.desk.path
    opening = {"login": LOGIN, "password": PASSWORD, "at": factories.clock}
    assert refused(lambda: desks.open_desk(path, **opening, keyring=elsewhere)).code == "keyring_empty"
    desks.enrol(path, " ".join(made.recovery).lower(), keyring=elsewhere, at=factories.clock)
    assert elsewhere.held == ring.held
    desk = desks.open_desk(path, **opening, keyring=elsewhere)
    assert entries(desk)[-1]["tag"] == "keys:machine:enrolled"
    assert today(desk).recovery_sheet_missing  # a used sheet is replaced
    assert desk.verify() == []
    desk.close()


@pytest.mark.parametrize(
    ("typed", "code"),
    [("A", "recovery_wrong"), (" ".join(recovery.to_groups(bytes(32))), "recovery_not_this_store")],
)
def test_what_is_no_sheet_of_this_store_enrols_nothing(tmp_path: Path, typed: str, code: str) -> None:
    made = factories.created(tmp_path, key_file=None, keyring=Ring())
    made.desk.close()
    elsewhere = Ring()
    told = refused(lambda: desks.enrol(made.desk.path, typed, keyring=elsewhere, at=factories.clock))
    assert told.code == code
    assert not elsewhere.held


def test_a_store_with_a_key_file_has_nothing_to_enrol(store: Created) -> None:
    key = "".join(store.recovery)
    told = refused(lambda: desks.enrol(store.desk.path, key, keyring=Ring(), at=factories.clock))
    assert told.code == "enrol_not_needed"
    assert untouched(store)


def test_a_keyring_that_does_not_keep_the_secret_leaves_no_trace(tmp_path: Path) -> None:
    class Forgetful(Ring):
        def set_password(self, service: str, username: str, password: str) -> None:
            """Keeps nothing."""

    made = factories.created(tmp_path, key_file=None, keyring=Ring())
    made.desk.close()
    key = "".join(made.recovery)
    told = refused(lambda: desks.enrol(made.desk.path, key, keyring=Forgetful(), at=factories.clock))
    assert told.code == "keyring_absent"
    assert not any(said["tag"] == "keys:machine:enrolled" for said in entries(made.desk))


class PowerCut(BaseException):
    """The process ends at once."""


def cut_off(store: Created, monkeypatch, what: str, after: int = 0) -> None:
    """Recover with a power cut at the call of something, after so many calls of it that go well."""
    owner, _, name = what.rpartition(".")
    holder = {"keys": keys, "Path": Path, "reopening": reopening}[owner]
    real, calls = getattr(holder, name), []

    def ended(*given: object, **more: object) -> object:
        calls.append(given)
        if len(calls) > after:
            raise PowerCut
        return real(*given, **more)

    with monkeypatch.context() as patched:
        patched.setattr(holder, name, ended)
        with pytest.raises(PowerCut):
            recovered(store)


def test_ended_before_the_slot_file_the_old_secrets_open_and_the_use_is_known(
    store: Created, monkeypatch
) -> None:
    cut_off(store, monkeypatch, "keys.write")
    assert opens(store, LOGIN, PASSWORD) == LOGIN
    assert opens(store, LOGIN, NEW, "new.key") == "key_file_other"
    desk = factories.opened(store.desk.path.parent)
    assert entries(desk)[-1]["tag"] == "keys:recovery_sheet:used"
    assert today(desk).recovery_sheet_missing
    assert desk.confirm_recovery("".join(store.recovery))
    assert desk.verify() == []
    desk.close()


def test_ended_before_the_ledger_nothing_has_happened(store: Created, monkeypatch) -> None:
    cut_off(store, monkeypatch, "reopening._enter_use")
    assert untouched(store)


def test_ended_between_the_two_copies_the_new_password_opens(store: Created, monkeypatch) -> None:
    cut_off(store, monkeypatch, "Path.replace", after=1)
    assert opens(store, LOGIN, NEW, "new.key") == LOGIN
    assert opens(store, LOGIN, PASSWORD) == "key_file_other"
    assert opens(store, OTHER, OTHERS_PASSWORD) == OTHER
    first, _second = keys.paths(store.desk.path)
    first.unlink()  # the second copy is the old one, and whole
    assert opens(store, LOGIN, PASSWORD) == LOGIN
    assert desks.recovery_opens(store.desk.path, "".join(store.recovery))


@pytest.mark.parametrize(
    ("error", "code"),
    [(OSError(28, "full"), "disk_full"), (OSError(30, "no"), "read_only"), (OSError(5, "gone"), "not_reachable")],
)  # fmt: skip
def test_a_slot_file_that_cannot_be_written_is_told_and_stays(
    store: Created, monkeypatch, error, code
) -> None:
    before = [place.read_bytes() for place in keys.paths(store.desk.path)]

    def failing(*_how: object) -> None:
        raise error

    monkeypatch.setattr(keys, "_write_synced", failing)
    assert refused(lambda: recovered(store)).code == code
    assert [place.read_bytes() for place in keys.paths(store.desk.path)] == before


def test_no_secret_is_left_on_the_disk(store: Created) -> None:
    made = recovered(store)
    made.desk.close()
    written = b"".join(on_disk(store.desk.path.parent).values())
    for secret in (made.desk._data_key, NEW.encode(), "".join(made.recovery).encode()):
        assert secret not in written
