"""Where is it? (W5): a number, a code of our labels or a surname leads to copies, each with where it is."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _, current_language
from dspdesk.language.folding import are_begun, match_query, words
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.kinds import JournalKind, NumberState
from dspdesk.law.roles import Action
from dspdesk.law.values import Impossible, RegistrationNumber
from dspdesk.law.whereabouts import Where
from dspdesk.queries import search
from dspdesk.queries.whereabouts import CopyRow, copy_rows, held_by, place_named

MOST = 500  # copies shown; further ones are counted
_MOST_ENTRIES = 20  # of a number that several journals have, or of words
_MOST_WRITTEN = 5_000  # copies looked through for a name that stands in a register as words only


class By(StrEnum):
    """By what something was found."""

    NUMBER = "number"
    PERSON = "person"
    PLACE = "place"
    LABEL = "label"  # a sheet, a package or a volume: what it holds
    WORDS = "words"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class FoundCopy:
    """A copy with its entry: the number with its mark, the journal, the document; `receipt` is what was signed."""

    item_id: int
    kind: JournalKind
    year: int
    number: str
    state: NumberState
    document: str
    copy: CopyRow
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. `asked` is the copy that was asked for by its number or label; `names` are people or a place.

    `having` are the names in the case of having («у Ахметова Б.К.»). `total` counts the copies, also those that are
    too many to be shown; with `at_least` there are more, which nobody has linked to a person.
    """

    by: By
    copies: tuple[FoundCopy, ...] = ()
    total: int = 0
    asked: int | None = None
    names: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    at_least: bool = False


NOTHING = Answer(By.NOTHING)
_NO_COPY = CopyRow(0, 0, Where.SERVICE)

#: "214 экз. 2", "214 дана 2", "214 № 2 дана": a copy of an entry.
_COPY = re.compile(
    r"(?i)\s*,?\s*(?:(?:экз\w*\.?|дана\w*|copy)\s*№?\s*(?P<after>\d+)|№?\s*(?P<before>\d+)\s*-?\s*дана\w*)\s*$"
)


def find(desk: Desk, typed: str, most: int = MOST) -> Answer:
    """Everything that what was typed or scanned leads to."""
    desk.authorize(Action.READ_JOURNALS)
    text = " ".join(typed.split())
    if not text:
        return NOTHING
    with desk.reading() as connection:
        return _labelled(connection, text, most) or _asked(connection, text, most)


def _asked(connection: Connection, text: str, most: int) -> Answer:
    if any(map(str.isdigit, text)):
        return _numbered(connection, text, most) or _worded(connection, text, most)
    return _having(connection, text, most) or _worded(connection, text, most)


def _labelled(connection: Connection, text: str, most: int) -> Answer | None:
    """What a label leads to, `None` when this is none of ours."""
    try:
        code = Code.parse(text)
    except Impossible:
        return None
    ask = _BY_LABEL.get(code.kind)
    return ask(connection, code.id, most) if ask is not None else NOTHING


def _copy_label(connection: Connection, key: int, most: int) -> Answer | None:
    row = connection.exec_driver_sql("SELECT item_id FROM copy WHERE id = ?", (key,)).fetchone()
    return _of_entries(connection, [row[0]], By.NUMBER, most, asked=key) if row else NOTHING


def _item_label(connection: Connection, key: int, most: int) -> Answer:
    return _of_entries(connection, [key], By.NUMBER, most) or NOTHING


_WITHIN = """
    WITH RECURSIVE within (id) AS (
        SELECT ? UNION SELECT place.id FROM place JOIN within ON place.within_id = within.id
    ) SELECT id FROM within
"""


#: By the indexes of movements: those into the place, and those into a volume that is kept there.
_KEPT_THERE = f"""movement.id IN (
    SELECT id FROM movement WHERE place_id IN ({_WITHIN})
    UNION SELECT id FROM movement WHERE volume_id IN (SELECT id FROM volume WHERE place_id IN ({_WITHIN}))
)"""


def _place_label(connection: Connection, key: int, most: int) -> Answer:
    """What lies in a place, on the shelves and in the safes of it, too, and in the volumes that are kept there."""
    if connection.exec_driver_sql("SELECT 1 FROM place WHERE id = ?", (key,)).fetchone() is None:
        return NOTHING
    found = _copies(connection, _KEPT_THERE, (key, key), most)
    return Answer(By.PLACE, *found, names=(place_named(connection, key)[0],))


def lying_in(connection: Connection, place_id: int, most: int = MOST) -> tuple[tuple[FoundCopy, ...], int]:
    """The copies that lie in a place and in all that stands in it, and how many there are."""
    return _copies(connection, f"movement.place_id IN ({_WITHIN})", (place_id,), most)


