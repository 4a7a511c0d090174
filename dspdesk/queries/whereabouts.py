"""Where copies are, and what the registers say of them at the moment of a step (`law.guard.CopyFacts`)."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language import declension
from dspdesk.language.catalogue import Language, current_language
from dspdesk.language.declension import NameCase
from dspdesk.law.case_file import CopyNature
from dspdesk.law.guard import CopyFacts
from dspdesk.law.kinds import OWN_DOCUMENTS, Carrier, Headship, JournalKind, MovementKind, NumberState
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.law.whereabouts import Destination, LastMovement, Where, where
from dspdesk.queries.people import heads_on


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One copy and where it is now.

    `holder` is whoever or whatever has it, in the person's language ('' is the service itself); `held_by` the same in
    the case in which one says with whom something is («у Ахметова Б.К.», «Ахметов Б.К.-да»). `words` are those of the
    register, `movement_id` is its last movement, `volume_id` the volume it lies in; `nature`
    says of a copy that is not filed what it is.
    """

    id: int
    number: int
    where: Where
    holder: str = ""
    since: dt.date | None = None
    words: str = ""
    held_by: str = ""
    holder_id: int | None = None
    movement_id: int | None = None
    volume_id: int | None = None
    nature: CopyNature = CopyNature.ORDINARY


#: The whole way to a storage place, from the room on.
_PLACE = "coalesce(room.name || ', ', '') || coalesce(safe.name || ', ', '') || place.name"
_COPIES = """
    SELECT copy.id, copy.item_id, copy.number, copy.struck_on, number.sequence, number.letter, number.written,
           number.state, journal.kind, journal.language, item.registered_on, item.carrier, item.executor,
           item.signatory, movement.kind, movement.happened_on, movement.as_written, movement.employee_id,
           movement.unit_id, movement.place_id, movement.correspondent_id, movement.volume_id,
           employee.name_kk, employee.name_ru, unit.name_kk, unit.name_ru, {place},
           correspondent.name_kk, correspondent.name_ru,
           handover_sheet.id, handover_sheet.number
    FROM copy JOIN item ON item.id = copy.item_id JOIN number ON number.id = item.id
    JOIN journal ON journal.id = number.journal_id
    LEFT JOIN movement ON movement.id = copy.whereabouts_id
    LEFT JOIN employee ON employee.id = movement.employee_id
    LEFT JOIN unit ON unit.id = movement.unit_id
    LEFT JOIN place ON place.id = movement.place_id
    LEFT JOIN place AS safe ON safe.id = place.within_id LEFT JOIN place AS room ON room.id = safe.within_id
    LEFT JOIN correspondent ON correspondent.id = movement.correspondent_id
    LEFT JOIN handover_line ON handover_line.copy_id = copy.id AND handover_line.received_on IS NULL
         AND handover_line.struck_on IS NULL
    LEFT JOIN handover_sheet ON handover_sheet.id = handover_line.sheet_id
    WHERE copy.id IN ({marks}) ORDER BY copy.item_id, copy.number
"""
#: What is said of a document goes on under the later number of the same document.
_SAME = """
    WITH RECURSIVE same (item_id, source_id) AS (
        SELECT id, id FROM item WHERE id IN ({marks})
        UNION SELECT same.item_id, carry_over.from_item_id FROM same
        JOIN carry_over ON carry_over.to_item_id = same.source_id
        UNION SELECT same.item_id, misplacement.from_item_id FROM same
        JOIN misplacement ON misplacement.to_item_id = same.source_id
    )
"""
#: Whom a resolution of the head of the body names, or of who acted as head on its day (paragraph 36), or the cover
#: with "Лично". In this order: few entries are asked for, and the persons of all resolutions are many.
_NAMED = f"""
    {_SAME}
    SELECT same.item_id, resolution_person.employee_id FROM same
    CROSS JOIN resolution ON resolution.item_id = same.source_id
    CROSS JOIN resolution_person ON resolution_person.resolution_id = resolution.id
    WHERE resolution.struck_on IS NULL AND EXISTS (
        SELECT 1 FROM appointment WHERE appointment.employee_id = resolution.author_id AND heads = 'body'
        AND valid_from <= resolution.dated AND (valid_to IS NULL OR valid_to >= resolution.dated))
    UNION SELECT same.item_id, package.addressee_id FROM same JOIN enclosed ON enclosed.item_id = same.source_id
    JOIN package ON package.id = enclosed.package_id WHERE package.personal AND package.addressee_id IS NOT NULL
"""
_CHECKED = f"""
    {_SAME}
    SELECT same.item_id FROM same JOIN carrier_check ON carrier_check.item_id = same.source_id WHERE carrier_check.clean
"""

_OF_ITEM = """
    SELECT copy.id, copy.number, movement.id, movement.kind, movement.happened_on, movement.as_written,
           movement.employee_id, movement.unit_id, movement.place_id, movement.correspondent_id,
           movement.volume_id, employee.name_kk, employee.name_ru, unit.name_kk, unit.name_ru, {place},
           correspondent.name_kk, correspondent.name_ru, employee.cases_kk, employee.cases_ru, copy.nature
    FROM copy
    LEFT JOIN movement ON movement.id = copy.whereabouts_id
    LEFT JOIN employee ON employee.id = movement.employee_id
    LEFT JOIN unit ON unit.id = movement.unit_id
    LEFT JOIN place ON place.id = movement.place_id
    LEFT JOIN place AS safe ON safe.id = place.within_id LEFT JOIN place AS room ON room.id = safe.within_id
    LEFT JOIN correspondent ON correspondent.id = movement.correspondent_id
    WHERE {which} AND copy.struck_on IS NULL ORDER BY copy.item_id, copy.number
"""


