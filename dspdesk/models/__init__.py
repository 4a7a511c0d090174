"""The tables, a module per group; `metadata` is complete once this package is imported."""

from dspdesk.models.base import Base
from dspdesk.models.body import (
    Account,
    AccountRole,
    Appointment,
    Correspondent,
    Employee,
    FormerName,
    Organisation,
    Place,
    Printer,
    Unit,
)
from dspdesk.models.desk import Draft, ImportedFile, LedgerEntry, Printout, SavedView, Setting
from dspdesk.models.registers import (
    CarryOver,
    CommonJournal,
    Copy,
    Item,
    Journal,
    JournalClosing,
    Movement,
    Number,
    Revision,
)

metadata = Base.metadata

__all__ = [
    "Account",
    "AccountRole",
    "Appointment",
    "Base",
    "CarryOver",
    "CommonJournal",
    "Copy",
    "Correspondent",
    "Draft",
    "Employee",
    "FormerName",
    "ImportedFile",
    "Item",
    "Journal",
    "JournalClosing",
    "LedgerEntry",
    "Movement",
    "Number",
    "Organisation",
    "Place",
    "Printer",
    "Printout",
    "Revision",
    "SavedView",
    "Setting",
    "Unit",
    "metadata",
]
