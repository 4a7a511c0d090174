"""Where copies are, and what the registers say of them at the moment of a step (`law.guard.CopyFacts`)."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection

from dspdesk.language.catalogue import current_language
from dspdesk.law.guard import CopyFacts
from dspdesk.law.kinds import OWN_DOCUMENTS, Carrier, JournalKind, MovementKind, NumberState
from dspdesk.law.values import RegistrationNumber
from dspdesk.law.whereabouts import Destination, LastMovement, Where, where

_COPIES = """
    SELECT copy.id, copy.item_id, copy.number, copy.struck_on, number.sequence, number.letter, number.written,
           number.state, journal.kind, journal.language, item.registered_on, item.carrier, item.executor,
           item.signatory, movement.kind, movement.happened_on, movement.as_written, movement.employee_id,
           movement.unit_id, movement.place_id, movement.correspondent_id,
           employee.name_kk, employee.name_ru, unit.name_kk, unit.name_ru, place.name,
           correspondent.name_kk, correspondent.name_ru,
           handover_sheet.id, handover_sheet.number
    FROM copy JOIN item ON item.id = copy.item_id JOIN number ON number.id = item.id
    JOIN journal ON journal.id = number.journal_id
    LEFT JOIN movement ON movement.id = copy.whereabouts_id
    LEFT JOIN employee ON employee.id = movement.employee_id
    LEFT JOIN unit ON unit.id = movement.unit_id
    LEFT JOIN place ON place.id = movement.place_id
    LEFT JOIN correspondent ON correspondent.id = movement.correspondent_id
    LEFT JOIN handover_line ON handover_line.copy_id = copy.id AND handover_line.received_on IS NULL
         AND handover_line.struck_on IS NULL
    LEFT JOIN handover_sheet ON handover_sheet.id = handover_line.sheet_id
    WHERE copy.id IN ({marks}) ORDER BY copy.item_id, copy.number
"""
_NAMED = """
    SELECT resolution.item_id, resolution_person.employee_id FROM resolution
    JOIN resolution_person ON resolution_person.resolution_id = resolution.id
    WHERE resolution.struck_on IS NULL AND resolution.item_id IN ({marks})
    UNION SELECT enclosed.item_id, package.addressee_id FROM enclosed JOIN package ON package.id = enclosed.package_id
    WHERE package.personal AND package.addressee_id IS NOT NULL AND enclosed.item_id IN ({marks})
"""
_CHECKED = "SELECT DISTINCT item_id FROM carrier_check WHERE clean AND item_id IN ({marks})"


def copy_facts(connection: Connection, copy_ids: Sequence[int], on: dt.date) -> list[CopyFacts]:
    """What is known of these copies, in the order of their items and numbers; `on` is the day of the step."""
    rows = _all(connection, _COPIES, copy_ids)
    items = {row[1] for row in rows}
    named, checked = _named(connection, items), {row[0] for row in _all(connection, _CHECKED, items)}
    heads = _heads(connection, on)
    return [
        _facts(row, named.get(row[1], set()) | heads | _own(connection, row), row[1] in checked)
        for row in rows
    ]


def _all(connection: Connection, question: str, keys: Collection[int]) -> list[Any]:
    if not keys:
        return []
    marks = ", ".join("?" * len(keys))
    values = tuple(keys) * question.count("{marks}")
    return list(connection.exec_driver_sql(question.format(marks=marks), values))


def _named(connection: Connection, items: Collection[int]) -> dict[int, set[int]]:
    named: dict[int, set[int]] = {}
    for item, employee in _all(connection, _NAMED, items):
        named.setdefault(item, set()).add(employee)
    return named


def _heads(connection: Connection, on: dt.date) -> set[int]:
    """Heads of the body on a day: they write the resolutions."""
    rows = connection.exec_driver_sql(
        "SELECT employee_id FROM appointment WHERE heads = 'body' AND valid_from <= ? "
        "AND (valid_to IS NULL OR valid_to >= ?)",
        (on.isoformat(), on.isoformat()),
    )
    return {row[0] for row in rows}


def _own(connection: Connection, row: Sequence[Any]) -> set[int]:
    """Whoever wrote and whoever signed a document of the body itself, by the names in its entry."""
    names = [name for name in (row[12], row[13]) if name]
    if JournalKind(row[8]) not in OWN_DOCUMENTS or not names:
        return set()
    marks = ", ".join("?" * len(names))
    found = connection.exec_driver_sql(
        f"SELECT id FROM employee WHERE name_kk IN ({marks}) OR name_ru IN ({marks})", (*names, *names)
    )
    return {row[0] for row in found}


def _facts(row: Sequence[Any], admitted: set[int], checked: bool) -> CopyFacts:  # noqa: FBT001
    last = last_movement(row[14:21])
    received = JournalKind(row[8]) not in OWN_DOCUMENTS
    return CopyFacts(
        copy_id=row[0],
        item_id=row[1],
        number=RegistrationNumber(*row[4:7]).with_mark(row[9]),
        copy=row[2],
        state=NumberState(row[7]),
        where=where(last),
        struck=row[3] is not None,
        holder=holder_words(last, row[21:28]),
        holder_id=last.to.employee_id if last else None,
        since=last.on if last else None,
        registered_on=dt.date.fromisoformat(row[10]) if row[10] else None,
        sheet_id=row[28],
        sheet=str(row[29] or ""),
        carrier_unchecked=received and row[11] == Carrier.ELECTRONIC and not checked,
        admitted=frozenset(admitted),
    )


def last_movement(row: Sequence[Any]) -> LastMovement | None:
    """Kind, day, words and destination of a movement; `None` before the first."""
    if row[0] is None:
        return None
    day = dt.date.fromisoformat(row[1]) if row[1] else None
    return LastMovement(MovementKind(row[0]), day, row[2], Destination(*row[3:7]))


def holder_words(last: LastMovement | None, names: Sequence[str | None]) -> str:
    """Who or what has a copy, in the person's language; '' is the service.

    `names` are kk and ru of the person and of the unit, the place, kk and ru of the correspondent. What nobody has
    linked to one of these is told in the words of the register.
    """
    if last is None:
        return ""
    at = 0 if current_language() == "kk" else 1
    person, unit, place, sender = names[at], names[2 + at], names[4], names[5 + at] or names[6 - at]
    found = person or unit or place or sender
    return found or ("" if where(last) is Where.SERVICE else last.words)
