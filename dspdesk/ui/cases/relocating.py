"""Documents moved from one volume to another by permission of the head of the documentation service (paragraph 59)."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.findings import Finding, Refused
from dspdesk.law.roles import Action
from dspdesk.ui.cards.findings import Repair, Repairs
from dspdesk.ui.cases.taking_out import NOT_YET, LeavingForm
from dspdesk.ui.filing.volume_field import VolumeField

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.withdrawal import Relocate
    from dspdesk.ui.services import Services


class RelocatingForm(LeavingForm):
    """Documents that go into another volume, onto its next sheets."""

    draft_form = "relocating"

    def __init__(
        self, desk: "Desk", parent: QWidget | None, volume_id: int, ticked: Collection[int] = ()
    ) -> None:
        super().__init__(desk, parent, volume_id, _("Move from {volume}"), ticked)
        self.to = VolumeField(desk)
        self.apart = QCheckBox(_("Each as a volume of its own"))
        self.add_permission()
        self.add("to_volume_id", _("Into which case"), self.to)
        self.add_lines()
        self.add("apart", "", self.apart)
        self.lines.textEdited.connect(lambda _ticked: self._show_apart())
        self._show_apart()
        self.save_button.set_text(_("Move"), "Ctrl+S")
        self.number.setFocus()

    def day_label(self) -> str:
        return _("Moved on")

    def save(self, reason: str) -> object:
        """Move them."""
        from dspdesk.procedures import withdrawal

        return withdrawal.relocate(self._desk, self._command(reason))

    def consider(self) -> Iterable[Finding]:
        """What the law says of it as it stands; nothing of the other volume while none is chosen."""
        from dspdesk.procedures import withdrawal

        if self.to.value() is None:
            leaving = withdrawal.TakeOut(**self.facts(""))  # type: ignore[arg-type]
            return withdrawal.consider_taking_out(self._desk, leaving)
        return withdrawal.consider_relocating(self._desk, self._command(""))

    def not_yet(self) -> Collection[str]:
        return NOT_YET

    def repairs(self) -> Repairs:
        """A full volume is followed by the next one; a document of more than 180 sheets is a volume of its own."""
        found: dict[str, Repair | list[Repair]] = {
            "document_oversize": (_("Each as a volume of its own"), self._set_apart)
        }
        if self._desk.may(Action.KEEP_CASES):
            further = (_("Open the next volume and move it there"), self.open_next)
            found |= dict.fromkeys(("volume_full", "volume_nearly_full"), further)
        return found

    def open_next(self) -> None:
        """Open the next volume of the case chosen, and go on with it."""
        try:
            self.to.open_next(self.on.value())
        except Refused as refused:
            self._show(refused.findings)
        else:
            self.ask_law()

    def _set_apart(self) -> None:
        self.apart.setChecked(True)
        self.ask_law()

    def _show_apart(self) -> None:
        """Only what is larger than a volume becomes one."""
        most = self._desk.edition.sheets_per_volume
        large = any(line.sheets > most for line in self.chosen())
        self._boxes["apart"].setVisible(large)
        if not large:
            self.apart.setChecked(False)

    def _command(self, reason: str) -> "Relocate":
        from dspdesk.procedures.withdrawal import Relocate

        to, apart = self.to.value() or 0, self.apart.isChecked()
        return Relocate(**self.facts(reason), to_volume_id=to, apart=apart)  # type: ignore[arg-type]


def open_form(
    parent: QWidget,
    desk: "Desk",
    _services: "Services",
    volume_id: int,
    on_done: Callable[[], None],
) -> None:
    """Ask what is moved from a volume, and where to."""
    form = RelocatingForm(desk, parent, volume_id)
    form.saved.connect(lambda _left: on_done())
    form.open()
