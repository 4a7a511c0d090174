"""Cases handed to the departmental archive by an inventory: which, by whom, to whom, where they lie then."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.storage import Purpose
from dspdesk.queries import inventories, people, storage
from dspdesk.queries.inventories import InventoryRow
from dspdesk.ui.cards.fields import DateField, LongField, TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.handover.ticks import TickGroup, TickRow, TickTree
from dspdesk.ui.inventories import words
from dspdesk.ui.office.fields import LongChoice

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 58  # in ems
_NOWHERE = 0


class NamedPerson(PersonField):
    """A person who has to be named."""

    def problem(self) -> str:
        return super().problem() or ("" if self.value() else _("Name the person."))


class TransferForm(FormDialog):
    """Every case that is not handed over yet is ticked; a scanned label goes to its line."""

    draft_form = "transfer"

    def __init__(self, desk: "Desk", parent: QWidget | None, row: InventoryRow) -> None:
        super().__init__(
            desk, parent, _("Hand over to the archive: {inventory}").format(inventory=words.name(row)), _WIDTH
        )
        self._row = row
        self._waiting = [
            line for line in inventories.inventory(desk, row.id).standing if line.transferred_on is None
        ]
        self.lines = TickTree(
            _("Cases handed over"),
            [TickGroup("", [TickRow(one.id, words.line(one)) for one in self._waiting])],
        )
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.given_by, self.accepted_by = NamedPerson(desk), NamedPerson(desk)
        for person in (self.given_by, self.accepted_by):
            person.follow(self.on)
        self.given_by.show_value(people.at_desk(desk).employee_id)
        self.place = LongChoice(_("Where the archive keeps them"), self._places())
        self.notes = TextField()
        self.add("lines", _("Cases handed over: untick what stays"), self.lines)
        self.add("on", _("Handed over on"), self.on)
        self.add_pair(
            ("given_by_id", _("Handed over by"), self.given_by),
            ("accepted_by_id", _("Accepted by, of the archive"), self.accepted_by),
        )
        self.add("place_id", _("Where the archive keeps them"), self.place)
        self.add("notes", _("Notes"), self.notes)
        self.save_button.set_text(_("Hand over to the archive"), "Ctrl+S")
        self.lines.setFocus()

    def draft_about(self) -> str:
        """The inventory."""
        return f"inventory:{self._row.id}"

    def save(self, reason: str) -> object:
        """Enter the transfer; returns the id of the inventory."""
        from dspdesk.procedures import case_transfer as procedures

        command = procedures.HandOverCases(
            inventory_id=self._row.id,
            line_ids=self.lines.value(),
            on=self.on.value() or self._desk.today(),
            given_by_id=self.given_by.value() or 0,
            accepted_by_id=self.accepted_by.value() or 0,
            form_id=self.form_id,
            place_id=self.place.value() or None,
            notes=self.notes.value(),
            reason=reason,
        )
        procedures.hand_over(self._desk, command)
        return self._row.id

    def take_scan(self, code: Code) -> bool:
        """Tick the case whose label was scanned."""
        keys = [line.id for line in self._waiting if line.volume.id == code.id]
        return code.kind is Kind.VOLUME and any(map(self.lines.tick, keys))

    def _places(self) -> dict[int, str]:
        places = [one for one in storage.places(self._desk) if one.place.is_open]
        ordered = sorted(places, key=lambda one: one.place.purpose is not Purpose.ARCHIVE)
        return {_NOWHERE: _("not said yet")} | {one.id: one.place.words for one in ordered}


class TransferMistakeForm(FormDialog):
    """Cases that were entered as handed over and were not: they are those of their unit again."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: InventoryRow) -> None:
        super().__init__(
            desk,
            parent,
            _("Transfer entered by mistake: {inventory}").format(inventory=words.name(row)),
            _WIDTH,
        )
        self._row = row
        self._handed = [
            line for line in inventories.inventory(desk, row.id).standing if line.transferred_on is not None
        ]
        alone = len(self._handed) == 1
        rows = [TickRow(one.id, words.line(one).splitlines()[0], alone) for one in self._handed]
        self.lines = TickTree(_("Cases that were not handed over"), [TickGroup("", rows)])
        self.mistake = LongField()
        self.add_note(
            _(
                "The transfer stays to be seen, struck out. The cases lie where they lay before and can be handed over."
            )
        )
        self.add("lines", _("Cases that were not handed over"), self.lines)
        self.add("mistake", _("How the mistake came about, kept in the ledger"), self.mistake)
        self.save_button.set_text(_("Strike out"), "Ctrl+S")
        (self.mistake if alone else self.lines).setFocus()

    def save(self, reason: str) -> object:
        """Strike them out; returns the id of the inventory."""
        from dspdesk.procedures import case_transfer as procedures

        command = procedures.StrikeTransfer(
            inventory_id=self._row.id, line_ids=self.lines.value(), mistake=self.mistake.value()
        )
        return procedures.strike(self._desk, command)

    def take_scan(self, code: Code) -> bool:
        """Tick the case whose label was scanned."""
        keys = [line.id for line in self._handed if line.volume.id == code.id]
        return code.kind is Kind.VOLUME and any(map(self.lines.tick, keys))
