"""What permissions and what was made by them are called."""

from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.language.dates import short
from dspdesk.law.copying import PermitKind

if TYPE_CHECKING:
    from dspdesk.law.copying_notes import ReproductionNote
    from dspdesk.queries.copying import PermitRow

KINDS = {
    PermitKind.OWN_COPY: N_("copies for a worker"),
    PermitKind.OWN_EXTRACT: N_("an extract for a worker"),
    PermitKind.OUTSIDE_COPY: N_("copies for another organisation"),
}


def used(row: "PermitRow") -> str:
    """How many were made of how many: "5 of 12"."""
    return _("{used} of {copies}").format(used=row.facts.used, copies=row.facts.copies)


def permit(row: "PermitRow") -> str:
    """A permission in a list to choose from."""
    return _("№ {number} of {date}, {whom}: {used} used").format(
        number=row.facts.number, date=short(row.facts.granted_on), whom=row.for_whom, used=used(row)
    )


def made(note: "ReproductionNote") -> str:
    """What was made by a permission, in the details."""
    if note.first is None:
        sheets = note.sheets or 0
        return ngettext("extract, {n} sheet", "extract, {n} sheets", sheets).format(n=sheets)
    return ngettext("copy № {numbers}", "copies № {numbers}", note.count).format(numbers=note.copies)
