"""Bringing in a clerk's spreadsheet: all good rows or none, every held-back row with its reason.

A row passes the same rules as an entry made by hand; it keeps its own number, and what the sheet says of receipts,
cases and destruction becomes movements in the sheet's own words.
"""

import datetime as dt
import gc
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from dspdesk.desk import Desk
from dspdesk.language.folding import fold
from dspdesk.language.sentences import sentence
from dspdesk.law import registration as law
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.kinds import JournalKind, MovementKind, NumberState
from dspdesk.law.registration import Entry
from dspdesk.law.registration_journal import count
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.models import ImportedFile, Journal
from dspdesk.procedures import correspondents, journals
from dspdesk.procedures.entries import fields_of
from dspdesk.store import ledger, searchable
from dspdesk.store.bulk import Bulk
from dspdesk.store.unit_of_work import Step

Progress = Callable[[int, int], None]  # rows done, rows in all
_REPORT_EVERY = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportJournal:
    """Bring the journal of a kind and year in from a spreadsheet; a dry run tells the same and writes nothing.

    `mapping` says which column is which, as plain data for the child that reads; without it the headings do.
    """

    path: Path
    journal: JournalKind
    year: int
    dry_run: bool = False
    reason: str = ""
    mapping: Mapping[str, Any] | None = None


class SheetMovement(Protocol):
    """A receipt, return, filing or destruction in the sheet's own words."""

    @property
    def kind(self) -> MovementKind:
        """Which column it stands in."""

    @property
    def on(self) -> dt.date | None:
        """The one date it names."""

    @property
    def as_written(self) -> str:
        """The words of the sheet."""


