"""The clock of this computer is behind the last entry of the ledger: a person says what is right."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from dspdesk.language.catalogue import _
from dspdesk.language.dates import day_and_time
from dspdesk.ui import theme, wording
from dspdesk.ui.cards.fields import ReasonField
from dspdesk.ui.entrance import Entrance
from dspdesk.ui.theme import Tone
from dspdesk.ui.told import in_words
from dspdesk.ui.widgets.basics import Caption, Panel, PlainButton, PlainLabel, PrimaryButton, labelled

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class ClockBehind(Entrance):
    """Both moments; then the clock is put right, or the work goes on with a reason that the ledger keeps."""

    settled = Signal()
    left = Signal()

    def __init__(self, desk: "Desk", last_entry: dt.datetime) -> None:
        text = _(
            "Dates and hours of new entries would stand before those already made. "
            "Put the clock of the computer right and open the program again."
        )
        super().__init__(_("The clock is behind"), text)
        self._desk = desk
        self.reason = ReasonField()
        self._box = labelled(_("Why the work goes on with this clock"), self.reason)
        self.leave = PrimaryButton(_("Leave and put the clock right"))
        self.go_on = PlainButton(_("Go on with this clock"))
        self.body.addWidget(self._moments(last_entry))
        for part in (self.leave, self._box, self.go_on):
            self.body.addWidget(part)
        for button in (self.leave, self.go_on):
            button.setAutoDefault(True)
        self.leave.clicked.connect(self.left)
        self.go_on.clicked.connect(self.settle)
        self.reason.entered.connect(self.settle)
        self.leave.setFocus()

    def settle(self) -> None:
        """Go on, if there is a reason."""
        from dspdesk.procedures.accounts import accept_clock

        if not self.reason.value():
            self._complain(_("Write the reason: the ledger keeps it."))
            return
        try:
            accept_clock(self._desk, self.reason.value())
        except Exception as error:  # noqa: BLE001 - what people are not told goes on from `in_words`
            self._complain(in_words(error))
        else:
            self.settled.emit()

    def _complain(self, text: str) -> None:
        self._box.complain(text)
        self.reason.setFocus()

    def _moments(self, last_entry: dt.datetime) -> Panel:
        panel, grid = Panel(Tone.WARNING), QGridLayout()
        grid.setHorizontalSpacing(theme.em(panel, 1))
        grid.setColumnStretch(0, 1)
        for row, (name, moment) in enumerate(
            (
                (_("Clock of this computer"), self._desk.now()),
                (_("Last entry of the ledger"), last_entry),
            )
        ):
            grid.addWidget(Caption(name, wrap=True), row, 0)
            grid.addWidget(PlainLabel(day_and_time(wording.local(moment, self._desk))), row, 1)
        panel.body.addLayout(grid)
        return panel
