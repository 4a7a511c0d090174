"""The filing plan of one year: its headings, how many cases stand under each, and what makes a plan of a sheet."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMenu

from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.language.dates import short
from dspdesk.law.filing_plan import RegisterForm, index_key
from dspdesk.law.roles import Action
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries import filing_plan as queries
from dspdesk.queries.filing_plan import CaseLine, PlanRow
from dspdesk.ui import ask, history, keys, wording
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.filing_plan import whole_plan, words
from dspdesk.ui.job import Job
from dspdesk.ui.registers.details import Actions, Facts
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import Choice, EmptyState, PlainButton, PrimaryButton, hide_unless

if TYPE_CHECKING:
    from dspdesk.desk import Desk

COLUMNS: Sequence[RegisterColumn[PlanRow]] = (
    RegisterColumn(
        key="index", title=N_("Index"), width=6, text=lambda row: row.case_index,
        sort=lambda row: (row.struck_on is not None, index_key(row.case_index), row.id),
    ),
    RegisterColumn(key="heading", title=N_("Heading"), width=26, text=words.heading, stretch=True),
    RegisterColumn(key="unit", title=N_("Unit"), width=9, text=lambda row: row.unit()),
    RegisterColumn(
        key="kept", title=N_("Kept for"), width=11, text=lambda row: row.retention.words(str(current_language())),
        sort=lambda row: (not row.retention.permanent, -(row.retention.years or 0), row.retention.kind.value),
    ),
    RegisterColumn(key="documents", title=N_("Documents"), width=9, text=words.documents),
    RegisterColumn(
        key="cases", title=N_("Cases"), width=5, right=True, sort=lambda row: row.cases,
        text=lambda row: wording.grouped(row.cases) if row.cases else "",
    ),
)  # fmt: skip
_MOST_CASES = 4  # that are opened by a button of their own


class FilingPlanPlace(RegisterPlace[PlanRow]):
    """The headings of a year; struck-out ones are shown when asked for."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__(desk, COLUMNS, _("Filing plan"))
        self._services = services
        self._may = desk.may(Action.KEEP_PLAN)
        self._job: Job | None = None
        self._known: Sequence[int] = ()
        self._missing: Sequence[RegisterForm] = ()
        self.year = desk.today().year
        self.years = Choice(_("Year"))
        self.struck = QCheckBox(_("Also struck out"))
        self.import_button = PlainButton(_("Import…"))
        self.print_button = PlainButton(_("Print…"), keys.PRINT.keys)
        self.more = PlainButton(_("Further steps…"), keys.STEPS_MENU.keys)
        self._connect()

    # --- what a register says ---

    def ask_rows(self) -> Sequence[PlanRow]:
        self._known = queries.years(self._desk)
        self._missing = queries.missing_registers(self._desk, self.year)
        return queries.plan(self._desk, self.year)

    def key_of(self, row: PlanRow) -> int:
        return row.id

    def facts(self, row: PlanRow) -> Facts:
        kazakh = current_language() == "kk"
        other = row.heading_ru if kazakh else row.heading_kk
        kept = row.retention.words(str(current_language()))
        known = [
            (_("In Russian") if kazakh else _("In Kazakh"), "" if other == row.heading() else other),
            (_("Unit"), row.unit()),
            (_("Kept for"), kept),
            (_("Mark"), self._mark(row)),
            (_("Documents"), words.documents(row)),
            (_("Carried over"), _("yes") if row.carry_over else ""),
            (_("Cases expected"), "" if row.expected is None else wording.grouped(row.expected)),
            (_("Notes"), row.notes),
            (_("Struck out on"), short(row.struck_on) if row.struck_on else ""),
        ]
        lines = queries.cases_under(self._desk, row.id) if row.cases else []
        return [
            (f"{row.case_index} · {row.heading()}", ""),
            *(fact for fact in known if fact[1]),
            *([(words.cases(len(lines)), "")] if lines else []),
            *((_("Case {n}").format(n=line.ordinal), _of_case(line)) for line in lines),
        ]

    def steps(self, row: PlanRow) -> Actions:
        lines = queries.cases_under(self._desk, row.id)[:_MOST_CASES] if row.cases else []
        opens: Actions = tuple(
            (_open_words(line, row.cases), partial(self._open_case, line)) for line in lines
        )
        told_of = history.step_of(self, self._desk, f"plan_entry:{row.id}", row.heading())
        if row.struck_on is None and not row.cases and self._desk.may(Action.KEEP_CASES):
            opens = ((_("Open a case…"), lambda: self._open_new(row)),)
        if not self._may or row.struck_on is not None:
            return (*opens, told_of)
        strike = () if row.cases else ((_("Strike out…"), lambda: self._strike(row)),)
        return (*opens, (_("Change the card…"), lambda: self.open_row(row)), *strike, told_of)

    def open_row(self, row: PlanRow) -> None:
        """Enter opens the card, or the case for whoever may only read."""
        from dspdesk.ui.filing_plan.heading_card import HeadingCard

        if self._may and row.struck_on is None:
            self._ask_for(HeadingCard(self._desk, self.window(), row.year, row))
        elif row.first_volume is not None:
            self.row_asked.emit("cases", row.first_volume)

    def beginning(self) -> EmptyState:
        empty = EmptyState(
            _("No filing plan of {year} yet").format(year=self.year),
            _(
                "Here stand the headings under which cases are opened: by units, with index, period and article, those "
                "of registers and card files too. Enter them, bring in the plan that is kept as a spreadsheet, or copy "
                "the plan of the year before."
            ),
        )
        if not self._may:
            return empty
        enter = PrimaryButton(_("New heading"), "Ins")
        enter.clicked.connect(self.primary)
        empty.add_button(enter)
        bring = PlainButton(_("Import a spreadsheet…"))
        bring.clicked.connect(self.bring_in)
        empty.add_button(bring)
        if self.year - 1 in self._known:
            copy = PlainButton(_("Copy the plan of {year}…").format(year=self.year - 1))
            copy.clicked.connect(lambda _checked=False: self.copy_plan(self.year - 1, self.year))
            empty.add_button(copy)
        return empty

    # --- a place ---

    def title(self) -> str:
        return _("Filing plan {year}").format(year=self.year)

    def primary_text(self) -> str:
        return _("New heading") if self._may else ""

    def primary(self) -> None:
        """A new heading, of the unit that the keys are on."""
        from dspdesk.ui.filing_plan.heading_card import HeadingCard, open_units

        if not open_units(self._desk):
            ask.tell(
                self.window(),
                _("No units yet"),
                _(
                    "Headings are entered by units. Enter the units under “Organisation” first, or import the plan."
                ),
            )
            return
        row = self.current()
        self._ask_for(HeadingCard(self._desk, self.window(), self.year, unit_id=row.unit_id if row else 0))

    def show_row(self, row: int) -> None:
        """Show a heading, whatever year it is of."""
        year = queries.entry_year(self._desk, row)
        if year is not None and year != self.year:
            self.year = year
            self.title_changed.emit()
        self.struck.setChecked(True)
        super().show_row(row)

    def status(self) -> str:
        """How many headings; those struck out are hidden by no filter."""
        return super().status() if self.filter.text() else words.headings(len(self.model.rows))

    def print_paper(self) -> None:
        """Print the plan of the year."""
        if self._may and self.model.total:
            request = PaperRequest(
                paper="filing_plan", language=str(current_language()), about=f"year:{self.year}"
            )
            self._services.preview(self.window(), self._desk, request)

    def loaded(self) -> bool:
        return super().loaded() and (self._job is None or self._job.over)

    # --- steps ---

    def show_year(self, year: int) -> None:
        """Show the plan of another year."""
        self.year = year
        self.refresh()
        self.title_changed.emit()

    def bring_in(self) -> None:
        """Bring a plan in from a sheet."""
        from dspdesk.ui.filing_plan.plan_import import PlanImport

        def came(dialog: PlanImport) -> None:
            self.year = dialog.year
            self.title_changed.emit()
            self.saved()

        dialog = PlanImport(self._desk, self.year, self.window())
        dialog.imported.connect(lambda: came(dialog))
        dialog.finished.connect(lambda _how: self.take_focus())
        dialog.open()

    def menu(self) -> QMenu:
        """What can be done with the plan of the year as a whole."""
        menu, after = QMenu(_("Further steps…"), self), self.year + 1
        menu.addAction(_("Import a spreadsheet…"), self.bring_in)
        if self._missing:
            menu.addAction(_("Add own registers: {n}…").format(n=len(self._missing)), self.add_registers)
        if self.model.total and after <= self._desk.today().year + 1:
            menu.addAction(_("Copy to {year}…").format(year=after), lambda: self.copy_plan(self.year, after))
        if self.model.total:
            menu.addAction(_("Save as a spreadsheet in Kazakh…"), lambda: self.export("kk"))
            menu.addAction(_("Save as a spreadsheet in Russian…"), lambda: self.export("ru"))
        return menu

    def add_registers(self) -> None:
        """Add the registers of the program that are missing."""
        from dspdesk.ui.filing_plan.small_forms import RegistersForm

        self._ask_for(RegistersForm(self._desk, self.window(), self.year))

    def copy_plan(self, year: int, to: int) -> None:
        """Copy the plan of a year to another one, once the person says so."""
        whole_plan.copy(self.window(), self._desk, year, to, lambda: self._copied(to))

    def export(self, language: str) -> None:
        """Save the plan as a spreadsheet, which the ledger records."""
        suggested = f"filing-plan-{self.year}.{language}.xlsx"
        ask.save_path(
            self.window(), _("Save the filing plan"), suggested, lambda path: self._export(language, path)
        )

    def _copied(self, to: int) -> None:
        self.show_year(to)
        self.written.emit()

    def _export(self, language: str, path: Path) -> None:
        self._job = whole_plan.export(self, self._desk, self.year, language, path)

    def _strike(self, row: PlanRow) -> None:
        from dspdesk.ui.filing_plan.small_forms import StrikeForm

        self._ask_for(StrikeForm(self._desk, self.window(), row))

    def _open_case(self, line: CaseLine) -> None:
        self.row_asked.emit("cases", line.volume_id)

    def _open_new(self, row: PlanRow) -> None:
        """Open the first case under a heading, and go to it."""
        from dspdesk.ui.cases.opening import OpenCaseForm

        form = OpenCaseForm(self._desk, self.window(), row.id)
        form.saved.connect(lambda _volume: self.saved())
        form.saved.connect(lambda volume: self.row_asked.emit("cases", volume))
        form.finished.connect(lambda _how: self.take_focus())
        form.open()

    def _ask_for(self, form: FormDialog) -> None:
        form.saved.connect(lambda done: self.saved(done if isinstance(done, int) else 0))
        form.finished.connect(lambda _how: self.take_focus())
        form.open()

    def _mark(self, row: PlanRow) -> str:
        if row.restricted:
            return _("restricted")
        return _("restricted by its documents") if row.marked else ""

    # --- the year ---

    def _arrived(self, rows: Sequence[PlanRow]) -> None:
        self._show_years()
        super()._arrived(rows)
        struck = any(row.struck_on is not None for row in rows)
        self.struck.setVisible(struck)
        self.print_button.setVisible(bool(rows) and self._may)
        self.import_button.setVisible(self._may and not struck)  # a narrow screen has no room for both

    def _show_years(self) -> None:
        this = self._desk.today().year
        years = sorted({*self._known, self.year, this, this + 1}, reverse=True)
        if years != [self.years.itemData(at) for at in range(self.years.count())]:
            self.years.clear()
            for year in years:
                self.years.addItem(_("Year {year}").format(year=year), year)
        self.years.setCurrentIndex(years.index(self.year))

    def _hide_struck(self) -> None:
        self.model.choose(None if self.struck.isChecked() else lambda row: row.struck_on is None)

    def _show_struck(self) -> None:
        self._wanted = self._current_key()
        self._hide_struck()
        self._land()
        self.status_changed.emit()

    def _offer(self) -> None:
        if self._may and (menu := self.menu()).actions():
            menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _connect(self) -> None:
        self.years.activated.connect(lambda _at: self.show_year(self.years.currentData()))
        self.struck.toggled.connect(lambda _on: self._show_struck())
        self.import_button.clicked.connect(self.bring_in)
        self.print_button.clicked.connect(self.print_paper)
        self.more.clicked.connect(self._offer)
        steps = keys.bind(self, keys.STEPS_MENU, self._offer)
        steps.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for tool in (self.years, self.struck, self.import_button, self.print_button, self.more):
            self.add_tool(tool)
        for button in (self.import_button, self.print_button, self.more):
            hide_unless(button, allowed=self._may)
        self._show_years()
        self._hide_struck()


def _of_case(line: CaseLine) -> str:
    volumes = ngettext("{n} volume", "{n} volumes", line.volumes).format(n=line.volumes)
    sheets = ngettext("{n} sheet", "{n} sheets", line.sheets).format(n=wording.grouped(line.sheets))
    closed = _("closed on {day}").format(day=short(line.closed_on)) if line.closed_on else ""
    return ", ".join(part for part in (volumes, sheets, closed) if part)


def _open_words(line: CaseLine, cases: int) -> str:
    return _("Open case {n}…").format(n=line.ordinal) if cases > 1 else _("Open its case…")


def make(desk: "Desk", services: Services) -> FilingPlanPlace:
    """The place of the filing plan."""
    return FilingPlanPlace(desk, services)
