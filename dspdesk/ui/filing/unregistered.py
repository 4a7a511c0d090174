"""A line for an unclassified document of the case, which no journal has (paragraph 34)."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.findings import Finding, Refused
from dspdesk.procedures import filing as procedures
from dspdesk.procedures.filing import FileUnregistered
from dspdesk.queries import cases, filing
from dspdesk.ui import keys
from dspdesk.ui.cards.fields import CountField, DateField, LongField, TextField
from dspdesk.ui.cards.findings import Repairs
from dspdesk.ui.cards.live_form import LiveForm
from dspdesk.ui.filing import repairs
from dspdesk.ui.filing.year_field import YearField
from dspdesk.ui.widgets.basics import PlainButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.services import Services

_WIDTH = 48  # ems


class UnregisteredForm(LiveForm):
    """Its number and date, what it is, how many sheets: what the inner inventory has of it."""

    draft_form = "unclassified"

    next_asked = Signal(object)  # filed, and the next one is to be filed on the same day

    def __init__(self, desk: "Desk", parent: QWidget | None, volume_id: int) -> None:
        row = cases.volume(desk, filing.last_volume(desk, volume_id)).row
        words = filing.volume_words(row)
        super().__init__(desk, parent, _("Unclassified document in {volume}").format(volume=words), _WIDTH)
        self._row = row
        self.number = TextField()
        self.dated = DateField(desk.today)
        self.heading = LongField()
        self.sheets = CountField()
        self.for_year = YearField()
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.notes = TextField()
        self.add_note(
            _(
                "It stands in no journal of the service. It is a line of the inner inventory, and its sheets count."
            )
        )
        self.add_pair(("number", _("Its number"), self.number), ("dated", _("dated"), self.dated))
        self.add("heading", _("Heading of the document"), self.heading)
        self.add_pair(
            ("counted", _("Sheets counted, with enclosures"), self.sheets), ("on", _("Filed on"), self.on)
        )
        self.add("year", _("Year it is for (plans, reports, estimates)"), self.for_year)
        self.add("notes", _("Note on the inner inventory"), self.notes)
        self.save_button.set_text(_("File it"), "Ctrl+S")
        self.next_button = PlainButton(_("File it and the next"), keys.SAVE_AND_NEXT.keys)
        self.next_button.setAutoDefault(False)
        self.next_button.clicked.connect(self.save_and_next)
        self.foot.insertWidget(self.foot.indexOf(self.save_button), self.next_button)
        self._goes_further = False
        self.number.setFocus()

    def command(self, reason: str = "") -> FileUnregistered:
        """What was filled in."""
        return FileUnregistered(
            volume_id=self._row.id,
            number=self.number.value(),
            dated=self.dated.value(),
            heading=self.heading.value(),
            sheets=self.sheets.value(),
            on=self.on.value() or self._desk.today(),
            form_id=self.form_id,
            for_year=self.for_year.value(),
            notes=self.notes.value(),
            reason=reason,
        )

    def draft_about(self) -> str:
        """The volume."""
        return f"volume:{self._row.id}"

    def consider(self) -> Iterable[Finding]:
        """What stands against it."""
        return procedures.consider_unregistered(self._desk, self.command())

    def not_yet(self) -> Collection[str]:
        early: dict[str, TextField | LongField] = {
            "filed_uncounted": self.sheets,
            "line_without_heading": self.heading,
        }
        begun = [] if self.sheets.text().strip() else ["volume_full", "volume_nearly_full"]
        return [*begun, *(code for code, field in early.items() if not field.text().strip())]

    def save(self, reason: str) -> object:
        """File it."""
        return procedures.file_unregistered(self._desk, self.command(reason))

    def save_and_next(self) -> None:
        """File it and begin the next line."""
        self._goes_further = True
        self.go_on()
        self._goes_further = False

    def _done(self, done: object) -> None:
        on = self.on.value()
        super()._done(done)
        if self._goes_further:
            self.next_asked.emit(on)

    def repairs(self) -> Repairs:
        further = (_("Open the next volume and file there"), self.open_next)
        opened = (_("Put the day of opening right…"), self.put_right_opening)
        return dict.fromkeys(("volume_full", "volume_nearly_full", "volume_closed"), further) | {
            "filed_before_opened": opened
        }

    def put_right_opening(self) -> None:
        """Put the day right on which the volume was opened."""
        repairs.put_right_opening(self, self._desk, self._row.id, self.ask_law)

    def open_next(self) -> None:
        """Open the next volume of the case, and go on there."""
        try:
            made = repairs.next_volume(self._desk, self._row, self.on.value())
        except Refused as refused:
            self._show(refused.findings)
            return
        self._row = cases.volume(self._desk, made).row
        words = filing.volume_words(self._row)
        self.setWindowTitle(_("Unclassified document in {volume}").format(volume=words))
        self.ask_law()
        self.save_button.setFocus()


def open_form(
    parent: QWidget, desk: "Desk", services: "Services", volume_id: int, on_done: Callable[[], None]
) -> UnregisteredForm:
    """Ask for the line, and for one after the other as long as the next is asked for."""
    form = UnregisteredForm(desk, parent, volume_id)

    def go_further(on: dt.date) -> None:
        following = open_form(parent, desk, services, volume_id, on_done)
        following.on.show_value(on)

    form.saved.connect(lambda _made: on_done())
    form.next_asked.connect(go_further)
    form.open()
    return form
