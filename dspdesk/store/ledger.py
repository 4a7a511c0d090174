"""The ledger: each step of each person as stored bytes, chained by SHA-256 over those very bytes."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

#: One row that a step changed: table, key, fields after.
Change = tuple[str, int, Mapping[str, Any]]

START = b"\x00" * 32


def body(  # noqa: PLR0913 - what an entry states
    sequence: int,
    *,
    at: dt.datetime,
    by: str,
    tag: str,
    subject: str,
    reason: str,
    changes: Sequence[Change],
    second: str = "",
) -> bytes:
    """The bytes of one entry: JSON with sorted keys and no spaces; values as `stored` writes them.

    `second` is the login of the second person of a step that two take; it is stated only there.
    """
    said = {
        "at": stored(at),
        "by": by,
        "changes": changes,
        "n": sequence,
        "reason": reason,
        "subject": subject,
    } | ({"second": second} if second else {})
    return orjson.dumps(said | {"tag": tag}, option=orjson.OPT_SORT_KEYS)


def chained(previous: bytes, content: bytes) -> bytes:
    """The hash of an entry over the hash before it and its stored bytes."""
    return hashlib.sha256(b"\x00" + previous + content).digest()


def code(sequence: int, digest: bytes) -> str:
    """The short code of an entry as papers carry it: "48112-7F3A21C9"."""
    return f"{sequence}-{digest[:4].hex().upper()}"


def stored(value: Any) -> Any:
    """A value as the store and the ledger both write it."""
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="microseconds")
    return value.isoformat() if isinstance(value, dt.date) else value
