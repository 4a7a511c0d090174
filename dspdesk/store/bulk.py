"""Many rows in one transaction: rows by executemany, one ledger entry for each group of them.

The one place where rows are written past the session; each group's entry states its rows as a session's would.
"""

import datetime as dt
from collections.abc import Mapping
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection, Table
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from dspdesk.models import (
    Appointment,
    Copy,
    Correspondent,
    Employee,
    Item,
    Movement,
    Number,
    Place,
    Unit,
)
from dspdesk.store import ledger
from dspdesk.store.unit_of_work import Step, head

_BATCH = 2000
#: Parents before children, so that foreign keys hold at every statement.
_ORDER: tuple[Table, ...] = tuple(
    cast("Table", model.__table__)
    for model in (Unit, Employee, Appointment, Place, Correspondent, Number, Item, Copy, Movement)
)


class Bulk:
    """Collects rows of the registers and writes them in batches.

    Keys are handed out by `key`, counting on from the highest of each table; the write lock is held, so nobody
    else counts. Call `close_group` after the rows of one item and `finish` at the end.
    """

    def __init__(self, connection: Connection, *, at: dt.datetime, by: str, tag: str, reason: str) -> None:
        self._connection = connection
        self._at, self._by, self._tag, self._reason = at, by, tag, reason
        self._sequence, self._hash = head(connection)
        self._next = {table.name: _highest(connection, table.name) for table in _ORDER}
        self._columns = {table.name: tuple(column.name for column in table.columns) for table in _ORDER}
        self._in_order = {name: itemgetter(*columns) for name, columns in self._columns.items()}
        self._defaults = {table.name: _defaults(table) for table in _ORDER}
        self._derived = {
            table.name: frozenset(column.name for column in table.columns if column.info.get("derived"))
            for table in _ORDER
        }
        self._rows: dict[str, list[tuple[Any, ...]]] = {table.name: [] for table in _ORDER}
        self._entries: list[tuple[int, str, str, bytes, bytes]] = []
        self._group: list[ledger.Change] = []

    def key(self, table: str) -> int:
        """The key of the next row of a table."""
        self._next[table] += 1
        return self._next[table]

    def add(self, table: str, row: Mapping[str, Any]) -> None:
        """Add one row with its key; values are what the database stores, what is left out takes its default."""
        row = {**self._defaults[table], **row}
        self._rows[table].append(self._in_order[table](row))
        if derived := self._derived[table]:
            row = {name: value for name, value in row.items() if name not in derived}
        self._group.append((table, row["id"], row))

    def close_group(self, subject: str) -> None:
        """Write the ledger entry of the rows added since the last group."""
        self._sequence += 1
        content = ledger.body(
            self._sequence,
            at=self._at,
            by=self._by,
            tag=self._tag,
            subject=subject,
            reason=self._reason,
            changes=self._group,
        )
        self._hash = ledger.chained(self._hash, content)
        self._entries.append((self._sequence, self._tag, subject, content, self._hash))
        self._group = []
        if len(self._entries) >= _BATCH:
            self.finish()

    def finish(self) -> None:
        """Write what has been collected."""
        for table in _ORDER:
            if rows := self._rows[table.name]:
                self._many(table.name, self._columns[table.name], rows)
                self._rows[table.name] = []
        if self._entries:
            self._many("ledger", ("id", "tag", "subject", "body", "hash"), self._entries)
            self._entries = []

    def _many(self, table: str, columns: tuple[str, ...], rows: list[Any]) -> None:
        names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
        self._connection.exec_driver_sql(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)


def repoint(taken: Step, table: str, column: str, before: int, after: int) -> int:
    """Let every row that names one key in a column name another; each stands in the step's entry. Returns how many."""
    rows = taken.connection.exec_driver_sql(
        f'SELECT id FROM "{table}" WHERE "{column}" = ? ORDER BY id', (before,)
    ).fetchall()
    taken.connection.exec_driver_sql(
        f'UPDATE "{table}" SET "{column}" = ? WHERE "{column}" = ?', (after, before)
    )
    taken.changes.extend((table, key, {column: after}) for (key,) in rows)
    return len(rows)


def _defaults(table: Table) -> dict[str, Any]:
    """What stands in the columns of a row that says nothing of them."""
    return {column.name: None for column in table.columns if column.nullable} | {
        column.name: column.default.arg
        for column in table.columns
        if isinstance(column.default, ScalarElementColumnDefault)
    }


def _highest(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f'SELECT coalesce(max(id), 0) FROM "{table}"').scalar_one())
