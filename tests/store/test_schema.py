"""The schema: a migrated store equals a new one, a filled one loses nothing, what fails is not kept."""

import re
import shutil
from pathlib import Path

import pytest

from dspdesk.desk import Desk
from dspdesk.store import engines, migrate, schema, triggers
from dspdesk.store.errors import StoreBug
from tests import factories
from tests.store.tampering import counts, on_disk, raw

KEY = b"k" * 32

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("item", sa.Column("shelf", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("copy") as copy:
        copy.add_column(sa.Column("stamped", sa.Boolean(), nullable=False, server_default=sa.false()))
        copy.create_check_constraint("number_positive", "number > 0")
"""


def normalised(sql: str | None) -> object:
    """A statement without what does not count: spaces, and the order of the constraints of a table."""
    plain = " ".join((sql or "").split())
    table = re.fullmatch(r'CREATE TABLE "?(\w+)"? \((.*)\)', plain)
    if not table:
        return plain
    parts = [part.strip() for part in re.split(r", (?![^(]*\))", table[2])]
    columns = [part for part in parts if not part.startswith("CONSTRAINT")]
    return columns, sorted(part for part in parts if part.startswith("CONSTRAINT"))


def described(connection) -> dict[tuple[str, str], object]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return {(kind, name): normalised(sql) for kind, name, sql in rows}


@pytest.fixture
def new(tmp_path: Path):
    engine = engines.writing_engine(made(tmp_path / "new"), KEY)
    schema.make(engine)
    engine.dispose()
    connection = engines.connect(tmp_path / "new", KEY)
    yield connection
    connection.close()


@pytest.fixture
def migrated(tmp_path: Path):
    connection = engines.connect(made(tmp_path / "migrated"), KEY)
    migrate.upgrade(connection, schema.HEAD)
    yield connection
    connection.close()


def made(path: Path) -> Path:
    engines.connect(path, KEY, create=True).close()
    return path


def test_a_migrated_store_equals_a_new_one(new, migrated) -> None:
    assert described(migrated) == described(new)
    for table in ("alembic_version", "written_by"):
        assert (
            migrated.execute(f"SELECT * FROM {table}").fetchall()
            == new.execute(f"SELECT * FROM {table}").fetchall()
        )


def test_the_comparison_sees_a_missing_condition_and_a_missing_constraint(new) -> None:
    before = described(new)
    new.execute("DROP INDEX ix_item_incomplete")
    new.execute("CREATE INDEX ix_item_incomplete ON item (id)")
    after = described(new)
    assert {name for (_, name), sql in before.items() if after[_, name] != sql} == {"ix_item_incomplete"}
    assert normalised("CREATE TABLE a (b INTEGER, CONSTRAINT c UNIQUE (b))") != normalised(
        "CREATE TABLE a (b INTEGER)"
    )


def test_the_versions_end_in_the_head_and_the_new_store_says_so(new) -> None:
    assert schema.HEAD in migrate.known()
    assert max(migrate.known()) == schema.HEAD
    assert new.execute("SELECT version_num FROM alembic_version").fetchall() == [(schema.HEAD,)]


def test_a_new_store_is_whole(new) -> None:
    assert new.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert new.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.fixture
def later(tmp_path: Path, monkeypatch):
    """A program one migration further; its name stands for what the migration does."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def shipped(source: str = NEXT) -> None:
        (folder / "versions" / "0006_later.py").write_text(source, encoding="utf-8")
        monkeypatch.setattr(migrate, "MIGRATIONS", folder)
        monkeypatch.setattr(schema, "HEAD", "0006")
        monkeypatch.setattr(migrate, "__version__", "7.0")

    return shipped


def reopened(desk: Desk) -> Desk:
    desk.close()
    return factories.opened(desk.path.parent)


def test_a_filled_store_is_brought_up_when_it_is_opened_and_keeps_every_row(desk: Desk, later) -> None:
    factories.registered(desk, their_number="77-1/4000")
    before = counts(desk)
    later()
    after = reopened(desk)
    assert counts(after) == before
    assert after.verify() == []
    with raw(after) as connection:
        assert connection.execute("SELECT DISTINCT shelf FROM item").fetchall() == [("",)]
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0006",)]
        assert connection.execute("SELECT version FROM written_by").fetchall() == [("7.0",)]
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    after.close()


def test_triggers_and_search_are_made_anew(desk: Desk, later) -> None:
    """Recreating a table drops its triggers without a word."""
    from dspdesk.queries.search import search

    with raw(desk) as connection:
        before = described(connection)
    found = [hit.id for hit in search(desk, "аудит")]
    assert found
    later()
    after = reopened(desk)
    with raw(after) as connection:
        kept = {key: sql for key, sql in described(connection).items() if key[0] == "trigger"}
        assert kept == {key: sql for key, sql in before.items() if key[0] == "trigger"}
        assert len(kept) == len(triggers.TRIGGERS)
        with pytest.raises(engines.dbapi2.IntegrityError, match="nothing recorded is deleted"):
            connection.execute("DELETE FROM copy")
    assert [hit.id for hit in search(after, "аудит")] == found
    assert search(after, "100дсп")
    after.close()


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (NEXT + "    raise RuntimeError('broken off')\n", RuntimeError),
        (NEXT + "    op.execute('DELETE FROM item')\n", Exception),
        (NEXT + "    op.execute('UPDATE account SET employee_id = 999')\n", StoreBug),
    ],
    ids=["broken_off", "deletes", "orphans"],
)
def test_a_migration_that_fails_leaves_the_store_as_it_was(desk: Desk, later, source: str, error) -> None:
    before = counts(desk)
    desk.close()
    files = on_disk(desk.path.parent)
    later(source)
    with pytest.raises(error):
        factories.opened(desk.path.parent)
    assert on_disk(desk.path.parent) == files
    assert counts(desk) == before


def test_a_store_of_this_program_is_not_migrated(desk: Desk, monkeypatch) -> None:
    def unwanted(*_how: object) -> None:
        raise AssertionError

    monkeypatch.setattr(migrate, "upgrade", unwanted)
    reopened(desk).close()
