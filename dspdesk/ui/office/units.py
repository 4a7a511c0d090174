"""The structural units of the body: entered, renamed, closed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QWidget

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.language.dates import short
from dspdesk.law.kinds import DirectoryKind
from dspdesk.law.roles import Action
from dspdesk.queries.office import former_names
from dspdesk.queries.units import UnitRow, units
from dspdesk.ui import history, wording
from dspdesk.ui.cards.fields import DateField, LongField, TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.office import directory_import
from dspdesk.ui.registers.details import Actions, Facts
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import EmptyState, PrimaryButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk


def _head(row: UnitRow) -> str:
    return row.head.name(current_language()) if row.head else ""


COLUMNS: Sequence[RegisterColumn[UnitRow]] = (
    RegisterColumn(key="index", title=N_("Index"), width=6, text=lambda row: row.number_index),
    RegisterColumn(
        key="name",
        title=N_("Name of the unit"),
        width=24,
        text=lambda row: row.name(current_language()),
        stretch=True,
    ),
    RegisterColumn(key="head", title=N_("Head of the unit"), width=14, text=_head),
    RegisterColumn(
        key="people",
        title=N_("People"),
        width=6,
        text=lambda row: wording.grouped(row.people),
        sort=lambda row: row.people,
        right=True,
    ),
)


class UnitsPlace(RegisterPlace[UnitRow]):
    """All units; what is known of one stands at the right."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, COLUMNS, _("Units"))
        self.closed = QCheckBox(_("Also closed ones"))
        self.closed.toggled.connect(lambda _on: self.refresh())
        self.add_tool(self.closed)
        self.add_tool(directory_import.tool(self, desk, DirectoryKind.UNITS, self.saved))
        self._may = desk.may(Action.KEEP_OFFICE)

    def ask_rows(self) -> Sequence[UnitRow]:
        return [unit for unit in units(self._desk) if self.closed.isChecked() or unit.closed_on is None]

    def key_of(self, row: UnitRow) -> int:
        return row.id

    def facts(self, row: UnitRow) -> Facts:
        kazakh = current_language() == "kk"
        former = former_names(self._desk, f"unit:{row.id}")
        known = [
            (_("In Russian") if kazakh else _("In Kazakh"), row.name_ru if kazakh else row.name_kk),
            (_("Index"), row.number_index),
            (_("Head of the unit"), _signs(row)),
            (_("People"), wording.grouped(row.people)),
            (_("Closed on"), short(row.closed_on) if row.closed_on else ""),
        ]
        return [
            (row.name(current_language()), ""),
            *(fact for fact in known if fact[1]),
            *([(_("Former names"), "")] if former else []),
            *(
                (_("until {day}").format(day=short(name.until)), name.name_kk if kazakh else name.name_ru)
                for name in former
            ),
        ]

    def steps(self, row: UnitRow) -> Actions:
        told_of = history.step_of(self, self._desk, f"unit:{row.id}", row.name(current_language()))
        if not self._may or row.closed_on is not None:
            return (told_of,)
        return (
            (_("Change the card…"), lambda: self.open_row(row)),
            (_("Close the unit…"), lambda: self._ask(CloseUnitDialog(self._desk, self.window(), row))),
            told_of,
        )

    def open_row(self, row: UnitRow) -> None:
        if self._may and row.closed_on is None:
            self._ask(UnitCard(self._desk, self.window(), row))

    def beginning(self) -> EmptyState:
        empty = EmptyState(
            _("No units yet"),
            _("Enter the structural units of the body: positions belong to them, and numbers may name them."),
        )
        if self._may:
            button = PrimaryButton(_("Enter a unit"), "Ins")
            button.clicked.connect(self.primary)
            empty.add_button(button)
        return empty

    def title(self) -> str:
        return _("Units")

    def primary_text(self) -> str:
        return _("Enter a unit") if self._may else ""

    def primary(self) -> None:
        self._ask(UnitCard(self._desk, self.window()))

    def _ask(self, form: FormDialog) -> None:
        form.saved.connect(self.saved)
        form.finished.connect(lambda _how: self.take_focus())  # the button pressed is gone with its row
        form.open()


class UnitCard(FormDialog):
    """Enter a unit, or change what is known of one."""

    draft_form = "unit"

    def __init__(self, desk: "Desk", parent: QWidget | None, unit: UnitRow | None = None) -> None:
        super().__init__(desk, parent, _("Unit of the body") if unit else _("New unit"))
        self._unit = unit
        self.name_kk, self.name_ru, self.number_index = TextField(), TextField(), TextField()
        self.renamed_from = DateField(desk.today)
        self.add("name_kk", _("Name in Kazakh"), self.name_kk)
        self.add("name_ru", _("Name in Russian"), self.name_ru)
        row = [("number_index", _("Index in registration numbers, if there is one"), self.number_index)]
        if unit is not None:
            self.name_kk.show_value(unit.name_kk)
            self.name_ru.show_value(unit.name_ru)
            self.number_index.show_value(unit.number_index)
            row.append(("renamed_from", _("First day of the new name, if it was changed"), self.renamed_from))
        self.add_pair(*row)
        self.name_kk.setFocus()

    def save(self, reason: str) -> object:
        """Enter the unit or the change; returns the id."""
        from dspdesk.procedures import units as procedures

        fields: dict[str, Any] = {
            "name_kk": self.name_kk.value(),
            "name_ru": self.name_ru.value(),
            "number_index": self.number_index.value(),
        }
        if self._unit is None:
            return procedures.enter_unit(self._desk, procedures.EnterUnit(**fields))
        change = procedures.ChangeUnit(
            unit_id=self._unit.id, renamed_from=self.renamed_from.value(), reason=reason, **fields
        )
        procedures.change_unit(self._desk, change)
        return self._unit.id

    def draft_about(self) -> str:
        """The row of the unit."""
        return f"unit:{self._unit.id}" if self._unit else ""


class CloseUnitDialog(FormDialog):
    """The last day of a unit."""

    def __init__(self, desk: "Desk", parent: QWidget | None, unit: UnitRow) -> None:
        super().__init__(
            desk, parent, _("Close the unit “{name}”").format(name=unit.name(current_language()))
        )
        self._unit = unit
        self.day, self.basis = DateField(desk.today), LongField()
        self.day.show_value(desk.today())
        self.add_note(_("Papers and appointments of earlier days go on naming it."))
        self.add("day", _("Last day"), self.day)
        self.add("reason", _("Order or other ground"), self.basis)
        self.day.setFocus()

    def save(self, reason: str) -> object:
        """Close it; returns the id."""
        from dspdesk.procedures import units as procedures

        day = self.day.value() or self._desk.today()
        closing = procedures.CloseUnit(unit_id=self._unit.id, day=day, reason=self.basis.value() or reason)
        procedures.close_unit(self._desk, closing)
        return self._unit.id


def make(desk: "Desk", _services: Services) -> UnitsPlace:
    """The register of units."""
    return UnitsPlace(desk)


def _signs(row: UnitRow) -> str:
    if row.head is None:
        return ""
    language = current_language()
    return f"{row.head.position(language)}\n{row.head.name(language)}"
