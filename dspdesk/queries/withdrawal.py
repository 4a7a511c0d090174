"""What was taken out of cases, moved between them and seized, as registers note it; and what is about to leave."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law import seizure_record, seizure_return, withdrawal
from dspdesk.law.case_file import column_12
from dspdesk.law.kinds import Headship
from dspdesk.law.registration_journal import of_copies
from dspdesk.law.roles import Action
from dspdesk.law.withdrawal import OutKind, Struck
from dspdesk.queries.filed import volume_words
from dspdesk.queries.names import name_on
from dspdesk.queries.people import heads_on
from dspdesk.store.errors import NotThere

_WITHDRAWN = """
    SELECT copy.item_id, copy.number, journal.language, filing.out_kind, filing.out_on, plan_entry.case_index,
           volume.number, filing.first_sheet, filing.last_sheet, withdrawal.permit_number, withdrawal.permitted_on,
           there.case_index, target.number, arrived.first_sheet, arrived.last_sheet,
           (SELECT count(*) FROM copy AS one WHERE one.item_id = copy.item_id AND one.struck_on IS NULL)
    FROM copy JOIN filing ON filing.copy_id = copy.id JOIN number ON number.id = copy.item_id
    JOIN journal ON journal.id = number.journal_id JOIN volume ON volume.id = filing.volume_id
    JOIN case_file ON case_file.id = volume.case_file_id JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id
    JOIN withdrawal_line ON withdrawal_line.filing_id = filing.id
    JOIN withdrawal ON withdrawal.id = withdrawal_line.withdrawal_id
    LEFT JOIN filing AS arrived ON arrived.came_from_id = filing.id
    LEFT JOIN volume AS target ON target.id = arrived.volume_id
    LEFT JOIN case_file AS target_case ON target_case.id = target.case_file_id
    LEFT JOIN plan_entry AS there ON there.id = target_case.plan_entry_id
    WHERE copy.item_id IN ({marks}) ORDER BY copy.item_id, withdrawal.id, copy.number
"""
_SEIZED = """
    SELECT copy.item_id, copy.number, journal.language, seizure_record.executed_on, seizure_record.authority,
           seizure_record.number, seizure_record.dated,
           (SELECT count(*) FROM copy AS one WHERE one.item_id = copy.item_id AND one.struck_on IS NULL)
    FROM copy JOIN filing ON filing.copy_id = copy.id JOIN number ON number.id = copy.item_id
    JOIN journal ON journal.id = number.journal_id JOIN seizure_line ON seizure_line.filing_id = filing.id
    JOIN seizure_record ON seizure_record.id = seizure_line.record_id
    WHERE copy.item_id IN ({marks}) AND seizure_record.executed_on IS NOT NULL
    ORDER BY copy.item_id, seizure_record.id, copy.number
"""
_GIVEN_BACK = """
    SELECT copy.item_id, copy.number, journal.language, seizure_return.returned_on, seizure_record.authority,
           seizure_return.paper,
           (SELECT count(*) FROM copy AS one WHERE one.item_id = copy.item_id AND one.struck_on IS NULL)
    FROM seizure_return_line JOIN seizure_line ON seizure_line.id = seizure_return_line.line_id
    JOIN filing ON filing.id = seizure_line.filing_id JOIN copy ON copy.id = filing.copy_id
    JOIN number ON number.id = copy.item_id JOIN journal ON journal.id = number.journal_id
    JOIN seizure_return ON seizure_return.id = seizure_return_line.return_id
    JOIN seizure_record ON seizure_record.id = seizure_return.record_id
    WHERE copy.item_id IN ({marks}) AND seizure_return_line.struck_on IS NULL
    ORDER BY copy.item_id, seizure_return.id, copy.number
"""
_LEFT = """
    SELECT copy.item_id FROM filing JOIN copy ON copy.id = filing.copy_id WHERE filing.out_kind <> ''
    UNION SELECT copy.item_id FROM seizure_return_line JOIN seizure_line ON seizure_line.id = line_id
    JOIN filing ON filing.id = seizure_line.filing_id JOIN copy ON copy.id = filing.copy_id
