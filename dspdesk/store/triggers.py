"""Triggers and full-text tables: one list, made anew after each migration.

Triggers only copy ordinary columns into the full-text tables: our own functions are not to be called from a schema.
Nothing that is recorded is ever deleted, and the ledger is never changed.
"""

from typing import Any

from dspdesk.models import metadata

_SEARCHED = "folded_correspondent, folded_summary, folded_numbers, folded_rest"
#: Every table of records; drafts and views are none, and the ledger has stricter triggers of its own.
_KEPT = tuple(
    table.name
    for table in metadata.sorted_tables
    if table.name != "ledger" and not table.info.get("unledgered")
)

FULL_TEXT = (
    f"CREATE VIRTUAL TABLE item_words USING fts5({_SEARCHED}, content='item', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0', prefix='1 2 3', detail=column, columnsize=0)",
    "CREATE VIRTUAL TABLE item_numbers USING fts5(their_key, content='item', content_rowid='id', "
    "tokenize='trigram', columnsize=0)",
)


def _values(row: str, columns: str) -> str:
    return ", ".join(f"{row}.{name}" for name in columns.split(", "))


def _into(table: str, columns: str) -> str:
    return f"INSERT INTO {table}(rowid, {columns}) VALUES (new.id, {_values('new', columns)});"


def _out_of(table: str, columns: str) -> str:
    return f"INSERT INTO {table}({table}, rowid, {columns}) VALUES ('delete', old.id, {_values('old', columns)});"


TRIGGERS = (
    f"CREATE TRIGGER item_words_entered AFTER INSERT ON item BEGIN {_into('item_words', _SEARCHED)} END",
    f"CREATE TRIGGER item_words_changed AFTER UPDATE OF {_SEARCHED} ON item BEGIN "
    f"{_out_of('item_words', _SEARCHED)} {_into('item_words', _SEARCHED)} END",
    "CREATE TRIGGER item_numbers_entered AFTER INSERT ON item WHEN new.their_key <> '' BEGIN "
    f"{_into('item_numbers', 'their_key')} END",
    "CREATE TRIGGER item_numbers_left AFTER UPDATE OF their_key ON item WHEN old.their_key <> '' BEGIN "
    f"{_out_of('item_numbers', 'their_key')} END",
    "CREATE TRIGGER item_numbers_taken AFTER UPDATE OF their_key ON item WHEN new.their_key <> '' BEGIN "
    f"{_into('item_numbers', 'their_key')} END",
    "CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END",
    # replacing a row deletes it without asking the trigger above
    "CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger "
    "WHEN new.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM ledger) "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END",
    "CREATE TRIGGER ledger_unchanged BEFORE UPDATE ON ledger "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END",
    *(
        f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'nothing recorded is deleted: {table}'); END"
        for table in _KEPT
    ),
)


def make_anew(connection: Any) -> None:
    """Drop every trigger and full-text table and make them from the lists here, full-text filled from the items."""
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    for table in ("item_words", "item_numbers"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in (*FULL_TEXT, *TRIGGERS):
        connection.execute(statement)
    connection.execute("INSERT INTO item_words(item_words) VALUES ('rebuild')")
    connection.execute(
        "INSERT INTO item_numbers(rowid, their_key) SELECT id, their_key FROM item WHERE their_key <> ''"
    )
