"""What the registers say of a volume and of a document at the moment of filing (`law.case_file`)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.law.case_file import CopyNature, Document, VolumeFacts, VolumeHolds, year_said
from dspdesk.law.guard import CopyFacts
from dspdesk.law.kinds import OWN_DOCUMENTS, Carrier, JournalKind
from dspdesk.law.retention import Retention, RetentionKind
from dspdesk.queries import on_control
from dspdesk.store.errors import NotThere

#: Sheets that are numbered in a volume: also those of what left, whose numbers stay (paragraph 59).
_TAKEN = """
    SELECT coalesce(max(last_sheet), 0), coalesce(max(ordinal), 0) FROM filing
    WHERE volume_id = ? AND struck_on IS NULL
"""
#: Sheets of the certified copy that lies in the place of a seized original (paragraph 42, part 2), else NULL. One that
#: came back may be seized again: only the copy of the last seizure lies in its place.
CERTIFIED = """
    (SELECT seizure_line.copy_sheets FROM seizure_line JOIN seizure_record ON seizure_record.id = seizure_line.record_id
     WHERE seizure_line.filing_id = filing.id AND seizure_record.executed_on IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM seizure_return_line WHERE seizure_return_line.line_id = seizure_line.id
                     AND seizure_return_line.struck_on IS NULL))
"""
#: What lies in a volume, whether it is the original or the certified copy of one that was seized.
LIES_THERE = "filing.struck_on IS NULL AND (filing.out_on IS NULL OR filing.out_kind = 'seized')"
#: Its sheets: those of a certified copy where it has another number of them.
SHEETS = f"""
    (SELECT coalesce(sum(CASE filing.out_kind WHEN 'seized' THEN {CERTIFIED} ELSE filing.sheets END), 0) FROM filing
     WHERE filing.volume_id = volume.id AND {LIES_THERE})
"""


def void(volume: str) -> str:
    """Whether a volume never was: it was one of a document or an enclosure of its own whose filing was struck out.

    `volume` is what a question calls it. Its row stays with the line that was struck out, its number is free again.
    """
    return (
        f"({volume}.holds <> 'documents' AND NOT EXISTS (SELECT 1 FROM filing AS put_in "
        f"WHERE put_in.volume_id = {volume}.id AND put_in.struck_on IS NULL))"
    )


VOID = void("volume")
#: Whether a certification sheet, in a question `sheet`, is of the volume that has its number now: one of a volume that
#: never was stays with the number, which the next volume of one document or enclosure got.
OF_THIS_VOLUME = """
    NOT EXISTS (SELECT 1 FROM volume AS own WHERE own.id = sheet.volume_id AND own.holds <> 'documents'
                AND sheet.recorded_at < (SELECT min(put_in.recorded_at) FROM filing AS put_in
                                         WHERE put_in.volume_id = own.id AND put_in.struck_on IS NULL))
"""
_VOLUME = f"""
    SELECT volume.id, case_file.id, plan_entry.case_index, volume.number, plan_entry.year, plan_entry.retention,
           plan_entry.years, plan_entry.expert, plan_entry.article, case_file.carry_over, volume.holds, {SHEETS},
           volume.closed_on IS NOT NULL OR case_file.closed_on IS NOT NULL, volume.transferred_on IS NOT NULL, {VOID},
           volume.opened_on, case_file.opened_on
    FROM volume JOIN case_file ON case_file.id = volume.case_file_id
    JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id WHERE volume.id = ?
"""
_DOCUMENT = f"""
    SELECT item.registered_on, item.signed_on, item.signatory, item.sheets, item.enclosure_sheets, journal.kind,
           journal.year, copy.nature, {on_control.ON_CONTROL}, item.kind, item.summary, item.carrier
    FROM copy JOIN item ON item.id = copy.item_id JOIN number ON number.id = item.id
    JOIN journal ON journal.id = number.journal_id WHERE copy.id = ?
