"""An item as JSON: what `register` reads and what `register` and `list` print."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from dspdesk.language.sentences import Told
from dspdesk.law.kinds import Carrier, MovementKind
from dspdesk.law.registration import Entry
from dspdesk.law.values import CopyNumbers, Impossible, SheetCount
from dspdesk.queries.item import ItemDetails

_TEXTS = (
    "correspondent", "their_number", "kind", "summary", "signatory", "executor", "notes", "resolution", "control",
)  # fmt: skip
_DATES = ("date", "their_date", "signed_on", "due_on")
_OUTPUT_ONLY = ("id", "number", "sequence", "letter", "state", "journal", "on_control", "year")
_OTHER = ("form_id", "sheets", "enclosure_sheets", "copies", "case", "carrier")
_PASSED_ON = ("form_id", "case")  # texts that are no part of the entry


def read_object(path: Path) -> dict[str, Any]:
    """The JSON object in a file. Raises `Told` "bad_json" naming what is wrong."""
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Told("not_reachable", path=path) from error
    except ValueError as error:
        raise Told("bad_json", path=path, detail=error) from error
    if not isinstance(found, dict):
        raise Told("bad_json", path=path, detail="{…}")
    return found


def entry(path: Path, found: dict[str, Any]) -> Entry:
    """The entry that a JSON object states. Raises `Told` "bad_json" naming the field that is wrong."""
    unknown = set(found) - {*_TEXTS, *_DATES, *_OUTPUT_ONLY, *_OTHER}
    if unknown:
        raise Told("bad_json", path=path, detail=", ".join(sorted(unknown)))
    field = ""
    try:
        fields: dict[str, Any] = {}
        for field in _TEXTS:
            fields[field] = _text(found.get(field))
        for field in _PASSED_ON:
            _text(found.get(field))
        field = "form_id"
        if ":" in _text(found.get(field)):  # the program's own: of imports and of what was carried over
            raise ValueError(found[field])
        for field in _DATES:
            fields[field] = _date(found.get(field))
        field = "sheets"
        fields["sheets"] = SheetCount(_count(found.get("sheets")), _count(found.get("enclosure_sheets")))
        field = "copies"
        fields["copies"] = _copies(found.get("copies"))
        field = "carrier"
        fields["carrier"] = Carrier(found.get("carrier") or Carrier.PAPER)
    except (ValueError, TypeError) as error:
        raise Told("bad_json", path=path, detail=f"{field}: {error}") from error
    return Entry(**fields)


def item(details: ItemDetails) -> dict[str, Any]:
    """An item as it is printed; what is not known is null."""
    entered = details.entry
    filings = [
        m.as_written for copy in details.copies for m in copy.movements if m.kind is MovementKind.FILING
    ]
    return {
        "id": details.id,
        "form_id": details.form_id,
        "number": details.number.with_mark(details.journal.language).replace("\N{NO-BREAK SPACE}", " "),
        "sequence": details.number.sequence,
        "letter": details.number.letter,
        "journal": details.journal.kind.value,
        "year": details.journal.year,
        **{name: getattr(entered, name) or None for name in _TEXTS},
        **{name: _iso(getattr(entered, name)) for name in _DATES},
        "sheets": entered.sheets.document,
        "enclosure_sheets": entered.sheets.enclosures,
        "copies": list(entered.copies),
        "carrier": entered.carrier.value,
        "state": details.state.value,
        "on_control": bool(entered.control) and not details.off_control,
        "case": "; ".join(dict.fromkeys(filings)) or None,
    }


def _text(value: Any) -> str:
    if value is not None and not isinstance(value, str):
        raise TypeError(value)
    (value or "").encode()  # half of a surrogate pair is no text
    return value or ""


def _date(value: Any) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(value)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _count(value: Any) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise TypeError(value)
    return value


def _copies(value: Any) -> tuple[int, ...]:
    if value is None:
        return (1,)
    if not isinstance(value, list) or not all(type(number) is int for number in value):
        raise Impossible(str(value))
    return CopyNumbers.of(value).numbers
