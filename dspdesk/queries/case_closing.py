"""What the registers say of a case that is about to be closed, and what stands against it (`law.case_closing`)."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law import case_closing as law
from dspdesk.law.case_closing import (
    Certified,
    FiledDocument,
    FinishedCase,
    FinishedVolume,
    Hindrance,
    LinkedApart,
)
from dspdesk.law.case_file import CopyNature
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind
from dspdesk.law.roles import Action
from dspdesk.queries import cases, certification_sheet, inner_inventory, on_control, relations
from dspdesk.queries.cases import VolumeRow
from dspdesk.queries.filed import VOID, volume_words
from dspdesk.queries.item import day
from dspdesk.store.errors import NotThere


@dataclass(frozen=True, slots=True)
class ClosingPage:
    """A case, or one volume of it, about to be closed: its rows, and what stands against it."""

    rows: tuple[VolumeRow, ...]
    hindrances: tuple[Hindrance, ...]


_FILED = f"""
    SELECT filing.id, filing.volume_id, filing.number, filing.heading, filing.for_year, filing.printout,
           filing.copy_id, copy.item_id, copy.nature, journal.kind, item.signed_on, item.signatory,
           CASE WHEN item.id IS NULL THEN 0 ELSE {on_control.ON_CONTROL} END
    FROM filing JOIN volume ON volume.id = filing.volume_id
    LEFT JOIN copy ON copy.id = filing.copy_id LEFT JOIN item ON item.id = copy.item_id
    LEFT JOIN number ON number.id = item.id LEFT JOIN journal ON journal.id = number.journal_id
    WHERE volume.case_file_id = ? AND filing.out_on IS NULL AND filing.struck_on IS NULL
    ORDER BY volume.number, filing.ordinal
"""
#: When something was last put into each volume, also what has left it since.
_LAST_FILED = """
    SELECT filing.volume_id, max(filing.filed_on) FROM filing JOIN volume ON volume.id = filing.volume_id
    WHERE volume.case_file_id = ? AND filing.struck_on IS NULL GROUP BY filing.volume_id
"""


def closing_page(desk: Desk, volume_id: int, *, whole_case: bool) -> ClosingPage:
    """What stands against closing a volume, or the whole case that it is of. Raises `NotThere`."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        rows = _rows(connection, volume_id)
        case = _finished(connection, rows)
    if whole_case:
        return ClosingPage(tuple(rows), tuple(law.of_case(case, desk.today(), desk.edition)))
    own = tuple(row for row in rows if row.id == volume_id)
    return ClosingPage(own, tuple(law.of_volume(case, volume_id, desk.edition)))


def finished(connection: Connection, volume_id: int) -> FinishedCase:
    """The case of a volume as a transaction sees it. Raises `NotThere`."""
    return _finished(connection, _rows(connection, volume_id))


def _rows(connection: Connection, volume_id: int) -> list[VolumeRow]:
    rows = cases.rows_of(
        connection,
        f"case_file.id = (SELECT mine.case_file_id FROM volume AS mine WHERE mine.id = ?) AND NOT {VOID}",
        (volume_id,),
    )
    if all(row.id != volume_id for row in rows):
        raise NotThere
    return rows


def _finished(connection: Connection, rows: Sequence[VolumeRow]) -> FinishedCase:
    first = rows[0]
    lines = _lines(connection, first.case_id)
    filed = {row[0]: day(row[1]) for row in connection.exec_driver_sql(_LAST_FILED, (first.case_id,))}
    return FinishedCase(
        case_id=first.case_id,
        words=first.case_index,
        year=first.year,
        volumes=tuple(_volume(connection, row, lines, filed.get(row.id)) for row in rows),
        responsible=first.responsible_id is not None,
        closed=first.case_closed_on is not None,
        apart=tuple(map(_apart, relations.apart(connection, first.case_id))),
    )


def _volume(
    connection: Connection, row: VolumeRow, lines: Sequence[FiledDocument], filed_on: dt.date | None
) -> FinishedVolume:
    kept = law.with_inventory(row.retention.period)
    return FinishedVolume(
        volume_id=row.id,
        words=volume_words(row.case_index, row.number),
        year=row.year,
        period=row.retention.period,
        carry_over=row.carry_over,
        holds=row.holds,
        sheets=row.sheets,
        lines=tuple(line for line in lines if line.volume_id == row.id),
        unprinted=inner_inventory.unprinted(connection, row.id) if kept else 0,
        inventory_finished=not kept or inner_inventory.finished(connection, row.id),
        certified=_certified(connection, row) if kept else None,
        closed=row.closed_on is not None,
        transferred=row.transferred_on is not None,
        opened_on=row.opened_on,
        filed_on=filed_on,
        closed_on=row.closed_on,
    )


def _certified(connection: Connection, row: VolumeRow) -> Certified | None:
    found = certification_sheet.agrees(connection, row.id)
    if found is None:
        return None
    return Certified(numbered=found.numbered, fits=found.fits and not found.changed, printed=found.printed)


def _lines(connection: Connection, case_id: int) -> list[FiledDocument]:
    rows = connection.exec_driver_sql(_FILED, (case_id,)).fetchall()
    copies = Counter(row[7] for row in rows if row[7] is not None)
    seen: Counter[int] = Counter()
    lines = []
    for row in rows:
        if row[7] is not None:
            seen[row[7]] += 1
        second = copies[row[7]] > 1 and seen[row[7]] > 1
        lines.append(_line(row, second_copy=second))
    return lines


def _line(row: Sequence[Any], *, second_copy: bool) -> FiledDocument:
    own = row[9] is not None and JournalKind(row[9]) in OWN_DOCUMENTS
    return FiledDocument(
        filing_id=row[0],
        volume_id=row[1],
        words=f"№ {row[2]}" if row[2] else row[3],
        year=row[4],
        item_id=row[7],
        copy_id=row[6],
        on_control=bool(row[12]),
        signed=not own or bool(row[10] and row[11]),
        nature=CopyNature(row[8] or ""),
        second_copy=second_copy,
        printout_missing=row[5] is not None and not row[5],
    )


def _apart(one: relations.Apart) -> LinkedApart:
    return LinkedApart(
        item_id=one.item_id,
        number=f"№ {one.number}",
        other_id=one.other.id,
        other=f"№ {one.other.number}",
        side=one.side,
        filed_in=one.other.filed_in,
    )


def language_of(connection: Connection, filing_id: int) -> str:
    """The language of the journal that a filed copy stands in; Russian of what no journal has."""
    found = connection.exec_driver_sql(
        "SELECT journal.language FROM filing JOIN copy ON copy.id = filing.copy_id "
        "JOIN number ON number.id = copy.item_id JOIN journal ON journal.id = number.journal_id WHERE filing.id = ?",
        (filing_id,),
    ).scalar()
    return str(found or "ru")
