"""The tables, a module per group; `metadata` is complete once this package is imported."""

from dspdesk.models.base import Base
from dspdesk.models.body import Account, AccountRole, Appointment, Correspondent, Employee, Organisation
from dspdesk.models.desk import ImportedFile, LedgerEntry, Printout, Setting
from dspdesk.models.registers import Copy, Item, Journal, Movement, Number, Revision

metadata = Base.metadata

__all__ = [
    "Account",
    "AccountRole",
    "Appointment",
    "Base",
    "Copy",
    "Correspondent",
    "Employee",
    "ImportedFile",
    "Item",
    "Journal",
    "LedgerEntry",
    "Movement",
    "Number",
    "Organisation",
    "Printout",
    "Revision",
    "Setting",
    "metadata",
]
