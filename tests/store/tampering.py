"""A store seen and changed past the program, by somebody who holds its key."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dspdesk.desk import Desk
from dspdesk.store import engines


@contextmanager
def raw(desk: Desk) -> Iterator[Any]:
    """A keyed connection of its own on the store of a desk."""
    connection = engines.connect(desk.path, desk._data_key)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def unguarded(desk: Desk) -> Iterator[Any]:
    """The same without triggers and foreign keys; both are dropped for good."""
    with raw(desk) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        yield connection


def counts(desk: Desk) -> dict[str, int]:
    """How many rows each table holds."""
    with raw(desk) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'item\\__%' ESCAPE '\\'"
        ).fetchall()
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def on_disk(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with what it holds."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
