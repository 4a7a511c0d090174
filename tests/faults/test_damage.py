"""Files damaged at random: only our own sentences come of it, and a store said to be whole is the one that was."""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind
from dspdesk.queries.item import items_in
from dspdesk.queries.search import search
from dspdesk.queries.today import today
from dspdesk.store.errors import StoreUnavailable
from tests import factories

PAGE = 4096
SEED = 20261118


@pytest.fixture
def folder(made_stores: Path, tmp_path: Path) -> Path:
    shutil.copytree(made_stores / "small", tmp_path / "small")
    return tmp_path / "small"


def flipped(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def overwritten(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    content[start : start + 700] = chance.randbytes(len(content[start : start + 700]))


def cut_short(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def grown(content: bytearray, chance: random.Random) -> None:
    content += chance.randbytes(chance.choice((1, 100, PAGE)))


def pages_exchanged(content: bytearray, chance: random.Random) -> None:
    one, two = (chance.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    content[one : one + PAGE], content[two : two + PAGE] = (
        content[two : two + PAGE],
        content[one : one + PAGE],
    )


def page_repeated(content: bytearray, chance: random.Random) -> None:
    one, two = (chance.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    content[one : one + PAGE] = content[two : two + PAGE]


def zeroed(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) // PAGE) * PAGE
    content[start : start + PAGE] = bytes(PAGE)


DAMAGES = (flipped, overwritten, cut_short, grown, pages_exchanged, page_repeated, zeroed)


def asked(desk: Desk) -> list[object]:
    """What people see of a store, with everything that has to be read for it."""
    found = [list(items_in(desk, JournalKind.INCOMING, year)) for year in (2025, 2026)]
    return [found, search(desk, "министерство"), search(desk, "100"), today(desk)]


def seen(folder: Path) -> tuple[str, list[object]]:
    """How a store answers: "told" with a sentence, "found" damaged by its verification, or "whole" with its answers."""
    try:
        desk = factories.opened(folder)
    except StoreUnavailable as error:
        assert str(error)
        return "told", []
    try:
        answers = asked(desk)
        return ("found", []) if desk.verify() else ("whole", answers)
    except StoreUnavailable as error:
        assert str(error)
        return "told", []
    finally:
        desk.close()


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_store_is_told_or_found_out(folder: Path, damage: Callable) -> None:
    store, chance, counted = folder / "office.dspdesk", random.Random(SEED), Counter()
    whole, (said, expected) = store.read_bytes(), seen(folder)
    assert said == "whole"
    for _ in range(25):
        content = bytearray(whole)
        damage(content, chance)
        store.write_bytes(content)
        for end in ("-wal", "-shm"):
            store.with_name(store.name + end).unlink(missing_ok=True)
        said, answers = seen(folder)
        counted[said] += 1
        if said == "whole":
            assert answers == expected
            assert content == whole  # a page put where it was
    print(f"\n{damage.__name__}: {dict(counted)}")


@pytest.mark.parametrize(
    "damage", [flipped, overwritten, cut_short, grown], ids=lambda damage: damage.__name__
)
def test_damaged_slots_are_told_or_made_up_for_by_the_second_copy(folder: Path, damage: Callable) -> None:
    places = [folder / f"office.dspdesk{end}" for end in (".keys", ".keys2")]
    whole, chance = places[0].read_bytes(), random.Random(SEED)
    for _ in range(100):
        contents = [bytearray(whole), bytearray(whole)]
        for place, content in zip(places, contents, strict=True):
            damage(content, chance)
            place.write_bytes(content)
        assert seen(folder)[0] in {"told", "whole"}
        places[chance.randrange(2)].write_bytes(whole)
        assert seen(folder)[0] == "whole"


def test_old_pages_put_back_are_found_out(folder: Path) -> None:
    """Each page is whole in itself, so that the library notices nothing; the ledger does, wherever records changed."""
    store, counted = folder / "office.dspdesk", Counter()
    old = store.read_bytes()
    desk = factories.opened(folder)
    for place in range(20):
        factories.registered(desk, summary=f"новое {place}", their_number=f"77-{place}/900")
    desk.close()
    new, (_, expected) = store.read_bytes(), seen(folder)
    for start in range(PAGE, min(len(old), len(new)), PAGE):
        if old[start : start + PAGE] == new[start : start + PAGE]:
            continue
        store.write_bytes(new[:start] + old[start : start + PAGE] + new[start + PAGE :])
        for end in ("-wal", "-shm"):
            store.with_name(store.name + end).unlink(missing_ok=True)
        said, answers = seen(folder)
        counted[said] += 1
        if said == "whole":
            counted["whole, with other answers"] += answers != expected
    print(f"\nold pages put back: {dict(counted)}")
    assert counted["told"] + counted["found"] > 10
    assert not counted["whole, with other answers"]
