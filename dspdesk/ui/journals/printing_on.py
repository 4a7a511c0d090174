"""How a journal is printed: what is new onto the sheet in use, all anew, a spoiled sheet once more (W2)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.law.growing import Grow
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries.growing import JOURNAL, Standing
from dspdesk.queries.journals import JournalInfo
from dspdesk.ui import wording
from dspdesk.ui.growing_paper import Growing, GrowingPrinting, on_words, sheet_in_use

if TYPE_CHECKING:
    from dspdesk.desk import Desk

#: What is neither of the three ways to grow.
WHOLE, BLANK = "whole", "blank"


class JournalPrinting(GrowingPrinting):
    """Asks how a journal is printed; what is saved is the request, and whether blank sheets are asked for."""

    def __init__(self, desk: "Desk", journal: JournalInfo, parent: QWidget | None = None) -> None:
        self._journal = journal
        name = wording.journal_name(journal.kind, journal.year)
        of = Growing(JOURNAL, f"journal:{journal.id}", journal.language)
        super().__init__(desk, of, _("Print “{journal}”").format(journal=name), parent)

    def save(self, reason: str) -> object:
        """The request of the paper that is shown next; nothing is written yet."""
        how = self.how.value()
        request = self._request(how if isinstance(how, Grow) else None, self.language.value())
        return replace(request, sheet=self.sheet_again()), how == BLANK

    def going_on(self, found: Standing, language: str) -> Mapping[object, PaperRequest]:
        """New lines, the inscriptions, or both onto the sheet in use."""
        on = found.series and found.something_new
        return {Grow.ON: self._request(Grow.ON, language)} if on else {}

    def _request(self, grow: Grow | None, language: str) -> PaperRequest:
        return PaperRequest(paper=JOURNAL, language=language, journal_id=self._journal.id, grow=grow)

    def ways(self, found: Standing) -> dict[object, str]:
        """What can be printed now, the likeliest first."""
        ways: dict[object, str] = {}
        if found.something_new and not found.series:
            words = ngettext("Begin the journal: {n} line", "Begin the journal: {n} lines", found.new)
            ways[Grow.ON] = words.format(n=wording.grouped(found.new))
        elif found.something_new:
            sheet = self.first_sheet(Grow.ON)
            ways[Grow.ON] = on_words(found, sheet) if found.new else _("The inscriptions onto the last sheet")
        whole = {WHOLE: _("The whole journal at once")}
        if self._journal.closed and not found.series:
            ways = whole | ways
        if found.series:
            ways |= {Grow.SHEET: _("A spoiled sheet once more"), Grow.ANEW: _("All sheets anew")}
        return ways | whole | {BLANK: _("Blank sheets to write on")}

    def told_of(self, how: object, found: Standing, sheet: int) -> str:
        """Which sheet lies in the printer."""
        if how is Grow.ON:
            return sheet_in_use(found, self.first_sheet(how))
        if how is Grow.SHEET:
            return _(
                "Put an empty sheet into the printer. Sheet {sheet} is printed as it stood; "
                "what was written on it by hand is written anew, the spoiled sheet is not kept in the journal."
            ).format(sheet=sheet or found.sheets)
        if how is Grow.ANEW:
            words = ngettext(
                "The {n} sheet printed before is replaced: take it out of the journal.",
                "The {n} sheets printed before are replaced: take them out of the journal.",
                found.sheets,
            )
            return words.format(n=found.sheets)
        if how == BLANK:
            return _(
                "For a day without the computer. What is written on them is entered later with its true date."
            )
        return _("A copy of the whole journal on empty sheets; the sheets in use stay as they are.")
