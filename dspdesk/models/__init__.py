"""The tables, a module per group; `metadata` is complete once this package is imported."""

from dspdesk.models.acts import (
    Act,
    ActCopy,
    ActLine,
    ActSigner,
)
from dspdesk.models.base import (
    Base,
)
from dspdesk.models.body import (
    Account,
    AccountRole,
    Appointment,
    Correspondent,
    Employee,
    Entrustment,
    FormerName,
    Organisation,
    Place,
    Printer,
    Unit,
)
from dspdesk.models.control import (
    Control,
    Extension,
    Resolution,
    ResolutionPerson,
)
from dspdesk.models.copying import (
    AbstractExtraction,
    Permit,
    Reproduction,
)
from dspdesk.models.desk import (
    Draft,
    ImportedFile,
    LedgerEntry,
    PrintedLine,
    Printout,
    PrintoutSignature,
    SavedView,
    Setting,
)
from dspdesk.models.handover import (
    HandoverLine,
    HandoverSheet,
)
from dspdesk.models.mail import (
    CarrierCheck,
    Delivery,
    Enclosed,
    Package,
)
from dspdesk.models.registers import (
    CarryOver,
    CommonJournal,
    Copy,
    Item,
    Journal,
    JournalClosing,
    Misplacement,
    Movement,
    Number,
    Revision,
)
from dspdesk.models.restricted_list import (
    Designation,
    ListEntry,
    ListOrder,
    ListProposal,
    RestrictedList,
)

metadata = Base.metadata

__all__ = [
    "AbstractExtraction",
    "Account",
    "AccountRole",
    "Act",
    "ActCopy",
    "ActLine",
    "ActSigner",
    "Appointment",
    "Base",
    "CarrierCheck",
    "CarryOver",
    "CommonJournal",
    "Control",
    "Copy",
    "Correspondent",
    "Delivery",
    "Designation",
    "Draft",
    "Employee",
    "Enclosed",
    "Entrustment",
    "Extension",
    "FormerName",
    "HandoverLine",
    "HandoverSheet",
    "ImportedFile",
    "Item",
    "Journal",
    "JournalClosing",
    "LedgerEntry",
    "ListEntry",
    "ListOrder",
    "ListProposal",
    "Misplacement",
    "Movement",
    "Number",
    "Organisation",
    "Package",
    "Permit",
    "Place",
    "PrintedLine",
    "Printer",
    "Printout",
    "PrintoutSignature",
    "Reproduction",
    "Resolution",
    "ResolutionPerson",
    "RestrictedList",
    "Revision",
    "SavedView",
    "Setting",
    "Unit",
    "metadata",
]
