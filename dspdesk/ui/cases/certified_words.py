"""How a certification sheet that was filled in is said in one line."""

from collections.abc import Mapping

from dspdesk.language.catalogue import _, current_language, ngettext
from dspdesk.language.dates import short
from dspdesk.queries.certification_sheet import CertificationRow
from dspdesk.ui import wording


def standing_words(sheet: CertificationRow) -> str:
    """The sheet that stands, in one line."""
    said = _("The sheet of {date} stands: {count}, filled in by {name}")
    return said.format_map(_facts(sheet))


def earlier_words(sheet: CertificationRow) -> str:
    """A sheet that another has taken the place of."""
    return _("Earlier sheet of {date}: {count}, filled in by {name}").format_map(_facts(sheet))


def _facts(sheet: CertificationRow) -> Mapping[str, str]:
    count = ngettext("{n} sheet", "{n} sheets", sheet.numbered).format(n=wording.grouped(sheet.numbered))
    if sheet.inventory_sheets:
        count = f"{wording.grouped(sheet.numbered)} + {wording.grouped(sheet.inventory_sheets)}"
    name = sheet.filled_by(str(current_language()))
    by_act = _("act № {number} of {date}").format(
        number=sheet.act_number, date=short(sheet.act_on) if sheet.act_on else ""
    )
    return {
        "date": short(sheet.dated),
        "count": f"{count}, {by_act}" if sheet.act_number else count,
        "name": name,
    }