def copies_of(desk: Desk, item_id: int) -> tuple[CopyRow, ...]:
    """The copies of an entry in the order of their numbers, those struck out left aside."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return copies_within(connection, item_id)


def copies_within(connection: Connection, item_id: int) -> tuple[CopyRow, ...]:
    """The same as a transaction sees it."""
    found = connection.exec_driver_sql(_OF_ITEM.format(which="copy.item_id = ?", place=_PLACE), (item_id,))
    return tuple(map(_copy_row, found.fetchall()))


def copy_rows(connection: Connection, copy_ids: Collection[int]) -> tuple[CopyRow, ...]:
    """Where these copies are, in the order of their entries and numbers; those struck out are left out."""
    return tuple(
        map(_copy_row, _all(connection, _OF_ITEM.replace("{which}", "copy.id IN ({marks})"), copy_ids))
    )


def same_document(connection: Connection, item_id: int) -> tuple[int, ...]:
    """An entry and those before it for the same document: of last year, or made in the wrong journal."""
    return tuple(
        row[1] for row in _all(connection, f"{_SAME} SELECT item_id, source_id FROM same", [item_id])
    )


def place_named(connection: Connection, place_id: int) -> tuple[str, bool]:
    """The whole name of a storage place, from the room on, and whether it is open."""
    name, closed = connection.exec_driver_sql(
        f"SELECT {_PLACE}, place.closed_on FROM place LEFT JOIN place AS safe ON safe.id = place.within_id "
        "LEFT JOIN place AS room ON room.id = safe.within_id WHERE place.id = ?",
        (place_id,),
    ).one()
    return name, closed is None


def _copy_row(row: Sequence[Any]) -> CopyRow:
    last = last_movement(row[3:11])
    return CopyRow(
        id=row[0],
        number=row[1],
        where=where(last),
        holder=holder_words(last, row[11:18]),
        since=last.on if last else None,
        words=last.words if last else "",
        held_by=_held_by(row[11:13], row[18:20]),
        holder_id=last.to.employee_id if last else None,
        movement_id=row[2],
        volume_id=last.to.volume_id if last else None,
        nature=CopyNature(row[20]),
    )


def held_by(connection: Connection, employee_ids: Collection[int]) -> dict[int, str]:
    """The names of people in the case of having, by their keys."""
    rows = _all(
        connection,
        "SELECT id, name_kk, name_ru, cases_kk, cases_ru FROM employee WHERE id IN ({marks})",
        employee_ids,
    )
    return {row[0]: _held_by(row[1:3], row[3:5]) for row in rows}


def among(names: Sequence[str]) -> str:
    """Several people in a word or two: the first, and how many others."""
    return f"{names[0]} +{len(names) - 1}" if len(names) > 1 else "".join(names)


def _held_by(names: Sequence[str | None], cases: Sequence[str | None]) -> str:
    """A person's name in the case of having; '' when no person has it."""
    language = current_language()
    at = 0 if language is Language.KK else 1
    return _having(names[at] or "", language, cases[at] or "")


@lru_cache(maxsize=1024)
def _having(name: str, language: Language, cases: str) -> str:
    if not name:
        return ""
    forms = declension.corrected(declension.of_name(name, language), cases)
    return forms[NameCase.LOCATIVE if language is Language.KK else NameCase.GENITIVE]


def copy_facts(connection: Connection, copy_ids: Sequence[int], on: dt.date) -> list[CopyFacts]:
    """What is known of these copies, in the order of their items and numbers; `on` is the day of the step."""
    rows = _all(connection, _COPIES, copy_ids)
    items = {row[1] for row in rows}
    named, checked = _named(connection, items), {row[0] for row in _all(connection, _CHECKED, items)}
    heads = heads_on(connection, Headship.BODY, on)  # they write the resolutions
    return [
        _facts(row, named.get(row[1], set()) | heads | _own(connection, row), row[1] in checked)
        for row in rows
    ]


def _all(connection: Connection, question: str, keys: Collection[int]) -> list[Any]:
    if not keys:
        return []
    marks = ", ".join("?" * len(keys))
    values = tuple(keys) * question.count("{marks}")
    return list(connection.exec_driver_sql(question.format(marks=marks, place=_PLACE), values))


def _named(connection: Connection, items: Collection[int]) -> dict[int, set[int]]:
    named: dict[int, set[int]] = {}
    for item, employee in _all(connection, _NAMED, items):
        named.setdefault(item, set()).add(employee)
    return named


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
    last = last_movement(row[14:22])
    received = JournalKind(row[8]) not in OWN_DOCUMENTS
    return CopyFacts(
        copy_id=row[0],
        item_id=row[1],
        number=RegistrationNumber(*row[4:7]).with_mark(row[9]),
        copy=row[2],
        state=NumberState(row[7]),
        where=where(last),
        struck=row[3] is not None,
        holder=holder_words(last, row[22:29]),
        holder_id=last.to.employee_id if last else None,
        since=last.on if last else None,
        registered_on=dt.date.fromisoformat(row[10]) if row[10] else None,
        sheet_id=row[29],
        sheet=str(row[30] or ""),
        carrier_unchecked=received and row[11] == Carrier.ELECTRONIC and not checked,
        admitted=frozenset(admitted),
        language=row[9],
        volume_id=last.to.volume_id if last else None,
    )


def last_movement(row: Sequence[Any]) -> LastMovement | None:
    """Kind, day, words and destination of a movement; `None` before the first."""
    if row[0] is None:
        return None
    day = dt.date.fromisoformat(row[1]) if row[1] else None
    return LastMovement(MovementKind(row[0]), day, row[2], Destination(*row[3:8]))


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
