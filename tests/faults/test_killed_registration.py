"""SIGKILL inside registration: nothing acknowledged is lost, no number given twice, a repeated form finds its own."""

import random
import statistics
import time
from pathlib import Path

import pytest

from tests import factories
from tests.faults import clerk
from tests.faults.killing import everything, process

KILLS = 100
SEED = 20261118


class Office:
    """A store whose clerks are killed one after the other, and all that they said before."""

    def __init__(self, folder: Path, *, hasty: bool = False) -> None:
        self.folder, self.hasty = folder, hasty
        self.chance = random.Random(SEED)
        self.acknowledged: dict[str, str] = {}
        self.pending: list[str] = []
        self.inside = self.kept_unsaid = self.found_again = 0
        self._writing, self._begun = [0.004], 0.0

    def one_is_killed(self, place: int) -> None:
        """Let some forms pass, then kill at a moment drawn from the time a write takes."""
        before = self.kept()
        last: tuple | None = None
        with process(clerk.registers, self.folder, f"clerk {place}", self.pending, hasty=self.hasty) as (
            one,
            heard,
        ):
            for _ in range(self.chance.randint(1, 4)):
                last = self._one_passes(heard, before)
            time.sleep(self.chance.uniform(0, 1.3 * statistics.median(self._writing)))
            one.kill()
            one.join()
            for message in everything(heard):
                last = self._heard(message, before)
        self.pending = [last[1]] if last and last[0] == "writing" else []
        self.inside += bool(self.pending)
        self.kept_unsaid += bool(self.pending and self.pending[0] in self.kept())

    def _one_passes(self, heard, before: dict[str, str]) -> tuple:
        """Hear on until the next form is on its way into the store."""
        while True:
            message = self._heard(heard.recv(), before)
            if message[0] == "writing":
                self._begun = time.monotonic()
                return message
            self._writing.append(time.monotonic() - self._begun)

    def _heard(self, message: tuple, before: dict[str, str]) -> tuple:
        if message[0] == "kept":
            _, form, number, repeated = message
            self.acknowledged[form] = number
            self.found_again += repeated
            # a form that had been kept unsaid finds its own number, any other gets one of its own
            assert repeated == (form in before)
            assert not repeated or before[form] == number
        return message

    def kept(self) -> dict[str, str]:
        """The number of each form that is in the store."""
        desk = factories.opened(self.folder)
        with desk.reading() as connection:
            rows = connection.exec_driver_sql(
                "SELECT form_id, sequence || letter FROM item JOIN number ON number.id = item.id"
            ).fetchall()
            numbers = connection.exec_driver_sql("SELECT count(*), max(sequence) FROM number").one()
        desk.close()
        assert numbers[0] == len(rows)
        assert numbers[1] in (None, len(rows))
        return dict(rows)

    def lost(self) -> list[str]:
        """Forms that were acknowledged and are not in the store."""
        kept = self.kept()
        return [form for form in self.acknowledged if form not in kept]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    factories.created(tmp_path).desk.close()
    return tmp_path


def test_nothing_acknowledged_is_lost_and_no_number_is_given_twice(folder: Path) -> None:
    office = Office(folder)
    for place in range(KILLS):
        office.one_is_killed(place)
        kept = office.kept()
        assert office.acknowledged.items() <= kept.items()
        assert len(set(kept.values())) == len(kept)
    print(
        f"\n{KILLS} kills, {office.inside} inside a write, {office.kept_unsaid} kept but not yet said, "
        f"{len(office.kept())} entries, {office.found_again} forms found again"
    )
    assert office.inside > KILLS // 2
    assert office.found_again >= office.kept_unsaid - 1  # the last one has no successor
    assert len(office.kept()) > KILLS
    desk = factories.opened(folder)
    assert desk.verify() == []
    desk.close()


def test_a_form_kept_but_never_acknowledged_is_given_its_number_again(folder: Path) -> None:
    """Each clerk ends between the end of the transaction and the answer."""
    office = Office(folder)
    for place in range(10):
        with process(clerk.registers, folder, "clerk", [f"form {place}"], silent=True) as (one, heard):
            one.join()
            assert everything(heard) == [("writing", f"form {place}")]
        kept = office.kept()
        with process(clerk.registers, folder, f"clerk {place}", [f"form {place}"]) as (_, heard):
            assert heard.recv() == ("kept", f"form {place}", kept[f"form {place}"], True)
    desk = factories.opened(folder)
    assert desk.verify() == []
    desk.close()


def test_the_counting_sees_a_loss(folder: Path) -> None:
    """Clerks who say that a form is kept before it is: the same counting finds forms that are not there."""
    office = Office(folder, hasty=True)
    for place in range(30):
        with process(clerk.registers, folder, f"clerk {place}", (), hasty=True) as (one, heard):
            while heard.recv()[0] != "kept":
                pass
            one.kill()
            one.join()
        office.acknowledged[f"clerk {place}:0"] = "?"
        if office.lost():
            return
    pytest.fail("thirty hasty clerks lost nothing: the counting is blind")
