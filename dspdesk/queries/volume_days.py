"""The days of a volume that the day of its opening cannot be later than (`law.volume_days`)."""

import datetime as dt

from sqlalchemy import Connection

from dspdesk.law.volume_days import Opening
from dspdesk.queries.filed import VOID, void, volume_words
from dspdesk.queries.item import day
from dspdesk.store.errors import NotThere

#: What left a volume was put into it before; what was struck out never was.
_OPENING = f"""
    SELECT plan_entry.case_index, volume.number, volume.number = 1, case_file.opened_on,
           (SELECT min(filed_on) FROM filing WHERE filing.volume_id = volume.id AND filing.struck_on IS NULL),
           volume.placed_on, coalesce(volume.closed_on, case_file.closed_on),
           (SELECT min(further.opened_on) FROM volume AS further
            WHERE further.case_file_id = case_file.id AND further.id <> volume.id AND NOT {void("further")})
    FROM volume JOIN case_file ON case_file.id = volume.case_file_id
    JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id WHERE volume.id = ? AND NOT {VOID}
"""


def opening(connection: Connection, volume_id: int) -> Opening:
    """A volume as the rules of its opening see it. Raises `NotThere`."""
    row = connection.exec_driver_sql(_OPENING, (volume_id,)).fetchone()
    if row is None:
        raise NotThere
    return Opening(
        words=volume_words(row[0], row[1]),
        first=bool(row[2]),
        case_opened=dt.date.fromisoformat(row[3]),
        filed=day(row[4]),
        placed=day(row[5]),
        closed=day(row[6]),
        further=day(row[7]) if row[2] else None,
    )
