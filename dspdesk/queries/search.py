"""One search over everything a person may see."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.folding import match_query, number_key, typed_query
from dspdesk.law.kinds import ItemState, JournalKind
from dspdesk.law.roles import Action
from dspdesk.law.values import Impossible, RegistrationNumber
from dspdesk.queries.journal_grid import rows_of

_MARK = re.compile(r"(?i)№|дсп|қбпү")
_ALL = -1  # SQL's own way to say that there is no limit
_TRIGRAM = 3  # the number index knows parts of numbers from three characters on


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry found, with enough to recognise it; `language` is its journal's."""

    id: int
    journal_id: int
    kind: JournalKind
    year: int
    language: str
    number: RegistrationNumber
    state: ItemState
    date: dt.date | None
    correspondent: str
    their_number: str
    summary: str


def search(desk: Desk, text: str, limit: int = 200) -> list[Hit]:
    """Entries matching every word typed so far (beginnings of words, parts of numbers), the newest first.

    Kazakh letters are found from a Russian keyboard and the other way round. A number of ours stands first, then what
    has the words typed before the last as whole words, then what only begins so.
    """
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        wanted: dict[int, None] = {}
        for key in _found(connection, text, limit):
            wanted[key] = None
            if len(wanted) >= limit:
                break
        return _hits(connection, list(wanted))


def numbered(connection: Connection, text: str, limit: int = 20) -> list[int]:
    """Ids of the entries whose number, ours or the sender's, is the whole of what was typed; the newest first."""
    found = (*_by_own_number(connection, text), *_by_written_number(connection, text, limit))
    return list(dict.fromkeys(found))[:limit]


def matched(connection: Connection, text: str, limit: int) -> list[int]:
    """Ids of entries that have the words typed, the newest first."""
    return list(dict.fromkeys(_found(connection, text, limit)))[:limit]


def matching(connection: Connection, text: str) -> set[int]:
    """Ids of all entries that match what was typed."""
    return set(_found(connection, text, _ALL))


def _found(connection: Connection, text: str, limit: int) -> Iterator[int]:
    yield from _by_own_number(connection, text)
    yield from _by_written_number(connection, text, limit)
    # what was typed as whole words comes first and fast; the beginnings of words fill up what is left of the limit
    for query in dict.fromkeys((typed_query(text), match_query(text))):
        if query:
            yield from _keys(
                connection, "SELECT rowid FROM item_words WHERE item_words MATCH ?", query, limit
            )
    key = number_key(text)
    if len(key) >= _TRIGRAM and any(map(str.isdigit, key)):
        yield from _keys(
            connection, "SELECT rowid FROM item_numbers WHERE item_numbers MATCH ?", f'"{key}"', limit
        )


def _by_own_number(connection: Connection, text: str) -> Iterator[int]:
    try:
        number = RegistrationNumber.parse(_MARK.sub("", text))
    except Impossible:
        return
    yield from (
        key
        for (key,) in connection.exec_driver_sql(
            "SELECT number.id FROM journal CROSS JOIN number ON number.journal_id = journal.id "  # in this order
            "WHERE number.sequence = ? AND number.letter = ? ORDER BY journal.year DESC",
            (number.sequence, number.letter),
        )
    )


def _by_written_number(connection: Connection, text: str, limit: int) -> Iterator[int]:
    """Numbers that are the whole of what was typed, "05-12/47": one look-up."""
    key = number_key(text)
    if len(key) >= _TRIGRAM and any(map(str.isdigit, key)):
        query = f'folded_numbers : "{key}"'
        yield from _keys(connection, "SELECT rowid FROM item_words WHERE item_words MATCH ?", query, limit)


def _keys(connection: Connection, sql: str, query: str, limit: int) -> Iterator[int]:
    rows = connection.exec_driver_sql(f"{sql} ORDER BY rowid DESC LIMIT ?", (query, limit))
    yield from (key for (key,) in rows)


def _hits(connection: Connection, keys: list[int]) -> list[Hit]:
    marks = ", ".join("?" * len(keys))
    journals = {
        row[0]: row[1:]
        for row in connection.exec_driver_sql(
            "SELECT number.id, journal.id, journal.kind, journal.year, journal.language FROM number "
            f"JOIN journal ON journal.id = number.journal_id WHERE number.id IN ({marks})",
            tuple(keys),
        )
    }
    return [
        Hit(
            row.id,
            journals[row.id][0],
            JournalKind(journals[row.id][1]),
            journals[row.id][2],
            journals[row.id][3],
            row.number,
            row.state,
            row.date,
            row.correspondent,
            row.their_number,
            " ".join(part for part in (row.kind, row.summary) if part),
        )
        for row in rows_of(connection, keys)
    ]
