"""How the inner inventory of a volume is printed: what is new onto the sheet in use, and when it is finished (W2)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language, ngettext
from dspdesk.law.growing import Grow
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries import inner_inventory as queries
from dspdesk.queries.growing import INVENTORY, Standing
from dspdesk.ui import wording
from dspdesk.ui.growing_paper import Growing, GrowingPrinting, on_words, sheet_in_use

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.services import Services

#: The ways that end the inventory with its totals and signature.
FINISH, ANEW_FINISHED = "finish", "anew_finished"
_GROWS = {FINISH: Grow.ON, ANEW_FINISHED: Grow.ANEW}


class InventoryPrinting(GrowingPrinting):
    """Asks how the inventory of a volume is printed; what is saved is the request of the paper shown next."""

    def __init__(self, desk: "Desk", volume_id: int, parent: QWidget | None = None) -> None:
        kept = queries.kept(desk, volume_id)
        of = Growing(INVENTORY, queries.subject_of(volume_id), kept.language or str(current_language()))
        title = _("Print the inner inventory of {volume}").format(volume=kept.volume)
        super().__init__(desk, of, title, parent)

    def save(self, reason: str) -> object:
        """The request of the paper that is shown next; nothing is written yet."""
        request = self._request(self.how.value(), self.language.value())
        return replace(request, sheet=self.sheet_again())

    def going_on(self, found: Standing, language: str) -> Mapping[object, PaperRequest]:
        """New lines, the end, or both onto the sheet in use."""
        if not found.series or found.finished:
            return {}
        hows = [*([Grow.ON] if found.new else []), FINISH]
        return {how: self._request(how, language) for how in hows}

    def _request(self, how: object, language: str) -> PaperRequest:
        grow = how if isinstance(how, Grow) else _GROWS[str(how)]
        return PaperRequest(
            paper=INVENTORY, language=language, about=self._of.subject, grow=grow, finish=how in _GROWS
        )

    def ways(self, found: Standing) -> dict[object, str]:
        """What can be printed now, the likeliest first."""
        ways: dict[object, str] = {}
        if found.new and not found.series:
            words = ngettext("Begin the inventory: {n} line", "Begin the inventory: {n} lines", found.new)
            ways[Grow.ON] = words.format(n=wording.grouped(found.new))
        elif found.new and not found.finished:
            ways[Grow.ON] = on_words(found, self.first_sheet(Grow.ON))
        if found.may_finish:
            ways[FINISH] = _finish(found, self.first_sheet(FINISH))
        if found.series:
            ways |= {
                Grow.SHEET: _("A spoiled sheet once more"),
                Grow.ANEW: _("All sheets anew"),
                ANEW_FINISHED: _("All sheets anew, with totals and signature"),
            }
        return ways

    def told_of(self, how: object, found: Standing, sheet: int) -> str:
        """Which sheet lies in the printer."""
        if how in (Grow.ON, FINISH):
            return sheet_in_use(found, self.first_sheet(how))
        if how is Grow.SHEET:
            return _(
                "Put an empty sheet into the printer. Sheet {sheet} is printed as it stood; "
                "what was written on it by hand is written anew, the spoiled sheet does not stay in the case."
            ).format(sheet=sheet or found.sheets)
        words = ngettext(
            "The {n} sheet printed before is replaced: take it out of the case.",
            "The {n} sheets printed before are replaced: take them out of the case.",
            found.sheets,
        )
        return words.format(n=found.sheets)


def _finish(found: Standing, sheet: int) -> str:
    """The lines that are still missing, if any, and the end."""
    if not found.new:
        return _("Finish: totals and signature onto sheet {sheet}").format(sheet=sheet)
    words = ngettext(
        "Finish: {n} new line, totals and signature", "Finish: {n} new lines, totals and signature", found.new
    )
    return words.format(n=wording.grouped(found.new))


def open_printing(
    parent: QWidget, desk: "Desk", services: "Services", volume_id: int, on_done: Callable[[], None]
) -> None:
    """Ask how the inventory of a volume is printed, then show it."""
    form = InventoryPrinting(desk, volume_id, parent)
    form.noted.connect(on_done)
    form.saved.connect(lambda request: services.preview(parent, desk, request))
    form.open()
