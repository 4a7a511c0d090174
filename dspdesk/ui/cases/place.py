"""Cases and volumes: each volume with how full it is and its lines in their order; here cases are opened."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from dspdesk.language.catalogue import N_, _
from dspdesk.language.dates import short
from dspdesk.language.sorting import sort_key
from dspdesk.law.roles import Action
from dspdesk.queries import case_headings, cases
from dspdesk.queries.cases import FiledLine, VolumeRow
from dspdesk.ui import history, keys, theme, told, wording
from dspdesk.ui.cases import volume_steps, words
from dspdesk.ui.office.fields import LongChoice
from dspdesk.ui.registers.details import Actions, Facts, Greyed, in_runs
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import EmptyState, PlainButton, PrimaryButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_SHOWN_LINES = 50  # in the details; all of them are shown in a window of their own
_SHOWN_STEPS = 3  # as buttons of their own, the others in the menu of F9
_LEAST = 9  # ems of each choice above the grid
_ALL = ""

COLUMNS: Sequence[RegisterColumn[VolumeRow]] = (
    RegisterColumn(key="year", title=N_("Year"), width=4, text=lambda row: str(row.year), sort=lambda row: -row.year),
    RegisterColumn(key="index", title=N_("Index"), width=5, text=lambda row: row.case_index),
    RegisterColumn(
        key="volume", title=N_("Volume"), width=3.5, text=lambda row: str(row.number), sort=lambda row: row.number,
        right=True,
    ),
    RegisterColumn(key="heading", title=N_("Heading"), width=16, text=words.heading, stretch=True),
    RegisterColumn(key="unit", title=N_("Unit"), short=N_("Dept."), width=8, text=lambda row: row.unit()),
    RegisterColumn(
        key="retention", title=N_("Kept for"), short=N_("Kept"), width=7, text=words.period,
        sort=lambda row: (not row.retention.permanent, -(row.retention.years or 0)),
    ),
    RegisterColumn(
        key="sheets", title=N_("Sheets"), width=7, text=words.sheets, sort=lambda row: -row.sheets, right=True
    ),
    RegisterColumn(
        key="state", title=N_("State"), short=N_("St."), width=6, text=words.state_alone, sort=words.state_order
    ),
    RegisterColumn(key="mark", title=N_("Mark"), short=N_("Mk."), width=5, text=lambda row: row.mark()),
)  # fmt: skip


class CasesPlace(RegisterPlace[VolumeRow]):
    """All volumes, those of the latest year first."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__(desk, COLUMNS, _("Cases and volumes"))
        self._services = services
        self._may = desk.may(Action.KEEP_CASES)
        self.year = LongChoice(_("Year"), {0: _("All years")})
        self.unit = LongChoice(_("Unit"), {0: _("All units")})
        self.state = LongChoice(_("State"), _states())
        for choice in self._choices():
            choice.activated.connect(lambda _at: self._choose())
            choice.setMinimumWidth(theme.em(self, _LEAST))
            self.add_tool(choice)
        key = keys.bind(self, keys.STEPS_MENU, self.offer_steps)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- what a register says ---

    def ask_rows(self) -> Sequence[VolumeRow]:
        return cases.volumes(self._desk)

    def key_of(self, row: VolumeRow) -> int:
        return row.id

    def facts(self, row: VolumeRow) -> Facts:
        details = cases.volume(self._desk, row.id)
        known = [
            (_("Heading"), words.heading(row)),
            (_("Mark"), words.mark(row)),
            (_("State"), words.state(row)),
            (_("Sheets"), words.sheets(row)),
            (_("Dates"), words.dates(row)),
            (_("Unit"), row.unit()),
            (_("Responsible"), row.responsible() or _("not named")),
            (_("Kept for"), words.retention(row)),
            (_("Carry-over case"), _("yes, documents of several years") if row.carry_over else ""),
            (_("Kept in"), words.container(row)),
            (_("Storage place"), row.place or _("not entered")),
            (_("Volumes of the case"), str(row.volumes)),
            (_("Opened on"), short(row.opened_on)),
        ]
        lines = _lines(details.lines)
        return [
            (words.name(row), ""),
            *(fact for fact in known if fact[1]),
            *((_("Worth knowing"), told.says(hint)) for hint in details.hints),
            (_("What lies in it") if lines else _("Nothing lies in it yet"), ""),
            *lines,
        ]

    def steps(self, row: VolumeRow) -> Actions:
        """The first steps of the first groups; all others in a menu."""
        offered = volume_steps.steps(self._desk, row)
        firsts = [next(group) for _name, group in groupby(offered, key=lambda step: step.group)]
        if not firsts:
            return self._always(row)
        shown = [(_(step.title), lambda step=step: self._take(step, row)) for step in firsts[:_SHOWN_STEPS]]
        return (*shown, (_("Further steps…"), self.offer_steps, keys.STEPS_MENU.keys))

    def open_row(self, row: VolumeRow) -> None:
        """All its lines; one of them leads to its entry."""
        from dspdesk.ui.cases.lines import LinesDialog

        dialog = LinesDialog(self._desk, self.window(), row)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.landed.connect(lambda item_id: self.row_asked.emit("item", item_id))
        dialog.open()

    def beginning(self) -> EmptyState:
        if case_headings.headings(self._desk):
            empty = EmptyState(
                _("No cases yet"),
                _(
                    "Executed documents are put into cases. Open a case under a heading of the filing plan: "
                    "its first volume is opened with it."
                ),
            )
            self._offer(empty, _("Open a case"), "Ins", self.primary)
            return empty
        empty = EmptyState(
            _("No cases yet"),
            _(
                "Cases stand under the headings of the filing plan, and the plan has none yet. "
                "Enter its headings first, or bring the plan in from a spreadsheet."
            ),
        )
        self._offer(empty, _("To the filing plan"), "", lambda: self.place_asked.emit("filing_plan"))
        return empty

    # --- a place ---

    def title(self) -> str:
        return _("Cases and volumes")

    def primary_text(self) -> str:
        return _("Open a case") if self._may else ""

    def primary(self) -> None:
        """Open a case under a heading of the filing plan."""
        from dspdesk.ui.cases.opening import OpenCaseForm

        if not self._may:
            return
        form = OpenCaseForm(self._desk, self.window())
        form.saved.connect(self.saved)
        form.open()

    def status(self) -> str:
        """How many rows are shown, and by which choices others are hidden."""
        shown, total = len(self.model.rows), self.model.total
        chosen = [choice.text() for choice in self._choices() if choice.currentIndex()]
        if not chosen or self.filter.text() or not total:
            return super().status()
        return _("{shown} of {total} · chosen: {choices}").format(
            shown=wording.grouped(shown), total=wording.grouped(total), choices=", ".join(chosen)
        )

    def show_row(self, row: int) -> None:
        self._all()
        super().show_row(row)

    def clear_filters(self) -> None:
        self._all()
        super().clear_filters()

    def print_paper(self) -> None:
        """Print the inner inventory of the volume under the keys."""
        row = self.current()
        if row is not None and (step := volume_steps.printing(self._desk, row)) is not None:
            self._take(step, row)

    # --- what is chosen ---

    def _choices(self) -> tuple[LongChoice, ...]:
        return self.year, self.unit, self.state

    def _arrived(self, rows: Sequence[VolumeRow]) -> None:
        self.year.set_words(_years(rows))
        self.unit.set_words(_units(rows))
        for choice in self._choices():
            choice.setVisible(bool(rows))
        self._narrowed()
        super()._arrived(rows)

    def _all(self) -> None:
        for choice in self._choices():
            choice.setCurrentIndex(0)
        self._choose()

    def _choose(self) -> None:
        self._narrowed()
        self._land()
        self.status_changed.emit()

    def _narrowed(self) -> None:
        year, unit, state = (choice.value() for choice in self._choices())
        self.model.choose(
            lambda row: (
                year in {0, row.year} and unit in {0, row.unit_id} and state in {_ALL, words.state_of(row)}
            )
        )

    # --- steps ---

    def offer_steps(self) -> None:
        """All that can be done with the volume under the keys, as a menu."""
        if (row := self.current()) is None:
            return
        menu, offered = QMenu(self), volume_steps.steps(self._desk, row)
        for before, step in zip([None, *offered], offered, strict=False):
            if before is not None and before.group != step.group:
                menu.addSeparator()
            menu.addAction(_(step.title)).triggered.connect(
                lambda _checked=False, step=step: self._take(step, row)
            )
        menu.addSeparator()
        for title, does in self._always(row):
            menu.addAction(title).triggered.connect(lambda _checked=False, does=does: does())
        button = next(iter(reversed(self.details.findChildren(PlainButton))), None)
        height = QPoint(0, menu.sizeHint().height())
        menu.popup(button.mapToGlobal(QPoint(0, 0)) - height if button else QCursor.pos())

    def _always(self, row: VolumeRow) -> list[tuple[str, Callable[[], None]]]:
        """What anybody who may read cases can do with a volume."""
        return [
            (_("Lines of the volume…"), lambda: self.open_row(row)),
            history.step_of(self, self._desk, f"case_file:{row.case_id}", words.name(row)),
        ]

    def _take(self, step: volume_steps.VolumeStep, row: VolumeRow) -> None:
        volume_steps.take(
            step,
            self.window(),
            self._desk,
            self._services,
            row.id,
            lambda *opened: self.saved(opened[0] if opened else row.id),
        )

    def _offer(self, empty: EmptyState, text: str, key: str, does: Callable[[], None]) -> None:
        if not self._may:
            return
        button = PrimaryButton(text, key)
        button.clicked.connect(does)
        empty.add_button(button)


def make(desk: "Desk", services: Services) -> CasesPlace:
    """The place of cases and volumes."""
    return CasesPlace(desk, services)


def _lines(lines: Sequence[FiledLine]) -> Facts:
    """The first lines in their order, and how many more there are."""
    said = [words.line(line) if line.there else Greyed(words.line(line)) for line in lines[:_SHOWN_LINES]]
    further = len(lines) - _SHOWN_LINES
    more = [("", _("Further lines: {n}. Enter shows all of them.").format(n=further))] if further > 0 else []
    return [*in_runs(said), *more]


def _states() -> dict[str, str]:
    return {
        _ALL: _("All states"),
        words.OPEN: _("Open"),
        words.CLOSED: _("Closed"),
        words.ARCHIVED: _("In the archive"),
        words.VOID: _("Entered by mistake"),
    }


def _years(rows: Sequence[VolumeRow]) -> dict[int, str]:
    return {0: _("All years")} | {
        year: str(year) for year in sorted({row.year for row in rows}, reverse=True)
    }


def _units(rows: Sequence[VolumeRow]) -> dict[int, str]:
    met = {row.unit_id: row.unit() for row in rows}
    return {0: _("All units")} | dict(sorted(met.items(), key=lambda unit: sort_key(unit[1])))
