"""Sample stores of each size, built once and kept between runs under build/."""

from pathlib import Path

from dspdesk import desk as desks
from dspdesk.demo import SAMPLE_PASSWORD, Demo, build
from dspdesk.desk import Desk
from tests.factories import CHEAP

FOLDER = Path(__file__).parents[2] / "build" / "bench"


def desk_of(items: int) -> Desk:
    """The desk of a sample store with so many items."""
    path = FOLDER / f"{items}.dspdesk"
    key = path.with_suffix(".carrier")
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        print(f"building a store of {items} items", flush=True)
        build(Demo(path, items, key_file=key, cost=CHEAP), lambda _done, _total: None)
    return desks.open_desk(path, None, SAMPLE_PASSWORD, key)
