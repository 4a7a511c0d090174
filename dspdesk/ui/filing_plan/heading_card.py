"""The card of a heading of the filing plan: entered, or corrected."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.language.folding import fold
from dspdesk.law.case_file import DocumentsKind
from dspdesk.law.filing_plan import Heading, RegisterForm, documents_of, register_of, without_mark
from dspdesk.law.retention import Retention
from dspdesk.queries import filing_plan as queries
from dspdesk.queries.filing_plan import PlanRow
from dspdesk.queries.units import units
from dspdesk.ui.cards.fields import ChoiceField, CountField, LongField, TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.filing_plan import words
from dspdesk.ui.office.fields import LongChoice

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 58  # in ems
_OFFERED = 12
#: What stands for "documents" among the registers.
_DOCUMENTS = "documents"


def yes_or_no(name: str) -> ChoiceField:
    """A choice between no and yes."""
    return ChoiceField(name, {False: _("no"), True: _("yes")})


def open_units(desk: "Desk") -> dict[int, str]:
    """The units that are not closed, by their ids."""
    language = str(current_language())
    return {unit.id: unit.name(language) for unit in units(desk) if unit.closed_on is None}


class RetentionField(TextField):
    """A period with its article as plans write it, in either language; it offers those in use."""

    def __init__(self, desk: "Desk") -> None:
        self._used = queries.retentions(desk)
        super().__init__(self._offers)
        self.setPlaceholderText(_("5 years, art. 47"))

    def _offers(self, typed: str) -> list[str]:
        return [one for one in self._used if fold(one).startswith(fold(typed))][:_OFFERED]

    def _leave(self) -> None:
        """What can be read is shown as the plan will have it."""
        if (read := Retention.parse(self.text())) is not None:
            self.show_value(read.words(str(current_language())))
        super()._leave()


class HeadingCard(FormDialog):
    """A heading. What kind of documents it has is proposed from its words until somebody chooses another."""

    draft_form = "plan_entry"

    def __init__(
        self, desk: "Desk", parent: QWidget | None, year: int, row: PlanRow | None = None, unit_id: int = 0
    ) -> None:
        title = _("Heading {index}, {year}") if row else _("New heading of the filing plan {year}")
        super().__init__(desk, parent, title.format(index=row.case_index if row else "", year=year), _WIDTH)
        self._year, self._row = year, row
        self._chosen = row is not None  # the kind of documents was chosen by somebody
        known = open_units(desk)
        if row is not None:
            known.setdefault(row.unit_id, row.unit())
        registers = {form.value: _(name) for form, name in words.REGISTERS.items()}
        self.unit = LongChoice(_("Unit"), known)
        self.fields: dict[str, Any] = {
            "case_index": TextField(),
            "heading_kk": LongField(),
            "heading_ru": LongField(),
            "retention": RetentionField(desk),
            "restricted": yes_or_no(_("Restricted")),
            "carry_over": yes_or_no(_("Carried over to the next years")),
            "register": LongChoice(_("Heading of"), {_DOCUMENTS: _("documents"), **registers}),
            "documents": LongChoice(
                _("Kind of documents"), {kind: _(name) for kind, name in words.DOCUMENTS.items()}
            ),
            "expected": CountField(),
            "notes": LongField(),
        }
        self._build()
        self._show_beginning(unit_id)
        self._follow()

    def save(self, reason: str) -> object:
        """Enter the heading, or correct it; returns the id."""
        from dspdesk.procedures import filing_plan as procedures

        if self._row is None:
            command = procedures.EnterHeading(
                year=self._year, unit_id=self.unit.value(), heading=self.heading(), form_id=self.form_id
            )
            return procedures.enter(self._desk, command)
        change = procedures.CorrectHeading(
            plan_entry_id=self._row.id, unit_id=self.unit.value(), heading=self.heading(), reason=reason
        )
        procedures.correct(self._desk, change)
        return self._row.id

    def heading(self) -> Heading:
        """What was typed; a mark in brackets says that the heading is restricted."""
        said = {name: field.value() for name, field in self.fields.items()}
        register = said.pop("register")
        kk, in_kk = without_mark(said.pop("heading_kk"))
        ru, in_ru = without_mark(said.pop("heading_ru"))
        restricted = said.pop("restricted") or in_kk or in_ru
        return Heading(
            heading_kk=kk,
            heading_ru=ru,
            restricted=restricted,
            register=None if register == _DOCUMENTS else RegisterForm(register),
            **said,
        )

    def draft_about(self) -> str:
        """The row of the heading; drafts of new ones are of their year."""
        return f"plan_entry:{self._row.id}" if self._row else f"year:{self._year}"

    def _build(self) -> None:
        fields = self.fields
        self.add_pair(
            ("unit_id", _("Unit"), self.unit), ("case_index", _("Case index"), fields["case_index"])
        )
        self.add_pair(
            ("heading_kk", _("Heading in Kazakh"), fields["heading_kk"]),
            ("heading_ru", _("Heading in Russian"), fields["heading_ru"]),
        )
        self.add_pair(
            ("retention", _("Kept, and article of the list"), fields["retention"]),
            ("expected", _("Cases expected, if known"), fields["expected"]),
        )
        self.add_pair(
            ("restricted", _("Restricted"), fields["restricted"]),
            ("carry_over", _("Carried over to the next years"), fields["carry_over"]),
        )
        self.add_pair(
            ("register", _("Heading of"), fields["register"]),
            ("documents", _("Kind of documents"), fields["documents"]),
        )
        self.add("notes", _("Notes"), fields["notes"])

    def _show_beginning(self, unit_id: int) -> None:
        if self._row is not None:
            self.unit.show_value(self._row.unit_id)
            said = self._row.said(str(current_language()))
            for name, field in self.fields.items():
                value = getattr(said, name)
                field.show_value((value or _DOCUMENTS) if name == "register" else value)
            self.fields["case_index"].setFocus()
            return
        self.fields["documents"].show_value(DocumentsKind.OTHER)
        if unit_id in self.unit.values():
            self.unit.show_value(unit_id)
        self._propose_index()
        self.fields["heading_kk" if current_language() == "kk" else "heading_ru"].setFocus()

    def _follow(self) -> None:
        """What follows from what was typed, until a person says otherwise."""
        self.unit.textEdited.connect(lambda _text: self._propose_index())
        for name in ("heading_kk", "heading_ru"):
            self.fields[name].textEdited.connect(lambda _text: self._propose_kind())
        for name in ("documents", "register"):
            self.fields[name].textEdited.connect(self._kind_chosen)
        self._show_kinds()

    def _propose_index(self) -> None:
        from dspdesk.procedures.filing_plan import next_index

        field = self.fields["case_index"]
        if self._row is None and self.unit.values() and field.value() in {"", getattr(self, "_proposed", "")}:
            self._proposed = next_index(self._desk, self._year, self.unit.value())
            field.show_value(self._proposed)

    def _propose_kind(self) -> None:
        if self._chosen:
            return
        heading = self.fields["heading_ru"].value() or self.fields["heading_kk"].value()
        register = register_of(heading)
        self.fields["register"].show_value(register.value if register else _DOCUMENTS)
        self.fields["documents"].show_value(DocumentsKind.OTHER if register else documents_of(heading))
        self._show_kinds()

    def _kind_chosen(self, _text: str) -> None:
        self._chosen = True
        self._show_kinds()

    def _show_kinds(self) -> None:
        """A register has no documents of a kind."""
        self.fields["documents"].setEnabled(self.fields["register"].value() == _DOCUMENTS)