"""
#: A line with what stands against striking it out: what is below it, what states it, how it came there.
_STRUCK = """
    SELECT filing.number, filing.heading, plan_entry.case_index, volume.number,
           filing.out_on IS NULL AND filing.struck_on IS NULL,
           NOT EXISTS (SELECT 1 FROM filing AS below WHERE below.volume_id = filing.volume_id
                       AND below.ordinal > filing.ordinal AND below.struck_on IS NULL),
           volume.closed_on IS NOT NULL OR case_file.closed_on IS NOT NULL OR volume.transferred_on IS NOT NULL,
           EXISTS (SELECT 1 FROM printed_line WHERE printed_line.paper = 'inner_inventory' AND
                   (printed_line.key = 'filing:' || filing.id OR printed_line.key LIKE 'filing:' || filing.id || '/%')),
           filing.came_from_id IS NOT NULL,
           filing.form_id LIKE 'seizure_record:%' OR filing.form_id LIKE 'seizure_return:%',
           EXISTS (SELECT 1 FROM filing AS document WHERE document.id = volume.of_filing_id
                   AND document.struck_on IS NULL)
    FROM filing JOIN volume ON volume.id = filing.volume_id JOIN case_file ON case_file.id = volume.case_file_id
    JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id WHERE filing.id = ?
"""
#: Lines of a volume that are records of seizures or certified copies, also where they were moved within their case.
_OF_SEIZURES = """
    WITH RECURSIVE origin (line, at) AS (
        SELECT id, id FROM filing WHERE volume_id = ?
        UNION ALL SELECT origin.line, filing.came_from_id FROM origin JOIN filing ON filing.id = origin.at
        WHERE filing.came_from_id IS NOT NULL)
    SELECT origin.line FROM origin JOIN filing ON filing.id = origin.at
    WHERE filing.form_id LIKE 'seizure_record:%' OR filing.form_id LIKE 'seizure_return:%'
"""
#: Volumes with an enclosure of a line of this one.
_ENCLOSURES = """
    SELECT volume.of_filing_id, volume.id, volume.number FROM volume
    WHERE volume.of_filing_id IN (SELECT id FROM filing WHERE volume_id = ?) AND EXISTS (
        SELECT 1 FROM filing WHERE filing.volume_id = volume.id AND filing.out_on IS NULL AND filing.struck_on IS NULL)
"""


@dataclass(frozen=True, slots=True)
class Head:
    """Somebody who headed the documentation service on a day, by the name of that day."""

    employee_id: int
    name_kk: str
    name_ru: str

    def name(self, language: str = "") -> str:
        """The name in a language, else that of the person."""
        return self.name_kk if (language or str(current_language())) == "kk" else self.name_ru


def heads(desk: Desk, day: dt.date) -> tuple[Head, ...]:
    """Who could permit it on a day: the head of the documentation service, and whoever acted as head."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        found = sorted(heads_on(connection, Headship.SERVICE, day))
        return tuple(Head(key, *name_on(connection, f"employee:{key}", day)) for key in found)


def volume_of(desk: Desk, copy_ids: Sequence[int]) -> int | None:
    """The volume in which the first of these copies lies that lies in one, `None` when none does."""
    desk.authorize(Action.READ_CASES)
    marks = ", ".join("?" * len(copy_ids))
    with desk.reading() as connection:
        found = connection.exec_driver_sql(
            f"SELECT volume_id FROM filing WHERE copy_id IN ({marks}) AND out_on IS NULL AND struck_on IS NULL "
            "ORDER BY copy_id LIMIT 1",
            tuple(copy_ids),
        ).scalar()
    return None if found is None else int(found)


