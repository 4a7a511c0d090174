"""Which executed documents wait to be put into a case, for the page Today (paragraph 28)."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_
from dspdesk.language.dates import short
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries.filing import TO_FILE
from dspdesk.queries.waiting_lists import WaitingLine, WaitingList

PLACE = "item"  # a line opens its entry, from which it is put into a case
STEP = "file"
#: The law names no term: it says "after execution". What was executed in the last days is still on somebody's desk.
SETTLED = dt.timedelta(days=10)
#: Counting stops here: nobody looks through more, and a body that files nothing would wait for the page.
MOST = 500

#: Copies with the service, those never moved and those whose last movement brought them back: few of all there are.
#: Nothing of a journal of these years was moved before them.
_AT_HAND = """
    at_hand (item_id, kind, day) AS MATERIALIZED (
        SELECT item_id, '', NULL FROM copy WHERE whereabouts_id IS NULL
        UNION ALL
        SELECT copy.item_id, movement.kind, movement.happened_on FROM movement
        JOIN copy ON copy.id = movement.copy_id AND copy.whereabouts_id = movement.id
        WHERE movement.kind IN ('return', 'resolved', 'storing', 'withdrawal') AND movement.happened_on >= :since
    )
"""
#: Of these, documents and the day on which each was executed: taken off control, come back from its executor, signed,
#: or registered with its case named and never on control.
_EXECUTED = """
    executed (item_id, day) AS (
        SELECT at_hand.item_id, off_on FROM at_hand CROSS JOIN control ON control.item_id = at_hand.item_id
        WHERE off_on >= :since AND off_on < :until
        UNION
        SELECT item_id, day FROM at_hand WHERE kind = 'return' AND day < :until
        UNION
        SELECT item_id, signed_on FROM at_hand CROSS JOIN item ON item.id = at_hand.item_id
        WHERE signed_on >= :since AND signed_on < :until
        UNION
        SELECT item_id, registered_on FROM at_hand CROSS JOIN item ON item.id = at_hand.item_id
        WHERE case_index <> '' AND registered_on >= :since AND registered_on < :until
    )
"""
QUESTION = f"""
    WITH {_AT_HAND}, {_EXECUTED}
    SELECT item.id, executed.day, number.sequence, number.letter, number.written, journal.language, item.kind,
           item.summary
    FROM executed CROSS JOIN copy ON copy.item_id = executed.item_id
    LEFT JOIN movement AS last ON last.id = copy.whereabouts_id
    CROSS JOIN number ON number.id = executed.item_id CROSS JOIN journal ON journal.id = number.journal_id
    CROSS JOIN item ON item.id = executed.item_id
    WHERE {TO_FILE} AND coalesce(last.kind, '') <> 'receipt' LIMIT :most
"""


def executed_not_filed(_desk: Desk, connection: Connection, day: dt.date, lines: int) -> WaitingList:
    """Documents executed more than ten days ago, this year or the last, that lie in no case; the oldest first.

    One that its executor still holds is not with the service and does not wait here.
    """
    rows = connection.exec_driver_sql(QUESTION, asked(day)).fetchall()
    latest = {
        row[0]: row for row in sorted(rows, key=lambda row: row[1])
    }  # one may be executed in several ways
    found = sorted(latest.values(), key=lambda row: (row[1], row[0]))
    shown = tuple(_line(row) for row in found[:lines])
    title = N_("Executed more than ten days ago, not filed")
    return WaitingList(title, shown, len(found), step=STEP, more=len(rows) == MOST)


def asked(day: dt.date) -> dict[str, object]:
    """What the question is asked with on a day."""
    since, until = dt.date(day.year - 1, 1, 1), day - SETTLED
    return {"since": since.isoformat(), "until": until.isoformat(), "year": since.year, "most": MOST}


def _line(row: Sequence[Any]) -> WaitingLine:
    number = RegistrationNumber(*row[2:5]).with_mark(row[5])
    what = " ".join(part for part in row[6:8] if part)
    words = " — ".join(part for part in (f"№ {number}", what) if part)
    return WaitingLine(words, short(dt.date.fromisoformat(row[1])), PLACE, row[0])
