"""Certification sheets of volumes: the one that stands, the earlier ones, and what a new one goes by."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law.certification_sheet import (
    CertificationSheetContent,
    Earlier,
    Line,
    Statement,
    VolumeStands,
    sheets_of,
)
from dspdesk.law.retention import Period
from dspdesk.law.roles import Action
from dspdesk.queries import inner_inventory
from dspdesk.queries.archive_numbers import archive_numbers
from dspdesk.queries.cases import VolumeDetails, standing_of
from dspdesk.queries.filed import OF_THIS_VOLUME, volume_words
from dspdesk.queries.item import day
from dspdesk.queries.names import name_in, name_on
from dspdesk.queries.people import position_within

PAPER = "certification_sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationRow:
    """A certification sheet of a volume; `printed` says whether it is on paper."""

    id: int
    volume_id: int
    dated: dt.date
    numbered: int
    lettered: str
    skipped: str
    blank: str
    inventory_sheets: int
    filled_by_id: int
    filled_by_kk: str
    filled_by_ru: str
    act_number: str
    act_on: dt.date | None
    printed: bool
    lines: tuple[Line, ...]

    def filled_by(self, language: str) -> str:
        """Who filled it in, in a language."""
        return self.filled_by_kk if language == "kk" else self.filled_by_ru

    @property
    def last(self) -> int:
        """The last number that it says there is: it counts lettered sheets, which have no number of their own."""
        return sheets_of(self.said).last

    @property
    def said(self) -> Statement:
        """What it says, as the rules read it."""
        return Statement(
            dated=self.dated,
            filled_by_id=self.filled_by_id,
            numbered=self.numbered,
            inventory_sheets=self.inventory_sheets,
            lettered=self.lettered,
            skipped=self.skipped,
            blank=self.blank,
            lines=self.lines,
            act_number=self.act_number,
            act_on=self.act_on,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How a certification sheet agrees with its volume as it is now.

    `fits` in the number of sheets; `changed` since it was filled in: something was put in, or left and is not among
    its skipped numbers.
    """

    numbered: int
    printed: bool
    fits: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class CertifyingPage:
    """A volume about to be certified: what the registers say, and its sheets so far, the one that stands first."""

    volume: VolumeStands
    sheets: tuple[CertificationRow, ...]

    @property
    def standing(self) -> CertificationRow | None:
        """The sheet that stands."""
        return self.sheets[0] if self.sheets else None


_PRINTED = f"""
    EXISTS (SELECT 1 FROM printout WHERE printout.paper = '{PAPER}' AND printout.set_aside_on IS NULL
            AND printout.pdf_hash IS NOT NULL AND printout.subject = 'volume:' || sheet.volume_id
            AND printout.made_at >= sheet.recorded_at)
"""
_SHEETS = f"""
    SELECT sheet.id, sheet.volume_id, sheet.dated, sheet.numbered, sheet.lettered, sheet.skipped, sheet.blank,
           sheet.inventory_sheets, sheet.filled_by_id, sheet.act_number, sheet.act_on, {_PRINTED}
    FROM certification_sheet AS sheet WHERE sheet.volume_id = ? AND {OF_THIS_VOLUME} ORDER BY sheet.id DESC
"""
_LINES = """
    SELECT feature, words, count, sheets FROM certification_line WHERE sheet_id = ? ORDER BY ordinal
"""
#: Whether something was put into a volume or left it by a permission after its sheet was filled in.
_CHANGED = """
    SELECT EXISTS (SELECT 1 FROM filing WHERE volume_id = sheet.volume_id AND struck_on IS NULL
                   AND recorded_at > sheet.recorded_at)
        OR EXISTS (SELECT 1 FROM withdrawal_line JOIN filing ON filing.id = withdrawal_line.filing_id
                   JOIN withdrawal ON withdrawal.id = withdrawal_line.withdrawal_id
                   WHERE filing.volume_id = sheet.volume_id AND withdrawal.recorded_at > sheet.recorded_at)
    FROM certification_sheet AS sheet WHERE sheet.id = ?
"""
#: Whether a line that it counts may have been struck out since: the day of that says nothing of the hour.
_STRUCK_SINCE = """
    SELECT EXISTS (SELECT 1 FROM filing WHERE volume_id = sheet.volume_id AND struck_on IS NOT NULL
                   AND recorded_at <= sheet.recorded_at)
        AND EXISTS (SELECT 1 FROM ledger AS struck WHERE struck.subject = 'volume:' || sheet.volume_id
                    AND struck.tag = 'case:line:filing_struck' AND struck.id > (
                        SELECT max(filled.id) FROM ledger AS filled WHERE filled.subject = struck.subject
                        AND filled.tag = 'case:certification_sheet:filled_in'))
    FROM certification_sheet AS sheet WHERE sheet.id = ?
"""
_SERVING = "SELECT id FROM employee WHERE left_on IS NULL OR left_on >= ?"


