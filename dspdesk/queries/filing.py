"""What is to be filed, and into which volume: executed documents that lie in no case, and the open volumes."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law import case_file as law
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries import filed
from dspdesk.queries.cases import VolumeRow, rows_of
from dspdesk.queries.item import day
from dspdesk.queries.on_control import OFF_CONTROL, ON_CONTROL
from dspdesk.store.errors import NotThere

#: So many documents are proposed at once; a label scanned brings any other.
MOST = 100


@dataclass(frozen=True, slots=True)
class FilableCopy:
    """A copy that can be put into a case, with its document: `volume_id` is where it is proposed to go.

    `case_index` is the case that was named when it was registered, '' where none was.
    """

    copy_id: int
    item_id: int
    copy: int
    number: str
    date: dt.date | None
    correspondent: str
    what: str
    sheets: int | None
    year: int
    case_index: str
    volume_id: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to be filed: the documents, those with a case first; `total` is how many there are in all."""

    copies: tuple[FilableCopy, ...]
    total: int


_COPY = """
    SELECT copy.id, copy.item_id, copy.number, number.sequence, number.letter, number.written, journal.language,
           item.registered_on, item.correspondent, item.kind, item.summary, item.sheets, item.enclosure_sheets,
           journal.year, item.case_index
"""
_REGISTERS = """
    FROM journal CROSS JOIN number ON number.journal_id = journal.id CROSS JOIN item ON item.id = number.id
    CROSS JOIN copy ON copy.item_id = item.id LEFT JOIN movement AS last ON last.id = copy.whereabouts_id
"""
_OWN = ", ".join(f"'{kind.value}'" for kind in JournalKind if kind in OWN_DOCUMENTS)
#: At hand or with an executor, which of drafts and the like is not asked for; the first copy of a document that lies in
#: no case yet and is executed: taken off control, come back, signed here, or registered with its case named.
TO_FILE = f"""
    journal.year >= :year AND journal.kind <> 'publications' AND number.state = 'issued'
    AND copy.struck_on IS NULL AND copy.nature = ''
    AND (last.id IS NULL OR last.kind IN ('return', 'resolved', 'storing', 'withdrawal', 'receipt'))
    AND NOT {ON_CONTROL}
    AND (item.case_index <> '' OR {OFF_CONTROL} OR last.kind = 'return'
         OR (journal.kind IN ({_OWN}) AND item.signed_on IS NOT NULL AND item.signatory <> ''))
    AND NOT EXISTS (
        SELECT 1 FROM copy AS other LEFT JOIN movement ON movement.id = other.whereabouts_id
        WHERE other.item_id = item.id AND (movement.kind IN ('filing', 'carried_over', 'seizure')
        OR (other.number < copy.number AND other.struck_on IS NULL AND other.nature = ''
            AND (movement.id IS NULL OR movement.kind IN ('return', 'resolved', 'storing', 'withdrawal', 'receipt')))))
    AND NOT EXISTS (
        SELECT 1 FROM handover_line AS line
        WHERE line.copy_id = copy.id AND line.received_on IS NULL AND line.struck_on IS NULL)
"""
#: The last volume for documents of each open case.
_OPEN = """
    volume.closed_on IS NULL AND volume.transferred_on IS NULL AND case_file.closed_on IS NULL
    AND volume.holds = 'documents' AND NOT EXISTS (
        SELECT 1 FROM volume AS later WHERE later.case_file_id = case_file.id AND later.holds = 'documents'
        AND later.number > volume.number AND later.closed_on IS NULL AND later.transferred_on IS NULL)
"""
_LAST_USED = """
    SELECT volume.case_file_id FROM filing JOIN volume ON volume.id = filing.volume_id
    WHERE filing.recorded_by = ? AND filing.copy_id IS NOT NULL AND filing.struck_on IS NULL
    ORDER BY filing.id DESC LIMIT 1
"""
_LAST_VOLUME = """
    SELECT id FROM volume WHERE case_file_id = (SELECT case_file_id FROM volume WHERE id = ?) AND holds = 'documents'
    ORDER BY number DESC LIMIT 1
"""
#: Few documents have an enclosure that is a volume of its own.
_ENCLOSURES = """
    SELECT copy.item_id, plan_entry.case_index, volume.number, journal.language
    FROM volume JOIN filing ON filing.id = volume.of_filing_id JOIN copy ON copy.id = filing.copy_id
    JOIN case_file ON case_file.id = volume.case_file_id JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id
    JOIN number ON number.id = copy.item_id JOIN journal ON journal.id = number.journal_id
    WHERE volume.holds = 'enclosure' AND filing.struck_on IS NULL AND NOT EXISTS (
        SELECT 1 FROM filing AS moved WHERE moved.volume_id = volume.id AND moved.out_kind = 'relocated')
    ORDER BY volume.id
"""


