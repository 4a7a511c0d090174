"""The register of execution control: what is on control, by whom it is executed, how its deadline stands."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.law.execution_control import Due, Part, due_class
from dspdesk.law.kinds import JournalKind
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries.item import day
from dspdesk.queries.waiting_lists import WaitingLine, WaitingList


@dataclass(frozen=True, slots=True)
class ControlRow:
    """A document on control, or off it again when `off_on` is set; names and units in the person's language.

    `executor_id` is `None` where nobody of the body is called as the entry says. `days` are those left until the
    deadline, less than none when it is over; what is off control has none.
    """

    id: int
    number: str
    journal: JournalKind
    year: int
    kind: str
    summary: str
    correspondent: str
    executor: str
    executor_id: int | None
    co_executors: tuple[str, ...]
    unit_id: int | None
    unit: str
    taken_on: dt.date | None
    due_on: dt.date | None
    extensions: int
    days: int | None
    due: Due | None
    resolution_by: str = ""
    resolution_on: dt.date | None = None
    off_on: dt.date | None = None
    outcome: str = ""
    control_id: int | None = None


#: What is on control: issued, neither filed, destroyed, carried over, sent back nor seized, with a deadline that runs.
RUNNING = """
    item.due_on IS NOT NULL AND item.control <> '' AND number.state = 'issued'
    AND NOT EXISTS (SELECT 1 FROM copy JOIN movement ON movement.id = copy.whereabouts_id
                    WHERE copy.item_id = item.id
                    AND movement.kind IN ('filing', 'destruction', 'carried_over', 'sending_back', 'seizure'))
"""
_COLUMNS = """
    SELECT item.id, number.sequence, number.letter, number.written, journal.language, journal.kind, journal.year,
           item.kind, item.summary, item.correspondent, item.executor, item.due_on, control.id, control.taken_on,
           control.off_on, control.outcome,
           (SELECT count(*) FROM extension WHERE extension.control_id = control.id)
    FROM {of} JOIN number ON number.id = item.id JOIN journal ON journal.id = number.journal_id
"""
_ON = f"""
    {_COLUMNS.format(of="item")} LEFT JOIN control ON control.item_id = item.id AND control.off_on IS NULL
    WHERE {RUNNING}
"""
_OFF = f"""
    {_COLUMNS.format(of="control CROSS JOIN item ON item.id = control.item_id")}
    WHERE control.off_on >= ? AND number.state = 'issued'
"""
#: The persons of resolutions in force, the latest resolution last.
_NAMED = """
    SELECT resolution.item_id, resolution_person.employee_id, resolution_person.part, resolution.author_id,
           resolution.dated
    FROM resolution JOIN resolution_person ON resolution_person.resolution_id = resolution.id
    WHERE resolution.struck_on IS NULL {which} ORDER BY resolution.id, resolution_person.id
"""
_PEOPLE = """
    SELECT employee.id, employee.name_kk, employee.name_ru, unit.id, unit.name_kk, unit.name_ru
    FROM employee
    LEFT JOIN appointment AS held ON held.id = (
        SELECT one.id FROM appointment AS one WHERE one.employee_id = employee.id AND NOT one.acting
        AND one.valid_from <= :day AND (one.valid_to IS NULL OR one.valid_to >= :day)
        ORDER BY one.valid_from DESC, one.id DESC LIMIT 1)
    LEFT JOIN unit ON unit.id = held.unit_id
