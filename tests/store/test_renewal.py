"""The renewal of the data key, ended at each of its moments: nothing is lost, and whoever stays opens the store.

The kills themselves are in tests/faults; here the process lives on, and only its clearing up is taken away.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dspdesk import desk as desks
from dspdesk.desk import Desk
from dspdesk.procedures import accounts as procedures
from dspdesk.store import keys, renewal
from dspdesk.store.errors import StoreUnavailable
from tests import factories
from tests.factories import LOGIN, PASSWORD
from tests.store.leaving import AFTER_THE_MARK, BEFORE_THE_MARK, Office


class PowerCut(BaseException):
    """The process ends at once."""


def cut_off(office: Office, monkeypatch, moment: str) -> None:
    """Let somebody leave, with a power cut after a moment: nothing clears up."""
    holder, name = (keys, moment[5:]) if moment.startswith("keys.") else (renewal, moment)
    real = getattr(holder, name)

    def ended(*given: object, **more: object) -> None:
        real(*given, **more)
        raise PowerCut

    with monkeypatch.context() as patched:
        patched.setattr(holder, name, ended)
        patched.setattr(renewal, "_give_up", lambda *_how: None)
        with pytest.raises(PowerCut):
            office.close_account()
    office.desk.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture
def office(made: Office, tmp_path: Path) -> Iterator[Office]:
    office = made.copied(tmp_path / "office")
    yield office
    office.desk.close()


@pytest.mark.long
@pytest.mark.parametrize("moment", BEFORE_THE_MARK + AFTER_THE_MARK)
def test_ended_at_any_moment_the_next_opening_goes_back_or_on(
    office: Office, monkeypatch, moment: str
) -> None:
    cut_off(office, monkeypatch, moment)
    assert office.opens(LOGIN) == "opens"
    office.looked_through(left=moment in AFTER_THE_MARK)


@pytest.mark.long
@pytest.mark.parametrize("moment", ["keys.write", "_supersede", "_take_place"])
@pytest.mark.parametrize("first", ["aliya", "marat", "the sheet"])
def test_whoever_comes_first_settles_it(office: Office, monkeypatch, moment: str, first: str) -> None:
    """Also the one who leaves, who gets no key by it, and the sheet."""
    cut_off(office, monkeypatch, moment)
    left = moment in AFTER_THE_MARK
    if first == "the sheet":
        key_file = office.path.parent / "carrier.key"
        made = desks.recover(
            office.path,
            "marat",
            office.sheet,
            PASSWORD * 2,
            key_file,
            cost=factories.CHEAP,
            at=factories.clock,
        )
        office.passwords["marat"], office.sheet = PASSWORD * 2, " ".join(made.recovery)
        made.desk.close()
    else:
        expected = "unknown_login" if first == "aliya" and left else "opens"
        assert office.opens(first) == expected
    office.looked_through(left=left)


def test_a_copy_taken_away_after_the_mark_leaves_the_old_file_as_the_store(
    office: Office, monkeypatch
) -> None:
    """As in a backup that was made at this very moment: the old file lacks nothing but the step."""
    cut_off(office, monkeypatch, "_supersede")
    renewal._copy_of(office.path).unlink()
    assert office.opens(LOGIN) == "opens"
    office.looked_through(left=False)


def test_a_row_written_after_the_copy_is_not_lost(office: Office, monkeypatch) -> None:
    """Another process had the store open and got the write lock when the one that renewed had ended."""
    other = factories.signed_in(office.path, "marat", office.passwords["marat"])
    cut_off(office, monkeypatch, "keys.write")
    factories.registered(other)
    other.close()
    office.looked_through(left=False, rows=2)


def test_what_another_process_has_open_takes_no_row_after_the_mark(office: Office, monkeypatch) -> None:
    others = [factories.signed_in(office.path, "marat", office.passwords["marat"]) for _ in range(2)]
    factories.registered(others[0])
    with others[1].reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM item").scalar()
    cut_off(office, monkeypatch, "_supersede")
    for other in others:
        with pytest.raises(StoreUnavailable) as told:
            factories.registered(other)
        assert told.value.code == "keys_renewed"
        with pytest.raises(StoreUnavailable), other.reading():
            pass
        other.close()
    office.looked_through(left=True, rows=2)


def test_the_blindness_of_these_tests_without_the_mark(office: Office, monkeypatch) -> None:
    """A negative control: were the old file not marked, a row that another process was told of would be lost."""
    other = factories.signed_in(office.path, "marat", office.passwords["marat"])
    real = renewal._supersede

    def unmarked(old) -> None:
        old.execute("ROLLBACK")
        factories.registered(other)
        old.execute("BEGIN IMMEDIATE")
        real(old)

    monkeypatch.setattr(renewal, "_supersede", unmarked)
    office.close_account()
    other.close()
    with pytest.raises(AssertionError):
        office.looked_through(left=True, rows=2)


@pytest.mark.parametrize("moment", BEFORE_THE_MARK)
@pytest.mark.parametrize("error", [OSError(28, "full"), StoreUnavailable("store_busy"), KeyboardInterrupt()])
def test_what_fails_before_the_mark_changes_nothing(office: Office, monkeypatch, moment: str, error) -> None:
    holder, name = (keys, moment[5:]) if moment.startswith("keys.") else (renewal, moment)
    real, calls = getattr(holder, name), []

    def failing(*given: object, **more: object) -> object:
        done = real(*given, **more)
        calls.append(given)
        if len(calls) == 1:
            raise error
        return done

    with monkeypatch.context() as patched:
        patched.setattr(holder, name, failing)
        with pytest.raises((StoreUnavailable, KeyboardInterrupt)):
            office.close_account()
    with office.desk.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM item").scalar() == 1
    office.desk.close()
    office.looked_through(left=False)


def test_a_failure_to_mark_is_seen_for_what_it_is(office: Office, monkeypatch) -> None:
    """Of a COMMIT that failed one cannot tell by the error: the file itself is asked."""
    real = renewal._supersede

    def kept_all_the_same(old) -> None:
        real(old)
        raise OSError(5, "the answer was lost")

    with monkeypatch.context() as patched:
        patched.setattr(renewal, "_supersede", kept_all_the_same)
        with pytest.raises(StoreUnavailable):
            office.close_account()
    office.desk.close()
    office.looked_through(left=True)


@pytest.mark.parametrize("moment", AFTER_THE_MARK[1:])
def test_what_fails_after_the_mark_is_gone_on_with(office: Office, monkeypatch, moment: str) -> None:
    def failing(*_how: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patched:
        patched.setattr(renewal, moment, failing)
        with pytest.raises(StoreUnavailable):
            office.close_account()
    office.desk.close()
    office.looked_through(left=True)


def test_a_refusal_within_the_step_changes_nothing(office: Office) -> None:
    def write(_step: object) -> None:
        raise StoreUnavailable("store_busy")

    with pytest.raises(StoreUnavailable):
        office.desk.renew("any:thing:done", write)
    office.desk.close()
    office.looked_through(left=False)


def test_a_copy_that_differs_is_not_taken(office: Office, monkeypatch) -> None:
    real = renewal._entered

    def losing(made: Path, *more: object) -> object:
        done = real(made, *more)
        content = bytearray(made.read_bytes())
        content[len(content) // 2] ^= 1
        made.write_bytes(content)
        return done

    with monkeypatch.context() as patched:
        patched.setattr(renewal, "_entered", losing)
        with pytest.raises(StoreUnavailable) as told:
            office.close_account()
    assert told.value.code == "backup_differs"
    office.desk.close()
    office.looked_through(left=False)


def test_two_renewals_at_once_are_one_after_the_other(office: Office) -> None:
    with renewal._alone(office.path, 0), pytest.raises(StoreUnavailable) as told:
        renewal.renew(office.path, office.desk._data_key, wanted(office.desk), patience=0.1)
    assert told.value.code == "store_busy"
    office.close_account()
    procedures.renew_key(office.desk, "ещё раз")
    assert keys.read(office.path).epoch == 3
    assert office.desk.verify() == []
    office.desk.close()


def wanted(desk: Desk) -> renewal.Renewal:
    return renewal.Renewal(desk.now(), LOGIN, "any:thing:done", lambda _step: None)


def test_a_renewal_under_way_is_left_alone(office: Office) -> None:
    unfinished = renewal._copy_of(office.path)
    unfinished.write_bytes(b"half of a copy")
    with renewal._alone(office.path, 0):
        assert office.opens("marat") == "opens"
        assert unfinished.exists()
    office.desk.close()
    assert office.opens("marat") == "opens"
    assert not unfinished.exists()
    office.looked_through(left=False)


def test_a_lock_is_let_go_and_taken_again(tmp_path: Path) -> None:
    store = tmp_path / "store"
    for _ in range(3):
        with renewal._alone(store, 0):
            assert renewal._lock_of(store).exists()
    assert list(tmp_path.iterdir()) == []
    with contextlib.suppress(ZeroDivisionError), renewal._alone(store, 0):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_the_new_file_is_for_its_owner_only_and_begins_otherwise(office: Office) -> None:
    before = renewal._beginning(office.path)
    office.close_account()
    assert renewal._beginning(office.path) != before
    assert office.path.stat().st_mode & 0o777 == 0o600
    office.desk.close()
