"""What there is of backups, how late the next one is, and what a restore has left to look at."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.backups import Lateness, lateness
from dspdesk.law.kinds import JournalKind
from dspdesk.law.roles import Action
from dspdesk.law.settings import BACKUP_DAYS, BACKUP_RED_DAYS
from dspdesk.queries.settings import value
from dspdesk.store import settings as store
from dspdesk.store.proof import highest, moment


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup that was made: its file, when (UTC), its size, the last ledger entry in it, whether all agreed."""

    id: int
    file: Path
    at: dt.datetime
    size: int
    last: str
    whole: bool
    there: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How the store stands with its backups; `days` have passed since the last one, or since the founding."""

    last: dt.datetime | None
    days: int
    lateness: Lateness


@dataclass(frozen=True, slots=True)
class HighestNumber:
    """The highest number that a journal of the restored store has."""

    journal_id: int
    kind: JournalKind
    year: int
    sequence: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A restore after which the numbers have not been compared with paper yet.

    `last` is the code of the last ledger entry of the copy, made `last_at`; `replaced` that of the store replaced,
    '' when there was none or it could not be read. Times are UTC.
    """

    at: dt.datetime
    copy: str
    last: str
    last_at: dt.datetime | None
    replaced: str
    highest: tuple[HighestNumber, ...]


def backups(desk: Desk) -> list[BackupRow]:
    """The last backups made of this store, the newest first; `there`: its file is within reach now."""
    desk.authorize(Action.BACK_UP)
    with desk.reading() as connection:
        noted = store.get(connection, store.BACKUPS) or []
    return [_row(len(noted) - place, line) for place, line in enumerate(noted)]


def folder(desk: Desk) -> Path | None:
    """Where backups go, `None` while no folder has been chosen."""
    desk.authorize(Action.BACK_UP)
    with desk.reading() as connection:
        chosen = store.get(connection, store.BACKUP_FOLDER)
    return Path(chosen) if chosen else None


def standing(desk: Desk) -> Standing:
    """How late the next backup is; the status line tells everybody."""
    with desk.reading() as connection:
        return standing_of(connection, desk)


def standing_of(connection: Connection, desk: Desk) -> Standing:
    """The same as a transaction sees it."""
    made = store.get(connection, store.LAST_BACKUP)
    last = dt.datetime.fromisoformat(made) if made else None
    since = _day(last or moment(connection, 1) or desk.now(), desk)
    days = max((desk.today() - since).days, 0)
    limits = value(connection, BACKUP_DAYS), value(connection, BACKUP_RED_DAYS)
    return Standing(last, days, lateness(since, desk.today(), *limits))


def restored(desk: Desk) -> Restored | None:
    """The last restore, while nobody has compared its numbers with those given on paper."""
    desk.authorize(Action.KEEP_NUMBERS)
    with desk.reading() as connection:
        said = store.get(connection, store.LAST_RESTORE)
        if said is None or store.get(connection, store.RESTORE_CHECKED) == said["at"]:
            return None
        numbers = tuple(
            HighestNumber(one.journal_id, JournalKind(one.kind), one.year, one.sequence)
            for one in highest(connection)
        )
    last_at = dt.datetime.fromisoformat(said["last_at"]) if said["last_at"] else None
    at = dt.datetime.fromisoformat(said["at"])
    return Restored(at, said["copy"], said["last"], last_at, said["replaced"], numbers)


def _row(number: int, line: dict[str, Any]) -> BackupRow:
    path = Path(line["file"])
    at = dt.datetime.fromisoformat(line["at"])
    return BackupRow(number, path, at, line["size"], line["last"], line["whole"], path.exists())


def _day(at: dt.datetime, desk: Desk) -> dt.date:
    return at.replace(tzinfo=dt.UTC).astimezone(desk.clock().tzinfo).date()
