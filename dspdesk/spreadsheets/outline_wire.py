"""An outline of a workbook, and rows of it, on their way from the child that parses: JSON, and no more trusted."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets.outline import Outline, SheetOutline
from dspdesk.spreadsheets.wire import raise_unreadable


def encoded(found: Outline) -> bytes:
    """The outline as one message."""
    return _message(
        {
            "name": found.name,
            "sheets": [
                [one.name, one.count, one.first, one.rows, one.heading, one.start, one.fields, one.language]
                for one in found.sheets
            ],
            "recognised": {kind.value: names for kind, names in found.recognised.items()},
            "kind": found.kind.value if found.kind else None,
            "year": found.year,
        }
    )


def decoded(message: bytes) -> Outline:
    """The outline out of a message; raises `UnreadableSheet` if the child sent that, `ValueError` for no message."""
    said = _said(message)
    try:
        return Outline(
            name=str(said["name"]),
            sheets=tuple(_sheet(one) for one in said["sheets"]),
            recognised={
                JournalKind(kind): tuple(map(str, names)) for kind, names in said["recognised"].items()
            },
            kind=JournalKind(said["kind"]) if said["kind"] else None,
            year=int(said["year"]) if said["year"] else None,
        )
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError("no outline") from error


def encoded_rows(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as one message."""
    return _message({"rows": rows})


def decoded_rows(message: bytes) -> list[tuple[str, ...]]:
    """Rows out of a message; raises as `decoded`."""
    said = _said(message)
    try:
        return [tuple(map(str, row)) for row in said["rows"]]
    except (KeyError, TypeError) as error:
        raise ValueError("no rows") from error


def _sheet(said: Sequence[Any]) -> SheetOutline:
    name, count, first, rows, heading, start, fields, language = said
    texts = tuple(tuple(map(str, row)) for row in rows)
    return SheetOutline(
        str(name),
        int(count),
        int(first),
        texts,
        int(heading),
        int(start),
        tuple(map(int, fields)),
        str(language),
    )


def _message(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _said(message: bytes) -> Mapping[str, Any]:
    try:
        said: dict[str, Any] = dict(json.loads(message.decode("utf-8", "surrogatepass")))
        raise_unreadable(said)
    except (KeyError, TypeError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError("no message of the child") from error
    return said
