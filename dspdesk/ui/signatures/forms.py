"""What is recorded of a printout: who has signed it and when, how many sheets were spoiled."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.dates import short
from dspdesk.queries.signatures import PrintoutRow, Signer
from dspdesk.ui import theme
from dspdesk.ui.cards.fields import CountField, DateField, EnterGoesOn
from dspdesk.ui.cards.form import FormDialog

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 40  # ems


class SignerBoxes(QWidget):
    """A field whose value are the places of those who have signed; all are ticked at first."""

    textEdited = Signal(str)

    def __init__(self, signers: Sequence[Signer]) -> None:
        super().__init__()
        self.boxes: dict[int, QCheckBox] = {}
        going = EnterGoesOn(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.35))
        for signer in signers:
            box = self.boxes[signer.ordinal] = QCheckBox(signer.words().replace("&", "&&"))
            box.setChecked(True)
            box.installEventFilter(going)
            box.toggled.connect(lambda _on: self.textEdited.emit(""))
            column.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> tuple[int, ...]:
        """The places ticked."""
        return tuple(place for place, box in self.boxes.items() if box.isChecked())

    def show_value(self, places: Collection[int]) -> None:
        """Tick these places."""
        for place, box in self.boxes.items():
            box.setChecked(place in places)

    def problem(self) -> str:
        """Whether anybody has signed is for the procedure to say."""
        return ""


class SignForm(FormDialog):
    """Signed by all on a day, in one step; who has not signed yet is taken off."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: PrintoutRow) -> None:
        super().__init__(desk, parent, _("Signed on paper"), _WIDTH)
        self._row = row
        self.add_note(_named(row))
        self.on, self.persons = DateField(desk.today), SignerBoxes(row.missing)
        self.on.show_value(desk.today())
        self.add("on", _("Day of signing"), self.on)
        self.add("persons", _("Who has signed"), self.persons)
        self.on.setFocus()
        self.on.selectAll()

    def save(self, reason: str) -> object:
        """Record the signatures."""
        from dspdesk.procedures.signatures import Sign, sign

        command = Sign(printout_id=self._row.id, on=self.on.value(), persons=self.persons.value())
        sign(self._desk, command)
        return self._row.id


class SpoiledForm(FormDialog):
    """How many sheets were spoiled."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: PrintoutRow) -> None:
        super().__init__(desk, parent, _("Spoiled sheets"), _WIDTH)
        self._row = row
        self.add_note(_named(row))
        self.count = CountField()
        self.count.show_value(1)
        self.add("count", _("How many sheets were spoiled"), self.count)
        self.count.setFocus()
        self.count.selectAll()

    def save(self, reason: str) -> object:
        """Record them."""
        from dspdesk.procedures.signatures import CountSpoiled, count_spoiled

        count_spoiled(self._desk, CountSpoiled(printout_id=self._row.id, count=self.count.value()))
        return self._row.id


def _named(row: PrintoutRow) -> str:
    return _("{paper}, printed on {day}, code {code}").format(
        paper=row.title, day=short(row.printed_on), code=row.code
    )
