"""The windows that put right what stands against closing a case: one for each repair."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.law.case_closing import Hindrance, Repair

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.cards.form import FormDialog
    from dspdesk.ui.services import Services

Done = Callable[[], None]

WORDS = {
    Repair.PRINTOUT: N_("The printout is filed…"),
    Repair.CONTROL: N_("Take off control…"),
    Repair.ENTRY: N_("Complete the entry…"),
    Repair.TAKE_OUT: N_("Take out of the case…"),
    Repair.MOVE: N_("Move to another volume…"),
    Repair.INVENTORY: N_("Inner inventory…"),
    Repair.CERTIFICATION: N_("Certification sheet…"),
    Repair.SHEET_PAPER: N_("Print the certification sheet…"),
    Repair.LINKED: N_("Linked documents…"),
    Repair.FILE: N_("File documents…"),
    Repair.CASE: N_("Put the case right…"),
}
#: Steps of a volume: (parent, desk, services, volume_id, on_done).
OF_VOLUME = {
    Repair.INVENTORY: "dspdesk.ui.cases.inventory_printing:open_printing",
    Repair.CERTIFICATION: "dspdesk.ui.cases.certifying:certify",
    Repair.FILE: "dspdesk.ui.filing.day:open_form",
    Repair.CASE: "dspdesk.ui.cases.correcting:open_form",
}
#: Steps of an entry: (parent, desk, services, details, on_done).
OF_ENTRY = {
    Repair.CONTROL: "dspdesk.ui.control.deadline_dialogs:take_off",
    Repair.LINKED: "dspdesk.ui.relations.dialog:open_dialog",
}


def words(repair: Repair) -> str:
    """What the button of a repair says."""
    return _(WORDS[repair])


def open_repair(
    parent: QWidget, desk: "Desk", services: "Services", hindrance: Hindrance, on_done: Done
) -> None:
    """Open the window that puts this right; `on_done` is called when something was written."""
    repair, volume_id = hindrance.repair, hindrance.volume_id
    if repair in OF_VOLUME:
        function(OF_VOLUME[repair])(parent, desk, services, volume_id, on_done)
    elif repair in (Repair.TAKE_OUT, Repair.MOVE, Repair.PRINTOUT) and volume_id is not None:
        _of_line(parent, desk, hindrance, on_done)
    elif repair is Repair.SHEET_PAPER:
        from dspdesk.procedures.printing import PaperRequest

        language, about = str(current_language()), f"volume:{volume_id}"
        services.preview(
            parent, desk, PaperRequest(paper="certification_sheet", language=language, about=about)
        )
    else:
        _of_entry(parent, desk, services, hindrance, on_done)


def _of_line(parent: QWidget, desk: "Desk", hindrance: Hindrance, on_done: Done) -> None:
    """The form about a line of a volume, which is ticked already; of a volume too full nothing is."""
    from dspdesk.ui.cases.printout import PrintoutForm
    from dspdesk.ui.cases.relocating import RelocatingForm
    from dspdesk.ui.cases.taking_out import TakingOutForm

    volume_id, filing_id = hindrance.volume_id or 0, hindrance.filing_id
    ticked = () if filing_id is None else (filing_id,)
    form: FormDialog
    if hindrance.repair is Repair.PRINTOUT:
        form = PrintoutForm(desk, parent, volume_id, filing_id or 0)
    elif hindrance.repair is Repair.MOVE:
        form = RelocatingForm(desk, parent, volume_id, ticked)
    else:
        form = TakingOutForm(desk, parent, volume_id, ticked)
    form.saved.connect(lambda _done: on_done())
    form.open()


def _of_entry(
    parent: QWidget, desk: "Desk", services: "Services", hindrance: Hindrance, on_done: Done
) -> None:
    from dspdesk.queries.item import item

    details = item(desk, hindrance.item_id or 0)
    if details is None or hindrance.repair is None:
        return
    if hindrance.repair in OF_ENTRY:
        function(OF_ENTRY[hindrance.repair])(parent, desk, services, details, on_done)
    else:
        journal = details.journal
        services.open_card(parent, desk, journal.kind, journal.year, details.id, lambda _id: on_done())


def function(opens: str) -> Callable[..., None]:
    """The function that opens the window of a step; its module is loaded when it is first asked for."""
    module, _colon, name = opens.partition(":")
    found: Callable[..., None] = getattr(import_module(module), name)
    return found
