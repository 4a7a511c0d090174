"""Several processes at one journal at the same moment: no number twice, none left out, no form entered twice."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from dspdesk.desk import Desk

ROOT = Path(__file__).parents[2]
CLERKS, EACH = 3, 12


def at_once(folder: Path, forms: Sequence[str]) -> list[list[tuple[int, bool]]]:
    """What each clerk was told: numbers, and whether the form had been saved before."""
    command = [sys.executable, "-m", "tests.store.registering", str(folder)]
    clerks = [
        subprocess.Popen(
            [*command, form, str(EACH)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for form in forms
    ]
    for clerk in clerks:
        assert clerk.stdout.readline() == "ready\n"
    said = []
    for clerk in clerks:
        clerk.stdin.write("go\n")
        clerk.stdin.flush()
    for clerk in clerks:
        lines, _ = clerk.communicate(timeout=60)
        assert clerk.returncode == 0
        said.append(
            [(int(number), repeated == "1") for number, repeated in map(str.split, lines.splitlines())]
        )
    return said


@pytest.fixture
def kept(empty_desk: Desk):
    """The numbers of the store, after everybody has left."""

    def numbers() -> list[tuple[int, str]]:
        assert empty_desk.verify() == []
        with empty_desk.reading() as connection:
            rows = connection.exec_driver_sql("SELECT sequence, letter FROM number ORDER BY sequence, letter")
            return [tuple(row) for row in rows]

    return numbers


@pytest.mark.slow
def test_numbers_are_given_without_hole_or_twin(empty_desk: Desk, kept) -> None:
    said = at_once(empty_desk.path.parent, [f"clerk {place}" for place in range(CLERKS)])
    expected = list(range(1, CLERKS * EACH + 1))
    assert sorted(number for clerk in said for number, _ in clerk) == expected
    assert kept() == [(number, "") for number in expected]
    for clerk in said:
        numbers = [number for number, _ in clerk]
        assert numbers == sorted(numbers)
    # nobody had the journal for himself: somebody else's number stands between the first and the last of each
    assert any(clerk[-1][0] - clerk[0][0] >= EACH for clerk in said)


@pytest.mark.slow
def test_a_form_saved_by_several_gets_one_number(empty_desk: Desk, kept) -> None:
    said = at_once(empty_desk.path.parent, ["the same form"] * CLERKS)
    for place in range(EACH):
        answers = [clerk[place] for clerk in said]
        assert {number for number, _ in answers} == {place + 1}
        assert sorted(repeated for _, repeated in answers) == [False] + [True] * (CLERKS - 1)
    assert kept() == [(number + 1, "") for number in range(EACH)]
