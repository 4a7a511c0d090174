"""What has happened to a row of the directory, told from the ledger: who, when, why, what stood before and after."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _, current_language, ngettext
from dspdesk.language.dates import short
from dspdesk.law.roles import Action
from dspdesk.queries import ledger_words
from dspdesk.queries.history_words import FIELDS, REFERENCES, STEPS, TENTHS, VALUES, YES_OR_NO
from dspdesk.queries.names import name_of_login

#: What one must be allowed to see what has happened to rows of a table; of others that are not named, everything.
_NEEDS: Mapping[str, tuple[Action, ...]] = {
    **dict.fromkeys(("organisation", "unit", "employee", "place", "printer"), (Action.READ_OFFICE,)),
    "correspondent": (Action.READ_CORRESPONDENTS,),
    **dict.fromkeys(("plan_entry", "case_file", "volume", "inventory"), (Action.READ_CASES,)),
    **dict.fromkeys(
        ("item", "journal", "package", "delivery", "restricted_list", "list_proposal"),
        (Action.READ_JOURNALS,),
    ),
}
_ALL = (Action.READ_LEDGER, Action.READ_JOURNALS)
#: Subjects whose parts have steps of their own.
_OF_PARTS: Mapping[str, str] = {
    "case_file": "OR subject IN (SELECT 'volume:' || volume.id FROM volume WHERE volume.case_file_id = ?)"
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field as the person knows it; `before` is '' where nothing stood there or no older entry tells it."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step: when (UTC), by whom, what it was, the reason given for it, and what it changed."""

    at: dt.datetime
    by: str
    what: str
    reason: str
    fields: tuple[FieldChange, ...]


def history(desk: Desk, subject: str) -> list[HistoryLine]:
    """Every step about "correspondent:8" and the like, the latest first; those of a case with those of its volumes."""
    table, _colon, key = subject.partition(":")
    for action in _NEEDS.get(table, _ALL):
        desk.authorize(action)
    with desk.reading() as connection:
        bodies = connection.exec_driver_sql(
            f"SELECT body FROM ledger WHERE subject = ? {_OF_PARTS.get(table, '')} ORDER BY id",
            (subject, key) if table in _OF_PARTS else (subject,),
        ).fetchall()
        teller = _Teller(connection)
        lines = [teller.line(json.loads(body)) for (body,) in bodies]
    return lines[::-1]


class _Teller:
    """Tells one entry after the other, remembering what each field held."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: dict[tuple[str, int, str], Any] = {}

    def line(self, said: Mapping[str, Any]) -> HistoryLine:
        """One entry in words."""
        at = dt.datetime.fromisoformat(said["at"])
        fields = [change for table, key, row in said["changes"] for change in self._told(table, key, row)]
        moved = sum(table == "item" for table, _key, _row in said["changes"])
        if moved:
            words = ngettext("{n} entry", "{n} entries", moved).format(n=moved)
            fields.append(FieldChange(_("Entries that point here now"), "", words))
        by = name_of_login(self._connection, said["by"], at.date())
        return HistoryLine(at, by, step(said["tag"]), said["reason"], tuple(fields))

    def _told(self, table: str, key: int, row: Mapping[str, Any]) -> Iterator[FieldChange]:
        if table == "former_name":
            yield self._former_name(row)
        if table == "correspondent" and row.get("merged_into_id"):
            yield FieldChange(_("Joined"), "", self._name("correspondent", "name_{}", key))
        names = FIELDS.get(table, {})
        for name in (name for name in names if name in row):
            before, after = self._held.get((table, key, name)), row[name]
            self._held[table, key, name] = after
            words = self._words(table, name, before), self._words(table, name, after)
            if words[0] != words[1]:
                yield FieldChange(_(names[name]), *words)

    def _former_name(self, row: Mapping[str, Any]) -> FieldChange:
        name = row[f"name_{current_language()}"] or row["name_ru"] or row["name_kk"]
        until = short(dt.date.fromisoformat(row["until"]))
        return FieldChange(_("Former name"), "", _("{name} (until {date})").format(name=name, date=until))

    def _words(self, table: str, name: str, value: Any) -> str:
        """A value as the ledger keeps it, as a person reads it."""
        if value is None or value == "":
            return ""
        if (table, name) in YES_OR_NO:
            return _("yes") if value else ""
        if (table, name) in TENTHS:
            return f"{value / 10:.1f}".replace(".", ",")
        if (table, name) in REFERENCES:
            return self._name(*REFERENCES[table, name], value)
        if (words := VALUES.get((table, name), {}).get(value)) is not None:
            return _(words)
        return _day(value) or str(value)

    def _name(self, table: str, column: str, key: int) -> str:
        columns = [column.format(language) for language in (current_language(), "ru", "kk")]
        row = self._connection.exec_driver_sql(
            f"SELECT {', '.join(columns)} FROM {table} WHERE id = ?", (key,)
        ).one()
        return next((str(name) for name in row if name), "")


def step(tag: str) -> str:
    """What a step of a tag ("office:place:closed") is called."""
    ends = [":".join(tag.split(":")[start:]) for start in range(tag.count(":") + 1)]
    found = next((STEPS[end] for end in ends if end in STEPS), ledger_words.STEPS.get(tag))
    return _(found) if found else tag


def _day(value: Any) -> str:
    try:
        return short(dt.date.fromisoformat(value))
    except (TypeError, ValueError):
        return ""
