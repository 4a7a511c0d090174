"""A restored copy takes the place of the store, and the store is put aside: whole whatever happens in between.

A restore prepares `<store>.restoring` with a slot file of its own; when it has proved itself and been synced, the
intent is written to `<store>.replacing`: under which name the present store is put aside. Only then are files
renamed, one by one. Whoever opens a store that has an intent beside it goes on first (`settle`):

| lies there                       | opening                                                                  |
|----------------------------------|--------------------------------------------------------------------------|
| `.restoring`, no intent          | nothing is looked at: the next restore clears it away                    |
| intent and a prepared file       | the file that has its name goes aside, the prepared one takes the name   |
| intent and no prepared file      | all is in place: the intent is removed                                   |

Whether a file is the old or the new one is told by whether its prepared one is still there, so that no step is done
twice. The old log goes aside before its store does, and is never found beside the new one. Nothing is deleted.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dspdesk.store import keys
from dspdesk.store.errors import StoreUnavailable, of_system

_LOGS = ("-wal", "-shm", "-journal")
_PATIENCE = 10  # seconds


def prepared(store: Path) -> Path:
    """Where the copy is prepared that takes a store's place."""
    return store.with_name(store.name + ".restoring")


def aside(store: Path, moment: str) -> Path:
    """A free name for a store that is put aside at a moment ("2026-11-14")."""
    place, number = store.with_name(f"{store.name}.before-restore-{moment}"), 1
    while place.exists() or any(other.exists() for other in keys.paths(place)):
        number += 1
        place = store.with_name(f"{store.name}.before-restore-{moment}-{number}")
    return place


def clear(store: Path) -> None:
    """Remove what a restore prepared that came to nothing."""
    if _intent(store).exists():
        return
    place, unsaid = prepared(store), _new(_intent(store))
    for path in (
        unsaid,
        *(place.with_name(place.name + end) for end in ("", *_LOGS, ".new")),
        *keys.paths(place),
        *map(_new, keys.paths(place)),
    ):
        path.unlink(missing_ok=True)


def replace(store: Path, old: Path) -> None:
    """Put the prepared copy in the place of a store, which goes to `old`. Raises `StoreUnavailable`."""
    intent = _intent(store)
    temporary = _new(intent)
    try:
        with temporary.open("w", encoding="utf-8") as file:
            json.dump({"aside": old.name}, file)
            file.flush()
            os.fsync(file.fileno())
        keys.sync_folder(
            store.parent
        )  # the prepared files have their names on the disk before the intent has
        temporary.replace(intent)
        keys.sync_folder(store.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise of_system(error, store) from error
    settle(store)


def settle(store: Path) -> None:
    """Go on with a replacement that was begun, if one was. Raises `StoreUnavailable`."""
    if not _intent(store).exists():
        return
    try:
        with _alone(_intent(store)) as said:
            if said is not None:
                _go_on(store, store.with_name(said["aside"]))
        _intent(store).unlink(missing_ok=True)
        keys.sync_folder(store.parent)
    except OSError as error:
        raise of_system(error, store) from error


def _go_on(store: Path, old: Path) -> None:
    copy = prepared(store)
    if copy.exists():
        for end in _LOGS:
            _move(store.with_name(store.name + end), old.with_name(old.name + end))
        keys.sync_folder(store.parent)
    pairs = (
        (copy, store, old),
        *zip(keys.paths(copy), keys.paths(store), keys.paths(old), strict=True),
    )
    for new, place, away in reversed(pairs):  # the store last: with it the copy has taken the place
        if new.exists():
            _move(place, away)
            new.replace(place)
    keys.sync_folder(store.parent)


def _move(path: Path, to: Path) -> None:
    if path.exists():
        path.replace(to)


def _intent(store: Path) -> Path:
    return store.with_name(store.name + ".replacing")


def _new(path: Path) -> Path:
    return path.with_name(path.name + ".new")


@contextmanager
def _alone(intent: Path) -> Iterator[dict[str, str] | None]:
    """The intent, held against other processes; `None` when another one has seen to it meanwhile."""
    import portalocker

    try:
        with portalocker.Lock(intent, "r+", encoding="utf-8", timeout=_PATIENCE) as file:
            yield json.load(file) if intent.exists() else None
    except FileNotFoundError:
        yield None
    except portalocker.LockException as error:
        raise StoreUnavailable("store_busy") from error
