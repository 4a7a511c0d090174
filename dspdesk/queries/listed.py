"""On which approved inventories volumes stand (`law.listed_volume`)."""

from sqlalchemy import Connection

from dspdesk.law.listed_volume import Listed
from dspdesk.queries.filed import volume_words

#: The consolidated inventory comes first: while it lists a volume, the line of the unit is not struck out.
_LISTED = """
    SELECT plan_entry.case_index, volume.number, volume.transferred_on IS NOT NULL,
           (SELECT inventory.number FROM inventory_line JOIN inventory ON inventory.id = inventory_line.inventory_id
            WHERE inventory_line.volume_id = volume.id AND inventory_line.struck_on IS NULL
            AND inventory.approved_on IS NOT NULL ORDER BY inventory.kind = 'unit', inventory.id LIMIT 1)
    FROM volume JOIN case_file ON case_file.id = volume.case_file_id
    JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id WHERE {which} ORDER BY volume.number
"""


def listed(connection: Connection, volume_id: int) -> Listed:
    """A volume as approved inventories list it."""
    row = connection.exec_driver_sql(_LISTED.format(which="volume.id = ?"), (volume_id,)).one()
    return _listed(*row)


def of_case(connection: Connection, case_id: int) -> list[Listed]:
    """The volumes of a case as approved inventories list them."""
    rows = connection.exec_driver_sql(_LISTED.format(which="case_file.id = ?"), (case_id,))
    return [_listed(*row) for row in rows]


def of_plan_entry(connection: Connection, plan_entry_id: int) -> list[Listed]:
    """The volumes of all cases under an entry of the filing plan as approved inventories list them."""
    rows = connection.exec_driver_sql(_LISTED.format(which="plan_entry.id = ?"), (plan_entry_id,))
    return [_listed(*row) for row in rows]


def _listed(index: str, volume: int, transferred: int, number: str | None) -> Listed:
    return Listed(words=volume_words(index, volume), number=number or "", transferred=bool(transferred))
