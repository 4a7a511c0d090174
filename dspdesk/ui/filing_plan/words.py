"""Words of the filing plan on screens."""

from collections.abc import Mapping

from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.law.case_file import DocumentsKind
from dspdesk.law.filing_plan import RegisterForm, with_mark
from dspdesk.queries.filing_plan import PlanRow
from dspdesk.ui import wording

DOCUMENTS: Mapping[DocumentsKind, str] = {
    DocumentsKind.ORDERS: N_("orders and the like"),
    DocumentsKind.MINUTES: N_("minutes"),
    DocumentsKind.SHORTHAND: N_("shorthand records"),
    DocumentsKind.CORRESPONDENCE: N_("correspondence"),
    DocumentsKind.OTHER: N_("other documents"),
}
REGISTERS: Mapping[RegisterForm, str] = {
    RegisterForm.INCOMING: N_("journal of incoming documents"),
    RegisterForm.OUTGOING: N_("journal of outgoing documents"),
    RegisterForm.INTERNAL: N_("journal of internal documents"),
    RegisterForm.PUBLICATIONS: N_("journal of publications"),
    RegisterForm.COMMON_JOURNAL: N_("common journal"),
    RegisterForm.CARDS: N_("registration cards"),
    RegisterForm.CONTROL: N_("card file of execution control"),
    RegisterForm.MAIL: N_("log of mail receipts"),
    RegisterForm.HANDOVER_SHEETS: N_("hand-over sheets"),
    RegisterForm.PERMITS: N_("permits to copy"),
    RegisterForm.LOAN_CARDS: N_("loan cards"),
    RegisterForm.CATALOGUE: N_("service catalogue of publications"),
}


def documents(row: PlanRow) -> str:
    """What lies under a heading."""
    return _(REGISTERS[row.register]) if row.register else _(DOCUMENTS[row.documents])


def heading(row: PlanRow) -> str:
    """The heading as the plan shows it, with the mark."""
    language = str(current_language())
    return with_mark(row.heading(language), language, restricted=row.marked)


def headings(number: int) -> str:
    """A count of headings."""
    return ngettext("{n} heading", "{n} headings", number).format(n=wording.grouped(number))


def cases(number: int) -> str:
    """A count of cases."""
    return ngettext("{n} case", "{n} cases", number).format(n=wording.grouped(number))
