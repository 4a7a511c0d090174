"""Bringing a filing plan in from a clerk's sheet: a dry run first, and whose section each unknown one is."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import DirectoryKind
from dspdesk.law.roles import Action
from dspdesk.ui import theme
from dspdesk.ui.filing_plan import words
from dspdesk.ui.filing_plan.heading_card import open_units
from dspdesk.ui.office.directory_import import DirectoryImport
from dspdesk.ui.office.fields import LongChoice
from dspdesk.ui.widgets.basics import Caption, Heading, Panel, PlainLabel

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.filing_plan_import import ImportedPlan, Section

_HIGHEST = 13  # ems of the choices; more of them scroll


class PlanImport(DirectoryImport):
    """Choose → dry run → whose the unknown sections are → bring in. `year` is that of the plan once it is known."""

    def __init__(self, desk: "Desk", year: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, DirectoryKind.FILING_PLAN, parent)
        self.year = year
        self._units: dict[str, int] = {}
        self.choices: dict[str, LongChoice] = {}
        self.whose = Panel()
        self.whose.body.addWidget(Heading(_("Units of the sheet")))
        self.whose.body.addWidget(
            Caption(_("These are no names of units here. Say which unit each is of."), wrap=True)
        )
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.whose.body.addWidget(self._area)
        self.whose.hide()
        self.found.put_below_counts(self.whose)

    def work(self, path: Path, *, dry_run: bool) -> tuple[str, object]:
        """The job of a run."""
        from dspdesk.procedures.filing_plan_import import ImportPlan

        return "import_plan", ImportPlan(path=path, year=self.year, units=dict(self._units), dry_run=dry_run)

    def _chosen(self, path: Path) -> None:
        self._units = {}
        super()._chosen(path)

    def _checked(self, found: Any) -> None:
        self._show_sections(found)
        super()._checked(found)
        self._say_year(found)

    def _done(self, done: Any) -> None:
        self.year = done.year
        self.whose.hide()
        super()._done(done)
        self._say_year(done)

    def _say_year(self, found: "ImportedPlan") -> None:
        said = _("Filing plan {year}: {found}").format(year=found.year, found=self.found.headline.text())
        self.found.headline.setText(said)

    def _show_sections(self, found: "ImportedPlan") -> None:
        from dspdesk.procedures.filing_plan_import import Met

        asked = [one for one in found.sections if one.met is not Met.NAME]
        self.whose.setVisible(bool(asked))
        self.choices = {}
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, theme.em(self, 0.3), 0)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for at, section in enumerate(asked):
            field = self.choices[section.words] = self._choice(section)
            caption = f"{section.words} · {words.headings(section.headings)}"
            grid.addWidget(PlainLabel(caption, wrap=True), at, 0)
            grid.addWidget(field, at, 1)
        self._area.setWidget(lines)
        lines.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setFixedHeight(min(lines.sizeHint().height(), theme.em(self, _HIGHEST)))

    def _choice(self, section: "Section") -> LongChoice:
        from dspdesk.procedures.filing_plan_import import LEAVE_OUT, MAKE, Met

        make = {MAKE: _("make the unit “{name}”").format(name=section.name)}
        known = {
            **(make if self._desk.may(Action.KEEP_OFFICE) else {}),
            LEAVE_OUT: _("leave it out"),
            **open_units(self._desk),
        }
        field = LongChoice(section.words, known)
        stands = {Met.MADE: MAKE, Met.NOT: LEAVE_OUT}.get(section.met, section.unit_id)
        if stands in field.values():
            field.show_value(stands)
        field.textEdited.connect(lambda _text, section=section: self._other_unit(section.words))
        return field

    def _other_unit(self, section: str) -> None:
        """Another unit for a section: what would come in is looked at anew."""
        self._units[section] = self.choices[section].value()
        self._run(dry_run=True)
