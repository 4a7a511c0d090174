"""What a person types under a column, as a condition on the entries of one journal.

Every filter of `journal_grid.View` is one entry of a table here: a column key and the function that turns the text
into SQL with its values. A text that cannot be read as what the column holds finds nothing.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from dspdesk.language.catalogue import N_, _
from dspdesk.language.dates import parse_strict
from dspdesk.language.folding import are_begun, fold, match_query, number_key, words
from dspdesk.law.values import Impossible, RegistrationNumber
from dspdesk.queries.on_control import ON_CONTROL

NOT, EMPTY = "!", "="
_LONGEST = 200
_MARK = re.compile(r"(?i)№|дсп|қбпү")
_LIKE, _ESCAPED = re.compile(r"([\\%_])"), r"\\\1"


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL that holds for the entries wanted, and its values in order."""

    sql: str
    values: tuple[object, ...] = ()


NOTHING = Condition("0")

#: How the states are called where they are filtered by; the grid shows the same words, of what is overdue with the
#: days, and for what has no case yet the words that matter more.
STATE_NAMES: Mapping[str, str] = {
    "registered": N_("Registered"),
    "incomplete": N_("To complete"),
    "on_control": N_("On control"),
    "overdue": N_("Overdue"),
    "without_case": N_("Without a case"),
    "in_case": N_("In a case"),
    "carried_over": N_("Carried over"),
    "sent_back": N_("Sent back"),
    "seized": N_("Seized"),
    "destroyed": N_("Destroyed"),
    "annulled": N_("Annulled"),
    "reserved": N_("Reserved"),
}
_LAST = "(SELECT kind FROM movement WHERE movement.id = copy.whereabouts_id)"
_COPIES = "FROM copy WHERE copy.item_id = item.id AND copy.struck_on IS NULL"
_GONE = f"(EXISTS (SELECT 1 {_COPIES}) AND NOT EXISTS (SELECT 1 {_COPIES} AND {_LAST} IS NOT 'destruction'))"
_LEFT = (
    f"EXISTS (SELECT 1 {_COPIES} AND coalesce({_LAST}, '') NOT IN ('destruction', 'sending_back', 'seizure'))"
)
_FILED = f"EXISTS (SELECT 1 {_COPIES} AND {_LAST} = 'filing')"
_CARRIED = f"EXISTS (SELECT 1 {_COPIES} AND {_LAST} = 'carried_over')"
_SEIZED = f"EXISTS (SELECT 1 {_COPIES} AND {_LAST} = 'seizure')"
_NOTHING_LEFT = f"(EXISTS (SELECT 1 {_COPIES}) AND NOT {_LEFT})"
_IN_WORK = f"number.state = 'issued' AND NOT {_NOTHING_LEFT} AND NOT {_FILED} AND NOT {_CARRIED}"
_STATES: Mapping[str, str] = {
    "registered": _IN_WORK,
    "without_case": _IN_WORK,
    "incomplete": "item.incomplete AND number.state <> 'annulled'",
    "on_control": f"{ON_CONTROL} AND NOT {_CARRIED}",
    "overdue": "item.control <> '' AND number.state = 'issued' AND item.due_on < ? "
    f"AND NOT EXISTS (SELECT 1 {_COPIES} AND {_LAST} "
    "IN ('filing', 'destruction', 'carried_over', 'sending_back', 'seizure'))",
    "in_case": f"number.state = 'issued' AND {_FILED} AND NOT {_GONE} AND NOT {_CARRIED}",
    "carried_over": f"number.state = 'issued' AND {_CARRIED}",
    "sent_back": f"number.state = 'issued' AND {_NOTHING_LEFT} AND NOT {_GONE} AND NOT {_SEIZED}",
    "seized": f"number.state = 'issued' AND {_NOTHING_LEFT} AND {_SEIZED}",
    "destroyed": f"number.state = 'issued' AND {_GONE}",
    "annulled": "number.state = 'annulled'",
    "reserved": "number.state = 'reserved'",
}


@dataclass(frozen=True, slots=True)
class Where:
    """Where and when is asked: the journal, and the desk's present day."""

    connection: Connection
    journal_id: int
    today: dt.date


def condition(where: Where, key: str, typed: str) -> Condition | None:
    """The condition of one filter, `None` when nothing to filter by was typed."""
    text = typed.strip()
    negated = text.startswith(NOT)
    text = text.removeprefix(NOT).strip()
    if not text:
        return None
    if text == EMPTY:
        found = Condition(_EMPTY[key])
    elif not _can_stand_in_a_column(text):
        found = NOTHING
    else:
        found = _FILTERS[key](where, key, text)
    return Condition(f"NOT coalesce(({found.sql}), 0)", found.values) if negated else found


def _can_stand_in_a_column(text: str) -> bool:
    """Whether SQL can be asked for it: no page from the clipboard, no character that cannot be stored."""
    return (
        len(text) <= _LONGEST and "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)
    )


def _words(_where: Where, key: str, text: str) -> Condition:
    query = match_query(text)
    if not query:
        return NOTHING
    return Condition(f"item.id IN (SELECT rowid FROM item_words WHERE folded_{key} MATCH ?)", (query,))


