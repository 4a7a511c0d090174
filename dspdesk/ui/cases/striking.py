"""A filing entered by mistake (W6): the last line of a volume, which was never put there, is struck out."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.roles import Action
from dspdesk.queries import cases
from dspdesk.ui.cards.fields import ReasonField
from dspdesk.ui.cards.findings import Repair
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cases import words

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.cases import FiledLine
    from dspdesk.ui.services import Services

_WIDTH = 48  # ems
#: What is no mistake any more leaves by permission.
_BY_PERMISSION = ("struck_in_closed", "struck_not_last", "struck_printed")


class StrikingForm(FormDialog):
    """The last document of a volume, and how it came to be entered there."""

    def __init__(self, desk: "Desk", parent: QWidget | None, volume_id: int) -> None:
        details = cases.volume(desk, volume_id)
        name = words.name(details.row)
        super().__init__(desk, parent, _("Entered in {volume} by mistake").format(volume=name), _WIDTH)
        self._volume_id = volume_id
        self.line: FiledLine | None = next((one for one in reversed(details.lines) if one.there), None)
        self.mistake = ReasonField()
        if self.line is None:
            self.add_note(_("Nothing lies in this volume."))
        else:
            self.add_note(words.line(self.line))
            self.add_note(
                _(
                    "Strike it out only if it was never put there. Its line stays to be seen, its sheet numbers are "
                    "free again, and the copy is back where it was. What was put there is taken out by permission."
                )
            )
        self.add("mistake", _("How the mistake came about, kept in the ledger"), self.mistake)
        self.save_button.setEnabled(self.line is not None)
        self.save_button.set_text(_("Strike out"), "Ctrl+S")
        self.mistake.setFocus()

    def save(self, reason: str) -> object:
        """Strike it out."""
        from dspdesk.procedures import filing_correction

        del reason
        if self.line is not None:
            command = filing_correction.StrikeFiling(filing_id=self.line.id, mistake=self.mistake.value())
            filing_correction.strike(self._desk, command)
        return self._volume_id

    def repairs(self) -> Mapping[str, Repair]:
        """What stands on paper or below other lines is taken out by permission."""
        if not self._desk.may(Action.TAKE_OUT_OF_CASES) or self.line is None:
            return {}
        return dict.fromkeys(_BY_PERMISSION, (_("Take it out by permission…"), self.take_out))

    def take_out(self) -> None:
        """Take it out by permission instead."""
        from dspdesk.ui.cases.taking_out import TakingOutForm

        ticked = [self.line.id] if self.line is not None else []
        form = TakingOutForm(self._desk, self, self._volume_id, ticked)
        form.saved.connect(self._done)
        form.open()


def open_form(
    parent: QWidget, desk: "Desk", _services: "Services", volume_id: int, on_done: Callable[[], None]
) -> None:
    """Ask how the last document of a volume came to be entered there."""
    form = StrikingForm(desk, parent, volume_id)
    form.saved.connect(lambda _key: on_done())
    form.open()