def open_volumes(desk: Desk) -> list[VolumeRow]:
    """The last volume for documents of each open case, those of the latest year first."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return open_within(connection)


def open_within(connection: Connection) -> list[VolumeRow]:
    """The same as a transaction sees it."""
    return rows_of(connection, _OPEN)


def to_file(desk: Desk, volumes: Sequence[VolumeRow], case: VolumeRow | None = None) -> Proposal:
    """Executed documents of this year and the last that lie in no case, each with the volume proposed for it.

    `volumes` are the open ones, as `open_volumes` gives them. Those for which `case` was named come first, then those
    of its years: of more than can be proposed at once the others wait.
    """
    desk.authorize(Action.KEEP_CASES)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            f"{_COPY} {_REGISTERS} WHERE {TO_FILE} ORDER BY item.case_index = '', item.case_index, number.id",
            {"year": desk.today().year - 1},
        ).fetchall()
    if case is not None:
        rows = sorted(rows, key=lambda row: (not _named_for(case, row), not fits(case, _counts_for(row))))
    return Proposal(tuple(_copy(row, volumes) for row in rows[:MOST]), len(rows))


def fits(case: VolumeRow, year: int) -> bool:
    """Whether a document that counts for a year is of the years of a case (paragraph 30, 3 and 8)."""
    return law.is_of(year, case.year, carry_over=case.carry_over)


def filable(
    desk: Desk, volumes: Sequence[VolumeRow], *, copy_id: int | None = None, item_id: int | None = None
) -> FilableCopy | None:
    """A copy by its key, or the first ordinary copy of an entry, whatever stands against filing it.

    `volumes` are the open ones: whoever asks has read them already.
    """
    desk.authorize(Action.KEEP_CASES)
    which, key = ("copy.id = ?", copy_id) if copy_id is not None else ("copy.item_id = ?", item_id)
    with desk.reading() as connection:
        row = connection.exec_driver_sql(
            f"{_COPY} {_REGISTERS} WHERE {which} AND copy.struck_on IS NULL ORDER BY copy.nature <> '', copy.number",
            (key,),
        ).fetchone()
        return _copy(row, volumes) if row is not None else None


def proposed_volume(desk: Desk, item_id: int, volumes: Sequence[VolumeRow]) -> int | None:
    """The volume of these in which a document would go: of the case named when it was registered, else the last used.

    `volumes` are the open ones, as `open_volumes` gives them: whoever asks has read them already.
    """
    desk.authorize(Action.KEEP_CASES)
    with desk.reading() as connection:
        row = connection.exec_driver_sql(
            "SELECT journal.year, item.case_index, item.kind, item.summary FROM item "
            "JOIN number ON number.id = item.id JOIN journal ON journal.id = number.journal_id WHERE item.id = ?",
            (item_id,),
        ).fetchone()
        if row is None:
            raise NotThere
        year, index, kind, summary = row
        year = law.year_said(kind, summary) or year
        if (named := _named(volumes, index, year)) is not None:
            return named
        used = connection.exec_driver_sql(_LAST_USED, (desk.person.account_id,)).scalar()
        return next((row.id for row in volumes if row.case_id == used and row.year == year), None)


def last_volume(desk: Desk, volume_id: int) -> int:
    """The last volume for documents of the case of a volume: what is filed now goes there."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        found = connection.exec_driver_sql(_LAST_VOLUME, (volume_id,)).scalar()
        return int(found) if found is not None else volume_id


def notes_of(connection: Connection, item_ids: Collection[int] | None = None) -> dict[int, tuple[str, ...]]:
    """What column 14 notes of enclosures that are a volume of their own (paragraph 30, 9); `None` asks for all."""
    noted: dict[int, tuple[str, ...]] = {}
    for item_id, index, volume, language in connection.exec_driver_sql(_ENCLOSURES):
        if item_ids is None or item_id in item_ids:
            words = law.enclosure_in_register(index, volume, language)
            noted[item_id] = (*noted.get(item_id, ()), words)
    return noted


def _named(volumes: Iterable[VolumeRow], index: str, year: int) -> int | None:
    """The open volume of the case with an index: of the year of the document, else of a carry-over case before it."""
    wanted = _alike(index)
    if not wanted:
        return None
    of_index = [row for row in volumes if _alike(row.case_index) == wanted]
    fitting = [row.id for row in of_index if row.year == year]
    carried = [row.id for row in of_index if row.carry_over and row.year < year]
    return next(iter([*fitting, *carried]), None)


def _alike(index: str) -> str:
    return "".join(index.split()).casefold()


def _named_for(case: VolumeRow, row: Sequence[Any]) -> bool:
    return bool(row[14]) and _alike(row[14]) == _alike(case.case_index) and fits(case, _counts_for(row))


def _counts_for(row: Sequence[Any]) -> int:
    return law.year_said(row[9], row[10]) or int(row[13])


def _copy(row: Sequence[Any], volumes: Sequence[VolumeRow]) -> FilableCopy:
    counted = [count for count in row[11:13] if count is not None]
    counts_for = _counts_for(row)
    return FilableCopy(
        copy_id=row[0],
        item_id=row[1],
        copy=row[2],
        number=RegistrationNumber(*row[3:6]).with_mark(row[6]),
        date=day(row[7]),
        correspondent=row[8],
        what=" ".join(part for part in (row[9], row[10]) if part),
        sheets=sum(counted) if counted else None,
        year=counts_for,
        case_index=row[14],
        volume_id=_named(volumes, row[14], counts_for),
    )


def volume_words(row: VolumeRow) -> str:
    """A volume in short, in the person's language: "01-03, т. 2"."""
    return filed.volume_words(row.case_index, row.number)