"""
_BESIDE = """
    SELECT plan_entry.case_index, volume.number FROM filing JOIN volume ON volume.id = filing.volume_id
    JOIN case_file ON case_file.id = volume.case_file_id JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id
    JOIN copy ON copy.id = filing.copy_id
    WHERE volume.case_file_id = ? AND copy.item_id = ? AND copy.id <> ?
    AND filing.out_on IS NULL AND filing.struck_on IS NULL LIMIT 1
"""


def retention_of(kind: str, years: int | None, expert: object, article: str) -> Retention:
    """A period as the store holds it."""
    return Retention(RetentionKind(kind), years, bool(expert), article)


def volume_facts(connection: Connection, volume_id: int) -> VolumeFacts:
    """What is known of a volume. Raises `NotThere`."""
    row = connection.exec_driver_sql(_VOLUME, (volume_id,)).fetchone()
    if row is None:
        raise NotThere
    return VolumeFacts(
        volume_id=row[0],
        case_id=row[1],
        words=volume_words(row[2], row[3]),
        year=row[4],
        retention=retention_of(*row[5:9]),
        carry_over=bool(row[9]),
        holds=VolumeHolds(row[10]),
        sheets=row[11],
        closed=bool(row[12]),
        transferred=bool(row[13]),
        void=bool(row[14]),
        opened_on=dt.date.fromisoformat(row[15]),
        case_opened_on=dt.date.fromisoformat(row[16]),
    )


def case_closed(connection: Connection, case_id: int) -> bool:
    """Whether a case is closed, whatever is known of its volumes."""
    found = connection.exec_driver_sql("SELECT closed_on IS NOT NULL FROM case_file WHERE id = ?", (case_id,))
    return bool(found.scalar_one())


def volume_words(case_index: str, number: int, language: str = "") -> str:
    """A volume in short: "01-03, т. 2", "01-03, 2-том"; in the language of a journal, else in that of the person."""
    from dspdesk.language.catalogue import current_language

    said = {"ru": f"{case_index}, т. {number}", "kk": f"{case_index}, {number}-том"}
    return said[language or str(current_language())]


def last_number(connection: Connection, case_id: int) -> int:
    """The number of the last volume of a case, 0 while it has none; those that never were are left aside."""
    asked = f"SELECT coalesce(max(volume.number), 0) FROM volume WHERE volume.case_file_id = ? AND NOT {VOID}"
    return int(connection.exec_driver_sql(asked, (case_id,)).scalar_one())


def next_place(connection: Connection, volume_id: int) -> tuple[int, int]:
    """The first sheet and the ordinal of the next line of a volume."""
    last, ordinal = connection.exec_driver_sql(_TAKEN, (volume_id,)).one()
    return last + 1, ordinal + 1


def document_facts(connection: Connection, copy: CopyFacts, volume: VolumeFacts) -> tuple[Document, "Filed"]:
    """What the entry of a copy says of it as a document to be filed, and its words on the inner inventory."""
    row = connection.exec_driver_sql(_DOCUMENT, (copy.copy_id,)).one()
    beside = connection.exec_driver_sql(_BESIDE, (volume.case_id, copy.item_id, copy.copy_id)).fetchone()
    own = JournalKind(row[5]) in OWN_DOCUMENTS
    counted = [count for count in row[3:5] if count is not None]
    document = Document(
        words=f"№ {copy.number}",
        year=row[6],
        sheets=sum(counted) if counted else None,
        on_control=bool(row[8]),
        signed=not own or bool(row[1] and row[2]),
        nature=CopyNature(row[7]),
        for_year=year_said(row[9] or "", row[10] or ""),
        beside=volume_words(*beside) if beside is not None else "",
        electronic=row[11] == Carrier.ELECTRONIC.value,
    )
    return document, Filed(copy.number, _day(row[1] if own else row[0]), _heading(row[9:11]), row[4] or 0)


@dataclass(frozen=True, slots=True)
class Filed:
    """A copy as the inner inventory names it: number, day, heading; and how many sheets its enclosures have."""

    number: str
    dated: dt.date | None
    heading: str
    enclosure_sheets: int


def _heading(row: Sequence[Any]) -> str:
    kind, summary = (str(part or "").strip() for part in row)
    return " ".join(part for part in (kind, summary) if part)


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None
