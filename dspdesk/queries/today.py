"""What the Today page says: what is overdue, due, to complete, and the year in one chart."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, text

from dspdesk.desk import Desk
from dspdesk.queries.journal_grid import GridRow, rows_of
from dspdesk.queries.journals import SELECT, JournalInfo, info
from dspdesk.store import ledger, settings
from dspdesk.store.unit_of_work import head


@dataclass(frozen=True, slots=True)
class DueLine:
    """One entry that waits for something."""

    row: GridRow
    journal: JournalInfo


@dataclass(frozen=True, slots=True)
class Group:
    """The first lines of a list and how many there are in all."""

    lines: tuple[DueLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Today:
    """The page of one day; `months` counts the year's registrations from January on, all journals together."""

    day: dt.date
    overdue: Group
    this_week: Group
    incomplete: Group
    months: tuple[int, ...]
    journals: tuple[JournalInfo, ...]
    recovery_sheet_missing: bool
    last_backup: dt.datetime | None


_OVERDUE = "item.due_on < :day"
_THIS_WEEK = "item.due_on BETWEEN :day AND :week"
_ON_CONTROL = """
    FROM item JOIN number ON number.id = item.id
    WHERE item.due_on IS NOT NULL AND item.control <> '' AND number.state = 'issued' AND {when}
      AND NOT EXISTS (SELECT 1 FROM copy JOIN movement ON movement.id = copy.whereabouts_id
                      WHERE copy.item_id = item.id AND movement.kind IN ('filing', 'destruction'))
"""
_INCOMPLETE = (
    "FROM item JOIN number ON number.id = item.id WHERE item.incomplete AND number.state <> 'annulled'"
)


def today(desk: Desk, lines: int = 6) -> Today:
    """What waits on the desk's present day, at most `lines` of each list."""
    day = desk.today()
    with desk.reading() as connection:
        opened = tuple(info(row) for row in connection.exec_driver_sql(f"{SELECT} ORDER BY year DESC, kind"))
        names = {journal.id: journal for journal in opened}

        def group(source: str, order: str) -> Group:
            return _group(connection, source, order, day, lines, names)

        return Today(
            day=day,
            overdue=group(_ON_CONTROL.format(when=_OVERDUE), "item.due_on, item.id"),
            this_week=group(_ON_CONTROL.format(when=_THIS_WEEK), "item.due_on, item.id"),
            incomplete=group(_INCOMPLETE, "item.id DESC"),
            months=_months(connection, day.year),
            journals=opened,
            recovery_sheet_missing=settings.get(connection, settings.RECOVERY_SHEET) == "missing",
            last_backup=_last_backup(connection),
        )


def _group(
    connection: Connection, source: str, order: str, day: dt.date, lines: int, names: dict[int, JournalInfo]
) -> Group:
    values = {"day": day.isoformat(), "week": (day + dt.timedelta(days=6)).isoformat(), "lines": lines}
    count = connection.execute(text(f"SELECT count(*) {source}"), values).scalar_one()
    keys = connection.execute(
        text(f"SELECT item.id, number.journal_id {source} ORDER BY {order} LIMIT :lines"), values
    )
    journal_of = {row[0]: names[row[1]] for row in keys}
    return Group(
        tuple(DueLine(row, journal_of[row.id]) for row in rows_of(connection, list(journal_of))), count
    )


def _months(connection: Connection, year: int) -> tuple[int, ...]:
    rows = connection.exec_driver_sql(
        "SELECT CAST(substr(item.registered_on, 6, 2) AS INTEGER), count(*) FROM journal "
        "JOIN number ON number.journal_id = journal.id JOIN item ON item.id = number.id "
        "WHERE journal.year = ? AND item.registered_on IS NOT NULL AND number.state <> 'annulled' GROUP BY 1",
        (year,),
    )
    counted = {int(month): int(count) for month, count in rows}
    return tuple(counted.get(month, 0) for month in range(1, 13))


def _last_backup(connection: Connection) -> dt.datetime | None:
    made = settings.get(connection, settings.LAST_BACKUP)
    return dt.datetime.fromisoformat(made) if made else None


@dataclass(frozen=True, slots=True)
class Status:
    """The status line: the ledger's last entry as its short code, and the last backup (UTC)."""

    ledger_sequence: int
    ledger_code: str
    last_backup: dt.datetime | None


def status(desk: Desk) -> Status:
    """What the status line of the main window shows."""
    with desk.reading() as connection:
        sequence, digest = head(connection)
        return Status(sequence, ledger.code(sequence, digest), _last_backup(connection))