def page(desk: Desk, volume_id: int) -> CertifyingPage:
    """A volume and its certification sheets, for the form in which one is filled in. Raises `NotThere`."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        return CertifyingPage(stands(connection, volume_id, desk.today()), _sheets(connection, volume_id))


def standing(connection: Connection, volume_id: int) -> CertificationRow | None:
    """The sheet that stands, `None` while the volume has none."""
    row = connection.exec_driver_sql(f"{_SHEETS} LIMIT 1", (volume_id,)).fetchone()
    return _row(connection, row) if row else None


def stands(connection: Connection, volume_id: int, on: dt.date) -> VolumeStands:
    """What the registers say of a volume, as a transaction sees it. Raises `NotThere`."""
    volume = standing_of(connection, volume_id)
    last, gone = _numbers(volume)
    sheet = standing(connection, volume_id)
    printed = inner_inventory.sheets_of(connection, volume_id, str(current_language()))
    return VolumeStands(
        words=volume_words(volume.row.case_index, volume.row.number),
        last=last,
        sheets=volume.row.sheets,
        gone=gone,
        inventory_sheets=printed or None,
        bound=volume.row.retention.period is not Period.SHORT,
        earlier=Earlier(sheet.dated, sheet.printed, bool(sheet.act_number)) if sheet else None,
        serving=frozenset(connection.exec_driver_sql(_SERVING, (on.isoformat(),)).scalars()),
    )


def agrees(connection: Connection, volume_id: int) -> Agreement | None:
    """Whether the sheet that stands states the volume as it is now; `None` of a volume that has none."""
    if (sheet := standing(connection, volume_id)) is None:
        return None
    volume, said = stands(connection, volume_id, sheet.dated), sheets_of(sheet.said)
    changed = bool(connection.exec_driver_sql(_CHANGED, (sheet.id,)).scalar())
    fits = volume.fits(said)
    struck = not fits and bool(connection.exec_driver_sql(_STRUCK_SINCE, (sheet.id,)).scalar())
    return Agreement(
        numbered=sheet.numbered,
        printed=sheet.printed,
        fits=fits,
        changed=changed or struck or not volume.names_gone(said),
    )


def content(desk: Desk, volume_id: int, language: str) -> CertificationSheetContent:
    """The sheet that stands as its paper states it, names and positions of its day.

    Of a volume that has none yet what the registers know. Raises `NotThere`.
    """
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        volume, sheet = standing_of(connection, volume_id).row, standing(connection, volume_id)
        numbers = archive_numbers(connection, volume_id)
        on = sheet.dated if sheet else desk.today()
        head = CertificationSheetContent(
            organisation=name_in(connection, "organisation:1", on, language),
            restricted=volume.restricted,
            fonds=numbers.fonds,
            inventory=numbers.inventory,
            case=numbers.case,
        )
        return _filled(connection, head, sheet, language) if sheet else head


def _filled(
    connection: Connection, head: CertificationSheetContent, sheet: CertificationRow, language: str
) -> CertificationSheetContent:
    who = position_within(connection, sheet.filled_by_id, sheet.dated)
    return CertificationSheetContent(
        organisation=head.organisation,
        restricted=head.restricted,
        fonds=head.fonds,
        inventory=head.inventory,
        case=head.case,
        numbered=sheet.numbered,
        lettered=sheet.lettered,
        skipped=sheet.skipped,
        blank=sheet.blank,
        inventory_sheets=sheet.inventory_sheets,
        lines=sheet.lines,
        position=who.position(language),
        name=who.name(language),
        dated=sheet.dated,
        act_number=sheet.act_number,
        act_on=sheet.act_on,
    )


def _numbers(volume: VolumeDetails) -> tuple[int, tuple[int, ...]]:
    """The last number in a volume and those before it that left; a certified copy lies in the place of its original."""
    lines = [line for line in volume.lines if line.there or line.certified_sheets is not None]
    last = max((line.last_sheet for line in lines), default=0)
    there = {number for line in lines for number in range(line.first_sheet, line.last_sheet + 1)}
    return last, tuple(number for number in range(1, last + 1) if number not in there)


def _sheets(connection: Connection, volume_id: int) -> tuple[CertificationRow, ...]:
    rows = connection.exec_driver_sql(_SHEETS, (volume_id,)).fetchall()
    return tuple(_row(connection, row) for row in rows)


def _row(connection: Connection, row: Sequence[Any]) -> CertificationRow:
    dated = dt.date.fromisoformat(row[2])
    kk, ru = name_on(connection, f"employee:{row[8]}", dated)
    lines = connection.exec_driver_sql(_LINES, (row[0],)).fetchall()
    return CertificationRow(
        id=row[0],
        volume_id=row[1],
        dated=dated,
        numbered=row[3],
        lettered=row[4],
        skipped=row[5],
        blank=row[6],
        inventory_sheets=row[7],
        filled_by_id=row[8],
        filled_by_kk=kk,
        filled_by_ru=ru,
        act_number=row[9],
        act_on=day(row[10]),
        printed=bool(row[11]),
        lines=tuple(Line(*line) for line in lines),
    )
