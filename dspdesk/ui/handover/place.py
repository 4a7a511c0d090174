"""The hand-over sheets: made for a day, printed, signed for, and what of them still waits for a signature."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.language.dates import short
from dspdesk.law.roles import Action
from dspdesk.queries import handover
from dspdesk.queries.handover import SheetRow
from dspdesk.ui import history
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.handover import words
from dspdesk.ui.handover.printing import print_sheets
from dspdesk.ui.registers.details import Actions, Facts
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import EmptyState, PrimaryButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.handover_sheet import Made

COLUMNS: Sequence[RegisterColumn[SheetRow]] = (
    RegisterColumn(
        key="number", title=N_("№"), width=5, text=lambda row: str(row.number),
        sort=lambda row: (-row.year, -row.number), right=True,
    ),
    RegisterColumn(
        key="dated", title=N_("Date"), width=7, text=lambda row: short(row.dated), sort=lambda row: row.dated
    ),
    RegisterColumn(
        key="person", title=N_("Handed to"), width=16, text=lambda row: row.name(str(current_language())), stretch=True
    ),
    RegisterColumn(
        key="lines", title=N_("Lines"), width=6, text=lambda row: str(row.lines), sort=lambda row: row.lines, right=True
    ),
    RegisterColumn(
        key="received", title=N_("Signed for"), width=7, text=lambda row: str(row.received),
        sort=lambda row: row.received, right=True,
    ),
    RegisterColumn(
        key="standing", title=N_("State"), width=15, text=words.standing, sort=lambda row: -row.waiting
    ),
)  # fmt: skip


class HandoverPlace(RegisterPlace[SheetRow]):
    """All sheets, the latest first; the lines of one stand at the right."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__(desk, COLUMNS, _("Hand-over sheets"))
        self._services = services
        self._may = desk.may(Action.MOVE_COPIES)

    # --- what a register says ---

    def ask_rows(self) -> Sequence[SheetRow]:
        return handover.sheets(self._desk)

    def key_of(self, row: SheetRow) -> int:
        return row.id

    def facts(self, row: SheetRow) -> Facts:
        found, language = handover.sheet(self._desk, row.id), str(current_language())
        person = found.person
        known = [
            (_("Handed to"), person.name(language)),
            (_("Position"), person.position(language)),
            (_("Unit"), person.unit(language)),
            (_("Date"), short(row.dated)),
            (_("State"), words.standing(row)),
        ]
        lines = [("", f"{line.ordinal}. {words.copy(line.of)}\n{words.state(line)}") for line in found.lines]
        return [(words.name(row), ""), *(fact for fact in known if fact[1]), (_("Lines"), ""), *lines]

    def steps(self, row: SheetRow) -> Actions:
        told_of = history.step_of(self, self._desk, f"handover_sheet:{row.id}", words.name(row))
        if not self._may:
            return (told_of,)
        waits = (
            (_("Mark received…"), lambda: self._receive(row.id)),
            (_("Strike out…"), lambda: self._strike(row)),
        )
        prints = (
            (_("Print the sheet"), lambda: self._print([row.id])),
            (_("Print all sheets of this day"), lambda: self._print(self._of_day(row))),
        )
        return (
            *(waits if row.waiting else ()),
            *(() if row.received else ((_("Add copies…"), lambda: self._add(row)),)),
            *(prints if row.lines else ()),
            told_of,
        )

    def open_row(self, row: SheetRow) -> None:
        if self._may and row.waiting:
            self._receive(row.id)
        elif self._may and row.lines:
            self._print([row.id])

    def beginning(self) -> EmptyState:
        empty = EmptyState(
            _("No hand-over sheets yet"),
            _(
                "Here stand the sheets on which executors sign for the documents they are given. The program "
                "proposes what is to be handed over today, a sheet for each person."
            ),
        )
        if self._may:
            button = PrimaryButton(_("Sheets of the day"), "Ins")
            button.clicked.connect(self.primary)
            empty.add_button(button)
        return empty

    # --- a place ---

    def title(self) -> str:
        return _("Hand-over sheets")

    def primary_text(self) -> str:
        return _("Sheets of the day") if self._may else ""

    def primary(self) -> None:
        """Make the sheets of the day, then show them for printing in one job."""
        from dspdesk.ui.handover.day_sheets import DaySheets

        form = DaySheets(self._desk, self.window())
        form.saved.connect(self._made)
        form.open()

    def print_paper(self) -> None:
        """Print the sheet that the keys are on."""
        if self._may and (row := self.current()) is not None and row.lines:
            self._print([row.id])

    def landed_by_scan(self, row: int) -> None:
        """A sheet came back: what was signed on it is entered next."""
        if self._may and handover.sheet(self._desk, row).row.waiting:
            self._receive(row)

    # --- steps ---

    def _made(self, sheets: "tuple[Made, ...]") -> None:
        self.saved(sheets[0].id)
        self._print([sheet.id for sheet in sheets])

    def _receive(self, sheet_id: int) -> None:
        from dspdesk.ui.handover.receiving import ReceivingForm

        self._ask_for(ReceivingForm(self._desk, self.window(), sheet_id))

    def _strike(self, row: SheetRow) -> None:
        from dspdesk.ui.handover.line_forms import StrikingForm

        self._ask_for(StrikingForm(self._desk, self.window(), row))

    def _add(self, row: SheetRow) -> None:
        from dspdesk.ui.handover.line_forms import AddingForm

        self._ask_for(AddingForm(self._desk, self.window(), row))

    def _print(self, sheet_ids: Sequence[int]) -> None:
        print_sheets(self.window(), self._desk, self._services, sheet_ids)

    def _of_day(self, row: SheetRow) -> list[int]:
        """The sheets of the same day, in the order of their numbers."""
        return sorted(one.id for one in handover.sheets(self._desk) if one.dated == row.dated and one.lines)

    def _ask_for(self, form: FormDialog) -> None:
        form.saved.connect(self.saved)
        form.open()


def make(desk: "Desk", services: Services) -> HandoverPlace:
    """The place of hand-over sheets."""
    return HandoverPlace(desk, services)
