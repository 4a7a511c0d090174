"""Columns worked out from others: folded search text and stored sort keys, written whenever their sources are."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from dspdesk.language.folding import fold, number_parts
from dspdesk.language.sorting import sort_key

DERIVED = (
    "their_key",
    "sort_correspondent",
    "folded_correspondent",
    "folded_summary",
    "folded_numbers",
    "folded_rest",
)
_SOURCES = (
    "their_number",
    "correspondent",
    "kind",
    "summary",
    "executor",
    "resolution",
    "signatory",
    "notes",
)
#: The words of all movements of an item, each once: who signed for it is found by its surname.
_MOVEMENTS = (
    "SELECT group_concat(words, ' ') FROM (SELECT DISTINCT movement.as_written AS words FROM copy "
    "JOIN movement ON movement.copy_id = copy.id WHERE copy.item_id = {item})"
)


def of_item(number: str, fields: Mapping[str, Any], movements: str = "") -> dict[str, str]:
    """The derived columns of an item: `number` is ours as written, `movements` the words of its movements."""
    theirs = fields["their_number"]
    rest = (fields["executor"], fields["resolution"], fields["signatory"], fields["notes"], movements)
    parts = number_parts(theirs) if any(map(str.isdigit, theirs)) else ""  # "б/н" is no number to be found by
    key = parts.replace(" ", "")
    return {
        "their_key": key,
        "sort_correspondent": _sorted(fields["correspondent"]),
        "folded_correspondent": _folded(fields["correspondent"]),
        "folded_summary": _folded(f"{fields['kind']} {fields['summary']}"),
        "folded_numbers": f"{number} {key} {parts}" if parts else number,
        "folded_rest": fold(" ".join(rest)),
    }


# the same senders and matters come again and again
_folded = lru_cache(maxsize=4096)(fold)
_sorted = lru_cache(maxsize=4096)(sort_key)


def movement_words(connection: Connection, item_id: int) -> str:
    """The words of all movements of an item."""
    return connection.exec_driver_sql(_MOVEMENTS.format(item="?"), (item_id,)).scalar() or ""


def stale(connection: Connection) -> Iterator[int]:
    """Ids of items whose derived columns are not what they should be worked out to."""
    columns = ", ".join(f"item.{name}" for name in (*_SOURCES, *DERIVED))
    rows = connection.exec_driver_sql(
        f"SELECT item.id, number.sequence || number.letter, ({_MOVEMENTS.format(item='item.id')}), {columns} "
        "FROM item JOIN number ON number.id = item.id"
    )
    for row in rows:
        fields = dict(zip((*_SOURCES, *DERIVED), row[3:], strict=True))
        if not _agree(fields, of_item(row[1], fields, row[2] or "")):
            yield row[0]


def stale_correspondents(connection: Connection) -> Iterator[int]:
    """Ids of correspondents that are not found by what their names fold to."""
    rows = connection.exec_driver_sql("SELECT id, name_kk, name_ru, folded_kk, folded_ru FROM correspondent")
    yield from (key for key, kk, ru, *folded in rows if [fold(kk), fold(ru)] != folded)


def _agree(fields: Mapping[str, str], wanted: Mapping[str, str]) -> bool:
    """Whether the columns say the same; the words of movements may stand in any order."""
    return all(fields[name] == wanted[name] for name in DERIVED[:-1]) and _words(fields) == _words(wanted)


def _words(fields: Mapping[str, str]) -> set[str]:
    return set(fields["folded_rest"].split())
