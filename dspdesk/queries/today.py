"""What the Today page says: what is overdue, due, to complete, and the year in one chart."""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import Connection, text

from dspdesk.desk import Desk
from dspdesk.law.execution_control import Due, due_class
from dspdesk.law.roles import Action
from dspdesk.law.settings import RESERVED_DAYS
from dspdesk.queries.backups import Restored, Standing, restored, standing, standing_of
from dspdesk.queries.drafts import KeptDraft, drafts
from dspdesk.queries.execution_control import RUNNING
from dspdesk.queries.journal_closing import year_to_close
from dspdesk.queries.journal_grid import GridRow, rows_of
from dspdesk.queries.journals import SELECT, JournalInfo, info
from dspdesk.queries.settings import value
from dspdesk.queries.waiting import waiting
from dspdesk.queries.waiting_lists import WaitingList
from dspdesk.store import ledger, settings
from dspdesk.store.unit_of_work import head


@dataclass(frozen=True, slots=True)
class DueLine:
    """One entry that waits for something; `due` is how its deadline stands, if it has one (paragraph 27)."""

    row: GridRow
    journal: JournalInfo
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The first lines of a list and how many there are in all."""

    lines: tuple[DueLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Today:
    """The page of one day; `months` counts the year's registrations from January on, all journals together.

    Who may not read the journals sees nothing of them, not even how many there are; drafts are one's own.
    """

    day: dt.date
    overdue: Group
    this_week: Group
    incomplete: Group
    months: tuple[int, ...]
    journals: tuple[JournalInfo, ...]
    recovery_sheet_missing: bool
    last_backup: dt.datetime | None
    drafts: tuple[KeptDraft, ...] = ()
    issued: tuple[
        str, ...
    ] = ()  # logins whose one-time password is not replaced yet, for whoever keeps the keys
    backups: Standing | None = None  # for those who make them
    restored: Restored | None = None  # for those who keep the numbers
    year_to_close: int | None = None
    reserved: Group = Group((), 0)
    waiting: tuple[WaitingList, ...] = ()


_OVERDUE = "item.due_on < :day"
_THIS_WEEK = "item.due_on BETWEEN :day AND :week"
_ON_CONTROL = f"FROM item JOIN number ON number.id = item.id WHERE {RUNNING} AND {{when}}"
_INCOMPLETE = (
    "FROM item JOIN number ON number.id = item.id WHERE item.incomplete AND number.state <> 'annulled'"
)


#: Numbers reserved for so long that they are to be confirmed or annulled; their index holds what is not issued.
_RESERVED = """
    FROM number JOIN item ON item.id = number.id
    WHERE number.state <> 'issued' AND number.state = 'reserved' AND substr(item.entered_at, 1, 10) <= :reserved
"""
_NONE = Group((), 0)


def today(desk: Desk, lines: int = 6) -> Today:
    """What waits on the desk's present day, at most `lines` of each list; what the person may not see is left out."""
    page = _work(desk, lines) if desk.may(Action.READ_JOURNALS) else _no_work(desk.today())
    kept = tuple(drafts(desk))
    lists = waiting(desk, lines)
    backups = standing(desk) if desk.may(Action.BACK_UP) else None
    put_back = restored(desk) if desk.may(Action.KEEP_NUMBERS) else None
    with desk.reading() as connection:
        missing = settings.get(connection, settings.RECOVERY_SHEET) == "missing"
        return replace(
            page,
            recovery_sheet_missing=missing and desk.may(Action.KEEP_KEYS),
            last_backup=_last_backup(connection),
            drafts=kept,
            waiting=lists,
            issued=_issued(connection) if desk.may(Action.KEEP_KEYS) else (),
            backups=backups,
            restored=put_back,
            year_to_close=year_to_close(connection, desk.today()) if desk.may(Action.CLOSE_JOURNAL) else None,
        )


def _no_work(day: dt.date) -> Today:
    return Today(day, _NONE, _NONE, _NONE, (), (), recovery_sheet_missing=False, last_backup=None)


def _work(desk: Desk, lines: int) -> Today:
    day = desk.today()
    with desk.reading() as connection:
        opened = tuple(info(row) for row in connection.exec_driver_sql(f"{SELECT} ORDER BY year DESC, kind"))
        names = {journal.id: journal for journal in opened}

        def group(source: str, order: str) -> Group:
            return _group(connection, source, order, day, lines, names)

        return replace(
            _no_work(day),
            overdue=group(_ON_CONTROL.format(when=_OVERDUE), "item.due_on, item.id"),
            this_week=group(_ON_CONTROL.format(when=_THIS_WEEK), "item.due_on, item.id"),
            incomplete=group(_INCOMPLETE, "item.id DESC"),
            reserved=group(_RESERVED, "item.entered_at, item.id"),
            months=_months(connection, day.year),
            journals=opened,
        )


def _group(
    connection: Connection, source: str, order: str, day: dt.date, lines: int, names: dict[int, JournalInfo]
) -> Group:
    reserved = day - dt.timedelta(days=value(connection, RESERVED_DAYS))
    values = {
        "day": day.isoformat(),
        "week": (day + dt.timedelta(days=6)).isoformat(),
        "reserved": reserved.isoformat(),
        "lines": lines,
    }
    count = connection.execute(text(f"SELECT count(*) {source}"), values).scalar_one()
    keys = connection.execute(
        text(f"SELECT item.id, number.journal_id {source} ORDER BY {order} LIMIT :lines"), values
    )
    journal_of = {row[0]: names[row[1]] for row in keys}
    return Group(
        tuple(
            DueLine(row, journal_of[row.id], due_class(row.due_on, day) if row.due_on else None)
            for row in rows_of(connection, list(journal_of))
        ),
        count,
    )


def _months(connection: Connection, year: int) -> tuple[int, ...]:
    rows = connection.exec_driver_sql(
        "SELECT CAST(substr(item.registered_on, 6, 2) AS INTEGER), count(*) FROM journal "  # in this order
        "CROSS JOIN number ON number.journal_id = journal.id CROSS JOIN item ON item.id = number.id "
        "WHERE journal.year = ? AND item.registered_on IS NOT NULL AND number.state <> 'annulled' GROUP BY 1",
        (year,),
    )
    counted = {int(month): int(count) for month, count in rows}
    return tuple(counted.get(month, 0) for month in range(1, 13))


def _issued(connection: Connection) -> tuple[str, ...]:
    found = connection.exec_driver_sql(
        "SELECT login FROM account WHERE one_time AND closed_on IS NULL ORDER BY login"
    )
    return tuple(login for (login,) in found)


def _last_backup(connection: Connection) -> dt.datetime | None:
    made = settings.get(connection, settings.LAST_BACKUP)
    return dt.datetime.fromisoformat(made) if made else None


@dataclass(frozen=True, slots=True)
class Status:
    """The status line: the ledger's last entry as its short code, and the last backup (UTC).

    `newest_draft` is when the person's own newest draft was kept (UTC): drafts leave no trace in the ledger.
    """

    ledger_sequence: int
    ledger_code: str
    last_backup: dt.datetime | None
    newest_draft: dt.datetime | None = None
    backups: Standing | None = None


def status(desk: Desk) -> Status:
    """What the status line of the main window shows."""
    kept = drafts(desk)
    newest = kept[0].saved_at if kept else None
    with desk.reading() as connection:
        sequence, digest = head(connection)
        late = standing_of(connection, desk)
        return Status(sequence, ledger.code(sequence, digest), late.last, newest, late)
