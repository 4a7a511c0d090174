"""From a file on a carrier to the register: read in a child without the key, entered through the procedure."""

from dspdesk.desk import Desk
from dspdesk.procedures.importing import HeldBackRow, Imported, ImportJournal, Progress, ReadSheet, enter
from dspdesk.spreadsheets.journal import JournalSheet
from dspdesk.spreadsheets.reading import read_in_child
from dspdesk.spreadsheets.reasons import reason_text


def import_journal(desk: Desk, command: ImportJournal, progress: Progress | None = None) -> Imported:
    """Bring a clerk's journal in; raises `Told` for a file that cannot be read, else as `enter`."""
    sheet = read_in_child(command.path, command.journal, command.year, command.mapping)
    return enter(desk, command, _read(sheet), progress)


def _read(sheet: JournalSheet) -> ReadSheet:
    return ReadSheet(
        name=sheet.name,
        digest=sheet.digest,
        language=sheet.language,
        rows=sheet.rows,
        held_back=[HeldBackRow(held.row, reason_text(held), held.sheet) for held in sheet.held_back],
        part=sheet.part,
    )
