"""Backups into a chosen folder: named by their time, thinned out, noted; late ones are told."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from dspdesk.desk import Desk
from dspdesk.language.sentences import Told
from dspdesk.law.backups import Lateness
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import Role
from dspdesk.procedures import backups as procedure
from dspdesk.procedures.backups import ChooseFolder, back_up
from dspdesk.queries.backups import backups, folder, restored, standing
from dspdesk.store import keys
from tests import factories


def silent(_done: int, _total: int) -> None:
    """Nobody waits."""


@pytest.fixture
def carrier(desk: Desk, tmp_path: Path) -> Path:
    """A folder chosen for backups."""
    place = tmp_path / "carrier"
    place.mkdir()
    procedure.choose_folder(desk, ChooseFolder(folder=place, reason="другого нет"))
    return place


def at(desk: Desk, moment: dt.datetime) -> Desk:
    desk.clock = moment.astimezone
    return desk


def test_a_backup_is_named_by_its_time_and_noted(desk: Desk, carrier: Path) -> None:
    moment = dt.datetime(2026, 11, 18, 18, 2, 5)
    made = back_up(at(desk, moment), silent)
    path = carrier / "office-2026-11-18-180205.dspdesk"
    assert made.proof.path == path
    assert (made.removed, made.proof.wrong, made.proof.items) == (0, (), 60)
    assert sorted(carrier.iterdir()) == sorted([path, *keys.paths(path)])
    (row,) = backups(desk)
    assert (row.file, row.whole, row.there, row.last) == (path, True, True, made.proof.code)
    assert row.size == path.stat().st_size
    assert desk.verify() == []


def test_two_backups_of_one_second_have_names_of_their_own(desk: Desk, carrier: Path) -> None:
    at(desk, dt.datetime(2026, 11, 18, 18, 2, 59))
    first, second = (back_up(desk, silent).proof for _each in range(2))
    assert first.path != second.path
    assert second.path.name.endswith("-2026-11-18-180300.dspdesk")
    assert second.path.exists()  # of one day the last is kept
    assert len(backups(desk)) == 2


def test_old_ones_give_way_and_nothing_else_does(desk: Desk, carrier: Path) -> None:
    foreign = carrier / "office-2020-01-01-000000.dspdesk"
    foreign.write_bytes(b"somebody else's")
    (carrier / "office-letter.dspdesk").write_bytes(b"a letter")
    for day in range(1, 10):
        removed = back_up(at(desk, dt.datetime(2026, 11, day, 18)), silent).removed
        assert removed == (1 if day > 7 else 0)
    names = {path.name for path in carrier.iterdir()}
    assert {"office-letter.dspdesk", foreign.name} <= names
    kept = sorted(name for name in names if name.endswith("180000.dspdesk"))
    assert [name[7:17] for name in kept] == [f"2026-11-{day:02}" for day in range(3, 10)]
    assert all(f"{name}.keys" in names for name in kept)


def test_a_copy_of_another_store_beside_it_stays(desk: Desk, carrier: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    stranger = factories.created(other).desk
    old = carrier / "office-2020-01-01-000000.dspdesk"
    stranger.backup(old)
    stranger.close()
    for day in range(1, 10):
        back_up(at(desk, dt.datetime(2026, 11, day, 18)), silent)
    assert old.exists()


def test_a_folder_on_the_disk_of_the_store_needs_a_reason(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "carrier"
    place.mkdir()
    with pytest.raises(NeedsReason):
        procedure.choose_folder(desk, ChooseFolder(folder=place))
    assert folder(desk) is None
    (finding,) = procedure.choose_folder(desk, ChooseFolder(folder=place, reason="другого нет"))
    assert finding.code == "backup_same_disk"
    assert folder(desk) == place


def test_a_carrier_needs_none(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(procedure, "on_disk_of", lambda *_paths: False)
    assert procedure.choose_folder(desk, ChooseFolder(folder=tmp_path)) == ()


def test_no_folder_and_no_carrier_are_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Told) as told:
        back_up(desk, silent)
    assert told.value.code == "backup_no_folder"
    with pytest.raises(Told) as told:
        procedure.choose_folder(desk, ChooseFolder(folder=tmp_path / "nowhere", reason="а"))
    assert told.value.code == "not_reachable"


def test_a_carrier_taken_away_is_told(desk: Desk, carrier: Path) -> None:
    carrier.rename(carrier.with_name("elsewhere"))
    with pytest.raises(Told) as told:
        back_up(desk, silent)
    assert told.value.code == "backup_carrier_absent"


def test_what_was_broken_off_is_cleared_away(desk: Desk, carrier: Path) -> None:
    made = back_up(desk, silent).proof.path
    (carrier / "office-2026-11-18-180205.dspdesk.new").write_bytes(b"half")
    procedure.clear_unfinished(carrier, desk)
    assert sorted(carrier.iterdir()) == sorted([made, *keys.paths(made)])


@pytest.mark.parametrize(
    ("days", "late"), [(0, Lateness.FRESH), (1, Lateness.FRESH), (2, Lateness.DUE), (8, Lateness.RED)]
)
def test_late_backups_are_told(desk: Desk, carrier: Path, days: int, late: Lateness) -> None:
    back_up(at(desk, dt.datetime(2026, 11, 18, 18)), silent)
    found = standing(at(desk, dt.datetime(2026, 11, 18, 18) + dt.timedelta(days=days)))
    assert (found.days, found.lateness) == (days, late)


def test_without_any_it_counts_from_the_founding(empty_desk: Desk) -> None:
    at(empty_desk, factories.NOW + dt.timedelta(days=9))
    found = standing(empty_desk)
    assert (found.last, found.lateness) == (None, Lateness.RED)


def test_backups_are_for_those_entrusted_with_them(desk: Desk, carrier: Path) -> None:
    desk.person = replace(desk.person, roles=frozenset({Role.CLERK}))
    for step in (
        lambda: back_up(desk, silent),
        lambda: backups(desk),
        lambda: folder(desk),
        lambda: procedure.choose_folder(desk, ChooseFolder(folder=carrier, reason="а")),
    ):
        with pytest.raises(Refused):
            step()
    assert restored(desk) is None  # a clerk may ask for that
