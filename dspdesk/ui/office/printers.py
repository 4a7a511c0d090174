"""The printers of this workstation: how far each puts its paper askew, and a sheet that shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import N_, _
from dspdesk.law.roles import Action
from dspdesk.queries.office import PrinterRow, printers
from dspdesk.ui import ask, history, printing, work
from dspdesk.ui.cards.fields import TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.office.calibration_sheet import CROSS, drawn
from dspdesk.ui.registers.details import Actions, Facts
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import EmptyState

if TYPE_CHECKING:
    from dspdesk.desk import Desk


@dataclass(frozen=True, slots=True)
class PrinterLine:
    """A printer with its offsets in tenths of a millimetre; `id` is 0 while none were entered."""

    key: int
    id: int
    name: str
    offset_x: int
    offset_y: int
    here: bool


COLUMNS: Sequence[RegisterColumn[PrinterLine]] = (
    RegisterColumn(key="name", title=N_("Printer"), width=24, text=lambda row: row.name, stretch=True),
    RegisterColumn(
        key="x", title=N_("To the right, mm"), width=9, text=lambda row: millimetres(row.offset_x),
        sort=lambda row: row.offset_x, right=True,
    ),
    RegisterColumn(
        key="y", title=N_("Down, mm"), width=7, text=lambda row: millimetres(row.offset_y),
        sort=lambda row: row.offset_y, right=True,
    ),
    RegisterColumn(
        key="here", title=N_("State"), width=10, text=lambda row: _("ready") if row.here else _("not found here")
    ),
)  # fmt: skip


class PrintersPlace(RegisterPlace[PrinterLine]):
    """Every printer the system knows, and those that offsets were entered for."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, COLUMNS, _("Printers"))
        self._may = desk.may(Action.KEEP_OFFICE)

    def ask_rows(self) -> Sequence[PrinterLine]:
        known = {row.name: row for row in printers(self._desk)}
        here = printing.printers()
        return [
            _line(key, name, known.get(name), here=name in here)
            for key, name in enumerate(dict.fromkeys((*here, *known)), 1)
        ]

    def key_of(self, row: PrinterLine) -> int:
        return row.key

    def facts(self, row: PrinterLine) -> Facts:
        return [
            (row.name, ""),
            (_("To the right, mm"), millimetres(row.offset_x)),
            (_("Down, mm"), millimetres(row.offset_y)),
            (_("What this is for"), ""),
            (
                "",
                _(
                    "A printer may put its paper askew by a few millimetres. The offsets move every paper back."
                ),
            ),
            ("", how_to_measure()),
        ]

    def steps(self, row: PrinterLine) -> Actions:
        return (
            *(((_("Print the test sheet"), lambda: self._test(row)),) if row.here else ()),
            *(((_("Change the offsets…"), lambda: self.open_row(row)),) if self._may else ()),
            *((history.step_of(self, self._desk, f"printer:{row.id}", row.name),) if row.id else ()),
        )

    def open_row(self, row: PrinterLine) -> None:
        if self._may:
            form = OffsetsForm(self._desk, self.window(), row)
            form.saved.connect(lambda _key: self.saved(row.key))
            form.open()

    def beginning(self) -> EmptyState:
        return EmptyState(
            _("No printer"),
            _("This workstation has no printer that answers. Set one up in the system; it then stands here."),
        )

    def title(self) -> str:
        return _("Printers")

    def _test(self, row: PrinterLine) -> None:
        """Print the sheet with the offsets that are in force."""
        shift = (row.offset_x / 10, row.offset_y / 10)
        sheet = drawn(row.name, *shift)
        work.run(
            lambda: printing.send(sheet, lambda: printing.printer(row.name), shift),
            self._printed,
            self._not_printed,
        )

    def _printed(self, _sheets: int) -> None:
        ask.tell(self.window(), _("The test sheet was sent"), how_to_measure())

    def _not_printed(self, error: Exception) -> None:
        if not isinstance(error, printing.NotTaken):
            raise error
        text = _("{printer} did not take the sheet. Look whether it is switched on.").format(
            printer=error.printer
        )
        ask.tell(self.window(), _("Nothing was printed"), text)


class OffsetsForm(FormDialog):
    """The offsets of one printer."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: PrinterLine) -> None:
        super().__init__(desk, parent, _("Offsets of {printer}").format(printer=row.name))
        self._row = row
        self.right, self.down = MillimetreField(), MillimetreField()
        self.right.show_value(row.offset_x)
        self.down.show_value(row.offset_y)
        self.add_note(how_to_measure())
        self.add_pair(("offset_x", _("To the right, mm"), self.right), ("offset_y", _("Down, mm"), self.down))
        self.right.setFocus()

    def save(self, reason: str) -> object:
        """Enter the offsets; returns the id of the printer."""
        from dspdesk.procedures import office

        x, y = self.right.value() or 0, self.down.value() or 0
        if not self._row.id:
            command = office.EnterPrinter(name=self._row.name, offset_x=x, offset_y=y)
            return office.enter_printer(self._desk, command)
        office.change_printer(
            self._desk, office.ChangePrinter(printer_id=self._row.id, offset_x=x, offset_y=y)
        )
        return self._row.id


class MillimetreField(TextField):
    """Millimetres to the tenth, as tenths: "1,5", "-0.3"."""

    def value(self) -> int | None:
        """Tenths of a millimetre, `None` while nothing can be read."""
        text = self.text().strip().replace(",", ".").replace("\N{MINUS SIGN}", "-").replace("–", "-")
        try:
            return round(float(text) * 10) if text else 0
        except (ValueError, OverflowError):
            return None

    def show_value(self, value: int | None) -> None:
        """Show tenths of a millimetre."""
        self.setText(millimetres(value or 0))

    def problem(self) -> str:
        return _("Write millimetres, for instance 1,5 or -0,3.") if self.value() is None else ""


def _line(key: int, name: str, row: PrinterRow | None, *, here: bool) -> PrinterLine:
    if row is None:
        return PrinterLine(key, 0, name, 0, 0, here)
    return PrinterLine(key, row.id, name, row.offset_x, row.offset_y, here)


def millimetres(tenths: int) -> str:
    """Tenths of a millimetre as people write them: "1,5"."""
    return f"{tenths / 10:.1f}".replace(".", ",").replace("-", "\N{MINUS SIGN}")


def how_to_measure() -> str:
    """What to do with the test sheet."""
    return _(
        "Print the test sheet and measure from the left edge of the paper to the upright line, and from the upper edge "
        "to the level line: each should be {cross} mm. What is lacking is added to the offset, what is too much is "
        "taken off."
    ).format(cross=CROSS)


def make(desk: "Desk", _services: Services) -> PrintersPlace:
    """The tab of printers."""
    return PrintersPlace(desk)
