"""The numbers of a journal that went their own way: reserved, lettered, skipped, annulled, and gaps without a word."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.kinds import NumberState
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries import journal_lines


class NumberKind(StrEnum):
    """What is special about a number."""

    RESERVED = "reserved"
    LETTERED = "lettered"
    SKIPPED = "skipped"
    GAP = "gap"  # passed over without a word, as an imported sheet left it
    ANNULLED = "annulled"


@dataclass(frozen=True, slots=True)
class SpecialNumber:
    """One special number, or a run of them from `number` to `last`; `item_id` is 0 where there is no entry.

    `since` is the day of a reservation, `days` how many have passed since; `reason` is why it was skipped or annulled.
    """

    kind: NumberKind
    number: RegistrationNumber
    last: int
    item_id: int = 0
    correspondent: str = ""
    summary: str = ""
    reason: str = ""
    since: dt.date | None = None
    days: int = 0


@dataclass(frozen=True, slots=True)
class Numbers:
    """The special numbers of a journal, kind by kind, and the next number to be given."""

    special: tuple[SpecialNumber, ...]
    next: int

    def of(self, kind: NumberKind) -> list[SpecialNumber]:
        """Those of one kind, the lowest first."""
        return [number for number in self.special if number.kind is kind]


_ENTRIES = """
    SELECT number.sequence, number.letter, number.written, number.state, number.annulled_reason,
           item.id, item.correspondent, item.kind, item.summary, item.entered_at
    FROM number JOIN item ON item.id = number.id
    WHERE number.journal_id = ? AND {which} ORDER BY number.sequence, number.letter
"""
_GAPS = (
    "SELECT low + 1, high - 1 FROM (SELECT sequence AS low, lead(sequence) OVER (ORDER BY sequence) AS high "
    "FROM number WHERE journal_id = ?) WHERE high - low > 1"
)
_OF_STATE = "number.state <> 'issued' AND number.state = '{state}'"  # the index of what is not issued


def numbers(desk: Desk, journal_id: int) -> Numbers:
    """All special numbers of a journal."""
    desk.authorize(Action.READ_JOURNALS)
    passed = journal_lines.passed_over(desk, journal_id)
    with desk.reading() as connection:
        highest = connection.exec_driver_sql(
            "SELECT coalesce(max(sequence), 0) FROM number WHERE journal_id = ?", (journal_id,)
        ).scalar_one()
        gaps = connection.exec_driver_sql(_GAPS, (journal_id,)).fetchall()
        reserved, lettered, annulled = (
            [_entry(desk, kind, row) for row in _rows(connection, journal_id, which)]
            for kind, which in (
                (NumberKind.RESERVED, _OF_STATE.format(state=NumberState.RESERVED.value)),
                (NumberKind.LETTERED, "number.letter <> ''"),
                (NumberKind.ANNULLED, _OF_STATE.format(state=NumberState.ANNULLED.value)),
            )
        )
    skipped = [
        SpecialNumber(NumberKind.SKIPPED, RegistrationNumber(run.first), run.last, reason=run.reason)
        for run in passed
    ]
    unexplained = [SpecialNumber(NumberKind.GAP, RegistrationNumber(low), high) for low, high in gaps]
    special = (*reserved, *lettered, *skipped, *unexplained, *annulled)
    return Numbers(special, highest + 1)


def _rows(connection: Connection, journal_id: int, which: str) -> list[Any]:
    return list(connection.exec_driver_sql(_ENTRIES.format(which=which), (journal_id,)))


def _entry(desk: Desk, kind: NumberKind, row: Any) -> SpecialNumber:
    number = RegistrationNumber(*row[:3])
    moment = dt.datetime.fromisoformat(row[9]).replace(tzinfo=dt.UTC)
    since = moment.astimezone(desk.clock().tzinfo).date() if kind is NumberKind.RESERVED else None
    return SpecialNumber(
        kind,
        number,
        number.sequence,
        item_id=row[5],
        correspondent=row[6],
        summary=" ".join(part for part in row[7:9] if part),
        reason=row[4],
        since=since,
        days=(desk.today() - since).days if since else 0,
    )
