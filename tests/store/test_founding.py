"""The founding of a store: all of it or nothing, and everybody who is to open it can."""

import json
from pathlib import Path

import pytest

from dspdesk import desk as desks
from dspdesk.desk import Desk
from dspdesk.law.kinds import Role
from dspdesk.queries.today import today
from dspdesk.store import founding, keys, recovery
from dspdesk.store.errors import StoreUnavailable
from tests import factories
from tests.store.tampering import on_disk, raw


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with nothing in it; the key file lies elsewhere."""
    (tmp_path / "office").mkdir()
    return tmp_path / "office"


def create(office: Path, **changes: object) -> desks.Created:
    return factories.created(office, key_file=office.parent / "carrier.key", **changes)


def test_a_new_store_holds_the_body_its_first_person_and_every_role(office: Path) -> None:
    desk = create(office).desk
    assert (desk.person.login, desk.person.name("kk")) == (factories.LOGIN, "Жүнісова Ә.Қ.")
    assert desk.person.position("ru") == "делопроизводитель"
    assert desk.person.roles == frozenset(Role)
    assert desk.organisation("ru") == "Комитет по проверке"
    assert today(desk).recovery_sheet_missing
    assert desk.verify() == []
    desk.close()
    assert sorted(on_disk(office)) == ["office.dspdesk", "office.dspdesk.keys", "office.dspdesk.keys2"]


def test_the_recovery_key_opens_it_without_password_and_key_file(office: Path) -> None:
    created = create(office)
    key = recovery.from_groups(" ".join(created.recovery))
    assert keys.unlock_by_recovery(keys.read(created.desk.path), key) == created.desk._data_key
    created.desk.close()


def test_typing_the_recovery_key_back_is_noted(office: Path) -> None:
    created = create(office)
    desk = created.desk
    other = recovery.to_groups(bytes(32))
    assert not desk.confirm_recovery(" ".join(other))
    with pytest.raises(StoreUnavailable, match="13"):
        desk.confirm_recovery("")
    assert today(desk).recovery_sheet_missing
    assert desk.confirm_recovery(" ".join(created.recovery).lower())
    assert not today(desk).recovery_sheet_missing
    assert desk.verify() == []
    desk.close()


@pytest.mark.parametrize("end", ["", ".keys", ".keys2"])
def test_nothing_is_overwritten(office: Path, end: str) -> None:
    (office / f"office.dspdesk{end}").write_bytes(b"of somebody else")
    before = on_disk(office)
    with pytest.raises(StoreUnavailable) as refused:
        create(office)
    assert refused.value.code == "store_exists"
    assert on_disk(office) == before


STEPS = ["schema.make", "_people", "keys.write", "keys.sync_folder", "keys.with_person"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(28, "full"), "disk_full"),
        (OSError(30, "protected"), "read_only"),
        (OSError(5, "gone"), "not_reachable"),
    ],
)
def test_a_founding_that_fails_leaves_nothing_and_can_be_repeated(
    office, monkeypatch, step, error, code
) -> None:
    def failing(*_how: object, **_more: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(f"{founding.__name__}.{step}", failing)
        with pytest.raises((StoreUnavailable, OSError)) as failed:
            create(office)
    if step != "keys.with_person":  # before anything was written
        assert isinstance(failed.value, StoreUnavailable)
        assert failed.value.code == code
        assert ".new" not in str(failed.value)
    assert on_disk(office) == {}
    create(office).desk.close()


def test_a_founding_broken_off_by_hand_leaves_nothing(office: Path, monkeypatch) -> None:
    def stopped(*_how: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(founding, "_people", stopped)
    with pytest.raises(KeyboardInterrupt):
        create(office)
    assert on_disk(office) == {}


@pytest.mark.parametrize("step", ["schema.make", "keys.write", "Path.rename"])
def test_a_founding_cut_off_by_the_power_does_not_stand_in_the_way(
    office: Path, monkeypatch, step: str
) -> None:
    """What lies there when the process ends at once: nothing clears it up."""

    class PowerCut(BaseException):
        pass

    def ended(*_how: object, **_more: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patched:
        patched.setattr(founding, "_clear", lambda *_how: None)
        patched.setattr(f"{founding.__name__}.{step}", ended)
        with pytest.raises(PowerCut):
            create(office)
    assert not (office / "office.dspdesk").exists()
    assert on_disk(office)
    desk = create(office).desk
    assert desk.verify() == []
    desk.close()
    assert sorted(on_disk(office)) == ["office.dspdesk", "office.dspdesk.keys", "office.dspdesk.keys2"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        desks.create(tmp_path / "nowhere" / "x", factories.new_store(tmp_path), factories.clock)
    assert refused.value.code == "not_reachable"


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("короткий", "password_short"),
        ("пароль пароль пароль", "password_common"),
        ("aaaaaaaaaaaaaaaaaaaa", "password_common"),
        ("zhunisova zhunisova", "password_common"),
        (factories.PASSWORD, ""),
        ("қара көлдің жағасы", ""),
    ],
)
def test_a_weak_password_is_named(password: str, code: str) -> None:
    assert desks.strong_enough(password, (factories.LOGIN,)) == code


def test_a_weak_password_that_was_taken_all_the_same_stands_in_the_ledger(office: Path) -> None:
    desk = create(office, password="123").desk
    with raw(desk) as connection:
        said = json.loads(connection.execute("SELECT body FROM ledger WHERE id = 1").fetchone()[0])
    assert (said["tag"], said["reason"]) == ("store:founded", "password_short")
    desk.close()


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"password": "иной"}, "wrong_password"),
        ({"password": ""}, "wrong_password"),
        ({"login": "head"}, "unknown_login"),
        ({"key_file": None}, "key_file_needed"),
        ({"key_file": Path("nowhere.key")}, "key_file_unreadable"),
    ],
)
def test_a_sign_in_that_fails_says_why(desk: Desk, how: dict, code: str) -> None:
    right = {"login": None, "password": factories.PASSWORD, "key_file": desk.path.parent / "carrier.key"}
    with pytest.raises(StoreUnavailable) as refused:
        desks.open_desk(desk.path, **right | how)
    assert refused.value.code == code
    assert str(refused.value)
    desks.open_desk(desk.path, **right).close()
