"""SIGKILL inside longer work: a founding, an import, a backup. What was whole before is whole after."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from dspdesk import desk as desks
from dspdesk.language.sentences import Told
from dspdesk.queries.journals import journals
from tests import factories
from tests.faults import clerk
from tests.faults.killing import killed_at_random
from tests.spreadsheets.making import RU
from tests.store.tampering import counts

SEED = 20261118
FILES = ["carrier.key", "office.dspdesk", "office.dspdesk.keys", "office.dspdesk.keys2"]


def test_a_killed_founding_leaves_a_store_that_opens_or_none(tmp_path: Path) -> None:
    chance, seen = random.Random(SEED), Counter()
    for place in range(40):
        folder = tmp_path / str(place)
        folder.mkdir()
        done = killed_at_random(clerk.founds, folder, within=0.6, chance=chance)
        made = (folder / "office.dspdesk").exists()
        seen["said" if done else "made" if made else "nothing"] += 1
        assert made or not done
        if not made:
            factories.created(folder).desk.close()
        desk = factories.opened(folder)
        assert desk.verify() == []
        desk.close()
        assert sorted(path.name for path in folder.iterdir()) == FILES
    print(f"\n40 foundings killed: {dict(seen)}")
    assert seen["nothing"] > 10


def test_a_killed_import_leaves_nothing_of_it(made_stores: Path, tmp_path: Path) -> None:
    chance, seen = random.Random(SEED), Counter()
    folder = tmp_path / "store"
    shutil.copytree(made_stores / "small", folder)
    desk = factories.opened(folder)
    before = counts(desk)
    desk.close()
    for _ in range(20):
        done = killed_at_random(clerk.imports, folder, RU, within=1.2, chance=chance)
        desk = factories.opened(folder)
        after, whole = counts(desk), desk.verify()
        desk.close()
        assert whole == []
        whole_import = after["imported_file"] == 1
        seen["imported" if whole_import else "nothing"] += 1
        assert whole_import or after == before
        assert whole_import or not done
        if whole_import:
            assert after["item"] > before["item"] + 1100
            shutil.rmtree(folder)
            shutil.copytree(made_stores / "small", folder)
    print(f"\n20 imports killed: {dict(seen)}")
    assert seen["nothing"] > 5


def test_a_killed_backup_leaves_a_whole_copy_or_none_and_stands_in_nobodys_way(
    made_stores: Path, tmp_path: Path
) -> None:
    chance, seen = random.Random(SEED), Counter()
    folder, carrier = tmp_path / "store", tmp_path / "carrier"
    shutil.copytree(made_stores / "small", folder)
    copy = carrier / "copy.dspdesk"
    for _ in range(40):
        carrier.mkdir()
        killed_at_random(clerk.backs_up, folder, copy, within=0.12, chance=chance)
        seen["made" if copy.exists() else "nothing"] += 1
        desk = factories.opened(folder)
        if not copy.exists():
            desk.backup(copy)
        assert desk.verify() == []
        desk.close()
        opened_whole(copy, folder / "carrier.key")
        shutil.rmtree(carrier)
    print(f"\n40 backups killed: {dict(seen)}")
    assert seen["nothing"] > 10


def opened_whole(store: Path, key_file: Path) -> None:
    desk = desks.open_desk(store, None, factories.PASSWORD, key_file, at=factories.clock)
    assert desk.verify() == []
    assert journals(desk)
    desk.close()


@pytest.mark.parametrize("name", FILES[1:])
def test_no_file_of_a_store_is_needed_twice(made_stores: Path, tmp_path: Path, name: str) -> None:
    """What a killed writer of slots may leave: one of the files missing. Only the store itself is not made up for."""
    folder = tmp_path / "store"
    shutil.copytree(made_stores / "small", folder)
    (folder / name).unlink()
    if name == "office.dspdesk":
        with pytest.raises(Told):
            factories.opened(folder)
    else:
        factories.opened(folder).close()
