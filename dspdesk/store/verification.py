"""Verification: the chain, every row against its last ledger entry, and what is worked out from rows.

Entries are read from the newest back, so that the first value met of a field is its last; only marks of what has
been met are kept, so that a million items fit into little memory.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection

from dspdesk.models import metadata
from dspdesk.store import ledger

Progress = Callable[[int, int], None]
_PAGE = 2000
_MOST_NAMED = 50  # further ones are counted, not named


def verify(connection: Connection, progress: Progress | None = None) -> list[str]:
    """What is wrong, each in one technical line that names table and key; empty when all is whole."""
    wrong = [*_chain(connection, progress or _silent)]
    if not wrong:
        wrong = [
            *_Rows(connection).compare(),
            *_whereabouts(connection),
            *_movements(connection),
            *_filings(connection),
            *_full_text(connection),
        ]
    return wrong[:_MOST_NAMED] + (
        [f"and {len(wrong) - _MOST_NAMED} more"] if len(wrong) > _MOST_NAMED else []
    )


def whole_up_to(connection: Connection, sequence: int) -> bool:
    """Whether the chain is unbroken from its beginning to an entry."""
    return not any(True for _ in _chain(connection, _silent, last=sequence))


def _silent(_done: int, _total: int) -> None:
    """Nobody waits for progress."""


def _chain(connection: Connection, progress: Progress, last: int | None = None) -> Iterator[str]:
    total = last or connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM ledger").scalar_one()
    previous, expected = ledger.START, 1
    cursor = connection.exec_driver_sql(
        "SELECT id, tag, subject, body, hash FROM ledger WHERE id <= ? ORDER BY id", (total,)
    )
    for sequence, tag, subject, body, digest in cursor:
        if sequence != expected:
            yield f"ledger: entry {expected} is missing"
            return
        if not _follows(previous, body, digest) or not _repeats(body, tag, subject):
            yield f"ledger: entry {sequence} was changed"
            return
        previous = digest
        expected += 1
        if sequence % _PAGE == 0:
            progress(sequence, total)


def _follows(previous: bytes, body: object, digest: bytes) -> bool:
    """Whether an entry is chained to the one before; a body that is no bytes was put there by other hands."""
    return isinstance(body, bytes) and ledger.chained(previous, body) == digest


def _repeats(body: bytes, tag: str, subject: str) -> bool:
    """Whether the columns for looking up repeat what the hashed bytes say (they end in both, keys being sorted)."""
    return body.endswith(orjson.dumps({"subject": subject, "tag": tag})[1:])


class _Rows:
    """Compares each row with the last ledger value of each of its fields."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._fields = {
            table.name: [column.name for column in table.columns if not column.info.get("derived")]
            for table in metadata.sorted_tables
            if table.name != "ledger" and not table.info.get("unledgered")
        }
        self._met: dict[str, dict[int, int]] = {name: {} for name in self._fields}
        self._bit = {
            name: {field: 1 << at for at, field in enumerate(fields)} for name, fields in self._fields.items()
        }
        self._all = {name: (1 << len(fields)) - 1 for name, fields in self._fields.items()}

    def compare(self) -> Iterator[str]:
        """Every difference between rows and ledger, both ways."""
        for page in _pages(self._connection):
            yield from self._page(page)
        for table in self._fields:
            yield from self._unknown(table)

    def _page(self, bodies: Sequence[bytes]) -> Iterator[str]:
        fresh: dict[str, dict[int, dict[str, Any]]] = {}
        for body in bodies:
            for table, key, fields in reversed(
                orjson.loads(body)["changes"]
            ):  # a step may state a field twice
                if new := self._not_met(table, key, fields):
                    fresh.setdefault(table, {}).setdefault(key, {}).update(new)
        for table, wanted in fresh.items():
            yield from self._differences(table, wanted)

    def _not_met(self, table: str, key: int, fields: dict[str, Any]) -> dict[str, Any]:
        """The fields of an entry that no later entry has stated, marking them as met."""
        met, bits = self._met[table].get(key, 0), self._bit[table]
        if met == self._all[table]:
            return {}
        new = {name: value for name, value in fields.items() if not met & bits.get(name, 0)}
        for name in new:
            met |= bits.get(name, 0)
        self._met[table][key] = met
        return new

    def _differences(self, table: str, wanted: dict[int, dict[str, Any]]) -> Iterator[str]:
        rows = self._stored(table, list(wanted))
        for key, fields in wanted.items():
            row = rows.get(key)
            if row is None:
                yield f"{table} {key}: in the ledger, but not in the table"
                continue
            for name, value in fields.items():
                if row.get(name) != value:
                    yield f"{table} {key}: {name} differs from the ledger"

    def _stored(self, table: str, keys: list[int]) -> dict[int, dict[str, Any]]:
        names = self._fields[table]
        columns = ", ".join(f'"{name}"' for name in names)
        rows: dict[int, dict[str, Any]] = {}
        for start in range(0, len(keys), 500):
            part = tuple(keys[start : start + 500])
            marks = ", ".join("?" * len(part))
            found = self._connection.exec_driver_sql(
                f'SELECT {columns} FROM "{table}" WHERE id IN ({marks})', part
            )
            rows |= {row[names.index("id")]: dict(zip(names, row, strict=True)) for row in found}
        return rows

    def _unknown(self, table: str) -> Iterator[str]:
        met = self._met[table]
        for (key,) in self._connection.exec_driver_sql(f'SELECT id FROM "{table}"'):
            if key not in met:
                yield f"{table} {key}: in the table, but not in the ledger"


