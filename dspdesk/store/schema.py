"""The schema: made whole for a new store, brought up by migrations for an older one, refused for a newer one."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from dspdesk import __version__
from dspdesk.models import metadata
from dspdesk.store import triggers
from dspdesk.store.errors import StoreUnavailable

#: The revision this program writes; `store/migrations/versions` ends in it.
HEAD = "0005"
MIGRATIONS = Path(__file__).parent / "migrations"


def make(engine: Engine) -> None:
    """Make all tables, triggers and full-text tables in an empty store."""
    with engine.begin() as connection:
        metadata.create_all(connection)
        triggers.make_anew(connection.connection.driver_connection)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
        connection.exec_driver_sql("CREATE TABLE written_by (version TEXT NOT NULL)")
        connection.exec_driver_sql("INSERT INTO written_by VALUES (?)", (__version__,))


def bring_up(connection: Any) -> None:
    """Bring an older store to this program's schema, on a keyed connection of its own.

    Raises `StoreUnavailable` "store_newer" naming the program version when a newer program wrote the store.
    """
    found = revision(connection)
    if found == HEAD:
        return
    from dspdesk.store.migrate import known, upgrade  # migrations are seldom needed, and slow to import

    if found not in known():
        version = connection.execute("SELECT version FROM written_by").fetchone()[0]
        raise StoreUnavailable("store_newer", version=version)
    upgrade(connection, HEAD)


def revision(connection: Any) -> str:
    """The revision of a store's tables, asked of a connection of the database library."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
        raise StoreUnavailable("store_damaged")  # whole pages, but not one of our tables
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
