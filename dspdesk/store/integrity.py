"""The file of a store, page by page: what a damaged carrier did to it, also where no row is read."""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from dspdesk.store import engines


def damage(path: Path, data_key: bytes) -> list[str]:
    """What is wrong with the file, each in one technical line; empty when all of it is whole."""
    # a page may be on its way into the file while it is looked at: only what is found twice is damage
    return (_pages(path, data_key) and _pages(path, data_key)) or _tables(path, data_key)


def index_damage(path: Path, data_key: bytes) -> list[str]:
    """Full-text tables that do not say what the entries say; nobody writes meanwhile, and nothing is changed."""
    wrong = []
    with closing(engines.connect(path, data_key)) as connection:
        connection.execute("BEGIN")
        for table in ("item_words", "item_numbers"):
            try:
                connection.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
            except dbapi2.OperationalError:  # busy: that says nothing of the index
                raise
            except dbapi2.DatabaseError:
                wrong.append(f"{table}: the search index differs from the entries")
        connection.execute("ROLLBACK")
    return wrong


def _pages(path: Path, data_key: bytes) -> list[str]:
    return _asked(path, data_key, "PRAGMA cipher_integrity_check")


def _tables(path: Path, data_key: bytes) -> list[str]:
    found = _asked(path, data_key, "PRAGMA integrity_check")
    return [] if found == ["ok"] else found


def _asked(path: Path, data_key: bytes, question: str) -> list[str]:
    """The answers on a connection of their own: one check upsets the other on the same one."""
    try:
        with closing(
            engines.connect(path, data_key, query_only=True)
        ) as connection:  # also damage to the schema
            return [str(answer) for (answer,) in connection.execute(question).fetchall()]
    except dbapi2.OperationalError:  # busy, or a carrier that is gone: that says nothing of the pages
        raise
    except dbapi2.DatabaseError as error:
        return [str(error)]
