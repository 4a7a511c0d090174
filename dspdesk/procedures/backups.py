"""Backups on a carrier, and the way back: a store is replaced only by a copy that has proved itself."""

import datetime as dt
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dspdesk.desk import Desk
from dspdesk.language.sentences import Told
from dspdesk.law import backups as law
from dspdesk.law.findings import Finding, settle
from dspdesk.law.roles import Action
from dspdesk.store import keys
from dspdesk.store.proof import Proof
from dspdesk.store.settings import BACKUP_FOLDER, LAST_RESTORE, RESTORE_CHECKED, get, put

Progress = Callable[[int, int], None]
SUFFIX = ".dspdesk"
_NAME = re.compile(r"-(\d{4}-\d{2}-\d{2})-(\d{6})" + re.escape(SUFFIX))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseFolder:
    """Choose the folder on a carrier where backups go."""

    folder: Path
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made and read back, and how many old ones gave way to it."""

    proof: Proof
    removed: int


def choose_folder(desk: Desk, command: ChooseFolder) -> tuple[Finding, ...]:
    """Note where backups go from now on. Raises `Told`, `NeedsReason` on the disk of the store itself."""
    desk.authorize(Action.BACK_UP)
    folder = command.folder.absolute()
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise Told("not_reachable", path=folder)
    with desk.transaction("store:backup_folder:chosen") as step:
        findings = settle([law.carrier(same_disk=on_disk_of(folder, desk.path))], command.reason)
        put(step.session, BACKUP_FOLDER, str(folder))
        step.reason = command.reason.strip()
    return findings


def on_disk_of(folder: Path, store: Path) -> bool:
    """Whether a folder lies on the same disk as a store."""
    return folder.stat().st_dev == store.stat().st_dev


def back_up(desk: Desk, progress: Progress) -> Made:
    """Make a backup in the chosen folder under a name with its time, and let old ones give way.

    Raises `Told` "backup_no_folder", and what `Desk.backup` raises.
    """
    desk.authorize(Action.BACK_UP)
    with desk.reading() as connection:
        chosen = get(connection, BACKUP_FOLDER)
    if chosen is None:
        raise Told("backup_no_folder")
    folder = Path(chosen)
    if not folder.is_dir():
        raise Told("backup_carrier_absent", path=folder)
    proof = desk.backup(_free(folder, desk), progress)
    return Made(proof, _thin_out(folder, desk))


def clear_unfinished(folder: Path, desk: Desk) -> None:
    """Remove what a backup that was broken off has left in the folder."""
    for path in folder.glob(f"{_escaped(desk)}-*{SUFFIX}.new*"):
        path.unlink(missing_ok=True)


def numbers_checked(desk: Desk) -> None:
    """Note that the numbers of the restored store have been compared with those given on paper."""
    desk.authorize(Action.KEEP_NUMBERS)
    with desk.transaction("store:restored:numbers_checked") as step:
        restored = get(step.connection, LAST_RESTORE)
        if restored is not None:
            put(step.session, RESTORE_CHECKED, restored["at"])


def _free(folder: Path, desk: Desk) -> Path:
    """Where a backup made now goes: named by its second, or the next one that no backup bears yet."""
    moment = desk.clock()
    while (path := folder / f"{desk.path.stem}-{moment:%Y-%m-%d-%H%M%S}{SUFFIX}").exists():
        moment += dt.timedelta(seconds=1)
    return path


def _thin_out(folder: Path, desk: Desk) -> int:
    """Remove backups of this very store that are no longer among those kept; what cannot be removed stays."""
    made = dict(_made_here(folder, desk))
    removed = 0
    for moment in law.superfluous(made):
        try:
            for path in (made[moment], *keys.paths(made[moment])):
                path.unlink(missing_ok=True)
            removed += 1
        except OSError:
            continue
    return removed


def _made_here(folder: Path, desk: Desk) -> Iterator[tuple[dt.datetime, Path]]:
    for path in sorted(folder.glob(f"{_escaped(desk)}-*{SUFFIX}")):
        named = _NAME.fullmatch(path.name.removeprefix(desk.path.stem))
        if named and _is_of(desk, path):
            yield dt.datetime.strptime("".join(named.groups()), "%Y-%m-%d%H%M%S"), path


def _is_of(desk: Desk, path: Path) -> bool:
    """Whether a file is a copy of this store, by the slot file beside it."""
    try:
        return keys.read(path).store_id == desk.store_id
    except Told:
        return False


def _escaped(desk: Desk) -> str:
    return re.sub(r"([\[*?])", r"[\1]", desk.path.stem)
