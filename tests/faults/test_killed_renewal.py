"""SIGKILL inside the renewal of the data key while somebody else registers: no row is lost, whoever stays opens it."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from dspdesk.store import keys
from tests import factories
from tests.factories import LOGIN, PASSWORD
from tests.faults import clerk
from tests.faults.killing import everything, process
from tests.store.leaving import AFTER_THE_MARK, BEFORE_THE_MARK, Office

KILLS = 40
SEED = 20261118


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


@contextmanager
def busy(office: Office) -> Iterator[list]:
    """Somebody who registers all the while; afterwards the list holds what they said."""
    said: list = []
    folder = office.path.parent
    with process(clerk.registers_until_told, folder, "marat", office.passwords["marat"]) as (one, heard):
        assert heard.recv() == "begun"
        said.append(heard.recv())
        yield said
        with suppress(EOFError):
            for _ in range(10):  # what they say after the kill counts too
                said += [heard.recv()] if heard.poll(0.1) else []
        one.kill()
        one.join()
        said += everything(heard)


def kept(said: list) -> set[str]:
    return {form for kind, form in said if kind == "kept"}


def lost(office: Office, said: list) -> set[str]:
    """Rows that were acknowledged and are not there."""
    desk = factories.signed_in(office.path, LOGIN, PASSWORD)
    with desk.reading() as connection:
        there = set(connection.exec_driver_sql("SELECT form_id FROM item").scalars())
    desk.close()
    return kept(said) - there


def rows(office: Office) -> int:
    desk = factories.signed_in(office.path, LOGIN, PASSWORD)
    with desk.reading() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM item").scalar_one()
    desk.close()
    return found


@pytest.mark.parametrize("moment", BEFORE_THE_MARK + AFTER_THE_MARK)
def test_killed_at_each_moment_nothing_is_lost(made: Office, tmp_path: Path, moment: str) -> None:
    office = made.copied(tmp_path / "office")
    office.desk.close()
    with (
        busy(office) as said,
        process(clerk.closes_account, office.path.parent, office.leaver, moment) as (one, heard),
    ):
        one.join()
        assert everything(heard) == ["begun"]
    assert not lost(office, said)
    office.looked_through(left=moment in AFTER_THE_MARK, rows=rows(office))


def test_killed_at_any_time_nothing_is_lost(made: Office, tmp_path: Path) -> None:
    chance, seen, inside, acknowledged = random.Random(SEED), Counter(), 0, 0
    for place in range(KILLS):
        office = made.copied(tmp_path / str(place))
        office.desk.close()
        with (
            busy(office) as said,
            process(clerk.closes_account, office.path.parent, office.leaver, "") as (one, heard),
        ):
            assert heard.recv() == "begun"
            time.sleep(chance.uniform(0, 0.25))
            one.kill()
            one.join()
            done = "done" in everything(heard)
        found = keys.read(office.path)
        begun = any(
            office.path.with_name(f"{office.path.name}{end}").exists() for end in (".renewed", ".renewing")
        )
        seen["done" if done else "between both" if found.coming else "begun" if begun else "not begun"] += 1
        inside += not done and (begun or bool(found.coming))
        acknowledged += len(kept(said))
        assert not lost(office, said)
        left = office.opens("aliya") == "unknown_login"
        assert left or not done
        office.looked_through(left=left, rows=rows(office))
    print(
        f"\n{KILLS} kills: {dict(seen)}; {inside} between the first write and the answer; {acknowledged} rows kept"
    )
    assert inside > KILLS // 2


def test_the_counting_sees_a_loss(made: Office, tmp_path: Path) -> None:
    """Were the old file not marked, whoever has it open would be told of rows that are not in the new one."""
    for place in range(10):
        office = made.copied(tmp_path / str(place))
        office.desk.close()
        with (
            busy(office) as said,
            process(clerk.closes_account, office.path.parent, office.leaver, "", unmarked=True) as (
                one,
                heard,
            ),
        ):
            one.join()
            assert "done" in everything(heard)
        if lost(office, said):
            return
    pytest.fail("ten renewals without the mark lost nothing: the counting is blind")