"""


@dataclass(frozen=True, slots=True)
class _Person:
    id: int
    names: tuple[str, str]
    unit_id: int | None
    units: tuple[str, str]

    def name(self, at: int) -> str:
        return self.names[at]

    def unit(self, at: int) -> str:
        return self.units[at]


@dataclass(slots=True)
class _Named:
    """What the resolutions on one document say of its execution, the latest word of each."""

    executor_id: int | None = None
    co_executors: tuple[int, ...] = ()
    author_id: int | None = None
    dated: dt.date | None = None


class _People:
    """Everybody of the body as of a day, found by id and by name."""

    def __init__(self, connection: Connection, on: dt.date) -> None:
        rows = connection.exec_driver_sql(_PEOPLE, {"day": on.isoformat()})
        self.by_id = {
            row[0]: _Person(row[0], (row[1], row[2]), row[3], (row[4] or "", row[5] or "")) for row in rows
        }
        counted = Counter(name for one in self.by_id.values() for name in set(one.names))
        self._by_name = {name: one for one in self.by_id.values() for name in one.names if counted[name] == 1}

    def found(self, key: int | None, name: str) -> _Person | None:
        """The person of an id, else whoever alone is called so."""
        return self.by_id.get(key) if key is not None else self._by_name.get(name.strip())


def controlled(desk: Desk, *, off_since: dt.date | None = None, language: str = "") -> list[ControlRow]:
    """Everything on control, the earliest deadline first; then what is off control since a day, the latest first."""
    desk.authorize(Action.READ_JOURNALS)
    at = 0 if (language or current_language()) == "kk" else 1
    with desk.reading() as connection:
        people = _People(connection, desk.today())
        running = connection.exec_driver_sql(f"{_ON} ORDER BY item.due_on, item.id").fetchall()
        ended = (
            connection.exec_driver_sql(
                f"{_OFF} ORDER BY control.off_on DESC, item.id", (off_since.isoformat(),)
            ).fetchall()
            if off_since is not None
            else []
        )
        named = _named(connection, [row[0] for row in (*running, *ended)])
    return [_row(row, named.get(row[0], _Named()), people, at, desk.today()) for row in (*running, *ended)]


#: So many ids at a time: SQLite takes no more in one statement on every machine.
_CHUNK = 5_000


def _named(connection: Connection, items: Sequence[int]) -> Mapping[int, _Named]:
    found: dict[int, _Named] = {}
    for start in range(0, len(items), _CHUNK):
        keys = tuple(items[start : start + _CHUNK])
        marks = ", ".join("?" * len(keys))
        which = f"AND resolution.item_id IN ({marks})"
        for item, person, part, author, dated in connection.exec_driver_sql(_NAMED.format(which=which), keys):
            _note(found.setdefault(item, _Named()), person, Part(part), author, day(dated))
    return found


def _note(named: _Named, person: int, part: Part, author: int, dated: dt.date | None) -> None:
    if part is Part.EXECUTOR:
        named.executor_id, named.author_id, named.dated = person, author, dated
    elif part is Part.CO_EXECUTOR and person not in named.co_executors:
        named.co_executors = (*named.co_executors, person)


def _row(row: Sequence[Any], named: _Named, people: _People, at: int, today: dt.date) -> ControlRow:
    executor = people.found(named.executor_id, row[10])
    author = people.by_id.get(named.author_id) if named.author_id is not None else None
    off_on, due_on = day(row[14]), day(row[11])
    runs = off_on is None and due_on is not None
    return ControlRow(
        id=row[0], number=RegistrationNumber(*row[1:4]).with_mark(row[4]), journal=JournalKind(row[5]), year=row[6],
        kind=row[7], summary=row[8], correspondent=row[9], executor=executor.name(at) if executor else row[10],
        executor_id=executor.id if executor else None,
        co_executors=tuple(people.by_id[key].name(at) for key in named.co_executors if key in people.by_id),
        unit_id=executor.unit_id if executor else None, unit=executor.unit(at) if executor else "",
        taken_on=day(row[13]), due_on=due_on if runs else None, extensions=row[16],
        days=(due_on - today).days if runs and due_on else None,
        due=due_class(due_on, today) if runs and due_on else None,
        resolution_by=author.name(at) if author else "", resolution_on=named.dated, off_on=off_on, outcome=row[15],
        control_id=row[12],
    )  # fmt: skip


# --- Today ---

_SUBMITTED = """
    FROM item JOIN number ON number.id = item.id JOIN journal ON journal.id = number.journal_id
    JOIN (SELECT copy.item_id AS item_id, min(movement.happened_on) AS since
          FROM movement JOIN copy ON copy.whereabouts_id = movement.id AND copy.id = movement.copy_id
          WHERE movement.kind = 'submission' AND copy.struck_on IS NULL
          GROUP BY copy.item_id) AS sent ON sent.item_id = item.id
    WHERE number.state = 'issued'
"""


def submitted(_desk: Desk, connection: Connection, today: dt.date, lines: int) -> WaitingList | None:
    """What was submitted to the head of the body and has not come back with a resolution, the longest first."""
    total = connection.exec_driver_sql(f"SELECT count(*) {_SUBMITTED}").scalar_one()
    rows = connection.exec_driver_sql(
        "SELECT item.id, number.sequence, number.letter, number.written, journal.language, item.kind, item.summary, "
        f"sent.since {_SUBMITTED} ORDER BY sent.since, item.id LIMIT ?",
        (lines,),
    ).fetchall()
    return WaitingList(
        N_("Submitted, no resolution yet"), tuple(_submitted(row, today) for row in rows), total
    )


def _submitted(row: Sequence[Any], today: dt.date) -> WaitingLine:
    number = RegistrationNumber(*row[1:4]).with_mark(row[4])
    matter = row[6] or row[5]
    since = day(row[7])
    waits = (today - since).days if since else 0
    right = ngettext("{n} day", "{n} days", waits).format(n=waits) if waits else _("since today")
    words = _("№ {number}").format(number=number)
    return WaitingLine(f"{words} — {matter}" if matter else words, right, "item", row[0])