def _volume_label(connection: Connection, key: int, most: int) -> Answer:
    """What lies in a volume of a case."""
    found = _copies(connection, "movement.volume_id = ?", (key,), most)
    return Answer(By.LABEL, *found) if found[0] else NOTHING


def _sheet_label(connection: Connection, key: int, most: int) -> Answer:
    which = "copy.id IN (SELECT copy_id FROM handover_line WHERE sheet_id = ? AND struck_on IS NULL)"
    found = _copies(connection, which, (key,), most)
    return Answer(By.LABEL, *found) if found[0] else NOTHING


def _package_label(connection: Connection, key: int, most: int) -> Answer:
    which = "copy.item_id IN (SELECT item_id FROM enclosed WHERE package_id = ?)"
    found = _copies(connection, which, (key,), most)
    return Answer(By.LABEL, *found) if found[0] else NOTHING


_BY_LABEL: dict[Kind, Callable[[Connection, int, int], Answer | None]] = {
    Kind.COPY: _copy_label,
    Kind.ITEM: _item_label,
    Kind.PLACE: _place_label,
    Kind.SHEET: _sheet_label,
    Kind.PACKAGE: _package_label,
    Kind.VOLUME: _volume_label,
}


def _numbered(connection: Connection, text: str, most: int) -> Answer | None:
    keys = search.numbered(connection, text, _MOST_ENTRIES)
    if keys:
        return _of_entries(connection, keys, By.NUMBER, most)
    if (named := _COPY.search(text)) is None:
        return None
    keys = search.numbered(connection, text[: named.start()], _MOST_ENTRIES)
    answer = _of_entries(connection, keys, By.NUMBER, most) if keys else None
    return _only(answer, int(named["after"] or named["before"])) if answer else None


def _only(answer: Answer, number: int) -> Answer | None:
    """The copies of one number; `None` when no entry found has such a copy."""
    copies = tuple(found for found in answer.copies if found.copy.number == number)
    asked = copies[0].copy.id if copies else None
    return Answer(By.NUMBER, copies, len(copies), asked=asked) if copies else None


def _having(connection: Connection, text: str, most: int) -> Answer | None:
    """The copies that the people called so have, `None` when nobody is called so."""
    people = _people(connection, text)
    unlinked, at_least = _written(connection, text)
    if not people and not unlinked:
        return None
    marks = ", ".join("?" * len(people))
    copies, total = (
        _copies(connection, f"movement.employee_id IN ({marks})", tuple(people), most) if people else ((), 0)
    )
    written, _counted = _by_keys(connection, unlinked[: max(most - len(copies), 0)], most)
    return Answer(
        By.PERSON, copies + written, total + len(unlinked), names=tuple(people.values()),
        having=tuple(held_by(connection, list(people)).values()), at_least=at_least,
    )  # fmt: skip


def _people(connection: Connection, text: str) -> dict[int, str]:
    """The people whose names begin so, word for word, those in service first."""
    wanted, at = words(text), 1 if current_language() == "kk" else 2
    rows = connection.exec_driver_sql(
        "SELECT id, name_kk, name_ru FROM employee ORDER BY left_on IS NOT NULL, id"
    )
    return {row[0]: row[at] for row in rows if _begins(row[1], wanted) or _begins(row[2], wanted)}


def _begins(name: str, wanted: Sequence[str]) -> bool:
    return bool(wanted) and are_begun(wanted, _words(name))


@lru_cache(maxsize=1024)
def _words(name: str) -> tuple[str, ...]:
    return tuple(words(name))


#: Days and numbers beside a name in a register: nobody is called so, and without them the same names come again.
_FIGURES = re.compile(r"\d[\d.]*")
_UNLINKED = """
    SELECT copy.id, movement.as_written FROM item_words CROSS JOIN copy ON copy.item_id = item_words.rowid
    CROSS JOIN movement ON movement.id = copy.whereabouts_id
    WHERE item_words MATCH ? AND copy.struck_on IS NULL AND movement.kind = 'receipt'
    AND movement.employee_id IS NULL AND movement.unit_id IS NULL LIMIT ?
"""


def _written(connection: Connection, text: str) -> tuple[list[int], bool]:
    """Copies that a register says to be with somebody called so, whom nobody has linked to a person.

    The second says whether there may be more of them than were looked at.
    """
    if not (query := match_query(text)):
        return [], False
    rows = connection.exec_driver_sql(_UNLINKED, (f"folded_rest : ({query})", _MOST_WRITTEN)).fetchall()
    wanted = words(text)
    named = [key for key, written in rows if _begins(_FIGURES.sub("", written), wanted)]
    return named, len(rows) == _MOST_WRITTEN


