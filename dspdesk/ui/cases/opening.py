"""Opening a case under a heading of the filing plan, and the next volume of a case."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.values import ABBREVIATION
from dspdesk.queries import case_headings, cases
from dspdesk.queries.case_headings import HeadingRow
from dspdesk.ui.cards.fields import ChoiceField, DateField
from dspdesk.ui.cards.findings import Repair
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cases import words
from dspdesk.ui.cases.case_form import CaseForm
from dspdesk.ui.cases.heading_field import HeadingField

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.services import Services

Done = Callable[..., Any]


class OpenCaseForm(CaseForm):
    """A new case with its first volume; emits the id of the volume."""

    draft_form = "case"

    def __init__(self, desk: "Desk", parent: QWidget | None, plan_entry_id: int | None = None) -> None:
        super().__init__(desk, parent, _("Open a case"))
        self._headings = case_headings.headings(desk)
        years = sorted({row.year for row in self._headings} | {desk.today().year}, reverse=True)
        self.year = ChoiceField(_("Year of the plan"), {year: str(year) for year in years})
        self.heading = HeadingField()
        self.year.currentIndexChanged.connect(lambda _at: self._of_year())
        self.heading.chosen.connect(self._follow)
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.add_pair(("year", _("Year of the plan"), self.year), ("on", _("Opened on"), self.on))
        self.add("plan_entry_id", _("Heading of the filing plan"), self.heading)
        self.of_heading = self.add_note("")
        self.of_heading.hide()
        self.add_fields()
        self._begin(plan_entry_id)

    def save(self, reason: str) -> object:
        """Open it; returns the id of its first volume."""
        from dspdesk.procedures import case_file

        command = case_file.OpenCase(
            plan_entry_id=self.heading.value() or 0,
            form_id=self.form_id,
            heading_kk=self.heading_kk.value(),
            heading_ru=self.heading_ru.value(),
            carry_over=self.carry_over.isChecked(),
            responsible_id=self.responsible.value(),
            container=self.container.value(),
            notes=self.notes.value(),
            on=self.on.value(),
            reason=reason,
        )
        return case_file.open_case(self._desk, command).volume_id

    def repairs(self) -> Mapping[str, Repair]:
        """Under a heading whose case is open already its next volume is opened."""
        return {"case_stands_already": (_("Open the next volume of that case…"), self._open_next)}

    def _open_next(self) -> None:
        volume_id = case_headings.last_volume(self._desk, self.heading.value() or 0)
        if volume_id is not None:
            form = NextVolumeForm(self._desk, self, volume_id)
            form.saved.connect(self._done)
            form.open()

    def _begin(self, plan_entry_id: int | None) -> None:
        wanted = next((row for row in self._headings if row.id == plan_entry_id), None)
        self.year.show_value(wanted.year if wanted else self._desk.today().year)
        self._of_year()
        if wanted:
            self.heading.show_value(wanted.id)
        (self.heading_kk if wanted else self.heading).setFocus()

    def _of_year(self) -> None:
        self.heading.show_rows([row for row in self._headings if row.year == self.year.value()])

    def _follow(self, row: HeadingRow | None) -> None:
        """What the plan says of the heading chosen."""
        self.of_heading.setText(_told(row) if row else "")
        self.of_heading.setVisible(row is not None)
        if row is not None:
            self.carry_over.setChecked(row.carry_over)


class NextVolumeForm(FormDialog):
    """The next volume of a case; emits its id."""

    def __init__(self, desk: "Desk", parent: QWidget | None, volume_id: int) -> None:
        row = cases.volume(desk, volume_id).row
        super().__init__(
            desk,
            parent,
            _("Open volume {number} of the case {index}").format(number=row.last + 1, index=row.case_index),
        )
        self._row = row
        self.container = ChoiceField(_("Kept in"), words.containers())
        self.container.show_value(row.container)
        self.add_note(words.heading(row))
        self.add_note(
            _("The volume {volume} has {sheets} sheets.").format(
                volume=words.name(row), sheets=words.sheets(row)
            )
        )
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.add_pair(("container", _("Kept in"), self.container), ("on", _("Opened on"), self.on))
        self.container.setFocus()

    def save(self, reason: str) -> object:
        """Open it; returns its id."""
        from dspdesk.procedures import case_file

        command = case_file.OpenVolume(
            case_id=self._row.case_id,
            container=self.container.value(),
            following=self._row.last,
            on=self.on.value(),
        )
        return case_file.open_volume(self._desk, command).volume_id


def open_next(parent: QWidget, desk: "Desk", _services: "Services", volume_id: int, on_done: Done) -> None:
    """Ask for the next volume of the case of a volume."""
    form = NextVolumeForm(desk, parent, volume_id)
    form.saved.connect(on_done)
    form.open()


def _told(row: HeadingRow) -> str:
    said = [
        row.unit(),
        row.retention.words(words.language()),
        _("with the mark {mark}").format(mark=ABBREVIATION[words.language()]) if row.restricted else "",
        _("open cases under it: {n}").format(n=row.cases) if row.cases else "",
    ]
    return " · ".join(filter(None, said))
