"""What of the cases waits for somebody, for the page Today."""

import datetime as dt

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, _
from dspdesk.queries import cases
from dspdesk.queries.cases import VolumeRow
from dspdesk.queries.filed import SHEETS, void, volume_words
from dspdesk.queries.waiting_lists import WaitingLine, WaitingList

PLACE = "cases"  # the key of the place in which the lines are opened

#: Volumes in which documents are still put, and which are the last of their case: the next one is not open yet.
_IN_USE = f"""
    volume.closed_on IS NULL AND volume.transferred_on IS NULL AND case_file.closed_on IS NULL
    AND volume.holds = 'documents' AND volume.number = (
        SELECT max(last.number) FROM volume AS last
        WHERE last.case_file_id = case_file.id AND last.holds = 'documents'
    )
    AND {SHEETS} >= ?
"""
#: The first volume of each case of an earlier year that nobody has closed, unless later years still belong into it.
_LEFT_OPEN = f"""
    case_file.closed_on IS NULL AND case_file.carry_over = 0 AND plan_entry.year < ?
    AND volume.number = (SELECT min(first.number) FROM volume AS first WHERE first.case_file_id = case_file.id
                         AND first.closed_on IS NULL AND first.transferred_on IS NULL AND NOT {void("first")})
"""


def of_cases(desk: Desk, connection: Connection, day: dt.date, lines: int) -> tuple[WaitingList, ...]:
    """Volumes that are nearly full, and cases of earlier years that nobody has closed."""
    full = cases.rows_of(connection, _IN_USE, (desk.edition.sheets_nearly_full,))
    full.sort(key=lambda row: -row.sheets)
    left = cases.rows_of(connection, _LEFT_OPEN, (day.year,))
    most = desk.edition.sheets_per_volume
    nearly = [
        _line(row, _("{sheets} of {most}").format(sheets=row.sheets, most=most)) for row in full[:lines]
    ]
    return (
        WaitingList(N_("Volumes nearly full"), tuple(nearly), len(full)),
        WaitingList(
            N_("Cases of earlier years, not closed"),
            tuple(_line(row, str(row.year)) for row in left[:lines]),
            len(left),
        ),
    )


def _line(row: VolumeRow, right: str) -> WaitingLine:
    words = (volume_words(row.case_index, row.number), row.mark(), row.heading())
    return WaitingLine(" · ".join(filter(None, words)), right, PLACE, row.id)