def _worded(connection: Connection, text: str, most: int) -> Answer:
    """Documents that have these words, when nothing has this number and nobody this name."""
    keys = search.matched(connection, text, _MOST_ENTRIES)
    return _of_entries(connection, keys, By.WORDS, most) or NOTHING


def _of_entries(
    connection: Connection, keys: Sequence[int], by: By, most: int, asked: int | None = None
) -> Answer | None:
    """The copies of entries, in the order of the entries."""
    marks = ", ".join("?" * len(keys))
    copies, total = _copies(connection, f"copy.item_id IN ({marks})", tuple(keys), most)
    order = {key: at for at, key in enumerate(keys)}
    ordered = tuple(sorted(copies, key=lambda found: (order[found.item_id], found.copy.number)))
    return Answer(by, ordered, total, asked=asked) if ordered else None


def _by_keys(connection: Connection, keys: Collection[int], most: int) -> tuple[tuple[FoundCopy, ...], int]:
    marks = ", ".join("?" * len(keys))
    return _copies(connection, f"copy.id IN ({marks})", tuple(keys), most) if keys else ((), 0)


_COUNT = """
    SELECT count(*) FROM copy LEFT JOIN movement ON movement.id = copy.whereabouts_id
    WHERE {which} AND copy.struck_on IS NULL
"""
#: By whom or where: only movements of the person or the place are looked at, by their index.
_COUNT_FROM_MOVEMENTS = """
    SELECT count(*) FROM movement JOIN copy ON copy.id = movement.copy_id AND copy.whereabouts_id = movement.id
    WHERE {which} AND copy.struck_on IS NULL
"""
_KEYS = {True: _COUNT_FROM_MOVEMENTS, False: _COUNT}
_ENTRIES = """
    SELECT number.id, journal.kind, journal.year, number.sequence, number.letter, number.written, journal.language,
           number.state, item.kind, item.summary
    FROM number JOIN item ON item.id = number.id JOIN journal ON journal.id = number.journal_id
    WHERE number.id IN ({marks})
"""


def _copies(
    connection: Connection, which: str, values: tuple[Any, ...], most: int
) -> tuple[tuple[FoundCopy, ...], int]:
    """The copies for which a condition holds, the newest entries first, and how many there are in all."""
    question = _KEYS[which.startswith("movement.")].format(which=which)
    total = int(connection.exec_driver_sql(question, values).scalar_one())
    chosen = question.replace("count(*)", "copy.id, copy.item_id", 1)
    rows = connection.exec_driver_sql(f"{chosen} ORDER BY copy.item_id DESC LIMIT ?", (*values, most))
    found = [(row[0], row[1]) for row in rows]
    if not found:
        return (), 0
    entries = _entries(connection, {item for _copy, item in found})
    item_of = dict(found)
    copies = copy_rows(connection, [copy for copy, _item in found])
    papers = _papers(connection, [row.movement_id for row in copies if row.movement_id is not None])
    made = [
        replace(entries[item_of[row.id]], copy=row, receipt=papers.get(row.movement_id or 0, ""))
        for row in copies
    ]
    return tuple(sorted(made, key=lambda one: (-one.item_id, one.copy.number))), total


def _entries(connection: Connection, keys: Collection[int]) -> dict[int, FoundCopy]:
    """What is said of each entry, to be filled in with its copies."""
    rows = connection.exec_driver_sql(_ENTRIES.format(marks=", ".join("?" * len(keys))), tuple(keys))
    return {
        row[0]: FoundCopy(
            item_id=row[0],
            kind=JournalKind(row[1]),
            year=row[2],
            number=RegistrationNumber(row[3], row[4], row[5]).with_mark(row[6]),
            state=NumberState(row[7]),
            document=" ".join(part for part in (row[8], row[9]) if part),
            copy=_NO_COPY,
        )
        for row in rows
    }


def _papers(connection: Connection, movements: Sequence[int]) -> dict[int, str]:
    """By what receipt a copy went, in words: a hand-over sheet by its number."""
    if not movements:
        return {}
    rows = connection.exec_driver_sql(
        "SELECT movement.id, movement.paper, handover_sheet.number FROM movement "
        "LEFT JOIN handover_sheet ON movement.paper LIKE 'handover_sheet:%' "
        "AND handover_sheet.id = CAST(substr(movement.paper, length('handover_sheet:') + 1) AS INTEGER) "
        f"WHERE movement.id IN ({', '.join('?' * len(movements))})",
        tuple(movements),
    )
    return {key: _paper(paper, sheet) for key, paper, sheet in rows}


def _paper(paper: str, sheet: int | None) -> str:
    if sheet is not None:
        return _("hand-over sheet № {number}").format(number=sheet)
    return "" if _THING.fullmatch(paper) else paper


#: A thing of the store as the ledger names it: nothing to be told to a caller.
_THING = re.compile(r"[a-z_]+:\d+")
