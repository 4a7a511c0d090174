"""Closing a case or a volume: what stands against it, each thing with the one button that puts it right."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.law.case_closing import Hindrance
from dspdesk.law.findings import Finding, Weight
from dspdesk.queries import case_closing as closings
from dspdesk.queries import cases
from dspdesk.ui import theme
from dspdesk.ui.cards.fields import DateField, LongField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cases import closing_repairs, words
from dspdesk.ui.cases.hindrance_panel import HindrancePanel
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Note, set_tone
from dspdesk.ui.widgets.flow import clear

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.services import Services

_WIDTH = 64  # ems
Done = Callable[[], None]


class ClosingDialog(FormDialog):
    """A case, or one volume of it, with all that stands against closing it; after each repair it is asked anew."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services", volume_id: int, *, whole_case: bool
    ) -> None:
        row = cases.volume(desk, volume_id).row
        title = _("Close the case {volume}") if whole_case else _("Close the volume {volume}")
        named = row.case_index if whole_case else words.name(row)
        super().__init__(desk, parent, title.format(volume=named), _WIDTH)
        self._services, self._volume_id, self._whole = services, volume_id, whole_case
        self.hindrances: tuple[Hindrance, ...] | None = None
        self._panels: list[HindrancePanel] = []
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.stands, self._list = Note(), QVBoxLayout()
        self._list.setSpacing(theme.em(self, 0.6))
        self._build(row.heading())
        self.refresh()

    def save(self, reason: str) -> object:
        """Close it; returns the volumes that were closed."""
        from dspdesk.procedures.case_closing import CloseCase, CloseVolume, close_case, close_volume

        on = self.on.value() or self._desk.today()
        if self._whole:
            return close_case(self._desk, CloseCase(volume_id=self._volume_id, on=on, reason=reason))
        return close_volume(self._desk, CloseVolume(volume_id=self._volume_id, on=on, reason=reason))

    def event(self, event: QEvent) -> bool:
        """Back from a window that has no word about it (a paper was printed), it is asked anew."""
        if event.type() == QEvent.Type.WindowActivate:
            self.refresh()
        return super().event(event)

    def refresh(self) -> None:
        """Ask anew what stands against it."""
        page = closings.closing_page(self._desk, self._volume_id, whole_case=self._whole)
        if page.hindrances == self.hindrances:
            return
        self.hindrances = page.hindrances
        clear(self._list)
        repairable = next((one for one in page.hindrances if one.repair is not None), None)
        self._panels = [self._panel(one, first=one is repairable) for one in page.hindrances]
        for panel in self._panels:
            self._list.addWidget(panel)
        weights = [one.finding.weight for one in page.hindrances]
        refused = weights.count(Weight.REFUSE)
        self.save_button.setEnabled(not refused)
        self.reason.ask(_("Why all the same?") if Weight.WARN in weights and not refused else "")
        self._say_how_many(refused, weights.count(Weight.WARN))
        buttons = [panel.button for panel in self._panels if panel.button is not None]
        (buttons[0] if refused and buttons else self.on).setFocus()

    def panels(self) -> list[HindrancePanel]:
        """What is listed, in its order."""
        return list(self._panels)

    def show_law(self) -> None:
        """Show the law's own words of what is listed first."""
        for panel in self._panels[:1]:
            panel.show_law()

    def mend(self) -> None:
        """Open the first repair."""
        for panel in self._panels:
            if panel.repair is not None:
                panel.repair()
                return

    def _build(self, heading: str) -> None:
        self.add_note(heading)
        self.add("on", _("Closed on"), self.on)
        self.body.addWidget(self.stands)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.leave_button.set_text(_("Leave it open"), "Esc")
        text = _("Close the case") if self._whole else _("Close the volume")
        self.save_button.set_text(text, "Ctrl+S")

    def _say_how_many(self, refused: int, warned: int) -> None:
        if refused:
            text = ngettext(
                "{n} thing is to be put right first.", "{n} things are to be put right first.", refused
            ).format(n=refused)
        elif warned:
            text = ngettext(
                "It can be closed with a reason: {n} thing is not as it should be.",
                "It can be closed with a reason: {n} things are not as they should be.",
                warned,
            ).format(n=warned)
        elif self._whole:
            text = _("Nothing prevents it. A closed case takes nothing more.")
        else:
            text = _("Nothing prevents it. A closed volume takes nothing more.")
        self.stands.setText(text)
        set_tone(self.stands, Tone.BAD if refused else Tone.WARNING if warned else Tone.GOOD)

    def _panel(self, one: Hindrance, *, first: bool) -> HindrancePanel:
        return HindrancePanel(one, (lambda: self._mend(one)) if one.repair is not None else None, first=first)

    def _mend(self, one: Hindrance) -> None:
        closing_repairs.open_repair(self, self._desk, self._services, one, self.refresh)

    def _show(self, findings: Sequence[Finding]) -> None:
        """What stands in the list already is not said again; the list is asked anew: something may have changed."""
        self.refresh()
        listed = [one.finding for one in self.hindrances or ()]
        super()._show([finding for finding in findings if finding not in listed])


class ReopeningForm(FormDialog):
    """A closed volume is opened again, with the reason of the head of the documentation service."""

    def __init__(self, desk: "Desk", parent: QWidget | None, volume_id: int) -> None:
        row = cases.volume(desk, volume_id).row
        super().__init__(desk, parent, _("Open {volume} again").format(volume=words.name(row)), 48)
        self._volume_id, self.mistake = volume_id, LongField()
        self.add_note(_("The volume takes documents again, and its case is open. Other volumes stay closed."))
        self.add("mistake", _("Reason, kept in the ledger"), self.mistake)
        self.save_button.set_text(_("Open again"), "Ctrl+S")
        self.mistake.setFocus()

    def save(self, reason: str) -> object:
        """Open it; returns the id of the volume."""
        from dspdesk.procedures.case_closing import Reopen, reopen

        why = "; ".join(part for part in (self.mistake.value(), reason) if part)
        reopen(self._desk, Reopen(volume_id=self._volume_id, reason=why))
        return self._volume_id


def close_case(parent: QWidget, desk: "Desk", services: "Services", volume_id: int, on_done: Done) -> None:
    """Close the case of a volume."""
    _open(ClosingDialog(desk, parent, services, volume_id, whole_case=True), on_done)


def close_volume(parent: QWidget, desk: "Desk", services: "Services", volume_id: int, on_done: Done) -> None:
    """Close one volume."""
    _open(ClosingDialog(desk, parent, services, volume_id, whole_case=False), on_done)


def reopen(parent: QWidget, desk: "Desk", _services: "Services", volume_id: int, on_done: Done) -> None:
    """Open a closed volume again."""
    _open(ReopeningForm(desk, parent, volume_id), on_done)


def _open(form: FormDialog, on_done: Done) -> None:
    form.saved.connect(lambda _done: on_done())
    form.open()
