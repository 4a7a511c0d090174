"""What stands on the cover of a volume (paragraphs 31, 32), with the names of the day on which it was closed.

On the cover of an open volume the last day, the last number and the sheets are left to be written by hand, the sheets
also where the volume was changed after its certification sheet.
"""

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.case_cover import CaseCoverContent, CoveredLine, details, first_and_last
from dspdesk.law.roles import Action
from dspdesk.queries import certification_sheet
from dspdesk.queries.archive_numbers import archive_numbers
from dspdesk.queries.cases import VolumeDetails, standing_of
from dspdesk.queries.names import name_on


def content(desk: Desk, volume_id: int, language: str) -> CaseCoverContent:
    """The cover of a volume in a language. Raises `NotThere`."""
    desk.authorize(Action.READ_CASES)
    with desk.reading() as connection:
        volume = standing_of(connection, volume_id)
        row = volume.row
        closed = row.closed_on or row.case_closed_on
        day = closed or desk.today()
        numbers = archive_numbers(connection, volume_id)
        first, last = _numbers(volume)
        return CaseCoverContent(
            details=details(row.kind, row.retention.period, restricted=row.restricted),
            organisation=_in(name_on(connection, "organisation:1", day), language),
            locality=_in(_locality(connection), language),
            unit=_in(name_on(connection, f"unit:{row.unit_id}", day), language),
            case_index=row.case_index,
            heading=row.heading(language),
            volume=row.number,
            first_day=row.first_day,
            last_day=row.last_day if closed else None,
            first_number=first,
            last_number=last if closed else "",
            retention=row.retention.words(language),
            fonds=numbers.fonds,
            inventory=numbers.inventory,
            case=numbers.case,
            sheets=_sheets(connection, volume),
            barcode=str(Code(Kind.VOLUME, row.id)),
        )


def _sheets(connection: Connection, volume: VolumeDetails) -> int | None:
    """Those certified, else those filed in a volume that is closed.

    A volume that was changed since is certified anew by an act (appendix 4, note 8): until then nobody has counted
    what lies in it, and a line is left to write on.
    """
    certified = certification_sheet.agrees(connection, volume.row.id)
    if certified is not None:
        return None if certified.changed else certified.numbered
    closed = volume.row.closed_on or volume.row.case_closed_on
    return volume.row.sheets if closed else None


def _numbers(volume: VolumeDetails) -> tuple[str, str]:
    """Of what lies there: a certified copy stands for the original that was seized, as it does for the days."""
    there = (line for line in volume.lines if line.there or line.certified_sheets is not None)
    return first_and_last(CoveredLine(line.number, line.dated, line.ordinal) for line in there)


def _locality(connection: Connection) -> tuple[str, str]:
    row = connection.exec_driver_sql("SELECT locality_kk, locality_ru FROM organisation").fetchone()
    return (row[0], row[1]) if row else ("", "")


def _in(pair: tuple[str, str], language: str) -> str:
    """In the language of the paper, in the other one where there is nothing in it."""
    kk, ru = pair
    return (kk or ru) if language == "kk" else (ru or kk)
