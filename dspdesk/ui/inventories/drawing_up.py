"""An inventory drawn up: of which cases, under which number, and the closed volumes that it lists."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.unit_inventory import InventoryKind, Period, proposed_number
from dspdesk.queries import inventories
from dspdesk.queries.cases import VolumeRow
from dspdesk.queries.units import UnitRow, units
from dspdesk.ui.cards.fields import ChoiceField, CountField, DateField, TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.handover.ticks import TickGroup, TickRow, TickTree
from dspdesk.ui.inventories import words
from dspdesk.ui.office.fields import LongChoice
from dspdesk.ui.widgets.basics import Note

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 58  # in ems


class DrawingUpForm(FormDialog):
    """Every volume that may be listed is ticked; what is chosen above it says which these are."""

    draft_form = "inventory"

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        super().__init__(desk, parent, _("Draw up an inventory"), _WIDTH)
        language = str(current_language())
        self._units: dict[int, UnitRow] = {unit.id: unit for unit in units(desk)}
        self._proposed = ""
        self.kind = ChoiceField(_("Kind of inventory"), {one: _(text) for one, text in words.KINDS.items()})
        self.unit = LongChoice(
            _("Unit"),
            {key: unit.name(language) for key, unit in self._units.items()} or {0: _("No unit yet")},
        )
        self.year = CountField()
        self.year.show_value(desk.today().year - 1)
        self.period = ChoiceField(_("Which cases"), {one: _(text) for one, text in words.PERIODS.items()})
        self.number = TextField()
        self.dated = DateField(desk.today, needed=True)
        self.dated.show_value(desk.today())
        self.made_by = PersonField(desk)
        self.made_by.follow(self.dated)
        self.volumes = TickTree(_("Volumes"))
        self.nothing = Note()
        self.save_button.set_text(_("Draw up"), "Ctrl+S")
        self._build()
        self._offer()
        self._propose()
        self.kind.setFocus()

    def save(self, reason: str) -> object:
        """Draw it up; returns its id."""
        from dspdesk.procedures import unit_inventory as procedures

        command = procedures.DrawUpInventory(
            kind=self.kind.value(),
            period=self.period.value(),
            year=self.year.value() or 0,
            number=self.number.value(),
            dated=self.dated.value() or self._desk.today(),
            volume_ids=self.volumes.value(),
            form_id=self.form_id,
            unit_id=self._unit_id(),
            made_by_id=self.made_by.value(),
        )
        return procedures.draw_up(self._desk, command)

    def show_values(self, values: dict[str, Any]) -> None:
        """What is chosen says first which volumes there are."""
        super().show_values({name: value for name, value in values.items() if name != "volumes"})
        self._offer()
        self._proposed = self._usual_number()
        super().show_values({"volumes": values.get("volumes")})

    def touched(self, name: str = "") -> None:
        super().touched(name)
        if name in {"kind", "unit_id", "year", "period"}:
            self._offer()
            self._propose()

    def take_scan(self, code: Code) -> bool:
        """Tick the volume whose label was scanned."""
        return code.kind is Kind.VOLUME and self.volumes.tick(code.id)

    def show_most(self) -> None:
        """Choose the unit and the period of which most closed volumes wait for an inventory of last year."""
        if found := inventories.most_waiting(self._desk, self.year.value() or 0):
            unit, period = found
            self.unit.show_value(unit)
            self.period.show_value(period)
            self._offer()
            self._propose()

    def _unit_id(self) -> int | None:
        return (self.unit.value() or None) if self.kind.value() is InventoryKind.UNIT else None

    def _listable(self, kind: InventoryKind, period: Period, unit_id: int | None) -> Sequence[VolumeRow]:
        if kind is InventoryKind.UNIT and unit_id is None:
            return ()
        return inventories.listable(self._desk, kind, period, self.year.value() or 0, unit_id)

    def _offer(self) -> None:
        """The volumes that may be listed; of a consolidated inventory they are of all units."""
        kind = self.kind.value()
        found = self._listable(kind, self.period.value(), self._unit_id())
        self.volumes.show_groups([TickGroup("", [TickRow(one.id, words.volume(one)) for one in found])])
        self._boxes["unit_id"].setVisible(kind is InventoryKind.UNIT)
        empty = {
            InventoryKind.UNIT: _(
                "No closed volume of this unit, year and period waits for an inventory. Close the volumes first."
            ),
            InventoryKind.CONSOLIDATED: _(
                "No approved inventory of a unit of this year and period has volumes that wait for it."
            ),
        }
        self.nothing.setText("" if found else empty[kind])
        self.nothing.setVisible(not found)

    def _propose(self) -> None:
        """The usual number of a unit's inventory, unless another was typed."""
        if self.number.text().strip() not in {"", self._proposed}:
            return
        self._proposed = self._usual_number()
        self.number.show_value(self._proposed)

    def _usual_number(self) -> str:
        unit, year = self._units.get(self._unit_id() or 0), self.year.value()
        if unit is None or not year:
            return ""
        return proposed_number(self.period.value(), unit.number_index, year, str(current_language()))

    def _build(self) -> None:
        self.add_pair(("kind", _("Kind of inventory"), self.kind), ("unit_id", _("Unit"), self.unit))
        self.add_pair(
            ("year", _("Year in which the cases ended"), self.year), ("period", _("Which cases"), self.period)
        )
        self.add_pair(
            ("number", _("Number of the inventory"), self.number), ("dated", _("Drawn up on"), self.dated)
        )
        self.add("made_by_id", _("Drawn up by, if not you"), self.made_by)
        self.add("volumes", _("Volumes that it lists"), self.volumes)
        self.body.addWidget(self.nothing)
