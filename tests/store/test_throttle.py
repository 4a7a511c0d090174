"""Tries of passwords: three are free, then one waits; never for ever, whatever the clock or the file say."""

import datetime as dt
from pathlib import Path

import pytest

from dspdesk.store import throttle
from dspdesk.store.errors import StoreUnavailable
from tests import factories
from tests.factories import LOGIN, PASSWORD

WRONG = "не тот пароль вовсе"


class Keyboard:
    """Somebody who types passwords, and a clock that is set by hand."""

    def __init__(self, store: Path) -> None:
        self.store, self.now = store, factories.NOW

    def tries(self, password: str = WRONG) -> str:
        try:
            factories.signed_in(self.store, LOGIN, password, at=lambda: self.now).close()
        except StoreUnavailable as refused:
            assert str(refused)
            self.seconds = refused.facts.get("seconds", 0)
            return refused.code
        return "opens"

    def passes(self, seconds: float) -> None:
        self.now += dt.timedelta(seconds=seconds)

    def begins(self) -> int:
        """A try that is noted without deriving a key; how long is to be waited, 0 when it may be made."""
        try:
            throttle.begin(self.store, LOGIN, self.now)
        except StoreUnavailable as refused:
            return int(str(refused.facts["seconds"]))
        return 0


@pytest.fixture
def keyboard(tmp_path: Path) -> Keyboard:
    """At a store that is not asked: only the counter is."""
    return Keyboard(tmp_path / "office.dspdesk")


def test_how_long_one_waits() -> None:
    waited = [throttle.seconds_after(failures) for failures in range(13)]
    assert waited == [0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 900, 900, 900]
    assert throttle.seconds_after(10**9) == 900


def test_the_wait_is_asked_before_a_key_is_derived(empty_desk, monkeypatch) -> None:
    keyboard = Keyboard(empty_desk.path)
    assert [keyboard.tries() for _ in range(4)] == ["wrong_password"] * 3 + ["too_many_tries"]
    assert keyboard.seconds == 2
    assert keyboard.tries(PASSWORD) == "too_many_tries"  # the right one waits too
    keyboard.passes(2)
    assert keyboard.tries() == "wrong_password"
    assert (keyboard.tries(), keyboard.seconds) == ("too_many_tries", 4)
    keyboard.passes(4)
    assert keyboard.tries(PASSWORD) == "opens"
    assert [keyboard.tries() for _ in range(4)] == ["wrong_password"] * 3 + ["too_many_tries"]

    def derived(*_how: object) -> bytes:
        raise AssertionError("a key was derived")

    monkeypatch.setattr("dspdesk.store.sealing.stretched", derived)
    assert keyboard.tries() == "too_many_tries"


def test_ten_in_a_row_wait_for_a_quarter_of_an_hour_and_never_longer(keyboard: Keyboard) -> None:
    for _ in range(30):
        if seconds := keyboard.begins():
            assert seconds <= 900
            keyboard.passes(seconds)
            assert keyboard.begins() == 0
    assert keyboard.begins() == 900
    keyboard.passes(899.5)
    assert keyboard.begins() == 1
    keyboard.passes(0.5)
    assert keyboard.begins() == 0


def test_each_login_waits_for_itself(keyboard: Keyboard) -> None:
    for _ in range(3):
        keyboard.begins()
    assert keyboard.begins()
    throttle.begin(keyboard.store, "marat", keyboard.now)
    throttle.passed(keyboard.store, "marat")
    assert keyboard.begins()


def test_a_clock_set_back_neither_locks_for_ever_nor_frees(keyboard: Keyboard) -> None:
    for _ in range(4):
        keyboard.begins()
    keyboard.passes(-10 * 365 * 86400)
    assert keyboard.begins() == 2
    keyboard.passes(1)
    assert keyboard.begins() == 1
    keyboard.passes(1)
    assert keyboard.begins() == 0
    keyboard.passes(10 * 365 * 86400)
    assert keyboard.begins() == 0


def test_a_try_counts_although_the_program_is_ended_before_it_is_answered(keyboard: Keyboard) -> None:
    assert [keyboard.begins() for _ in range(4)] == [0, 0, 0, 2]


def test_a_wrong_carrier_is_no_try(empty_desk) -> None:
    other = empty_desk.path.parent / "other.key"
    other.write_bytes(bytes(64))
    for _ in range(5):
        with pytest.raises(StoreUnavailable) as told:
            factories.desks.open_desk(empty_desk.path, LOGIN, WRONG, other, at=factories.clock)
        assert told.value.code == "key_file_other"
    assert not throttle.file_of(empty_desk.path).exists()


def test_after_a_sign_in_nothing_is_left_beside_the_store(empty_desk) -> None:
    keyboard = Keyboard(empty_desk.path)
    assert keyboard.tries(PASSWORD) == "opens"
    assert not throttle.file_of(empty_desk.path).exists()


def test_failed_tries_wait_for_the_ledger(keyboard: Keyboard) -> None:
    for _ in range(3):
        keyboard.begins()
    throttle.passed(keyboard.store, LOGIN)
    assert throttle.untold(keyboard.store, LOGIN) == 2
    throttle.told(keyboard.store, LOGIN, 2)
    assert throttle.untold(keyboard.store, LOGIN) == 0
    assert not throttle.file_of(keyboard.store).exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\x00" * 40,
        b"[" * 100_000,
        b'{"zhunisova": 4}',
        b'{"zhunisova": {"row": "x", "untold": 0, "last": 0}}',
        b'{"zhunisova": {"row": -5, "untold": -5, "last": 0}}',
        b'{"zhunisova": {"row": 1e400, "untold": 0, "last": 0}}',
        b'{"zhunisova": {"row": 9, "untold": 9, "last": 1e300}}',
        b'{"zhunisova": {"row": 9, "untold": 9, "last": NaN}}',
    ],
)
def test_a_damaged_counter_locks_nobody_out(keyboard: Keyboard, content: bytes) -> None:
    throttle.file_of(keyboard.store).write_bytes(content)
    assert keyboard.begins() <= 60
    keyboard.passes(900)
    assert keyboard.begins() == 0


def test_a_counter_that_cannot_be_written_locks_nobody_out(keyboard: Keyboard, monkeypatch) -> None:
    def protected(*_how: object, **_more: object) -> None:
        raise OSError(30, "read-only")

    monkeypatch.setattr("pathlib.Path.write_text", protected)
    assert [keyboard.begins() for _ in range(5)] == [0] * 5
