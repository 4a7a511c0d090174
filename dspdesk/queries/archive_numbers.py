"""Under which numbers a volume stands in the archive (paragraph 32): fonds, consolidated inventory, case number."""

from dataclasses import dataclass

from sqlalchemy import Connection

from dspdesk.law.settings import FONDS_NUMBER
from dspdesk.queries.settings import value


@dataclass(frozen=True, slots=True)
class ArchiveNumbers:
    """The numbers on cover and certification sheet, '' while there are none."""

    fonds: str = ""
    inventory: str = ""
    case: str = ""


#: Of the consolidated inventory, once it is approved: a draft is numbered anew with each volume put on it.
_LINE = """
    SELECT inventory.number, inventory_line.ordinal FROM inventory_line
    JOIN inventory ON inventory.id = inventory_line.inventory_id
    WHERE inventory_line.volume_id = ? AND inventory_line.struck_on IS NULL
      AND inventory.kind = 'consolidated' AND inventory.approved_on IS NOT NULL
    ORDER BY inventory.id DESC LIMIT 1
"""


def archive_numbers(connection: Connection, volume_id: int) -> ArchiveNumbers:
    """The numbers of a volume as a transaction sees them."""
    fonds = str(value(connection, FONDS_NUMBER))
    row = connection.exec_driver_sql(_LINE, (volume_id,)).fetchone()
    return ArchiveNumbers(fonds, row[0], str(row[1])) if row else ArchiveNumbers(fonds)