def noted(connection: Connection, keys: Collection[int]) -> dict[int, list[str]]:
    """What is noted of these entries; few have left a case, so only those are asked for."""
    left = {key for (key,) in connection.exec_driver_sql(_LEFT)}
    return notes_of(connection, sorted(left.intersection(keys)))


def notes_of(connection: Connection, item_ids: Collection[int]) -> dict[int, list[str]]:
    """Notes of column 14 by entry, in the language of its journal: taken out, moved, seized, given back (42, 59)."""
    if not item_ids:
        return {}
    keys, marks = tuple(item_ids), ", ".join("?" * len(item_ids))
    found: dict[int, dict[str, list[int]]] = {}
    of: dict[int, tuple[str, int]] = {}
    asked = ((_WITHDRAWN, _withdrawn), (_SEIZED, _seized), (_GIVEN_BACK, _given_back))
    for question, words in asked:
        for row in connection.exec_driver_sql(question.format(marks=marks), keys).fetchall():
            of[row[0]] = (row[2], row[-1])
            found.setdefault(row[0], {}).setdefault(words(row), []).append(row[1])
    return {
        item: [
            said if len(numbers) == of[item][1] else of_copies(said, numbers, of[item][0])
            for said, numbers in notes.items()
        ]
        for item, notes in found.items()
    }


def enclosures(connection: Connection, volume_id: int) -> dict[int, tuple[int, int]]:
    """The volumes with enclosures of more than 180 sheets, and their numbers, by the lines that they belong to."""
    rows = connection.exec_driver_sql(_ENCLOSURES, (volume_id,)).fetchall()
    return {row[0]: (row[1], row[2]) for row in rows}


def papers_of_seizures(connection: Connection, volume_id: int) -> frozenset[int]:
    """The lines of a volume that paragraph 42 always leaves in the case: records of seizures and certified copies."""
    return frozenset(connection.exec_driver_sql(_OF_SEIZURES, (volume_id,)).scalars())


def struck(connection: Connection, filing_id: int) -> Struck:
    """A line that is to be struck out, as the registers have it. Raises `NotThere`."""
    row = connection.exec_driver_sql(_STRUCK, (filing_id,)).fetchone()
    if row is None:
        raise NotThere
    return Struck(
        words=f"№ {row[0]}" if row[0] else row[1],
        volume=volume_words(row[2], row[3]),
        there=bool(row[4]),
        last=bool(row[5]),
        closed=bool(row[6]),
        printed=bool(row[7]),
        moved_here=bool(row[8]),
        of_seizure=bool(row[9]),
        enclosure=bool(row[10]),
    )


def enclosed(connection: Connection, filing_id: int) -> tuple[int, ...]:
    """The lines of the enclosures of a document that are volumes of their own."""
    found = connection.exec_driver_sql(
        "SELECT filing.id FROM volume JOIN filing ON filing.volume_id = volume.id "
        "WHERE volume.of_filing_id = ? AND filing.out_on IS NULL AND filing.struck_on IS NULL",
        (filing_id,),
    )
    return tuple(key for (key,) in found)


def _withdrawn(row: Sequence[Any]) -> str:
    language = row[2]
    permit = withdrawal.permit_words(row[9], dt.date.fromisoformat(row[10]), language)
    to = _place(row[11:15], language) if row[11] is not None else ""
    kind = OutKind(row[3])
    day, place = dt.date.fromisoformat(row[4]), _place(row[5:9], language)
    return withdrawal.in_register(kind, day, place, permit, language, to)


def _place(row: Sequence[Any], language: str) -> str:
    index, volume, first, last = row
    return column_12(index, volume, first, last, language)


def _seized(row: Sequence[Any]) -> str:
    language = row[2]
    record = seizure_record.record_words(row[5], dt.date.fromisoformat(row[6]), language)
    return seizure_record.in_register(dt.date.fromisoformat(row[3]), row[4], record, language)


def _given_back(row: Sequence[Any]) -> str:
    return seizure_return.in_register(dt.date.fromisoformat(row[3]), row[4], row[5], row[2])
