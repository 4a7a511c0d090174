"""Columns worked out from others: folded search text and stored sort keys, written whenever their sources are."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from dspdesk.language.folding import fold, number_key, number_parts
from dspdesk.language.sorting import sort_key
from dspdesk.law.registration import NEEDED

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
    "case_index",
)
#: When a field is lacking that is no column of the same name.
_LACKS = {
    "date": "item.registered_on IS NULL",
    "copies": "NOT EXISTS (SELECT 1 FROM copy WHERE copy.item_id = item.id AND copy.struck_on IS NULL)",
}
#: The words of all movements of an item, each once: who signed for it is found by its surname. What was carried over
#: from an earlier year is found by the number it had there.
_MOVEMENTS = (
    "SELECT group_concat(words, ' ') FROM (SELECT movement.as_written AS words FROM copy "
    "JOIN movement ON movement.copy_id = copy.id WHERE copy.item_id = {item} UNION "
    "SELECT CASE earlier.written WHEN '' THEN earlier.sequence || earlier.letter ELSE earlier.written END "
    "FROM carry_over JOIN number AS earlier ON earlier.id = carry_over.from_item_id "
    "WHERE carry_over.to_item_id = {item})"
)


def of_item(number: str, fields: Mapping[str, Any], movements: str = "", written: str = "") -> dict[str, str]:
    """The derived columns of an item.

    `number` is ours with its letter, `written` what its journal's pattern made of it, '' where that is the same;
    `movements` are the words of its movements. A number is found by the whole of it and by its parts.
    """
    theirs = fields["their_number"]
    rest = (
        *(
            fields["executor"],
            fields["resolution"],
            fields["signatory"],
            fields["notes"],
            fields["case_index"],
        ),
        movements,
    )
    parts = number_parts(theirs) if any(map(str.isdigit, theirs)) else ""  # "б/н" is no number to be found by
    key = parts.replace(" ", "")
    return {
        "their_key": key,
        "sort_correspondent": _sorted(fields["correspondent"]),
        "folded_correspondent": _folded(fields["correspondent"]),
        "folded_summary": _folded(f"{fields['kind']} {fields['summary']}"),
        "folded_numbers": " ".join(part for part in (number, _whole_and_parts(written), key, parts) if part),
        "folded_rest": fold(" ".join(rest)),
    }


def _whole_and_parts(written: str) -> str:
    return f"{number_key(written)} {number_parts(written)}" if written else ""


# the same senders and matters come again and again
_folded = lru_cache(maxsize=4096)(fold)
_sorted = lru_cache(maxsize=4096)(sort_key)


def movement_words(connection: Connection, item_id: int) -> str:
    """The words of all movements of an item."""
    return connection.exec_driver_sql(_MOVEMENTS.format(item="?"), (item_id, item_id)).scalar() or ""


def stale(connection: Connection) -> Iterator[int]:
    """Ids of items whose derived columns are not what they should be worked out to."""
    columns = ", ".join(f"item.{name}" for name in (*_SOURCES, *DERIVED))
    rows = connection.exec_driver_sql(
        "SELECT item.id, number.sequence || number.letter, number.written, "
        f"({_MOVEMENTS.format(item='item.id')}), {columns} FROM item JOIN number ON number.id = item.id"
    )
    for row in rows:
        fields = dict(zip((*_SOURCES, *DERIVED), row[4:], strict=True))
        if not _agree(fields, of_item(row[1], fields, row[3] or "", row[2])):
            yield row[0]


def wrongly_incomplete(connection: Connection) -> Iterator[int]:
    """Ids of items that are marked as complete and are not, or the other way round."""
    for kind, names in NEEDED.items():
        lacks = " OR ".join(_LACKS.get(name) or f"coalesce(item.{name}, '') = ''" for name in names)
        yield from connection.exec_driver_sql(
            "SELECT item.id FROM item JOIN number ON number.id = item.id JOIN journal ON journal.id = journal_id "
            f"WHERE journal.kind = ? AND item.incomplete <> ({lacks})",
            (kind.value,),
        ).scalars()


def stale_correspondents(connection: Connection) -> Iterator[int]:
    """Ids of correspondents that are not found by what their names fold to."""
    rows = connection.exec_driver_sql("SELECT id, name_kk, name_ru, folded_kk, folded_ru FROM correspondent")
    yield from (key for key, kk, ru, *folded in rows if [fold(kk), fold(ru)] != folded)


def _agree(fields: Mapping[str, str], wanted: Mapping[str, str]) -> bool:
    """Whether the columns say the same; the words of movements may stand in any order."""
    return all(fields[name] == wanted[name] for name in DERIVED[:-1]) and _words(fields) == _words(wanted)


def _words(fields: Mapping[str, str]) -> set[str]:
    return set(fields["folded_rest"].split())
