"""The card of a person: the name in both languages, in its cases, and the day of a new one."""

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dspdesk.language import declension
from dspdesk.language.catalogue import Language, _
from dspdesk.language.declension import NameCase
from dspdesk.queries.people import PersonCard
from dspdesk.ui.cards.fields import DateField, TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.office import words
from dspdesk.ui.office.fields import CaseField

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 58  # ems
_IN_A_ROW = 3  # cases side by side


class EmployeeCard(FormDialog):
    """Enter a person, or change what is known of one."""

    draft_form = "employee"

    def __init__(self, desk: "Desk", parent: QWidget | None, person: PersonCard | None = None) -> None:
        super().__init__(desk, parent, _("Person of the body") if person else _("New person"), _WIDTH)
        self._person = person
        self.names = {Language.KK: TextField(), Language.RU: TextField()}
        self.number_index = TextField()
        self.renamed_from = DateField(desk.today)
        self.cases: dict[tuple[Language, NameCase], CaseField] = {}
        self._build()
        if person is not None:
            self._show_person(person)
        self._propose()
        self.names[Language.KK].setFocus()

    def save(self, reason: str) -> object:
        """Enter the person or the change; returns the id."""
        from dspdesk.procedures import people

        fields: dict[str, Any] = {
            "name_kk": self.names[Language.KK].value(),
            "name_ru": self.names[Language.RU].value(),
            "number_index": self.number_index.value(),
            "cases_kk": self._forms(Language.KK),
            "cases_ru": self._forms(Language.RU),
            "reason": reason,
        }
        if self._person is None:
            return people.enter_employee(self._desk, people.EnterEmployee(**fields))
        change = people.ChangeEmployee(
            employee_id=self._person.id, renamed_from=self.renamed_from.value(), **fields
        )
        people.change_employee(self._desk, change)
        return self._person.id

    def touched(self, name: str = "") -> None:
        """The cases follow the name while it is typed."""
        super().touched(name)
        if name in {"name_kk", "name_ru"}:
            self._propose()

    def draft_about(self) -> str:
        """The row of the person."""
        return f"employee:{self._person.id}" if self._person else ""

    def show_values(self, values: dict[str, Any]) -> None:
        """Show what a draft kept; forms that go with the name kept are proposals again."""
        super().show_values(values)
        self._propose()

    def _build(self) -> None:
        self.add_pair(
            ("name_kk", _("Surname and initials in Kazakh"), self.names[Language.KK]),
            ("name_ru", _("Surname and initials in Russian"), self.names[Language.RU]),
        )
        self.names[Language.KK].left.connect(self._offer_the_other)
        row = [("number_index", _("Index in registration numbers, if there is one"), self.number_index)]
        if self._person is not None:
            row.append(("renamed_from", _("First day of the new name, if it was changed"), self.renamed_from))
        self.add_pair(*row)
        self.add_heading(_("The name in its cases"))
        self.add_note(
            _("Proposed by the rules of spelling. Correct what is wrong: papers take what stands here.")
        )
        for language in Language:
            self._add_cases(language)

    def _add_cases(self, language: Language) -> None:
        captions = list(words.CASES[language].items())
        for start in range(0, len(captions), _IN_A_ROW):
            row = []
            for case, caption in captions[start : start + _IN_A_ROW]:
                self.cases[language, case] = CaseField()
                row.append((f"{case}_{language}", caption, self.cases[language, case]))
            self.add_pair(*row)
            self._fill_up(_IN_A_ROW - len(row))

    def _fill_up(self, missing: int) -> None:
        """Leave room for the fields that a row lacks, so that the columns stand under each other."""
        last = self.body.itemAt(self.body.count() - 1)
        for _nothing in range(missing):
            cast("QHBoxLayout", last).addWidget(QWidget(), 1)

    def _show_person(self, person: PersonCard) -> None:
        self.names[Language.KK].show_value(person.name_kk)
        self.names[Language.RU].show_value(person.name_ru)
        self.number_index.show_value(person.number_index)
        self._propose()
        for language, forms in ((Language.KK, person.cases_kk), (Language.RU, person.cases_ru)):
            for case, form in forms.items():
                self.cases[language, case].show_value(form)

    def _propose(self) -> None:
        for (language, case), field in self.cases.items():
            field.propose(declension.of_name(self.names[language].value(), language)[case])

    def _forms(self, language: Language) -> dict[NameCase, str]:
        return {case: field.value() for (of, case), field in self.cases.items() if of is language}

    def _offer_the_other(self) -> None:
        """Most names are written alike in both languages: what is not is corrected."""
        if not self.names[Language.RU].value():
            self.names[Language.RU].show_value(self.names[Language.KK].value())
            self._propose()
