"""From a directory on a carrier to the store: read in a child without the key, entered through the procedure."""

from dataclasses import replace

from dspdesk.desk import Desk
from dspdesk.procedures.directory_import import ImportDirectory, ImportedDirectory, Progress, enter
from dspdesk.spreadsheets.reading import directory_in_child


def import_directory(
    desk: Desk, command: ImportDirectory, progress: Progress | None = None
) -> ImportedDirectory:
    """Bring a directory in; raises `Told` for a file that cannot be read, else as `enter`."""
    sheet = directory_in_child(command.path, command.kind)
    done = enter(desk, command, sheet.rows, progress)
    return replace(done, unread_columns=sheet.unread_columns)
