"""A journal on its way from the child that parses foreign files: JSON, from which nothing but data can come.

The child is not trusted more than the file it reads, so that it answers with plain records and never with a pickle.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from dspdesk.law.kinds import Carrier, MovementKind
from dspdesk.law.registration import Entry
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.spreadsheets.records import (
    Fact,
    HeldBack,
    JournalSheet,
    Reason,
    SheetMovement,
    SheetRow,
    UnreadableSheet,
)

_ROWS_IN_A_LINE = 500
_KINDS: Final = {kind.value: kind for kind in MovementKind}


def encoded(sheet: JournalSheet) -> Iterator[bytes]:
    """The journal in lines: rows a few hundred at a time, so that the parent takes them in meanwhile; then the rest."""
    for start in range(0, len(sheet.rows), _ROWS_IN_A_LINE):
        yield _line(list(map(_row, sheet.rows[start : start + _ROWS_IN_A_LINE])))
    yield _line(
        {
            "name": sheet.name,
            "digest": sheet.digest,
            "language": sheet.language,
            "held_back": [_held(held) for held in sheet.held_back],
            "skipped": sheet.skipped,
            "unread": (sheet.unread_sheets, sheet.unread_columns),
            "part": sheet.part,
        }
    )


def encoded_error(error: UnreadableSheet) -> bytes:
    """The reason why there is no journal, in one line."""
    return _line({"unreadable": (error.code, _facts(error.facts))})


def decoded(lines: Iterable[bytes]) -> JournalSheet:
    """The journal out of its lines; raises `UnreadableSheet` if the child sent that, `ValueError` for no message."""
    rows: list[SheetRow] = []
    try:
        for line in lines:
            message = json.loads(line.decode("utf-8", "surrogatepass"))
            if isinstance(message, dict):
                return _journal(message, rows)
            rows += map(_row_of, message)
    except (KeyError, TypeError, IndexError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError("no message of the child") from error
    raise ValueError("the message of the child is cut short")


def raise_unreadable(message: Mapping[str, Any]) -> None:
    """Raise the `UnreadableSheet` that a message tells, if it tells one."""
    if "unreadable" in message:
        code, facts = message["unreadable"]
        raise UnreadableSheet(code, **_facts_of(facts))


def _line(message: object) -> bytes:
    return (
        json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        + b"\n"
    )


def _journal(message: Mapping[str, Any], rows: list[SheetRow]) -> JournalSheet:
    raise_unreadable(message)
    sheets, columns = message["unread"]
    return JournalSheet(
        name=message["name"],
        digest=message["digest"],
        language=message["language"],
        rows=rows,
        held_back=[_held_of(*held) for held in message["held_back"]],
        skipped=[(name, row) for name, row in message["skipped"]],
        unread_sheets=tuple(sheets),
        unread_columns=tuple(columns),
        part=tuple(message["part"]),
    )


def _held(held: HeldBack) -> tuple[object, ...]:
    return held.row, held.sheet, [(reason.code, _facts(reason.facts)) for reason in held.reasons]


def _held_of(row: int, sheet: str, reasons: Sequence[Any]) -> HeldBack:
    return HeldBack(row, tuple(Reason(code, _facts_of(facts)) for code, facts in reasons), sheet)


def _row(row: SheetRow) -> tuple[object, ...]:
    entry = row.entry
    return (
        row.row,
        row.sheet,
        row.as_written,
        row.number.sequence,
        row.number.letter,
        _days(entry.date, entry.their_date, entry.due_on, entry.signed_on),
        (entry.correspondent, entry.their_number, entry.kind, entry.summary, entry.resolution),
        (entry.executor, entry.control, entry.signatory, entry.notes, entry.carrier),
        (entry.sheets.document, entry.sheets.enclosures),
        entry.copies,
        [(m.kind, m.on.toordinal() if m.on else None, m.as_written) for m in row.movements],
    )


def _days(*days: dt.date | None) -> list[int | None]:
    return [day.toordinal() if day else None for day in days]


def _row_of(sent: Sequence[Any]) -> SheetRow:
    row, sheet, as_written, sequence, letter, days, words, more, sheets, copies, movements = sent
    entry = Entry(
        date=_day(days[0]),
        correspondent=words[0],
        their_number=words[1],
        their_date=_day(days[1]),
        kind=words[2],
        summary=words[3],
        sheets=_sheets(*sheets),
        copies=tuple(copies),
        carrier=Carrier(more[4]),
        resolution=words[4],
        executor=more[0],
        due_on=_day(days[2]),
        control=more[1],
        signatory=more[2],
        signed_on=_day(days[3]),
        notes=more[3],
    )
    moved = tuple([_movement(*movement) for movement in movements])
    return SheetRow(row, RegistrationNumber(sequence, letter), entry, moved, sheet, as_written)


@lru_cache(maxsize=1 << 14)
def _movement(kind: str, day: int | None, text: str) -> SheetMovement:
    return SheetMovement(_KINDS[kind], _day(day), text)


@lru_cache(maxsize=4096)
def _day(ordinal: int | None) -> dt.date | None:
    return None if ordinal is None else dt.date.fromordinal(ordinal)


@lru_cache(maxsize=4096)
def _sheets(document: int | None, enclosures: int | None) -> SheetCount:
    return SheetCount(document, enclosures)


def _facts(facts: Mapping[str, Fact] | Mapping[str, object]) -> dict[str, object]:
    """Days as a list with their ordinal, all else as it is."""
    return {name: [fact.toordinal()] if isinstance(fact, dt.date) else fact for name, fact in facts.items()}


def _facts_of(sent: Mapping[str, Any]) -> dict[str, Fact]:
    return {
        name: dt.date.fromordinal(fact[0]) if isinstance(fact, list) else fact for name, fact in sent.items()
    }
