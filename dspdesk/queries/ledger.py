"""The ledger, newest first and page by page; whoever may not read the journals sees that a step was, not what it says.

The inspector and the security officer follow who did what and when. What a document is about is none of their
business: of registers they see neither fields nor reasons.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _, current_language
from dspdesk.language.dates import short
from dspdesk.law.roles import Action
from dspdesk.queries import history
from dspdesk.queries.ledger_words import FIELDS, SECRET_SETTINGS, STEPS, SUBJECTS, VALUES, needed
from dspdesk.store import ledger

MOST_FIELDS = 60  # fields told of one step
_WINDOW = 20_000  # entries looked at in one statement
_MOST_LOOKED_AT = 200_000  # entries looked at for one page: the person asks on from there
_SQL = """
    SELECT id, tag, subject, hash, body FROM ledger WHERE id < :below AND id >= :least {conditions}
    ORDER BY id DESC LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries: of a person (login), of a kind of steps (first word of the tag), of a day; '' and None are all."""

    by: str = ""
    kind: str = ""
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One step: when (UTC), by whom, what it was and what it was about; `code` as papers carry it.

    `reason` is '' where it may not be seen.
    """

    id: int
    at: dt.datetime
    by: str
    name: str
    second: str
    tag: str
    step: str
    subject: str
    about: str
    reason: str
    code: str


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """Some entries, how many there are in all, and from where to go on (0 at the beginning of the ledger)."""

    lines: tuple[LedgerLine, ...]
    total: int
    rest: int


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field that a step wrote."""

    row: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class LedgerDetails:
    """What a step wrote, its first fields; `hidden` counts the rows of which this person sees nothing more."""

    line: LedgerLine
    fields: tuple[FieldLine, ...]
    hidden: int


def page(desk: Desk, wanted: Wanted, limit: int = 500, below: int = 0) -> LedgerPage:
    """Entries from the newest down, or from below an id."""
    desk.authorize(Action.READ_LEDGER)
    with desk.reading() as connection:
        total = connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM ledger").scalar_one()
        first, last = _range(connection, desk, wanted.day, total)
        at, looked = min(below or last + 1, last + 1), 0
        rows: list[Any] = []
        while at > first and len(rows) < limit and looked < _MOST_LOOKED_AT:
            least = max(first, at - _WINDOW)
            found = _rows(connection, wanted, at, least, limit - len(rows))
            rows += found
            full = len(rows) >= limit
            looked, at = looked + at - least, rows[-1][0] if full else least
        teller = _Teller(connection, desk)
        return LedgerPage(tuple(teller.line(row) for row in rows), total, at if at > first else 0)


def details(desk: Desk, entry_id: int) -> LedgerDetails | None:
    """What one step wrote, `None` when there is no such entry."""
    desk.authorize(Action.READ_LEDGER)
    with desk.reading() as connection:
        rows = _rows(connection, Wanted(), entry_id + 1, entry_id, 1)
        if not rows:
            return None
        teller = _Teller(connection, desk)
        changes = orjson.loads(rows[0][4])["changes"]
        if not desk.may(needed(rows[0][1])):
            return LedgerDetails(teller.line(rows[0]), (), len(changes))
        return LedgerDetails(teller.line(rows[0]), tuple(islice(teller.fields(changes), MOST_FIELDS)), 0)


def people(desk: Desk) -> list[tuple[str, str]]:
    """Who may have taken steps: login and name."""
    desk.authorize(Action.READ_LEDGER)
    with desk.reading() as connection:
        names = connection.exec_driver_sql(
            "SELECT account.login, employee.name_kk, employee.name_ru FROM account "
            "JOIN employee ON employee.id = account.employee_id ORDER BY account.login"
        ).fetchall()
    return [(login, kk if current_language() == "kk" else ru) for login, kk, ru in names]


def _rows(connection: Connection, wanted: Wanted, below: int, least: int, limit: int) -> list[Any]:
    from sqlalchemy import text

    conditions, values = "", {"below": below, "least": least, "limit": limit}
    if wanted.kind:
        conditions += " AND tag LIKE :kind"
        values["kind"] = f"{wanted.kind}:%"  # type: ignore[assignment]
    if wanted.by:
        conditions += " AND json_extract(CAST(body AS TEXT), '$.by') = :by"
        values["by"] = wanted.by  # type: ignore[assignment]
    return list(connection.execute(text(_SQL.format(conditions=conditions)), values).fetchall())


def _range(connection: Connection, desk: Desk, day: dt.date | None, total: int) -> tuple[int, int]:
    """First and last entry of a day; entries are in the order of time as long as nobody set the clock back."""
    if day is None:
        return 1, total
    begin = _in_utc(day, desk)
    return _first_since(connection, begin, total), _first_since(
        connection, _in_utc(day + dt.timedelta(1), desk), total
    ) - 1


def _in_utc(day: dt.date, desk: Desk) -> dt.datetime:
    midnight = dt.datetime.combine(day, dt.time(), desk.clock().tzinfo)
    return midnight.astimezone(dt.UTC).replace(tzinfo=None)


def _first_since(connection: Connection, moment: dt.datetime, total: int) -> int:
    """The first entry not before a moment; one past the last when there is none."""
    low, high = 1, total + 1
    while low < high:
        middle = (low + high) // 2
        body = connection.exec_driver_sql("SELECT body FROM ledger WHERE id = ?", (middle,)).scalar_one()
        if dt.datetime.fromisoformat(orjson.loads(body)["at"]) < moment:
            low = middle + 1
        else:
            high = middle
    return low


class _Teller:
    """Tells entries in words, as far as this person may see them."""

    def __init__(self, connection: Connection, desk: Desk) -> None:
        self._connection, self._desk = connection, desk
        self._names: dict[str, str] = dict(
            connection.exec_driver_sql(
                f"SELECT account.login, employee.name_{current_language()} FROM account "
                "JOIN employee ON employee.id = account.employee_id"
            ).fetchall()
        )

    def line(self, row: Any) -> LedgerLine:
        """One entry."""
        sequence, tag, subject, digest, body = row
        said = orjson.loads(body)
        return LedgerLine(
            id=sequence,
            at=dt.datetime.fromisoformat(said["at"]),
            by=said["by"],
            name=self._names.get(said["by"], said["by"]),
            second=said.get("second", ""),
            tag=tag,
            step=_(STEPS[tag]) if tag in STEPS else history.step(tag),
            subject=subject,
            about=about(subject),
            reason=said["reason"] if self._desk.may(needed(tag)) else "",
            code=ledger.code(sequence, digest),
        )

    def fields(self, changes: list[Any]) -> Iterator[FieldLine]:
        """What was written, field by field; key material is never told."""
        for table, key, row in changes:
            names = FIELDS.get(table, {})
            for name, value in row.items():
                if name in names and value not in (None, "", False):
                    words = (
                        _("(not shown)")
                        if self._is_secret(table, key, name, row)
                        else _words(table, name, value)
                    )
                    yield FieldLine(about(f"{table}:{key}"), _(names[name]), words)

    def _is_secret(self, table: str, key: int, name: str, row: Mapping[str, Any]) -> bool:
        if table != "setting":
            return False
        held = (
            row.get("key")
            or self._connection.exec_driver_sql("SELECT key FROM setting WHERE id = ?", (key,)).scalar()
        )
        return name == "value" and held in SECRET_SETTINGS


def _words(table: str, name: str, value: Any) -> str:
    """A value as the ledger keeps it, in words; days as people write them."""
    if value is True:
        return _("yes")
    if (words := VALUES.get((table, name), {}).get(value)) is not None:
        return _(words)
    try:
        return short(dt.date.fromisoformat(value))
    except (TypeError, ValueError):
        return str(value)


def about(subject: str) -> str:
    """What a step was about: "entry 60"."""
    kind, _colon, key = subject.partition(":")
    name = SUBJECTS.get(kind)
    return f"{_(name) if name else kind} {key}".strip() if subject else ""