def _pages(connection: Connection) -> Iterator[list[bytes]]:
    """The bodies of the ledger from the newest back, by pages."""
    below = connection.exec_driver_sql("SELECT coalesce(max(id), 0) + 1 FROM ledger").scalar_one()
    while True:
        page = connection.exec_driver_sql(
            "SELECT id, body FROM ledger WHERE id < ? ORDER BY id DESC LIMIT ?", (below, _PAGE)
        ).fetchall()
        if not page:
            return
        below = page[-1][0]
        yield [body for _, body in page]


def _whereabouts(connection: Connection) -> Iterator[str]:
    """Copies whose whereabouts are not their last movement."""
    wrong = connection.exec_driver_sql(
        "SELECT copy.id FROM copy WHERE copy.whereabouts_id IS NOT "
        "(SELECT max(movement.id) FROM movement WHERE movement.copy_id = copy.id)"
    )
    for (key,) in wrong:
        yield f"copy {key}: whereabouts are not its last movement"


#: Kinds of movement, and whether a movement of that kind leads where it cannot.
_DESTINATIONS = """
    SELECT id FROM movement WHERE
    (kind IN ('return', 'resolved', 'destruction', 'carried_over', 'withdrawal')
     AND coalesce(employee_id, unit_id, place_id, correspondent_id, volume_id) IS NOT NULL)
    OR (kind = 'storing' AND place_id IS NULL) OR (kind = 'submission' AND employee_id IS NULL)
    OR (kind = 'receipt' AND coalesce(place_id, correspondent_id, volume_id) IS NOT NULL)
    OR (kind IN ('sending', 'sending_back') AND coalesce(employee_id, unit_id, place_id, volume_id) IS NOT NULL)
"""


def _movements(connection: Connection) -> Iterator[str]:
    """Movements that correct one of another copy, a later one or one corrected already, or lead where they cannot."""
    wrong = connection.exec_driver_sql(
        "SELECT movement.id FROM movement JOIN movement AS wrong ON wrong.id = movement.corrects_id "
        "WHERE wrong.copy_id <> movement.copy_id OR wrong.id >= movement.id"
    )
    for (key,) in wrong:
        yield f"movement {key}: corrects no earlier movement of its copy"
    twice = connection.exec_driver_sql(
        "SELECT corrects_id FROM movement WHERE corrects_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1"
    )
    for (key,) in twice:
        yield f"movement {key}: corrected more than once"
    for (key,) in connection.exec_driver_sql(_DESTINATIONS):
        yield f"movement {key}: its kind does not lead there"


#: Copies that the movement has in a volume where no line stands, and the other way round; and a line is on sheets.
_MOVED_INTO = """
    SELECT copy.id, movement.volume_id FROM copy JOIN movement ON movement.id = copy.whereabouts_id
    WHERE movement.kind = 'filing' AND movement.volume_id IS NOT NULL AND NOT EXISTS
    (SELECT 1 FROM filing WHERE filing.copy_id = copy.id AND filing.volume_id = movement.volume_id
     AND filing.out_on IS NULL AND filing.struck_on IS NULL)
"""
_STANDING = """
    SELECT filing.id FROM filing JOIN copy ON copy.id = filing.copy_id
    LEFT JOIN movement ON movement.id = copy.whereabouts_id
    WHERE filing.out_on IS NULL AND filing.struck_on IS NULL
    AND (movement.kind IS NOT 'filing' OR movement.volume_id IS NOT filing.volume_id)
"""
#: Lines of one volume follow each other, so that each begins behind the sheets of the one before.
_OVERLAPPING = """
    SELECT id FROM
    (SELECT id, first_sheet, lag(last_sheet, 1, 0) OVER (PARTITION BY volume_id ORDER BY ordinal) AS before
     FROM filing WHERE struck_on IS NULL) WHERE first_sheet <= before
"""


def _filings(connection: Connection) -> Iterator[str]:
    """Copies that lie in a volume by their last movement only, or by a line only; sheets that two lines have."""
    for key, volume in connection.exec_driver_sql(_MOVED_INTO):
        yield f"copy {key}: moved into volume {volume}, which has no line of it"
    for (key,) in connection.exec_driver_sql(_STANDING):
        yield f"filing {key}: its copy was not moved there"
    for (key,) in connection.exec_driver_sql(_OVERLAPPING):
        yield f"filing {key}: its sheets are those of the line before"


def _full_text(connection: Connection) -> Iterator[str]:
    """Items and correspondents whose folded columns are not what their fields fold to."""
    from dspdesk.store.searchable import stale, stale_correspondents, wrongly_incomplete

    for key in stale(connection):
        yield f"item {key}: search text is stale"
    for key in wrongly_incomplete(connection):
        yield f"item {key}: whether it is complete is stale"
    for key in stale_correspondents(connection):
        yield f"correspondent {key}: search text is stale"
