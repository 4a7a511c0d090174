"""Bringing in a directory from a clerk's sheet: all good rows or none, nothing twice, held-back rows with reasons."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from dspdesk.desk import Desk
from dspdesk.law.kinds import DirectoryKind
from dspdesk.law.roles import Action
from dspdesk.procedures.directory_rows import HeldBack, entering, short_enough
from dspdesk.procedures.importing import HeldBackRow
from dspdesk.store.bulk import Bulk
from dspdesk.store.unit_of_work import Step

Progress = Callable[[int, int], None]
_REPORT_EVERY = 200

#: Who may bring in which directory.
NEEDS: Mapping[DirectoryKind, Action] = {
    DirectoryKind.CORRESPONDENTS: Action.KEEP_CORRESPONDENTS,
    DirectoryKind.PEOPLE: Action.KEEP_PEOPLE,
    DirectoryKind.UNITS: Action.KEEP_OFFICE,
    DirectoryKind.PLACES: Action.KEEP_OFFICE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportDirectory:
    """Bring a directory in from a spreadsheet; a dry run tells the same and writes nothing."""

    path: Path
    kind: DirectoryKind
    dry_run: bool = False


class ListedRow(Protocol):
    """A row of a sheet with what stands under each known caption."""

    @property
    def row(self) -> int:
        """Its number in the spreadsheet program."""

    @property
    def sheet(self) -> str:
        """The sheet of the workbook it stands on."""

    @property
    def fields(self) -> Mapping[str, str]:
        """Its texts by field."""


@dataclass(frozen=True, slots=True)
class EnteredRow:
    """A row that comes in: its number in the spreadsheet, the name, and what else is entered of it."""

    row: int
    name: str
    more: str


@dataclass(frozen=True, slots=True)
class ImportedDirectory:
    """What an import did or, as a dry run, would do; `known` counts the rows that stand in the directory already."""

    entered: tuple[EnteredRow, ...]
    known: int
    held_back: tuple[HeldBackRow, ...]
    unread_columns: tuple[str, ...] = ()


class _DryRun(Exception):
    """Leaves the transaction of a dry run without keeping it."""


def enter(
    desk: Desk, command: ImportDirectory, rows: Sequence[ListedRow], progress: Progress | None = None
) -> ImportedDirectory:
    """Enter the good rows in one transaction; raises `Refused` when this is not the person's to do."""
    desk.authorize(NEEDS[command.kind])
    done = ImportedDirectory((), 0, ())
    try:
        with desk.transaction("import:directory:imported") as step:
            done = _enter(desk, step, command, rows, progress or _silent)
            if command.dry_run:
                raise _DryRun
            if done.entered:
                step.subject = f"directory:{command.kind.value}"
    except _DryRun:
        pass
    return done


def _enter(
    desk: Desk, step: Step, command: ImportDirectory, rows: Sequence[ListedRow], progress: Progress
) -> ImportedDirectory:
    bulk = Bulk(step.connection, at=step.at, by=step.by, tag="import:directory:entered", reason="")
    taker = entering(command.kind, desk, step, bulk)
    entered: list[EnteredRow] = []
    held_back: list[HeldBackRow] = []
    for done, row in enumerate(rows, 1):
        try:
            short_enough(row.fields)
            taken = taker.take(row.row, row.fields)
        except HeldBack as why:
            held_back.append(HeldBackRow(row.row, str(why), row.sheet))
        else:
            entered += [EnteredRow(row.row, *taken)] if taken else []
        if done % _REPORT_EVERY == 0:
            progress(done, len(rows))
    bulk.finish()
    return ImportedDirectory(tuple(entered), len(rows) - len(entered) - len(held_back), tuple(held_back))


def _silent(_done: int, _total: int) -> None:
    """Nobody waits for progress."""