def _listed(where: Where, key: str, text: str) -> Condition:
    """A column with few different values: those whose words begin as typed."""
    values = where.connection.exec_driver_sql(
        f"SELECT DISTINCT item.{key} FROM item JOIN number ON number.id = item.id WHERE number.journal_id = ?",
        (where.journal_id,),
    )
    wanted = [value for (value,) in values if _begins(value, text)][:900]
    return Condition(f"item.{key} IN ({', '.join('?' * len(wanted))})", tuple(wanted)) if wanted else NOTHING


def _begins(value: str, text: str) -> bool:
    wanted = words(text)
    return bool(wanted) and are_begun(wanted, words(value))


def _their_number(_where: Where, _key: str, text: str) -> Condition:
    key = number_key(text)
    if not any(map(str.isdigit, text)):
        return Condition("item.their_number LIKE ? ESCAPE '\\'", (_LIKE.sub(_ESCAPED, text) + "%",))
    return Condition("item.their_key LIKE ?", (f"%{key}%",))


def _number(_where: Where, _key: str, text: str) -> Condition:
    if (span := _span(text)) is not None and span[0] <= span[1]:
        return Condition("number.sequence BETWEEN ? AND ?", span)
    try:
        number = RegistrationNumber.parse(_MARK.sub("", text))
    except Impossible:
        return _written(text)
    return Condition("number.sequence = ? AND number.letter = ?", (number.sequence, number.letter))


def _written(text: str) -> Condition:
    """A number as the journal's pattern wrote it, or a part of it."""
    part = _MARK.sub("", text).strip()
    if not any(map(str.isdigit, part)):
        return NOTHING
    return Condition("number.written LIKE ? ESCAPE '\\'", (f"%{_LIKE.sub(_ESCAPED, part)}%",))


def _count(_where: Where, key: str, text: str) -> Condition:
    column = {"sheets": "item.sheets", "copies": f"(SELECT count(*) {_COPIES})"}[key]
    if (span := _span(text)) is not None:
        return Condition(f"{column} BETWEEN ? AND ?", span)
    return Condition(f"{column} = ?", (int(text),)) if re.fullmatch("[0-9]{1,9}", text) else NOTHING


def _span(text: str) -> tuple[int, int] | None:
    """What "100-200", ">10" and "<10" span; `None` for anything else."""
    if found := re.fullmatch(r"([0-9]{1,9})\s*[-–—]\s*([0-9]{1,9})", text):
        return int(found[1]), int(found[2])
    if found := re.fullmatch(r"([<>])\s*([0-9]{1,9})", text):
        return (int(found[2]) + 1, 10**9) if found[1] == ">" else (0, int(found[2]) - 1)
    return None


def _date(_where: Where, key: str, text: str) -> Condition:
    span = date_span(text)
    if span is None:
        return NOTHING
    return Condition(f"item.{_DATES[key]} BETWEEN ? AND ?", (span[0].isoformat(), span[1].isoformat()))


def date_span(text: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of "18.11.2026", "11.2026", "2026", "01.11-18.11.2026"; `None` when it is none of these."""
    if found := re.fullmatch(r"\s*([\d.]+)\s*[-–—]\s*([\d.]+)\s*", text):
        last = date_span(found[2])
        first = last and (date_span(found[1]) or date_span(f"{found[1].rstrip('.')}.{last[1].year}"))
        return (first[0], last[1]) if first and last else None
    if found := re.fullmatch(r"(?:(\d{1,2})\.)?(\d{4})", text):
        year, month = int(found[2]), int(found[1] or 0)
        if year < dt.MINYEAR or month > 12:
            return None
        last_day = calendar.monthrange(year, month or 12)[1]
        return dt.date(year, month or 1, 1), dt.date(year, month or 12, last_day)
    day = parse_strict(text)
    return (day, day) if day else None


def _state(where: Where, _key: str, text: str) -> Condition:
    begun = fold(text)
    wanted = [_STATES[key] for key, name in STATE_NAMES.items() if begun and fold(_(name)).startswith(begun)]
    if not wanted:
        return NOTHING
    sql = " OR ".join(f"({sql})" for sql in wanted)
    return Condition(sql, (where.today.isoformat(),) * sql.count("?"))


_DATES = {"date": "registered_on", "their_date": "their_date", "due_on": "due_on", "signed_on": "signed_on"}

_FILTERS: Mapping[str, Callable[[Where, str, str], Condition]] = {
    "number": _number,
    "date": _date,
    "correspondent": _words,
    "their_number": _their_number,
    "their_date": _date,
    "summary": _words,
    "sheets": _count,
    "copies": _count,
    "control": _listed,
    "executor": _listed,
    "due_on": _date,
    "signatory": _listed,
    "signed_on": _date,
    "notes": _listed,
    "state": _state,
}
_EMPTY: Mapping[str, str] = {
    "number": "0",
    **{key: f"item.{column} IS NULL" for key, column in _DATES.items()},
    "sheets": "item.sheets IS NULL",
    "copies": f"NOT EXISTS (SELECT 1 {_COPIES})",
    "state": "0",
    "summary": "item.summary = '' AND item.kind = ''",
    **{
        key: f"item.{key} = ''"
        for key in ("correspondent", "their_number", "control", "executor", "signatory", "notes")
    },
}
