"""Migrations by Alembic, on a connection of their own with foreign keys off, checked before they are kept."""

from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, StaticPool, create_engine, event
from sqlcipher3 import dbapi2

from dspdesk import __version__
from dspdesk.models import metadata
from dspdesk.store import triggers
from dspdesk.store.errors import StoreBug
from dspdesk.store.schema import MIGRATIONS


def known() -> set[str]:
    """The revisions this program knows."""
    return {script.revision for script in _scripts().walk_revisions()}


def upgrade(connection: Any, to: str) -> None:
    """Bring a store to a revision in one transaction; foreign keys are checked before it is kept.

    `connection` is a keyed connection of the database library. Raises `StoreBug` when a row lost its parent.
    """
    connection.execute("PRAGMA foreign_keys = OFF")  # does nothing once a transaction has begun
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as wrapped:
            _run(wrapped, to)
            triggers.make_anew(connection)
            connection.execute("CREATE TABLE IF NOT EXISTS written_by (version TEXT NOT NULL)")
            connection.execute("DELETE FROM written_by")
            connection.execute("INSERT INTO written_by VALUES (?)", (__version__,))
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise StoreBug("a migration left a row without its parent")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _run(connection: Connection, to: str) -> None:
    """Run the migrations inside a transaction already begun, which Alembic then leaves to its owner."""
    scripts = _scripts()
    with EnvironmentContext(
        _config(),
        scripts,
        fn=lambda found, _: scripts._upgrade_revs(to, found),  # noqa: SLF001 - as Alembic's own commands do
    ) as context:
        context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
        context.run_migrations()


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
