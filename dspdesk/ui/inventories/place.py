"""Inventories of cases, of units and consolidated: drawn up from closed volumes, approved, handed to the archive by."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.language.dates import short
from dspdesk.law.roles import Action
from dspdesk.law.unit_inventory import InventoryKind
from dspdesk.queries import inventories
from dspdesk.queries.inventories import InventoryRow
from dspdesk.ui import history
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.inventories import words
from dspdesk.ui.registers.details import Actions, Facts, Greyed, in_runs
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import EmptyState, PrimaryButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk

COLUMNS: Sequence[RegisterColumn[InventoryRow]] = (
    RegisterColumn(key="year", title=N_("Year"), width=5, text=lambda row: str(row.year), sort=lambda row: -row.year),
    RegisterColumn(key="number", title=N_("No."), width=7, text=lambda row: row.number),
    RegisterColumn(key="of", title=N_("Whose cases"), width=16, text=words.of, stretch=True),
    RegisterColumn(key="period", title=N_("Which cases"), width=11, text=lambda row: _(words.PERIODS[row.period])),
    RegisterColumn(
        key="volumes", title=N_("Volumes"), width=6, text=lambda row: str(row.lines), sort=lambda row: row.lines,
        right=True,
    ),
    RegisterColumn(key="state", title=N_("State"), width=13, text=words.standing, sort=words.stage),
)  # fmt: skip


class InventoriesPlace(RegisterPlace[InventoryRow]):
    """All inventories, those of the latest year first; the lines of one stand at the right."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__(desk, COLUMNS, _("Inventories"))
        self._services = services
        self._may = desk.may(Action.KEEP_INVENTORIES)

    # --- what a register says ---

    def ask_rows(self) -> Sequence[InventoryRow]:
        return inventories.inventories(self._desk)

    def key_of(self, row: InventoryRow) -> int:
        return row.id

    def facts(self, row: InventoryRow) -> Facts:
        found = inventories.inventory(self._desk, row.id)
        known = [
            (_("Kind of inventory"), _(words.KINDS[row.kind])),
            (_("Unit"), row.unit()),
            (_("Which cases"), _(words.PERIODS[row.period])),
            (_("State"), words.standing(row)),
            (_("Drawn up on"), short(row.dated)),
            (_("Drawn up by"), row.made_by()),
            (_("Approved on"), short(row.approved_on) if row.approved_on else ""),
            (_("How it was approved"), row.approval),
        ]
        transfers = [("", words.transfer(one)) for one in found.transfers]
        return [
            (words.name(row), ""),
            *(fact for fact in known if fact[1]),
            *([(_("Handed to the archive"), ""), *transfers] if transfers else []),
            (_("Volumes"), ""),
            *in_runs(words.line(one) if one.stands else Greyed(words.line(one)) for one in found.lines),
        ]

    def steps(self, row: InventoryRow) -> Actions:
        told_of = history.step_of(self, self._desk, f"inventory:{row.id}", words.name(row))
        if not self._may:
            return (told_of,)
        draft = (
            (_("Add volumes…"), lambda: self._add(row)),
            (_("Enter the approval…"), lambda: self._approve(row)),
        )
        waits = row.approved_on is not None and row.kind is InventoryKind.UNIT and row.transferred < row.lines
        return (
            *(draft if row.approved_on is None else ()),
            *(((_("Hand over to the archive…"), lambda: self._transfer(row)),) if waits else ()),
            *(((_("Print…"), lambda: self._print(row)),) if row.lines else ()),
            *(((_("Strike out…"), lambda: self._strike(row)),) if row.transferred < row.lines else ()),
            *(((_("Transfer entered by mistake…"), lambda: self._mistake(row)),) if row.transferred else ()),
            told_of,
        )

    def open_row(self, row: InventoryRow) -> None:
        """The step that comes next."""
        if not self._may:
            return
        if row.approved_on is None:
            self._approve(row)
        elif row.kind is InventoryKind.UNIT and row.transferred < row.lines:
            self._transfer(row)
        elif row.lines:
            self._print(row)

    def beginning(self) -> EmptyState:
        empty = EmptyState(
            _("No inventories yet"),
            _(
                "When a year is over, each unit lists its closed volumes on an inventory. Approved, it goes with the "
                "cases to the departmental archive; the consolidated inventory is made up of those of the units."
            ),
        )
        if self._may:
            button = PrimaryButton(_("Draw up an inventory"), "Ins")
            button.clicked.connect(self.primary)
            empty.add_button(button)
        return empty

    # --- a place ---

    def title(self) -> str:
        return _("Inventories")

    def primary_text(self) -> str:
        return _("Draw up an inventory") if self._may else ""

    def primary(self) -> None:
        """Draw one up of the closed volumes of a unit and year."""
        from dspdesk.ui.inventories.drawing_up import DrawingUpForm

        if not self._may:
            return
        form = DrawingUpForm(self._desk, self.window())
        form.show_most()
        self._ask_for(form)

    def print_paper(self) -> None:
        """Print the inventory that the keys are on."""
        if self._may and (row := self.current()) is not None and row.lines:
            self._print(row)

    # --- steps ---

    def _add(self, row: InventoryRow) -> None:
        from dspdesk.ui.inventories.forms import AddingForm

        self._ask_for(AddingForm(self._desk, self.window(), row))

    def _approve(self, row: InventoryRow) -> None:
        from dspdesk.ui.inventories.forms import ApprovingForm

        self._ask_for(ApprovingForm(self._desk, self.window(), row))

    def _strike(self, row: InventoryRow) -> None:
        from dspdesk.ui.inventories.forms import StrikingForm

        self._ask_for(StrikingForm(self._desk, self.window(), row))

    def _transfer(self, row: InventoryRow) -> None:
        from dspdesk.ui.inventories.transferring import TransferForm

        self._ask_for(TransferForm(self._desk, self.window(), row))

    def _mistake(self, row: InventoryRow) -> None:
        from dspdesk.ui.inventories.transferring import TransferMistakeForm

        self._ask_for(TransferMistakeForm(self._desk, self.window(), row))

    def _print(self, row: InventoryRow) -> None:
        from dspdesk.procedures.printing import PaperRequest

        language = str(current_language())
        request = PaperRequest(paper="unit_inventory", language=language, about=f"inventory:{row.id}")
        self._services.preview(self.window(), self._desk, request)

    def _ask_for(self, form: FormDialog) -> None:
        form.saved.connect(self.saved)
        form.open()


def make(desk: "Desk", services: Services) -> InventoriesPlace:
    """The place of inventories."""
    return InventoriesPlace(desk, services)