class SheetRow(Protocol):
    """A row of a sheet that could be read."""

    @property
    def row(self) -> int:
        """Its number in the spreadsheet program."""

    @property
    def sheet(self) -> str:
        """The sheet of the workbook it stands on."""

    @property
    def number(self) -> RegistrationNumber:
        """The number it was registered under."""

    @property
    def entry(self) -> Entry:
        """What it says of the item."""

    @property
    def movements(self) -> Sequence[SheetMovement]:
        """What it says of the copies, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class HeldBackRow:
    """A row that was not imported: its number in the spreadsheet and why, in a sentence; the sheet it stands on."""

    row: int
    reason: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet as it was read: its file, the language of its headings, good rows and those held back already.

    `part` names the sheets of the workbook that were read where others were left.
    """

    name: str
    digest: str
    language: str
    rows: Sequence[SheetRow]
    held_back: Sequence[HeldBackRow]
    part: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """By what the store knows it again: the bytes of the file, and the sheets where they are a part of it."""
        return f"{self.digest}:{json.dumps(self.part, ensure_ascii=False)}" if self.part else self.digest


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did or, as a dry run, would do; `skipped` counts sequence numbers without an entry."""

    imported: int
    held_back: tuple[HeldBackRow, ...]
    lettered: int
    skipped: int
    first: RegistrationNumber | None
    last: RegistrationNumber | None


class _DryRun(Exception):
    """Leaves the transaction of a dry run, or of an import that brought nothing in, without keeping it."""


def enter(desk: Desk, command: ImportJournal, sheet: ReadSheet, progress: Progress | None = None) -> Imported:
    """Enter the good rows of a sheet in one transaction.

    Raises `Refused` for a file already imported or a closed journal, `NeedsReason` when rows carry warnings.
    """
    desk.authorize(Action.IMPORT)
    done: Imported | None = None
    try:
        with _no_collection(), desk.transaction("import:file:imported") as step:
            done = _enter(desk, step, command, sheet, progress or _silent)
            if command.dry_run or not done.imported:
                raise _DryRun  # not one row came in: no journal is opened for them, either
    except _DryRun:
        pass
    assert done is not None  # noqa: S101 - the transaction ends by an error or with a result
    return done


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hundreds of thousands of rows make no circles: looking for some among them costs a tenth of an import."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _enter(desk: Desk, step: Step, command: ImportJournal, sheet: ReadSheet, progress: Progress) -> Imported:
    settle([_imported_before(step, sheet)], command.reason)
    journal = journals.opened(desk, step, command.journal, command.year, sheet.language, of_a_sheet=True)
    settle([law.journal_open(closed=journal.closed_on is not None, year=journal.year)], command.reason)
    good, held_back, warnings = _sifted(desk, step, journal, sheet)
    if not good and not held_back:
        raise Refused([Finding("OWN", Weight.REFUSE, "nothing_to_import")])
    if not command.dry_run:
        settle(warnings, command.reason)
        _write(desk, step, journal, command, sheet, good, progress)
        _note_file(desk, step, journal, sheet, len(good), len(held_back))
        step.subject, step.reason = f"journal:{journal.id}", command.reason
    counted = count((row.number, NumberState.ISSUED) for row in good)
    return Imported(
        len(good), tuple(held_back), counted.lettered, counted.skipped, counted.first, counted.last
    )


def _sifted(
    desk: Desk, step: Step, journal: Journal, sheet: ReadSheet
) -> tuple[list[SheetRow], list[HeldBackRow], list[Finding]]:
    """Good rows, all rows held back in the order of the sheet, and the warnings on good rows."""
    taken = _taken(step, journal)
    good: list[SheetRow] = []
    held_back = list(sheet.held_back)
    warnings: list[Finding] = []
    for row in sheet.rows:
        findings = law.check_entry(row.entry, journal.year, desk.today())
        refusals = [finding for finding in findings if finding.weight is Weight.REFUSE]
        if (twice := law.number_once(row.number, taken)) is not None:
            refusals.append(twice)
        if refusals:
            said = " ".join(sentence(f.code, f.facts) for f in refusals)
            held_back.append(HeldBackRow(row.row, said, row.sheet))
            continue
        taken.add(row.number)
        good.append(row)
        warnings += [finding for finding in findings if finding.weight is Weight.WARN]
    return good, sorted(held_back, key=lambda held: held.row), warnings


def _taken(step: Step, journal: Journal) -> set[RegistrationNumber]:
    rows = step.connection.exec_driver_sql(
        "SELECT sequence, letter FROM number WHERE journal_id = ?", (journal.id,)
    )
    return {RegistrationNumber(sequence, letter) for sequence, letter in rows}


def _imported_before(step: Step, sheet: ReadSheet) -> Finding | None:
    """Whether this file, or one of the sheets wanted of it, is in a journal already."""
    rows = step.connection.exec_driver_sql(
        "SELECT digest, imported_at FROM imported_file WHERE substr(digest, 1, ?) = ?",
        (len(sheet.digest), sheet.digest),
    )
    for mark, at in rows:
        part = json.loads(mark.removeprefix(sheet.digest).removeprefix(":") or "[]")
        if not part or not sheet.part or not set(part).isdisjoint(sheet.part):
            on = dt.datetime.fromisoformat(at).date()
            return Finding("OWN", Weight.REFUSE, "file_imported_already", {"on": on})
    return None


def _note_file(
    desk: Desk, step: Step, journal: Journal, sheet: ReadSheet, imported: int, held_back: int
) -> None:
    if not imported:
        return  # a file of which nothing came in may be tried again
    step.session.add(
        ImportedFile(
            digest=sheet.mark,
            name=sheet.name,
            journal_id=journal.id,
            imported_at=step.at,
            imported_by=desk.person.account_id,
            imported=imported,
            held_back=held_back,
        )
    )


def _write(
    desk: Desk,
    step: Step,
    journal: Journal,
    command: ImportJournal,
    sheet: ReadSheet,
    good: Sequence[SheetRow],
    progress: Progress,
) -> None:
    bulk = Bulk(step.connection, at=step.at, by=step.by, tag="import:item:entered", reason=command.reason)
    writer = RowWriter(desk, step, journal, bulk, correspondents.by_names(step.connection))
    for done, row in enumerate(good, 1):
        writer.write(row.number, row.entry, row.movements, f"{sheet.digest}:{row.sheet}:{row.row}")
        if done % _REPORT_EVERY == 0:
            progress(done, len(good))
    bulk.finish()
    progress(len(good), len(good))


class RowWriter:
    """Writes entries with their copies and movements into one journal, many in a transaction."""

    def __init__(self, desk: Desk, step: Step, journal: Journal, bulk: Bulk, known: dict[str, int]) -> None:
        self._journal, self._kind, self._bulk, self._known = journal, JournalKind(journal.kind), bulk, known
        self._now = ledger.stored(step.at)
        self._by = desk.person.account_id
        self._edition = desk.edition.id
        self._folded: dict[str, str] = {}

    def write(
        self, number: RegistrationNumber, entry: Entry, movements: Iterable[SheetMovement], form_id: str
    ) -> None:
        """Write one entry under its own number."""
        said = list(movements)
        key = self._bulk.key("number")
        # the sheet's own number was given on paper: it is issued, whatever the sheet does not say of signing
        self._bulk.add("number", self._number(key, number))
        self._bulk.add("item", self._item(key, number, entry, said, form_id))
        for copy in entry.copies:
            self._copy(key, copy, said)
        self._bulk.close_group(f"item:{key}")

    def _number(self, key: int, number: RegistrationNumber) -> Mapping[str, Any]:
        return {
            "id": key,
            "journal_id": self._journal.id,
            "sequence": number.sequence,
            "letter": number.letter,
            "state": NumberState.ISSUED.value,
            "annulled_reason": "",
        }

    def _item(
        self, key: int, number: RegistrationNumber, entry: Entry, said: list[SheetMovement], form_id: str
    ) -> Mapping[str, Any]:
        fields = fields_of(entry)
        for name in _DAYS:
            fields[name] = ledger.stored(fields[name])
        words = " ".join(dict.fromkeys(movement.as_written for movement in said))
        return {
            "id": key,
            "form_id": form_id,
            "edition": self._edition,
            "entered_at": self._now,
            "entered_by": self._by,
            "correspondent_id": self._sender(entry.correspondent),
            "incomplete": bool(law.missing(self._kind, entry)),
            **fields,
            **searchable.of_item(str(number), fields, words),
        }

    def _copy(self, item: int, number: int, said: list[SheetMovement]) -> None:
        key = self._bulk.key("copy")
        rows = [self._movement(key, movement) for movement in said]
        last = rows[-1]["id"] if rows else None
        self._bulk.add(
            "copy", {"id": key, "item_id": item, "number": number, "whereabouts_id": last, "struck_on": None}
        )
        for row in rows:
            self._bulk.add("movement", row)

    def _movement(self, copy: int, movement: SheetMovement) -> Mapping[str, Any]:
        return {
            "id": self._bulk.key("movement"),
            "copy_id": copy,
            "kind": movement.kind.value,
            "happened_on": ledger.stored(movement.on),
            "as_written": movement.as_written,
            "recorded_at": self._now,
            "recorded_by": self._by,
        }

    def _sender(self, name: str) -> int | None:
        folded = self._folded.get(name)
        if folded is None:
            folded = self._folded[name] = fold(name)
        if not folded:
            return None
        if folded not in self._known:
            self._known[folded] = key = self._bulk.key("correspondent")
            self._bulk.add(
                "correspondent", {"id": key, **correspondents.row(name, folded, self._journal.language)}
            )
        return self._known[folded]


_DAYS = ("registered_on", "their_date", "due_on", "signed_on")


def _silent(_done: int, _total: int) -> None:
    """Nobody waits for progress."""
