"""SIGKILL inside a restore: afterwards there is the store as it was, or the copy in its place; nothing is lost."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from dspdesk.queries.item import item
from dspdesk.store import keys, replacing
from tests import factories
from tests.faults import clerk
from tests.faults.killing import killed_at_random

SEED = 20261118


@pytest.mark.slow
def test_a_killed_restore_leaves_one_whole_store_or_the_other(made_stores: Path, tmp_path: Path) -> None:
    chance, seen = random.Random(SEED), Counter()
    first = tmp_path / "first"
    shutil.copytree(made_stores / "small", first)
    desk = factories.opened(first)
    copy = tmp_path / "copy.dspdesk"
    desk.backup(copy)
    late = factories.registered(desk).id
    desk.close()
    for place in range(30):
        folder = tmp_path / str(place)
        shutil.copytree(first, folder)
        killed_at_random(clerk.restores, folder, copy, within=0.7, chance=chance)
        store = folder / "office.dspdesk"
        begun = store.with_name(store.name + ".replacing").exists()
        desk = factories.opened(folder)
        assert desk.verify() == []
        restored = item(desk, late) is None
        seen["finished at opening" if begun else "restored" if restored else "as before"] += 1
        assert restored or not begun
        desk.close()
        asides = [
            path for path in folder.glob("*.before-restore-*") if not path.name.endswith(("keys", "keys2"))
        ]
        assert len(asides) == restored
        for old in asides:
            assert all(path.exists() for path in keys.paths(old))
        replacing.clear(store)
        assert not list(folder.glob("*.restoring*"))
        assert not list(folder.glob("*.replacing*"))
        shutil.rmtree(folder)
    print(f"\n30 restores killed: {dict(seen)}")
    assert seen["as before"] > 5
