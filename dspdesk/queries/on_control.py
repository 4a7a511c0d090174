"""Whether an entry is on control, and which of its fields a resolution or control holds."""

from sqlalchemy import Connection

from dspdesk.law.execution_control import BY_CONTROL, BY_RESOLUTION
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind

#: An entry that was on control and is off it again: column 9 still says both.
OFF_CONTROL = (
    "(item.control <> '' AND item.due_on IS NULL "
    "AND EXISTS (SELECT 1 FROM control WHERE control.item_id = item.id))"
)
#: An entry is on control: it has the mark of column 9, and is not off control again.
ON_CONTROL = f"(item.control <> '' AND NOT {OFF_CONTROL})"


def held_fields(connection: Connection, item_id: int, kind: JournalKind) -> tuple[str, ...]:
    """The fields of an entry that are not changed in its card: its resolutions or its control hold them.

    Who executes a document of the body itself wrote it, and stands in its entry whatever a resolution says.
    """
    asked = "SELECT EXISTS (SELECT 1 FROM {0} WHERE item_id = ?)"
    if connection.exec_driver_sql(asked.format("resolution"), (item_id,)).scalar():
        return tuple(name for name in BY_RESOLUTION if name != "executor" or kind not in OWN_DOCUMENTS)
    return BY_CONTROL if connection.exec_driver_sql(asked.format("control"), (item_id,)).scalar() else ()


def off_control(connection: Connection, item_id: int) -> bool:
    """Whether an entry was on control and is off it again."""
    asked = f"SELECT {OFF_CONTROL} FROM item WHERE id = ?"
    return bool(connection.exec_driver_sql(asked, (item_id,)).scalar())
